/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-review.h"

G_BEGIN_DECLS

/* One treatment in the list: what and since when, its conflicts, one press to stop it, and its fields.
 *
 * Signal "changed" (CalxTreatment *, gboolean typed): another value.
 * Signal "remove": it was a mistake.
 * Signal "offered" (guint index, const char *answer): a finding is to be set. */
#define CALX_TYPE_TREATMENT_ROW (calx_treatment_row_get_type ())
G_DECLARE_FINAL_TYPE (CalxTreatmentRow, calx_treatment_row, CALX, TREATMENT_ROW, GtkWidget)

GtkWidget  *calx_treatment_row_new           (void);
/* References are taken; the conflicts are those of @review with that treatment. */
void        calx_treatment_row_set_treatment (CalxTreatmentRow *self,
                                              CalxTreatment    *treatment,
                                              CalxReview       *review);
const char *calx_treatment_row_get_uuid      (CalxTreatmentRow *self); /* "" before the first treatment */
/* Opens its fields and gives them the keyboard. */
void        calx_treatment_row_open          (CalxTreatmentRow *self);
gboolean    calx_treatment_row_has_refused   (CalxTreatmentRow *self);

G_END_DECLS
