/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "review-fixture.h"
#include "score-fixture.h"

static CalxRuleResult
get_result (const CalxReview *review,
            const char       *id)
{
  if (calx_prognosis_find (score_knowledge ()->prognosis, id) == NULL)
    g_error ("no entry %s", id);
  for (guint i = 0; i < review->prognosis->len; i++)
    {
      const CalxPrognosisLine *line = review->prognosis->pdata[i];

      if (g_str_equal (line->entry->statement.id, id))
        return line->result;
    }
  return CALX_RULE_NOT_MET;
}

#define LESION "shin_r plaque ulcerated=no"
#define MET CALX_RULE_MET
#define NOT_MET CALX_RULE_NOT_MET
#define UNKNOWN CALX_RULE_UNKNOWN

/* Each entry with a rule: met, not met, unknown. */
static void
test_every_rule_is_met_not_met_and_unknown (void)
{
  static const struct
  {
    const char *id, *findings, *lesions;
    CalxRuleResult expected;
  } rows[] = {
    { "kidney_failure_year", "setting=hemodialysis", LESION, MET },
    { "kidney_failure_year", "setting=peritoneal", LESION, MET },
    { "kidney_failure_year", "setting=ckd; egfr=15 mL/min/{1.73_m2}", LESION, MET },
    { "kidney_failure_year", "setting=ckd; egfr=15.1 mL/min/{1.73_m2}", LESION, NOT_MET },
    { "kidney_failure_year", "setting=ckd; egfr=14.9 mL/min/{1.73_m2}", LESION, MET },
    { "kidney_failure_year", "setting=ckd", LESION, UNKNOWN },
    { "kidney_failure_year", "setting=none", LESION, NOT_MET },
    { "kidney_failure_year", "", LESION, UNKNOWN },
    { "no_kidney_failure_year", "setting=none", LESION, MET },
    { "no_kidney_failure_year", "setting=hemodialysis", LESION, NOT_MET },
    { "no_kidney_failure_year", "", LESION, UNKNOWN },
    { "nigwekar_incident", "setting=hemodialysis", LESION, MET },
    { "nigwekar_incident", "setting=peritoneal", LESION, NOT_MET },
    { "nigwekar_incident", "", LESION, UNKNOWN },
    { "ukcs_annual", "setting=hemodialysis", LESION, MET },
    { "ukcs_annual", "setting=none", LESION, NOT_MET },
    { "ukcs_annual", "", LESION, UNKNOWN },
    { "jaad_dialysis", "setting=peritoneal", LESION, MET },
    { "jaad_dialysis", "setting=ckd", LESION, NOT_MET },
    { "jaad_dialysis", "", LESION, UNKNOWN },
    { "transplant_death", "setting=transplant", LESION, MET },
    { "transplant_death", "setting=hemodialysis", LESION, NOT_MET },
    { "transplant_death", "", LESION, UNKNOWN },
    { "fine_plaques", "", "thigh_a_r plaque ulcerated=no", MET },
    { "fine_plaques", "", "thigh_a_r plaque ulcerated=yes", NOT_MET },
    { "fine_plaques", "", "thigh_a_r plaque", UNKNOWN },
    { "fine_ulcers", "", "thigh_a_r ulcer", MET },
    { "fine_ulcers", "", "thigh_a_r plaque ulcerated=no", NOT_MET },
    { "fine_ulcers", "", "thigh_a_r plaque", UNKNOWN },
    { "fine_ulcers", "", "thigh_a_r ulcer healed; shin_r plaque ulcerated=no", NOT_MET },
    { "hospital", "", "thigh_a_r eschar", MET },
    { "hospital", "", "thigh_a_r nodule ulcerated=no", NOT_MET },
    { "hospital", "", "thigh_a_r nodule", UNKNOWN },
    { "central_textbook", "", "thigh_a_r", MET },
    { "central_textbook", "", "finger_r", NOT_MET },
    { "central_textbook", "lesions=yes", "", UNKNOWN },
    { "distal_jaad", "", "foot_d_r", MET },
    { "distal_jaad", "", "thigh_a_r", MET },
    { "distal_jaad", "", "face", NOT_MET },
    { "distal_jaad", "lesions=yes", "", UNKNOWN },
    { "distal_gaisne", "", "finger_r", MET },
    { "distal_gaisne", "", "abd_low_r", NOT_MET },
    { "distal_gaisne", "lesions=yes", "", UNKNOWN },
    { "truncal", "", "abd_low_r", MET },
    { "truncal", "", "genital", MET },
    { "truncal", "", "thigh_a_r", NOT_MET },
    { "truncal", "lesions=yes", "", UNKNOWN },
    { "calf_fine", "", "calf_r", MET },
    { "calf_fine", "", "shin_r", NOT_MET },
    { "calf_fine", "lesions=yes", "", UNKNOWN },
    { "penile_hr", "sex=male", "genital", MET },
    { "penile_hr", "sex=female", "genital", NOT_MET },
    { "penile_hr", "sex=male", "thigh_a_r", NOT_MET },
    { "penile_hr", "", "genital", UNKNOWN },
    { "penile_2020", "sex=male", "genital", MET },
    { "penile_2020", "sex=female", "genital", NOT_MET },
    { "penile_2020", "", "genital", UNKNOWN },
    { "penile_karpman", "sex=male", "genital", MET },
    { "penile_karpman", "sex=male", "thigh_a_r", NOT_MET },
    { "penile_karpman", "", "genital", UNKNOWN },
    { "penile_51", "sex=male", "genital", MET },
    { "penile_51", "sex=female", "genital", NOT_MET },
    { "penile_51", "", "genital", UNKNOWN },
    { "penile_121", "sex=male", "genital", MET },
    { "penile_121", "sex=female", "genital", NOT_MET },
    { "penile_121", "", "genital", UNKNOWN },
    { "parathyroidectomy_karpman", "sex=male", "genital", MET },
    { "parathyroidectomy_karpman", "sex=female", "genital", NOT_MET },
    { "parathyroidectomy_karpman", "", "genital", UNKNOWN },
    { "warfarin_yu", "vitamin_k_antagonist=yes; setting=none", LESION, MET },
    { "warfarin_yu", "vitamin_k_antagonist=yes; setting=hemodialysis", LESION, NOT_MET },
    { "warfarin_yu", "vitamin_k_antagonist=no; setting=none", LESION, NOT_MET },
    { "warfarin_yu", "vitamin_k_antagonist=yes", LESION, UNKNOWN },
    { "warfarin_santos", "vitamin_k_antagonist=yes", LESION, MET },
    { "warfarin_santos", "vitamin_k_antagonist=no", LESION, NOT_MET },
    { "warfarin_santos", "", LESION, UNKNOWN },
    /* Without a rule of its own: to whom prognosis applies at all. */
    { "weenig_year", "", "thigh_a_r", MET },
    { "weenig_year", "", "thigh_a_r other", UNKNOWN },
    { "weenig_year", "lesions=no", "", UNKNOWN },
    { "weenig_year", "lesions=no; biopsy_result=negative; typical_lesions=no", "", NOT_MET },
    { "weenig_year", "biopsy_result=positive", "", MET },
    { "weenig_year", "", "", UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(CalxReview) review = review_of (rows[i].findings, rows[i].lesions);
      CalxRuleResult result = get_result (review, rows[i].id);

      if (result != rows[i].expected)
        g_error ("%s of '%s' with '%s' is %d, not %d", rows[i].id, rows[i].findings, rows[i].lesions, result,
                 rows[i].expected);
    }
}

/* "Distal survives better" is not said of a calf, wherever else the patient has nothing. */
static void
test_the_calf_has_a_line_of_its_own (void)
{
  g_autoptr(CalxReview) calf = review_of ("setting=hemodialysis", "calf_l plaque ulcerated=no");
  g_autoptr(CalxReview) both = review_of ("setting=hemodialysis", "calf_l plaque ulcerated=no; foot_d_l plaque");

  g_assert_cmpint (get_result (calf, "calf_fine"), ==, MET);
  g_assert_cmpint (get_result (calf, "distal_jaad"), ==, NOT_MET);
  g_assert_cmpint (get_result (calf, "distal_gaisne"), ==, NOT_MET);
  g_assert_cmpint (get_result (both, "calf_fine"), ==, MET);
  g_assert_cmpint (get_result (both, "distal_jaad"), ==, MET);
}

static void
test_cohorts_that_disagree_stand_together (void)
{
  static const char *const pairs[][2] = {
    { "debridement_weenig", "debridement_gaisne" },
    { "parathyroidectomy_weenig", "parathyroidectomy_karpman" },
    { "warfarin_yu", "warfarin_santos" },
    { "gaisne_year", "weenig_year" },
  };
  GPtrArray *entries = calx_prognosis_get_entries (score_knowledge ()->prognosis);

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    for (guint j = 0; j < entries->len; j++)
      if (g_str_equal (((CalxPrognosisEntry *) entries->pdata[j])->statement.id, pairs[i][0]))
        g_assert_cmpstr (((CalxPrognosisEntry *) entries->pdata[j + 1])->statement.id, ==, pairs[i][1]);
}

/* What was not found in print, or was read as news only, is not there. */
static void
test_nothing_unverified_is_shipped (void)
{
  GPtrArray *entries = calx_prognosis_get_entries (score_knowledge ()->prognosis);

  for (guint i = 0; i < entries->len; i++)
    {
      const CalxPrognosisEntry *entry = entries->pdata[i];

      g_assert_false (g_strv_contains ((const char *const *) entry->statement.sources, "mccarthy2016"));
      g_assert_cmpstr (entry->population, !=, "");
      g_assert_cmpstr (entry->n, !=, "");
      g_assert_cmpstr (entry->horizon, !=, "");
      for (guint j = 0; j < entry->figures->len; j++)
        {
          const CalxPrognosisFigure *figure = entry->figures->pdata[j];

          if (*figure->unit == '%' && !isnan (figure->high))
            g_assert_cmpfloat (figure->high, <=, 100.0);
        }
    }
}

static void
test_the_places_of_series_are_there (void)
{
  /* what the words of the others mean in regions is not said */
  static const char *const comparable[] = { "brandenburg", "ukcs", "yu", NULL };
  GPtrArray *sites = calx_prognosis_get_sites (score_knowledge ()->prognosis);

  g_assert_cmpuint (sites->len, ==, 9);
  for (guint i = 0; i < sites->len; i++)
    {
      const CalxPrognosisSite *site = sites->pdata[i];

      g_assert_cmpstr (site->statement.text, !=, "");
      g_assert_cmpstr (site->population, !=, "");
      g_assert_cmpint (g_strv_contains ((const char *const *) site->regions, "calf"), ==,
                       g_strv_contains ((const char *const *) comparable, site->statement.id));
    }
}

#define HEAD                                                                                                       \
  "{\"format\":\"calx-prognosis/1\",\"text\":\"t\",\"rules\":[{\"id\":\"shown\",\"label\":\"S\",\"sources\":"      \
  "[\"project\"],\"when\":{\"recorded\":\"lesions\"}}],\"topics\":[{\"id\":\"t\",\"label\":\"T\"}],\"sites\":[],"  \
  "\"entries\":["
#define ENTRY "{\"id\":\"a\",\"label\":\"A\",\"topic\":\"t\",\"n\":\"1\",\"sources\":[\"project\"],"
#define REST "\"population\":\"p\",\"horizon\":\"h\","

static void
test_faults_are_named (void)
{
  static const char *const cases[][2] = {
    { HEAD ENTRY "\"horizon\":\"h\",\"figures\":[{\"text\":\"x\"}]}]}",
      "prognosis.json: entries[0].population: is missing" },
    { HEAD ENTRY "\"population\":\"p\",\"figures\":[{\"text\":\"x\"}]}]}",
      "prognosis.json: entries[0].horizon: is missing" },
    { HEAD "{\"id\":\"a\",\"label\":\"A\",\"topic\":\"t\",\"n\":\"1\",\"sources\":[]," REST
           "\"figures\":[{\"text\":\"x\"}]}]}",
      "prognosis.json: entries[0].sources: must not be empty" },
    { HEAD ENTRY REST "\"figures\":[]}]}", "prognosis.json: entries[0].figures: must not be empty" },
    { HEAD ENTRY REST "\"figures\":[{\"text\":\"x\",\"low\":2,\"high\":1,\"unit\":\"%\"}]}]}",
      "prognosis.json: entries[0].figures[0].high: is below low" },
    { HEAD ENTRY REST "\"figures\":[{\"text\":\"x\",\"low\":2}]}]}",
      "prognosis.json: entries[0].figures[0].unit: is missing" },
    { HEAD "{\"id\":\"a\",\"label\":\"A\",\"topic\":\"u\",\"n\":\"1\",\"sources\":[\"project\"]," REST
           "\"figures\":[{\"text\":\"x\"}]}]}",
      "prognosis.json: entries[0].topic: no topic is called 'u'" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CalxKnowledge *knowledge = score_knowledge ();
      g_autoptr(GBytes) json = g_bytes_new_static (cases[i][0], strlen (cases[i][0]));
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxPrognosis) prognosis = calx_prognosis_new (json, "prognosis.json", knowledge->inputs,
                                                               knowledge->regions, knowledge->sources, &error);

      g_assert_null (prognosis);
      score_assert_fault (error, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prognosis/every-rule-is-met-not-met-and-unknown", test_every_rule_is_met_not_met_and_unknown);
  g_test_add_func ("/prognosis/the-calf-has-a-line-of-its-own", test_the_calf_has_a_line_of_its_own);
  g_test_add_func ("/prognosis/cohorts-that-disagree-stand-together", test_cohorts_that_disagree_stand_together);
  g_test_add_func ("/prognosis/nothing-unverified-is-shipped", test_nothing_unverified_is_shipped);
  g_test_add_func ("/prognosis/the-places-of-series-are-there", test_the_places_of_series_are_there);
  g_test_add_func ("/prognosis/faults-are-named", test_faults_are_named);
  return g_test_run ();
}
