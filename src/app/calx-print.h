/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-report.h"

G_BEGIN_DECLS

/* Prints @report (transfer full) by way of the system's dialog, or shows it in Calx's own preview.
 * The paper follows the page setup. Nothing of the patient is in the job's name, and no file is
 * left behind. */
void calx_print_report (GtkWindow  *parent,
                        CalxReport *report,
                        gboolean    preview);

G_END_DECLS
