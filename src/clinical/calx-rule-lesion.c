/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-rule-private.h"

#include <string.h>

void
calx_rule_use (GArray       *used,
               CalxEvidence  evidence)
{
  if (used == NULL)
    return;
  for (guint i = 0; i < used->len; i++)
    {
      const CalxEvidence *known = &g_array_index (used, CalxEvidence, i);

      if (known->input == evidence.input && known->lesion_number == evidence.lesion_number &&
          g_strcmp0 (known->aspect, evidence.aspect) == 0 && known->treatment == evidence.treatment)
        return;
    }
  g_array_append_val (used, evidence);
}

static CalxRuleResult
from_boolean (gboolean holds)
{
  return holds ? CALX_RULE_MET : CALX_RULE_NOT_MET;
}

static CalxRuleResult
both (CalxRuleResult a,
      CalxRuleResult b)
{
  if (a == CALX_RULE_NOT_MET || b == CALX_RULE_NOT_MET)
    return CALX_RULE_NOT_MET;
  return a == CALX_RULE_MET && b == CALX_RULE_MET ? CALX_RULE_MET : CALX_RULE_UNKNOWN;
}

/* One aspect of one lesion: @result, and what would have to be known. */
static CalxRuleResult
check (CalxRuleResult    result,
       const CalxLesion *lesion,
       const char       *aspect,
       GArray           *used)
{
  calx_rule_use (used, (CalxEvidence){ .lesion_number = lesion->number, .aspect = aspect });
  return result;
}

static CalxRuleResult
check_type (const RuleLesion *wanted,
            const CalxLesion *lesion)
{
  if (lesion->type == CALX_LESION_TYPE_UNKNOWN)
    return CALX_RULE_UNKNOWN;
  return from_boolean ((wanted->types & (1u << lesion->type)) != 0);
}

static gboolean
is_region (char *const *wanted,
           const char  *region_id)
{
  for (guint i = 0; wanted[i] != NULL; i++)
    if (calx_region_id_begins (region_id, wanted[i]))
      return TRUE;
  return FALSE;
}

static CalxRuleResult
check_place (const CalxRule   *rule,
             const CalxLesion *lesion)
{
  const CalxRegion *region = calx_regions_find (rule->regions, lesion->region_id);

  if (region == NULL)
    return CALX_RULE_UNKNOWN;
  if (rule->lesion.classes != 0 && (rule->lesion.classes & (1u << region->site_class)) == 0)
    return CALX_RULE_NOT_MET;
  return from_boolean (rule->lesion.regions == NULL || is_region (rule->lesion.regions, region->id));
}

static CalxRuleResult
check_ternary (CalxTernary wanted,
               CalxTernary known)
{
  return known == CALX_TERNARY_UNKNOWN ? CALX_RULE_UNKNOWN : from_boolean (known == wanted);
}

/* An ulcer is ulcerated, and an eschar is dead skin, whatever else was left open. */
static CalxTernary
get_ulcerated (const CalxLesion *lesion)
{
  if (lesion->ulcerated == CALX_TERNARY_UNKNOWN &&
      (lesion->type == CALX_LESION_TYPE_ULCER || lesion->type == CALX_LESION_TYPE_ESCHAR))
    return CALX_TERNARY_YES;
  return lesion->ulcerated;
}

static CalxTernary
get_painful (const CalxLesion *lesion)
{
  if (lesion->pain == CALX_PAIN_UNKNOWN)
    return CALX_TERNARY_UNKNOWN;
  return lesion->pain > 0 ? CALX_TERNARY_YES : CALX_TERNARY_NO;
}

/* All signs that are asked for. */
static CalxRuleResult
check_signs (const RuleLesion *wanted,
             const CalxLesion *lesion,
             GArray           *used)
{
  CalxRuleResult result = CALX_RULE_MET;

  for (guint sign = 0; sign < CALX_N_LESION_SIGNS; sign++)
    {
      guint value = calx_lesion_get_sign (lesion, sign);

      if (wanted->signs[sign] != 0)
        result = both (result, check (value == 0 ? CALX_RULE_UNKNOWN
                                                 : from_boolean ((wanted->signs[sign] & (1u << value)) != 0),
                                      lesion, calx_lesion_sign_to_id (sign), used));
    }
  return result;
}

