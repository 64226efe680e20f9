/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-private.h"

#include "calx-json.h"

#include <math.h>

static const char *const type_ids[CALX_N_LESION_TYPES] = {
  [CALX_LESION_TYPE_UNKNOWN] = "",
  [CALX_LESION_TYPE_PAPULE] = "papule",
  [CALX_LESION_TYPE_PLAQUE] = "plaque",
  [CALX_LESION_TYPE_NODULE] = "nodule",
  [CALX_LESION_TYPE_SUBCUTANEOUS_NODULE] = "subcutaneous_nodule",
  [CALX_LESION_TYPE_INDURATION] = "induration",
  [CALX_LESION_TYPE_LIVEDO] = "livedo",
  [CALX_LESION_TYPE_RETIFORM_PURPURA] = "retiform_purpura",
  [CALX_LESION_TYPE_ULCER] = "ulcer",
  [CALX_LESION_TYPE_ESCHAR] = "eschar",
  [CALX_LESION_TYPE_CHALKY_DISCHARGE] = "chalky_discharge",
};

static const char *const ternary_ids[] = {
  [CALX_TERNARY_UNKNOWN] = "",
  [CALX_TERNARY_NO] = "no",
  [CALX_TERNARY_YES] = "yes",
};

static const char *const diagnosis_ids[] = {
  [CALX_DIAGNOSIS_NOT_STATED] = "",
  [CALX_DIAGNOSIS_CALCIPHYLAXIS] = "calciphylaxis",
  [CALX_DIAGNOSIS_OTHER] = "other",
};

static gboolean
find_id (const char *const *ids,
         guint              n_ids,
         const char        *id,
         guint             *ret_index)
{
  for (guint i = 0; i < n_ids; i++)
    if (g_str_equal (ids[i], id))
      {
        *ret_index = i;
        return TRUE;
      }
  return FALSE;
}

CalxLesion *
calx_lesion_new (int         number,
                 CalxView    view,
                 double      x,
                 double      y,
                 const char *region_id)
{
  CalxLesion *self;

  g_return_val_if_fail (number > 0, NULL);
  g_return_val_if_fail (region_id != NULL, NULL);

  self = g_atomic_rc_box_new0 (CalxLesion);
  self->uuid = g_uuid_string_random ();
  self->number = number;
  self->figure = "";
  self->view = view;
  self->x = x;
  self->y = y;
  self->region_id = g_strdup (region_id);
  self->length_mm = CALX_SIZE_UNKNOWN_MM;
  self->width_mm = CALX_SIZE_UNKNOWN_MM;
  self->pain = CALX_PAIN_UNKNOWN;
  self->note = g_strdup ("");
  return self;
}

CalxLesion *
calx_lesion_copy (const CalxLesion *self)
{
  CalxLesion *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_atomic_rc_box_new (CalxLesion);
  *copy = *self;
  copy->uuid = g_strdup (self->uuid);
  copy->region_id = g_strdup (self->region_id);
  copy->note = g_strdup (self->note);
  copy->outline = self->outline != NULL ? g_array_ref (self->outline) : NULL;
  return copy;
}

CalxLesion *
calx_lesion_ref (CalxLesion *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CalxLesion *self = data;

  g_free (self->uuid);
  g_free (self->region_id);
  g_free (self->note);
  g_clear_pointer (&self->outline, g_array_unref);
}

void
calx_lesion_unref (CalxLesion *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

void
calx_lesion_set_uuid (CalxLesion *self,
                      const char *uuid)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (uuid != NULL && g_uuid_string_is_valid (uuid));

  g_free (self->uuid);
  self->uuid = g_strdup (uuid);
}

void
calx_lesion_set_note (CalxLesion *self,
                      const char *note)
{
  char *copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (note != NULL);

  copy = g_strdup (note);
  g_free (self->note);
  self->note = copy;
}

void
calx_lesion_set_place (CalxLesion *self,
                       CalxView    view,
                       double      x,
                       double      y,
                       const char *region_id)
{
  char *copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (region_id != NULL);

  copy = g_strdup (region_id);
  self->view = view;
  self->x = x;
  self->y = y;
  g_free (self->region_id);
  self->region_id = copy;
}

gboolean
calx_lesion_equal (const CalxLesion *a,
                   const CalxLesion *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a == b || (a->number == b->number && a->sentinel == b->sentinel &&
                    calx_date_compare (a->seen, b->seen) == 0 && calx_lesion_equal_look (a, b));
}

gboolean
calx_lesion_equal_look (const CalxLesion *a,
                        const CalxLesion *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a == b ||
         (g_str_equal (a->uuid, b->uuid) && a->view == b->view &&
          a->x == b->x && a->y == b->y && g_str_equal (a->region_id, b->region_id) &&
          a->type == b->type && a->ulcerated == b->ulcerated && a->length_mm == b->length_mm &&
          a->width_mm == b->width_mm && a->pain == b->pain &&
          calx_date_compare (a->onset, b->onset) == 0 && a->diagnosis == b->diagnosis &&
          a->healed == b->healed && g_str_equal (a->note, b->note) &&
          calx_lesion_shape_equal (a, b) && calx_lesion_details_equal (a, b));
}

