/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-marks.h"

#include <math.h>

#include "calx-body-place.h"
#include "calx-body-words.h"
#include "calx-box-grid.h"

/* A sign, in statures, and its limits in pixels: never so small that its pictogram is less than 12 px. */
#define SIGN_RADIUS 0.0125
#define SIGN_LEAST 7.0
#define SIGN_MOST 10.0
/* What the second ring of an ulcerated one takes. */
#define SECOND_RING 2.4
/* Where a view has more marks than this they are drawn as small as they can be read. */
#define CROWD 40
/* A length beyond this is drawn as this, in statures: the picture must stay one of a body. */
#define REACH_MOST 0.12
/* A shape is drawn where it is seen around its sign, of the sign's radius. */
#define SEEN_AROUND 1.1
#define HALF_WIDTH_LEAST 1.5

#define LABEL_SIZE 0.025
#define LABEL_LEAST 11.0
#define LABEL_MOST 15.0
/* A point of paper is that much of a pixel's room. */
#define PAPER 0.75

/* Two signs may come as near as this, of the sum of their radii, before one of them makes way; then it goes as
 * far as it must, in steps of its radius. */
#define FAN_NEAR 0.80
#define FAN_CLEAR 1.06
/* Two boxes that overlap, one of them smaller by this, are of circles that do. */
#define SURELY_NEAR 0.4
#define FAN_STEP 0.7
#define FAN_RINGS 9
#define FAN_DIRECTIONS 18

/* A target is never smaller than 24 by 24. */
#define TARGET_RADIUS 12.0

static double
room (const CalxBodyScene *scene)
{
  return scene->on_paper ? PAPER : 1.0;
}

double
calx_body_label_size (const CalxBodyScene     *scene,
                      const CalxBodyTransform *transform)
{
  return CLAMP (LABEL_SIZE * transform->scale, LABEL_LEAST * room (scene), LABEL_MOST * room (scene));
}

static double
sign_radius (const CalxBodyScene     *scene,
             const CalxBodyTransform *transform)
{
  double least = SIGN_LEAST * room (scene);

  if (scene->lesions != NULL && scene->lesions->len > CROWD * CALX_N_VIEWS)
    return least;
  return CLAMP (SIGN_RADIUS * transform->scale, least, SIGN_MOST * room (scene));
}

/* ---- one mark ---- */

static double
outline_reach (const GArray *outline)
{
  double reach = 0.0;

  for (guint i = 0; i < outline->len; i++)
    {
      const CalxPointMm *point = &g_array_index (outline, CalxPointMm, i);

      reach = fmax (reach, hypot (point->x_mm, point->y_mm));
    }
  return reach;
}

/* Its shape, where size and stature are known and it is larger than its sign. */
static void
mark_set_shape (CalxBodyMark            *self,
                const CalxBodyScene     *scene,
                const CalxBodyTransform *transform)
{
  const CalxLesion *lesion = self->lesion;
  CalxLesionShape   shape = calx_lesion_get_shape (lesion);
  double            most = REACH_MOST * transform->scale;

  self->reach = self->radius;
  if (shape == CALX_LESION_SHAPE_POINT || !(scene->stature_mm > 0.0))
    return;
  self->px_per_mm = transform->scale / scene->stature_mm;
  self->reach = self->px_per_mm * (shape == CALX_LESION_SHAPE_OUTLINE ? outline_reach (lesion->outline)
                                                                      : lesion->length_mm / 2.0);
  self->to_scale = self->reach >= SEEN_AROUND * self->radius;
  if (!self->to_scale)
    {
      self->reach = self->radius;
      return;
    }
  if (shape == CALX_LESION_SHAPE_ELLIPSE)
    {
      double width_mm = lesion->width_mm > CALX_SIZE_UNKNOWN_MM ? lesion->width_mm : lesion->length_mm;

      self->reach = fmin (self->reach, most);
      self->half_width = CLAMP (width_mm / 2.0 * self->px_per_mm, HALF_WIDTH_LEAST, most);
    }
}

static gboolean
mark_is_seen (const CalxBodyMark *self,
              const CalxBox      *page)
{
  return calx_box_distance (page, self->site_x, self->site_y) <= self->reach;
}

void
calx_body_mark_trace (const CalxBodyMark *self,
                      cairo_t            *cr)
{
  const GArray *outline = self->lesion->outline;

  if (outline != NULL)
    {
      for (guint i = 0; i < outline->len; i++)
        {
          const CalxPointMm *point = &g_array_index (outline, CalxPointMm, i);

          cairo_line_to (cr, self->site_x + point->x_mm * self->px_per_mm, self->site_y + point->y_mm * self->px_per_mm);
        }
      cairo_close_path (cr);
      return;
    }
  cairo_save (cr);
  cairo_translate (cr, self->site_x, self->site_y);
  cairo_rotate (cr, self->lesion->angle_deg * G_PI / 180.0);
  cairo_scale (cr, self->reach, self->half_width);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0.0, 0.0, 1.0, 0.0, 2.0 * G_PI);
  cairo_restore (cr);
}

