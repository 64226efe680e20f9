/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the file is opened, and what is refused. */
#include "records-fixture.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "calx-database.h"
#include "calx-platform.h"

static guint
mode_of (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_lstat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

/* Opening fails with @code, with a message that ends a sentence, and changes no byte. */
static void
assert_refused (Fixture *f, CalxStoreFlags flags, CalxStoreError code, const char *word)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0, n_after = 0;

  if (g_file_test (f->path, G_FILE_TEST_IS_REGULAR))
    before = fixture_read_bytes (f->path, &n_before);
  g_assert_null (calx_store_open (f->path, flags, fixture_knowledge (), &f->environment, &error));
  g_assert_error (error, CALX_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
  if (before)
    {
      after = fixture_read_bytes (f->path, &n_after);
      g_assert_cmpmem (before, n_before, after, n_after);
    }
}

static void
test_new_file_is_private (Fixture *f, gconstpointer data)
{
  mode_t before = umask (022);
  g_autofree char *id = NULL;
  g_autofree char *schema = NULL;

  fixture_open (f);
  g_assert_cmpuint (mode_of (f->path), ==, 0600);
  g_assert_cmpuint (umask (before), ==, 077);
  fixture_close (f);
  id = fixture_ask (f->path, "PRAGMA application_id");
  g_assert_cmpint (atoi (id), ==, CALX_FILE_ID);
  schema = fixture_ask (f->path, "PRAGMA user_version");
  g_assert_cmpint (atoi (schema), >=, 1);
}

static void
test_default_folder_is_private (void)
{
  g_autofree char *path = calx_store_get_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_true (g_str_has_suffix (path, "/calx/clinic.calx"));
  g_assert_cmpuint (mode_of (folder), ==, 0700);
  g_chmod (folder, 0755);
  g_free (path);
  path = calx_store_get_default_path ();
  g_assert_cmpuint (mode_of (folder), ==, 0700);
}

static int
pragma (CalxDatabase *database, const char *name)
{
  g_autofree char *sql = g_strconcat ("PRAGMA ", name, NULL);
  sqlite3_stmt *statement;
  int value;

  g_assert_cmpint (
      sqlite3_prepare_v2 (calx_database_get_handle (database), sql, -1, &statement, NULL), ==,
      SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  return value;
}

static void
test_every_safeguard_is_on (Fixture *f, gconstpointer data)
{
  CalxDatabase *database = calx_store_get_database (f->store);
  sqlite3 *handle = calx_database_get_handle (database);
  g_autofree char *journal = NULL;
  int value = -1;
  static const struct
  {
    int id;
    int value;
  } limits[] = { { SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024 },
                 { SQLITE_LIMIT_SQL_LENGTH, 100000 },
                 { SQLITE_LIMIT_COLUMN, 100 },
                 { SQLITE_LIMIT_EXPR_DEPTH, 10 },
                 { SQLITE_LIMIT_VDBE_OP, 25000 },
                 { SQLITE_LIMIT_ATTACHED, 0 },
                 { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
                 { SQLITE_LIMIT_COMPOUND_SELECT, 3 } };

  g_assert_cmpint (pragma (database, "synchronous"), ==, 3); /* EXTRA */
  g_assert_cmpint (pragma (database, "secure_delete"), ==, 1);
  g_assert_cmpint (pragma (database, "foreign_keys"), ==, 1);
  g_assert_cmpint (pragma (database, "trusted_schema"), ==, 0);
  g_assert_cmpint (pragma (database, "cell_size_check"), ==, 1);
  g_assert_cmpint (pragma (database, "temp_store"), ==, 2); /* MEMORY */
  g_assert_cmpint (pragma (database, "busy_timeout"), ==, 5000);
  journal = fixture_ask (f->path, "PRAGMA journal_mode");
  g_assert_cmpstr (journal, ==, "delete");
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    g_assert_cmpint (sqlite3_limit (handle, limits[i].id, -1), ==, limits[i].value);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &value);
  g_assert_cmpint (value, ==, 1);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, -1, &value);
  g_assert_cmpint (value, ==, 0);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DML, -1, &value);
  g_assert_cmpint (value, ==, 0);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_DQS_DDL, -1, &value);
  g_assert_cmpint (value, ==, 0);
  sqlite3_db_config (handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, -1, &value);
  g_assert_cmpint (value, ==, 0);
}

static void
test_missing_file_or_folder_is_refused (Fixture *f, gconstpointer data)
{
  assert_refused (f, 0, CALX_STORE_ERROR_OPEN, "no file");
  assert_refused (f, CALX_STORE_CREATE | CALX_STORE_READ_ONLY, CALX_STORE_ERROR_OPEN, "no file");
  g_assert_false (g_file_test (f->path, G_FILE_TEST_EXISTS));
  g_free (f->path);
  f->path = g_build_filename (f->folder, "nowhere", "clinic.calx", NULL);
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_OPEN, "no folder");
}

