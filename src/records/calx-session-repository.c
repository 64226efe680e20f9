/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-session-repository.h"

#include <glib/gi18n-lib.h>

#include "calx-json.h"

/* The members of a session's JSON that have a column or a table of their own. */
#define FINDINGS_MEMBER "findings"
#define LESIONS_MEMBER "lesions"

void
calx_stored_session_free (CalxStoredSession *self)
{
  if (!self)
    return;
  g_clear_pointer (&self->session, calx_session_unref);
  g_clear_pointer (&self->assessment, calx_assessment_unref);
  g_free (self->saved_by);
  g_free (self->reason);
  g_free (self);
}

static gboolean
fail (GError **error, CalxStoreError code, const char *format, const char *uuid)
{
  g_auto(GStrv) halves = g_strsplit (format, "%s", 2);
  g_autofree char *message = g_strjoinv (uuid, halves);

  g_set_error_literal (error, CALX_STORE_ERROR, code, message);
  return FALSE;
}

/* Which version is the newest stored one, 0 for a new session; it must be the one that was edited.
 */
static gboolean
check_version (CalxStore *store, CalxSession *session, char **ret_version_uuid, GError **error)
{
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_VERSION_NEWEST, error);
  CalxStep step;

  if (!row)
    return FALSE;
  calx_sql_statement_bind_text (row, 1, calx_session_get_uuid (session));
  step = calx_sql_statement_step (row, error);
  if (step == CALX_STEP_ERROR)
    return FALSE;
  if (calx_session_get_version (session)
      == (step == CALX_STEP_ROW ? calx_sql_statement_get_int (row, 0) : 0))
    {
      *ret_version_uuid
          = step == CALX_STEP_ROW ? g_strdup (calx_sql_statement_get_text (row, 1)) : NULL;
      return TRUE;
    }
  g_set_error_literal (
      error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONFLICT,
      _ ("This session was saved elsewhere since it was opened. Nothing was saved, and what was "
         "entered is still in the form. Open the session again and compare."));
  return FALSE;
}

static gboolean
insert_session (CalxStore *store, CalxSession *session, GError **error)
{
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_SESSION_INSERT, error);

  if (!statement)
    return FALSE;
  calx_sql_statement_bind_text (statement, 1, calx_session_get_uuid (session));
  calx_sql_statement_bind_text (statement, 2, calx_session_get_patient_uuid (session));
  calx_sql_statement_bind_int64 (statement, 3, calx_store_get_now_us (store));
  calx_sql_statement_bind_text (statement, 4, calx_store_get_who (store));
  return calx_sql_statement_run (statement, error);
}

/* A session does not change its patient. */
static gboolean
check_patient (CalxStore *store, CalxSession *session, GError **error)
{
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_SESSION_FIND, error);

  if (!row)
    return FALSE;
  calx_sql_statement_bind_text (row, 1, calx_session_get_uuid (session));
  if (calx_sql_statement_step (row, error) != CALX_STEP_ROW)
    return FALSE;
  if (g_str_equal (calx_sql_statement_get_text (row, 0), calx_session_get_patient_uuid (session)))
    return TRUE;
  return fail (error, CALX_STORE_ERROR_CONTENT,
               _ ("Session %s belongs to another patient. Nothing was saved."),
               calx_session_get_uuid (session));
}

int
calx_session_repository_next_lesion_number (CalxStore *store,
                                            const char *patient_uuid,
                                            GError **error)
{
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_LESION_NEXT_NUMBER, error);

  if (!row)
    return 0;
  calx_sql_statement_bind_text (row, 1, patient_uuid);
  if (calx_sql_statement_step (row, error) != CALX_STEP_ROW)
    return 0;
  return calx_sql_statement_get_int (row, 0);
}

