/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-parser.h"

#include <math.h>
#include <string.h>

/* Reads "calx-body/1" (body-figure/GUIDE.md, section 9): paths of the right half with named knots,
 * regions as chains of pieces of those paths, and the art. The left half is the mirror. */

#define FORMAT "calx-body/1"
/* Body units; the file has three decimals of a thousandth. */
#define MEETS_WITHIN 1e-9
/* Where fingers and toes lie side by side, a full outline would fill the gaps (GUIDE.md, 3). */
#define THIN_WEIGHT 0.75

/* A path of the file: the right half of one line, with names for some of its knots. */
typedef struct
{
  GPtrArray *knots; /* char *, "" without a name */
  GArray    *chain;
} Path;

static void
path_free (Path *self)
{
  g_ptr_array_unref (self->knots);
  g_array_unref (self->chain);
  g_free (self);
}

/* ---- paths ---- */

static gboolean
parse_knot (CalxBodyParser *parser,
            JsonNode       *node,
            const char     *where,
            GPtrArray      *names,
            CalxPoint      *ret_point)
{
  double    at[2];
  JsonNode *name;

  if (!calx_body_parser_read_numbers (parser, node, where, 1, 2, at))
    return FALSE;
  name = json_array_get_element (json_node_get_array (node), 0);
  if (!JSON_NODE_HOLDS_VALUE (name) || json_node_get_string (name) == NULL)
    return calx_body_parser_fail (parser, where, "element 0 is not a text");
  g_ptr_array_add (names, g_strdup (json_node_get_string (name)));
  *ret_point = (CalxPoint) { at[0] * parser->unit, at[1] * parser->unit };
  return TRUE;
}

