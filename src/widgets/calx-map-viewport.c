/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-map-viewport.h"

#include <math.h>

/* Less than this is no zoom at all. */
#define ZOOM_LEAST_STEP 1.0005

void
calx_map_viewport_init (CalxMapViewport *self, const CalxBox *home)
{
  g_return_if_fail (self != NULL && home != NULL);

  *self = (CalxMapViewport){ .home = *home };
  calx_map_viewport_go_home (self);
}

/* Pixels per body unit with the home box whole. */
static double
get_home_scale (const CalxMapViewport *self)
{
  return fmin (self->width / (self->home.x1 - self->home.x0),
               self->height / (self->home.y1 - self->home.y0));
}

/* Half of what is seen stands on either side of the middle; where it is more than the box, the box is centred. */
static double
clamp_middle (double middle, double from, double to, double seen)
{
  return seen >= to - from ? (from + to) / 2 : CLAMP (middle, from + seen / 2, to - seen / 2);
}

static void
clamp (CalxMapViewport *self)
{
  double scale = get_home_scale (self) * self->zoom;

  if (!(scale > 0))
    return;

  self->x = clamp_middle (self->x, self->home.x0, self->home.x1, self->width / scale);
  self->y = clamp_middle (self->y, self->home.y0, self->home.y1, self->height / scale);
}

void
calx_map_viewport_set_size (CalxMapViewport *self, double width, double height)
{
  g_return_if_fail (self != NULL);

  self->width = width;
  self->height = height;
  clamp (self);
}

gboolean
calx_map_viewport_is_home (const CalxMapViewport *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->zoom <= 1.0;
}

void
calx_map_viewport_go_home (CalxMapViewport *self)
{
  g_return_if_fail (self != NULL);

  self->zoom = 1.0;
  self->x = (self->home.x0 + self->home.x1) / 2;
  self->y = (self->home.y0 + self->home.y1) / 2;
}

void
calx_map_viewport_zoom_at (CalxMapViewport *self, double factor, double x, double y)
{
  CalxBodyTransform before;
  double body_x, body_y, scale;

  g_return_if_fail (self != NULL);
  g_return_if_fail (factor > 0);

  calx_map_viewport_get_transform (self, &before);
  if (!(before.scale > 0))
    return;

  calx_body_transform_to_body (&before, x, y, &body_x, &body_y);
  self->zoom = CLAMP (self->zoom * factor, 1.0, CALX_MAP_ZOOM_MOST);
  if (self->zoom < ZOOM_LEAST_STEP)
    self->zoom = 1.0;
  scale = get_home_scale (self) * self->zoom;
  self->x = body_x - (x - self->width / 2) / scale;
  self->y = body_y - (y - self->height / 2) / scale;
  clamp (self);
}

gboolean
calx_map_viewport_pan (CalxMapViewport *self, double dx, double dy)
{
  double from_x, from_y, scale;

  g_return_val_if_fail (self != NULL, FALSE);

  from_x = self->x;
  from_y = self->y;
  scale = get_home_scale (self) * self->zoom;
  if (!(scale > 0))
    return FALSE;

  self->x -= dx / scale;
  self->y -= dy / scale;
  clamp (self);
  return self->x != from_x || self->y != from_y;
}

void
calx_map_viewport_show_box (CalxMapViewport *self, const CalxBox *box)
{
  double scale = get_home_scale (self);

  g_return_if_fail (box != NULL && box->x1 > box->x0 && box->y1 > box->y0);

  if (!(scale > 0))
    return;

  self->zoom = CLAMP (fmin (self->width / (box->x1 - box->x0), self->height / (box->y1 - box->y0))
                        / scale,
                      1.0, CALX_MAP_ZOOM_MOST);
  self->x = (box->x0 + box->x1) / 2;
  self->y = (box->y0 + box->y1) / 2;
  clamp (self);
}

void
calx_map_viewport_reveal (CalxMapViewport *self, double body_x, double body_y, double margin)
{
  CalxBodyTransform transform;
  double x, y;

  g_return_if_fail (self != NULL);

  calx_map_viewport_get_transform (self, &transform);
  if (!(transform.scale > 0) || calx_map_viewport_is_home (self))
    return;

  calx_body_transform_to_device (&transform, body_x, body_y, &x, &y);
  calx_map_viewport_pan (self, fmax (margin - x, 0) - fmax (x - (self->width - margin), 0),
                         fmax (margin - y, 0) - fmax (y - (self->height - margin), 0));
}

void
calx_map_viewport_get_transform (const CalxMapViewport *self, CalxBodyTransform *ret_transform)
{
  double scale;

  g_return_if_fail (self != NULL && ret_transform != NULL);

  scale = get_home_scale (self) * self->zoom;
  *ret_transform = (CalxBodyTransform){
    .x = self->width / 2 - scale * self->x,
    .y = self->height / 2 - scale * self->y,
    .scale = scale,
    .window = { 0, 0, self->width, self->height },
  };
}
