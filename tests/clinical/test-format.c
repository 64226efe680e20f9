/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format-extent.h"
#include "calx-format.h"

#include <math.h>
#include <string.h>

#include "score-fixture.h"

#define SAYS(call, expected)                                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *said = (call);                                                                \
    g_assert_cmpstr (said, ==, (expected));                                                        \
  }                                                                                                \
  G_STMT_END

static CalxAssessment *
with_ratio (double low,
            double high)
{
  CalxAssessment *a = score_assess (PLAIN_CASE);

  a->ratio_min = low;
  a->ratio_max = high;
  a->complete = low == high;
  return a;
}

static void
assert_ratio (double      low,
              double      high,
              const char *text)
{
  g_autoptr(CalxAssessment) a = with_ratio (low, high);

  SAYS (calx_format_ratio (a), text);
  if (low == high)
    SAYS (calx_format_ratio_value (low, a->display_ratio_up_to), text);
}

static void
test_ratio_is_made_from_its_tenths (void)
{
  assert_ratio (0.9499, 0.9499, "0.9 times the average hemodialysis patient");
  assert_ratio (0.96, 0.96, "1.0 times the average hemodialysis patient");
  assert_ratio (0.05, 0.05, "0.1 times the average hemodialysis patient");
  assert_ratio (0.049, 0.049, "less than 0.1 times the average hemodialysis patient");
  assert_ratio (10.0499, 10.0499, "10.0 times the average hemodialysis patient");
  assert_ratio (10.05001, 10.05001,
                "more than 10 times the average hemodialysis patient, beyond what any study could check");
  assert_ratio (5.0, 10.0, "5.0 to 10.0 times the average hemodialysis patient");
  assert_ratio (5.0, 30.0, "5.0 to more than 10 times the average hemodialysis patient");
  assert_ratio (12.0, 30.0,
                "more than 10 times the average hemodialysis patient, beyond what any study could check");
  assert_ratio (1.01, 1.02, "1.0 times the average hemodialysis patient");
  assert_ratio (NAN, NAN, "");
  SAYS (calx_format_ratio_value (NAN, 10.0), "");
}

static void
test_spread_follows_the_display_rule (void)
{
  g_autoptr(CalxAssessment) a = with_ratio (3.44, 3.44);

  a->ratio_low = 1.18;
  a->ratio_high = 9.96;
  SAYS (calx_format_spread (a), "1.2 to 10.0");
  a->ratio_low = 0.04;
  a->ratio_high = 10.06;
  SAYS (calx_format_spread (a), "less than 0.1 to more than 10");
  a->ratio_min = 10.06;
  SAYS (calx_format_spread (a), "");
  SAYS (calx_format_rates (a), "");
  a->ratio_min = 3.0;
  a->complete = FALSE;
  SAYS (calx_format_spread (a), "");
  SAYS (calx_format_rates (a), "");
}

static void
test_rates_say_that_they_are_not_validated (void)
{
  g_autoptr(CalxAssessment) a = with_ratio (3.0, 3.0);
  g_autofree char *text = NULL;

  a->rate_low = 11.905;
  a->rate_high = 153.067;
  text = calx_format_rates (a);
  g_assert_true (g_str_has_prefix (text, "12 to 150 per 1000 patients in a year"));
  g_assert_nonnull (strstr (text, "fifteen-fold"));
  g_assert_nonnull (strstr (text, "not validated"));
}

static void
test_machine_rates_have_two_digits_half_up (void)
{
  SAYS (calx_format_machine_rate (153.067), "150");
  SAYS (calx_format_machine_rate (155.0), "160");
  SAYS (calx_format_machine_rate (11.905), "12");
  SAYS (calx_format_machine_rate (12.5), "13");
  SAYS (calx_format_machine_rate (1.25), "1.3");
  SAYS (calx_format_machine_rate (1.2), "1.2");
  SAYS (calx_format_machine_rate (1.0), "1.0");
  SAYS (calx_format_machine_rate (0.0125), "0.013");
  SAYS (calx_format_machine_rate (0.0124), "0.012");
  SAYS (calx_format_machine_rate (0.00996), "0.010");
  SAYS (calx_format_machine_rate (9.96), "10");
  SAYS (calx_format_machine_rate (99.6), "100");
  SAYS (calx_format_machine_rate (995.0), "1000");
  SAYS (calx_format_machine_rate (0.0000123), "0.000012");
  SAYS (calx_format_machine_rate (0.0), "0");
  SAYS (calx_format_machine_rate (NAN), "");
}

