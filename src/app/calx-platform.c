/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-platform.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

void
calx_platform_harden (void)
{
  struct rlimit no_core = { 0, 0 };

  umask (077);
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_CORE, &no_core);
#ifdef PR_SET_DUMPABLE
  prctl (PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

char *
calx_platform_get_user_name (void)
{
  const char *name = g_get_user_name ();

  /* GLib's answer where there is no name */
  if (name == NULL || g_str_equal (name, "somebody"))
    return g_strdup ("");
  return g_filename_to_utf8 (name, -1, NULL, NULL, NULL);
}

char *
calx_platform_identify_file (const char *path)
{
  g_autofree char *absolute = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  GStatBuf status;

  g_return_val_if_fail (path != NULL, NULL);

  absolute = g_canonicalize_filename (path, NULL);
  if (g_stat (absolute, &status) == 0)
    return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, (guint64) status.st_dev,
                            (guint64) status.st_ino);

  folder = g_path_get_dirname (absolute);
  name = g_path_get_basename (absolute);
  if (g_stat (folder, &status) == 0)
    return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT "/%s", (guint64) status.st_dev,
                            (guint64) status.st_ino, name);
  return g_steal_pointer (&absolute);
}
