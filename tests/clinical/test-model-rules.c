/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "calx-json.h"
#include "score-fixture.h"

/* Every rule of the model file, broken once: an edit, and how the refusal begins after the name. */

static JsonNode *
read_model (void)
{
  g_autoptr(GBytes) bytes = calx_knowledge_lookup ("onset-model.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  json_parser_load_from_data (parser, text, (gssize) size, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

/* Sets (or with a NULL @json removes) what "factors[5].ramp" names. */
static void
edit (JsonNode   *root,
      const char *path,
      const char *json)
{
  g_auto(GStrv) steps = g_strsplit_set (path, ".[", -1);
  JsonNode *at = root;

  for (guint i = 0; steps[i] != NULL; i++)
    {
      gboolean last = steps[i + 1] == NULL;

      if (g_ascii_isdigit (steps[i][0]))
        {
          guint index = (guint) g_ascii_strtoull (steps[i], NULL, 10);
          JsonArray *array = json_node_get_array (at);

          g_assert_cmpuint (index, <, json_array_get_length (array));
          if (!last)
            at = json_array_get_element (array, index);
          else if (json == NULL)
            json_array_remove_element (array, index);
          else
            g_error ("%s: lists are only cut", path);
        }
      else if (!last)
        {
          at = json_object_get_member (json_node_get_object (at), steps[i]);
          g_assert_nonnull (at);
        }
      else if (json == NULL)
        {
          g_assert_true (json_object_has_member (json_node_get_object (at), steps[i]));
          json_object_remove_member (json_node_get_object (at), steps[i]);
        }
      else
        json_object_set_member (json_node_get_object (at), steps[i],
                                calx_json_parse (json, "edit", NULL));
    }
}

static CalxRiskModel *
load_bytes (const char *text,
            gssize      length,
            GError    **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return calx_risk_model_new (bytes, "onset-model.json", score_knowledge ()->inputs,
                              score_knowledge ()->units, error);
}

typedef struct
{
  const char *path;
  const char *json;
  const char *refusal;
} Row;

static const Row rows[] = {
  /* the head */
  { "format", NULL, "format: is missing" },
  { "format", "\"calx-model/2\"", "format: must be 'calx-model/1'" },
  { "format", "1", "format: must be a text" },
  { "id", NULL, "id: is missing" },
  { "version", "\"\"", "version: must not be empty" },
  { "version", "2026.1", "version: must be a text" },
  { "date", NULL, "date: is missing" },
  { "title", NULL, "title: is missing" },
  { "outcome", NULL, "outcome: is missing" },
  { "population", NULL, "population: is missing" },
  { "not_for", "{}", "not_for: must be a list" },
  { "not_for", "[1]", "not_for: must be a list of texts" },
  { "validation", NULL, "validation: is missing" },
  { "validation.text", NULL, "validation.text: is missing" },
  { "shrinkage.rule", NULL, "shrinkage.rule: is missing" },
  { "every_band", NULL, "every_band: is missing" },
  { "point_odds_ratio", "1", "point_odds_ratio: must be above 1" },
  { "point_odds_ratio", "0.5", "point_odds_ratio: must be above 1" },
  { "point_odds_ratio", "1e999", "point_odds_ratio: is too large a number" },
  { "point_odds_ratio", "\"1.2\"", "point_odds_ratio: must be a number" },
  { "display_ratio_up_to", "0", "display_ratio_up_to: must be above 0" },
  { "reference_setting", "\"home\"", "reference_setting: no setting is called 'home'" },
  { "points_zero_setting", "\"home\"", "points_zero_setting: no setting is called 'home'" },
  { "reference_population", NULL, "reference_population: is missing" },
  /* sources */
  { "sources", NULL, "sources: is missing" },
  { "sources", "[]", "sources: must be an object" },
  { "sources.dopps", "3", "sources.dopps: must be an object" },
  { "sources.dopps.cite", NULL, "sources.dopps.cite: is missing" },
  { "sources.dopps.read", NULL, "sources.dopps.read: is missing" },
  { "sources.dopps", NULL, "factors[0].reference_distribution.source: no source is called 'dopps'" },
  { "sources.zhang2016", NULL, "settings[3].sources: no source is called 'zhang2016'" },
  /* settings */
  { "settings", "[]", "settings: must not be empty" },
  { "settings", "[1]", "settings[0]: must be an object" },
  { "settings[3", NULL, "settings: 'peritoneal' is missing" },
  { "settings[1.id", "\"ckd\"", "settings[1].id: 'ckd' is there twice" },
  { "settings[1.id", "\"home\"", "settings[1].id: the input 'setting' has no choice 'home'" },
  { "settings[1.id", "\"none\"", "settings[1].id: the input 'setting' has no choice 'none'" },
  { "settings[2.compare", NULL, "settings[2].compare: is missing" },
  { "settings[2.compare", "\"yes\"", "settings[2].compare: must be true or false" },
  { "settings[2.ratio_sd", NULL, "settings[2].ratio_sd: is missing" },
  { "settings[2.ratio_sd", "-0.1", "settings[2].ratio_sd: must not be negative" },
  { "settings[2.rate_per_1000_patient_years", "3", "settings[2].rate_per_1000_patient_years: must be an object" },
  { "settings[2.rate_per_1000_patient_years.value", NULL,
    "settings[2].rate_per_1000_patient_years.value: is missing" },
  { "settings[2.rate_per_1000_patient_years.low", "0",
    "settings[2].rate_per_1000_patient_years.low: must be above 0" },
  { "settings[2.rate_per_1000_patient_years.low", "4",
    "settings[2].rate_per_1000_patient_years.value: must lie between low and high" },
  { "settings[2.rate_per_1000_patient_years.high", "1000",
    "settings[2].rate_per_1000_patient_years.high: must be possible" },
  { "settings[2.grade", NULL, "settings[2].grade: is missing" },
  /* factors */
  { "factors", "[]", "factors: must not be empty" },
  { "factors[1.id", "\"sex\"", "factors[1].id: 'sex' is there twice" },
  { "factors[1.id", NULL, "factors[1].id: is missing" },
  { "factors[1.kind", "\"square\"", "factors[1].kind: 'square' is not a kind of factor" },
  { "factors[1.input", "\"gout\"", "factors[1].input: no input is called 'gout'" },
  { "factors[1.input", "\"pth\"", "factors[1].input: 'pth' does not give" },
  { "factors[2.input", "\"diabetes\"", "factors[2].input: 'diabetes' does not give" },
  { "factors[0.true_when", "\"queen\"", "factors[0].true_when: must be a choice of 'sex'" },
  { "factors[0.true_when", NULL, "factors[0].true_when: must be a choice of 'sex'" },
  { "factors[1.true_when", "\"yes\"", "factors[1].true_when: 'diabetes' is yes or no" },
  { "factors[1.weight", "1.1", "factors[1].weight: must lie between 0 and 1" },
  { "factors[1.weight", "-0.1", "factors[1].weight: must lie between 0 and 1" },
  { "factors[1.standard_error", "-0.1", "factors[1].standard_error: must not be negative" },
  { "factors[1.log_odds_ratio", "null", "factors[1].log_odds_ratio: must be a number" },
  { "factors[1.log_odds_ratio", "1000", "factors: together larger than any published effect" },
  { "factors[2.unit", "\"stone\"", "factors[2].unit: 'bmi' has no unit 'stone'" },
  { "factors[2.unit", NULL, "factors[2].unit: is missing" },
  { "factors[2.center", NULL, "factors[2].center: is missing" },
  { "factors[2.clamp", NULL, "factors[2].clamp: is missing" },
  { "factors[2.clamp", "[50,18]", "factors[2].clamp: must rise" },
  { "factors[2.clamp", "[18,18]", "factors[2].clamp: must rise" },
  { "factors[2.clamp", "[18]", "factors[2].clamp: must be two numbers" },
  { "factors[2.clamp", "[18,50,60]", "factors[2].clamp: must be two numbers" },
  { "factors[2.clamp", "[18,\"50\"]", "factors[2].clamp: must be two numbers" },
  { "factors[5.ramp", "[1000,300]", "factors[5].ramp: must rise" },
  { "factors[5.ramp", "[300,300]", "factors[5].ramp: must rise" },
  { "factors[5.ramp", "{}", "factors[5].ramp: must be a list" },
  { "factors[6.threshold", NULL, "factors[6].threshold: is missing" },
  { "factors[6.clamp", "[3.8,2]", "factors[6].clamp: must rise" },
  { "factors[1.required", NULL, "factors[1].required: is missing" },
  { "factors[1.modifiable", "1", "factors[1].modifiable: must be true or false" },
  { "factors[3.target", NULL, "factors[3].target: is missing" },
  { "factors[3.target", "false", "factors[3].target: must be a number" },
  { "factors[7.target", "true", "factors[7].target: must be false" },
  { "factors[7.option", NULL, "factors[7].option: is missing" },
  { "factors[3.target_settings", "[\"home\"]", "factors[3].target_settings: no setting is called 'home'" },
  { "factors[7.option_text_only_when", "[\"gout\"]",
    "factors[7].option_text_only_when: no input of yes or no is called 'gout'" },
  { "factors[1.sources", "[\"nobody\"]", "factors[1].sources: no source is called 'nobody'" },
  { "factors[1.sources", NULL, "factors[1].sources: is missing" },
  { "factors[1.published", "[]", "factors[1].published: must not be empty" },
  { "factors[1.published[0.source", "\"nobody\"", "factors[1].published[0].source: no source is called 'nobody'" },
  { "factors[1.published[0.odds_ratio", NULL, "factors[1].published[0].odds_ratio: is missing" },
  { "factors[0.published[0.ci", "[3,1]", "factors[0].published[0].ci: must rise" },
  { "factors[1.reference_distribution.kind", "\"cauchy\"",
    "factors[1].reference_distribution.kind: 'cauchy' is not a kind of distribution" },
  { "factors[1.reference_distribution.kind", "\"normal\"",
    "factors[1].reference_distribution.kind: 'normal' does not fit" },
  { "factors[3.reference_distribution.kind", "\"prevalence\"",
    "factors[3].reference_distribution.kind: 'prevalence' does not fit" },
  { "factors[1.reference_distribution.value", "1.5",
    "factors[1].reference_distribution.value: must lie between 0 and 1" },
  { "factors[3.reference_distribution.sd", "0", "factors[3].reference_distribution.sd: must be above 0" },
  { "factors[5.reference_distribution.q1", "500",
    "factors[5].reference_distribution.median: must lie between q1 and q3" },
  { "factors[5.reference_distribution.q1", "0",
    "factors[5].reference_distribution.median: must lie between q1 and q3" },
  { "factors[9.levels", "[]", "factors[9].levels: must not be empty" },
  { "factors[9.levels[1.from", "0", "factors[9].levels[1].from: overlaps the level before" },
  { "factors[9.levels[2.from", "2", "factors[9].levels[2].from: overlaps the level before" },
  { "factors[9.levels[1.to", "1", "factors[9].levels[2].from: leaves a gap" },
  { "factors[9.levels[1", NULL, "factors[9].levels[1].from: leaves a gap" },
  { "factors[9.levels[3", NULL, "factors[9].levels: do not hold all" },
  { "factors[9.levels[1.to", "0", "factors[9].levels[1].to: must be whole numbers that do not fall" },
  { "factors[9.levels[1.to", "1.5", "factors[9].levels[1].to: must be whole numbers" },
  { "factors[9.levels[1.standard_error", "-1", "factors[9].levels[1].standard_error: must not be negative" },
  { "factors[9.levels[1.log_odds_ratio", NULL, "factors[9].levels[1].log_odds_ratio: is missing" },
  { "factors[9.input", "\"weight\"", "factors[9].input: levels need whole numbers" },
  { "factors[9.requires", "{}", "factors[9].requires: must name one factor" },
  { "factors[9.requires", "{\"gout\":true}", "factors[9].requires.gout: is not a factor before this one" },
  { "factors[9.requires", "{\"pth\":true}", "factors[9].requires.pth: must be a required factor of yes and no" },
  { "factors[9.requires", "{\"diabetes\":1}", "factors[9].requires.diabetes: must be true or false" },
  { "factors[9.required", "true", "factors[9].requires: only an optional factor" },
  /* associations */
  { "associations", NULL, "associations: is missing" },
  { "associations[0.id", "\"iron\"", "associations[21].id: 'iron' is there twice" },
  { "associations[0.when", NULL, "associations[0].when: is missing" },
  { "associations[0.when.input", "\"gout\"", "associations[0].when.input: no input is called 'gout'" },
  { "associations[0.when.unit", "\"mg/dL\"", "associations[0].when.unit: 'pth' has no such unit" },
  { "associations[8.when.any[1.recorded", "\"gout\"", "associations[8].when.any[1].recorded: no input" },
  { "associations[2.already_in", "[\"gout\"]", "associations[2].already_in: no factor is called 'gout'" },
  { "associations[0.sources", "[\"nobody\"]", "associations[0].sources: no source" },
  /* bands */
  { "bands", "[]", "bands: must not be empty" },
  { "bands[0.from", "0.5", "bands[0].from: the first band must begin at 0" },
  { "bands[2.from", "0.5", "bands[2].from: bands must rise" },
  { "bands[2.from", "1", "bands[2].from: bands must rise" },
  { "bands[2.id", "\"raised\"", "bands[2].id: 'raised' is there twice" },
  { "bands[2.id", "\"lesions\"", "bands[2].id: 'lesions' is not for a model to define" },
  { "bands[2.text", NULL, "bands[2].text: is missing" },
  /* the rest */
  { "always_named[1.unit", "\"stone\"", "always_named[1].unit: 'albumin' has no such unit" },
  { "always_named[1.input", NULL, "always_named[1].input: is missing" },
  { "always_named[0.is", "\"maybe\"", "always_named[0].is: 'vitamin_k_antagonist' cannot be 'maybe'" },
  { "not_scored[0.reason", NULL, "not_scored[0].reason: is missing" },
  { "not_scored[0.sources", "[\"nobody\"]", "not_scored[0].sources: no source" },
};

static void
test_every_broken_rule_is_refused_by_name (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(JsonNode) root = read_model ();
      g_autoptr(GError) error = NULL;
      g_autofree char *text = NULL;
      g_autofree char *start = g_strconcat ("onset-model.json: ", rows[i].refusal, NULL);

      if (g_strcmp0 (rows[i].json, "1e999") == 0) /* no node can hold it */
        {
          g_auto(GStrv) parts = NULL;
          g_autofree char *whole = calx_json_to_canonical (root);

          parts = g_strsplit (whole, "\"point_odds_ratio\":1.2", 2);
          text = g_strjoinv ("\"point_odds_ratio\":1e999", parts);
        }
      else
        {
          edit (root, rows[i].path, rows[i].json);
          text = calx_json_to_canonical (root);
        }
      g_assert_null (load_bytes (text, -1, &error));
      if (error == NULL || !g_str_has_prefix (error->message, start))
        g_error ("%s = %s: '%s' does not begin with '%s'", rows[i].path, rows[i].json,
                 error == NULL ? "accepted" : error->message, start);
      g_assert_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_FIELD);
    }
}

