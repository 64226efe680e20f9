/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-clinic-settings.h"

#include <math.h>

#include "calx-facts.h"
#include "calx-json.h"
#include "score-fixture.h"

#define TODAY ((CalxDate){ 2026, 11, 20 })

static const CalxInput *
input (const char *id)
{
  return calx_inputs_find (score_knowledge ()->inputs, id);
}

static CalxReferences *
with (CalxReferences *references,
      const char     *id,
      const char     *low,
      const char     *high,
      const char     *unit)
{
  CalxReferenceEntry entry = { low, high, unit, TODAY };
  g_autofree char *message = NULL;

  g_assert_true (calx_reference_entry_check (&entry, input (id), &message));
  return calx_references_with (references, input (id), &entry);
}

static CalxReferences *
one (const char *id,
     const char *low,
     const char *high,
     const char *unit)
{
  g_autoptr(CalxReferences) none = calx_references_new (score_knowledge ()->inputs);

  return with (none, id, low, high, unit);
}

static CalxRangeLevel
level (const char     *id,
       const char     *entries,
       CalxReferences *references)
{
  g_autoptr(CalxFindings) findings = score_findings (entries);
  CalxFacts facts = { .findings = findings, .date = SCORE_DATE, .references = references };

  return calx_facts_get_level (&facts, input (id));
}

static void
test_the_published_range_counts_first (void)
{
  g_autoptr(CalxReferences) none = calx_references_new (score_knowledge ()->inputs);
  CalxReferenceRange range = calx_references_get_range (none, input ("phosphate"));

  g_assert_cmpint (range.origin, ==, CALX_RANGE_PUBLISHED);
  g_assert_cmpfloat (range.low, ==, 2.5);
  g_assert_cmpfloat (range.high, ==, 4.5);
  g_assert_null (calx_references_get_entry (none, input ("phosphate")));
  g_assert_cmpint (calx_references_get_range (NULL, input ("phosphate")).origin, ==, CALX_RANGE_PUBLISHED);
  g_assert_cmpint (calx_references_get_range (none, input ("crp")).origin, ==, CALX_RANGE_NONE);
}

/* Below, at, between and above the ends, in the unit of the range and in the other one as displayed. */
static void
test_the_clinics_range_counts (void)
{
  static const struct
  {
    const char *entries;
    CalxRangeLevel expected;
  } cases[] = {
    { "phosphate=2.6 mg/dL", CALX_LEVEL_LOW },    { "phosphate=2.7 mg/dL", CALX_LEVEL_NORMAL },
    { "phosphate=4.3 mg/dL", CALX_LEVEL_NORMAL }, { "phosphate=4.4 mg/dL", CALX_LEVEL_HIGH },
    { "phosphate=0.86 mmol/L", CALX_LEVEL_LOW },  { "phosphate=0.87 mmol/L", CALX_LEVEL_NORMAL },
    { "phosphate=1.39 mmol/L", CALX_LEVEL_NORMAL }, { "phosphate=1.40 mmol/L", CALX_LEVEL_HIGH },
    { "phosphate=?", CALX_LEVEL_UNKNOWN },
  };
  g_autoptr(CalxReferences) mg = one ("phosphate", "2,7", "4,3", "mg/dL");
  g_autoptr(CalxReferences) mmol = one ("phosphate", "0.87", "1.39", "mmol/L");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].entries);
      g_assert_cmpint (level ("phosphate", cases[i].entries, mg), ==, cases[i].expected);
      g_assert_cmpint (level ("phosphate", cases[i].entries, mmol), ==, cases[i].expected);
    }
}

static void
test_an_open_end_refuses_nothing (void)
{
  g_autoptr(CalxReferences) high = one ("crp", "", "5", "mg/L");
  g_autoptr(CalxReferences) low = one ("magnesium", "1.7", "", "mg/dL");

  g_assert_cmpint (level ("crp", "crp=0 mg/L", high), ==, CALX_LEVEL_NORMAL);
  g_assert_cmpint (level ("crp", "crp=5 mg/L", high), ==, CALX_LEVEL_NORMAL);
  g_assert_cmpint (level ("crp", "crp=5.1 mg/L", high), ==, CALX_LEVEL_HIGH);
  g_assert_cmpint (level ("magnesium", "magnesium=1.6 mg/dL", low), ==, CALX_LEVEL_LOW);
  g_assert_cmpint (level ("magnesium", "magnesium=8 mg/dL", low), ==, CALX_LEVEL_NORMAL);
}

