/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-patient.h"
#include "calx-store.h"

G_BEGIN_DECLS

/* Inserts (version 0) or updates (@patient's version must be the stored one). One transaction with
 * its audit row. On success returns the stored value, with its new version. A taken record number is
 * CALX_STORE_ERROR_DUPLICATE. */
CalxPatient *calx_store_save_patient   (CalxStore         *self,
                                        const CalxPatient *patient,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;
CalxPatient *calx_store_load_patient   (CalxStore         *self,
                                        const char        *uuid,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* The uuid of a record number, or NULL with CALX_STORE_ERROR_NOT_FOUND. */
char        *calx_store_find_record_number (CalxStore     *self,
                                            const char    *record_number,
                                            GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* Patients whose folded name is alike and whose birth date does not contradict; CalxPatient, maybe
 * none. Shown before a second record is made. */
GPtrArray   *calx_store_find_similar   (CalxStore         *self,
                                        const CalxPatient *patient,
                                        GError           **error) G_GNUC_WARN_UNUSED_RESULT;

/* One row of the list, read from patient_summary as it was computed at the last save. */
typedef struct
{
  char    *uuid;
  char    *record_number;
  char    *family_name;
  char    *given_name;
  CalxDate born;
  CalxSex  sex;
  CalxDate last_session;   /* CALX_DATE_NONE: no session */
  gboolean has_points;
  int      points_min, points_max;
  char    *band_min, *band_max; /* ids as in the assessment; "" without a session; "unknown" */
  guint    n_open_lesions;
  char    *sort_key;       /* hand it back to page on */
} CalxPatientRow;

void       calx_patient_row_free   (CalxPatientRow *row);
/* Patients by folded family name, given name, uuid. @search (nullable): every word must begin a word
 * of the name, or the record number, or be part of the birth date; diacritics do not count.
 * @after_key (nullable): the last row's sort_key. CalxPatientRow, at most @limit. */
GPtrArray *calx_store_list_patients (CalxStore      *self,
                                     const char     *search,
                                     const char     *after_key,
                                     guint           limit,
                                     GCancellable   *cancellable,
                                     GError        **error) G_GNUC_WARN_UNUSED_RESULT;
/* Recomputes every row of patient_summary and search from the stored versions (check --rebuild). */
gboolean   calx_store_rebuild_summaries (CalxStore  *self,
                                         GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxPatientRow, calx_patient_row_free)

G_END_DECLS
