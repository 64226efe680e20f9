/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-clinic.h"
#include "calx-lesion-line.h"

G_BEGIN_DECLS

/* Lesions as CSV out of the records and into them, as jobs of the worker. The source object of every callback is
 * the clinic. */

/* Writes the lesions of all patients to @path, with an audit row before; read in short slices, so that the window's
 * own jobs come in between. A cancelled export writes nothing. */
void     calx_clinic_export_lesions_async  (CalxClinic           *clinic,
                                            const char           *path,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* @ret_n_lines: how many were written. */
gboolean calx_clinic_export_lesions_finish (CalxClinic           *clinic,
                                            GAsyncResult         *result,
                                            guint                *ret_n_lines,
                                            GError              **error);

/* A file as it was read, and what would come of it. */
typedef struct
{
  GPtrArray       *lines;  /* CalxLesionLine; NULL where there are faults */
  GPtrArray       *faults; /* char *, each naming line, column, value and mend */
  CalxLesionImport import;
} CalxLesionFile;

void            calx_lesion_file_free                (CalxLesionFile      *self);
/* Reads @file and tries the import, without writing anything. */
void            calx_clinic_read_lesion_file_async   (CalxClinic          *clinic,
                                                      GFile               *file,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
CalxLesionFile *calx_clinic_read_lesion_file_finish  (CalxClinic          *clinic,
                                                      GAsyncResult        *result,
                                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Writes what calx_clinic_read_lesion_file_async() read: all of it or nothing. What meanwhile does not fit any more
 * stands in the faults of the result. */
void            calx_clinic_import_lesions_async     (CalxClinic          *clinic,
                                                      GPtrArray           *lines,
                                                      GCancellable        *cancellable,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
CalxLesionFile *calx_clinic_import_lesions_finish    (CalxClinic          *clinic,
                                                      GAsyncResult        *result,
                                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxLesionFile, calx_lesion_file_free)

G_END_DECLS