/* The number that a lesion has or gets: its own where it is stored or free, else the next one. */
static gboolean
find_lesion_number (CalxStore *store,
                    const char *patient_uuid,
                    const CalxLesion *lesion,
                    int *ret_number,
                    gboolean *ret_stored,
                    GError **error)
{
  CalxDatabase *database = calx_store_get_database (store);
  g_autoptr(CalxSqlStatement) row = calx_sql_statement_new (database, CALX_SQL_LESION_FIND, error);
  g_autoptr(CalxSqlStatement) taken = NULL;
  CalxStep step;

  if (!row)
    return FALSE;
  calx_sql_statement_bind_text (row, 1, lesion->uuid);
  step = calx_sql_statement_step (row, error);
  if (step == CALX_STEP_ERROR)
    return FALSE;
  if (step == CALX_STEP_ROW)
    {
      *ret_stored = TRUE;
      *ret_number = calx_sql_statement_get_int (row, 1);
      if (g_str_equal (calx_sql_statement_get_text (row, 0), patient_uuid))
        return TRUE;
      return fail (error, CALX_STORE_ERROR_CONTENT,
                   _ ("Lesion %s belongs to another patient. Nothing was saved."), lesion->uuid);
    }
  *ret_stored = FALSE;
  taken = calx_sql_statement_new (database, CALX_SQL_LESION_NUMBER_TAKEN, error);
  if (!taken)
    return FALSE;
  calx_sql_statement_bind_text (taken, 1, patient_uuid);
  calx_sql_statement_bind_int64 (taken, 2, lesion->number);
  step = calx_sql_statement_step (taken, error);
  if (step == CALX_STEP_ERROR)
    return FALSE;
  *ret_number = lesion->number;
  if (step == CALX_STEP_ROW || lesion->number < 1)
    *ret_number = calx_session_repository_next_lesion_number (store, patient_uuid, error);
  return *ret_number > 0;
}

static gboolean
insert_lesion (
    CalxStore *store, const char *patient_uuid, const char *lesion_uuid, int number, GError **error)
{
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_LESION_INSERT, error);

  if (!statement)
    return FALSE;
  calx_sql_statement_bind_text (statement, 1, lesion_uuid);
  calx_sql_statement_bind_text (statement, 2, patient_uuid);
  calx_sql_statement_bind_int64 (statement, 3, number);
  calx_sql_statement_bind_int64 (statement, 4, calx_store_get_now_us (store));
  calx_sql_statement_bind_text (statement, 5, calx_store_get_who (store));
  return calx_sql_statement_run (statement, error);
}

/* Gives every lesion its identity; returns the session with the numbers that were given. */
static CalxSession *
save_lesion_identities (CalxStore *store, CalxSession *session, GError **error)
{
  GPtrArray *lesions = calx_session_get_lesions (session);
  g_autoptr(CalxSession) result = calx_session_ref (session);
  const char *patient_uuid = calx_session_get_patient_uuid (session);

  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (lesions, i);
      g_autoptr(CalxLesion) renumbered = NULL;
      CalxSession *next;
      gboolean stored;
      int number;

      if (!find_lesion_number (store, patient_uuid, lesion, &number, &stored, error)
          || (!stored && !insert_lesion (store, patient_uuid, lesion->uuid, number, error)))
        return NULL;
      if (number == lesion->number)
        continue;
      renumbered = calx_lesion_copy (lesion);
      renumbered->number = number;
      next = calx_session_with_lesion (result, renumbered);
      calx_session_unref (result);
      result = next;
    }
  return g_steal_pointer (&result);
}

