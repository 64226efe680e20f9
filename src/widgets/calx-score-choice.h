/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CALX_SCORE_BEST 1
#define CALX_SCORE_WORST 5
#define CALX_SCORE_NONE 0

/* One item scored from 1 to 5: five buttons, of which at most one is pressed; pressed once more it is not
 * scored. One stop of the keyboard: a digit scores and goes on to the next item, 0, Delete and Backspace
 * take the score away, Left and Right change it, Up and Down go to another item.
 *
 * Signals: "changed": by the person. "leave" (int step): the keyboard goes to the next item (1) or the
 * previous one (-1). */
#define CALX_TYPE_SCORE_CHOICE (calx_score_choice_get_type ())
G_DECLARE_FINAL_TYPE (CalxScoreChoice, calx_score_choice, CALX, SCORE_CHOICE, GtkBox)

GtkWidget *calx_score_choice_new       (const char      *name);
/* CALX_SCORE_NONE: not scored. Emits nothing. */
void       calx_score_choice_set_score (CalxScoreChoice *self,
                                        guint            score);
guint      calx_score_choice_get_score (CalxScoreChoice *self);

G_END_DECLS
