/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* spec.md, Inputs: bromocresol purple reads lower than bromocresol green. */
#define BCP_ADDS_G_DL 0.4
/* Payne, BMJ 1973;4:643, as spec.md states it. */
#define CORRECTION_MG_DL_PER_G_DL 0.8
#define CORRECTION_BELOW_G_DL 4.0

static const CalxInput *
find (const CalxFacts *facts,
      const char      *id)
{
  return calx_inputs_find (calx_findings_get_inputs (facts->findings), id);
}

static void
examine_age (const CalxFacts *facts,
             const CalxInput *input,
             CalxDate         date,
             CalxFact        *fact,
             gboolean        *ret_expired)
{
  CalxInputs *inputs = calx_findings_get_inputs (facts->findings);

  *ret_expired = FALSE;
  fact->date = date;
  if (!calx_date_is_known (date) || !calx_date_is_day (facts->date))
    return;
  /* Known to the month only: the oldest that it can be. */
  fact->age_days = MAX (0, calx_date_days (calx_date_earliest (date), facts->date));
  if (!input->laboratory)
    return;
  fact->stale = fact->age_days > calx_inputs_get_stale_days (inputs);
  *ret_expired = fact->age_days > calx_inputs_get_expired_days (inputs);
}

CalxUse
calx_facts_examine (const CalxFacts *facts,
                    const CalxInput *input,
                    CalxFact        *ret_fact)
{
  const CalxFinding *finding = calx_findings_get (facts->findings, input->index);
  g_autofree char *message = NULL;
  CalxFact fact = { 0 };
  gboolean expired;
  CalxUse use = CALX_USE_OK;

  if (finding->state == CALX_FINDING_UNKNOWN)
    use = CALX_USE_UNKNOWN;
  else if (calx_finding_check (finding, input, facts->date, &message) == CALX_FINDING_ERROR)
    use = CALX_USE_REFUSED;
  else
    {
      examine_age (facts, input, calx_finding_get_measured_date (finding), &fact, &expired);
      if (expired)
        use = CALX_USE_EXPIRED;
      else if (finding->state == CALX_FINDING_LOW || finding->state == CALX_FINDING_NORMAL ||
               finding->state == CALX_FINDING_HIGH)
        use = CALX_USE_NO_NUMBER;
    }
  if (ret_fact != NULL)
    *ret_fact = fact;
  return use;
}

static CalxUse
get_entered (const CalxFacts *facts,
             const CalxInput *input,
             CalxFact        *ret_fact)
{
  CalxUse use;

  if (input == NULL)
    return CALX_USE_UNKNOWN;
  use = calx_facts_examine (facts, input, ret_fact);
  if (use == CALX_USE_OK &&
      !calx_finding_get_number (calx_findings_get (facts->findings, input->index), input,
                                &ret_fact->value))
    return CALX_USE_UNKNOWN;
  return use;
}

static gboolean
convert (const CalxInput *input,
         const char      *unit_code,
         gboolean         to_canonical,
         double          *value)
{
  const CalxUnit *unit = input->quantity == NULL ? NULL
                                                 : calx_quantity_find_unit (input->quantity,
                                                                            unit_code);

  if (unit == NULL)
    return FALSE;
  *value = to_canonical ? calx_unit_to_canonical (unit, *value)
                        : calx_unit_from_canonical (unit, *value);
  return TRUE;
}

static gboolean
get_albumin (const CalxFacts *facts,
             const CalxInput *input,
             CalxFact        *ret_fact)
{
  if (get_entered (facts, input, ret_fact) != CALX_USE_OK)
    return FALSE;
  if (g_strcmp0 (calx_facts_get_answer_by_id (facts, "albumin_method"), "bcp") != 0)
    return TRUE;
  ret_fact->origin = CALX_ORIGIN_METHOD;
  if (!convert (input, "g/dL", FALSE, &ret_fact->value))
    return FALSE;
  ret_fact->value += BCP_ADDS_G_DL;
  return convert (input, "g/dL", TRUE, &ret_fact->value);
}