static void
test_machine_numbers (void)
{
  SAYS (calx_format_machine_number (30.121912, 4), "30.1219");
  SAYS (calx_format_machine_number (-0.00001, 4), "0.0000");
  SAYS (calx_format_machine_number (0.1, -1), "0.1");
  SAYS (calx_format_machine_number (300.0, -1), "300");
  SAYS (calx_format_machine_number (1.0 / 3.0, -1), "0.3333333333333333");
  SAYS (calx_format_machine_number (-0.0, -1), "0");
  SAYS (calx_format_machine_number (NAN, 4), "");
}

static void
test_points_and_their_signs (void)
{
  g_autoptr(CalxAssessment) one = score_assess (WORKED_CASE);
  g_autoptr(CalxAssessment) range = score_assess_with (WORKED_CASE, "diabetes=?");
  g_autoptr(CalxAssessment) none = score_assess ("setting=none");

  SAYS (calx_format_points (one), "40");
  SAYS (calx_format_points (range), "36 to 40");
  SAYS (calx_format_points (none), "");
  SAYS (calx_format_factor_points (score_factor (one, "sex")), "+4");
  SAYS (calx_format_factor_points (score_factor (range, "diabetes")), "0 to +4");
  SAYS (calx_format_factor_points (score_factor (one, "lupus_anticoagulant")), "");
  SAYS (calx_format_points_range (-3, -3, TRUE), "-3");
  SAYS (calx_format_points_range (-3, 4, TRUE), "-3 to +4");
  SAYS (calx_format_points_range (0, 0, TRUE), "0");
}

static void
test_bands_in_words (void)
{
  static const char *const rows[][2] = {
    { "diabetes=no", "Below average" },
    { "sex=?; diabetes=?; bmi=40 kg/m2", "Below average to High" },
    { "lesions=yes", "Lesions: the comparison does not apply" },
    { "setting=ckd", "Not compared" },
    { "setting=none", "Not applicable" },
    { "setting=?", "Unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CalxAssessment) a = score_assess_with (PLAIN_CASE, rows[i][0]);

      SAYS (calx_format_band (a), rows[i][1]);
    }
}

static void
test_the_sentence_always_says_not_validated (void)
{
  static const char *const rows[] = { "diabetes=no",  "diabetes=?",  "lesions=yes", "setting=ckd",
                                      "setting=none", "setting=?",   "age=?",       "age=10 a" };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, rows[i]);
      g_autofree char *sentence = calx_format_result_sentence (a);

      g_assert_nonnull (strstr (sentence, "not validated"));
      g_assert_null (strchr (sentence, '%'));
      g_assert_null (strstr (sentence, "protective"));
      g_assert_null (strstr (sentence, " of 40"));
    }
  {
    g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, "vitamin_k_antagonist=no");

    SAYS (calx_format_result_sentence (a),
          "34 points. Very high: 10.0 times the average hemodialysis patient. The score is not "
          "validated.");
  }
}

