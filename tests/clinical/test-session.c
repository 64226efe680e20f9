/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-session.h"

#include "calx-json.h"
#include "calx-lesion-record.h"
#include "tables.h"

#define PATIENT_UUID "00000000-0000-4000-8000-0000000000aa"
#define MONDAY ((CalxDate){ 2026, 11, 16 })

static CalxSession *
make (void)
{
  g_autoptr(CalxSession) empty = calx_session_new (tables_inputs (), PATIENT_UUID, MONDAY);
  g_autoptr(CalxLesion) second = calx_lesion_new (2, CALX_VIEW_POSTERIOR, 0.1, 0.75, "calf_r");
  g_autoptr(CalxLesion) first = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.05, 0.55, "thigh_m_l");
  CalxFinding calcium = { .state = CALX_FINDING_VALUE, .text = "9,6", .unit = "mg/dL" };
  g_autoptr(CalxSession) a = NULL;
  g_autoptr(CalxSession) b = NULL;
  g_autoptr(CalxSession) c = NULL;

  first->healed = TRUE;
  a = calx_session_with_lesion (empty, second);
  b = calx_session_with_lesion (a, first);
  c = calx_session_with_finding (b, tables_input ("calcium_total")->index, &calcium);
  return calx_session_with_note (c, "seen with the wound nurse");
}

static void
test_lesions_stand_by_number (void)
{
  g_autoptr(CalxSession) session = make ();
  GPtrArray *lesions = calx_session_get_lesions (session);

  g_assert_cmpuint (lesions->len, ==, 2);
  g_assert_cmpint (((CalxLesion *) g_ptr_array_index (lesions, 0))->number, ==, 1);
  g_assert_cmpint (((CalxLesion *) g_ptr_array_index (lesions, 1))->number, ==, 2);
}

static void
test_every_edit_leaves_the_original_alone (void)
{
  g_autoptr(CalxSession) before = make ();
  g_autoptr(JsonNode) node = calx_session_to_json (before);
  g_autoptr(JsonNode) node_after = NULL;
  g_autofree char *text = calx_json_to_canonical (node);
  g_autofree char *text_after = NULL;
  CalxLesion *lesion = g_ptr_array_index (calx_session_get_lesions (before), 0);
  g_autoptr(CalxLesion) moved = calx_lesion_copy (lesion);
  CalxFinding absent = { .state = CALX_FINDING_ABSENT };
  g_autoptr(CalxFindings) none = calx_findings_new (tables_inputs ());
  CalxSession *edits[] = {
    calx_session_with_date (before, (CalxDate){ 2026, 11, 17 }),
    calx_session_with_note (before, ""),
    calx_session_with_finding (before, tables_input ("diabetes")->index, &absent),
    calx_session_with_findings (before, none),
    NULL,
    calx_session_without_lesion (before, lesion->uuid),
  };

  calx_lesion_set_place (moved, CALX_VIEW_ANTERIOR, 0.06, 0.55, "thigh_m_l");
  edits[4] = calx_session_with_lesion (before, moved);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_assert_false (calx_session_equal_content (before, edits[i]));
      g_assert_cmpstr (calx_session_get_uuid (edits[i]), ==, calx_session_get_uuid (before));
      for (gsize j = 0; j < i; j++)
        g_assert_false (calx_session_equal_content (edits[i], edits[j]));
    }
  g_assert_cmpuint (calx_session_get_lesions (edits[4])->len, ==, 2);
  g_assert_cmpuint (calx_session_get_lesions (edits[5])->len, ==, 1);
  node_after = calx_session_to_json (before);
  text_after = calx_json_to_canonical (node_after);
  g_assert_cmpstr (text, ==, text_after);
  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    calx_session_unref (edits[i]);
}