static void
test_link_or_folder_is_refused (Fixture *f, gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->folder, "other.calx", NULL);

  g_assert_true (g_file_set_contents (target, "", 0, NULL));
  g_assert_cmpint (symlink (target, f->path), ==, 0);
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_OPEN, "link");
  g_remove (f->path);
  g_mkdir (f->path, 0700);
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_OPEN, "folder");
}

static void
test_folder_reached_by_a_link_is_fine (Fixture *f, gconstpointer data)
{
  g_autofree char *link = g_strconcat (f->folder, "-link", NULL);
  g_autofree char *real = g_strdup (f->path);

  g_assert_cmpint (symlink (f->folder, link), ==, 0);
  g_free (f->path);
  f->path = g_build_filename (link, "clinic.calx", NULL);
  fixture_open (f);
  g_assert_true (g_str_has_suffix (calx_store_get_path (f->store), real));
  g_remove (link);
}

static void
test_text_file_is_not_calx (Fixture *f, gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_NOT_CALX, "not a Calx file");
  g_assert_true (g_file_set_contents (f->path, "short", -1, NULL));
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_NOT_CALX, "not a Calx file");
}

static void
test_other_programs_database_is_not_calx (Fixture *f, gconstpointer data)
{
  fixture_tamper (f->path, "PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (a)");
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_NOT_CALX, "another program");
  fixture_tamper (f->path, "PRAGMA application_id = 77; PRAGMA user_version = 1");
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_NOT_CALX, "another program");
}

static void
test_empty_file_is_made_only_where_asked (Fixture *f, gconstpointer data)
{
  g_assert_true (g_file_set_contents (f->path, "", 0, NULL));
  assert_refused (f, 0, CALX_STORE_ERROR_NOT_CALX, "not a Calx file");
  fixture_open (f);
  fixture_assert_whole (f->store);
}

static void
test_newer_file_is_refused (Fixture *f, gconstpointer data)
{
  fixture_open (f);
  fixture_close (f);
  fixture_tamper (f->path, "PRAGMA user_version = 999");
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_NEWER, "newer Calx");
  assert_refused (f, CALX_STORE_READ_ONLY, CALX_STORE_ERROR_NEWER, "newer Calx");
}

static void
test_damage_is_told_and_left (Fixture *f, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;
  guint n_damaged = 0, n_not_calx = 0, n_opened = 0;

  fixture_open (f);
  for (int i = 0; i < 40; i++)
    {
      g_autofree char *number = g_strdup_printf ("N%d", i);
      g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", number);
    }
  fixture_close (f);
  bytes = fixture_read_bytes (f->path, &size);
  for (int i = 0; i < 400; i++)
    {
      g_autofree char *flipped = g_memdup2 (bytes, size);
      g_autofree char *after = NULL;
      g_autoptr(GError) error = NULL;
      gsize at = (gsize) g_rand_int_range (f->random, 0, (gint32) size);
      gsize n_after;
      CalxStore *store;

      flipped[at] ^= (char) (1 << g_rand_int_range (f->random, 0, 8));
      g_assert_true (g_file_set_contents (f->path, flipped, size, NULL));
      store = calx_store_open (f->path, 0, fixture_knowledge (), &f->environment, &error);
      n_opened += store != NULL;
      if (store)
        calx_store_close (store);
      else if (g_error_matches (error, CALX_STORE_ERROR, CALX_STORE_ERROR_DAMAGED))
        n_damaged++;
      else if (g_error_matches (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_CALX))
        n_not_calx++;
      else
        /* a flip in the version of the structure, or in the file's format version */
        g_assert_true (error->domain == CALX_STORE_ERROR
                       && (error->code == CALX_STORE_ERROR_NEWER
                           || error->code == CALX_STORE_ERROR_READ_ONLY));
      after = fixture_read_bytes (f->path, &n_after);
      if (!store)
        g_assert_cmpmem (flipped, size, after, n_after);
    }
  g_test_message ("400 flips: %u damaged, %u not Calx's, %u opened", n_damaged, n_not_calx,
                  n_opened);
  g_assert_cmpuint (n_damaged, >, 5);
}

static void
test_cut_file_is_damaged (Fixture *f, gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize size;

  fixture_open (f);
  fixture_close (f);
  bytes = fixture_read_bytes (f->path, &size);
  g_assert_true (g_file_set_contents (f->path, bytes, (gssize) size - 5000, NULL));
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_DAMAGED, "damaged");
}

/* Rights mean nothing to root, so root becomes somebody else first. */
static void
drop_rights (void)
{
  if (geteuid () == 0)
    g_assert_cmpint (setreuid (65534, 65534), ==, 0);
}

