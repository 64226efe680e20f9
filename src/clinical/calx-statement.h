/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-regions.h"
#include "calx-rule.h"
#include "calx-sources.h"

G_BEGIN_DECLS

/* How well a statement is founded; said beside it wherever it is shown. */
typedef enum
{
  CALX_BASIS_PUBLISHED,
  CALX_BASIS_SECONDARY, /* "read in a secondary source" */
  CALX_BASIS_PROPOSAL,  /* "this project's proposal" */
} CalxBasis;

/* What every entry of a fact file of data/ has: "id", "label", and where they make sense "text", "when"
 * (a rule; without one it holds always), "note", "basis" ("published" where missing, "secondary",
 * "proposal") and "sources", ids of sources.json, never empty. Owned by the table that loaded it. */
typedef struct
{
  char     *id;
  char     *label; /* translatable */
  char     *text;  /* translatable, "" */
  char     *note;  /* translatable, "": what must be said beside it, as a threshold that is this project's */
  CalxRule *when;  /* NULL: always */
  CalxBasis basis;
  char    **sources;
} CalxStatement;

/* What was made of one statement for one patient: a value that needs no rule any more. */
typedef struct
{
  const CalxStatement *statement; /* borrowed: knowledge outlives results */
  CalxRuleResult       result;    /* MET where there is no rule */
  GArray              *used;      /* CalxEvidence: what decided, or what would have to be known */
} CalxVerdict;

/* "Read in a secondary source", "This project's proposal", "" for what is published; translated. */
const char  *calx_basis_get_words   (CalxBasis            basis);
CalxVerdict *calx_verdict_new       (const CalxStatement *statement,
                                     const CalxFacts     *facts) G_GNUC_WARN_UNUSED_RESULT;
/* A CalxVerdict of each: @statements is of CalxStatement, or of what begins with one. */
GPtrArray   *calx_verdicts_new    (GPtrArray           *statements,
                                   const CalxFacts     *facts) G_GNUC_WARN_UNUSED_RESULT;
void         calx_verdict_free      (CalxVerdict         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxVerdict, calx_verdict_free)

G_END_DECLS
