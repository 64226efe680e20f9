/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records-fixture.h"

#include <string.h>

#include "calx-json.h"

static char *
assessment_text (CalxAssessment *assessment)
{
  g_autoptr(JsonNode) node = calx_assessment_to_json (assessment);

  return calx_json_to_canonical (node);
}

static void
test_what_was_entered_comes_back (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 3);
  g_autoptr(CalxAssessment) assessment = fixture_assess (session, patient);
  g_autoptr(CalxSession) saved = fixture_add_session (f, patient, session);
  g_autoptr(CalxStoredSession) loaded = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *shown = assessment_text (assessment);
  g_autofree char *stored = NULL;

  g_assert_cmpint (calx_session_get_version (saved), ==, 1);
  g_assert_cmpstr (calx_session_get_version_uuid (saved), !=, "");
  g_assert_true (calx_session_equal_content (session, saved));
  fixture_close (f);
  fixture_open (f);
  loaded = calx_store_load_session (f->store, calx_session_get_uuid (session), 0, &error);
  g_assert_no_error (error);
  g_assert_true (calx_session_equal_content (session, loaded->session));
  g_assert_cmpstr (calx_session_get_uuid (loaded->session), ==, calx_session_get_uuid (session));
  g_assert_cmpstr (calx_session_get_version_uuid (loaded->session), ==,
                   calx_session_get_version_uuid (saved));
  g_assert_cmpint (calx_session_get_version (loaded->session), ==, 1);
  g_assert_cmpstr (loaded->saved_by, ==, "nurse");
  g_assert_cmpint (loaded->saved_at_us, >, 0);
  stored = assessment_text (loaded->assessment);
  g_assert_cmpstr (stored, ==, shown);
  fixture_assert_whole (f->store);
}

/* The same laboratory day, typed in the units of one system. */
static CalxSession *
session_in (const CalxPatient *patient,
            CalxUnitSystem     system)
{
  static const struct
  {
    const char *id, *conventional, *si;
  } values[] = {
    { "calcium_total", "9,6", "2,40" }, { "albumin", "2.90", "29" },     { "phosphate", "6.5", "2.099" },
    { "pth", "650", "68,93" },          { "aluminium", "10.0", "0.371" }, { "weight", "181.9", "82,50" },
  };
  CalxSession *session = fixture_session (patient->uuid, 5, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const CalxInput *input = calx_inputs_find (fixture_knowledge ()->inputs, values[i].id);
      gboolean is_si = system == CALX_UNIT_SYSTEM_SI;
      const CalxUnit *unit = g_str_equal (values[i].id, "weight") ? &input->quantity->units[is_si ? 0 : 1]
                                                                  : calx_quantity_get_unit (input->quantity, system);
      CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = is_si ? values[i].si : values[i].conventional,
                              .unit = unit->code, .date = { 2026, 1, 2 } };
      CalxSession *next = calx_session_with_finding (session, input->index, &finding);

      calx_session_unref (session);
      session = next;
    }
  return session;
}

/* All of it but which version it is. */
static char *
session_text (CalxSession *session)
{
  g_autoptr(CalxSession) first = calx_session_with_version (session, "", 1);
  g_autoptr(JsonNode) node = calx_session_to_json (first);

  return calx_json_to_canonical (node);
}

static void
test_open_and_save_change_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = session_in (patient, GPOINTER_TO_INT (data));
  g_autoptr(CalxSession) first = fixture_add_session (f, patient, session);
  g_autoptr(CalxAssessment) assessment = fixture_assess (session, patient);
  g_autofree char *shown = assessment_text (assessment);
  g_autofree char *written = session_text (first);
  g_autofree char *n_different = NULL;
  g_autofree char *n_states = NULL;

  for (int i = 0; i < 20; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxStoredSession) loaded = NULL;
      g_autoptr(CalxSession) saved = NULL;
      g_autofree char *stored = NULL;
      g_autofree char *again = NULL;

      fixture_close (f);
      fixture_open (f);
      loaded = calx_store_load_session (f->store, calx_session_get_uuid (session), 0, &error);
      g_assert_no_error (error);
      g_assert_true (calx_session_equal_content (session, loaded->session));
      stored = assessment_text (loaded->assessment);
      g_assert_cmpstr (stored, ==, shown);
      saved = fixture_add_session (f, patient, loaded->session);
      g_assert_cmpint (calx_session_get_version (saved), ==, i + 2);
      g_assert_true (calx_session_equal_content (session, saved));
      again = session_text (saved);
      g_assert_cmpstr (again, ==, written);
    }
  n_different = fixture_ask (f->path, "SELECT count(DISTINCT findings) || ', ' || count(DISTINCT assessment) || "
                                      "' of ' || count(*) FROM session_version");
  g_assert_cmpstr (n_different, ==, "1, 1 of 21");
  n_states = fixture_ask (f->path, "SELECT count(DISTINCT state) || ' of ' || count(*) FROM lesion_state");
  g_assert_cmpstr (n_states, ==, "3 of 63");
  fixture_assert_whole (f->store);
}

