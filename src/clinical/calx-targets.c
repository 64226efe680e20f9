/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-targets-private.h"

#include <math.h>

#include "calx-facts.h"

static void
line_free (gpointer data)
{
  CalxTargetLine *line = data;

  g_ptr_array_unref (line->cells);
  g_free (line);
}

const char *
calx_targets_get_text (CalxTargets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

GPtrArray *
calx_targets_get_bodies (CalxTargets *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->bodies;
}

const CalxTargetBody *
calx_targets_find (CalxTargets *self,
                   const char  *body_id)
{
  g_return_val_if_fail (self != NULL && body_id != NULL, NULL);

  for (guint i = 0; i < self->bodies->len; i++)
    if (g_str_equal (((CalxTargetBody *) self->bodies->pdata[i])->statement.id, body_id))
      return self->bodies->pdata[i];
  return NULL;
}

static CalxUnitSystem
get_unit_system (CalxClinicSettings *settings)
{
  return settings == NULL ? CALX_UNIT_SYSTEM_CONVENTIONAL : calx_clinic_settings_get_unit_system (settings);
}

/* The value as it is shown, and its unit; NAN and the clinic's unit where it is not known. */
static double
get_value (const CalxFacts  *facts,
           const CalxInput  *input,
           CalxUnitSystem    system,
           const CalxUnit  **ret_unit)
{
  CalxFact fact = { 0 };

  *ret_unit = calx_quantity_get_unit (input->quantity, system);
  if (!calx_facts_get_number (facts, input, &fact))
    return NAN;
  *ret_unit = calx_facts_get_shown_unit (facts, input, &fact);
  return calx_facts_get_shown (facts, input, &fact);
}

/* Corrected calcium times phosphate, in the unit system of the phosphate. */
static double
get_product (CalxTargets      *self,
             const CalxFacts  *facts,
             CalxUnitSystem    system,
             const CalxUnit  **ret_unit)
{
  const CalxInput *calcium_input = calx_inputs_find (self->inputs, "calcium_corrected");
  const CalxInput *phosphate_input = calx_inputs_find (self->inputs, "phosphate");
  CalxFact calcium = { 0 };
  CalxFact phosphate = { 0 };

  *ret_unit = calx_quantity_get_unit (self->product, system);
  if (calcium_input == NULL || phosphate_input == NULL ||
      !calx_facts_get_number (facts, calcium_input, &calcium) ||
      !calx_facts_get_number (facts, phosphate_input, &phosphate))
    return NAN;
  *ret_unit = calx_quantity_get_unit (self->product,
                                      calx_facts_get_shown_unit (facts, phosphate_input, &phosphate)->system);
  return calx_facts_round (calx_facts_show (calcium.value * phosphate.value, *ret_unit));
}

/* An end, stated in @from as @number, as it is shown in @to. */
static double
show_end (double          number,
          const CalxUnit *from,
          const CalxUnit *to)
{
  if (isnan (number))
    return NAN;
  return calx_facts_round (from == to ? number
                                      : calx_facts_show (calx_unit_to_canonical (from, number), to));
}

/* @times an end of the reference range. */
static double
show_range_end (const CalxReferenceRange *range,
                double                    canonical,
                double                    times,
                const CalxUnit           *to)
{
  if (isnan (canonical) || isnan (times))
    return NAN;
  return show_end (times * calx_unit_from_canonical (range->unit, canonical), range->unit, to);
}

static void
set_ends (CalxTargetCell  *cell,
          const CalxFacts *facts)
{
  const CalxTarget *target = cell->target;

  if (target->is_normal || target->of_upper_limit)
    cell->range = calx_facts_get_range (facts, target->input);
  if (target->is_normal)
    {
      cell->low = show_range_end (&cell->range, cell->range.low, 1.0, cell->unit);
      cell->high = show_range_end (&cell->range, cell->range.high, 1.0, cell->unit);
    }
  else if (target->of_upper_limit)
    {
      cell->low = show_range_end (&cell->range, cell->range.high, target->low, cell->unit);
      cell->high = show_range_end (&cell->range, cell->range.high, target->high, cell->unit);
    }
  else if (target->unit != NULL)
    {
      cell->low = show_end (target->low, target->unit, cell->unit);
      cell->high = show_end (target->high, target->unit, cell->unit);
    }
}

/* What the laboratory said without a number is said of its own range, and of no other. */
static CalxTargetState
compare_said (const CalxTargetCell *cell,
              const CalxFacts      *facts)
{
  if (!cell->target->is_normal)
    return CALX_TARGET_NOT_KNOWN;
  switch (calx_facts_get_level (facts, cell->target->input))
    {
    case CALX_LEVEL_LOW:
      return CALX_TARGET_BELOW;
    case CALX_LEVEL_NORMAL:
      return CALX_TARGET_WITHIN;
    case CALX_LEVEL_HIGH:
      return CALX_TARGET_ABOVE;
    case CALX_LEVEL_UNKNOWN:
    default:
      return CALX_TARGET_NOT_KNOWN;
    }
}

static CalxTargetState
compare (const CalxTargetCell *cell,
         const CalxFacts      *facts)
{
  const CalxTarget *target = cell->target;

  if (!target->is_normal && isnan (target->low) && isnan (target->high))
    return CALX_TARGET_NO_NUMBER;
  if (isnan (cell->value))
    return compare_said (cell, facts);
  if (isnan (cell->low) && isnan (cell->high))
    return CALX_TARGET_NOT_KNOWN;
  if (cell->value < cell->low)
    return CALX_TARGET_BELOW;
  if (cell->value > cell->high || (target->is_below && cell->value >= cell->high))
    return CALX_TARGET_ABOVE;
  return CALX_TARGET_WITHIN;
}

static CalxTargetCell *
review_target (CalxTargets      *self,
               const CalxTarget *target,
               const CalxFacts  *facts,
               CalxUnitSystem    system)
{
  CalxTargetCell *cell = g_new0 (CalxTargetCell, 1);

  cell->target = target;
  cell->low = cell->high = NAN;
  cell->value = target->input == NULL ? get_product (self, facts, system, &cell->unit)
                                      : get_value (facts, target->input, system, &cell->unit);
  set_ends (cell, facts);
  cell->state = compare (cell, facts);
  return cell;
}

static CalxTargetLine *
review_body (CalxTargets          *self,
             const CalxTargetBody *body,
             const CalxFacts      *facts,
             CalxUnitSystem        system)
{
  CalxTargetLine *line = g_new0 (CalxTargetLine, 1);

  line->body = body;
  line->result = body->statement.when == NULL ? CALX_RULE_MET
                                              : calx_rule_evaluate (body->statement.when, facts, NULL);
  line->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < body->targets->len; i++)
    {
      const CalxTarget *target = body->targets->pdata[i];

      if (target->when == NULL || calx_rule_evaluate (target->when, facts, NULL) != CALX_RULE_NOT_MET)
        g_ptr_array_add (line->cells, review_target (self, target, facts, system));
    }
  return line;
}

