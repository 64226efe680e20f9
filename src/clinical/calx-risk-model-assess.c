/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "calx-assess-notes.h"
#include "calx-format.h"
#include "calx-model-load.h"

/* spec.md, Does it apply? */
#define ADULT_FROM_YEARS 18.0
/* spec.md, The patient: the spread covers 95 of 100 under a normal distribution. */
#define SPREAD_SIGMAS 1.96

/* The factor's value in its own unit; of a boolean factor 0 or 1. */
static gboolean
get_factor_value (const CalxFactor *factor,
                  const CalxFacts  *facts,
                  double           *ret_value,
                  CalxFact         *ret_fact)
{
  const char *answer;

  if (factor->kind != CALX_FACTOR_BOOLEAN)
    {
      if (!calx_facts_get_number (facts, factor->input, ret_fact))
        return FALSE;
      *ret_value = factor->unit == NULL ? ret_fact->value
                                        : calx_unit_from_canonical (factor->unit, ret_fact->value);
      return TRUE;
    }
  answer = calx_facts_get_answer (facts, factor->input);
  if (answer == NULL)
    return FALSE;
  calx_facts_examine (facts, factor->input, ret_fact);
  *ret_value = g_str_equal (answer, *factor->true_when != '\0' ? factor->true_when : "yes");
  return TRUE;
}

static void
set_range (CalxRiskModel    *model,
           CalxContribution *to,
           double            low,
           double            high)
{
  to->c_min = low;
  to->c_max = high;
  to->points_min = calx_risk_model_round_points (model, low);
  to->points_max = calx_risk_model_round_points (model, high);
}

static char *
describe_value (const CalxFactor *factor,
                const CalxFacts  *facts,
                const CalxFact   *fact)
{
  if (fact->origin == CALX_ORIGIN_CORRECTED || fact->origin == CALX_ORIGIN_COMPUTED)
    return calx_format_quantity (fact->value, calx_assess_get_entered_unit (factor, facts));
  /* As measured, also where 0.4 g/dL was added to compute. */
  return calx_format_finding (calx_findings_get (facts->findings, factor->input->index),
                              factor->input);
}

static void
assess_factor (CalxRiskModel    *model,
               guint             index,
               const CalxFacts  *facts,
               CalxContribution *to)
{
  const CalxFactor *factor = CALX_FACTOR (model, index);
  CalxFact fact = { 0 };
  CalxEffect effect = { factor->b, factor->s, 0.0 };
  double value;
  double low;
  double high;

  to->factor_id = g_strdup (factor->id);
  to->label = g_strdup (calx_model_translate (factor->label));
  to->input_id = g_strdup (factor->input->id);
  to->sources = g_strdupv (factor->sources);
  to->required = factor->required;
  to->b = factor->b;
  if (get_factor_value (factor, facts, &value, &fact) &&
      calx_factor_get_effect (factor, value, &effect))
    {
      to->state = CALX_FACTOR_KNOWN;
      to->value_text = describe_value (factor, facts, &fact);
      to->date = fact.date;
      to->age_days = fact.age_days;
      to->stale = fact.stale;
      to->b = effect.b;
      to->s = effect.s;
      to->t = effect.t;
      to->c = effect.b * effect.t;
      set_range (model, to, to->c, to->c);
      to->points = to->points_min;
    }
  else
    {
      to->state = factor->required ? CALX_FACTOR_UNKNOWN : CALX_FACTOR_NOT_ASSESSED;
      to->value_text = g_strdup ("");
      calx_factor_get_extremes (factor, &low, &high);
      if (factor->required)
        set_range (model, to, low, high);
    }
  to->note = calx_assess_describe_factor (factor, facts, &fact, to);
}

/* A factor that counts only where another one holds. */
static void
apply_requirement (CalxRiskModel    *model,
                   const CalxFactor *factor,
                   const CalxContribution *other,
                   CalxContribution *to)
{
  double c = to->c;

  if (other->state == CALX_FACTOR_KNOWN)
    {
      if ((other->t > 0.0) == (factor->requires_present != FALSE))
        return;
      to->state = CALX_FACTOR_NOT_APPLICABLE;
    }
  else if (to->state == CALX_FACTOR_KNOWN)
    to->state = CALX_FACTOR_DEPENDENT;
  else
    return;
  to->t = 0.0;
  to->c = 0.0;
  to->points = 0;
  set_range (model, to, 0.0, 0.0);
  if (to->state == CALX_FACTOR_DEPENDENT)
    set_range (model, to, fmin (0.0, c), fmax (0.0, c));
}

