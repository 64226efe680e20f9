/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "calx-knowledge.h"

G_BEGIN_DECLS

/* The one door to the records file. Synchronous inside; a program with a window calls it only
 * through calx_store_call_async(), whose worker thread owns the connection from then on. */
typedef struct _CalxStore CalxStore;

#define CALX_STORE_ERROR (calx_store_error_quark ())
typedef enum
{
  CALX_STORE_ERROR_OPEN,          /* cannot be opened or created: folder, rights */
  CALX_STORE_ERROR_NOT_CALX,      /* another program's file, or not a database */
  CALX_STORE_ERROR_NEWER,         /* written by a newer Calx; untouched */
  CALX_STORE_ERROR_DAMAGED,       /* fails its check; untouched */
  CALX_STORE_ERROR_READ_ONLY,
  CALX_STORE_ERROR_FULL,          /* disk full; nothing was written */
  CALX_STORE_ERROR_BUSY,          /* another program holds the file */
  CALX_STORE_ERROR_IO,
  CALX_STORE_ERROR_CONFLICT,      /* the row changed since it was read */
  CALX_STORE_ERROR_DUPLICATE,     /* the record number is taken */
  CALX_STORE_ERROR_NOT_FOUND,
  CALX_STORE_ERROR_CONTENT,       /* a stored value cannot be read; names the row */
} CalxStoreError;
GQuark calx_store_error_quark (void);

typedef enum
{
  CALX_STORE_CREATE   = 1 << 0, /* make the file where there is none */
  CALX_STORE_READ_ONLY = 1 << 1,
} CalxStoreFlags;

/* What the store takes from outside, so that a test or the sample clinic can fix it. */
typedef struct
{
  gint64    (*now_us)    (gpointer data);                          /* UTC microseconds */
  void      (*random)    (gpointer data, guint8 *bytes, gsize n);  /* for uuids and salts */
  gpointer    data;
  const char *who;                                                 /* NULL: the account's login name */
  const char *vfs;                                                 /* SQLite VFS, NULL: the default */
} CalxStoreEnvironment;

/* Opens, checks and migrates. @environment (nullable) is copied. The message says what to do. */
CalxStore     *calx_store_open      (const char                 *path,
                                     CalxStoreFlags              flags,
                                     CalxKnowledge              *knowledge,
                                     const CalxStoreEnvironment *environment,
                                     GError                    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Drains the worker, joins it, closes the file, frees the store. */
void           calx_store_close     (CalxStore *self);
const char    *calx_store_get_path  (CalxStore *self);
CalxKnowledge *calx_store_get_knowledge (CalxStore *self);
/* $XDG_DATA_HOME/calx/clinic.calx, its folder made 0700. */
char          *calx_store_get_default_path (void) G_GNUC_WARN_UNUSED_RESULT;

/* One row of the clinic's settings; "" where unset. See calx-store-settings.h for what they hold. */
char          *calx_store_get_setting (CalxStore   *self,
                                       const char  *key,
                                       GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       calx_store_set_setting (CalxStore   *self,
                                       const char  *key,
                                       const char  *value,
                                       GError     **error);

typedef enum
{
  CALX_PRIORITY_QUERY,      /* the newest wins: an older one that waits or runs is cancelled */
  CALX_PRIORITY_SAVE,       /* save and draft; keep their order */
  CALX_PRIORITY_BACKGROUND,
} CalxStorePriority;

/* Runs in the worker with the store's synchronous calls at hand. @data is the job's own value.
 * The result is handed to calx_store_call_finish(). */
typedef gpointer (*CalxStoreJob) (CalxStore    *store,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);

void     calx_store_call_async  (CalxStore            *self,
                                 CalxStoreJob          job,
                                 gpointer              job_data,
                                 GDestroyNotify        job_data_free,
                                 GDestroyNotify        result_free,
                                 CalxStorePriority     priority,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback, /* source object NULL */
                                 gpointer              user_data);
gpointer calx_store_call_finish (CalxStore            *self,
                                 GAsyncResult         *result,
                                 GError              **error);

G_END_DECLS
