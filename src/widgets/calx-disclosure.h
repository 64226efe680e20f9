/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkExpander with a title and, beside it, a summary of what it hides. */
GtkWidget *calx_disclosure_new         (const char  *title,
                                        GtkWidget   *child);
void       calx_disclosure_set_summary (GtkExpander *self,
                                        const char  *summary);

G_END_DECLS
