/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-session-private.h"

#include "calx-audit.h"
#include "calx-draft-repository.h"
#include "calx-json.h"
#include "calx-patient-repository.h"
#include "calx-session-repository.h"
#include "calx-summary.h"

/* What the audit trail says of a save; the values stand in the version itself. */
static char *
describe_version (CalxSession *session, const char *reason)
{
  g_autofree char *date = calx_date_to_iso (calx_session_get_date (session));
  JsonObject *object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "session", calx_session_get_uuid (session));
  json_object_set_int_member (object, "version", calx_session_get_version (session));
  json_object_set_string_member (object, "date", date);
  json_object_set_string_member (object, "reason", reason);
  json_node_take_object (node, object);
  return calx_json_to_canonical (node);
}

CalxStoredSession *
calx_store_save_session_within (CalxStore *self,
                                CalxSession *session,
                                CalxAssessment *assessment,
                                const char *reason,
                                GError **error)
{
  g_autoptr(CalxPatient) patient
      = calx_patient_repository_load (self, calx_session_get_patient_uuid (session), error);
  g_autoptr(CalxSession) saved = NULL;
  g_autofree char *detail = NULL;

  if (patient)
    saved = calx_session_repository_save (self, session, assessment, reason, error);
  if (!saved)
    return NULL;
  detail = describe_version (saved, reason);
  if (calx_summary_save (self, patient, error)
      && calx_draft_repository_discard (self, calx_session_get_uuid (saved), error)
      && calx_audit_append (
          self, calx_session_get_version (saved) == 1 ? "session.create" : "session.correct",
          calx_session_get_version_uuid (saved), detail, error))
    return calx_session_repository_load (self, calx_session_get_uuid (saved),
                                         calx_session_get_version (saved), error);
  return NULL;
}

CalxStoredSession *
calx_store_save_session (CalxStore *self,
                         CalxSession *session,
                         CalxAssessment *assessment,
                         const char *reason,
                         GError **error)
{
  g_autoptr(CalxStoredSession) saved = NULL;
  CalxDatabase *database;

  g_return_val_if_fail (self && session && assessment && reason, NULL);

  database = calx_store_get_database (self);
  if (!calx_database_begin (database, error))
    return NULL;
  saved = calx_store_save_session_within (self, session, assessment, reason, error);
  return calx_database_finish (database, saved != NULL, error) ? g_steal_pointer (&saved) : NULL;
}

GPtrArray *
calx_store_list_sessions (CalxStore *self, const char *patient_uuid, GError **error)
{
  g_return_val_if_fail (self && patient_uuid, NULL);

  return calx_session_repository_list (self, patient_uuid, /* limit: none */ -1, error);
}

CalxStoredSession *
calx_store_load_session (CalxStore *self, const char *session_uuid, int version, GError **error)
{
  g_return_val_if_fail (self && session_uuid && version >= 0, NULL);

  return calx_session_repository_load (self, session_uuid, version, error);
}

int
calx_store_next_lesion_number (CalxStore *self, const char *patient_uuid, GError **error)
{
  g_return_val_if_fail (self && patient_uuid, 0);

  return calx_session_repository_next_lesion_number (self, patient_uuid, error);
}

gboolean
calx_store_save_draft (CalxStore *self, CalxSession *session, GError **error)
{
  CalxDatabase *database;

  g_return_val_if_fail (self && session, FALSE);

  database = calx_store_get_database (self);
  return calx_database_begin (database, error)
         && calx_database_finish (database, calx_draft_repository_save (self, session, error),
                                  error);
}

gboolean
calx_store_discard_draft (CalxStore *self, const char *session_uuid, GError **error)
{
  CalxDatabase *database;

  g_return_val_if_fail (self && session_uuid, FALSE);

  database = calx_store_get_database (self);
  return calx_database_begin (database, error)
         && calx_database_finish (database,
                                  calx_draft_repository_discard (self, session_uuid, error), error);
}

GPtrArray *
calx_store_list_drafts (CalxStore *self, const char *patient_uuid, GError **error)
{
  g_return_val_if_fail (self, NULL);

  return calx_draft_repository_list (self, patient_uuid, error);
}
