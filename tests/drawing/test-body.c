/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include <math.h>
#include <string.h>

#include "calx-body-private.h"

/* "calf_r" for "calf_l" and back; the others are their own image. */
static const CalxRegion *
other_side (CalxBody         *body,
            const CalxRegion *region)
{
  g_autofree char *id = g_strdup (region->id);
  gsize            length = strlen (id);

  if (region->side == CALX_SIDE_MIDLINE)
    return region;
  id[length - 1] = id[length - 1] == 'l' ? 'r' : 'l';
  return calx_regions_find (calx_body_get_regions (body), id);
}

static void
check_region (CalxBody         *body,
              CalxView          view,
              const CalxRegion *region)
{
  double            x0, y0, x1, y1, x, y, mirror_x, mirror_y;
  const CalxRegion *hit;

  gboolean is_there = calx_body_get_region_bounds (body, view, region, &x0, &y0, &x1, &y1);

  g_assert_cmpint (calx_body_get_region_centre (body, view, region, &x, &y), ==, is_there);
  if (!is_there)
    {
      g_assert_true (!region->in_view[view] || region->part_of != NULL);
      return;
    }
  g_assert_true (region->in_view[view]);
  g_assert_true (x0 >= CALX_BODY_X_MIN && x1 <= CALX_BODY_X_MAX && x0 < x && x < x1);
  g_assert_true (y0 >= CALX_BODY_Y_MIN && y1 <= CALX_BODY_Y_MAX && y0 < y && y < y1);
  /* of a region with parts, in what they leave of it: a key on the whole may not place in a part */
  hit = calx_body_hit (body, view, x, y, 0.0);
  g_assert_true (hit == region);
  g_assert_cmpint (g_str_has_suffix (region->id, "_r"), ==, region->side == CALX_SIDE_RIGHT);
  if (region->side == CALX_SIDE_RIGHT)
    g_assert_true (view == CALX_VIEW_ANTERIOR ? x < 0.0 : x > 0.0);
  calx_body_get_region_centre (body, view, other_side (body, region), &mirror_x, &mirror_y);
  if (region->side != CALX_SIDE_MIDLINE)
    g_assert_true (mirror_x == -x && mirror_y == y);
}

static void
test_regions (gconstpointer data)
{
  g_autoptr(CalxBody) body = fixture_body (GPOINTER_TO_INT (data));
  CalxRegions        *regions = calx_body_get_regions (body);

  g_assert_cmpuint (calx_regions_get_n (regions), >=, 67);
  for (guint i = 0; i < calx_regions_get_n (regions); i++)
    for (guint view = 0; view < CALX_N_VIEWS; view++)
      check_region (body, view, calx_regions_get (regions, i));
}

/* ---- the borders: GUIDE.md, section 9 ---- */

static char *
piece_key (const CalxBezier *piece)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < 4; i++) /* adding 0 makes -0 into 0 */
    g_string_append_printf (key, "%.9f %.9f;", piece->p[i].x + 0.0, piece->p[i].y + 0.0);
  return g_string_free (key, FALSE);
}

static void
count_pieces (GHashTable   *pieces,
              const GArray *chain)
{
  for (guint i = 0; i < chain->len; i++)
    if (!g_hash_table_add (pieces, piece_key (&g_array_index (chain, CalxBezier, i))))
      g_error ("a curve is used twice in one direction");
}

