/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What differs between systems stands in this file alone. */

/* Called first in main(): files are made for their owner only, no core dump and no debugger of
 * another process sees patients' data, and a file size limit gives an error instead of a signal. */
void     calx_platform_harden        (void);
/* The login name of the account; "" where the system does not tell. */
char    *calx_platform_get_user_name (void) G_GNUC_WARN_UNUSED_RESULT;
/* Which file a path means, the same for every way to write it: device and inode where the file is
 * there, its folder's device and inode with its name where it is yet to be made. */
char    *calx_platform_identify_file (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
