/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-sql-statement.h"

struct _CalxSqlStatement
{
  CalxDatabase *database;
  sqlite3_stmt *statement;
  int bind_code; /* the first failure of a bind */
};

CalxSqlStatement *
calx_sql_statement_new (CalxDatabase *database, CalxSql sql, GError **error)
{
  CalxSqlStatement *self;
  sqlite3_stmt *statement = NULL;
  int code;

  g_assert (calx_database_may_use (database));

  code = sqlite3_prepare_v2 (calx_database_get_handle (database), calx_sql_get (sql), -1,
                             &statement, NULL);
  if (code != SQLITE_OK)
    {
      calx_database_set_error (database, code, error);
      return NULL;
    }
  self = g_new0 (CalxSqlStatement, 1);
  self->database = database;
  self->statement = statement;
  return self;
}

void
calx_sql_statement_free (CalxSqlStatement *self)
{
  if (!self)
    return;
  sqlite3_finalize (self->statement);
  g_free (self);
}

static void
keep_code (CalxSqlStatement *self, int code)
{
  g_assert (code != SQLITE_RANGE && code != SQLITE_MISUSE);

  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
calx_sql_statement_bind_text (CalxSqlStatement *self, int parameter, const char *text)
{
  if (text && !g_utf8_validate (text, -1, NULL))
    keep_code (self, SQLITE_CONSTRAINT);
  else
    keep_code (self, sqlite3_bind_text (self->statement, parameter, text, -1, SQLITE_TRANSIENT));
}

void
calx_sql_statement_bind_int64 (CalxSqlStatement *self, int parameter, gint64 value)
{
  keep_code (self, sqlite3_bind_int64 (self->statement, parameter, value));
}

CalxStep
calx_sql_statement_step (CalxSqlStatement *self, GError **error)
{
  int code = self->bind_code;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->statement);
  if (code == SQLITE_ROW)
    return CALX_STEP_ROW;
  if (code == SQLITE_DONE)
    return CALX_STEP_DONE;
  calx_database_set_error (self->database, code, error);
  return CALX_STEP_ERROR;
}

gboolean
calx_sql_statement_run (CalxSqlStatement *self, GError **error)
{
  CalxStep step = calx_sql_statement_step (self, error);

  g_assert (step != CALX_STEP_ROW);
  return step == CALX_STEP_DONE;
}

void
calx_sql_statement_reset (CalxSqlStatement *self)
{
  /* Its result is that of the last step, which was reported then. */
  sqlite3_reset (self->statement);
}

int
calx_sql_statement_get_n_changed (CalxSqlStatement *self)
{
  return sqlite3_changes (calx_database_get_handle (self->database));
}

const char *
calx_sql_statement_get_text (CalxSqlStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, column);

  return text ? text : "";
}

gint64
calx_sql_statement_get_int64 (CalxSqlStatement *self, int column)
{
  return sqlite3_column_int64 (self->statement, column);
}

int
calx_sql_statement_get_int (CalxSqlStatement *self, int column)
{
  return sqlite3_column_int (self->statement, column);
}

gboolean
calx_sql_statement_is_null (CalxSqlStatement *self, int column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}
