/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-checklist.h"
#include "calx-distribution.h"
#include "calx-findings.h"
#include "calx-patient.h"
#include "calx-treatment.h"

G_BEGIN_DECLS

/* One visit as a value: immutable, refcounted; each edit gives a new one that shares the rest. */
typedef struct _CalxSession CalxSession;

/* A fresh session with a fresh uuid, nothing known but its date. */
CalxSession  *calx_session_new            (CalxInputs   *inputs,
                                           const char   *patient_uuid,
                                           CalxDate      date) G_GNUC_WARN_UNUSED_RESULT;
/* As above with a uuid that exists already: a stored session, the sample clinic. */
CalxSession  *calx_session_new_full       (CalxInputs   *inputs,
                                           const char   *uuid,
                                           const char   *patient_uuid,
                                           CalxDate      date) G_GNUC_WARN_UNUSED_RESULT;
/* As above, starting from @previous: its carried findings, its lesions, its checklist and its treatments. Healed
 * lesions come along, to be ghosted and never dropped, and so do treatments that were stopped. Each lesion keeps
 * the day on which it was looked at. */
CalxSession  *calx_session_new_from       (CalxSession  *previous,
                                           CalxDate      date) G_GNUC_WARN_UNUSED_RESULT;
/* As above with a uuid that exists already. */
CalxSession  *calx_session_new_from_full  (CalxSession  *previous,
                                           const char   *uuid,
                                           CalxDate      date) G_GNUC_WARN_UNUSED_RESULT;
/* A session that is not stored yet, moved to another day: what it carried from @was_from and nobody has
 * touched since goes, and what @from hands on takes its place; what was entered in it stays. Both are
 * nullable: the last stored session on or before the old and the new day. */
CalxSession  *calx_session_carry_anew     (CalxSession  *self,
                                           CalxSession  *was_from,
                                           CalxSession  *from,
                                           CalxDate      date) G_GNUC_WARN_UNUSED_RESULT;
CalxSession  *calx_session_ref            (CalxSession  *self);
void          calx_session_unref          (CalxSession  *self);

const char   *calx_session_get_uuid         (CalxSession *self);
const char   *calx_session_get_patient_uuid (CalxSession *self);
CalxDate      calx_session_get_date         (CalxSession *self);
const char   *calx_session_get_note         (CalxSession *self); /* "" without one */
CalxFindings *calx_session_get_findings     (CalxSession *self); /* transfer none */
/* CalxLesion, by number, each with the day on which it was looked at; transfer none; not to be changed */
GPtrArray    *calx_session_get_lesions      (CalxSession *self);
CalxLesion   *calx_session_find_lesion      (CalxSession *self,
                                             const char  *lesion_uuid); /* transfer none, NULL */
/* Whether what @lesion says was seen on the day of the session, and not carried from an earlier one. */
gboolean      calx_session_has_seen         (CalxSession      *self,
                                             const CalxLesion *lesion);
/* What was recorded of the work-up and of differentials; transfer none. */
CalxChecklist *calx_session_get_checklist   (CalxSession *self);
/* CalxTreatment, running and stopped, in the order in which they were entered; transfer none; not to be
 * changed */
GPtrArray     *calx_session_get_treatments  (CalxSession *self);
CalxTreatment *calx_session_find_treatment  (CalxSession *self,
                                             const char  *treatment_uuid); /* transfer none, NULL */
/* The stored version this value came from or was saved as; "" and 0 before the first save. */
const char   *calx_session_get_version_uuid (CalxSession *self);
int           calx_session_get_version      (CalxSession *self);

/* Lesions looked at on the day of the session move with it. */
CalxSession  *calx_session_with_date      (CalxSession       *self,
                                           CalxDate           date) G_GNUC_WARN_UNUSED_RESULT;
CalxSession  *calx_session_with_note      (CalxSession       *self,
                                           const char        *note) G_GNUC_WARN_UNUSED_RESULT;
CalxSession  *calx_session_with_finding   (CalxSession       *self,
                                           guint              index,
                                           const CalxFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
CalxSession  *calx_session_with_findings  (CalxSession       *self,
                                           CalxFindings      *findings) G_GNUC_WARN_UNUSED_RESULT;
/* Adds @lesion, or puts it in the place of the one with its uuid. An open sentinel lesion takes the mark
 * from the open one that had it; a healed one has none. The lesion counts as looked at on the day of the
 * session where it says something else than the one in its place (another number or sentinel mark is not
 * that), or comes without such a day; otherwise it keeps its own. */
CalxSession  *calx_session_with_lesion    (CalxSession       *self,
                                           CalxLesion        *lesion) G_GNUC_WARN_UNUSED_RESULT;
/* The person looked at the lesion of that uuid, or at every open one (NULL), on the day of the session and
 * found nothing changed. */
CalxSession  *calx_session_with_lesion_seen (CalxSession     *self,
                                           const char        *lesion_uuid) G_GNUC_WARN_UNUSED_RESULT;
CalxSession  *calx_session_without_lesion (CalxSession       *self,
                                           const char        *lesion_uuid) G_GNUC_WARN_UNUSED_RESULT;
CalxSession  *calx_session_with_checklist (CalxSession       *self,
                                           CalxChecklist     *checklist) G_GNUC_WARN_UNUSED_RESULT;
/* Adds @treatment, or puts it in the place of the one with its uuid. */
CalxSession  *calx_session_with_treatment (CalxSession       *self,
                                           CalxTreatment     *treatment) G_GNUC_WARN_UNUSED_RESULT;
CalxSession  *calx_session_without_treatment (CalxSession    *self,
                                           const char        *treatment_uuid) G_GNUC_WARN_UNUSED_RESULT;
CalxSession  *calx_session_with_version   (CalxSession       *self,
                                           const char        *version_uuid,
                                           int                version) G_GNUC_WARN_UNUSED_RESULT;
gboolean      calx_session_equal_content  (CalxSession       *a,
                                           CalxSession       *b);

/* The findings to assess: those of the session, with age and sex of the patient, and with "lesions"
 * yes while any lesion on the map is open and its diagnosis is not another one (spec.md, Inputs). */
CalxFindings *calx_session_get_assessable (CalxSession       *self,
                                           const CalxPatient *patient) G_GNUC_WARN_UNUSED_RESULT;

/* Canonical JSON of the whole value, for drafts; and of the note and checklist parts for versions. */
JsonNode     *calx_session_to_json        (CalxSession *self) G_GNUC_WARN_UNUSED_RESULT;
CalxSession  *calx_session_from_json      (CalxInputs  *inputs,
                                           CalxRegions *regions,
                                           JsonNode    *node,
                                           GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxSession, calx_session_unref)

G_END_DECLS