GPtrArray *
calx_targets_review (CalxTargets        *self,
                     const CalxFacts    *facts,
                     CalxClinicSettings *settings)
{
  const CalxTargetBody *chosen = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (self != NULL && facts != NULL, NULL);

  if (settings != NULL)
    chosen = calx_targets_find (self, calx_clinic_settings_get_target_body (settings));
  if (chosen == NULL)
    chosen = self->bodies->pdata[0];
  lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < self->bodies->len; i++)
    {
      CalxTargetLine *line = review_body (self, self->bodies->pdata[i], facts, get_unit_system (settings));

      line->is_chosen = line->body == chosen;
      if (line->result == CALX_RULE_NOT_MET)
        line_free (line);
      else
        g_ptr_array_insert (lines, line->is_chosen ? 0 : -1, line);
    }
  return lines;
}

GPtrArray *
calx_targets_review_warnings (CalxTargets        *self,
                              const CalxFacts    *facts,
                              CalxClinicSettings *settings)
{
  GPtrArray *lines;

  g_return_val_if_fail (self != NULL && facts != NULL, NULL);

  lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->warnings->len; i++)
    {
      CalxTargetWarningLine *line = g_new0 (CalxTargetWarningLine, 1);

      line->warning = self->warnings->pdata[i];
      line->value = get_value (facts, line->warning->input, get_unit_system (settings), &line->unit);
      line->at_least = show_end (line->warning->at_least, line->warning->unit, line->unit);
      line->result = isnan (line->value)              ? CALX_RULE_UNKNOWN
                     : line->value >= line->at_least ? CALX_RULE_MET
                                                      : CALX_RULE_NOT_MET;
      g_ptr_array_add (lines, line);
    }
  return lines;
}
