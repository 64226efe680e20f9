/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-treatment.h"

#include <glib/gi18n-lib.h>

#include "calx-format.h"
#include "calx-json.h"

static const char *const response_ids[CALX_N_RESPONSES] = {
  [CALX_RESPONSE_UNKNOWN] = "",
  [CALX_RESPONSE_IMPROVED] = "improved",
  [CALX_RESPONSE_UNCHANGED] = "unchanged",
  [CALX_RESPONSE_WORSE] = "worse",
  [CALX_RESPONSE_RESOLVED] = "resolved",
  [CALX_RESPONSE_RESOLVED_SPONTANEOUSLY] = "resolved_spontaneously",
  [CALX_RESPONSE_RECURRED] = "recurred",
};

static const char *const text_members[CALX_N_TREATMENT_TEXTS] = {
  [CALX_TREATMENT_NAME] = "name",
  [CALX_TREATMENT_DOSE] = "dose",
  [CALX_TREATMENT_ADVERSE] = "adverse_text",
  [CALX_TREATMENT_STOP_REASON] = "stop_reason",
  [CALX_TREATMENT_NOTE] = "note",
};

CalxTreatment *
calx_treatment_new (const char *kind,
                    const char *drug)
{
  CalxTreatment *self;

  g_return_val_if_fail (kind != NULL && *kind != '\0', NULL);
  g_return_val_if_fail (drug != NULL, NULL);

  self = g_atomic_rc_box_new0 (CalxTreatment);
  self->uuid = g_uuid_string_random ();
  self->kind = g_intern_string (kind);
  self->drug = g_intern_string (drug);
  self->route = g_intern_static_string ("");
  self->indication = g_intern_static_string ("");
  self->adverse = g_new0 (char *, 1);
  for (guint i = 0; i < CALX_N_TREATMENT_TEXTS; i++)
    self->texts[i] = g_strdup ("");
  return self;
}

CalxTreatment *
calx_treatment_copy (const CalxTreatment *self)
{
  CalxTreatment *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_atomic_rc_box_new (CalxTreatment);
  *copy = *self;
  copy->uuid = g_strdup (self->uuid);
  copy->adverse = g_strdupv (self->adverse);
  for (guint i = 0; i < CALX_N_TREATMENT_TEXTS; i++)
    copy->texts[i] = g_strdup (self->texts[i]);
  return copy;
}

CalxTreatment *
calx_treatment_ref (CalxTreatment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CalxTreatment *self = data;

  g_free (self->uuid);
  g_strfreev (self->adverse);
  for (guint i = 0; i < CALX_N_TREATMENT_TEXTS; i++)
    g_free (self->texts[i]);
}

