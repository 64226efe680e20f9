/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which subtype is suggested: the order, the certainty and the reasons, of invented patients. */
#include <string.h>

#include "calx-format-review.h"
#include "calx-json.h"
#include "review-fixture.h"
#include "score-fixture.h"

#define NORMAL_MINERALS "calcium_corrected=9.4 mg/dL; phosphate=3.5 mg/dL"
#define NO_CAUSE                                                                                   \
  "setting=none; underlying_disease=no; earlier_trauma=no; recent_hospital_stay=no; "              \
  "autoimmune_disease=no; local_tissue_damage=no"
/* Painless masses of both knees and elbows */
#define MASSES                                                                                     \
  "knee_r subcutaneous_nodule pain=0; knee_l subcutaneous_nodule pain=0; "                         \
  "elbow_r subcutaneous_nodule pain=0; elbow_l subcutaneous_nodule pain=0"

/* "calciphylaxis suggested, metastatic possible": what fires, in its order. */
static char *
list_firing (CalxReview *review)
{
  static const char *const words[] = { "suggested", "possible" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < review->subtypes->len; i++)
    {
      const CalxSuggestion *s = review->subtypes->pdata[i];

      if (s->certainty != CALX_SUGGESTION_CANNOT_TELL)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", s->subtype->statement.id,
                                words[s->certainty]);
    }
  return g_string_free (text, FALSE);
}

static const CalxSuggestion *
find (CalxReview *review,
      const char *subtype_id)
{
  for (guint i = 0; i < review->subtypes->len; i++)
    {
      const CalxSuggestion *suggestion = review->subtypes->pdata[i];

      if (g_str_equal (suggestion->subtype->statement.id, subtype_id))
        return suggestion;
    }
  return NULL;
}

static void
assert_fires (const char *findings,
              const char *lesions,
              const char *expected)
{
  g_autoptr(CalxReview) review = review_of (findings, lesions);
  g_autofree char *fired = list_firing (review);

  g_assert_cmpstr (fired, ==, expected);
}

/* As C01: PTH 984, eschar of both thighs, starting hemodialysis; pain is what the case does not say. */
static void
test_eschar_in_kidney_failure (void)
{
  static const char *const findings = "setting=hemodialysis; pth=984 pg/mL; phosphate=7.7 mg/dL; "
                                      "calcium_corrected=10.2 mg/dL; albumin=2.9 g/dL";
  g_autoptr(CalxReview) silent = review_of (findings, "thigh_m_l eschar; thigh_m_r eschar");
  const CalxSuggestion *first = silent->subtypes->pdata[0];
  g_autofree char *said = calx_format_certainty (first, silent);

  g_assert_cmpstr (first->subtype->statement.id, ==, "calciphylaxis");
  g_assert_true (g_str_has_prefix (said, "Cannot tell; not known: pain of L1"));
  assert_fires (findings, "thigh_m_l eschar pain=8; thigh_m_r eschar", "calciphylaxis suggested");
}

static void
test_painless_symmetric_masses (void)
{
  assert_fires ("setting=hemodialysis; pth=1500 pg/mL; calcium_corrected=9.8 mg/dL; phosphate=7.5 mg/dL; "
                "sign_new_painful_skin=no; sign_livedo=no; sign_retiform_purpura=no; "
                "sign_tender_nodule=no; sign_pain_out_of_proportion=no; painful_purpura=no",
                MASSES, "metastatic suggested");
  assert_fires ("setting=hemodialysis; calcium_corrected=9.8 mg/dL; phosphate=7.5 mg/dL", MASSES,
                "metastatic suggested");
  assert_fires ("setting=hemodialysis; pth=1500 pg/mL", MASSES, "");
}

static void
test_livedo_and_pain_and_nothing_else (void)
{
  assert_fires ("setting=hemodialysis; sign_livedo=yes; sign_new_painful_skin=yes", "",
                "calciphylaxis suggested");
  assert_fires ("setting=hemodialysis", "thigh_a_r livedo pain=5", "calciphylaxis suggested");
}

static void
test_painful_plaque_in_kidney_failure_is_possible (void)
{
  g_autoptr(CalxReview) review = review_of ("setting=peritoneal", "thigh_a_r plaque pain=6");
  g_autofree char *said = calx_format_certainty (review->subtypes->pdata[0], review);

  g_assert_cmpstr (said, ==, "Possible, urgent");
  assert_fires ("setting=peritoneal", "thigh_a_r plaque pain=6 chalky=no", "calciphylaxis possible");
  assert_fires ("setting=peritoneal", "thigh_a_r plaque pain=6 chalky=yes", "");
  assert_fires ("setting=peritoneal", "thigh_a_r plaque pain=6 other", "");
  assert_fires ("setting=none", "thigh_a_r plaque pain=6", "");
}

static void
test_without_kidney_failure_two_factors_are_needed (void)
{
  assert_fires ("setting=none; sex=female; diabetes=yes", "thigh_a_r livedo pain=5", "");
  assert_fires ("setting=none; sex=female; diabetes=yes; liver_disease=yes", "thigh_a_r livedo pain=5",
                "calciphylaxis suggested");
}

