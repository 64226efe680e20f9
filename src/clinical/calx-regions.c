/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-regions.h"

#include "calx-json.h"

#include <string.h>

/* Strings point into the JSON tree, which lives as long as the table. */
struct _CalxRegions
{
  gatomicrefcount ref_count;
  JsonNode       *root;
  GArray         *regions; /* of CalxRegion */
  GHashTable     *by_id;   /* id to index + 1 */
};

static const char *const view_ids[CALX_N_VIEWS] = { "anterior", "posterior" };

static const char *const class_ids[CALX_N_SITE_CLASSES] = {
  [CALX_CLASS_GENITAL] = "genital",
  [CALX_CLASS_CENTRAL] = "central",
  [CALX_CLASS_PERIPHERAL] = "peripheral",
  [CALX_CLASS_ACRAL] = "acral",
  [CALX_CLASS_HEAD_NECK] = "head_neck",
};

static const char *const side_ids[] = {
  [CALX_SIDE_MIDLINE] = "midline",
  [CALX_SIDE_RIGHT] = "right",
  [CALX_SIDE_LEFT] = "left",
};

static gboolean
read_id_of (JsonObject        *object,
            const char        *where,
            const char        *member,
            const char *const *ids,
            guint              n_ids,
            guint             *ret_index,
            GError           **error)
{
  const char *text = calx_json_get_string (object, where, member, error);

  if (text == NULL)
    return FALSE;
  for (guint i = 0; i < n_ids; i++)
    if (g_str_equal (ids[i], text))
      {
        *ret_index = i;
        return TRUE;
      }
  return calx_json_fail (error, where, member, "“%s” is none of those known", text);
}

static gboolean
read_views (JsonObject  *object,
            const char  *where,
            CalxRegion  *region,
            GError     **error)
{
  JsonArray *array = calx_json_get_array (object, where, "views", error);

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) == 0)
    return calx_json_fail (error, where, "views", "must not be empty");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      CalxView view;

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
          !calx_view_from_id (json_node_get_string (node), &view))
        return calx_json_fail (error, where, "views", "must hold anterior, posterior or both");
      region->in_view[view] = TRUE;
    }
  return TRUE;
}

static gboolean
read_region (JsonNode    *node,
             const char  *where,
             CalxRegion  *region,
             GError     **error)
{
  JsonObject *object = calx_json_to_object (node, where, error);
  guint side = 0;
  guint site_class = 0;

  if (object == NULL)
    return FALSE;
  region->id = calx_json_get_string (object, where, "id", error);
  if (region->id == NULL)
    return FALSE;
  region->name = calx_json_get_string (object, where, "name", error);
  if (region->name == NULL ||
      !read_id_of (object, where, "side", side_ids, G_N_ELEMENTS (side_ids), &side, error) ||
      !read_id_of (object, where, "class", class_ids, G_N_ELEMENTS (class_ids), &site_class, error) ||
      !read_views (object, where, region, error) ||
      !calx_json_get_string_or (object, where, "snomed", NULL, &region->snomed, error) ||
      !calx_json_get_double (object, where, "area_percent", &region->area_percent, error))
    return FALSE;
  if (region->area_percent < 0.0 || region->area_percent > 100.0)
    return calx_json_fail (error, where, "area_percent", "must be 0 to 100");
  region->side = side;
  region->site_class = site_class;
  return TRUE;
}

static gboolean
is_within (const CalxRegion *part,
           const CalxRegion *whole)
{
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    if (part->in_view[view] && !whole->in_view[view])
      return FALSE;
  return part->site_class == whole->site_class && (whole->side == CALX_SIDE_MIDLINE || whole->side == part->side);
}