static gboolean
insert_lesion_states (CalxStore *store, CalxSession *session, GError **error)
{
  GPtrArray *lesions = calx_session_get_lesions (session);
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_LESION_STATE_INSERT, error);

  if (!statement)
    return FALSE;
  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (lesions, i);
      g_autoptr(JsonNode) node = calx_lesion_to_json (lesion);
      g_autofree char *state = calx_json_to_canonical (node);
      g_autofree char *uuid = calx_store_new_uuid (store);

      calx_sql_statement_reset (statement);
      calx_sql_statement_bind_text (statement, 1, uuid);
      calx_sql_statement_bind_text (statement, 2, calx_session_get_version_uuid (session));
      calx_sql_statement_bind_text (statement, 3, lesion->uuid);
      calx_sql_statement_bind_int64 (statement, 4, lesion->number);
      calx_sql_statement_bind_text (statement, 5, state);
      calx_sql_statement_bind_int64 (statement, 6, calx_store_get_now_us (store));
      calx_sql_statement_bind_text (statement, 7, calx_store_get_who (store));
      if (!calx_sql_statement_run (statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The session's JSON without what is stored apart. */
static char *
get_rest (CalxSession *session)
{
  g_autoptr(JsonNode) node = calx_session_to_json (session);
  JsonObject *object = json_node_get_object (node);

  json_object_remove_member (object, FINDINGS_MEMBER);
  json_object_remove_member (object, LESIONS_MEMBER);
  return calx_json_to_canonical (node);
}

static gboolean
insert_version (CalxStore *store,
                CalxSession *session,
                const char *replaces,
                CalxAssessment *assessment,
                const char *reason,
                GError **error)
{
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_VERSION_INSERT, error);
  g_autoptr(JsonNode) findings_node = calx_findings_to_json (calx_session_get_findings (session));
  g_autoptr(JsonNode) assessment_node = calx_assessment_to_json (assessment);
  g_autofree char *findings = calx_json_to_canonical (findings_node);
  g_autofree char *assessment_text = calx_json_to_canonical (assessment_node);
  g_autofree char *rest = get_rest (session);
  g_autofree char *date = calx_date_to_iso (calx_session_get_date (session));

  if (!statement)
    return FALSE;
  calx_sql_statement_bind_text (statement, 1, calx_session_get_version_uuid (session));
  calx_sql_statement_bind_text (statement, 2, calx_session_get_uuid (session));
  calx_sql_statement_bind_int64 (statement, 3, calx_session_get_version (session));
  calx_sql_statement_bind_text (statement, 4, replaces);
  calx_sql_statement_bind_text (statement, 5, replaces ? "amended" : "final");
  calx_sql_statement_bind_text (statement, 6, date);
  calx_sql_statement_bind_text (statement, 7, findings);
  calx_sql_statement_bind_text (statement, 8, rest);
  calx_sql_statement_bind_int64 (statement, 9, calx_session_get_lesions (session)->len);
  calx_sql_statement_bind_text (statement, 10, assessment_text);
  calx_sql_statement_bind_text (statement, 11, assessment->model_id);
  calx_sql_statement_bind_text (statement, 12, assessment->model_version);
  calx_sql_statement_bind_text (statement, 13, assessment->model_sha256);
  calx_sql_statement_bind_text (statement, 14, assessment->engine_version);
  calx_sql_statement_bind_text (statement, 15, reason);
  calx_sql_statement_bind_int64 (statement, 16, calx_store_get_now_us (store));
  calx_sql_statement_bind_text (statement, 17, calx_store_get_who (store));
  return calx_sql_statement_run (statement, error);
}

CalxSession *
calx_session_repository_save (CalxStore *store,
                              CalxSession *session,
                              CalxAssessment *assessment,
                              const char *reason,
                              GError **error)
{
  g_autofree char *replaces = NULL;
  g_autofree char *version_uuid = calx_store_new_uuid (store);
  g_autoptr(CalxSession) numbered = NULL;
  g_autoptr(CalxSession) saved = NULL;

  if (!check_version (store, session, &replaces, error))
    return NULL;
  if (replaces ? !check_patient (store, session, error) : !insert_session (store, session, error))
    return NULL;
  numbered = save_lesion_identities (store, session, error);
  if (!numbered)
    return NULL;
  saved
      = calx_session_with_version (numbered, version_uuid, calx_session_get_version (session) + 1);
  if (!insert_version (store, saved, replaces, assessment, reason, error)
      || !insert_lesion_states (store, saved, error))
    return NULL;
  return g_steal_pointer (&saved);
}

JsonNode *
calx_session_repository_read_lesions (CalxStore *store, const char *version_uuid, GError **error)
{
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_LESION_STATE_LIST, error);
  g_autoptr(JsonArray) array = json_array_new ();
  JsonNode *node;
  CalxStep step;

  if (!row)
    return NULL;
  calx_sql_statement_bind_text (row, 1, version_uuid);
  while ((step = calx_sql_statement_step (row, error)) == CALX_STEP_ROW)
    {
      node = calx_json_parse (calx_sql_statement_get_text (row, 0), "lesion_state", error);
      if (!node)
        return NULL;
      json_array_add_element (array, node);
    }
  if (step == CALX_STEP_ERROR)
    return NULL;
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_set_array (node, array);
  return node;
}

