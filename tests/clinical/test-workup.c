/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The work-up list and the differentials: what is asked of whom, and what became of it. */
#include <string.h>

#include "calx-format-workup.h"
#include "review-fixture.h"
#include "score-fixture.h"

#define NO_SKIN                                                                                    \
  "lesions=no; sign_new_painful_skin=no; sign_livedo=no; sign_retiform_purpura=no; "               \
  "sign_tender_nodule=no; sign_non_healing_ulcer=no; sign_pain_out_of_proportion=no; "             \
  "early_skin_change=no; typical_lesions=no; painful_purpura=no; intractable_ulcers=no; "
#define SKIN "sign_livedo=yes; "

static const CalxWorkupRow *
find_row (CalxReview *review,
          const char *id)
{
  for (guint i = 0; i < review->workup->rows->len; i++)
    {
      const CalxWorkupRow *row = review->workup->rows->pdata[i];

      if (g_str_equal (row->item->statement.id, id))
        return row;
    }
  g_error ("no item %s", id);
}

static const CalxDifferentialRow *
find_differential (CalxReview *review,
                   const char *id)
{
  for (guint i = 0; i < review->workup->differentials->len; i++)
    {
      const CalxDifferentialRow *row = review->workup->differentials->pdata[i];

      if (g_str_equal (row->differential->statement.id, id))
        return row;
    }
  g_error ("no differential %s", id);
}

/* What the rule of one item or differential says. */
static CalxRuleResult
ask (const char *id,
     const char *findings,
     const char *lesions)
{
  g_autoptr(CalxReview) review = review_of (findings, lesions);

  if (g_str_has_prefix (id, "ddx_"))
    return find_differential (review, id)->raised->result;
  return find_row (review, id)->asked->result;
}

typedef struct
{
  const char *id;
  const char *findings;
  const char *lesions;
} Patient;

