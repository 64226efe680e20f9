/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-citations.h"
#include "calx-review.h"

G_BEGIN_DECLS

/* One entry of the work-up, or one look-alike: what it is, what is known of it, why it is asked, and what
 * became of it: one button for each status, or its letter while the row has the focus; pressed again,
 * it is open. With a status come the day and a text, in place.
 *
 * Signal "entry-changed" (const CalxWorkupEntry *): the person recorded something that may stand. */
#define CALX_TYPE_WORKUP_LINE (calx_workup_line_get_type ())
G_DECLARE_FINAL_TYPE (CalxWorkupLine, calx_workup_line, CALX, WORKUP_LINE, GtkListBoxRow)

GtkWidget  *calx_workup_line_new_item         (const CalxWorkupItem      *item);
GtkWidget  *calx_workup_line_new_differential (const CalxDifferential    *differential);
/* What is half-typed stays, unless what was recorded has changed. */
void        calx_workup_line_show_item        (CalxWorkupLine            *self,
                                               const CalxWorkupRow       *row,
                                               const CalxReview          *review,
                                               CalxCitations             *citations);
void        calx_workup_line_show_differential (CalxWorkupLine           *self,
                                               const CalxDifferentialRow *row,
                                               const CalxReview          *review,
                                               CalxCitations             *citations);
/* The input whose finding is, or was, its result: where its activation leads. NULL: nowhere. */
const char *calx_workup_line_get_input_id     (CalxWorkupLine            *self);
/* Nothing half-typed stays: what is shown next is of another session. */
void        calx_workup_line_forget           (CalxWorkupLine            *self);
/* Where it was refused: what it is called; otherwise NULL. */
const char *calx_workup_line_get_refused      (CalxWorkupLine            *self);

G_END_DECLS
