/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-sql-statement.h"
#include "calx-store-private.h"
#include "calx-store-session.h"

G_BEGIN_DECLS

/* The tables session, session_version, lesion and lesion_state. Writers work within the caller's
 * transaction. */

/* Writes the next version; returns the session with it, its lesions numbered as they were stored. */
CalxSession       *calx_session_repository_save (CalxStore      *store,
                                                 CalxSession    *session,
                                                 CalxAssessment *assessment,
                                                 const char     *reason,
                                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* @number 0: the newest version. */
CalxStoredSession *calx_session_repository_load (CalxStore      *store,
                                                 const char     *session_uuid,
                                                 int             number,
                                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* The newest version of each session of a patient, newest session date first; at most @limit, -1: all. */
GPtrArray         *calx_session_repository_list (CalxStore      *store,
                                                 const char     *patient_uuid,
                                                 int             limit,
                                                 GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* The value of the row at which a statement stands whose first columns are those of a version; and its
 * lesions alone, as a JSON array. */
CalxSession       *calx_session_repository_read (CalxStore        *store,
                                                 CalxSqlStatement *row,
                                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
JsonNode          *calx_session_repository_read_lesions (CalxStore  *store,
                                                         const char *version_uuid,
                                                         GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* The next free L number, 0 on error. */
int                calx_session_repository_next_lesion_number (CalxStore  *store,
                                                               const char *patient_uuid,
                                                               GError    **error);

G_END_DECLS