static void
assess_factors (CalxRiskModel   *model,
                const CalxFacts *facts,
                CalxAssessment  *assessment)
{
  g_array_set_size (assessment->contributions, model->factors->len);
  for (guint i = 0; i < model->factors->len; i++)
    {
      const CalxFactor *factor = CALX_FACTOR (model, i);
      CalxContribution *to = &CALX_CONTRIBUTION (assessment, i);

      assess_factor (model, i, facts, to);
      if (factor->requires_factor >= 0)
        apply_requirement (model, factor,
                           &CALX_CONTRIBUTION (assessment, factor->requires_factor), to);
    }
}

static CalxUnknown *
add_unknown (CalxAssessment *assessment,
             const char     *id,
             const char     *input_id,
             const char     *label,
             char           *settles)
{
  CalxUnknown unknown = { 0 };

  unknown.id = g_strdup (id);
  unknown.input_id = g_strdup (input_id);
  unknown.label = g_strdup (label);
  unknown.settles = settles;
  g_array_append_val (assessment->unknowns, unknown);
  return &g_array_index (assessment->unknowns, CalxUnknown, assessment->unknowns->len - 1);
}

/* Widest first; the sort of equal widths keeps the model's order. */
static int
compare_width (gconstpointer a,
               gconstpointer b)
{
  const CalxUnknown *left = a;
  const CalxUnknown *right = b;

  return (left->width < right->width) - (left->width > right->width);
}

static void
sort_unknowns (GArray *unknowns,
               guint   first)
{
  /* A stable insertion: a handful of factors, and g_array_sort() is not stable. */
  for (guint i = first + 1; i < unknowns->len; i++)
    for (guint j = i; j > first; j--)
      {
        CalxUnknown *after = &g_array_index (unknowns, CalxUnknown, j);
        CalxUnknown *before = &g_array_index (unknowns, CalxUnknown, j - 1);
        CalxUnknown swap = *before;

        if (compare_width (before, after) <= 0)
          break;
        *before = *after;
        *after = swap;
      }
}

static void
list_unknown_factors (CalxRiskModel   *model,
                      const CalxFacts *facts,
                      CalxAssessment  *assessment)
{
  guint first = assessment->unknowns->len;

  for (guint i = 0; i < model->factors->len; i++)
    {
      const CalxContribution *from = &CALX_CONTRIBUTION (assessment, i);
      CalxUnknown *unknown;

      if (from->state != CALX_FACTOR_UNKNOWN)
        continue;
      unknown = add_unknown (assessment, from->factor_id, from->input_id, from->label, NULL);
      unknown->width = from->c_max - from->c_min;
      unknown->points_min = from->points_min;
      unknown->points_max = from->points_max;
      for (guint j = 0; j < model->factors->len; j++)
        if (CALX_FACTOR (model, j)->requires_factor == (int) i &&
            CALX_CONTRIBUTION (assessment, j).state == CALX_FACTOR_DEPENDENT)
          {
            const CalxContribution *dependent = &CALX_CONTRIBUTION (assessment, j);

            unknown->width += dependent->c_max - dependent->c_min;
            unknown->points_min += dependent->points_min;
            unknown->points_max += dependent->points_max;
          }
      unknown->settles = calx_assess_describe_unknown (facts, unknown);
    }
  sort_unknowns (assessment->unknowns, first);
}

static void
sum_up (CalxRiskModel     *model,
        const CalxSetting *setting,
        CalxAssessment    *assessment)
{
  double variance = setting->ratio_sd * setting->ratio_sd;

  assessment->has_points = TRUE;
  assessment->complete = TRUE;
  assessment->setting_points = calx_setting_get_points (model, setting);
  assessment->points_min = assessment->setting_points;
  assessment->points_max = assessment->setting_points;
  assessment->lp_min = 0.0;
  assessment->lp_max = 0.0;
  for (guint i = 0; i < assessment->contributions->len; i++)
    {
      const CalxContribution *from = &CALX_CONTRIBUTION (assessment, i);

      assessment->complete &= from->state != CALX_FACTOR_UNKNOWN;
      assessment->points_min += from->points_min;
      assessment->points_max += from->points_max;
      assessment->lp_min += from->c_min;
      assessment->lp_max += from->c_max;
      variance += (from->s * from->t) * (from->s * from->t);
    }
  if (assessment->complete)
    assessment->sd = sqrt (variance);
}

