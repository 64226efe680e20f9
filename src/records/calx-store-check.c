/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-check.h"

#include <glib/gi18n-lib.h>

#include "calx-audit.h"
#include "calx-draft-repository.h"
#include "calx-patient-repository.h"
#include "calx-search.h"
#include "calx-session-repository.h"
#include "calx-sql-statement.h"
#include "calx-summary.h"

/* Each part adds what it found to @faults, and the line that says what it checked to @lines. */
typedef struct
{
  CalxStore *store;
  GPtrArray *lines;
  GPtrArray *faults;
} Check;

/* Every row of @sql is a fault, said by @format with the row's first column; but for @fine. */
static gboolean
add_rows (Check *check, CalxSql sql, const char *before, const char *fine, GError **error)
{
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (check->store), sql, error);
  CalxStep step;

  if (!row)
    return FALSE;
  while ((step = calx_sql_statement_step (row, error)) == CALX_STEP_ROW)
    {
      const char *text = calx_sql_statement_get_text (row, 0);

      if (g_strcmp0 (text, fine) != 0)
        g_ptr_array_add (check->faults, g_strdup_printf ("%s: %s", before, text));
    }
  return step == CALX_STEP_DONE;
}

static gboolean
check_file (Check *check, GError **error)
{
  g_autofree char *application_id = g_strdup_printf ("%d", CALX_FILE_ID);
  g_autofree char *schema
      = g_strdup_printf ("%d", calx_database_get_schema (calx_store_get_database (check->store)));

  g_ptr_array_add (
      check->lines,
      g_strdup_printf (_ ("File: structure %s, integrity and references checked"), schema));
  return add_rows (check, CALX_SQL_CHECK_INTEGRITY, _ ("Integrity"), "ok", error)
         && add_rows (check, CALX_SQL_CHECK_FOREIGN_KEYS,
                      _ ("A row refers to one that is not there, in table"), NULL, error)
         && add_rows (check, CALX_SQL_CHECK_APPLICATION_ID, _ ("Not Calx's application id"),
                      application_id, error)
         && add_rows (check, CALX_SQL_CHECK_USER_VERSION, _ ("Not the structure's version"), schema,
                      error);
}

/* A value that cannot be read is a fault; a file that cannot be read ends the check. */
static gboolean
note_content (Check *check, GError *content, GError **error)
{
  if (!g_error_matches (content, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT))
    {
      g_propagate_error (error, content);
      return FALSE;
    }
  g_ptr_array_add (check->faults, g_strdup (content->message));
  g_error_free (content);
  return TRUE;
}

static gboolean
check_patient (Check *check, const char *uuid, GError **error)
{
  GError *content = NULL;
  g_autoptr(CalxPatient) patient = calx_patient_repository_load (check->store, uuid, &content);
  gboolean same = FALSE;

  if (!patient)
    return note_content (check, content, error);
  if (!calx_search_check (check->store, patient, &same, error))
    return FALSE;
  if (!same)
    g_ptr_array_add (check->faults,
                     g_strdup_printf (_ ("The search index of patient %s is out of date"), uuid));
  if (!calx_summary_check (check->store, patient, &same, &content))
    return note_content (check, content, error);
  if (!same)
    g_ptr_array_add (check->faults,
                     g_strdup_printf (_ ("The summary of patient %s is out of date"), uuid));
  return TRUE;
}

static gboolean
check_patients (Check *check, GError **error)
{
  g_autoptr(GPtrArray) uuids = calx_patient_repository_list_uuids (check->store, error);

  if (!uuids)
    return FALSE;
  for (guint i = 0; i < uuids->len; i++)
    if (!check_patient (check, g_ptr_array_index (uuids, i), error))
      return FALSE;
  g_ptr_array_add (
      check->lines,
      g_strdup_printf (_ ("Patients: %u read, with summary and search index"), uuids->len));
  return add_rows (check, CALX_SQL_CHECK_NO_SUMMARY, _ ("No summary or search index of patient"),
                   NULL, error);
}

static gboolean
check_versions (Check *check, GError **error)
{
  g_autoptr(CalxSqlStatement) row = calx_sql_statement_new (calx_store_get_database (check->store),
                                                             CALX_SQL_VERSION_LIST_ALL, error);
  guint n = 0;
  CalxStep step;

  if (!row)
    return FALSE;
  while ((step = calx_sql_statement_step (row, error)) == CALX_STEP_ROW)
    {
      GError *content = NULL;
      g_autoptr(CalxStoredSession) stored
          = calx_session_repository_load (check->store, calx_sql_statement_get_text (row, 0),
                                          calx_sql_statement_get_int (row, 1), &content);

      n++;
      if (!stored && !note_content (check, content, error))
        return FALSE;
    }
  if (step == CALX_STEP_ERROR)
    return FALSE;
  g_ptr_array_add (
      check->lines,
      g_strdup_printf (_ ("Session versions: %u read, with findings, lesions and result"), n));
  return add_rows (check, CALX_SQL_CHECK_VERSION_GAPS, _ ("A version is missing of session"), NULL,
                   error)
         && add_rows (check, CALX_SQL_CHECK_LESION_COUNTS,
                      _ ("A lesion is missing of session version"), NULL, error);
}

static gboolean
check_drafts (Check *check, GError **error)
{
  GError *content = NULL;
  g_autoptr(GPtrArray) drafts = calx_draft_repository_list (check->store, NULL, &content);

  if (!drafts)
    return note_content (check, content, error);
  g_ptr_array_add (check->lines, g_strdup_printf (_ ("Drafts: %u read"), drafts->len));
  return TRUE;
}

static gboolean
check_audit (Check *check, GError **error)
{
  guint n_rows;

  if (!calx_audit_verify (check->store, check->faults, &n_rows, error))
    return FALSE;
  g_ptr_array_add (check->lines,
                   g_strdup_printf (_ ("Audit trail: %u rows, the chain computed again"), n_rows));
  return TRUE;
}

gboolean
calx_store_check (CalxStore *self, GPtrArray **ret_lines, guint *ret_n_found, GError **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  Check check = { self, lines, faults };

  g_return_val_if_fail (self && ret_lines && ret_n_found, FALSE);

  if (!check_file (&check, error) || !check_patients (&check, error)
      || !check_versions (&check, error) || !check_drafts (&check, error)
      || !check_audit (&check, error))
    return FALSE;
  *ret_n_found = faults->len;
  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&faults));
  if (*ret_n_found == 0)
    g_ptr_array_add (lines, g_strdup (_ ("Nothing was found")));
  *ret_lines = g_steal_pointer (&lines);
  return TRUE;
}
