/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "calx-format.h"
#include "calx-model-card.h"
#include "calx-model-load.h"
#include "score-fixture.h"

static CalxRiskModel *
model (void)
{
  return score_knowledge ()->model;
}

static void
assert_points (const char *entries,
               const char *more,
               const char *factor_id,
               int         points)
{
  g_autoptr(CalxAssessment) assessment = score_assess_with (entries, more);

  g_assert_cmpint (score_factor (assessment, factor_id)->points, ==, points);
}

static double
get_exposure (const char *more,
              const char *factor_id)
{
  g_autoptr(CalxAssessment) assessment = score_assess_with (PLAIN_CASE, more);

  g_assert_cmpint (score_factor (assessment, factor_id)->state, ==, CALX_FACTOR_KNOWN);
  return score_factor (assessment, factor_id)->t;
}

static void
test_mean_of_the_reference_population (void)
{
  score_assert_near (model ()->mean, 3.598878, 1e-6);
}

static void
test_worked_case_to_the_last_digit (void)
{
  static const struct
  {
    const char *id;
    double      t;
    double      b;
    double      c;
    int         points;
  } rows[] = {
    { "sex", 1.0, 0.7420, 0.7420, 4 },      { "diabetes", 1.0, 0.6930, 0.6930, 4 },
    { "bmi", 12.0, 0.0644, 0.7728, 4 },     { "calcium", 1.38, 0.2850, 0.3933, 2 },
    { "phosphate", 1.4, 0.1040, 0.1456, 1 }, { "pth", 0.5, 0.4280, 0.2140, 1 },
    { "albumin", 0.9, 0.6957, 0.6262, 3 },  { "warfarin", 1.0, 1.0990, 1.0990, 6 },
  };
  g_autoptr(CalxAssessment) a = score_assess (WORKED_CASE);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const CalxContribution *c = score_factor (a, rows[i].id);

      score_assert_near (c->t, rows[i].t, 1e-9);
      score_assert_near (c->b, rows[i].b, 5.0001e-5);
      score_assert_near (c->c, rows[i].c, 5.0001e-5);
      g_assert_cmpint (c->points, ==, rows[i].points);
    }
  g_assert_cmpint (a->kind, ==, CALX_ASSESSMENT_SCORED);
  g_assert_true (a->complete);
  g_assert_cmpint (a->setting_points, ==, 15);
  g_assert_cmpint (a->points_min, ==, 40);
  g_assert_cmpint (a->points_max, ==, 40);
  score_assert_near (a->lp_min, 4.6859, 5e-5);
  score_assert_near (a->sd, 0.5442, 5e-5);
  score_assert_near (a->ratio_min, 30.1219, 5e-5);
  score_assert_near (a->ratio_low, 10.3667, 5e-5);
  score_assert_near (a->ratio_high, 87.5231, 5e-5);
  score_assert_near (a->rate_low, 11.905321, 1e-6);
  score_assert_near (a->rate_high, 153.067383, 1e-6);
  g_assert_cmpstr (a->band_min, ==, "very_high");
  g_assert_cmpstr (a->band_max, ==, "very_high");
}

static void
test_worked_case_without_warfarin (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, "vitamin_k_antagonist=no");
  g_autofree char *ratio = calx_format_ratio (a);

  g_assert_cmpint (a->points_min, ==, 34);
  score_assert_near (a->ratio_min, 10.0367, 5e-5);
  g_assert_cmpstr (ratio, ==, "10.0 times the average hemodialysis patient");
}

static void
test_worked_case_with_diabetes_unknown (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, "diabetes=?");
  const CalxUnknown *unknown = &g_array_index (a->unknowns, CalxUnknown, 0);

  g_assert_false (a->complete);
  g_assert_cmpint (a->points_min, ==, 36);
  g_assert_cmpint (a->points_max, ==, 40);
  score_assert_near (a->ratio_min, 15.0632, 5e-5);
  score_assert_near (a->ratio_max, 30.1219, 5e-5);
  g_assert_true (isnan (a->ratio_low) && isnan (a->ratio_high) && isnan (a->sd));
  g_assert_true (isnan (a->rate_low) && isnan (a->rate_high));
  g_assert_cmpuint (a->unknowns->len, ==, 1);
  g_assert_cmpstr (unknown->id, ==, "diabetes");
  g_assert_cmpstr (unknown->settles, ==, "0 to +4 points");
}

static void
test_points_of_the_settings (void)
{
  static const struct
  {
    const char *id;
    int         points;
  } settings[] = {
    { "ckd", 0 }, { "transplant", 0 }, { "hemodialysis", 15 }, { "peritoneal", 18 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *more = g_strconcat ("setting=", settings[i].id, NULL);
      g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, more);

      g_assert_cmpint (a->setting_points, ==, settings[i].points);
      g_assert_cmpint (a->points_min, ==, settings[i].points);
      g_assert_true (*a->setting_grade != '\0');
      g_assert_true ((strstr (a->setting_note, "0 points is not no risk") != NULL) ==
                     (settings[i].points == 0));
    }
}

