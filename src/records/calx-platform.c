/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-platform.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

void
calx_platform_keep_private (void)
{
  umask (077);
}

gboolean
calx_platform_make_folder (const char *path)
{
  return g_mkdir_with_parents (path, 0700) == 0 && g_chmod (path, 0700) == 0;
}

gboolean
calx_platform_create_file (const char *path, int *ret_errno)
{
  int fd = open (path, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0600);

  if (fd < 0)
    {
      *ret_errno = errno;
      return FALSE;
    }
  close (fd);
  return TRUE;
}

char *
calx_platform_real_path (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = realpath (folder, NULL);
  char *whole;

  if (!real)
    return NULL;
  whole = g_build_filename (real, name, NULL);
  free (real); /* made by the C library, not by GLib */
  return whole;
}

gint64
calx_platform_file_size (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 ? (gint64) info.st_size : -1;
}

gboolean
calx_platform_is_regular_file (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode);
}

const char *
calx_platform_login_name (void)
{
  return g_get_user_name ();
}

void
calx_platform_random (guint8 *bytes, gsize n)
{
  gsize done = 0;

  while (done < n)
    {
      gssize got = getrandom (bytes + done, n - done, 0);

      if (got < 0 && errno != EINTR)
        g_error ("the system gives no random numbers: %s", g_strerror (errno));
      if (got > 0)
        done += got;
    }
}

gboolean
calx_platform_is_network_type (const char *type, gboolean remote)
{
  static const char *const network[] = { "nfs", "nfs4", "cifs", "9p", "v9fs", "fuse.sshfs", NULL };

  return remote || g_strv_contains (network, type) || g_str_has_prefix (type, "smb");
}

char *
calx_platform_file_system_type (const char *folder, gboolean *ret_remote)
{
  g_autoptr(GFile) file = g_file_new_for_path (folder);
  g_autoptr(GFileInfo) info = g_file_query_filesystem_info (
      file, G_FILE_ATTRIBUTE_FILESYSTEM_TYPE "," G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE, NULL, NULL);
  const char *type = NULL;

  *ret_remote = FALSE;
  if (info)
    {
      type = g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_FILESYSTEM_TYPE);
      *ret_remote = g_file_info_get_attribute_boolean (info, G_FILE_ATTRIBUTE_FILESYSTEM_REMOTE);
    }
  return g_strdup (type ? type : "");
}
