/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-demo.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "calx-session.h"
#include "calx-store-patient.h"
#include "calx-store-session.h"
#include "calx-store-settings.h"

/* What the store takes from outside, made from the seed: random bytes, and a clock that a session's
 * date sets and that moves on by a second each time it is read. */
typedef struct
{
  GRand *rand;
  gint64 now_us;
} DemoSource;

typedef struct
{
  CalxKnowledge *knowledge;
  CalxStore     *store;
  DemoSource    *source;
  JsonObject    *patient;      /* being written */
  GHashTable    *lesion_uuids; /* of that patient, by lesion number */
  GHashTable    *treatment_uuids; /* of that patient, by the treatment's kind */
} Demo;

static gint64
demo_now_us (gpointer data)
{
  DemoSource *source = data;

  source->now_us += G_USEC_PER_SEC;
  return source->now_us;
}

static void
demo_random (gpointer data, guint8 *bytes, gsize n)
{
  DemoSource *source = data;

  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_rand_int_range (source->rand, 0, 256);
}

/* A version 4 UUID from the seed. */
static char *
demo_uuid (DemoSource *source)
{
  guint8 b[16];

  demo_random (source, b, sizeof b);
  b[6] = (b[6] & 0x0f) | 0x40;
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}

/* Sessions are entered at half past nine of their day. */
static void
demo_set_day (DemoSource *source, CalxDate date)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (date.year, date.month, date.day, 9, 30, 0);

  source->now_us = g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static gboolean
demo_fail (Demo *self, GError **error, const char *what)
{
  g_set_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_FIELD, "sample/clinic.json: %s: %s",
               json_object_get_string_member_with_default (self->patient, "record_number", "?"), what);
  return FALSE;
}

static guint
schedule_of (JsonObject *patient)
{
  static const char *const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  JsonArray *days = json_object_get_array_member (patient, "schedule");
  guint schedule = 0;

  for (guint i = 0; i < json_array_get_length (days); i++)
    for (guint day = 0; day < G_N_ELEMENTS (names); day++)
      if (g_str_equal (json_array_get_string_element (days, i), names[day]))
        schedule |= 1u << day;
  return schedule;
}

static CalxPatient *
demo_save_patient (Demo *self, GError **error)
{
  g_autoptr (CalxPatient) patient = calx_patient_new ();
  JsonObject *o = self->patient;

  g_free (patient->uuid);
  patient->uuid = demo_uuid (self->source);
  calx_patient_set (&patient->record_number, json_object_get_string_member (o, "record_number"));
  calx_patient_set (&patient->family_name, json_object_get_string_member (o, "family_name"));
  calx_patient_set (&patient->given_name, json_object_get_string_member (o, "given_name"));
  calx_patient_set (&patient->shift, json_object_get_string_member (o, "shift"));
  calx_patient_set (&patient->chair, json_object_get_string_member (o, "chair"));
  patient->schedule_days = schedule_of (o);
  patient->review_interval_days = (int) json_object_get_int_member (o, "review_interval_days");
  if (!calx_sex_from_id (json_object_get_string_member (o, "sex"), &patient->sex)
      || !calx_date_parse (json_object_get_string_member (o, "born"), &patient->born))
    {
      demo_fail (self, error, "sex or born");
      return NULL;
    }
  return calx_store_save_patient (self->store, patient, error);
}

/* "yes", "no", a choice or a number as text; or an object with text, unit and date. */
static gboolean
demo_read_finding (Demo *self, const CalxInput *input, JsonNode *node, CalxFinding *ret_finding, GError **error)
{
  CalxFinding finding = { .state = CALX_FINDING_VALUE };

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *o = json_node_get_object (node);

      finding.text = json_object_get_string_member (o, "text");
      finding.unit = g_intern_string (json_object_get_string_member_with_default (o, "unit", NULL));
      if (!calx_date_parse (json_object_get_string_member_with_default (o, "date", ""), &finding.date))
        return demo_fail (self, error, input->id);
    }
  else
    finding.text = json_node_get_string (node);

  if (input->kind == CALX_INPUT_BOOLEAN && g_str_equal (finding.text, "no"))
    finding = (CalxFinding){ .state = CALX_FINDING_ABSENT };
  *ret_finding = finding;
  return TRUE;
}

