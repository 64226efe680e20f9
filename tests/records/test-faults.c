/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every call to the disk during a save fails once, and once from there on: a save that says it is
 * saved is there, one that says it is not is not half there, and a full disk is called so. */
#include "records-fixture.h"

#include <glib/gstdio.h>

#include "fault-vfs.h"

typedef struct
{
  int code;
  guint calls; /* which kinds fail */
  guint at;    /* which of them, from 1 */
  gboolean sticky;
  guint n; /* seen so far */
  gboolean fired;
} Fault;

static int
fail_at (FaultCall call, gpointer data)
{
  Fault *fault = data;

  if (!(call & fault->calls))
    return SQLITE_OK;
  fault->n++;
  if (fault->n != fault->at && !(fault->sticky && fault->n > fault->at))
    return SQLITE_OK;
  fault->fired = TRUE;
  return fault->code;
}

static void
copy_base (Fixture *f, const char *bytes, gsize size)
{
  g_autofree char *journal = g_strconcat (f->path, "-journal", NULL);

  g_remove (journal);
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize) size, NULL));
}

/* One save under the fault; TRUE where the fault was met. */
static gboolean
save_under (Fixture *f,
            Fault *fault,
            CalxSession *session,
            CalxAssessment *assessment,
            CalxStoreError expected)
{
  g_autoptr(CalxStoredSession) saved = NULL;
  g_autoptr(CalxStoredSession) loaded = NULL;
  g_autoptr(GError) error = NULL;

  f->environment.vfs = "calx-fault";
  fixture_open (f);
  fault_vfs_set_hook (fail_at, fault);
  saved = calx_store_save_session (f->store, session, assessment, "", &error);
  fault_vfs_set_hook (NULL, NULL);
  fixture_close (f);

  f->environment.vfs = NULL;
  fixture_open (f); /* as the next start finds it */
  fixture_assert_whole (f->store);
  loaded = calx_store_load_session (f->store, calx_session_get_uuid (session),
                                    calx_session_get_version (session) + 1, NULL);
  if (saved)
    g_assert_nonnull (loaded);
  else
    {
      g_assert_true (fault->fired);
      g_assert_error (error, CALX_STORE_ERROR, (int) expected);
      if (expected == CALX_STORE_ERROR_FULL)
        g_assert_null (loaded);
    }
  fixture_close (f);
  return fault->fired;
}

static void
run_all (Fixture *f, guint calls, int code, CalxStoreError expected, const char *name)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 3);
  g_autoptr(CalxSession) first = fixture_add_session (f, patient, session);
  g_autoptr(CalxSession) edited = calx_session_with_note (first, "corrected");
  g_autoptr(CalxAssessment) assessment = fixture_assess (edited, patient);
  g_autofree char *bytes = NULL;
  gsize size;
  guint n_points = 0;

  fault_vfs_register ();
  fixture_close (f);
  bytes = fixture_read_bytes (f->path, &size);
  for (int sticky = 0; sticky < 2; sticky++)
    for (guint at = 1;; at += FIXTURE_PART_OF_RUNS)
      {
        Fault fault = { code, calls, at, sticky, 0, FALSE };

        copy_base (f, bytes, size);
        if (!save_under (f, &fault, edited, assessment, expected))
          break;
        n_points++;
      }
  g_test_message ("%s: %u failures", name, n_points);
  g_assert_cmpuint (n_points, >, 2 / FIXTURE_PART_OF_RUNS);
}

static void
test_full_disk_at_every_write (Fixture *f, gconstpointer data)
{
  run_all (f, FAULT_WRITE, SQLITE_FULL, CALX_STORE_ERROR_FULL, "disk full");
}

static void
test_error_at_every_write (Fixture *f, gconstpointer data)
{
  run_all (f, FAULT_WRITE, SQLITE_IOERR_WRITE, CALX_STORE_ERROR_IO, "write");
}

static void
test_error_at_every_sync (Fixture *f, gconstpointer data)
{
  run_all (f, FAULT_SYNC, SQLITE_IOERR_FSYNC, CALX_STORE_ERROR_IO, "sync");
}

static void
test_error_at_every_read (Fixture *f, gconstpointer data)
{
  run_all (f, FAULT_READ, SQLITE_IOERR_READ, CALX_STORE_ERROR_IO, "read");
}

static void
test_error_at_every_call (Fixture *f, gconstpointer data)
{
  run_all (f,
           FAULT_READ | FAULT_WRITE | FAULT_SYNC | FAULT_TRUNCATE | FAULT_DELETE | FAULT_OPEN
               | FAULT_LOCK,
           SQLITE_IOERR, CALX_STORE_ERROR_IO, "any call");
}

/* Making a new file can fail anywhere; what is left is made whole at the next start. */
static void
test_error_while_the_file_is_made (Fixture *f, gconstpointer data)
{
  gboolean fired = TRUE;

  fault_vfs_register ();
  fixture_close (f);
  for (guint at = 1; fired; at += FIXTURE_PART_OF_RUNS)
    {
      Fault fault = { SQLITE_FULL, FAULT_WRITE | FAULT_SYNC, at, TRUE, 0, FALSE };
      g_autoptr(GError) error = NULL;
      CalxStore *store;

      g_remove (f->path);
      f->environment.vfs = "calx-fault";
      fault_vfs_set_hook (fail_at, &fault);
      store = calx_store_open (f->path, CALX_STORE_CREATE, fixture_knowledge (), &f->environment,
                               &error);
      if (store)
        calx_store_close (store);
      else
        g_assert_cmpint (error->domain, ==, (int) CALX_STORE_ERROR);
      fault_vfs_set_hook (NULL, NULL);
      fired = fault.fired;
      f->environment.vfs = NULL;
      fixture_open (f);
      fixture_assert_whole (f->store);
      fixture_close (f);
    }
}

/* After a full disk the same store saves the same values once there is room. */
static void
test_save_works_once_there_is_room (Fixture *f, gconstpointer data)
{
  Fault fault = { SQLITE_FULL, FAULT_WRITE, 3, TRUE, 0, FALSE };
  g_autoptr(CalxPatient) patient = NULL;
  g_autoptr(CalxSession) session = NULL;
  g_autoptr(CalxStoredSession) saved = NULL;
  g_autoptr(CalxAssessment) assessment = NULL;
  g_autoptr(GError) error = NULL;

  fault_vfs_register ();
  fixture_close (f);
  f->environment.vfs = "calx-fault";
  fixture_open (f);
  patient = fixture_add_patient (f, "Muster", "Erika", "1");
  session = fixture_session (patient->uuid, 5, 3);
  assessment = fixture_assess (session, patient);
  fault_vfs_set_hook (fail_at, &fault);
  g_assert_null (calx_store_save_session (f->store, session, assessment, "", &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_FULL);
  g_assert_nonnull (g_strstr_len (error->message, -1, "Nothing was written"));
  fault_vfs_set_hook (NULL, NULL);
  g_clear_error (&error);
  saved = calx_store_save_session (f->store, session, assessment, "", &error);
  g_assert_no_error (error);
  fixture_assert_whole (f->store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/records/faults/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("full-disk-at-every-write", test_full_disk_at_every_write);
  ADD ("error-at-every-write", test_error_at_every_write);
  ADD ("error-at-every-sync", test_error_at_every_sync);
  ADD ("error-at-every-read", test_error_at_every_read);
  ADD ("error-at-every-call", test_error_at_every_call);
  ADD ("error-while-the-file-is-made", test_error_while_the_file_is_made);
  ADD ("save-works-once-there-is-room", test_save_works_once_there_is_room);
  return g_test_run ();
}