/* As C55: eschar, working kidneys, normal minerals. */
static void
test_eschar_is_never_ruled_out (void)
{
  g_autoptr(CalxReview) review = review_of (NO_CAUSE "; " NORMAL_MINERALS "; liver_disease=yes",
                                            "thigh_m_l eschar");
  const CalxSuggestion *first = review->subtypes->pdata[0];
  const CalxSuggestion *idiopathic = find (review, "idiopathic");

  g_assert_cmpstr (first->subtype->statement.id, ==, "calciphylaxis");
  g_assert_cmpint (first->certainty, ==, CALX_SUGGESTION_CANNOT_TELL);
  g_assert_cmpint (idiopathic->certainty, ==, CALX_SUGGESTION_POSSIBLE);
  g_assert_cmpuint (idiopathic->reasons_against->len, ==, 1);
}

static void
test_dystrophic_needs_normal_minerals (void)
{
  assert_fires ("dermatomyositis=yes; " NORMAL_MINERALS, "elbow_r nodule pain=0", "dystrophic suggested");
  assert_fires ("dermatomyositis=yes; calcium_total=normal; phosphate=normal", "elbow_r nodule",
                "dystrophic suggested");
  assert_fires ("dermatomyositis=yes; calcium_corrected=9.4 mg/dL", "elbow_r nodule", "");
  assert_fires ("dermatomyositis=yes; calcium_corrected=9.4 mg/dL; phosphate=6 mg/dL", "elbow_r nodule", "");
}

static void
test_idiopathic_needs_known_minerals (void)
{
  g_autoptr(CalxReview) review = review_of (NO_CAUSE "; sex=male", "genital nodule");
  g_autofree char *said = calx_format_certainty (find (review, "idiopathic"), review);

  g_assert_cmpstr (said, ==, "Cannot tell; not known: Calcium corrected for albumin, Phosphate");
  assert_fires (NO_CAUSE "; " NORMAL_MINERALS "; sex=male", "genital nodule", "idiopathic suggested");
}

static void
assert_class (const char *findings,
              const char *lesions,
              const char *class_id)
{
  g_autoptr(CalxReview) review = review_of (findings, lesions);
  const CalxSuggestion *idiopathic = find (review, "idiopathic");

  g_assert_cmpuint (idiopathic->classes->len, ==, 1);
  g_assert_cmpstr (((CalxVerdict *) idiopathic->classes->pdata[0])->statement->id, ==, class_id);
}

static void
test_idiopathic_has_its_classes (void)
{
  assert_class (NO_CAUSE "; " NORMAL_MINERALS "; sex=male", "genital_scrotum nodule", "scrotal");
  assert_class (NO_CAUSE "; " NORMAL_MINERALS, "face papule", "subepidermal");
  assert_class (NO_CAUSE "; " NORMAL_MINERALS "; age=14 a", "hip_r nodule", "tumoral");
}

static void
test_a_procedure_is_iatrogenic (void)
{
  assert_fires ("exposure_calcium_gluconate=yes", "foot_d_r plaque", "iatrogenic suggested");
  assert_fires ("exposure_heel_stick=yes", "heel_r papule", "iatrogenic suggested");
  assert_fires ("exposure_heel_stick=yes; lesions=no", "", "");
}

static void
test_two_that_fire_are_mixed (void)
{
  g_autoptr(CalxReview) review = review_of ("dermatomyositis=yes; exposure_injection_site=yes; " NORMAL_MINERALS,
                                            "uarm_a_r nodule");
  g_autofree char *fired = list_firing (review);
  g_autofree char *said = calx_format_suggestion (review->subtypes->pdata[0]);

  g_assert_cmpstr (fired, ==, "mixed suggested, iatrogenic suggested, dystrophic suggested");
  g_assert_cmpstr (said, ==, "Mixed: Iatrogenic, Dystrophic");
}

static void
test_the_urgent_one_is_never_mixed (void)
{
  assert_fires ("setting=hemodialysis; exposure_injection_site=yes", "thigh_a_r eschar pain=7",
                "calciphylaxis suggested, iatrogenic possible");
  assert_fires ("setting=hemodialysis; exposure_injection_site=yes; dermatomyositis=yes; " NORMAL_MINERALS,
                "thigh_a_r eschar pain=7",
                "calciphylaxis suggested, mixed possible, iatrogenic possible, dystrophic possible");
}

static void
test_nothing_there_is_nothing_said (void)
{
  g_autoptr(CalxReview) none = review_of ("lesions=no; sign_new_painful_skin=no; sign_livedo=no; "
                                          "sign_retiform_purpura=no; sign_tender_nodule=no; "
                                          "sign_pain_out_of_proportion=no; painful_purpura=no", "");

  g_assert_cmpuint (none->subtypes->len, ==, 0);
}