static void
test_the_shipped_model_is_accepted_again (void)
{
  g_autoptr(JsonNode) root = read_model ();
  g_autofree char *text = calx_json_to_canonical (root);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxRiskModel) model = load_bytes (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (calx_risk_model_get_version (model), ==, "2026.1");
  g_assert_cmpstr (calx_risk_model_get_band_label (model, "high"), ==, "High");
  g_assert_cmpstr (calx_risk_model_get_band_label (model, "lesions"), ==, "Lesions");
  g_assert_null (calx_risk_model_get_band_label (model, "sky_high"));
}

static void
test_what_is_not_json_is_refused (void)
{
  static const char *const texts[] = { "",        " ",          "{",       "[1,2",    "null",
                                       "{}x",     "{'a':1}",    "\xff\xfe", "// {}\n", "{\"a\":/*\"*/1}",
                                       "\"text\"", "1e999",     "tru" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (load_bytes (texts[i], -1, &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "onset-model.json: "));
    }
  {
    g_autoptr(GError) error = NULL;

    g_assert_null (load_bytes ("{}\0{}", 5, &error));
    g_assert_nonnull (error);
  }
}

static void
test_nesting_without_end_is_refused (void)
{
  static const char *const openings[] = { "[", "{\"a\":", "[\"]\",", "// \"\n[\"]\"," };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GError) error = NULL;

      for (int depth = 0; depth < 200000; depth++)
        g_string_append (text, openings[i]);
      g_assert_null (load_bytes (text->str, (gssize) text->len, &error));
      g_assert_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_SYNTAX);
    }
}

