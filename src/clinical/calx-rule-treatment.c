/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-rule-private.h"

/* What is recorded of one kind. */
typedef struct
{
  gboolean running;
  gboolean stopped;
} Recorded;

static Recorded
look_up (GPtrArray  *treatments,
         const char *kind)
{
  Recorded recorded = { FALSE, FALSE };

  for (guint i = 0; treatments != NULL && i < treatments->len; i++)
    {
      const CalxTreatment *treatment = treatments->pdata[i];

      if (!g_str_equal (treatment->kind, kind))
        continue;
      recorded.running |= !treatment->stopped;
      recorded.stopped |= treatment->stopped;
    }
  return recorded;
}

static CalxRuleResult
evaluate_kind (RuleTreatmentStatus wanted,
               Recorded            recorded)
{
  if (!recorded.running && !recorded.stopped)
    return CALX_RULE_UNKNOWN;
  switch (wanted)
    {
    case TREATMENT_CURRENT:
      return recorded.running ? CALX_RULE_MET : CALX_RULE_NOT_MET;
    case TREATMENT_STOPPED:
      return recorded.running ? CALX_RULE_NOT_MET : CALX_RULE_MET;
    case TREATMENT_EVER:
    default:
      return CALX_RULE_MET;
    }
}

static CalxRuleResult
either (CalxRuleResult a,
        CalxRuleResult b)
{
  if (a == CALX_RULE_MET || b == CALX_RULE_MET)
    return CALX_RULE_MET;
  return a == CALX_RULE_NOT_MET && b == CALX_RULE_NOT_MET ? CALX_RULE_NOT_MET : CALX_RULE_UNKNOWN;
}

CalxRuleResult
calx_rule_evaluate_treatment (const CalxRule  *self,
                              const CalxFacts *facts,
                              GArray          *used)
{
  CalxRuleResult result = CALX_RULE_NOT_MET;

  for (guint i = 0; self->treatments[i] != NULL; i++)
    result = either (result, evaluate_kind (self->treatment_status,
                                            look_up (facts->treatments, self->treatments[i])));
  /* Those that came out as the whole did are what decided, or what would have to be known. */
  for (guint i = 0; self->treatments[i] != NULL; i++)
    if (evaluate_kind (self->treatment_status, look_up (facts->treatments, self->treatments[i])) == result)
      calx_rule_use (used, (CalxEvidence){ .treatment = g_intern_string (self->treatments[i]) });
  return result;
}

const CalxTreatment *
calx_evidence_get_treatment (const CalxEvidence *evidence,
                             const CalxFacts    *facts)
{
  const CalxTreatment *found = NULL;

  g_return_val_if_fail (evidence != NULL && facts != NULL, NULL);

  if (evidence->treatment == NULL || facts->treatments == NULL)
    return NULL;
  for (guint i = 0; i < facts->treatments->len; i++)
    {
      const CalxTreatment *treatment = facts->treatments->pdata[i];

      if (g_str_equal (treatment->kind, evidence->treatment) && (found == NULL || found->stopped))
        found = treatment;
    }
  return found;
}
