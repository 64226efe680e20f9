/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include <math.h>
#include <string.h>

#include "calx-body-marks.h"
#include "calx-body-place.h"

#define N_POINTS 400 /* of each view, for each pair of figures */

static CalxRegions *regions;
static CalxBody    *bodies[CALX_N_FIGURES];

/* A point of the figure and its region; the same each time. */
static const CalxRegion *
random_point (GRand    *random,
              CalxBody *body,
              CalxView  view,
              double   *ret_x,
              double   *ret_y)
{
  const CalxRegion *region;

  do
    {
      *ret_x = g_rand_double_range (random, CALX_BODY_X_MIN, CALX_BODY_X_MAX);
      *ret_y = g_rand_double_range (random, 0.0, CALX_BODY_Y_MAX);
      region = calx_body_hit (body, view, *ret_x, *ret_y, 0.0);
    }
  while (region == NULL);
  return region;
}

/* In the region or in a part of it; or, where the figure lacks the part, in its whole. */
static gboolean
is_kept (CalxBody         *body,
         CalxView          view,
         const CalxRegion *region,
         double            x,
         double            y)
{
  const CalxRegion *hit = calx_body_hit (body, view, x, y, 0.0);
  double            x0, y0, x1, y1;

  if (hit == NULL)
    return FALSE;
  if (hit == region || hit->part_of == region)
    return TRUE;
  if (region->part_of == NULL)
    return FALSE;
  return !calx_body_get_region_bounds (body, view, region, &x0, &y0, &x1, &y1)
         && (hit == region->part_of || hit->part_of == region->part_of);
}

static void
test_region_is_kept (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (21);
  double           farthest = 0.0;

  for (guint from = 0; from < CALX_N_FIGURES; from++)
    for (guint to = 0; to < CALX_N_FIGURES; to++)
      for (guint i = 0; i < N_POINTS * CALX_N_VIEWS; i++)
        {
          CalxView          view = i % CALX_N_VIEWS;
          double            x, y, to_x = NAN, to_y = NAN;
          const CalxRegion *region = random_point (random, bodies[from], view, &x, &y);

          g_assert_true (calx_body_map_point (bodies[from], bodies[to], view, region, x, y, &to_x, &to_y));
          if (!is_kept (bodies[to], view, region, to_x, to_y))
            g_error ("%s to %s, %s: (%g, %g) became (%g, %g)", calx_figure_to_id (from), calx_figure_to_id (to), region->id,
                     x, y, to_x, to_y);
          if (from == to)
            g_assert_cmpfloat (hypot (to_x - x, to_y - y), <, 1e-3); /* slits belong to what is beside them */
          farthest = fmax (farthest, hypot (to_x - x, to_y - y));
        }
  g_test_message ("farthest way between two figures: %.3f statures", farthest);
}

/* There and back again: close to where it was, so that neighbours stay neighbours. */
static void
test_there_and_back (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (22);
  guint            n_far = 0;

  for (guint i = 0; i < 2000; i++)
    {
      CalxBody         *man = bodies[CALX_FIGURE_MAN], *large = bodies[CALX_FIGURE_WOMAN_LARGE];
      CalxView          view = i % CALX_N_VIEWS;
      double            x, y, there_x, there_y, back_x, back_y;
      const CalxRegion *region = random_point (random, man, view, &x, &y);

      g_assert_true (calx_body_map_point (man, large, view, region, x, y, &there_x, &there_y));
      g_assert_true (calx_body_map_point (large, man, view, region, there_x, there_y, &back_x, &back_y));
      n_far += hypot (back_x - x, back_y - y) > 0.02 ? 1 : 0;
    }
  g_test_message ("%u of 2000 came back farther off than 0.02 statures", n_far);
  g_assert_cmpuint (n_far, <, 60);
}

static const CalxRegion *
other_side (const CalxRegion *region)
{
  g_autofree char *id = g_strdup (region->id);
  gsize            length = strlen (id);

  if (region->side == CALX_SIDE_MIDLINE)
    return region;
  id[length - 1] = id[length - 1] == 'l' ? 'r' : 'l';
  return calx_regions_find (regions, id);
}

static void
test_mirror (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (23);

  for (guint i = 0; i < 4000; i++)
    {
      CalxBody         *from = bodies[i % CALX_N_FIGURES], *to = bodies[i / CALX_N_FIGURES % CALX_N_FIGURES];
      CalxView          view = i % CALX_N_VIEWS;
      double            x, y, right_x, right_y, left_x, left_y;
      const CalxRegion *region = random_point (random, from, view, &x, &y);

      g_assert_true (calx_body_map_point (from, to, view, region, x, y, &right_x, &right_y));
      g_assert_true (calx_body_map_point (from, to, view, other_side (region), -x, y, &left_x, &left_y));
      g_assert_cmpfloat_with_epsilon (left_x, -right_x, 1e-12);
      g_assert_cmpfloat_with_epsilon (left_y, right_y, 1e-12);
    }
}

