/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Outlines: drawn in one stroke of pen, finger or mouse, and changed point by point. */
#include <math.h>

#include "calx-body-map-private.h"

#define LEAST_STROKE 10.0 /* pixels: less is a dot */
#define SIMPLE_WITHIN 0.8 /* pixels: what a hand cannot mean */
#define ELLIPSE_POINTS 12
#define NEW_DIAMETER_MM 20.0 /* of the circle to begin with, where no size is known */

/* --- a stroke --- */

static void
append_point (CalxBodyMap *self, double x, double y)
{
  CalxPoint point;

  /* outside the body nothing is drawn */
  if (calx_body_map_snap (self, x, y, &point.x, &point.y) != NULL)
    g_array_append_val (self->stroke, point);
}

void
calx_body_map_begin_stroke (CalxBodyMap *self, double x, double y)
{
  calx_body_map_drop_stroke (self);
  self->stroke = g_array_new (FALSE, FALSE, sizeof (CalxPoint));
  append_point (self, x, y);
}

void
calx_body_map_extend_stroke (CalxBodyMap *self, double x, double y)
{
  if (self->stroke == NULL)
    return;

  append_point (self, x, y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
calx_body_map_drop_stroke (CalxBodyMap *self)
{
  g_clear_pointer (&self->stroke, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
is_dot (CalxBodyMap *self, GArray *stroke)
{
  CalxBox box;

  calx_box_init_empty (&box);
  for (guint i = 0; i < stroke->len; i++)
    {
      const CalxPoint *point = &g_array_index (stroke, CalxPoint, i);

      box.x0 = fmin (box.x0, point->x);
      box.y0 = fmin (box.y0, point->y);
      box.x1 = fmax (box.x1, point->x);
      box.y1 = fmax (box.y1, point->y);
    }
  return stroke->len < CALX_OUTLINE_MIN_POINTS
         || fmax (box.x1 - box.x0, box.y1 - box.y0) * self->transform.scale < LEAST_STROKE;
}

/* Of the area; of the points where there is no area. */
static CalxPoint
get_centroid (GArray *polygon)
{
  CalxPoint centroid = { 0, 0 }, mean = { 0, 0 };
  double twice_area = 0;

  for (guint i = 0; i < polygon->len; i++)
    {
      const CalxPoint *a = &g_array_index (polygon, CalxPoint, i);
      const CalxPoint *b = &g_array_index (polygon, CalxPoint, (i + 1) % polygon->len);
      double cross = a->x * b->y - b->x * a->y;

      twice_area += cross;
      centroid.x += (a->x + b->x) * cross;
      centroid.y += (a->y + b->y) * cross;
      mean.x += a->x / polygon->len;
      mean.y += a->y / polygon->len;
    }
  if (fabs (twice_area) < 1e-12)
    return mean;

  centroid.x /= 3 * twice_area;
  centroid.y /= 3 * twice_area;
  return centroid;
}

/* About a place; what a hand cannot mean is left out. NULL where too little is left. */
static GArray *
to_outline (CalxBodyMap *self, GArray *stroke, double x, double y)
{
  g_autoptr (GArray) drawn = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));

  for (guint i = 0; i < stroke->len; i++)
    {
      const CalxPoint *point = &g_array_index (stroke, CalxPoint, i);
      CalxPointMm mm = { (point->x - x) * self->stature_mm, (point->y - y) * self->stature_mm };

      g_array_append_val (drawn, mm);
    }
  return calx_outline_simplify (drawn, SIMPLE_WITHIN * self->stature_mm / self->transform.scale);
}

/* The place of an outline: its middle, or where it was begun if the middle is off the body. */
static const CalxRegion *
find_middle (CalxBodyMap *self, GArray *polygon, double *ret_x, double *ret_y)
{
  const CalxPoint candidates[] = { get_centroid (polygon), g_array_index (polygon, CalxPoint, 0) };

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      double x, y;
      const CalxRegion *region;

      calx_body_map_to_widget (self, candidates[i].x, candidates[i].y, &x, &y);
      region = calx_body_map_snap (self, x, y, ret_x, ret_y);
      if (region != NULL)
        return region;
    }
  return NULL;
}

gboolean
calx_body_map_end_stroke (CalxBodyMap *self)
{
  g_autoptr (GArray) stroke = g_steal_pointer (&self->stroke);
  g_autoptr (GArray) outline = NULL;
  const CalxRegion *region;
  double x, y;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (stroke == NULL || is_dot (self, stroke) || !(self->stature_mm > 0))
    return FALSE;

  region = find_middle (self, stroke, &x, &y);
  if (region == NULL)
    return FALSE;
  outline = to_outline (self, stroke, x, y);
  if (outline == NULL)
    return FALSE;

  g_signal_emit (self, calx_body_map_signals[CALX_BODY_MAP_PLACE], 0, x, y, region, outline);
  return TRUE;
}

/* --- its points --- */

void
calx_body_map_ensure_outline (CalxBodyMap *self)
{
  CalxLesion *lesion = self->edited;
  g_autoptr (GArray) outline = NULL;
  double length_mm, width_mm, turned;

  if (lesion == NULL || lesion->outline != NULL)
    return;

  length_mm = lesion->length_mm > 0 ? lesion->length_mm : NEW_DIAMETER_MM;
  width_mm = lesion->width_mm > 0 ? lesion->width_mm : length_mm;
  turned = lesion->angle_deg * G_PI / 180;
  outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));
  for (int i = 0; i < ELLIPSE_POINTS; i++)
    {
      double along = length_mm / 2 * cos (2 * G_PI * i / ELLIPSE_POINTS);
      double across = width_mm / 2 * sin (2 * G_PI * i / ELLIPSE_POINTS);
      CalxPointMm point = { along * cos (turned) - across * sin (turned),
                            along * sin (turned) + across * cos (turned) };

      g_array_append_val (outline, point);
    }
  calx_lesion_set_outline (lesion, outline);
}

