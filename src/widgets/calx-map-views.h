/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-body-map.h"

G_BEGIN_DECLS

/* The maps of front and back beside each other, or in turn where there is no room, with a switch; below them
 * the insets. What it is given goes to all of its maps; what they ask for comes as its own signals:
 *   "place" (CalxView view, double x, double y, const CalxRegion *region, GArray *outline)
 *   "edit" (CalxLesion *lesion), "copy", "select", "open", "remove" (const char *uuid): as of CalxBodyMap
 * Properties: "description" (string, read, notified): of the map that spoke last. "pen" (boolean).
 * "details" (GtkWidget): stands between the maps and the insets: what was just placed is worked on there. */
#define CALX_TYPE_MAP_VIEWS (calx_map_views_get_type ())
G_DECLARE_FINAL_TYPE (CalxMapViews, calx_map_views, CALX, MAP_VIEWS, GtkWidget)

/* Narrower than this, in pixels, one view is shown at a time. */
#define CALX_MAP_VIEWS_PAIR_WIDTH 344

CalxBodyMap *calx_map_views_get_map     (CalxMapViews *self,
                                         CalxView      view);
/* The insets of the figure, in its order. */
guint        calx_map_views_get_n_insets (CalxMapViews *self);
CalxBodyMap *calx_map_views_get_inset   (CalxMapViews *self,
                                         guint         index);
void         calx_map_views_set_body    (CalxMapViews *self,
                                         CalxBody     *body);
void         calx_map_views_set_lesions (CalxMapViews *self,
                                         GPtrArray    *lesions);
void         calx_map_views_set_selected (CalxMapViews *self,
                                         const char   *uuid);
void         calx_map_views_set_stature (CalxMapViews *self,
                                         double        stature_mm);
void         calx_map_views_set_person  (CalxMapViews *self,
                                         CalxSex       sex,
                                         CalxSkin      skin);
/* Whether an inset spoke last. */
gboolean     calx_map_views_is_inset_used (CalxMapViews *self);
const char  *calx_map_views_get_description (CalxMapViews *self);
/* Which one is seen where there is room for one. */
void         calx_map_views_show_view   (CalxMapViews *self,
                                         CalxView      view);
CalxView     calx_map_views_get_view    (CalxMapViews *self);

G_END_DECLS
