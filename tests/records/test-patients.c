/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records-fixture.h"

#include <string.h>

#include "calx-search.h"

static void
assert_same_patient (const CalxPatient *a, const CalxPatient *b)
{
  g_assert_cmpstr (a->uuid, ==, b->uuid);
  g_assert_cmpstr (a->record_number, ==, b->record_number);
  g_assert_cmpstr (a->family_name, ==, b->family_name);
  g_assert_cmpstr (a->given_name, ==, b->given_name);
  g_assert_cmpint (a->sex, ==, b->sex);
  g_assert_cmpint (calx_date_compare (a->born, b->born), ==, 0);
  g_assert_cmpstr (a->age_text, ==, b->age_text);
  g_assert_cmpstr (a->age_unit, ==, b->age_unit);
  g_assert_cmpint (calx_date_compare (a->age_on, b->age_on), ==, 0);
  g_assert_cmpint (a->status, ==, b->status);
  g_assert_cmpuint (a->schedule_days, ==, b->schedule_days);
  g_assert_cmpstr (a->shift, ==, b->shift);
  g_assert_cmpstr (a->chair, ==, b->chair);
  g_assert_cmpint (a->review_interval_days, ==, b->review_interval_days);
  g_assert_cmpint (a->skin, ==, b->skin);
}

static void
test_what_was_entered_comes_back (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_patient ("O'Brien-Łuk", "Zoë \"Z\" 王", "A-12/b");
  g_autoptr(CalxPatient) saved = NULL;
  g_autoptr(CalxPatient) loaded = NULL;
  g_autoptr(GError) error = NULL;

  patient->born = CALX_DATE_NONE;
  calx_patient_set (&patient->age_text, "0,5");
  calx_patient_set (&patient->age_unit, "a");
  patient->age_on = (CalxDate){ 2026, 1, 5 };
  patient->sex = CALX_SEX_UNKNOWN;
  patient->status = CALX_PATIENT_TRANSPLANTED;
  patient->schedule_days = 0x15;
  calx_patient_set (&patient->shift, "early");
  calx_patient_set (&patient->chair, "7");
  patient->skin = CALX_SKIN_DARK;
  saved = calx_store_save_patient (f->store, patient, &error);
  g_assert_no_error (error);
  g_assert_cmpint (saved->version, ==, 1);
  assert_same_patient (patient, saved);
  fixture_close (f);
  fixture_open (f);
  loaded = calx_store_load_patient (f->store, patient->uuid, &error);
  g_assert_no_error (error);
  assert_same_patient (patient, loaded);
  g_assert_cmpint (loaded->version, ==, 1);
  fixture_assert_whole (f->store);
}