void
calx_treatment_unref (CalxTreatment *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

void
calx_treatment_set_text (CalxTreatment     *self,
                         CalxTreatmentText  which,
                         const char        *text)
{
  char *copy;

  g_return_if_fail (self != NULL);
  g_return_if_fail (which < CALX_N_TREATMENT_TEXTS);
  g_return_if_fail (text != NULL);

  copy = g_strdup (text);
  g_free (self->texts[which]);
  self->texts[which] = copy;
}

void
calx_treatment_set_stop (CalxTreatment *self,
                         CalxDate       stop)
{
  g_return_if_fail (self != NULL);

  self->stop = stop;
  self->stopped = TRUE;
}

void
calx_treatment_set_running (CalxTreatment *self)
{
  g_return_if_fail (self != NULL);

  self->stop = CALX_DATE_NONE;
  self->stopped = FALSE;
  calx_treatment_set_text (self, CALX_TREATMENT_STOP_REASON, "");
}

gboolean
calx_treatment_has_adverse (const CalxTreatment *self,
                            const char          *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  return g_strv_contains ((const char *const *) self->adverse, id);
}

void
calx_treatment_set_adverse (CalxTreatment *self,
                            const char    *id,
                            gboolean       has)
{
  g_autoptr(GStrvBuilder) builder = NULL;

  g_return_if_fail (self != NULL && id != NULL);

  if (calx_treatment_has_adverse (self, id) == (has != FALSE))
    return;
  builder = g_strv_builder_new ();
  for (guint i = 0; self->adverse[i] != NULL; i++)
    if (!g_str_equal (self->adverse[i], id))
      g_strv_builder_add (builder, self->adverse[i]);
  if (has)
    g_strv_builder_add (builder, id);
  g_strfreev (self->adverse);
  self->adverse = g_strv_builder_end (builder);
}

/* Dates */

static gboolean
is_before (CalxDate a,
           CalxDate b)
{
  return calx_date_is_known (a) && calx_date_is_known (b) &&
         calx_date_compare (calx_date_latest (a), calx_date_earliest (b)) < 0;
}

gboolean
calx_treatment_check_dates (const CalxTreatment *self,
                            CalxDate             session_date,
                            char               **ret_message)
{
  g_autofree char *start = NULL;
  g_autofree char *stop = NULL;
  g_autofree char *session = NULL;

  g_return_val_if_fail (self != NULL && ret_message != NULL, FALSE);

  start = calx_format_date (self->start);
  stop = calx_format_date (self->stop);
  session = calx_format_date (session_date);
  *ret_message = NULL;
  if (is_before (session_date, self->start))
    *ret_message = g_strdup_printf (_("Start: %s is after this session (%s). Write the day on which it began, "
                                      "or leave it empty."),
                                    start, session);
  else if (is_before (session_date, self->stop))
    *ret_message = g_strdup_printf (_("Stop: %s is after this session (%s). Write the day on which it was "
                                      "stopped; leave it empty while it runs."),
                                    stop, session);
  else if (is_before (self->stop, self->start))
    *ret_message = g_strdup_printf (_("Stop: %s is before the start (%s). Correct one of them."), stop, start);
  return *ret_message == NULL;
}

gboolean
calx_treatment_equal (const CalxTreatment *a,
                      const CalxTreatment *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  for (guint i = 0; i < CALX_N_TREATMENT_TEXTS; i++)
    if (!g_str_equal (a->texts[i], b->texts[i]))
      return FALSE;
  return g_str_equal (a->uuid, b->uuid) && a->kind == b->kind && a->drug == b->drug &&
         a->route == b->route && a->indication == b->indication &&
         calx_date_compare (a->start, b->start) == 0 && calx_date_compare (a->stop, b->stop) == 0 &&
         a->stopped == b->stopped && a->response == b->response &&
         g_strv_equal ((const char *const *) a->adverse, (const char *const *) b->adverse);
}

/* JSON */

static void
put_text (JsonObject *object,
          const char *member,
          const char *text)
{
  if (*text != '\0')
    json_object_set_string_member (object, member, text);
}

static void
put_date (JsonObject *object,
          const char *member,
          CalxDate    date)
{
  g_autofree char *iso = calx_date_to_iso (date);

  put_text (object, member, iso);
}

JsonNode *
calx_treatment_to_json (const CalxTreatment *self)
{
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "uuid", self->uuid);
  json_object_set_string_member (object, "kind", self->kind);
  put_text (object, "drug", self->drug);
  put_text (object, "route", self->route);
  put_text (object, "indication", self->indication);
  put_date (object, "start", self->start);
  put_date (object, "stop", self->stop);
  if (self->stopped)
    json_object_set_boolean_member (object, "stopped", TRUE);
  put_text (object, "response", response_ids[self->response]);
  if (self->adverse[0] != NULL)
    {
      JsonArray *adverse = json_array_new ();

      for (guint i = 0; self->adverse[i] != NULL; i++)
        json_array_add_string_element (adverse, self->adverse[i]);
      json_object_set_array_member (object, "adverse", adverse);
    }
  for (guint i = 0; i < CALX_N_TREATMENT_TEXTS; i++)
    put_text (object, text_members[i], self->texts[i]);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

static gboolean
read_ids (CalxTreatment  *self,
          JsonObject     *object,
          GError        **error)
{
  const struct
  {
    const char  *member;
    const char **to;
  } ids[] = { { "route", &self->route }, { "indication", &self->indication } };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const char *id;

      if (!calx_json_get_string_or (object, "treatment", ids[i].member, "", &id, error))
        return FALSE;
      *ids[i].to = g_intern_string (id);
    }
  return TRUE;
}

