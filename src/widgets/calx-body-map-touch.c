/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Wheel and touchpad, two fingers, a finger that stays, and the stylus. */
#include <math.h>

#include "calx-body-map-private.h"

#define WHEEL_STEP 1.2
#define WHEEL_PAN 40.0 /* pixels */

/* With Ctrl it zooms to the pointer. Without it moves the drawing as far as that goes; after that, and while the
 * whole figure is seen, it is the pane's to scroll. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, CalxBodyMap *self)
{
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (self->inset != NULL || self->body == NULL)
    return FALSE;
  if (state & GDK_CONTROL_MASK)
    calx_map_viewport_zoom_at (&self->viewport, pow (WHEEL_STEP, -dy), self->pointer_x,
                               self->pointer_y);
  else if (calx_map_viewport_is_home (&self->viewport)
           || !calx_map_viewport_pan (&self->viewport, -dx * WHEEL_PAN, -dy * WHEEL_PAN))
    return FALSE;

  calx_body_map_viewport_changed (self, TRUE);
  return TRUE;
}

/* --- two fingers --- */

static void
get_middle (CalxBodyMap *self, GtkGesture *gesture, double *ret_x, double *ret_y)
{
  *ret_x = self->viewport.width / 2;
  *ret_y = self->viewport.height / 2;
  if (gtk_gesture_is_recognized (gesture))
    gtk_gesture_get_bounding_box_center (gesture, ret_x, ret_y);
}

/* What the first finger began is not meant. */
static void
begin_pinch (CalxBodyMap *self, GtkGesture *gesture)
{
  calx_body_map_forget_press (self);
  calx_body_map_drop_click (self);
  self->pinching = TRUE;
  self->pinch_scale = 1;
  get_middle (self, gesture, &self->pinch_x, &self->pinch_y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, CalxBodyMap *self)
{
  if (self->inset == NULL && self->body != NULL)
    begin_pinch (self, gesture);
}

static void
on_pinch_end (GtkGesture *gesture, GdkEventSequence *sequence, CalxBodyMap *self)
{
  self->pinching = FALSE;
}

static void
on_pinch_scale (GtkGestureZoom *gesture, double scale, CalxBodyMap *self)
{
  double x, y;

  if (self->inset != NULL || self->body == NULL || !(scale > 0))
    return;
  if (!self->pinching)
    begin_pinch (self, GTK_GESTURE (gesture));

  get_middle (self, GTK_GESTURE (gesture), &x, &y);
  calx_map_viewport_pan (&self->viewport, x - self->pinch_x, y - self->pinch_y);
  calx_map_viewport_zoom_at (&self->viewport, scale / self->pinch_scale, x, y);
  self->pinch_scale = scale;
  self->pinch_x = x;
  self->pinch_y = y;
  calx_body_map_viewport_changed (self, TRUE);
}

/* --- a finger that stays --- */

static void
on_long_press (GtkGestureLongPress *gesture, double x, double y, CalxBodyMap *self)
{
  double body_x, body_y;
  const CalxRegion *region = calx_body_map_snap (self, x, y, &body_x, &body_y);

  if (region == NULL || self->edited != NULL || self->stroke != NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  calx_body_map_forget_press (self);
  calx_body_map_drop_click (self);
  calx_body_map_focus_region (self, region);
  calx_body_map_popup_menu (self, region, body_x, body_y, calx_body_map_hit_lesion (self, x, y));
}

/* --- stylus --- */

/* On skin it draws; a mark or a handle is dragged as by the mouse. */
static void
on_stylus_down (GtkGestureStylus *gesture, double x, double y, CalxBodyMap *self)
{
  CalxMapHandle handle;
  double body_x, body_y;

  if (self->body == NULL || calx_body_map_hit_handle (self, x, y, &handle)
      || calx_body_map_hit_lesion (self, x, y) != NULL
      || calx_body_map_snap (self, x, y, &body_x, &body_y) == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  calx_body_map_forget_press (self);
  calx_body_map_commit_click (self);
  self->press_x = x;
  self->press_y = y;
  calx_body_map_begin_stroke (self, x, y);
}

static void
on_stylus_motion (GtkGestureStylus *gesture, double x, double y, CalxBodyMap *self)
{
  if (self->stroke != NULL)
    calx_body_map_extend_stroke (self, x, y);
}

/* A dot is a point. */
static void
on_stylus_up (GtkGestureStylus *gesture, double x, double y, CalxBodyMap *self)
{
  const CalxRegion *region;
  double body_x, body_y;

  if (self->stroke == NULL || calx_body_map_end_stroke (self))
    return;

  region = calx_body_map_snap (self, self->press_x, self->press_y, &body_x, &body_y);
  if (region != NULL)
    g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_PLACE], 0, body_x, body_y, region, NULL);
}

void
calx_body_map_init_touch (CalxBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *stay = gtk_gesture_long_press_new ();
  GtkGesture *stylus = gtk_gesture_stylus_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (widget, scroll);

  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "end", G_CALLBACK (on_pinch_end), self);
  g_signal_connect (pinch, "cancel", G_CALLBACK (on_pinch_end), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch_scale), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (stay), TRUE);
  g_signal_connect (stay, "pressed", G_CALLBACK (on_long_press), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (stay));

  g_signal_connect (stylus, "down", G_CALLBACK (on_stylus_down), self);
  g_signal_connect (stylus, "motion", G_CALLBACK (on_stylus_motion), self);
  g_signal_connect (stylus, "up", G_CALLBACK (on_stylus_up), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (stylus));
}