static CalxSession *
demo_add_findings (Demo *self, CalxSession *session, JsonObject *findings, GError **error)
{
  g_autoptr (CalxSession) edited = calx_session_ref (session);
  g_autoptr (GList) ids = json_object_get_members (findings);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      const CalxInput *input = calx_inputs_find (self->knowledge->inputs, l->data);
      g_autofree char *message = NULL;
      CalxSession *next = NULL;
      CalxFinding finding;

      if (input == NULL)
        {
          demo_fail (self, error, l->data);
          return NULL;
        }
      if (!demo_read_finding (self, input, json_object_get_member (findings, l->data), &finding, error))
        return NULL;
      if (calx_finding_check (&finding, input, calx_session_get_date (session), &message) == CALX_FINDING_ERROR)
        {
          demo_fail (self, error, message);
          return NULL;
        }
      next = calx_session_with_finding (edited, input->index, &finding);
      calx_session_unref (edited);
      edited = next;
    }
  return g_steal_pointer (&edited);
}

/* The lesion of the file is the JSON that the records keep, but for the identity that it had before. */
static CalxLesion *
demo_read_lesion (Demo *self, JsonObject *o, GError **error)
{
  int number = (int) json_object_get_int_member (o, "number");
  const char *uuid = g_hash_table_lookup (self->lesion_uuids, GINT_TO_POINTER (number));
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), o);
  g_autoptr (GError) local_error = NULL;
  CalxLesion *lesion = NULL;

  if (uuid == NULL)
    {
      uuid = demo_uuid (self->source);
      g_hash_table_insert (self->lesion_uuids, GINT_TO_POINTER (number), (gpointer) uuid);
    }
  json_object_set_string_member (o, "uuid", uuid);
  lesion = calx_lesion_from_json (self->knowledge->regions, node, &local_error);
  if (lesion == NULL)
    demo_fail (self, error, local_error->message);
  return lesion;
}

static CalxSession *
demo_add_lesions (Demo *self, CalxSession *session, JsonArray *lesions, GError **error)
{
  g_autoptr (CalxSession) edited = calx_session_ref (session);

  for (guint i = 0; i < json_array_get_length (lesions); i++)
    {
      g_autoptr (CalxLesion) lesion = demo_read_lesion (self, json_array_get_object_element (lesions, i), error);
      CalxSession *next = NULL;

      if (lesion == NULL)
        return NULL;
      next = calx_session_with_lesion (edited, lesion);
      calx_session_unref (edited);
      edited = next;
    }
  return g_steal_pointer (&edited);
}

/* As a lesion: the JSON that the records keep, but for the identity that it had before. */
static CalxSession *
demo_add_treatments (Demo *self, CalxSession *session, JsonArray *treatments, GError **error)
{
  g_autoptr (CalxSession) edited = calx_session_ref (session);

  for (guint i = 0; i < json_array_get_length (treatments); i++)
    {
      JsonObject *o = json_array_get_object_element (treatments, i);
      const char *kind = json_object_get_string_member (o, "kind");
      const char *uuid = g_hash_table_lookup (self->treatment_uuids, kind);
      g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), o);
      g_autoptr (CalxTreatment) treatment = NULL;
      CalxSession *next = NULL;

      if (uuid == NULL)
        {
          uuid = demo_uuid (self->source);
          g_hash_table_insert (self->treatment_uuids, (gpointer) kind, (gpointer) uuid);
        }
      json_object_set_string_member (o, "uuid", uuid);
      treatment = calx_treatment_from_json (node, error);
      if (treatment == NULL)
        return NULL;
      next = calx_session_with_treatment (edited, treatment);
      calx_session_unref (edited);
      edited = next;
    }
  return g_steal_pointer (&edited);
}

static CalxSession *
demo_add_workup (CalxSession *session, JsonNode *workup, GError **error)
{
  g_autoptr (CalxChecklist) checklist = calx_checklist_ref (calx_session_get_checklist (session));
  g_autoptr (CalxChecklist) entries = calx_checklist_from_json (workup, error);

  if (entries == NULL)
    return NULL;
  for (guint i = 0; i < calx_checklist_get_n (entries); i++)
    {
      CalxChecklist *next = calx_checklist_with (checklist, calx_checklist_get (entries, i));

      calx_checklist_unref (checklist);
      checklist = next;
    }
  return calx_session_with_checklist (session, checklist);
}

/* A session with a uuid of the seed; what @previous (nullable) hands on, as the window's New session. */
static CalxSession *
demo_new_session (Demo *self, const CalxPatient *patient, CalxSession *previous, CalxDate date)
{
  g_autofree char *uuid = demo_uuid (self->source);

  return previous == NULL ? calx_session_new_full (self->knowledge->inputs, uuid, patient->uuid, date)
                          : calx_session_new_from_full (previous, uuid, date);
}

