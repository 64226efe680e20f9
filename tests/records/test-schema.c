/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements, migrations, and what the file itself forbids. */
#include "records-fixture.h"

#include <string.h>
#include <sys/stat.h>

#include <glib/gstdio.h>

#include "calx-migrations.h"
#include "calx-sql-statement.h"

static void
test_every_statement_can_be_prepared (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < CALX_N_SQL; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxSqlStatement) statement
          = calx_sql_statement_new (calx_store_get_database (f->store), i, &error);

      g_test_message ("%s", calx_sql_get (i));
      g_assert_no_error (error);
      g_assert_nonnull (statement);
    }
}

static void
test_step_tells_row_done_and_error_apart (Fixture *f, gconstpointer data)
{
  CalxDatabase *database = calx_store_get_database (f->store);
  g_autoptr(CalxSqlStatement) get = calx_sql_statement_new (database, CALX_SQL_SETTING_GET, NULL);
  g_autoptr(CalxSqlStatement) bad = calx_sql_statement_new (database, CALX_SQL_SETTING_GET, NULL);
  g_autoptr(GError) error = NULL;

  calx_sql_statement_bind_text (get, 1, "clinic_name");
  g_assert_cmpint (calx_sql_statement_step (get, &error), ==, CALX_STEP_DONE);
  g_assert_no_error (error);
  g_assert_true (calx_store_set_setting (f->store, "clinic_name", "Städtische Klinik", &error));
  calx_sql_statement_reset (get);
  g_assert_cmpint (calx_sql_statement_step (get, &error), ==, CALX_STEP_ROW);
  g_assert_cmpstr (calx_sql_statement_get_text (get, 0), ==, "Städtische Klinik");
  calx_sql_statement_bind_text (bad, 1, "no UTF-8: \xff");
  g_assert_cmpint (calx_sql_statement_step (bad, &error), ==, CALX_STEP_ERROR);
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
}

static void
test_settings_are_kept (Fixture *f, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *none = calx_store_get_setting (f->store, "clinic_name", &error);
  g_autofree char *name = NULL;

  g_assert_cmpstr (none, ==, "");
  g_assert_true (calx_store_set_setting (f->store, "clinic_name", "A", &error));
  g_assert_true (calx_store_set_setting (f->store, "clinic_name", "B", &error));
  fixture_close (f);
  fixture_open (f);
  name = calx_store_get_setting (f->store, "clinic_name", &error);
  g_assert_cmpstr (name, ==, "B");
  fixture_assert_whole (f->store);
}

static CalxDatabase *
open_plain (Fixture *f, int newest)
{
  g_autoptr(GError) error = NULL;
  CalxDatabase *database = calx_database_open (f->path, CALX_STORE_CREATE, newest, NULL, &error);

  g_assert_no_error (error);
  return database;
}

static GPtrArray *
shipped_and (const char *more)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *steps = calx_migrations_load (&error);

  g_assert_no_error (error);
  if (more)
    g_ptr_array_add (steps, g_strdup (more));
  return steps;
}

/* The one copy beside the file, or NULL. */
static char *
find_copy (Fixture *f)
{
  g_autoptr(GDir) folder = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)))
    if (strstr (name, ".before-step-"))
      return g_build_filename (f->folder, name, NULL);
  return NULL;
}

