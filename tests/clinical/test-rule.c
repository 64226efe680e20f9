/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "calx-json.h"
#include "calx-lesion.h"
#include "calx-rule.h"
#include "calx-treatment.h"
#include "score-fixture.h"

static CalxRule *
read_rule (const char *json,
           GError    **error)
{
  g_autoptr(JsonNode) node = calx_json_parse (json, "rule", NULL);

  const CalxRuleScope scope = { score_knowledge ()->inputs, score_knowledge ()->regions, NULL };

  g_assert_nonnull (node);
  return calx_rule_new (node, "rules.json: rules[0].when", &scope, error);
}

static CalxRuleResult
evaluate (const char *json,
          const char *entries)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxRule) rule = read_rule (json, &error);
  g_autoptr(CalxFindings) findings = score_findings (entries);
  CalxFacts facts = { findings, SCORE_DATE };

  g_assert_no_error (error);
  return calx_rule_evaluate (rule, &facts, NULL);
}

#define MET(rule, entries)     g_assert_cmpint (evaluate (rule, entries), ==, CALX_RULE_MET)
#define NOT_MET(rule, entries) g_assert_cmpint (evaluate (rule, entries), ==, CALX_RULE_NOT_MET)
#define UNKNOWN(rule, entries) g_assert_cmpint (evaluate (rule, entries), ==, CALX_RULE_UNKNOWN)

static void
test_comparisons_are_strict (void)
{
  static const char *const above = "{\"input\":\"phosphate\",\"op\":\">\",\"value\":5.5,\"unit\":\"mg/dL\"}";
  static const char *const below = "{\"input\":\"phosphate\",\"op\":\"<\",\"value\":5.5,\"unit\":\"mg/dL\"}";
  static const char *const at_least = "{\"input\":\"phosphate\",\"op\":\">=\",\"value\":5.5,\"unit\":\"mg/dL\"}";
  static const char *const at_most = "{\"input\":\"phosphate\",\"op\":\"<=\",\"value\":5.5,\"unit\":\"mg/dL\"}";

  NOT_MET (above, "phosphate=5.4 mg/dL");
  NOT_MET (above, "phosphate=5.5 mg/dL");
  MET (above, "phosphate=5.6 mg/dL");
  MET (below, "phosphate=5.4 mg/dL");
  NOT_MET (below, "phosphate=5.5 mg/dL");
  MET (at_least, "phosphate=5.5 mg/dL");
  NOT_MET (at_least, "phosphate=5.49 mg/dL");
  MET (at_most, "phosphate=5.5 mg/dL");
  NOT_MET (at_most, "phosphate=5.51 mg/dL");
  UNKNOWN (above, "phosphate=?");
  UNKNOWN (above, "");
}

static void
test_an_answer_may_be_implied (void)
{
  static const char *const autoimmune = "{\"input\":\"autoimmune_disease\",\"is\":\"yes\"}";
  static const char *const recorded = "{\"recorded\":\"autoimmune_disease\"}";

  UNKNOWN (autoimmune, "");
  UNKNOWN (recorded, "");
  MET (autoimmune, "lupus_erythematosus=yes");
  MET (recorded, "lupus_erythematosus=yes");
  /* none of the others is no reason to say no, and what was entered stands */
  UNKNOWN (autoimmune, "lupus_erythematosus=no");
  UNKNOWN (recorded, "lupus_erythematosus=no");
  NOT_MET (autoimmune, "autoimmune_disease=no; lupus_erythematosus=yes");
  NOT_MET (recorded, "autoimmune_disease=no; lupus_erythematosus=yes");
}

/* A limit is what people see: 65 pg/mL is shown as 6.9 pmol/L, and 6.9 is within. */
static void
test_a_level_is_compared_as_it_is_shown (void)
{
  static const char *const high = "{\"input\":\"pth\",\"level\":\"high\"}";
  static const char *const low = "{\"input\":\"pth\",\"level\":\"low\"}";

  NOT_MET (high, "pth=65 pg/mL");
  MET (high, "pth=66 pg/mL");
  NOT_MET (high, "pth=6.9 pmol/L");
  MET (high, "pth=7.0 pmol/L");
  NOT_MET (low, "pth=15 pg/mL");
  MET (low, "pth=14 pg/mL");
  NOT_MET (low, "pth=1.6 pmol/L");
  MET (low, "pth=1.5 pmol/L");
  MET (high, "pth=high");
  UNKNOWN (high, "");
}

