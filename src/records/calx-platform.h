/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What differs between systems, for records/. */

/* From here on every file and folder that this process makes is its owner's alone. */
void     calx_platform_keep_private      (void);
/* Makes a folder and its parents with mode 0700, and takes others' rights from one that is there. */
gboolean calx_platform_make_folder       (const char *path);
/* Makes an empty file with mode 0600; fails where there is anything of that name. @ret_errno on FALSE. */
gboolean calx_platform_create_file       (const char *path,
                                          int        *ret_errno);
/* The name of the folder without links in it, then "/" and the name of the file; NULL where there is
 * no such folder. SQLite refuses a path with a link anywhere in it. */
char    *calx_platform_real_path         (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* Bytes of a file, -1 where there is none. Does not open it: closing a second descriptor would drop
 * SQLite's locks. */
gint64   calx_platform_file_size         (const char *path);
gboolean calx_platform_is_regular_file   (const char *path);
/* The account's login name. */
const char *calx_platform_login_name     (void);
void     calx_platform_random            (guint8     *bytes,
                                          gsize       n);
/* SQLite's locks cannot be trusted over a network. @type: as statfs names it; "" unknown. */
gboolean calx_platform_is_network_type   (const char *type,
                                          gboolean    remote);
/* The type of the file system that @folder lies on; "" unknown. @ret_remote: as the system says. */
char    *calx_platform_file_system_type  (const char *folder,
                                          gboolean   *ret_remote) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