static void
check_topology (CalxBodyView *view)
{
  g_autoptr(GHashTable) edges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) outline = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  count_pieces (outline, view->silhouette);
  for (guint i = 0; i < view->shapes->len; i++)
    {
      CalxBodyShape *shape = g_ptr_array_index (view->shapes, i);

      for (guint k = 0; shape->region->part_of == NULL && k < shape->loops->len; k++)
        count_pieces (edges, g_ptr_array_index (shape->loops, k));
    }
  for (guint i = 0; i < view->shapes->len; i++)
    {
      CalxBodyShape *shape = g_ptr_array_index (view->shapes, i);
      GArray        *loop = g_ptr_array_index (shape->loops, 0);

      for (guint k = 0; shape->region->part_of == NULL && k < loop->len; k++)
        {
          CalxBezier       piece = g_array_index (loop, CalxBezier, k);
          CalxBezier       back = calx_bezier_reverse (&piece);
          g_autofree char *key = piece_key (&piece);
          g_autofree char *back_key = piece_key (&back);

          g_assert_true (g_hash_table_contains (edges, back_key) ||
                         g_hash_table_contains (outline, key) ||
                         g_hash_table_contains (outline, back_key));
        }
    }
}

static void
test_topology (gconstpointer data)
{
  g_autoptr(CalxBody) body = fixture_body (GPOINTER_TO_INT (data));

  for (guint view = 0; view < CALX_N_VIEWS; view++)
    check_topology (&body->views[view]);
}

/* ---- hits ---- */

static void
test_near_miss (void)
{
  g_autoptr(CalxBody) body = fixture_body (CALX_FIGURE_MAN);
  double              x0, y0, x1, y1;
  const CalxRegion   *finger = calx_regions_find (calx_body_get_regions (body), "finger_l");

  g_assert_true (calx_body_get_region_bounds (body, CALX_VIEW_ANTERIOR, finger, &x0, &y0, &x1, &y1));
  for (double y = y0; y < y1; y += 0.001)
    {
      const CalxRegion *near = calx_body_hit (body, CALX_VIEW_ANTERIOR, x1 + 0.001, y, 0.004);

      g_assert_null (calx_body_hit (body, CALX_VIEW_ANTERIOR, x1 + 0.001, y, 0.0));
      g_assert_true (near == NULL || near == finger);
    }
  g_assert_null (calx_body_hit (body, CALX_VIEW_ANTERIOR, 0.29, 0.01, 0.01));
  g_assert_nonnull (calx_body_hit (body, CALX_VIEW_ANTERIOR, 0.29, 0.01, 0.5));
  g_assert_null (calx_body_hit (body, CALX_VIEW_ANTERIOR, NAN, 0.01, 0.5));
}

static void
test_builds (void)
{
  for (CalxFigure figure = 0; figure < CALX_N_FIGURES; figure++)
    {
      g_autoptr(CalxBody) body = fixture_body (figure);

      g_assert_cmpstr (calx_body_get_build (body), ==, calx_figure_to_id (figure));
    }
}

/* Two neighbours run along their common curve in opposite directions: to the last bit the same points. */
static void
test_flatten (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr(GArray) there = calx_chain_new (), back = calx_chain_new ();
      g_autoptr(GArray) there_points = NULL, back_points = NULL;
      CalxBezier        piece, reverse;

      for (guint k = 0; k < 4; k++)
        piece.p[k] = (CalxPoint) { g_rand_double (random), g_rand_double (random) };
      reverse = calx_bezier_reverse (&piece);
      g_array_append_val (there, piece);
      g_array_append_val (back, reverse);
      there_points = calx_chain_flatten (there);
      back_points = calx_chain_flatten (back);
      g_assert_cmpuint (there_points->len, ==, CALX_BEZIER_STEPS);
      for (guint k = 1; k < CALX_BEZIER_STEPS; k++)
        {
          CalxPoint a = g_array_index (there_points, CalxPoint, k);
          CalxPoint b = g_array_index (back_points, CalxPoint, CALX_BEZIER_STEPS - k);

          g_assert_true (a.x == b.x && a.y == b.y);
        }
    }
}

/* ---- files ---- */

static char *
replace_once (const char *text,
              const char *old,
              const char *new)
{
  const char      *at = strstr (text, old);
  g_autofree char *before = NULL;

  g_assert_nonnull (at);
  before = g_strndup (text, at - text);
  return g_strconcat (before, new, at + strlen (old), NULL);
}

