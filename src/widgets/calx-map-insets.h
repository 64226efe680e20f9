/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-body-map.h"

G_BEGIN_DECLS

/* The insets of a figure in one row, each a map of its own with its name and a button that enlarges it.
 * The row is as wide as it has to be: put it where it can be scrolled. Signal "enlarge" (guint index): that one is to fill the map. */
#define CALX_TYPE_MAP_INSETS (calx_map_insets_get_type ())
G_DECLARE_FINAL_TYPE (CalxMapInsets, calx_map_insets, CALX, MAP_INSETS, GtkWidget)

GtkWidget   *calx_map_insets_new      (void);
/* Makes the maps anew; the figure's order. NULL: none. */
void         calx_map_insets_set_body (CalxMapInsets *self,
                                       CalxBody      *body);
guint        calx_map_insets_get_n    (CalxMapInsets *self);
CalxBodyMap *calx_map_insets_get_map  (CalxMapInsets *self,
                                       guint          index);

G_END_DECLS
