/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the selected lesion is held by: the ends of its axes, a knob that turns it, the points of its outline. */
#include <math.h>

#include "calx-body-map-private.h"
#include "calx-text.h"

#define LEAST_REACH 20.0 /* pixels from the middle: handles of a small lesion stand clear of it */
#define TURN_REACH 20.0  /* beyond the end of the length */
/* Of a lesion so small handles would only hide it: it is to be zoomed into first. */
#define LEAST_RADIUS 9.0
#define LEAST_ZOOM 2.0
#define HIT_RADIUS 12.0  /* a target is never smaller than 24 by 24 */
#define HANDLE_RADIUS 4.5
#define POINT_RADIUS 3.5
#define LEAST_SPACING 7.0 /* between the points of an outline: closer they cannot be told apart */
#define BOX_MARGIN 64.0   /* around a lesion: its handles, its number and its rings */

static CalxLesion *
get_held (CalxBodyMap *self)
{
  return self->edited != NULL ? self->edited : calx_body_map_get_selected_lesion (self);
}

static void
append_handle (GArray *handles, CalxMapGrip grip, guint point, double x, double y)
{
  CalxMapHandle handle = { grip, point, x, y };

  g_array_append_val (handles, handle);
}

static void
append_ends (
    GArray *handles, CalxMapGrip grip, double x, double y, double angle_deg, double reach)
{
  double angle = angle_deg * G_PI / 180;

  append_handle (handles, grip, 0, x + reach * cos (angle), y + reach * sin (angle));
  append_handle (handles, grip, 0, x - reach * cos (angle), y - reach * sin (angle));
}

static void
append_ellipse (CalxBodyMap *self, GArray *handles, const CalxLesion *lesion, double x, double y)
{
  double px_per_mm = self->transform.scale / self->stature_mm;
  double width_mm = lesion->width_mm > 0 ? lesion->width_mm : lesion->length_mm;
  double along = fmax (LEAST_REACH, lesion->length_mm * px_per_mm / 2);
  double angle = lesion->angle_deg * G_PI / 180;

  append_ends (handles, CALX_MAP_GRIP_LENGTH, x, y, lesion->angle_deg, along);
  if (lesion->length_mm <= 0)
    return;
  append_ends (handles, CALX_MAP_GRIP_WIDTH, x, y, lesion->angle_deg + 90,
               fmax (LEAST_REACH, width_mm * px_per_mm / 2));
  append_handle (handles, CALX_MAP_GRIP_TURN, 0, x + (along + TURN_REACH) * cos (angle),
                 y + (along + TURN_REACH) * sin (angle));
}

static void
append_outline (CalxBodyMap *self, GArray *handles, const CalxLesion *lesion, double x, double y)
{
  double px_per_mm = self->transform.scale / self->stature_mm;
  double around = 0;

  for (guint i = 0; i < lesion->outline->len; i++)
    {
      const CalxPointMm *a = &g_array_index (lesion->outline, CalxPointMm, i);
      const CalxPointMm *b
        = &g_array_index (lesion->outline, CalxPointMm, (i + 1) % lesion->outline->len);

      around += hypot (b->x_mm - a->x_mm, b->y_mm - a->y_mm) * px_per_mm;
      append_handle (handles, CALX_MAP_GRIP_POINT, i, x + a->x_mm * px_per_mm,
                     y + a->y_mm * px_per_mm);
    }
  if (around < LEAST_SPACING * lesion->outline->len && self->mode != CALX_MAP_MODE_OUTLINE)
    g_array_set_size (handles, 0);
}

static gboolean
is_tiny (CalxBodyMap *self, const CalxLesion *lesion)
{
  return self->edited == NULL && self->viewport.zoom < LEAST_ZOOM
         && lesion->length_mm / 2 * self->transform.scale / self->stature_mm < LEAST_RADIUS;
}

GArray *
calx_body_map_get_handles (CalxBodyMap *self)
{
  CalxLesion *lesion = get_held (self);
  GArray *handles;
  double x, y;

  if (lesion == NULL || self->pen || !(self->stature_mm > 0) || !(self->transform.scale > 0))
    return NULL;
  if (lesion->outline == NULL && is_tiny (self, lesion))
    return NULL;

  handles = g_array_new (FALSE, FALSE, sizeof (CalxMapHandle));
  calx_body_map_locate (self, lesion, &x, &y);
  if (lesion->outline != NULL)
    append_outline (self, handles, lesion, x, y);
  else
    append_ellipse (self, handles, lesion, x, y);
  return handles;
}