static void
test_comparisons_convert_and_round_to_four_decimals (void)
{
  static const char *const above = "{\"input\":\"phosphate\",\"op\":\">\",\"value\":5.5,\"unit\":\"mg/dL\"}";
  static const char *const si = "{\"input\":\"calcium_corrected\",\"op\":\">\",\"value\":2.5449,\"unit\":\"mmol/L\"}";

  NOT_MET (above, "phosphate=1.77595 mmol/L"); /* 5.5 x 0.3229 */
  NOT_MET (above, "phosphate=5.50004 mg/dL");
  MET (above, "phosphate=5.50006 mg/dL");
  MET (above, "phosphate=1.7763 mmol/L");
  NOT_MET (si, "calcium_corrected=10.2 mg/dL"); /* 2.5449 mmol/L */
  MET (si, "calcium_corrected=10.21 mg/dL");
}

static void
test_rules_read_adjusted_and_corrected_values (void)
{
  static const char *const albumin = "{\"input\":\"albumin\",\"op\":\"<\",\"value\":3.0,\"unit\":\"g/dL\"}";
  static const char *const calcium = "{\"input\":\"calcium_corrected\",\"op\":\">\",\"value\":10.2,\"unit\":\"mg/dL\"}";

  MET (albumin, "albumin=2.9 g/dL; albumin_method=bcg");
  MET (albumin, "albumin=2.9 g/dL");
  NOT_MET (albumin, "albumin=2.9 g/dL; albumin_method=bcp");
  MET (albumin, "albumin=25 g/L; albumin_method=bcp");
  MET (calcium, "calcium_total=9.6 mg/dL; albumin=2.9 g/dL");
  NOT_MET (calcium, "calcium_total=9.6 mg/dL; albumin=2.9 g/dL; albumin_method=bcp");
  UNKNOWN (calcium, "calcium_total=9.6 mg/dL");
}

static void
test_product_of_two (void)
{
  static const char *const product =
    "{\"product\":[\"calcium_corrected\",\"phosphate\"],\"op\":\">\",\"value\":70,\"unit\":\"mg2/dL2\"}";

  NOT_MET (product, "calcium_corrected=10 mg/dL; phosphate=7 mg/dL");
  MET (product, "calcium_corrected=10 mg/dL; phosphate=7.001 mg/dL");
  MET (product, "calcium_corrected=2.5 mmol/L; phosphate=2.27 mmol/L");
  UNKNOWN (product, "calcium_corrected=10 mg/dL");
}

static void
test_upper_limit_is_the_laboratorys_or_the_default (void)
{
  static const char *const raised = "{\"input\":\"alkaline_phosphatase\",\"op\":\">\","
                                    "\"reference\":\"upper_limit\",\"default\":120,\"unit\":\"U/L\"}";

  NOT_MET (raised, "alkaline_phosphatase=120 U/L");
  MET (raised, "alkaline_phosphatase=121 U/L");
  NOT_MET (raised, "alkaline_phosphatase=121 U/L; alkaline_phosphatase_upper_limit=130 U/L");
  MET (raised, "alkaline_phosphatase=131 U/L; alkaline_phosphatase_upper_limit=130 U/L");
  MET (raised, "alkaline_phosphatase=high");
  NOT_MET (raised, "alkaline_phosphatase=normal");
  NOT_MET (raised, "alkaline_phosphatase=low");
  UNKNOWN (raised, "alkaline_phosphatase=?");
}

static void
test_words_decide_nothing_against_a_number (void)
{
  static const char *const above = "{\"input\":\"phosphate\",\"op\":\">\",\"value\":5.5,\"unit\":\"mg/dL\"}";

  UNKNOWN (above, "phosphate=high");
  UNKNOWN (above, "phosphate=normal");
}

