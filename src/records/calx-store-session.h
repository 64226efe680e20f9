/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-session.h"
#include "calx-store.h"

G_BEGIN_DECLS

/* A stored session: the value and the assessment as it was shown. */
typedef struct
{
  CalxSession    *session;     /* with its version */
  CalxAssessment *assessment;
  gint64          saved_at_us; /* UTC */
  char           *saved_by;
  char           *reason;      /* of a correction; "" */
} CalxStoredSession;

void               calx_stored_session_free  (CalxStoredSession *self);

/* Saves the next version of @session with findings, lesions and @assessment, the patient's summary,
 * the audit row, and removes the draft, in one transaction. The session's version must be the newest
 * stored one (0 for a new session), else CALX_STORE_ERROR_CONFLICT. Returns the new version as it was
 * read back before the commit: what cannot be read again is not saved. @reason: of a correction, ""
 * for a first version. Lesion numbers that another session has taken meanwhile are given anew. */
CalxStoredSession *calx_store_save_session   (CalxStore         *self,
                                              CalxSession       *session,
                                              CalxAssessment    *assessment,
                                              const char        *reason,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* The newest version of every session of a patient, newest session date first; CalxStoredSession. */
GPtrArray         *calx_store_list_sessions  (CalxStore         *self,
                                              const char        *patient_uuid,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* One stored version; @version 0: the newest. */
CalxStoredSession *calx_store_load_session   (CalxStore         *self,
                                              const char        *session_uuid,
                                              int                version,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* The next free L number of a patient, drafts not counted. */
int                calx_store_next_lesion_number (CalxStore     *self,
                                                  const char    *patient_uuid,
                                                  GError       **error);

/* Drafts: one per person (who) and session, replaced at will. */
gboolean           calx_store_save_draft     (CalxStore         *self,
                                              CalxSession       *session,
                                              GError           **error);
gboolean           calx_store_discard_draft  (CalxStore         *self,
                                              const char        *session_uuid,
                                              GError           **error);
/* This person's drafts of one patient (NULL: all); CalxSession. */
GPtrArray         *calx_store_list_drafts    (CalxStore         *self,
                                              const char        *patient_uuid,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxStoredSession, calx_stored_session_free)

G_END_DECLS