static void
test_broken (void)
{
  static const struct
  {
    const char *old, *new, *error;
  } rows[] = {
    { "{", "", "x.json: " },
    { "\"calx-body/2\"", "\"calx-body/1\"", "x.json: format: " },
    { "\"format\":", "\"fromat\":", "x.json: format: is missing" },
    { "\"stature\":1000", "\"stature\":0", "x.json: stature: " },
    { "\"stature\":1000", "\"stature\":\"tall\"", "x.json: stature: " },
    { "\"build\":\"woman\"", "\"build\":3", "x.json: build: " },
    { "\"paths\":{", "\"path\":{", "x.json: paths: is missing" },
    { "\"outline\":{", "\"outlook\":{", "x.json: outline: is missing" },
    { "\"outline\":{\"ant\":", "\"outline\":{\"aunt\":", "x.json: outline.ant: is missing" },
    { "\"outline\":{\"ant\":[", "\"outline\":{\"ant\":[[\"nix\"],", "x.json: outline.ant[0]: no path is named " },
    { "[\"crown\",0.0,0.0]", "[\"crown\",0.0]", "x.json: paths.out.knots[0]: " },
    { "[\"crown\",0.0,0.0]", "[\"crown\",0.0,null]", "x.json: paths.out.knots[0]: " },
    { "[\"crown\",0.0,0.0]", "[7,0.0,0.0]", "x.json: paths.out.knots[0]: " },
    { "[\"crown\",0.0,0.0],", "", "x.json: paths.out: " },
    { "[\"crown\",0.0,0.0]", "[\"crown\",0.5,0.0]", "x.json: outline.ant: must start and end on the midline" },
    { "[[\"out\",\"crown\",\"J\"]", "[[\"out\",\"crown\",\"Q\"]", "x.json: regions.ant.midline.face[0]: " },
    { "[[\"out\",\"crown\",\"J\"]", "[[\"nix\",\"crown\",\"J\"]", "x.json: regions.ant.midline.face[0]: " },
    { "[\"jaw\"]", "[\"neckb\"]", "x.json: regions.ant.midline.face[1]: begins at " },
    { "[\"jaw\"]", "[\"jaw\",\"chin\"]", "x.json: regions.ant.midline.face[1]: " },
    { "\"face\":[", "\"fice\":[", "x.json: regions.ant.midline.fice: no region " },
    { "\"face\":[", "\"scalp\":[", "x.json: regions.ant.midline.scalp: " },
    { "\"face\":[", "\"knee_r\":[", "x.json: regions.ant.midline.knee_r: " },
    { "\"toes\":[[", "\"ties\":[[", "x.json: regions.ant.paired.ties: no region " },
    { "[[\"toeb\",\"TO2\",\"TO1\"],[\"out\",\"TO1\",\"TO2\"]]", "[[\"toeb\",\"TO2\",\"TO1\"]]",
      "x.json: regions.ant.paired.toes[0]: does not end where it starts" },
    { ",\"toes\":[[[\"toeb\",\"TO2\",\"TO1\"],[\"out\",\"TO1\",\"TO2\"]]]", "",
      "x.json: regions.ant: region “toes_r” has no outline" },
    { "\"kind\":\"shade\"", "\"kind\":\"smudge\"", "x.json: art.ant[0]" },
    { "\"role\":\"light\"", "\"role\":\"glow\"", "x.json: art.ant[" },
    { "\"role\":\"hair\"", "\"role\":\"green\"", "x.json: art.ant[" },
    { "\"part\":[0,1]", "\"part\":[1,0]", "].part: " },
    { "\"w\":1.1", "\"w\":[]", "].w: is not a number" },
    { "\"kind\":\"line\"", "\"max_px\":\"many\",\"kind\":\"line\"", "].max_px: is not a number" },
  };
  g_autofree char       *text = fixture_text ("body/body-woman.json");
  g_autoptr(CalxRegions) regions = fixture_regions ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError)   error = NULL;
      char               *broken = replace_once (text, rows[i].old, rows[i].new);
      g_autoptr(GBytes)   json = g_bytes_new_take (broken, strlen (broken));
      g_autoptr(CalxBody) body = calx_body_new (json, "x.json", regions, &error);

      g_assert_null (body);
      g_assert_nonnull (error);
      if (strstr (error->message, rows[i].error) == NULL)
        g_error ("row %u: “%s” does not say “%s”", i, error->message, rows[i].error);
    }
}

