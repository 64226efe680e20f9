/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-clinic.h"
#include "calx-store-patient.h"
#include "calx-store-session.h"
#include "calx-store-settings.h"

G_BEGIN_DECLS

/* What the window asks of the records, each as one job of the worker. The source object of every
 * callback is the clinic. */

/* All that is shown of one patient. */
typedef struct
{
  CalxPatient *patient;
  GPtrArray   *sessions; /* CalxStoredSession, newest first */
  GPtrArray   *drafts;   /* CalxSession */
  int          next_lesion_number;
} CalxPatientFile;

void               calx_patient_file_free           (CalxPatientFile     *self);

void               calx_clinic_load_patient_async   (CalxClinic          *clinic,
                                                     const char          *uuid,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
CalxPatientFile   *calx_clinic_load_patient_finish  (CalxClinic          *clinic,
                                                     GAsyncResult        *result,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* A page of the list; the newest call wins, an older one ends with G_IO_ERROR_CANCELLED. */
void               calx_clinic_list_patients_async  (CalxClinic          *clinic,
                                                     const char          *search,
                                                     const char          *after_key,
                                                     guint                limit,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray         *calx_clinic_list_patients_finish (CalxClinic          *clinic,
                                                     GAsyncResult        *result,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void               calx_clinic_find_similar_async   (CalxClinic          *clinic,
                                                     const CalxPatient   *patient,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
GPtrArray         *calx_clinic_find_similar_finish  (CalxClinic          *clinic,
                                                     GAsyncResult        *result,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void               calx_clinic_save_patient_async   (CalxClinic          *clinic,
                                                     const CalxPatient   *patient,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
CalxPatient       *calx_clinic_save_patient_finish  (CalxClinic          *clinic,
                                                     GAsyncResult        *result,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void               calx_clinic_save_session_async   (CalxClinic          *clinic,
                                                     CalxSession         *session,
                                                     CalxAssessment      *assessment,
                                                     const char          *reason,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
/* The session as it stands in the file now. */
CalxStoredSession *calx_clinic_save_session_finish  (CalxClinic          *clinic,
                                                     GAsyncResult        *result,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

void               calx_clinic_save_draft_async     (CalxClinic          *clinic,
                                                     CalxSession         *session,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
void               calx_clinic_discard_draft_async  (CalxClinic          *clinic,
                                                     const char          *session_uuid,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
/* Of both. */
gboolean           calx_clinic_draft_finish         (CalxClinic          *clinic,
                                                     GAsyncResult        *result,
                                                     GError             **error);

void                calx_clinic_load_settings_async  (CalxClinic          *clinic,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
void                calx_clinic_save_settings_async  (CalxClinic          *clinic,
                                                      CalxClinicSettings  *settings,
                                                      GAsyncReadyCallback  callback,
                                                      gpointer             user_data);
/* Of both: the settings as they stand in the file now. */
CalxClinicSettings *calx_clinic_settings_finish      (CalxClinic          *clinic,
                                                      GAsyncResult        *result,
                                                      GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* What a page shows beside the session. */
typedef struct
{
  char *clinic_name;
  char *audit_head;
} CalxPageStamp;

void               calx_page_stamp_free             (CalxPageStamp       *self);
/* @action: "print", "export", "copy": written to the audit before anything leaves the program;
 * NULL: nothing leaves it. */
void               calx_clinic_stamp_page_async     (CalxClinic          *clinic,
                                                     const char          *action,
                                                     const char          *object,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
CalxPageStamp     *calx_clinic_stamp_page_finish    (CalxClinic          *clinic,
                                                     GAsyncResult        *result,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxPatientFile, calx_patient_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxPageStamp, calx_page_stamp_free)

G_END_DECLS
