/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records-fixture.h"

#include "calx-database.h"

/* What the answers were, in the order in which they came. */
typedef struct
{
  GMainLoop *loop;
  GString *order;
  guint n_waiting;
  guint n_cancelled;
  guint n_failed;
} Answers;

typedef struct
{
  Answers *answers;
  CalxStore *store;
  const char *name;
} Call;

static void
answered (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = calx_store_call_finish (call->store, result, &error);

  g_assert_null (source);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    call->answers->n_cancelled++;
  else if (error)
    call->answers->n_failed++;
  else
    g_string_append (call->answers->order, text);
  if (--call->answers->n_waiting == 0)
    g_main_loop_quit (call->answers->loop);
  g_free (call);
}

static void
call_async (Answers *answers,
            CalxStore *store,
            CalxStoreJob job,
            const char *name,
            CalxStorePriority priority,
            GCancellable *cancellable)
{
  Call *call = g_new0 (Call, 1);

  *call = (Call){ answers, store, name };
  answers->n_waiting++;
  calx_store_call_async (store, job, g_strdup (name), g_free, g_free, priority, cancellable,
                         answered, call);
}

static gboolean
give_up (gpointer data)
{
  g_error ("the worker did not answer");
  return G_SOURCE_REMOVE;
}

static void
wait_for_all (Answers *answers)
{
  guint timeout = g_timeout_add_seconds (30, give_up, NULL);

  if (answers->n_waiting > 0)
    g_main_loop_run (answers->loop);
  g_source_remove (timeout);
}

static void
answers_init (Answers *answers)
{
  *answers = (Answers){ g_main_loop_new (NULL, FALSE), g_string_new (NULL), 0, 0, 0 };
}

static void
answers_clear (Answers *answers)
{
  g_main_loop_unref (answers->loop);
  g_string_free (answers->order, TRUE);
}

static int gate; /* jobs that hold stay until it is opened */
static int holding;

static gpointer
hold (CalxStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_atomic_int_set (&holding, TRUE);
  while (!g_atomic_int_get (&gate))
    g_usleep (1000);
  g_atomic_int_set (&holding, FALSE);
  return g_strdup (data);
}

static gpointer
say (CalxStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return g_strdup (data);
}

static void
wait_until_holding (void)
{
  while (!g_atomic_int_get (&holding))
    g_usleep (1000);
}

/* A query that would never end by itself. */
static gpointer
search_forever (CalxStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return calx_database_execute (calx_store_get_database (store),
                                "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) "
                                "SELECT count(*) FROM c",
                                error)
             ? g_strdup (data)
             : NULL;
}

static gpointer
save_setting (CalxStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return calx_store_set_setting (store, data, "x", error) ? g_strdup (data) : NULL;
}

static gpointer
fail (CalxStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND, "no");
  return NULL;
}

static void
test_queries_come_first_and_saves_keep_their_order (Fixture *f, gconstpointer data)
{
  Answers answers;

  answers_init (&answers);
  gate = 0;
  call_async (&answers, f->store, hold, "0", CALX_PRIORITY_SAVE, NULL);
  wait_until_holding ();
  call_async (&answers, f->store, say, "b", CALX_PRIORITY_BACKGROUND, NULL);
  call_async (&answers, f->store, say, "1", CALX_PRIORITY_SAVE, NULL);
  call_async (&answers, f->store, say, "2", CALX_PRIORITY_SAVE, NULL);
  call_async (&answers, f->store, say, "old", CALX_PRIORITY_QUERY, NULL);
  call_async (&answers, f->store, say, "q", CALX_PRIORITY_QUERY, NULL);
  call_async (&answers, f->store, say, "3", CALX_PRIORITY_SAVE, NULL);
  g_atomic_int_set (&gate, 1);
  wait_for_all (&answers);
  g_assert_cmpstr (answers.order->str, ==, "0q123b");
  g_assert_cmpuint (answers.n_cancelled, ==, 1);
  answers_clear (&answers);
}

