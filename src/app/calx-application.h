/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The program: reads the command line, also of later starts, and keeps one window and one store per
 * records file. */
#define CALX_TYPE_APPLICATION (calx_application_get_type ())
G_DECLARE_FINAL_TYPE (CalxApplication, calx_application, CALX, APPLICATION, AdwApplication)

CalxApplication *calx_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the window of a records file: the one that is there, by device and inode, or a new one. */
void             calx_application_show_file (CalxApplication *self,
                                             const char      *path);

G_END_DECLS
