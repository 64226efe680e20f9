/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient-repository.h"

#include <glib/gi18n-lib.h>

#include "calx-sql-statement.h"

/* Parameters 1 to 18 of the insert and of the update alike. */
static void
bind_patient (CalxSqlStatement *statement, CalxStore *store, const CalxPatient *patient, int version)
{
  g_autofree char *born = calx_date_to_iso (patient->born);
  g_autofree char *age_on = calx_date_to_iso (patient->age_on);

  calx_sql_statement_bind_text (statement, 1, patient->uuid);
  calx_sql_statement_bind_int64 (statement, 2, version);
  calx_sql_statement_bind_text (statement, 3, patient->record_number);
  calx_sql_statement_bind_text (statement, 4, patient->family_name);
  calx_sql_statement_bind_text (statement, 5, patient->given_name);
  calx_sql_statement_bind_text (statement, 6, calx_sex_to_id (patient->sex));
  calx_sql_statement_bind_text (statement, 7, born);
  calx_sql_statement_bind_text (statement, 8, patient->age_text);
  calx_sql_statement_bind_text (statement, 9, patient->age_unit);
  calx_sql_statement_bind_text (statement, 10, age_on);
  calx_sql_statement_bind_text (statement, 11, calx_patient_status_to_id (patient->status));
  calx_sql_statement_bind_int64 (statement, 12, patient->schedule_days);
  calx_sql_statement_bind_text (statement, 13, patient->shift);
  calx_sql_statement_bind_text (statement, 14, patient->chair);
  calx_sql_statement_bind_int64 (statement, 15, patient->review_interval_days);
  calx_sql_statement_bind_int64 (statement, 16, calx_store_get_now_us (store));
  calx_sql_statement_bind_text (statement, 17, calx_store_get_who (store));
  calx_sql_statement_bind_text (statement, 18, calx_skin_to_id (patient->skin));
}

static CalxPatient *
patient_from_row (CalxSqlStatement *row, GError **error)
{
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  const char *uuid = calx_sql_statement_get_text (row, 0);

  calx_patient_set (&patient->uuid, uuid);
  patient->version = calx_sql_statement_get_int (row, 1);
  calx_patient_set (&patient->record_number, calx_sql_statement_get_text (row, 2));
  calx_patient_set (&patient->family_name, calx_sql_statement_get_text (row, 3));
  calx_patient_set (&patient->given_name, calx_sql_statement_get_text (row, 4));
  calx_patient_set (&patient->age_text, calx_sql_statement_get_text (row, 7));
  calx_patient_set (&patient->age_unit, calx_sql_statement_get_text (row, 8));
  patient->schedule_days = (guint) calx_sql_statement_get_int (row, 11);
  calx_patient_set (&patient->shift, calx_sql_statement_get_text (row, 12));
  calx_patient_set (&patient->chair, calx_sql_statement_get_text (row, 13));
  patient->review_interval_days = calx_sql_statement_get_int (row, 14);
  if (calx_sex_from_id (calx_sql_statement_get_text (row, 5), &patient->sex)
      && calx_date_parse (calx_sql_statement_get_text (row, 6), &patient->born)
      && calx_date_parse (calx_sql_statement_get_text (row, 9), &patient->age_on)
      && calx_patient_status_from_id (calx_sql_statement_get_text (row, 10), &patient->status)
      && calx_skin_from_id (calx_sql_statement_get_text (row, 15), &patient->skin))
    return g_steal_pointer (&patient);
  g_set_error (
      error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT,
      _ ("The record of patient %s cannot be read: sex, a date, the status or the skin is not one that this "
         "program knows. Nothing was changed."),
      uuid);
  return NULL;
}

CalxPatient *
calx_patient_repository_load (CalxStore *store, const char *uuid, GError **error)
{
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_PATIENT_LOAD, error);

  if (!row)
    return NULL;
  calx_sql_statement_bind_text (row, 1, uuid);
  switch (calx_sql_statement_step (row, error))
    {
    case CALX_STEP_ROW:
      return patient_from_row (row, error);
    case CALX_STEP_DONE:
      g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND,
                   _ ("There is no patient with the id %s in this file."), uuid);
      return NULL;
    case CALX_STEP_ERROR:
    default:
      return NULL;
    }
}