static void
test_findings_as_entered (void)
{
  static const char *const rows[][3] = {
    { "calcium_total", "9,6 mg/dL", "9,6 mg/dL" },
    { "calcium_total", "2.40 mmol/L", "2.40 mmol/L" },
    { "diabetes", "yes", "yes" },
    { "diabetes", "no", "no" },
    { "sex", "female", "Female" },
    { "pth", "low", "low (no number)" },
    { "pth", "?", "Not known" },
    { "weight_loss_6_months", "absent", "0" },
    { "insulin_injections_per_day", "3", "3" },
    { "dialysis_start", "2021-11", "Nov-2021" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *entry = g_strdup_printf ("%s=%s", rows[i][0], rows[i][1]);
      g_autoptr(CalxFindings) findings = score_findings (entry);

      SAYS (calx_format_finding (calx_findings_get_by_id (findings, rows[i][0]),
                                 calx_inputs_find (score_knowledge ()->inputs, rows[i][0])),
            rows[i][2]);
    }
}

static const CalxUnit *
unit (const char *quantity,
      const char *code)
{
  return calx_quantity_find_unit (calx_units_get_quantity (score_knowledge ()->units, quantity), code);
}

static void
test_quantities_in_a_unit (void)
{
  SAYS (calx_format_quantity (10.48, unit ("calcium", "mg/dL")), "10.48 mg/dL");
  SAYS (calx_format_quantity (10.48, unit ("calcium", "mmol/L")), "2.61 mmol/L");
  SAYS (calx_format_quantity (2.95, unit ("albumin", "g/dL")), "3.0 g/dL"); /* half away from zero */
  SAYS (calx_format_quantity (585.0, unit ("pth", "pg/mL")), "585 pg/mL");
}

static void
test_dates_and_ages (void)
{
  g_autoptr(CalxPatient) patient = calx_patient_new ();

  SAYS (calx_format_date ((CalxDate){ 1945, 7, 14 }), "14-Jul-1945");
  SAYS (calx_format_date ((CalxDate){ 1945, 7, 0 }), "Jul-1945");
  SAYS (calx_format_date ((CalxDate){ 1945, 0, 0 }), "1945");
  SAYS (calx_format_date (CALX_DATE_NONE), "Not known");
  SAYS (calx_format_born (patient), "Not known");
  SAYS (calx_format_age (patient, SCORE_DATE), "age not known");
  patient->born = (CalxDate){ 1968, 0, 0 };
  SAYS (calx_format_age (patient, SCORE_DATE), "57-58 y");
  patient->born = (CalxDate){ 1968, 11, 20 };
  SAYS (calx_format_age (patient, SCORE_DATE), "58 y");
  SAYS (calx_format_born (patient), "20-Nov-1968");
  patient->born = (CalxDate){ 2026, 11, 8 };
  SAYS (calx_format_age (patient, SCORE_DATE), "12 d");
  patient->born = (CalxDate){ 2026, 6, 1 };
  SAYS (calx_format_age (patient, SCORE_DATE), "5 mo");
}

static void
test_names_and_sexes (void)
{
  g_autoptr(CalxPatient) patient = calx_patient_new ();

  calx_patient_set (&patient->family_name, "Müller");
  SAYS (calx_format_name (patient), "MÜLLER");
  calx_patient_set (&patient->given_name, "Jane");
  SAYS (calx_format_name (patient), "MÜLLER, Jane");
  calx_patient_set (&patient->family_name, "");
  SAYS (calx_format_name (patient), "Jane");
  SAYS (calx_format_sex (CALX_SEX_FEMALE), "Female");
  SAYS (calx_format_sex (CALX_SEX_UNKNOWN), "Not known");
}

static void
test_lesions_and_distribution (void)
{
  g_autoptr(CalxLesion) lesion = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.0, 0.5, "shin_r");
  CalxDistribution distribution = { 0 };

  SAYS (calx_format_lesion_size (lesion), "Not known");
  lesion->length_mm = 30.0;
  SAYS (calx_format_lesion_size (lesion), "30 mm");
  lesion->width_mm = 20.5;
  SAYS (calx_format_lesion_size (lesion), "30 x 20.5 mm");
  SAYS (calx_format_distribution (&distribution), "No open lesion on the map");
  distribution.n_open = 3;
  distribution.n_in_class[CALX_CLASS_CENTRAL] = 2;
  distribution.n_in_class[CALX_CLASS_ACRAL] = 1;
  distribution.mixed = TRUE;
  SAYS (calx_format_distribution (&distribution), "2 central, 1 acral: mixed");
  distribution.area_mm2 = 1234.0;
  SAYS (calx_format_open_area (&distribution, 1.8e6), "Open area 12.3 cm², 0.07 % of body surface");
  distribution.n_size_unknown = 1;
  SAYS (calx_format_open_area (&distribution, NAN),
        "Open area 12.3 cm²; per cent of body surface not known without height and weight; size of 1 lesion not known");
  distribution.n_size_unknown = 3;
  SAYS (calx_format_open_area (&distribution, 1.8e6), "Open area not known: no lesion has its size entered");
  distribution.n_open = 0;
  SAYS (calx_format_open_area (&distribution, 1.8e6), "");
  SAYS (calx_format_surface_share (100.0, 1.8e6), "below 0.01 %");
  SAYS (calx_format_surface_share (18000.0, 1.8e6), "1.0 %");
  SAYS (calx_format_surface_share (180000.0, 1.8e6), "10.0 %");
  for (int i = 0; i < CALX_N_LESION_TYPES; i++)
    g_assert_true (*calx_format_lesion_type ((CalxLesionType) i) != '\0');
}

