/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-conflicts.h"

#include "calx-lesion.h"
#include "score-fixture.h"

#define NO_RISK "setting=ckd; egfr=20 mL/min/{1.73_m2}; lesions=no; previous_calciphylaxis=no"
#define NO_KIDNEY "setting=none"

/* A treatment, and findings over which it conflicts, does not, and may. */
typedef struct
{
  const char *conflict, *kind, *route;
  gboolean    stopped;
  const char *met, *not_met, *unknown;
} Row;

static const Row rows[] = {
  { "vka_calciphylaxis", "vitamin_k_antagonist", "", FALSE, "setting=hemodialysis", NO_RISK, "setting=ckd" },
  { "vka_calciphylaxis", "vitamin_k_antagonist", "", FALSE, "setting=ckd; egfr=15 mL/min/{1.73_m2}",
    "setting=ckd; egfr=16 mL/min/{1.73_m2}; lesions=no; previous_calciphylaxis=no", "" },
  { "vka_calciphylaxis", "vitamin_k_antagonist", "", FALSE, "setting=none; lesions=yes",
    "setting=none; lesions=no; previous_calciphylaxis=no", "setting=none; lesions=no" },
  { "vka_calciphylaxis", "vitamin_k_antagonist", "", FALSE, "setting=peritoneal", NO_RISK, "" },
  { "vka_calciphylaxis", "vitamin_k_antagonist", "", FALSE, "previous_calciphylaxis=yes", NO_RISK, "" },
  { "vka_stopped_valve", "vitamin_k_antagonist", "", TRUE, "mechanical_valve=yes", "mechanical_valve=no", "" },
  { "apixaban_valve", "apixaban", "", FALSE, "mechanical_valve=yes", "mechanical_valve=no", "" },
  { "vitamin_k_with_vka", "vitamin_k1", "", FALSE, "vitamin_k_antagonist=yes", NULL, "" },
  { "aluminium_kidney", "aluminium_antacid", "", FALSE, "setting=hemodialysis", NO_RISK, "" },
  { "corticosteroid_calciphylaxis", "corticosteroid", "", FALSE, "lesions=yes", NO_RISK, "" },
  { "calcium_salts_calciphylaxis", "calcium_salts", "", FALSE, "setting=none; calcium_corrected=10.21 mg/dL",
    NO_RISK "; calcium_corrected=10.2 mg/dL", NO_RISK },
  { "calcium_salts_calciphylaxis", "calcium_salts", "", FALSE, "setting=hemodialysis",
    NO_RISK "; calcium_corrected=2.5449 mmol/L", "" },
  { "vitamin_d_calciphylaxis", "active_vitamin_d", "", FALSE, "setting=hemodialysis",
    NO_RISK "; calcium_corrected=9 mg/dL", "" },
  { "vitamin_d_calciphylaxis", "nutritional_vitamin_d", "", FALSE, "calcium_corrected=2.55 mmol/L",
    NO_RISK "; calcium_corrected=9 mg/dL", "" },
  { "pth_lowering_low_pth", "calcimimetic", "", FALSE, "pth=99 pg/mL", "pth=100 pg/mL; adynamic_bone=no",
    "adynamic_bone=no" },
  { "pth_lowering_low_pth", "active_vitamin_d", "", FALSE, "adynamic_bone=yes",
    "pth=10.7 pmol/L; adynamic_bone=no", "pth=101 pg/mL" },
  { "teriparatide_calciphylaxis", "teriparatide", "", FALSE, "setting=hemodialysis", NO_RISK, "" },
  { "iron_active_calciphylaxis", "iron_intravenous", "", FALSE, "lesions=yes", "lesions=no; iron_overload=no",
    "lesions=no" },
  { "thiosulfate_intraperitoneal", "sodium_thiosulfate", "intraperitoneal", FALSE, "setting=peritoneal",
    "setting=hemodialysis", "" },
  { "debridement_eschar", "debridement", "", FALSE, NULL, "lesions=no", "" },
  { "opioid_kidney", "opioid_other", "", FALSE, "setting=hemodialysis", "setting=none", "" },
  { "insulin_site", "insulin", "subcutaneous_abdomen_thigh", FALSE, "setting=hemodialysis", NO_RISK, "" },
  { "surgery_calciphylaxis", "surgery", "", FALSE, "lesions=yes", "lesions=no; previous_calciphylaxis=no", "" },
  { "surgery_recurrence", "surgery", "", FALSE, "", NULL, NULL },
  { "weight_loss_rapid", "slow_weight_loss", "", FALSE, "rapid_weight_loss=yes", "rapid_weight_loss=no", "" },
  { "finding_vka_stopped", "vitamin_k_antagonist", "", TRUE, "vitamin_k_antagonist=yes", "vitamin_k_antagonist=no", "" },
  { "finding_vka_current", "vitamin_k_antagonist", "", FALSE, "vitamin_k_antagonist=no", "vitamin_k_antagonist=yes", "" },
  { "finding_calcium_salts_current", "calcium_salts", "", FALSE, "calcium_binder=no", "calcium_binder=yes", "" },
  { "finding_active_vitamin_d_current", "active_vitamin_d", "", FALSE, "vitamin_d=no", "vitamin_d=yes", "" },
  { "finding_nutritional_vitamin_d_current", "nutritional_vitamin_d", "", FALSE, "vitamin_d=no", "vitamin_d=yes", "" },
  { "finding_iron_intravenous_current", "iron_intravenous", "", FALSE, "iron=no", "iron=yes", "" },
  { "finding_iron_oral_current", "iron_oral", "", FALSE, "iron=no", "iron=yes", "" },
  { "finding_corticosteroid_current", "corticosteroid", "", FALSE, "corticosteroid=no", "corticosteroid=yes", "" },
  { "finding_teriparatide_current", "teriparatide", "", FALSE, "teriparatide=no", "teriparatide=yes", "" },
  { "finding_aluminium_antacid_current", "aluminium_antacid", "", FALSE, "aluminium_exposure=no",
    "aluminium_exposure=yes", "" },
};