/* @session with what the file says of it. */
static CalxSession *
demo_fill_session (Demo *self, CalxSession *session, JsonObject *o, GError **error)
{
  g_autoptr (CalxSession) filled
    = demo_add_findings (self, session, json_object_get_object_member (o, "findings"), error);
  CalxSession *next = NULL;

  if (filled != NULL && json_object_has_member (o, "lesions"))
    {
      next = demo_add_lesions (self, filled, json_object_get_array_member (o, "lesions"), error);
      calx_session_unref (filled);
      filled = next;
    }
  if (filled != NULL && json_object_has_member (o, "treatments"))
    {
      next = demo_add_treatments (self, filled, json_object_get_array_member (o, "treatments"), error);
      calx_session_unref (filled);
      filled = next;
    }
  if (filled != NULL && json_object_has_member (o, "workup"))
    {
      next = demo_add_workup (filled, json_object_get_member (o, "workup"), error);
      calx_session_unref (filled);
      filled = next;
    }
  return filled == NULL ? NULL
                        : calx_session_with_note (filled, json_object_get_string_member_with_default (o, "note", ""));
}

/* Saves one session of the file on top of @previous (nullable), as the window would. */
static CalxSession *
demo_save_session (Demo *self, const CalxPatient *patient, CalxSession *previous, JsonObject *o, GError **error)
{
  g_autoptr (CalxSession) fresh = NULL;
  g_autoptr (CalxSession) filled = NULL;
  g_autoptr (CalxFindings) assessable = NULL;
  g_autoptr (CalxAssessment) assessment = NULL;
  g_autoptr (CalxStoredSession) stored = NULL;
  CalxDate date;

  if (!calx_date_parse_day (json_object_get_string_member (o, "date"), &date))
    {
      demo_fail (self, error, "date");
      return NULL;
    }
  demo_set_day (self->source, date);
  fresh = demo_new_session (self, patient, previous, date);
  filled = demo_fill_session (self, fresh, o, error);
  if (filled == NULL)
    return NULL;
  assessable = calx_session_get_assessable (filled, patient);
  assessment = calx_risk_model_assess (self->knowledge->model, assessable, date);
  stored = calx_store_save_session (self->store, filled, assessment, "", error);
  return stored != NULL ? calx_session_ref (stored->session) : NULL;
}

static gboolean
demo_save_one (Demo *self, JsonObject *o, GError **error)
{
  g_autoptr (GHashTable) uuids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) treatment_uuids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (CalxPatient) patient = NULL;
  g_autoptr (CalxSession) previous = NULL;
  JsonArray *sessions = json_object_get_array_member (o, "sessions");

  self->patient = o;
  self->lesion_uuids = uuids;
  self->treatment_uuids = treatment_uuids;
  patient = demo_save_patient (self, error);
  if (patient == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (sessions); i++)
    {
      CalxSession *saved
        = demo_save_session (self, patient, previous, json_array_get_object_element (sessions, i), error);

      if (saved == NULL)
        return FALSE;
      g_clear_pointer (&previous, calx_session_unref);
      previous = saved;
    }
  return TRUE;
}

static gboolean
demo_save_all (Demo *self, JsonObject *clinic, GError **error)
{
  JsonArray *patients = json_object_get_array_member (clinic, "patients");
  g_autoptr(CalxClinicSettings) none = calx_clinic_settings_new (self->knowledge->inputs);
  g_autoptr(CalxClinicSettings) settings
    = calx_clinic_settings_with_name (none, json_object_get_string_member (clinic, "clinic_name"));

  if (!calx_store_save_clinic_settings (self->store, settings, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (patients); i++)
    if (!demo_save_one (self, json_array_get_object_element (patients, i), error))
      return FALSE;
  return TRUE;
}

gboolean
calx_demo_write (const char *path, CalxKnowledge *knowledge, GError **error)
{
  g_autoptr (GBytes) bytes = calx_knowledge_lookup ("sample/clinic.json", error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  DemoSource source = { 0 };
  CalxStoreEnvironment environment = { demo_now_us, demo_random, &source, NULL, NULL };
  Demo demo = { .knowledge = knowledge, .source = &source };
  JsonObject *clinic = NULL;
  gboolean saved = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);

  if (bytes == NULL
      || !json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_EXIST,
                   _("%s is there already. The sample clinic is only written to a new file: name another."), path);
      return FALSE;
    }

  clinic = json_node_get_object (json_parser_get_root (parser));
  source.rand = g_rand_new_with_seed ((guint32) json_object_get_int_member (clinic, "seed"));
  demo_set_day (&source, (CalxDate){ 2025, 11, 17 });
  environment.who = json_object_get_string_member (clinic, "who");
  demo.store = calx_store_open (path, CALX_STORE_CREATE, knowledge, &environment, error);
  if (demo.store != NULL)
    {
      saved = demo_save_all (&demo, clinic, error);
      calx_store_close (demo.store);
    }
  g_rand_free (source.rand);
  if (!saved)
    g_unlink (path); /* half a sample, and made here */
  return saved;
}
