/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Walks what is on screen of @root and says with g_test_message(), for @state, of each fault: a label that is
 * cut short, larger than its place, or outside of what shows it; a text in an entry that does not fit; a target
 * under 24 x 24 px; a text under a contrast of 4.5 to 1 (with @picture, which is of @root; NULL: not asked).
 * Returns how many faults there are. */
guint looks_check (GtkWidget       *root,
                   cairo_surface_t *picture,
                   const char      *state);

/* @root as it is drawn now. */
cairo_surface_t *looks_take_picture (GtkWidget *root);
