/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-outline.h"

#include <math.h>

#define STEPS_PER_MM 100.0

typedef struct
{
  double x;
  int    winding;
} Crossing;

static const CalxPointMm *
point_at (GArray *outline,
          guint   index)
{
  return &g_array_index (outline, CalxPointMm, index % outline->len);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *left = a;
  const double *right = b;

  return (*left > *right) - (*left < *right);
}

static int
compare_crossings (gconstpointer a,
                   gconstpointer b)
{
  const Crossing *left = a;
  const Crossing *right = b;

  return (left->x > right->x) - (left->x < right->x);
}

/* Where edges @i and @j cross within both of them. */
static gboolean
find_crossing_y (GArray *outline,
                 guint   i,
                 guint   j,
                 double *ret_y)
{
  const CalxPointMm *a = point_at (outline, i);
  const CalxPointMm *b = point_at (outline, i + 1);
  const CalxPointMm *c = point_at (outline, j);
  const CalxPointMm *d = point_at (outline, j + 1);
  double across = (b->x_mm - a->x_mm) * (d->y_mm - c->y_mm) - (b->y_mm - a->y_mm) * (d->x_mm - c->x_mm);
  double t;
  double u;

  if (across == 0.0)
    return FALSE;
  t = ((c->x_mm - a->x_mm) * (d->y_mm - c->y_mm) - (c->y_mm - a->y_mm) * (d->x_mm - c->x_mm)) / across;
  u = ((c->x_mm - a->x_mm) * (b->y_mm - a->y_mm) - (c->y_mm - a->y_mm) * (b->x_mm - a->x_mm)) / across;
  if (t <= 0.0 || t >= 1.0 || u <= 0.0 || u >= 1.0)
    return FALSE;
  *ret_y = a->y_mm + t * (b->y_mm - a->y_mm);
  return TRUE;
}

/* Every height at which something changes, lowest first: between two of them the edges are straight and
 * keep their order. */
static GArray *
list_heights (GArray *outline)
{
  GArray *heights = g_array_new (FALSE, FALSE, sizeof (double));
  double y;

  for (guint i = 0; i < outline->len; i++)
    {
      g_array_append_val (heights, point_at (outline, i)->y_mm);
      for (guint j = i + 2; j < outline->len; j++)
        if (find_crossing_y (outline, i, j, &y))
          g_array_append_val (heights, y);
    }
  g_array_sort (heights, compare_doubles);
  return heights;
}

/* How much of the line at @y lies inside. */
static double
measure_inside (GArray *outline,
                double  y,
                GArray *crossings)
{
  double inside = 0.0;
  int winding = 0;

  g_array_set_size (crossings, 0);
  for (guint i = 0; i < outline->len; i++)
    {
      const CalxPointMm *a = point_at (outline, i);
      const CalxPointMm *b = point_at (outline, i + 1);
      Crossing crossing;

      if ((a->y_mm <= y) == (b->y_mm <= y))
        continue;
      crossing.x = a->x_mm + (y - a->y_mm) / (b->y_mm - a->y_mm) * (b->x_mm - a->x_mm);
      crossing.winding = a->y_mm <= y ? 1 : -1;
      g_array_append_val (crossings, crossing);
    }
  g_array_sort (crossings, compare_crossings);
  for (guint i = 0; i + 1 < crossings->len; i++)
    {
      const Crossing *left = &g_array_index (crossings, Crossing, i);

      winding += left->winding;
      if (winding != 0)
        inside += left[1].x - left->x;
    }
  return inside;
}

double
calx_outline_get_area_mm2 (GArray *outline)
{
  g_autoptr(GArray) heights = NULL;
  g_autoptr(GArray) crossings = NULL;
  double area = 0.0;

  g_return_val_if_fail (outline != NULL, 0.0);

  if (outline->len < CALX_OUTLINE_MIN_POINTS)
    return 0.0;
  heights = list_heights (outline);
  crossings = g_array_new (FALSE, FALSE, sizeof (Crossing));
  for (guint i = 0; i + 1 < heights->len; i++)
    {
      double low = g_array_index (heights, double, i);
      double high = g_array_index (heights, double, i + 1);

      if (high > low)
        area += (high - low) * measure_inside (outline, (low + high) / 2.0, crossings);
    }
  return area;
}

void
calx_outline_measure (GArray *outline,
                      double *ret_length_mm,
                      double *ret_width_mm,
                      double *ret_angle_deg)
{
  double length = 0.0;
  double dx = 1.0;
  double dy = 0.0;
  double low = G_MAXDOUBLE;
  double high = -G_MAXDOUBLE;
  double angle;

  g_return_if_fail (outline != NULL && outline->len > 0);
  g_return_if_fail (ret_length_mm != NULL && ret_width_mm != NULL && ret_angle_deg != NULL);

  for (guint i = 0; i < outline->len; i++)
    for (guint j = i + 1; j < outline->len; j++)
      {
        double x = point_at (outline, j)->x_mm - point_at (outline, i)->x_mm;
        double y = point_at (outline, j)->y_mm - point_at (outline, i)->y_mm;

        if (hypot (x, y) > length)
          {
            length = hypot (x, y);
            dx = x / length;
            dy = y / length;
          }
      }
  for (guint i = 0; i < outline->len; i++)
    {
      double across = point_at (outline, i)->y_mm * dx - point_at (outline, i)->x_mm * dy;

      low = MIN (low, across);
      high = MAX (high, across);
    }
  angle = fmod (atan2 (dy, dx) * 180.0 / G_PI + 360.0, 180.0);
  *ret_length_mm = length;
  *ret_width_mm = high - low;
  *ret_angle_deg = angle;
}

