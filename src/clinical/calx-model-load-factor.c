/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-model-load.h"

#include <math.h>
#include <string.h>

/* Twice the 0.75 quantile of the standard normal distribution: an interquartile range in sigmas. */
#define QUARTILES_IN_SIGMAS (2.0 * 0.6744897501960817)
/* spec.md, One factor: a shrunk effect keeps at least half of itself as its standard error. */
#define SHRUNK_ERROR_FLOOR 0.5

static const char *const kinds[] = { "boolean", "linear", "below", "ramp", "levels" };

static void
load_kind (CalxReader *reader,
           JsonObject *object,
           const char *path,
           CalxFactor *factor)
{
  const char *kind = calx_reader_string (reader, object, path, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind, kinds[i]))
      {
        factor->kind = (CalxFactorKind) i;
        return;
      }
  calx_reader_fail (reader, path, "kind", "'%s' is not a kind of factor", kind);
}

static void
load_texts (CalxReader *reader,
            JsonObject *object,
            const char *path,
            CalxFactor *factor)
{
  factor->id = g_strdup (calx_reader_string (reader, object, path, "id"));
  factor->label = g_strdup (calx_reader_string (reader, object, path, "label"));
  factor->grade = g_strdup (calx_reader_string (reader, object, path, "grade"));
  factor->basis = g_strdup (calx_reader_string (reader, object, path, "basis"));
  factor->caution = g_strdup (calx_reader_text (reader, object, path, "caution"));
  factor->option = g_strdup (calx_reader_text (reader, object, path, "option"));
  factor->at_least = g_strdup (calx_reader_text (reader, object, path, "at_least"));
  factor->true_when = g_strdup (calx_reader_text (reader, object, path, "true_when"));
}

/* The input must give what the kind computes with. */
static void
load_input (CalxRiskModel *self,
            CalxReader    *reader,
            JsonObject    *object,
            const char    *path,
            CalxFactor    *factor)
{
  const char *id = calx_reader_string (reader, object, path, "input");
  const CalxInput *input = calx_inputs_find (self->inputs, id);

  factor->input = input;
  if (input == NULL)
    calx_reader_fail (reader, path, "input", "no input is called '%s'", id);
  else if (factor->input->n_implied_by > 0)
    calx_reader_fail (reader, path, "input", "'%s' is implied by others; a factor counts what was entered", id);
  else if (factor->kind == CALX_FACTOR_BOOLEAN && input->kind == CALX_INPUT_CHOICE)
    {
      if (calx_input_find_choice (input, factor->true_when) == NULL)
        calx_reader_fail (reader, path, "true_when", "must be a choice of '%s'", id);
    }
  else if (factor->kind == CALX_FACTOR_BOOLEAN ? input->kind != CALX_INPUT_BOOLEAN
                                               : input->kind != CALX_INPUT_NUMBER)
    calx_reader_fail (reader, path, "input", "'%s' does not give what a factor of kind '%s' needs",
                      id, kinds[factor->kind]);
  else if (factor->kind == CALX_FACTOR_BOOLEAN && *factor->true_when != '\0')
    calx_reader_fail (reader, path, "true_when", "'%s' is yes or no", id);
  else if (factor->kind == CALX_FACTOR_LEVELS && !input->whole)
    calx_reader_fail (reader, path, "input", "levels need whole numbers, '%s' is not", id);
}

static void
load_unit (CalxReader *reader,
           JsonObject *object,
           const char *path,
           CalxFactor *factor)
{
  const char *code;

  if (factor->input == NULL || factor->input->kind != CALX_INPUT_NUMBER || factor->input->unitless)
    return;
  code = calx_reader_string (reader, object, path, "unit");
  if (factor->input->quantity != NULL)
    factor->unit = calx_quantity_find_unit (factor->input->quantity, code);
  if (factor->unit == NULL)
    calx_reader_fail (reader, path, "unit", "'%s' has no unit '%s'", factor->input->id, code);
}

static double
load_error (CalxReader *reader,
            JsonObject *object,
            const char *path)
{
  double error = calx_reader_number (reader, object, path, "standard_error");

  if (error < 0.0)
    calx_reader_fail (reader, path, "standard_error", "must not be negative");
  return error;
}