static void
test_answers_and_records (void)
{
  MET ("{\"input\":\"diabetes\",\"is\":\"yes\"}", "diabetes=yes");
  NOT_MET ("{\"input\":\"diabetes\",\"is\":\"yes\"}", "diabetes=no");
  MET ("{\"input\":\"diabetes\",\"is\":\"no\"}", "diabetes=no");
  UNKNOWN ("{\"input\":\"diabetes\",\"is\":\"no\"}", "diabetes=?");
  MET ("{\"input\":\"setting\",\"is\":\"peritoneal\"}", "setting=peritoneal");
  NOT_MET ("{\"input\":\"setting\",\"is\":\"peritoneal\"}", "setting=ckd");
  MET ("{\"recorded\":\"poems\"}", "poems=yes");
  NOT_MET ("{\"recorded\":\"poems\"}", "poems=no");
  UNKNOWN ("{\"recorded\":\"poems\"}", "");
}

static void
test_three_valued_logic (void)
{
  static const char *const all = "{\"all\":[{\"recorded\":\"poems\"},{\"recorded\":\"iron\"}]}";
  static const char *const any = "{\"any\":[{\"recorded\":\"poems\"},{\"recorded\":\"iron\"}]}";
  static const char *const two = "{\"at_least\":2,\"of\":[{\"recorded\":\"poems\"},"
                                 "{\"recorded\":\"iron\"},{\"recorded\":\"malignancy\"}]}";
  static const char *const not = "{\"not\":{\"recorded\":\"poems\"}}";

  MET (all, "poems=yes; iron=yes");
  UNKNOWN (all, "poems=yes");
  NOT_MET (all, "poems=no");
  NOT_MET (any, "poems=no; iron=no");
  UNKNOWN (any, "poems=no");
  MET (any, "poems=yes");
  MET (two, "poems=yes; iron=yes");
  UNKNOWN (two, "poems=yes; iron=no");
  UNKNOWN (two, "malignancy=no");
  NOT_MET (two, "poems=no; iron=no");
  MET (not, "poems=no");
  NOT_MET (not, "poems=yes");
  UNKNOWN (not, "");
}

static void
test_years_since_a_date (void)
{
  static const char *const vintage = "{\"input\":\"dialysis_start\",\"op\":\"years_since >\",\"value\":5,\"unit\":\"a\"}";

  MET (vintage, "dialysis_start=2021-11-19");
  NOT_MET (vintage, "dialysis_start=2021-11-20"); /* five years to the day */
  NOT_MET (vintage, "dialysis_start=2024-01-01");
  MET (vintage, "dialysis_start=2020");
  UNKNOWN (vintage, "dialysis_start=2021");
  UNKNOWN (vintage, "dialysis_start=2021-11");
  NOT_MET (vintage, "dialysis_start=2021-12");
  NOT_MET (vintage, "dialysis_start=2026");
  UNKNOWN (vintage, "");
}

static void
test_old_values_are_unknown_to_rules (void)
{
  static const char *const above = "{\"input\":\"phosphate\",\"op\":\">\",\"value\":5.5,\"unit\":\"mg/dL\"}";

  MET (above, "phosphate=6 mg/dL @2025-11-20");
  UNKNOWN (above, "phosphate=6 mg/dL @2025-11-19");
}

static char *
list_used (const char *json,
           const char *entries)
{
  g_autoptr(CalxRule) rule = read_rule (json, NULL);
  g_autoptr(CalxFindings) findings = score_findings (entries);
  g_autoptr(GArray) used = g_array_new (FALSE, FALSE, sizeof (CalxEvidence));
  CalxFacts facts = { findings, SCORE_DATE };
  GString *ids = g_string_new (NULL);

  calx_rule_evaluate (rule, &facts, used);
  for (guint i = 0; i < used->len; i++)
    g_string_append_printf (ids, "%s ", g_array_index (used, CalxEvidence, i).input->id);
  return g_string_free (ids, FALSE);
}

static void
test_facts_that_decided_are_named (void)
{
  static const char *const any = "{\"any\":[{\"recorded\":\"poems\"},{\"recorded\":\"malignancy\"}]}";
  g_autofree char *met = list_used (any, "poems=yes; malignancy=no");
  g_autofree char *unknown = list_used (any, "malignancy=no");
  g_autofree char *not_met = list_used (any, "poems=no; malignancy=no");

  g_assert_cmpstr (met, ==, "poems ");
  g_assert_cmpstr (unknown, ==, "poems ");
  g_assert_cmpstr (not_met, ==, "poems malignancy ");
}