/* Each clause of each rule: somebody who meets it alone. */
static const Patient met[] = {
  { "joints_nerves", SKIN, "elbow_r nodule" },
  { "joints_nerves", SKIN "symmetric_periarticular=yes", "" },
  { "tumour_markers", SKIN "calcium_corrected=10.5 mg/dL", "" },
  { "tumour_markers", SKIN "calcium_corrected=2.61 mmol/L", "" },
  { "tumour_markers", SKIN "malignancy=yes", "" },
  { "tumour_markers", SKIN "paraneoplastic_hypercalcaemia=yes", "" },
  { "tumour_markers", SKIN "metastatic_cancer=yes", "" },
  { "milk_alkali", SKIN "calcium_corrected=high", "" },
  { "milk_alkali", SKIN "milk_alkali_syndrome=yes", "" },
  { "urate", "", "thigh_a_r nodule" },
  { "urate", "", "toes_l papule" },
  { "lipids", "", "face papule" },
  { "ferritin", SKIN "iron=yes", "" },
  { "ferritin", SKIN "iron_overload=yes", "" },
  { "transferrin_saturation", SKIN "iron=yes", "" },
  { "transferrin_saturation", SKIN "iron_overload=yes", "" },
  { "aluminium", SKIN "aluminium_exposure=yes", "" },
  { "ct", "", "hip_l plaque" },
  { "mri", "", "hip_l chalky_discharge" },
  { "visceral", SKIN "phosphate=4.6 mg/dL", "" },
  { "visceral", SKIN "phosphate=1.46 mmol/L", "" },
  { "visceral", SKIN "calcium_corrected=10.5 mg/dL", "" },
  { "visceral", SKIN "primary_hyperparathyroidism=yes", "" },
  { "visceral", SKIN "hyperparathyroidism_secondary=yes", "" },
  { "visceral", SKIN "hyperparathyroidism_tertiary=yes", "" },
  { "visceral", SKIN "paraneoplastic_hypercalcaemia=yes", "" },
  { "visceral", SKIN "destructive_bone_disease=yes", "" },
  { "visceral", SKIN "milk_alkali_syndrome=yes", "" },
  { "visceral", SKIN "vitamin_d_excess=yes", "" },
  { "visceral", SKIN "sarcoidosis=yes", "" },
  { "wound_culture", "", "calf_r ulcer" },
  { "wound_culture", "", "calf_r plaque ulcerated=yes" },
  { "wound_culture", SKIN "complication_infection=yes", "" },
  { "wound_culture", "sign_non_healing_ulcer=yes", "" },
  { "wound_culture", "intractable_ulcers=yes", "" },
  { "infection_serology", "immunosuppressant=yes", "calf_r nodule" },
  { "infection_serology", "corticosteroid=yes", "calf_r nodule" },
  { "infection_serology", "setting=transplant", "calf_r subcutaneous_nodule" },
  { "infection_serology", "cysticercosis=yes", "calf_r nodule" },
  { "infection_serology", "histoplasmosis=yes", "calf_r nodule" },
  { "infection_serology", "cryptococcosis=yes", "calf_r nodule" },
  { "infection_serology", "parasitic_cysts=yes", "calf_r nodule" },
  { "refer_rheumatology", SKIN "autoimmune_disease=yes", "" },
  { "refer_rheumatology", SKIN "lupus_erythematosus=yes", "" },
  { "refer_rheumatology", SKIN "systemic_sclerosis=yes", "" },
  { "refer_rheumatology", SKIN "crest_syndrome=yes", "" },
  { "refer_rheumatology", SKIN "dermatomyositis=yes", "" },
  { "refer_rheumatology", SKIN "dermatomyositis_juvenile=yes", "" },
  { "refer_rheumatology", SKIN "rheumatoid_arthritis=yes", "" },
  { "refer_rheumatology", SKIN "sjogren_syndrome=yes", "" },
  { "refer_rheumatology", SKIN "mixed_connective_tissue_disease=yes", "" },
  { "refer_haematology", SKIN "lupus_anticoagulant=yes", "" },
  { "refer_haematology", SKIN "thrombophilia=yes", "" },
  { "refer_haematology", SKIN "protein_c_deficiency=yes", "" },
  { "refer_haematology", SKIN "protein_s_deficiency=yes", "" },
  { "refer_haematology", SKIN "vitamin_k_antagonist=yes", "" },
  { "refer_haematology", SKIN "poems=yes", "" },
  { "refer_dietitian", SKIN "albumin=3.3 g/dL", "" },
  { "refer_dietitian", SKIN "albumin=33 g/L", "" },
  { "refer_dietitian", SKIN "rapid_weight_loss=yes", "" },
  { "refer_dietitian", SKIN "complication_anorexia=yes", "" },
  { "refer_pain", SKIN "complication_lasting_pain=yes", "" },
  { "refer_pain", "sign_pain_out_of_proportion=yes", "" },
  { "refer_pain", "", "calf_r plaque pain=1" },
  { "ddx_calciphylaxis", "", "thigh_a_r livedo" },
  { "ddx_calciphylaxis", "", "thigh_a_r plaque pain=3" },
  { "ddx_calciphylaxis", "sign_livedo=yes", "" },
  { "ddx_gouty_tophi", "urate_raised=yes", "" },
  { "ddx_gouty_tophi", "", "toes_r nodule" },
  { "ddx_gouty_tophi", "", "elbow_r chalky_discharge" },
  { "ddx_gouty_tophi", "biopsy_polarization=negative_birefringence", "" },
  { "ddx_lesch_nyhan", "urate_raised=yes; age=17 a", "" },
  { "ddx_osteoma_cutis", "acne=yes", "" },
  { "ddx_osteoma_cutis", "", "face nodule" },
  { "ddx_mycetoma", "", "foot_d_r nodule pain=2" },
  { "ddx_xanthoma", "", "knee_l papule" },
  { "ddx_dermatomyositis_juvenile", "dermatomyositis_juvenile=yes", "" },
  { "ddx_dermatomyositis_juvenile", "age=9 a", "elbow_r nodule" },
  { "ddx_lupus", "lupus_erythematosus=yes", "" },
  { "ddx_lupus", "", "hand_d_r papule" },
  { "ddx_morphea", "", "back_up_r plaque" },
  { "ddx_milia", "", "face papule" },
  { "ddx_fop", "age=9 a", "back_up_r nodule" },
  { "ddx_pseudohypoparathyroidism", "age=9 a", "back_up_r papule" },
  { "ddx_subepidermal_nodule", "", "scalp nodule" },
  { "ddx_heel_nodules", "exposure_heel_stick=yes", "" },
  { "ddx_heel_nodules", "", "heel_r papule" },
  { "ddx_epidermoid_cyst", "", "back_up_r nodule" },
  { "ddx_scrotal", "sex=male", "genital nodule" },
  { "ddx_werner", "werner_syndrome=yes", "" },
  { "ddx_pseudoxanthoma", "pseudoxanthoma_elasticum=yes", "" },
  { "ddx_molluscum", "", "face papule" },
  { "ddx_wart", "", "hand_d_r papule" },
  { "ddx_histologic_gout", "biopsy_needle_ghosts=yes", "" },
  { "ddx_histologic_gout", "biopsy_polarization=negative_birefringence", "" },
  { "ddx_oxalosis", "biopsy_polarization=polarizable", "" },
  { "ddx_oxalosis", "biopsy_polarization=positive_birefringence", "" },
  { "ddx_eruptive_xanthoma", "biopsy_foam_cells=yes", "" },
  { "ddx_cppd", "biopsy_polarization=positive_birefringence", "" },
};