/* The nearest, where it is nearer than the middle of the lesion. */
gboolean
calx_body_map_hit_handle (CalxBodyMap *self, double x, double y, CalxMapHandle *ret_handle)
{
  g_autoptr (GArray) handles = calx_body_map_get_handles (self);
  CalxLesion *lesion = get_held (self);
  double middle_x, middle_y, nearest;
  gboolean found = FALSE;

  if (handles == NULL)
    return FALSE;

  calx_body_map_locate (self, lesion, &middle_x, &middle_y);
  nearest = fmin (HIT_RADIUS, hypot (x - middle_x, y - middle_y));
  for (guint i = 0; i < handles->len; i++)
    {
      const CalxMapHandle *handle = &g_array_index (handles, CalxMapHandle, i);
      double distance = hypot (x - handle->x, y - handle->y);

      if (distance >= nearest)
        continue;
      nearest = distance;
      *ret_handle = *handle;
      found = TRUE;
    }
  return found;
}

static void
draw_handle (cairo_t *cr, const CalxPalette *palette, const CalxMapHandle *handle, gboolean held)
{
    double radius = handle->grip == CALX_MAP_GRIP_POINT ? POINT_RADIUS : HANDLE_RADIUS;
  gboolean full = held || handle->grip == CALX_MAP_GRIP_TURN;

  cairo_new_sub_path (cr);
  if (handle->grip == CALX_MAP_GRIP_TURN || handle->grip == CALX_MAP_GRIP_POINT)
    cairo_arc (cr, handle->x, handle->y, held ? radius + 2 : radius, 0, 2 * G_PI);
  else
    cairo_rectangle (cr, handle->x - radius + 0.5, handle->y - radius + 0.5, 2 * radius - 1,
                     2 * radius - 1);
  calx_set_colour (cr, full ? &palette->selected : &palette->background, 1.0);
  cairo_fill_preserve (cr);
  calx_set_colour (cr, full ? &palette->background : &palette->selected, 1.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* From the middle to the knob that turns. */
static void
draw_stem (cairo_t *cr, const CalxPalette *palette, const CalxMapHandle *knob, double x, double y)
{
  
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, knob->x, knob->y);
  calx_set_colour (cr, &palette->selected, 0.6);
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

void
calx_body_map_draw_handles (CalxBodyMap *self, cairo_t *cr)
{
  const CalxPalette *palette = calx_body_map_get_palette (self);
  g_autoptr (GArray) handles = calx_body_map_get_handles (self);
  CalxLesion *lesion = get_held (self);
  double x, y;

  if (handles == NULL || self->grip == CALX_MAP_GRIP_PLACE)
    return;

  calx_body_map_locate (self, lesion, &x, &y);
  for (guint i = 0; i < handles->len; i++)
    if (g_array_index (handles, CalxMapHandle, i).grip == CALX_MAP_GRIP_TURN)
      draw_stem (cr, palette, &g_array_index (handles, CalxMapHandle, i), x, y);
  for (guint i = 0; i < handles->len; i++)
    {
      const CalxMapHandle *handle = &g_array_index (handles, CalxMapHandle, i);

      draw_handle (cr, palette, handle,
                   handle->grip == CALX_MAP_GRIP_POINT && handle->point == self->point
                     && self->edited != NULL);
    }
}

CalxBox
calx_body_map_get_lesion_box (CalxBodyMap *self, const CalxLesion *lesion)
{
  double px_per_mm = self->stature_mm > 0 ? self->transform.scale / self->stature_mm : 0;
  double reach_mm = fmax (lesion->length_mm, lesion->width_mm) / 2;
  double x, y, reach;
  CalxBox box;

  for (guint i = 0; lesion->outline != NULL && i < lesion->outline->len; i++)
    {
      const CalxPointMm *point = &g_array_index (lesion->outline, CalxPointMm, i);

      reach_mm = fmax (reach_mm, hypot (point->x_mm, point->y_mm));
    }
  reach = reach_mm * px_per_mm + BOX_MARGIN;
  calx_body_map_locate (self, lesion, &x, &y);
  box.x0 = floor (CLAMP (x - reach, 0, self->viewport.width));
  box.y0 = floor (CLAMP (y - reach, 0, self->viewport.height));
  box.x1 = ceil (CLAMP (x + reach, 0, self->viewport.width));
  box.y1 = ceil (CLAMP (y + reach, 0, self->viewport.height));
  return box;
}