static gboolean
outline_contains (const CalxBodyMark *self,
                  double              x,
                  double              y)
{
  const GArray *outline = self->lesion->outline;
  double        x_mm = (x - self->site_x) / self->px_per_mm, y_mm = (y - self->site_y) / self->px_per_mm;
  gboolean      inside = FALSE;

  for (guint i = 0, before = outline->len - 1; i < outline->len; before = i++)
    {
      const CalxPointMm *a = &g_array_index (outline, CalxPointMm, before);
      const CalxPointMm *b = &g_array_index (outline, CalxPointMm, i);

      if ((a->y_mm <= y_mm) != (b->y_mm <= y_mm) &&
          x_mm < a->x_mm + (y_mm - a->y_mm) * (b->x_mm - a->x_mm) / (b->y_mm - a->y_mm))
        inside = !inside;
    }
  return inside;
}

static gboolean
mark_shape_contains (const CalxBodyMark *self,
                     double              x,
                     double              y)
{
  double angle = self->lesion->angle_deg * G_PI / 180.0;
  double dx = x - self->site_x, dy = y - self->site_y;

  if (!self->to_scale || hypot (dx, dy) > self->reach)
    return FALSE;
  if (self->lesion->outline != NULL)
    return outline_contains (self, x, y);
  return hypot ((dx * cos (angle) + dy * sin (angle)) / self->reach,
                (dy * cos (angle) - dx * sin (angle)) / self->half_width) <= 1.0;
}

gboolean
calx_body_mark_has_label (const CalxBodyMark *self)
{
  return self->label.x1 > self->label.x0;
}

/* ---- signs that make way ---- */

static CalxBox
sign_box (double x,
          double y,
          double radius)
{
  return (CalxBox) { x - radius, y - radius, x + radius, y + radius };
}

/* Whether a sign at a point would come too near one of those that are placed; then @ret_dx and @ret_dy point
 * away from it. */
static gboolean
is_too_near (CalxBoxGrid *placed,
             double       x,
             double       y,
             double       radius,
             double       nearness,
             double      *ret_dx,
             double      *ret_dy)
{
  CalxBox       box = sign_box (x, y, radius);
  const GArray *found;

  if (!calx_box_grid_hits (placed, &box))
    return FALSE;
  found = calx_box_grid_find (placed, &box);
  for (guint i = 0; i < found->len; i++)
    {
      const CalxBox *other = calx_box_grid_get (placed, g_array_index (found, guint, i));
      double         dx = x - (other->x0 + other->x1) / 2.0, dy = y - (other->y0 + other->y1) / 2.0;
      double         other_radius = (other->x1 - other->x0) / 2.0;

      if (hypot (dx, dy) >= nearness * (radius + other_radius))
        continue;
      *ret_dx = dx;
      *ret_dy = dy;
      return TRUE;
    }
  return FALSE;
}

/* The nearest free place around its own, first on the side away from what it would cover. */
static void
mark_make_way (CalxBodyMark  *self,
               CalxBoxGrid   *placed,
               const CalxBox *page,
               guint          n_rings)
{
  double    dx, dy, away, ignored;
  CalxPoint directions[FAN_DIRECTIONS];

  if (!is_too_near (placed, self->x, self->y, self->outer, FAN_NEAR, &dx, &dy))
    return;
  away = dx == 0.0 && dy == 0.0 ? 0.0 : atan2 (dy, dx);
  for (guint turn = 0; turn < FAN_DIRECTIONS; turn++)
    {
      double angle = away + ((turn + 1) / 2) * 2.0 * G_PI / FAN_DIRECTIONS * (turn % 2 == 1 ? -1.0 : 1.0);

      directions[turn] = (CalxPoint) { cos (angle), sin (angle) };
    }
  for (guint ring = 0; ring < n_rings; ring++)
    for (guint turn = 0; turn < FAN_DIRECTIONS; turn++)
      {
        double distance = self->radius * (1.0 + ring * FAN_STEP);
        double x = self->site_x + distance * directions[turn].x, y = self->site_y + distance * directions[turn].y;
        CalxBox core = sign_box (x, y, self->outer * SURELY_NEAR);

        /* most places are taken, and that is soon known */
        if (calx_box_grid_hits (placed, &core))
          continue;
        if (calx_box_distance (page, x, y) > 0.0 ||
            is_too_near (placed, x, y, self->outer, FAN_CLEAR, &ignored, &ignored))
          continue;
        self->x = x;
        self->y = y;
        return;
      }
}

