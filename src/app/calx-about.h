/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What Calx is, and what it is not. */
void calx_about_show (GtkWindow *parent);

G_END_DECLS