typedef struct
{
  const char     *region_id;
  CalxLesionType  type;
  int             pain;
  CalxTernary     ulcerated;
  CalxDiagnosis   diagnosis;
  gboolean        healed;
  guint           signs[CALX_N_LESION_SIGNS];
} LesionRow;

static CalxRuleResult
evaluate_lesions (const char      *json,
                  const char      *entries,
                  const LesionRow *rows,
                  gsize            n_rows)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxRule) rule = read_rule (json, &error);
  g_autoptr(CalxFindings) findings = score_findings (entries);
  g_autoptr(GPtrArray) lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  CalxFacts facts = { findings, SCORE_DATE, lesions };

  g_assert_no_error (error);
  for (gsize i = 0; i < n_rows; i++)
    {
      CalxLesion *lesion = calx_lesion_new ((int) i + 1, CALX_VIEW_ANTERIOR, 0.0, 0.5,
                                            rows[i].region_id);

      lesion->type = rows[i].type;
      lesion->pain = rows[i].pain;
      lesion->ulcerated = rows[i].ulcerated;
      lesion->diagnosis = rows[i].diagnosis;
      lesion->healed = rows[i].healed;
      memcpy (lesion->signs, rows[i].signs, sizeof lesion->signs);
      g_ptr_array_add (lesions, lesion);
    }
  return calx_rule_evaluate (rule, &facts, NULL);
}

#define LESIONS(rule, result, ...)                                                                 \
  G_STMT_START                                                                                     \
  {                                                                                                \
    const LesionRow rows[] = { __VA_ARGS__ };                                                      \
    g_assert_cmpint (evaluate_lesions (rule, "", rows, G_N_ELEMENTS (rows)), ==, result);          \
  }                                                                                                \
  G_STMT_END

static void
test_lesions_are_asked (void)
{
  static const char *const painful = "{\"lesion\":{\"type\":[\"plaque\",\"nodule\"],\"painful\":true}}";
  static const char *const ulcers = "{\"lesion\":{\"ulcerated\":true},\"count\":2}";
  static const char *const thigh = "{\"lesion\":{\"region\":[\"thigh\"],\"not_another\":true}}";
  static const char *const central = "{\"lesion\":{\"class\":[\"central\"]}}";

  LESIONS (painful, CALX_RULE_MET, { "thigh_a_r", CALX_LESION_TYPE_PLAQUE, 1 });
  LESIONS (painful, CALX_RULE_NOT_MET, { "thigh_a_r", CALX_LESION_TYPE_PLAQUE, 0 });
  LESIONS (painful, CALX_RULE_NOT_MET, { "thigh_a_r", CALX_LESION_TYPE_LIVEDO, 9 });
  LESIONS (painful, CALX_RULE_UNKNOWN, { "thigh_a_r", CALX_LESION_TYPE_PLAQUE, CALX_PAIN_UNKNOWN });
  LESIONS (painful, CALX_RULE_UNKNOWN, { "thigh_a_r", CALX_LESION_TYPE_UNKNOWN, 3 });
  LESIONS (painful, CALX_RULE_NOT_MET, { "thigh_a_r", CALX_LESION_TYPE_UNKNOWN, 0 });
  LESIONS (painful, CALX_RULE_UNKNOWN,
           { "thigh_a_r", CALX_LESION_TYPE_PLAQUE, 5, CALX_TERNARY_NO, CALX_DIAGNOSIS_NOT_STATED, TRUE });
  LESIONS (ulcers, CALX_RULE_MET, { "thigh_a_r", CALX_LESION_TYPE_ULCER, 1 },
           { "calf_r", CALX_LESION_TYPE_PLAQUE, 1, CALX_TERNARY_YES });
  LESIONS (ulcers, CALX_RULE_UNKNOWN, { "thigh_a_r", CALX_LESION_TYPE_ULCER, 1 },
           { "calf_r", CALX_LESION_TYPE_PLAQUE, 1, CALX_TERNARY_UNKNOWN });
  LESIONS (ulcers, CALX_RULE_NOT_MET, { "thigh_a_r", CALX_LESION_TYPE_ULCER, 1 });
  LESIONS (thigh, CALX_RULE_MET, { "thigh_a_r", CALX_LESION_TYPE_UNKNOWN, 1 });
  LESIONS (thigh, CALX_RULE_NOT_MET, { "thigh_a_r", CALX_LESION_TYPE_UNKNOWN, 1, CALX_TERNARY_NO,
                                       CALX_DIAGNOSIS_OTHER });
  LESIONS (central, CALX_RULE_NOT_MET, { "foot_d_r", CALX_LESION_TYPE_UNKNOWN, 1 });
  LESIONS (central, CALX_RULE_MET, { "thigh_a_l", CALX_LESION_TYPE_UNKNOWN, 1 });
}

