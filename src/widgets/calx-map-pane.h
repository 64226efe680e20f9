/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-knowledge.h"
#include "calx-session.h"

G_BEGIN_DECLS

/* The body map of one session as a whole: front and back, the distribution in words, the list of
 * lesions and the editor of the selected one. It scrolls by itself.
 *
 * Signal "session-changed" (CalxSession *session): an edit was made here (a lesion placed, moved,
 * edited or removed); @session is the new value, valid during the emission. The pane already shows
 * it. Undo belongs to the one who keeps the sessions: calx_map_pane_set_session() with an older one.
 */
#define CALX_TYPE_MAP_PANE (calx_map_pane_get_type ())
G_DECLARE_FINAL_TYPE (CalxMapPane, calx_map_pane, CALX, MAP_PANE, GtkWidget)

GtkWidget   *calx_map_pane_new             (CalxKnowledge *knowledge);
/* transfer none; NULL before one is set */
CalxSession *calx_map_pane_get_session     (CalxMapPane   *self);
/* Shows a session without emitting; NULL: none, and nothing can be edited. The height, to draw
 * sizes to scale, is taken from its findings. The selection stays where the lesion is still there. */
void         calx_map_pane_set_session     (CalxMapPane   *self,
                                            CalxSession   *session);
/* The patient's stored sessions (CalxSession; NULL: none), in which a lesion is followed. Not to be
 * changed afterwards. */
void         calx_map_pane_set_sessions    (CalxMapPane   *self,
                                            GPtrArray     *sessions);
/* Of whom the figure is drawn, by sex, age and the findings of the session; NULL, or with the sex unknown, the
 * woman's, and the pane says so in words. */
void         calx_map_pane_set_patient     (CalxMapPane   *self,
                                            const CalxPatient *patient);
/* The patient's next free L number. The pane counts on from there, and above every lesion it has
 * shown since; a number is not used again even when its lesion was removed. Call it with each
 * change of patient. */
void         calx_map_pane_set_next_number (CalxMapPane   *self,
                                            int            next_number);
int          calx_map_pane_get_next_number (CalxMapPane   *self);
/* The selected lesion's uuid; NULL: none. */
const char  *calx_map_pane_get_selected    (CalxMapPane   *self);
/* Selects a lesion of the session and opens its editor; NULL: selects none. */
void         calx_map_pane_select          (CalxMapPane   *self,
                                            const char    *lesion_uuid);
/* How many fields hold a text that was refused, over all lesions: ask before leaving. */
guint        calx_map_pane_get_n_refused   (CalxMapPane   *self);

G_END_DECLS
