/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-criteria.h"
#include "calx-knowledge.h"
#include "calx-session.h"
#include "calx-subtypes.h"
#include "calx-workup-review.h"

G_BEGIN_DECLS

/* All that the rules of data/ say of one session: screen, print and clipboard read this one value.
 * Immutable and refcounted (g_atomic_rc_box); may be shared between threads. */
typedef struct
{
  CalxKnowledge *knowledge;
  CalxSession   *session;
  CalxClinicSettings *settings;
  CalxFacts      facts;       /* what every rule was asked over */
  GPtrArray     *criteria;    /* CalxCriteriaResult, in the order of the file */
  GPtrArray     *subtypes;    /* CalxSuggestion: urgent first, then what is suggested, then the rest */
  GPtrArray     *early_signs; /* CalxVerdict: met, present; not met, absent; unknown, not asked */
  GPtrArray     *prognosis;   /* CalxPrognosisLine: what applies or may apply, in the order of the file */
  GPtrArray     *targets;     /* CalxTargetLine: the clinic's own body first */
  GPtrArray     *target_warnings; /* CalxTargetWarningLine */
  CalxWorkupReview *workup;
  GPtrArray     *conflicts;   /* CalxFoundConflict, by treatment as entered, met ones first */
} CalxReview;

/* A pure function. The facts are the session's findings with age and sex of the patient, its date and
 * its lesions and treatments. @settings (nullable: as of a clinic that chose nothing): reference ranges, units, the body
 * whose targets stand first. */
CalxReview *calx_review_new   (CalxKnowledge      *knowledge,
                               CalxSession        *session,
                               const CalxPatient  *patient,
                               CalxClinicSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
CalxReview *calx_review_ref   (CalxReview        *self);
void        calx_review_unref (CalxReview        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxReview, calx_review_unref)

G_END_DECLS
