/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cohort-private.h"

#include <math.h>

#include <json-glib/json-glib.h>

#include "calx-rule.h"

/* A number that does not exist is null. */
static void
set_number (JsonObject *object,
            const char *member,
            double      value)
{
  if (isfinite (value))
    json_object_set_double_member (object, member, value);
  else
    json_object_set_null_member (object, member);
}

static void
set_points (JsonObject     *object,
            const char     *member,
            gboolean        exists,
            int             points)
{
  if (exists)
    json_object_set_int_member (object, member, points);
  else
    json_object_set_null_member (object, member);
}

static void
set_text (JsonObject *object,
          const char *member,
          gboolean    exists,
          const char *text)
{
  if (exists && text != NULL && text[0] != '\0')
    json_object_set_string_member (object, member, text);
  else
    json_object_set_null_member (object, member);
}

static void
set_strings (JsonObject *object,
             const char *member,
             GPtrArray  *strings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < strings->len; i++)
    json_array_add_string_element (array, g_ptr_array_index (strings, i));
  json_object_set_array_member (object, member, array);
}

/* The members that are columns of the CSV, by the same rules, at full precision. */
static void
set_result (JsonObject     *object,
            CalxAssessment *assessment)
{
  gboolean scored = assessment->kind == CALX_ASSESSMENT_SCORED;
  gboolean complete = assessment->complete;
  gboolean has_band = assessment->kind != CALX_ASSESSMENT_UNKNOWN;
  g_autoptr(GPtrArray) unknown = calx_cohort_get_unknown_ids (assessment);

  set_points (object, "points", assessment->has_points && complete, assessment->points_min);
  set_points (object, "points_min", assessment->has_points, assessment->points_min);
  set_points (object, "points_max", assessment->has_points, assessment->points_max);
  set_text (object, "band", has_band && (!scored || complete), assessment->band_min);
  set_text (object, "band_min", has_band, assessment->band_min);
  set_text (object, "band_max", has_band, assessment->band_max);
  set_number (object, "ratio", scored && complete ? assessment->ratio_min : NAN);
  set_number (object, "ratio_low", scored && complete ? assessment->ratio_low : NAN);
  set_number (object, "ratio_high", scored && complete ? assessment->ratio_high : NAN);
  set_number (object, "ratio_min", scored ? assessment->ratio_min : NAN);
  set_number (object, "ratio_max", scored ? assessment->ratio_max : NAN);
  set_number (object, "rate_low", scored && complete ? assessment->rate_low : NAN);
  set_number (object, "rate_high", scored && complete ? assessment->rate_high : NAN);
  set_strings (object, "unknown", unknown);
}

static void
set_texts (JsonObject *object,
           const char *member,
           char      **texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  json_object_set_array_member (object, member, array);
}

static const char * const factor_states[] = {
  [CALX_FACTOR_KNOWN] = "known",
  [CALX_FACTOR_UNKNOWN] = "unknown",
  [CALX_FACTOR_NOT_ASSESSED] = "not_assessed",
  [CALX_FACTOR_NOT_APPLICABLE] = "not_applicable",
  [CALX_FACTOR_DEPENDENT] = "dependent",
};

static JsonObject *
contribution_to_json (gconstpointer data)
{
  const CalxContribution *contribution = data;
  JsonObject *object = json_object_new ();
  gboolean known = contribution->state == CALX_FACTOR_KNOWN;

  json_object_set_string_member (object, "factor", contribution->factor_id);
  json_object_set_string_member (object, "input", contribution->input_id);
  json_object_set_string_member (object, "label", contribution->label);
  json_object_set_string_member (object, "state", factor_states[contribution->state]);
  json_object_set_boolean_member (object, "required", contribution->required);
  set_text (object, "value", TRUE, contribution->value_text);
  set_text (object, "note", TRUE, contribution->note);
  set_number (object, "t", known ? contribution->t : NAN);
  set_number (object, "b", known ? contribution->b : NAN);
  set_number (object, "contribution", known ? contribution->c : NAN);
  set_points (object, "points", known, contribution->points);
  set_number (object, "contribution_min", contribution->c_min);
  set_number (object, "contribution_max", contribution->c_max);
  json_object_set_int_member (object, "points_min", contribution->points_min);
  json_object_set_int_member (object, "points_max", contribution->points_max);
  set_texts (object, "sources", contribution->sources);
  return object;
}

static JsonObject *
unknown_to_json (gconstpointer data)
{
  const CalxUnknown *unknown = data;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", unknown->id);
  json_object_set_string_member (object, "label", unknown->label);
  set_number (object, "width", unknown->width);
  json_object_set_int_member (object, "points_min", unknown->points_min);
  json_object_set_int_member (object, "points_max", unknown->points_max);
  set_text (object, "settles", TRUE, unknown->settles);
  return object;
}

static const char * const rule_results[] = {
  [CALX_RULE_UNKNOWN] = "unknown",
  [CALX_RULE_NOT_MET] = "not_met",
  [CALX_RULE_MET] = "met",
};

