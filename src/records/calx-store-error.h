/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-store.h"

G_BEGIN_DECLS

/* Turns an extended result code of SQLite into the store's error, in words that say what to do. */
void calx_store_error_set_sqlite (GError    **error,
                                  int         code,
                                  const char *path);

G_END_DECLS
