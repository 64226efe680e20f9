/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-review.h"

G_BEGIN_DECLS

/* The treatments of a session: a search to add one, those that run, those that were stopped, each with its
 * conflicts. It scrolls by itself.
 *
 * Signal "session-changed" (CalxSession *, gboolean typed): the session that the person made of it; @typed:
 * letter by letter, so that such edits may be undone as one. */
#define CALX_TYPE_TREATMENT_LIST (calx_treatment_list_get_type ())
G_DECLARE_FINAL_TYPE (CalxTreatmentList, calx_treatment_list, CALX, TREATMENT_LIST, GtkWidget)

GtkWidget *calx_treatment_list_new           (void);
/* Takes a reference; NULL: nothing to show. Another session than the one shown forgets what was refused. */
void       calx_treatment_list_set_review    (CalxTreatmentList *self,
                                              CalxReview        *review);
/* How many treatments have a date that was not accepted. */
guint      calx_treatment_list_get_n_refused (CalxTreatmentList *self);

G_END_DECLS