/* A region is added to the data, a patch on the front of the thigh, and no C with it. */
static void
test_added_region (void)
{
  static const char patch_path[] =
    "\"paths\":{\"patch\":{\"knots\":[[\"a\",50,600],[\"\",70,600],[\"\",70,620],[\"\",50,620],[\"a\",50,600]],"
    "\"ctrl\":[[55,600,65,600],[70,605,70,615],[65,620,55,620],[50,615,50,605]]},";
  g_autoptr(GError)      error = NULL;
  g_autofree char       *old_list = fixture_text ("regions.json");
  g_autofree char       *old_body = fixture_text ("body/body-woman.json");
  g_autofree char       *with_path = replace_once (old_body, "\"paths\":{", patch_path);
  const char            *end = strrchr (old_list, ']');
  g_autofree char       *start = g_strndup (old_list, end - old_list);
  char                  *list, *figure;
  g_autoptr(GBytes)      list_json = NULL, figure_json = NULL;
  g_autoptr(CalxRegions) regions = NULL;
  g_autoptr(CalxBody)    body = NULL;
  double                 x, y;

  list = g_strconcat (start,
                      ",{\"id\":\"patch_r\",\"name\":\"Patch\",\"views\":[\"anterior\"],\"side\":\"right\","
                      "\"snomed\":\"1\",\"class\":\"central\",\"area_percent\":0.1},"
                      "{\"id\":\"patch_l\",\"name\":\"Patch\",\"views\":[\"anterior\"],\"side\":\"left\","
                      "\"snomed\":\"1\",\"class\":\"central\",\"area_percent\":0.1}]",
                      NULL);
  list_json = g_bytes_new_take (list, strlen (list));
  regions = calx_regions_new (list_json, "regions.json", &error);
  g_assert_no_error (error);
  g_assert_nonnull (calx_regions_find (regions, "patch_l"));

  /* after the thigh that it is part of: the order of the file must not matter */
  figure = replace_once (with_path, "\"toes\":[", "\"patch\":[[[\"patch\"]]],\"toes\":[");
  figure_json = g_bytes_new_take (figure, strlen (figure));
  body = calx_body_new (figure_json, "body.json", regions, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (calx_body_hit (body, CALX_VIEW_ANTERIOR, 0.06, 0.61, 0.0)->id, ==, "patch_l");
  g_assert_cmpstr (calx_body_hit (body, CALX_VIEW_ANTERIOR, -0.06, 0.61, 0.0)->id, ==, "patch_r");
  g_assert_cmpstr (calx_body_hit (body, CALX_VIEW_ANTERIOR, 0.06, 0.63, 0.0)->id, ==, "thigh_a_l");
  g_assert_true (calx_body_get_region_centre (body, CALX_VIEW_ANTERIOR, calx_regions_find (regions, "patch_l"),
                                              &x, &y));
  g_assert_cmpfloat_with_epsilon (x, 0.06, 0.001);
  g_assert_cmpfloat_with_epsilon (y, 0.61, 0.001);
}

/* A path of straight lines, as a member of "paths". */
static void
append_polyline (GString         *json,
                 const char      *name,
                 const CalxPoint *points,
                 guint            n)
{
  g_string_append_printf (json, "\"%s\":{\"knots\":[", name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, "%s[\"\",%g,%g]", i > 0 ? "," : "", points[i].x, points[i].y);
  g_string_append (json, "],\"ctrl\":[");
  for (guint i = 0; i + 1 < n; i++)
    g_string_append_printf (json, "%s[%g,%g,%g,%g]", i > 0 ? "," : "", points[i].x, points[i].y,
                            points[i + 1].x, points[i + 1].y);
  g_string_append (json, "]}");
}

/* A board, 200 wide and 900 high, of an upper and a lower half that leave a gap of 10 between them. */
static char *
board_with_gap (void)
{
  static const CalxPoint out[] = { { 0, 0 }, { 100, 0 }, { 100, 900 }, { 50, 900 } };
  static const CalxPoint crotch[] = { { 50, 900 }, { 0, 900 } };
  static const CalxPoint upper[] = { { 0, 0 }, { 100, 0 }, { 100, 400 }, { 0, 400 } };
  static const CalxPoint lower[] = { { 0, 410 }, { 100, 410 }, { 100, 900 }, { 0, 900 } };
  GString *json = g_string_new ("{\"format\":\"calx-body/2\",\"build\":\"board\",\"stature\":1000,\"paths\":{");

  append_polyline (json, "out", out, G_N_ELEMENTS (out));
  g_string_append_c (json, ',');
  append_polyline (json, "crA", crotch, G_N_ELEMENTS (crotch));
  g_string_append_c (json, ',');
  append_polyline (json, "crP", crotch, G_N_ELEMENTS (crotch));
  g_string_append_c (json, ',');
  append_polyline (json, "upper", upper, G_N_ELEMENTS (upper));
  g_string_append_c (json, ',');
  append_polyline (json, "lower", lower, G_N_ELEMENTS (lower));
  g_string_append (json, "},\"outline\":{\"ant\":[[\"out\"],[\"crA\"]],\"post\":[[\"out\"],[\"crP\"]]},\"regions\":{\"ant\":{\"midline\":{\"upper\":[[\"upper\"]],\"lower\":[[\"lower\"]]},"
                         "\"paired\":{}},\"post\":{\"midline\":{},\"paired\":{}}},"
                         "\"art\":{\"ant\":[],\"post\":[]}}");
  return g_string_free (json, FALSE);
}

static void
test_slit (void)
{
  static const char list[] =
    "[{\"id\":\"upper\",\"name\":\"Upper\",\"views\":[\"anterior\"],\"side\":\"midline\",\"snomed\":\"1\","
    "\"class\":\"central\",\"area_percent\":50},"
    "{\"id\":\"lower\",\"name\":\"Lower\",\"views\":[\"anterior\"],\"side\":\"midline\",\"snomed\":\"1\","
    "\"class\":\"central\",\"area_percent\":50}]";
  g_autoptr(GError)      error = NULL;
  g_autoptr(GBytes)      list_json = g_bytes_new_static (list, strlen (list));
  g_autoptr(CalxRegions) regions = calx_regions_new (list_json, "regions.json", &error);
  char                  *board = board_with_gap ();
  g_autoptr(GBytes)      json = g_bytes_new_take (board, strlen (board));
  g_autoptr(CalxBody)    body = NULL;

  g_assert_no_error (error);
  body = calx_body_new (json, "board.json", regions, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (calx_body_hit (body, CALX_VIEW_ANTERIOR, 0.05, 0.404, 0.0)->id, ==, "upper");
  g_assert_cmpstr (calx_body_hit (body, CALX_VIEW_ANTERIOR, 0.05, 0.406, 0.0)->id, ==, "lower");
  g_assert_cmpstr (calx_body_hit (body, CALX_VIEW_ANTERIOR, -0.05, 0.406, 0.0)->id, ==, "lower");
  g_assert_null (calx_body_hit (body, CALX_VIEW_ANTERIOR, 0.11, 0.404, 0.0));
}

/* ---- insets ---- */

static void
test_insets (gconstpointer data)
{
  g_autoptr(CalxBody) body = fixture_body (GPOINTER_TO_INT (data));
  const CalxRegion   *finger = calx_regions_find (calx_body_get_regions (body), "finger_l");
  const CalxRegion   *abdomen = calx_regions_find (calx_body_get_regions (body), "abd_up_l");

  g_assert_cmpuint (calx_body_get_n_insets (body), >=, 5);
  for (guint i = 0; i < calx_body_get_n_insets (body); i++)
    {
      const CalxBodyInset *inset = calx_body_get_inset (body, i);

      g_assert_true (*inset->id != '\0' && *inset->name != '\0');
      g_assert_cmpuint (inset->regions->len, >, 0);
      for (guint k = 0; k < inset->regions->len; k++)
        {
          const CalxRegion *region = g_ptr_array_index (inset->regions, k);
          double            x0, y0, x1, y1;

          g_assert_true (calx_body_get_region_bounds (body, inset->view, region, &x0, &y0, &x1, &y1));
          g_assert_true (inset->box.x0 < x0 && inset->box.y0 < y0 && inset->box.x1 > x1 && inset->box.y1 > y1);
          g_assert_nonnull (calx_body_find_inset (body, inset->view, region));
        }
    }
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    g_assert_cmpint (calx_body_find_inset (body, view, finger)->view, ==, view);
  g_assert_null (calx_body_find_inset (body, CALX_VIEW_ANTERIOR, abdomen));
}

static void
test_broken_insets (void)
{
  static const struct
  {
    const char *json, *error;
  } rows[] = {
    { "[]", "x.json" },
    { "{\"format\":\"calx-insets/2\",\"insets\":[]}", "x.json: format: " },
    { "{\"format\":\"calx-insets/1\"}", "x.json: insets: is missing" },
    { "{\"format\":\"calx-insets/1\",\"insets\":[{\"id\":\"a\"}]}", "x.json: insets[0].name: is missing" },
    { "{\"format\":\"calx-insets/1\",\"insets\":[{\"id\":\"a\",\"name\":\"A\",\"view\":\"top\",\"regions\":[]}]}",
      "x.json: insets[0].view: " },
    { "{\"format\":\"calx-insets/1\",\"insets\":[{\"id\":\"a\",\"name\":\"A\",\"view\":\"anterior\",\"regions\":[\"tail\"]}]}",
      "x.json: insets[0].regions: “tail” " },
    { "{\"format\":\"calx-insets/1\",\"insets\":[{\"id\":\"a\",\"name\":\"A\",\"view\":\"anterior\",\"regions\":[\"scalp\"]}]}",
      "x.json: insets[0].regions: “scalp” " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CalxRegions) regions = fixture_regions ();
      g_autofree char       *text = fixture_text ("body/body-man.json");
      g_autoptr(GBytes)      figure = g_bytes_new_static (text, strlen (text));
      g_autoptr(GBytes)      json = g_bytes_new_static (rows[i].json, strlen (rows[i].json));
      g_autoptr(GError)      error = NULL;
      g_autoptr(CalxBody)    body = calx_body_new (figure, "body.json", regions, &error);

      g_assert_no_error (error);
      g_assert_false (calx_body_read_insets (body, json, "x.json", &error));
      if (strstr (error->message, rows[i].error) == NULL)
        g_error ("row %u: “%s” does not say “%s”", i, error->message, rows[i].error);
    }
}

/* From behind the board is half as long: the outline of the back is its own. */
static void
test_own_outline (void)
{
  static const char list[] =
    "[{\"id\":\"upper\",\"name\":\"Upper\",\"views\":[\"anterior\"],\"side\":\"midline\",\"snomed\":\"1\","
    "\"class\":\"central\",\"area_percent\":50},"
    "{\"id\":\"lower\",\"name\":\"Lower\",\"views\":[\"anterior\"],\"side\":\"midline\",\"snomed\":\"1\","
    "\"class\":\"central\",\"area_percent\":50}]";
  g_autoptr(GError)      error = NULL;
  g_autoptr(GBytes)      list_json = g_bytes_new_static (list, strlen (list));
  g_autoptr(CalxRegions) regions = calx_regions_new (list_json, "regions.json", &error);
  g_autofree char       *board = board_with_gap ();
  char                  *half = replace_once (board, "\"post\":[[\"out\"],[\"crP\"]]", "\"post\":[[\"upper\"]]");
  g_autoptr(GBytes)      json = g_bytes_new_take (half, strlen (half));
  g_autoptr(CalxBody)    body = calx_body_new (json, "board.json", regions, &error);

  g_assert_no_error (error);
  g_assert_true (calx_polygon_contains (body->views[CALX_VIEW_ANTERIOR].silhouette_polygon, 0.05, 0.5));
  g_assert_false (calx_polygon_contains (body->views[CALX_VIEW_POSTERIOR].silhouette_polygon, 0.05, 0.5));
  g_assert_true (calx_polygon_contains (body->views[CALX_VIEW_POSTERIOR].silhouette_polygon, 0.05, 0.3));
}

/* The adults have the parts of their sex, the young none, and all are hit in the inset of the whole. */
static void
test_parts (void)
{
  static const struct
  {
    const char *id;
    CalxFigure  standard, large;
  } rows[] = {
    { "genital_glans", CALX_FIGURE_MAN, CALX_FIGURE_MAN_LARGE },
    { "genital_shaft", CALX_FIGURE_MAN, CALX_FIGURE_MAN_LARGE },
    { "genital_scrotum", CALX_FIGURE_MAN, CALX_FIGURE_MAN_LARGE },
    { "genital_labium_r", CALX_FIGURE_WOMAN, CALX_FIGURE_WOMAN_LARGE },
    { "genital_labium_l", CALX_FIGURE_WOMAN, CALX_FIGURE_WOMAN_LARGE },
  };

  for (guint figure = 0; figure < CALX_N_FIGURES; figure++)
    {
      g_autoptr(CalxBody) body = fixture_body (figure);

      for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
        {
          const CalxRegion    *part = calx_regions_find (calx_body_get_regions (body), rows[i].id);
          const CalxBodyInset *inset;
          gboolean             expected = figure == rows[i].standard || figure == rows[i].large;
          double               x, y;

          g_assert_cmpint (calx_body_get_region_centre (body, CALX_VIEW_ANTERIOR, part, &x, &y), ==, expected);
          if (!expected)
            continue;
          g_assert_true (calx_body_hit (body, CALX_VIEW_ANTERIOR, x, y, 0.0) == part);
          inset = calx_body_find_inset (body, CALX_VIEW_ANTERIOR, part);
          g_assert_cmpstr (inset->id, ==, "genital");
          g_assert_true (calx_box_contains (&inset->box, x, y));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char   *name;
    GTestDataFunc test;
  } of_each_build[] = {
    { "every region has bounds and a centre where it is hit", test_regions },
    { "each inset holds the regions that it is for", test_insets },
    { "every border is shared by two regions or lies on the outline", test_topology },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (of_each_build); i++)
    {
      for (CalxFigure figure = 0; figure < CALX_N_FIGURES; figure++)
        {
          g_autofree char *path = g_strdup_printf ("/body/%s/%s", calx_figure_to_id (figure), of_each_build[i].name);

          g_test_add_data_func (path, GINT_TO_POINTER (figure), of_each_build[i].test);
        }
    }
  g_test_add_func ("/body/a slit inside the outline belongs to the nearest region", test_slit);
  g_test_add_func ("/body/a near miss takes the nearest region within the tolerance", test_near_miss);
  g_test_add_func ("/body/a curve has the same points in both directions", test_flatten);
  g_test_add_func ("/body/each figure is in the bundle", test_builds);
  g_test_add_func ("/body/each adult has the parts of the sex", test_parts);
  g_test_add_func ("/body/a broken file is refused and the field is named", test_broken);
  g_test_add_func ("/body/each view has its own outline", test_own_outline);
  g_test_add_func ("/body/broken insets are refused and the field is named", test_broken_insets);
  g_test_add_func ("/body/a region added to the data needs no C", test_added_region);
  return g_test_run ();
}
