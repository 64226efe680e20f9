/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-lesion.h"

G_BEGIN_DECLS

/* One lesion in the list: its number, place and what is known of it, and a button to remove it.
 * Signal "remove": the person asks for that. */
#define CALX_TYPE_LESION_ROW (calx_lesion_row_get_type ())
G_DECLARE_FINAL_TYPE (CalxLesionRow, calx_lesion_row, CALX, LESION_ROW, GtkListBoxRow)

GtkWidget  *calx_lesion_row_new        (void);
/* A reference is taken. A lesion last looked at before @session_date says so. @surface_mm2: of the body; NAN:
 * not known. */
void        calx_lesion_row_set_lesion (CalxLesionRow *self,
                                        CalxLesion    *lesion,
                                        CalxDate       session_date,
                                        double         surface_mm2,
                                        CalxRegions   *regions);
CalxLesion *calx_lesion_row_get_lesion (CalxLesionRow *self); /* transfer none */

G_END_DECLS
