/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-counts.h"

#include <math.h>

#include "drawing-fixture.h"

/* The clinic's map: density, its colours, its numbers. */

static GArray *
lesions_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (CalxSiteLesion));
}

static void
add (GArray   *lesions,
     CalxBody *body,
     CalxView  view,
     double    x,
     double    y)
{
  CalxSiteLesion lesion = { .patient = lesions->len, .view = view, .x = x, .y = y,
                            .region = calx_body_hit (body, view, x, y, 0.0) };

  g_assert_nonnull (lesion.region);
  g_assert_true (calx_figure_from_id (calx_body_get_build (body), &lesion.figure));
  g_array_append_val (lesions, lesion);
}

static void
test_nothing_is_nothing (void)
{
  g_autoptr(CalxBody)        body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GArray)          lesions = lesions_new ();
  g_autoptr(CalxBodyDensity) density = calx_body_density_new (body, lesions);

  g_assert_cmpfloat (calx_body_density_get_max (density), ==, 0.0);
  g_assert_cmpuint (calx_body_density_get_n_bands (density), ==, 0);
}

static void
test_a_lesion_counts_one_where_it_stands (void)
{
  g_autoptr(CalxBody)        body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GArray)          lesions = lesions_new ();
  g_autoptr(CalxBodyDensity) density = NULL;
  double before = 1.0;

  add (lesions, body, CALX_VIEW_ANTERIOR, 0.05, 0.42);
  density = calx_body_density_new (body, lesions);
  g_assert_cmpfloat_with_epsilon (calx_body_density_get (density, CALX_VIEW_ANTERIOR, 0.05, 0.42), 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (calx_body_density_get_max (density), 1.0, 1e-9);
  g_assert_cmpuint (calx_body_density_get_n_bands (density), ==, 1);
  for (double y = 0.424; y < 0.5; y += 0.004)
    {
      double here = calx_body_density_get (density, CALX_VIEW_ANTERIOR, 0.05, y);

      g_assert_cmpfloat (here, <=, before);
      before = here;
    }
  g_assert_cmpfloat (before, ==, 0.0);
  g_assert_cmpfloat (calx_body_density_get (density, CALX_VIEW_POSTERIOR, 0.05, 0.42), ==, 0.0);
}

static void
test_left_and_right_are_mirror_images (void)
{
  g_autoptr(CalxBody)        body = fixture_body (CALX_FIGURE_MAN);
  g_autoptr(GArray)          lesions = lesions_new ();
  g_autoptr(CalxBodyDensity) density = NULL;
  g_autoptr(GRand)           random = g_rand_new_with_seed (11);
  guint                      n_compared = 0;

  for (guint i = 0; i < 300; i++)
    {
      double   x = g_rand_double_range (random, 0.0, CALX_BODY_X_MAX);
      double   y = g_rand_double_range (random, 0.0, CALX_BODY_Y_MAX);
      CalxView view = g_rand_int_range (random, 0, CALX_N_VIEWS);

      if (calx_body_hit (body, view, x, y, 0.0) == NULL)
        continue;
      add (lesions, body, view, x, y);
      add (lesions, body, view, -x, y);
    }
  density = calx_body_density_new (body, lesions);
  for (double y = CALX_BODY_Y_MIN + 0.002; y < CALX_BODY_Y_MAX; y += 0.004)
    for (double x = 0.002; x < CALX_BODY_X_MAX; x += 0.004)
      for (guint view = 0; view < CALX_N_VIEWS; view++)
        {
          double right = calx_body_density_get (density, view, x, y);

          /* a cell that the edge halves may fall to either side of it */
          if (fabs (right - calx_body_density_get (density, view, -x, y)) < 1e-6)
            n_compared += right > 0.0;
          else
            g_assert_true (calx_body_hit (body, view, x, y, 0.0) == NULL ||
                           calx_body_hit (body, view, x + 0.005, y, 0.0) == NULL ||
                           calx_body_hit (body, view, x - 0.005, y, 0.0) == NULL ||
                           calx_body_hit (body, view, x, y + 0.005, 0.0) == NULL ||
                           calx_body_hit (body, view, x, y - 0.005, 0.0) == NULL);
        }
  g_assert_cmpuint (n_compared, >, 1000);
}

