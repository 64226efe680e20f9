/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lesions of the whole clinic out of the file and into it. */
#include "records-fixture.h"

#include <string.h>

#include "calx-store-lesions.h"
#include "calx-store-session.h"

static GPtrArray *
read_all (Fixture *f, gint64 budget_us)
{
  g_autoptr(CalxLesionReading) reading = calx_lesion_reading_new ();
  g_autoptr(GError) error = NULL;

  while (!reading->complete)
    {
      g_assert_true (calx_store_read_lesions (f->store, reading, budget_us, NULL, &error));
      g_assert_no_error (error);
    }
  return g_ptr_array_ref (reading->lines);
}

static gboolean
import (Fixture *f, GPtrArray *lines, gboolean dry_run, CalxLesionImport *ret_import, GPtrArray *faults)
{
  g_autoptr(GError) error = NULL;
  gboolean ok = calx_store_import_lesions (f->store, lines, dry_run, "Import of lesions", ret_import, faults, &error);

  g_assert_no_error (error);
  g_assert_true (ok == (faults->len == 0));
  fixture_assert_whole (f->store);
  return ok;
}

/* Fails the test with what was refused. */
static CalxLesionImport
import_fine (Fixture *f, GPtrArray *lines, gboolean dry_run)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  CalxLesionImport result = { 0 };

  if (!import (f, lines, dry_run, &result, faults))
    g_error ("%s", (char *) g_ptr_array_index (faults, 0));
  return result;
}

static void
assert_refused (Fixture *f, GPtrArray *lines, const char *pattern)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *before = fixture_ask (f->path, "SELECT count(*) FROM session_version");
  g_autofree char *after = NULL;
  CalxLesionImport result = { 0 };

  g_assert_false (import (f, lines, FALSE, &result, faults));
  g_test_message ("%s", (char *) g_ptr_array_index (faults, 0));
  g_assert_true (g_pattern_match_simple (pattern, g_ptr_array_index (faults, 0)));
  after = fixture_ask (f->path, "SELECT count(*) FROM session_version");
  g_assert_cmpstr (before, ==, after);
}

static void
assert_same_lines (GPtrArray *a, GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      CalxLesionLine *left = g_ptr_array_index (a, i);
      CalxLesionLine *right = g_ptr_array_index (b, i);

      g_assert_cmpstr (left->patient_uuid, ==, right->patient_uuid);
      g_assert_cmpstr (left->record_number, ==, right->record_number);
      g_assert_cmpstr (left->session_uuid, ==, right->session_uuid);
      g_assert_cmpint (calx_date_compare (left->session_date, right->session_date), ==, 0);
      g_assert_true (calx_lesion_equal (left->lesion, right->lesion));
    }
}

/* Two patients; the first one's second session carries the lesions of the first. */
static CalxPatient *
fill (Fixture *f)
{
  CalxPatient *patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxPatient) other = fixture_add_patient (f, "Muster", "Max", "2");
  g_autoptr(CalxSession) first = fixture_session (patient->uuid, 5, 3);
  g_autoptr(CalxSession) saved = fixture_add_session (f, patient, first);
  g_autoptr(CalxSession) second = calx_session_new_from (saved, (CalxDate){ 2026, 1, 20 });
  g_autoptr(CalxSession) third = fixture_session (other->uuid, 6, 2);
  g_autoptr(CalxSession) saved_second = fixture_add_session (f, patient, second);
  g_autoptr(CalxSession) saved_third = fixture_add_session (f, other, third);

  return patient;
}

static void
test_all_lesions_are_read_in_slices (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fill (f);
  g_autoptr(GPtrArray) at_once = read_all (f, 0);
  g_autoptr(GPtrArray) in_slices = read_all (f, 1);

  g_assert_cmpuint (at_once->len, ==, 8);
  assert_same_lines (at_once, in_slices);
}

