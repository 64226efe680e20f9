/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-store.h"

G_BEGIN_DECLS

/* Integrity, foreign keys, application id and schema version, every stored value readable, the audit
 * chain, summaries as recomputed. Lines for people: what was checked, what was found.
 * @ret_n_found: how many faults. FALSE only where the check itself could not run. */
gboolean calx_store_check (CalxStore   *self,
                           GPtrArray  **ret_lines,
                           guint       *ret_n_found,
                           GError     **error);

/* Writes one audit row in a transaction of its own: opening, printing, exporting.
 * @object: an opaque id. */
gboolean calx_store_audit (CalxStore   *self,
                           const char  *action,
                           const char  *object,
                           const char  *detail,
                           GError     **error);
/* "SEQ:HASH" of the newest audit row, for the printed page. */
char    *calx_store_get_audit_head (CalxStore  *self,
                                    GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
