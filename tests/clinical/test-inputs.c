/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-inputs.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "calx-json.h"
#include "tables.h"

static void
test_every_column_of_the_specification_is_there (void)
{
  static const char *const ids[] = {
    "setting", "age", "sex", "diabetes", "bmi", "weight", "height", "calcium_total", "calcium_corrected",
    "albumin", "albumin_method", "phosphate", "pth", "vitamin_k_antagonist", "weight_loss_6_months",
    "insulin_injections_per_day", "lupus_anticoagulant", "lesions", "previous_calciphylaxis",
    "mechanical_valve",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_nonnull (calx_inputs_find (tables_inputs (), ids[i]));
  g_assert_null (calx_inputs_find (tables_inputs (), "no_such"));
}

/* Walks any rule: what is named as "input", "recorded", in "product" or in "option_text_only_when". */
static void
assert_names_inputs (JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        assert_names_inputs (json_array_get_element (array, i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, &name, &value))
        {
          if (g_str_equal (name, "input") || g_str_equal (name, "recorded"))
            g_assert_nonnull (calx_inputs_find (tables_inputs (), json_node_get_string (value)));
          else if (g_str_equal (name, "product") || g_str_equal (name, "option_text_only_when"))
            {
              JsonArray *array = json_node_get_array (value);

              for (guint i = 0; i < json_array_get_length (array); i++)
                g_assert_nonnull (calx_inputs_find (tables_inputs (),
                                                    json_array_get_string_element (array, i)));
            }
          else
            assert_names_inputs (value);
        }
    }
}

static void
test_every_input_that_the_model_names_is_there (void)
{
  g_autofree char *text = tables_read ("onset-model.json");
  g_autoptr(JsonNode) model = json_from_string (text, NULL);

  g_assert_nonnull (model);
  assert_names_inputs (model);
}

static void
test_settings_are_those_of_the_model (void)
{
  g_autofree char *text = tables_read ("onset-model.json");
  g_autoptr(JsonNode) model = json_from_string (text, NULL);
  JsonArray *settings = json_object_get_array_member (json_node_get_object (model), "settings");
  const CalxInput *input = tables_input ("setting");

  g_assert_cmpuint (input->n_choices, ==, json_array_get_length (settings) + 1);
  for (guint i = 0; i < json_array_get_length (settings); i++)
    g_assert_nonnull (calx_input_find_choice (
        input, json_object_get_string_member (json_array_get_object_element (settings, i), "id")));
  g_assert_nonnull (calx_input_find_choice (input, "none"));
  g_assert_cmpstr (input->absent_text, ==, "none");
}

/* The limits as analytes-units-codes.md states them, in conventional units. */
static void
test_hard_limits_are_those_of_the_table (void)
{
  static const struct
  {
    const char *id;
    double min, max;
  } cases[] = {
    { "pth", 0.5, 10000 },  { "calcium_total", 3, 22 },        { "calcium_corrected", 3, 22 },
    { "phosphate", 0.3, 25 }, { "albumin", 0.8, 6.5 },         { "alkaline_phosphatase", 5, 3000 },
    { "aluminium", 0, 1000 }, { "bmi", 8, 100 },               { "weight", 1, 400 },
    { "height", 30, 250 },  { "weight_loss_6_months", 0, 100 }, { "age", 0, 120 },
    { "insulin_injections_per_day", 0, 24 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpfloat (tables_input (cases[i].id)->hard_min, ==, cases[i].min);
      g_assert_cmpfloat (tables_input (cases[i].id)->hard_max, ==, cases[i].max);
    }
}

static void
test_every_input_is_complete (void)
{
  CalxInputs *inputs = tables_inputs ();
  gsize n_groups;
  const CalxInputGroup *groups = calx_inputs_get_groups (inputs, &n_groups);

  g_assert_cmpint (calx_inputs_get_stale_days (inputs), ==, 90);
  g_assert_cmpint (calx_inputs_get_expired_days (inputs), ==, 365);
  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (inputs, i);
      gboolean found = FALSE;

      g_assert_cmpuint (input->index, ==, i);
      g_assert_true (calx_inputs_find (inputs, input->id) == input);
      g_assert_cmpint (strlen (input->label), >, 2);
      for (gsize g = 0; g < n_groups; g++)
        found |= g_str_equal (groups[g].id, input->group);
      g_assert_true (found);
      g_assert_cmpint (input->kind == CALX_INPUT_NUMBER, ==, input->quantity != NULL);
      g_assert_cmpint (input->kind == CALX_INPUT_CHOICE, ==, input->n_choices > 0);
      if (input->kind == CALX_INPUT_NUMBER)
        g_assert_false (isnan (input->hard_min) || isnan (input->hard_max));
      if (input->kind == CALX_INPUT_BOOLEAN)
        g_assert_true (input->can_be_absent);
    }
  g_assert_cmpint (tables_input ("sex")->source, ==, CALX_INPUT_BY_PATIENT);
  g_assert_cmpint (tables_input ("age")->source, ==, CALX_INPUT_BY_PATIENT);
  g_assert_cmpint (tables_input ("lesions")->source, ==, CALX_INPUT_BY_MAP);
}

