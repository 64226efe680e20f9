/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-clinic-map.h"

G_BEGIN_DECLS

/* The clinic's map on screen: front and back beside one another, and the scale under them. It is a picture; a
 * table beside it says the same. */
#define CALX_TYPE_CLINIC_MAP_VIEW (calx_clinic_map_view_get_type ())
G_DECLARE_FINAL_TYPE (CalxClinicMapView, calx_clinic_map_view, CALX, CLINIC_MAP_VIEW, GtkWidget)

GtkWidget *calx_clinic_map_view_new     (void);
/* NULL: nothing to show yet. */
void       calx_clinic_map_view_set_map (CalxClinicMapView *self,
                                         CalxClinicMap     *map);

G_END_DECLS
