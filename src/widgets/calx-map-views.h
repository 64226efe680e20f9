/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-map.h"

G_BEGIN_DECLS

/* Narrower than this, in pixels, one view is shown at a time. */
#define CALX_MAP_VIEWS_PAIR_WIDTH 344

/* The front and the back map side by side, or one of them under two buttons where
 * there is no room for both. */
#define CALX_TYPE_MAP_VIEWS (calx_map_views_get_type ())
G_DECLARE_FINAL_TYPE (CalxMapViews, calx_map_views, CALX, MAP_VIEWS, GtkWidget)

/* transfer none */
CalxBodyMap *calx_map_views_get_map   (CalxMapViews *self,
                                       CalxView      view);
/* Brings a view to sight where one is shown at a time. */
void         calx_map_views_show_view (CalxMapViews *self,
                                       CalxView      view);
/* The view shown where one is shown at a time. */
CalxView     calx_map_views_get_view  (CalxMapViews *self);

G_END_DECLS
