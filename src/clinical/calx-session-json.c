/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-session-private.h"

#include "calx-json.h"

#define SESSION_FORMAT "calx-session/1"

static JsonArray *
treatments_to_json (CalxSession *self)
{
  JsonArray *treatments = json_array_sized_new (self->treatments->len);

  for (guint i = 0; i < self->treatments->len; i++)
    json_array_add_element (treatments, calx_treatment_to_json (g_ptr_array_index (self->treatments, i)));
  return treatments;
}

JsonNode *
calx_session_to_json (CalxSession *self)
{
  g_autofree char *date = NULL;
  JsonObject *object;
  JsonArray *lesions;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);

  date = calx_date_to_iso (self->date);
  lesions = json_array_sized_new (self->lesions->len);
  for (guint i = 0; i < self->lesions->len; i++)
    json_array_add_element (lesions, calx_lesion_to_json (g_ptr_array_index (self->lesions, i)));

  object = json_object_new ();
  json_object_set_string_member (object, "format", SESSION_FORMAT);
  json_object_set_string_member (object, "uuid", self->uuid);
  json_object_set_string_member (object, "patient", self->patient_uuid);
  json_object_set_string_member (object, "version_uuid", self->version_uuid);
  json_object_set_int_member (object, "version", self->version);
  json_object_set_string_member (object, "date", date);
  json_object_set_string_member (object, "note", self->note);
  json_object_set_member (object, "findings", calx_findings_to_json (self->findings));
  json_object_set_array_member (object, "lesions", lesions);
  if (calx_checklist_get_n (self->checklist) > 0)
    json_object_set_member (object, "checklist", calx_checklist_to_json (self->checklist));
  if (self->treatments->len > 0)
    json_object_set_array_member (object, "treatments", treatments_to_json (self));
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

static gboolean
read_lesions (CalxSession  *self,
              CalxRegions  *regions,
              JsonObject   *object,
              GError      **error)
{
  JsonArray *array = calx_json_get_array (object, "session", "lesions", error);
  guint n_sentinels = 0;

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      CalxLesion *lesion = calx_lesion_from_json (regions, json_array_get_element (array, i), error);

      if (lesion == NULL)
        return FALSE;
      if (calx_session_find_lesion (self, lesion->uuid) != NULL)
        {
          calx_lesion_unref (lesion);
          return calx_json_fail (error, "session", "lesions", "one lesion stands twice");
        }
      /* Just read, and nobody else's yet: of before the day was recorded, it stands for that of its session. */
      if (!calx_date_is_known (lesion->seen))
        lesion->seen = self->date;
      g_ptr_array_add (self->lesions, lesion);
      n_sentinels += calx_lesion_is_open_sentinel (lesion);
    }
  if (n_sentinels > 1)
    return calx_json_fail (error, "session", "lesions", "more than one open lesion is the sentinel");
  g_ptr_array_sort (self->lesions, calx_lesion_compare_numbers);
  return TRUE;
}

/* A session of before treatments were recorded has none. */
static gboolean
read_treatments (CalxSession  *self,
                 JsonObject   *object,
                 GError      **error)
{
  JsonArray *array;

  if (!calx_json_get_array_or_null (object, "session", "treatments", &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autoptr(CalxTreatment) treatment = calx_treatment_from_json (json_array_get_element (array, i), error);

      if (treatment == NULL)
        return FALSE;
      if (calx_session_find_treatment (self, treatment->uuid) != NULL)
        return calx_json_fail (error, "session", "treatments", "one treatment stands twice");
      g_ptr_array_add (self->treatments, g_steal_pointer (&treatment));
    }
  return TRUE;
}

/* The findings alone do not know the regions. */
static gboolean
check_sites (CalxFindings  *findings,
             CalxRegions   *regions,
             GError       **error)
{
  CalxInputs *inputs = calx_findings_get_inputs (findings);

  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const char *site = calx_findings_get (findings, i)->site;
      g_autofree char *where = NULL;

      if (site == NULL || calx_regions_find (regions, site) != NULL)
        continue;
      where = g_strdup_printf ("findings: %s", calx_inputs_get (inputs, i)->id);
      return calx_json_fail (error, where, "site", "“%s” is not among the regions", site);
    }
  return TRUE;
}

static gboolean
read_findings (CalxSession  *self,
               CalxInputs   *inputs,
               CalxRegions  *regions,
               JsonObject   *object,
               GError      **error)
{
  g_autoptr(CalxFindings) findings = NULL;

  if (calx_json_get_object (object, "session", "findings", error) == NULL)
    return FALSE;
  findings = calx_findings_from_json (inputs, json_object_get_member (object, "findings"), error);
  if (findings == NULL || !check_sites (findings, regions, error))
    return FALSE;
  calx_session_take_findings (self, g_steal_pointer (&findings));
  return TRUE;
}

/* Missing: nothing was recorded. */
static gboolean
read_checklist (CalxSession  *self,
                JsonObject   *object,
                GError      **error)
{
  CalxChecklist *checklist;

  if (!json_object_has_member (object, "checklist"))
    return TRUE;
  checklist = calx_checklist_from_json (json_object_get_member (object, "checklist"), error);
  if (checklist == NULL)
    return FALSE;
  calx_session_take_checklist (self, checklist);
  return TRUE;
}

/* A session with identity, version, date and note. */
static CalxSession *
read_head (CalxInputs  *inputs,
           JsonObject  *object,
           GError     **error)
{
  CalxSession *self;
  const char *uuid = calx_json_get_string (object, "session", "uuid", error);
  const char *patient;
  const char *date_text;
  const char *note;
  const char *version_uuid;
  gint64 version;
  CalxDate date;

  if (uuid == NULL)
    return NULL;
  patient = calx_json_get_string (object, "session", "patient", error);
  if (patient == NULL)
    return NULL;
  date_text = calx_json_get_string (object, "session", "date", error);
  if (date_text == NULL ||
      !calx_json_get_string_or (object, "session", "note", "", &note, error) ||
      !calx_json_get_string_or (object, "session", "version_uuid", "", &version_uuid, error) ||
      !calx_json_get_int_or (object, "session", "version", 0, &version, error))
    return NULL;
  if (!calx_date_parse_day (date_text, &date))
    {
      calx_json_fail (error, "session", "date", "“%s” is not a day", date_text);
      return NULL;
    }
  if (version < 0 || version > G_MAXINT)
    {
      calx_json_fail (error, "session", "version", "must not be below 0");
      return NULL;
    }

  self = calx_session_new_full (inputs, uuid, patient, date);
  g_free (self->note);
  self->note = g_strdup (note);
  g_free (self->version_uuid);
  self->version_uuid = g_strdup (version_uuid);
  self->version = version;
  return self;
}

CalxSession *
calx_session_from_json (CalxInputs   *inputs,
                        CalxRegions  *regions,
                        JsonNode     *node,
                        GError      **error)
{
  g_autoptr(CalxSession) self = NULL;
  JsonObject *object;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (regions != NULL, NULL);
  g_return_val_if_fail (node != NULL, NULL);

  object = calx_json_to_object (node, "session", error);
  if (object == NULL || !calx_json_check_format (object, "session", SESSION_FORMAT, error))
    return NULL;
  self = read_head (inputs, object, error);
  if (self == NULL || !read_findings (self, inputs, regions, object, error) ||
      !read_lesions (self, regions, object, error) || !read_checklist (self, object, error) ||
      !read_treatments (self, object, error))
    return NULL;
  return g_steal_pointer (&self);
}
