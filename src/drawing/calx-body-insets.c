/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-private.h"

#include "calx-json.h"

/* Windows on parts of the figure: the file says what each is for, the figure where that is. */

#define FORMAT "calx-insets/1"
/* Room around what is shown, of the longer side of its box. */
#define MARGIN 0.07

static void
inset_free (gpointer data)
{
  CalxBodyInset *self = data;

  g_ptr_array_unref (self->regions);
  g_free (self);
}

/* Grows the box by a region of the list; one that the figure lacks adds nothing. */
static gboolean
add_region (CalxBody       *body,
            CalxBodyInset  *inset,
            JsonNode       *node,
            const char     *where,
            GError        **error)
{
  const char       *id = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  const CalxRegion *region = id != NULL ? calx_regions_find (body->regions, id) : NULL;
  CalxBox           box;

  if (region == NULL || !region->in_view[inset->view])
    return calx_json_fail (error, where, "regions", "“%s” is no region of this view", id != NULL ? id : "");
  if (!calx_body_get_region_bounds (body, inset->view, region, &box.x0, &box.y0, &box.x1, &box.y1))
    return TRUE;
  g_ptr_array_add (inset->regions, (gpointer) region);
  inset->box.x0 = MIN (inset->box.x0, box.x0);
  inset->box.y0 = MIN (inset->box.y0, box.y0);
  inset->box.x1 = MAX (inset->box.x1, box.x1);
  inset->box.y1 = MAX (inset->box.y1, box.y1);
  return TRUE;
}

static void
add_margin (CalxBox *box)
{
  double margin = MARGIN * MAX (box->x1 - box->x0, box->y1 - box->y0);

  box->x0 -= margin;
  box->y0 -= margin;
  box->x1 += margin;
  box->y1 += margin;
}

static gboolean
read_inset (CalxBody    *body,
            JsonNode    *node,
            const char  *where,
            GError     **error)
{
  JsonObject    *object = calx_json_to_object (node, where, error);
  JsonArray     *regions = NULL;
  const char    *view = NULL;
  CalxBodyInset *inset = g_new0 (CalxBodyInset, 1);

  g_ptr_array_add (body->insets, inset);
  inset->regions = g_ptr_array_new ();
  calx_box_init_empty (&inset->box);
  if (object == NULL)
    return FALSE;
  inset->id = calx_json_get_string (object, where, "id", error);
  inset->name = inset->id != NULL ? calx_json_get_string (object, where, "name", error) : NULL;
  view = inset->name != NULL ? calx_json_get_string (object, where, "view", error) : NULL;
  if (view == NULL)
    return FALSE;
  if (!calx_view_from_id (view, &inset->view))
    return calx_json_fail (error, where, "view", "must be anterior or posterior");
  regions = calx_json_get_array (object, where, "regions", error);
  for (guint i = 0; regions != NULL && i < json_array_get_length (regions); i++)
    if (!add_region (body, inset, json_array_get_element (regions, i), where, error))
      return FALSE;
  if (regions == NULL)
    return FALSE;
  if (inset->regions->len == 0)
    g_ptr_array_set_size (body->insets, (int) body->insets->len - 1);
  else
    add_margin (&inset->box);
  return TRUE;
}

gboolean
calx_body_read_insets (CalxBody    *self,
                       GBytes      *json,
                       const char  *name,
                       GError     **error)
{
  JsonObject *object;
  JsonArray  *array;

  g_ptr_array_set_free_func (self->insets, inset_free);
  self->insets_words = calx_json_parse_bytes (json, name, error);
  object = self->insets_words != NULL ? calx_json_to_object (self->insets_words, name, error) : NULL;
  if (object == NULL || !calx_json_check_format (object, name, FORMAT, error))
    return FALSE;
  array = calx_json_get_array (object, name, "insets", error);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s: insets[%u]", name, i);

      if (!read_inset (self, json_array_get_element (array, i), where, error))
        return FALSE;
    }
  return array != NULL;
}

guint
calx_body_get_n_insets (CalxBody *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->insets->len;
}

const CalxBodyInset *
calx_body_get_inset (CalxBody *self,
                     guint     index)
{
  g_return_val_if_fail (self != NULL && index < self->insets->len, NULL);

  return g_ptr_array_index (self->insets, index);
}

const CalxBodyInset *
calx_body_find_inset (CalxBody         *self,
                      CalxView          view,
                      const CalxRegion *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  for (guint i = 0; i < self->insets->len; i++)
    {
      const CalxBodyInset *inset = g_ptr_array_index (self->insets, i);

      if (inset->view == view && g_ptr_array_find (inset->regions, region, NULL))
        return inset;
    }
  return region->part_of != NULL ? calx_body_find_inset (self, view, region->part_of) : NULL;
}
