/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-worker.h"

#define N_PRIORITIES (CALX_PRIORITY_BACKGROUND + 1)

struct _CalxWorker
{
  CalxStore *store;
  GThread *thread;
  GMutex mutex; /* guards what follows */
  GCond wake;
  GQueue waiting[N_PRIORITIES]; /* Job */
  struct Job *running;
  gboolean closing;
};

typedef struct Job
{
  CalxWorker *worker;
  GTask *task;
  CalxStoreJob run;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
  CalxStorePriority priority;
  GCancellable *cancellable; /* the job's own: set by the caller's and by a newer query */
  GCancellable *outer;       /* the caller's, or NULL */
  gulong outer_handler;
} Job;

static void
job_free (Job *job)
{
  /* Waits for a handler that runs in another thread: never with the mutex held. */
  if (job->outer)
    g_cancellable_disconnect (job->outer, job->outer_handler);
  g_clear_object (&job->outer);
  if (job->data_free)
    job->data_free (job->data);
  g_object_unref (job->cancellable);
  g_object_unref (job->task);
  g_free (job);
}

/* With the mutex held. */
static void
interrupt_if_running (CalxWorker *self, Job *job)
{
  if (self->running == job && job->priority != CALX_PRIORITY_SAVE)
    calx_database_interrupt (calx_store_get_database (self->store));
}

static void
outer_cancelled (GCancellable *outer, gpointer data)
{
  Job *job = data;

  g_cancellable_cancel (job->cancellable);
  g_mutex_lock (&job->worker->mutex);
  interrupt_if_running (job->worker, job);
  g_mutex_unlock (&job->worker->mutex);
}

/* With the mutex held: what waits in the queue, and what runs of that priority, is to end. */
static void
cancel_all (CalxWorker *self, CalxStorePriority priority)
{
  for (GList *l = self->waiting[priority].head; l; l = l->next)
    g_cancellable_cancel (((Job *) l->data)->cancellable);
  if (self->running && self->running->priority == priority)
    {
      g_cancellable_cancel (self->running->cancellable);
      interrupt_if_running (self, self->running);
    }
}

static void
run_job (CalxWorker *self, Job *job)
{
  GError *error = NULL;
  gpointer result;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &error))
    {
      g_task_return_error (job->task, error);
      return;
    }
  result = job->run (self->store, job->data, job->cancellable, &error);
  if (!error)
    {
      g_task_return_pointer (job->task, result, job->result_free);
      return;
    }
  if (result && job->result_free)
    job->result_free (result);
  g_task_return_error (job->task, error);
}

/* With the mutex held: the next job, or NULL where none waits. */
static Job *
pop (CalxWorker *self)
{
  for (guint i = 0; i < N_PRIORITIES; i++)
    if (self->waiting[i].head)
      return g_queue_pop_head (&self->waiting[i]);
  return NULL;
}

static gpointer
run (gpointer data)
{
  CalxWorker *self = data;
  CalxDatabase *database = calx_store_get_database (self->store);

  calx_database_set_owner (database, g_thread_self ());
  g_mutex_lock (&self->mutex);
  for (;;)
    {
      Job *job = pop (self);

      if (!job && self->closing)
        break;
      if (!job)
        {
          g_cond_wait (&self->wake, &self->mutex);
          continue;
        }
      self->running = job;
      g_mutex_unlock (&self->mutex);
      run_job (self, job);
      g_mutex_lock (&self->mutex);
      self->running = NULL;
      g_mutex_unlock (&self->mutex);
      job_free (job);
      g_mutex_lock (&self->mutex);
    }
  g_mutex_unlock (&self->mutex);
  calx_database_set_owner (database, NULL);
  return NULL;
}

CalxWorker *
calx_worker_new (CalxStore *store)
{
  CalxWorker *self = g_new0 (CalxWorker, 1);

  self->store = store;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->wake);
  for (guint i = 0; i < N_PRIORITIES; i++)
    g_queue_init (&self->waiting[i]);
  self->thread = g_thread_new ("calx-records", run, self);
  return self;
}

void
calx_worker_push (CalxWorker *self,
                  GTask *task,
                  CalxStoreJob job_function,
                  gpointer job_data,
                  GDestroyNotify job_data_free,
                  GDestroyNotify result_free,
                  CalxStorePriority priority,
                  GCancellable *cancellable)
{
  Job *job = g_new0 (Job, 1);

  job->worker = self;
  job->task = task;
  job->run = job_function;
  job->data = job_data;
  job->data_free = job_data_free;
  job->result_free = result_free;
  job->priority = priority;
  job->cancellable = g_cancellable_new ();
  if (cancellable)
    {
      job->outer = g_object_ref (cancellable);
      job->outer_handler
          = g_cancellable_connect (cancellable, G_CALLBACK (outer_cancelled), job, NULL);
    }

  g_mutex_lock (&self->mutex);
  g_assert (!self->closing);
  if (priority == CALX_PRIORITY_QUERY)
    cancel_all (self, CALX_PRIORITY_QUERY);
  g_queue_push_tail (&self->waiting[priority], job);
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
}

void
calx_worker_close (CalxWorker *self)
{
  if (!self)
    return;
  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  cancel_all (self, CALX_PRIORITY_QUERY);
  cancel_all (self, CALX_PRIORITY_BACKGROUND);
  g_cond_signal (&self->wake);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->wake);
  g_free (self);
}
