/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format-treatment.h"

#include <string.h>

#include "calx-json.h"
#include "calx-session.h"
#include "score-fixture.h"

#define PATIENT_UUID "00000000-0000-4000-8000-0000000000aa"

static CalxTreatment *
make_full (void)
{
  CalxTreatment *treatment = calx_treatment_new ("vitamin_k_antagonist", "warfarin");

  treatment->route = g_intern_string ("oral");
  treatment->indication = g_intern_string ("anticoagulation");
  treatment->start = (CalxDate){ 2024, 1, 0 };
  calx_treatment_set_stop (treatment, (CalxDate){ 2026, 11, 20 });
  treatment->response = CALX_RESPONSE_IMPROVED;
  calx_treatment_set_adverse (treatment, "bleeding", TRUE);
  calx_treatment_set_text (treatment, CALX_TREATMENT_DOSE, "5 mg \"daily\"");
  calx_treatment_set_text (treatment, CALX_TREATMENT_ADVERSE, "hair loss");
  calx_treatment_set_text (treatment, CALX_TREATMENT_STOP_REASON, "calciphylaxis");
  calx_treatment_set_text (treatment, CALX_TREATMENT_NOTE, "with the cardiologist");
  return treatment;
}

static void
assert_round_trip (const CalxTreatment *treatment)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = calx_treatment_to_json (treatment);
  g_autofree char *text = calx_json_to_canonical (node);
  g_autoptr(JsonNode) parsed = calx_json_parse (text, "treatment", &error);
  g_autoptr(CalxTreatment) again = calx_treatment_from_json (parsed, &error);

  g_assert_no_error (error);
  g_assert_true (calx_treatment_equal (treatment, again));
}

static void
test_json_gives_the_same_back (void)
{
  g_autoptr(CalxTreatment) full = make_full ();
  g_autoptr(CalxTreatment) bare = calx_treatment_new (CALX_TREATMENT_OTHER, "");
  g_autoptr(CalxTreatment) undated = calx_treatment_new ("surgery", "");

  calx_treatment_set_text (bare, CALX_TREATMENT_NAME, "Leeches");
  calx_treatment_set_stop (undated, CALX_DATE_NONE);
  assert_round_trip (full);
  assert_round_trip (bare);
  assert_round_trip (undated);
}