/* An outline is not changed once it is a lesion's: it gets a new one. FALSE where that is none. */
static gboolean
take_outline (CalxBodyMap *self, GArray *outline)
{
  gboolean taken = calx_lesion_set_outline (self->edited, outline);

  calx_body_map_update_pointed (self);
  return taken;
}

void
calx_body_map_walk_points (CalxBodyMap *self, int step)
{
  guint n = self->edited->outline->len;

  self->point = (self->point + (guint) (step + (int) n)) % n;
  calx_body_map_update_pointed (self);
}

gboolean
calx_body_map_set_point (CalxBodyMap *self, double body_x, double body_y)
{
  g_autoptr (GArray) outline = g_array_copy (self->edited->outline);
  CalxPointMm *point = &g_array_index (outline, CalxPointMm, self->point);
  double x, y;

  if (calx_body_hit (self->body, self->view, body_x, body_y, 0) == NULL)
    return FALSE;

  calx_body_map_get_place (self, self->edited, &x, &y);
  point->x_mm = (body_x - x) * self->stature_mm;
  point->y_mm = (body_y - y) * self->stature_mm;
  return take_outline (self, outline);
}

gboolean
calx_body_map_nudge_point (CalxBodyMap *self, double dx_mm, double dy_mm)
{
  const CalxPointMm *point = &g_array_index (self->edited->outline, CalxPointMm, self->point);

  double x, y;

  calx_body_map_get_place (self, self->edited, &x, &y);
  return calx_body_map_set_point (self, x + (point->x_mm + dx_mm) / self->stature_mm,
                                  y + (point->y_mm + dy_mm) / self->stature_mm);
}

/* Half way to the next one, and goes there. */
gboolean
calx_body_map_add_point (CalxBodyMap *self)
{
  g_autoptr (GArray) outline = g_array_copy (self->edited->outline);
  const CalxPointMm *from = &g_array_index (outline, CalxPointMm, self->point);
  const CalxPointMm *to = &g_array_index (outline, CalxPointMm, (self->point + 1) % outline->len);
  CalxPointMm middle = { (from->x_mm + to->x_mm) / 2, (from->y_mm + to->y_mm) / 2 };

  g_array_insert_val (outline, self->point + 1, middle);
  if (!take_outline (self, outline))
    return FALSE;

  calx_body_map_walk_points (self, 1);
  return TRUE;
}

gboolean
calx_body_map_remove_point (CalxBodyMap *self)
{
  g_autoptr (GArray) outline = g_array_copy (self->edited->outline);

  g_array_remove_index (outline, self->point);
  if (!take_outline (self, outline))
    return FALSE;

  self->point %= outline->len;
  return TRUE;
}
