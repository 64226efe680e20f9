/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Mouse, and the one finger that does as a mouse does: click, double click, drag. */
#include <math.h>

#include "calx-body-map-private.h"

#define CLICK_DISTANCE 6.0 /* pixels: a press that moves less is a click, a shaky one too */

CalxLesion *
calx_body_map_hit_lesion (CalxBodyMap *self, double x, double y)
{
  if (self->body == NULL || self->transform.scale <= 0)
    return NULL;

  return calx_body_marks_hit (calx_body_map_get_marks (self), x, y);
}

/* --- pointing --- */

static void
point_at (CalxBodyMap *self, double x, double y)
{
  CalxLesion *lesion = calx_body_map_hit_lesion (self, x, y);

  self->pointer_x = x;
  self->pointer_y = y;
  self->hover = calx_body_map_pick_region (self, x, y);
  g_free (self->hover_lesion);
  self->hover_lesion = lesion != NULL ? g_strdup (lesion->uuid) : NULL;
  calx_body_map_update_pointed (self);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, CalxBodyMap *self)
{
  if (self->edited == NULL && self->stroke == NULL && !self->panning)
    point_at (self, x, y);
}

static void
on_leave (GtkEventControllerMotion *controller, CalxBodyMap *self)
{
  self->hover = NULL;
  g_clear_pointer (&self->hover_lesion, g_free);
  calx_body_map_update_pointed (self);
}

/* --- clicks --- */

void
calx_body_map_drop_click (CalxBodyMap *self)
{
  g_clear_handle_id (&self->click_id, g_source_remove);
  if (self->click_region == NULL)
    return;

  self->click_region = NULL;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
calx_body_map_commit_click (CalxBodyMap *self)
{
  const CalxRegion *region = self->click_region;

  calx_body_map_drop_click (self);
  self->click_time = 0;
  if (region != NULL)
    g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_PLACE], 0, self->click_body_x,
                   self->click_body_y, region, NULL);
}

static gboolean
commit_cb (gpointer data)
{
  CalxBodyMap *self = data;

  self->click_id = 0;
  calx_body_map_commit_click (self);
  return G_SOURCE_REMOVE;
}

static guint
get_double_click_ms (CalxBodyMap *self)
{
  int ms;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &ms, NULL);
  return (guint) MAX (ms, 0);
}

/* When the hand did it, however long the event waited for the window; now, where there is no event. */
static gint64
get_event_ms (GtkGesture *gesture)
{
  guint32 ms = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));

  return ms != GDK_CURRENT_TIME ? (gint64) ms : g_get_monotonic_time () / 1000;
}

static gboolean
is_second_click (CalxBodyMap *self, gint64 ms)
{
  return self->click_time != 0 && ms - self->click_time <= (gint64) get_double_click_ms (self)
         && hypot (self->press_x - self->click_x, self->press_y - self->click_y)
              <= 2 * CLICK_DISTANCE;
}

static void
double_click (CalxBodyMap *self)
{
  self->click_time = 0;
  calx_body_map_drop_click (self);
  if (self->inset != NULL)
    g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_ENLARGE], 0);
  else
    calx_body_map_toggle_region (self,
                                 calx_body_map_pick_region (self, self->press_x, self->press_y));
}

/* A click on skin asks for a lesion once it can no longer become a double click: what the hand has done by then
 * is looked at first. */
static void
wait_for_second (CalxBodyMap *self, const CalxRegion *region, double x, double y)
{
  self->click_region = region;
  self->click_body_x = x;
  self->click_body_y = y;
  self->click_id = g_timeout_add_full (G_PRIORITY_HIGH_IDLE, get_double_click_ms (self), commit_cb, self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
click (CalxBodyMap *self, gint64 ms)
{
  g_autoptr (CalxLesion) lesion = g_steal_pointer (&self->pressed);
  const CalxRegion *region;
  double x, y;

  if (is_second_click (self, ms))
    {
      double_click (self);
      return;
    }

  calx_body_map_commit_click (self);
  self->click_time = ms;
  self->click_x = self->press_x;
  self->click_y = self->press_y;
  if (lesion != NULL)
    {
      region = calx_regions_find (calx_body_get_regions (self->body), lesion->region_id);
      if (region != NULL)
        calx_body_map_focus_region (self, region);
      g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_SELECT], 0, lesion->uuid);
      return;
    }

  region = calx_body_map_snap (self, self->press_x, self->press_y, &x, &y);
  if (region != NULL)
    {
      calx_body_map_focus_region (self, region);
      wait_for_second (self, region, x, y);
    }
  else if (self->selected != NULL)
    {
      g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_SELECT], 0, NULL);
    }
}

/* --- drags --- */