static void
test_upgrade_copies_the_file_first (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(GPtrArray) steps = shipped_and ("CREATE TABLE more (a TEXT) STRICT;");
  g_autoptr(CalxDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *schema = NULL;
  g_autofree char *family = NULL;
  GStatBuf info;

  fixture_close (f);
  database = open_plain (f, (int) steps->len);
  g_assert_true (calx_migrations_apply (database, steps, &error));
  g_assert_no_error (error);
  g_assert_cmpint (calx_database_get_schema (database), ==, (int) steps->len);
  copy = find_copy (f);
  g_assert_nonnull (copy);
  g_assert_cmpint (g_stat (copy, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  schema = fixture_ask (copy, "PRAGMA user_version");
  g_assert_cmpint (atoi (schema), ==, (int) steps->len - 1);
  family = fixture_ask (copy, "SELECT family_name FROM patient");
  g_assert_cmpstr (family, ==, "Muster");
}

/* The structure in words, and what holds it together. */
static char *
describe_structure (const char *path)
{
  return fixture_ask (path, "SELECT group_concat (sql, ';\n') FROM (SELECT sql FROM sqlite_schema "
                            "WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type, name)");
}

/* A file as the first Calx wrote it: opened by this one, nothing is lost, and it is as a new one. */
static void
test_a_file_of_the_first_step_is_as_a_new_one (Fixture *f, gconstpointer data)
{
  g_autoptr(GPtrArray) steps = shipped_and (NULL);
  g_autoptr(CalxDatabase) database = open_plain (f, 1);
  g_autoptr(CalxPatient) loaded = NULL;
  g_autoptr(CalxPatient) saved = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *fresh_folder = g_dir_make_tmp ("calx-fresh-XXXXXX", &error);
  g_autofree char *fresh_path = g_build_filename (fresh_folder, "fresh.calx", NULL);
  g_autofree char *migrated = NULL;
  g_autofree char *fresh = NULL;
  CalxStore *store;

  g_ptr_array_set_size (steps, 1);
  g_assert_true (calx_migrations_apply (database, steps, &error));
  g_assert_no_error (error);
  g_clear_pointer (&database, calx_database_close);
  fixture_tamper (f->path, "INSERT INTO patient VALUES ('p', 3, '7', 'Muster', 'Erika', 'female', '1950-03', '', 'a', '', "
                           "'active', 21, 'early', '4', 90, 0, 'nurse', 0, 'nurse')");
  fixture_open (f);
  loaded = calx_store_load_patient (f->store, "p", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->family_name, ==, "Muster");
  g_assert_cmpint (loaded->version, ==, 3);
  g_assert_cmpint (loaded->review_interval_days, ==, 90);
  g_assert_cmpint (loaded->skin, ==, CALX_SKIN_NOT_STATED);
  loaded->skin = CALX_SKIN_DARKEST;
  saved = calx_store_save_patient (f->store, loaded, &error);
  g_assert_no_error (error);
  g_assert_cmpint (saved->skin, ==, CALX_SKIN_DARKEST);

  store = calx_store_open (fresh_path, CALX_STORE_CREATE, calx_store_get_knowledge (f->store), &f->environment, &error);
  g_assert_no_error (error);
  calx_store_close (store);
  migrated = describe_structure (f->path);
  fresh = describe_structure (fresh_path);
  g_assert_cmpstr (migrated, ==, fresh);
  g_assert_nonnull (strstr (fresh, "skin"));
  g_assert_cmpint (g_unlink (fresh_path), ==, 0);
  g_assert_cmpint (g_rmdir (fresh_folder), ==, 0);
}

static void
test_failed_step_leaves_the_file_as_it_was (Fixture *f, gconstpointer data)
{
  g_autoptr(GPtrArray) steps
      = shipped_and ("CREATE TABLE more (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);");
  g_autoptr(CalxDatabase) database = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *count = NULL;
  g_autofree char *schema = NULL;

  fixture_close (f);
  database = open_plain (f, (int) steps->len);
  g_assert_false (calx_migrations_apply (database, steps, &error));
  g_assert_nonnull (error);
  g_clear_pointer (&database, calx_database_close);
  count = fixture_ask (f->path, "SELECT count(*) FROM sqlite_schema WHERE name = 'more'");
  g_assert_cmpstr (count, ==, "0");
  schema = fixture_ask (f->path, "PRAGMA user_version");
  g_assert_cmpint (atoi (schema), ==, (int) steps->len - 1);
  fixture_open (f);
  fixture_assert_whole (f->store);
}

static void
test_fresh_file_has_no_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *copy = find_copy (f);

  g_assert_null (copy);
}

static void
test_two_openers_make_one_file (Fixture *f, gconstpointer data)
{
  g_autoptr(GPtrArray) steps = shipped_and (NULL);
  g_autoptr(CalxDatabase) a = open_plain (f, (int) steps->len);
  g_autoptr(CalxDatabase) b = open_plain (f, (int) steps->len);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (calx_database_get_schema (a), ==, 0);
  g_assert_cmpint (calx_database_get_schema (b), ==, 0);
  g_assert_true (calx_migrations_apply (a, steps, &error));
  g_assert_true (calx_migrations_apply (b, steps, &error));
  g_assert_no_error (error);
  g_assert_cmpint (calx_database_get_schema (b), ==, (int) steps->len);
}

static void
assert_forbidden (const char *path, const char *sql)
{
  sqlite3 *handle;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, &message), ==, SQLITE_CONSTRAINT);
  g_assert_true (strstr (message, "append-only") || strstr (message, "kept"));
  sqlite3_free (message);
  sqlite3_close (handle);
}

