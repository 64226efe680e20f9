/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-compendium.h"

G_BEGIN_DECLS

/* Reads a compendium: its chapters beside the entries of one of them, or, while words are typed, the entries of
 * all chapters that hold each of the words. The sources of an entry are one press away. */
#define CALX_TYPE_COMPENDIUM_VIEW (calx_compendium_view_get_type ())
G_DECLARE_FINAL_TYPE (CalxCompendiumView, calx_compendium_view, CALX, COMPENDIUM_VIEW, GtkBox)

/* Takes @compendium. */
GtkWidget *calx_compendium_view_new          (CalxCompendium     *compendium);
/* Begins to search, with nothing typed. */
void       calx_compendium_view_focus_search (CalxCompendiumView *self);

G_END_DECLS