static void
test_spread_of_peritoneal_dialysis_is_wider (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, "setting=peritoneal");

  score_assert_near (a->sd, 0.69, 1e-12);
  score_assert_near (a->ratio_min, 5.2 / 3.0 / model ()->mean, 1e-12);
  score_assert_near (a->ratio_high, a->ratio_min * exp (1.96 * 0.69), 1e-12);
  score_assert_near (a->rate_high, 1000.0 * 0.015 / model ()->mean / (1.0 + 0.015 / model ()->mean),
                     1e-12);
}

static void
test_clamps_at_below_and_above (void)
{
  score_assert_near (get_exposure ("bmi=17.9 kg/m2", "bmi"), -10.0, 1e-9);
  score_assert_near (get_exposure ("bmi=18 kg/m2", "bmi"), -10.0, 1e-9);
  score_assert_near (get_exposure ("bmi=18.1 kg/m2", "bmi"), -9.9, 1e-9);
  score_assert_near (get_exposure ("bmi=49.9 kg/m2", "bmi"), 21.9, 1e-9);
  score_assert_near (get_exposure ("bmi=50.1 kg/m2", "bmi"), 22.0, 1e-9);
  score_assert_near (get_exposure ("calcium_corrected=7.4 mg/dL", "calcium"), -1.6, 1e-9);
  score_assert_near (get_exposure ("calcium_corrected=11.6 mg/dL", "calcium"), 2.4, 1e-9);
  score_assert_near (get_exposure ("phosphate=2.4 mg/dL", "phosphate"), -2.6, 1e-9);
  score_assert_near (get_exposure ("phosphate=10.1 mg/dL", "phosphate"), 4.9, 1e-9);
  score_assert_near (get_exposure ("albumin=3.9 g/dL", "albumin"), 0.0, 1e-9);
  score_assert_near (get_exposure ("albumin=3.8 g/dL", "albumin"), 0.0, 1e-9);
  score_assert_near (get_exposure ("albumin=3.7 g/dL", "albumin"), 0.1, 1e-9);
  score_assert_near (get_exposure ("albumin=1.9 g/dL", "albumin"), 1.8, 1e-9);
  score_assert_near (get_exposure ("pth=299 pg/mL", "pth"), 0.0, 1e-9);
  score_assert_near (get_exposure ("pth=300 pg/mL", "pth"), 0.0, 1e-9);
  score_assert_near (get_exposure ("pth=307 pg/mL", "pth"), 0.01, 1e-9);
  score_assert_near (get_exposure ("pth=1000 pg/mL", "pth"), 1.0, 1e-9);
  score_assert_near (get_exposure ("pth=1001 pg/mL", "pth"), 1.0, 1e-9);
  score_assert_near (get_exposure ("weight_loss_6_months=5.1 kg", "weight_loss"), 5.0, 1e-9);
  score_assert_near (get_exposure ("weight_loss_6_months=absent", "weight_loss"), 0.0, 1e-9);
}

static void
test_levels_of_insulin (void)
{
  static const int points[] = { 0, 1, 1, 2, 4, 4 };

  for (int n = 0; n <= 5; n++)
    {
      g_autofree char *more = g_strdup_printf ("diabetes=yes; insulin_injections_per_day=%d", n);

      assert_points (PLAIN_CASE, more, "insulin_injections", points[n]);
    }
  assert_points (PLAIN_CASE, "diabetes=yes; insulin_injections_per_day=absent",
                 "insulin_injections", 0);
}

static void
test_points_round_half_away_from_zero (void)
{
  double point = log (1.2);

  g_assert_cmpint (calx_risk_model_round_points (model (), 2.5 * point), ==, 3);
  g_assert_cmpint (calx_risk_model_round_points (model (), 2.49 * point), ==, 2);
  g_assert_cmpint (calx_risk_model_round_points (model (), -2.5 * point), ==, -3);
  g_assert_cmpint (calx_risk_model_round_points (model (), -2.49 * point), ==, -2);
  g_assert_cmpint (calx_risk_model_round_points (model (), -0.4 * point), ==, 0);
}

static void
test_negative_points_are_below_the_reference_value (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, "bmi=20 kg/m2");
  const CalxContribution *bmi = score_factor (a, "bmi");
  g_autofree char *text = calx_format_factor_points (bmi);

  g_assert_cmpint (bmi->points, ==, -3);
  g_assert_cmpint (a->points_min, ==, 12);
  g_assert_cmpstr (text, ==, "-3");
  g_assert_cmpstr (bmi->note, ==, "below the reference value");
}

static void
test_shrunk_errors_have_a_floor (void)
{
  const CalxFactor *pth = CALX_FACTOR (model (), calx_model_find_factor (model (), "pth"));
  const CalxFactor *loss = CALX_FACTOR (model (), calx_model_find_factor (model (), "weight_loss"));
  const CalxFactor *sex = CALX_FACTOR (model (), calx_model_find_factor (model (), "sex"));

  score_assert_near (pth->s, 0.214, 1e-12);
  score_assert_near (loss->s, 0.5 * 0.25 * 0.507, 1e-12);
  score_assert_near (sex->s, 0.224, 1e-12);
}

static void
assert_calcium (const char *more,
                double      corrected_mg_dl)
{
  score_assert_near (get_exposure (more, "calcium"), corrected_mg_dl - 9.1, 1e-9);
}

