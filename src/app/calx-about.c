/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
calx_about_show (GtkWindow *parent)
{
  adw_show_about_window (
    parent, "application-name", _("Calx"), "application-icon", CALX_APPLICATION_ID, "version",
    CALX_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
    _("Calx collects the risk factors for calciphylaxis, scores them from published evidence, and "
      "keeps and prints them.\n\n"
      "Not a medical device. The score is not validated: no study has tested it on patients. It "
      "names options to consider and never says what to do."),
    NULL);
}
