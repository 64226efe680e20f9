/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-store-private.h"
#include "calx-store-session.h"

G_BEGIN_DECLS

/* calx_store_save_session() within the caller's transaction, for what saves many sessions or none. */
CalxStoredSession *calx_store_save_session_within (CalxStore      *self,
                                                   CalxSession    *session,
                                                   CalxAssessment *assessment,
                                                   const char     *reason,
                                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
