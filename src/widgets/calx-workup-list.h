/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-review.h"

G_BEGIN_DECLS

/* The page "Work-up": how far it is, what is asked of this patient by groups, what may be asked once more is
 * known, and the look-alikes. It scrolls by itself.
 *
 * Signal "checklist-changed" (CalxChecklist *, guint): what was recorded is this now, valid during the signal;
 * and which line it is of, so that edits of one line can be told from those of another.
 * Signal "input-activated" (const char *input_id): the person asks to go to an input. */
#define CALX_TYPE_WORKUP_LIST (calx_workup_list_get_type ())
G_DECLARE_FINAL_TYPE (CalxWorkupList, calx_workup_list, CALX, WORKUP_LIST, GtkWidget)

GtkWidget *calx_workup_list_new          (CalxKnowledge  *knowledge);
/* A reference is taken; NULL: nothing to show. Of another session nothing half-typed stays. */
void       calx_workup_list_set_review   (CalxWorkupList *self,
                                          CalxReview     *review);
/* Adds what the entries are called (char *) that were refused, so that they are not in the session. */
void       calx_workup_list_list_refused (CalxWorkupList *self,
                                          GPtrArray      *names);

G_END_DECLS
