/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-store-private.h"

G_BEGIN_DECLS

/* Appends one row within the caller's transaction. @object: an opaque id. @detail: "" for none. */
gboolean calx_audit_append   (CalxStore  *store,
                              const char *action,
                              const char *object,
                              const char *detail,
                              GError    **error);
/* "SEQ:HASH" of the newest row; "0:" and zeros before the first. */
char    *calx_audit_get_head (CalxStore  *store,
                              GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Computes the whole chain again. Adds a line to @faults (char *) for every row that does not fit;
 * what a changed, removed, inserted or swapped row gives. Rows cut off at the end show only against a
 * head that was written down elsewhere (the printed page). @ret_n_rows: how many there are. */
gboolean calx_audit_verify   (CalxStore  *store,
                              GPtrArray  *faults,
                              guint      *ret_n_rows,
                              GError    **error);

G_END_DECLS