static GPtrArray *
treatments_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) calx_treatment_unref);
}

static CalxTreatment *
add (GPtrArray  *treatments,
     const char *kind,
     const char *route,
     gboolean    stopped)
{
  CalxTreatment *treatment = calx_treatment_new (kind, "");

  treatment->route = g_intern_string (route);
  if (stopped)
    calx_treatment_set_stop (treatment, CALX_DATE_NONE);
  g_ptr_array_add (treatments, treatment);
  return treatment;
}

static GPtrArray *
find_all (GPtrArray  *treatments,
          const char *entries,
          GPtrArray  *lesions)
{
  g_autoptr(CalxFindings) findings = score_findings (entries);
  CalxFacts facts = { .findings = findings, .date = SCORE_DATE, .lesions = lesions, .treatments = treatments };

  return calx_conflicts_evaluate (score_knowledge ()->conflicts, &facts);
}

/* NOT_MET: not found */
static CalxRuleResult
look_for (GPtrArray  *found,
          const char *id)
{
  for (guint i = 0; i < found->len; i++)
    {
      const CalxFoundConflict *one = found->pdata[i];

      if (g_str_equal (one->conflict->statement.id, id))
        return one->result;
    }
  return CALX_RULE_NOT_MET;
}

static void
assert_case (const Row      *row,
             const char     *entries,
             CalxRuleResult  expected)
{
  g_autoptr(GPtrArray) treatments = treatments_new ();
  g_autoptr(GPtrArray) found = NULL;

  if (entries == NULL)
    return;
  add (treatments, row->kind, row->route, row->stopped);
  found = find_all (treatments, entries, NULL);
  if (look_for (found, row->conflict) != expected)
    g_error ("%s over “%s”: %d, not %d", row->conflict, entries, look_for (found, row->conflict), expected);
}

static void
test_every_conflict_has_three_cases (void)
{
  CalxConflicts *conflicts = score_knowledge ()->conflicts;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_case (&rows[i], rows[i].met, CALX_RULE_MET);
      assert_case (&rows[i], rows[i].not_met, CALX_RULE_NOT_MET);
      assert_case (&rows[i], rows[i].unknown, CALX_RULE_UNKNOWN);
    }
  for (guint i = 0; i < calx_conflicts_get_n (conflicts); i++)
    {
      gboolean is_tried = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (rows); j++)
        is_tried |= g_str_equal (rows[j].conflict, calx_conflicts_get (conflicts, i)->statement.id);
      if (!is_tried)
        g_error ("%s is not tried", calx_conflicts_get (conflicts, i)->statement.id);
    }
}

static void
test_every_conflict_is_raised_by_its_own_status (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Row row = rows[i];

      row.stopped = !row.stopped;
      assert_case (&row, row.met, CALX_RULE_NOT_MET);
    }
}

static void
test_a_lesion_raises_that_of_eschar (void)
{
  g_autoptr(GPtrArray) treatments = treatments_new ();
  g_autoptr(GPtrArray) lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  g_autoptr(GPtrArray) found = NULL;
  CalxLesion *lesion = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.05, 0.55, "thigh_a_r");

  lesion->type = CALX_LESION_TYPE_ESCHAR;
  g_ptr_array_add (lesions, lesion);
  add (treatments, "debridement", "", FALSE);
  found = find_all (treatments, "", lesions);
  g_assert_cmpint (look_for (found, "debridement_eschar"), ==, CALX_RULE_MET);
}

