/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-summary.h"

#include "calx-session-repository.h"
#include "calx-sql-statement.h"

#define UNKNOWN_BAND "unknown"

/* One row, in the order of its columns: what is text and what is a number. */
typedef struct
{
  const char *patient_uuid;
  char *session_version_uuid; /* NULL without a session */
  char *last_session;
  char *due;
  int has_points;
  int points_min;
  int points_max;
  char *band_min;
  char *band_max;
  int n_open_lesions;
  int n_unknown;
  int n_stale;
  char *model_id;
  char *model_version;
  char *engine_version;
} Summary;

static void
summary_clear (Summary *summary)
{
  g_free (summary->session_version_uuid);
  g_free (summary->last_session);
  g_free (summary->due);
  g_free (summary->band_min);
  g_free (summary->band_max);
  g_free (summary->model_id);
  g_free (summary->model_version);
  g_free (summary->engine_version);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Summary, summary_clear)

static char *
band_or_unknown (const CalxAssessment *assessment, const char *band)
{
  gboolean unknown = assessment->kind == CALX_ASSESSMENT_UNKNOWN || !band || band[0] == '\0';

  return g_strdup (unknown ? UNKNOWN_BAND : band);
}

static void
summary_take_session (Summary *summary, const CalxPatient *patient, const CalxStoredSession *stored)
{
  const CalxAssessment *assessment = stored->assessment;
  GPtrArray *lesions = calx_session_get_lesions (stored->session);
  CalxDate date = calx_session_get_date (stored->session);

  summary->session_version_uuid = g_strdup (calx_session_get_version_uuid (stored->session));
  summary->last_session = calx_date_to_iso (date);
  if (patient->review_interval_days > 0 && calx_date_is_day (date))
    summary->due = calx_date_to_iso (calx_date_add_days (date, patient->review_interval_days));
  summary->has_points = assessment->has_points ? 1 : 0;
  summary->points_min = assessment->has_points ? assessment->points_min : 0;
  summary->points_max = assessment->has_points ? assessment->points_max : 0;
  summary->band_min = band_or_unknown (assessment, assessment->band_min);
  summary->band_max = band_or_unknown (assessment, assessment->band_max);
  for (guint i = 0; i < lesions->len; i++)
    summary->n_open_lesions += !((const CalxLesion *) g_ptr_array_index (lesions, i))->healed;
  summary->n_unknown = (int) assessment->unknowns->len;
  for (guint i = 0; i < assessment->contributions->len; i++)
    summary->n_stale
        += g_array_index (assessment->contributions, CalxContribution, i).stale != FALSE;
  summary->model_id = g_strdup (assessment->model_id);
  summary->model_version = g_strdup (assessment->model_version);
  summary->engine_version = g_strdup (assessment->engine_version);
}

static gboolean
summary_compute (Summary *summary, CalxStore *store, const CalxPatient *patient, GError **error)
{
  g_autoptr(GPtrArray) newest = calx_session_repository_list (store, patient->uuid, 1, error);
  char **texts[] = { &summary->last_session,  &summary->due,      &summary->band_min,
                     &summary->band_max,      &summary->model_id, &summary->model_version,
                     &summary->engine_version };

  if (!newest)
    return FALSE;
  summary->patient_uuid = patient->uuid;
  if (newest->len > 0)
    summary_take_session (summary, patient, g_ptr_array_index (newest, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!*texts[i])
      *texts[i] = g_strdup ("");
  return TRUE;
}

gboolean
calx_summary_save (CalxStore *store, const CalxPatient *patient, GError **error)
{
  g_auto(Summary) summary = { 0 };
  g_autoptr(CalxSqlStatement) statement = NULL;

  if (!summary_compute (&summary, store, patient, error))
    return FALSE;
  statement = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_SUMMARY_SAVE, error);
  if (!statement)
    return FALSE;
  calx_sql_statement_bind_text (statement, 1, summary.patient_uuid);
  calx_sql_statement_bind_text (statement, 2, summary.session_version_uuid);
  calx_sql_statement_bind_text (statement, 3, summary.last_session);
  calx_sql_statement_bind_text (statement, 4, summary.due);
  calx_sql_statement_bind_int64 (statement, 5, summary.has_points);
  calx_sql_statement_bind_int64 (statement, 6, summary.points_min);
  calx_sql_statement_bind_int64 (statement, 7, summary.points_max);
  calx_sql_statement_bind_text (statement, 8, summary.band_min);
  calx_sql_statement_bind_text (statement, 9, summary.band_max);
  calx_sql_statement_bind_int64 (statement, 10, summary.n_open_lesions);
  calx_sql_statement_bind_int64 (statement, 11, summary.n_unknown);
  calx_sql_statement_bind_int64 (statement, 12, summary.n_stale);
  calx_sql_statement_bind_text (statement, 13, summary.model_id);
  calx_sql_statement_bind_text (statement, 14, summary.model_version);
  calx_sql_statement_bind_text (statement, 15, summary.engine_version);
  return calx_sql_statement_run (statement, error);
}

static gboolean
summary_equals_row (const Summary *summary, CalxSqlStatement *row)
{
  const char *session_version = summary->session_version_uuid ? summary->session_version_uuid : "";

  return g_str_equal (session_version, calx_sql_statement_get_text (row, 1))
         && g_str_equal (summary->last_session, calx_sql_statement_get_text (row, 2))
         && g_str_equal (summary->due, calx_sql_statement_get_text (row, 3))
         && summary->has_points == calx_sql_statement_get_int (row, 4)
         && summary->points_min == calx_sql_statement_get_int (row, 5)
         && summary->points_max == calx_sql_statement_get_int (row, 6)
         && g_str_equal (summary->band_min, calx_sql_statement_get_text (row, 7))
         && g_str_equal (summary->band_max, calx_sql_statement_get_text (row, 8))
         && summary->n_open_lesions == calx_sql_statement_get_int (row, 9)
         && summary->n_unknown == calx_sql_statement_get_int (row, 10)
         && summary->n_stale == calx_sql_statement_get_int (row, 11)
         && g_str_equal (summary->model_id, calx_sql_statement_get_text (row, 12))
         && g_str_equal (summary->model_version, calx_sql_statement_get_text (row, 13))
         && g_str_equal (summary->engine_version, calx_sql_statement_get_text (row, 14));
}

gboolean
calx_summary_check (CalxStore *store,
                    const CalxPatient *patient,
                    gboolean *ret_same,
                    GError **error)
{
  g_auto(Summary) summary = { 0 };
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_SUMMARY_LOAD, error);
  CalxStep step;

  if (!row || !summary_compute (&summary, store, patient, error))
    return FALSE;
  calx_sql_statement_bind_text (row, 1, patient->uuid);
  step = calx_sql_statement_step (row, error);
  if (step == CALX_STEP_ERROR)
    return FALSE;
  *ret_same = step == CALX_STEP_ROW && summary_equals_row (&summary, row);
  return TRUE;
}
