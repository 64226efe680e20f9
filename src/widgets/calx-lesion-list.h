/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-lesion.h"

G_BEGIN_DECLS

/* The lesions of a session in a list: the equivalent of the marks on the map.
 * Signals: "activated" (const char *uuid): to edit it; "remove" (const char *uuid). */
#define CALX_TYPE_LESION_LIST (calx_lesion_list_get_type ())
G_DECLARE_FINAL_TYPE (CalxLesionList, calx_lesion_list, CALX, LESION_LIST, GtkWidget)

/* @lesions: (nullable): CalxLesion; @session_date: of the session that they stand in; @surface_mm2: of the
 * body, NAN: not known; @selected:
 * (nullable): the uuid of the one to mark. Rows are used again, so this can be called with every
 * keystroke. */
void  calx_lesion_list_set_lesions  (CalxLesionList *self,
                                     GPtrArray      *lesions,
                                     CalxDate        session_date,
                                     double          surface_mm2,
                                     const char     *selected,
                                     CalxRegions    *regions);
/* Where a lesion stands; the number of rows where it does not. */
guint calx_lesion_list_get_position (CalxLesionList *self,
                                     const char     *uuid);
/* Gives the keyboard to the row at a position, or the last one; FALSE where there is none. */
gboolean calx_lesion_list_focus_row (CalxLesionList *self,
                                     guint           position);

G_END_DECLS
