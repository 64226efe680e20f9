/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A box narrower than this shows its side bar or its content, not both. */
#define CALX_SIDE_BOX_BOTH_WIDTH 940

/* A side bar beside a content, or, where there is no room, one of the two. Neither is reparented.
 *
 * Properties: "side", "content" (GtkWidget); "collapsed" (read, notified after the layout):
 * only one is shown; "show-content" (read and write, notified): which one. */
#define CALX_TYPE_SIDE_BOX (calx_side_box_get_type ())
G_DECLARE_FINAL_TYPE (CalxSideBox, calx_side_box, CALX, SIDE_BOX, GtkWidget)

void       calx_side_box_set_side         (CalxSideBox *self,
                                           GtkWidget   *side);
void       calx_side_box_set_content      (CalxSideBox *self,
                                           GtkWidget   *content);
gboolean   calx_side_box_get_collapsed    (CalxSideBox *self);
gboolean   calx_side_box_get_show_content (CalxSideBox *self);
void       calx_side_box_set_show_content (CalxSideBox *self,
                                           gboolean     show_content);

G_END_DECLS
