/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-chart.h"

#include <math.h>

#include "drawing-fixture.h"

static const CalxChartPoint points[] = {
  { { 2026, 1, 1 }, 4.0, FALSE },
  { { 2026, 1, 11 }, NAN, FALSE },
  { { 2026, 1, 21 }, 8.0, FALSE },
  { { 2026, 2, 10 }, 0.0, TRUE },
};

static CalxChart
make (void)
{
  return (CalxChart){ .title = "Area", .unit = "cm²", .points = points, .n_points = G_N_ELEMENTS (points),
                      .decimals = 1, .selected = -1 };
}

static void
test_the_axis_begins_at_zero_and_ends_round (void)
{
  static const struct { double value, least_top, top; } cases[] = {
    { 0.0, 0.0, 1.0 }, { 0.07, 0.0, 0.1 }, { 1.0, 0.0, 1.0 }, { 1.1, 0.0, 2.0 }, { 8.0, 0.0, 10.0 },
    { 33.0, 40.0, 40.0 }, { 512.0, 0.0, 1000.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CalxChartPoint one = { { 2026, 1, 1 }, cases[i].value, FALSE };
      CalxChart chart = make ();
      double x, y;

      chart.points = &one;
      chart.n_points = 1;
      chart.least_top = cases[i].least_top;
      g_assert_cmpfloat_with_epsilon (calx_chart_get_top (&chart), cases[i].top, 1e-12);
      one.value = 0.0;
      g_assert_true (calx_chart_get_place (&chart, 0, 200.0, 100.0, 10.0, &x, &y));
      g_assert_cmpfloat (y, ==, 83.0); /* on the axis */
    }
}

static void
test_days_are_to_scale (void)
{
  CalxChart chart = make ();
  double x[G_N_ELEMENTS (points)] = { 0.0 }, y;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    g_assert_cmpint (calx_chart_get_place (&chart, i, 300.0, 100.0, 10.0, &x[i], &y), ==, i != 1);
  g_assert_cmpfloat_with_epsilon ((x[2] - x[0]) / (x[3] - x[0]), 0.5, 1e-9);
  g_assert_cmpint (calx_chart_find (&chart, x[2] + 3.0, 300.0, 10.0), ==, 2);
  g_assert_cmpint (calx_chart_find (&chart, -50.0, 300.0, 10.0), ==, 0);
  g_assert_cmpint (calx_chart_find (&chart, 900.0, 300.0, 10.0), ==, 3);
}

/* Between two days of which one is not known there is no line; between two that are there is. */
static void
test_the_line_breaks_where_nothing_is_known (void)
{
  const CalxPalette *palette = calx_palette_get (CALX_PALETTE_LIGHT);
  guint ground = 0;

  for (guint known = 0; known < 2; known++)
    {
      CalxChartPoint three[] = { points[0], { { 2026, 1, 11 }, known ? 4.0 : NAN, FALSE }, { { 2026, 1, 21 }, 4.0, FALSE } };
      CalxChart chart = make ();
      cairo_surface_t *picture = fixture_picture (palette, 300, 100);
      cairo_t *cr = cairo_create (picture);
      double x0, x1, y;
      guint between;

      chart.points = three;
      chart.n_points = 3;
      g_assert_true (calx_chart_get_place (&chart, 0, 300.0, 100.0, 10.0, &x0, &y));
      g_assert_true (calx_chart_get_place (&chart, 2, 300.0, 100.0, 10.0, &x1, &y));
      ground = fixture_pixel (picture, (int) (x0 * 0.75 + x1 * 0.25), (int) y);
      calx_chart_draw (&chart, cr, 300.0, 100.0, 10.0, palette);
      between = fixture_pixel (picture, (int) (x0 * 0.75 + x1 * 0.25), (int) y);
      g_assert_cmpint (between == ground, ==, known == 0);
      cairo_destroy (cr);
      cairo_surface_destroy (picture);
    }
}

static void
test_without_points_there_are_axes_alone (void)
{
  const CalxPalette *palette = calx_palette_get (CALX_PALETTE_PRINT);
  cairo_surface_t *picture = fixture_picture (palette, 200, 100);
  cairo_t *cr = cairo_create (picture);
  CalxChart chart = make ();

  chart.n_points = 0;
  g_assert_cmpint (calx_chart_find (&chart, 10.0, 200.0, 10.0), ==, -1);
  calx_chart_draw (&chart, cr, 200.0, 100.0, 10.0, palette);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/the-axis-begins-at-zero-and-ends-round", test_the_axis_begins_at_zero_and_ends_round);
  g_test_add_func ("/chart/days-are-to-scale", test_days_are_to_scale);
  g_test_add_func ("/chart/the-line-breaks-where-nothing-is-known", test_the_line_breaks_where_nothing_is_known);
  g_test_add_func ("/chart/without-points-there-are-axes-alone", test_without_points_there_are_axes_alone);
  return g_test_run ();
}