static void
test_calcium_is_corrected_for_albumin (void)
{
  assert_calcium ("calcium_corrected=?; calcium_total=9 mg/dL; albumin=3.9 g/dL", 9.08);
  assert_calcium ("calcium_corrected=?; calcium_total=9 mg/dL; albumin=4.0 g/dL", 9.0);
  assert_calcium ("calcium_corrected=?; calcium_total=9 mg/dL; albumin=4.6 g/dL", 9.0);
  /* unclamped: the factor stops at 2.0, the correction does not */
  assert_calcium ("calcium_corrected=?; calcium_total=8 mg/dL; albumin=1.5 g/dL", 10.0);
  /* adjusted: 3.0 by bromocresol purple is 3.4 */
  assert_calcium ("calcium_corrected=?; calcium_total=9 mg/dL; albumin=3.0 g/dL; albumin_method=bcp",
                  9.48);
  assert_calcium ("calcium_corrected=?; calcium_total=9 mg/dL; albumin=3.0 g/dL; albumin_method=?",
                  9.8);
  /* as entered counts over a total one */
  assert_calcium ("calcium_corrected=9.5 mg/dL; calcium_total=8 mg/dL; albumin=2.0 g/dL", 9.5);
}

static void
test_calcium_waits_for_albumin (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, "albumin=?");
  g_autofree char *unknowns = score_unknowns (a);
  const CalxUnknown *first = &g_array_index (a->unknowns, CalxUnknown, 0);
  const CalxUnknown *second = &g_array_index (a->unknowns, CalxUnknown, 1);

  g_assert_cmpstr (unknowns, ==, "albumin calcium");
  g_assert_cmpstr (first->settles, ==, "0 to +7 points; albumin settles both");
  g_assert_cmpstr (second->settles, ==, "-3 to +4 points; albumin settles both");
  /* normal without a number is no number */
  g_clear_pointer (&a, calx_assessment_unref);
  a = score_assess_with (PLAIN_CASE, "calcium_corrected=normal");
  g_assert_cmpint (score_factor (a, "calcium")->state, ==, CALX_FACTOR_UNKNOWN);
}

static void
test_albumin_by_bromocresol_purple_is_adjusted (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE,
                                                   "albumin=2.9 g/dL; albumin_method=bcp");
  const CalxContribution *albumin = score_factor (a, "albumin");

  score_assert_near (albumin->t, 0.5, 1e-9);
  g_assert_cmpstr (albumin->value_text, ==, "2.9 g/dL");
  g_assert_nonnull (strstr (albumin->note, "0.4 g/dL added"));
}

static gboolean
has_line (char      **lines,
          const char *part)
{
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_unknown_albumin_method_says_what_it_would_change (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, "albumin=2.4 g/dL; albumin_method=?");
  g_autoptr(CalxAssessment) b = score_assess_with (WORKED_CASE,
                                                   "albumin=2.4 g/dL; albumin_method=bcp");
  g_autoptr(CalxAssessment) c = score_assess_with (PLAIN_CASE, "albumin_method=?");
  g_autoptr(CalxAssessment) one = score_assess_with (WORKED_CASE, "albumin_method=?");
  g_autofree char *line = g_strdup_printf (
    "Albumin method not recorded; with bromocresol purple %d points lower.",
    a->points_min - b->points_min);

  g_assert_cmpint (a->points_min - b->points_min, ==, 2);
  g_assert_true (has_line (a->notes, line));
  g_assert_true (has_line (one->notes, "with bromocresol purple 1 point lower."));
  g_assert_true (a->complete);
  g_assert_false (has_line (b->notes, "method not recorded"));
  g_assert_true (has_line (c->notes, "the points are the same"));
}

static void
test_body_mass_index_from_weight_and_height (void)
{
  g_autoptr(CalxAssessment) a = NULL;

  score_assert_near (get_exposure ("bmi=?; weight=90 kg; height=150 cm", "bmi"), 12.0, 1e-9);
  score_assert_near (get_exposure ("bmi=30 kg/m2; weight=90 kg; height=150 cm", "bmi"), 2.0, 1e-9);
  a = score_assess_with (PLAIN_CASE, "bmi=?; weight=200 kg; height=100 cm");
  g_assert_cmpint (score_factor (a, "bmi")->state, ==, CALX_FACTOR_UNKNOWN);
  g_assert_true (has_line (a->notes, "weight and height give a body mass index of 200.0"));
}

static void
test_unit_switching_never_changes_a_result (void)
{
  g_autoptr(CalxAssessment) a = score_assess (WORKED_CASE);
  g_autoptr(CalxAssessment) b = score_assess_with (
    WORKED_CASE, "calcium_total=2.3952 mmol/L; albumin=29 g/L; phosphate=2.09885 mmol/L; "
                 "age=696 mo");
  g_autoptr(CalxAssessment) c = score_assess_with (PLAIN_CASE, "pth=100 pmol/L");

  score_assert_near (a->lp_min, b->lp_min, 1e-9);
  g_assert_cmpint (b->points_min, ==, 40);
  score_assert_near (score_factor (c, "pth")->t, 643.0 / 700.0, 1e-9);
}

