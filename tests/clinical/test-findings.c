/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-findings.h"

#include <string.h>

#include "calx-json.h"
#include "tables.h"

static guint
index_of (const char *id)
{
  return tables_input (id)->index;
}

static CalxFindings *
with (CalxFindings      *findings,
      const char        *id,
      CalxFinding        finding)
{
  g_autoptr(CalxFindings) old = findings;

  return calx_findings_with (old, index_of (id), &finding);
}

/* One finding in every state, with every field. */
static CalxFindings *
make (void)
{
  CalxFindings *f = calx_findings_new (tables_inputs ());

  f = with (f, "calcium_total",
            (CalxFinding){ CALX_FINDING_VALUE, " 9,60", "mg/dL", { 2026, 3, 2 }, "0b2d", { 2026, 2, 2 } });
  f = with (f, "setting", (CalxFinding){ .state = CALX_FINDING_VALUE, .text = "hemodialysis" });
  f = with (f, "diabetes", (CalxFinding){ .state = CALX_FINDING_ABSENT });
  f = with (f, "lesions", (CalxFinding){ .state = CALX_FINDING_ABSENT });
  f = with (f, "dialysis_start", (CalxFinding){ .state = CALX_FINDING_VALUE, .text = "2019-05" });
  f = with (f, "phosphate", (CalxFinding){ .state = CALX_FINDING_LOW, .date = { 2026, 3, 1 } });
  f = with (f, "pth", (CalxFinding){ .state = CALX_FINDING_NORMAL });
  f = with (f, "aluminium", (CalxFinding){ .state = CALX_FINDING_HIGH });
  f = with (f, "exposure_calcium_gluconate",
            (CalxFinding){ .state = CALX_FINDING_VALUE, .text = "yes", .date = { 2025, 4, 0 }, .site = "farm_a_l" });
  return f;
}

static void
test_everything_starts_unknown (void)
{
  g_autoptr(CalxFindings) f = calx_findings_new (tables_inputs ());

  for (guint i = 0; i < calx_inputs_get_n (tables_inputs ()); i++)
    g_assert_cmpint (calx_findings_get (f, i)->state, ==, CALX_FINDING_UNKNOWN);
  g_assert_cmpint (calx_findings_get_by_id (f, "no_such")->state, ==, CALX_FINDING_UNKNOWN);
}

static void
test_an_edit_leaves_the_original_alone (void)
{
  g_autoptr(CalxFindings) before = make ();
  g_autoptr(CalxFindings) same = make ();
  g_autoptr(CalxFindings) after = NULL;
  char text[] = "10";
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = text, .unit = "mg/dL" };

  after = calx_findings_with (before, index_of ("calcium_total"), &finding);
  text[0] = 'x'; /* the caller's string is its own */
  g_assert_true (calx_findings_equal (before, same));
  g_assert_false (calx_findings_equal (before, after));
  g_assert_cmpstr (calx_findings_get_by_id (before, "calcium_total")->text, ==, " 9,60");
  g_assert_cmpstr (calx_findings_get_by_id (after, "calcium_total")->text, ==, "10");
  g_assert_cmpstr (calx_findings_get_by_id (after, "setting")->text, ==, "hemodialysis");
}

static void
test_every_state_comes_back_from_json (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxFindings) before = make ();
  g_autoptr(CalxFindings) after = NULL;
  g_autoptr(JsonNode) node = calx_findings_to_json (before);
  g_autoptr(JsonNode) parsed = NULL;
  g_autoptr(JsonNode) again = NULL;
  g_autofree char *text = calx_json_to_canonical (node);
  g_autofree char *text_again = NULL;

  parsed = calx_json_parse (text, "test", &error);
  g_assert_no_error (error);
  after = calx_findings_from_json (tables_inputs (), parsed, &error);
  g_assert_no_error (error);
  g_assert_true (calx_findings_equal (before, after));
  again = calx_findings_to_json (after);
  text_again = calx_json_to_canonical (again);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_nonnull (strstr (text, "\"calcium_total\":{\"state\":\"value\",\"text\":\" 9,60\",\"unit\":\"mg/dL\","
                                  "\"date\":\"2026-03-02\",\"carried_from\":\"0b2d\","
                                  "\"carried_date\":\"2026-02-02\"}"));
  g_assert_nonnull (strstr (text, "\"exposure_calcium_gluconate\":{\"state\":\"value\",\"text\":\"yes\","
                                  "\"site\":\"farm_a_l\",\"date\":\"2025-04\"}"));
  g_assert_null (strstr (text, "albumin"));
}

