/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "calx-store-session.h"

G_BEGIN_DECLS

/* One session of the open patient: what is stored of it, what it has become since, and the way
 * back. Sessions are values, so undo is a stack of them.
 *
 * Signal "changed": the session is another value now.
 * Property "title" (read, notified): the session in a list. */
#define CALX_TYPE_SESSION_ITEM (calx_session_item_get_type ())
G_DECLARE_FINAL_TYPE (CalxSessionItem, calx_session_item, CALX, SESSION_ITEM, GObject)

/* What an edit is of: edits of the same thing shortly after one another are undone as one. */
#define CALX_EDIT_DATE    (-1)
#define CALX_EDIT_NOTE    (-2)
#define CALX_EDIT_LESIONS (-3) /* never joined */
#define CALX_EDIT_TREATMENTS     (-4) /* never joined */
#define CALX_EDIT_TREATMENT_TEXT (-5)
#define CALX_EDIT_WORKUP(line) (-1000 - (int) (line)) /* of the work-up list */

/* Takes @stored (nullable: not saved yet). @session (nullable: as stored) is what it has become.
 * @restored: @session was found as a draft on disk. */
CalxSessionItem *calx_session_item_new            (CalxStoredSession *stored,
                                                   CalxSession       *session,
                                                   gboolean           restored) G_GNUC_WARN_UNUSED_RESULT;
CalxSession     *calx_session_item_get_session    (CalxSessionItem   *self); /* transfer none */
const CalxStoredSession *calx_session_item_get_stored (CalxSessionItem *self); /* NULL: not saved */
/* What the edits of now are of: what is stored, or the session as it was begun, with all that it carried.
 * NULL: it was never saved and came from a draft. Transfer none. */
CalxSession     *calx_session_item_get_base       (CalxSessionItem   *self);
/* Another content than what is stored, or not stored at all. */
gboolean         calx_session_item_is_unsaved     (CalxSessionItem   *self);
/* There is something that a draft would keep: not so for a session as it was begun. */
gboolean         calx_session_item_needs_draft    (CalxSessionItem   *self);
gboolean         calx_session_item_is_restored    (CalxSessionItem   *self);

/* @what: the index of an input, or CALX_EDIT_... */
void             calx_session_item_edit           (CalxSessionItem   *self,
                                                   CalxSession       *session,
                                                   int                what);
gboolean         calx_session_item_can_undo       (CalxSessionItem   *self);
gboolean         calx_session_item_can_redo       (CalxSessionItem   *self);
void             calx_session_item_undo           (CalxSessionItem   *self);
void             calx_session_item_redo           (CalxSessionItem   *self);
/* @submitted was saved and has become @stored, which is taken. Edits made meanwhile stay. */
void             calx_session_item_saved          (CalxSessionItem   *self,
                                                   CalxSession       *submitted,
                                                   CalxStoredSession *stored);
/* Back to what is stored; only where something is. The way forward stays open. */
void             calx_session_item_revert         (CalxSessionItem   *self);

G_END_DECLS
