/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-cli.h"
#include "calx-store-session.h"

G_BEGIN_DECLS

/* One patient to write a file of: the newest session of it, as it is stored. */
typedef struct
{
  CalxPatient       *patient;
  GPtrArray         *sessions; /* CalxStoredSession, newest first; at least one */
  CalxStoredSession *newest;   /* of @sessions */
} CalxCliPatient;

void          calx_cli_patient_free (CalxCliPatient *self);

/* Writes one file; @path ends as the format asks. */
typedef gboolean (*CalxCliWritePatient) (CalxStore      *store,
                                         CalxCliPatient *patient,
                                         const char     *path,
                                         gpointer        data,
                                         GError        **error);

/* FALSE where @id is no opaque id: a record number says how it is given instead. "-" is right. */
gboolean      calx_cli_check_patient_id (const char  *id,
                                         GError     **error);

/* FALSE where @output was not given. */
gboolean      calx_cli_check_output     (const char  *output,
                                         GError     **error);

/* Writes the file @output for the patient @id, or, with "-", for the record numbers that standard
 * input names, one a line: with more than one, @output is a folder (made where it is missing) and each
 * file is named by the opaque id and @suffix. Each is an export in the audit. */
gboolean      calx_cli_write_patients   (CalxStore            *store,
                                         const char           *id,
                                         const char           *output,
                                         const char           *suffix,
                                         CalxCliWritePatient   write,
                                         gpointer              data,
                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxCliPatient, calx_cli_patient_free)

G_END_DECLS
