/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-rule-private.h"

#include <math.h>

void
calx_rule_free (CalxRule *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_strfreev (self->lesion.regions);
  g_strfreev (self->treatments);
  g_clear_pointer (&self->regions, calx_regions_unref);
  g_free (self->answer);
  g_free (self);
}

static CalxRuleResult
from_boolean (gboolean holds)
{
  return holds ? CALX_RULE_MET : CALX_RULE_NOT_MET;
}

static CalxRuleResult
negate (CalxRuleResult result)
{
  switch (result)
    {
    case CALX_RULE_MET:
      return CALX_RULE_NOT_MET;
    case CALX_RULE_NOT_MET:
      return CALX_RULE_MET;
    case CALX_RULE_UNKNOWN:
    default:
      return CALX_RULE_UNKNOWN;
    }
}

static gboolean
compare (RuleOp op,
         double value,
         double threshold)
{
  value = calx_facts_round (value);
  threshold = calx_facts_round (threshold);
  switch (op)
    {
    case OP_LESS:
      return value < threshold;
    case OP_LESS_OR_EQUAL:
      return value <= threshold;
    case OP_GREATER:
      return value > threshold;
    case OP_GREATER_OR_EQUAL:
    default:
      return value >= threshold;
    }
}

static void
use (GArray          *used,
     const CalxInput *input)
{
  if (input != NULL)
    calx_rule_use (used, (CalxEvidence){ .input = input });
}

/* What was entered is the evidence: of an implied answer, that which implies it. */
static void
use_answer (GArray          *used,
            const CalxFacts *facts,
            const CalxInput *input)
{
  const CalxInput *implying = used == NULL ? NULL : calx_facts_get_implying (facts, input);

  use (used, implying != NULL ? implying : input);
}

static gboolean
get_term (const RuleTerm  *term,
          const CalxFacts *facts,
          double          *ret_value)
{
  CalxFact fact;

  if (!calx_facts_get_number (facts, term->input, &fact))
    return FALSE;
  *ret_value = term->unit == NULL ? fact.value : calx_unit_from_canonical (term->unit, fact.value);
  return TRUE;
}

/* "Low", "normal" and "high" are said against the laboratory's own range: they decide a comparison
 * with its upper limit, and no other. "Normal" may be the limit itself. */
static CalxRuleResult
compare_word (const CalxRule  *self,
              const CalxFacts *facts)
{
  const CalxInput *input = self->terms[0].input;
  CalxFindingState state = calx_findings_get (facts->findings, input->index)->state;

  if (!self->is_upper_limit || calx_facts_examine (facts, input, NULL) != CALX_USE_NO_NUMBER)
    return CALX_RULE_UNKNOWN;
  switch (self->op)
    {
    case OP_GREATER:
      return from_boolean (state == CALX_FINDING_HIGH);
    case OP_LESS_OR_EQUAL:
      return from_boolean (state != CALX_FINDING_HIGH);
    case OP_LESS:
      return state == CALX_FINDING_NORMAL ? CALX_RULE_UNKNOWN
                                          : from_boolean (state == CALX_FINDING_LOW);
    case OP_GREATER_OR_EQUAL:
    default:
      return state == CALX_FINDING_NORMAL ? CALX_RULE_UNKNOWN
                                          : from_boolean (state == CALX_FINDING_HIGH);
    }
}

/* The laboratory's upper limit of normal: as entered among the findings, as the clinic entered it, or the
 * rule's own. */
static double
get_upper_limit (const CalxRule  *self,
                 const CalxFacts *facts,
                 GArray          *used)
{
  const RuleTerm *term = &self->terms[0];
  RuleTerm limit = { self->limit, term->unit };
  CalxReferenceRange range = calx_references_get_range (facts->references, term->input);
  double value;

  use (used, self->limit);
  if (self->limit != NULL && get_term (&limit, facts, &value))
    return value;
  if (range.origin != CALX_RANGE_CLINIC || isnan (range.high))
    return self->value;
  return term->unit == NULL ? range.high : calx_unit_from_canonical (term->unit, range.high);
}

static CalxRuleResult
evaluate_compare (const CalxRule  *self,
                  const CalxFacts *facts,
                  GArray          *used)
{
  double value = 1.0;
  double threshold = self->value;

  for (guint i = 0; i < self->n_terms; i++)
    {
      double term;

      use (used, self->terms[i].input);
      if (!get_term (&self->terms[i], facts, &term))
        return self->n_terms == 1 ? compare_word (self, facts) : CALX_RULE_UNKNOWN;
      value *= term;
    }
  if (self->is_upper_limit)
    threshold = get_upper_limit (self, facts, used);
  return from_boolean (compare (self->op, value, threshold));
}

/* Years with the part since the last anniversary, so that five years to the day are exactly 5. */
static double
get_years (CalxDate from,
           CalxDate to)
{
  int years = calx_date_years (from, to);
  CalxDate anniversary = { from.year + years, from.month, from.day };

  /* 29 February counts on 1 March in a year without one. */
  if (from.month == 2 && from.day == 29 && !g_date_is_leap_year ((GDateYear) anniversary.year))
    anniversary = (CalxDate){ anniversary.year, 3, 1 };
  return years + calx_date_days (anniversary, to) / 366.0;
}