static void
assert_kind (const char        *more,
             CalxAssessmentKind kind,
             const char        *band)
{
  g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, more);

  g_assert_cmpint (a->kind, ==, kind);
  g_assert_cmpstr (a->band_min, ==, band);
  g_assert_cmpstr (a->band_max, ==, band);
  g_assert_cmpint (a->has_points, ==,
                   kind != CALX_ASSESSMENT_NOT_APPLICABLE && kind != CALX_ASSESSMENT_UNKNOWN);
  if (kind != CALX_ASSESSMENT_SCORED)
    {
      g_assert_true (isnan (a->ratio_min) && isnan (a->ratio_max) && isnan (a->ratio_low));
      g_assert_true (isnan (a->rate_low) && isnan (a->rate_high));
      g_assert_true (*a->reason != '\0');
    }
  if (!a->has_points)
    {
      g_assert_cmpuint (a->contributions->len, ==,
                        kind == CALX_ASSESSMENT_UNKNOWN ? model ()->factors->len : 0);
      g_assert_cmpuint (a->changes->len, ==, 0);
    }
  g_assert_cmpstr (a->validation_status, ==, "not validated");
  g_assert_nonnull (strstr (a->every_band, "New painful skin"));
}

static void
test_does_it_apply_in_this_order (void)
{
  assert_kind ("setting=none", CALX_ASSESSMENT_NOT_APPLICABLE, "not_applicable");
  assert_kind ("setting=none; age=?", CALX_ASSESSMENT_NOT_APPLICABLE, "not_applicable");
  assert_kind ("setting=none; age=10 a; lesions=yes", CALX_ASSESSMENT_NOT_APPLICABLE, "not_applicable");
  assert_kind ("age=17.99 a", CALX_ASSESSMENT_NOT_APPLICABLE, "not_applicable");
  assert_kind ("age=215 mo", CALX_ASSESSMENT_NOT_APPLICABLE, "not_applicable");
  assert_kind ("age=17 a; setting=?", CALX_ASSESSMENT_NOT_APPLICABLE, "not_applicable");
  assert_kind ("age=17 a; lesions=yes", CALX_ASSESSMENT_NOT_APPLICABLE, "not_applicable");
  assert_kind ("age=18 a", CALX_ASSESSMENT_SCORED, "below_average");
  assert_kind ("age=216 mo", CALX_ASSESSMENT_SCORED, "below_average");
  assert_kind ("age=?", CALX_ASSESSMENT_UNKNOWN, "");
  assert_kind ("age=?; lesions=yes", CALX_ASSESSMENT_UNKNOWN, "");
  assert_kind ("setting=?", CALX_ASSESSMENT_UNKNOWN, "");
  assert_kind ("lesions=yes", CALX_ASSESSMENT_LESIONS, "lesions");
  assert_kind ("previous_calciphylaxis=yes", CALX_ASSESSMENT_LESIONS, "lesions");
  assert_kind ("lesions=yes; setting=ckd", CALX_ASSESSMENT_LESIONS, "lesions");
  assert_kind ("lesions=yes; diabetes=?", CALX_ASSESSMENT_LESIONS, "lesions");
  assert_kind ("lesions=?; previous_calciphylaxis=?", CALX_ASSESSMENT_SCORED, "below_average");
  assert_kind ("setting=ckd", CALX_ASSESSMENT_NOT_COMPARED, "not_compared");
  assert_kind ("setting=transplant; bmi=?", CALX_ASSESSMENT_NOT_COMPARED, "not_compared");
}

static void
test_reasons_in_words (void)
{
  g_autoptr(CalxAssessment) none = score_assess_with (PLAIN_CASE, "setting=none; diabetes=?");
  g_autoptr(CalxAssessment) ckd = score_assess_with (PLAIN_CASE, "setting=ckd");
  g_autoptr(CalxAssessment) both = score_assess ("age=?; setting=?");
  g_autofree char *unknowns = score_unknowns (both);

  g_assert_nonnull (strstr (none->reason, "this is not a statement of low risk"));
  g_assert_cmpuint (none->unknowns->len, ==, 0);
  g_assert_cmpstr (ckd->reason, ==, "No published rate exists for this setting.");
  g_assert_true (g_str_has_prefix (unknowns, "age setting "));
}

static void
test_unknowns_are_named_widest_first (void)
{
  g_autoptr(CalxAssessment) a = score_assess ("setting=hemodialysis; age=58 a");
  g_autofree char *unknowns = score_unknowns (a);

  /* widths: bmi 2.0608, albumin 1.25235, calcium 1.14, warfarin 1.099, phosphate 0.78, sex 0.742,
   * diabetes 0.693, pth 0.428 */
  g_assert_cmpstr (unknowns, ==, "bmi albumin calcium warfarin phosphate sex diabetes pth");
  for (guint i = 1; i < a->unknowns->len; i++)
    g_assert_cmpfloat (g_array_index (a->unknowns, CalxUnknown, i - 1).width, >=,
                       g_array_index (a->unknowns, CalxUnknown, i).width);
  score_assert_near (g_array_index (a->unknowns, CalxUnknown, 0).width, 2.0608, 1e-9);
  /* points factor by factor: -4-3-1 .. 8+7+4+6+3+4+4+2 */
  g_assert_cmpint (a->points_min, ==, 15 - 4 - 3 - 1);
  g_assert_cmpint (a->points_max, ==, 15 + 8 + 7 + 4 + 6 + 3 + 4 + 4 + 2);
  g_assert_cmpstr (a->band_min, ==, "below_average");
  g_assert_cmpstr (a->band_max, ==, "very_high");
}

