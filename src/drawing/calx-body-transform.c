/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-transform.h"

#include <math.h>

#include "calx-body.h"

/* Device units by which a window may cut the figure's box and still show all of it: rounding. */
#define WHOLE_WITHIN 0.5

static const CalxBox whole = { CALX_BODY_X_MIN, CALX_BODY_Y_MIN, CALX_BODY_X_MAX, CALX_BODY_Y_MAX };

void
calx_body_transform_fit (CalxBodyTransform *self,
                         double             x,
                         double             y,
                         double             width,
                         double             height)
{
  calx_body_transform_fit_box (self, &whole, x, y, width, height);
}

void
calx_body_transform_fit_box (CalxBodyTransform *self,
                             const CalxBox     *box,
                             double             x,
                             double             y,
                             double             width,
                             double             height)
{
  g_return_if_fail (self != NULL && box != NULL && box->x1 > box->x0 && box->y1 > box->y0);

  self->scale = fmin (width / (box->x1 - box->x0), height / (box->y1 - box->y0));
  self->x = x + width / 2.0 - self->scale * (box->x0 + box->x1) / 2.0;
  self->y = y + height / 2.0 - self->scale * (box->y0 + box->y1) / 2.0;
  self->window = (CalxBox) { x, y, x + width, y + height };
}

void
calx_body_transform_zoom (CalxBodyTransform *self,
                          double             factor,
                          double             x,
                          double             y)
{
  g_return_if_fail (self != NULL && factor > 0.0);

  self->x = x + (self->x - x) * factor;
  self->y = y + (self->y - y) * factor;
  self->scale *= factor;
}

void
calx_body_transform_pan (CalxBodyTransform *self,
                         double             dx,
                         double             dy)
{
  g_return_if_fail (self != NULL);

  self->x += dx;
  self->y += dy;
}

void
calx_body_transform_to_device (const CalxBodyTransform *self,
                               double                   body_x,
                               double                   body_y,
                               double                  *ret_x,
                               double                  *ret_y)
{
  g_return_if_fail (self != NULL);

  *ret_x = self->x + self->scale * body_x;
  *ret_y = self->y + self->scale * body_y;
}

void
calx_body_transform_to_body (const CalxBodyTransform *self,
                             double                   x,
                             double                   y,
                             double                  *ret_body_x,
                             double                  *ret_body_y)
{
  g_return_if_fail (self != NULL && self->scale > 0.0);

  *ret_body_x = (x - self->x) / self->scale;
  *ret_body_y = (y - self->y) / self->scale;
}

static CalxBox
get_whole (const CalxBodyTransform *self)
{
  return (CalxBox) { self->x + self->scale * whole.x0, self->y + self->scale * whole.y0,
                     self->x + self->scale * whole.x1, self->y + self->scale * whole.y1 };
}

static gboolean
has_window (const CalxBodyTransform *self)
{
  return self->window.x1 > self->window.x0 && self->window.y1 > self->window.y0;
}

gboolean
calx_body_transform_get_seen (const CalxBodyTransform *self,
                              CalxBox                 *ret_seen)
{
  CalxBox seen;

  g_return_val_if_fail (self != NULL && ret_seen != NULL, FALSE);

  seen = get_whole (self);
  if (has_window (self))
    {
      seen.x0 = fmax (seen.x0, self->window.x0);
      seen.y0 = fmax (seen.y0, self->window.y0);
      seen.x1 = fmin (seen.x1, self->window.x1);
      seen.y1 = fmin (seen.y1, self->window.y1);
    }
  if (!(seen.x1 > seen.x0 && seen.y1 > seen.y0))
    return FALSE;
  *ret_seen = seen;
  return TRUE;
}

gboolean
calx_body_transform_shows_all (const CalxBodyTransform *self)
{
  CalxBox all, window;

  g_return_val_if_fail (self != NULL, TRUE);

  all = get_whole (self);
  window = self->window;
  return !has_window (self) || (all.x0 >= window.x0 - WHOLE_WITHIN && all.y0 >= window.y0 - WHOLE_WITHIN &&
                                all.x1 <= window.x1 + WHOLE_WITHIN && all.y1 <= window.y1 + WHOLE_WITHIN);
}
