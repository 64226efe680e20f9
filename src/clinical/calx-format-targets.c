/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format-targets.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-facts.h"
#include "calx-format.h"

static const char *
translate (const char *text)
{
  return *text == '\0' ? "" : g_dgettext (GETTEXT_PACKAGE, text);
}

/* With the decimals of the unit, and with more where they were entered. */
static char *
format_number (double          number,
               const CalxUnit *unit)
{
  int decimals = unit->decimals;

  while (decimals < 4 && fabs (number * pow (10.0, decimals) - round (number * pow (10.0, decimals))) > 1e-4)
    decimals++;
  return g_strdup_printf ("%.*f", decimals, number);
}

static char *
with_unit (const char     *text,
           const CalxUnit *unit)
{
  return *unit->label == '\0' ? g_strdup (text) : g_strdup_printf ("%s %s", text, translate (unit->label));
}

static char *
format_value (double          number,
              const CalxUnit *unit)
{
  g_autofree char *text = NULL;

  if (isnan (number))
    return g_strdup (_("Not known"));
  text = format_number (number, unit);
  return with_unit (text, unit);
}

static char *
format_ends (double          low,
             double          high,
             gboolean        is_below,
             const CalxUnit *unit)
{
  g_autofree char *first = isnan (low) ? NULL : format_number (low, unit);
  g_autofree char *second = isnan (high) ? NULL : format_value (high, unit);

  if (first == NULL && second == NULL)
    return g_strdup (_("Not known"));
  if (second == NULL)
    {
      g_autofree char *end = with_unit (first, unit);

      /* TRANSLATORS: a range without an upper end: "from 1.7 mg/dL" */
      return g_strdup_printf (_("from %s"), end);
    }
  if (is_below && first == NULL)
    /* TRANSLATORS: a range of which the end itself is no part: "below 5.6 mg/dL" */
    return g_strdup_printf (_("below %s"), second);
  if (first == NULL)
    /* TRANSLATORS: a range without a lower end: "up to 5 mg/L" */
    return g_strdup_printf (_("up to %s"), second);
  return g_strdup_printf (_("%s to %s"), first, second);
}

char *
calx_format_range (const CalxReferenceRange *range,
                   const CalxUnit           *unit)
{
  double low;
  double high;

  g_return_val_if_fail (range != NULL && unit != NULL, NULL);

  if (range->origin == CALX_RANGE_NONE)
    return g_strdup ("");
  low = isnan (range->low) ? NAN : calx_facts_round (calx_unit_from_canonical (unit, range->low));
  high = isnan (range->high) ? NAN : calx_facts_round (calx_unit_from_canonical (unit, range->high));
  if (unit != range->unit)
    {
      low = isnan (low) ? NAN : calx_facts_show (range->low, unit);
      high = isnan (high) ? NAN : calx_facts_show (range->high, unit);
    }
  return format_ends (low, high, FALSE, unit);
}

char *
calx_format_range_origin (const CalxReferenceRange *range)
{
  g_autofree char *date = NULL;

  g_return_val_if_fail (range != NULL, NULL);

  switch (range->origin)
    {
    case CALX_RANGE_PUBLISHED:
      /* TRANSLATORS: of a reference range */
      return g_strdup (_("published"));
    case CALX_RANGE_CLINIC:
      date = calx_format_date (range->entered_on);
      /* TRANSLATORS: of a reference range: "entered by the clinic on 20-Nov-2026" */
      return g_strdup_printf (_("entered by the clinic on %s"), date);
    case CALX_RANGE_FINDING:
      /* TRANSLATORS: of an upper limit of normal that stands among the patient's findings */
      return g_strdup (_("entered among the findings"));
    case CALX_RANGE_NONE:
    default:
      return g_strdup ("");
    }
}

const char *
calx_format_target_name (const CalxTarget *target)
{
  g_return_val_if_fail (target != NULL, NULL);

  return target->input != NULL ? translate (target->input->label) : _("Corrected calcium times phosphate");
}

char *
calx_format_target_value (const CalxTargetCell *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return format_value (cell->value, cell->unit);
}

static gboolean
has_numbers (const CalxTarget *target)
{
  return target->is_normal || !isnan (target->low) || !isnan (target->high);
}

char *
calx_format_target_range (const CalxTargetCell *cell)
{
  g_autofree char *range = NULL;

  g_return_val_if_fail (cell != NULL, NULL);

  if (!has_numbers (cell->target))
    return g_strdup (translate (cell->target->words));
  range = format_ends (cell->low, cell->high, cell->target->is_below, cell->unit);
  if (*cell->target->words == '\0')
    return g_steal_pointer (&range);
  return g_strdup_printf ("%s (%s)", range, translate (cell->target->words));
}