void
calx_body_map_forget_press (CalxBodyMap *self)
{
  calx_body_map_drop_edit (self);
  calx_body_map_drop_stroke (self);
  g_clear_pointer (&self->pressed, calx_lesion_unref);
  self->pressed_handle.grip = CALX_MAP_GRIP_NONE;
  self->pressing = self->panning = FALSE;
}

/* What the press would take hold of: a handle, a mark, or nothing; the pen draws over all of them. */
static void
take_aim (CalxBodyMap *self)
{
  CalxLesion *lesion;

  if (self->pen)
    return;
  if (calx_body_map_hit_handle (self, self->press_x, self->press_y, &self->pressed_handle))
    {
      self->pressed = calx_lesion_ref (calx_body_map_get_selected_lesion (self));
      return;
    }

  lesion = calx_body_map_hit_lesion (self, self->press_x, self->press_y);
  if (lesion != NULL)
    self->pressed = calx_lesion_ref (lesion);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, CalxBodyMap *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_SECONDARY || self->body == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  calx_body_map_forget_press (self);
  self->press_x = x;
  self->press_y = y;
  self->pan_x = self->pan_y = 0;
  self->pressing = TRUE;
  self->strayed = FALSE;
  self->from_keyboard = FALSE;
  self->panning = button == GDK_BUTTON_MIDDLE;
  if (!self->panning)
    take_aim (self);
}

/* A drag that begins: of a handle, a mark, the pen, or the drawing itself; FALSE where there is nothing to
 * drag, so that a scrolled window around the map may have it. */
static gboolean
begin_drag (CalxBodyMap *self)
{
  double x, y;

  if (self->pressed != NULL)
    {
      CalxMapHandle handle = self->pressed_handle;
      g_autoptr (CalxLesion) lesion = g_steal_pointer (&self->pressed);

      if (handle.grip == CALX_MAP_GRIP_NONE)
        {
          handle.grip = CALX_MAP_GRIP_PLACE;
          calx_body_map_locate (self, lesion, &handle.x, &handle.y);
        }
      self->grab_dx = handle.x - self->press_x;
      self->grab_dy = handle.y - self->press_y;
      calx_body_map_begin_edit (self, lesion, handle.grip, handle.point);
      return TRUE;
    }
  if (self->pen && calx_body_map_snap (self, self->press_x, self->press_y, &x, &y) != NULL)
    {
      calx_body_map_begin_stroke (self, self->press_x, self->press_y);
      return TRUE;
    }

  self->panning = !calx_map_viewport_is_home (&self->viewport);
  return self->panning;
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, CalxBodyMap *self)
{
  gboolean begun = self->edited != NULL || self->stroke != NULL || self->panning;

  self->strayed |= hypot (dx, dy) >= CLICK_DISTANCE;
  if (!self->pressing || (!begun && !self->strayed))
    return;
  if (!begun)
    {
      calx_body_map_commit_click (self);
      if (!begin_drag (self))
        return;
      /* from here on it is not a scrolled window's */
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }

  if (self->edited != NULL)
    calx_body_map_drag_edit (self, self->press_x + dx, self->press_y + dy);
  else if (self->stroke != NULL)
    calx_body_map_extend_stroke (self, self->press_x + dx, self->press_y + dy);
  else if (calx_map_viewport_pan (&self->viewport, dx - self->pan_x, dy - self->pan_y))
    calx_body_map_viewport_changed (self, TRUE);
  self->pan_x = dx;
  self->pan_y = dy;
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, CalxBodyMap *self)
{
  if (!self->pressing)
    return;

  self->pressing = FALSE;
  if (self->edited != NULL)
    calx_body_map_keep_edit (self);
  else if (self->stroke != NULL)
    {
      if (!calx_body_map_end_stroke (self))
        gtk_widget_error_bell (GTK_WIDGET (self));
    }
  else if (!self->panning && !self->strayed && hypot (dx, dy) < CLICK_DISTANCE)
    click (self, get_event_ms (GTK_GESTURE (gesture)));
  calx_body_map_forget_press (self);
  calx_body_map_update_pointed (self);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, CalxBodyMap *self)
{
  /* "drag-end" follows, and must not be taken for a click */
  calx_body_map_forget_press (self);
  calx_body_map_update_pointed (self);
}

/* --- the other button --- */

static void
on_right_press (GtkGestureClick *gesture, int n_press, double x, double y, CalxBodyMap *self)
{
  double body_x, body_y;
  const CalxRegion *region = calx_body_map_snap (self, x, y, &body_x, &body_y);

  if (region == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  calx_body_map_commit_click (self);
  self->from_keyboard = FALSE;
  calx_body_map_focus_region (self, region);
  calx_body_map_popup_menu (self, region, body_x, body_y, calx_body_map_hit_lesion (self, x, y));
}

/* --- set up --- */

void
calx_body_map_init_pointer (CalxBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *right = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect (right, "pressed", G_CALLBACK (on_right_press), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (right));

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (widget, motion);
}