static void
test_insulin_waits_for_diabetes (void)
{
  const char *more = "diabetes=?; insulin_injections_per_day=4";
  g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, more);
  g_autoptr(CalxAssessment) without = score_assess_with (PLAIN_CASE,
                                                         "diabetes=no; insulin_injections_per_day=4");
  const CalxContribution *insulin = score_factor (a, "insulin_injections");
  const CalxUnknown *diabetes = &g_array_index (a->unknowns, CalxUnknown, 0);

  g_assert_cmpint (insulin->state, ==, CALX_FACTOR_DEPENDENT);
  score_assert_near (insulin->c_min, 0.0, 0.0);
  score_assert_near (insulin->c_max, 0.6595, 1e-12);
  g_assert_cmpint (insulin->points_max, ==, 4);
  score_assert_near (diabetes->width, 0.693 + 0.6595, 1e-12);
  g_assert_cmpstr (diabetes->settles, ==, "0 to +8 points");
  g_assert_cmpint (a->points_min, ==, 15);
  g_assert_cmpint (a->points_max, ==, 23);
  score_assert_near (a->lp_max, 0.693 + 0.6595, 1e-12);
  g_assert_cmpint (score_factor (without, "insulin_injections")->state, ==,
                   CALX_FACTOR_NOT_APPLICABLE);
  g_assert_cmpint (without->points_min, ==, 15);
  g_assert_true (without->complete);
}

static void
test_optional_unknowns_add_nothing_and_are_listed (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, "lesions=?");
  g_autoptr(CalxAssessment) b = score_assess_with (PLAIN_CASE, "weight_loss_6_months=absent; "
                                                               "lupus_anticoagulant=yes");

  g_assert_true (a->complete);
  g_assert_cmpint (a->points_min, ==, 15);
  /* insulin injections cannot count without diabetes */
  g_assert_cmpuint (g_strv_length (a->not_assessed), ==, 3);
  g_assert_true (has_line (a->not_assessed, "Lupus anticoagulant"));
  g_assert_true (has_line (a->not_assessed, "Unintended weight loss"));
  g_assert_cmpuint (g_strv_length (b->not_assessed), ==, 0);
  g_assert_cmpint (b->points_min, ==, 18);
}

static void
test_best_is_at_most_actual_is_at_most_worst (void)
{
  static const char *const inputs[] = { "sex",       "diabetes", "bmi",
                                        "phosphate", "pth",      "vitamin_k_antagonist" };
  g_autoptr(CalxAssessment) actual = score_assess (WORKED_CASE);

  for (guint mask = 0; mask < 1 << G_N_ELEMENTS (inputs); mask++)
    {
      g_autoptr(GString) more = g_string_new ("optional=?");
      g_autoptr(CalxAssessment) a = NULL;

      g_string_assign (more, "lesions=no");
      for (guint i = 0; i < G_N_ELEMENTS (inputs); i++)
        if (mask & (1 << i))
          g_string_append_printf (more, "; %s=?", inputs[i]);
      a = score_assess_with (WORKED_CASE, more->str);
      g_assert_cmpint (a->points_min, <=, actual->points_min);
      g_assert_cmpint (a->points_max, >=, actual->points_max);
      g_assert_cmpfloat (a->ratio_min, <=, actual->ratio_min + 1e-12);
      g_assert_cmpfloat (a->ratio_max, >=, actual->ratio_max - 1e-12);
      g_assert_cmpint (a->complete, ==, mask == 0);
    }
}

static void
test_old_laboratory_values (void)
{
  static const struct
  {
    const char *date;
    gboolean    stale;
    gboolean    expired;
  } rows[] = {
    { "2026-11-20", FALSE, FALSE }, { "2026-08-22", FALSE, FALSE }, /* 90 days */
    { "2026-08-21", TRUE, FALSE },  { "2025-11-20", TRUE, FALSE },  /* 365 days */
    { "2025-11-19", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *more = g_strdup_printf ("phosphate=6.5 mg/dL @%s", rows[i].date);
      g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, more);
      const CalxContribution *phosphate = score_factor (a, "phosphate");

      g_assert_cmpint (phosphate->state == CALX_FACTOR_UNKNOWN, ==, rows[i].expired);
      g_assert_cmpint (a->complete, ==, !rows[i].expired);
      g_assert_cmpint (phosphate->stale, ==, rows[i].stale && !rows[i].expired);
      g_assert_cmpint (has_line (a->notes, "Phosphate"), ==, rows[i].stale);
      g_assert_cmpint (has_line (a->notes, "too old to count"), ==, rows[i].expired);
    }
}

