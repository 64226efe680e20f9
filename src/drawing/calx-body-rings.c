/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-rings.h"

#include <math.h>

#include "calx-text.h"

/* Between a polygon and its curve, in user units. */
#define TOLERANCE 0.1

gboolean
calx_body_rings_init (CalxBodyRings      *self,
                      const CalxBodyMark *mark,
                      double              width)
{
  double a = fmax (mark->reach, mark->half_width), b = fmin (mark->reach, mark->half_width);
  double angle = mark->lesion->angle_deg * G_PI / 180.0, c = cos (angle), s = sin (angle);
  double n = ceil (G_PI / acos (1.0 - TOLERANCE / (a + width / 2.0)));
  double x = 1.0, y = 0.0, step_x, step_y;

  /* the smallest radius of its curve */
  if (mark->lesion->outline != NULL || b * b / a < width / 2.0 || n > CALX_BODY_RINGS_MOST)
    return FALSE;
  self->n = (guint) n;
  step_x = cos (2.0 * G_PI / n);
  step_y = sin (2.0 * G_PI / n);
  for (guint i = 0; i < self->n; i++)
    {
      double along = mark->reach * x, across = mark->half_width * y;
      double out_x = mark->half_width * x, out_y = mark->reach * y, length = sqrt (out_x * out_x + out_y * out_y);
      double turned = x * step_x - y * step_y;

      self->points[i] = (CalxPoint) { mark->site_x + along * c - across * s, mark->site_y + along * s + across * c };
      self->normals[i] = (CalxPoint) { (out_x * c - out_y * s) / length, (out_x * s + out_y * c) / length };
      y = x * step_y + y * step_x;
      x = turned;
    }
  return TRUE;
}

static void
trace_line (const CalxBodyRings *self,
            cairo_t             *cr,
            double               outwards)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < self->n; i++)
    cairo_line_to (cr, self->points[i].x + outwards * self->normals[i].x, self->points[i].y + outwards * self->normals[i].y);
  cairo_close_path (cr);
}

void
calx_body_rings_trace (const CalxBodyRings *self,
                       cairo_t             *cr,
                       double               width)
{
  trace_line (self, cr, width / 2.0);
  trace_line (self, cr, -width / 2.0);
}

void
calx_body_rings_fill (cairo_t          *cr,
                      const CalxColour *colour)
{
  calx_set_colour (cr, colour, 1.0);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
}