static JsonObject *
association_to_json (gconstpointer data)
{
  const CalxAssociationResult *association = data;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", association->id);
  json_object_set_string_member (object, "label", association->label);
  json_object_set_string_member (object, "result", rule_results[association->result]);
  json_object_set_boolean_member (object, "already_counted", association->already_counted);
  set_texts (object, "sources", association->sources);
  return object;
}

static JsonObject *
change_to_json (gconstpointer data)
{
  const CalxChange *change = data;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "factor", change->factor_id);
  json_object_set_string_member (object, "label", change->label);
  set_text (object, "target", TRUE, change->target_text);
  set_text (object, "option", TRUE, change->option);
  set_points (object, "points_difference", !change->text_only, change->points_then - change->points_now);
  set_number (object, "ratio", change->text_only ? NAN : change->ratio_then);
  return object;
}

/* @list: of structs, each of which @to_json makes an object. */
static void
set_list (JsonObject  *object,
          const char  *member,
          GArray      *list,
          JsonObject *(*to_json) (gconstpointer data))
{
  JsonArray *array = json_array_new ();
  gsize size = g_array_get_element_size (list);

  for (guint i = 0; i < list->len; i++)
    json_array_add_object_element (array, to_json (list->data + i * size));
  json_object_set_array_member (object, member, array);
}

static void
set_references (JsonObject     *object,
                CalxAssessment *assessment)
{
  JsonObject *sources = json_object_new ();

  for (guint i = 0; i < assessment->source_ids->len; i++)
    json_object_set_string_member (sources, g_ptr_array_index (assessment->source_ids, i),
                                   g_ptr_array_index (assessment->source_cites, i));
  json_object_set_object_member (object, "references", sources);
}

/* What the CSV has no column for. */
static void
set_details (JsonObject     *object,
             CalxAssessment *assessment)
{
  gboolean has_points = assessment->has_points;

  set_text (object, "setting", TRUE, assessment->setting_id);
  set_points (object, "setting_points", has_points, assessment->setting_points);
  set_text (object, "setting_grade", has_points, assessment->setting_grade);
  set_number (object, "lp_min", has_points ? assessment->lp_min : NAN);
  set_number (object, "lp_max", has_points ? assessment->lp_max : NAN);
  set_number (object, "sd", assessment->kind == CALX_ASSESSMENT_SCORED ? assessment->sd : NAN);
  set_text (object, "reason", TRUE, assessment->reason);
  set_list (object, "contributions", assessment->contributions, contribution_to_json);
  set_list (object, "unknown_factors", assessment->unknowns, unknown_to_json);
  set_texts (object, "not_assessed", assessment->not_assessed);
  set_list (object, "associations", assessment->associations, association_to_json);
  set_list (object, "changes", assessment->changes, change_to_json);
  set_texts (object, "always_named", assessment->always_named);
  set_texts (object, "notes", assessment->notes);
  set_text (object, "every_band", TRUE, assessment->every_band);
  set_text (object, "validation_status", TRUE, assessment->validation_status);
  set_text (object, "validation_text", TRUE, assessment->validation_text);
  set_references (object, assessment);
  set_text (object, "model_id", TRUE, assessment->model_id);
  set_text (object, "model_version", TRUE, assessment->model_version);
  set_text (object, "model_sha256", TRUE, assessment->model_sha256);
  set_text (object, "engine_version", TRUE, assessment->engine_version);
}

/* What was entered, as it was entered: {"phosphate":{"value":"6.5","unit":"mg/dL"}}; "unit" is null
 * where there is none. */
static void
set_findings (JsonObject   *object,
              CalxFindings *findings)
{
  CalxInputs *inputs = calx_findings_get_inputs (findings);
  JsonObject *members = json_object_new ();

  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (inputs, i);
      const CalxFinding *finding = calx_findings_get (findings, i);
      JsonObject *member = NULL;

      if (finding->state == CALX_FINDING_UNKNOWN)
        continue;
      member = json_object_new ();
      /* a file says "no" of answers alone, and has no findings without a value */
      json_object_set_string_member (member, "value", finding->state == CALX_FINDING_ABSENT ? "no" : finding->text);
      set_text (member, "unit", TRUE, finding->unit);
      json_object_set_object_member (members, input->id, member);
    }
  json_object_set_object_member (object, "findings", members);
}

void
calx_cohort_append_json (GString             *out,
                         const CalxCohortRow *row,
                         CalxAssessment      *assessment)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr(JsonObject) object = json_object_new ();
  g_autofree char *line = NULL;

  json_object_set_string_member (object, "patient_id", row->patient_id);
  if (assessment == NULL)
    {
      g_autofree char *errors = calx_cohort_join (row->errors, "; ");

      json_object_set_string_member (object, "error", errors);
    }
  else
    {
      g_autofree char *date = calx_date_to_iso (row->date);

      set_text (object, "date", TRUE, date);
      set_findings (object, row->findings);
      set_result (object, assessment);
      set_strings (object, "warnings", row->warnings);
      set_details (object, assessment);
    }
  json_node_set_object (root, object);
  line = json_to_string (root, /* pretty= */ FALSE);
  g_string_append (out, line);
  g_string_append_c (out, '\n');
}