static void
test_correction_keeps_what_it_replaces (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 1);
  g_autoptr(CalxSession) first = fixture_add_session (f, patient, session);
  g_autoptr(CalxSession) edited = calx_session_with_note (first, "corrected");
  g_autoptr(CalxAssessment) assessment = fixture_assess (edited, patient);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxStoredSession) second
      = calx_store_save_session (f->store, edited, assessment, "wrong note", &error);
  g_autoptr(CalxStoredSession) old = NULL;
  g_autoptr(CalxStoredSession) new = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autofree char *replaces = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (calx_session_get_version (second->session), ==, 2);
  old = calx_store_load_session (f->store, calx_session_get_uuid (session), 1, &error);
  g_assert_true (calx_session_equal_content (old->session, first));
  new = calx_store_load_session (f->store, calx_session_get_uuid (session), 0, &error);
  g_assert_cmpstr (calx_session_get_note (new->session), ==, "corrected");
  g_assert_cmpstr (new->reason, ==, "wrong note");
  replaces = fixture_ask (
      f->path, "SELECT replaces FROM session_version WHERE number = 2 AND status = 'amended'");
  g_assert_cmpstr (replaces, ==, calx_session_get_version_uuid (first));
  list = calx_store_list_sessions (f->store, patient->uuid, &error);
  g_assert_cmpuint (list->len, ==, 1);
  fixture_assert_whole (f->store);
}

static void
test_stale_version_is_a_conflict (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 1);
  g_autoptr(CalxSession) first = fixture_add_session (f, patient, session);
  g_autoptr(CalxSession) second = fixture_add_session (f, patient, first);
  g_autoptr(CalxAssessment) assessment = fixture_assess (first, patient);
  g_autoptr(GError) error = NULL;
  CalxSession *const stale[] = { session, first };

  for (gsize i = 0; i < G_N_ELEMENTS (stale); i++)
    {
      g_assert_null (calx_store_save_session (f->store, stale[i], assessment, "", &error));
      g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONFLICT);
      g_clear_error (&error);
    }
  fixture_assert_whole (f->store);
}