#define SIGN(sign, value) { .region_id = "thigh_a_r", .pain = 1, .signs = { [CALX_LESION_SIGN_##sign] = value } }

static void
test_signs_are_asked (void)
{
  static const char *const not_chalky = "{\"lesion\":{\"chalky\":false}}";
  static const char *const chalky = "{\"lesion\":{\"chalky\":true}}";
  static const char *const rapid = "{\"lesion\":{\"tempo\":[\"rapid\"]}}";
  static const char *const sheets = "{\"lesion\":{\"extent\":[\"circumscripta\",\"universalis\"],\"gritty\":true}}";
  static const char *const infected = "{\"lesion\":{\"infected\":true},\"count\":2}";

  LESIONS (not_chalky, CALX_RULE_MET, SIGN (CHALKY, CALX_TERNARY_NO));
  LESIONS (not_chalky, CALX_RULE_NOT_MET, SIGN (CHALKY, CALX_TERNARY_YES));
  LESIONS (not_chalky, CALX_RULE_UNKNOWN, SIGN (CHALKY, CALX_TERNARY_UNKNOWN));
  LESIONS (chalky, CALX_RULE_MET, { "thigh_a_r", CALX_LESION_TYPE_CHALKY_DISCHARGE, 1 });
  LESIONS (chalky, CALX_RULE_UNKNOWN, { "thigh_a_r", CALX_LESION_TYPE_PLAQUE, 1 });
  LESIONS (rapid, CALX_RULE_MET, SIGN (TEMPO, CALX_LESION_TEMPO_RAPID));
  LESIONS (rapid, CALX_RULE_NOT_MET, SIGN (TEMPO, CALX_LESION_TEMPO_GRADUAL));
  LESIONS (rapid, CALX_RULE_UNKNOWN, SIGN (TEMPO, CALX_LESION_TEMPO_UNKNOWN));
  LESIONS (sheets, CALX_RULE_NOT_MET, SIGN (EXTENT, CALX_LESION_EXTENT_LOCALIZED));
  LESIONS (sheets, CALX_RULE_UNKNOWN, SIGN (EXTENT, CALX_LESION_EXTENT_UNIVERSALIS));
  LESIONS (sheets, CALX_RULE_UNKNOWN, SIGN (GRITTY, CALX_TERNARY_YES));
  LESIONS (sheets, CALX_RULE_NOT_MET, SIGN (GRITTY, CALX_TERNARY_NO));
  LESIONS (sheets, CALX_RULE_MET,
           { .region_id = "thigh_a_r",
             .signs = { [CALX_LESION_SIGN_EXTENT] = CALX_LESION_EXTENT_UNIVERSALIS,
                        [CALX_LESION_SIGN_GRITTY] = CALX_TERNARY_YES } });
  LESIONS (infected, CALX_RULE_MET, SIGN (INFECTED, CALX_TERNARY_YES), SIGN (INFECTED, CALX_TERNARY_YES));
  LESIONS (infected, CALX_RULE_UNKNOWN, SIGN (INFECTED, CALX_TERNARY_YES), SIGN (INFECTED, CALX_TERNARY_UNKNOWN));
  LESIONS (infected, CALX_RULE_NOT_MET, SIGN (INFECTED, CALX_TERNARY_YES), SIGN (INFECTED, CALX_TERNARY_NO));
}