static gboolean
read_date (JsonObject  *object,
           const char  *member,
           CalxDate    *ret_date,
           GError     **error)
{
  const char *text;

  if (!calx_json_get_string_or (object, "treatment", member, "", &text, error))
    return FALSE;
  if (!calx_date_parse (text, ret_date))
    return calx_json_fail (error, "treatment", member, "“%s” is not a date", text);
  return TRUE;
}

static gboolean
read_dates (CalxTreatment  *self,
            JsonObject     *object,
            GError        **error)
{
  if (!read_date (object, "start", &self->start, error) || !read_date (object, "stop", &self->stop, error) ||
      !calx_json_get_boolean_or (object, "treatment", "stopped", FALSE, &self->stopped, error))
    return FALSE;
  if (calx_date_is_known (self->stop) && !self->stopped)
    return calx_json_fail (error, "treatment", "stopped", "must be true where there is a stop");
  if (is_before (self->stop, self->start))
    return calx_json_fail (error, "treatment", "stop", "is before the start");
  return TRUE;
}

static gboolean
read_response (CalxTreatment  *self,
               JsonObject     *object,
               GError        **error)
{
  const char *id;

  if (!calx_json_get_string_or (object, "treatment", "response", "", &id, error))
    return FALSE;
  for (guint i = 0; i < CALX_N_RESPONSES; i++)
    if (g_str_equal (response_ids[i], id))
      {
        self->response = (CalxResponse) i;
        return TRUE;
      }
  return calx_json_fail (error, "treatment", "response", "“%s” is none of those known", id);
}

static gboolean
read_adverse (CalxTreatment  *self,
              JsonObject     *object,
              GError        **error)
{
  JsonArray *array;

  if (!calx_json_get_array_or_null (object, "treatment", "adverse", &array, error))
    return FALSE;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return calx_json_fail (error, "treatment", "adverse", "must be a list of texts");
      calx_treatment_set_adverse (self, json_node_get_string (node), TRUE);
    }
  return TRUE;
}

static gboolean
read_texts (CalxTreatment  *self,
            JsonObject     *object,
            GError        **error)
{
  for (guint i = 0; i < CALX_N_TREATMENT_TEXTS; i++)
    {
      const char *text;

      if (!calx_json_get_string_or (object, "treatment", text_members[i], "", &text, error))
        return FALSE;
      calx_treatment_set_text (self, i, text);
    }
  return TRUE;
}

CalxTreatment *
calx_treatment_from_json (JsonNode  *node,
                          GError   **error)
{
  g_autoptr(CalxTreatment) self = NULL;
  JsonObject *object;
  const char *uuid;
  const char *kind;
  const char *drug;

  g_return_val_if_fail (node != NULL, NULL);

  object = calx_json_to_object (node, "treatment", error);
  if (object == NULL)
    return NULL;
  uuid = calx_json_get_string (object, "treatment", "uuid", error);
  kind = uuid == NULL ? NULL : calx_json_get_string (object, "treatment", "kind", error);
  if (kind == NULL || !calx_json_get_string_or (object, "treatment", "drug", "", &drug, error))
    return NULL;
  if (!g_uuid_string_is_valid (uuid))
    calx_json_fail (error, "treatment", "uuid", "“%s” is not a UUID", uuid);
  else if (*kind == '\0')
    calx_json_fail (error, "treatment", "kind", "must not be empty");
  if (!g_uuid_string_is_valid (uuid) || *kind == '\0')
    return NULL;

  self = calx_treatment_new (kind, drug);
  g_free (self->uuid);
  self->uuid = g_strdup (uuid);
  if (!read_ids (self, object, error) || !read_dates (self, object, error) ||
      !read_response (self, object, error) || !read_adverse (self, object, error) ||
      !read_texts (self, object, error))
    return NULL;
  return g_steal_pointer (&self);
}
