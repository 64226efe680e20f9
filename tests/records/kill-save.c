/* SPDX-License-Identifier: GPL-3.0-or-later */
/* kill -9 during saving. A child saves sessions through the store and says over a pipe which one is
 * saved, after the store has answered. It dies by SIGKILL: in two of three rounds at a call to the
 * disk that is drawn beforehand, in the third by the parent's hand after a delay that is drawn. The
 * parent opens the file as the next start would: nothing that was acknowledged may be missing,
 * nothing may be half there. */
#include "records-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "fault-vfs.h"

#define N_LESIONS 4
/* What one save asks of the disk, about; only to draw from. */
#define CALLS_PER_SAVE 60
#define UUID_LENGTH 36

/* Seen by both processes, also after the child's death. */
typedef struct
{
  int saving;    /* between the call and the acknowledgement */
  int n_writes;  /* to the disk since the save began */
  guint n_calls; /* to the disk since the child's first save */
  guint kill_at; /* 0: the parent kills */
} Shared;

typedef struct
{
  guint n_kills;
  guint n_during_save; /* between the first write and the answer */
  guint n_hot;         /* a hot journal was found */
  guint n_acknowledged;
  guint n_unanswered; /* whole in the file although the answer did not come: allowed */
} Counts;

static int
count_and_die (FaultCall call, gpointer data)
{
  Shared *shared = data;

  if (!shared->saving)
    return SQLITE_OK;
  shared->n_calls++;
  if (shared->kill_at > 0 && shared->n_calls >= shared->kill_at)
    kill (getpid (), SIGKILL);
  if (call == FAULT_WRITE)
    shared->n_writes++;
  return SQLITE_OK;
}

/* Every other save is a correction of the one before. */
static void
child (Fixture *f, Shared *shared, const CalxPatient *patient, int answers)
{
  g_autoptr(CalxSession) last = NULL;

  f->environment.vfs = "calx-fault";
  fixture_open (f);
  fault_vfs_set_hook (count_and_die, shared);
  for (;;)
    {
      g_autoptr(CalxSession) session = last ? calx_session_with_note (last, "corrected")
                                             : fixture_session (patient->uuid, 5, N_LESIONS);
      g_autoptr(CalxAssessment) assessment = fixture_assess (session, patient);
      g_autoptr(CalxStoredSession) saved = NULL;
      g_autoptr(GError) error = NULL;
      char answer[UUID_LENGTH + 2];

      shared->n_writes = 0;
      shared->saving = TRUE;
      saved = calx_store_save_session (f->store, session, assessment, "", &error);
      if (!saved)
        {
          g_printerr ("%s\n", error->message);
          _exit (3);
        }
      memcpy (answer, calx_session_get_uuid (saved->session), UUID_LENGTH);
      answer[UUID_LENGTH] = (char) ('0' + calx_session_get_version (saved->session));
      answer[UUID_LENGTH + 1] = '\n';
      if (write (answers, answer, sizeof answer) != sizeof answer)
        _exit (4);
      shared->saving = FALSE;
      g_clear_pointer (&last, calx_session_unref);
      if (calx_session_get_version (saved->session) == 1)
        last = calx_session_ref (saved->session);
    }
}

/* SQLite rolls back from a journal that is there and begins with this. */
static gboolean
journal_is_hot (const char *path)
{
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;

  return g_file_get_contents (journal, &bytes, &size, NULL) && size >= sizeof magic
         && memcmp (bytes, magic, sizeof magic) == 0;
}

static void
assert_journal_is_private (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  GStatBuf info;

  g_assert_cmpint (g_stat (journal, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
}

/* Everything that was acknowledged is there, whole. */
static void
check_acknowledged (Fixture *f, int answers, Counts *counts)
{
  char answer[UUID_LENGTH + 2];

  while (read (answers, answer, sizeof answer) == sizeof answer)
    {
      g_autofree char *uuid = g_strndup (answer, UUID_LENGTH);
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxStoredSession) stored
          = calx_store_load_session (f->store, uuid, answer[UUID_LENGTH] - '0', &error);

      g_assert_no_error (error);
      g_assert_cmpuint (calx_session_get_lesions (stored->session)->len, ==, N_LESIONS);
      counts->n_acknowledged++;
    }
}

static guint
count_versions (Fixture *f)
{
  g_autofree char *count = fixture_ask (f->path, "SELECT count(*) FROM session_version");

  return (guint) atoi (count);
}

static void
run_round (Fixture *f, guint number, Shared *shared, const CalxPatient *patient, Counts *counts)
{
  int answers[2];
  int status;
  pid_t pid;
  guint acknowledged_before = counts->n_acknowledged, versions_before = count_versions (f), n_new;

  memset (shared, 0, sizeof *shared);
  if (number % 3 != 0)
    shared->kill_at = (guint) g_rand_int_range (f->random, 1, 3 * CALLS_PER_SAVE);
  g_assert_cmpint (pipe (answers), ==, 0);
  g_rand_set_seed (f->random, 1000 + number); /* no uuid twice */
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      close (answers[0]);
      g_random_set_seed (number); /* GLib's own, from which a new session's uuid comes */
      child (f, shared, patient, answers[1]);
    }
  close (answers[1]);
  if (shared->kill_at == 0)
    {
      g_usleep ((gulong) g_rand_int_range (f->random, 3000, 30000));
      kill (pid, SIGKILL);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  counts->n_kills++;
  counts->n_during_save += shared->saving && shared->n_writes > 0;
  if (journal_is_hot (f->path))
    {
      counts->n_hot++;
      assert_journal_is_private (f->path);
    }

  f->environment.vfs = NULL;
  fixture_open (f); /* recovers, and checks the pages */
  check_acknowledged (f, answers[0], counts);
  n_new = count_versions (f) - versions_before;
  g_assert_cmpuint (n_new, >=, counts->n_acknowledged - acknowledged_before);
  g_assert_cmpuint (n_new, <=, counts->n_acknowledged - acknowledged_before + 1);
  counts->n_unanswered += n_new - (counts->n_acknowledged - acknowledged_before);
  if (number % 10 == 0)
    fixture_assert_whole (f->store);
  fixture_close (f);
  close (answers[0]);
}

static void
test_nothing_acknowledged_is_lost (Fixture *f, gconstpointer data)
{
  guint n_rounds = (g_test_slow () ? 10000 : 300) / FIXTURE_PART_OF_RUNS;
  Shared *shared
      = mmap (NULL, sizeof (Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  Counts counts = { 0 };

  g_assert_true (shared != MAP_FAILED);
  fault_vfs_register ();
  fixture_close (f);
  for (guint i = 0; i < n_rounds; i++)
    run_round (f, i, shared, patient, &counts);
  fixture_open (f);
  fixture_assert_whole (f->store);
  g_test_message (
      "%u kills, %u between the first write and the answer, %u leaving a hot journal; %u saves "
      "acknowledged, all there; %u whole without an answer",
      counts.n_kills, counts.n_during_save, counts.n_hot, counts.n_acknowledged,
      counts.n_unanswered);
  g_assert_cmpuint (counts.n_during_save, >=, n_rounds / 3);
  g_assert_cmpuint (counts.n_hot, >=, n_rounds / 15);
  munmap (shared, sizeof (Shared));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/records/kill/nothing-acknowledged-is-lost", Fixture, NULL, fixture_set_up,
              test_nothing_acknowledged_is_lost, fixture_tear_down);
  return g_test_run ();
}