GArray *
calx_outline_mirror (GArray *outline)
{
  GArray *mirrored;

  g_return_val_if_fail (outline != NULL, NULL);

  mirrored = g_array_sized_new (FALSE, FALSE, sizeof (CalxPointMm), outline->len);
  for (guint i = 0; i < outline->len; i++)
    {
      CalxPointMm point = *point_at (outline, i);

      point.x_mm = 0.0 - point.x_mm; /* not -x: of 0 that is -0, another text */
      g_array_append_val (mirrored, point);
    }
  return mirrored;
}

static double
get_distance (const CalxPointMm *point,
              const CalxPointMm *from,
              const CalxPointMm *to)
{
  double dx = to->x_mm - from->x_mm;
  double dy = to->y_mm - from->y_mm;
  double square = dx * dx + dy * dy;
  double t = 0.0;

  if (square > 0.0)
    t = CLAMP (((point->x_mm - from->x_mm) * dx + (point->y_mm - from->y_mm) * dy) / square, 0.0, 1.0);
  return hypot (point->x_mm - from->x_mm - t * dx, point->y_mm - from->y_mm - t * dy);
}

/* Marks those of the points between @first and @last that must stay (Ramer, Douglas, Peucker). */
static void
mark_kept (GArray   *outline,
           guint     first,
           guint     last,
           double    tolerance_mm,
           gboolean *kept)
{
  guint farthest = first;
  double distance = tolerance_mm;

  for (guint i = first + 1; i < last; i++)
    {
      double d = get_distance (point_at (outline, i), point_at (outline, first), point_at (outline, last));

      if (d > distance)
        {
          distance = d;
          farthest = i;
        }
    }
  if (farthest == first)
    return;
  kept[farthest] = TRUE;
  mark_kept (outline, first, farthest, tolerance_mm, kept);
  mark_kept (outline, farthest, last, tolerance_mm, kept);
}

/* The point farthest from the first: the outline is cut there, and each part simplified. */
static guint
find_farthest (GArray *outline)
{
  guint farthest = 0;
  double distance = 0.0;

  for (guint i = 1; i < outline->len; i++)
    {
      double d = hypot (point_at (outline, i)->x_mm - point_at (outline, 0)->x_mm,
                        point_at (outline, i)->y_mm - point_at (outline, 0)->y_mm);

      if (d > distance)
        {
          distance = d;
          farthest = i;
        }
    }
  return farthest;
}

static double
round_mm (double mm)
{
  return floor (mm * STEPS_PER_MM + 0.5) / STEPS_PER_MM;
}

static GArray *
keep_some (GArray *outline,
           double  tolerance_mm)
{
  g_autofree gboolean *kept = g_new0 (gboolean, outline->len);
  GArray *result = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));
  guint farthest = find_farthest (outline);

  kept[0] = kept[farthest] = TRUE;
  mark_kept (outline, 0, farthest, tolerance_mm, kept);
  mark_kept (outline, farthest, outline->len, tolerance_mm, kept);
  for (guint i = 0; i < outline->len; i++)
    {
      CalxPointMm point = { round_mm (point_at (outline, i)->x_mm), round_mm (point_at (outline, i)->y_mm) };
      const CalxPointMm *before
          = result->len > 0 ? &g_array_index (result, CalxPointMm, result->len - 1) : NULL;

      if (kept[i] && (before == NULL || before->x_mm != point.x_mm || before->y_mm != point.y_mm))
        g_array_append_val (result, point);
    }
  return result;
}

GArray *
calx_outline_simplify (GArray *outline,
                       double  tolerance_mm)
{
  g_autoptr(GArray) result = NULL;

  g_return_val_if_fail (outline != NULL, NULL);
  g_return_val_if_fail (tolerance_mm >= 0.0, NULL);

  if (outline->len < CALX_OUTLINE_MIN_POINTS)
    return NULL;
  result = keep_some (outline, tolerance_mm);
  for (double mm = MAX (tolerance_mm, 1.0 / STEPS_PER_MM); result->len > CALX_OUTLINE_MAX_POINTS; mm *= 2.0)
    {
      g_array_unref (result);
      result = keep_some (outline, mm);
    }
  if (result->len < CALX_OUTLINE_MIN_POINTS)
    return NULL;
  return g_steal_pointer (&result);
}

gboolean
calx_outline_equal (GArray *a,
                    GArray *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (point_at (a, i)->x_mm != point_at (b, i)->x_mm || point_at (a, i)->y_mm != point_at (b, i)->y_mm)
      return FALSE;
  return TRUE;
}