/* The older of both dates, and stale if either is. */
static void
join_ages (CalxFact       *fact,
           const CalxFact *other)
{
  if (other->age_days > fact->age_days)
    {
      fact->age_days = other->age_days;
      fact->date = other->date;
    }
  fact->stale |= other->stale;
}

static gboolean
get_corrected_calcium (const CalxFacts *facts,
                       const CalxInput *input,
                       CalxFact        *ret_fact)
{
  const CalxInput *total_input = find (facts, "calcium_total");
  const CalxInput *albumin_input = find (facts, "albumin");
  CalxUse use = get_entered (facts, input, ret_fact);
  CalxFact albumin = { 0 };
  double albumin_g_dl;

  /* A refused entry is mended by the person, not replaced behind the person's back. */
  if (use == CALX_USE_OK || use == CALX_USE_REFUSED)
    return use == CALX_USE_OK;
  if (get_entered (facts, total_input, ret_fact) != CALX_USE_OK || albumin_input == NULL ||
      !get_albumin (facts, albumin_input, &albumin))
    return FALSE;
  albumin_g_dl = albumin.value;
  if (!convert (albumin_input, "g/dL", FALSE, &albumin_g_dl) ||
      !convert (total_input, "mg/dL", FALSE, &ret_fact->value))
    return FALSE;
  if (albumin_g_dl < CORRECTION_BELOW_G_DL)
    ret_fact->value += CORRECTION_MG_DL_PER_G_DL * (CORRECTION_BELOW_G_DL - albumin_g_dl);
  ret_fact->origin = CALX_ORIGIN_CORRECTED;
  join_ages (ret_fact, &albumin);
  return convert (input, "mg/dL", TRUE, &ret_fact->value);
}

static gboolean
get_bmi_of_weight (const CalxFacts *facts,
                   const CalxInput *input,
                   CalxFact        *ret_fact)
{
  const CalxInput *weight_input = find (facts, "weight");
  const CalxInput *height_input = find (facts, "height");
  CalxFact height = { 0 };
  double height_cm;

  if (get_entered (facts, weight_input, ret_fact) != CALX_USE_OK ||
      get_entered (facts, height_input, &height) != CALX_USE_OK)
    return FALSE;
  height_cm = height.value;
  if (!convert (weight_input, "kg", FALSE, &ret_fact->value) ||
      !convert (height_input, "cm", FALSE, &height_cm) || height_cm <= 0.0)
    return FALSE;
  ret_fact->value /= (height_cm / 100.0) * (height_cm / 100.0);
  ret_fact->origin = CALX_ORIGIN_COMPUTED;
  join_ages (ret_fact, &height);
  return convert (input, "kg/m2", TRUE, &ret_fact->value);
}

static gboolean
is_within_hard_limits (const CalxInput *input,
                       double           value)
{
  return (isnan (input->hard_min) || value >= input->hard_min) &&
         (isnan (input->hard_max) || value <= input->hard_max);
}

static gboolean
get_bmi (const CalxFacts *facts,
         const CalxInput *input,
         CalxFact        *ret_fact)
{
  CalxUse use = get_entered (facts, input, ret_fact);

  if (use == CALX_USE_OK || use == CALX_USE_REFUSED)
    return use == CALX_USE_OK;
  return get_bmi_of_weight (facts, input, ret_fact) &&
         is_within_hard_limits (input, ret_fact->value);
}

gboolean
calx_facts_check_bmi (const CalxFacts *facts,
                      char           **ret_message)
{
  const CalxInput *input = find (facts, "bmi");
  CalxFact fact = { 0 };
  CalxUse use;

  g_return_val_if_fail (facts != NULL && ret_message != NULL, FALSE);

  if (input == NULL)
    return TRUE;
  use = get_entered (facts, input, &fact);
  if (use == CALX_USE_OK || use == CALX_USE_REFUSED)
    return TRUE;
  fact = (CalxFact){ 0 };
  if (!get_bmi_of_weight (facts, input, &fact) || is_within_hard_limits (input, fact.value))
    return TRUE;
  /* TRANSLATORS: %1$.1f is a body mass index */
  *ret_message = g_strdup_printf (_("weight and height give a body mass index of %.1f kg/m2, "
                                    "outside %g to %g: check both"),
                                  fact.value, input->hard_min, input->hard_max);
  return FALSE;
}