/* The last band whose beginning is reached by what is shown of the ratio. */
static const CalxBand *
find_band (CalxRiskModel *model,
           double         ratio)
{
  double tenths = calx_ratio_to_tenths (ratio);
  guint found = 0;

  for (guint i = 0; i < model->bands->len; i++)
    if (tenths >= (double) lround (CALX_BAND (model, i)->from * 10.0))
      found = i;
  return CALX_BAND (model, found);
}

static double
get_rate (double per_1000,
          double relative)
{
  double odds = per_1000 / 1000.0 * relative;

  return 1000.0 * odds / (1.0 + odds);
}

static void
set_band (CalxRiskModel  *model,
          CalxAssessment *assessment,
          const char     *id_min,
          const char     *id_max,
          const char     *text)
{
  g_free (assessment->band_min);
  g_free (assessment->band_max);
  g_free (assessment->band_label_min);
  g_free (assessment->band_label_max);
  g_free (assessment->band_text);
  assessment->band_min = g_strdup (id_min);
  assessment->band_max = g_strdup (id_max);
  assessment->band_label_min = g_strdup (calx_risk_model_get_band_label (model, id_min));
  assessment->band_label_max = g_strdup (calx_risk_model_get_band_label (model, id_max));
  assessment->band_text = g_strdup (text);
}

static void
compare_with_average (CalxRiskModel     *model,
                      const CalxSetting *setting,
                      CalxAssessment    *assessment)
{
  double scale = setting->rate / CALX_SETTING (model, model->reference_setting)->rate;
  double spread = exp (SPREAD_SIGMAS * assessment->sd);
  double relative = exp (assessment->lp_min) / model->mean;
  const CalxBand *band_min;
  const CalxBand *band_max;
  g_autofree char *text = NULL;

  assessment->ratio_min = scale * exp (assessment->lp_min) / model->mean;
  assessment->ratio_max = scale * exp (assessment->lp_max) / model->mean;
  if (assessment->complete)
    {
      assessment->ratio_low = assessment->ratio_min / spread;
      assessment->ratio_high = assessment->ratio_min * spread;
      assessment->rate_low = get_rate (setting->rate_low, relative);
      assessment->rate_high = get_rate (setting->rate_high, relative);
    }
  band_min = find_band (model, assessment->ratio_min);
  band_max = find_band (model, assessment->ratio_max);
  text = band_min == band_max
           ? g_strdup (calx_model_translate (band_min->text))
           : g_strdup_printf ("%s: %s. %s: %s", calx_model_translate (band_min->label),
                              calx_model_translate (band_min->text),
                              calx_model_translate (band_max->label),
                              calx_model_translate (band_max->text));
  set_band (model, assessment, band_min->id, band_max->id, text);
}

static void
list_associations (CalxRiskModel   *model,
                   const CalxFacts *facts,
                   CalxAssessment  *assessment)
{
  for (guint i = 0; i < model->associations->len; i++)
    {
      const CalxModelAssociation *from = &g_array_index (model->associations, CalxModelAssociation, i);
      CalxAssociationResult to = { 0 };

      to.id = g_strdup (from->id);
      to.label = g_strdup (calx_model_translate (from->label));
      to.result = calx_rule_evaluate (from->when, facts, NULL);
      to.already_counted = from->already_in[0] != NULL;
      to.sources = g_strdupv (from->sources);
      g_array_append_val (assessment->associations, to);
    }
}

static gboolean
is_yes (const CalxFacts *facts,
        const char      *input_id)
{
  return g_strcmp0 (calx_facts_get_answer_by_id (facts, input_id), "yes") == 0;
}

static void
set_reason (CalxAssessment *assessment,
            const char     *reason)
{
  g_free (assessment->reason);
  assessment->reason = g_strdup (reason);
}

