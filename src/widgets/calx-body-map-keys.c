/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keyboard: which region has it, and what the keys do. */
#include <math.h>

#include "calx-body-map-private.h"
#include "calx-lesion-letters.h"

#define ZOOM_STEP 1.25
#define PAN_STEP 48.0 /* pixels */
#define REVEAL_MARGIN 40.0 /* pixels */
#define STEP_MM 1.0
#define LARGE_STEP_MM 10.0
#define SIZE_STEP_MM 1.0
#define TURN_STEP_DEG 5.0

void
calx_body_map_place_in (CalxBodyMap *self, const CalxRegion *region)
{
  double x, y;

  if (calx_body_map_find_place (self, region, &x, &y))
    g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_PLACE], 0, x, y, region, NULL);
}

/* --- the keyboard's place --- */

/* Into what the zoom shows. */
static void
reveal (CalxBodyMap *self, const CalxRegion *region)
{
  double x, y;

  if (calx_map_viewport_is_home (&self->viewport)
      || !calx_body_get_region_centre (self->body, self->view, region, &x, &y))
    return;

  calx_map_viewport_reveal (&self->viewport, x, y, REVEAL_MARGIN);
  calx_body_map_viewport_changed (self, FALSE);
}

void
calx_body_map_focus_moved (CalxBodyMap *self, const CalxRegion *region)
{
  self->has_focus = region != NULL;
  if (region != NULL)
    self->focus = region;
  if (region != NULL && self->from_keyboard)
    reveal (self, region);
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

  if (self->inset != NULL)
    {
      gtk_widget_set_focus_child (GTK_WIDGET (self), NULL);
      return GTK_WIDGET_CLASS (g_type_class_peek_parent (G_OBJECT_GET_CLASS (self)))->grab_focus (GTK_WIDGET (self));
    }
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
bell_unless (CalxBodyMap *self, gboolean done)
{
  if (!done)
    gtk_widget_error_bell (GTK_WIDGET (self));
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

/* --- lesions --- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return (*(CalxLesion *const *) a)->number - (*(CalxLesion *const *) b)->number;
}

/* Selects the next or the previous one of this view, by number, and goes to its region. */
static void
walk_lesions (CalxBodyMap *self, int step)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  guint at = step > 0 ? G_MAXUINT : 0; /* none: begin with the first or the last */
  CalxLesion *next;

  for (guint i = 0; self->lesions != NULL && i < self->lesions->len; i++)
    if (((CalxLesion *) g_ptr_array_index (self->lesions, i))->view == self->view)
      g_ptr_array_add (own, g_ptr_array_index (self->lesions, i));
  if (own->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  g_ptr_array_sort (own, compare_numbers);
  for (guint i = 0; i < own->len; i++)
    if (g_strcmp0 (((CalxLesion *) g_ptr_array_index (own, i))->uuid, self->selected) == 0)
      at = i;
  next = g_ptr_array_index (own, (at + own->len + (guint) (step + (int) own->len)) % own->len);
  if (at == G_MAXUINT)
    next = g_ptr_array_index (own, 0);

  calx_body_map_focus_region (self, calx_regions_find (calx_body_get_regions (self->body),
                                                       next->region_id));
  g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_SELECT], 0, next->uuid);
}

static gboolean
emit_of_selected (CalxBodyMap *self, int signal)
{
  CalxLesion *lesion = calx_body_map_get_selected_lesion (self);

  if (lesion == NULL)
    return FALSE;

  g_signal_emit (self, calx_body_map_signals[signal], 0, lesion->uuid);
  return TRUE;
}

static gboolean
set_type (CalxBodyMap *self, CalxLesionType type)
{
  CalxLesion *lesion = calx_body_map_get_selected_lesion (self);

  if (lesion == NULL)
    return FALSE;

  calx_body_map_begin_edit (self, lesion, CALX_MAP_GRIP_NONE, 0);
  self->edited->type = type;
  calx_body_map_keep_edit (self);
  return TRUE;
}

