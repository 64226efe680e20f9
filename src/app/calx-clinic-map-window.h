/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-clinic.h"

G_BEGIN_DECLS

/* The lesions of all patients of the clinic: chosen by subtype, kidney treatment, days and state, on one figure
 * and in lists. Reads in the background, slice by slice; another choice ends the reading before. */
#define CALX_TYPE_CLINIC_MAP_WINDOW (calx_clinic_map_window_get_type ())
G_DECLARE_FINAL_TYPE (CalxClinicMapWindow, calx_clinic_map_window, CALX, CLINIC_MAP_WINDOW, AdwWindow)

GtkWidget *calx_clinic_map_window_new     (GtkWindow           *parent,
                                           CalxClinic          *clinic);
/* Reads again: something was saved. */
void       calx_clinic_map_window_reload  (CalxClinicMapWindow *self);
/* Whether all of what is asked for is shown. */
gboolean   calx_clinic_map_window_is_done (CalxClinicMapWindow *self);

G_END_DECLS