static void
test_half_known_birth_dates_come_back (Fixture *f, gconstpointer data)
{
  static const CalxDate born[] = { { 1950, 0, 0 }, { 1950, 3, 0 }, { 2024, 2, 29 }, { 0, 0, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (born); i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", (int) i);
      g_autoptr(CalxPatient) patient = fixture_patient ("A", "B", number);
      g_autoptr(CalxPatient) saved = NULL;
      g_autoptr(GError) error = NULL;

      patient->born = born[i];
      saved = calx_store_save_patient (f->store, patient, &error);
      g_assert_no_error (error);
      g_assert_cmpint (calx_date_compare (saved->born, born[i]), ==, 0);
    }
}

static void
test_change_needs_the_stored_version (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) first = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxPatient) stale = calx_patient_copy (first);
  g_autoptr(CalxPatient) second = NULL;
  g_autoptr(CalxPatient) third = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *detail = NULL;

  calx_patient_set (&first->family_name, "Neumann");
  second = calx_store_save_patient (f->store, first, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->version, ==, 2);
  g_assert_null (calx_store_save_patient (f->store, stale, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  third = calx_store_load_patient (f->store, first->uuid, &error);
  g_assert_cmpstr (third->family_name, ==, "Neumann");
  detail = fixture_ask (f->path, "SELECT detail FROM audit_detail ORDER BY audit_seq DESC LIMIT 1");
  g_assert_nonnull (strstr (detail, "\"before\":{"));
  g_assert_nonnull (strstr (detail, "Muster"));
  g_assert_nonnull (strstr (detail, "Neumann"));
}

static void
test_same_patient_is_not_inserted_twice (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(GError) error = NULL;

  patient->version = 0;
  g_assert_null (calx_store_save_patient (f->store, patient, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
  g_clear_error (&error);
  patient->version = 1;
  calx_patient_set (&patient->uuid, "00000000-0000-4000-8000-000000000000");
  calx_patient_set (&patient->record_number, "2");
  g_assert_null (calx_store_save_patient (f->store, patient, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND);
}

static void
test_taken_record_number_is_named (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) first = fixture_add_patient (f, "Muster", "Erika", "4711");
  g_autoptr(CalxPatient) none = fixture_add_patient (f, "Without", "Number", "");
  g_autoptr(CalxPatient) none_too = fixture_add_patient (f, "Without", "Another", "");
  g_autoptr(CalxPatient) second = fixture_patient ("Other", "One", "4711");
  g_autoptr(GError) error = NULL;
  g_autofree char *count = NULL;

  g_assert_null (calx_store_save_patient (f->store, second, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "4711"));
  g_clear_error (&error);
  calx_patient_set (&none->record_number, "4711");
  g_assert_null (calx_store_save_patient (f->store, none, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_DUPLICATE);
  count = fixture_ask (f->path, "SELECT count(*) FROM patient");
  g_assert_cmpstr (count, ==, "3");
  fixture_assert_whole (f->store);
}

static void
test_complaints_are_refused (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_patient ("Muster", "Erika", "1");
  g_autoptr(GError) error = NULL;

  patient->born = (CalxDate){ 2026, 2, 3 }; /* tomorrow, by the fixture's clock */
  g_assert_null (calx_store_save_patient (f->store, patient, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_record_number_is_found (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "4711");
  g_autoptr(CalxPatient) without = fixture_add_patient (f, "Muster", "Hans", "");
  g_autoptr(GError) error = NULL;
  g_autofree char *uuid = calx_store_find_record_number (f->store, "4711", &error);

  g_assert_cmpstr (uuid, ==, patient->uuid);
  g_assert_null (calx_store_find_record_number (f->store, "471", &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (calx_store_find_record_number (f->store, "", &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (calx_store_load_patient (f->store, "nobody", &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND);
}

static void
test_unreadable_patient_is_named (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  guint n_found = 0;

  fixture_tamper (f->path, "UPDATE patient SET sex = 'robot'");
  g_assert_null (calx_store_load_patient (f->store, patient->uuid, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
  g_assert_nonnull (strstr (error->message, patient->uuid));
  g_clear_error (&error);
  g_assert_null (calx_store_list_patients (f->store, NULL, NULL, 10, NULL, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
  g_clear_error (&error);
  g_assert_true (calx_store_check (f->store, &lines, &n_found, &error));
  g_assert_cmpuint (n_found, ==, 1);
}

static void
test_similar_patients_are_found (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *family;
    const char *given;
    CalxDate born;
    gboolean similar;
  } cases[] = {
    { "Łukasiewicz", "Jan", { 1945, 7, 14 }, TRUE },
    { "LUKASIEWICZ", "Ján", { 0, 0, 0 }, TRUE },
    { "Lukasievicz", "Jan", { 1945, 0, 0 }, TRUE },
    { "Lukasiewicz", "J.", { 1945, 7, 0 }, TRUE },
    { "Jan", "Lukasiewicz", { 1945, 7, 14 }, TRUE },
    { "Lukasiewicz", "", { 1945, 7, 14 }, TRUE },
    { "Lukasiewicz", "Jan", { 1946, 7, 14 }, FALSE },
    { "Lukasiewicz", "Maria", { 1945, 7, 14 }, FALSE },
    { "Kowalski", "Jan", { 1945, 7, 14 }, FALSE },
    { "", "", { 1945, 7, 14 }, FALSE },
  };
  g_autoptr(CalxPatient) stored = fixture_add_patient (f, "Łukasiewicz", "Jan", "1");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CalxPatient) patient = fixture_patient (cases[i].family, cases[i].given, "2");
      g_autoptr(GPtrArray) similar = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s, %s", cases[i].family, cases[i].given);
      patient->born = cases[i].born;
      similar = calx_store_find_similar (f->store, patient, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (similar->len, ==, cases[i].similar ? 1 : 0);
    }
  {
    g_autoptr(GPtrArray) itself = calx_store_find_similar (f->store, stored, NULL);

    g_assert_cmpuint (itself->len, ==, 0);
  }
}

static char *
list_names (Fixture *f, const char *search)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = calx_store_list_patients (f->store, search, NULL, 100, NULL, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      CalxPatientRow *row = g_ptr_array_index (list, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "," : "", row->given_name);
    }
  return g_string_free (names, FALSE);
}

static void
test_list_finds_words_numbers_and_dates (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *search;
    const char *names;
  } cases[] = {
    { NULL, "Øystein,Ana,Zoë,Jürgen" },
    { "", "Øystein,Ana,Zoë,Jürgen" },
    { "  ", "Øystein,Ana,Zoë,Jürgen" },
    { "muller", "Jürgen" },
    { "MÜLL", "Jürgen" },
    { "jurg mull", "Jürgen" },
    { "müller, jürgen", "Jürgen" },
    { "uller", "" },
    { "mull ana", "" },
    { "lopez", "Ana" },
    { "garcia-lo", "Ana" },
    { "garcialopez", "Ana" },
    { "obrien", "Zoë" },
    { "O’Brien", "Zoë" },
    { "oystein", "Øystein" },
    { "strasse", "Øystein" },
    { "mrn-00", "Jürgen" },
    { "0042", "Jürgen" },
    { "1951", "Ana" },
    { "03.1951", "Ana" },
    { "9.3.1951", "Ana" },
    { "09-mar", "Ana" },
    { "1951-03-09 ana", "Ana" },
    { "%", "Øystein,Ana,Zoë,Jürgen" }, /* signs alone are no word */
    { "a%", "Ana,Øystein" },
    { "' OR 1=1 --", "" },
  };
  g_autoptr(CalxPatient) a = fixture_add_patient (f, "Müller", "Jürgen", "MRN-0042");
  g_autoptr(CalxPatient) b = fixture_patient ("García-López", "Ana", "7");
  g_autoptr(CalxPatient) b_saved = NULL;
  g_autoptr(CalxPatient) c = fixture_add_patient (f, "Assen", "Øystein", "8");
  g_autoptr(CalxPatient) d = fixture_add_patient (f, "O'Brien", "Zoë", "9");

  b->born = (CalxDate){ 1951, 3, 9 };
  b_saved = calx_store_save_patient (f->store, b, NULL);
  g_assert_nonnull (b_saved);
  calx_patient_set (&c->family_name, "Aßtraße Straße");
  {
    g_autoptr(CalxPatient) c_saved = calx_store_save_patient (f->store, c, NULL);

    g_assert_nonnull (c_saved);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = list_names (f, cases[i].search);
      g_auto(GStrv) got = g_strsplit (names, ",", -1);
      g_auto(GStrv) expected = g_strsplit (cases[i].names, ",", -1);

      g_test_message ("%s", cases[i].search);
      g_assert_cmpuint (g_strv_length (got), ==, g_strv_length (expected));
      for (gsize j = 0; expected[j]; j++)
        g_assert_true (g_strv_contains ((const char *const *) got, expected[j]));
    }
}

static void
test_list_pages_by_key (Fixture *f, gconstpointer data)
{
  g_autofree char *key = NULL;
  g_autofree char *last = g_strdup ("");
  guint n = 0;

  for (int i = 0; i < 25; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", i);
      g_autoptr(CalxPatient) patient
          = fixture_add_patient (f, i % 3 ? "Muster" : "Ähre", i % 2 ? "Erika" : "Émile", number);
    }
  for (;;)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) page = calx_store_list_patients (f->store, NULL, key, 4, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (page->len, <=, 4);
      if (page->len == 0)
        break;
      for (guint i = 0; i < page->len; i++)
        {
          CalxPatientRow *row = g_ptr_array_index (page, i);

          g_assert_cmpstr (last, <, row->sort_key);
          g_free (last);
          last = g_strdup (row->sort_key);
          n++;
        }
      g_free (key);
      key = g_strdup (last);
    }
  g_assert_cmpuint (n, ==, 25);
}

static void
test_list_says_band_and_lesions (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxPatient) empty = fixture_add_patient (f, "Neu", "Nina", "2");
  g_autoptr(CalxSession) late = fixture_session (patient->uuid, 20, 0);
  g_autoptr(CalxSession) early = fixture_session (patient->uuid, 10, 3);
  g_autoptr(CalxSession) late_saved = fixture_add_session (f, patient, late);
  g_autoptr(CalxSession) early_saved = fixture_add_session (f, patient, early); /* entered later */
  g_autoptr(CalxAssessment) assessment = fixture_assess (late, patient);
  g_autoptr(GPtrArray) list = calx_store_list_patients (f->store, NULL, NULL, 10, NULL, NULL);
  CalxPatientRow *row = g_ptr_array_index (list, 0);
  CalxPatientRow *none = g_ptr_array_index (list, 1);
  g_autofree char *due
      = fixture_ask (f->path, "SELECT due FROM patient_summary WHERE last_session <> ''");

  g_assert_cmpint (calx_date_compare (row->last_session, (CalxDate){ 2026, 1, 20 }), ==, 0);
  g_assert_cmpuint (row->n_open_lesions, ==, 0);
  g_assert_true (row->has_points);
  g_assert_cmpint (row->points_min, ==, assessment->points_min);
  g_assert_cmpint (row->points_max, ==, assessment->points_max);
  g_assert_cmpint (row->points_min, <, row->points_max);
  g_assert_cmpstr (row->band_min, ==, assessment->band_min);
  g_assert_cmpstr (row->band_max, ==, assessment->band_max);
  g_assert_cmpstr (due, ==, "2026-02-17"); /* 28 days on */
  g_assert_cmpstr (none->band_min, ==, "");
  g_assert_false (none->has_points);
  g_assert_false (calx_date_is_known (none->last_session));
  g_assert_cmpint (none->sex, ==, CALX_SEX_FEMALE);
  fixture_assert_whole (f->store);
}

static void
test_unknown_setting_is_said_as_unknown (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session
      = calx_session_new (fixture_knowledge ()->inputs, patient->uuid, (CalxDate){ 2026, 1, 9 });
  g_autoptr(CalxSession) saved = fixture_add_session (f, patient, session);
  g_autoptr(GPtrArray) list = calx_store_list_patients (f->store, NULL, NULL, 10, NULL, NULL);
  CalxPatientRow *row = g_ptr_array_index (list, 0);

  g_assert_cmpstr (row->band_min, ==, "unknown");
  g_assert_cmpstr (row->band_max, ==, "unknown");
  g_assert_false (row->has_points);
}

static void
test_cancelled_list_says_so (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (calx_store_list_patients (f->store, NULL, NULL, 10, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_rebuild_mends_summaries (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 1);
  g_autoptr(CalxSession) saved = fixture_add_session (f, patient, session);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;
  guint n_found = 0;

  fixture_tamper (f->path, "UPDATE patient_summary SET points_min = 99; DELETE FROM search");
  g_assert_true (calx_store_check (f->store, &lines, &n_found, &error));
  g_assert_cmpuint (n_found, ==, 3); /* summary, search, and the missing row */
  g_assert_true (calx_store_rebuild_summaries (f->store, &error));
  g_assert_no_error (error);
  fixture_assert_whole (f->store);
}

static void
test_folding_spells_letters_out (void)
{
  static const char *const cases[][2] = {
    { "Łódź", "lodz" },         { "ØRSTED", "orsted" },
    { "Đorđević", "dordevic" }, { "Straße", "strasse" },
    { "Ægir", "aegir" },        { "Œuvre", "oeuvre" },
    { "Þór", "thor" },          { "İzmir", "izmir" },
    { "O'Brien", "obrien" },    { "  a -- b ", "a b" },
    { "D’Angelo", "dangelo" },  { "Nguyễn", "nguyen" },
    { "Ｆｕｌｌ", "full" },     { "", "" },
    { "王 小明", "王 小明" },   { "\xff", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = calx_search_fold (cases[i][0]);

      g_assert_cmpstr (folded, ==, cases[i][1]);
    }
}

static void
test_names_are_alike_by_a_letter_or_two (void)
{
  g_assert_true (calx_search_names_are_alike ("meier", "meyer"));
  g_assert_true (calx_search_names_are_alike ("muller", "mulelr"));
  g_assert_true (calx_search_names_are_alike ("schmidtke", "schmitke"));
  g_assert_true (calx_search_names_are_alike ("", "anna"));
  g_assert_false (calx_search_names_are_alike ("meier", "maurer"));
  g_assert_false (calx_search_names_are_alike ("ann", "amy"));
  g_assert_false (calx_search_names_are_alike ("muster", "kuster"
                                                         "mann"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/records/patients/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("what-was-entered-comes-back", test_what_was_entered_comes_back);
  ADD ("half-known-birth-dates-come-back", test_half_known_birth_dates_come_back);
  ADD ("change-needs-the-stored-version", test_change_needs_the_stored_version);
  ADD ("same-patient-is-not-inserted-twice", test_same_patient_is_not_inserted_twice);
  ADD ("taken-record-number-is-named", test_taken_record_number_is_named);
  ADD ("complaints-are-refused", test_complaints_are_refused);
  ADD ("record-number-is-found", test_record_number_is_found);
  ADD ("unreadable-patient-is-named", test_unreadable_patient_is_named);
  ADD ("similar-patients-are-found", test_similar_patients_are_found);
  ADD ("list-finds-words-numbers-and-dates", test_list_finds_words_numbers_and_dates);
  ADD ("list-pages-by-key", test_list_pages_by_key);
  ADD ("list-says-band-and-lesions", test_list_says_band_and_lesions);
  ADD ("unknown-setting-is-said-as-unknown", test_unknown_setting_is_said_as_unknown);
  ADD ("cancelled-list-says-so", test_cancelled_list_says_so);
  ADD ("rebuild-mends-summaries", test_rebuild_mends_summaries);
  g_test_add_func ("/records/patients/folding-spells-letters-out", test_folding_spells_letters_out);
  g_test_add_func ("/records/patients/names-are-alike-by-a-letter-or-two",
                   test_names_are_alike_by_a_letter_or_two);
  return g_test_run ();
}