static void
test_what_was_read_goes_back_without_a_trace (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fill (f);
  g_autoptr(GPtrArray) lines = read_all (f, 0);
  g_autofree char *before = fixture_ask (f->path, "SELECT count(*) || ' ' || (SELECT count(*) FROM audit) FROM "
                                                  "session_version");
  CalxLesionImport result = import_fine (f, lines, FALSE);
  g_autofree char *after = fixture_ask (f->path, "SELECT count(*) || ' ' || (SELECT count(*) FROM audit) FROM "
                                                 "session_version");

  g_assert_cmpuint (result.n_lines, ==, 8);
  g_assert_cmpuint (result.n_lesions_same, ==, 8);
  g_assert_cmpuint (result.n_sessions_unchanged, ==, 3);
  g_assert_cmpuint (result.n_sessions_changed + result.n_sessions_new, ==, 0);
  g_assert_cmpstr (before, ==, after);
}

/* Into a file that has the patients alone: sessions and lesions are there as they were. */
static void
test_another_file_gets_the_same (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fill (f);
  g_autoptr(GPtrArray) lines = read_all (f, 0);
  g_autoptr(GPtrArray) again = NULL;
  g_autofree char *second_path = g_strconcat (f->path, "-second", NULL);
  g_autofree char *first_path = g_strdup (f->path);
  CalxLesionImport result;

  fixture_close (f);
  g_free (f->path);
  f->path = g_steal_pointer (&second_path);
  fixture_open (f);
  for (guint i = 0; i < lines->len; i++)
    {
      CalxLesionLine *line = g_ptr_array_index (lines, i);
      g_autofree char *known = fixture_ask (f->path, "SELECT group_concat (uuid) FROM patient");

      if (!known || !strstr (known, line->patient_uuid))
        {
          g_autoptr(CalxPatient) one = fixture_patient ("Muster", "X", line->record_number);
          g_autoptr(CalxPatient) saved = NULL;

          calx_patient_set (&one->uuid, line->patient_uuid);
          saved = calx_store_save_patient (f->store, one, NULL);
          g_assert_nonnull (saved);
        }
    }
  result = import_fine (f, lines, TRUE);
  g_assert_cmpuint (result.n_sessions_new, ==, 3);
  again = read_all (f, 0);
  g_assert_cmpuint (again->len, ==, 0); /* it was dry */
  g_clear_pointer (&again, g_ptr_array_unref);
  result = import_fine (f, lines, FALSE);
  g_assert_cmpuint (result.n_sessions_new, ==, 3);
  g_assert_cmpuint (result.n_lesions_new, ==, 8);
  again = read_all (f, 0);
  assert_same_lines (lines, again);
}

static void
test_a_change_makes_a_version_and_leaves_the_rest (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fill (f);
  g_autoptr(GPtrArray) lines = read_all (f, 0);
  g_autoptr(GPtrArray) some = g_ptr_array_new ();
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(CalxStoredSession) stored = NULL;
  CalxLesionLine *line = NULL;
  CalxLesionImport result;

  for (guint i = 0; i < lines->len && !line; i++)
    if (g_str_equal (((CalxLesionLine *) g_ptr_array_index (lines, i))->patient_uuid, patient->uuid))
      line = g_ptr_array_index (lines, i);
  {
    CalxLesion *changed = calx_lesion_copy (line->lesion);

    changed->width_mm = 12.5;
    calx_lesion_unref (line->lesion);
    line->lesion = changed;
  }
  g_ptr_array_add (some, line);
  result = import_fine (f, some, FALSE);
  g_assert_cmpuint (result.n_sessions_changed, ==, 1);
  g_assert_cmpuint (result.n_lesions_changed, ==, 1);
  stored = calx_store_load_session (f->store, line->session_uuid, 0, NULL);
  g_assert_cmpint (calx_session_get_version (stored->session), ==, 2);
  g_assert_cmpstr (stored->reason, ==, "Import of lesions");
  g_assert_cmpuint (calx_session_get_lesions (stored->session)->len, ==, 3);
  g_assert_true (calx_lesion_equal (calx_session_find_lesion (stored->session, line->lesion->uuid), line->lesion));
  g_assert_cmpstr (calx_session_get_note (stored->session), !=, "");
  again = read_all (f, 0);
  assert_same_lines (lines, again);
}