/* A fixed seed: the same 3,000 faults every time. The fuzzer does the rest. */
static void
test_random_faults_never_crash (void)
{
  g_autoptr(GBytes) bytes = calx_knowledge_lookup ("onset-model.json", NULL);
  g_autoptr(GRand) rand = g_rand_new_with_seed (2026);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  guint accepted = 0;

  for (int i = 0; i < 3000; i++)
    {
      g_autofree char *copy = g_memdup2 (text, size);
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxRiskModel) model = NULL;
      gsize length = size;

      for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        copy[g_rand_int_range (rand, 0, (int) size)] = (char) g_rand_int_range (rand, 0, 256);
      if (i % 7 == 0)
        length = (gsize) g_rand_int_range (rand, 0, (int) size);
      model = load_bytes (copy, (gssize) length, &error);
      g_assert_true ((model == NULL) == (error != NULL));
      accepted += model != NULL;
      if (model != NULL)
        {
          g_autoptr(CalxFindings) findings = score_findings (WORKED_CASE);
          g_autoptr(CalxAssessment) assessment = calx_risk_model_assess (model, findings, SCORE_DATE);

          g_assert_nonnull (assessment);
        }
    }
  g_assert_cmpuint (accepted, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model-rules/every-broken-rule-is-refused-by-name",
                   test_every_broken_rule_is_refused_by_name);
  g_test_add_func ("/model-rules/the-shipped-model-is-accepted-again",
                   test_the_shipped_model_is_accepted_again);
  g_test_add_func ("/model-rules/what-is-not-json-is-refused", test_what_is_not_json_is_refused);
  g_test_add_func ("/model-rules/nesting-without-end-is-refused",
                   test_nesting_without_end_is_refused);
  g_test_add_func ("/model-rules/random-faults-never-crash", test_random_faults_never_crash);
  return g_test_run ();
}
