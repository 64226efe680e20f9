/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-review.h"

CalxReview *
calx_review_new (CalxKnowledge      *knowledge,
                 CalxSession        *session,
                 const CalxPatient  *patient,
                 CalxClinicSettings *settings)
{
  CalxReview *self;

  g_return_val_if_fail (knowledge != NULL && session != NULL && patient != NULL, NULL);

  self = g_atomic_rc_box_new0 (CalxReview);
  self->knowledge = calx_knowledge_ref (knowledge);
  self->session = calx_session_ref (session);
  self->settings = settings == NULL ? calx_clinic_settings_new (knowledge->inputs)
                                    : calx_clinic_settings_ref (settings);
  self->facts.references = calx_clinic_settings_get_references (self->settings);
  self->facts.findings = calx_session_get_assessable (session, patient);
  self->facts.date = calx_session_get_date (session);
  self->facts.lesions = calx_session_get_lesions (session);
  self->facts.treatments = calx_session_get_treatments (session);
  self->criteria = calx_criteria_review (knowledge->criteria, &self->facts);
  self->subtypes = calx_subtypes_review (knowledge->subtypes, &self->facts);
  self->early_signs = calx_criteria_review_early_signs (knowledge->criteria, &self->facts);
  self->prognosis = calx_prognosis_review (knowledge->prognosis, &self->facts, self->subtypes);
  self->targets = calx_targets_review (knowledge->targets, &self->facts, self->settings);
  self->target_warnings = calx_targets_review_warnings (knowledge->targets, &self->facts, self->settings);
  self->workup = calx_workup_review_new (knowledge->workup, calx_session_get_checklist (session), &self->facts);
  self->conflicts = calx_conflicts_evaluate (knowledge->conflicts, &self->facts);
  return self;
}

CalxReview *
calx_review_ref (CalxReview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CalxReview *self = data;

  g_clear_pointer (&self->target_warnings, g_ptr_array_unref);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  g_clear_pointer (&self->prognosis, g_ptr_array_unref);
  g_clear_pointer (&self->workup, calx_workup_review_free);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->early_signs, g_ptr_array_unref);
  g_clear_pointer (&self->subtypes, g_ptr_array_unref);
  g_clear_pointer (&self->criteria, g_ptr_array_unref);
  g_clear_pointer (&self->facts.findings, calx_findings_unref);
  g_clear_pointer (&self->settings, calx_clinic_settings_unref);
  g_clear_pointer (&self->session, calx_session_unref);
  g_clear_pointer (&self->knowledge, calx_knowledge_unref);
}

void
calx_review_unref (CalxReview *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}