/* spec.md, One factor: b and s of an effect. */
static void
shrink (double  weight,
        double  log_odds_ratio,
        double  standard_error,
        double *ret_b,
        double *ret_s)
{
  *ret_b = weight * log_odds_ratio;
  *ret_s = weight * standard_error;
  if (weight < 1.0)
    *ret_s = fmax (*ret_s, SHRUNK_ERROR_FLOOR * fabs (*ret_b));
}

static void
load_levels (CalxReader *reader,
             JsonObject *object,
             const char *path,
             CalxFactor *factor)
{
  g_autoptr(JsonArray) array = calx_reader_array (reader, object, path, "levels");
  guint n = json_array_get_length (array);

  if (n == 0)
    calx_reader_fail (reader, path, "levels", "must not be empty");
  factor->levels = g_new0 (CalxLevel, n);
  for (guint i = 0; i < n && reader->error == NULL; i++)
    {
      g_autofree char *level_path = g_strdup_printf ("%s.levels[%u]", path, i);
      g_autoptr(JsonObject) level = calx_reader_as_object (reader,
                                                           json_array_get_element (array, i),
                                                           level_path);
      CalxLevel *to = &factor->levels[i];

      to->from = calx_reader_number (reader, level, level_path, "from");
      to->to = calx_reader_number (reader, level, level_path, "to");
      to->log_odds_ratio = calx_reader_number (reader, level, level_path, "log_odds_ratio");
      to->standard_error = load_error (reader, level, level_path);
      shrink (factor->weight, to->log_odds_ratio, to->standard_error, &to->b, &to->s);
      if (to->from > to->to || to->from != floor (to->from) || to->to != floor (to->to))
        calx_reader_fail (reader, level_path, "to", "must be whole numbers that do not fall");
      else if (i > 0 && to->from <= factor->levels[i - 1].to)
        calx_reader_fail (reader, level_path, "from", "overlaps the level before");
      else if (i > 0 && to->from != factor->levels[i - 1].to + 1.0)
        calx_reader_fail (reader, level_path, "from", "leaves a gap after the level before");
      factor->n_levels = i + 1;
    }
  if (reader->error == NULL && (factor->levels[0].from > factor->input->hard_min ||
                                factor->levels[n - 1].to < factor->input->hard_max))
    calx_reader_fail (reader, path, "levels", "do not hold all that '%s' may be",
                      factor->input->id);
}

static void
load_exposure (CalxReader *reader,
               JsonObject *object,
               const char *path,
               CalxFactor *factor)
{
  switch (factor->kind)
    {
    case CALX_FACTOR_LINEAR:
      factor->center = calx_reader_number (reader, object, path, "center");
      calx_reader_rising_pair (reader, object, path, "clamp", factor->clamp);
      break;
    case CALX_FACTOR_BELOW:
      factor->threshold = calx_reader_number (reader, object, path, "threshold");
      calx_reader_rising_pair (reader, object, path, "clamp", factor->clamp);
      break;
    case CALX_FACTOR_RAMP:
      calx_reader_rising_pair (reader, object, path, "ramp", factor->ramp);
      break;
    case CALX_FACTOR_LEVELS:
      load_levels (reader, object, path, factor);
      break;
    case CALX_FACTOR_BOOLEAN:
    default:
      break;
    }
}

static void
load_effect (CalxReader *reader,
             JsonObject *object,
             const char *path,
             CalxFactor *factor)
{
  factor->weight = calx_reader_number (reader, object, path, "weight");
  if (factor->weight < 0.0 || factor->weight > 1.0)
    calx_reader_fail (reader, path, "weight", "must lie between 0 and 1");
  if (factor->kind == CALX_FACTOR_LEVELS)
    return;
  factor->log_odds_ratio = calx_reader_number (reader, object, path, "log_odds_ratio");
  factor->standard_error = load_error (reader, object, path);
  shrink (factor->weight, factor->log_odds_ratio, factor->standard_error, &factor->b, &factor->s);
}

