/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-instruments.h"
#include "calx-lesion.h"

G_BEGIN_DECLS

/* The eight items of the BWAT-CUA, folded away under its name with the total, or how many are scored.
 *
 * Signal "changed": by the person. */
#define CALX_TYPE_BWAT_EDITOR (calx_bwat_editor_get_type ())
G_DECLARE_FINAL_TYPE (CalxBwatEditor, calx_bwat_editor, CALX, BWAT_EDITOR, GtkWidget)

/* What it is called and asks, and where that comes from; call once. */
void calx_bwat_editor_set_instruments (CalxBwatEditor      *self,
                                       CalxInstruments     *instruments);
/* Shows the scores of @lesion; emits nothing. */
void calx_bwat_editor_show            (CalxBwatEditor      *self,
                                       const CalxLesion    *lesion);
/* Writes the scores into @lesion. */
void calx_bwat_editor_apply           (CalxBwatEditor      *self,
                                       CalxLesion          *lesion);

G_END_DECLS
