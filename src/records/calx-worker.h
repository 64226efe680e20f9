/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-store-private.h"

G_BEGIN_DECLS

/* One thread that owns the connection and runs jobs one after another: a query before saves, saves in
 * their order before background work. Answers come in the main context of the caller. */
typedef struct _CalxWorker CalxWorker;

CalxWorker *calx_worker_new   (CalxStore         *store) G_GNUC_WARN_UNUSED_RESULT;
/* Runs every save that waits, cancels queries and background work, and joins the thread. */
void        calx_worker_close (CalxWorker        *self);
/* Takes @task, which carries the callback. A new query cancels those that wait or run. Cancelling a
 * save that has begun has no effect: it is all there or not at all, and its answer says which. */
void        calx_worker_push  (CalxWorker        *self,
                               GTask             *task,
                               CalxStoreJob       job,
                               gpointer           job_data,
                               GDestroyNotify     job_data_free,
                               GDestroyNotify     result_free,
                               CalxStorePriority  priority,
                               GCancellable      *cancellable);

G_END_DECLS
