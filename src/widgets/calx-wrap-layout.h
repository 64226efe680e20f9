/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays out two children on one line, the second at the end, where both have their natural width;
 * otherwise the second below the first. Further children are not laid out. */
#define CALX_TYPE_WRAP_LAYOUT (calx_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (CalxWrapLayout, calx_wrap_layout, CALX, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *calx_wrap_layout_new (int column_spacing,
                                        int row_spacing);

G_END_DECLS
