/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-lesion-record.h"

G_BEGIN_DECLS

/* One lesion over the sessions: day, area, pain and BWAT-CUA, each with what has changed since the last
 * one, folded away; a session in which it was not looked at says so. Of many sessions it shows the newest and the first. */
#define CALX_TYPE_LESION_HISTORY (calx_lesion_history_get_type ())
G_DECLARE_FINAL_TYPE (CalxLesionHistory, calx_lesion_history, CALX, LESION_HISTORY, GtkWidget)

/* @records: CalxLesionRecord, newest first. */
void calx_lesion_history_set_records (CalxLesionHistory *self,
                                      GPtrArray         *records);

G_END_DECLS