static const Patient not_met[] = {
  { "joints_nerves", SKIN "symmetric_periarticular=no", "elbow_r livedo" },
  { "tumour_markers", SKIN "calcium_corrected=10.4 mg/dL; malignancy=no; paraneoplastic_hypercalcaemia=no; metastatic_cancer=no", "" },
  { "milk_alkali", SKIN "calcium_corrected=10.4 mg/dL; milk_alkali_syndrome=no", "" },
  { "urate", "", "thigh_a_r plaque" },
  { "lipids", "", "thigh_a_r papule" },
  { "ferritin", SKIN "iron=no; iron_overload=no", "" },
  { "transferrin_saturation", SKIN "iron=no; iron_overload=no", "" },
  { "aluminium", SKIN "aluminium_exposure=no", "" },
  { "ct", "symmetric_periarticular=no", "hip_l livedo" },
  { "mri", "symmetric_periarticular=no", "hip_l livedo" },
  { "visceral", SKIN "calcium_corrected=10.4 mg/dL; phosphate=4.5 mg/dL; primary_hyperparathyroidism=no; "
                "hyperparathyroidism_secondary=no; hyperparathyroidism_tertiary=no; "
                "paraneoplastic_hypercalcaemia=no; destructive_bone_disease=no; milk_alkali_syndrome=no; "
                "vitamin_d_excess=no; sarcoidosis=no", "" },
  { "wound_culture", "complication_infection=no; sign_non_healing_ulcer=no; intractable_ulcers=no",
    "calf_r plaque ulcerated=no" },
  { "infection_serology", "immunosuppressant=yes", "calf_r plaque" },
  { "refer_rheumatology", SKIN "autoimmune_disease=no; lupus_erythematosus=no; systemic_sclerosis=no; crest_syndrome=no; "
                          "dermatomyositis=no; dermatomyositis_juvenile=no; rheumatoid_arthritis=no; sjogren_syndrome=no; "
                          "mixed_connective_tissue_disease=no", "" },
  { "refer_haematology", SKIN "lupus_anticoagulant=no; thrombophilia=no; protein_c_deficiency=no; protein_s_deficiency=no; "
                         "vitamin_k_antagonist=no; poems=no", "" },
  { "refer_dietitian", SKIN "albumin=3.4 g/dL; rapid_weight_loss=no; complication_anorexia=no", "" },
  { "refer_pain", "complication_lasting_pain=no; sign_pain_out_of_proportion=no", "calf_r plaque pain=0" },
  { "ddx_calciphylaxis", "sign_livedo=no; sign_retiform_purpura=no; sign_pain_out_of_proportion=no", "knee_r plaque pain=0" },
  { "ddx_gouty_tophi", "urate_raised=no; biopsy_polarization=none", "knee_r nodule" },
  { "ddx_lesch_nyhan", "urate_raised=yes; age=18 a", "" },
  { "ddx_osteoma_cutis", "acne=no; local_tissue_damage=no", "knee_r nodule" },
  { "ddx_mycetoma", "", "foot_d_r nodule pain=0" },
  { "ddx_xanthoma", "", "back_up_r papule" },
  { "ddx_dermatomyositis_juvenile", "dermatomyositis_juvenile=no; age=40 a", "elbow_r nodule" },
  { "ddx_lupus", "lupus_erythematosus=no", "back_up_r papule" },
  { "ddx_morphea", "", "back_up_r papule" },
  { "ddx_milia", "", "face plaque" },
  { "ddx_fop", "age=40 a", "back_up_r nodule" },
  { "ddx_pseudohypoparathyroidism", "age=40 a", "back_up_r papule" },
  { "ddx_subepidermal_nodule", "", "knee_r nodule" },
  { "ddx_heel_nodules", "exposure_heel_stick=no", "knee_r papule" },
  { "ddx_epidermoid_cyst", "", "back_up_r plaque" },
  { "ddx_scrotal", "sex=female", "genital nodule" },
  { "ddx_werner", "werner_syndrome=no", "" },
  { "ddx_pseudoxanthoma", "pseudoxanthoma_elasticum=no", "" },
  { "ddx_molluscum", "", "face plaque" },
  { "ddx_wart", "", "hand_d_r plaque" },
  { "ddx_histologic_gout", "biopsy_needle_ghosts=no; biopsy_polarization=none", "" },
  { "ddx_oxalosis", "biopsy_polarization=none", "" },
  { "ddx_eruptive_xanthoma", "biopsy_foam_cells=no", "" },
  { "ddx_cppd", "biopsy_polarization=negative_birefringence", "" },
};