gboolean
calx_patient_repository_find_record_number (CalxStore *store,
                                            const char *record_number,
                                            char **ret_uuid,
                                            GError **error)
{
  g_autoptr(CalxSqlStatement) row = calx_sql_statement_new (calx_store_get_database (store),
                                                             CALX_SQL_PATIENT_FIND_RECORD_NUMBER, error);
  CalxStep step;

  if (!row)
    return FALSE;
  calx_sql_statement_bind_text (row, 1, record_number);
  step = calx_sql_statement_step (row, error);
  if (step == CALX_STEP_ERROR)
    return FALSE;
  *ret_uuid = step == CALX_STEP_ROW ? g_strdup (calx_sql_statement_get_text (row, 0)) : NULL;
  return TRUE;
}

GPtrArray *
calx_patient_repository_list_uuids (CalxStore *store, GError **error)
{
  g_autoptr(GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_PATIENT_LIST_UUIDS, error);
  CalxStep step;

  if (!row)
    return NULL;
  while ((step = calx_sql_statement_step (row, error)) == CALX_STEP_ROW)
    g_ptr_array_add (uuids, g_strdup (calx_sql_statement_get_text (row, 0)));
  return step == CALX_STEP_DONE ? g_steal_pointer (&uuids) : NULL;
}

static gboolean
check_record_number (CalxStore *store, const CalxPatient *patient, GError **error)
{
  g_autofree char *owner = NULL;

  if (!calx_patient_repository_find_record_number (store, patient->record_number, &owner, error))
    return FALSE;
  if (!owner || g_str_equal (owner, patient->uuid))
    return TRUE;
  g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_DUPLICATE,
               _ ("Record number %s belongs to another patient already. Nothing was saved. Open "
                  "that patient, "
                  "or correct the number."),
               patient->record_number);
  return FALSE;
}

gboolean
calx_patient_repository_save (CalxStore *store, const CalxPatient *patient, GError **error)
{
  gboolean is_new = patient->version == 0;
  g_autoptr(CalxSqlStatement) statement = NULL;

  if (!check_record_number (store, patient, error))
    return FALSE;
  statement
      = calx_sql_statement_new (calx_store_get_database (store),
                                is_new ? CALX_SQL_PATIENT_INSERT : CALX_SQL_PATIENT_UPDATE, error);
  if (!statement)
    return FALSE;
  bind_patient (statement, store, patient, is_new ? 1 : patient->version);
  if (!calx_sql_statement_run (statement, error))
    return FALSE;
  if (calx_sql_statement_get_n_changed (statement) == 1)
    return TRUE;
  g_set_error_literal (
      error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONFLICT,
      _ ("This patient was changed elsewhere since it was opened. Nothing was saved. Open the "
         "patient again, then make the change once more."));
  return FALSE;
}

JsonNode *
calx_patient_repository_to_json (const CalxPatient *patient)
{
  g_autofree char *born = calx_date_to_iso (patient->born);
  g_autofree char *age_on = calx_date_to_iso (patient->age_on);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (object, "record_number", patient->record_number);
  json_object_set_string_member (object, "family_name", patient->family_name);
  json_object_set_string_member (object, "given_name", patient->given_name);
  json_object_set_string_member (object, "sex", calx_sex_to_id (patient->sex));
  json_object_set_string_member (object, "born", born);
  json_object_set_string_member (object, "age_text", patient->age_text);
  json_object_set_string_member (object, "age_unit", patient->age_unit);
  json_object_set_string_member (object, "age_on", age_on);
  json_object_set_string_member (object, "status", calx_patient_status_to_id (patient->status));
  json_object_set_int_member (object, "schedule_days", patient->schedule_days);
  json_object_set_string_member (object, "shift", patient->shift);
  json_object_set_string_member (object, "chair", patient->chair);
  json_object_set_int_member (object, "review_interval_days", patient->review_interval_days);
  /* Rows from before it was recorded keep their digest. */
  if (patient->skin != CALX_SKIN_NOT_STATED)
    json_object_set_string_member (object, "skin", calx_skin_to_id (patient->skin));
  json_node_take_object (node, object);
  return node;
}
