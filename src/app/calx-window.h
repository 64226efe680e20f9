/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-clinic.h"

G_BEGIN_DECLS

/* One records file on screen. */
#define CALX_TYPE_WINDOW (calx_window_get_type ())
G_DECLARE_FINAL_TYPE (CalxWindow, calx_window, CALX, WINDOW, AdwApplicationWindow)

/* Begins to open @clinic's file at once. */
CalxWindow *calx_window_new        (GtkApplication *application,
                                    CalxClinic     *clinic) G_GNUC_WARN_UNUSED_RESULT;
CalxClinic *calx_window_get_clinic (CalxWindow     *self); /* transfer none */

G_END_DECLS