static void
test_an_empty_map_says_nothing (void)
{
  static const char *const any = "{\"lesion\":{\"class\":[\"central\"]}}";

  g_assert_cmpint (evaluate_lesions (any, "", NULL, 0), ==, CALX_RULE_UNKNOWN);
  g_assert_cmpint (evaluate_lesions (any, "lesions=yes", NULL, 0), ==, CALX_RULE_UNKNOWN);
  g_assert_cmpint (evaluate_lesions (any, "lesions=no", NULL, 0), ==, CALX_RULE_NOT_MET);
}

static void
test_both_sides_are_one_place (void)
{
  static const char *const both = "{\"lesion\":{\"both_sides\":true,\"painful\":false}}";

  LESIONS (both, CALX_RULE_MET, { "knee_r", CALX_LESION_TYPE_NODULE, 0 },
           { "knee_l", CALX_LESION_TYPE_NODULE, 0 });
  LESIONS (both, CALX_RULE_NOT_MET, { "knee_r", CALX_LESION_TYPE_NODULE, 0 },
           { "elbow_l", CALX_LESION_TYPE_NODULE, 0 });
  LESIONS (both, CALX_RULE_UNKNOWN, { "knee_r", CALX_LESION_TYPE_NODULE, 0 },
           { "knee_l", CALX_LESION_TYPE_NODULE, CALX_PAIN_UNKNOWN });
}

static void
test_levels_are_read_against_the_range (void)
{
  static const char *const normal = "{\"input\":\"calcium_corrected\",\"level\":\"normal\"}";
  static const char *const high = "{\"input\":\"phosphate\",\"level\":\"high\"}";

  MET (normal, "calcium_corrected=8.8 mg/dL");
  MET (normal, "calcium_corrected=10.4 mg/dL");
  NOT_MET (normal, "calcium_corrected=10.5 mg/dL");
  NOT_MET (normal, "calcium_corrected=8.7 mg/dL");
  MET (normal, "calcium_total=normal");
  UNKNOWN (normal, "calcium_total=9.6 mg/dL");
  UNKNOWN (normal, "");
  MET (high, "phosphate=high");
  NOT_MET (high, "phosphate=4.5 mg/dL");
  MET (high, "phosphate=1.46 mmol/L");
  UNKNOWN (high, "phosphate=?");
}

static void
test_faults_name_the_field (void)
{
  static const char *const rows[][2] = {
    { "[]", ": must be an object" },
    { "{}", ": must have exactly one of" },
    { "{\"all\":[{\"recorded\":\"poems\"}],\"any\":[]}", ": must have exactly one of" },
    { "{\"all\":[]}", ".all: must not be empty" },
    { "{\"any\":[{\"recorded\":\"poems\"},7]}", ".any[1]: must be an object" },
    { "{\"any\":[{\"recorded\":\"gout\"}]}", ".any[0].recorded: no input is called 'gout'" },
    { "{\"at_least\":3,\"of\":[{\"recorded\":\"poems\"}]}", ".at_least: must be a whole number" },
    { "{\"at_least\":1}", ".of: is missing" },
    { "{\"rule\":\"gout\"}", ".rule: no rule before this one is called 'gout'" },
    { "{\"input\":\"pth\",\"level\":\"odd\"}", ".level: must be low, normal or high" },
    { "{\"input\":\"poems\",\"level\":\"low\"}", ".input: 'poems' is not a laboratory value" },
    { "{\"lesion\":{\"type\":[\"wart\"]}}", ".lesion.type: no type of lesion is called 'wart'" },
    { "{\"lesion\":{\"class\":[\"top\"]}}", ".lesion.class: no class of sites is called 'top'" },
    { "{\"lesion\":{\"region\":[\"thig\"]}}", ".lesion.region: no region begins with 'thig'" },
    { "{\"lesion\":{\"smell\":\"sweet\"}}", ".lesion.smell: is not asked of lesions" },
    { "{\"lesion\":{\"tempo\":[\"sudden\"]}}", ".lesion.tempo: 'sudden' is not among its values" },
    { "{\"lesion\":{\"chalky\":[\"yes\"]}}", ".lesion.chalky: must be true or false" },
    { "{\"lesion\":{},\"count\":0}", ".count: must be a whole number from 1" },
    { "{\"not\":3}", ".not: must be an object" },
    { "{\"input\":\"diabetes\",\"is\":\"maybe\"}", ".is: 'diabetes' cannot be 'maybe'" },
    { "{\"input\":\"pth\",\"is\":\"yes\"}", ".input: 'pth' has no answers" },
    { "{\"input\":\"pth\",\"op\":\"<\",\"unit\":\"pg/mL\"}", ".value: is missing" },
    { "{\"input\":\"pth\",\"op\":\"<\",\"value\":\"9\",\"unit\":\"pg/mL\"}", ".value: must be a number" },
    { "{\"input\":\"pth\",\"op\":\"~\",\"value\":9,\"unit\":\"pg/mL\"}", ".op: '~' is not" },
    { "{\"input\":\"pth\",\"op\":\"<\",\"value\":9,\"unit\":\"mg/dL\"}", ".unit: 'pth' has no such unit" },
    { "{\"input\":\"sex\",\"op\":\"<\",\"value\":9}", ".input: 'sex' is not a number" },
    { "{\"product\":[\"pth\"],\"op\":\"<\",\"value\":9,\"unit\":\"mg2/dL2\"}", ".product: must name two" },
    { "{\"product\":[\"pth\",\"albumin\"],\"op\":\"<\",\"value\":9,\"unit\":\"mg/dL\"}", ".unit: 'pth'" },
    { "{\"input\":\"pth\",\"op\":\"<\",\"reference\":\"lower\",\"default\":3,\"unit\":\"pg/mL\"}",
      ".reference: must be 'upper_limit'" },
    { "{\"input\":\"pth\",\"op\":\"years_since >\",\"value\":5,\"unit\":\"a\"}", ".input: 'pth' is not a date" },
    { "{\"input\":\"dialysis_start\",\"op\":\"years_since >\",\"value\":5,\"unit\":\"mo\"}",
      ".unit: must be 'a'" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxRule) rule = read_rule (rows[i][0], &error);
      g_autofree char *start = g_strconcat ("rules.json: rules[0].when", rows[i][1], NULL);

      g_assert_null (rule);
      score_assert_fault (error, start);
    }
}

