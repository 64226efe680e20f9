/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "calx-store.h"

G_BEGIN_DECLS

/* One records file in use: its store, opened and asked away from the main thread. The store is
 * closed with the last reference; every question under way holds one, and keeps the program alive. */
#define CALX_TYPE_CLINIC (calx_clinic_get_type ())
G_DECLARE_FINAL_TYPE (CalxClinic, calx_clinic, CALX, CLINIC, GObject)

CalxClinic    *calx_clinic_new           (const char          *path,
                                          CalxKnowledge       *knowledge) G_GNUC_WARN_UNUSED_RESULT;
const char    *calx_clinic_get_path      (CalxClinic          *self);
/* As calx_platform_identify_file(), of the file that was opened. */
const char    *calx_clinic_get_identity  (CalxClinic          *self);
CalxKnowledge *calx_clinic_get_knowledge (CalxClinic          *self); /* transfer none */
gboolean       calx_clinic_is_open       (CalxClinic          *self);

/* May be called again after a failure. */
void           calx_clinic_open_async    (CalxClinic          *self,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean       calx_clinic_open_finish   (CalxClinic          *self,
                                          GAsyncResult        *result,
                                          GError             **error);

/* As calx_store_call_async(), with the clinic as source object. Only while open. */
void           calx_clinic_call_async    (CalxClinic          *self,
                                          CalxStoreJob         job,
                                          gpointer             job_data,
                                          GDestroyNotify       job_data_free,
                                          GDestroyNotify       result_free,
                                          CalxStorePriority    priority,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gpointer       calx_clinic_call_finish   (CalxClinic          *self,
                                          GAsyncResult        *result,
                                          GError             **error);

G_END_DECLS