static void
test_nothing_lies_outside_the_figure (void)
{
  g_autoptr(CalxBody)        body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GArray)          lesions = lesions_new ();
  g_autoptr(CalxBodyDensity) density = NULL;
  guint                      n_outside = 0;

  for (double y = 0.05; y < 1.0; y += 0.01)
    for (double x = -0.29; x < 0.3; x += 0.01)
      if (calx_body_hit (body, CALX_VIEW_ANTERIOR, x, y, 0.0) != NULL)
        add (lesions, body, CALX_VIEW_ANTERIOR, x, y);
  density = calx_body_density_new (body, lesions);
  for (double y = CALX_BODY_Y_MIN; y < CALX_BODY_Y_MAX; y += 0.007)
    for (double x = CALX_BODY_X_MIN; x < CALX_BODY_X_MAX; x += 0.007)
      if (calx_body_hit (body, CALX_VIEW_ANTERIOR, x, y, 0.004) == NULL)
        {
          n_outside++;
          g_assert_cmpfloat (calx_body_density_get (density, CALX_VIEW_ANTERIOR, x, y), ==, 0.0);
        }
  g_assert_cmpuint (n_outside, >, 1000);
}

/* From the hand to the thigh it is less far than the reach, but not over skin. */
static void
test_a_lesion_of_the_hand_is_none_of_the_thigh (void)
{
  g_autoptr(CalxBody)        body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(CalxRegions)     regions = fixture_regions ();
  g_autoptr(GArray)          lesions = lesions_new ();
  g_autoptr(CalxBodyDensity) density = NULL;
  double                     hand_x = 0.0, thigh_x = 0.0, y = 0.0;

  /* where the gap between the hand and the body is narrowest */
  for (double at = 0.45, gap = 1.0; at < 0.6; at += 0.002)
    {
      double inner = 0.07, outer; /* well within the thigh */

      while (calx_body_hit (body, CALX_VIEW_ANTERIOR, inner, at, 0.0) != NULL)
        inner += 0.001;
      outer = inner;
      while (calx_body_hit (body, CALX_VIEW_ANTERIOR, outer, at, 0.0) == NULL && outer < 0.3)
        outer += 0.001;
      if (outer - inner >= gap)
        continue;
      gap = outer - inner;
      thigh_x = inner - 0.006;
      hand_x = outer + 0.006;
      y = at;
    }
  add (lesions, body, CALX_VIEW_ANTERIOR, hand_x, y);
  density = calx_body_density_new (body, lesions);
  g_assert_cmpfloat (calx_body_density_get (density, CALX_VIEW_ANTERIOR, hand_x, y), >, 0.9);
  g_assert_cmpfloat (calx_body_density_get (density, CALX_VIEW_ANTERIOR, thigh_x, y), ==, 0.0);
}