/* A step back: from the edit, the enlarged inset, the pen, the selection, the zoom. */
static gboolean
step_back (CalxBodyMap *self)
{
  if (self->pressing || self->edited != NULL || self->stroke != NULL)
    {
      calx_body_map_forget_press (self);
      calx_body_map_update_pointed (self);
    }
  else if (self->click_region != NULL)
    calx_body_map_drop_click (self);
  else if (self->enlarged)
    calx_body_map_go_home (self);
  else if (self->pen)
    calx_body_map_set_pen (self, FALSE);
  else if (self->selected != NULL)
    g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_SELECT], 0, NULL);
  else if (!calx_map_viewport_is_home (&self->viewport))
    calx_body_map_go_home (self);
  else
    return FALSE;

  return TRUE;
}

/* --- keys --- */

static void
popup_at_focus (CalxBodyMap *self)
{
  CalxLesion *lesion = calx_body_map_get_selected_lesion (self);
  const CalxRegion *region = self->focus;
  double x, y;

  if (lesion != NULL && (region == NULL || g_str_equal (lesion->region_id, region->id)))
    {
      region = calx_regions_find (calx_body_get_regions (self->body), lesion->region_id);
      calx_body_map_get_place (self, lesion, &x, &y);
      calx_body_map_popup_menu (self, region, x, y, lesion);
    }
  else if (region != NULL && calx_body_map_find_place (self, region, &x, &y))
    {
      calx_body_map_popup_menu (self, region, x, y, NULL);
    }
}

static void
focus_end (CalxBodyMap *self, gboolean last)
{
  if (self->regions->len > 0)
    gtk_widget_grab_focus (
        g_ptr_array_index (self->regions, last ? self->regions->len - 1 : 0));
}

static gboolean
get_arrow (guint key, int *ret_x, int *ret_y)
{
  *ret_x = *ret_y = 0;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *ret_x = -1;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *ret_x = 1;
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *ret_y = -1;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *ret_y = 1;
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

static gboolean
is_delete (guint key)
{
  return key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete;
}

static void
use_arrow (CalxBodyMap *self, int x, int y, GdkModifierType modifiers)
{
  double step = modifiers & GDK_SHIFT_MASK ? LARGE_STEP_MM : STEP_MM;

  switch (self->mode)
    {
    case CALX_MAP_MODE_MOVE:
      bell_unless (self, calx_body_map_nudge (self, x * step, y * step));
      break;
    case CALX_MAP_MODE_OUTLINE:
      bell_unless (self, calx_body_map_nudge_point (self, x * step, y * step));
      break;
    case CALX_MAP_MODE_WALK:
    default:
      if ((modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK)) == 0)
        walk (self, x, y);
      else if (calx_map_viewport_pan (&self->viewport, -x * PAN_STEP, -y * PAN_STEP))
        calx_body_map_viewport_changed (self, FALSE);
      else
        gtk_widget_error_bell (GTK_WIDGET (self));
    }
}

