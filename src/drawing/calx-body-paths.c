/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-parser.h"

#include <math.h>
#include <string.h>

/* The paths of a body file, and the chains made of pieces of them. */

/* Body units; the file has three decimals of a thousandth. */
#define MEETS_WITHIN 1e-9
/* Where fingers and toes lie side by side, a full outline would fill the gaps. */
#define THIN_WEIGHT 0.75

/* A path of the file: the right half of one line, with names for some of its knots. */
typedef struct
{
  GPtrArray *knots;   /* char *, "" without a name */
  GArray    *chain;
  GArray    *weights; /* double by piece: how thick an outline along it is drawn */
} Path;

static void
path_free (gpointer data)
{
  Path *self = data;

  g_ptr_array_unref (self->knots);
  g_array_unref (self->weights);
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

static int
path_find_knot (const Path *self,
                const char *name)
{
  for (guint i = 0; name != NULL && i < self->knots->len; i++)
    if (strcmp (g_ptr_array_index (self->knots, i), name) == 0)
      return (int) i;
  return -1;
}

static void
thin_between (Path       *self,
              const char *first,
              const char *last)
{
  int from = path_find_knot (self, first), to = path_find_knot (self, last);

  for (int i = from; from >= 0 && i < to; i++)
    g_array_index (self->weights, double, i) = THIN_WEIGHT;
}

/* Hands run from W to WM, feet from ANB to ANBm; a path that names no such knots has one weight. */
static void
path_weigh (Path *self)
{
  for (guint i = 0; i < self->chain->len; i++)
    {
      double one = 1.0;

      g_array_append_val (self->weights, one);
    }
  thin_between (self, "W", "WM");
  thin_between (self, "ANB", "ANBm");
}

gboolean
calx_body_parse_paths (CalxBodyParser *parser,
                       JsonObject     *paths)
{
  g_autoptr(GList) names = json_object_get_members (paths);

  parser->paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, path_free);
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
      path->weights = g_array_new (FALSE, FALSE, sizeof (double));
      g_hash_table_insert (parser->paths, g_strdup (l->data), path);
      if (!parse_path (parser, object, field, path))
        return FALSE;
      path_weigh (path);
    }
  return TRUE;
}

/* ---- pieces and chains ---- */

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
                   const char     *where,
                   GArray         *weights)
{
  for (guint i = from; i != to; i += from < to ? 1 : -1)
    {
      guint             at = from < to ? i : i - 1;
      const CalxBezier *forwards = &g_array_index (path->chain, CalxBezier, at);
      CalxBezier        piece = from < to ? *forwards : calx_bezier_reverse (forwards);

      if (!chain_append_piece (parser, chain, &piece, where))
        return FALSE;
      if (weights != NULL)
        g_array_append_vals (weights, &g_array_index (path->weights, double, at), 1);
    }
  return TRUE;
}

/* ["path"] or ["path", "from", "to"] */
static gboolean
parse_piece (CalxBodyParser *parser,
             JsonNode       *node,
             const char     *where,
             GArray         *chain,
             GArray         *weights)
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
  return chain_append_path (parser, chain, path, from, to, where, weights);
}

GArray *
calx_body_parse_chain (CalxBodyParser *parser,
                       JsonNode       *node,
                       const char     *where,
                       GArray         *weights,
                       GArray         *corners)
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

      if (corners != NULL)
        g_array_append_vals (corners, &chain->len, 1);
      if (!parse_piece (parser, json_array_get_element (pieces, i), field, chain, weights))
        return NULL;
    }
  return g_steal_pointer (&chain);
}

gboolean
calx_body_close_by_mirror (CalxBodyParser *parser,
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

gboolean
calx_body_check_closed (CalxBodyParser *parser,
                        GArray         *chain,
                        const char     *where)
{
  CalxPoint start = g_array_index (chain, CalxBezier, 0).p[0];
  CalxPoint end = g_array_index (chain, CalxBezier, chain->len - 1).p[3];

  return point_meets (start, end) ||
         calx_body_parser_fail (parser, where, "does not end where it starts");
}