/* A lesion of the man's knee is one of the woman's knee. */
static void
test_other_figures_lesions_keep_their_region (void)
{
  g_autoptr(CalxBody)        woman = fixture_body (CALX_FIGURE_WOMAN_LARGE);
  g_autoptr(CalxBody)        man = fixture_body (CALX_FIGURE_MAN);
  CalxRegions               *regions = calx_body_get_regions (woman);
  const CalxRegion          *knee = calx_regions_find (regions, "knee_l");
  g_autoptr(GArray)          lesions = lesions_new ();
  g_autoptr(CalxBodyDensity) density = NULL;
  CalxSiteLesion             lesion = { .figure = CALX_FIGURE_MAN, .region = knee };
  double                     highest = 0.0, at_x = 0.0, at_y = 0.0;

  g_assert_true (calx_body_get_region_centre (man, CALX_VIEW_ANTERIOR,
                                              calx_regions_find (calx_body_get_regions (man), "knee_l"), &lesion.x,
                                              &lesion.y));
  g_array_append_val (lesions, lesion);
  density = calx_body_density_new (woman, lesions);
  for (double y = 0.0; y < 1.0; y += 0.004)
    for (double x = -0.3; x < 0.3; x += 0.004)
      if (calx_body_density_get (density, CALX_VIEW_ANTERIOR, x, y) > highest)
        {
          highest = calx_body_density_get (density, CALX_VIEW_ANTERIOR, x, y);
          at_x = x;
          at_y = y;
        }
  g_assert_cmpfloat_with_epsilon (highest, 1.0, 1e-9);
  g_assert_true (calx_body_hit (woman, CALX_VIEW_ANTERIOR, at_x, at_y, 0.0) == knee);
}

static double
luminance (CalxColour colour)
{
  return 0.2126 * pow (colour.red, 2.2) + 0.7152 * pow (colour.green, 2.2) + 0.0722 * pow (colour.blue, 2.2);
}

/* More is farther from the ground, in steps that a copier shows too. */
static void
test_the_colours_rise_in_grey (void)
{
  static const CalxPaletteKind kinds[] = { CALX_PALETTE_LIGHT, CALX_PALETTE_DARK, CALX_PALETTE_PRINT };

  for (gsize kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    for (guint n = 1; n <= CALX_DENSITY_MAX_BANDS; n++)
      {
        const CalxPalette *palette = calx_palette_get (kinds[kind]);
        double             ground = luminance (palette->background);
        double             before = luminance (palette->fill);

        for (guint band = 0; band < n; band++)
          {
            double here = luminance (calx_density_colour (palette, band, n));
            double light = MAX (here, before), dark = MIN (here, before);

            g_assert_cmpfloat (fabs (here - ground), >, fabs (before - ground));
            g_assert_cmpfloat ((light + 0.05) / (dark + 0.05), >, 1.15);
            before = here;
          }
      }
}

static void
test_bands_are_few_and_round (void)
{
  static const struct { guint n, bands; double step; } cases[] = {
    { 1, 1, 1.0 }, { 3, 3, 1.0 }, { 5, 5, 1.0 }, { 6, 3, 2.0 }, { 23, 5, 5.0 }, { 51, 3, 20.0 }, { 700, 4, 200.0 },
  };
  g_autoptr(CalxBody) body = fixture_body (CALX_FIGURE_WOMAN);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray)          lesions = lesions_new ();
      g_autoptr(CalxBodyDensity) density = NULL;

      for (guint j = 0; j < cases[i].n; j++)
        add (lesions, body, CALX_VIEW_POSTERIOR, 0.05, 0.8);
      density = calx_body_density_new (body, lesions);
      g_assert_cmpfloat_with_epsilon (calx_body_density_get_max (density), cases[i].n, 1e-6);
      g_assert_cmpuint (calx_body_density_get_n_bands (density), ==, cases[i].bands);
      g_assert_cmpfloat (calx_body_density_get_step (density), ==, cases[i].step);
    }
}

