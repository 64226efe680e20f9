/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zoom and pan, and the buttons for it. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-accessible.h"
#include "calx-body-map-private.h"

#define SETTLE_MS 150 /* after the last step by hand */
#define BUTTON_STEP 1.6
/* A region fills so much of the map when it is zoomed into: what is around it helps to know where one is. */
#define REGION_FILL 0.7
#define REVEAL_MARGIN 32.0 /* pixels */

static gboolean
settle_cb (gpointer data)
{
  CalxBodyMap *self = data;

  if (self->pinching || self->panning)
    return G_SOURCE_CONTINUE; /* it is still in the hand */

  self->settle_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
calx_body_map_viewport_changed (CalxBodyMap *self, gboolean by_hand)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (by_hand)
    self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
  if (calx_map_viewport_is_home (&self->viewport))
    calx_body_map_set_enlarged (self, FALSE);
  calx_map_viewport_get_transform (&self->viewport, &self->transform);
  if (self->home_button != NULL)
    gtk_widget_set_visible (self->home_button, !calx_map_viewport_is_home (&self->viewport));
  gtk_widget_queue_allocate (GTK_WIDGET (self)); /* the regions move along */
  calx_body_map_update_pointed (self);
}

/* By keys and buttons: about the selected lesion, else the region with the keyboard, else the middle. */
void
calx_body_map_zoom (CalxBodyMap *self, double factor)
{
  CalxLesion *lesion = calx_body_map_get_selected_lesion (self);
  double x = self->viewport.width / 2, y = self->viewport.height / 2;
  double body_x, body_y;

  if (lesion != NULL)
    {
      calx_body_map_locate (self, lesion, &x, &y);
    }
  else if (self->focus != NULL
           && calx_body_get_region_centre (self->body, self->view, self->focus, &body_x, &body_y))
    {
      calx_body_map_to_widget (self, body_x, body_y, &x, &y);
    }
  calx_map_viewport_zoom_at (&self->viewport, factor, CLAMP (x, 0, self->viewport.width),
                             CLAMP (y, 0, self->viewport.height));
  calx_body_map_viewport_changed (self, FALSE);
}

void
calx_body_map_go_home (CalxBodyMap *self)
{
  calx_map_viewport_go_home (&self->viewport);
  calx_body_map_viewport_changed (self, FALSE);
}

void
calx_body_map_show_box (CalxBodyMap *self, const CalxBox *box)
{
  calx_map_viewport_show_box (&self->viewport, box);
  calx_body_map_viewport_changed (self, FALSE);
}

void
calx_body_map_toggle_region (CalxBodyMap *self, const CalxRegion *region)
{
  CalxBox box;
  double grow_x, grow_y;

  if (!calx_map_viewport_is_home (&self->viewport))
    {
      calx_body_map_go_home (self);
      return;
    }
  if (region == NULL
      || !calx_body_get_region_bounds (self->body, self->view, region, &box.x0, &box.y0, &box.x1,
                                       &box.y1))
    return;

  grow_x = (box.x1 - box.x0) * (1 / REGION_FILL - 1) / 2;
  grow_y = (box.y1 - box.y0) * (1 / REGION_FILL - 1) / 2;
  box.x0 -= grow_x;
  box.x1 += grow_x;
  box.y0 -= grow_y;
  box.y1 += grow_y;
  calx_body_map_show_box (self, &box);
}

double
calx_body_map_get_zoom (CalxBodyMap *self)
{
  g_return_val_if_fail (CALX_IS_BODY_MAP (self), 1);

  return self->viewport.zoom;
}

/* --- buttons --- */

static void
zoom_in (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  calx_body_map_zoom (CALX_BODY_MAP (widget), BUTTON_STEP);
}

static void
zoom_out (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  calx_body_map_zoom (CALX_BODY_MAP (widget), 1 / BUTTON_STEP);
}

static void
zoom_home (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  calx_body_map_go_home (CALX_BODY_MAP (widget));
}

void
calx_body_map_install_view (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "map.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "map.zoom-home", NULL, zoom_home);
}

/* The pointer's alone: keys do the same, and Tab shall not stop at each. */
static GtkWidget *
add_button (CalxBodyMap *self, const char *icon, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  calx_accessible_set_name (button, tooltip);
  gtk_widget_set_focusable (button, FALSE);
  gtk_box_append (GTK_BOX (self->controls), button);
  return button;
}

void
calx_body_map_init_controls (CalxBodyMap *self)
{
  self->controls = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->controls, "linked");
  gtk_widget_add_css_class (self->controls, "calx-map-controls");
  self->home_button = add_button (self, "zoom-fit-best-symbolic", "map.zoom-home",
                                  _("Whole figure (0)"));
  gtk_widget_set_visible (self->home_button, FALSE);
  add_button (self, "zoom-in-symbolic", "map.zoom-in", _("Zoom in (+)"));
  add_button (self, "zoom-out-symbolic", "map.zoom-out", _("Zoom out (−)"));
  gtk_widget_set_parent (self->controls, GTK_WIDGET (self));
}
