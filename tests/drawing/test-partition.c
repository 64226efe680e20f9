/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include <string.h>

#include "calx-body-private.h"

/* Every figure is cut into regions without gap or overlap, alike on both sides, and each region is large
 * enough to be hit, on the figure or in an inset. */

/* ---- each point has one region ---- */

/* Body units between the points of the grid: about the width of a slit between two toes. */
#define GRID          (g_getenv ("CALX_SANITIZED") != NULL ? 0.006 : 0.002)
#define N_RANDOM      20000
#define N_WRONG_SHOWN 8

static gboolean
shape_contains (CalxBodyShape *shape,
                double         x,
                double         y)
{
  if (calx_box_contains (&shape->box, x, y))
    for (guint i = 0; i < shape->polygons->len; i++)
      if (calx_polygon_contains (g_ptr_array_index (shape->polygons, i), x, y))
        return TRUE;
  return FALSE;
}

/* Where the point lies in one whole region and in at most one part, of that region, and is hit there; or
 * outside the figure in none. */
static gboolean
has_one_region (CalxBody *body,
                CalxView  view,
                double    x,
                double    y)
{
  gboolean          inside = calx_polygon_contains (body->views[view].silhouette_polygon, x, y);
  const CalxRegion *hit = calx_body_hit (body, view, x, y, 0.0);
  const CalxRegion *whole = NULL, *part = NULL;

  for (guint i = 0; i < body->views[view].shapes->len; i++)
    {
      CalxBodyShape     *shape = g_ptr_array_index (body->views[view].shapes, i);
      const CalxRegion **found = shape->region->part_of != NULL ? &part : &whole;

      if (!shape_contains (shape, x, y))
        continue;
      if (*found != NULL)
        return FALSE;
      *found = shape->region;
    }
  if (part != NULL && part->part_of != whole)
    return FALSE;
  return inside == (whole != NULL) && hit == (part != NULL ? part : whole);
}

static void
check_point (CalxBody *body,
             CalxView  view,
             double    x,
             double    y,
             guint    *n_wrong)
{
  if (!has_one_region (body, view, x, y) && (*n_wrong)++ < N_WRONG_SHOWN)
    g_test_message ("%s, %s: (%.5f, %.5f) is not in one region", calx_body_get_build (body),
                    calx_view_to_id (view), x, y);
}

static void
test_one_region (gconstpointer data)
{
  g_autoptr(CalxBody) body = fixture_body (GPOINTER_TO_INT (data));
  g_autoptr(GRand)    random = g_rand_new_with_seed (4);
  guint               n_wrong = 0;

  for (CalxView view = 0; view < CALX_N_VIEWS; view++)
    {
      CalxBox figure;

      calx_box_init_empty (&figure);
      calx_polygon_extend_box (body->views[view].silhouette_polygon, &figure);
      for (double y = figure.y0 - GRID; y < figure.y1 + GRID; y += GRID)
        for (double x = figure.x0 - GRID; x < figure.x1 + GRID; x += GRID)
          check_point (body, view, x, y, &n_wrong);
      for (guint i = 0; i < N_RANDOM; i++)
        check_point (body, view, g_rand_double_range (random, CALX_BODY_X_MIN, CALX_BODY_X_MAX),
                     g_rand_double_range (random, CALX_BODY_Y_MIN, CALX_BODY_Y_MAX), &n_wrong);
    }
  if (n_wrong > 0)
    g_test_fail_printf ("%u points are not in one region", n_wrong);
}

/* ---- both sides are alike ---- */

/* "calf_r" for "calf_l" and back; the midline's are their own image. */
static const CalxRegion *
other_side (CalxBody         *body,
            const CalxRegion *region)
{
  g_autofree char *id = NULL;
  gsize            length = strlen (region->id);

  if (region->side == CALX_SIDE_MIDLINE)
    return region;
  id = g_strdup (region->id);
  id[length - 1] = id[length - 1] == 'l' ? 'r' : 'l';
  return calx_regions_find (calx_body_get_regions (body), id);
}

