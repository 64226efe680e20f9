/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records-fixture.h"

#include <sqlite3.h>

#include <glib/gstdio.h>

/* 2026-02-02 08:00 UTC */
#define NOW_US (G_GINT64_CONSTANT (1770019200) * G_USEC_PER_SEC)

CalxKnowledge *
fixture_knowledge (void)
{
  static CalxKnowledge *knowledge;

  if (!knowledge)
    {
      g_autoptr(GError) error = NULL;

      knowledge = calx_knowledge_load (NULL, &error);
      g_assert_no_error (error);
    }
  return knowledge;
}

static gint64
tick (gpointer data)
{
  Fixture *f = data;

  return f->now_us++;
}

static void
draw_random (gpointer data, guint8 *bytes, gsize n)
{
  Fixture *f = data;

  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) g_rand_int_range (f->random, 0, 256);
}

void
fixture_set_up_empty (Fixture *f, gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("calx-records-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "clinic.calx", NULL);
  f->now_us = NOW_US;
  f->random = g_rand_new_with_seed (7);
  f->environment = (CalxStoreEnvironment){ tick, draw_random, f, "nurse", NULL };
}

void
fixture_open (Fixture *f)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (f->store);
  f->store
      = calx_store_open (f->path, CALX_STORE_CREATE, fixture_knowledge (), &f->environment, &error);
  g_assert_no_error (error);
  g_assert_nonnull (f->store);
}

void
fixture_close (Fixture *f)
{
  g_clear_pointer (&f->store, calx_store_close);
}

void
fixture_set_up (Fixture *f, gconstpointer data)
{
  fixture_set_up_empty (f, data);
  fixture_open (f);
}

void
fixture_tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr(GDir) folder = NULL;
  const char *name;

  fixture_close (f);
  folder = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_rand_free (f->random);
  g_free (f->folder);
  g_free (f->path);
}

CalxPatient *
fixture_patient (const char *family, const char *given, const char *record_number)
{
  CalxPatient *patient = calx_patient_new ();

  calx_patient_set (&patient->family_name, family);
  calx_patient_set (&patient->given_name, given);
  calx_patient_set (&patient->record_number, record_number);
  patient->sex = CALX_SEX_FEMALE;
  patient->born = (CalxDate){ 1945, 7, 14 };
  patient->review_interval_days = 28;
  return patient;
}

CalxPatient *
fixture_add_patient (Fixture *f, const char *family, const char *given, const char *record_number)
{
  g_autoptr(CalxPatient) patient = fixture_patient (family, given, record_number);
  g_autoptr(GError) error = NULL;
  CalxPatient *saved = calx_store_save_patient (f->store, patient, &error);

  g_assert_no_error (error);
  g_assert_nonnull (saved);
  return saved;
}

static CalxSession *
take_finding (CalxSession *session, const char *id, const char *text, const char *unit)
{
  const CalxInput *input = calx_inputs_find (fixture_knowledge ()->inputs, id);
  CalxFinding finding = CALX_FINDING_INIT;
  CalxSession *next;

  g_assert_nonnull (input);
  finding.state = CALX_FINDING_VALUE;
  finding.text = text;
  finding.unit = unit ? g_intern_string (unit) : NULL;
  next = calx_session_with_finding (session, input->index, &finding);
  calx_session_unref (session);
  return next;
}

/* One that runs and one that was stopped, with all that a person can write. */
static CalxSession *
add_treatments (CalxSession *session)
{
  g_autoptr(CalxTreatment) running = calx_treatment_new ("sodium_thiosulfate", "thiosulfate");
  g_autoptr(CalxTreatment) stopped = calx_treatment_new (CALX_TREATMENT_OTHER, "");
  CalxSession *with_running = calx_session_with_treatment (session, running);
  CalxSession *with_both;

  calx_treatment_set_text (stopped, CALX_TREATMENT_NAME, "Leeches – \"medicinal\"");
  stopped->start = (CalxDate){ 2025, 11, 0 };
  calx_treatment_set_stop (stopped, (CalxDate){ 2025, 12, 31 });
  calx_treatment_set_adverse (stopped, "bleeding", TRUE);
  with_both = calx_session_with_treatment (with_running, stopped);
  calx_session_unref (with_running);
  calx_session_unref (session);
  return with_both;
}