static void
test_refused_values_are_unknown_and_said (void)
{
  g_autoptr(CalxAssessment) low = score_assess_with (PLAIN_CASE, "calcium_corrected=2.4 mg/dL; "
                                                                 "calcium_total=9 mg/dL");
  g_autoptr(CalxAssessment) later = score_assess_with (PLAIN_CASE, "pth=500 pg/mL @2026-11-21");

  g_assert_cmpint (score_factor (low, "calcium")->state, ==, CALX_FACTOR_UNKNOWN);
  g_assert_true (has_line (low->notes, "mmol/L"));
  g_assert_cmpint (score_factor (later, "pth")->state, ==, CALX_FACTOR_UNKNOWN);
}

static void
test_bands_are_decided_by_the_tenths_shown (void)
{
  /* men without anything else, by phosphate and body mass index: 0.95 rounds to 1.0 */
  g_autoptr(CalxAssessment) a = score_assess (WORKED_CASE);

  score_assert_near (calx_ratio_to_tenths (0.9499), 9.0, 0.0);
  score_assert_near (calx_ratio_to_tenths (0.96), 10.0, 0.0);
  score_assert_near (calx_ratio_to_tenths (10.0499), 100.0, 0.0);
  for (int bmi_tenths = 180; bmi_tenths <= 500; bmi_tenths++)
    {
      g_autofree char *more = g_strdup_printf ("vitamin_k_antagonist=no; bmi=%d.%d kg/m2",
                                               bmi_tenths / 10, bmi_tenths % 10);
      g_autoptr(CalxAssessment) b = score_assess_with (PLAIN_CASE, more);
      double tenths = floor (b->ratio_min * 10.0 + 0.5);

      g_assert_cmpstr (b->band_min, ==,
                       tenths >= 50   ? "very_high"
                       : tenths >= 20 ? "high"
                       : tenths >= 10 ? "raised"
                                      : "below_average");
    }
}

static void
test_band_beginnings (void)
{
  /* lp that give 0.9499, 0.9501, 1.9499, 1.9501, 4.9499, 4.9501 times, by body mass index */
  static const struct
  {
    double      ratio;
    const char *band;
  } rows[] = {
    { 0.9499, "below_average" }, { 0.9501, "raised" }, { 1.9499, "raised" },
    { 1.9501, "high" },          { 4.9499, "high" },   { 4.9501, "very_high" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double lp = log (rows[i].ratio * model ()->mean);
      /* a woman with diabetes on a vitamin K antagonist; the rest by body mass index, unclamped */
      double others = rows[i].ratio > 1.0 ? 0.742 + 0.693 + 1.099 : 0.0;
      double bmi = 28.0 + (lp - others) / 0.0644;
      g_autofree char *number = calx_format_machine_number (bmi, 9);
      g_autofree char *more = g_strdup_printf (
        "bmi=%s kg/m2%s", number,
                                               others > 0.0 ? "; sex=female; diabetes=yes; vitamin_k_antagonist=yes" : "");
      g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, more);

      score_assert_near (a->ratio_min, rows[i].ratio, 1e-7);
      g_assert_cmpstr (a->band_min, ==, rows[i].band);
    }
}

static void
test_changes_are_options_with_numbers (void)
{
  g_autoptr(CalxAssessment) a = score_assess (WORKED_CASE);
  const CalxChange *warfarin;

  g_assert_cmpuint (a->changes->len, ==, 3); /* calcium, phosphate, warfarin; PTH moves 0.2 points */
  warfarin = &g_array_index (a->changes, CalxChange, 2);
  g_assert_cmpstr (warfarin->factor_id, ==, "warfarin");
  g_assert_cmpstr (warfarin->target_text, ==, "stopped");
  g_assert_cmpint (warfarin->points_now, ==, 6);
  g_assert_cmpint (warfarin->points_then, ==, 0);
  score_assert_near (warfarin->ratio_then, 10.0367, 5e-5);
  g_assert_cmpstr (g_array_index (a->changes, CalxChange, 0).factor_id, ==, "calcium");
  score_assert_near (g_array_index (a->changes, CalxChange, 0).ratio_then,
                     a->ratio_min * exp (0.285 * (9.5 - 10.48)), 1e-9);
}

static guint
count_changes (const char *more,
               const char *factor_id)
{
  g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, more);
  guint n = 0;

  for (guint i = 0; i < a->changes->len; i++)
    n += g_str_equal (g_array_index (a->changes, CalxChange, i).factor_id, factor_id);
  return n;
}

static void
test_changes_only_where_they_help (void)
{
  /* half a point of phosphate is ln (1.2) / 2 / 0.104 = 0.8765 mg/dL above 5.5 */
  g_assert_cmpuint (count_changes ("phosphate=6.37 mg/dL", "phosphate"), ==, 0);
  g_assert_cmpuint (count_changes ("phosphate=6.38 mg/dL", "phosphate"), ==, 1);
  g_assert_cmpuint (count_changes ("phosphate=6.38 mg/dL; setting=ckd", "phosphate"), ==, 0);
  g_assert_cmpuint (count_changes ("phosphate=6.38 mg/dL; setting=peritoneal", "phosphate"), ==, 1);
  g_assert_cmpuint (count_changes ("phosphate=?", "phosphate"), ==, 0);
  g_assert_cmpuint (count_changes ("vitamin_k_antagonist=yes; setting=ckd", "warfarin"), ==, 1);
  g_assert_cmpuint (count_changes ("vitamin_k_antagonist=yes; setting=?", "warfarin"), ==, 0);
  g_assert_cmpuint (count_changes ("diabetes=yes", "diabetes"), ==, 0); /* not modifiable */
}