static gboolean
stands_in (const Patient *patients,
           guint          n,
           const char    *id)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (patients[i].id, id))
      return TRUE;
  return FALSE;
}

static void
test_rules_met (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (met); i++)
    {
      g_test_message ("%s: %s / %s", met[i].id, met[i].findings, met[i].lesions);
      g_assert_cmpint (ask (met[i].id, met[i].findings, met[i].lesions), ==, CALX_RULE_MET);
    }
}

static void
test_rules_not_met (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (not_met); i++)
    {
      g_test_message ("%s: %s / %s", not_met[i].id, not_met[i].findings, not_met[i].lesions);
      g_assert_cmpint (ask (not_met[i].id, not_met[i].findings, not_met[i].lesions), ==, CALX_RULE_NOT_MET);
    }
}

/* Nothing known: no rule is met, none is not met. An item of every skin change follows that alone, any
 * other has its rows above. */
static void
test_every_rule_is_three_valued (void)
{
  CalxWorkup *workup = score_knowledge ()->workup;
  g_autoptr(CalxReview) unknown = review_of ("", "");
  g_autoptr(CalxReview) skin = review_of (SKIN, "");
  g_autoptr(CalxReview) none = review_of (NO_SKIN, "");

  for (guint i = 0; i < workup->items->len; i++)
    {
      const char *id = ((const CalxWorkupItem *) workup->items->pdata[i])->statement.id;

      g_test_message ("%s", id);
      g_assert_cmpint (find_row (unknown, id)->asked->result, ==, CALX_RULE_UNKNOWN);
      g_assert_cmpint (find_row (none, id)->asked->result, ==, CALX_RULE_NOT_MET);
      if (find_row (skin, id)->asked->result == CALX_RULE_MET)
        continue;
      g_assert_true (stands_in (met, G_N_ELEMENTS (met), id));
      g_assert_true (stands_in (not_met, G_N_ELEMENTS (not_met), id));
    }
  for (guint i = 0; i < workup->differentials->len; i++)
    {
      const char *id = ((const CalxDifferential *) workup->differentials->pdata[i])->statement.id;

      g_test_message ("%s", id);
      g_assert_cmpint (find_differential (unknown, id)->raised->result, ==, CALX_RULE_UNKNOWN);
      g_assert_true (stands_in (met, G_N_ELEMENTS (met), id));
      g_assert_true (stands_in (not_met, G_N_ELEMENTS (not_met), id));
    }
}

