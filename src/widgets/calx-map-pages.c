/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-map-pages.h"

#include <glib/gi18n-lib.h>

#define N_PAGES 2

struct _CalxMapPages
{
  GtkWidget  parent_instance;

  GtkWidget *tabs;
  GtkWidget *buttons[N_PAGES];
  GtkWidget *stack;
  GtkWidget *pages[N_PAGES];
};

G_DEFINE_FINAL_TYPE (CalxMapPages, calx_map_pages, GTK_TYPE_WIDGET)

static void
toggled_cb (CalxMapPages    *self,
            GtkToggleButton *button)
{
  for (guint i = 0; i < N_PAGES; i++)
    if (gtk_toggle_button_get_active (button) && GTK_WIDGET (button) == self->buttons[i])
      gtk_stack_set_visible_child (GTK_STACK (self->stack), self->pages[i]);
}

void
calx_map_pages_set_over_time (CalxMapPages *self,
                              gboolean      over_time)
{
  g_return_if_fail (CALX_IS_MAP_PAGES (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[over_time ? 1 : 0]), TRUE);
}

static void
calx_map_pages_dispose (GObject *object)
{
  CalxMapPages *self = CALX_MAP_PAGES (object);

  g_clear_pointer (&self->tabs, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_map_pages_parent_class)->dispose (object);
}

static void
calx_map_pages_class_init (CalxMapPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = calx_map_pages_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_map_pages_init (CalxMapPages *self)
{
  const char *names[N_PAGES] = { _("This session"), _("All sessions") };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->stack = gtk_stack_new ();
  gtk_widget_add_css_class (self->tabs, "linked");
  gtk_box_set_homogeneous (GTK_BOX (self->tabs), TRUE);
  gtk_widget_set_margin_top (self->tabs, 6);
  gtk_widget_set_margin_start (self->tabs, 12);
  gtk_widget_set_margin_end (self->tabs, 12);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tabs), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body map of"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body map"), -1);
  for (guint i = 0; i < N_PAGES; i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (names[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]), GTK_TOGGLE_BUTTON (self->buttons[0]));
      gtk_box_append (GTK_BOX (self->tabs), self->buttons[i]);
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
  for (guint i = 0; i < N_PAGES; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->tabs, GTK_WIDGET (self));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
}

GtkWidget *
calx_map_pages_new (GtkWidget *session_page,
                    GtkWidget *time_page)
{
  CalxMapPages *self = g_object_new (CALX_TYPE_MAP_PAGES, NULL);

  self->pages[0] = session_page;
  self->pages[1] = time_page;
  for (guint i = 0; i < N_PAGES; i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_stack_add_child (GTK_STACK (self->stack), self->pages[i])),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    gtk_button_get_label (GTK_BUTTON (self->buttons[i])), -1);
  return GTK_WIDGET (self);
}