static gboolean
parse_knots (CalxBodyParser *parser,
             JsonArray      *knots,
             const char     *where,
             Path           *path,
             CalxPoint      *points)
{
  for (guint i = 0; i < json_array_get_length (knots); i++)
    {
      g_autofree char *field = g_strdup_printf ("%s.knots[%u]", where, i);

      if (!parse_knot (parser, json_array_get_element (knots, i), field, path->knots, &points[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_path (CalxBodyParser *parser,
            JsonObject     *object,
            const char     *where,
            Path           *path)
{
  JsonArray            *knots = calx_body_parser_get_array (parser, object, where, "knots");
  JsonArray            *handles = NULL;
  g_autofree CalxPoint *points = NULL;
  guint                 n;

  if (knots != NULL)
    handles = calx_body_parser_get_array (parser, object, where, "ctrl");
  if (handles == NULL)
    return FALSE;
  n = json_array_get_length (knots);
  if (n < 2 || json_array_get_length (handles) != n - 1)
    return calx_body_parser_fail (parser, where, "%u knots need one pair of handles less, not %u", n,
                 json_array_get_length (handles));
  points = g_new (CalxPoint, n);
  if (!parse_knots (parser, knots, where, path, points))
    return FALSE;
  for (guint i = 0; i + 1 < n; i++)
    {
      g_autofree char *field = g_strdup_printf ("%s.ctrl[%u]", where, i);
      double           h[4];
      CalxBezier       piece;

      if (!calx_body_parser_read_numbers (parser, json_array_get_element (handles, i), field, 0, 4, h))
        return FALSE;
      piece = (CalxBezier) { { points[i],
                               { h[0] * parser->unit, h[1] * parser->unit },
                               { h[2] * parser->unit, h[3] * parser->unit },
                               points[i + 1] } };
      g_array_append_val (path->chain, piece);
    }
  return TRUE;
}

static gboolean
parse_paths (CalxBodyParser *parser,
             JsonObject     *paths)
{
  g_autoptr(GList) names = json_object_get_members (paths);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *field = g_strdup_printf ("paths.%s", (const char *) l->data);
      JsonObject      *object = calx_body_parser_get_object (parser, paths, "paths", l->data);
      Path            *path;

      if (object == NULL)
        return FALSE;
      path = g_new0 (Path, 1);
      path->knots = g_ptr_array_new_with_free_func (g_free);
      path->chain = calx_chain_new ();
      g_hash_table_insert (parser->paths, g_strdup (l->data), path);
      if (!parse_path (parser, object, field, path))
        return FALSE;
    }
  return TRUE;
}

/* ---- pieces and chains ---- */

static int
path_find_knot (const Path *self,
                const char *name)
{
  for (guint i = 0; name != NULL && i < self->knots->len; i++)
    if (strcmp (g_ptr_array_index (self->knots, i), name) == 0)
      return (int) i;
  return -1;
}

static const char *
element_text (JsonArray *array,
              guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static gboolean
point_meets (CalxPoint a,
             CalxPoint b)
{
  return hypot (a.x - b.x, a.y - b.y) <= MEETS_WITHIN;
}

static gboolean
chain_append_piece (CalxBodyParser   *parser,
                    GArray           *chain,
                    const CalxBezier *piece,
                    const char       *where)
{
  if (chain->len > 0)
    {
      CalxPoint end = g_array_index (chain, CalxBezier, chain->len - 1).p[3];

      if (!point_meets (end, piece->p[0]))
        return calx_body_parser_fail (parser, where,
                                      "begins at (%g, %g), but the piece before it ends at (%g, %g)",
                                      piece->p[0].x / parser->unit, piece->p[0].y / parser->unit,
                                      end.x / parser->unit, end.y / parser->unit);
    }
  g_array_append_vals (chain, piece, 1);
  return TRUE;
}

/* The path from knot @from to knot @to, turned round where @from comes later. */
static gboolean
chain_append_path (CalxBodyParser *parser,
                   GArray         *chain,
                   const Path     *path,
                   guint           from,
                   guint           to,
                   const char     *where)
{
  for (guint i = from; i != to; i += from < to ? 1 : -1)
    {
      const CalxBezier *forwards = &g_array_index (path->chain, CalxBezier, from < to ? i : i - 1);
      CalxBezier        piece = from < to ? *forwards : calx_bezier_reverse (forwards);

      if (!chain_append_piece (parser, chain, &piece, where))
        return FALSE;
    }
  return TRUE;
}

/* ["path"] or ["path", "from", "to"] */
static gboolean
parse_piece (CalxBodyParser *parser,
             JsonNode       *node,
             const char     *where,
             GArray         *chain)
{
  JsonArray  *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint       n = array != NULL ? json_array_get_length (array) : 0;
  const char *name = n > 0 ? element_text (array, 0) : NULL;
  Path       *path;
  int         from, to;

  if ((n != 1 && n != 3) || name == NULL)
    return calx_body_parser_fail (parser, where, "must be a path, or a path and two of its knots");
  path = g_hash_table_lookup (parser->paths, name);
  if (path == NULL)
    return calx_body_parser_fail (parser, where, "no path is named “%s”", name);
  from = n == 1 ? 0 : path_find_knot (path, element_text (array, 1));
  to = n == 1 ? (int) path->knots->len - 1 : path_find_knot (path, element_text (array, 2));
  if (from < 0 || to < 0 || from == to)
    return calx_body_parser_fail (parser, where, "path “%s” has no two knots of these names", name);
  return chain_append_path (parser, chain, path, from, to, where);
}

static GArray *
parse_chain (CalxBodyParser *parser,
             JsonNode       *node,
             const char     *where)
{
  g_autoptr(GArray) chain = calx_chain_new ();
  JsonArray        *pieces = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (pieces == NULL || json_array_get_length (pieces) == 0)
    {
      calx_body_parser_fail (parser, where, "must be a list of pieces");
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (pieces); i++)
    {
      g_autofree char *field = g_strdup_printf ("%s[%u]", where, i);

      if (!parse_piece (parser, json_array_get_element (pieces, i), field, chain))
        return NULL;
    }
  return g_steal_pointer (&chain);
}

/* A half chain has both ends on the midline; its mirror image closes it. */
static gboolean
close_by_mirror (CalxBodyParser *parser,
                 GArray         *chain,
                 const char     *where)
{
  g_autoptr(GArray) half = g_array_copy (chain);
  double            start = g_array_index (half, CalxBezier, 0).p[0].x;
  double            end = g_array_index (half, CalxBezier, half->len - 1).p[3].x;

  if (fabs (start) > MEETS_WITHIN || fabs (end) > MEETS_WITHIN)
    return calx_body_parser_fail (parser, where, "must start and end on the midline");
  calx_chain_append_mirror (chain, half);
  return TRUE;
}

static gboolean
check_closed (CalxBodyParser *parser,
              GArray         *chain,
              const char     *where)
{
  CalxPoint start = g_array_index (chain, CalxBezier, 0).p[0];
  CalxPoint end = g_array_index (chain, CalxBezier, chain->len - 1).p[3];

  return point_meets (start, end) ||
         calx_body_parser_fail (parser, where, "does not end where it starts");
}

/* ---- silhouette ---- */

static gboolean
silhouette_append (CalxBodyParser *parser,
                   CalxBodyView   *view,
                   const char     *name)
{
  Path            *path = g_hash_table_lookup (parser->paths, name);
  g_autofree char *field = g_strdup_printf ("paths.%s", name);

  if (path == NULL)
    return calx_body_parser_fail (parser, field, "is missing");
  return chain_append_path (parser, view->silhouette, path, 0, path->knots->len - 1, field);
}

static void
thin_between (GArray     *weights,
              const Path *path,
              const char *first,
              const char *last)
{
  int from = path_find_knot (path, first), to = path_find_knot (path, last);

  for (int i = from; from >= 0 && i < to; i++)
    g_array_index (weights, double, i) = THIN_WEIGHT;
}

/* Hands run from W to WM, feet from ANB to ANBm; a figure that names no such knots has one weight. */
static void
weigh_silhouette (CalxBodyParser *parser,
                  CalxBodyView   *view,
                  guint           n_half)
{
  const Path *out = g_hash_table_lookup (parser->paths, "out");

  for (guint i = 0; i < n_half; i++)
    {
      double one = 1.0;

      g_array_append_val (view->silhouette_weights, one);
    }
  thin_between (view->silhouette_weights, out, "W", "WM");
  thin_between (view->silhouette_weights, out, "ANB", "ANBm");
  for (guint i = n_half; i > 0; i--)
    {
      double weight = g_array_index (view->silhouette_weights, double, i - 1);

      g_array_append_val (view->silhouette_weights, weight);
    }
}

static gboolean
parse_silhouette (CalxBodyParser *parser,
                  CalxBodyView   *view,
                  const char     *crotch)
{
  guint n_half;

  view->silhouette = calx_chain_new ();
  view->silhouette_weights = g_array_new (FALSE, FALSE, sizeof (double));
  if (!silhouette_append (parser, view, "out") || !silhouette_append (parser, view, crotch))
    return FALSE;
  n_half = view->silhouette->len;
  if (!close_by_mirror (parser, view->silhouette, "paths.out"))
    return FALSE;
  weigh_silhouette (parser, view, n_half);
  return TRUE;
}

/* ---- regions ---- */

static CalxBodyShape *
shape_new (const CalxRegion *region)
{
  CalxBodyShape *shape = g_new0 (CalxBodyShape, 1);

  shape->region = region;
  shape->loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return shape;
}

static const CalxRegion *
find_region (CalxBodyParser *parser,
             const char     *id,
             CalxView        view,
             CalxSide        side,
             const char     *where)
{
  const CalxRegion *region = calx_regions_find (parser->regions, id);

  if (region == NULL)
    calx_body_parser_fail (parser, where, "no region is named “%s”", id);
  else if (!region->in_view[view])
    calx_body_parser_fail (parser, where, "region “%s” is not in this view", id);
  else if (region->side != side)
    calx_body_parser_fail (parser, where, "region “%s” is on another side", id);
  else
    return region;
  return NULL;
}

/* One half chain that its mirror image closes. */
static gboolean
parse_midline_region (CalxBodyParser *parser,
                      CalxBodyView   *body_view,
                      CalxView        view,
                      const char     *id,
                      JsonNode       *node,
                      const char     *where)
{
  const CalxRegion *region = find_region (parser, id, view, CALX_SIDE_MIDLINE, where);
  g_autoptr(GArray) chain = region != NULL ? parse_chain (parser, node, where) : NULL;
  CalxBodyShape    *shape;

  if (chain == NULL || !close_by_mirror (parser, chain, where))
    return FALSE;
  shape = shape_new (region);
  g_ptr_array_add (shape->loops, g_steal_pointer (&chain));
  g_ptr_array_add (body_view->shapes, shape);
  return TRUE;
}

/* Closed loops of the half that is drawn on the right: the patient's left from the front, the
 * patient's right from behind. */
static gboolean
parse_paired_region (CalxBodyParser *parser,
                     CalxBodyView   *body_view,
                     CalxView        view,
                     const char     *id,
                     JsonNode       *node,
                     const char     *where)
{
  gboolean          front = view == CALX_VIEW_ANTERIOR;
  g_autofree char  *drawn_id = g_strconcat (id, front ? "_l" : "_r", NULL);
  g_autofree char  *mirror_id = g_strconcat (id, front ? "_r" : "_l", NULL);
  const CalxRegion *drawn, *mirror;
  CalxBodyShape    *drawn_shape, *mirror_shape;
  JsonArray        *loops = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  drawn = find_region (parser, drawn_id, view, front ? CALX_SIDE_LEFT : CALX_SIDE_RIGHT, where);
  mirror = drawn == NULL ? NULL
                         : find_region (parser, mirror_id, view,
                                        front ? CALX_SIDE_RIGHT : CALX_SIDE_LEFT, where);
  if (mirror == NULL)
    return FALSE;
  if (loops == NULL || json_array_get_length (loops) == 0)
    return calx_body_parser_fail (parser, where, "must be a list of loops");
  drawn_shape = shape_new (drawn);
  mirror_shape = shape_new (mirror);
  mirror_shape->mirror_of = drawn_shape;
  g_ptr_array_add (body_view->shapes, drawn_shape);
  g_ptr_array_add (body_view->shapes, mirror_shape);
  for (guint i = 0; i < json_array_get_length (loops); i++)
    {
      g_autofree char  *field = g_strdup_printf ("%s[%u]", where, i);
      g_autoptr(GArray) chain = parse_chain (parser, json_array_get_element (loops, i), field);

      if (chain == NULL || !check_closed (parser, chain, field))
        return FALSE;
      g_ptr_array_add (mirror_shape->loops, calx_chain_mirror (chain));
      g_ptr_array_add (drawn_shape->loops, g_steal_pointer (&chain));
    }
  return TRUE;
}

typedef gboolean (*ParseRegion) (CalxBodyParser       *parser,
                                 CalxBodyView *body_view,
                                 CalxView      view,
                                 const char   *id,
                                 JsonNode     *node,
                                 const char   *where);

static gboolean
parse_regions (CalxBodyParser *parser,
               CalxBodyView   *body_view,
               CalxView        view,
               JsonObject     *object,
               const char     *where,
               ParseRegion     parse)
{
  g_autoptr(GList) ids = json_object_get_members (object);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      g_autofree char *field = g_strdup_printf ("%s.%s", where, (const char *) l->data);

      if (!parse (parser, body_view, view, l->data, json_object_get_member (object, l->data), field))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_view_regions (CalxBodyParser *parser,
                    CalxBodyView   *body_view,
                    CalxView        view,
                    JsonObject     *regions,
                    const char     *key)
{
  g_autofree char *where = g_strdup_printf ("regions.%s", key);
  g_autofree char *where_midline = g_strconcat (where, ".midline", NULL);
  g_autofree char *where_paired = g_strconcat (where, ".paired", NULL);
  JsonObject      *object = calx_body_parser_get_object (parser, regions, "regions", key);
  JsonObject      *midline = NULL, *paired = NULL;

  if (object != NULL)
    midline = calx_body_parser_get_object (parser, object, where, "midline");
  if (midline != NULL)
    paired = calx_body_parser_get_object (parser, object, where, "paired");
  body_view->shapes = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_body_shape_free);
  return paired != NULL &&
         parse_regions (parser, body_view, view, midline, where_midline, parse_midline_region) &&
         parse_regions (parser, body_view, view, paired, where_paired, parse_paired_region);
}

/* ---- the whole ---- */

static gboolean
parse_root (CalxBodyParser *parser,
            CalxBody       *self,
            JsonObject     *root)
{
  static const struct
  {
    const char *key, *crotch;
  } views[CALX_N_VIEWS] = { { "ant", "crA" }, { "post", "crP" } };
  const char *format = calx_body_parser_get_string (parser, root, "", "format");
  const char *build = format != NULL ? calx_body_parser_get_string (parser, root, "", "build") : NULL;
  JsonObject *paths, *regions, *art;
  double      stature;

  if (build == NULL || !calx_body_parser_get_number (parser, root, "", "stature", &stature))
    return FALSE;
  if (strcmp (format, FORMAT) != 0)
    return calx_body_parser_fail (parser, "format", "is “%s”, not “%s”", format, FORMAT);
  if (stature <= 0.0)
    return calx_body_parser_fail (parser, "stature", "must be above 0");
  self->build = g_strdup (build);
  parser->unit = 1.0 / stature;
  paths = calx_body_parser_get_object (parser, root, "", "paths");
  regions = paths != NULL ? calx_body_parser_get_object (parser, root, "", "regions") : NULL;
  art = regions != NULL ? calx_body_parser_get_object (parser, root, "", "art") : NULL;
  if (art == NULL || !parse_paths (parser, paths))
    return FALSE;
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    if (!parse_silhouette (parser, &self->views[view], views[view].crotch) ||
        !parse_view_regions (parser, &self->views[view], view, regions, views[view].key) ||
        !calx_body_parse_art (parser, &self->views[view], art, views[view].key))
      return FALSE;
  return TRUE;
}

gboolean
calx_body_parse (CalxBody    *self,
                 GBytes      *json,
                 const char  *name,
                 GError     **error)
{
  g_autoptr(JsonParser) json_parser = json_parser_new_immutable ();
  g_autoptr(GHashTable) paths = NULL;
  CalxBodyParser                parser = { .file = name, .regions = self->regions, .error = error };
  JsonNode             *root;

  if (!json_parser_load_from_data (json_parser, g_bytes_get_data (json, NULL),
                                   (gssize) g_bytes_get_size (json), error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  root = json_parser_get_root (json_parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return calx_body_parser_fail (&parser, "the file", "is not an object");
  paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) path_free);
  parser.paths = paths;
  return parse_root (&parser, self, json_node_get_object (root));
}
