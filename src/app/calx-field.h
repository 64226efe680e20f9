/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One labelled control with room for a message under it. The title is the control's accessible
 * name, the message its description.
 *
 * Properties: "title", "child", "hint" (shown while there is no message), "beside"
 * (the title stands beside the child, not above it). */
#define CALX_TYPE_FIELD (calx_field_get_type ())
G_DECLARE_FINAL_TYPE (CalxField, calx_field, CALX, FIELD, GtkWidget)

/* What is wrong with the entry; NULL: nothing. */
void     calx_field_set_message (CalxField  *self,
                                 const char *message);
gboolean calx_field_has_message (CalxField  *self);

G_END_DECLS
