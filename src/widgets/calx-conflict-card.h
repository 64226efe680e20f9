/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-review.h"

G_BEGIN_DECLS

/* One conflict of a treatment: what it is, what decided or is not known, and what both sides have published
 * with their sources. Where the conflict offers to set a finding, it has a button for that.
 *
 * Signal "offered" (guint index, const char *answer): the person takes the offer; the input, "yes" or "no". */
#define CALX_TYPE_CONFLICT_CARD (calx_conflict_card_get_type ())
G_DECLARE_FINAL_TYPE (CalxConflictCard, calx_conflict_card, CALX, CONFLICT_CARD, GtkWidget)

/* @in_full: both sides are open, and nothing is offered: for a question that is asked once. */
GtkWidget *calx_conflict_card_new (const CalxFoundConflict *found,
                                   const CalxReview        *review,
                                   gboolean                 in_full);

G_END_DECLS