gboolean
calx_facts_get_number (const CalxFacts *facts,
                       const CalxInput *input,
                       CalxFact        *ret_fact)
{
  CalxFact fact = { 0 };
  gboolean known;

  g_return_val_if_fail (facts != NULL && input != NULL && ret_fact != NULL, FALSE);

  if (g_str_equal (input->id, "albumin"))
    known = get_albumin (facts, input, &fact);
  else if (g_str_equal (input->id, "calcium_corrected"))
    known = get_corrected_calcium (facts, input, &fact);
  else if (g_str_equal (input->id, "bmi"))
    known = get_bmi (facts, input, &fact);
  else
    known = get_entered (facts, input, &fact) == CALX_USE_OK;
  if (!known || !isfinite (fact.value))
    return FALSE;
  *ret_fact = fact;
  return TRUE;
}

static CalxRangeLevel
get_said_level (const CalxFacts *facts,
                const CalxInput *input)
{
  if (calx_facts_examine (facts, input, NULL) != CALX_USE_NO_NUMBER)
    return CALX_LEVEL_UNKNOWN;
  switch (calx_findings_get (facts->findings, input->index)->state)
    {
    case CALX_FINDING_LOW:
      return CALX_LEVEL_LOW;
    case CALX_FINDING_NORMAL:
      return CALX_LEVEL_NORMAL;
    case CALX_FINDING_HIGH:
      return CALX_LEVEL_HIGH;
    case CALX_FINDING_UNKNOWN:
    case CALX_FINDING_ABSENT:
    case CALX_FINDING_VALUE:
    default:
      return CALX_LEVEL_UNKNOWN;
    }
}

double
calx_facts_round (double value)
{
  return floor (value * 1e4 + 0.5) / 1e4;
}

double
calx_facts_show (double          canonical,
                 const CalxUnit *unit)
{
  double scale;

  g_return_val_if_fail (unit != NULL, canonical);

  scale = pow (10.0, unit->decimals);
  return floor (calx_unit_from_canonical (unit, canonical) * scale + 0.5) / scale;
}

CalxReferenceRange
calx_facts_get_range (const CalxFacts *facts,
                      const CalxInput *input)
{
  CalxReferenceRange range = { .low = NAN, .high = NAN };
  g_autofree char *limit_id = NULL;
  const CalxInput *limit;
  CalxFact fact = { 0 };

  g_return_val_if_fail (facts != NULL && input != NULL, range);

  range = calx_references_get_range (facts->references, input);
  limit_id = g_strconcat (input->id, "_upper_limit", NULL);
  limit = find (facts, limit_id);
  if (limit == NULL || get_entered (facts, limit, &fact) != CALX_USE_OK)
    return range;
  /* The laboratory that gave this limit is another one than that of the lower end. */
  if (fact.value <= range.low)
    range.low = NAN;
  range.high = fact.value;
  range.unit = &limit->quantity->units[0];
  range.origin = CALX_RANGE_FINDING;
  return range;
}

const CalxUnit *
calx_facts_get_shown_unit (const CalxFacts *facts,
                           const CalxInput *input,
                           const CalxFact  *fact)
{
  const CalxFinding *finding;
  const CalxUnit *unit = NULL;

  g_return_val_if_fail (facts != NULL && input != NULL && fact != NULL, NULL);

  finding = calx_findings_get (facts->findings, input->index);
  if (fact->origin == CALX_ORIGIN_CORRECTED)
    finding = calx_findings_get_by_id (facts->findings, "calcium_total");
  if (fact->origin != CALX_ORIGIN_COMPUTED && finding->unit != NULL)
    unit = calx_quantity_find_unit (input->quantity, finding->unit);
  return unit != NULL ? unit : &input->quantity->units[0];
}

double
calx_facts_get_shown (const CalxFacts *facts,
                      const CalxInput *input,
                      const CalxFact  *fact)
{
  const CalxUnit *unit = calx_facts_get_shown_unit (facts, input, fact);

  return fact->origin == CALX_ORIGIN_ENTERED
           ? calx_facts_round (calx_unit_from_canonical (unit, fact->value))
           : calx_facts_round (calx_facts_show (fact->value, unit));
}

