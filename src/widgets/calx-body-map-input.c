/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the person does to the map: pointer, keys and menu. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-body-map-private.h"
#include "calx-format.h"

#define CLICK_DISTANCE 6.0 /* pixels: a press that moves less is a click, a shaky one too */
#define NUDGE 0.005        /* of stature: a step of a lesion by the keyboard, some 8 mm */

/* --- what is asked for --- */

static void
emit_select (CalxBodyMap *self, const char *uuid)
{
  g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_SELECT], 0, uuid);
}

static void
emit_place (CalxBodyMap *self, double x, double y, const CalxRegion *region)
{
  g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_PLACE], 0, x, y, region);
}

static void
emit_remove (CalxBodyMap *self, const char *uuid)
{
  g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_REMOVE], 0, uuid);
}

void
calx_body_map_place_in (CalxBodyMap *self, const CalxRegion *region)
{
  double x, y;

  if (calx_body_map_find_place (self, region, &x, &y))
    emit_place (self, x, y, region);
}

static CalxLesion *
hit_lesion (CalxBodyMap *self, double x, double y)
{
  CalxBodyScene scene;

  if (self->body == NULL || self->transform.scale <= 0)
    return NULL;

  calx_body_map_init_scene (self, &scene);
  return calx_body_hit_lesion (&scene, &self->transform, x, y);
}

/* --- the keyboard's place --- */

void
calx_body_map_focus_moved (CalxBodyMap *self, const CalxRegion *region)
{
  self->has_focus = region != NULL;
  if (region != NULL)
    self->focus = region;
  calx_body_map_update_pointed (self);
}

static void
on_focus_leave (GtkEventControllerFocus *controller, CalxBodyMap *self)
{
  calx_body_map_focus_moved (self, NULL);
}

gboolean
calx_body_map_take_focus (CalxBodyMap *self)
{
  CalxLesion *selected = calx_body_map_get_selected_lesion (self);
  const CalxRegion *region = self->focus;

  if (region == NULL && selected != NULL)
    region = calx_regions_find (calx_body_get_regions (self->body), selected->region_id);
  if (region == NULL && self->regions->len > 0)
    region = calx_map_region_get_region (g_ptr_array_index (self->regions, 0));

  return region != NULL && calx_body_map_focus_region (self, region);
}

/* The region that lies best in a direction from the one with the keyboard. What lies straight that
 * way comes before what lies beside it; something always does, unless nothing lies that way at all.
 */
static const CalxRegion *
find_neighbour (CalxBodyMap *self, int step_x, int step_y)
{
  const CalxRegion *best = NULL;
  double best_cost = G_MAXDOUBLE;
  double from_x, from_y;

  if (self->focus == NULL
      || !calx_body_get_region_centre (self->body, self->view, self->focus, &from_x, &from_y))
    return NULL;

  for (guint i = 0; i < self->regions->len; i++)
    {
      const CalxRegion *region = calx_map_region_get_region (g_ptr_array_index (self->regions, i));
      double x, y, along, across, cost;

      if (region == self->focus
          || !calx_body_get_region_centre (self->body, self->view, region, &x, &y))
        continue;
      along = (x - from_x) * step_x + (y - from_y) * step_y;
      across = fabs ((x - from_x) * step_y) + fabs ((y - from_y) * step_x);
      if (along < 0.004)
        continue;
      cost = along + 1.5 * across + (across > along ? 1.0 : 0.0);
      if (cost < best_cost)
        {
          best_cost = cost;
          best = region;
        }
    }
  return best;
}

static void
walk (CalxBodyMap *self, int step_x, int step_y)
{
  const CalxRegion *next = find_neighbour (self, step_x, step_y);

  if (next != NULL)
    calx_body_map_focus_region (self, next);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Moves the selected lesion by a step; only inside the body. */
static gboolean
nudge (CalxBodyMap *self, int step_x, int step_y)
{
  CalxLesion *lesion = calx_body_map_get_selected_lesion (self);
  const CalxRegion *region;
  double x, y;

  if (lesion == NULL)
    return FALSE;

  x = lesion->x + step_x * NUDGE;
  y = lesion->y + step_y * NUDGE;
  region = calx_body_hit (self->body, self->view, x, y, 0);
  if (region == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_MOVE], 0, lesion->uuid, x, y, region);

  return TRUE;
}

/* --- menu --- */