static void
test_a_line_without_ids_is_a_new_lesion (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fill (f);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_line_free);
  g_autoptr(GPtrArray) again = NULL;
  CalxLesionImport result;

  for (int i = 0; i < 2; i++)
    {
      CalxLesionLine *line = calx_lesion_line_new ();

      calx_patient_set (&line->record_number, "1");
      line->session_date = i == 0 ? (CalxDate){ 2026, 1, 5 } : (CalxDate){ 2026, 1, 11 };
      line->stature_mm = 1619;
      line->lesion = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.05, 0.55, "thigh_a_r");
      line->line = i + 2;
      g_ptr_array_add (lines, line);
    }
  result = import_fine (f, lines, FALSE);
  g_assert_cmpuint (result.n_sessions_changed, ==, 1);
  g_assert_cmpuint (result.n_sessions_new, ==, 1);
  g_assert_cmpuint (result.n_lesions_new, ==, 2);
  again = read_all (f, 0);
  g_assert_cmpuint (again->len, ==, 10);
  for (guint i = 0; i < again->len; i++)
    {
      CalxLesionLine *line = g_ptr_array_index (again, i);

      if (g_str_equal (line->lesion->region_id, "thigh_a_r"))
        {
          g_assert_cmpint (line->lesion->number, ==, line->session_date.day == 5 ? 4 : 5);
          g_assert_cmpint (calx_date_compare (line->lesion->seen, line->session_date), ==, 0);
        }
    }
}

/* One bad line, and nothing of the others is written. */
static void
test_what_does_not_fit_is_refused_whole (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fill (f);
  g_autoptr(GPtrArray) lines = read_all (f, 0);
  CalxLesionLine *line = g_ptr_array_index (lines, 7);
  CalxLesionLine *first = g_ptr_array_index (lines, 0);
  g_autofree char *session = g_strdup (line->session_uuid);
  g_autofree char *patient_uuid = g_strdup (line->patient_uuid);
  g_autofree char *uuid = g_strdup (line->lesion->uuid);
  g_autofree char *number = g_strdup (line->record_number);
  int own_number = line->lesion->number;

  first->lesion->pain = 1; /* a change that would be written */
  calx_patient_set (&line->patient_uuid, "00000000-0000-4000-8000-000000000009");
  assert_refused (f, lines, "line 0, column patient: no patient has the id *");
  calx_patient_set (&line->patient_uuid, "");
  calx_patient_set (&line->record_number, "77");
  assert_refused (f, lines, "line 0, column record_number: no patient has the number “77”. *");
  calx_patient_set (&line->patient_uuid, patient_uuid);
  assert_refused (f, lines, "line 0, column record_number: “77” is not the number of the patient *");
  calx_patient_set (&line->record_number, number);
  calx_patient_set (&line->session_uuid, first->session_uuid);
  assert_refused (f, lines, "line 0, column session: * session of another patient. *");
  calx_patient_set (&line->session_uuid, session);
  line->session_date = (CalxDate){ 2026, 1, 2 };
  assert_refused (f, lines, "line 0, column session_date: is not the day of that session, *");
  line->session_date = (CalxDate){ 2030, 1, 2 };
  assert_refused (f, lines, "line 0, column session_date: lies in the future. *");
  line->session_date = ((CalxLesionLine *) g_ptr_array_index (lines, 6))->session_date;
  calx_lesion_set_uuid (line->lesion, first->lesion->uuid);
  assert_refused (f, lines, "line 0, column lesion: * lesion of another patient. *");
  calx_lesion_set_uuid (line->lesion, "00000000-0000-4000-8000-000000000009");
  assert_refused (f, lines, "line 0, column number: “L*” is another lesion of this patient. *");
  calx_lesion_set_uuid (line->lesion, uuid);
  line->lesion->number = 99;
  assert_refused (f, lines, "line 0, column number: “L99” is not the number of that lesion, *");
  line->lesion->number = own_number;
  g_assert_cmpuint (import_fine (f, lines, FALSE).n_lesions_changed, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/records/lesions/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("all-lesions-are-read-in-slices", test_all_lesions_are_read_in_slices);
  ADD ("what-was-read-goes-back-without-a-trace", test_what_was_read_goes_back_without_a_trace);
  ADD ("another-file-gets-the-same", test_another_file_gets_the_same);
  ADD ("a-change-makes-a-version-and-leaves-the-rest", test_a_change_makes_a_version_and_leaves_the_rest);
  ADD ("a-line-without-ids-is-a-new-lesion", test_a_line_without_ids_is_a_new_lesion);
  ADD ("what-does-not-fit-is-refused-whole", test_what_does_not_fit_is_refused_whole);
  return g_test_run ();
}
