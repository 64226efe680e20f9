/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays out one or two children: beside one another, equally wide, where each gets @least_width, otherwise
 * below one another. Hidden ones take no room. For boxes whose children are no others. */
GtkLayoutManager *calx_pair_layout_new (int least_width,
                                        int spacing);

#define CALX_TYPE_PAIR_LAYOUT (calx_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (CalxPairLayout, calx_pair_layout, CALX, PAIR_LAYOUT, GtkLayoutManager)

G_END_DECLS