static void
test_every_member_makes_a_difference (void)
{
  g_autoptr(CalxTreatment) full = make_full ();
  CalxTreatment *copies[16];
  gsize n = 0;

  for (; n < G_N_ELEMENTS (copies); n++)
    {
      copies[n] = calx_treatment_copy (full);
      g_assert_true (calx_treatment_equal (full, copies[n]));
    }
  n = 0;
  for (guint i = 0; i < CALX_N_TREATMENT_TEXTS; i++)
    calx_treatment_set_text (copies[n++], i, "another");
  copies[n++]->kind = g_intern_string ("surgery");
  copies[n++]->drug = g_intern_string ("phenprocoumon");
  copies[n++]->route = g_intern_string ("intravenous");
  copies[n++]->indication = g_intern_string ("calcinosis");
  copies[n++]->start.year = 2023;
  calx_treatment_set_stop (copies[n++], CALX_DATE_NONE);
  calx_treatment_set_running (copies[n++]);
  copies[n++]->response = CALX_RESPONSE_WORSE;
  calx_treatment_set_adverse (copies[n++], "bleeding", FALSE);
  calx_treatment_set_adverse (copies[n++], "nausea", TRUE);
  for (gsize i = 0; i < n; i++)
    g_assert_false (calx_treatment_equal (full, copies[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (copies); i++)
    calx_treatment_unref (copies[i]);
}

static void
test_faults_of_json_are_named (void)
{
#define UUID "\"uuid\":\"00000000-0000-4000-8000-000000000001\""
  static const struct
  {
    const char *json, *message;
  } cases[] = {
    { "[]", "treatment: must be an object" },
    { "{\"uuid\":\"x\",\"kind\":\"a\"}", "treatment: uuid: “x” is not a UUID" },
    { "{" UUID "}", "treatment: kind: is missing" },
    { "{" UUID ",\"kind\":\"\"}", "treatment: kind: must not be empty" },
    { "{" UUID ",\"kind\":\"a\",\"start\":\"yesterday\"}", "treatment: start: “yesterday” is not a date" },
    { "{" UUID ",\"kind\":\"a\",\"stop\":\"2026\"}", "treatment: stopped: must be true where there is a stop" },
    { "{" UUID ",\"kind\":\"a\",\"start\":\"2026\",\"stop\":\"2025\",\"stopped\":true}",
      "treatment: stop: is before the start" },
    { "{" UUID ",\"kind\":\"a\",\"response\":\"fine\"}", "treatment: response: “fine” is none of those known" },
    { "{" UUID ",\"kind\":\"a\",\"adverse\":[1]}", "treatment: adverse: must be a list of texts" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = calx_json_parse (cases[i].json, "treatment", NULL);
      g_autoptr(CalxTreatment) treatment = calx_treatment_from_json (node, &error);

      g_assert_null (treatment);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_dates_that_cannot_be_are_refused (void)
{
  static const struct
  {
    const char *start, *stop, *message;
  } cases[] = {
    { "", "", NULL },
    { "2026-11-20", "2026-11-20", NULL },
    { "2026", "", NULL },
    { "2026-11", "2026-11-02", NULL },
    { "2026-11-21", "", "Start: 21-Nov-2026 is after this session (20-Nov-2026). Write the day on which it began, "
                        "or leave it empty." },
    { "2026-12", "", "Start: Dec-2026 is after this session (20-Nov-2026). Write the day on which it began, "
                     "or leave it empty." },
    { "", "2027", "Stop: 2027 is after this session (20-Nov-2026). Write the day on which it was stopped; "
                  "leave it empty while it runs." },
    { "2026-05", "2026-04-30", "Stop: 30-Apr-2026 is before the start (May-2026). Correct one of them." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CalxTreatment) treatment = calx_treatment_new ("surgery", "");
      g_autofree char *message = NULL;

      g_assert_true (calx_date_parse (cases[i].start, &treatment->start));
      g_assert_true (calx_date_parse (cases[i].stop, &treatment->stop));
      g_assert_cmpint (calx_treatment_check_dates (treatment, SCORE_DATE, &message), ==, cases[i].message == NULL);
      g_assert_cmpstr (message, ==, cases[i].message);
    }
}

static CalxSession *
add (CalxSession   *session,
     CalxTreatment *treatment)
{
  CalxSession *next = calx_session_with_treatment (session, treatment);

  calx_session_unref (session);
  return next;
}

static void
test_a_session_holds_and_hands_on_treatments (void)
{
  g_autoptr(CalxTreatment) stopped = make_full ();
  g_autoptr(CalxTreatment) running = calx_treatment_new ("sodium_thiosulfate", "thiosulfate");
  g_autoptr(CalxTreatment) changed = calx_treatment_copy (running);
  g_autoptr(CalxSession) empty = calx_session_new (score_knowledge ()->inputs, PATIENT_UUID, SCORE_DATE);
  g_autoptr(CalxSession) session = add (add (calx_session_ref (empty), stopped), running);
  g_autoptr(CalxSession) next = calx_session_new_from (session, (CalxDate){ 2026, 11, 27 });
  g_autoptr(CalxSession) other = NULL;
  g_autoptr(CalxSession) without = NULL;

  g_assert_false (calx_session_equal_content (empty, session));
  g_assert_cmpuint (calx_session_get_treatments (empty)->len, ==, 0);
  g_assert_cmpuint (calx_session_get_treatments (next)->len, ==, 2);
  g_assert_true (calx_session_get_treatments (next)->pdata[0] == stopped);
  g_assert_true (calx_session_find_treatment (next, running->uuid) == running);

  changed->response = CALX_RESPONSE_WORSE;
  other = calx_session_with_treatment (session, changed);
  g_assert_false (calx_session_equal_content (session, other));
  g_assert_true (calx_session_get_treatments (other)->pdata[1] == changed);
  without = calx_session_without_treatment (other, stopped->uuid);
  g_assert_cmpuint (calx_session_get_treatments (without)->len, ==, 1);
}

/* A late session moved to a day before the one it carried from: what it carried goes, what was entered stays. */
static void
test_treatments_are_carried_anew (void)
{
  g_autoptr(CalxTreatment) old = make_full ();
  g_autoptr(CalxTreatment) entered = calx_treatment_new ("surgery", "");
  g_autoptr(CalxSession) was_from
    = add (calx_session_new (score_knowledge ()->inputs, PATIENT_UUID, SCORE_DATE), old);
  g_autoptr(CalxSession) session = add (calx_session_new_from (was_from, (CalxDate){ 2026, 11, 27 }), entered);
  g_autoptr(CalxSession) moved = calx_session_carry_anew (session, was_from, NULL, (CalxDate){ 2026, 1, 1 });
  g_autoptr(CalxSession) back = calx_session_carry_anew (moved, NULL, was_from, (CalxDate){ 2026, 11, 27 });

  g_assert_cmpuint (calx_session_get_treatments (moved)->len, ==, 1);
  g_assert_true (calx_session_get_treatments (moved)->pdata[0] == entered);
  g_assert_cmpuint (calx_session_get_treatments (back)->len, ==, 2);
  g_assert_nonnull (calx_session_find_treatment (back, old->uuid));
}

static void
test_a_session_comes_back_from_json (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxTreatment) full = make_full ();
  g_autoptr(CalxSession) session
    = add (calx_session_new (score_knowledge ()->inputs, PATIENT_UUID, SCORE_DATE), full);
  g_autoptr(JsonNode) node = calx_session_to_json (session);
  g_autoptr(CalxSession) again = NULL;
  JsonArray *twice;

  again = calx_session_from_json (score_knowledge ()->inputs, score_knowledge ()->regions, node, &error);
  g_assert_no_error (error);
  g_assert_true (calx_session_equal_content (session, again));

  twice = json_object_get_array_member (json_node_get_object (node), "treatments");
  json_array_add_element (twice, json_node_copy (json_array_get_element (twice, 0)));
  g_assert_null (calx_session_from_json (score_knowledge ()->inputs, score_knowledge ()->regions, node, &error));
  g_assert_cmpstr (error->message, ==, "session: treatments: one treatment stands twice");
}

/* The table */

static void
test_every_row_of_the_seeds_is_there (void)
{
  g_autoptr(GBytes) bytes = calx_knowledge_lookup ("treatments.json", NULL);
  const char *text = g_bytes_get_data (bytes, NULL);

  for (int i = 1; i <= 16; i++)
    {
      g_autofree char *row = g_strdup_printf ("\"A5.%d\"", i);

      if (strstr (text, row) == NULL)
        g_error ("no treatment is of row %s", row);
    }
  /* A5.17 are the adverse events to tick. */
  g_assert_nonnull (calx_treatment_terms_find (calx_treatments_get_adverse (score_knowledge ()->treatments), "regrowth"));
}

static void
test_every_treatment_says_what_it_is_for (void)
{
  CalxTreatments *treatments = score_knowledge ()->treatments;

  for (guint i = 0; i < calx_treatments_get_n (treatments); i++)
    {
      const CalxTreatmentKind *kind = calx_treatments_get (treatments, i);

      g_assert_cmpstr (kind->statement.text, !=, "");
      for (guint j = 0; j < kind->drugs->len; j++)
        {
          const CalxDrug *drug = kind->drugs->pdata[j];

          g_assert_true (calx_treatment_kind_find_drug (kind, drug->id) == drug);
        }
    }
}

static char *
search_first (const char *text)
{
  g_autoptr(GPtrArray) found = calx_treatments_search (score_knowledge ()->treatments, text);

  return found->len > 0 ? calx_format_treatment_choice (found->pdata[0]) : g_strdup ("");
}

static void
test_the_chooser_finds_by_name_drug_and_code (void)
{
  static const struct
  {
    const char *text, *first;
  } cases[] = {
    { "warf", "Warfarin · Vitamin K antagonist · B01AA03" },
    { " WARF ", "Warfarin · Vitamin K antagonist · B01AA03" },
    { "b01aa03", "Warfarin · Vitamin K antagonist · B01AA03" },
    { "thios", "Sodium thiosulfate · V03AB06" },
    { "antagonist", "Vitamin K antagonist · Anticoagulation and vitamin K" },
    { "excis", "Surgical excision · Operations and procedures" },
    { "leeches", "" },
  };
  g_autoptr(GPtrArray) all = calx_treatments_search (score_knowledge ()->treatments, "");

  g_assert_cmpuint (all->len, ==, calx_treatments_get_n (score_knowledge ()->treatments));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *first = search_first (cases[i].text);

      g_assert_cmpstr (first, ==, cases[i].first);
    }
}

static void
test_the_words (void)
{
  CalxTreatments *treatments = score_knowledge ()->treatments;
  g_autoptr(CalxTreatment) full = make_full ();
  g_autoptr(CalxTreatment) other = calx_treatment_new (CALX_TREATMENT_OTHER, "");
  g_autoptr(CalxTreatment) foreign = calx_treatment_new ("of_a_later_version", "");
  g_autofree char *full_words = calx_format_treatment (treatments, full);
  g_autofree char *other_words = NULL;
  g_autofree char *foreign_words = calx_format_treatment (treatments, foreign);

  calx_treatment_set_text (other, CALX_TREATMENT_NAME, "Leeches");
  other->start = (CalxDate){ 2026, 11, 2 };
  other_words = calx_format_treatment (treatments, other);
  g_assert_cmpstr (full_words, ==,
                   "Warfarin: Jan-2024 to 20-Nov-2026, stopped; 5 mg \"daily\"; By mouth; for: A reason for "
                   "anticoagulation; response: Improved; adverse events: Bleeding, hair loss; stopped because: "
                   "calciphylaxis; with the cardiologist");
  g_assert_cmpstr (other_words, ==, "Leeches: Since 02-Nov-2026");
  g_assert_cmpstr (foreign_words, ==, "of_a_later_version: Running, start not known");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/treatments/json-gives-the-same-back", test_json_gives_the_same_back);
  g_test_add_func ("/treatments/every-member-makes-a-difference", test_every_member_makes_a_difference);
  g_test_add_func ("/treatments/faults-of-json-are-named", test_faults_of_json_are_named);
  g_test_add_func ("/treatments/dates-that-cannot-be-are-refused", test_dates_that_cannot_be_are_refused);
  g_test_add_func ("/treatments/a-session-holds-and-hands-on-treatments", test_a_session_holds_and_hands_on_treatments);
  g_test_add_func ("/treatments/treatments-are-carried-anew", test_treatments_are_carried_anew);
  g_test_add_func ("/treatments/a-session-comes-back-from-json", test_a_session_comes_back_from_json);
  g_test_add_func ("/treatments/every-row-of-the-seeds-is-there", test_every_row_of_the_seeds_is_there);
  g_test_add_func ("/treatments/every-treatment-says-what-it-is-for", test_every_treatment_says_what_it_is_for);
  g_test_add_func ("/treatments/the-chooser-finds-by-name-drug-and-code", test_the_chooser_finds_by_name_drug_and_code);
  g_test_add_func ("/treatments/the-words", test_the_words);
  return g_test_run ();
}
