/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-accessible.h"

#include <adwaita.h>

static void
set_label (gpointer    accessible,
           const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_pages (GtkStack   *stack,
            const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_label (gtk_stack_get_page (stack, child), name);
}

static void
name_parts (GtkWidget  *widget,
            const char *name)
{
  if (GTK_IS_STACK (widget))
    name_pages (GTK_STACK (widget), name);
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LABEL (child))
        continue;
      set_label (child, name);
      name_parts (child, name);
    }
}

static void
name_scroll_bars (GtkScrolledWindow *window,
                  const char        *name)
{
  GtkWidget *bars[] = { gtk_scrolled_window_get_hscrollbar (window), gtk_scrolled_window_get_vscrollbar (window) };

  for (gsize i = 0; i < G_N_ELEMENTS (bars); i++)
    {
      set_label (bars[i], name);
      name_parts (bars[i], name);
    }
}

void
calx_accessible_set_name (GtkWidget  *widget,
                          const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (name != NULL);

  set_label (widget, name);
  if (GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_EDITABLE (widget) ||
      ADW_IS_EXPANDER_ROW (widget))
    name_parts (widget, name);
  if (GTK_IS_STACK (widget))
    name_pages (GTK_STACK (widget), name);
  if (GTK_IS_SCROLLED_WINDOW (widget))
    name_scroll_bars (GTK_SCROLLED_WINDOW (widget), name);
}