static void
test_newer_query_interrupts_a_running_one (Fixture *f, gconstpointer data)
{
  Answers answers;
  gint64 begun;

  answers_init (&answers);
  call_async (&answers, f->store, search_forever, "never", CALX_PRIORITY_QUERY, NULL);
  g_usleep (50000); /* it runs now */
  begun = g_get_monotonic_time ();
  call_async (&answers, f->store, say, "new", CALX_PRIORITY_QUERY, NULL);
  wait_for_all (&answers);
  g_test_message ("%.1f ms", (double) (g_get_monotonic_time () - begun) / 1000.0);
  g_assert_cmpstr (answers.order->str, ==, "new");
  g_assert_cmpuint (answers.n_cancelled, ==, 1);
  answers_clear (&answers);
}

static void
test_caller_cancels_a_running_query (Fixture *f, gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answers answers;

  answers_init (&answers);
  call_async (&answers, f->store, search_forever, "never", CALX_PRIORITY_BACKGROUND, cancellable);
  g_usleep (50000);
  g_cancellable_cancel (cancellable);
  wait_for_all (&answers);
  g_assert_cmpuint (answers.n_cancelled, ==, 1);
  call_async (&answers, f->store, say, "x", CALX_PRIORITY_QUERY,
              cancellable); /* cancelled before */
  wait_for_all (&answers);
  g_assert_cmpuint (answers.n_cancelled, ==, 2);
  answers_clear (&answers);
}

static void
test_cancelling_a_running_save_changes_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answers answers;

  answers_init (&answers);
  gate = 0;
  call_async (&answers, f->store, hold, "saved", CALX_PRIORITY_SAVE, cancellable);
  wait_until_holding ();
  g_cancellable_cancel (cancellable);
  g_atomic_int_set (&gate, 1);
  wait_for_all (&answers);
  g_assert_cmpstr (answers.order->str, ==, "saved");
  answers_clear (&answers);
}

static void
test_errors_are_handed_back (Fixture *f, gconstpointer data)
{
  Answers answers;

  answers_init (&answers);
  call_async (&answers, f->store, fail, "x", CALX_PRIORITY_SAVE, NULL);
  wait_for_all (&answers);
  g_assert_cmpuint (answers.n_failed, ==, 1);
  answers_clear (&answers);
}

static void
test_closing_loses_no_save (Fixture *f, gconstpointer data)
{
  Answers answers;
  CalxStore *store = g_steal_pointer (&f->store);
  g_autofree char *count = NULL;

  answers_init (&answers);
  call_async (&answers, store, search_forever, "never", CALX_PRIORITY_BACKGROUND, NULL);
  for (int i = 0; i < 200; i++)
    {
      g_autofree char *name = g_strdup_printf ("setting_%d", i);

      call_async (&answers, store, save_setting, name, CALX_PRIORITY_SAVE, NULL);
    }
  call_async (&answers, store, search_forever, "never", CALX_PRIORITY_QUERY, NULL);
  calx_store_close (store);
  count = fixture_ask (f->path, "SELECT count(*) FROM setting");
  g_assert_cmpstr (count, ==, "200");
  wait_for_all (&answers); /* the answers still come */
  g_assert_cmpuint (answers.n_cancelled, ==, 2);
  g_assert_cmpuint (answers.n_failed, ==, 0);
  fixture_open (f);
  fixture_assert_whole (f->store);
  answers_clear (&answers);
}

static void
test_store_can_be_used_from_the_worker_alone (Fixture *f, gconstpointer data)
{
  Answers answers;

  answers_init (&answers);
  call_async (&answers, f->store, say, "x", CALX_PRIORITY_SAVE, NULL);
  wait_for_all (&answers);
  g_assert_false (calx_database_may_use (calx_store_get_database (f->store)));
  answers_clear (&answers);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/records/worker/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("queries-come-first-and-saves-keep-their-order",
       test_queries_come_first_and_saves_keep_their_order);
  ADD ("newer-query-interrupts-a-running-one", test_newer_query_interrupts_a_running_one);
  ADD ("caller-cancels-a-running-query", test_caller_cancels_a_running_query);
  ADD ("cancelling-a-running-save-changes-nothing", test_cancelling_a_running_save_changes_nothing);
  ADD ("errors-are-handed-back", test_errors_are_handed_back);
  ADD ("closing-loses-no-save", test_closing_loses_no_save);
  ADD ("store-can-be-used-from-the-worker-alone", test_store_can_be_used_from_the_worker_alone);
  return g_test_run ();
}