static void
test_the_findings_own_limit_counts_before (void)
{
  g_autoptr(CalxReferences) clinic = one ("alkaline_phosphatase", "40", "100", "U/L");

  g_assert_cmpint (level ("alkaline_phosphatase", "alkaline_phosphatase=110 U/L", NULL), ==, CALX_LEVEL_NORMAL);
  g_assert_cmpint (level ("alkaline_phosphatase", "alkaline_phosphatase=110 U/L", clinic), ==, CALX_LEVEL_HIGH);
  g_assert_cmpint (level ("alkaline_phosphatase",
                          "alkaline_phosphatase=110 U/L; alkaline_phosphatase_upper_limit=110 U/L", clinic),
                   ==, CALX_LEVEL_NORMAL);
  g_assert_cmpint (level ("alkaline_phosphatase",
                          "alkaline_phosphatase=111 U/L; alkaline_phosphatase_upper_limit=110 U/L", clinic),
                   ==, CALX_LEVEL_HIGH);
  g_assert_cmpint (level ("alkaline_phosphatase",
                          "alkaline_phosphatase=30 U/L; alkaline_phosphatase_upper_limit=35 U/L", clinic),
                   ==, CALX_LEVEL_NORMAL);
}

static CalxAssessment *
assess (const char     *entries,
        CalxReferences *references)
{
  g_autoptr(CalxFindings) findings = score_findings (entries);
  CalxFacts facts = { .findings = findings, .date = SCORE_DATE, .references = references };

  return calx_risk_model_assess_facts (score_knowledge ()->model, &facts);
}

/* 110 U/L: below the model's 120, above the clinic's 100, and no points either way. */
static void
test_an_association_moves_and_the_score_does_not (void)
{
  static const char *const entries = WORKED_CASE "; alkaline_phosphatase=110 U/L";
  g_autoptr(CalxReferences) clinic = one ("alkaline_phosphatase", "40", "100", "U/L");
  g_autoptr(CalxReferences) all = with (clinic, "phosphate", "1", "2", "mg/dL");
  g_autoptr(CalxAssessment) plain = assess (entries, NULL);
  g_autoptr(CalxAssessment) own = assess (entries, all);
  g_autoptr(CalxAssessment) said = assess (WORKED_CASE "; alkaline_phosphatase=110 U/L; "
                                                       "alkaline_phosphatase_upper_limit=115 U/L", all);

  g_assert_cmpint (score_association (plain, "alkaline_phosphatase"), ==, CALX_RULE_NOT_MET);
  g_assert_cmpint (score_association (own, "alkaline_phosphatase"), ==, CALX_RULE_MET);
  g_assert_cmpint (score_association (said, "alkaline_phosphatase"), ==, CALX_RULE_NOT_MET);
  g_assert_cmpint (plain->points_min, ==, own->points_min);
  g_assert_cmpint (plain->points_max, ==, own->points_max);
  g_assert_cmpfloat (plain->lp_min, ==, own->lp_min);
}

