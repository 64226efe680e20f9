/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-knowledge.h"

G_BEGIN_DECLS

/* The day on which the invented patients are seen. */
#define SCORE_DATE ((CalxDate){ 2026, 11, 20 })

/* The worked case of spec.md. */
#define WORKED_CASE                                                                                \
  "setting=hemodialysis; age=58 a; sex=female; diabetes=yes; bmi=40 kg/m2; "                       \
  "calcium_total=9.6 mg/dL; albumin=2.9 g/dL; albumin_method=bcg; phosphate=6.5 mg/dL; "           \
  "pth=650 pg/mL; vitamin_k_antagonist=yes; lesions=no; previous_calciphylaxis=no"

/* Every required factor at its reference value: points of the setting alone. */
#define PLAIN_CASE                                                                                 \
  "setting=hemodialysis; age=58 a; sex=male; diabetes=no; bmi=28 kg/m2; "                          \
  "calcium_corrected=9.1 mg/dL; albumin=4.2 g/dL; albumin_method=bcg; phosphate=5.1 mg/dL; "       \
  "pth=200 pg/mL; vitamin_k_antagonist=no; lesions=no; previous_calciphylaxis=no"

/* Loaded once; never freed. */
CalxKnowledge  *score_knowledge (void);
/* "id=value unit @YYYY-MM-DD; ...": a later entry of one id replaces an earlier one; the values "?",
 * "absent", "low", "normal" and "high" are the states of these names. */
CalxFindings   *score_findings  (const char *entries);
CalxAssessment *score_assess    (const char *entries);
/* PLAIN_CASE or WORKED_CASE and @more. */
CalxAssessment *score_assess_with (const char *entries,
                                   const char *more);
const CalxContribution *score_factor (CalxAssessment *assessment,
                                      const char     *factor_id);
int             score_association (CalxAssessment *assessment,
                                   const char     *id);
/* "diabetes calcium": the ids of the unknowns in their order. */
char           *score_unknowns   (CalxAssessment *assessment);

/* The shipped file of data/ with a change, "this -> that", of what stands first in it. */
GBytes         *score_change_data (const char *name,
                                   const char *change);
/* A fault of a data file, whose message begins so: file, field, what is wrong with it. */
void            score_assert_fault (const GError *error,
                                    const char   *start);

#define score_assert_near(a, b, eps)                                                               \
  G_STMT_START                                                                                     \
  {                                                                                                \
    double near_a = (a);                                                                           \
    double near_b = (b);                                                                           \
    if (!(ABS (near_a - near_b) <= (eps)))                                                         \
      g_assertion_message_cmpnum (G_LOG_DOMAIN, __FILE__, __LINE__, G_STRFUNC, #a " ~ " #b,        \
                                  near_a, "~", near_b, 'f');                                       \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