static void
test_vitamin_k_reads_treatments_too (void)
{
  g_autoptr(GPtrArray) treatments = treatments_new ();
  g_autoptr(GPtrArray) running = NULL;
  g_autoptr(GPtrArray) stopped = NULL;
  CalxTreatment *antagonist;

  add (treatments, "vitamin_k1", "", FALSE);
  antagonist = add (treatments, "vitamin_k_antagonist", "", FALSE);
  running = find_all (treatments, "vitamin_k_antagonist=no", NULL);
  g_assert_cmpint (look_for (running, "vitamin_k_with_vka"), ==, CALX_RULE_MET);
  calx_treatment_set_stop (antagonist, SCORE_DATE);
  stopped = find_all (treatments, "vitamin_k_antagonist=no", NULL);
  g_assert_cmpint (look_for (stopped, "vitamin_k_with_vka"), ==, CALX_RULE_NOT_MET);
}

static void
test_a_route_decides_and_may_be_unknown (void)
{
  g_autoptr(GPtrArray) treatments = treatments_new ();
  g_autoptr(GPtrArray) unknown = NULL;
  g_autoptr(GPtrArray) vein = NULL;
  CalxTreatment *thiosulfate = add (treatments, "sodium_thiosulfate", "", FALSE);

  unknown = find_all (treatments, "setting=peritoneal", NULL);
  g_assert_cmpint (look_for (unknown, "thiosulfate_intraperitoneal"), ==, CALX_RULE_UNKNOWN);
  g_assert_true (((CalxFoundConflict *) unknown->pdata[0])->route_unknown);
  thiosulfate->route = g_intern_string ("intravenous");
  vein = find_all (treatments, "setting=peritoneal", NULL);
  g_assert_cmpuint (vein->len, ==, 0);
}

static void
test_a_drug_changed_for_another_was_not_stopped (void)
{
  g_autoptr(GPtrArray) treatments = treatments_new ();
  g_autoptr(GPtrArray) found = NULL;

  add (treatments, "vitamin_k_antagonist", "", TRUE);
  add (treatments, "vitamin_k_antagonist", "", FALSE);
  found = find_all (treatments, "vitamin_k_antagonist=yes; mechanical_valve=yes", NULL);
  g_assert_cmpint (look_for (found, "vka_stopped_valve"), ==, CALX_RULE_NOT_MET);
  g_assert_cmpint (look_for (found, "finding_vka_stopped"), ==, CALX_RULE_NOT_MET);
}

static void
test_only_new_ones_are_asked_about (void)
{
  g_autoptr(GPtrArray) treatments = treatments_new ();
  g_autoptr(GPtrArray) may = NULL;
  g_autoptr(GPtrArray) met = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) surer = NULL;
  g_autoptr(GPtrArray) less_sure = NULL;

  add (treatments, "vitamin_k_antagonist", "", FALSE);
  may = find_all (treatments, "", NULL);
  met = find_all (treatments, "setting=hemodialysis; vitamin_k_antagonist=no", NULL);
  all = calx_conflicts_list_new (met, NULL);
  none = calx_conflicts_list_new (met, met);
  surer = calx_conflicts_list_new (met, may);
  less_sure = calx_conflicts_list_new (may, met);
  g_assert_cmpuint (met->len, ==, 2);
  g_assert_cmpuint (all->len, ==, 1); /* what does not fit a finding is said, not asked */
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (surer->len, ==, 1);
  g_assert_cmpuint (less_sure->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflicts/every-conflict-has-three-cases", test_every_conflict_has_three_cases);
  g_test_add_func ("/conflicts/every-conflict-is-raised-by-its-own-status",
                   test_every_conflict_is_raised_by_its_own_status);
  g_test_add_func ("/conflicts/a-lesion-raises-that-of-eschar", test_a_lesion_raises_that_of_eschar);
  g_test_add_func ("/conflicts/vitamin-k-reads-treatments-too", test_vitamin_k_reads_treatments_too);
  g_test_add_func ("/conflicts/a-route-decides-and-may-be-unknown", test_a_route_decides_and_may_be_unknown);
  g_test_add_func ("/conflicts/a-drug-changed-for-another-was-not-stopped",
                   test_a_drug_changed_for_another_was_not_stopped);
  g_test_add_func ("/conflicts/only-new-ones-are-asked-about", test_only_new_ones_are_asked_about);
  return g_test_run ();
}