static void
test_occasions (void)
{
  static const char *const signs[] = {
    "lesions", "sign_new_painful_skin", "sign_livedo", "sign_retiform_purpura", "sign_tender_nodule",
    "sign_non_healing_ulcer", "sign_pain_out_of_proportion", "early_skin_change", "typical_lesions",
    "painful_purpura", "intractable_ulcers",
  };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autofree char *findings = g_strdup_printf ("%s=yes", signs[i]);

      g_assert_cmpint (ask ("xray", findings, ""), ==, CALX_RULE_MET);
    }
  g_assert_cmpint (ask ("xray", "", "knee_r"), ==, CALX_RULE_MET);
  g_assert_cmpint (ask ("xray", NO_SKIN, "knee_r other"), ==, CALX_RULE_NOT_MET);
}

/* A finding that counts is the result; a stale one is shown and asked again. */
static void
test_findings_fulfil (void)
{
  g_autoptr(CalxReview) review = review_of (SKIN "pth=650 pg/mL @2026-11-02; phosphate=6.5 mg/dL @2025-11-20; "
                                            "calcium_total=9.6 mg/dL; complication_weak_pulses=no", "");
  const CalxWorkupRow *pth = find_row (review, "pth");
  const CalxWorkupRow *phosphate = find_row (review, "phosphate");
  g_autofree char *pth_known = calx_format_workup_known (pth, review);
  g_autofree char *phosphate_known = calx_format_workup_known (phosphate, review);
  g_autofree char *pulses_known = calx_format_workup_known (find_row (review, "distal_pulses"), review);
  g_autofree char *albumin_known = calx_format_workup_known (find_row (review, "albumin"), review);

  g_assert_cmpint (calx_workup_row_get_status (pth), ==, CALX_WORKUP_DONE);
  g_assert_false (calx_workup_row_is_missing (pth));
  g_assert_cmpstr (pth_known, ==, "650 pg/mL, 02-Nov-2026");
  g_assert_true (calx_workup_row_is_missing (phosphate));
  g_assert_cmpstr (phosphate_known, ==, "Too old: 6.5 mg/dL, 20-Nov-2025");
  g_assert_cmpstr (find_row (review, "calcium")->input->id, ==, "calcium_total");
  g_assert_cmpstr (pulses_known, ==, "Weak distal pulses: no, 20-Nov-2026");
  g_assert_cmpstr (albumin_known, ==, "");
}

static CalxReview *
with_entry (CalxReview      *review,
            const char      *item,
            CalxWorkupStatus status,
            const char      *text)
{
  CalxWorkupEntry entry = { (char *) item, status, SCORE_DATE,
                            (char *) (status == CALX_WORKUP_DECLINED ? "" : text),
                            (char *) (status == CALX_WORKUP_DECLINED ? text : "") };
  g_autoptr(CalxChecklist) list = calx_checklist_with (calx_session_get_checklist (review->session), &entry);
  g_autoptr(CalxSession) session = calx_session_with_checklist (review->session, list);
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  CalxReview *next = calx_review_new (review->knowledge, session, patient, NULL);

  calx_review_unref (review);
  return next;
}

static void
test_stains_follow_a_biopsy (void)
{
  g_autoptr(CalxReview) review = review_of (SKIN, "");

  g_assert_false (find_row (review, "von_kossa")->is_listed);
  review = with_entry (g_steal_pointer (&review), "skin_biopsy", CALX_WORKUP_ORDERED, "");
  g_assert_true (find_row (review, "von_kossa")->is_listed);
  g_assert_true (calx_workup_row_is_missing (find_row (review, "von_kossa")));
  review = with_entry (g_steal_pointer (&review), "skin_biopsy", CALX_WORKUP_DECLINED, "no consent");
  g_assert_false (find_row (review, "von_kossa")->is_listed);
}

