/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-database.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "calx-platform.h"
#include "calx-store-error.h"

/* A file above this that was closed cleanly is not read whole at every start. */
#define QUICK_CHECK_LIMIT (32 * 1024 * 1024)

struct _CalxDatabase
{
  sqlite3 *handle;
  char *path;
  char *vfs;
  gboolean is_checked; /* Calx's, whole, and not refused */
  gboolean read_only;
  int schema;
  GThread *owner;
};

/* https://sqlite.org/security.html, "Untrusted SQLite Database Files": its table, with the values
 * that this program can live with (a patient has more columns than 10 variables). */
static const struct
{
  int id;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, CALX_LENGTH_LIMIT },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 100 },
  { SQLITE_LIMIT_EXPR_DEPTH, 10 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 3 },
  { SQLITE_LIMIT_VDBE_OP, 25000 },
  { SQLITE_LIMIT_FUNCTION_ARG, 8 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 40 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

static const struct
{
  int id;
  int value;
} settings[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
};

/* These change the connection alone. */
static const char connection_pragmas[] = "PRAGMA trusted_schema = OFF;"
                                         "PRAGMA cell_size_check = ON;"
                                         "PRAGMA mmap_size = 0;"
                                         "PRAGMA foreign_keys = ON;"
                                         "PRAGMA temp_store = MEMORY;";

/* These may touch the file: only once it is known to be Calx's and whole. */
static const char file_pragmas[] = "PRAGMA journal_mode = DELETE;"
                                   "PRAGMA synchronous = EXTRA;"
                                   "PRAGMA secure_delete = ON;";

void
calx_database_set_error (CalxDatabase *self, int code, GError **error)
{
  calx_store_error_set_sqlite (error, code, self->path);
}

static gboolean
check (CalxDatabase *self, int code, GError **error)
{
  if (code == SQLITE_OK)
    return TRUE;
  calx_database_set_error (self, code, error);
  return FALSE;
}

gboolean
calx_database_execute (CalxDatabase *self, const char *sql, GError **error)
{
  g_assert (calx_database_may_use (self));

  return check (self, sqlite3_exec (self->handle, sql, NULL, NULL, NULL), error);
}

/* The first column of the first row, as an integer and as text. */
static gboolean
read_first (CalxDatabase *self, const char *sql, int *ret_number, char **ret_text, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    {
      const char *text = (const char *) sqlite3_column_text (statement, 0);

      if (ret_number)
        *ret_number = sqlite3_column_int (statement, 0);
      if (ret_text)
        *ret_text = g_strdup (text ? text : "");
    }
  sqlite3_finalize (statement);
  if (code == SQLITE_ROW)
    return TRUE;
  calx_database_set_error (self, code == SQLITE_DONE ? SQLITE_CORRUPT : code, error);
  return FALSE;
}

static gboolean
harden (CalxDatabase *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (self->handle, limits[i].id, limits[i].value);
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      int now = -1;
      int code = sqlite3_db_config (self->handle, settings[i].id, settings[i].value, &now);

      if (!check (self, code, error))
        return FALSE;
      g_return_val_if_fail (now == settings[i].value, FALSE);
    }
  return check (self, sqlite3_busy_timeout (self->handle, 5000), error)
         && calx_database_execute (self, connection_pragmas, error);
}

/* Is it Calx's, or empty? */
static gboolean
identify (CalxDatabase *self, CalxStoreFlags flags, int newest_schema, GError **error)
{
  int application_id, schema, n_objects;

  if (!read_first (self, "PRAGMA application_id", &application_id, NULL, error)
      || !read_first (self, "PRAGMA user_version", &schema, NULL, error)
      || !read_first (self, "SELECT count(*) FROM sqlite_schema", &n_objects, NULL, error))
    return FALSE;

  if (application_id == CALX_FILE_ID && schema > 0)
    {
      self->schema = schema;
      if (schema <= newest_schema)
        return TRUE;
      g_set_error (
          error, CALX_STORE_ERROR, CALX_STORE_ERROR_NEWER,
          _ ("%s was written by a newer Calx (structure %d, this one knows %d). It was left as it "
             "is. Install the newer Calx."),
          self->path, schema, newest_schema);
      return FALSE;
    }
  /* A file whose making was cut short is empty, and is made now. */
  if (application_id == 0 && schema == 0 && n_objects == 0 && (flags & CALX_STORE_CREATE))
    return TRUE;
  g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_CALX,
               _ ("%s is not a Calx file: another program made it, and it was left as it is. "
                  "Choose the clinic's own file."),
               self->path);
  return FALSE;
}

static gboolean
check_whole (CalxDatabase *self, gboolean closed_cleanly, GError **error)
{
  g_autofree char *answer = NULL;

  if (closed_cleanly && calx_platform_file_size (self->path) > QUICK_CHECK_LIMIT)
    return TRUE;
  if (!read_first (self, "PRAGMA quick_check(1)", NULL, &answer, error))
    return FALSE;
  if (g_str_equal (answer, "ok"))
    return TRUE;
  calx_database_set_error (self, SQLITE_CORRUPT, error);
  return FALSE;
}

