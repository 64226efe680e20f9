/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-statement.h"

G_BEGIN_DECLS

/* What a clause is about. */
typedef enum
{
  CALX_CLAUSE_MAJOR,
  CALX_CLAUSE_MINOR,
  CALX_CLAUSE_LESION,
  CALX_CLAUSE_EXCLUSION,
  CALX_CLAUSE_PATHOLOGY,
} CalxClauseGroup;
#define CALX_N_CLAUSE_GROUPS 5

typedef struct
{
  CalxStatement   statement;
  CalxClauseGroup group;
} CalxClause;

/* One published set of criteria. The statement's rule says to whom it applies. */
typedef struct
{
  CalxStatement statement;
  char         *name;    /* translatable; in a sentence: "the consensus" */
  GPtrArray    *clauses; /* CalxClause, in the order of the publication */
  GPtrArray    *tiers;   /* CalxStatement, the lowest first */
} CalxCriteriaSet;

/* criteria.json. Immutable after loading, refcounted. */
typedef struct _CalxCriteria CalxCriteria;

/* One set, asked of one patient. Never a diagnosis. */
typedef struct
{
  const CalxCriteriaSet *set;     /* borrowed: knowledge outlives results */
  CalxVerdict           *applies;
  GPtrArray             *clauses; /* CalxVerdict, one for each clause of the set, in its order */
  GPtrArray             *tiers;   /* CalxVerdict, likewise; asked also where the set does not apply */
} CalxCriteriaResult;

/* Reads criteria.json ("calx-criteria/1"); errors are CALX_DATA_ERROR and name the field. Its "sets" are
 * statements with "name", "clauses" (statements with "group": major, minor, lesion, exclusion,
 * pathology) and "tiers" (statements whose rules name clauses, the lowest first); its "early_signs" are
 * statements with a rule. */
CalxCriteria          *calx_criteria_new        (GBytes               *json,
                                                 const char           *name,
                                                 const CalxRuleScope  *scope,
                                                 CalxSources          *sources,
                                                 GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void                   calx_criteria_free       (CalxCriteria         *self);
GPtrArray             *calx_criteria_get_sets   (CalxCriteria         *self); /* CalxCriteriaSet */

/* A CalxCriteriaResult for each set, in their order. */
GPtrArray             *calx_criteria_review     (CalxCriteria         *self,
                                                 const CalxFacts      *facts) G_GNUC_WARN_UNUSED_RESULT;
/* A CalxVerdict for each early sign: met, present; not met, absent; unknown, not asked. */
GPtrArray             *calx_criteria_review_early_signs (CalxCriteria *self,
                                                 const CalxFacts      *facts) G_GNUC_WARN_UNUSED_RESULT;
/* The highest tier that is met; NULL where none is, or where the set does not (surely) apply. */
const CalxVerdict     *calx_criteria_result_get_tier (const CalxCriteriaResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxCriteria, calx_criteria_free)

G_END_DECLS