static gboolean
is_mirrored (CalxBody *body,
             CalxView  view,
             double    x,
             double    y)
{
  const CalxRegion *right_of_drawing = calx_body_hit (body, view, x, y, 0.0);
  const CalxRegion *left_of_drawing = calx_body_hit (body, view, -x, y, 0.0);

  if (right_of_drawing == NULL || left_of_drawing == NULL)
    return right_of_drawing == left_of_drawing;
  if (right_of_drawing->side != CALX_SIDE_MIDLINE &&
      right_of_drawing->side != (view == CALX_VIEW_ANTERIOR ? CALX_SIDE_LEFT : CALX_SIDE_RIGHT))
    return FALSE;
  return left_of_drawing == other_side (body, right_of_drawing);
}

static void
test_mirror (gconstpointer data)
{
  g_autoptr(CalxBody) body = fixture_body (GPOINTER_TO_INT (data));
  g_autoptr(GRand)    random = g_rand_new_with_seed (1);
  guint               n_wrong = 0;

  for (guint i = 0; i < N_RANDOM; i++)
    {
      CalxView view = i % CALX_N_VIEWS;
      double   x = g_rand_double_range (random, 1e-4, CALX_BODY_X_MAX);
      double   y = g_rand_double_range (random, CALX_BODY_Y_MIN, CALX_BODY_Y_MAX);

      if (!is_mirrored (body, view, x, y) && n_wrong++ < N_WRONG_SHOWN)
        g_test_message ("%s, %s: (%.5f, %.5f) has another region on the other side", calx_body_get_build (body),
                        calx_view_to_id (view), x, y);
    }
  if (n_wrong > 0)
    g_test_fail_printf ("%u points are not mirrored", n_wrong);
}

/* ---- each region can be hit ---- */

/* The map at 800 x 600: each of its two views has half of it, and an inset that is enlarged fills its view. */
#define VIEW_WIDTH_PX  400.0
#define VIEW_HEIGHT_PX 600.0
#define TARGET_PX      24.0
/* points of the raster along the side of the square */
#define TARGET_STEPS   13

static double
px_per_unit (double width,
             double height)
{
  return MIN (VIEW_WIDTH_PX / width, VIEW_HEIGHT_PX / height);
}

/* Whether a square with sides of @side body units fits into the region, its parts included: the largest
 * square that ends at each point of a raster, row by row. */
static gboolean
holds_square (CalxBody         *body,
              CalxView          view,
              const CalxRegion *region,
              double            side)
{
  CalxBodyShape    *shape = body->views[view].by_region[region->index];
  const CalxBox    *box = &shape->box;
  double            step = side / (TARGET_STEPS - 1);
  gsize             n_columns = (gsize) ((box->x1 - box->x0) / step) + 2;
  g_autofree guint *above = g_new0 (guint, n_columns), *row = g_new0 (guint, n_columns);

  for (double y = box->y0; y <= box->y1; y += step)
    {
      for (gsize i = 1; i < n_columns; i++)
        {
          row[i] = shape_contains (shape, box->x0 + (double) (i - 1) * step, y)
                     ? 1 + MIN (row[i - 1], MIN (above[i], above[i - 1]))
                     : 0;
          if (row[i] >= TARGET_STEPS)
            return TRUE;
        }
      memcpy (above, row, n_columns * sizeof *row);
    }
  return FALSE;
}

