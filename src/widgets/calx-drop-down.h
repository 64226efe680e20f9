/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A GtkDropDown of strings whose button shortens its text where there is little room, instead of
 * asking for the width of the longest one; its list shows every text in full. */
GtkWidget *calx_drop_down_new       (void);
/* Gives it that treatment. */
void       calx_drop_down_set_up    (GtkDropDown       *drop_down);
/* As many as @n texts, copied; the selection is the first. */
void       calx_drop_down_set_texts (GtkDropDown       *drop_down,
                                     const char *const *texts,
                                     guint              n);

G_END_DECLS