/* The picture shows it: the colour of the highest band where the lesions are, and none in the other view. */
static void
test_it_is_painted_under_the_lines (void)
{
  g_autoptr(CalxBody)        body = fixture_body (CALX_FIGURE_WOMAN);
  g_autoptr(GArray)          lesions = lesions_new ();
  g_autoptr(CalxBodyDensity) density = NULL;
  const CalxPalette         *palette = calx_palette_get (CALX_PALETTE_PRINT);
  CalxColour                 top;

  add (lesions, body, CALX_VIEW_ANTERIOR, 0.06, 0.41);
  density = calx_body_density_new (body, lesions);
  top = calx_density_colour (palette, 0, 1);
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    {
      CalxBodyScene      scene = { .body = body, .view = view, .density = density };
      CalxBodyTransform  transform;
      cairo_surface_t   *picture = fixture_picture (palette, 300, 500);
      cairo_t           *cr = cairo_create (picture);
      double             x, y;
      guint              pixel;

      calx_body_transform_fit (&transform, 0.0, 0.0, 300.0, 500.0);
      calx_body_draw_figure (cr, &scene, &transform, palette);
      calx_body_transform_to_device (&transform, 0.06, 0.41, &x, &y);
      pixel = fixture_pixel (picture, (int) x, (int) y) & 0xff;
      g_assert_cmpint (abs ((int) pixel - (int) round (255.0 * (view == 0 ? top.blue : 1.0))), <=, 1);
      cairo_destroy (cr);
      cairo_surface_destroy (picture);
    }
}

static void
test_numbers_stand_apart (void)
{
  g_autoptr(CalxBody)    body = fixture_body (CALX_FIGURE_WOMAN);
  CalxRegions           *regions = calx_body_get_regions (body);
  g_autoptr(GArray)      lesions = lesions_new ();
  g_autoptr(CalxSiteCounts) counts = NULL;

  for (guint i = 0; i < calx_regions_get_n (regions) && calx_regions_get (regions, i)->part_of == NULL; i++)
    for (guint j = 0; j < 1 + (i * 37) % 150; j++)
      {
        CalxSiteLesion lesion = { .patient = i, .region = calx_regions_get (regions, i) };

        lesion.view = lesion.region->in_view[CALX_VIEW_ANTERIOR] ? CALX_VIEW_ANTERIOR : CALX_VIEW_POSTERIOR;
        g_array_append_val (lesions, lesion);
      }
  counts = calx_site_counts_new (regions, lesions);
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    {
      CalxBodyTransform transform;
      g_autoptr(GArray) numbers = NULL;
      guint             n = 0;

      calx_body_transform_fit (&transform, 0.0, 0.0, 270.0, 470.0);
      numbers = calx_body_counts_new (body, counts, view, &transform);
      for (guint i = 0; i < numbers->len; i++)
        {
          const CalxBodyCount *a = &g_array_index (numbers, CalxBodyCount, i);

          n += a->n_lesions;
          for (guint j = 0; j < i; j++)
            {
              const CalxBodyCount *b = &g_array_index (numbers, CalxBodyCount, j);

              g_assert_true (fabs (a->y - b->y) >= a->size * 0.99 || fabs (a->x - b->x) >= a->size * 0.6);
            }
        }
      for (guint i = 0; i < lesions->len; i++)
        n -= g_array_index (lesions, CalxSiteLesion, i).view == view;
      g_assert_cmpuint (n, ==, 0); /* none is left out */
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/density/nothing-is-nothing", test_nothing_is_nothing);
  g_test_add_func ("/density/a-lesion-counts-one-where-it-stands", test_a_lesion_counts_one_where_it_stands);
  g_test_add_func ("/density/left-and-right-are-mirror-images", test_left_and_right_are_mirror_images);
  g_test_add_func ("/density/nothing-lies-outside-the-figure", test_nothing_lies_outside_the_figure);
  g_test_add_func ("/density/a-lesion-of-the-hand-is-none-of-the-thigh",
                   test_a_lesion_of_the_hand_is_none_of_the_thigh);
  g_test_add_func ("/density/other-figures-lesions-keep-their-region", test_other_figures_lesions_keep_their_region);
  g_test_add_func ("/density/the-colours-rise-in-grey", test_the_colours_rise_in_grey);
  g_test_add_func ("/density/bands-are-few-and-round", test_bands_are_few_and_round);
  g_test_add_func ("/density/it-is-painted-under-the-lines", test_it_is_painted_under_the_lines);
  g_test_add_func ("/density/numbers-stand-apart", test_numbers_stand_apart);
  return g_test_run ();
}
