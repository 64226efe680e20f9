/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-format.h"
#include "calx-risk-model-private.h"

/* The model card as text for people: where each number comes from and what it does not show. */

static void
append_line (GString    *card,
             const char *label,
             const char *text)
{
  if (*text != '\0')
    g_string_append_printf (card, "%s: %s\n", label, calx_model_translate (text));
}

static char *
format_number (double value)
{
  return calx_format_machine_number (value, -1);
}

static char *
format_fixed (double value,
              int    decimals)
{
  return calx_format_machine_number (value, decimals);
}

static void
append_field (GString    *card,
              const char *label,
              double      value,
              int         decimals)
{
  g_autofree char *number = decimals < 0 ? format_number (value) : format_fixed (value, decimals);

  g_string_append_printf (card, "%s %s", label, number);
}

static void
append_source (GString          *card,
               const CalxSource *source)
{
  g_string_append_printf (card, "    %s", source->cite);
  if (*source->n != '\0')
    g_string_append_printf (card, "; %s", source->n);
  if (*source->population != '\0')
    g_string_append_printf (card, "; %s", source->population);
  g_string_append_printf (card, _("; read: %s"), source->read);
  if (*source->pmid != '\0')
    g_string_append_printf (card, "; PMID %s", source->pmid);
  if (*source->pmcid != '\0')
    g_string_append_printf (card, "; %s", source->pmcid);
  if (*source->doi != '\0')
    g_string_append_printf (card, "; doi:%s", source->doi);
  if (*source->pmid == '\0' && *source->pmcid == '\0' && *source->doi == '\0')
    g_string_append_printf (card, "; %s", _("no identifier"));
  g_string_append_c (card, '\n');
}

static void
append_sources (GString        *card,
                CalxRiskModel  *model,
                char          **ids)
{
  if (ids[0] == NULL)
    return;
  g_string_append_printf (card, "  %s\n", _("Sources:"));
  for (guint i = 0; ids[i] != NULL; i++)
    append_source (card, calx_sources_find (model->sources, ids[i]));
}

static void
append_published (GString             *card,
                  CalxRiskModel       *model,
                  const CalxPublished *published)
{
  g_string_append_printf (card, "  %s: %s", _("Published"), calx_model_translate (published->text));
  if (!isnan (published->odds_ratio))
    append_field (card, _(", odds ratio"), published->odds_ratio, -1);
  if (!isnan (published->ci_low))
    {
      append_field (card, _(", interval"), published->ci_low, -1);
      append_field (card, _(" to"), published->ci_high, -1);
    }
  if (!isnan (published->per))
    append_field (card, _(", per"), published->per, -1);
  if (!isnan (published->log_odds_ratio))
    append_field (card, _(", log odds ratio"), published->log_odds_ratio, -1);
  if (!isnan (published->standard_error))
    append_field (card, _(", standard error"), published->standard_error, -1);
  g_string_append_printf (card, " (%s)\n",
                          calx_sources_find (model->sources, published->source)->cite);
}

/* "per 1 mg/dL", "where present", "from 300 to 1000 pg/mL" */
static char *
describe_step (const CalxFactor *factor)
{
  const char *unit = factor->unit == NULL ? "" : factor->unit->label;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  switch (factor->kind)
    {
    case CALX_FACTOR_BOOLEAN:
      return g_strdup (_("where present"));
    case CALX_FACTOR_RAMP:
      low = format_number (factor->ramp[0]);
      high = format_number (factor->ramp[1]);
      return g_strdup_printf (_("from %s to %s %s, evenly"), low, high, unit);
    case CALX_FACTOR_BELOW:
      low = format_number (factor->threshold);
      return g_strdup_printf (_("per 1 %s below %s"), unit, low);
    case CALX_FACTOR_LINEAR:
    default:
      low = format_number (factor->center);
      return g_strdup_printf (_("per 1 %s from %s"), unit, low);
    }
}

static void
append_limits (GString          *card,
               const CalxFactor *factor)
{
  if (factor->kind != CALX_FACTOR_LINEAR && factor->kind != CALX_FACTOR_BELOW)
    return;
  append_field (card, _("  Counts between"), factor->clamp[0], -1);
  append_field (card, _(" and"), factor->clamp[1], -1);
  g_string_append_printf (card, " %s\n", factor->unit == NULL ? "" : factor->unit->label);
}

static void
append_level (GString         *card,
              CalxRiskModel   *model,
              const CalxLevel *level)
{
  append_field (card, "  ", level->from, -1);
  if (level->to != level->from)
    append_field (card, _(" to"), level->to, -1);
  append_field (card, _(": log odds ratio"), level->log_odds_ratio, -1);
  append_field (card, _(", b"), level->b, 4);
  append_field (card, _(", s"), level->s, 4);
  append_field (card, _(", points"), level->b / log (model->point_odds_ratio), 2);
  g_string_append_c (card, '\n');
}

static void
append_effect (GString          *card,
               CalxRiskModel    *model,
               const CalxFactor *factor)
{
  g_autofree char *step = NULL;

  if (factor->kind == CALX_FACTOR_LEVELS)
    {
      append_field (card, _("  Weight"), factor->weight, -1);
      g_string_append_c (card, '\n');
      for (gsize i = 0; i < factor->n_levels; i++)
        append_level (card, model, &factor->levels[i]);
      return;
    }
  step = describe_step (factor);
  append_field (card, _("  Log odds ratio"), factor->log_odds_ratio, -1);
  append_field (card, _(", weight"), factor->weight, -1);
  append_field (card, _(", b"), factor->b, 4);
  append_field (card, _(", s"), factor->s, 4);
  append_field (card, _(", points"), factor->b / log (model->point_odds_ratio), 2);
  g_string_append_printf (card, " %s\n", step);
  append_limits (card, factor);
}

