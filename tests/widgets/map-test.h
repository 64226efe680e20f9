/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-body-map.h"

G_BEGIN_DECLS

/* What the tests of the body map share. */

/* Lets the main loop run until layout and drawing of a mapped widget have caught up. */
void                map_test_settle     (GtkWidget   *widget);
/* The first widget of a type below @root, itself included; NULL. */
GtkWidget          *map_test_find       (GtkWidget   *root,
                                         GType        type);
/* The one controller of a type on a widget; fails without one. */
GtkEventController *map_test_controller (GtkWidget   *widget,
                                         GType        type);
/* What a press and a release at one point of the widget do (pixels). */
void                map_test_click      (CalxBodyMap *map,
                                         double       x,
                                         double       y);
void                map_test_click_body (CalxBodyMap *map,
                                         double       body_x,
                                         double       body_y);
/* TRUE where the key was used. */
gboolean            map_test_key        (GtkWidget      *widget,
                                         guint           key,
                                         GdkModifierType modifiers);

G_END_DECLS
