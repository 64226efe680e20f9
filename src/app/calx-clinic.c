/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-clinic.h"

#include "calx-platform.h"

struct _CalxClinic
{
  GObject        parent_instance;

  char          *path;
  char          *identity;
  CalxKnowledge *knowledge;
  CalxStore     *store; /* NULL until it is open */
};

G_DEFINE_FINAL_TYPE (CalxClinic, calx_clinic, G_TYPE_OBJECT)

/* The window may be gone before an answer comes: the program must stay until it is there. */
static void
hold_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_hold (application);
}

static void
release_program (void)
{
  GApplication *application = g_application_get_default ();

  if (application != NULL)
    g_application_release (application);
}

static void
calx_clinic_finalize (GObject *object)
{
  CalxClinic *self = CALX_CLINIC (object);

  g_clear_pointer (&self->store, calx_store_close);
  g_clear_pointer (&self->knowledge, calx_knowledge_unref);
  g_clear_pointer (&self->identity, g_free);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (calx_clinic_parent_class)->finalize (object);
}

static void
calx_clinic_class_init (CalxClinicClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = calx_clinic_finalize;
}

static void
calx_clinic_init (CalxClinic *self)
{
}

CalxClinic *
calx_clinic_new (const char    *path,
                 CalxKnowledge *knowledge)
{
  CalxClinic *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (knowledge != NULL, NULL);

  self = g_object_new (CALX_TYPE_CLINIC, NULL);
  self->path = g_canonicalize_filename (path, NULL);
  self->identity = calx_platform_identify_file (self->path);
  self->knowledge = calx_knowledge_ref (knowledge);
  return self;
}

const char *
calx_clinic_get_path (CalxClinic *self)
{
  g_return_val_if_fail (CALX_IS_CLINIC (self), NULL);

  return self->path;
}

const char *
calx_clinic_get_identity (CalxClinic *self)
{
  g_return_val_if_fail (CALX_IS_CLINIC (self), NULL);

  return self->identity;
}

CalxKnowledge *
calx_clinic_get_knowledge (CalxClinic *self)
{
  g_return_val_if_fail (CALX_IS_CLINIC (self), NULL);

  return self->knowledge;
}

gboolean
calx_clinic_is_open (CalxClinic *self)
{
  g_return_val_if_fail (CALX_IS_CLINIC (self), FALSE);

  return self->store != NULL;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  CalxClinic *self = CALX_CLINIC (source);
  GError *error = NULL;
  CalxStore *store = calx_store_open (self->path, CALX_STORE_CREATE, self->knowledge, NULL, &error);

  if (store == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, store, (GDestroyNotify) calx_store_close);
}

void
calx_clinic_open_async (CalxClinic          *self,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CALX_IS_CLINIC (self));
  g_return_if_fail (self->store == NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, calx_clinic_open_async);
  hold_program ();
  g_task_run_in_thread (task, open_in_thread);
}

gboolean
calx_clinic_open_finish (CalxClinic    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  CalxStore *store;

  g_return_val_if_fail (CALX_IS_CLINIC (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  release_program ();
  store = g_task_propagate_pointer (G_TASK (result), error);
  if (store == NULL)
    return FALSE;

  self->store = store;
  /* a file that was not there yet has its device and inode only now */
  g_clear_pointer (&self->identity, g_free);
  self->identity = calx_platform_identify_file (self->path);
  return TRUE;
}

static void
call_answered_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  CalxClinic *self = g_task_get_source_object (task);
  GError *error = NULL;
  gpointer answer = calx_store_call_finish (self->store, result, &error);

  release_program ();
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, g_task_get_task_data (task));
}

void
calx_clinic_call_async (CalxClinic          *self,
                        CalxStoreJob         job,
                        gpointer             job_data,
                        GDestroyNotify       job_data_free,
                        GDestroyNotify       result_free,
                        CalxStorePriority    priority,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CALX_IS_CLINIC (self));
  g_return_if_fail (self->store != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, calx_clinic_call_async);
  /* how to free an answer that nobody takes */
  g_task_set_task_data (task, result_free, NULL);
  hold_program ();
  calx_store_call_async (self->store, job, job_data, job_data_free, result_free, priority,
                         cancellable, call_answered_cb, task);
}

gpointer
calx_clinic_call_finish (CalxClinic    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (CALX_IS_CLINIC (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
