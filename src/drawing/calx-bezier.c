/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-bezier.h"

#include <math.h>

static CalxPoint
point_mirror (CalxPoint point)
{
  return (CalxPoint) { -point.x, point.y };
}

CalxBezier
calx_bezier_reverse (const CalxBezier *self)
{
  return (CalxBezier) { { self->p[3], self->p[2], self->p[1], self->p[0] } };
}

static CalxBezier
bezier_mirror_reverse (const CalxBezier *self)
{
  CalxBezier back = calx_bezier_reverse (self);

  for (guint i = 0; i < 4; i++)
    back.p[i] = point_mirror (back.p[i]);
  return back;
}

CalxPoint
calx_bezier_at (const CalxBezier *self,
                double            t)
{
  double u = 1.0 - t;
  double a = u * u * u, b = 3.0 * u * u * t, c = 3.0 * u * t * t, d = t * t * t;

  return (CalxPoint) {
    a * self->p[0].x + b * self->p[1].x + c * self->p[2].x + d * self->p[3].x,
    a * self->p[0].y + b * self->p[1].y + c * self->p[2].y + d * self->p[3].y,
  };
}

GArray *
calx_chain_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (CalxBezier));
}

void
calx_chain_append_mirror (GArray       *self,
                          const GArray *from)
{
  for (guint i = from->len; i > 0; i--)
    {
      CalxBezier piece = bezier_mirror_reverse (&g_array_index (from, CalxBezier, i - 1));

      g_array_append_val (self, piece);
    }
}

GArray *
calx_chain_mirror (const GArray *self)
{
  GArray *mirror = calx_chain_new ();

  calx_chain_append_mirror (mirror, self);
  return mirror;
}

/* Of the two ways to run along a curve, the one that every user of it agrees on. */
static gboolean
bezier_runs_backwards (const CalxBezier *self)
{
  if (self->p[0].y != self->p[3].y)
    return self->p[0].y > self->p[3].y;
  return fabs (self->p[0].x) > fabs (self->p[3].x);
}

static void
bezier_flatten_onto (const CalxBezier *self,
                     GArray           *points)
{
  gboolean   backwards = bezier_runs_backwards (self);
  CalxBezier forwards = backwards ? calx_bezier_reverse (self) : *self;

  g_array_append_val (points, self->p[0]);
  for (guint i = 1; i < CALX_BEZIER_STEPS; i++)
    {
      guint     step = backwards ? CALX_BEZIER_STEPS - i : i;
      CalxPoint point = calx_bezier_at (&forwards, step / (double) CALX_BEZIER_STEPS);

      g_array_append_val (points, point);
    }
}

GArray *
calx_chain_flatten (const GArray *self)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (CalxPoint),
                                      self->len * CALX_BEZIER_STEPS);

  for (guint i = 0; i < self->len; i++)
    bezier_flatten_onto (&g_array_index (self, CalxBezier, i), points);
  return points;
}

void
calx_chain_trace (const GArray *self,
                  cairo_t      *cr,
                  gboolean      close)
{
  for (guint i = 0; i < self->len; i++)
    {
      const CalxPoint *p = g_array_index (self, CalxBezier, i).p;

      if (i == 0)
        cairo_move_to (cr, p[0].x, p[0].y);
      cairo_curve_to (cr, p[1].x, p[1].y, p[2].x, p[2].y, p[3].x, p[3].y);
    }
  if (close)
    cairo_close_path (cr);
}

/* Where an edge that crosses the row of @y does so. It is taken from its upper to its lower end, so
 * that two neighbours judge their common edge alike, and no point between them is in both or in
 * neither. */
static double
edge_x_at (CalxPoint a,
           CalxPoint b,
           double    y)
{
  CalxPoint upper = a.y <= b.y ? a : b;
  CalxPoint lower = a.y <= b.y ? b : a;

  return upper.x + (y - upper.y) * (lower.x - upper.x) / (lower.y - upper.y);
}

gboolean
calx_polygon_contains (const GArray *self,
                       double        x,
                       double        y)
{
  const CalxPoint *points = (const CalxPoint *) (gconstpointer) self->data;
  gboolean         inside = FALSE;

  for (guint i = 0, before = self->len - 1; i < self->len; before = i++)
    {
      CalxPoint a = points[before], b = points[i];

      if ((a.y <= y) != (b.y <= y) && x < edge_x_at (a, b, y))
        inside = !inside;
    }
  return inside;
}

static double
edge_distance_squared (CalxPoint a,
                       CalxPoint b,
                       double    x,
                       double    y)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0.0 ? ((x - a.x) * dx + (y - a.y) * dy) / length : 0.0;

  t = CLAMP (t, 0.0, 1.0);
  dx = a.x + t * dx - x;
  dy = a.y + t * dy - y;
  return dx * dx + dy * dy;
}

/* To the nearest edge, from either side. */
double
calx_polygon_distance (const GArray *self,
                       double        x,
                       double        y)
{
  double best = INFINITY;

  for (guint i = 0; i < self->len; i++)
    best = fmin (best,
                 edge_distance_squared (g_array_index (self, CalxPoint, i),
                                        g_array_index (self, CalxPoint, (i + 1) % self->len), x, y));
  return sqrt (best);
}

double
calx_polygon_area (const GArray *self)
{
  double twice = 0.0;

  for (guint i = 0; i < self->len; i++)
    {
      CalxPoint a = g_array_index (self, CalxPoint, i);
      CalxPoint b = g_array_index (self, CalxPoint, (i + 1) % self->len);

      twice += a.x * b.y - b.x * a.y;
    }
  return fabs (twice) / 2.0;
}

void
calx_polygon_extend_box (const GArray *self,
                         CalxBox      *box)
{
  for (guint i = 0; i < self->len; i++)
    {
      CalxPoint point = g_array_index (self, CalxPoint, i);

      box->x0 = fmin (box->x0, point.x);
      box->y0 = fmin (box->y0, point.y);
      box->x1 = fmax (box->x1, point.x);
      box->y1 = fmax (box->y1, point.y);
    }
}

void
calx_box_init_empty (CalxBox *self)
{
  *self = (CalxBox) { INFINITY, INFINITY, -INFINITY, -INFINITY };
}

gboolean
calx_box_contains (const CalxBox *self,
                   double         x,
                   double         y)
{
  return x >= self->x0 && x <= self->x1 && y >= self->y0 && y <= self->y1;
}

double
calx_box_distance (const CalxBox *self,
                   double         x,
                   double         y)
{
  double dx = fmax (fmax (self->x0 - x, x - self->x1), 0.0);
  double dy = fmax (fmax (self->y0 - y, y - self->y1), 0.0);

  return hypot (dx, dy);
}