static void
test_a_site_is_carried_and_compared (void)
{
  g_autoptr(CalxFindings) here = make ();
  g_autoptr(CalxFindings) there = NULL;
  g_autoptr(CalxFindings) nowhere = NULL;
  g_autoptr(CalxFindings) carried = calx_findings_carry (here, "aaaa", (CalxDate){ 2026, 3, 9 });
  CalxFinding finding = *calx_findings_get_by_id (here, "exposure_calcium_gluconate");

  g_assert_cmpstr (calx_findings_get_by_id (carried, "exposure_calcium_gluconate")->site, ==, "farm_a_l");
  finding.site = "farm_a_r";
  there = calx_findings_with (here, index_of ("exposure_calcium_gluconate"), &finding);
  g_assert_false (calx_findings_equal (here, there));
  finding.site = "";
  nowhere = calx_findings_with (here, index_of ("exposure_calcium_gluconate"), &finding);
  g_assert_null (calx_findings_get_by_id (nowhere, "exposure_calcium_gluconate")->site);
}

static void
test_faults_are_named (void)
{
  static const struct
  {
    const char *json, *message;
  } cases[] = {
    { "[]", "findings: must be an object" },
    { "{\"no_such\":{\"state\":\"absent\"}}", "findings: no_such: there is no such input" },
    { "{\"pth\":1}", "findings: pth: must be an object" },
    { "{\"pth\":{}}", "findings: pth.state: is missing" },
    { "{\"pth\":{\"state\":\"unknown\"}}", "findings: pth.state: “unknown” is none of those known" },
    { "{\"pth\":{\"state\":\"value\"}}", "findings: pth.text: is missing" },
    { "{\"pth\":{\"state\":\"value\",\"text\":9}}", "findings: pth.text: must be a text" },
    { "{\"pth\":{\"state\":\"low\",\"date\":\"soon\"}}", "findings: pth.date: “soon” is not a date" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = calx_json_parse (cases[i].json, "test", NULL);
      g_autoptr(CalxFindings) f = calx_findings_from_json (tables_inputs (), node, &error);

      g_assert_null (f);
      g_assert_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_FIELD);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_findings_are_carried_with_their_first_origin (void)
{
  g_autoptr(CalxFindings) first = make ();
  g_autoptr(CalxFindings) second = calx_findings_carry (first, "aaaa", (CalxDate){ 2026, 3, 9 });
  g_autoptr(CalxFindings) third = calx_findings_carry (second, "bbbb", (CalxDate){ 2026, 4, 6 });
  const CalxFinding *finding;

  /* carried before: keeps its origin */
  finding = calx_findings_get_by_id (third, "calcium_total");
  g_assert_cmpstr (finding->carried_from, ==, "0b2d");
  g_assert_cmpint (finding->carried_date.month, ==, 2);
  g_assert_cmpint (finding->date.day, ==, 2);
  finding = calx_findings_get_by_id (third, "setting");
  g_assert_cmpstr (finding->carried_from, ==, "aaaa");
  g_assert_cmpint (finding->carried_date.month, ==, 3);
  /* an absent one too */
  g_assert_cmpint (calx_findings_get_by_id (third, "diabetes")->state, ==, CALX_FINDING_ABSENT);
  /* examined anew each time */
  g_assert_cmpint (calx_findings_get_by_id (second, "lesions")->state, ==, CALX_FINDING_UNKNOWN);
}

static void
test_a_laboratory_value_does_not_grow_young (void)
{
  g_autoptr(CalxFindings) first = make ();
  g_autoptr(CalxFindings) second = calx_findings_carry (first, "aaaa", (CalxDate){ 2026, 3, 9 });
  g_autoptr(CalxFindings) third = calx_findings_carry (second, "bbbb", (CalxDate){ 2026, 4, 6 });
  CalxDate date = calx_findings_get_by_id (third, "pth")->date;

  g_assert_cmpint (calx_date_compare (date, (CalxDate){ 2026, 3, 9 }), ==, 0);
  date = calx_findings_get_by_id (third, "phosphate")->date;
  g_assert_cmpint (calx_date_compare (date, (CalxDate){ 2026, 3, 1 }), ==, 0);
  g_assert_false (calx_date_is_known (calx_findings_get_by_id (third, "setting")->date));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/findings/everything-starts-unknown", test_everything_starts_unknown);
  g_test_add_func ("/findings/an-edit-leaves-the-original-alone", test_an_edit_leaves_the_original_alone);
  g_test_add_func ("/findings/every-state-comes-back-from-json", test_every_state_comes_back_from_json);
  g_test_add_func ("/findings/faults-are-named", test_faults_are_named);
  g_test_add_func ("/findings/findings-are-carried-with-their-first-origin",
                   test_findings_are_carried_with_their_first_origin);
  g_test_add_func ("/findings/a-laboratory-value-does-not-grow-young",
                   test_a_laboratory_value_does_not_grow_young);
  g_test_add_func ("/findings/a-site-is-carried-and-compared", test_a_site_is_carried_and_compared);
  return g_test_run ();
}