static void
test_what_fits_nothing_is_unclassified (void)
{
  g_autoptr(CalxReview) review
    = review_of (NO_CAUSE "; underlying_disease=yes; calcium_corrected=11 mg/dL; phosphate=3.5 mg/dL; "
                 "symmetric_periarticular=no; biopsy_result=negative; sign_new_painful_skin=no; "
                 "sign_livedo=no; sign_retiform_purpura=no; sign_tender_nodule=no; painful_purpura=no; "
                 "sign_pain_out_of_proportion=no; exposure_calcium_gluconate=no; "
                 "exposure_calcium_chloride=no; exposure_phosphate_infusion=no; exposure_heel_stick=no; "
                 "exposure_injection_site=no; exposure_para_aminosalicylic_acid=no; "
                 "exposure_electrode_paste=no; exposure_surgical_scar=no",
                 "calf_r papule pain=0");

  g_assert_cmpuint (review->subtypes->len, ==, 1);
  g_assert_nonnull (find (review, "unclassified"));
}

static void
test_disagreement_and_codes_are_said (void)
{
  g_autoptr(CalxReview) review = review_of ("setting=hemodialysis; exposure_heel_stick=yes",
                                            "heel_r livedo pain=3");
  g_autofree char *codes = calx_format_codes (find (review, "calciphylaxis")->subtype);
  const CalxSubtype *iatrogenic = find (review, "iatrogenic")->subtype;

  g_assert_cmpstr (codes, ==, "ICD-10-CM E83.59; ICD-10 L94.2; ICD-11 EB90.4Y; SNOMED CT 21323007");
  g_assert_cmpuint (iatrogenic->notes->len, ==, 2);
  g_assert_nonnull (strstr (((CalxStatement *) iatrogenic->notes->pdata[0])->text, "VisualDx"));
}

static void
test_faults_name_the_field (void)
{
  static const char *const rows[][2] = {
    { "\"certainty\": \"suggested\" -> \"certainty\": \"sure\"",
      "subtypes.json: subtypes[0].rules[0].certainty: must be suggested or possible" },
    { "\"alarm\": \"ischaemic_skin\" -> \"alarm\": \"bell\"",
      "subtypes.json: subtypes[0].alarm: no fact is called 'bell'" },
    { "\"for\": [\"painful\" -> \"for\": [\"joyful\"",
      "subtypes.json: subtypes[0].for: no fact is called 'joyful'" },
    { "\"codes\": [\"e8359\" -> \"codes\": [\"e0\"",
      "subtypes.json: subtypes[0].codes: no code is called 'e0'" },
    { "\"role\": \"mixed\" -> \"role\": \"shaken\"",
      "subtypes.json: subtypes[5].role: no role is called 'shaken'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      CalxRuleScope scope = { score_knowledge ()->inputs, score_knowledge ()->regions, NULL };
      g_autoptr(GBytes) changed = score_change_data ("subtypes.json", rows[i][0]);
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxSubtypes) table = calx_subtypes_new (changed, "subtypes.json", &scope, score_knowledge ()->sources, &error);

      g_assert_null (table);
      score_assert_fault (error, rows[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/subtypes/eschar-in-kidney-failure", test_eschar_in_kidney_failure);
  g_test_add_func ("/subtypes/painless-symmetric-masses", test_painless_symmetric_masses);
  g_test_add_func ("/subtypes/livedo-and-pain-and-nothing-else", test_livedo_and_pain_and_nothing_else);
  g_test_add_func ("/subtypes/painful-plaque-in-kidney-failure-is-possible",
                   test_painful_plaque_in_kidney_failure_is_possible);
  g_test_add_func ("/subtypes/without-kidney-failure-two-factors-are-needed",
                   test_without_kidney_failure_two_factors_are_needed);
  g_test_add_func ("/subtypes/eschar-is-never-ruled-out", test_eschar_is_never_ruled_out);
  g_test_add_func ("/subtypes/dystrophic-needs-normal-minerals", test_dystrophic_needs_normal_minerals);
  g_test_add_func ("/subtypes/idiopathic-needs-known-minerals", test_idiopathic_needs_known_minerals);
  g_test_add_func ("/subtypes/idiopathic-has-its-classes", test_idiopathic_has_its_classes);
  g_test_add_func ("/subtypes/a-procedure-is-iatrogenic", test_a_procedure_is_iatrogenic);
  g_test_add_func ("/subtypes/two-that-fire-are-mixed", test_two_that_fire_are_mixed);
  g_test_add_func ("/subtypes/the-urgent-one-is-never-mixed", test_the_urgent_one_is_never_mixed);
  g_test_add_func ("/subtypes/nothing-there-is-nothing-said", test_nothing_there_is_nothing_said);
  g_test_add_func ("/subtypes/what-fits-nothing-is-unclassified", test_what_fits_nothing_is_unclassified);
  g_test_add_func ("/subtypes/disagreement-and-codes-are-said", test_disagreement_and_codes_are_said);
  g_test_add_func ("/subtypes/faults-name-the-field", test_faults_name_the_field);
  return g_test_run ();
}