static CalxRuleResult
evaluate_years (const CalxRule  *self,
                const CalxFacts *facts)
{
  CalxDate date;
  CalxDate latest;
  gboolean longest;
  gboolean shortest;

  if (!calx_facts_get_date (facts, self->terms[0].input, &date) || !calx_date_is_known (date) ||
      !calx_date_is_day (facts->date))
    return CALX_RULE_UNKNOWN;
  if (calx_date_compare (calx_date_earliest (date), facts->date) > 0)
    return CALX_RULE_UNKNOWN;
  latest = calx_date_latest (date);
  if (calx_date_compare (latest, facts->date) > 0)
    latest = facts->date;
  longest = compare (self->op, get_years (calx_date_earliest (date), facts->date), self->value);
  shortest = compare (self->op, get_years (latest, facts->date), self->value);
  return longest == shortest ? from_boolean (longest) : CALX_RULE_UNKNOWN;
}

static CalxRuleResult
evaluate_recorded (const CalxRule  *self,
                   const CalxFacts *facts)
{
  const CalxInput *input = self->terms[0].input;
  CalxUse how = calx_facts_examine (facts, input, NULL);
  const char *answer;

  if (how == CALX_USE_NO_NUMBER)
    return CALX_RULE_MET;
  if (input->kind != CALX_INPUT_BOOLEAN)
    return how != CALX_USE_OK ? CALX_RULE_UNKNOWN
                              : from_boolean (calx_findings_get (facts->findings, input->index)->state !=
                                              CALX_FINDING_ABSENT);
  answer = calx_facts_get_answer (facts, input);
  return answer == NULL ? CALX_RULE_UNKNOWN : from_boolean (g_str_equal (answer, "yes"));
}

static CalxRuleResult
evaluate_level (const CalxRule  *self,
                const CalxFacts *facts)
{
  CalxRangeLevel level = calx_facts_get_level (facts, self->terms[0].input);

  return level == CALX_LEVEL_UNKNOWN ? CALX_RULE_UNKNOWN : from_boolean (level == self->level);
}

/* Those children that came out as the whole did are what decided, or what would have to be known. */
static CalxRuleResult
evaluate_count (const CalxRule  *self,
                const CalxFacts *facts,
                GArray          *used)
{
  guint n_met = 0;
  guint n_possible = 0;
  CalxRuleResult result;

  for (guint i = 0; i < self->children->len; i++)
    {
      CalxRuleResult child = calx_rule_evaluate (self->children->pdata[i], facts, NULL);

      n_met += child == CALX_RULE_MET;
      n_possible += child != CALX_RULE_NOT_MET;
    }
  result = n_met >= self->at_least        ? CALX_RULE_MET
           : n_possible < self->at_least ? CALX_RULE_NOT_MET
                                         : CALX_RULE_UNKNOWN;
  for (guint i = 0; used != NULL && i < self->children->len; i++)
    {
      g_autoptr(GArray) child_used = g_array_new (FALSE, FALSE, sizeof (CalxEvidence));

      if (calx_rule_evaluate (self->children->pdata[i], facts, child_used) != result)
        continue;
      for (guint j = 0; j < child_used->len; j++)
        calx_rule_use (used, g_array_index (child_used, CalxEvidence, j));
    }
  return result;
}

CalxRuleResult
calx_rule_evaluate (const CalxRule  *self,
                    const CalxFacts *facts,
                    GArray          *used)
{
  const char *answer;

  g_return_val_if_fail (self != NULL && facts != NULL, CALX_RULE_UNKNOWN);

  switch (self->kind)
    {
    case RULE_COUNT:
      return evaluate_count (self, facts, used);
    case RULE_NOT:
      return negate (calx_rule_evaluate (self->children->pdata[0], facts, used));
    case RULE_ANSWER:
      use_answer (used, facts, self->terms[0].input);
      answer = calx_facts_get_answer (facts, self->terms[0].input);
      return answer == NULL ? CALX_RULE_UNKNOWN : from_boolean (g_str_equal (answer, self->answer));
    case RULE_RECORDED:
      use_answer (used, facts, self->terms[0].input);
      return evaluate_recorded (self, facts);
    case RULE_YEARS:
      use (used, self->terms[0].input);
      return evaluate_years (self, facts);
    case RULE_LEVEL:
      use (used, self->terms[0].input);
      return evaluate_level (self, facts);
    case RULE_LESION:
      return calx_rule_evaluate_lesion (self, facts, used);
    case RULE_TREATMENT:
      return calx_rule_evaluate_treatment (self, facts, used);
    case RULE_NAMED:
      return calx_rule_evaluate (self->named, facts, used);
    case RULE_COMPARE:
    default:
      return evaluate_compare (self, facts, used);
    }
}