static void
test_deep_nesting_is_refused (void)
{
  g_autoptr(GString) json = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxRule) rule = NULL;

  for (int i = 0; i < 20; i++)
    g_string_append (json, "{\"not\":");
  g_string_append (json, "{\"recorded\":\"poems\"}");
  for (int i = 0; i < 20; i++)
    g_string_append_c (json, '}');
  rule = read_rule (json->str, &error);
  g_assert_null (rule);
  g_assert_nonnull (strstr (error->message, "nested too deep"));
}

static CalxRuleResult
evaluate_treatments (const char *json,
                     int         running,
                     int         stopped,
                     GArray     *used)
{
  g_autoptr(GError) error = NULL;
  const CalxRuleScope scope = { score_knowledge ()->inputs, NULL, NULL, score_knowledge ()->treatments };
  g_autoptr(JsonNode) node = calx_json_parse (json, "rule", NULL);
  g_autoptr(CalxRule) rule = calx_rule_new (node, "rules.json: rules[0].when", &scope, &error);
  g_autoptr(CalxFindings) findings = score_findings ("");
  g_autoptr(GPtrArray) treatments = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_treatment_unref);
  CalxFacts facts = { .findings = findings, .date = SCORE_DATE, .treatments = treatments };

  g_assert_no_error (error);
  for (int i = 0; i < running + stopped; i++)
    {
      CalxTreatment *treatment = calx_treatment_new ("teriparatide", "");

      if (i >= running)
        calx_treatment_set_stop (treatment, CALX_DATE_NONE);
      g_ptr_array_add (treatments, treatment);
    }
  return calx_rule_evaluate (rule, &facts, used);
}

