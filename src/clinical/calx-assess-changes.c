/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-assess-notes.h"
#include "calx-format.h"

static gboolean
is_one_of (char      **list,
           const char *id)
{
  return list[0] == NULL || g_strv_contains ((const char *const *) list, id);
}

static gboolean
is_text_only (const CalxFactor *factor,
              const CalxFacts  *facts)
{
  for (guint i = 0; factor->option_text_only_when[i] != NULL; i++)
    if (g_strcmp0 (calx_facts_get_answer_by_id (facts, factor->option_text_only_when[i]), "yes") == 0)
      return TRUE;
  return FALSE;
}

static char *
describe_target (const CalxFactor *factor,
                 const CalxFacts  *facts)
{
  double canonical;

  if (factor->kind == CALX_FACTOR_BOOLEAN)
    return g_strdup (_("stopped"));
  if (factor->unit == NULL)
    return g_strdup_printf ("%g", factor->target);
  canonical = calx_unit_to_canonical (factor->unit, factor->target);
  return calx_format_quantity (canonical, calx_assess_get_entered_unit (factor, facts));
}

/* What changes the answer: only this factor's exposure moves. */
void
calx_assess_list_changes (CalxRiskModel     *model,
                          const CalxFacts   *facts,
                          const CalxSetting *setting,
                          CalxAssessment    *assessment)
{
  double half_a_point = log (model->point_odds_ratio) / 2.0;

  for (guint i = 0; i < model->factors->len; i++)
    {
      const CalxFactor *factor = CALX_FACTOR (model, i);
      const CalxContribution *from = &CALX_CONTRIBUTION (assessment, i);
      CalxEffect effect = { 0 };
      CalxChange change = { 0 };
      double c_target;

      if (!factor->has_target || from->state != CALX_FACTOR_KNOWN || !(from->c > 0.0) ||
          !is_one_of (factor->target_settings, setting->id) ||
          !calx_factor_get_effect (factor, factor->target, &effect))
        continue;
      c_target = effect.b * effect.t;
      if (from->c - c_target < half_a_point)
        continue;
      change.factor_id = g_strdup (factor->id);
      change.label = g_strdup (from->label);
      change.target_text = describe_target (factor, facts);
      change.option = g_strdup (calx_model_translate (factor->option));
      change.text_only = is_text_only (factor, facts);
      change.points_now = from->points;
      change.points_then = change.text_only ? from->points
                                            : calx_risk_model_round_points (model, c_target);
      change.ratio_then = change.text_only || !assessment->complete
                            ? NAN
                            : assessment->ratio_min * exp (c_target - from->c);
      g_array_append_val (assessment->changes, change);
    }
}