static void
append_lesion_items (CalxBodyMap *self, GMenu *menu)
{
  for (guint i = 0; self->lesions != NULL && i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);
      g_autoptr (GMenu) section = NULL;
      g_autofree char *edit = NULL;
      g_autofree char *remove = NULL;
      g_autofree char *edit_action = NULL;
      g_autofree char *remove_action = NULL;

      if (lesion->view != self->view || !g_str_equal (lesion->region_id, self->menu_region->id))
        continue;
      section = g_menu_new ();
      edit = g_strdup_printf (_("Edit L%d"), lesion->number);
      remove = g_strdup_printf (_("Remove L%d"), lesion->number);
      edit_action = g_strdup_printf ("map.edit('%s')", lesion->uuid);
      remove_action = g_strdup_printf ("map.remove('%s')", lesion->uuid);
      g_menu_append (section, edit, edit_action);
      g_menu_append (section, remove, remove_action);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
}

/* @x, @y: body units, in @region */
static void
popup_menu (CalxBodyMap *self, const CalxRegion *region, double x, double y)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = calx_format_region (region);
  double at_x, at_y;

  self->menu_region = region;
  self->menu_x = x;
  self->menu_y = y;
  g_menu_append (menu, _("Place a Lesion Here"), "map.place");
  append_lesion_items (self, menu);

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), TRUE);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  calx_body_map_to_widget (self, x, y, &at_x, &at_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int) at_x, (int) at_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_place (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CalxBodyMap *self = CALX_BODY_MAP (widget);

  if (self->menu_region != NULL)
    emit_place (self, self->menu_x, self->menu_y, self->menu_region);
}

static void
menu_edit (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  emit_select (CALX_BODY_MAP (widget), g_variant_get_string (parameter, NULL));
}

static void
menu_remove (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  emit_remove (CALX_BODY_MAP (widget), g_variant_get_string (parameter, NULL));
}

static void
on_right_press (GtkGestureClick *gesture, int n_press, double x, double y, CalxBodyMap *self)
{
  double body_x, body_y;
  const CalxRegion *region = calx_body_map_snap (self, x, y, &body_x, &body_y);

  if (region == NULL)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->from_keyboard = FALSE;
  calx_body_map_focus_region (self, region);
  popup_menu (self, region, body_x, body_y);
}

static void
popup_at_focus (CalxBodyMap *self)
{
  double x, y;

  if (self->focus != NULL && calx_body_map_find_place (self, self->focus, &x, &y))
    popup_menu (self, self->focus, x, y);
}

/* --- keys --- */

static gboolean
walk_or_nudge (CalxBodyMap *self, GdkModifierType modifiers, int step_x, int step_y)
{
  if (modifiers & GDK_ALT_MASK)
    return nudge (self, step_x, step_y);

  walk (self, step_x, step_y);
  return TRUE;
}

static gboolean
remove_selected (CalxBodyMap *self)
{
  CalxLesion *lesion = calx_body_map_get_selected_lesion (self);

  if (lesion == NULL)
    return FALSE;

  emit_remove (self, lesion->uuid);
  return TRUE;
}

static gboolean
give_up (CalxBodyMap *self)
{
  if (self->dragged != NULL)
    calx_body_map_end_drag (self);
  else if (self->selected != NULL)
    emit_select (self, NULL);
  else
    return FALSE;

  return TRUE;
}

static void
focus_end (CalxBodyMap *self, gboolean last)
{
  if (self->regions->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (self->regions, last ? self->regions->len - 1 : 0));
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                CalxBodyMap *self)
{
  if (self->body == NULL || (modifiers & GDK_CONTROL_MASK))
    return FALSE;

  self->from_keyboard = TRUE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return walk_or_nudge (self, modifiers, -1, 0);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return walk_or_nudge (self, modifiers, 1, 0);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return walk_or_nudge (self, modifiers, 0, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return walk_or_nudge (self, modifiers, 0, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      focus_end (self, FALSE);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      focus_end (self, TRUE);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (self->focus != NULL)
        calx_body_map_place_in (self, self->focus);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return remove_selected (self);
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_v:
    case GDK_KEY_V:
      g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_SWITCH_VIEW], 0);
      return TRUE;
    case GDK_KEY_Menu:
      popup_at_focus (self);
      return TRUE;
    case GDK_KEY_F10:
      if (!(modifiers & GDK_SHIFT_MASK))
        return FALSE;
      popup_at_focus (self);
      return TRUE;
    case GDK_KEY_Escape:
      return give_up (self);
    default:
      return FALSE;
    }
}

/* --- pointer --- */