static void
load_target (CalxRiskModel *self,
             CalxReader    *reader,
             JsonObject    *object,
             const char    *path,
             CalxFactor    *factor)
{
  factor->modifiable = calx_reader_boolean (reader, object, path, "modifiable");
  factor->target_settings = calx_reader_strings_or_none (reader, object, path, "target_settings");
  factor->option_text_only_when = calx_reader_strings_or_none (reader, object, path,
                                                               "option_text_only_when");
  for (guint i = 0; factor->target_settings[i] != NULL; i++)
    if (calx_model_find_setting (self, factor->target_settings[i]) < 0)
      calx_reader_fail (reader, path, "target_settings", "no setting is called '%s'",
                        factor->target_settings[i]);
  for (guint i = 0; factor->option_text_only_when[i] != NULL; i++)
    {
      const CalxInput *input = calx_inputs_find (self->inputs, factor->option_text_only_when[i]);

      if (input == NULL || input->kind != CALX_INPUT_BOOLEAN)
        calx_reader_fail (reader, path, "option_text_only_when",
                          "no input of yes or no is called '%s'",
                          factor->option_text_only_when[i]);
    }
  if (!factor->modifiable)
    return;
  calx_reader_string (reader, object, path, "option");
  factor->has_target = TRUE;
  if (factor->kind != CALX_FACTOR_BOOLEAN)
    factor->target = calx_reader_number (reader, object, path, "target");
  else if (calx_reader_boolean (reader, object, path, "target"))
    calx_reader_fail (reader, path, "target", "must be false: the factor absent");
}

/* The factor that decides whether this one counts must be one of yes and no, required, and before
 * it in the list; this one may not be required itself: its width is named with the other's. */
static void
load_requires (CalxRiskModel *self,
               CalxReader    *reader,
               JsonObject    *object,
               const char    *path,
               CalxFactor    *factor)
{
  g_autofree char *requires_path = g_strconcat (path, ".requires", NULL);
  g_autoptr(JsonObject) requires = NULL;
  g_autoptr(GList) names = NULL;
  const char *name;

  factor->requires_factor = -1;
  if (!calx_reader_has (object, "requires"))
    return;
  requires = calx_reader_object (reader, object, path, "requires");
  names = json_object_get_members (requires);
  if (names == NULL || names->next != NULL)
    {
      calx_reader_fail (reader, path, "requires", "must name one factor");
      return;
    }
  name = names->data;
  factor->requires_factor = calx_model_find_factor (self, name);
  factor->requires_present = calx_reader_boolean (reader, requires, requires_path, name);
  if (factor->requires_factor < 0)
    calx_reader_fail (reader, requires_path, name, "is not a factor before this one");
  else if (CALX_FACTOR (self, factor->requires_factor)->kind != CALX_FACTOR_BOOLEAN ||
           !CALX_FACTOR (self, factor->requires_factor)->required)
    calx_reader_fail (reader, requires_path, name, "must be a required factor of yes and no");
  else if (factor->required)
    calx_reader_fail (reader, path, "requires", "only an optional factor may require another");
}

static void
load_spread (CalxReader    *reader,
             JsonObject    *object,
             const char    *path,
             CalxReference *reference)
{
  double q1;
  double q3;
  double median;

  if (reference->kind == CALX_REFERENCE_NORMAL)
    {
      reference->mu = calx_reader_number (reader, object, path, "mean");
      reference->sigma = calx_reader_number (reader, object, path, "sd");
      if (!(reference->sigma > 0.0))
        calx_reader_fail (reader, path, "sd", "must be above 0");
      return;
    }
  median = calx_reader_number (reader, object, path, "median");
  q1 = calx_reader_number (reader, object, path, "q1");
  q3 = calx_reader_number (reader, object, path, "q3");
  if (!(0.0 < q1 && q1 < median && median < q3))
    {
      calx_reader_fail (reader, path, "median", "must lie between q1 and q3, all above 0");
      return;
    }
  reference->mu = log (median);
  reference->sigma = (log (q3) - log (q1)) / QUARTILES_IN_SIGMAS;
}

