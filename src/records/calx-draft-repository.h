/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-session.h"
#include "calx-store-private.h"

G_BEGIN_DECLS

/* The table draft: one row per person and session. Writers work within the caller's transaction. */
gboolean   calx_draft_repository_save    (CalxStore   *store,
                                          CalxSession *session,
                                          GError     **error);
/* Also where there is none. */
gboolean   calx_draft_repository_discard (CalxStore   *store,
                                          const char  *session_uuid,
                                          GError     **error);
/* @patient_uuid NULL: all of this person's. CalxSession, the last typed first. */
GPtrArray *calx_draft_repository_list    (CalxStore   *store,
                                          const char  *patient_uuid,
                                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
