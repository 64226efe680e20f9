/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-model-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-format.h"
#include "calx-risk-model-private.h"

static char *
format_number (double value)
{
  return calx_format_machine_number (value, -1);
}

static void
append_field (GString    *text,
              const char *label,
              double      value,
              int         decimals)
{
  g_autofree char *number = calx_format_machine_number (value, decimals);

  g_string_append_printf (text, "%s %s", label, number);
}

static void
add_text (CalxCompendiumEntry *entry,
          const char          *label,
          const char          *text)
{
  calx_compendium_take_fact (entry, label, g_strdup (calx_model_translate (text)));
}

static void
add_published (CalxCompendiumEntry *entry,
               CalxRiskModel       *model,
               const CalxPublished *published)
{
  GString *text = g_string_new (calx_model_translate (published->text));

  if (!isnan (published->odds_ratio))
    append_field (text, _(", odds ratio"), published->odds_ratio, -1);
  if (!isnan (published->ci_low))
    {
      append_field (text, _(", interval"), published->ci_low, -1);
      append_field (text, _(" to"), published->ci_high, -1);
    }
  if (!isnan (published->per))
    append_field (text, _(", per"), published->per, -1);
  if (!isnan (published->log_odds_ratio))
    append_field (text, _(", log odds ratio"), published->log_odds_ratio, -1);
  if (!isnan (published->standard_error))
    append_field (text, _(", standard error"), published->standard_error, -1);
  g_string_append_printf (text, " (%s)", calx_sources_find (model->sources, published->source)->cite);
  calx_compendium_take_fact (entry, _("Published"), g_string_free (text, FALSE));
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
add_limits (CalxCompendiumEntry *entry,
            const CalxFactor    *factor)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (factor->kind != CALX_FACTOR_LINEAR && factor->kind != CALX_FACTOR_BELOW)
    return;
  low = format_number (factor->clamp[0]);
  high = format_number (factor->clamp[1]);
  /* Translators: the values between which a factor counts: "8.5 and 12 mg/dL" */
  calx_compendium_take_fact (entry, _("Counts between"),
                             g_strdup_printf (_("%s and %s %s"), low, high, factor->unit == NULL ? "" : factor->unit->label));
}

static void
add_level (CalxCompendiumEntry *entry,
           CalxRiskModel       *model,
           const CalxLevel     *level)
{
  g_autofree char *from = format_number (level->from);
  GString *text = g_string_new (from);

  if (level->to != level->from)
    append_field (text, _(" to"), level->to, -1);
  append_field (text, _(": log odds ratio"), level->log_odds_ratio, -1);
  append_field (text, _(", b"), level->b, 4);
  append_field (text, _(", s"), level->s, 4);
  append_field (text, _(", points"), level->b / log (model->point_odds_ratio), 2);
  calx_compendium_take_fact (entry, _("Level"), g_string_free (text, FALSE));
}

static void
add_effect (CalxCompendiumEntry *entry,
            CalxRiskModel       *model,
            const CalxFactor    *factor)
{
  g_autofree char *step = NULL;
  g_autofree char *log_odds_ratio = NULL;
  GString *text;

  if (factor->kind == CALX_FACTOR_LEVELS)
    {
      calx_compendium_take_fact (entry, _("Weight"), format_number (factor->weight));
      for (gsize i = 0; i < factor->n_levels; i++)
        add_level (entry, model, &factor->levels[i]);
      return;
    }
  step = describe_step (factor);
  log_odds_ratio = format_number (factor->log_odds_ratio);
  text = g_string_new (log_odds_ratio);
  append_field (text, _(", weight"), factor->weight, -1);
  append_field (text, _(", b"), factor->b, 4);
  append_field (text, _(", s"), factor->s, 4);
  append_field (text, _(", points"), factor->b / log (model->point_odds_ratio), 2);
  g_string_append_printf (text, " %s", step);
  calx_compendium_take_fact (entry, _("Log odds ratio"), g_string_free (text, FALSE));
  add_limits (entry, factor);
}

static void
add_factor (CalxCompendiumSection *section,
            CalxRiskModel         *model,
            const CalxFactor      *factor)
{
  CalxCompendiumEntry *entry
      = calx_compendium_add_entry (section, factor->id, calx_model_translate (factor->label),
                                   factor->required ? _("Required") : _("Optional: can only add"));

  for (gsize i = 0; i < factor->n_published; i++)
    add_published (entry, model, &factor->published[i]);
  add_effect (entry, model, factor);
  add_text (entry, _("Grade"), factor->grade);
  add_text (entry, _("Basis"), factor->basis);
  add_text (entry, _("At least"), factor->at_least);
  add_text (entry, _("Caution"), factor->caution);
  add_text (entry, _("Option to consider"), factor->option);
  calx_compendium_add_sources (entry, model->sources, factor->sources);
}