/* What lies on the midline, which is the border of many regions, stays at it. */
static void
test_border (void)
{
  for (guint to = 0; to < CALX_N_FIGURES; to++)
    for (double y = 0.20; y < 0.46; y += 0.005)
      {
        CalxBody         *from = bodies[CALX_FIGURE_WOMAN];
        const CalxRegion *region = calx_body_hit (from, CALX_VIEW_ANTERIOR, 0.0, y, 0.0);
        double            x, to_y;

        g_assert_true (calx_body_map_point (from, bodies[to], CALX_VIEW_ANTERIOR, region, 0.0, y, &x, &to_y));
        g_assert_cmpfloat (fabs (x), <, 0.002);
      }
}

static void
test_point_outside_its_region (void)
{
  const CalxRegion *knee = calx_regions_find (regions, "knee_l");
  CalxBody         *body = bodies[CALX_FIGURE_WOMAN];
  double            x, y;

  g_assert_true (calx_body_map_point (body, body, CALX_VIEW_ANTERIOR, knee, 0.05, 0.30, &x, &y));
  g_assert_true (calx_body_hit (body, CALX_VIEW_ANTERIOR, x, y, 0.0) == knee);
  g_assert_true (calx_body_map_point (body, bodies[CALX_FIGURE_CHILD], CALX_VIEW_ANTERIOR, knee, -0.2, 2.0, &x, &y));
  g_assert_true (calx_body_hit (bodies[CALX_FIGURE_CHILD], CALX_VIEW_ANTERIOR, x, y, 0.0) == knee);
  x = 7.0;
  g_assert_false (calx_body_map_point (body, body, CALX_VIEW_POSTERIOR, knee, 0.05, 0.30, &x, &y));
  g_assert_cmpfloat (x, ==, 7.0);
}

/* A lesion of the man, seen on the others; its record stays. */
static void
test_lesion_of_another_figure (void)
{
  CalxBody             *man = bodies[CALX_FIGURE_MAN];
  g_autoptr(CalxLesion) lesion = fixture_lesion (man, 1, CALX_VIEW_ANTERIOR, 0.055, 0.60);
  double                x, y, centre_x, centre_y;

  calx_lesion_set_figure (lesion, CALX_FIGURE_MAN);
  for (guint to = 0; to < CALX_N_FIGURES; to++)
    {
      g_autoptr(GPtrArray) lesions = g_ptr_array_new ();
      g_autoptr(GArray)    marks = NULL;
      CalxBodyScene        scene = { .body = bodies[to], .lesions = lesions };
      CalxBodyTransform    transform;

      g_ptr_array_add (lesions, lesion);
      calx_body_place_lesion (bodies[to], CALX_SEX_FEMALE, lesion, &x, &y);
      g_assert_cmpstr (calx_body_hit (bodies[to], CALX_VIEW_ANTERIOR, x, y, 0.0)->id, ==, lesion->region_id);
      g_assert_cmpint (x == 0.055 && y == 0.60, ==, to == CALX_FIGURE_MAN);
      calx_body_transform_fit (&transform, 0, 0, 480, 800);
      marks = calx_body_marks_new (&scene, &transform);
      calx_body_transform_to_device (&transform, x, y, &centre_x, &centre_y);
      g_assert_cmpfloat_with_epsilon (g_array_index (marks, CalxBodyMark, 0).site_x, centre_x, 1e-9);
      g_assert_cmpfloat_with_epsilon (g_array_index (marks, CalxBodyMark, 0).site_y, centre_y, 1e-9);
    }
  g_assert_true (lesion->x == 0.055 && lesion->y == 0.60);
}

/* Of before figures were recorded: the figure of the sex. */
static void
test_lesion_without_figure (void)
{
  CalxBody             *man = bodies[CALX_FIGURE_MAN];
  g_autoptr(CalxLesion) lesion = fixture_lesion (man, 1, CALX_VIEW_ANTERIOR, 0.055, 0.60);
  double                x, y;

  calx_body_place_lesion (man, CALX_SEX_MALE, lesion, &x, &y);
  g_assert_true (x == 0.055 && y == 0.60);
  calx_body_place_lesion (man, CALX_SEX_FEMALE, lesion, &x, &y);
  g_assert_false (x == 0.055 && y == 0.60);
  g_assert_cmpstr (calx_body_hit (man, CALX_VIEW_ANTERIOR, x, y, 0.0)->id, ==, lesion->region_id);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  regions = fixture_regions ();
  for (guint i = 0; i < CALX_N_FIGURES; i++)
    {
      g_autoptr(GError) error = NULL;

      bodies[i] = calx_body_load (i, regions, &error);
      g_assert_no_error (error);
    }
  g_test_add_func ("/place/every point keeps its region on every other figure", test_region_is_kept);
  g_test_add_func ("/place/a point comes back from another figure", test_there_and_back);
  g_test_add_func ("/place/left mirrors right", test_mirror);
  g_test_add_func ("/place/what is on the midline stays there", test_border);
  g_test_add_func ("/place/a point outside its region counts as the nearest inside", test_point_outside_its_region);
  g_test_add_func ("/place/a lesion of another figure is drawn through its region", test_lesion_of_another_figure);
  g_test_add_func ("/place/a lesion without a figure stands on that of the sex", test_lesion_without_figure);
  status = g_test_run ();
  for (guint i = 0; i < CALX_N_FIGURES; i++)
    calx_body_unref (bodies[i]);
  calx_regions_unref (regions);
  return status;
}
