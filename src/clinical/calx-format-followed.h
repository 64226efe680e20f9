/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-session.h"

G_BEGIN_DECLS

/* An input over the sessions, newest first: "Wound-QoL-17 total: 34; on 28-Sep-2026: 40". It begins with the
 * session shown; @sessions (nullable) are the patient's stored ones, of which those up to its day count. Values
 * that were carried count where they were entered alone; at most four. Translated, transfer full; NULL where
 * there is none. */
char *calx_format_followed (const CalxInput *input,
                            CalxSession     *shown,
                            GPtrArray       *sessions) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
