/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes @bytes as @path: to a temporary file beside it, which only the account that runs the program
 * may read (mode 0600), which is then flushed to the disk and renamed. What stood there before stays
 * whole until then. Errors are of the domain G_FILE_ERROR. */
gboolean calx_file_write_private (const char *path,
                                  GBytes     *bytes,
                                  GError    **error);

G_END_DECLS
