/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-result-section.h"

#include "calx-label.h"

struct _CalxResultSection
{
  GtkBox parent_instance;

  GtkLabel   *title;
  GtkLabel   *subtitle;
  GtkListBox *list;
  GtkWidget  *next; /* the row to be taken next; NULL: a new one */
  guint       n_taken;
  GHashTable *open;    /* keys of folds, interned */
  gboolean    in_fold;
  gboolean    in_open_fold;
};

G_DEFINE_TYPE (CalxResultSection, calx_result_section, GTK_TYPE_BOX)

enum
{
  INPUT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggle_fold (CalxResultSection *self,
             CalxResultRow     *row)
{
  const char *key = calx_result_row_get_fold (row);
  gboolean is_open = !g_hash_table_remove (self->open, key);

  if (is_open)
    g_hash_table_add (self->open, (char *) key);
  calx_result_row_set_fold (row, key, is_open);
  for (GtkWidget *below = gtk_widget_get_next_sibling (GTK_WIDGET (row));
       below != NULL && calx_result_row_get_folded (CALX_RESULT_ROW (below));
       below = gtk_widget_get_next_sibling (below))
    gtk_widget_set_visible (below, is_open);
}

static void
row_activated_cb (CalxResultSection *self,
                  CalxResultRow     *row)
{
  const char *input_id = calx_result_row_get_input_id (row);

  if (calx_result_row_get_fold (row) != NULL)
    toggle_fold (self, row);
  else if (input_id != NULL && *input_id != '\0')
    g_signal_emit (self, signals[INPUT_ACTIVATED], 0, input_id);
}

static void
calx_result_section_finalize (GObject *object)
{
  g_hash_table_unref (CALX_RESULT_SECTION (object)->open);

  G_OBJECT_CLASS (calx_result_section_parent_class)->finalize (object);
}

static void
calx_result_section_class_init (CalxResultSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = calx_result_section_finalize;

  signals[INPUT_ACTIVATED] = g_signal_new ("input-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkLabel *
add_label (CalxResultSection *self,
           const char        *css_class)
{
  GtkWidget *label = calx_label_new_wrapped (NULL, css_class);

  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
calx_result_section_init (CalxResultSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->open = g_hash_table_new (g_str_hash, g_str_equal);

  self->title = add_label (self, "heading");
  self->subtitle = add_label (self, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dim-label");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

void
calx_result_section_begin (CalxResultSection *self,
                           const char        *title,
                           const char        *subtitle)
{
  g_return_if_fail (CALX_IS_RESULT_SECTION (self));
  g_return_if_fail (title != NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->next = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  self->n_taken = 0;
  self->in_fold = FALSE;
}

/* What a row is, is set but once: to and fro would lay it out anew with every keystroke. */
static CalxResultRow *
take_row (CalxResultSection *self,
          const char        *fold,
          gboolean           is_heading)
{
  GtkWidget *row = self->next;

  if (row == NULL)
    {
      row = calx_result_row_new ();
      gtk_list_box_append (self->list, row);
    }
  else
    {
      self->next = gtk_widget_get_next_sibling (row);
    }
  gtk_widget_set_visible (row, !self->in_fold || self->in_open_fold);
  calx_result_row_set_fold (CALX_RESULT_ROW (row), fold, fold != NULL && g_hash_table_contains (self->open, fold));
  calx_result_row_set_folded (CALX_RESULT_ROW (row), self->in_fold);
  calx_result_row_set_heading (CALX_RESULT_ROW (row), is_heading);
  calx_result_row_set_has_bar (CALX_RESULT_ROW (row), FALSE);
  self->n_taken++;
  return CALX_RESULT_ROW (row);
}

CalxResultRow *
calx_result_section_take (CalxResultSection *self)
{
  g_return_val_if_fail (CALX_IS_RESULT_SECTION (self), NULL);

  return take_row (self, NULL, FALSE);
}

CalxResultRow *
calx_result_section_take_heading (CalxResultSection *self)
{
  g_return_val_if_fail (CALX_IS_RESULT_SECTION (self), NULL);

  return take_row (self, NULL, TRUE);
}

CalxResultRow *
calx_result_section_take_fold (CalxResultSection *self,
                               const char        *key)
{
  CalxResultRow *row;

  g_return_val_if_fail (CALX_IS_RESULT_SECTION (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  key = g_intern_string (key);
  self->in_fold = FALSE;
  row = take_row (self, key, FALSE);
  self->in_fold = TRUE;
  self->in_open_fold = g_hash_table_contains (self->open, key);
  return row;
}

void
calx_result_section_end_fold (CalxResultSection *self)
{
  g_return_if_fail (CALX_IS_RESULT_SECTION (self));

  self->in_fold = FALSE;
}

void
calx_result_section_end (CalxResultSection *self)
{
  g_return_if_fail (CALX_IS_RESULT_SECTION (self));

  for (GtkWidget *row = self->next; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      gtk_widget_set_visible (row, FALSE);
      calx_result_row_set_folded (CALX_RESULT_ROW (row), FALSE);
    }
  self->next = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_taken > 0);
}
