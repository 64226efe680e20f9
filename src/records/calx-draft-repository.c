/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-draft-repository.h"

#include <glib/gi18n-lib.h>

#include "calx-json.h"
#include "calx-sql-statement.h"

gboolean
calx_draft_repository_save (CalxStore *store, CalxSession *session, GError **error)
{
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_DRAFT_SAVE, error);
  g_autoptr(JsonNode) node = calx_session_to_json (session);
  g_autofree char *content = calx_json_to_canonical (node);
  g_autofree char *uuid = calx_store_new_uuid (store);

  if (!statement)
    return FALSE;
  calx_sql_statement_bind_text (statement, 1, uuid);
  calx_sql_statement_bind_text (statement, 2, calx_store_get_who (store));
  calx_sql_statement_bind_text (statement, 3, calx_session_get_uuid (session));
  calx_sql_statement_bind_text (statement, 4, calx_session_get_patient_uuid (session));
  calx_sql_statement_bind_text (statement, 5, content);
  calx_sql_statement_bind_int64 (statement, 6, calx_store_get_now_us (store));
  return calx_sql_statement_run (statement, error);
}

gboolean
calx_draft_repository_discard (CalxStore *store, const char *session_uuid, GError **error)
{
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_DRAFT_DISCARD, error);

  if (!statement)
    return FALSE;
  calx_sql_statement_bind_text (statement, 1, calx_store_get_who (store));
  calx_sql_statement_bind_text (statement, 2, session_uuid);
  return calx_sql_statement_run (statement, error);
}

static CalxSession *
read_draft (CalxStore *store, CalxSqlStatement *row, GError **error)
{
  CalxKnowledge *knowledge = calx_store_get_knowledge (store);
  g_autoptr(GError) local_error = NULL;
  g_autoptr(JsonNode) node
      = calx_json_parse (calx_sql_statement_get_text (row, 1), "draft", &local_error);
  CalxSession *session = NULL;

  if (node)
    session = calx_session_from_json (knowledge->inputs, knowledge->regions, node, &local_error);
  if (!session)
    g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT,
                 _ ("The draft of session %s cannot be read: %s. It was left as it is."),
                 calx_sql_statement_get_text (row, 0), local_error->message);
  return session;
}

GPtrArray *
calx_draft_repository_list (CalxStore *store, const char *patient_uuid, GError **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_session_unref);
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store),
                                patient_uuid ? CALX_SQL_DRAFT_LIST : CALX_SQL_DRAFT_LIST_ALL, error);
  CalxStep step;

  if (!row)
    return NULL;
  calx_sql_statement_bind_text (row, 1, calx_store_get_who (store));
  if (patient_uuid)
    calx_sql_statement_bind_text (row, 2, patient_uuid);
  while ((step = calx_sql_statement_step (row, error)) == CALX_STEP_ROW)
    {
      CalxSession *session = read_draft (store, row, error);

      if (!session)
        return NULL;
      g_ptr_array_add (list, session);
    }
  return step == CALX_STEP_DONE ? g_steal_pointer (&list) : NULL;
}
