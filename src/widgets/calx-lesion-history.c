/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-history.h"

#include <glib/gi18n-lib.h>

#include "calx-disclosure.h"
#include "calx-format.h"

/* More than this is for a chart. The first one is always there: it is what all others are measured by. */
#define MAX_NEWEST 7

enum
{
  COLUMN_DATE,
  COLUMN_AREA,
  COLUMN_PAIN,
  COLUMN_BWAT,
  N_COLUMNS
};

struct _CalxLesionHistory
{
  GtkWidget parent_instance;

  GtkWidget *disclosure;
  GtkWidget *box; /* holds the table, which is made anew */
};

G_DEFINE_FINAL_TYPE (CalxLesionHistory, calx_lesion_history, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *text,
            gboolean    is_head)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_yalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, is_head ? "caption-heading" : "caption");
  return label;
}

static void
add_row (GtkGrid    *grid,
         int         row,
         const char *const cells[N_COLUMNS],
         gboolean    is_head)
{
  for (int column = 0; column < N_COLUMNS; column++)
    {
      GtkWidget *label = make_label (cells[column], is_head);

      gtk_widget_set_hexpand (label, column > COLUMN_DATE);
      if (!is_head)
        gtk_widget_add_css_class (label, "numeric");
      gtk_grid_attach (grid, label, column, row, 1, 1);
    }
}

/* @before: when it was last looked at before; nullable. */
static void
add_record (GtkGrid                *grid,
            int                     row,
            const CalxLesionRecord *record,
            const CalxLesionRecord *before)
{
  const CalxLesion *earlier = before != NULL ? before->lesion : NULL;
  g_autofree char *date = calx_format_date (record->date);
  g_autofree char *area = calx_format_area_since (record->lesion, earlier);
  g_autofree char *pain = calx_format_pain_since (record->lesion, earlier);
  g_autofree char *bwat = calx_format_bwat_since (record->lesion, earlier);
  const char *cells[N_COLUMNS] = { date, record->lesion->healed ? _("Healed") : area, pain, bwat };

  add_row (grid, row, cells, FALSE);
}

/* Words from @column on. */
static void
add_line (GtkGrid    *grid,
          int         column,
          int         row,
          const char *text)
{
  GtkWidget *label = make_label (text, FALSE);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, column, row, N_COLUMNS - column, 1);
}

/* What was carried is no measurement of that day. */
static void
add_carried (GtkGrid                *grid,
             int                     row,
             const CalxLesionRecord *record)
{
  g_autofree char *date = calx_format_date (record->date);
  GtkWidget *label = make_label (date, FALSE);

  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (grid, label, COLUMN_DATE, row, 1, 1);
  add_line (grid, COLUMN_AREA, row, _("Not looked at"));
}

static GtkWidget *
make_table (GPtrArray *records)
{
  GtkWidget *grid = gtk_grid_new ();
  const char *const head[N_COLUMNS] = { _("Session"), _("Length x width"), _("Pain"), _("BWAT-CUA") };
  guint n_left_out = records->len > MAX_NEWEST + 1 ? records->len - MAX_NEWEST - 1 : 0;
  int row = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  add_row (GTK_GRID (grid), row++, head, TRUE);
  for (guint i = 0; i < records->len; i++)
    {
      const CalxLesionRecord *record = g_ptr_array_index (records, i);

      if (n_left_out > 0 && i == MAX_NEWEST)
        {
          g_autofree char *gap
            = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session between is not shown",
                                            "%u sessions between are not shown", n_left_out), n_left_out);

          add_line (GTK_GRID (grid), COLUMN_DATE, row++, gap);
          i += n_left_out - 1;
          continue;
        }
      if (record->is_look)
        add_record (GTK_GRID (grid), row++, record, calx_lesion_records_get_before (records, i));
      else
        add_carried (GTK_GRID (grid), row++, record);
    }
  if (records->len > 1)
    add_line (GTK_GRID (grid), COLUMN_DATE, row,
              _("In brackets: the change since it was last looked at."));
  return grid;
}

void
calx_lesion_history_set_records (CalxLesionHistory *self,
                                 GPtrArray         *records)
{
  g_autofree char *summary = NULL;
  GtkWidget *old;

  g_return_if_fail (CALX_IS_LESION_HISTORY (self));
  g_return_if_fail (records != NULL);

  old = gtk_widget_get_first_child (self->box);
  if (old != NULL)
    gtk_box_remove (GTK_BOX (self->box), old);
  summary = records->len > 1 ? g_strdup_printf (_("%u sessions"), records->len) : g_strdup (_("This one alone"));
  calx_disclosure_set_summary (GTK_EXPANDER (self->disclosure), summary);
  gtk_box_append (GTK_BOX (self->box), make_table (records));
}

static void
calx_lesion_history_dispose (GObject *object)
{
  g_clear_pointer (&CALX_LESION_HISTORY (object)->disclosure, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_lesion_history_parent_class)->dispose (object);
}

static void
calx_lesion_history_class_init (CalxLesionHistoryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_lesion_history_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_lesion_history_init (CalxLesionHistory *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->disclosure = calx_disclosure_new (_("Over the sessions"), self->box);
  gtk_widget_set_parent (self->disclosure, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Over the sessions"), -1);
}
