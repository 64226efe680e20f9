/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-knowledge.h"

G_BEGIN_DECLS

/* The fields of one treatment: start and stop first, the rest folded, and what is published on it. Dates
 * that cannot be are refused with a message and stay as they were typed.
 *
 * Signal "changed" (CalxTreatment *, gboolean typed): another value was accepted; @typed: letter by letter.
 * Signal "remove": the person says that it was a mistake. */
#define CALX_TYPE_TREATMENT_EDITOR (calx_treatment_editor_get_type ())
G_DECLARE_FINAL_TYPE (CalxTreatmentEditor, calx_treatment_editor, CALX, TREATMENT_EDITOR, GtkWidget)

/* References are taken. */
void     calx_treatment_editor_set_treatment (CalxTreatmentEditor *self,
                                              CalxKnowledge       *knowledge,
                                              CalxTreatment       *treatment,
                                              CalxDate             session_date);
/* A date stands there that was not accepted. */
gboolean calx_treatment_editor_has_refused   (CalxTreatmentEditor *self);

G_END_DECLS