/* JSON: what is unknown is left out, so that unknown has one form. */
JsonNode *
calx_lesion_to_json (const CalxLesion *self)
{
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "uuid", self->uuid);
  json_object_set_int_member (object, "number", self->number);
  json_object_set_string_member (object, "view", calx_view_to_id (self->view));
  json_object_set_double_member (object, "x", self->x);
  json_object_set_double_member (object, "y", self->y);
  json_object_set_string_member (object, "region", self->region_id);
  if (self->type != CALX_LESION_TYPE_UNKNOWN)
    json_object_set_string_member (object, "type", type_ids[self->type]);
  if (self->ulcerated != CALX_TERNARY_UNKNOWN)
    json_object_set_string_member (object, "ulcerated", ternary_ids[self->ulcerated]);
  if (self->length_mm != CALX_SIZE_UNKNOWN_MM)
    json_object_set_double_member (object, "length_mm", self->length_mm);
  if (self->width_mm != CALX_SIZE_UNKNOWN_MM)
    json_object_set_double_member (object, "width_mm", self->width_mm);
  calx_lesion_shape_to_json (self, object);
  if (self->pain != CALX_PAIN_UNKNOWN)
    json_object_set_int_member (object, "pain", self->pain);
  if (calx_date_is_known (self->onset))
    {
      g_autofree char *onset = calx_date_to_iso (self->onset);

      json_object_set_string_member (object, "onset", onset);
    }
  if (self->diagnosis != CALX_DIAGNOSIS_NOT_STATED)
    json_object_set_string_member (object, "diagnosis", diagnosis_ids[self->diagnosis]);
  if (self->healed)
    json_object_set_boolean_member (object, "healed", TRUE);
  calx_lesion_details_to_json (self, object);
  if (calx_date_is_known (self->seen))
    {
      g_autofree char *seen = calx_date_to_iso (self->seen);

      json_object_set_string_member (object, "seen", seen);
    }
  if (self->note[0] != '\0')
    json_object_set_string_member (object, "note", self->note);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

static gboolean
read_id (JsonObject        *object,
         const char        *member,
         const char *const *ids,
         guint              n_ids,
         guint             *ret_index,
         GError           **error)
{
  const char *text;

  if (!calx_json_get_string_or (object, "lesion", member, "", &text, error))
    return FALSE;
  if (!find_id (ids, n_ids, text, ret_index))
    return calx_json_fail (error, "lesion", member, "“%s” is none of those known", text);
  return TRUE;
}

static gboolean
read_place (CalxLesion   *self,
            CalxRegions  *regions,
            JsonObject   *object,
            GError      **error)
{
  const CalxRegion *region;
  const char *view;
  const char *region_id;

  view = calx_json_get_string (object, "lesion", "view", error);
  if (view == NULL)
    return FALSE;
  if (!calx_view_from_id (view, &self->view))
    return calx_json_fail (error, "lesion", "view", "“%s” is not anterior or posterior", view);
  region_id = calx_json_get_string (object, "lesion", "region", error);
  if (region_id == NULL)
    return FALSE;
  region = calx_regions_find (regions, region_id);
  if (region == NULL)
    return calx_json_fail (error, "lesion", "region", "there is no region “%s”", region_id);
  if (!region->in_view[self->view])
    return calx_json_fail (error, "lesion", "region", "“%s” is not in the %s view", region_id, view);
  if (!calx_json_get_double (object, "lesion", "x", &self->x, error) ||
      !calx_json_get_double (object, "lesion", "y", &self->y, error))
    return FALSE;
  if (fabs (self->x) > CALX_LESION_MAX_X)
    return calx_json_fail (error, "lesion", "x", "must be -1 to 1");
  if (self->y < 0.0 || self->y > CALX_LESION_MAX_Y)
    return calx_json_fail (error, "lesion", "y", "must be 0 to 1.1");
  g_free (self->region_id);
  self->region_id = g_strdup (region_id);
  return TRUE;
}

static gboolean
read_size (JsonObject  *object,
           const char  *member,
           double      *ret_mm,
           GError     **error)
{
  if (!calx_json_get_double_or (object, "lesion", member, CALX_SIZE_UNKNOWN_MM, ret_mm, error))
    return FALSE;
  if (*ret_mm < 0.0 || *ret_mm > CALX_LESION_MAX_SIZE_MM)
    return calx_json_fail (error, "lesion", member, "must be 0 to 1000");
  return TRUE;
}

/* Missing: of before it was recorded. */
static gboolean
read_seen (CalxLesion  *self,
           JsonObject  *object,
           GError     **error)
{
  const char *seen;

  if (!json_object_has_member (object, "seen"))
    return TRUE;
  seen = calx_json_get_string (object, "lesion", "seen", error);
  if (seen == NULL)
    return FALSE;
  if (!calx_date_parse_day (seen, &self->seen))
    return calx_json_fail (error, "lesion", "seen", "“%s” is not a day", seen);
  return TRUE;
}