/* What stands in the file for people alone is checked in the file. */
static void
test_every_input_has_a_source (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = tables_read ("inputs.json");
  g_autoptr(JsonNode) node = calx_json_parse (text, "inputs.json", &error);
  JsonArray *inputs = json_object_get_array_member (json_node_get_object (node), "inputs");

  g_assert_cmpuint (json_array_get_length (inputs), ==, calx_inputs_get_n (tables_inputs ()));
  for (guint i = 0; i < json_array_get_length (inputs); i++)
    {
      JsonObject *object = json_array_get_object_element (inputs, i);
      const CalxInput *input = calx_inputs_get (tables_inputs (), i);

      g_assert_cmpint (strlen (json_object_get_string_member_with_default (object, "source", "")), >, 2);
      g_assert_cmpint (!isnan (input->reference_low), ==,
                       strlen (json_object_get_string_member_with_default (object, "reference_source", "")) > 2);
    }
}

static void
test_twelve_stand_first (void)
{
  guint n = 0;

  for (guint i = 0; i < calx_inputs_get_n (tables_inputs ()); i++)
    n += calx_inputs_get (tables_inputs (), i)->first;
  g_assert_cmpuint (n, ==, 12);
}

static void
test_no_factor_of_the_score_is_implied (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = tables_read ("onset-model.json");
  g_autoptr(JsonNode) node = calx_json_parse (text, "onset-model.json", &error);
  JsonArray *factors = json_object_get_array_member (json_node_get_object (node), "factors");
  guint n_implied = 0;

  for (guint i = 0; i < json_array_get_length (factors); i++)
    {
      const char *id = json_object_get_string_member (json_array_get_object_element (factors, i), "input");

      g_assert_cmpuint (tables_input (id)->n_implied_by, ==, 0);
    }
  for (guint i = 0; i < calx_inputs_get_n (tables_inputs ()); i++)
    n_implied += calx_inputs_get (tables_inputs (), i)->n_implied_by > 0;
  g_assert_cmpuint (n_implied, >, 5);
}

static void
test_exposures_have_a_place (void)
{
  for (guint i = 0; i < calx_inputs_get_n (tables_inputs ()); i++)
    {
      const CalxInput *input = calx_inputs_get (tables_inputs (), i);

      if (g_str_has_prefix (input->id, "exposure_"))
        g_assert_true (input->sited);
    }
}

#define INPUTS(body) "{\"format\":\"calx-inputs/1\",\"stale_days\":90,\"expired_days\":365," \
                     "\"groups\":[{\"id\":\"g\",\"label\":\"G\"}],\"inputs\":[" body "]}"
#define INPUT(rest) INPUTS ("{\"id\":\"a\",\"label\":\"A\",\"group\":\"g\"" rest "}")
#define BOOLEAN(id, by) "{\"id\":\"" id "\",\"label\":\"A\",\"group\":\"g\",\"kind\":\"boolean\",\"implied_by\":[" by "]}"
#define NUMBER(rest) INPUT (",\"kind\":\"number\",\"quantity\":\"pth\"" rest)