static CalxRuleResult
match (const CalxRule   *rule,
       const CalxLesion *lesion,
       GArray           *used)
{
  const RuleLesion *wanted = &rule->lesion;
  CalxRuleResult result = CALX_RULE_MET;

  if (wanted->not_another)
    result = from_boolean (lesion->diagnosis != CALX_DIAGNOSIS_OTHER);
  if (wanted->classes != 0 || wanted->regions != NULL)
    result = both (result, check (check_place (rule, lesion), lesion, "place", used));
  if (wanted->types != 0)
    result = both (result, check (check_type (wanted, lesion), lesion, "type", used));
  if (wanted->ulcerated != CALX_TERNARY_UNKNOWN)
    result = both (result, check (check_ternary (wanted->ulcerated, get_ulcerated (lesion)), lesion,
                                  "ulceration", used));
  if (wanted->painful != CALX_TERNARY_UNKNOWN)
    result = both (result, check (check_ternary (wanted->painful, get_painful (lesion)), lesion,
                                  "pain", used));
  if (wanted->not_chalky)
    result = both (result, from_boolean (calx_lesion_get_sign (lesion, CALX_LESION_SIGN_CHALKY) !=
                                         CALX_TERNARY_YES));
  return both (result, check_signs (wanted, lesion, used));
}

static CalxRuleResult
from_count (guint n_met,
            guint n_possible,
            guint wanted)
{
  return n_met >= wanted       ? CALX_RULE_MET
         : n_possible < wanted ? CALX_RULE_NOT_MET
                               : CALX_RULE_UNKNOWN;
}

/* As of a rule over rules: those lesions that came out as the whole did are what decided. */
static CalxRuleResult
count_lesions (const CalxRule *self,
               GPtrArray      *open,
               GArray         *used)
{
  guint n_met = 0;
  guint n_possible = 0;
  CalxRuleResult result;

  for (guint i = 0; i < open->len; i++)
    {
      CalxRuleResult one = match (self, open->pdata[i], NULL);

      n_met += one == CALX_RULE_MET;
      n_possible += one != CALX_RULE_NOT_MET;
    }
  result = from_count (n_met, n_possible, self->lesion.count);
  for (guint i = 0; used != NULL && i < open->len; i++)
    if (match (self, open->pdata[i], NULL) == result)
      match (self, open->pdata[i], used);
  return result;
}

/* "thigh_a_r" and "thigh_a_l" are one place on two sides. */
static gboolean
is_other_side (CalxRegions *regions,
               const char  *right_id,
               const char  *left_id)
{
  const CalxRegion *right = calx_regions_find (regions, right_id);
  const CalxRegion *left = calx_regions_find (regions, left_id);

  return right != NULL && left != NULL && right->side == CALX_SIDE_RIGHT &&
         left->side == CALX_SIDE_LEFT && strlen (right_id) == strlen (left_id) &&
         strncmp (right_id, left_id, strlen (right_id) - 1) == 0;
}

static CalxRuleResult
match_pair (const CalxRule   *self,
            const CalxLesion *right,
            const CalxLesion *left,
            GArray           *used)
{
  if (!is_other_side (self->regions, right->region_id, left->region_id))
    return CALX_RULE_NOT_MET;
  return both (match (self, right, used), match (self, left, used));
}

static CalxRuleResult
count_pairs (const CalxRule *self,
             GPtrArray      *open,
             GArray         *used)
{
  guint n_met = 0;
  guint n_possible = 0;
  CalxRuleResult result;

  for (guint i = 0; i < open->len; i++)
    for (guint j = 0; j < open->len; j++)
      {
        CalxRuleResult one = match_pair (self, open->pdata[i], open->pdata[j], NULL);

        n_met += one == CALX_RULE_MET;
        n_possible += one != CALX_RULE_NOT_MET;
      }
  result = from_count (n_met, n_possible, self->lesion.count);
  for (guint i = 0; used != NULL && i < open->len; i++)
    for (guint j = 0; j < open->len; j++)
      if (match_pair (self, open->pdata[i], open->pdata[j], NULL) == result)
        match_pair (self, open->pdata[i], open->pdata[j], used);
  return result;
}

