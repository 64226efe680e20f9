/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-compendium.h"

G_BEGIN_DECLS

/* One entry as a card: its title, what it says, how well it is founded, and its sources behind one press.
 * @chapter (nullable): where it stands, said where entries of several chapters are shown. */
GtkWidget *calx_compendium_card_new (const CalxCompendiumEntry *entry,
                                     const char                *chapter);

G_END_DECLS