/* What the other account sees; the file was made by the test's own. */
static void
use_file_that_can_only_be_read (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(CalxPatient) patient = fixture_patient ("New", "One", "");
  CalxStore *store;

  drop_rights ();
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_READ_ONLY, "only be read");

  store = calx_store_open (f->path, CALX_STORE_READ_ONLY, fixture_knowledge (), &f->environment,
                           &error);
  g_assert_no_error (error);
  list = calx_store_list_patients (store, NULL, NULL, 10, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_null (calx_store_save_patient (store, patient, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_READ_ONLY);
  calx_store_close (store);

  g_free (f->path);
  f->path = g_build_filename (f->folder, "new.calx", NULL);
  assert_refused (f, CALX_STORE_CREATE, CALX_STORE_ERROR_OPEN, "cannot be made");
}

static void
test_read_only_file_is_refused_and_can_be_read (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = NULL;

  if (g_test_subprocess ())
    {
      g_free (f->folder);
      g_free (f->path);
      f->folder = g_strdup (g_getenv ("CALX_TEST_FOLDER"));
      f->path = g_build_filename (f->folder, "clinic.calx", NULL);
      use_file_that_can_only_be_read (f);
      return;
    }
  fixture_open (f);
  patient = fixture_add_patient (f, "Muster", "Erika", "1");
  fixture_close (f);
  g_chmod (f->path, 0444);
  g_chmod (f->folder, 0555);
  g_setenv ("CALX_TEST_FOLDER", f->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_chmod (f->folder, 0700);
  g_test_trap_assert_passed ();
}

static void
test_busy_file_is_told (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_patient ("Muster", "Erika", "1");
  g_autoptr(CalxPatient) saved = NULL;
  g_autoptr(GError) error = NULL;
  sqlite3 *other;

  g_assert_cmpint (sqlite3_open (f->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (calx_database_get_handle (calx_store_get_database (f->store)), 50);
  g_assert_null (calx_store_save_patient (f->store, patient, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_BUSY);
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  g_clear_error (&error);
  saved = calx_store_save_patient (f->store, patient, &error);
  g_assert_no_error (error);
  g_assert_nonnull (saved);
}

static void
test_network_drives_are_known (void)
{
  gboolean remote;
  g_autofree char *type = calx_platform_file_system_type (g_get_tmp_dir (), &remote);

  g_assert_true (calx_platform_is_network_type ("ext4", TRUE));
  g_assert_true (calx_platform_is_network_type ("nfs4", FALSE));
  g_assert_true (calx_platform_is_network_type ("cifs", FALSE));
  g_assert_true (calx_platform_is_network_type ("smb3", FALSE));
  g_assert_true (calx_platform_is_network_type ("fuse.sshfs", FALSE));
  g_assert_false (calx_platform_is_network_type ("fuse.gocryptfs", FALSE));
  g_assert_false (calx_platform_is_network_type ("ext4", FALSE));
  g_assert_false (calx_platform_is_network_type ("", FALSE));
  g_assert_false (remote);
}

static void
test_open_and_close_change_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  fixture_close (f);
  fixture_open (f);
  fixture_close (f);
  before = fixture_read_bytes (f->path, &n_before);
  for (int i = 0; i < 3; i++)
    {
      fixture_open (f);
      fixture_close (f);
    }
  after = fixture_read_bytes (f->path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
#define ADD(name, set_up, test)                                                                    \
  g_test_add ("/records/file/" name, Fixture, NULL, set_up, test, fixture_tear_down)
  ADD ("new-file-is-private", fixture_set_up_empty, test_new_file_is_private);
  ADD ("every-safeguard-is-on", fixture_set_up, test_every_safeguard_is_on);
  ADD ("missing-file-or-folder-is-refused", fixture_set_up_empty,
       test_missing_file_or_folder_is_refused);
  ADD ("link-or-folder-is-refused", fixture_set_up_empty, test_link_or_folder_is_refused);
  ADD ("folder-reached-by-a-link-is-fine", fixture_set_up_empty,
       test_folder_reached_by_a_link_is_fine);
  ADD ("text-file-is-not-calx", fixture_set_up_empty, test_text_file_is_not_calx);
  ADD ("other-programs-database-is-not-calx", fixture_set_up_empty,
       test_other_programs_database_is_not_calx);
  ADD ("empty-file-is-made-only-where-asked", fixture_set_up_empty,
       test_empty_file_is_made_only_where_asked);
  ADD ("newer-file-is-refused", fixture_set_up_empty, test_newer_file_is_refused);
  ADD ("damage-is-told-and-left", fixture_set_up_empty, test_damage_is_told_and_left);
  ADD ("cut-file-is-damaged", fixture_set_up_empty, test_cut_file_is_damaged);
  ADD ("busy-file-is-told", fixture_set_up, test_busy_file_is_told);
  ADD ("open-and-close-change-nothing", fixture_set_up, test_open_and_close_change_nothing);
  g_test_add_func ("/records/file/default-folder-is-private", test_default_folder_is_private);
  ADD ("read-only-file-is-refused-and-can-be-read", fixture_set_up_empty,
       test_read_only_file_is_refused_and_can_be_read);
  g_test_add_func ("/records/file/network-drives-are-known", test_network_drives_are_known);
  return g_test_run ();
}
