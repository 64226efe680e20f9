/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-parser.h"

#include <math.h>
#include <string.h>

static gboolean
parse_art_role (CalxBodyParser *parser,
                const char     *name,
                const char     *where,
                CalxArtRole    *ret_role)
{
  static const char *const names[] = { "line", "det", "hair", "pupil", "shade", "light" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      {
        *ret_role = (CalxArtRole) i;
        return TRUE;
      }
  return calx_body_parser_fail (parser, where, "“%s” names no colour", name);
}

static gboolean
parse_art_chain (CalxBodyParser  *parser,
                 JsonObject      *object,
                 const char      *where,
                 GArray         **ret_chain)
{
  g_autoptr(GArray) chain = calx_chain_new ();
  JsonArray        *pieces = calx_body_parser_get_array (parser, object, where, "b");

  if (pieces == NULL)
    return FALSE;
  if (json_array_get_length (pieces) == 0)
    return calx_body_parser_fail (parser, where, "b is empty");
  for (guint i = 0; i < json_array_get_length (pieces); i++)
    {
      g_autofree char *field = g_strdup_printf ("%s.b[%u]", where, i);
      double           n[8];
      CalxBezier       piece;

      if (!calx_body_parser_read_numbers (parser, json_array_get_element (pieces, i), field, 0, 8, n))
        return FALSE;
      for (guint k = 0; k < 4; k++)
        piece.p[k] = (CalxPoint) { n[2 * k] * parser->unit, n[2 * k + 1] * parser->unit };
      g_array_append_val (chain, piece);
    }
  *ret_chain = g_steal_pointer (&chain);
  return TRUE;
}

/* A drawn line swells in the middle and thins out at both ends (GUIDE.md, 2.7). */
static double
half_width_at (double t)
{
  return 0.5 * (0.18 + 0.82 * pow (fabs (sin (G_PI * t)), 0.55));
}

/* Across the spine at @i, as long as half the width there. */
static CalxPoint
rib_at (const GArray *spine,
        guint         i,
        double        half_width)
{
  CalxPoint a = g_array_index (spine, CalxPoint, i > 0 ? i - 1 : 0);
  CalxPoint b = g_array_index (spine, CalxPoint, MIN (i + 1, spine->len - 1));
  double    length = hypot (b.x - a.x, b.y - a.y);

  if (length == 0.0)
    length = 1.0;
  return (CalxPoint) { -(b.y - a.y) / length * half_width, (b.x - a.x) / length * half_width };
}

static void
art_set_line (CalxBodyArt *art,
              GArray      *chain,
              double       from,
              double       to)
{
  g_autoptr(GArray)  points = calx_chain_flatten (chain);
  g_autofree double *along = NULL;
  CalxPoint          end = g_array_index (chain, CalxBezier, chain->len - 1).p[3];
  guint              first, last;

  g_array_append_val (points, end);
  first = (guint) (from * (points->len - 1));
  last = (guint) (to * (points->len - 1));
  art->spine = g_array_new (FALSE, FALSE, sizeof (CalxPoint));
  art->ribs = g_array_new (FALSE, FALSE, sizeof (CalxPoint));
  g_array_append_vals (art->spine, &g_array_index (points, CalxPoint, first), last - first + 1);
  along = g_new0 (double, art->spine->len);
  for (guint i = 1; i < art->spine->len; i++)
    {
      CalxPoint a = g_array_index (art->spine, CalxPoint, i - 1);
      CalxPoint b = g_array_index (art->spine, CalxPoint, i);

      along[i] = along[i - 1] + hypot (b.x - a.x, b.y - a.y);
    }
  for (guint i = 0; i < art->spine->len; i++)
    {
      double    total = along[art->spine->len - 1];
      CalxPoint rib = rib_at (art->spine, i, half_width_at (total > 0.0 ? along[i] / total : 0.0));

      g_array_append_val (art->ribs, rib);
    }
}

static gboolean
parse_art_line (CalxBodyParser *parser,
                JsonObject     *object,
                const char     *where,
                CalxBodyArt    *art)
{
  g_autofree char  *field = g_strconcat (where, ".part", NULL);
  g_autoptr(GArray) chain = NULL;
  JsonNode         *node = json_object_get_member (object, "part");
  double            part[2] = { 0.0, 1.0 };

  if (!calx_body_parser_get_number (parser, object, where, "a", &art->alpha) ||
      !calx_body_parser_get_number (parser, object, where, "w", &art->width) ||
      (node != NULL && !calx_body_parser_read_numbers (parser, node, field, 0, 2, part)) ||
      !parse_art_chain (parser, object, where, &chain))
    return FALSE;
  if (!(part[0] >= 0.0 && part[0] < part[1] && part[1] <= 1.0))
    return calx_body_parser_fail (parser, field, "must be two numbers from 0 to 1, the smaller first");
  art->width *= parser->unit;
  art_set_line (art, chain, part[0], part[1]);
  return TRUE;
}

static gboolean
parse_art_round (CalxBodyParser *parser,
                 JsonObject     *object,
                 const char     *where,
                 CalxBodyArt    *art)
{
  g_autofree char *where_c = g_strconcat (where, ".c", NULL);
  g_autofree char *where_r = g_strconcat (where, ".r", NULL);
  JsonNode        *c = calx_body_parser_get_member (parser, object, where, "c", JSON_NODE_ARRAY);
  JsonNode        *r = NULL;
  gboolean         ellipse = art->kind == CALX_ART_ELLIPSE;
  double           centre[2], radius[2];

  if (c != NULL)
    r = calx_body_parser_get_member (parser, object, where, "r", JSON_NODE_ARRAY);
  if (r == NULL || !calx_body_parser_read_numbers (parser, c, where_c, 0, 2, centre) ||
      !calx_body_parser_read_numbers (parser, r, where_r, 0, 2, radius) ||
      !calx_body_parser_get_number (parser, object, where, ellipse ? "fill" : "a", &art->alpha) ||
      !calx_body_parser_get_number (parser, object, where, "stroke", &art->stroke_alpha) ||
      !calx_body_parser_get_number (parser, object, where, "w", &art->width) ||
      !calx_body_parser_get_number (parser, object, where, "rot", &art->rotation))
    return FALSE;
  if (radius[0] <= 0.0 || radius[1] <= 0.0)
    return calx_body_parser_fail (parser, where_r, "must be above 0");
  art->centre = (CalxPoint) { centre[0] * parser->unit, centre[1] * parser->unit };
  art->radius = (CalxPoint) { radius[0] * parser->unit, radius[1] * parser->unit };
  art->width *= parser->unit;
  return TRUE;
}

static gboolean
parse_art_item (CalxBodyParser *parser,
                JsonObject     *object,
                const char     *where,
                CalxBodyArt    *art)
{
  const char *kind = calx_body_parser_get_string (parser, object, where, "kind");
  const char *role;
  gboolean    shade;

  if (kind == NULL)
    return FALSE;
  art->mirror = json_object_get_boolean_member_with_default (object, "mirror", FALSE);
  if (!calx_body_parser_get_number (parser, object, where, "min_px", &art->min_px) ||
      !calx_body_parser_get_number (parser, object, where, "max_px", &art->max_px))
    return FALSE;
  shade = strcmp (kind, "shade") == 0;
  if (shade && !json_object_has_member (object, "role"))
    role = "shade";
  else
    role = calx_body_parser_get_string (parser, object, where, "role");
  if (role == NULL || !parse_art_role (parser, role, where, &art->role))
    return FALSE;
  if (shade)
    {
      art->kind = CALX_ART_SHADE;
      return parse_art_round (parser, object, where, art);
    }
  if (strcmp (kind, "line") == 0)
    {
      art->kind = CALX_ART_LINE;
      return parse_art_line (parser, object, where, art);
    }
  if (strcmp (kind, "ellipse") == 0)
    {
      art->kind = CALX_ART_ELLIPSE;
      return parse_art_round (parser, object, where, art);
    }
  if (strcmp (kind, "fill") == 0)
    {
      art->kind = CALX_ART_FILL;
      return calx_body_parser_get_number (parser, object, where, "a", &art->alpha) &&
             parse_art_chain (parser, object, where, &art->chain);
    }
  return calx_body_parser_fail (parser, where, "kind “%s” is not known", kind);
}

gboolean
calx_body_parse_art (CalxBodyParser *parser,
                     CalxBodyView   *body_view,
                     JsonObject     *views,
                     const char     *key)
{
  JsonArray *items = calx_body_parser_get_array (parser, views, "art", key);

  body_view->art = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_body_art_free);
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      g_autofree char *field = g_strdup_printf ("art.%s[%u]", key, i);
      JsonNode        *node = json_array_get_element (items, i);
      CalxBodyArt     *art = g_new0 (CalxBodyArt, 1);

      g_ptr_array_add (body_view->art, art);
      if (!JSON_NODE_HOLDS_OBJECT (node))
        return calx_body_parser_fail (parser, field, "has the wrong type");
      if (!parse_art_item (parser, json_node_get_object (node), field, art))
        return FALSE;
    }
  return items != NULL;
}
