/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The sets of criteria: which tier they reach, and how they say it. */
#include <string.h>

#include "calx-format-review.h"
#include "calx-json.h"
#include "review-fixture.h"
#include "score-fixture.h"

/* Six years of dialysis, two of warfarin, a painful thigh plaque. */
#define SUSPECTED                                                                                  \
  "setting=hemodialysis; dialysis_start=2020-11-01; long_term_warfarin=yes; mimics_excluded=yes"

static const CalxCriteriaResult *
find_set (CalxReview *review,
          const char *set_id)
{
  for (guint i = 0; i < review->criteria->len; i++)
    {
      const CalxCriteriaResult *result = review->criteria->pdata[i];

      if (g_str_equal (result->set->statement.id, set_id))
        return result;
    }
  g_error ("no set %s", set_id);
}

static char *
say (const char *set_id,
     const char *findings,
     const char *lesions)
{
  g_autoptr(CalxReview) review = review_of (findings, lesions);

  return calx_format_criteria (find_set (review, set_id), review);
}

static void
assert_says (const char *set_id,
             const char *findings,
             const char *lesions,
             const char *expected)
{
  g_autofree char *said = say (set_id, findings, lesions);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_two_majors_make_suspected (void)
{
  assert_says ("dialysis_consensus", SUSPECTED, "thigh_a_r plaque pain=6",
               "Meets 'suspected' of the consensus");
  assert_says ("dialysis_consensus", SUSPECTED "; mimics_excluded=?", "thigh_a_r plaque pain=6",
               "Cannot tell by the consensus; not known: Other diseases that look alike are excluded");
}

static void
test_one_major_needs_three_minors (void)
{
  static const char *const one = SUSPECTED "; long_term_warfarin=no; high_dose_calcium_binder=no; "
                                 "active_vitamin_d_high_dose=no; protein_c_deficiency=no; "
                                 "protein_s_deficiency=no; vitamin_k_deficiency=no; pth=500 pg/mL; "
                                 "diabetes=yes; bmi=30 kg/m2; typical_lesions=no; biopsy_result=negative";
  g_autofree char *two = g_strconcat (one, "; albumin=3.5 g/dL; immunosuppressant=no; corticosteroid=no; "
                                      "calcium_corrected=10.2 mg/dL; phosphate=5.5 mg/dL; "
                                      "alkaline_phosphatase=120 U/L; subcutaneous_injections=no; "
                                      "insulin_injections_per_day=0; iron_overload=no", NULL);
  g_autofree char *three = g_strconcat (two, "; albumin=3.4 g/dL", NULL);

  assert_says ("dialysis_consensus", two, "thigh_a_r plaque", "Does not meet the consensus");
  assert_says ("dialysis_consensus", three, "thigh_a_r plaque", "Meets 'suspected' of the consensus");
}

static void
test_higher_tiers_come_first (void)
{
  assert_says ("dialysis_consensus", SUSPECTED "; typical_lesions=yes", "thigh_a_r plaque",
               "Meets 'clinical' of the consensus");
  assert_says ("dialysis_consensus", SUSPECTED "; biopsy_result=positive; lesions=yes",
               "thigh_a_r plaque", "Meets 'biopsy-proven' of the consensus");
}

static void
test_a_set_is_for_its_own_population (void)
{
  assert_says ("dialysis_consensus", "setting=none; biopsy_result=positive; lesions=yes", "",
               "The consensus does not apply");
  assert_says ("dialysis_consensus", "", "", "Cannot tell by the consensus; not known: Kidney treatment");
}

static void
test_hayashi (void)
{
  static const char *const ulcers = "setting=peritoneal; intractable_ulcers=yes; painful_purpura=yes";

  assert_says ("hayashi", ulcers, "thigh_a_r ulcer pain=4", "Meets 'all three clinical' of Hayashi's criteria");
  assert_says ("hayashi", ulcers, "thigh_a_r ulcer",
               "Cannot tell by Hayashi's criteria; not known: Skin biopsy");
  assert_says ("hayashi", "setting=none; egfr=90 mL/min/{1.73_m2}; biopsy_result=positive; intractable_ulcers=yes; "
                          "painful_purpura=yes", "genital ulcer pain=4",
               "Cannot tell by Hayashi's criteria; not known: Sex");
}

static void
test_what_is_missing_is_named_in_few_words (void)
{
  g_autofree char *said = say ("dialysis_consensus",
                               "setting=hemodialysis; mimics_excluded=yes; early_skin_change=yes", "");

  g_assert_true (g_str_has_prefix (said, "Cannot tell by the consensus; not known: First dialysis on, "));
  g_assert_nonnull (strstr (said, " and "));
  g_assert_true (g_str_has_suffix (said, " more"));
}

static void
test_evidence_has_value_unit_and_day (void)
{
  g_autoptr(CalxReview) review = review_of ("setting=hemodialysis; phosphate=6.5 mg/dL @2026-10-12; "
                                            "calcium_total=2.5 mmol/L; albumin=29 g/L; "
                                            "albumin_method=bcg; diabetes=no",
                                            "calf_r ulcer; thigh_a_l plaque");
  const CalxCriteriaResult *consensus = find_set (review, "dialysis_consensus");
  static const struct
  {
    const char    *clause;
    CalxRuleResult result;
    const char    *evidence;
  } rows[] = {
    { "hyperphosphataemia", CALX_RULE_MET, "Phosphate: 6.5 mg/dL, 12-Oct-2026" },
    { "hypercalcaemia", CALX_RULE_MET, "Calcium corrected for albumin: 2.72 mmol/L, computed" },
    { "hypoalbuminaemia", CALX_RULE_MET, "Albumin: 29 g/L, 20-Nov-2026" },
    { "obesity", CALX_RULE_UNKNOWN, "Body mass index: not known" },
    { "diabetes", CALX_RULE_NOT_MET, "Diabetes: no" },
    { "early_skin_change", CALX_RULE_MET, "L2: Plaque" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < consensus->clauses->len; j++)
      {
        const CalxVerdict *verdict = consensus->clauses->pdata[j];
        g_autofree char *evidence = NULL;

        if (!g_str_equal (verdict->statement->id, rows[i].clause))
          continue;
        evidence = calx_format_evidence (verdict->used, review, 3);
        g_assert_cmpstr (evidence, ==, rows[i].evidence);
        g_assert_cmpint (verdict->result, ==, rows[i].result);
      }
}

static void
assert_signs (const char *findings,
              const char *lesions,
              const char *expected)
{
  g_autoptr(CalxReview) review = review_of (findings, lesions);
  g_autofree char *said = calx_format_early_signs (review);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_early_signs_are_counted (void)
{
  assert_signs ("", "", "0 of 6 asked");
  assert_signs ("sign_new_painful_skin=no", "", "1 of 6 asked, none present");
  assert_signs ("sign_new_painful_skin=yes", "thigh_a_r livedo",
                "2 of 6 asked; present: New painful skin, Livedo racemosa");
}

static void
test_faults_name_the_field (void)
{
  static const char *const rows[][2] = {
    { "\"group\": \"major\" -> \"group\": \"big\"",
      "criteria.json: sets[0].clauses[0].group: no group of clauses is called 'big'" },
    { "\"calx-criteria/1\" -> \"calx-criteria/2\"",
      "criteria.json: format: must be" },
    { "\"sources\": [\"consensus2023\"], -> \"sources\": [],",
      "criteria.json: sets[0].sources: must not be empty" },
    { "\"sources\": [\"consensus2023\"], -> \"sources\": [\"nobody\"],",
      "criteria.json: sets[0].sources: no source is called 'nobody'" },
    { "{\"rule\": \"early_skin_change\"} -> {\"rule\": \"late_skin_change\"}",
      "criteria.json: sets[0].tiers[0].when.all[0].rule: no rule before this one" },
    { "\"name\": \"the consensus\", -> ",
      "criteria.json: sets[0].name: is missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CalxRuleScope scope = { score_knowledge ()->inputs, score_knowledge ()->regions, NULL };
      g_autoptr(GBytes) changed = score_change_data ("criteria.json", rows[i][0]);
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxCriteria) table = calx_criteria_new (changed, "criteria.json", &scope, score_knowledge ()->sources, &error);

      g_assert_null (table);
      score_assert_fault (error, rows[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/criteria/two-majors-make-suspected", test_two_majors_make_suspected);
  g_test_add_func ("/criteria/one-major-needs-three-minors", test_one_major_needs_three_minors);
  g_test_add_func ("/criteria/higher-tiers-come-first", test_higher_tiers_come_first);
  g_test_add_func ("/criteria/a-set-is-for-its-own-population", test_a_set_is_for_its_own_population);
  g_test_add_func ("/criteria/hayashi", test_hayashi);
  g_test_add_func ("/criteria/what-is-missing-is-named-in-few-words",
                   test_what_is_missing_is_named_in_few_words);
  g_test_add_func ("/criteria/evidence-has-value-unit-and-day", test_evidence_has_value_unit_and_day);
  g_test_add_func ("/criteria/early-signs-are-counted", test_early_signs_are_counted);
  g_test_add_func ("/criteria/faults-name-the-field", test_faults_name_the_field);
  return g_test_run ();
}
