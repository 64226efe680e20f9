/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-bwat-editor.h"

#include <glib/gi18n-lib.h>

#include "calx-disclosure.h"
#include "calx-format.h"
#include "calx-label.h"
#include "calx-score-choice.h"

struct _CalxBwatEditor
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *total;
  GtkWidget *disclosure; /* NULL before there is an instrument */
  GtkWidget *items[CALX_N_BWAT_ITEMS];
};

G_DEFINE_FINAL_TYPE (CalxBwatEditor, calx_bwat_editor, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
changed_cb (CalxBwatEditor *self)
{
  g_signal_emit (self, changed_signal, 0);
}

/* From the last item there is no next one: the keyboard stays. */
static void
leave_cb (CalxBwatEditor  *self,
          int              step,
          CalxScoreChoice *choice)
{
  for (int i = 0; i < CALX_N_BWAT_ITEMS; i++)
    if (self->items[i] == GTK_WIDGET (choice) && i + step >= 0 && i + step < CALX_N_BWAT_ITEMS)
      gtk_widget_grab_focus (self->items[i + step]);
}

static char *
describe (const CalxLesion *lesion)
{
  guint n = calx_bwat_count (lesion);
  int total;

  if (calx_bwat_total (lesion, &total))
    return g_strdup_printf (_("Total: %d (8 is best, 40 worst)"), total);
  return g_strdup_printf (_("%u of %d scored: no total yet"), n, CALX_N_BWAT_ITEMS);
}

void
calx_bwat_editor_show (CalxBwatEditor   *self,
                       const CalxLesion *lesion)
{
  g_autofree char *summary = NULL;
  g_autofree char *total = NULL;

  g_return_if_fail (CALX_IS_BWAT_EDITOR (self));
  g_return_if_fail (self->disclosure != NULL);
  g_return_if_fail (lesion != NULL);

  for (guint i = 0; i < CALX_N_BWAT_ITEMS; i++)
    calx_score_choice_set_score (CALX_SCORE_CHOICE (self->items[i]), lesion->bwat[i]);
  summary = calx_format_bwat (lesion);
  total = describe (lesion);
  calx_disclosure_set_summary (GTK_EXPANDER (self->disclosure), *summary != '\0' ? summary : _("Not scored"));
  gtk_label_set_label (GTK_LABEL (self->total), total);
}

void
calx_bwat_editor_apply (CalxBwatEditor *self,
                        CalxLesion     *lesion)
{
  g_return_if_fail (CALX_IS_BWAT_EDITOR (self));
  g_return_if_fail (self->disclosure != NULL);
  g_return_if_fail (lesion != NULL);

  for (guint i = 0; i < CALX_N_BWAT_ITEMS; i++)
    lesion->bwat[i] = calx_score_choice_get_score (CALX_SCORE_CHOICE (self->items[i]));
}

static GtkWidget *
add_text (CalxBwatEditor *self,
          const char     *text,
          const char     *css_class)
{
  GtkWidget *label = calx_label_new_wrapped (text, css_class);

  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static GtkWidget *
make_item_label (const CalxInstrumentItem *item)
{
  g_autofree char *text = item->is_confirmed ? g_strdup (_(item->label))
                                             : g_strdup_printf (_("%s (not confirmed)"), _(item->label));
  GtkWidget *label = calx_label_new_wrapped (text, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static void
add_item (CalxBwatEditor           *self,
          GtkGrid                  *grid,
          guint                     index,
          const CalxInstrumentItem *item)
{
  self->items[index] = calx_score_choice_new (_(item->label));
  gtk_widget_set_tooltip_text (self->items[index], _("Keys 1 to 5 score and go on to the next item; 0: not scored"));
  gtk_widget_set_valign (self->items[index], GTK_ALIGN_CENTER);
  g_signal_connect_object (self->items[index], "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->items[index], "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (grid, make_item_label (item), 0, (int) index, 1, 1);
  gtk_grid_attach (grid, self->items[index], 1, (int) index, 1, 1);
}

/* What has been measured with it, and who says so. */
static void
add_sources (CalxBwatEditor       *self,
             CalxInstruments      *instruments,
             const CalxInstrument *instrument)
{
  g_autofree char *cite = calx_instruments_cite (instruments, instrument->sources);
  g_autofree char *source = g_strdup_printf (_("Source: %s"), cite);

  for (guint i = 0; i < instrument->facts->len; i++)
    {
      const CalxInstrumentFact *fact = g_ptr_array_index (instrument->facts, i);
      g_autofree char *fact_cite = calx_instruments_cite (instruments, fact->sources);
      g_autofree char *text = g_strdup_printf ("%s [%s]", _(fact->text), fact_cite);

      gtk_widget_add_css_class (add_text (self, text, "caption"), "dim-label");
    }
  gtk_widget_add_css_class (add_text (self, source, "caption"), "dim-label");
}

void
calx_bwat_editor_set_instruments (CalxBwatEditor  *self,
                                  CalxInstruments *instruments)
{
  const CalxInstrument *instrument;
  GtkWidget *grid;

  g_return_if_fail (CALX_IS_BWAT_EDITOR (self));
  g_return_if_fail (self->disclosure == NULL);
  g_return_if_fail (instruments != NULL);

  instrument = calx_instruments_find (instruments, "bwat_cua");
  grid = gtk_grid_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (add_text (self, _(instrument->text), "caption"), "dim-label");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < CALX_N_BWAT_ITEMS; i++)
    add_item (self, GTK_GRID (grid), i, g_ptr_array_index (instrument->items, i));
  gtk_box_append (GTK_BOX (self->box), grid);
  self->total = add_text (self, "", "heading");
  gtk_widget_add_css_class (add_text (self, _(instrument->caution), "caption"), "dim-label");
  add_sources (self, instruments, instrument);
  self->disclosure = calx_disclosure_new (_(instrument->label), self->box);
  gtk_widget_set_parent (self->disclosure, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _(instrument->label), -1);
}

static void
calx_bwat_editor_dispose (GObject *object)
{
  g_clear_pointer (&CALX_BWAT_EDITOR (object)->disclosure, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_bwat_editor_parent_class)->dispose (object);
}

static void
calx_bwat_editor_class_init (CalxBwatEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_bwat_editor_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_bwat_editor_init (CalxBwatEditor *self)
{
}