/* spec.md, Does it apply? TRUE where there are points; @ret_setting is NULL where it is unknown. */
static gboolean
decide_kind (CalxRiskModel      *model,
             const CalxFacts    *facts,
             CalxAssessment     *assessment,
             const CalxSetting **ret_setting)
{
  const char *setting_id = calx_facts_get_answer (facts, model->setting_input);
  int index = setting_id == NULL ? -1 : calx_model_find_setting (model, setting_id);
  CalxFact age = { 0 };
  gboolean age_known = calx_facts_get_number (facts, model->age_input, &age);

  *ret_setting = index < 0 ? NULL : CALX_SETTING (model, index);
  if (g_strcmp0 (setting_id, "none") == 0)
    set_reason (assessment,
                _("The score was made for kidney failure. Calciphylaxis also occurs with working "
                  "kidneys (warfarin, liver disease, cancer, autoimmune disease): this is not a "
                  "statement of low risk."));
  else if (age_known && age.value < ADULT_FROM_YEARS)
    set_reason (assessment, _("The score was made for adults: it says nothing of people under 18."));
  if (*assessment->reason != '\0')
    {
      assessment->kind = CALX_ASSESSMENT_NOT_APPLICABLE;
      set_band (model, assessment, "not_applicable", "not_applicable", assessment->reason);
      return FALSE;
    }
  if (!age_known)
    add_unknown (assessment, "age", model->age_input->id,
                 calx_model_translate (model->age_input->label),
                 g_strdup (_("whether the score applies")));
  if (*ret_setting == NULL)
    add_unknown (assessment, "setting", model->setting_input->id,
                 calx_model_translate (model->setting_input->label),
                 g_strdup (_("whether the score applies, the points of the setting, and the comparison")));
  if (assessment->unknowns->len == 0)
    return TRUE;
  assessment->kind = CALX_ASSESSMENT_UNKNOWN;
  set_reason (assessment, !age_known && *ret_setting == NULL
                            ? _("Age and setting are not known: no points without them.")
                          : !age_known ? _("The age is not known: no points without it.")
                                       : _("The setting is not known: no points without it."));
  return FALSE;
}

/* The comparison, or why there is none. */
static void
decide_band (CalxRiskModel     *model,
             const CalxFacts   *facts,
             const CalxSetting *setting,
             CalxAssessment    *assessment)
{
  if (is_yes (facts, "lesions") || is_yes (facts, "previous_calciphylaxis"))
    {
      assessment->kind = CALX_ASSESSMENT_LESIONS;
      set_reason (assessment,
                  _("Lesions, now or before: the points show the load of risk factors; the comparison "
                    "with people without lesions does not apply. Use the suspicion criteria and the "
                    "prognosis."));
      set_band (model, assessment, "lesions", "lesions", assessment->reason);
    }
  else if (!setting->compare)
    {
      assessment->kind = CALX_ASSESSMENT_NOT_COMPARED;
      set_reason (assessment, _("No published rate exists for this setting."));
      set_band (model, assessment, "not_compared", "not_compared", assessment->reason);
    }
  else
    {
      assessment->kind = CALX_ASSESSMENT_SCORED;
      compare_with_average (model, setting, assessment);
    }
}

static void
set_head (CalxRiskModel  *model,
          CalxDate        date,
          CalxAssessment *assessment)
{
  g_autoptr(GStrvBuilder) not_for = g_strv_builder_new ();

  calx_assessment_take_text (&assessment->model_id, g_strdup (model->id));
  calx_assessment_take_text (&assessment->model_version, g_strdup (model->version));
  calx_assessment_take_text (&assessment->model_sha256, g_strdup (model->sha256));
  calx_assessment_take_text (&assessment->engine_version, g_strdup (CALX_ENGINE_VERSION));
  assessment->date = date;
  assessment->display_ratio_up_to = model->display_ratio_up_to;
  calx_assessment_take_text (&assessment->every_band, g_strdup (calx_model_translate (model->every_band)));
  calx_assessment_take_text (&assessment->validation_status,
                             g_strdup (calx_model_translate (model->validation_status)));
  calx_assessment_take_text (&assessment->validation_text,
                             g_strdup (calx_model_translate (model->validation_text)));
  calx_assessment_take_text (&assessment->population,
                             g_strdup (calx_model_translate (model->population)));
  for (guint i = 0; model->not_for[i] != NULL; i++)
    g_strv_builder_add (not_for, calx_model_translate (model->not_for[i]));
  g_strfreev (assessment->not_for);
  assessment->not_for = g_strv_builder_end (not_for);
}

