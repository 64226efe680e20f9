/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-clinic-map.h"

G_BEGIN_DECLS

/* What the clinic's map shows, as lists whose lines are read out whole: by class and by region, and what was
 * published. To be shown in place of the ones before. */
GtkWidget *calx_clinic_map_counts_new    (const CalxClinicMap *map);
GtkWidget *calx_clinic_map_published_new (const CalxClinicMap *map);

G_END_DECLS
