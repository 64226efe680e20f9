/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-statement.h"

G_BEGIN_DECLS

/* How sure a suggestion is; never a diagnosis. The likelier stands first. */
typedef enum
{
  CALX_SUGGESTION_SUGGESTED,
  CALX_SUGGESTION_POSSIBLE,
  CALX_SUGGESTION_CANNOT_TELL, /* a fact that would decide is not known */
} CalxSuggestionCertainty;

typedef struct
{
  char    *system; /* "ICD-10" */
  char    *code;   /* "L94.2" */
  char    *label;  /* translatable: what the code stands for */
} CalxSubtypeCode;

/* One way to suggest a subtype. */
typedef struct
{
  CalxStatement           statement;
  CalxSuggestionCertainty certainty; /* where its rule is met: SUGGESTED or POSSIBLE */
} CalxSubtypeRule;

/* The statement's text says what it is. */
typedef struct
{
  CalxStatement statement;
  gboolean      urgent;  /* listed first, and never replaced by "mixed" */
  GPtrArray    *rules;   /* CalxSubtypeRule; "mixed" and "unclassified" have none */
  GPtrArray    *reasons_for;     /* CalxStatement, as the next two */
  GPtrArray    *reasons_against;
  GPtrArray    *classes; /* sub-classes, as scrotal of idiopathic */
  GPtrArray    *notes;   /* where sources disagree, and the like: always said */
  GPtrArray    *codes;   /* CalxSubtypeCode */
} CalxSubtype;

/* One subtype that may be, for one patient. */
typedef struct
{
  const CalxSubtype      *subtype;   /* borrowed: knowledge outlives results */
  CalxSuggestionCertainty certainty;
  CalxVerdict            *decided;   /* the rule that was met, or that cannot be told; NULL of "mixed"
                                      * and "unclassified" */
  GPtrArray              *reasons_for;     /* CalxVerdict, those met */
  GPtrArray              *reasons_against; /* CalxVerdict, those met */
  GPtrArray              *classes;   /* CalxVerdict, those met */
  GPtrArray              *parts;     /* of "mixed": const CalxSubtype, what it is mixed of */
} CalxSuggestion;

G_END_DECLS