static gboolean
is_target (CalxBody         *body,
           CalxView          view,
           const CalxRegion *region)
{
  double figure_px = px_per_unit (CALX_BODY_X_MAX - CALX_BODY_X_MIN, CALX_BODY_Y_MAX - CALX_BODY_Y_MIN);

  if (holds_square (body, view, region, TARGET_PX / figure_px))
    return TRUE;
  for (guint i = 0; i < calx_body_get_n_insets (body); i++)
    {
      const CalxBodyInset *inset = calx_body_get_inset (body, i);
      double               inset_px = px_per_unit (inset->box.x1 - inset->box.x0, inset->box.y1 - inset->box.y0);

      if (inset->view == view &&
          (g_ptr_array_find (inset->regions, region, NULL) ||
           (region->part_of != NULL && g_ptr_array_find (inset->regions, region->part_of, NULL))) &&
          holds_square (body, view, region, TARGET_PX / inset_px))
        return TRUE;
    }
  return FALSE;
}

static void
test_targets (gconstpointer data)
{
  g_autoptr(CalxBody) body = fixture_body (GPOINTER_TO_INT (data));
  guint               n_small = 0;

  for (CalxView view = 0; view < CALX_N_VIEWS; view++)
    for (guint i = 0; i < body->views[view].shapes->len; i++)
      {
        CalxBodyShape *shape = g_ptr_array_index (body->views[view].shapes, i);

        if (is_target (body, view, shape->region))
          continue;
        g_test_message ("%s, %s: %s is too small to be hit, on the figure and in every inset",
                        calx_body_get_build (body), calx_view_to_id (view), shape->region->id);
        n_small++;
      }
  if (n_small > 0)
    g_test_fail_printf ("%u regions are too small", n_small);
}

/* ---- the parts of the body have their shares ---- */

typedef enum
{
  PART_HEAD_AND_NECK,
  PART_TRUNK,
  PART_ARM,
  PART_HAND,
  PART_THIGH,
  PART_LOWER_LEG,
  PART_FOOT,
} BodyPart;
#define N_BODY_PARTS 7

static const char *const part_names[N_BODY_PARTS] = {
  "head and neck", "trunk", "arm", "hand", "thigh", "lower leg", "foot",
};

static const struct
{
  const char *prefix; /* of the region's id */
  BodyPart    part;
} parts_of_body[] = {
  { "face", PART_HEAD_AND_NECK },
  { "scalp", PART_HEAD_AND_NECK },
  { "neck_", PART_HEAD_AND_NECK },
  { "chest_", PART_TRUNK },
  { "breast_", PART_TRUNK },
  { "abd_", PART_TRUNK },
  { "groin_", PART_TRUNK },
  { "genital", PART_TRUNK },
  { "back_", PART_TRUNK },
  { "flank_", PART_TRUNK },
  { "buttock_", PART_TRUNK },
  { "shoulder_", PART_ARM },
  { "axilla_", PART_ARM },
  { "uarm_", PART_ARM },
  { "elbow_", PART_ARM },
  { "farm_", PART_ARM },
  { "hand_", PART_HAND },
  { "finger_", PART_HAND },
  { "hip_", PART_THIGH },
  { "thigh_", PART_THIGH },
  { "knee_", PART_LOWER_LEG },
  { "shin_", PART_LOWER_LEG },
  { "calf_", PART_LOWER_LEG },
  { "ankle_", PART_LOWER_LEG },
  { "foot_", PART_FOOT },
  { "heel_", PART_FOOT },
  { "sole_", PART_FOOT },
  { "toes_", PART_FOOT },
};

/* Where a view shows another share than the table of skin has, and anthropometry says which. */
static const struct
{
  CalxView view;
  BodyPart part;
  double   share;
} anthropometric_shares[] = {
  /* The table's 7.6 % hold the whole sole, which a standing person hides. The foot, 0.152 of stature long and
   * 0.055 by 0.041 broad (Drillis and Contini; heel of ANSUR II), hangs from the ankle at 0.961 to 1.055: two
   * of 0.094 by 0.048 on a figure of 0.175 squared statures. */
  { CALX_VIEW_POSTERIOR, PART_FOOT, 0.051 },
};

static BodyPart
part_of_body (const CalxRegion *region)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts_of_body); i++)
    if (g_str_has_prefix (region->id, parts_of_body[i].prefix))
      return parts_of_body[i].part;
  g_error ("%s is in no part of the body", region->id);
}