/* Nothing else works until the lesion is put down. */
static gboolean
use_move_key (CalxBodyMap *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_l:
      bell_unless (self, calx_body_map_grow (self, SIZE_STEP_MM, 0, 0));
      return TRUE;
    case GDK_KEY_L:
      bell_unless (self, calx_body_map_grow (self, -SIZE_STEP_MM, 0, 0));
      return TRUE;
    case GDK_KEY_w:
      bell_unless (self, calx_body_map_grow (self, 0, SIZE_STEP_MM, 0));
      return TRUE;
    case GDK_KEY_W:
      bell_unless (self, calx_body_map_grow (self, 0, -SIZE_STEP_MM, 0));
      return TRUE;
    case GDK_KEY_t:
      bell_unless (self, calx_body_map_grow (self, 0, 0, TURN_STEP_DEG));
      return TRUE;
    case GDK_KEY_T:
      bell_unless (self, calx_body_map_grow (self, 0, 0, -TURN_STEP_DEG));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
use_outline_key (CalxBodyMap *self, guint key)
{
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_n:
      calx_body_map_walk_points (self, 1);
      return TRUE;
    case GDK_KEY_p:
      calx_body_map_walk_points (self, -1);
      return TRUE;
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      bell_unless (self, calx_body_map_add_point (self));
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      bell_unless (self, calx_body_map_remove_point (self));
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
use_zoom_key (CalxBodyMap *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      calx_body_map_zoom (self, ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      calx_body_map_zoom (self, 1 / ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      calx_body_map_go_home (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
use_mode_key (CalxBodyMap *self, guint key)
{
  if (is_enter (key))
    {
      calx_body_map_keep_edit (self);
      return TRUE;
    }
  return self->mode == CALX_MAP_MODE_MOVE ? use_move_key (self, key) : use_outline_key (self, key);
}

static gboolean
use_lesion_key (CalxBodyMap *self, guint key)
{
  CalxLesionType type;

  if (is_delete (key))
    return emit_of_selected (self, CALX_BODY_MAP_REMOVE);
  if (key == GDK_KEY_F2)
    return emit_of_selected (self, CALX_BODY_MAP_OPEN);
  if (key == GDK_KEY_period || key == GDK_KEY_comma)
    {
      walk_lesions (self, key == GDK_KEY_period ? 1 : -1);
      return TRUE;
    }
  if (calx_lesion_letter_to_type (gdk_keyval_to_unicode (key), &type))
    return set_type (self, type);

  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_m:
      return calx_body_map_begin_mode (self, CALX_MAP_MODE_MOVE);
    case GDK_KEY_o:
      return calx_body_map_begin_mode (self, CALX_MAP_MODE_OUTLINE);
    case GDK_KEY_c:
      return emit_of_selected (self, CALX_BODY_MAP_COPY);
    default:
      return FALSE;
    }
}

static gboolean
use_map_key (CalxBodyMap *self, guint key, GdkModifierType modifiers)
{
  switch (key)
    {
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      focus_end (self, key == GDK_KEY_End || key == GDK_KEY_KP_End);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_v:
    case GDK_KEY_V:
      g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_SWITCH_VIEW], 0);
      return TRUE;
    case GDK_KEY_z:
    case GDK_KEY_Z:
      calx_body_map_toggle_region (self, self->focus);
      return TRUE;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (self->focus != NULL)
        calx_body_map_place_in (self, self->focus);
      return TRUE;
    case GDK_KEY_F10:
      if (!(modifiers & GDK_SHIFT_MASK))
        return FALSE;
      popup_at_focus (self);
      return TRUE;
    case GDK_KEY_Menu:
      popup_at_focus (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
use_inset_key (CalxBodyMap *self, guint key)
{
  if (key == GDK_KEY_Escape)
    return step_back (self);
  if (!is_enter (key) && key != GDK_KEY_space)
    return FALSE;

  g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_ENLARGE], 0);
  return TRUE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                CalxBodyMap *self)
{
  int x, y;

  if (self->body == NULL || (modifiers & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)))
    return FALSE;
  if (self->inset != NULL)
    return use_inset_key (self, key);

  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu)); /* its keys work while it is open, too */
  calx_body_map_commit_click (self);
  self->from_keyboard = TRUE;
  if (get_arrow (key, &x, &y))
    {
      use_arrow (self, x, y, modifiers);
      return TRUE;
    }
  if (modifiers & GDK_CONTROL_MASK)
    return FALSE;
  if (key == GDK_KEY_Escape)
    return step_back (self);
  if (use_zoom_key (self, key))
    return TRUE;
  if (self->mode != CALX_MAP_MODE_WALK)
    return use_mode_key (self, key);

  return use_map_key (self, key, modifiers) || use_lesion_key (self, key);
}

void
calx_body_map_init_keys (CalxBodyMap *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
