/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-place.h"

#include <math.h>

#include "calx-body-private.h"

/* Points of an outline between two corners that correspond. */
#define STEPS 24
/* How far inside a point that was outside is put, and the steps from the border to the middle that are tried. */
#define INSIDE 4e-4
#define STEPS_INWARDS 64
/* On the border. */
#define NEAR 1e-9

/* ---- inside ---- */

static CalxPoint
nearest_on_edge (CalxPoint a,
                 CalxPoint b,
                 CalxPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0.0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length : 0.0;

  t = CLAMP (t, 0.0, 1.0);
  return (CalxPoint) { a.x + t * dx, a.y + t * dy };
}

static CalxPoint
nearest_on_border (const CalxBodyShape *shape,
                   CalxPoint            point)
{
  CalxPoint nearest = shape->centre;
  double    best = INFINITY;

  for (guint i = 0; i < shape->polygons->len; i++)
    {
      const GArray *polygon = g_ptr_array_index (shape->polygons, i);

      for (guint k = 0; k < polygon->len; k++)
        {
          CalxPoint at = nearest_on_edge (g_array_index (polygon, CalxPoint, k),
                                          g_array_index (polygon, CalxPoint, (k + 1) % polygon->len), point);
          double    distance = hypot (at.x - point.x, at.y - point.y);

          if (distance >= best)
            continue;
          best = distance;
          nearest = at;
        }
    }
  return nearest;
}

static gboolean
contains (const CalxBodyShape *shape,
          CalxPoint            point)
{
  return calx_body_shape_contains (shape, point.x, point.y);
}

/* The nearest point inside, a little off the border. */
static CalxPoint
move_inside (const CalxBodyShape *shape,
             CalxPoint            point)
{
  CalxPoint border, inside;
  double    length;

  if (contains (shape, point))
    return point;
  border = nearest_on_border (shape, point);
  length = hypot (border.x - point.x, border.y - point.y);
  if (length > 0.0)
    {
      inside = (CalxPoint) { border.x + (border.x - point.x) / length * INSIDE,
                             border.y + (border.y - point.y) / length * INSIDE };
      if (contains (shape, inside))
        return inside;
    }
  for (guint i = 1; i < STEPS_INWARDS; i++)
    {
      double t = i * i / (double) (STEPS_INWARDS * STEPS_INWARDS);

      inside = (CalxPoint) { border.x + t * (shape->centre.x - border.x), border.y + t * (shape->centre.y - border.y) };
      if (contains (shape, inside))
        return inside;
    }
  return shape->centre;
}

/* ---- outlines that correspond ---- */

