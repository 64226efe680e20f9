/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The right pane of a session: under two buttons the map of the session, at which one works, and the lesions
 * over all sessions, at which one looks. */
#define CALX_TYPE_MAP_PAGES (calx_map_pages_get_type ())
G_DECLARE_FINAL_TYPE (CalxMapPages, calx_map_pages, CALX, MAP_PAGES, GtkWidget)

GtkWidget *calx_map_pages_new           (GtkWidget    *session_page,
                                         GtkWidget    *time_page);
void       calx_map_pages_set_over_time (CalxMapPages *self,
                                         gboolean      over_time);

G_END_DECLS