static void
test_append_only_tables_refuse_change (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 2);
  g_autoptr(CalxSession) saved = fixture_add_session (f, patient, session);
  static const char *const tables[] = { "session", "session_version", "lesion",  "lesion_state",
                                        "audit",   "audit_detail",    "document" };

  fixture_tamper (
      f->path,
      "INSERT INTO document SELECT 'd', 1, uuid, NULL, 'page', 'application/pdf', x'00', '', 0, "
      "'nurse' FROM patient");
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *delete = g_strconcat ("DELETE FROM ", tables[i], NULL);
      g_autofree char *update = g_strdup_printf ("UPDATE %s SET %s = %s", tables[i],
                                                 i == 4   ? "seq"
                                                 : i == 5 ? "audit_seq"
                                                          : "uuid",
                                                 i == 4   ? "seq"
                                                 : i == 5 ? "audit_seq"
                                                          : "uuid");

      assert_forbidden (f->path, delete);
      assert_forbidden (f->path, update);
    }
  assert_forbidden (f->path, "DELETE FROM patient");
}

static void
test_every_table_is_strict (Fixture *f, gconstpointer data)
{
  g_autofree char *loose = fixture_ask (
      f->path,
      "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE "
      "'sqlite%' AND sql NOT LIKE '%STRICT'");

  g_assert_cmpstr (loose, ==, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, set_up, test)                                                                    \
  g_test_add ("/records/schema/" name, Fixture, NULL, set_up, test, fixture_tear_down)
  ADD ("every-statement-can-be-prepared", fixture_set_up, test_every_statement_can_be_prepared);
  ADD ("step-tells-row-done-and-error-apart", fixture_set_up,
       test_step_tells_row_done_and_error_apart);
  ADD ("settings-are-kept", fixture_set_up, test_settings_are_kept);
  ADD ("upgrade-copies-the-file-first", fixture_set_up, test_upgrade_copies_the_file_first);
  ADD ("a-file-of-the-first-step-is-as-a-new-one", fixture_set_up_empty,
       test_a_file_of_the_first_step_is_as_a_new_one);
  ADD ("failed-step-leaves-the-file-as-it-was", fixture_set_up,
       test_failed_step_leaves_the_file_as_it_was);
  ADD ("fresh-file-has-no-copy", fixture_set_up, test_fresh_file_has_no_copy);
  ADD ("two-openers-make-one-file", fixture_set_up_empty, test_two_openers_make_one_file);
  ADD ("append-only-tables-refuse-change", fixture_set_up, test_append_only_tables_refuse_change);
  ADD ("every-table-is-strict", fixture_set_up, test_every_table_is_strict);
  return g_test_run ();
}
