/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-lesion-line.h"
#include "calx-store.h"

G_BEGIN_DECLS

/* The lesions of the whole clinic, read slice by slice: a value that a job takes along and brings back with
 * more in it. Refcounted (g_atomic_rc_box); one thread at a time. */
typedef struct
{
  GPtrArray *lines;      /* CalxLesionLine: by patient, a patient's sessions oldest first, by number */
  guint      n_patients; /* with a lesion in @lines */
  guint      n_sessions;
  char      *after;      /* how far the reading came */
  gboolean   complete;
} CalxLesionReading;

CalxLesionReading *calx_lesion_reading_new   (void) G_GNUC_WARN_UNUSED_RESULT;
CalxLesionReading *calx_lesion_reading_ref   (CalxLesionReading *self);
void               calx_lesion_reading_unref (CalxLesionReading *self);

/* Reads on for about @budget_us microseconds (0: to the end), by whole patients: the newest version of every
 * session. One that cannot be read is an error. */
gboolean           calx_store_read_lesions   (CalxStore          *self,
                                              CalxLesionReading  *reading,
                                              gint64              budget_us,
                                              GCancellable       *cancellable,
                                              GError            **error);

/* Puts @lines (CalxLesionLine) into their sessions: a lesion takes the place of the one with its uuid, or is added;
 * one that @lines does not name stays. A session that is not there yet is made with nothing known but its lesions;
 * one in which nothing changes gets no new version. All or nothing, in one transaction, each new version with an
 * audit row and @reason. What does not fit the file of records is one text (char *) in @faults, naming line,
 * column, value and mend: nothing is then written and FALSE is returned without an error. With @dry_run the same is
 * done and undone: @ret_import says what would happen. */
gboolean           calx_store_import_lesions (CalxStore          *self,
                                              GPtrArray          *lines,
                                              gboolean            dry_run,
                                              const char         *reason,
                                              CalxLesionImport   *ret_import,
                                              GPtrArray          *faults,
                                              GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxLesionReading, calx_lesion_reading_unref)

G_END_DECLS