/* A region that both views show has half of its skin in each. */
static double
area_in_view (const CalxRegion *region)
{
  return region->area_percent / (region->in_view[CALX_VIEW_ANTERIOR] && region->in_view[CALX_VIEW_POSTERIOR] ? 2.0 : 1.0);
}

static void
to_shares (double *areas)
{
  double sum = 0.0;

  for (guint i = 0; i < N_BODY_PARTS; i++)
    sum += areas[i];
  for (guint i = 0; i < N_BODY_PARTS; i++)
    areas[i] /= sum;
}

static void
expect_shares (CalxBody *body,
               CalxView  view,
               double   *ret_shares)
{
  CalxRegions *regions = calx_body_get_regions (body);

  memset (ret_shares, 0, N_BODY_PARTS * sizeof *ret_shares);
  for (guint i = 0; i < calx_regions_get_n (regions); i++)
    {
      const CalxRegion *region = calx_regions_get (regions, i);

      if (region->in_view[view] && region->part_of == NULL)
        ret_shares[part_of_body (region)] += area_in_view (region);
    }
  to_shares (ret_shares);
  for (guint i = 0; i < G_N_ELEMENTS (anthropometric_shares); i++)
    if (anthropometric_shares[i].view == view)
      ret_shares[anthropometric_shares[i].part] = anthropometric_shares[i].share;
}

static void
measure_shares (CalxBody *body,
                CalxView  view,
                double   *ret_shares)
{
  memset (ret_shares, 0, N_BODY_PARTS * sizeof *ret_shares);
  for (guint i = 0; i < body->views[view].shapes->len; i++)
    {
      CalxBodyShape *shape = g_ptr_array_index (body->views[view].shapes, i);

      if (shape->region->part_of == NULL)
        ret_shares[part_of_body (shape->region)] += shape->area;
    }
  to_shares (ret_shares);
}

static void
test_shares (gconstpointer data)
{
  g_autoptr(CalxBody) body = fixture_body (GPOINTER_TO_INT (data));
  guint               n_wrong = 0;

  for (CalxView view = 0; view < CALX_N_VIEWS; view++)
    {
      double expected[N_BODY_PARTS], shares[N_BODY_PARTS];

      expect_shares (body, view, expected);
      measure_shares (body, view, shares);
      for (guint i = 0; i < N_BODY_PARTS; i++)
        {
          double off = shares[i] / expected[i] - 1.0;

          g_test_message ("%s, %s, %s: %.3f, expected %.3f (%+.0f %%)", calx_body_get_build (body),
                          calx_view_to_id (view), part_names[i], shares[i], expected[i], 100.0 * off);
          n_wrong += off < -0.3 || off > 0.3;
        }
    }
  if (n_wrong > 0)
    g_test_fail_printf ("%u shares are more than 30 %% off", n_wrong);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char   *name;
    GTestDataFunc test;
  } of_each_figure[] = {
    { "each point of the figure has one region, each outside none", test_one_region },
    { "left mirrors right", test_mirror },
    { "each region is a target of 24 px, on the figure or in an inset", test_targets },
  };

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* one run shows what is wrong in every figure */
  for (CalxFigure figure = 0; figure < CALX_N_FIGURES; figure++)
    for (guint i = 0; i < G_N_ELEMENTS (of_each_figure); i++)
      {
        g_autofree char *path =
          g_strdup_printf ("/partition/%s/%s", calx_figure_to_id (figure), of_each_figure[i].name);

        g_test_add_data_func (path, GINT_TO_POINTER (figure), of_each_figure[i].test);
      }
  g_test_add_data_func ("/partition/woman/each part of the body has its share", GINT_TO_POINTER (CALX_FIGURE_WOMAN),
                        test_shares);
  g_test_add_data_func ("/partition/man/each part of the body has its share", GINT_TO_POINTER (CALX_FIGURE_MAN),
                        test_shares);
  return g_test_run ();
}