static void
point_at (CalxBodyMap *self, double x, double y)
{
  CalxLesion *lesion = hit_lesion (self, x, y);

  self->hover = calx_body_map_pick_region (self, x, y);
  g_free (self->hover_lesion);
  self->hover_lesion = lesion != NULL ? g_strdup (lesion->uuid) : NULL;
  calx_body_map_update_pointed (self);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, CalxBodyMap *self)
{
  if (self->dragged == NULL)
    point_at (self, x, y);
}

static void
on_leave (GtkEventControllerMotion *controller, CalxBodyMap *self)
{
  self->hover = NULL;
  g_clear_pointer (&self->hover_lesion, g_free);
  calx_body_map_update_pointed (self);
}

/* Forgets the press and what was dragged; the lesion is seen where it was. */
void
calx_body_map_end_drag (CalxBodyMap *self)
{
  g_clear_pointer (&self->drag_lesions, g_ptr_array_unref);
  g_clear_pointer (&self->dragged, calx_lesion_unref);
  g_clear_pointer (&self->pressed, calx_lesion_unref);
}

static void
begin_move (CalxBodyMap *self)
{
  double x, y;

  self->dragged = calx_lesion_copy (self->pressed);
  self->drag_lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  for (guint i = 0; i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);

      g_ptr_array_add (self->drag_lesions,
                       calx_lesion_ref (g_str_equal (lesion->uuid, self->dragged->uuid)
                                            ? self->dragged
                                            : lesion));
    }
  calx_body_map_to_widget (self, self->pressed->x, self->pressed->y, &x, &y);
  self->grab_dx = x - self->press_x;
  self->grab_dy = y - self->press_y;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, CalxBodyMap *self)
{
  CalxLesion *lesion = hit_lesion (self, x, y);

  calx_body_map_end_drag (self);
  self->press_x = x;
  self->press_y = y;
  self->from_keyboard = FALSE;
  if (lesion != NULL)
    self->pressed = calx_lesion_ref (lesion);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, CalxBodyMap *self)
{
  const CalxRegion *region;
  double x, y;

  if (self->pressed == NULL || (self->dragged == NULL && hypot (dx, dy) < CLICK_DISTANCE))
    return;

  if (self->dragged == NULL)
    {
      /* from here on it is not a scrolled window's */
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      begin_move (self);
    }

  /* outside the body it stays where it last was inside */
  region = calx_body_map_snap (self, self->press_x + dx + self->grab_dx,
                               self->press_y + dy + self->grab_dy, &x, &y);
  if (region == NULL)
    return;

  calx_lesion_set_place (self->dragged, self->view, x, y, region->id);
  self->hover = region;
  calx_body_map_update_pointed (self);
}

static void
click (CalxBodyMap *self)
{
  g_autoptr (CalxLesion) lesion = g_steal_pointer (&self->pressed);
  const CalxRegion *region;
  double x, y;

  if (lesion != NULL)
    {
      region = calx_regions_find (calx_body_get_regions (self->body), lesion->region_id);
      if (region != NULL)
        calx_body_map_focus_region (self, region);
      emit_select (self, lesion->uuid);
      return;
    }

  region = calx_body_map_snap (self, self->press_x, self->press_y, &x, &y);
  if (region != NULL)
    {
      calx_body_map_focus_region (self, region);
      emit_place (self, x, y, region);
    }
  else if (self->selected != NULL)
    {
      emit_select (self, NULL);
    }
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, CalxBodyMap *self)
{
  if (self->dragged != NULL)
    {
      g_autoptr (CalxLesion) moved = calx_lesion_ref (self->dragged);
      const CalxRegion *region
          = calx_regions_find (calx_body_get_regions (self->body), moved->region_id);

      calx_body_map_end_drag (self);
      g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_MOVE], 0, moved->uuid, moved->x,
                     moved->y, region);
    }
  else if (self->body != NULL && hypot (dx, dy) < CLICK_DISTANCE)
    {
      click (self);
    }
  calx_body_map_end_drag (self);
  calx_body_map_update_pointed (self);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, CalxBodyMap *self)
{
  /* "drag-end" follows, and must not be taken for a click */
  self->press_x = self->press_y = -G_MAXINT16;
  calx_body_map_end_drag (self);
  calx_body_map_update_pointed (self);
}

/* --- set up --- */

void
calx_body_map_install_input (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "map.place", NULL, menu_place);
  gtk_widget_class_install_action (widget_class, "map.edit", "s", menu_edit);
  gtk_widget_class_install_action (widget_class, "map.remove", "s", menu_remove);
}

void
calx_body_map_init_input (CalxBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *right = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

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

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (widget, keys);

  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (widget, focus);
}
