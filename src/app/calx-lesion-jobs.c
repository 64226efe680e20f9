/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-jobs.h"

#include <glib/gi18n.h>

#include "calx-file.h"
#include "calx-lesion-csv.h"
#include "calx-store-check.h"
#include "calx-store-lesions.h"

/* How long the worker reads on before others have their turn. */
#define SLICE_US 40000

/* Export. The value goes to the worker and comes back, one thread at a time. */

typedef struct
{
  CalxLesionReading *reading;
  GString           *text;
  guint              n_written; /* lines of the reading that stand in the text */
  char              *path;
} Export;

static void
export_clear (gpointer data)
{
  Export *self = data;

  g_clear_pointer (&self->reading, calx_lesion_reading_unref);
  g_string_free (self->text, TRUE);
  g_free (self->path);
}

static void
export_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, export_clear);
}

static gboolean
write_file (CalxStore  *store,
            Export     *self,
            GError    **error)
{
  g_autoptr(GBytes) csv = g_string_free_to_bytes (g_steal_pointer (&self->text));

  self->text = g_string_new (NULL);
  /* Told before it is done: nothing leaves the file without a trace. */
  return calx_store_audit (store, "export", "lesions", "csv", error) && calx_file_write_private (self->path, csv, error);
}

static gpointer
export_slice (CalxStore     *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  Export *self = data;
  CalxRegions *regions = calx_store_get_knowledge (store)->regions;

  if (!calx_store_read_lesions (store, self->reading, SLICE_US, cancellable, error))
    return NULL;
  for (; self->n_written < self->reading->lines->len; self->n_written++)
    calx_lesion_csv_append (self->text, regions, g_ptr_array_index (self->reading->lines, self->n_written));
  if (self->reading->complete && !write_file (store, self, error))
    return NULL;
  return g_atomic_rc_box_acquire (self);
}

static void export_on (GTask *task);

static void
slice_done_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Export *export = calx_clinic_call_finish (CALX_CLINIC (source), result, &error);

  if (export == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (export->reading->complete)
    g_task_return_int (task, export->n_written);
  else
    export_on (g_steal_pointer (&task));
  export_unref (export);
}

/* Takes @task. */
static void
export_on (GTask *task)
{
  calx_clinic_call_async (g_task_get_source_object (task), export_slice,
                          g_atomic_rc_box_acquire (g_task_get_task_data (task)), export_unref, export_unref,
                          CALX_PRIORITY_BACKGROUND, g_task_get_cancellable (task), slice_done_cb, task);
}

void
calx_clinic_export_lesions_async (CalxClinic          *clinic,
                                  const char          *path,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GTask *task;
  Export *export;

  g_return_if_fail (CALX_IS_CLINIC (clinic));
  g_return_if_fail (path != NULL);

  task = g_task_new (clinic, cancellable, callback, user_data);
  export = g_atomic_rc_box_new0 (Export);
  export->reading = calx_lesion_reading_new ();
  export->text = g_string_new (NULL);
  export->path = g_strdup (path);
  calx_lesion_csv_append_header (export->text);
  g_task_set_task_data (task, export, export_unref);
  export_on (task);
}

gboolean
calx_clinic_export_lesions_finish (CalxClinic    *clinic,
                                   GAsyncResult  *result,
                                   guint         *ret_n_lines,
                                   GError       **error)
{
  gssize n_lines;

  g_return_val_if_fail (g_task_is_valid (result, clinic), FALSE);

  n_lines = g_task_propagate_int (G_TASK (result), error);
  if (n_lines < 0)
    return FALSE;
  *ret_n_lines = (guint) n_lines;
  return TRUE;
}

/* Import */

void
calx_lesion_file_free (CalxLesionFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self);
}

static CalxLesionFile *
lesion_file_new (void)
{
  CalxLesionFile *self = g_new0 (CalxLesionFile, 1);

  self->faults = g_ptr_array_new_with_free_func (g_free);
  return self;
}

static gboolean
import (CalxStore       *store,
        CalxLesionFile  *self,
        gboolean         dry_run,
        GError         **error)
{
  g_autoptr(GError) fault = NULL;

  calx_store_import_lesions (store, self->lines, dry_run, _("Import of lesions from a CSV file"), &self->import,
                             self->faults, &fault);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gpointer
read_file (CalxStore     *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  CalxKnowledge *knowledge = calx_store_get_knowledge (store);
  g_autoptr(CalxLesionFile) self = lesion_file_new ();
  g_autoptr(GInputStream) input = (GInputStream *) g_file_read (data, cancellable, error);
  g_autoptr(GError) fault = NULL;

  if (input == NULL)
    return NULL;
  self->lines = calx_lesion_csv_read (knowledge->regions, knowledge->figures, input, self->faults, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }
  if (self->lines != NULL && !import (store, self, /* dry_run= */ TRUE, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gpointer
write_lines (CalxStore     *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr(CalxLesionFile) self = lesion_file_new ();

  self->lines = g_ptr_array_ref (data);
  if (!import (store, self, /* dry_run= */ FALSE, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
calx_clinic_read_lesion_file_async (CalxClinic          *clinic,
                                    GFile               *file,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  calx_clinic_call_async (clinic, read_file, g_object_ref (file), g_object_unref,
                          (GDestroyNotify) calx_lesion_file_free, CALX_PRIORITY_BACKGROUND, cancellable, callback,
                          user_data);
}

CalxLesionFile *
calx_clinic_read_lesion_file_finish (CalxClinic    *clinic,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  return calx_clinic_call_finish (clinic, result, error);
}

void
calx_clinic_import_lesions_async (CalxClinic          *clinic,
                                  GPtrArray           *lines,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  calx_clinic_call_async (clinic, write_lines, g_ptr_array_ref (lines), (GDestroyNotify) g_ptr_array_unref,
                          (GDestroyNotify) calx_lesion_file_free, CALX_PRIORITY_SAVE, cancellable, callback,
                          user_data);
}

CalxLesionFile *
calx_clinic_import_lesions_finish (CalxClinic    *clinic,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  return calx_clinic_call_finish (clinic, result, error);
}
