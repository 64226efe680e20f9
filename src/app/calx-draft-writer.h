/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-session.h"

G_BEGIN_DECLS

/* Decides when what is being typed goes to disk. */
typedef struct _CalxDraftWriter CalxDraftWriter;

#define CALX_DRAFT_IDLE_MS    500
#define CALX_DRAFT_LONGEST_MS 1000

typedef void (*CalxDraftWriteFunc) (CalxSession *session,
                                    gpointer     data);

/* @write is called @idle_ms after the last change, and at the latest @longest_ms after the first
 * one that is not written yet. */
CalxDraftWriter *calx_draft_writer_new    (guint               idle_ms,
                                           guint               longest_ms,
                                           CalxDraftWriteFunc  write,
                                           gpointer            data) G_GNUC_WARN_UNUSED_RESULT;
/* What waits is dropped: flush first. */
void             calx_draft_writer_free   (CalxDraftWriter    *self);
/* Another session than the one that waits: that one is written at once. */
void             calx_draft_writer_queue  (CalxDraftWriter    *self,
                                           CalxSession        *session);
/* Writes now what waits. */
void             calx_draft_writer_flush  (CalxDraftWriter    *self);
/* Forgets what waits: it was saved, or discarded. */
void             calx_draft_writer_cancel (CalxDraftWriter    *self);
gboolean         calx_draft_writer_is_waiting (CalxDraftWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxDraftWriter, calx_draft_writer_free)

G_END_DECLS