/* "2 to 9", "below 4" */
static char *
format_times (const CalxTarget *target)
{
  if (isnan (target->low))
    return g_strdup_printf (target->is_below ? _("below %g") : _("up to %g"), target->high);
  return g_strdup_printf (_("%g to %g"), target->low, target->high);
}

char *
calx_format_target_origin (const CalxTargetCell *cell)
{
  g_autofree char *origin = NULL;
  g_autofree char *times = NULL;
  g_autofree char *limit = NULL;

  g_return_val_if_fail (cell != NULL, NULL);

  if (cell->target->is_normal)
    {
      origin = calx_format_range_origin (&cell->range);
      return *origin == '\0' ? g_strdup (_("Normal; no reference range is known"))
                             /* TRANSLATORS: the target is the reference range; %s: where that comes from */
                             : g_strdup_printf (_("Normal; reference range %s"), origin);
    }
  if (!cell->target->of_upper_limit)
    return g_strdup ("");
  times = format_times (cell->target);
  if (isnan (cell->range.high))
    return g_strdup_printf (_("%s times the upper limit of normal, which is not known"), times);
  origin = calx_format_range_origin (&cell->range);
  limit = calx_format_quantity (cell->range.high, cell->range.unit);
  /* TRANSLATORS: "2 to 9 times the upper limit of normal, 65 pg/mL, published" */
  return g_strdup_printf (_("%s times the upper limit of normal, %s, %s"), times, limit, origin);
}

const char *
calx_format_target_state (CalxTargetState state)
{
  switch (state)
    {
    case CALX_TARGET_BELOW:
      return _("Below");
    case CALX_TARGET_WITHIN:
      return _("Within");
    case CALX_TARGET_ABOVE:
      return _("Above");
    case CALX_TARGET_NO_NUMBER:
      return _("No number given");
    case CALX_TARGET_NOT_KNOWN:
    default:
      return _("Not known");
    }
}

char *
calx_format_target_line (const CalxTargetLine *line)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (line != NULL, NULL);

  for (guint i = 0; i < line->cells->len; i++)
    {
      const CalxTargetCell *cell = line->cells->pdata[i];
      g_autofree char *range = calx_format_target_range (cell);

      g_string_append_printf (text, "%s%s: %s", i == 0 ? "" : "\n", calx_format_target_name (cell->target), range);
      if (cell->state != CALX_TARGET_NO_NUMBER)
        g_string_append_printf (text, " · %s", calx_format_target_state (cell->state));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
calx_format_target_body (const CalxTargetBody *body)
{
  g_return_val_if_fail (body != NULL, NULL);

  if (!body->is_historical)
    return g_strdup (translate (body->statement.label));
  /* TRANSLATORS: a guideline that a newer one has replaced */
  return g_strdup_printf (_("%s (historical)"), translate (body->statement.label));
}

char *
calx_format_target_warning (const CalxTargetWarningLine *line)
{
  g_autofree char *value = NULL;
  g_autofree char *limit = NULL;
  const char *name;

  g_return_val_if_fail (line != NULL, NULL);

  name = translate (line->warning->input->label);
  limit = format_value (line->at_least, line->unit);
  value = format_value (line->value, line->unit);
  if (line->result == CALX_RULE_UNKNOWN)
    return g_strdup_printf (_("%s is not known; the cohort’s limit is %s"), name, limit);
  return g_strdup_printf (line->result == CALX_RULE_MET ? _("%s %s, at or above %s") : _("%s %s, below %s"), name,
                          value, limit);
}

char *
calx_format_figures (const CalxPrognosisEntry *entry)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (entry != NULL, NULL);

  for (guint i = 0; i < entry->figures->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : "; ",
                            translate (((CalxPrognosisFigure *) entry->figures->pdata[i])->text));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
calx_format_prognosis_line (const CalxPrognosisLine *line)
{
  const CalxPrognosisFigure *first;

  g_return_val_if_fail (line != NULL, NULL);

  first = line->entry->figures->pdata[0];
  return g_strdup_printf ("%s: %s", translate (line->entry->statement.label), translate (first->text));
}

char *
calx_format_prognosis_group (const CalxPrognosisEntry *entry)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  text = g_string_new (translate (entry->population));
  if (g_ascii_isdigit (*entry->n))
    /* TRANSLATORS: how many patients a study had */
    g_string_append_printf (text, _(" · n = %s"), translate (entry->n));
  else
    g_string_append_printf (text, " · %s", _("how many: not stated"));
  g_string_append_printf (text, " · %s", g_ascii_isdigit (*entry->horizon) ? translate (entry->horizon)
                                                                        : _("over what time: not stated"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