/* One entry of the shipped list, and one that only a newer file knows. */
static CalxSession *
add_checklist (CalxSession *session)
{
  const CalxWorkupEntry biopsy = { (char *) "skin_biopsy", CALX_WORKUP_DONE, { 2025, 12, 30 },
                                   (char *) "left calf, punch: \"positive\"", (char *) "" };
  const CalxWorkupEntry foreign = { (char *) "of_a_newer_file", CALX_WORKUP_DECLINED, CALX_DATE_NONE,
                                    (char *) "", (char *) "too ill" };
  g_autoptr(CalxChecklist) one = calx_checklist_with (calx_session_get_checklist (session), &biopsy);
  g_autoptr(CalxChecklist) both = calx_checklist_with (one, &foreign);
  CalxSession *next = calx_session_with_checklist (session, both);

  calx_session_unref (session);
  return next;
}

CalxSession *
fixture_session (const char *patient_uuid, int day, guint n_lesions)
{
  CalxSession *session
      = calx_session_new (fixture_knowledge ()->inputs, patient_uuid, (CalxDate){ 2026, 1, day });
  CalxSession *next;

  session = take_finding (session, "setting", "hemodialysis", NULL);
  session = take_finding (session, "calcium_total", "9,6", "mg/dL");
  session = take_finding (session, "phosphate", "1.9", "mmol/L");
  session = take_finding (session, "diabetes", "yes", NULL);
  next = calx_session_with_note (session, "Dressing changed.\n\"Painful\" – since Monday");
  calx_session_unref (session);
  session = add_checklist (add_treatments (next));
  for (guint i = 0; i < n_lesions; i++)
    {
      g_autoptr(CalxLesion) lesion
          = calx_lesion_new ((int) i + 1, CALX_VIEW_POSTERIOR, -0.05 - i / 300.0, 0.8, "calf_l");

      lesion->length_mm = 30.5;
      lesion->pain = 7;
      next = calx_session_with_lesion (session, lesion);
      calx_session_unref (session);
      session = next;
    }
  return session;
}

CalxAssessment *
fixture_assess (CalxSession *session, const CalxPatient *patient)
{
  g_autoptr(CalxFindings) findings = calx_session_get_assessable (session, patient);

  return calx_risk_model_assess (fixture_knowledge ()->model, findings,
                                 calx_session_get_date (session));
}

CalxSession *
fixture_add_session (Fixture *f, const CalxPatient *patient, CalxSession *session)
{
  g_autoptr(CalxAssessment) assessment = fixture_assess (session, patient);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxStoredSession) saved
      = calx_store_save_session (f->store, session, assessment, "", &error);

  g_assert_no_error (error);
  g_assert_nonnull (saved);
  return calx_session_ref (saved->session);
}

char *
fixture_ask (const char *path, const char *sql)
{
  sqlite3 *handle;
  sqlite3_stmt *statement;
  char *answer = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    answer = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return answer;
}

void
fixture_tamper (const char *path, const char *sql)
{
  sqlite3 *handle;
  char *message = NULL;

  g_assert_cmpint (
      sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL), ==,
      SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

void
fixture_assert_whole (CalxStore *store)
{
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;
  guint n_found = 0;

  g_assert_true (calx_store_check (store, &lines, &n_found, &error));
  g_assert_no_error (error);
  if (n_found > 0)
    for (guint i = 0; i < lines->len; i++)
      g_test_message ("%s", (const char *) g_ptr_array_index (lines, i));
  g_assert_cmpuint (n_found, ==, 0);
}

char *
fixture_read_bytes (const char *path, gsize *ret_size)
{
  g_autoptr(GError) error = NULL;
  char *bytes = NULL;

  g_file_get_contents (path, &bytes, ret_size, &error);
  g_assert_no_error (error);
  return bytes;
}
