/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-patient.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "calx-audit.h"
#include "calx-json.h"
#include "calx-patient-repository.h"
#include "calx-search.h"
#include "calx-sql-statement.h"
#include "calx-summary.h"

/* Between the parts of a sort key; folding leaves no such character in a name. */
#define KEY_SEPARATOR "\x1f"

void
calx_patient_row_free (CalxPatientRow *row)
{
  if (!row)
    return;
  g_free (row->uuid);
  g_free (row->record_number);
  g_free (row->family_name);
  g_free (row->given_name);
  g_free (row->band_min);
  g_free (row->band_max);
  g_free (row->sort_key);
  g_free (row);
}

static gboolean
refuse_complaints (CalxStore *self, const CalxPatient *patient, GError **error)
{
  g_auto(GStrv) complaints = calx_patient_check (patient, calx_store_get_today (self));
  g_autofree char *all = NULL;

  if (!complaints || !complaints[0])
    return TRUE;
  all = g_strjoinv ("\n", complaints);
  g_set_error_literal (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT, all);
  return FALSE;
}

/* What was and what is, for the audit trail: a change must not obscure the earlier value. */
static char *
describe_change (const CalxPatient *before, const CalxPatient *after)
{
  JsonObject *object = json_object_new ();
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  if (before)
    json_object_set_member (object, "before", calx_patient_repository_to_json (before));
  json_object_set_member (object, "after", calx_patient_repository_to_json (after));
  json_node_take_object (node, object);
  return calx_json_to_canonical (node);
}

static CalxPatient *
save_patient (CalxStore *self, const CalxPatient *patient, GError **error)
{
  g_autoptr(CalxPatient) before = NULL;
  g_autoptr(CalxPatient) after = NULL;
  g_autofree char *detail = NULL;

  if (patient->version > 0)
    {
      before = calx_patient_repository_load (self, patient->uuid, error);
      if (!before)
        return NULL;
    }
  if (!calx_patient_repository_save (self, patient, error))
    return NULL;
  after = calx_patient_repository_load (self, patient->uuid, error);
  if (!after)
    return NULL;
  detail = describe_change (before, after);
  if (calx_search_save (self, after, error) && calx_summary_save (self, after, error)
      && calx_audit_append (self, before ? "patient.change" : "patient.create", after->uuid, detail,
                            error))
    return g_steal_pointer (&after);
  return NULL;
}

CalxPatient *
calx_store_save_patient (CalxStore *self, const CalxPatient *patient, GError **error)
{
  g_autoptr(CalxPatient) saved = NULL;
  CalxDatabase *database;

  g_return_val_if_fail (self && patient, NULL);

  database = calx_store_get_database (self);
  if (!refuse_complaints (self, patient, error) || !calx_database_begin (database, error))
    return NULL;
  saved = save_patient (self, patient, error);
  return calx_database_finish (database, saved != NULL, error) ? g_steal_pointer (&saved) : NULL;
}

CalxPatient *
calx_store_load_patient (CalxStore *self, const char *uuid, GError **error)
{
  g_return_val_if_fail (self && uuid, NULL);

  return calx_patient_repository_load (self, uuid, error);
}

char *
calx_store_find_record_number (CalxStore *self, const char *record_number, GError **error)
{
  char *uuid = NULL;

  g_return_val_if_fail (self && record_number, NULL);

  if (!calx_patient_repository_find_record_number (self, record_number, &uuid, error))
    return NULL;
  if (!uuid)
    g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND,
                 _ ("There is no patient with record number %s in this file."), record_number);
  return uuid;
}

/* Could both be of one day? Unknown contradicts nothing. */
static gboolean
births_agree (const CalxPatient *a, const CalxPatient *b)
{
  CalxDate first_a, last_a, first_b, last_b;

  return !calx_patient_birth_range (a, &first_a, &last_a)
         || !calx_patient_birth_range (b, &first_b, &last_b)
         || (calx_date_compare (first_a, last_b) <= 0 && calx_date_compare (first_b, last_a) <= 0);
}

static gboolean
names_agree (const char *family,
             const char *given,
             const char *other_family,
             const char *other_given)
{
  return (calx_search_names_are_alike (family, other_family)
          && calx_search_names_are_alike (given, other_given))
         ||
         /* entered the wrong way round */
         (given[0] != '\0' && g_str_equal (family, other_given)
          && g_str_equal (given, other_family));
}

GPtrArray *
calx_store_find_similar (CalxStore *self, const CalxPatient *patient, GError **error)
{
  g_autoptr(GPtrArray) similar
      = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_patient_free);
  g_autoptr(CalxSqlStatement) row = NULL;
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;
  CalxStep step;

  g_return_val_if_fail (self && patient, NULL);

  family = calx_search_fold (patient->family_name);
  given = calx_search_fold (patient->given_name);
  if (family[0] == '\0')
    return g_steal_pointer (&similar);
  row = calx_sql_statement_new (calx_store_get_database (self), CALX_SQL_SEARCH_NAMES, error);
  if (!row)
    return NULL;
  while ((step = calx_sql_statement_step (row, error)) == CALX_STEP_ROW)
    {
      const char *uuid = calx_sql_statement_get_text (row, 0);
      g_autoptr(CalxPatient) other = NULL;

      if (g_str_equal (uuid, patient->uuid)
          || !names_agree (family, given, calx_sql_statement_get_text (row, 1),
                           calx_sql_statement_get_text (row, 2)))
        continue;
      other = calx_patient_repository_load (self, uuid, error);
      if (!other)
        return NULL;
      if (births_agree (patient, other))
        g_ptr_array_add (similar, g_steal_pointer (&other));
    }
  return step == CALX_STEP_DONE ? g_steal_pointer (&similar) : NULL;
}

