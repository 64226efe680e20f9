/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names what GTK 4.8 would read out by the name of its type: scroll bars, the pages of stacks, the
 * inner parts of drop-downs and of header bars below @root. What has a name keeps it. */
void calx_accessible_tree_name (GtkWidget  *root,
                                const char *name);

G_END_DECLS