static void
test_regions_with_their_side (void)
{
  CalxRegions *regions = score_knowledge ()->regions;

  SAYS (calx_format_region (calx_regions_find (regions, "calf_r")), "Right calf (incl. popliteal)");
  SAYS (calx_format_region (calx_regions_find (regions, "calf_l")), "Left calf (incl. popliteal)");
  SAYS (calx_format_region (calx_regions_find (regions, "scalp")), "Scalp / back of head");
}

static void
test_signs_and_scores_of_a_lesion (void)
{
  g_autoptr(CalxLesion) lesion = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.0, 0.5, "shin_r");

  SAYS (calx_format_lesion_signs (lesion), "");
  SAYS (calx_format_bwat (lesion), "");
  SAYS (calx_format_lesion_area_of (lesion, NAN), "");
  lesion->signs[CALX_LESION_SIGN_CHALKY] = CALX_TERNARY_YES;
  lesion->signs[CALX_LESION_SIGN_INFECTED] = CALX_TERNARY_NO;
  lesion->signs[CALX_LESION_SIGN_EXTENT] = CALX_LESION_EXTENT_UNIVERSALIS;
  SAYS (calx_format_lesion_signs (lesion), "chalky discharge, not infected, universalis, sheet-like");
  SAYS (calx_format_lesion_sign_of (lesion, CALX_LESION_SIGN_INFECTED), "not infected");
  SAYS (calx_format_lesion_sign_of (lesion, CALX_LESION_SIGN_TEMPO), "tempo not known");
  memset (lesion->bwat, 3, CALX_N_BWAT_ITEMS);
  SAYS (calx_format_bwat (lesion), "24");
  lesion->bwat[6] = CALX_BWAT_NOT_SCORED;
  SAYS (calx_format_bwat (lesion), "7 of 8 scored");
  lesion->length_mm = 30.0;
  SAYS (calx_format_lesion_area_of (lesion, NAN), "");
  lesion->width_mm = 20.5;
  SAYS (calx_format_lesion_area_of (lesion, NAN), "4.8 cm²");
  SAYS (calx_format_lesion_area_of (lesion, 1.8e6), "4.8 cm², 0.03 % of body surface");
  lesion->length_mm = 3.0;
  lesion->width_mm = 3.0;
  SAYS (calx_format_lesion_area_of (lesion, NAN), "0.07 cm²");
  lesion->width_mm = lesion->length_mm = 0.5;
  SAYS (calx_format_lesion_area_of (lesion, NAN), "0.01 cm²");
  for (guint sign = 0; sign < CALX_N_LESION_SIGNS; sign++)
    for (guint value = 0; value < calx_lesion_sign_get_n_values (sign); value++)
      g_assert_cmpstr (calx_format_lesion_sign_value (sign, value), !=, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/ratio-is-made-from-its-tenths", test_ratio_is_made_from_its_tenths);
  g_test_add_func ("/format/spread-follows-the-display-rule", test_spread_follows_the_display_rule);
  g_test_add_func ("/format/rates-say-that-they-are-not-validated",
                   test_rates_say_that_they_are_not_validated);
  g_test_add_func ("/format/machine-rates-have-two-digits-half-up",
                   test_machine_rates_have_two_digits_half_up);
  g_test_add_func ("/format/machine-numbers", test_machine_numbers);
  g_test_add_func ("/format/points-and-their-signs", test_points_and_their_signs);
  g_test_add_func ("/format/bands-in-words", test_bands_in_words);
  g_test_add_func ("/format/the-sentence-always-says-not-validated",
                   test_the_sentence_always_says_not_validated);
  g_test_add_func ("/format/findings-as-entered", test_findings_as_entered);
  g_test_add_func ("/format/quantities-in-a-unit", test_quantities_in_a_unit);
  g_test_add_func ("/format/dates-and-ages", test_dates_and_ages);
  g_test_add_func ("/format/names-and-sexes", test_names_and_sexes);
  g_test_add_func ("/format/lesions-and-distribution", test_lesions_and_distribution);
  g_test_add_func ("/format/signs-and-scores-of-a-lesion", test_signs_and_scores_of_a_lesion);
  g_test_add_func ("/format/regions-with-their-side", test_regions_with_their_side);
  return g_test_run ();
}