static char *
describe_setting (CalxRiskModel     *model,
                  const CalxSetting *setting)
{
  const char *note = calx_model_translate (setting->note);

  if (calx_setting_get_points (model, setting) != 0)
    return g_strdup (note);
  return g_strdup_printf ("%s%s%s", note, *note == '\0' ? "" : "; ", _("0 points is not no risk"));
}

static void
set_setting (CalxRiskModel     *model,
             const CalxFacts   *facts,
             const CalxSetting *setting,
             CalxAssessment    *assessment)
{
  const char *id = calx_facts_get_answer (facts, model->setting_input);
  const CalxChoice *choice = id == NULL ? NULL
                                        : calx_input_find_choice (model->setting_input, id);

  if (choice != NULL)
    {
      calx_assessment_take_text (&assessment->setting_id, g_strdup (id));
      calx_assessment_take_text (&assessment->setting_label,
                                 g_strdup (calx_model_translate (choice->label)));
    }
  if (setting == NULL)
    return;
  calx_assessment_take_text (&assessment->setting_label,
                             g_strdup (calx_model_translate (setting->label)));
  calx_assessment_take_text (&assessment->setting_grade,
                             g_strdup (calx_model_translate (setting->grade)));
  calx_assessment_take_text (&assessment->setting_note, describe_setting (model, setting));
}

/* Points of all factors alone, to say what another albumin method would change. */
static int
count_points (CalxRiskModel   *model,
              const CalxFacts *facts)
{
  g_autoptr(CalxAssessment) scratch = calx_assessment_new ();
  int points = 0;

  assess_factors (model, facts, scratch);
  for (guint i = 0; i < scratch->contributions->len; i++)
    points += CALX_CONTRIBUTION (scratch, i).points_min;
  return points;
}

/* With bromocresol purple the points would be this many lower; -1 where the method does not matter. */
static int
get_method_difference (CalxRiskModel   *model,
                       const CalxFacts *facts)
{
  const CalxInput *albumin = calx_inputs_find (model->inputs, "albumin");
  const CalxInput *method = calx_inputs_find (model->inputs, "albumin_method");
  CalxFinding purple = CALX_FINDING_INIT;
  g_autoptr(CalxFindings) changed = NULL;
  CalxFacts other = *facts;
  CalxFact fact = { 0 };

  if (albumin == NULL || method == NULL || calx_facts_get_answer (facts, method) != NULL ||
      !calx_facts_get_number (facts, albumin, &fact))
    return -1;
  purple.state = CALX_FINDING_VALUE;
  purple.text = g_intern_static_string ("bcp");
  changed = calx_findings_with (facts->findings, method->index, &purple);
  other.findings = changed;
  return MAX (0, count_points (model, facts) - count_points (model, &other));
}

CalxAssessment *
calx_risk_model_assess_facts (CalxRiskModel   *self,
                              const CalxFacts *facts)
{
  CalxAssessment *assessment;
  const CalxSetting *setting = NULL;
  gboolean applies;

  g_return_val_if_fail (self != NULL && facts != NULL, NULL);
  g_return_val_if_fail (calx_findings_get_inputs (facts->findings) == self->inputs, NULL);

  assessment = calx_assessment_new ();
  set_head (self, facts->date, assessment);
  applies = decide_kind (self, facts, assessment, &setting);
  set_setting (self, facts, setting, assessment);
  if (assessment->kind != CALX_ASSESSMENT_NOT_APPLICABLE)
    {
      assess_factors (self, facts, assessment);
      list_unknown_factors (self, facts, assessment);
    }
  if (applies)
    {
      sum_up (self, setting, assessment);
      decide_band (self, facts, setting, assessment);
      calx_assess_list_changes (self, facts, setting, assessment);
    }
  list_associations (self, facts, assessment);
  calx_assess_write_lists (self, facts, applies ? get_method_difference (self, facts) : -1,
                           assessment);
  calx_assess_list_sources (self, setting, assessment);
  return assessment;
}

CalxAssessment *
calx_risk_model_assess (CalxRiskModel *self,
                        CalxFindings  *findings,
                        CalxDate       date)
{
  CalxFacts facts = { .findings = findings, .date = date };

  return calx_risk_model_assess_facts (self, &facts);
}
