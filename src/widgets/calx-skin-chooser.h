/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-skin.h"

G_BEGIN_DECLS

/* How light the figure is drawn: five swatches in the figure's own colours, and a button for "not stated".
 * One of the six is pressed; each has a name. */
#define CALX_TYPE_SKIN_CHOOSER (calx_skin_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CalxSkinChooser, calx_skin_chooser, CALX, SKIN_CHOOSER, GtkWidget)

CalxSkin calx_skin_chooser_get_skin (CalxSkinChooser *self);
void     calx_skin_chooser_set_skin (CalxSkinChooser *self,
                                     CalxSkin         skin);

G_END_DECLS
