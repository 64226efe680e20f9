/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-assessment.h"
#include "calx-rule.h"
#include "calx-sources.h"

G_BEGIN_DECLS

/* The engine's version; goes into every assessment. */
#define CALX_ENGINE_VERSION "1"

#define CALX_DATA_ERROR (calx_data_error_quark ())
typedef enum
{
  CALX_DATA_ERROR_SYNTAX, /* not JSON */
  CALX_DATA_ERROR_FIELD,  /* a field is missing, of another kind, or breaks a rule; the message names it */
} CalxDataError;
GQuark calx_data_error_quark (void);

/* onset-model.json, checked whole and compiled. Immutable, refcounted. */
typedef struct _CalxRiskModel CalxRiskModel;

CalxRiskModel  *calx_risk_model_new         (GBytes        *json,
                                             const char    *name,
                                             CalxInputs    *inputs,
                                             CalxUnits     *units,
                                             GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void            calx_risk_model_free        (CalxRiskModel *self);
const char     *calx_risk_model_get_id      (CalxRiskModel *self);
const char     *calx_risk_model_get_version (CalxRiskModel *self);
const char     *calx_risk_model_get_sha256  (CalxRiskModel *self);
/* spec.md to the letter: a pure function. @findings as of calx_session_get_assessable(). */
CalxAssessment *calx_risk_model_assess      (CalxRiskModel *self,
                                             CalxFindings  *findings,
                                             CalxDate       date) G_GNUC_WARN_UNUSED_RESULT;
/* The same where the clinic's own reference ranges are known: associations that ask for the upper limit of
 * normal use them, points never do. */
CalxAssessment *calx_risk_model_assess_facts (CalxRiskModel   *self,
                                              const CalxFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* The model's own sources. */
CalxSources    *calx_risk_model_get_sources (CalxRiskModel *self);
/* A label of a band id, of a special band ("lesions", ...) or NULL; for lists that store ids. */
const char     *calx_risk_model_get_band_label (CalxRiskModel *self,
                                                const char    *band_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxRiskModel, calx_risk_model_free)

G_END_DECLS