static void
test_a_version_is_not_content (void)
{
  g_autoptr(CalxSession) session = make ();
  g_autoptr(CalxSession) saved = calx_session_with_version (session, "cccc", 2);

  g_assert_cmpstr (calx_session_get_version_uuid (session), ==, "");
  g_assert_cmpint (calx_session_get_version (session), ==, 0);
  g_assert_cmpstr (calx_session_get_version_uuid (saved), ==, "cccc");
  g_assert_cmpint (calx_session_get_version (saved), ==, 2);
  g_assert_true (calx_session_equal_content (session, saved));
}

static void
test_the_whole_value_comes_back_from_json (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxSession) session = make ();
  g_autoptr(CalxSession) saved = calx_session_with_version (session, "cccc", 2);
  g_autoptr(JsonNode) node = calx_session_to_json (saved);
  g_autofree char *text = calx_json_to_canonical (node);
  g_autoptr(JsonNode) parsed = calx_json_parse (text, "draft", &error);
  g_autoptr(CalxSession) again = NULL;
  g_autoptr(JsonNode) node_again = NULL;
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  again = calx_session_from_json (tables_inputs (), tables_regions (), parsed, &error);
  g_assert_no_error (error);
  g_assert_true (calx_session_equal_content (saved, again));
  node_again = calx_session_to_json (again);
  text_again = calx_json_to_canonical (node_again);
  g_assert_cmpstr (text, ==, text_again);
}

