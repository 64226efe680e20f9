/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-draft-writer.h"

#include "calx-knowledge.h"

/* Short enough for a test, long enough for a busy machine. */
#define IDLE_MS    200
#define LONGEST_MS 400

typedef struct
{
  CalxKnowledge   *knowledge;
  CalxDraftWriter *writer;
  GMainLoop       *loop;
  CalxSession     *typed;
  CalxSession     *written;
  guint            n_written;
  gint64           written_us;
} Fixture;

static void
write_cb (CalxSession *session,
          gpointer     data)
{
  Fixture *f = data;

  calx_session_ref (session);
  g_clear_pointer (&f->written, calx_session_unref);
  f->written = session;
  f->n_written++;
  f->written_us = g_get_monotonic_time ();
  g_main_loop_quit (f->loop);
}

static void
fixture_set_up (Fixture      *f,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  f->knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  f->writer = calx_draft_writer_new (IDLE_MS, LONGEST_MS, write_cb, f);
  f->loop = g_main_loop_new (NULL, FALSE);
}

static void
fixture_tear_down (Fixture      *f,
                   gconstpointer data)
{
  g_clear_pointer (&f->writer, calx_draft_writer_free);
  g_clear_pointer (&f->typed, calx_session_unref);
  g_clear_pointer (&f->written, calx_session_unref);
  g_clear_pointer (&f->loop, g_main_loop_unref);
  g_clear_pointer (&f->knowledge, calx_knowledge_unref);
}

static CalxSession *
make_session (Fixture *f)
{
  return calx_session_new (f->knowledge->inputs, "patient", (CalxDate){ 2026, 11, 20 });
}

static void
test_written_once_after_the_last_key (Fixture      *f,
                                      gconstpointer data)
{
  g_autoptr(CalxSession) first = make_session (f);
  g_autoptr(CalxSession) second = calx_session_with_note (first, "a");
  gint64 begun_us = g_get_monotonic_time ();

  calx_draft_writer_queue (f->writer, first);
  calx_draft_writer_queue (f->writer, second);
  g_assert_true (calx_draft_writer_is_waiting (f->writer));
  g_main_loop_run (f->loop);

  g_assert_cmpuint (f->n_written, ==, 1);
  g_assert_true (f->written == second);
  g_assert_cmpint (f->written_us - begun_us, >=, IDLE_MS * 1000);
  g_assert_false (calx_draft_writer_is_waiting (f->writer));
}

static gboolean
type_cb (gpointer data)
{
  Fixture *f = data;
  g_autoptr(CalxSession) edited = calx_session_with_note (f->typed, "typing");

  calx_draft_writer_queue (f->writer, edited);
  return G_SOURCE_CONTINUE;
}

static void
test_who_never_pauses_is_written_all_the_same (Fixture      *f,
                                               gconstpointer data)
{
  gint64 begun_us = g_get_monotonic_time ();
  guint source = g_timeout_add (20, type_cb, f);

  f->typed = make_session (f);
  g_main_loop_run (f->loop);
  g_source_remove (source);
  g_assert_cmpuint (f->n_written, ==, 1);
  g_assert_cmpint (f->written_us - begun_us, >=, LONGEST_MS * 1000);
  /* a busy machine may be late, but not by another pause */
  g_assert_cmpint (f->written_us - begun_us, <, (LONGEST_MS + 2000) * 1000);
}

static void
test_another_session_brings_the_waiting_one_to_disk (Fixture      *f,
                                                     gconstpointer data)
{
  g_autoptr(CalxSession) first = make_session (f);
  g_autoptr(CalxSession) other = make_session (f);

  calx_draft_writer_queue (f->writer, first);
  calx_draft_writer_queue (f->writer, other);
  g_assert_cmpuint (f->n_written, ==, 1);
  g_assert_true (f->written == first);
  calx_draft_writer_flush (f->writer);
  g_assert_cmpuint (f->n_written, ==, 2);
  g_assert_true (f->written == other);
}

static void
test_what_was_saved_is_not_written_again (Fixture      *f,
                                          gconstpointer data)
{
  g_autoptr(CalxSession) session = make_session (f);

  calx_draft_writer_queue (f->writer, session);
  calx_draft_writer_cancel (f->writer);
  calx_draft_writer_flush (f->writer);
  g_assert_cmpuint (f->n_written, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/draft-writer/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("written-once-after-the-last-key", test_written_once_after_the_last_key);
  ADD ("who-never-pauses-is-written-all-the-same", test_who_never_pauses_is_written_all_the_same);
  ADD ("another-session-brings-the-waiting-one-to-disk",
       test_another_session_brings_the_waiting_one_to_disk);
  ADD ("what-was-saved-is-not-written-again", test_what_was_saved_is_not_written_again);
#undef ADD

  return g_test_run ();
}
