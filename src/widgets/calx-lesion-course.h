/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-session.h"

G_BEGIN_DECLS

/* One lesion over the sessions: its area and its BWAT-CUA as small charts, and behind them the table. NULL where
 * the lesion is in none of them. @sessions: CalxSession, oldest first, at least one. */
GtkWidget *calx_lesion_course_new (GPtrArray  *sessions,
                                   const char *lesion_uuid);

G_END_DECLS
