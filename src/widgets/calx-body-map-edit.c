/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A lesion in the hand: moved, sized and turned, by the pointer or by keys. It is a copy until it is kept. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-body-map-private.h"
#include "calx-format.h"

#define LEAST_MM 1.0
#define REVEAL_MARGIN 32.0 /* pixels */

/* --- into the hand and out of it --- */

static void
set_aside (CalxBodyMap *self)
{
  self->still = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  for (guint i = 0; i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);

      if (lesion != self->original)
        g_ptr_array_add (self->still, calx_lesion_ref (lesion));
    }
}

void
calx_body_map_begin_edit (CalxBodyMap *self, CalxLesion *lesion, CalxMapGrip grip, guint point)
{
  calx_body_map_drop_edit (self);
  self->original = calx_lesion_ref (lesion);
  self->edited = calx_lesion_copy (lesion);
  self->grip = grip;
  self->point = point;
  set_aside (self);
  calx_body_map_drop_marks (self);
}

void
calx_body_map_drop_edit (CalxBodyMap *self)
{
  if (self->original == NULL)
    return;

  g_clear_pointer (&self->original, calx_lesion_unref);
  g_clear_pointer (&self->edited, calx_lesion_unref);
  g_clear_pointer (&self->still, g_ptr_array_unref);
  self->grip = CALX_MAP_GRIP_NONE;
  self->mode = CALX_MAP_MODE_WALK;
  calx_body_map_drop_marks (self);
}

/* The length is the longer axis: where the width outgrew it they change places. */
static void
order_axes (CalxLesion *lesion)
{
  double length_mm = lesion->length_mm;

  if (lesion->width_mm <= length_mm)
    return;

  lesion->length_mm = lesion->width_mm;
  lesion->width_mm = length_mm;
  lesion->angle_deg = fmod (lesion->angle_deg + 90, 180);
}

void
calx_body_map_keep_edit (CalxBodyMap *self)
{
  g_autoptr (CalxLesion) edited = NULL;
  gboolean changed;

  if (self->edited == NULL)
    return;

  edited = calx_lesion_ref (self->edited);
  order_axes (edited);
  changed = !calx_lesion_equal (edited, self->original);
  calx_body_map_drop_edit (self);
  calx_body_map_update_pointed (self);
  if (changed)
    g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_EDIT], 0, edited);
}

/* --- by the pointer --- */

static double
get_px_per_mm (CalxBodyMap *self)
{
  return self->stature_mm > 0 ? self->transform.scale / self->stature_mm : 0;
}

static void
set_size (CalxLesion *lesion, double length_mm, double width_mm)
{
  lesion->length_mm = fmax (LEAST_MM, length_mm);
  lesion->width_mm = width_mm > 0 ? fmax (LEAST_MM, width_mm) : CALX_SIZE_UNKNOWN_MM;
}

/* How far the pointer went outwards from the middle since the press is added on both sides. What had no size
 * is a circle at first, and so is what had no width. */
static void
drag_size (CalxBodyMap *self, double x, double y)
{
  const CalxLesion *original = self->original;
  double width_mm = original->width_mm > 0 ? original->width_mm : original->length_mm;
  double turned = self->grip == CALX_MAP_GRIP_WIDTH ? 90 : 0;
  double angle = (original->angle_deg + turned) * G_PI / 180;
  double middle_x, middle_y, from, to, grown_mm;

  if (!(get_px_per_mm (self) > 0))
    return;

  calx_body_map_locate (self, original, &middle_x, &middle_y);
  from = (self->press_x - middle_x) * cos (angle) + (self->press_y - middle_y) * sin (angle);
  to = (x - middle_x) * cos (angle) + (y - middle_y) * sin (angle);
  grown_mm = round (2 * (from < 0 ? from - to : to - from) / get_px_per_mm (self));
  if (original->length_mm <= 0)
    set_size (self->edited, grown_mm, grown_mm);
  else if (self->grip == CALX_MAP_GRIP_LENGTH)
    set_size (self->edited, original->length_mm + grown_mm, original->width_mm);
  else
    set_size (self->edited, original->length_mm, fmax (LEAST_MM, width_mm + grown_mm));
}

static double
wrap_angle (double angle_deg)
{
  double wrapped = fmod (angle_deg, 180);

  return wrapped < 0 ? wrapped + 180 : wrapped;
}

static void
drag_turn (CalxBodyMap *self, double x, double y)
{
  double middle_x, middle_y, from, to;

  calx_body_map_locate (self, self->original, &middle_x, &middle_y);
  from = atan2 (self->press_y - middle_y, self->press_x - middle_x);
  to = atan2 (y - middle_y, x - middle_x);
  self->edited->angle_deg
    = wrap_angle (round (self->original->angle_deg + (to - from) * 180 / G_PI));
}