static gboolean
fill_row (CalxPatientRow *patient, CalxSqlStatement *row, GError **error)
{
  CalxStep step;

  calx_sql_statement_reset (row);
  calx_sql_statement_bind_text (row, 1, patient->uuid);
  step = calx_sql_statement_step (row, error);
  if (step == CALX_STEP_ERROR)
    return FALSE;
  if (step == CALX_STEP_ROW && calx_date_parse (calx_sql_statement_get_text (row, 3), &patient->born)
      && calx_sex_from_id (calx_sql_statement_get_text (row, 4), &patient->sex)
      && calx_date_parse (calx_sql_statement_get_text (row, 5), &patient->last_session))
    {
      patient->record_number = g_strdup (calx_sql_statement_get_text (row, 0));
      patient->family_name = g_strdup (calx_sql_statement_get_text (row, 1));
      patient->given_name = g_strdup (calx_sql_statement_get_text (row, 2));
      patient->has_points = calx_sql_statement_get_int (row, 6) != 0;
      patient->points_min = calx_sql_statement_get_int (row, 7);
      patient->points_max = calx_sql_statement_get_int (row, 8);
      patient->band_min = g_strdup (calx_sql_statement_get_text (row, 9));
      patient->band_max = g_strdup (calx_sql_statement_get_text (row, 10));
      patient->n_open_lesions = (guint) calx_sql_statement_get_int (row, 11);
      return TRUE;
    }
  g_set_error (
      error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT,
      _ ("The list's row of patient %s cannot be read. Check the file; nothing was changed."),
      patient->uuid);
  return FALSE;
}

/* The walk from a key on. */
static CalxSqlStatement *
begin_walk (CalxStore *self, const CalxSearchQuery *query, const char *after_key, GError **error)
{
  g_autoptr(CalxSqlStatement) walk
      = calx_sql_statement_new (calx_store_get_database (self), CALX_SQL_SEARCH_WALK, error);
  g_auto(GStrv) key = g_strsplit (after_key ? after_key : "", KEY_SEPARATOR, 3);
  guint n = g_strv_length (key);

  if (!walk)
    return NULL;
  for (guint i = 0; i < 3; i++)
    calx_sql_statement_bind_text (walk, (int) i + 1, i < n ? key[i] : "");
  calx_sql_statement_bind_text (walk, 4, calx_search_query_get_word (query));
  calx_sql_statement_bind_text (walk, 5, calx_search_query_get_date (query));
  return g_steal_pointer (&walk);
}

GPtrArray *
calx_store_list_patients (CalxStore *self,
                          const char *search,
                          const char *after_key,
                          guint limit,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr(GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_patient_row_free);
  g_autoptr(CalxSearchQuery) query = calx_search_query_new (search);
  g_autoptr(CalxSqlStatement) walk = NULL;
  g_autoptr(CalxSqlStatement) row = NULL;
  CalxStep step = CALX_STEP_DONE;

  g_return_val_if_fail (self, NULL);

  walk = begin_walk (self, query, after_key, error);
  row = walk ? calx_sql_statement_new (calx_store_get_database (self), CALX_SQL_SEARCH_ROW, error)
             : NULL;
  if (!row)
    return NULL;
  while (list->len < limit && (step = calx_sql_statement_step (walk, error)) == CALX_STEP_ROW)
    {
      g_autoptr(CalxPatientRow) patient = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (!calx_search_query_matches (query, calx_sql_statement_get_text (walk, 3),
                                      calx_sql_statement_get_text (walk, 4)))
        continue;
      patient = g_new0 (CalxPatientRow, 1);
      patient->uuid = g_strdup (calx_sql_statement_get_text (walk, 2));
      patient->sort_key = g_strjoin (KEY_SEPARATOR, calx_sql_statement_get_text (walk, 0),
                                     calx_sql_statement_get_text (walk, 1), patient->uuid, NULL);
      if (!fill_row (patient, row, error))
        return NULL;
      g_ptr_array_add (list, g_steal_pointer (&patient));
    }
  return step == CALX_STEP_ERROR ? NULL : g_steal_pointer (&list);
}

static gboolean
rebuild_summaries (CalxStore *self, GError **error)
{
  g_autoptr(GPtrArray) uuids = calx_patient_repository_list_uuids (self, error);

  if (!uuids)
    return FALSE;
  for (guint i = 0; i < uuids->len; i++)
    {
      g_autoptr(CalxPatient) patient
          = calx_patient_repository_load (self, g_ptr_array_index (uuids, i), error);

      if (!patient || !calx_search_save (self, patient, error)
          || !calx_summary_save (self, patient, error))
        return FALSE;
    }
  return calx_audit_append (self, "summary.rebuild", "", "", error);
}

gboolean
calx_store_rebuild_summaries (CalxStore *self, GError **error)
{
  CalxDatabase *database;

  g_return_val_if_fail (self, FALSE);

  database = calx_store_get_database (self);
  return calx_database_begin (database, error)
         && calx_database_finish (database, rebuild_summaries (self, error), error);
}