static void
load_reference (CalxRiskModel *self,
                CalxReader    *reader,
                JsonObject    *factor_object,
                const char    *factor_path,
                CalxFactor    *factor)
{
  g_autofree char *path = g_strconcat (factor_path, ".reference_distribution", NULL);
  g_autoptr(JsonObject) object = NULL;
  CalxReference *reference = &factor->reference;
  const char *kind;
  const char *source;

  if (!calx_reader_has (factor_object, "reference_distribution"))
    return;
  object = calx_reader_object (reader, factor_object, factor_path, "reference_distribution");
  kind = calx_reader_string (reader, object, path, "kind");
  source = calx_reader_string (reader, object, path, "source");
  if (calx_sources_find (self->sources, source) == NULL)
    calx_reader_fail (reader, path, "source", "no source is called '%s'", source);
  reference->kind = g_str_equal (kind, "prevalence")  ? CALX_REFERENCE_PREVALENCE
                    : g_str_equal (kind, "normal")    ? CALX_REFERENCE_NORMAL
                    : g_str_equal (kind, "lognormal") ? CALX_REFERENCE_LOGNORMAL
                                                      : CALX_REFERENCE_NONE;
  if (reference->kind == CALX_REFERENCE_NONE)
    calx_reader_fail (reader, path, "kind", "'%s' is not a kind of distribution", kind);
  else if (factor->kind == CALX_FACTOR_LEVELS ||
           (factor->kind == CALX_FACTOR_BOOLEAN) != (reference->kind == CALX_REFERENCE_PREVALENCE))
    calx_reader_fail (reader, path, "kind", "'%s' does not fit a factor of kind '%s'", kind,
                      kinds[factor->kind]);
  else if (reference->kind != CALX_REFERENCE_PREVALENCE)
    load_spread (reader, object, path, reference);
  else
    {
      reference->prevalence = calx_reader_number (reader, object, path, "value");
      if (reference->prevalence < 0.0 || reference->prevalence > 1.0)
        calx_reader_fail (reader, path, "value", "must lie between 0 and 1");
    }
}

static double
load_number_or_nan (CalxReader *reader,
                    JsonObject *object,
                    const char *path,
                    const char *field)
{
  return calx_reader_has (object, field) ? calx_reader_number (reader, object, path, field) : NAN;
}

static void
load_published (CalxRiskModel *self,
                CalxReader    *reader,
                JsonObject    *object,
                const char    *path,
                CalxFactor    *factor)
{
  g_autoptr(JsonArray) array = calx_reader_array (reader, object, path, "published");
  guint n = json_array_get_length (array);

  if (n == 0)
    calx_reader_fail (reader, path, "published", "must not be empty");
  factor->published = g_new0 (CalxPublished, n);
  for (guint i = 0; i < n && reader->error == NULL; i++)
    {
      g_autofree char *row_path = g_strdup_printf ("%s.published[%u]", path, i);
      g_autoptr(JsonObject) row = calx_reader_as_object (reader, json_array_get_element (array, i),
                                                         row_path);
      CalxPublished *to = &factor->published[i];
      double ci[2] = { NAN, NAN };

      to->text = g_strdup (calx_reader_string (reader, row, row_path, "text"));
      to->source = g_strdup (calx_reader_string (reader, row, row_path, "source"));
      factor->n_published = i + 1;
      if (calx_sources_find (self->sources, to->source) == NULL)
        calx_reader_fail (reader, row_path, "source", "no source is called '%s'", to->source);
      to->odds_ratio = load_number_or_nan (reader, row, row_path, "odds_ratio");
      to->per = load_number_or_nan (reader, row, row_path, "per");
      to->log_odds_ratio = load_number_or_nan (reader, row, row_path, "log_odds_ratio");
      to->standard_error = load_number_or_nan (reader, row, row_path, "standard_error");
      if (calx_reader_has (row, "ci"))
        calx_reader_rising_pair (reader, row, row_path, "ci", ci);
      to->ci_low = ci[0];
      to->ci_high = ci[1];
      if (isnan (to->odds_ratio) && isnan (to->log_odds_ratio))
        calx_reader_fail (reader, row_path, "odds_ratio", "is missing, as is log_odds_ratio");
    }
}

void
calx_model_load_factor (CalxRiskModel *self,
                        CalxReader    *reader,
                        JsonObject    *object,
                        const char    *path)
{
  CalxFactor factor = { 0 };

  load_texts (reader, object, path, &factor);
  load_kind (reader, object, path, &factor);
  load_input (self, reader, object, path, &factor);
  load_unit (reader, object, path, &factor);
  load_effect (reader, object, path, &factor);
  if (reader->error == NULL)
    load_exposure (reader, object, path, &factor);
  factor.required = calx_reader_boolean (reader, object, path, "required");
  load_target (self, reader, object, path, &factor);
  load_requires (self, reader, object, path, &factor);
  load_reference (self, reader, object, path, &factor);
  load_published (self, reader, object, path, &factor);
  factor.sources = calx_model_load_sources (self, reader, object, path);
  g_array_append_val (self->factors, factor);
}
