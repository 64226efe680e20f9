/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store.h"

#include <glib/gi18n-lib.h>

#include "calx-audit.h"
#include "calx-migrations.h"
#include "calx-platform.h"
#include "calx-sql-statement.h"
#include "calx-store-check.h"
#include "calx-store-private.h"
#include "calx-worker.h"

struct _CalxStore
{
  CalxDatabase *database;
  CalxKnowledge *knowledge;
  CalxWorker *worker; /* from the first asynchronous call on */
  CalxStoreEnvironment environment;
  char *who;
};

static gint64
real_now_us (gpointer data)
{
  return g_get_real_time ();
}

static void
real_random (gpointer data, guint8 *bytes, gsize n)
{
  calx_platform_random (bytes, n);
}

static void
take_environment (CalxStore *self, const CalxStoreEnvironment *environment)
{
  if (environment)
    self->environment = *environment;
  if (!self->environment.now_us)
    self->environment.now_us = real_now_us;
  if (!self->environment.random)
    self->environment.random = real_random;
  self->who
      = g_strdup (self->environment.who ? self->environment.who : calx_platform_login_name ());
  self->environment.who = self->who;
  self->environment.vfs = NULL; /* the caller's string; the connection keeps a copy */
}

CalxStore *
calx_store_open (const char *path,
                 CalxStoreFlags flags,
                 CalxKnowledge *knowledge,
                 const CalxStoreEnvironment *environment,
                 GError **error)
{
  g_autoptr(GPtrArray) steps = NULL;
  g_autoptr(CalxDatabase) database = NULL;
  CalxStore *self;

  g_return_val_if_fail (path, NULL);
  g_return_val_if_fail (knowledge, NULL);

  steps = calx_migrations_load (error);
  if (!steps)
    return NULL;
  database = calx_database_open (path, flags, (int) steps->len,
                                 environment ? environment->vfs : NULL, error);
  if (!database || !calx_migrations_apply (database, steps, error))
    return NULL;
  self = g_new0 (CalxStore, 1);
  self->database = g_steal_pointer (&database);
  self->knowledge = calx_knowledge_ref (knowledge);
  take_environment (self, environment);
  return self;
}

void
calx_store_close (CalxStore *self)
{
  if (!self)
    return;
  calx_worker_close (self->worker);
  calx_database_close (self->database);
  calx_knowledge_unref (self->knowledge);
  g_free (self->who);
  g_free (self);
}

const char *
calx_store_get_path (CalxStore *self)
{
  g_return_val_if_fail (self, NULL);

  return calx_database_get_path (self->database);
}

CalxKnowledge *
calx_store_get_knowledge (CalxStore *self)
{
  g_return_val_if_fail (self, NULL);

  return self->knowledge;
}

char *
calx_store_get_default_path (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "calx", NULL);

  /* Where this fails, opening the file in it says why. */
  calx_platform_make_folder (folder);
  return g_build_filename (folder, "clinic.calx", NULL);
}

CalxDatabase *
calx_store_get_database (CalxStore *self)
{
  return self->database;
}

const char *
calx_store_get_who (CalxStore *self)
{
  return self->who;
}

gint64
calx_store_get_now_us (CalxStore *self)
{
  return self->environment.now_us (self->environment.data);
}

CalxDate
calx_store_get_today (CalxStore *self)
{
  g_autoptr(GDateTime) now
      = g_date_time_new_from_unix_local (calx_store_get_now_us (self) / G_USEC_PER_SEC);

  return (CalxDate){ g_date_time_get_year (now), g_date_time_get_month (now),
                     g_date_time_get_day_of_month (now) };
}

char *
calx_store_new_salt (CalxStore *self, gsize n)
{
  g_autofree guint8 *bytes = g_malloc (n);
  GString *text = g_string_sized_new (2 * n);

  self->environment.random (self->environment.data, bytes, n);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

char *
calx_store_new_uuid (CalxStore *self)
{
  guint8 b[16];

  self->environment.random (self->environment.data, b, sizeof b);
  b[6] = (b[6] & 0x0f) | 0x40; /* RFC 4122: version 4, random */
  b[8] = (b[8] & 0x3f) | 0x80;
  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11],
                          b[12], b[13], b[14], b[15]);
}

char *
calx_store_get_setting (CalxStore *self, const char *key, GError **error)
{
  g_autoptr(CalxSqlStatement) row = NULL;
  CalxStep step;

  g_return_val_if_fail (self && key, NULL);

  row = calx_sql_statement_new (self->database, CALX_SQL_SETTING_GET, error);
  if (!row)
    return NULL;
  calx_sql_statement_bind_text (row, 1, key);
  step = calx_sql_statement_step (row, error);
  if (step == CALX_STEP_ERROR)
    return NULL;
  return g_strdup (step == CALX_STEP_ROW ? calx_sql_statement_get_text (row, 0) : "");
}

static gboolean
set_setting (CalxStore *self, const char *key, const char *value, GError **error)
{
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (self->database, CALX_SQL_SETTING_SET, error);

  if (!statement)
    return FALSE;
  calx_sql_statement_bind_text (statement, 1, key);
  calx_sql_statement_bind_text (statement, 2, value);
  calx_sql_statement_bind_int64 (statement, 3, calx_store_get_now_us (self));
  calx_sql_statement_bind_text (statement, 4, self->who);
  return calx_sql_statement_run (statement, error)
         && calx_audit_append (self, "setting.change", key, value, error);
}

gboolean
calx_store_set_setting (CalxStore *self, const char *key, const char *value, GError **error)
{
  g_return_val_if_fail (self && key && value, FALSE);

  return calx_database_begin (self->database, error)
         && calx_database_finish (self->database, set_setting (self, key, value, error), error);
}

gboolean
calx_store_audit (
    CalxStore *self, const char *action, const char *object, const char *detail, GError **error)
{
  g_return_val_if_fail (self && action && object, FALSE);

  return calx_database_begin (self->database, error)
         && calx_database_finish (
             self->database, calx_audit_append (self, action, object, detail ? detail : "", error),
             error);
}

char *
calx_store_get_audit_head (CalxStore *self, GError **error)
{
  g_return_val_if_fail (self, NULL);

  return calx_audit_get_head (self, error);
}

void
calx_store_call_async (CalxStore *self,
                       CalxStoreJob job,
                       gpointer job_data,
                       GDestroyNotify job_data_free,
                       GDestroyNotify result_free,
                       CalxStorePriority priority,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  GTask *task;

  g_return_if_fail (self && job);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, calx_store_call_async);
  /* What was saved was saved, even where the caller has lost interest meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  if (!self->worker)
    self->worker = calx_worker_new (self);
  calx_worker_push (self->worker, task, job, job_data, job_data_free, result_free, priority,
                    cancellable);
}

gpointer
calx_store_call_finish (CalxStore *self, GAsyncResult *result, GError **error)
{
  /* @self may be closed already: answers of drained jobs come after it. */
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
