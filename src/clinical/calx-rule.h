/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-findings.h"
#include "calx-lesion.h"
#include "calx-references.h"
#include "calx-regions.h"
#include "calx-treatment.h"

G_BEGIN_DECLS

/* One rule of data/, compiled. Three-valued: unknown is never taken as false. Its forms:
 *   {"all": [...]}, {"any": [...]}, {"at_least": n, "of": [...]}, {"not": {...}}
 *   {"rule": "id"}                        another rule of the same file, that stands before this one
 *   {"recorded": input}                   a condition is there
 *   {"input": id, "is": answer}
 *   {"input": id, "op": ">", "value": 5.5, "unit": "mg/dL"}    also <, <=, >=; "product": [id, id];
 *                                         "reference": "upper_limit", "default": n (where neither the
 *                                         finding's own limit nor the clinic's is known); "years_since >"
 *   {"input": id, "level": "high"}        also low, normal: against the reference range
 *   {"lesion": {...}, "count": n}         at least n (1) open lesions on the map with all of: "type",
 *                                         "class", "region" (ids or their beginnings), "ulcerated",
 *                                         "painful", "gritty", "chalky", "infected", "not_chalky" (none
 *                                         seen: not recorded is not seen), "not_another" (no other
 *                                         diagnosis), "both_sides"; "tempo", "colour", "consistency",
 *                                         "extent" (ids of their values)
 *   {"treatment": [ids], "status": "current"}   one of these treatments is recorded as running; also
 *                                         "stopped" (and none of that kind is running) and "ever". One
 *                                         that is not recorded is unknown, never taken as not given */
typedef struct _CalxRule CalxRule;
typedef struct _CalxTreatments CalxTreatments;

/* What a rule may name. @regions, @treatments and @rules (id to CalxRule, borrowed) are nullable. */
typedef struct
{
  CalxInputs     *inputs;
  CalxRegions    *regions;
  GHashTable     *rules;
  CalxTreatments *treatments;
} CalxRuleScope;

typedef enum
{
  CALX_RULE_UNKNOWN,
  CALX_RULE_NOT_MET,
  CALX_RULE_MET,
} CalxRuleResult;

/* What a rule is evaluated over. */
typedef struct
{
  CalxFindings *findings;
  CalxDate      date;    /* the session's */
  GPtrArray    *lesions; /* CalxLesion; NULL: nothing is known of lesions */
  CalxReferences *references; /* the clinic's own ranges; NULL: the published ones count */
  GPtrArray    *treatments; /* CalxTreatment; NULL: nothing is known of treatments */
} CalxFacts;

/* A fact that decided, or that would have to be known. */
typedef struct
{
  const CalxInput *input;         /* NULL: a lesion or a treatment */
  int              lesion_number; /* L1, L2, ... */
  const char      *aspect;        /* of the lesion: "type", "ulceration", "pain", "place", a sign's id; static */
  const char      *treatment;     /* the id of a treatment, interned; NULL: an input or a lesion */
} CalxEvidence;

CalxRule      *calx_rule_new      (JsonNode            *node,
                                   const char          *path,
                                   const CalxRuleScope *scope,
                                   GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void           calx_rule_free     (CalxRule            *self);
/* @used (nullable): of CalxEvidence; what decided or would have to be known is added, nothing twice. */
CalxRuleResult calx_rule_evaluate (const CalxRule      *self,
                                   const CalxFacts     *facts,
                                   GArray              *used);
/* Is that fact known, or is it one that would have to be? */
gboolean       calx_evidence_is_known (const CalxEvidence *evidence,
                                       const CalxFacts    *facts);
/* The treatment of an evidence, of its kind the running one or else the last that was stopped; NULL where
 * none is recorded, and of an input or a lesion. */
const CalxTreatment *calx_evidence_get_treatment (const CalxEvidence *evidence,
                                                  const CalxFacts    *facts);
/* The lesion of an evidence; NULL of an input or a treatment. */
const CalxLesion *calx_evidence_get_lesion (const CalxEvidence *evidence,
                                            const CalxFacts    *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxRule, calx_rule_free)

G_END_DECLS