static void
test_text_stands_instead_of_the_number (void)
{
  static const char *const reasons[] = { "mechanical_valve=yes", "lupus_anticoagulant=yes" };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, reasons[i]);
      const CalxChange *warfarin = &g_array_index (a->changes, CalxChange, 2);

      g_assert_true (warfarin->text_only);
      g_assert_true (isnan (warfarin->ratio_then));
      g_assert_cmpint (warfarin->points_then, ==, warfarin->points_now);
      g_assert_true (*warfarin->option != '\0');
    }
}

static void
test_changes_in_a_range_have_no_ratio (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, "diabetes=?");

  g_assert_cmpuint (a->changes->len, ==, 3);
  g_assert_true (isnan (g_array_index (a->changes, CalxChange, 0).ratio_then));
}

static void
test_always_named_lines (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, "vitamin_k_antagonist=yes; "
                                                               "albumin=2.99 g/dL; pth=99.9 pg/mL");
  g_autoptr(CalxAssessment) b = score_assess_with (PLAIN_CASE, "albumin=3.0 g/dL; pth=100 pg/mL");
  g_autoptr(CalxAssessment) c = score_assess_with (PLAIN_CASE, "setting=none; pth=20 pg/mL");
  g_autoptr(CalxAssessment) d = score_assess_with (PLAIN_CASE,
                                                   "albumin=2.6 g/dL; albumin_method=bcp");

  g_assert_cmpuint (g_strv_length (a->always_named), ==, 3);
  g_assert_true (has_line (a->always_named, "2.99 g/dL: below 3.0 g/dL (a judgement of this project)"));
  g_assert_true (has_line (a->always_named, "99.9 pg/mL: below 100 pg/mL"));
  g_assert_cmpuint (g_strv_length (b->always_named), ==, 0);
  g_assert_cmpuint (g_strv_length (c->always_named), ==, 1);
  g_assert_cmpuint (g_strv_length (d->always_named), ==, 0); /* adjusted: exactly 3.0 */
}

static void
test_double_counting_is_named (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, "weight_loss_6_months=3 kg");
  g_autoptr(CalxAssessment) b = score_assess_with (PLAIN_CASE, "weight_loss_6_months=3 kg; "
                                                               "albumin=3.8 g/dL");

  g_assert_true (has_line (a->notes, "also raises the corrected calcium"));
  g_assert_true (has_line (a->notes, "weight loss may both reflect illness"));
  g_assert_false (has_line (b->notes, "Double counting"));
}

static void
test_at_least_stands_on_its_line (void)
{
  g_autoptr(CalxAssessment) a = score_assess (WORKED_CASE);
  g_autoptr(CalxAssessment) b = score_assess (PLAIN_CASE);

  g_assert_nonnull (strstr (score_factor (a, "warfarin")->note, "more than three-fold"));
  g_assert_nonnull (strstr (score_factor (a, "diabetes")->note, "more than two-fold"));
  g_assert_cmpstr (score_factor (b, "diabetes")->note, ==, "");
}

static void
test_associations_hold_do_not_or_are_unknown (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (
    WORKED_CASE, "liver_disease=yes; corticosteroid=no; dialysis_start=2021-11-19");
  gboolean counted = FALSE;

  g_assert_cmpint (score_association (a, "liver_disease"), ==, CALX_RULE_MET);
  g_assert_cmpint (score_association (a, "corticosteroid"), ==, CALX_RULE_NOT_MET);
  g_assert_cmpint (score_association (a, "malignancy"), ==, CALX_RULE_UNKNOWN);
  g_assert_cmpint (score_association (a, "hypercalcemia"), ==, CALX_RULE_MET);
  g_assert_cmpint (score_association (a, "calcium_phosphate_product"), ==, CALX_RULE_NOT_MET);
  g_assert_cmpint (score_association (a, "dialysis_vintage"), ==, CALX_RULE_MET);
  g_assert_cmpuint (a->associations->len, ==, model ()->associations->len);
  for (guint i = 0; i < a->associations->len; i++)
    if (g_str_equal (g_array_index (a->associations, CalxAssociationResult, i).id, "hypercalcemia"))
      counted = g_array_index (a->associations, CalxAssociationResult, i).already_counted;
  g_assert_true (counted);
  g_assert_cmpuint (calx_assessment_get_source_number (a, "weenig2007"), >, 0);
}

static void
test_model_and_engine_are_named (void)
{
  g_autoptr(CalxAssessment) a = score_assess (PLAIN_CASE);
  g_autoptr(GBytes) bytes = calx_knowledge_lookup ("onset-model.json", NULL);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_assert_cmpstr (a->model_id, ==, "calciphylaxis-onset");
  g_assert_cmpstr (a->model_version, ==, "2026.1");
  g_assert_cmpstr (a->model_sha256, ==, sha256);
  g_assert_cmpstr (a->engine_version, ==, CALX_ENGINE_VERSION);
}

