/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Widths of the window's content, in application pixels. */
#define CALX_ADAPTIVE_BOX_THREE_PANES_WIDTH 1200
#define CALX_ADAPTIVE_BOX_TWO_PANES_WIDTH   800

/* Three panes side by side, or two, or one, as the window is wide.
 *
 * The rule: what counts is the width of the content of the window that the box stands in (not the box's own, so a side bar does not
 * change the mode): from 1200 three panes; from 800 two: the first, and beside it the second or the third; below one of the three.
 * Where the box itself is narrower than the panes' minimum widths, it shows one pane fewer.
 * In the last two modes, a row of buttons switches. Panes are never reparented: a hidden one keeps its state.
 *
 * Properties, for templates: "first", "second", "third" (GtkWidget); "first-title", "first-icon-name" and so
 * on; "visible-pane" (0 to 2, read and write, notified): the pane that is shown in the narrow modes; "n-panes" (1 to 3, read, notified). */
#define CALX_TYPE_ADAPTIVE_BOX (calx_adaptive_box_get_type ())
G_DECLARE_FINAL_TYPE (CalxAdaptiveBox, calx_adaptive_box, CALX, ADAPTIVE_BOX, GtkWidget)

GtkWidget *calx_adaptive_box_new              (void);
/* @position: 0 to 2. @title is shown in the switcher and is the pane's accessible name. */
void       calx_adaptive_box_set_pane         (CalxAdaptiveBox *self,
                                               guint            position,
                                               GtkWidget       *child,
                                               const char      *title,
                                               const char      *icon_name);
guint      calx_adaptive_box_get_n_panes      (CalxAdaptiveBox *self);
guint      calx_adaptive_box_get_visible_pane (CalxAdaptiveBox *self);
/* Brings pane @position to view in whatever mode. */
void       calx_adaptive_box_set_visible_pane (CalxAdaptiveBox *self,
                                               guint            position);

G_END_DECLS
