/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-test.h"

#include "calx-body-map-private.h"

static void
count_cb (guint *n_frames)
{
  (*n_frames)++;
}

/* A layout may change what is shown, and so the layout once more: three frames, not one. */
void
map_test_settle (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint n_frames = 0;
  gulong handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);

  while (n_frames < 3)
    {
      gtk_widget_queue_draw (widget);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

GtkWidget *
map_test_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = map_test_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkEventController *
map_test_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the widget keeps it */
    }
  g_assert_not_reached ();
}

void
map_test_click (CalxBodyMap *map, double x, double y)
{
  GtkEventController *drag = map_test_controller (GTK_WIDGET (map), GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
  calx_body_map_commit_click (map); /* as if time went by */
}

void
map_test_click_body (CalxBodyMap *map, double body_x, double body_y)
{
  double x, y;

  calx_body_map_to_widget (map, body_x, body_y, &x, &y);
  map_test_click (map, x, y);
}

gboolean
map_test_key (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  gboolean used = FALSE;

  g_signal_emit_by_name (map_test_controller (widget, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed",
                         key, 0u, modifiers, &used);
  return used;
}