/* Those that are a sign alone keep their places before those whose shape is seen anyway. */
static void
fan_out_some (GArray        *marks,
              CalxBoxGrid   *placed,
              const CalxBox *page,
              gboolean       to_scale)
{
  guint n_rings = marks->len > 2 * CROWD ? FAN_RINGS / 2 : FAN_RINGS;

  for (guint i = 0; i < marks->len; i++)
    {
      CalxBodyMark *mark = &g_array_index (marks, CalxBodyMark, i);
      CalxBox       box;

      if (mark->time.earlier || mark->to_scale != to_scale)
        continue;
      mark_make_way (mark, placed, page, n_rings);
      box = sign_box (mark->x, mark->y, mark->outer);
      calx_box_grid_add (placed, &box);
    }
}

static void
fan_out (GArray        *marks,
         const CalxBox *page)
{
  g_autoptr(CalxBoxGrid) placed = NULL;

  if (marks->len < 2)
    return;
  placed = calx_box_grid_new (page, 2.0 * g_array_index (marks, CalxBodyMark, 0).outer);
  fan_out_some (marks, placed, page, FALSE);
  fan_out_some (marks, placed, page, TRUE);
}

/* ---- all marks ---- */

static int
compare_number (gconstpointer a,
                gconstpointer b)
{
  const CalxBodyMark *left = a;
  const CalxBodyMark *right = b;

  return (left->lesion->number > right->lesion->number) - (left->lesion->number < right->lesion->number);
}

/* Large ones first, so that no mark hides a smaller one. */
static int
compare_drawing (gconstpointer a,
                 gconstpointer b)
{
  const CalxBodyMark *left = a;
  const CalxBodyMark *right = b;

  if (left->time.earlier != right->time.earlier)
    return left->time.earlier ? -1 : 1;
  if (left->reach != right->reach)
    return left->reach > right->reach ? -1 : 1;
  return compare_number (a, b);
}

static CalxBodyLesionTime
time_of (const CalxBodyScene *scene,
         guint                index)
{
  if (scene->times == NULL || index >= scene->times->len)
    return (CalxBodyLesionTime) { .opacity = 1.0 };
  return g_array_index (scene->times, CalxBodyLesionTime, index);
}

static void
add_mark (GArray                  *marks,
          const CalxBodyScene     *scene,
          const CalxBodyTransform *transform,
          const CalxBox           *page,
          guint                    index)
{
  CalxBodyMark mark = { .lesion = g_ptr_array_index (scene->lesions, index), .time = time_of (scene, index) };
  double       body_x, body_y;

  if (mark.lesion->view != scene->view || !(mark.time.opacity > 0.0))
    return;
  calx_body_place_lesion (scene->body, scene->sex, mark.lesion, &body_x, &body_y);
  calx_body_transform_to_device (transform, body_x, body_y, &mark.site_x, &mark.site_y);
  mark.x = mark.site_x;
  mark.y = mark.site_y;
  mark.radius = sign_radius (scene, transform);
  mark.outer = mark.radius + (mark.lesion->ulcerated == CALX_TERNARY_YES && !mark.lesion->healed ? SECOND_RING : 0.0);
  mark_set_shape (&mark, scene, transform);
  if (mark_is_seen (&mark, page))
    g_array_append_val (marks, mark);
}

GArray *
calx_body_marks_new (const CalxBodyScene     *scene,
                     const CalxBodyTransform *transform)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (CalxBodyMark));
  CalxBox page, sides[2];
  gboolean has_sides;

  if (scene->lesions == NULL || !calx_body_transform_get_seen (transform, &page))
    return marks;
  for (guint i = 0; i < scene->lesions->len; i++)
    add_mark (marks, scene, transform, &page, i);
  g_array_sort (marks, compare_number);
  fan_out (marks, &page);
  has_sides = calx_body_words_get_boxes (transform, scene->on_paper, sides);
  calx_body_marks_place_labels (marks, &page, calx_body_label_size (scene, transform), sides, has_sides ? 2 : 0);
  g_array_sort (marks, compare_drawing);
  return marks;
}

CalxLesion *
calx_body_marks_hit (const GArray *marks,
                     double        x,
                     double        y)
{
  CalxLesion *near = NULL, *shape = NULL, *numbered = NULL;
  double      nearest = TARGET_RADIUS;

  g_return_val_if_fail (marks != NULL, NULL);

  for (guint i = marks->len; i > 0; i--)
    {
      const CalxBodyMark *mark = &g_array_index (marks, CalxBodyMark, i - 1);
      double              distance = hypot (x - mark->x, y - mark->y);

      if (mark->time.earlier)
        continue;
      if (distance <= mark->radius)
        return mark->lesion;
      if (distance <= nearest)
        {
          nearest = distance;
          near = mark->lesion;
        }
      if (shape == NULL && mark_shape_contains (mark, x, y))
        shape = mark->lesion;
      if (numbered == NULL && calx_body_mark_has_label (mark) && calx_box_contains (&mark->label, x, y))
        numbered = mark->lesion;
    }
  return shape != NULL ? shape : near != NULL ? near : numbered;
}
