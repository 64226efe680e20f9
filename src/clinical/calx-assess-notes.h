/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-risk-model-private.h"

G_BEGIN_DECLS

/* The words of an assessment beside its numbers. All transfer full, translated. */

#define CALX_CONTRIBUTION(assessment, i)                                                           \
  g_array_index ((assessment)->contributions, CalxContribution, (i))

/* Replaces a text of an assessment, taking @text. */
void  calx_assessment_take_text   (char                  **field,
                                   char                   *text);
/* The line under a factor: where its value comes from, its age, "at least". @fact: of its input. */
char *calx_assess_describe_factor (const CalxFactor       *factor,
                                   const CalxFacts        *facts,
                                   const CalxFact         *fact,
                                   const CalxContribution *contribution);
/* What knowing a required factor would settle: "0 to +4 points". */
char *calx_assess_describe_unknown (const CalxFacts       *facts,
                                    const CalxUnknown     *unknown);
/* Fills not_assessed, always_named and notes. @method_difference: points that bromocresol purple would
 * take off, -1 where the method is known or does not matter. */
void  calx_assess_write_lists     (CalxRiskModel          *model,
                                   const CalxFacts        *facts,
                                   int                     method_difference,
                                   CalxAssessment         *assessment);
/* The unit in which the person entered the value, or what it is worked out from. */
const CalxUnit *calx_assess_get_entered_unit (const CalxFactor *factor,
                                              const CalxFacts  *facts);
/* Fills changes, what changes the answer: only one factor's exposure moves at a time. */
void  calx_assess_list_changes    (CalxRiskModel          *model,
                                   const CalxFacts        *facts,
                                   const CalxSetting      *setting,
                                   CalxAssessment         *assessment);
/* Numbers the references in the order in which the assessment names them. */
void  calx_assess_list_sources    (CalxRiskModel          *model,
                                   const CalxSetting      *setting,
                                   CalxAssessment         *assessment);

G_END_DECLS
