/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-parser.h"

#include <string.h>

/* Reads "calx-body/2": the right half of a figure. Its paths have named knots; the outline of each view
 * and the regions are chains of pieces of them, so that a border is one curve for all who share it. Then
 * the art. The left half is the mirror image. */

#define FORMAT "calx-body/2"

/* ---- silhouette ---- */

/* The half outline, crown to crotch. */
static gboolean
parse_silhouette (CalxBodyParser *parser,
                  CalxBodyView   *view,
                  JsonObject     *outlines,
                  const char     *key)
{
  g_autofree char *where = g_strconcat ("outline.", key, NULL);
  JsonNode        *node = calx_body_parser_get_member (parser, outlines, "outline", key, JSON_NODE_ARRAY);
  GArray          *weights = g_array_new (FALSE, FALSE, sizeof (double));

  view->silhouette_weights = weights;
  view->silhouette = node != NULL ? calx_body_parse_chain (parser, node, where, weights, NULL) : NULL;
  if (view->silhouette == NULL || !calx_body_close_by_mirror (parser, view->silhouette, where))
    return FALSE;
  for (guint i = weights->len; i > 0; i--)
    {
      double weight = g_array_index (weights, double, i - 1); /* the array moves when it grows */

      g_array_append_val (weights, weight);
    }
  return TRUE;
}

/* ---- regions ---- */

static CalxBodyShape *
shape_new (const CalxRegion *region)
{
  CalxBodyShape *shape = g_new0 (CalxBodyShape, 1);

  shape->region = region;
  shape->loops = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  shape->corners = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
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

/* Of a half chain that its mirror image closed. */
static void
mirror_corners (GArray *corners,
                guint   n_pieces)
{
  guint half = n_pieces / 2;

  g_array_append_val (corners, half);
  for (guint i = corners->len - 1; i > 1; i--)
    {
      guint corner = n_pieces - g_array_index (corners, guint, i - 1);

      g_array_append_val (corners, corner);
    }
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
  g_autoptr(GArray) corners = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GArray) chain = region != NULL ? calx_body_parse_chain (parser, node, where, NULL, corners) : NULL;
  CalxBodyShape    *shape;

  if (chain == NULL || !calx_body_close_by_mirror (parser, chain, where))
    return FALSE;
  mirror_corners (corners, chain->len);
  shape = shape_new (region);
  g_ptr_array_add (shape->corners, g_steal_pointer (&corners));
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
      g_autoptr(GArray) corners = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr(GArray) chain = calx_body_parse_chain (parser, json_array_get_element (loops, i), field, NULL, corners);

      if (chain == NULL || !calx_body_check_closed (parser, chain, field))
        return FALSE;
      g_ptr_array_add (mirror_shape->loops, calx_chain_mirror (chain));
      g_ptr_array_add (drawn_shape->loops, g_steal_pointer (&chain));
      g_ptr_array_add (drawn_shape->corners, g_steal_pointer (&corners));
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
  static const char *const keys[CALX_N_VIEWS] = { "ant", "post" };
  const char *format = calx_body_parser_get_string (parser, root, "", "format");
  const char *build = format != NULL ? calx_body_parser_get_string (parser, root, "", "build") : NULL;
  JsonObject *paths, *outlines, *regions, *art;
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
  outlines = paths != NULL ? calx_body_parser_get_object (parser, root, "", "outline") : NULL;
  regions = outlines != NULL ? calx_body_parser_get_object (parser, root, "", "regions") : NULL;
  art = regions != NULL ? calx_body_parser_get_object (parser, root, "", "art") : NULL;
  if (art == NULL || !calx_body_parse_paths (parser, paths))
    return FALSE;
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    if (!parse_silhouette (parser, &self->views[view], outlines, keys[view]) ||
        !parse_view_regions (parser, &self->views[view], view, regions, keys[view]) ||
        !calx_body_parse_art (parser, &self->views[view], art, keys[view]))
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
  CalxBodyParser        parser = { .file = name, .regions = self->regions, .error = error };
  JsonNode             *root;
  gboolean              parsed;

  if (!json_parser_load_from_data (json_parser, g_bytes_get_data (json, NULL),
                                   (gssize) g_bytes_get_size (json), error))
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  root = json_parser_get_root (json_parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return calx_body_parser_fail (&parser, "the file", "is not an object");
  parsed = parse_root (&parser, self, json_node_get_object (root));
  g_clear_pointer (&parser.paths, g_hash_table_unref);
  return parsed;
}