static void
add_setting (CalxCompendiumSection *section,
             CalxRiskModel         *model,
             const CalxSetting     *setting)
{
  g_autofree char *rate = format_number (setting->rate);
  g_autofree char *low = format_number (setting->rate_low);
  g_autofree char *high = format_number (setting->rate_high);
  int points = calx_setting_get_points (model, setting);
  /* Translators: the rate in use, the lowest and the highest published one: "3 (0.4 to 6)" */
  g_autofree char *rates = g_strdup_printf (_("rate per 1000 patient-years %s (%s to %s)"), rate, low, high);
  g_autofree char *worth = g_strdup_printf (ngettext ("%d point", "%d points", (gulong) ABS (points)), points);
  g_autofree char *text = g_strconcat (worth, "; ", rates, setting->compare ? "" : _("; not compared"), NULL);
  CalxCompendiumEntry *entry
      = calx_compendium_add_entry (section, setting->id, calx_model_translate (setting->label), text);

  add_text (entry, _("Grade"), setting->grade);
  add_text (entry, _("Basis"), setting->basis);
  add_text (entry, _("Note"), setting->note);
  calx_compendium_add_sources (entry, model->sources, setting->sources);
}

static void
add_head (CalxCompendiumSection *section,
          CalxRiskModel         *model)
{
  CalxCompendiumEntry *entry
      = calx_compendium_add_entry (section, model->id, calx_model_translate (model->title),
                                   calx_model_translate (model->validation_status));

  calx_compendium_take_fact (entry, _("Version"), g_strdup_printf ("%s %s, %s", model->id, model->version, model->date));
  calx_compendium_take_fact (entry, "SHA-256", g_strdup (model->sha256));
  add_text (entry, _("Outcome"), model->outcome);
  add_text (entry, _("Made for"), model->population);
  for (guint i = 0; model->not_for[i] != NULL; i++)
    add_text (entry, _("Not for"), model->not_for[i]);
  add_text (entry, _("Validation"), model->validation_text);
  add_text (entry, _("Weights"), model->shrinkage_rule);
  add_text (entry, _("Weights are"), model->shrinkage_status);
  add_text (entry, _("Average patient"), model->reference_population);
  calx_compendium_take_fact (entry, _("Mean relative odds of the average population"),
                             calx_format_machine_number (model->mean, 6));
  calx_compendium_take_fact (entry, _("One point is an odds ratio of"), format_number (model->point_odds_ratio));
  calx_compendium_take_fact (entry, _("The ratio is shown up to"), format_number (model->display_ratio_up_to));
}

static void
add_bands (CalxCompendiumSection *section,
           CalxRiskModel         *model)
{
  CalxCompendiumEntry *entry
      = calx_compendium_add_entry (section, "bands", _("Bands, by the ratio to the average hemodialysis patient"), "");

  for (guint i = 0; i < model->bands->len; i++)
    {
      const CalxBand *band = CALX_BAND (model, i);
      g_autofree char *from = format_number (band->from);

      calx_compendium_take_fact (entry, calx_model_translate (band->label),
                                 g_strdup_printf (_("from %s: %s"), from, calx_model_translate (band->text)));
    }
  add_text (entry, _("In every band"), model->every_band);
}

static void
add_association (CalxCompendiumSection      *section,
                 CalxRiskModel              *model,
                 const CalxModelAssociation *association)
{
  CalxCompendiumEntry *entry
      = calx_compendium_add_entry (section, association->id, calx_model_translate (association->label),
                                   association->already_in[0] == NULL ? "" : _("Already in a factor"));

  calx_compendium_add_sources (entry, model->sources, association->sources);
}

/* "atrial_fibrillation" as "Atrial fibrillation": the model names what it leaves out by its id alone. */
static char *
make_title (const char *id)
{
  char *title = g_strdelimit (g_strdup (id), "_", ' ');

  title[0] = g_ascii_toupper (title[0]);
  return title;
}

static void
add_not_scored (CalxCompendiumSection *section,
                CalxRiskModel         *model,
                const CalxNotScored   *not_scored)
{
  g_autofree char *title = make_title (not_scored->id);
  CalxCompendiumEntry *entry
      = calx_compendium_add_entry (section, not_scored->id, title, calx_model_translate (not_scored->reason));

  calx_compendium_add_sources (entry, model->sources, not_scored->sources);
}

void
calx_risk_model_add_card (CalxRiskModel  *self,
                          CalxCompendium *card)
{
  CalxCompendiumSection *section;

  g_return_if_fail (self != NULL && card != NULL);

  section = calx_compendium_add_section (card, "model", _("The model"));
  add_head (section, self);
  add_bands (section, self);
  section = calx_compendium_add_section (card, "factors", _("Factors that are scored"));
  for (guint i = 0; i < self->factors->len; i++)
    add_factor (section, self, CALX_FACTOR (self, i));
  section = calx_compendium_add_section (card, "settings", _("Kidney treatment"));
  for (guint i = 0; i < self->settings->len; i++)
    add_setting (section, self, CALX_SETTING (self, i));
  section = calx_compendium_add_section (card, "associations", _("Published, not scored"));
  for (guint i = 0; i < self->associations->len; i++)
    add_association (section, self, &g_array_index (self->associations, CalxModelAssociation, i));
  section = calx_compendium_add_section (card, "not-scored", _("Not scored, and why"));
  for (guint i = 0; i < self->not_scored->len; i++)
    add_not_scored (section, self, &g_array_index (self->not_scored, CalxNotScored, i));
}