static void
test_faults_are_named (void)
{
#define HEAD "{\"format\":\"calx-session/1\",\"uuid\":\"u\",\"patient\":\"p\""
  static const struct
  {
    const char *json, *message;
  } cases[] = {
    { "{}", "session: format: is missing" },
    { "{\"format\":\"calx-session/1\"}", "session: uuid: is missing" },
    { HEAD "}", "session: date: is missing" },
    { HEAD ",\"date\":\"2026-11\"}", "session: date: “2026-11” is not a day" },
    { HEAD ",\"date\":\"2026-11-16\",\"version\":-1}", "session: version: must not be below 0" },
    { HEAD ",\"date\":\"2026-11-16\"}", "session: findings: is missing" },
    { HEAD ",\"date\":\"2026-11-16\",\"findings\":{\"x\":{}}}", "findings: x: there is no such input" },
    { HEAD ",\"date\":\"2026-11-16\",\"findings\":{}}", "session: lesions: is missing" },
    { HEAD ",\"date\":\"2026-11-16\",\"findings\":{\"exposure_surgical_scar\":{\"state\":\"value\",\"text\":\"yes\","
      "\"site\":\"tail\"}},\"lesions\":[]}", "findings: exposure_surgical_scar.site: “tail” is not among the regions" },
    { HEAD ",\"date\":\"2026-11-16\",\"findings\":{},\"lesions\":[1]}", "lesion: must be an object" },
  };
#undef HEAD

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = calx_json_parse (cases[i].json, "test", NULL);
      g_autoptr(CalxSession) session = NULL;

      session = calx_session_from_json (tables_inputs (), tables_regions (), node, &error);
      g_assert_null (session);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_a_new_session_starts_from_the_last (void)
{
  g_autoptr(CalxSession) session = make ();
  g_autoptr(CalxSession) saved = calx_session_with_version (session, "cccc", 1);
  g_autoptr(CalxSession) next = calx_session_new_from (saved, (CalxDate){ 2026, 11, 23 });
  const CalxFinding *calcium = calx_findings_get_by_id (calx_session_get_findings (next), "calcium_total");

  g_assert_cmpstr (calx_session_get_uuid (next), !=, calx_session_get_uuid (saved));
  g_assert_cmpstr (calx_session_get_patient_uuid (next), ==, PATIENT_UUID);
  g_assert_cmpstr (calx_session_get_note (next), ==, "");
  g_assert_cmpint (calx_session_get_version (next), ==, 0);
  g_assert_cmpstr (calcium->text, ==, "9,6");
  g_assert_cmpstr (calcium->carried_from, ==, "cccc");
  g_assert_cmpint (calcium->date.day, ==, 16);
  /* the healed one too: ghosted, never dropped */
  g_assert_cmpuint (calx_session_get_lesions (next)->len, ==, 2);
}

static CalxFindingState
assessed_lesions (CalxSession *session)
{
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  g_autoptr(CalxFindings) findings = calx_session_get_assessable (session, patient);

  return calx_findings_get_by_id (findings, "lesions")->state;
}

static CalxSession *
with_lesion (gboolean          healed,
             CalxDiagnosis     diagnosis,
             CalxFindingState  entered)
{
  g_autoptr(CalxSession) empty = calx_session_new (tables_inputs (), PATIENT_UUID, MONDAY);
  g_autoptr(CalxLesion) lesion = calx_lesion_new (1, CALX_VIEW_POSTERIOR, 0.1, 0.75, "calf_r");
  g_autoptr(CalxSession) placed = NULL;
  CalxFinding finding = { .state = entered, .text = entered == CALX_FINDING_VALUE ? "yes" : NULL };

  lesion->healed = healed;
  lesion->diagnosis = diagnosis;
  placed = calx_session_with_lesion (empty, lesion);
  return calx_session_with_finding (placed, tables_input ("lesions")->index, &finding);
}

static void
test_open_lesions_on_the_map_overrule_the_form (void)
{
  static const struct
  {
    gboolean healed;
    CalxDiagnosis diagnosis;
    CalxFindingState entered, assessed;
  } cases[] = {
    { FALSE, CALX_DIAGNOSIS_NOT_STATED, CALX_FINDING_UNKNOWN, CALX_FINDING_VALUE },
    { FALSE, CALX_DIAGNOSIS_CALCIPHYLAXIS, CALX_FINDING_ABSENT, CALX_FINDING_VALUE },
    { FALSE, CALX_DIAGNOSIS_OTHER, CALX_FINDING_UNKNOWN, CALX_FINDING_UNKNOWN },
    { FALSE, CALX_DIAGNOSIS_OTHER, CALX_FINDING_ABSENT, CALX_FINDING_ABSENT },
    { TRUE, CALX_DIAGNOSIS_CALCIPHYLAXIS, CALX_FINDING_ABSENT, CALX_FINDING_ABSENT },
    { TRUE, CALX_DIAGNOSIS_NOT_STATED, CALX_FINDING_UNKNOWN, CALX_FINDING_UNKNOWN },
    { TRUE, CALX_DIAGNOSIS_NOT_STATED, CALX_FINDING_VALUE, CALX_FINDING_VALUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CalxSession) session = with_lesion (cases[i].healed, cases[i].diagnosis, cases[i].entered);

      g_assert_cmpint (assessed_lesions (session), ==, cases[i].assessed);
      /* what was entered is not touched */
      g_assert_cmpint (calx_findings_get_by_id (calx_session_get_findings (session), "lesions")->state, ==,
                       cases[i].entered);
    }
}

static void
test_age_and_sex_come_from_the_patient (void)
{
  g_autoptr(CalxSession) session = calx_session_new (tables_inputs (), PATIENT_UUID, MONDAY);
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  g_autoptr(CalxFindings) unknown = calx_session_get_assessable (session, patient);
  g_autoptr(CalxFindings) known = NULL;

  g_assert_cmpint (calx_findings_get_by_id (unknown, "age")->state, ==, CALX_FINDING_UNKNOWN);
  g_assert_cmpint (calx_findings_get_by_id (unknown, "sex")->state, ==, CALX_FINDING_UNKNOWN);
  patient->sex = CALX_SEX_FEMALE;
  patient->born = (CalxDate){ 1968, 11, 17 };
  known = calx_session_get_assessable (session, patient);
  g_assert_cmpstr (calx_findings_get_by_id (known, "age")->text, ==, "57");
  g_assert_cmpstr (calx_findings_get_by_id (known, "sex")->text, ==, "female");
}

static void
test_a_session_moved_to_an_earlier_day_carries_nothing_back (void)
{
  g_autoptr(CalxSession) unsaved = make ();
  g_autoptr(CalxSession) last = calx_session_with_version (unsaved, "00000000-0000-4000-8000-0000000000bb", 1);
  g_autoptr(CalxSession) begun = calx_session_new_from (last, (CalxDate){ 2026, 11, 20 });
  g_autoptr(CalxLesion) third = calx_lesion_new (3, CALX_VIEW_ANTERIOR, 0.05, 0.55, "thigh_m_l");
  CalxFinding phosphate = { .state = CALX_FINDING_VALUE, .text = "5.4", .unit = "mg/dL" };
  g_autoptr(CalxSession) entered = calx_session_with_finding (begun, tables_input ("phosphate")->index, &phosphate);
  g_autoptr(CalxSession) mapped = calx_session_with_lesion (entered, third);
  g_autoptr(CalxSession) earlier = calx_session_carry_anew (mapped, last, NULL, (CalxDate){ 2026, 11, 10 });
  g_autoptr(CalxSession) back = calx_session_carry_anew (earlier, NULL, last, (CalxDate){ 2026, 11, 20 });

  g_assert_cmpint (calx_findings_get_by_id (calx_session_get_findings (earlier), "calcium_total")->state, ==,
                   CALX_FINDING_UNKNOWN);
  g_assert_cmpstr (calx_findings_get_by_id (calx_session_get_findings (earlier), "phosphate")->text, ==, "5.4");
  g_assert_cmpuint (calx_session_get_lesions (earlier)->len, ==, 1);
  g_assert_nonnull (calx_session_find_lesion (earlier, third->uuid));

  g_assert_true (calx_session_equal_content (back, mapped));
}

static CalxSession *
mark (CalxSession *session,
      guint        index,
      gboolean     healed)
{
  g_autoptr(CalxLesion) marked = calx_lesion_copy (g_ptr_array_index (calx_session_get_lesions (session), index));

  marked->sentinel = TRUE;
  marked->healed = healed;
  return calx_session_with_lesion (session, marked);
}

static gboolean
is_sentinel (CalxSession *session,
             guint        index)
{
  return ((CalxLesion *) g_ptr_array_index (calx_session_get_lesions (session), index))->sentinel;
}

static void
test_one_open_lesion_is_the_sentinel (void)
{
  g_autoptr(CalxSession) none = make ();
  g_autoptr(CalxSession) second = mark (none, 1, FALSE);
  g_autoptr(CalxSession) first = mark (second, 0, FALSE);
  g_autoptr(CalxSession) healed = mark (first, 0, TRUE);
  g_autoptr(CalxSession) both = mark (healed, 1, FALSE);

  g_assert_true (is_sentinel (second, 1));
  g_assert_true (is_sentinel (first, 0));
  g_assert_false (is_sentinel (first, 1));
  g_assert_true (is_sentinel (second, 1)); /* undo finds it as it was */
  /* One that heals is followed no more. */
  g_assert_false (is_sentinel (healed, 0));
  g_assert_false (is_sentinel (both, 0));
  g_assert_true (is_sentinel (both, 1));
}

static void
test_two_open_sentinels_are_refused (void)
{
  g_autoptr(CalxSession) refused = NULL;
  g_autoptr(CalxSession) none = make ();
  g_autoptr(CalxSession) second = mark (none, 1, FALSE);
  g_autoptr(JsonNode) node = calx_session_to_json (second);
  JsonArray *lesions = json_object_get_array_member (json_node_get_object (node), "lesions");
  g_autoptr(CalxSession) read = NULL;
  g_autoptr(GError) error = NULL;

  /* Of before healing took the mark. */
  json_object_set_boolean_member (json_array_get_object_element (lesions, 0), "sentinel", TRUE);
  read = calx_session_from_json (tables_inputs (), tables_regions (), node, NULL);
  g_assert_nonnull (read);
  json_object_remove_member (json_array_get_object_element (lesions, 0), "healed");
  refused = calx_session_from_json (tables_inputs (), tables_regions (), node, &error);
  g_assert_null (refused);
  g_assert_cmpstr (error->message, ==, "session: lesions: more than one open lesion is the sentinel");
}

#define NEXT_MONDAY ((CalxDate){ 2026, 11, 23 })

/* The second one, which is open; the first has healed. */
static CalxSession *
edit_pain (CalxSession *session,
           int          pain)
{
  g_autoptr(CalxLesion) edited = calx_lesion_copy (g_ptr_array_index (calx_session_get_lesions (session), 1));

  edited->pain = pain;
  return calx_session_with_lesion (session, edited);
}

static void
assert_seen (CalxSession *session,
             guint        index,
             const char  *iso)
{
  const CalxLesion *lesion = g_ptr_array_index (calx_session_get_lesions (session), index);
  g_autofree char *seen = calx_date_to_iso (lesion->seen);

  g_assert_cmpstr (seen, ==, iso);
}

static void
test_a_lesion_is_of_the_day_on_which_it_was_looked_at (void)
{
  g_autoptr(CalxSession) first = make ();
  g_autoptr(CalxSession) next = calx_session_new_from (first, NEXT_MONDAY);
  g_autoptr(CalxSession) marked = mark (next, 1, FALSE);
  g_autoptr(CalxSession) other = mark (marked, 1, FALSE);
  g_autoptr(CalxSession) edited = edit_pain (next, 3);
  g_autoptr(CalxSession) one = calx_session_with_lesion_seen (
    next, ((CalxLesion *) g_ptr_array_index (calx_session_get_lesions (next), 0))->uuid);
  g_autoptr(CalxSession) all = calx_session_with_lesion_seen (next, NULL);

  assert_seen (first, 1, "2026-11-16");
  assert_seen (next, 0, "2026-11-16");
  assert_seen (next, 1, "2026-11-16");
  assert_seen (marked, 1, "2026-11-16"); /* to follow it is not to look at it */
  assert_seen (other, 1, "2026-11-16");
  assert_seen (edited, 1, "2026-11-23");
  assert_seen (edited, 0, "2026-11-16");
  assert_seen (one, 0, "2026-11-23");
  assert_seen (one, 1, "2026-11-16");
  assert_seen (all, 0, "2026-11-16"); /* healed */
  assert_seen (all, 1, "2026-11-23");
  g_assert_false (calx_session_equal_content (next, all));
}

static void
test_an_older_record_is_of_the_day_of_its_session (void)
{
  g_autoptr(CalxSession) session = make ();
  g_autoptr(JsonNode) node = calx_session_to_json (session);
  JsonArray *lesions = json_object_get_array_member (json_node_get_object (node), "lesions");
  g_autoptr(CalxSession) read = NULL;

  for (guint i = 0; i < json_array_get_length (lesions); i++)
    json_object_remove_member (json_array_get_object_element (lesions, i), "seen");
  read = calx_session_from_json (tables_inputs (), tables_regions (), node, NULL);
  assert_seen (read, 0, "2026-11-16");
  assert_seen (read, 1, "2026-11-16");

  json_object_set_string_member (json_array_get_object_element (lesions, 0), "seen", "2025-12");
  g_assert_null (calx_session_from_json (tables_inputs (), tables_regions (), node, NULL));
}

static void
test_the_day_of_looking_moves_with_its_session_alone (void)
{
  g_autoptr(CalxSession) first = make ();
  g_autoptr(CalxSession) next = calx_session_new_from (first, NEXT_MONDAY);
  g_autoptr(CalxSession) edited = edit_pain (next, 3);
  g_autoptr(CalxSession) marked = mark (next, 1, FALSE);
  g_autoptr(CalxSession) with_date = calx_session_with_date (edited, (CalxDate){ 2026, 11, 24 });
  g_autoptr(CalxSession) anew = calx_session_carry_anew (edited, first, first, (CalxDate){ 2026, 11, 24 });
  g_autoptr(CalxSession) seen = calx_session_with_lesion_seen (next, NULL);
  g_autoptr(CalxSession) seen_anew = calx_session_carry_anew (seen, first, first, (CalxDate){ 2026, 11, 24 });
  g_autoptr(CalxSession) marked_anew = calx_session_carry_anew (marked, first, first, (CalxDate){ 2026, 11, 24 });
  g_autoptr(CalxSession) alone = calx_session_carry_anew (marked, first, NULL, (CalxDate){ 2026, 11, 2 });

  assert_seen (with_date, 0, "2026-11-16");
  assert_seen (with_date, 1, "2026-11-24");
  assert_seen (anew, 0, "2026-11-16");
  assert_seen (anew, 1, "2026-11-24");
  assert_seen (seen_anew, 1, "2026-11-24");
  assert_seen (marked_anew, 1, "2026-11-16");
  g_assert_true (is_sentinel (marked_anew, 1));
  g_assert_cmpuint (calx_session_get_lesions (alone)->len, ==, 0); /* nobody looked at it there */
}

static void
test_a_carried_copy_is_no_measurement (void)
{
  g_autoptr(CalxSession) first = make ();
  g_autoptr(CalxSession) second = calx_session_new_from (first, NEXT_MONDAY);
  g_autoptr(CalxSession) carried = calx_session_new_from (second, (CalxDate){ 2026, 11, 30 });
  g_autoptr(CalxSession) third = edit_pain (carried, 3);
  CalxLesion *lesion = g_ptr_array_index (calx_session_get_lesions (third), 1);
  g_autoptr(GPtrArray) sessions = g_ptr_array_new ();
  g_autoptr(GPtrArray) records = NULL;

  g_ptr_array_add (sessions, first);
  g_ptr_array_add (sessions, second);
  records = calx_lesion_records_new (third, sessions, lesion->uuid);
  g_assert_cmpuint (records->len, ==, 3);
  g_assert_true (((CalxLesionRecord *) g_ptr_array_index (records, 0))->is_look);
  g_assert_false (((CalxLesionRecord *) g_ptr_array_index (records, 1))->is_look);
  g_assert_true (calx_lesion_records_get_before (records, 0) == g_ptr_array_index (records, 2));
  g_assert_null (calx_lesion_records_get_before (records, 2));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/lesions-stand-by-number", test_lesions_stand_by_number);
  g_test_add_func ("/session/every-edit-leaves-the-original-alone",
                   test_every_edit_leaves_the_original_alone);
  g_test_add_func ("/session/a-version-is-not-content", test_a_version_is_not_content);
  g_test_add_func ("/session/the-whole-value-comes-back-from-json",
                   test_the_whole_value_comes_back_from_json);
  g_test_add_func ("/session/faults-are-named", test_faults_are_named);
  g_test_add_func ("/session/a-new-session-starts-from-the-last", test_a_new_session_starts_from_the_last);
  g_test_add_func ("/session/a-session-moved-to-an-earlier-day-carries-nothing-back",
                   test_a_session_moved_to_an_earlier_day_carries_nothing_back);
  g_test_add_func ("/session/open-lesions-on-the-map-overrule-the-form",
                   test_open_lesions_on_the_map_overrule_the_form);
  g_test_add_func ("/session/one-open-lesion-is-the-sentinel", test_one_open_lesion_is_the_sentinel);
  g_test_add_func ("/session/two-open-sentinels-are-refused", test_two_open_sentinels_are_refused);
  g_test_add_func ("/session/a-lesion-is-of-the-day-on-which-it-was-looked-at",
                   test_a_lesion_is_of_the_day_on_which_it_was_looked_at);
  g_test_add_func ("/session/an-older-record-is-of-the-day-of-its-session",
                   test_an_older_record_is_of_the_day_of_its_session);
  g_test_add_func ("/session/the-day-of-looking-moves-with-its-session-alone",
                   test_the_day_of_looking_moves_with_its_session_alone);
  g_test_add_func ("/session/a-carried-copy-is-no-measurement", test_a_carried_copy_is_no_measurement);
  g_test_add_func ("/session/age-and-sex-come-from-the-patient", test_age_and_sex_come_from_the_patient);
  return g_test_run ();
}
