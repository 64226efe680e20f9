/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-review.h"

G_BEGIN_DECLS

/* Asks whether to save although treatments conflict: lists each conflict with its sources. Going back is
 * what closing the question and the default key mean; nothing is lost by it. @conflicts: CalxFoundConflict
 * of @review, at least one. */
void     calx_conflict_dialog_ask    (GtkWindow           *parent,
                                      GPtrArray           *conflicts,
                                      CalxReview          *review,
                                      GAsyncReadyCallback  callback, /* source object NULL */
                                      gpointer             user_data);
/* TRUE: save. */
gboolean calx_conflict_dialog_finish (GAsyncResult        *result);

G_END_DECLS