/* Puts the parts of a version together again. */
CalxSession *
calx_session_repository_read (CalxStore *store, CalxSqlStatement *row, GError **error)
{
  CalxKnowledge *knowledge = calx_store_get_knowledge (store);
  const char *version_uuid = calx_sql_statement_get_text (row, 0);
  g_autoptr(JsonNode) whole
      = calx_json_parse (calx_sql_statement_get_text (row, 5), "session_version", error);
  g_autoptr(JsonNode) findings = NULL;
  g_autoptr(JsonNode) lesions = NULL;
  g_autoptr(CalxSession) session = NULL;
  JsonObject *object;

  if (!whole || !(object = calx_json_to_object (whole, "session_version", error))
      || !(findings = calx_json_parse (calx_sql_statement_get_text (row, 4), "findings", error))
      || !(lesions = calx_session_repository_read_lesions (store, version_uuid, error)))
    return NULL;
  if ((int) json_array_get_length (json_node_get_array (lesions))
      != calx_sql_statement_get_int (row, 10))
    {
      g_set_error_literal (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT,
                           _ ("a lesion is missing"));
      return NULL;
    }
  json_object_set_member (object, FINDINGS_MEMBER, g_steal_pointer (&findings));
  json_object_set_member (object, LESIONS_MEMBER, g_steal_pointer (&lesions));
  session = calx_session_from_json (knowledge->inputs, knowledge->regions, whole, error);
  if (!session)
    return NULL;
  if (!g_str_equal (calx_session_get_uuid (session), calx_sql_statement_get_text (row, 1)))
    {
      g_set_error_literal (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT,
                           _ ("it names another session"));
      return NULL;
    }
  return calx_session_with_version (session, version_uuid, calx_sql_statement_get_int (row, 2));
}

static CalxStoredSession *
read_version (CalxStore *store, CalxSqlStatement *row, GError **error)
{
  g_autoptr(CalxStoredSession) stored = g_new0 (CalxStoredSession, 1);
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(GError) local_error = NULL;

  stored->reason = g_strdup (calx_sql_statement_get_text (row, 7));
  stored->saved_at_us = calx_sql_statement_get_int64 (row, 8);
  stored->saved_by = g_strdup (calx_sql_statement_get_text (row, 9));
  stored->session = calx_session_repository_read (store, row, &local_error);
  if (stored->session)
    node = calx_json_parse (calx_sql_statement_get_text (row, 6), "assessment", &local_error);
  if (node)
    stored->assessment = calx_assessment_from_json (node, &local_error);
  if (stored->assessment)
    return g_steal_pointer (&stored);
  /* The file itself failed, not what stands in it. */
  if (local_error->domain == G_IO_ERROR
      || (local_error->domain == CALX_STORE_ERROR && local_error->code != CALX_STORE_ERROR_CONTENT))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT,
                 _ ("Version %d of session %s cannot be read: %s. It was left as it is."),
                 calx_sql_statement_get_int (row, 2), calx_sql_statement_get_text (row, 1),
                 local_error->message);
  return NULL;
}

static gboolean
find_newest_number (CalxStore *store, const char *session_uuid, int *ret_number, GError **error)
{
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_VERSION_NEWEST, error);
  CalxStep step;

  if (!row)
    return FALSE;
  calx_sql_statement_bind_text (row, 1, session_uuid);
  step = calx_sql_statement_step (row, error);
  if (step == CALX_STEP_ERROR)
    return FALSE;
  *ret_number = step == CALX_STEP_ROW ? calx_sql_statement_get_int (row, 0) : 0;
  return TRUE;
}

CalxStoredSession *
calx_session_repository_load (CalxStore *store,
                              const char *session_uuid,
                              int number,
                              GError **error)
{
  g_autoptr(CalxSqlStatement) row = NULL;
  CalxStep step;

  if (number == 0 && !find_newest_number (store, session_uuid, &number, error))
    return NULL;
  row = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_VERSION_LOAD, error);
  if (!row)
    return NULL;
  calx_sql_statement_bind_text (row, 1, session_uuid);
  calx_sql_statement_bind_int64 (row, 2, number);
  step = calx_sql_statement_step (row, error);
  if (step == CALX_STEP_ROW)
    return read_version (store, row, error);
  if (step == CALX_STEP_DONE)
    fail (error, CALX_STORE_ERROR_NOT_FOUND,
          _ ("There is no such version of session %s in this file."), session_uuid);
  return NULL;
}

GPtrArray *
calx_session_repository_list (CalxStore *store, const char *patient_uuid, int limit, GError **error)
{
  g_autoptr(GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_stored_session_free);
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_VERSION_LIST_NEWEST, error);
  CalxStep step;

  if (!row)
    return NULL;
  calx_sql_statement_bind_text (row, 1, patient_uuid);
  calx_sql_statement_bind_int64 (row, 2, limit);
  while ((step = calx_sql_statement_step (row, error)) == CALX_STEP_ROW)
    {
      CalxStoredSession *stored = read_version (store, row, error);

      if (!stored)
        return NULL;
      g_ptr_array_add (list, stored);
    }
  return step == CALX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
