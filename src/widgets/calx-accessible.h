/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @widget the accessible name @name, and the same name to those of its inner parts that take
 * the focus or hold it (the button of a drop-down, the text of an entry, the bars of a scrolled
 * window, the pages of a stack), which are otherwise read out as the names of their types. */
void calx_accessible_set_name (GtkWidget  *widget,
                               const char *name);

G_END_DECLS