static void
test_what_cannot_be_read_again_is_not_saved (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 2);
  g_autoptr(CalxAssessment) assessment = fixture_assess (session, patient);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GError) error = NULL;

  fixture_close (f);
  fixture_tamper (f->path, "DROP TRIGGER lesion_state_is_kept;"
                           "CREATE TRIGGER lose AFTER INSERT ON lesion_state BEGIN"
                           " DELETE FROM lesion_state WHERE uuid = new.uuid; END");
  fixture_open (f);
  g_assert_null (calx_store_save_session (f->store, session, assessment, "", &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
  g_clear_error (&error);
  list = calx_store_list_sessions (f->store, patient->uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 0);
}

static void
test_session_of_nobody_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_patient ("Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 1);
  g_autoptr(CalxAssessment) assessment = fixture_assess (session, patient);
  g_autoptr(GError) error = NULL;

  g_assert_null (calx_store_save_session (f->store, session, assessment, "", &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (calx_store_load_session (f->store, calx_session_get_uuid (session), 0, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND);
}

static void
test_order_is_by_session_date (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  static const int days[] = { 10, 25, 3, 17 };
  static const int order[] = { 25, 17, 10, 3 };
  g_autoptr(GPtrArray) list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr(CalxSession) session = fixture_session (patient->uuid, days[i], 0);
      g_autoptr(CalxSession) saved = fixture_add_session (f, patient, session);
    }
  list = calx_store_list_sessions (f->store, patient->uuid, NULL);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpint (
        calx_session_get_date (((CalxStoredSession *) g_ptr_array_index (list, i))->session).day,
        ==, order[i]);
}

static int
number_of (CalxSession *session, const char *lesion_uuid)
{
  CalxLesion *lesion = calx_session_find_lesion (session, lesion_uuid);

  g_assert_nonnull (lesion);
  return lesion->number;
}

static void
test_lesion_numbers_are_given_once (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxPatient) other = fixture_add_patient (f, "Other", "One", "2");
  /* two people at two desks each start at L1 */
  g_autoptr(CalxSession) a = fixture_session (patient->uuid, 5, 2);
  g_autoptr(CalxSession) b = fixture_session (patient->uuid, 6, 2);
  g_autoptr(CalxSession) theirs = fixture_session (other->uuid, 6, 2);
  g_autoptr(CalxSession) a_saved = fixture_add_session (f, patient, a);
  g_autoptr(CalxSession) b_saved = fixture_add_session (f, patient, b);
  g_autoptr(CalxSession) theirs_saved = fixture_add_session (f, other, theirs);
  g_autoptr(CalxSession) without = NULL;
  g_autoptr(CalxSession) without_saved = NULL;
  g_autoptr(CalxStoredSession) loaded = NULL;
  CalxLesion *first = g_ptr_array_index (calx_session_get_lesions (b), 0);
  CalxLesion *second = g_ptr_array_index (calx_session_get_lesions (b), 1);

  g_assert_cmpint (number_of (b_saved, first->uuid), ==, 3);
  g_assert_cmpint (number_of (b_saved, second->uuid), ==, 4);
  loaded = calx_store_load_session (f->store, calx_session_get_uuid (b), 0, NULL);
  g_assert_true (calx_session_equal_content (loaded->session, b_saved));
  g_assert_true (
      calx_session_equal_content (theirs_saved, theirs)); /* numbers are each patient's own */

  /* removed from the newest version: its number is not given again */
  without = calx_session_without_lesion (b_saved, second->uuid);
  without_saved = fixture_add_session (f, patient, without);
  g_assert_cmpint (calx_store_next_lesion_number (f->store, patient->uuid, NULL), ==, 5);
  fixture_assert_whole (f->store);
}

/* A visit in which nobody looked is stored as that, and so is its draft. */
static void
test_the_day_of_looking_is_stored (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 1);
  g_autoptr(CalxSession) saved = fixture_add_session (f, patient, session);
  CalxDate later = calx_date_add_days (calx_session_get_date (saved), 7);
  g_autoptr(CalxSession) next = calx_session_new_from (saved, later);
  g_autoptr(GPtrArray) drafts = NULL;
  g_autoptr(CalxSession) next_saved = NULL;
  g_autoptr(CalxStoredSession) loaded = NULL;
  const CalxLesion *lesion;

  g_assert_true (calx_store_save_draft (f->store, next, NULL));
  drafts = calx_store_list_drafts (f->store, patient->uuid, NULL);
  g_assert_true (calx_session_equal_content (g_ptr_array_index (drafts, 0), next));
  next_saved = fixture_add_session (f, patient, next);
  fixture_close (f);
  fixture_open (f);
  loaded = calx_store_load_session (f->store, calx_session_get_uuid (next), 0, NULL);
  g_assert_true (calx_session_equal_content (loaded->session, next));
  lesion = g_ptr_array_index (calx_session_get_lesions (loaded->session), 0);
  g_assert_false (calx_session_has_seen (loaded->session, lesion));
  g_assert_cmpint (calx_date_compare (lesion->seen, calx_session_get_date (saved)), ==, 0);
}

static void
test_lesion_of_another_patient_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxPatient) other = fixture_add_patient (f, "Other", "One", "2");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 1);
  g_autoptr(CalxSession) saved = fixture_add_session (f, patient, session);
  g_autoptr(CalxSession) empty = fixture_session (other->uuid, 5, 0);
  g_autoptr(CalxSession) mixed
      = calx_session_with_lesion (empty, g_ptr_array_index (calx_session_get_lesions (session), 0));
  g_autoptr(CalxAssessment) assessment = fixture_assess (mixed, other);
  g_autoptr(GError) error = NULL;

  g_assert_null (calx_store_save_session (f->store, mixed, assessment, "", &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
  fixture_assert_whole (f->store);
}

static void
test_draft_is_one_per_person_and_session (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxPatient) other = fixture_add_patient (f, "Other", "One", "2");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 1);
  g_autoptr(CalxSession) edited = calx_session_with_note (session, "typing");
  g_autoptr(CalxSession) theirs = fixture_session (other->uuid, 5, 1);
  g_autoptr(GPtrArray) mine = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) hers = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(CalxSession) saved = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (calx_store_save_draft (f->store, session, &error));
  g_assert_true (calx_store_save_draft (f->store, edited, &error));
  g_assert_true (calx_store_save_draft (f->store, theirs, &error));
  g_assert_no_error (error);
  fixture_close (f);
  fixture_open (f);
  mine = calx_store_list_drafts (f->store, patient->uuid, &error);
  g_assert_cmpuint (mine->len, ==, 1);
  g_assert_true (calx_session_equal_content (g_ptr_array_index (mine, 0), edited));
  g_assert_cmpstr (calx_session_get_uuid (g_ptr_array_index (mine, 0)), ==,
                   calx_session_get_uuid (session));
  all = calx_store_list_drafts (f->store, NULL, &error);
  g_assert_cmpuint (all->len, ==, 2);

  fixture_close (f);
  f->environment.who = "doctor";
  fixture_open (f);
  hers = calx_store_list_drafts (f->store, NULL, &error);
  g_assert_cmpuint (hers->len, ==, 0);
  g_assert_true (calx_store_save_draft (f->store, session, &error));

  fixture_close (f);
  f->environment.who = "nurse";
  fixture_open (f);
  saved = fixture_add_session (f, patient, edited); /* takes this person's draft away */
  none = calx_store_list_drafts (f->store, patient->uuid, &error);
  g_assert_cmpuint (none->len, ==, 0);
  {
    g_autofree char *left = fixture_ask (
        f->path, "SELECT group_concat(who) FROM (SELECT who FROM draft ORDER BY who)");

    g_assert_cmpstr (left, ==, "doctor,nurse"); /* the doctor's, and the other patient's */
  }
  g_assert_true (calx_store_discard_draft (f->store, calx_session_get_uuid (theirs), &error));
  g_assert_true (calx_store_discard_draft (f->store, calx_session_get_uuid (theirs), &error));
  fixture_assert_whole (f->store);
}

