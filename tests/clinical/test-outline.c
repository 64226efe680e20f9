/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-outline.h"

#include <math.h>

static GArray *
make (const CalxPointMm *points,
      guint              n_points)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));

  g_array_append_vals (outline, points, n_points);
  return outline;
}

#define MAKE(points) make (points, G_N_ELEMENTS (points))

/* A closed stroke around an ellipse, turned by @angle_deg. */
static GArray *
make_ellipse (double length_mm,
              double width_mm,
              double angle_deg,
              guint  n_points)
{
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));
  double turn = angle_deg * G_PI / 180.0;

  for (guint i = 0; i < n_points; i++)
    {
      double t = 2.0 * G_PI * i / n_points;
      double along = length_mm / 2.0 * cos (t);
      double across = width_mm / 2.0 * sin (t);
      CalxPointMm point = { along * cos (turn) - across * sin (turn), along * sin (turn) + across * cos (turn) };

      g_array_append_val (outline, point);
    }
  return outline;
}

static void
test_areas_are_those_of_geometry (void)
{
  static const CalxPointMm square[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 } };
  static const CalxPointMm backwards[] = { { 0, 10 }, { 10, 10 }, { 10, 0 }, { 0, 0 } };
  static const CalxPointMm ell[] = { { 0, 0 }, { 20, 0 }, { 20, 10 }, { 10, 10 }, { 10, 20 }, { 0, 20 } };
  static const CalxPointMm eight[] = { { 0, 0 }, { 10, 10 }, { 10, 0 }, { 0, 10 } };
  static const CalxPointMm twice[] = { { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 },
                                       { 0, 0 }, { 10, 0 }, { 10, 10 }, { 0, 10 } };
  static const CalxPointMm line[] = { { 0, 0 }, { 10, 0 }, { 20, 0 } };
  g_autoptr(GArray) a = MAKE (square);
  g_autoptr(GArray) b = MAKE (backwards);
  g_autoptr(GArray) c = MAKE (ell);
  g_autoptr(GArray) d = MAKE (eight);
  g_autoptr(GArray) e = MAKE (twice);
  g_autoptr(GArray) f = MAKE (line);
  g_autoptr(GArray) g = make_ellipse (40, 20, 30, 360);

  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (a), 100.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (b), 100.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (c), 300.0, 1e-9);
  /* A stroke that crosses itself encloses both halves; gone round twice it is no larger. */
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (d), 50.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (e), 100.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (f), 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (g), G_PI / 4 * 40 * 20, 0.1);
}

static void
test_an_ellipse_is_measured_along_and_across (void)
{
  for (int angle = 0; angle < 180; angle += 15)
    {
      g_autoptr(GArray) outline = make_ellipse (40, 20, angle, 360);
      double length, width, direction;

      calx_outline_measure (outline, &length, &width, &direction);
      g_assert_cmpfloat_with_epsilon (length, 40.0, 1e-6);
      g_assert_cmpfloat_with_epsilon (width, 20.0, 1e-2);
      g_assert_cmpfloat (direction, >=, 0.0);
      g_assert_cmpfloat (direction, <, 180.0);
      g_assert_cmpfloat_with_epsilon (fabs (remainder (direction - angle, 180.0)), 0.0, 1e-6);
    }
}

static void
test_a_mirror_keeps_the_size_and_turns_the_angle (void)
{
  g_autoptr(GArray) outline = make_ellipse (40, 20, 30, 100);
  g_autoptr(GArray) mirrored = calx_outline_mirror (outline);
  g_autoptr(GArray) again = calx_outline_mirror (mirrored);
  double length, width, angle;

  calx_outline_measure (mirrored, &length, &width, &angle);
  g_assert_cmpfloat_with_epsilon (length, 40.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (angle, 150.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (mirrored), calx_outline_get_area_mm2 (outline), 1e-9);
  g_assert_true (calx_outline_equal (outline, again));
  g_assert_false (calx_outline_equal (outline, mirrored));
  g_assert_false (calx_outline_equal (outline, NULL));
  g_assert_true (calx_outline_equal (NULL, NULL));
}

static void
test_a_stroke_is_simplified_without_moving (void)
{
  g_autoptr(GArray) stroke = make_ellipse (400, 200, 30, 5000);
  g_autoptr(GArray) simple = calx_outline_simplify (stroke, 0.5);
  g_autoptr(GArray) finest = calx_outline_simplify (stroke, 0.0);
  g_autoptr(GArray) two = make_ellipse (40, 20, 0, 2);
  g_autoptr(GArray) speck = make_ellipse (0.002, 0.001, 0, 50);

  g_assert_cmpuint (simple->len, <, 100);
  g_assert_cmpuint (simple->len, >, 10);
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (simple) / calx_outline_get_area_mm2 (stroke), 1.0, 0.01);
  g_assert_cmpuint (finest->len, <=, CALX_OUTLINE_MAX_POINTS);
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (finest) / calx_outline_get_area_mm2 (stroke), 1.0, 1e-3);
  g_assert_null (calx_outline_simplify (two, 0.5));
  g_assert_null (calx_outline_simplify (speck, 0.0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/areas-are-those-of-geometry", test_areas_are_those_of_geometry);
  g_test_add_func ("/outline/an-ellipse-is-measured-along-and-across", test_an_ellipse_is_measured_along_and_across);
  g_test_add_func ("/outline/a-mirror-keeps-the-size-and-turns-the-angle",
                   test_a_mirror_keeps_the_size_and_turns_the_angle);
  g_test_add_func ("/outline/a-stroke-is-simplified-without-moving", test_a_stroke_is_simplified_without_moving);
  return g_test_run ();
}
