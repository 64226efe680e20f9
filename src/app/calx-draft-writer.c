/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-draft-writer.h"

struct _CalxDraftWriter
{
  guint              idle_ms;
  guint              longest_ms;
  CalxDraftWriteFunc write;
  gpointer           data;

  CalxSession       *waiting;
  gint64             first_us; /* monotonic time of the first change that waits */
  guint              source;
};

CalxDraftWriter *
calx_draft_writer_new (guint               idle_ms,
                       guint               longest_ms,
                       CalxDraftWriteFunc  write,
                       gpointer            data)
{
  CalxDraftWriter *self;

  g_return_val_if_fail (write != NULL, NULL);
  g_return_val_if_fail (idle_ms <= longest_ms, NULL);

  self = g_new0 (CalxDraftWriter, 1);
  self->idle_ms = idle_ms;
  self->longest_ms = longest_ms;
  self->write = write;
  self->data = data;
  return self;
}

void
calx_draft_writer_free (CalxDraftWriter *self)
{
  g_return_if_fail (self != NULL);

  calx_draft_writer_cancel (self);
  g_free (self);
}

static gboolean
write_due_cb (gpointer user_data)
{
  CalxDraftWriter *self = user_data;

  self->source = 0;
  calx_draft_writer_flush (self);
  return G_SOURCE_REMOVE;
}

void
calx_draft_writer_queue (CalxDraftWriter *self,
                         CalxSession     *session)
{
  gint64 now_us = g_get_monotonic_time ();
  gint64 left_ms;

  g_return_if_fail (self != NULL);
  g_return_if_fail (session != NULL);

  if (self->waiting != NULL &&
      !g_str_equal (calx_session_get_uuid (self->waiting), calx_session_get_uuid (session)))
    calx_draft_writer_flush (self);

  if (self->waiting == NULL)
    self->first_us = now_us;
  calx_session_ref (session);
  g_clear_pointer (&self->waiting, calx_session_unref);
  self->waiting = session;

  left_ms = self->longest_ms - (now_us - self->first_us) / 1000;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add ((guint) CLAMP (left_ms, 0, (gint64) self->idle_ms), write_due_cb,
                                self);
}

void
calx_draft_writer_flush (CalxDraftWriter *self)
{
  g_autoptr(CalxSession) session = NULL;

  g_return_if_fail (self != NULL);

  session = g_steal_pointer (&self->waiting);
  g_clear_handle_id (&self->source, g_source_remove);
  if (session != NULL)
    self->write (session, self->data);
}

void
calx_draft_writer_cancel (CalxDraftWriter *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->waiting, calx_session_unref);
}

gboolean
calx_draft_writer_is_waiting (CalxDraftWriter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->waiting != NULL;
}