static void
test_card_names_every_factor_and_source (void)
{
  g_autoptr(CalxCompendium) compendium = calx_compendium_new (NULL);
  g_autofree char *card = NULL;

  calx_risk_model_add_card (model (), compendium);
  card = calx_compendium_print (compendium);
  for (guint i = 0; i < model ()->factors->len; i++)
    {
      g_assert_nonnull (strstr (card, CALX_FACTOR (model (), i)->label));
      g_assert_nonnull (strstr (card, CALX_FACTOR (model (), i)->basis));
    }
  for (guint i = 0; i < model ()->not_scored->len; i++)
    g_assert_nonnull (strstr (card, g_array_index (model ()->not_scored, CalxNotScored, i).reason));
  g_assert_nonnull (strstr (card, "not validated"));
  g_assert_nonnull (strstr (card, "3.598878"));
  g_assert_nonnull (strstr (card, "no identifier"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/risk-model/mean-of-the-reference-population",
                   test_mean_of_the_reference_population);
  g_test_add_func ("/risk-model/worked-case-to-the-last-digit", test_worked_case_to_the_last_digit);
  g_test_add_func ("/risk-model/worked-case-without-warfarin", test_worked_case_without_warfarin);
  g_test_add_func ("/risk-model/worked-case-with-diabetes-unknown",
                   test_worked_case_with_diabetes_unknown);
  g_test_add_func ("/risk-model/points-of-the-settings", test_points_of_the_settings);
  g_test_add_func ("/risk-model/spread-of-peritoneal-dialysis-is-wider",
                   test_spread_of_peritoneal_dialysis_is_wider);
  g_test_add_func ("/risk-model/clamps-at-below-and-above", test_clamps_at_below_and_above);
  g_test_add_func ("/risk-model/levels-of-insulin", test_levels_of_insulin);
  g_test_add_func ("/risk-model/points-round-half-away-from-zero",
                   test_points_round_half_away_from_zero);
  g_test_add_func ("/risk-model/negative-points-are-below-the-reference-value",
                   test_negative_points_are_below_the_reference_value);
  g_test_add_func ("/risk-model/shrunk-errors-have-a-floor", test_shrunk_errors_have_a_floor);
  g_test_add_func ("/risk-model/calcium-is-corrected-for-albumin",
                   test_calcium_is_corrected_for_albumin);
  g_test_add_func ("/risk-model/calcium-waits-for-albumin", test_calcium_waits_for_albumin);
  g_test_add_func ("/risk-model/albumin-by-bromocresol-purple-is-adjusted",
                   test_albumin_by_bromocresol_purple_is_adjusted);
  g_test_add_func ("/risk-model/unknown-albumin-method-says-what-it-would-change",
                   test_unknown_albumin_method_says_what_it_would_change);
  g_test_add_func ("/risk-model/body-mass-index-from-weight-and-height",
                   test_body_mass_index_from_weight_and_height);
  g_test_add_func ("/risk-model/unit-switching-never-changes-a-result",
                   test_unit_switching_never_changes_a_result);
  g_test_add_func ("/risk-model/does-it-apply-in-this-order", test_does_it_apply_in_this_order);
  g_test_add_func ("/risk-model/reasons-in-words", test_reasons_in_words);
  g_test_add_func ("/risk-model/unknowns-are-named-widest-first",
                   test_unknowns_are_named_widest_first);
  g_test_add_func ("/risk-model/insulin-waits-for-diabetes", test_insulin_waits_for_diabetes);
  g_test_add_func ("/risk-model/optional-unknowns-add-nothing-and-are-listed",
                   test_optional_unknowns_add_nothing_and_are_listed);
  g_test_add_func ("/risk-model/best-is-at-most-actual-is-at-most-worst",
                   test_best_is_at_most_actual_is_at_most_worst);
  g_test_add_func ("/risk-model/old-laboratory-values", test_old_laboratory_values);
  g_test_add_func ("/risk-model/refused-values-are-unknown-and-said",
                   test_refused_values_are_unknown_and_said);
  g_test_add_func ("/risk-model/bands-are-decided-by-the-tenths-shown",
                   test_bands_are_decided_by_the_tenths_shown);
  g_test_add_func ("/risk-model/band-beginnings", test_band_beginnings);
  g_test_add_func ("/risk-model/changes-are-options-with-numbers",
                   test_changes_are_options_with_numbers);
  g_test_add_func ("/risk-model/changes-only-where-they-help", test_changes_only_where_they_help);
  g_test_add_func ("/risk-model/text-stands-instead-of-the-number",
                   test_text_stands_instead_of_the_number);
  g_test_add_func ("/risk-model/changes-in-a-range-have-no-ratio",
                   test_changes_in_a_range_have_no_ratio);
  g_test_add_func ("/risk-model/always-named-lines", test_always_named_lines);
  g_test_add_func ("/risk-model/double-counting-is-named", test_double_counting_is_named);
  g_test_add_func ("/risk-model/at-least-stands-on-its-line", test_at_least_stands_on_its_line);
  g_test_add_func ("/risk-model/associations-hold-do-not-or-are-unknown",
                   test_associations_hold_do_not_or_are_unknown);
  g_test_add_func ("/risk-model/model-and-engine-are-named", test_model_and_engine_are_named);
  g_test_add_func ("/risk-model/card-names-every-factor-and-source",
                   test_card_names_every_factor_and_source);
  return g_test_run ();
}