/* What was recorded stays on the list, whoever asks for it or not. */
static void
test_what_was_recorded_is_listed (void)
{
  g_autoptr(CalxReview) review = review_of (NO_SKIN, "");
  g_autofree char *none = calx_format_workup_missing (review, 2);
  g_autofree char *some = NULL;

  g_assert_cmpuint (review->workup->n_listed, ==, 0);
  g_assert_cmpstr (none, ==, "None asked: no skin change is known.");
  review = with_entry (g_steal_pointer (&review), "mri", CALX_WORKUP_DONE, "nothing seen");
  review = with_entry (g_steal_pointer (&review), "ct", CALX_WORKUP_ORDERED, "");
  review = with_entry (g_steal_pointer (&review), "urate", CALX_WORKUP_DECLINED, "too ill");
  review = with_entry (g_steal_pointer (&review), "of_a_newer_file", CALX_WORKUP_DONE, "");
  g_assert_cmpuint (review->workup->n_listed, ==, 3);
  g_assert_cmpuint (review->workup->n_done, ==, 1);
  g_assert_cmpuint (review->workup->n_declined, ==, 1);
  g_assert_cmpuint (review->workup->n_foreign, ==, 1);
  some = calx_format_workup_missing (review, 2);
  g_assert_cmpstr (some, ==, "1 of 3 done, 1 ordered, 1 declined.");
}

static void
test_unknown_is_said (void)
{
  g_autoptr(CalxReview) review = review_of ("", "");
  g_autofree char *missing = calx_format_workup_missing (review, 2);

  g_assert_cmpuint (review->workup->n_listed, ==, 0);
  g_assert_cmpstr (missing, ==, "Not known whether a work-up is needed: skin changes are not known.");
}

static void
test_what_is_missing_is_one_line (void)
{
  g_autoptr(CalxReview) review = review_of (SKIN, "");
  g_autofree char *two = calx_format_workup_missing (review, 2);
  g_autofree char *all = calx_format_workup_missing (review, G_MAXUINT);

  g_assert_cmpstr (two, ==, "0 of 29 done. Open: Palpation for firm papules and chalk; Skin of thighs, abdomen, breasts, "
                            "buttocks and genitals and 27 more.");
  g_assert_nonnull (strstr (all, "; Skin biopsy (optional);"));
  g_assert_null (strstr (all, " more."));
}

static void
test_evidence_beyond_the_occasion (void)
{
  g_autoptr(CalxReview) review = review_of (SKIN "vitamin_k_antagonist=yes", "");
  g_autofree char *own = calx_format_workup_evidence (find_row (review, "refer_haematology")->asked, review);
  g_autofree char *none = calx_format_workup_evidence (find_row (review, "xray")->asked, review);
  g_autofree char *missing = calx_format_workup_evidence (find_row (review, "aluminium")->asked, review);

  g_assert_cmpstr (own, ==, "Vitamin K antagonist (warfarin and its kind): yes");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (missing, ==, "Aluminium exposure");
}

static void
test_differentials_raised_come_first (void)
{
  g_autoptr(CalxReview) review = review_of ("biopsy_polarization=positive_birefringence; biopsy_needle_ghosts=no; "
                                            "biopsy_foam_cells=no", "back_up_r plaque pain=0");
  int last = 2;
  g_autofree char *said = NULL;

  for (guint i = 0; i < review->workup->differentials->len; i++)
    {
      CalxRuleResult result = ((const CalxDifferentialRow *) review->workup->differentials->pdata[i])->raised->result;
      int rank = result == CALX_RULE_MET ? 2 : result == CALX_RULE_UNKNOWN ? 1 : 0;

      g_assert_cmpint (rank, <=, last);
      last = rank;
    }
  review = with_entry (g_steal_pointer (&review), "ddx_morphea", CALX_WORKUP_EXCLUDED, "");
  review = with_entry (g_steal_pointer (&review), "ddx_oxalosis", CALX_WORKUP_CONSIDERED, "");
  said = calx_format_differentials (review);
  g_assert_cmpstr (said, ==,
                   "Considered: Oxalosis. Excluded: Morphea. Open, and brought forward by findings: "
                   "Calcium pyrophosphate deposition (CPPD).");
}

