/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-knowledge.h"

/* What tests of widgets share. */

/* GLib's and GTK's test set-up, the style library, and the bundle of templates. */
void           calx_widget_test_init     (int         *argc,
                                          char      ***argv);
CalxKnowledge *calx_widget_test_knowledge (void);
/* The @nth descendant of @type, depth first; an error in the test where there is none. */
GtkWidget     *calx_widget_test_find     (GtkWidget   *root,
                                          GType        type,
                                          guint        nth);
/* Whether a label on screen (it and all its ancestors visible) holds @text. */
gboolean       calx_widget_test_says     (GtkWidget   *root,
                                          const char  *text);
/* A window of @width by @height that shows @child, mapped and laid out. */
GtkWidget     *calx_widget_test_show     (GtkWidget   *child,
                                          int          width,
                                          int          height);
void           calx_widget_test_wait     (guint        milliseconds);
/* Presses keys as a person does ("F7", "Return"); FALSE where there is no xdotool. */
gboolean       calx_widget_test_press    (const char  *keys);
/* Destroys @window; everything in it must go with it. */
void           calx_widget_test_close    (GtkWidget   *window,
                                          GtkWidget   *child);
/* Every focusable widget on screen has an accessible name that is not the name of a type. */
void           calx_widget_test_names    (GtkWidget   *root);