static gboolean
read_state (CalxLesion  *self,
            JsonObject  *object,
            GError     **error)
{
  guint type;
  guint ulcerated;
  guint diagnosis;
  gint64 pain;
  const char *onset;
  const char *note;

  if (!read_id (object, "type", type_ids, G_N_ELEMENTS (type_ids), &type, error) ||
      !read_id (object, "ulcerated", ternary_ids, G_N_ELEMENTS (ternary_ids), &ulcerated, error) ||
      !read_id (object, "diagnosis", diagnosis_ids, G_N_ELEMENTS (diagnosis_ids), &diagnosis, error) ||
      !read_size (object, "length_mm", &self->length_mm, error) ||
      !read_size (object, "width_mm", &self->width_mm, error) ||
      !calx_lesion_shape_read (self, object, error) ||
      !calx_json_get_int_or (object, "lesion", "pain", CALX_PAIN_UNKNOWN, &pain, error) ||
      !calx_json_get_string_or (object, "lesion", "onset", "", &onset, error) ||
      !calx_json_get_boolean_or (object, "lesion", "healed", FALSE, &self->healed, error) ||
      !calx_json_get_string_or (object, "lesion", "note", "", &note, error) ||
      !calx_lesion_details_read (self, object, error) || !read_seen (self, object, error))
    return FALSE;
  if (pain != CALX_PAIN_UNKNOWN && (pain < 0 || pain > CALX_PAIN_MAX))
    return calx_json_fail (error, "lesion", "pain", "must be 0 to 10");
  if (!calx_date_parse (onset, &self->onset))
    return calx_json_fail (error, "lesion", "onset", "“%s” is not a date", onset);
  self->type = type;
  self->ulcerated = ulcerated;
  self->diagnosis = diagnosis;
  self->pain = pain;
  calx_lesion_set_note (self, note);
  return TRUE;
}

CalxLesion *
calx_lesion_from_json (CalxRegions  *regions,
                       JsonNode     *node,
                       GError      **error)
{
  g_autoptr(CalxLesion) self = NULL;
  JsonObject *object;
  const char *uuid;
  gint64 number;

  g_return_val_if_fail (regions != NULL, NULL);
  g_return_val_if_fail (node != NULL, NULL);

  object = calx_json_to_object (node, "lesion", error);
  if (object == NULL)
    return NULL;
  uuid = calx_json_get_string (object, "lesion", "uuid", error);
  if (uuid == NULL || !calx_json_get_int (object, "lesion", "number", &number, error))
    return NULL;
  if (!g_uuid_string_is_valid (uuid))
    {
      calx_json_fail (error, "lesion", "uuid", "“%s” is not a UUID", uuid);
      return NULL;
    }
  if (number < 1 || number > G_MAXINT)
    {
      calx_json_fail (error, "lesion", "number", "must be above 0");
      return NULL;
    }

  self = calx_lesion_new (number, CALX_VIEW_ANTERIOR, 0.0, 0.0, "");
  calx_lesion_set_uuid (self, uuid);
  if (!read_place (self, regions, object, error) || !read_state (self, object, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
calx_lesion_type_to_id (CalxLesionType type)
{
  g_return_val_if_fail (type < CALX_N_LESION_TYPES, "");

  return type_ids[type];
}

gboolean
calx_lesion_type_from_id (const char     *id,
                          CalxLesionType *ret_type)
{
  guint index;

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (ret_type != NULL, FALSE);

  if (!find_id (type_ids, G_N_ELEMENTS (type_ids), id, &index))
    return FALSE;
  *ret_type = index;
  return TRUE;
}

const char *
calx_diagnosis_to_id (CalxDiagnosis diagnosis)
{
  g_return_val_if_fail (diagnosis < G_N_ELEMENTS (diagnosis_ids), "");

  return diagnosis_ids[diagnosis];
}

gboolean
calx_diagnosis_from_id (const char    *id,
                        CalxDiagnosis *ret_diagnosis)
{
  guint index;

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (ret_diagnosis != NULL, FALSE);

  if (!find_id (diagnosis_ids, G_N_ELEMENTS (diagnosis_ids), id, &index))
    return FALSE;
  *ret_diagnosis = index;
  return TRUE;
}

const char *
calx_ternary_to_id (CalxTernary ternary)
{
  g_return_val_if_fail (ternary < G_N_ELEMENTS (ternary_ids), "");

  return ternary_ids[ternary];
}

gboolean
calx_ternary_from_id (const char  *id,
                      CalxTernary *ret_ternary)
{
  guint index;

  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (ret_ternary != NULL, FALSE);

  if (!find_id (ternary_ids, G_N_ELEMENTS (ternary_ids), id, &index))
    return FALSE;
  *ret_ternary = index;
  return TRUE;
}
