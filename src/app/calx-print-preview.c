/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-print-preview.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "calx-accessible-tree.h"
#include "calx-page-view.h"

static void
layout_free (gpointer data)
{
  calx_report_layout_free (data);
}

static GtkWidget *
make_pages (CalxReportLayout *layout,
            CalxPaper         paper)
{
  guint n_pages = calx_report_layout_get_n_pages (layout);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  for (guint page = 0; page < n_pages; page++)
    {
      GtkWidget *view = calx_page_view_new (layout, paper, page);
      g_autofree char *name = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);

      gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_add_css_class (view, "card");
      gtk_box_append (GTK_BOX (box), view);
    }
  return box;
}

/* The key that closes every dialog. */
static void
add_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

GtkWidget *
calx_print_preview_new (GtkWindow        *parent,
                        const CalxReport *report)
{
  CalxReportLayout *layout = calx_report_layout_new (report);
  GtkWidget *window = adw_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  gtk_window_set_title (GTK_WINDOW (window), _("Print preview"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 860, 900);
  g_object_set_data_full (G_OBJECT (window), "calx-layout", layout, layout_free);

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_pages (layout, report->paper));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), scroller);
  adw_window_set_content (ADW_WINDOW (window), content);
  gtk_widget_add_css_class (scroller, "view");
  add_escape (window);
  calx_accessible_tree_name (window, _("Print preview"));
  return window;
}
