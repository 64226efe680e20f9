/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-statement.h"
#include "calx-treatment.h"

G_BEGIN_DECLS

/* What kind of evidence stands behind a statement on a treatment. */
typedef enum
{
  CALX_STRENGTH_RANDOMIZED,
  CALX_STRENGTH_META_ANALYSIS,
  CALX_STRENGTH_OBSERVATIONAL,
  CALX_STRENGTH_GUIDELINE,
  CALX_STRENGTH_CASES,    /* expert opinion, case reports */
  CALX_STRENGTH_LISTED,   /* named by a textbook page, no study given */
} CalxStrength;

/* One published fact, in the words of treatments.json. */
typedef struct
{
  char         *text;     /* translatable */
  CalxStrength  strength; /* of evidence; CALX_STRENGTH_LISTED where it says no more */
  char        **sources;
} CalxTreatmentFact;

/* An id with its words: a group, a route, an indication, an adverse event. */
typedef struct
{
  char  *id;
  char  *label;   /* translatable */
  char **sources; /* of indications and adverse events; NULL of the others */
} CalxTreatmentTerm;

typedef struct
{
  char *id;
  char *label; /* translatable */
  char *atc;   /* "" where no code was found */
} CalxDrug;

/* One kind of treatment. Its text says what it is for; it is recorded, never recommended. */
typedef struct
{
  CalxStatement            statement;
  const CalxTreatmentTerm *group;
  GPtrArray               *drugs;       /* CalxDrug */
  GPtrArray               *routes;      /* CalxTreatmentTerm, borrowed from the table, as the next two */
  GPtrArray               *indications;
  GPtrArray               *adverse;
  GPtrArray               *evidence;    /* CalxTreatmentFact, as the next */
  GPtrArray               *doses;       /* as published, recorded, never recommended */
} CalxTreatmentKind;

/* One line of the chooser: a kind, or one drug of it. */
typedef struct
{
  const CalxTreatmentKind *kind;
  const CalxDrug          *drug; /* NULL: the kind itself */
} CalxTreatmentChoice;

/* The table of treatments. Immutable after loading, refcounted. The typedef stands in calx-rule.h. */

/* Reads treatments.json ("calx-treatments/1"). Beside "groups", "routes", "indications" and "adverse_events"
 * (id, label; the last two with sources) stand the "treatments": CalxStatement and "group", "drugs" (id,
 * label, atc), "routes", "indications" and "adverse" (ids), "evidence" (text, strength, sources), "doses"
 * (text, sources). Errors are CALX_DATA_ERROR and name file and field. */
CalxTreatments          *calx_treatments_new   (GBytes         *json,
                                                const char     *name,
                                                CalxInputs     *inputs,
                                                CalxSources    *sources,
                                                GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void                     calx_treatments_free  (CalxTreatments *self);
guint                    calx_treatments_get_n (CalxTreatments *self);
const CalxTreatmentKind *calx_treatments_get   (CalxTreatments *self,
                                                guint           index);
/* NULL where there is none */
const CalxTreatmentKind *calx_treatments_find  (CalxTreatments *self,
                                                const char     *id);
const CalxDrug          *calx_treatment_kind_find_drug (const CalxTreatmentKind *kind,
                                                        const char              *id);
/* NULL where @terms (of CalxTreatmentTerm) has no such id */
const CalxTreatmentTerm *calx_treatment_terms_find (GPtrArray  *terms,
                                                    const char *id);
GPtrArray               *calx_treatments_get_adverse (CalxTreatments *self); /* all of them; transfer none */
GPtrArray               *calx_treatments_get_routes  (CalxTreatments *self); /* as above */
/* Kinds and drugs of which the name or the ATC code has @text in it, those that begin with it first; all
 * kinds for "". CalxTreatmentChoice, owned by the array. */
GPtrArray               *calx_treatments_search (CalxTreatments *self,
                                                 const char     *text) G_GNUC_WARN_UNUSED_RESULT;
/* "Meta-analysis"; static, translated. */
const char              *calx_strength_get_words (CalxStrength strength);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxTreatments, calx_treatments_free)

G_END_DECLS