/* @n points at equal distances along a run of curves, its start and not its end. */
static void
sample_run (const GArray *polygon,
            guint         from,
            guint         to,
            guint         n,
            GArray       *points)
{
  double total = 0.0, done = 0.0;
  guint  at = from;

  for (guint i = from; i < to; i++)
    {
      CalxPoint a = g_array_index (polygon, CalxPoint, i), b = g_array_index (polygon, CalxPoint, (i + 1) % polygon->len);

      total += hypot (b.x - a.x, b.y - a.y);
    }
  for (guint i = 0; i < n; i++)
    {
      double    wanted = total * i / n, length = 0.0, t;
      CalxPoint a = { 0 }, b = { 0 }, point;

      for (; at < to; at++, done += length)
        {
          a = g_array_index (polygon, CalxPoint, at);
          b = g_array_index (polygon, CalxPoint, (at + 1) % polygon->len);
          length = hypot (b.x - a.x, b.y - a.y);
          if (done + length >= wanted)
            break;
        }
      t = length > 0.0 ? CLAMP ((wanted - done) / length, 0.0, 1.0) : 0.0;
      point = (CalxPoint) { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
      g_array_append_val (points, point);
    }
}

/* As many points on each piece of a loop as on the same piece of any other figure. */
static GArray *
sample_loop (const CalxBodyShape *shape,
             guint                loop,
             guint                n_corners)
{
  const GArray *polygon = g_ptr_array_index (shape->polygons, loop);
  const GArray *corners = g_ptr_array_index (shape->corners, loop);
  GArray       *points = g_array_new (FALSE, FALSE, sizeof (CalxPoint));

  if (corners->len != n_corners)
    {
      sample_run (polygon, 0, polygon->len, n_corners * STEPS, points);
      return points;
    }
  for (guint i = 0; i < n_corners; i++)
    {
      guint from = g_array_index (corners, guint, i) * CALX_BEZIER_STEPS;
      guint to = i + 1 < n_corners ? g_array_index (corners, guint, i + 1) * CALX_BEZIER_STEPS : polygon->len;

      sample_run (polygon, from, to, STEPS, points);
    }
  return points;
}

/* ---- mean value coordinates (Floater 2003) ---- */

/* The tangent of half the angle under which an edge is seen. */
static double
half_tangent (CalxPoint a,
              CalxPoint b)
{
  double cross = a.x * b.y - a.y * b.x;
  double dot = a.x * b.x + a.y * b.y;

  return cross != 0.0 ? (hypot (a.x, a.y) * hypot (b.x, b.y) - dot) / cross : 0.0;
}

static CalxPoint
seen_from (const GArray *polygon,
           guint         index,
           CalxPoint     point)
{
  CalxPoint at = g_array_index (polygon, CalxPoint, index % polygon->len);

  return (CalxPoint) { at.x - point.x, at.y - point.y };
}

/* A point on the edge from @here to @next: then it is carried along the edge alone. */
static gboolean
is_on_edge (CalxPoint here,
            CalxPoint next)
{
  double length = hypot (next.x - here.x, next.y - here.y);
  double cross = here.x * next.y - here.y * next.x;

  return here.x * next.x + here.y * next.y <= 0.0 && fabs (cross) <= NEAR * length;
}

static CalxPoint
carry_along (const GArray *to,
             guint         index,
             double        before,
             double        after)
{
  CalxPoint a = g_array_index (to, CalxPoint, index), b = g_array_index (to, CalxPoint, (index + 1) % to->len);
  double    t = before + after > 0.0 ? before / (before + after) : 0.0;

  return (CalxPoint) { a.x + t * (b.x - a.x), a.y + t * (b.y - a.y) };
}

/* What lies at @point within @from, carried to @to. */
static CalxPoint
carry (const GArray *from,
       const GArray *to,
       CalxPoint     point)
{
  double sum = 0.0, x = 0.0, y = 0.0, before;

  before = half_tangent (seen_from (from, from->len - 1, point), seen_from (from, 0, point));
  for (guint i = 0; i < from->len; i++)
    {
      CalxPoint here = seen_from (from, i, point), next = seen_from (from, i + 1, point);
      CalxPoint target = g_array_index (to, CalxPoint, i);
      double    distance = hypot (here.x, here.y);
      double    after = half_tangent (here, next), weight;

      if (distance < NEAR)
        return target;
      if (is_on_edge (here, next))
        return carry_along (to, i, distance, hypot (next.x, next.y));
      weight = (before + after) / distance;
      before = after;
      sum += weight;
      x += weight * target.x;
      y += weight * target.y;
    }
  if (sum == 0.0 || !isfinite (x / sum) || !isfinite (y / sum))
    return g_array_index (to, CalxPoint, 0);
  return (CalxPoint) { x / sum, y / sum };
}

/* The loop that holds the point; the first if none does. */
static guint
find_loop (const CalxBodyShape *shape,
           CalxPoint            point)
{
  for (guint i = 0; i < shape->polygons->len; i++)
    if (calx_polygon_contains (g_ptr_array_index (shape->polygons, i), point.x, point.y))
      return i;
  return 0;
}

static CalxPoint
carry_between (const CalxBodyShape *from,
               const CalxBodyShape *to,
               CalxPoint            point)
{
  guint             loop = find_loop (from, point);
  g_autoptr(GArray) source = NULL, target = NULL;
  guint             n_from, n_to, n_corners;

  if (loop >= to->loops->len)
    return to->centre;
  n_from = ((GArray *) g_ptr_array_index (from->corners, loop))->len;
  n_to = ((GArray *) g_ptr_array_index (to->corners, loop))->len;
  /* pieces that are counted differently do not correspond: then the whole loop does */
  n_corners = n_from == n_to ? n_from : MAX (n_from, n_to) + 1;
  source = sample_loop (from, loop, n_corners);
  target = sample_loop (to, loop, n_corners);
  return carry (source, target, point);
}

/* ---- between figures ---- */

/* Both figures' shape of the region, or of the whole that it is a part of. */
static gboolean
find_shapes (CalxBody             *from,
             CalxBody             *to,
             CalxView              view,
             const CalxRegion     *region,
             const CalxBodyShape **ret_from,
             const CalxBodyShape **ret_to)
{
  for (; region != NULL; region = region->part_of)
    {
      const CalxRegion *other = calx_regions_find (calx_body_get_regions (to), region->id);

      *ret_from = calx_body_find_shape (from, view, region);
      *ret_to = other != NULL ? calx_body_find_shape (to, view, other) : NULL;
      if (*ret_from != NULL && *ret_to != NULL)
        return TRUE;
    }
  return FALSE;
}

static CalxPoint
mirrored (CalxPoint point)
{
  return (CalxPoint) { -point.x, point.y };
}

gboolean
calx_body_map_point (CalxBody         *from,
                     CalxBody         *to,
                     CalxView          view,
                     const CalxRegion *region,
                     double            x,
                     double            y,
                     double           *ret_x,
                     double           *ret_y)
{
  const CalxBodyShape *source, *target;
  CalxPoint            point = { x, y };
  gboolean             mirror;

  g_return_val_if_fail (from != NULL && to != NULL && view < CALX_N_VIEWS && region != NULL, FALSE);
  g_return_val_if_fail (isfinite (x) && isfinite (y), FALSE);

  if (!find_shapes (from, to, view, region, &source, &target))
    return FALSE;
  /* one half is the image of the other: what is found for one is found for both */
  mirror = source->mirror_of != NULL || (region->side == CALX_SIDE_MIDLINE && x < 0.0);
  if (mirror)
    point = mirrored (point);
  if (source->mirror_of != NULL)
    {
      source = source->mirror_of;
      target = target->mirror_of;
    }
  point = move_inside (source, point);
  if (source != target)
    point = move_inside (target, carry_between (source, target, point));
  if (mirror)
    point = mirrored (point);
  *ret_x = point.x;
  *ret_y = point.y;
  return TRUE;
}

/* The figure on which a lesion was marked; loaded once. Transfer none; NULL where it cannot be had. */
static CalxBody *
get_other (CalxBody   *self,
           CalxFigure  figure)
{
  CalxBody *other;

  if (g_str_equal (self->build, calx_figure_to_id (figure)))
    return self;
  g_mutex_lock (&self->lock);
  if (self->others[figure] == NULL)
    self->others[figure] = calx_body_load (figure, self->regions, NULL);
  other = self->others[figure];
  g_mutex_unlock (&self->lock);
  return other;
}

void
calx_body_place_point (CalxBody         *body,
                       CalxFigure        figure,
                       CalxView          view,
                       const CalxRegion *region,
                       double            x,
                       double            y,
                       double           *ret_x,
                       double           *ret_y)
{
  CalxBody *from;

  g_return_if_fail (body != NULL && region != NULL && ret_x != NULL && ret_y != NULL);

  *ret_x = x;
  *ret_y = y;
  from = get_other (body, figure);
  if (from != NULL)
    calx_body_map_point (from, body, view, region, x, y, ret_x, ret_y);
}

void
calx_body_place_lesion (CalxBody         *body,
                        CalxSex           sex,
                        const CalxLesion *lesion,
                        double           *ret_x,
                        double           *ret_y)
{
  const CalxRegion *region;

  g_return_if_fail (body != NULL && lesion != NULL && ret_x != NULL && ret_y != NULL);

  *ret_x = lesion->x;
  *ret_y = lesion->y;
  region = calx_regions_find (body->regions, lesion->region_id);
  if (region != NULL)
    calx_body_place_point (body, calx_lesion_get_figure (lesion, sex), lesion->view, region, lesion->x, lesion->y,
                           ret_x, ret_y);
}