static void
test_bad_ranges_are_refused (void)
{
  static const struct
  {
    const char *id, *low, *high, *unit, *message;
  } cases[] = {
    { "phosphate", "4.5", "2.5", "mg/dL",
      "Phosphate: the lower end, 4.5 mg/dL, is not below the upper end, 2.5 mg/dL." },
    { "phosphate", "4.5", "4.5", "mg/dL",
      "Phosphate: the lower end, 4.5 mg/dL, is not below the upper end, 4.5 mg/dL." },
    { "phosphate", "", "", "mg/dL", "Phosphate: enter the lower end, the upper end, or both." },
    { "phosphate", "2.5", "30", "mg/dL", "Phosphate 30 mg/dL is above 25 mg/dL" },
    { "phosphate", "0.1", "4.5", "mg/dL", "Phosphate 0.1 mg/dL is below 0.3 mg/dL" },
    { "phosphate", "2.5", "many", "mg/dL", "Phosphate: “many” is not a number." },
    { "phosphate", "2.5", "4.5", "pg/mL", "Phosphate: “pg/mL” is not one of its units" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CalxReferenceEntry entry = { cases[i].low, cases[i].high, cases[i].unit, TODAY };
      g_autofree char *message = NULL;

      g_assert_false (calx_reference_entry_check (&entry, input (cases[i].id), &message));
      if (!g_str_has_prefix (message, cases[i].message))
        g_error ("'%s' does not begin with '%s'", message, cases[i].message);
    }
}

static CalxClinicSettings *
read_settings (const char  *text,
               GError     **error)
{
  g_autoptr(JsonNode) node = calx_json_parse (text, "setting", NULL);

  return calx_clinic_settings_from_json (score_knowledge ()->inputs, node, "setting", error);
}

static void
test_settings_come_back_as_they_were (void)
{
  g_autoptr(CalxClinicSettings) fresh = calx_clinic_settings_new (score_knowledge ()->inputs);
  g_autoptr(CalxReferences) phosphate = one ("phosphate", "0,80", "1,45", "mmol/L");
  g_autoptr(CalxReferences) both = with (phosphate, "crp", "", "5", "mg/L");
  g_autoptr(CalxClinicSettings) named = calx_clinic_settings_with_name (fresh, " Städtische Klinik ");
  g_autoptr(CalxClinicSettings) si = calx_clinic_settings_with_unit_system (named, CALX_UNIT_SYSTEM_SI);
  g_autoptr(CalxClinicSettings) body = calx_clinic_settings_with_target_body (si, "kdoqi2003");
  g_autoptr(CalxClinicSettings) all = calx_clinic_settings_with_references (body, both);
  g_autoptr(JsonNode) node = calx_clinic_settings_to_json (all);
  g_autofree char *text = calx_json_to_canonical (node);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxClinicSettings) back = read_settings (text, &error);
  g_autoptr(JsonNode) again = NULL;
  g_autofree char *text_again = NULL;

  g_assert_no_error (error);
  g_assert_true (calx_clinic_settings_equal (all, back));
  g_assert_false (calx_clinic_settings_equal (all, fresh));
  g_assert_false (calx_clinic_settings_equal (all, body));
  again = calx_clinic_settings_to_json (back);
  text_again = calx_json_to_canonical (again);
  g_assert_cmpstr (text, ==, text_again);
  g_assert_cmpstr (calx_clinic_settings_get_name (back), ==, "Städtische Klinik");
  g_assert_cmpint (calx_clinic_settings_get_unit_system (back), ==, CALX_UNIT_SYSTEM_SI);
  g_assert_cmpstr (calx_clinic_settings_get_target_body (back), ==, "kdoqi2003");
  g_assert_cmpstr (calx_references_get_entry (calx_clinic_settings_get_references (back), input ("phosphate"))->low,
                   ==, "0,80");
}

#define HEAD "{\"format\":\"calx-clinic-settings/1\",\"name\":\"\",\"target_body\":\"\","
#define RANGE(id, low, high, unit, day)                                                                            \
  HEAD "\"unit_system\":\"si\",\"references\":{\"" id "\":{\"low\":\"" low "\",\"high\":\"" high                   \
       "\",\"unit\":\"" unit "\",\"entered_on\":\"" day "\"}}}"

static void
test_faults_are_named (void)
{
  static const char *const cases[][2] = {
    { "[]", "setting" },
    { "{\"format\":\"calx-clinic-settings/2\"}", "setting: format" },
    { HEAD "\"unit_system\":\"imperial\",\"references\":{}}",
      "setting: unit_system: must be conventional or si, not 'imperial'" },
    { HEAD "\"unit_system\":\"si\"}", "setting: references: is missing" },
    { RANGE ("gout", "1", "2", "mg/dL", "2026-11-20"), "setting: references.gout: is no laboratory value" },
    { RANGE ("weight", "1", "2", "kg", "2026-11-20"), "setting: references.weight: is no laboratory value" },
    { RANGE ("pth", "15", "65", "pg/mL", "2026-11"), "setting: references.pth.entered_on: '2026-11' is no day" },
    { RANGE ("pth", "65", "15", "pg/mL", "2026-11-20"), "setting: references.pth: Parathyroid hormone" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxClinicSettings) settings = read_settings (cases[i][0], &error);

      g_assert_null (settings);
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, cases[i][1]))
        g_error ("'%s' does not begin with '%s'", error->message, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clinic-settings/the-published-range-counts-first", test_the_published_range_counts_first);
  g_test_add_func ("/clinic-settings/the-clinics-range-counts", test_the_clinics_range_counts);
  g_test_add_func ("/clinic-settings/an-open-end-refuses-nothing", test_an_open_end_refuses_nothing);
  g_test_add_func ("/clinic-settings/the-findings-own-limit-counts-before", test_the_findings_own_limit_counts_before);
  g_test_add_func ("/clinic-settings/an-association-moves-and-the-score-does-not",
                   test_an_association_moves_and_the_score_does_not);
  g_test_add_func ("/clinic-settings/bad-ranges-are-refused", test_bad_ranges_are_refused);
  g_test_add_func ("/clinic-settings/settings-come-back-as-they-were", test_settings_come_back_as_they_were);
  g_test_add_func ("/clinic-settings/faults-are-named", test_faults_are_named);
  return g_test_run ();
}