/* Every fact of A4 and A6 that must be said is said with a source. */
static void
test_texts (void)
{
  CalxWorkup *workup = score_knowledge ()->workup;
  const CalxWorkupItem *biopsy = calx_workup_find_item (workup, "skin_biopsy");
  const CalxWorkupCaution *first = biopsy->cautions->pdata[0];

  g_assert_cmpuint (biopsy->cautions->len, >=, 4);
  g_assert_nonnull (strstr (first->text, "51.8%"));
  g_assert_cmpstr (first->sources[0], ==, "biopsy_boston");
  g_assert_cmpstr (((const CalxStatement *) workup->principles->pdata[0])->id, ==, "suspicion_is_enough");
  g_assert_cmpuint (workup->differentials->len, ==, 24);
  g_assert_null (calx_workup_find_item (workup, "of_a_newer_file"));
}

/* A file with one fault is refused, and the fault is named. */
static void
assert_refused (const char *from,
                const char *to,
                const char *names)
{
  CalxKnowledge *knowledge = score_knowledge ();
  CalxRuleScope scope = { knowledge->inputs, knowledge->regions, NULL };
  g_autoptr(GBytes) shipped = calx_knowledge_lookup ("workup.json", NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (shipped, NULL), g_bytes_get_size (shipped));
  g_auto(GStrv) halves = g_strsplit (text, from, 2);
  g_autofree char *changed = g_strjoinv (to, halves);
  g_autoptr(GBytes) json = g_bytes_new (changed, strlen (changed));
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxWorkup) workup = NULL;

  g_assert_cmpuint (g_strv_length (halves), ==, 2);
  workup = calx_workup_new (json, "workup.json", &scope, knowledge->sources, &error);
  g_assert_null (workup);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, names));
}

static void
test_refused (void)
{
  assert_refused ("calx-workup/1", "calx-workup/2", "format");
  assert_refused ("\"sources\": [\"dobry2018\"]", "\"sources\": []", "sources");
  assert_refused ("\"sources\": [\"dobry2018\"]", "\"sources\": [\"nobody\"]", "nobody");
  assert_refused ("\"fulfilled_by\": [\"pth\"]", "\"fulfilled_by\": [\"pht\"]", "pht");
  assert_refused ("\"follows\": \"skin_biopsy\"", "\"follows\": \"biopsy\"", "'biopsy'");
  assert_refused ("\"group\": \"imaging\"", "\"group\": \"pictures\"", "pictures");
  assert_refused ("\"id\": \"mri\"", "\"id\": \"xray\"", "twice");
  assert_refused ("\"id\": \"ddx_morphea\"", "\"id\": \"xray\"", "twice");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/workup/rules-met", test_rules_met);
  g_test_add_func ("/workup/rules-not-met", test_rules_not_met);
  g_test_add_func ("/workup/every-rule-is-three-valued", test_every_rule_is_three_valued);
  g_test_add_func ("/workup/occasions", test_occasions);
  g_test_add_func ("/workup/findings-fulfil", test_findings_fulfil);
  g_test_add_func ("/workup/stains-follow-a-biopsy", test_stains_follow_a_biopsy);
  g_test_add_func ("/workup/what-was-recorded-is-listed", test_what_was_recorded_is_listed);
  g_test_add_func ("/workup/unknown-is-said", test_unknown_is_said);
  g_test_add_func ("/workup/what-is-missing-is-one-line", test_what_is_missing_is_one_line);
  g_test_add_func ("/workup/evidence-beyond-the-occasion", test_evidence_beyond_the_occasion);
  g_test_add_func ("/workup/differentials-raised-come-first", test_differentials_raised_come_first);
  g_test_add_func ("/workup/texts", test_texts);
  g_test_add_func ("/workup/refused", test_refused);
  return g_test_run ();
}