static void
test_faults_are_named (void)
{
  static const struct
  {
    const char *json, *message;
  } cases[] = {
    { "{\"format\":\"calx-inputs/2\"}", "inputs.json: format: *" },
    { "{\"format\":\"calx-inputs/1\",\"stale_days\":0,\"expired_days\":1}", "inputs.json: stale_days: *" },
    { "{\"format\":\"calx-inputs/1\",\"stale_days\":9,\"expired_days\":1}", "inputs.json: expired_days: *" },
    { INPUTS ("7"), "inputs.json: inputs[0]: must be an object" },
    { INPUTS ("{\"id\":\"a\"}"), "inputs.json: inputs[0].label: is missing" },
    { INPUT (""), "inputs.json: inputs[0].kind: is missing" },
    { INPUT (",\"kind\":\"text\""), "inputs.json: inputs[0].kind: *text*" },
    { INPUT (",\"kind\":\"boolean\",\"written_by\":\"you\""), "inputs.json: inputs[0].written_by: *you*" },
    { INPUTS ("{\"id\":\"a\",\"label\":\"A\",\"group\":\"h\",\"kind\":\"date\"}"),
      "inputs.json: inputs[0].group: *h*" },
    { INPUT (",\"kind\":\"boolean\",\"carried\":1"), "inputs.json: inputs[0].carried: must be true or false" },
    { INPUT (",\"kind\":\"choice\""), "inputs.json: inputs[0].choices: is missing" },
    { INPUT (",\"kind\":\"choice\",\"choices\":[{\"id\":\"x\"}]"),
      "inputs.json: inputs[0].choices[0].label: is missing" },
    { INPUT (",\"kind\":\"number\",\"quantity\":\"none\""), "inputs.json: inputs[0].quantity: *none*" },
    { NUMBER (",\"hard_min\":5,\"hard_max\":4"), "inputs.json: inputs[0]: *do not rise*" },
    { NUMBER (",\"soft_min\":1,\"hard_min\":2"), "inputs.json: inputs[0]: *do not rise*" },
    { NUMBER (",\"hard_min\":\"5\""), "inputs.json: inputs[0].hard_min: must be a number" },
    { NUMBER (",\"absent_text\":\"0\""), "inputs.json: inputs[0].absent_text: *without*" },
    { NUMBER (",\"can_be_absent\":true,\"absent_text\":\"no\""), "*absent_text: “no” is not a number" },
    { NUMBER (",\"asks\":[{\"unit\":\"mg\"}]"), "inputs.json: inputs[0].asks[0].unit: *mg*" },
    { INPUTS ("{\"id\":\"a\",\"label\":\"A\",\"group\":\"g\",\"kind\":\"date\"},"
              "{\"id\":\"a\",\"label\":\"A\",\"group\":\"g\",\"kind\":\"date\"}"),
      "inputs.json: inputs[1].id: “a” stands twice" },
    { INPUT (",\"kind\":\"date\",\"sited\":true"), "inputs.json: inputs[0].sited: *boolean*" },
    { INPUT (",\"kind\":\"boolean\",\"implied_by\":[\"a\"]"), "inputs.json: inputs[0].implied_by: “a” is not another*" },
    { INPUT (",\"kind\":\"boolean\",\"implied_by\":[\"b\"]"), "inputs.json: inputs[0].implied_by: “b” is not another*" },
    { INPUTS (BOOLEAN ("a", "\"b\"") "," BOOLEAN ("b", "\"c\"") "," BOOLEAN ("c", "")),
      "inputs.json: a: is implied by “b”, which is implied itself" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) json = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr(CalxInputs) inputs = calx_inputs_new (json, "inputs.json", tables_units (), &error);

      g_assert_null (inputs);
      if (!g_pattern_match_simple (cases[i].message, error->message))
        g_error ("“%s” is not like “%s”", error->message, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inputs/every-column-of-the-specification-is-there",
                   test_every_column_of_the_specification_is_there);
  g_test_add_func ("/inputs/every-input-that-the-model-names-is-there",
                   test_every_input_that_the_model_names_is_there);
  g_test_add_func ("/inputs/settings-are-those-of-the-model", test_settings_are_those_of_the_model);
  g_test_add_func ("/inputs/hard-limits-are-those-of-the-table", test_hard_limits_are_those_of_the_table);
  g_test_add_func ("/inputs/every-input-is-complete", test_every_input_is_complete);
  g_test_add_func ("/inputs/every-input-has-a-source", test_every_input_has_a_source);
  g_test_add_func ("/inputs/twelve-stand-first", test_twelve_stand_first);
  g_test_add_func ("/inputs/no-factor-of-the-score-is-implied", test_no_factor_of_the_score_is_implied);
  g_test_add_func ("/inputs/exposures-have-a-place", test_exposures_have_a_place);
  g_test_add_func ("/inputs/faults-are-named", test_faults_are_named);
  return g_test_run ();
}
