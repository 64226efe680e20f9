/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-clinic-map-tables.h"

#include <glib/gi18n-lib.h>

#include "calx-format-sites.h"
#include "calx-format.h"
#include "calx-label.h"

#define ROW_MARGIN 8

static GtkWidget *
list_new (GtkBox     *box,
          const char *title)
{
  GtkWidget *heading = calx_label_new_wrapped (title, "heading");
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (box, heading);
  gtk_box_append (box, list);
  return list;
}

/* A line: what it is of, and under it what was counted. @spoken: both, for a screen reader. */
static void
add_row (GtkWidget  *list,
         const char *title,
         const char *value,
         const char *under)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = calx_label_new_wrapped (title, NULL);
  GtkWidget *number = gtk_label_new (value);
  g_autofree char *spoken = g_strjoin (", ", title, *value != '\0' ? value : under,
                                       *value != '\0' && *under != '\0' ? under : NULL, NULL);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_valign (number, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (box), line);
  if (*under != '\0')
    gtk_box_append (GTK_BOX (box), calx_label_new_wrapped (under, "dim-label"));
  gtk_widget_set_margin_top (box, ROW_MARGIN);
  gtk_widget_set_margin_bottom (box, ROW_MARGIN);
  gtk_widget_set_margin_start (box, ROW_MARGIN);
  gtk_widget_set_margin_end (box, ROW_MARGIN);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
add_classes (GtkBox              *box,
             const CalxClinicMap *map)
{
  GtkWidget *list = list_new (box, _("By class of the place"));

  for (guint i = 0; i < CALX_N_SITE_CLASSES; i++)
    {
      const CalxSiteCount *count = &map->counts->classes[i];
      g_autofree char *words = calx_format_site_count (count);
      g_autofree char *share = calx_format_site_share (count, &map->counts->all);

      add_row (list, calx_format_site_class (i), words, count->n_lesions > 0 ? share : "");
    }
}

static void
add_regions (GtkBox              *box,
             const CalxClinicMap *map)
{
  GtkWidget *list = list_new (box, _("By region"));
  g_autoptr(GArray) rows = calx_site_counts_list_rows (map->counts);

  for (guint i = 0; i < rows->len; i++)
    {
      const CalxSiteRow *row = &g_array_index (rows, CalxSiteRow, i);
      g_autofree char *words = calx_format_site_count (&row->all);
      g_autofree char *under = calx_format_site_sides (row);

      add_row (list, g_dgettext (GETTEXT_PACKAGE, row->region->name), words, under);
    }
}

GtkWidget *
calx_clinic_map_counts_new (const CalxClinicMap *map)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  g_return_val_if_fail (map != NULL, box);

  add_classes (GTK_BOX (box), map);
  if (map->counts->all.n_lesions > 0)
    add_regions (GTK_BOX (box), map);
  gtk_box_append (GTK_BOX (box), calx_label_new_wrapped (calx_clinic_map_get_privacy_words (), "dim-label"));
  return box;
}

GtkWidget *
calx_clinic_map_published_new (const CalxClinicMap *map)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GPtrArray *sites;
  GtkWidget *list;

  g_return_val_if_fail (map != NULL, box);

  list = list_new (GTK_BOX (box), _("Published"));
  gtk_box_insert_child_after (GTK_BOX (box), calx_label_new_wrapped (calx_clinic_map_get_bias_words (), "dim-label"),
                              gtk_widget_get_first_child (box));
  sites = calx_prognosis_get_sites (map->knowledge->prognosis);
  for (guint i = 0; i < sites->len; i++)
    {
      const CalxPrognosisSite *site = g_ptr_array_index (sites, i);
      CalxSiteCount here = calx_site_count_in (map->lesions, site->regions);
      g_autofree char *published = calx_format_published_site (site);
      g_autofree char *source = calx_format_published_source (site, map->knowledge->sources);
      g_autofree char *share = calx_format_site_share (&here, &map->counts->all);
      /* Translators: beside a published share: the same of this clinic */
      g_autofree char *own = *site->regions != NULL ? g_strdup_printf (_("This clinic: %s."), share) : NULL;
      g_autofree char *under = own != NULL ? g_strjoin (" ", own, source, NULL) : g_strdup (source);

      add_row (list, published, "", under);
    }
  return box;
}