static void
append_factor (GString          *card,
               CalxRiskModel    *model,
               const CalxFactor *factor)
{
  g_string_append_printf (card, "\n%s [%s], %s\n", calx_model_translate (factor->label), factor->id,
                          factor->required ? _("required") : _("optional: can only add"));
  append_effect (card, model, factor);
  for (gsize i = 0; i < factor->n_published; i++)
    append_published (card, model, &factor->published[i]);
  append_line (card, _("  Grade"), factor->grade);
  append_line (card, _("  Basis"), factor->basis);
  append_line (card, _("  At least"), factor->at_least);
  append_line (card, _("  Caution"), factor->caution);
  append_line (card, _("  Option to consider"), factor->option);
  append_sources (card, model, factor->sources);
}

static void
append_setting (GString           *card,
                CalxRiskModel     *model,
                const CalxSetting *setting)
{
  g_autofree char *low = format_number (setting->rate_low);
  g_autofree char *high = format_number (setting->rate_high);

  g_string_append_printf (card, "\n%s [%s]: ", calx_model_translate (setting->label), setting->id);
  g_string_append_printf (card, _("%d points"), calx_setting_get_points (model, setting));
  append_field (card, _("; rate per 1000 patient-years"), setting->rate, -1);
  /* Translators: the lowest and the highest published rate: "(0.4 to 6)" */
  g_string_append_printf (card, _(" (%s to %s)"), low, high);
  g_string_append_printf (card, "%s\n", setting->compare ? "" : _("; not compared"));
  append_line (card, _("  Grade"), setting->grade);
  append_line (card, _("  Basis"), setting->basis);
  append_line (card, _("  Note"), setting->note);
  append_sources (card, model, setting->sources);
}

static void
append_head (GString       *card,
             CalxRiskModel *model)
{
  g_string_append_printf (card, "%s\n%s %s, %s, SHA-256 %s\n%s\n\n",
                          calx_model_translate (model->title), model->id, model->version,
                          model->date, model->sha256, calx_model_translate (model->validation_status));
  append_line (card, _("Outcome"), model->outcome);
  append_line (card, _("Made for"), model->population);
  for (guint i = 0; model->not_for[i] != NULL; i++)
    append_line (card, _("Not for"), model->not_for[i]);
  append_line (card, _("Validation"), model->validation_text);
  append_line (card, _("Weights"), model->shrinkage_rule);
  append_line (card, _("Weights are"), model->shrinkage_status);
  append_line (card, _("Average patient"), model->reference_population);
  append_field (card, _("Mean relative odds of the average population"), model->mean, 6);
  append_field (card, _("\nOne point is an odds ratio of"), model->point_odds_ratio, -1);
  append_field (card, _("\nThe ratio is shown up to"), model->display_ratio_up_to, -1);
  g_string_append_c (card, '\n');
}

static void
append_bands (GString       *card,
              CalxRiskModel *model)
{
  g_string_append_printf (card, "\n%s\n", _("Bands, by the ratio to the average hemodialysis patient"));
  for (guint i = 0; i < model->bands->len; i++)
    {
      const CalxBand *band = CALX_BAND (model, i);

      g_string_append_printf (card, "  %s", calx_model_translate (band->label));
      append_field (card, _(", from"), band->from, -1);
      g_string_append_printf (card, ": %s\n", calx_model_translate (band->text));
    }
  append_line (card, _("In every band"), model->every_band);
}

char *
calx_risk_model_get_card (CalxRiskModel *self)
{
  GString *card;

  g_return_val_if_fail (self != NULL, NULL);

  card = g_string_new (NULL);
  append_head (card, self);
  append_bands (card, self);
  g_string_append_printf (card, "\n%s\n", _("SETTINGS"));
  for (guint i = 0; i < self->settings->len; i++)
    append_setting (card, self, CALX_SETTING (self, i));
  g_string_append_printf (card, "\n%s\n", _("FACTORS"));
  for (guint i = 0; i < self->factors->len; i++)
    append_factor (card, self, CALX_FACTOR (self, i));
  g_string_append_printf (card, "\n%s\n", _("PUBLISHED ASSOCIATIONS, NOT SCORED"));
  for (guint i = 0; i < self->associations->len; i++)
    {
      const CalxModelAssociation *association = &g_array_index (self->associations,
                                                                CalxModelAssociation, i);

      g_string_append_printf (card, "\n%s [%s]%s\n", calx_model_translate (association->label),
                              association->id,
                              association->already_in[0] == NULL ? "" : _(", already in a factor"));
      append_sources (card, self, association->sources);
    }
  g_string_append_printf (card, "\n%s\n", _("NOT SCORED, AND WHY"));
  for (guint i = 0; i < self->not_scored->len; i++)
    {
      const CalxNotScored *not_scored = &g_array_index (self->not_scored, CalxNotScored, i);

      g_string_append_printf (card, "\n%s: %s\n", not_scored->id,
                              calx_model_translate (not_scored->reason));
      append_sources (card, self, not_scored->sources);
    }
  return g_string_free (card, FALSE);
}