/* In the unit in which the range is stated its ends stand as they are. */
static double
get_range_end (const CalxReferenceRange *range,
               double                    canonical,
               const CalxUnit           *unit)
{
  return calx_facts_round (unit == range->unit ? calx_unit_from_canonical (unit, canonical)
                                               : calx_facts_show (canonical, unit));
}

/* In the unit of the entry, so that a value that looks like the end of the range lies within it. */
static CalxRangeLevel
compare_with_range (const CalxFacts *facts,
                    const CalxInput *input,
                    const CalxFact  *fact)
{
  CalxReferenceRange range = calx_facts_get_range (facts, input);
  const CalxUnit *unit = calx_facts_get_shown_unit (facts, input, fact);
  double value = calx_facts_get_shown (facts, input, fact);

  if (range.origin == CALX_RANGE_NONE)
    return CALX_LEVEL_UNKNOWN;
  if (!isnan (range.low) && value < get_range_end (&range, range.low, unit))
    return CALX_LEVEL_LOW;
  if (!isnan (range.high) && value > get_range_end (&range, range.high, unit))
    return CALX_LEVEL_HIGH;
  return CALX_LEVEL_NORMAL;
}

CalxRangeLevel
calx_facts_get_level (const CalxFacts *facts,
                      const CalxInput *input)
{
  const CalxInput *total;
  CalxFact fact;
  CalxRangeLevel level;

  g_return_val_if_fail (facts != NULL && input != NULL, CALX_LEVEL_UNKNOWN);

  level = get_said_level (facts, input);
  if (level != CALX_LEVEL_UNKNOWN)
    return level;
  if (input->kind == CALX_INPUT_NUMBER && calx_facts_get_number (facts, input, &fact))
    return compare_with_range (facts, input, &fact);
  total = g_str_equal (input->id, "calcium_corrected") ? find (facts, "calcium_total") : NULL;
  if (total != NULL && calx_facts_examine (facts, input, NULL) == CALX_USE_UNKNOWN)
    return get_said_level (facts, total);
  return CALX_LEVEL_UNKNOWN;
}

const CalxInput *
calx_facts_get_implying (const CalxFacts *facts,
                         const CalxInput *input)
{
  g_return_val_if_fail (facts != NULL && input != NULL, NULL);

  if (input->n_implied_by == 0 || calx_facts_examine (facts, input, NULL) != CALX_USE_UNKNOWN)
    return NULL;
  for (gsize i = 0; i < input->n_implied_by; i++)
    if (g_strcmp0 (calx_facts_get_answer (facts, input->implied_by[i]), "yes") == 0)
      return input->implied_by[i];
  return NULL;
}

const char *
calx_facts_get_answer (const CalxFacts *facts,
                       const CalxInput *input)
{
  const CalxFinding *finding;
  gboolean yes;

  g_return_val_if_fail (facts != NULL && input != NULL, NULL);

  finding = calx_findings_get (facts->findings, input->index);
  if (calx_facts_examine (facts, input, NULL) != CALX_USE_OK)
    return calx_facts_get_implying (facts, input) != NULL ? "yes" : NULL;
  if (input->kind == CALX_INPUT_CHOICE)
    return calx_finding_get_choice (finding, input);
  return calx_finding_get_boolean (finding, &yes) ? (yes ? "yes" : "no") : NULL;
}

const char *
calx_facts_get_answer_by_id (const CalxFacts *facts,
                             const char      *input_id)
{
  const CalxInput *input = find (facts, input_id);

  return input == NULL ? NULL : calx_facts_get_answer (facts, input);
}

gboolean
calx_facts_get_date (const CalxFacts *facts,
                     const CalxInput *input,
                     CalxDate        *ret_date)
{
  g_return_val_if_fail (facts != NULL && input != NULL && ret_date != NULL, FALSE);

  return calx_facts_examine (facts, input, NULL) == CALX_USE_OK &&
         calx_finding_get_date (calx_findings_get (facts->findings, input->index), ret_date);
}
