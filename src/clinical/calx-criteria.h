/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-statement.h"

G_BEGIN_DECLS

/* What a clause is about; the tiers count majors and minors. */
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

/* One set, asked of one patient. */
typedef struct
{
  const CalxCriteriaSet *set;     /* borrowed: knowledge outlives results */
  CalxVerdict           *applies;
  GPtrArray             *clauses; /* CalxVerdict, one for each clause of the set, in its order */
  GPtrArray             *tiers;   /* CalxVerdict, likewise */
} CalxCriteriaResult;

G_END_DECLS
