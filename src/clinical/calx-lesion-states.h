/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-extent.h"

G_BEGIN_DECLS

/* A lesion as it is drawn at some time between two sessions, or of both laid over each other. */
typedef struct
{
  CalxLesion          *lesion;  /* owned; its size and place are those of that time */
  CalxLesionChangeKind change;  /* what becomes of it from the one session to the other */
  gboolean             earlier; /* as it was in the earlier session, under what is of the later one */
  double               opacity; /* above 0, to 1 */
} CalxLesionState;

/* What is to be drawn at @fraction of the way from one session to the other: new ones fade in, healed ones fade
 * to their ghosts, those removed fade out, and the others grow, shrink and move. 0 and 1 give the lesions of
 * the two sessions themselves. @before may be NULL: all of @after, as it stands. A GArray of CalxLesionState, by
 * number. */
GArray     *calx_lesion_states_between (CalxSession      *before,
                                        CalxSession      *after,
                                        double            fraction) G_GNUC_WARN_UNUSED_RESULT;
/* Both at once: the lesions of @after, and, as the earlier ones, those of @before that changed. */
GArray     *calx_lesion_states_overlay (CalxSession      *before,
                                        CalxSession      *after) G_GNUC_WARN_UNUSED_RESULT;
/* A lesion between two of its looks: place, size, direction and outline in proportion, all else of the nearer
 * one. Both on the same figure and view. */
CalxLesion *calx_lesion_new_between    (const CalxLesion *before,
                                        const CalxLesion *after,
                                        double            fraction) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
