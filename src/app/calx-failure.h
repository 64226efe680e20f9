/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What went wrong with the records in a few words, translated, static. The error's message says what
 * to do. */
const char *calx_failure_get_title (const GError *error);

G_END_DECLS
