/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-regions.h"

G_BEGIN_DECLS

/* One region of one view, laid over the drawing of a CalxBodyMap: it draws nothing, but it takes the
 * keyboard and has a place, a name and an action for assistive technology. GTK 4.8 lets no program
 * implement GtkAccessible itself, so each region has to be a widget. Only a CalxBodyMap makes these. */
#define CALX_TYPE_MAP_REGION (calx_map_region_get_type ())
G_DECLARE_FINAL_TYPE (CalxMapRegion, calx_map_region, CALX, MAP_REGION, GtkWidget)

/* The least width and height in pixels that a region is given, however small it is drawn. */
#define CALX_MAP_REGION_MIN_SIZE 24

/* @region must outlive the widget. */
GtkWidget        *calx_map_region_new        (const CalxRegion *region);
const CalxRegion *calx_map_region_get_region (CalxMapRegion    *self);
/* What its accessible name says is there. */
void              calx_map_region_set_counts (CalxMapRegion    *self,
                                              guint             n_open,
                                              guint             n_healed);

G_END_DECLS
