/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-database.h"

G_BEGIN_DECLS

/* The steps of the bundle calx-sql in order: char *, the SQL of step 1, 2, ... */
GPtrArray *calx_migrations_load  (GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* Brings the file to the last of @steps, each step in a transaction of its own. Before the first step
 * of an upgrade of a file that holds something, the file is copied beside it, as
 * NAME.before-step-N-TIME. */
gboolean   calx_migrations_apply (CalxDatabase  *database,
                                  GPtrArray     *steps,
                                  GError       **error);

G_END_DECLS