/* What is moved stands on the figure that is shown from here on. */
static void
set_place (CalxBodyMap *self, double x, double y, const CalxRegion *region)
{
  CalxFigure figure;

  calx_lesion_set_place (self->edited, self->view, x, y, region->id);
  if (calx_figure_from_id (calx_body_get_build (self->body), &figure))
    calx_lesion_set_figure (self->edited, figure);
}

/* Outside the body it stays where it last was inside. */
static void
drag_place (CalxBodyMap *self, double x, double y)
{
  double body_x, body_y;
  const CalxRegion *region
    = calx_body_map_snap (self, x + self->grab_dx, y + self->grab_dy, &body_x, &body_y);

  if (region == NULL)
    return;

  set_place (self, body_x, body_y, region);
  self->hover = region;
}

static void
drag_point (CalxBodyMap *self, double x, double y)
{
  double body_x, body_y;

  if (calx_body_map_snap (self, x + self->grab_dx, y + self->grab_dy, &body_x, &body_y) != NULL)
    calx_body_map_set_point (self, body_x, body_y);
}

void
calx_body_map_drag_edit (CalxBodyMap *self, double x, double y)
{
  switch (self->grip)
    {
    case CALX_MAP_GRIP_PLACE:
      drag_place (self, x, y);
      break;
    case CALX_MAP_GRIP_LENGTH:
    case CALX_MAP_GRIP_WIDTH:
      drag_size (self, x, y);
      break;
    case CALX_MAP_GRIP_TURN:
      drag_turn (self, x, y);
      break;
    case CALX_MAP_GRIP_POINT:
      drag_point (self, x, y);
      break;
    case CALX_MAP_GRIP_NONE:
    default:
      return;
    }
  calx_body_map_update_pointed (self);
}

/* --- by keys --- */

gboolean
calx_body_map_begin_mode (CalxBodyMap *self, CalxMapMode mode)
{
  CalxLesion *lesion = calx_body_map_get_selected_lesion (self);
  double x, y;

  if (lesion == NULL || !(self->stature_mm > 0))
    return FALSE;

  calx_body_map_begin_edit (self, lesion, CALX_MAP_GRIP_NONE, 0);
  self->mode = mode;
  if (mode == CALX_MAP_MODE_OUTLINE)
    calx_body_map_ensure_outline (self);
  calx_body_map_get_place (self, lesion, &x, &y);
  calx_map_viewport_reveal (&self->viewport, x, y, REVEAL_MARGIN);
  calx_body_map_viewport_changed (self, FALSE);
  return TRUE;
}

gboolean
calx_body_map_nudge (CalxBodyMap *self, double dx_mm, double dy_mm)
{
  CalxLesion *lesion = self->edited;
  double x, y;
  const CalxRegion *region;

  if (lesion == NULL)
    return FALSE;

  calx_body_map_get_place (self, lesion, &x, &y);
  x += dx_mm / self->stature_mm;
  y += dy_mm / self->stature_mm;
  region = calx_body_hit (self->body, self->view, x, y, 0);
  if (region == NULL)
    return FALSE;

  set_place (self, x, y, region);
  calx_map_viewport_reveal (&self->viewport, x, y, REVEAL_MARGIN);
  calx_body_map_viewport_changed (self, FALSE);
  return TRUE;
}

gboolean
calx_body_map_grow (CalxBodyMap *self, double length_mm, double width_mm, double angle_deg)
{
  CalxLesion *lesion = self->edited;
  double width;

  if (lesion == NULL || lesion->outline != NULL)
    return FALSE;

  width = lesion->width_mm > 0 ? lesion->width_mm : lesion->length_mm;
  if (lesion->length_mm + length_mm < LEAST_MM || (width_mm != 0 && width + width_mm < LEAST_MM))
    return FALSE;

  if (lesion->length_mm <= 0)
    set_size (lesion, length_mm + width_mm, length_mm + width_mm);
  else
    set_size (lesion, lesion->length_mm + length_mm,
              width_mm != 0 ? width + width_mm : lesion->width_mm);
  lesion->angle_deg = wrap_angle (lesion->angle_deg + angle_deg);
  calx_body_map_update_pointed (self);
  return TRUE;
}

char *
calx_body_map_describe_mode (CalxBodyMap *self)
{
  g_autofree char *size = NULL;

  if (self->edited == NULL || self->mode == CALX_MAP_MODE_WALK)
    return NULL;

  if (self->mode == CALX_MAP_MODE_OUTLINE)
    return g_strdup_printf (_("L%d, point %u of %u: N and P walk, arrows move it (Shift: 10 mm), Insert, Delete; "
                              "Enter keeps, Escape undoes"),
                            self->edited->number, self->point + 1, self->edited->outline->len);

  size = calx_format_lesion_size (self->edited);
  return g_strdup_printf (_("L%d, %s: arrows move it (Shift: 10 mm), L longer, W wider, T turns (Shift: back); "
                            "Enter keeps, Escape undoes"),
                          self->edited->number, size);
}
