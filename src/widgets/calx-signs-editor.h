/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-lesion.h"

G_BEGIN_DECLS

/* What else is seen or felt of a lesion, folded away under "More about this lesion".
 *
 * Signal "changed": by the person. */
#define CALX_TYPE_SIGNS_EDITOR (calx_signs_editor_get_type ())
G_DECLARE_FINAL_TYPE (CalxSignsEditor, calx_signs_editor, CALX, SIGNS_EDITOR, GtkWidget)

/* Shows the signs of @lesion; emits nothing. */
void calx_signs_editor_show  (CalxSignsEditor  *self,
                              const CalxLesion *lesion);
/* Writes what is chosen into @lesion. */
void calx_signs_editor_apply (CalxSignsEditor  *self,
                              CalxLesion       *lesion);

G_END_DECLS
