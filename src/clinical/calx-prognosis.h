/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-statement.h"

G_BEGIN_DECLS

/* What published groups of patients have shown, as prognosis.json has it (lesions-and-prognosis.md, B2
 * and B3, and the seeds). Ranges of groups, never one patient's own chance. Where cohorts disagree all
 * of them stand, next to one another. Immutable, refcounted. */
typedef struct _CalxPrognosis CalxPrognosis;

/* One figure. Numbers in @unit, NAN where the publication gives none; ends included. */
typedef struct
{
  char  *text;  /* translatable, as it is shown: "45 to 85 %" */
  char  *unit;  /* "%", "hazard ratio", "months", ...; "" where there is no number */
  double value; /* an estimate between the ends, as of a hazard ratio */
  double low;
  double high;
} CalxPrognosisFigure;

/* What stands under one heading: "Kidneys". */
typedef struct
{
  char *id;
  char *label; /* translatable */
  char *text;  /* translatable, "" */
} CalxPrognosisTopic;

typedef struct
{
  CalxStatement             statement;
  const CalxPrognosisTopic *topic;
  char                     *population; /* translatable, as the next two; never "" */
  char                     *n;          /* how many patients */
  char                     *horizon;    /* "6 months"; what was not stated is said so */
  char                     *subtype;    /* id of subtypes.json to which it belongs; "": calciphylaxis */
  GPtrArray                *figures;    /* CalxPrognosisFigure, at least one */
} CalxPrognosisEntry;

/* How often a place is involved in one series; the statement's label is the place in the words of the
 * series, its text the figure. */
typedef struct
{
  CalxStatement statement;
  char         *population; /* translatable */
  char         *n;
  char        **regions;    /* ids of the regions that the series' words mean, or their beginnings, to count the
                             * same in one's own clinic; empty where the words do not say which */
} CalxPrognosisSite;

/* An entry that applies (MET), or may (UNKNOWN), to one patient. */
typedef struct
{
  const CalxPrognosisEntry *entry; /* borrowed: knowledge outlives results */
  CalxRuleResult            result;
  GArray                   *used;  /* CalxEvidence */
} CalxPrognosisLine;

/* Reads prognosis.json ("calx-prognosis/1"): "text", "rules" (statements that others name; "shown" says
 * to whom entries of calciphylaxis apply at all), "topics", "entries" and "sites". Errors are
 * CALX_DATA_ERROR and name the field. */
CalxPrognosis *calx_prognosis_new         (GBytes          *json,
                                           const char      *name,
                                           CalxInputs      *inputs,
                                           CalxRegions     *regions,
                                           CalxSources     *sources,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;
void           calx_prognosis_free        (CalxPrognosis   *self);
/* What must be said above all of it; translatable. */
const char    *calx_prognosis_get_text    (CalxPrognosis   *self);
/* CalxPrognosisTopic, CalxPrognosisEntry, CalxPrognosisSite; transfer none, in the order of the file */
GPtrArray     *calx_prognosis_get_topics  (CalxPrognosis   *self);
GPtrArray     *calx_prognosis_get_entries (CalxPrognosis   *self);
GPtrArray     *calx_prognosis_get_sites   (CalxPrognosis   *self);
/* NULL where there is none */
const CalxPrognosisEntry *calx_prognosis_find (CalxPrognosis *self,
                                               const char    *entry_id);
/* Those that apply or may apply: CalxPrognosisLine, in the order of the file. @subtypes (nullable):
 * CalxSuggestion, which decide for the entries of other calcinosis. */
GPtrArray     *calx_prognosis_review      (CalxPrognosis   *self,
                                           const CalxFacts *facts,
                                           GPtrArray       *subtypes) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxPrognosis, calx_prognosis_free)

G_END_DECLS
