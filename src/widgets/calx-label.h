/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A label for running text: starts at the side where lines start, wraps, and breaks a word that is longer
 * than the line, so that no text widens the window. @text and @css_class are nullable. */
GtkWidget *calx_label_new_wrapped (const char *text,
                                   const char *css_class);
/* Shows @text; NULL or "": the label takes no room. */
void       calx_label_show_text   (GtkLabel   *label,
                                   const char *text);

G_END_DECLS