static void
test_treatments_are_asked (void)
{
#define RULE(ids, status) "{\"treatment\":[" ids "],\"status\":\"" status "\"}"
  static const struct
  {
    const char *rule;
    CalxRuleResult none, running, stopped, both;
  } cases[] = {
    { RULE ("\"teriparatide\"", "current"), CALX_RULE_UNKNOWN, CALX_RULE_MET, CALX_RULE_NOT_MET, CALX_RULE_MET },
    { RULE ("\"teriparatide\"", "stopped"), CALX_RULE_UNKNOWN, CALX_RULE_NOT_MET, CALX_RULE_MET, CALX_RULE_NOT_MET },
    { RULE ("\"teriparatide\"", "ever"), CALX_RULE_UNKNOWN, CALX_RULE_MET, CALX_RULE_MET, CALX_RULE_MET },
    /* What is not recorded may be given. */
    { RULE ("\"teriparatide\",\"surgery\"", "current"), CALX_RULE_UNKNOWN, CALX_RULE_MET, CALX_RULE_UNKNOWN,
      CALX_RULE_MET },
    { RULE ("\"surgery\"", "ever"), CALX_RULE_UNKNOWN, CALX_RULE_UNKNOWN, CALX_RULE_UNKNOWN, CALX_RULE_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (evaluate_treatments (cases[i].rule, 0, 0, NULL), ==, cases[i].none);
      g_assert_cmpint (evaluate_treatments (cases[i].rule, 1, 0, NULL), ==, cases[i].running);
      g_assert_cmpint (evaluate_treatments (cases[i].rule, 0, 1, NULL), ==, cases[i].stopped);
      g_assert_cmpint (evaluate_treatments (cases[i].rule, 1, 1, NULL), ==, cases[i].both);
    }
}

static void
test_treatments_are_named_as_evidence (void)
{
  g_autoptr(GArray) used = g_array_new (FALSE, FALSE, sizeof (CalxEvidence));

  evaluate_treatments (RULE ("\"teriparatide\",\"surgery\"", "current"), 1, 0, used);
  g_assert_cmpuint (used->len, ==, 1);
  g_assert_cmpstr (g_array_index (used, CalxEvidence, 0).treatment, ==, "teriparatide");
  evaluate_treatments (RULE ("\"teriparatide\",\"surgery\"", "current"), 0, 1, used);
  g_assert_cmpuint (used->len, ==, 2);
  g_assert_cmpstr (g_array_index (used, CalxEvidence, 1).treatment, ==, "surgery");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rule/comparisons-are-strict", test_comparisons_are_strict);
  g_test_add_func ("/rule/comparisons-convert-and-round-to-four-decimals",
                   test_comparisons_convert_and_round_to_four_decimals);
  g_test_add_func ("/rule/rules-read-adjusted-and-corrected-values",
                   test_rules_read_adjusted_and_corrected_values);
  g_test_add_func ("/rule/product-of-two", test_product_of_two);
  g_test_add_func ("/rule/upper-limit-is-the-laboratorys-or-the-default",
                   test_upper_limit_is_the_laboratorys_or_the_default);
  g_test_add_func ("/rule/words-decide-nothing-against-a-number",
                   test_words_decide_nothing_against_a_number);
  g_test_add_func ("/rule/answers-and-records", test_answers_and_records);
  g_test_add_func ("/rule/three-valued-logic", test_three_valued_logic);
  g_test_add_func ("/rule/years-since-a-date", test_years_since_a_date);
  g_test_add_func ("/rule/old-values-are-unknown-to-rules", test_old_values_are_unknown_to_rules);
  g_test_add_func ("/rule/facts-that-decided-are-named", test_facts_that_decided_are_named);
  g_test_add_func ("/rule/lesions-are-asked", test_lesions_are_asked);
  g_test_add_func ("/rule/signs-are-asked", test_signs_are_asked);
  g_test_add_func ("/rule/an-empty-map-says-nothing", test_an_empty_map_says_nothing);
  g_test_add_func ("/rule/both-sides-are-one-place", test_both_sides_are_one_place);
  g_test_add_func ("/rule/levels-are-read-against-the-range", test_levels_are_read_against_the_range);
  g_test_add_func ("/rule/faults-name-the-field", test_faults_name_the_field);
  g_test_add_func ("/rule/deep-nesting-is-refused", test_deep_nesting_is_refused);
  g_test_add_func ("/rule/an-answer-may-be-implied", test_an_answer_may_be_implied);
  g_test_add_func ("/rule/a-level-is-compared-as-it-is-shown", test_a_level_is_compared_as_it_is_shown);
  g_test_add_func ("/rule/treatments-are-asked", test_treatments_are_asked);
  g_test_add_func ("/rule/treatments-are-named-as-evidence", test_treatments_are_named_as_evidence);
  return g_test_run ();
}
