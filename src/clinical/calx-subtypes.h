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

/* What a subtype is among the others. */
typedef enum
{
  CALX_SUBTYPE_CAUSE,
  CALX_SUBTYPE_EXCLUSION,    /* only where no other is suggested */
  CALX_SUBTYPE_MIXED,        /* two others are suggested, the urgent one not counted */
  CALX_SUBTYPE_UNCLASSIFIED, /* none is left */
} CalxSubtypeRole;

typedef struct
{
  char  *id;
  char  *system; /* "ICD-10" */
  char  *code;   /* "L94.2" */
  char  *label;  /* translatable: what the code stands for */
  char **sources;
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
  CalxStatement        statement;
  CalxSubtypeRole      role;
  gboolean             urgent;  /* listed first, and never replaced by "mixed" */
  const CalxStatement *alarm;   /* of the urgent one, or NULL: where this fact is there and the subtype is
                                 * not ruled out, every other is possible at most */
  GPtrArray           *rules;           /* CalxSubtypeRule; "mixed" and "unclassified" have none */
  GPtrArray           *reasons_for;     /* const CalxStatement, facts of the file */
  GPtrArray           *reasons_against; /* likewise */
  GPtrArray           *classes;         /* CalxStatement: sub-classes, as scrotal of idiopathic */
  GPtrArray           *notes;           /* CalxStatement: where sources disagree; always said */
  GPtrArray           *codes;           /* const CalxSubtypeCode */
} CalxSubtype;

/* subtypes.json. Immutable after loading, refcounted. */
typedef struct _CalxSubtypes CalxSubtypes;

/* One subtype that may be, for one patient. */
typedef struct
{
  const CalxSubtype      *subtype;         /* borrowed: knowledge outlives results */
  CalxSuggestionCertainty certainty;
  CalxVerdict            *decided;         /* the rule that was met, or that cannot be told; NULL of
                                            * "mixed" and "unclassified" */
  GPtrArray              *reasons_for;     /* CalxVerdict, those met */
  GPtrArray              *reasons_against; /* CalxVerdict, those met */
  GPtrArray              *classes;         /* CalxVerdict, those met */
  GPtrArray              *parts;           /* of "mixed": const CalxSubtype, what it is mixed of; else NULL */
} CalxSuggestion;

/* Reads subtypes.json ("calx-subtypes/1"); errors are CALX_DATA_ERROR and name the field. "facts" are
 * statements with a rule, that later rules name; "codes" have "id", "system", "code", "label", "sources".
 * The "subtypes" are statements with "rules" (statements with "certainty": suggested, possible), "for"
 * and "against" (ids of facts), "classes" and "notes" (statements), "codes" (ids), and may have "urgent",
 * "alarm" (a fact) and "role" ("exclusion", "mixed", "unclassified"). */
CalxSubtypes *calx_subtypes_new    (GBytes               *json,
                                    const char           *name,
                                    const CalxRuleScope  *scope,
                                    CalxSources          *sources,
                                    GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void          calx_subtypes_free   (CalxSubtypes         *self);
GPtrArray    *calx_subtypes_get    (CalxSubtypes         *self); /* CalxSubtype, in the order of the file */
GPtrArray    *calx_subtypes_get_facts (CalxSubtypes      *self); /* CalxStatement */
/* The CalxSuggestions for one patient: the urgent one first where it may be, then "mixed" where two
 * others fire, then those, then what cannot be told. Empty: nothing fits, or nothing is there. */
GPtrArray    *calx_subtypes_review (CalxSubtypes         *self,
                                    const CalxFacts      *facts) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxSubtypes, calx_subtypes_free)

G_END_DECLS
