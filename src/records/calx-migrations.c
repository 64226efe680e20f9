/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-migrations.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "calx-platform.h"
#include "calx-sql-resource.h"
#include "calx-sql-statement.h"
#include "calx-store-error.h"

#define STEP_PATH "/io/github/calx/Calx/sql/%03u.sql"

GPtrArray *
calx_migrations_load (GError **error)
{
  g_autoptr(GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);

  /* By name: a static library drops a constructor that nobody asks for. */
  calx_sql_register_resource ();
  for (guint number = 1;; number++)
    {
      g_autofree char *name = g_strdup_printf (STEP_PATH, number);
      g_autoptr(GError) local_error = NULL;
      g_autoptr(GBytes) bytes = g_resources_lookup_data (name, 0, &local_error);
      gsize size;
      const char *text;

      if (g_error_matches (local_error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND) && number > 1)
        return g_steal_pointer (&steps);
      if (!bytes)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      text = g_bytes_get_data (bytes, &size);
      g_ptr_array_add (steps, g_strndup (text, size));
    }
}

/* Copies the whole file with SQLite's own means, so that the copy is a moment of it. */
static gboolean
copy_to (CalxDatabase *database, const char *path, GError **error)
{
  sqlite3 *copy = NULL;
  sqlite3_backup *backup;
  int code = sqlite3_open_v2 (path, &copy,
                              SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE,
                              calx_database_get_vfs (database));

  if (code == SQLITE_OK)
    {
      backup = sqlite3_backup_init (copy, "main", calx_database_get_handle (database), "main");
      code = backup ? sqlite3_backup_step (backup, -1) : sqlite3_errcode (copy);
      if (backup)
        sqlite3_backup_finish (backup);
    }
  sqlite3_close (copy);
  if (code == SQLITE_DONE)
    return TRUE;
  calx_store_error_set_sqlite (error, code, path);
  return FALSE;
}

static gboolean
copy_beside (CalxDatabase *database, GError **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  /* To the microsecond: an opening that failed may be repeated within the same second. */
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S.%fZ");
  g_autofree char *path = NULL;
  int code = 0;

  path = g_strdup_printf ("%s.before-step-%d-%s", calx_database_get_path (database),
                          calx_database_get_schema (database) + 1, time);
  if (calx_platform_create_file (path, &code))
    {
      if (copy_to (database, path, error))
        return TRUE;
      g_unlink (path); /* made a moment ago, and no copy */
      return FALSE;
    }
  g_set_error (
      error, CALX_STORE_ERROR, CALX_STORE_ERROR_OPEN,
      _ ("%s must be brought up to date, and no copy of it could be made beside it before: %s. "
         "It was left as it is. Make room in its folder, then open it again."),
      calx_database_get_path (database), g_strerror (code));
  return FALSE;
}

static gboolean
read_schema (CalxDatabase *database, int *ret_schema, GError **error)
{
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (database, CALX_SQL_CHECK_USER_VERSION, error);

  *ret_schema = 0;
  if (!statement || calx_sql_statement_step (statement, error) != CALX_STEP_ROW)
    return FALSE;
  *ret_schema = calx_sql_statement_get_int (statement, 0);
  return TRUE;
}

static gboolean
apply_step (CalxDatabase *database, const char *step, int number, GError **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                            CALX_FILE_ID, number);
  int schema;
  gboolean ok;

  if (!calx_database_begin (database, error))
    return FALSE;
  /* Another process may have been here while this one waited for the file. */
  if (!read_schema (database, &schema, error) || schema >= number)
    {
      ok = schema >= number;
      calx_database_finish (database, FALSE, NULL);
      if (ok)
        calx_database_set_schema (database, schema);
      return ok;
    }
  ok = calx_database_execute (database, step, error)
       && calx_database_execute (database, stamp, error);
  if (!calx_database_finish (database, ok, error))
    {
      g_prefix_error (error, _ ("Step %d of the file's structure failed; nothing was changed. "),
                      number);
      return FALSE;
    }
  calx_database_set_schema (database, number);
  return TRUE;
}

gboolean
calx_migrations_apply (CalxDatabase *database, GPtrArray *steps, GError **error)
{
  int have = calx_database_get_schema (database);
  int want = (int) steps->len;

  g_return_val_if_fail (have <= want, FALSE); /* calx_database_open() refused it */

  if (have == want)
    return TRUE;
  if (calx_database_is_read_only (database))
    {
      g_set_error (
          error, CALX_STORE_ERROR, CALX_STORE_ERROR_READ_ONLY,
          _ ("%s was written by an older Calx and must be brought up to date, but it can only be "
             "read. Open it once with the right to write."),
          calx_database_get_path (database));
      return FALSE;
    }
  if (have > 0 && !copy_beside (database, error))
    return FALSE;
  while ((have = calx_database_get_schema (database)) < want)
    if (!apply_step (database, g_ptr_array_index (steps, have), have + 1, error))
      return FALSE;
  return TRUE;
}
