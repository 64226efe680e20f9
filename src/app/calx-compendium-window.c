/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-compendium-window.h"

#include <adwaita.h>

#include "calx-accessible-tree.h"
#include "calx-compendium-view.h"

static gboolean
search_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  calx_compendium_view_focus_search (user_data);
  return TRUE;
}

/* Escape closes, as it does every dialog; Ctrl+F searches, as it does in the window beneath. */
static void
add_keys (GtkWidget *window,
          GtkWidget *view)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (search_cb, view, NULL)));
  gtk_widget_add_controller (window, keys);
}

GtkWidget *
calx_compendium_window_new (GtkWindow      *parent,
                            const char     *title,
                            CalxCompendium *compendium)
{
  GtkWidget *window;
  GtkWidget *content;
  GtkWidget *view;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (title != NULL && compendium != NULL, NULL);

  window = adw_window_new ();
  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  view = calx_compendium_view_new (compendium);
  gtk_window_set_title (GTK_WINDOW (window), title);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1040, 800);
  gtk_widget_set_size_request (window, 360, 400);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (content), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (content), view);
  adw_window_set_content (ADW_WINDOW (window), content);
  add_keys (window, view);
  calx_accessible_tree_name (window, title);
  /* Not before it is on screen: a window whose parts take the focus earlier is not on the accessibility bus. */
  g_signal_connect_object (window, "map", G_CALLBACK (calx_compendium_view_focus_search), view, G_CONNECT_SWAPPED);
  return window;
}