static void
test_unreadable_content_is_named (Fixture *f, gconstpointer data)
{
  static const char *const faults[] = {
    "UPDATE session_version SET findings = '{'",
    "UPDATE session_version SET findings = '{\"no_such_input\":{}}'",
    "UPDATE session_version SET checklist = '[]'",
    "UPDATE session_version SET checklist = replace (checklist, '\"uuid\":\"', '\"uuid\":\"x')",
    "UPDATE session_version SET assessment = '7'",
    "UPDATE lesion_state SET state = replace (state, 'calf_l', 'nowhere')",
    "DELETE FROM lesion_state",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      Fixture g = { 0 };
      g_autoptr(CalxPatient) patient = NULL;
      g_autoptr(CalxSession) session = NULL;
      g_autoptr(CalxSession) saved = NULL;
      g_autoptr(GPtrArray) lines = NULL;
      g_autoptr(GError) error = NULL;
      guint n_found = 0;

      g_test_message ("%s", faults[i]);
      fixture_set_up (&g, NULL);
      patient = fixture_add_patient (&g, "Muster", "Erika", "1");
      session = fixture_session (patient->uuid, 5, 1);
      saved = fixture_add_session (&g, patient, session);
      fixture_tamper (g.path,
                      "DROP TRIGGER session_version_stays; DROP TRIGGER lesion_state_stays; "
                      "DROP TRIGGER lesion_state_is_kept");
      fixture_tamper (g.path, faults[i]);
      g_assert_null (calx_store_load_session (g.store, calx_session_get_uuid (session), 0, &error));
      g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
      g_assert_nonnull (strstr (error->message, calx_session_get_uuid (session)));
      g_clear_error (&error);
      g_assert_true (calx_store_check (g.store, &lines, &n_found, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_found, >=, 1);
      fixture_tear_down (&g, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/records/sessions/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("what-cannot-be-read-again-is-not-saved", test_what_cannot_be_read_again_is_not_saved);
  ADD ("what-was-entered-comes-back", test_what_was_entered_comes_back);
  g_test_add ("/records/sessions/open-and-save-change-nothing/conventional", Fixture,
              GINT_TO_POINTER (CALX_UNIT_SYSTEM_CONVENTIONAL), fixture_set_up, test_open_and_save_change_nothing,
              fixture_tear_down);
  g_test_add ("/records/sessions/open-and-save-change-nothing/si", Fixture, GINT_TO_POINTER (CALX_UNIT_SYSTEM_SI),
              fixture_set_up, test_open_and_save_change_nothing, fixture_tear_down);
  ADD ("correction-keeps-what-it-replaces", test_correction_keeps_what_it_replaces);
  ADD ("stale-version-is-a-conflict", test_stale_version_is_a_conflict);
  ADD ("session-of-nobody-is-refused", test_session_of_nobody_is_refused);
  ADD ("order-is-by-session-date", test_order_is_by_session_date);
  ADD ("lesion-numbers-are-given-once", test_lesion_numbers_are_given_once);
  ADD ("the-day-of-looking-is-stored", test_the_day_of_looking_is_stored);
  ADD ("lesion-of-another-patient-is-refused", test_lesion_of_another_patient_is_refused);
  ADD ("draft-is-one-per-person-and-session", test_draft_is_one_per_person_and_session);
  ADD ("unreadable-content-is-named", test_unreadable_content_is_named);
  return g_test_run ();
}