/* An empty map says nothing: only "skin examined, none" does. A map with lesions on it is whole. */
static CalxRuleResult
evaluate_empty_map (const CalxFacts *facts,
                    GArray          *used)
{
  CalxInputs *inputs = calx_findings_get_inputs (facts->findings);
  const CalxInput *input = calx_inputs_find (inputs, "lesions");
  const char *answer = input == NULL ? NULL : calx_facts_get_answer (facts, input);

  if (input != NULL)
    calx_rule_use (used, (CalxEvidence){ .input = input });
  return g_strcmp0 (answer, "no") == 0 ? CALX_RULE_NOT_MET : CALX_RULE_UNKNOWN;
}

CalxRuleResult
calx_rule_evaluate_lesion (const CalxRule  *self,
                           const CalxFacts *facts,
                           GArray          *used)
{
  g_autoptr(GPtrArray) open = g_ptr_array_new ();

  for (guint i = 0; facts->lesions != NULL && i < facts->lesions->len; i++)
    {
      CalxLesion *lesion = facts->lesions->pdata[i];

      if (!lesion->healed)
        g_ptr_array_add (open, lesion);
    }
  if (open->len == 0)
    return evaluate_empty_map (facts, used);
  return self->lesion.both_sides ? count_pairs (self, open, used) : count_lesions (self, open, used);
}

const CalxLesion *
calx_evidence_get_lesion (const CalxEvidence *evidence,
                          const CalxFacts    *facts)
{
  g_return_val_if_fail (evidence != NULL && facts != NULL, NULL);

  for (guint i = 0; evidence->aspect != NULL && facts->lesions != NULL && i < facts->lesions->len; i++)
    {
      const CalxLesion *lesion = facts->lesions->pdata[i];

      if (lesion->number == evidence->lesion_number)
        return lesion;
    }
  return NULL;
}

static gboolean
is_input_known (const CalxInput *input,
                const CalxFacts *facts)
{
  CalxFact fact;

  switch (input->kind)
    {
    case CALX_INPUT_NUMBER:
      return calx_facts_get_number (facts, input, &fact) ||
             calx_facts_get_level (facts, input) != CALX_LEVEL_UNKNOWN;
    case CALX_INPUT_DATE:
      return calx_facts_examine (facts, input, NULL) == CALX_USE_OK;
    case CALX_INPUT_BOOLEAN:
    case CALX_INPUT_CHOICE:
    default:
      return calx_facts_get_answer (facts, input) != NULL;
    }
}

gboolean
calx_evidence_is_known (const CalxEvidence *evidence,
                        const CalxFacts    *facts)
{
  const CalxLesion *lesion;
  CalxLesionSign sign;

  g_return_val_if_fail (evidence != NULL && facts != NULL, FALSE);

  if (evidence->input != NULL)
    return is_input_known (evidence->input, facts);
  if (evidence->treatment != NULL)
    return calx_evidence_get_treatment (evidence, facts) != NULL;
  lesion = calx_evidence_get_lesion (evidence, facts);
  if (lesion == NULL)
    return FALSE;
  if (g_str_equal (evidence->aspect, "type"))
    return lesion->type != CALX_LESION_TYPE_UNKNOWN;
  if (g_str_equal (evidence->aspect, "ulceration"))
    return get_ulcerated (lesion) != CALX_TERNARY_UNKNOWN;
  if (g_str_equal (evidence->aspect, "pain"))
    return get_painful (lesion) != CALX_TERNARY_UNKNOWN;
  if (calx_lesion_sign_from_id (evidence->aspect, &sign))
    return calx_lesion_get_sign (lesion, sign) != 0;
  return TRUE; /* its place */
}