/* The path without links, and a file there. */
static char *
find_or_create (const char *path, CalxStoreFlags flags, GError **error)
{
  g_autofree char *real = calx_platform_real_path (path);
  g_autofree char *folder = real ? g_path_get_dirname (real) : g_path_get_dirname (path);
  g_autofree char *type = NULL;
  gboolean remote;
  int code = 0;

  if (!real)
    {
      g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_OPEN,
                   _ ("There is no folder %s, or it may not be entered. Check the name."), folder);
      return NULL;
    }
  type = calx_platform_file_system_type (folder, &remote);
  if (calx_platform_is_network_type (type, remote))
    {
      g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_OPEN,
                   _ ("%s lies on a network drive, where records could be lost without notice. "
                      "Keep the file on a disk of this computer."),
                   real);
      return NULL;
    }
  if (calx_platform_is_regular_file (real))
    return g_steal_pointer (&real);
  if (calx_platform_file_size (real) >= 0)
    {
      g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_OPEN,
                   _ ("%s is not a file (a folder, a link or a device). Name the file itself."),
                   real);
      return NULL;
    }
  if (!(flags & CALX_STORE_CREATE) || (flags & CALX_STORE_READ_ONLY))
    {
      g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_OPEN,
                   _ ("There is no file %s. Check the name."), real);
      return NULL;
    }
  if (!calx_platform_create_file (real, &code))
    {
      g_set_error (error, CALX_STORE_ERROR,
                   code == ENOSPC || code == EDQUOT ? CALX_STORE_ERROR_FULL
                   : code == EROFS                  ? CALX_STORE_ERROR_READ_ONLY
                                                    : CALX_STORE_ERROR_OPEN,
                   _ ("The file %s cannot be made: %s. Choose a folder in which you may write."),
                   real, g_strerror (code));
      return NULL;
    }
  return g_steal_pointer (&real);
}

static gboolean
is_ready_to_write (CalxDatabase *self, CalxStoreFlags flags, GError **error)
{
  self->read_only = sqlite3_db_readonly (self->handle, "main") == 1;
  if (!self->read_only)
    return calx_database_execute (self, file_pragmas, error);
  if (flags & CALX_STORE_READ_ONLY)
    return TRUE;
  calx_database_set_error (self, SQLITE_READONLY, error);
  return FALSE;
}

CalxDatabase *
calx_database_open (
    const char *path, CalxStoreFlags flags, int newest_schema, const char *vfs, GError **error)
{
  g_autoptr(CalxDatabase) self = g_new0 (CalxDatabase, 1);
  g_autofree char *journal = NULL;
  gboolean closed_cleanly;
  int mode = flags & CALX_STORE_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  g_return_val_if_fail (path, NULL);

  calx_platform_keep_private ();
  self->vfs = g_strdup (vfs);
  self->path = find_or_create (path, flags, error);
  if (!self->path)
    return NULL;
  journal = g_strconcat (self->path, "-journal", NULL);
  closed_cleanly = calx_platform_file_size (journal) < 0;
  mode |= SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE;
  if (!check (self, sqlite3_open_v2 (self->path, &self->handle, mode, vfs), error)
      || !harden (self, error) || !identify (self, flags, newest_schema, error)
      || !check_whole (self, closed_cleanly, error) || !is_ready_to_write (self, flags, error))
    return NULL;
  self->is_checked = TRUE;
  return g_steal_pointer (&self);
}

void
calx_database_close (CalxDatabase *self)
{
  if (!self)
    return;
  if (self->is_checked && !self->read_only)
    sqlite3_exec (self->handle, "PRAGMA optimize", NULL, NULL, NULL);
  /* Every statement is finalised where it was made, so nothing can hold the connection open. */
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("a statement outlived its connection");
  g_free (self->path);
  g_free (self->vfs);
  g_free (self);
}

sqlite3 *
calx_database_get_handle (CalxDatabase *self)
{
  return self->handle;
}

const char *
calx_database_get_path (CalxDatabase *self)
{
  return self->path;
}

const char *
calx_database_get_vfs (CalxDatabase *self)
{
  return self->vfs;
}

gboolean
calx_database_is_read_only (CalxDatabase *self)
{
  return self->read_only;
}

int
calx_database_get_schema (CalxDatabase *self)
{
  return self->schema;
}

void
calx_database_set_schema (CalxDatabase *self, int schema)
{
  self->schema = schema;
}

void
calx_database_set_owner (CalxDatabase *self, GThread *thread)
{
  g_atomic_pointer_set (&self->owner, thread);
}

gboolean
calx_database_may_use (CalxDatabase *self)
{
  GThread *owner = g_atomic_pointer_get (&self->owner);

  return !owner || owner == g_thread_self ();
}

void
calx_database_interrupt (CalxDatabase *self)
{
  sqlite3_interrupt (self->handle);
}

gboolean
calx_database_begin (CalxDatabase *self, GError **error)
{
  /* IMMEDIATE: two writers meet here, where waiting helps, and not in the middle. */
  return calx_database_execute (self, "BEGIN IMMEDIATE", error);
}

gboolean
calx_database_finish (CalxDatabase *self, gboolean ok, GError **error)
{
  if (ok && calx_database_execute (self, "COMMIT", error))
    return TRUE;
  /* After some errors SQLite has rolled back by itself. A ROLLBACK that fails leaves the journal,
   * from which the next reader restores the file. */
  if (!sqlite3_get_autocommit (self->handle))
    calx_database_execute (self, "ROLLBACK", NULL);
  return FALSE;
}