/* Once the table has its last row, so that its addresses stay. */
static gboolean
link_part (CalxRegions  *self,
           CalxRegion   *region,
           const char   *where,
           GError      **error)
{
  JsonObject *object = json_array_get_object_element (json_node_get_array (self->root), region->index);
  const char *id;
  const CalxRegion *whole;

  if (!calx_json_get_string_or (object, where, "part_of", NULL, &id, error))
    return FALSE;
  if (id == NULL)
    return TRUE;
  whole = calx_regions_find (self, id);
  if (whole == NULL || whole->index >= region->index || whole->part_of != NULL)
    return calx_json_fail (error, where, "part_of", "“%s” is no whole region before this one", id);
  if (!is_within (region, whole))
    return calx_json_fail (error, where, "part_of", "“%s” has another class, side or view", id);
  region->part_of = whole;
  return TRUE;
}

CalxRegions *
calx_regions_new (GBytes      *json,
                  const char  *name,
                  GError     **error)
{
  g_autoptr(CalxRegions) self = NULL;
  JsonArray *array;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (CalxRegions, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->regions = g_array_new (FALSE, TRUE, sizeof (CalxRegion));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->root = calx_json_parse_bytes (json, name, error);
  if (self->root == NULL)
    return NULL;
  array = calx_json_to_array (self->root, name, error);
  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s: [%u]", name, i);
      CalxRegion region = { .index = i };

      if (!read_region (json_array_get_element (array, i), where, &region, error))
        return NULL;
      g_array_append_val (self->regions, region);
      if (!g_hash_table_insert (self->by_id, (gpointer) region.id, GUINT_TO_POINTER (i + 1)))
        {
          calx_json_fail (error, where, "id", "“%s” stands twice", region.id);
          return NULL;
        }
    }
  for (guint i = 0; i < self->regions->len; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s: [%u]", name, i);

      if (!link_part (self, &g_array_index (self->regions, CalxRegion, i), where, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

CalxRegions *
calx_regions_ref (CalxRegions *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
calx_regions_unref (CalxRegions *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_id);
  g_array_unref (self->regions);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

guint
calx_regions_get_n (CalxRegions *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->regions->len;
}

const CalxRegion *
calx_regions_get (CalxRegions *self,
                  guint        index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->regions->len, NULL);

  return &g_array_index (self->regions, CalxRegion, index);
}

const CalxRegion *
calx_regions_find (CalxRegions *self,
                   const char  *id)
{
  guint found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, id));
  return found == 0 ? NULL : calx_regions_get (self, found - 1);
}

const CalxRegion *
calx_regions_get_other_side (CalxRegions      *self,
                             const CalxRegion *region)
{
  const CalxRegion *other;
  g_autofree char *id = NULL;

  g_return_val_if_fail (self != NULL, region);
  g_return_val_if_fail (region != NULL, NULL);

  if (region->side == CALX_SIDE_MIDLINE)
    return region;
  id = g_strdup (region->id);
  id[strlen (id) - 1] = region->side == CALX_SIDE_RIGHT ? 'l' : 'r';
  other = calx_regions_find (self, id);
  g_return_val_if_fail (other != NULL, region);
  return other;
}

gboolean
calx_region_id_begins (const char *region_id,
                       const char *beginning)
{
  gsize length;

  g_return_val_if_fail (region_id != NULL && beginning != NULL, FALSE);

  length = strlen (beginning);
  return g_str_has_prefix (region_id, beginning) && (region_id[length] == '\0' || region_id[length] == '_');
}

const char *
calx_view_to_id (CalxView view)
{
  g_return_val_if_fail (view < CALX_N_VIEWS, "");

  return view_ids[view];
}

gboolean
calx_view_from_id (const char *id,
                   CalxView   *ret_view)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (ret_view != NULL, FALSE);

  for (guint i = 0; i < CALX_N_VIEWS; i++)
    if (g_str_equal (view_ids[i], id))
      {
        *ret_view = i;
        return TRUE;
      }
  return FALSE;
}

const char *
calx_site_class_to_id (CalxSiteClass site_class)
{
  g_return_val_if_fail (site_class < CALX_N_SITE_CLASSES, "");

  return class_ids[site_class];
}
