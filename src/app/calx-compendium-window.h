/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-compendium.h"

G_BEGIN_DECLS

/* A window beside @parent in which a compendium is read: the handbook, or the model and its sources. Not modal, so
 * that it can stay open beside the patient. Takes @compendium. */
GtkWidget *calx_compendium_window_new (GtkWindow      *parent,
                                       const char     *title,
                                       CalxCompendium *compendium);

G_END_DECLS
