/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What keeps @text, which must be valid UTF-8, from being one JSON value as RFC 8259 writes it; static,
 * NULL where there is nothing. @ret_line (1-based) is where it was met. json-glib alone takes comments,
 * single quotes, assignments, several values and half a surrogate pair, and leaks on some of them. */
const char *calx_json_find_fault (const char *text,
                                  guint      *ret_line);

G_END_DECLS
