/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-application.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "calx-platform.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr(CalxApplication) application = NULL;

  calx_platform_harden ();

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CALX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = calx_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
