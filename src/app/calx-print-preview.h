/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-report.h"

G_BEGIN_DECLS

/* Shows the pages of a report as they will be printed. @report must outlive the window. */
GtkWidget *calx_print_preview_new (GtkWindow        *parent,
                                   const CalxReport *report);

G_END_DECLS
