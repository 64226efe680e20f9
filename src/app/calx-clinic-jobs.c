/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-clinic-jobs.h"

#include "calx-store-check.h"

void
calx_patient_file_free (CalxPatientFile *self)
{
  g_clear_pointer (&self->patient, calx_patient_free);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_free (self);
}

void
calx_page_stamp_free (CalxPageStamp *self)
{
  g_clear_pointer (&self->clinic_name, g_free);
  g_clear_pointer (&self->audit_head, g_free);
  g_free (self);
}

/* Load one patient */

static gpointer
load_patient (CalxStore     *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const char *uuid = data;
  g_autoptr(CalxPatientFile) file = g_new0 (CalxPatientFile, 1);

  if ((file->patient = calx_store_load_patient (store, uuid, error)) == NULL ||
      (file->sessions = calx_store_list_sessions (store, uuid, error)) == NULL ||
      (file->drafts = calx_store_list_drafts (store, uuid, error)) == NULL)
    return NULL;
  file->next_lesion_number = calx_store_next_lesion_number (store, uuid, error);
  if (file->next_lesion_number < 1)
    return NULL;
  return g_steal_pointer (&file);
}

void
calx_clinic_load_patient_async (CalxClinic          *clinic,
                                const char          *uuid,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  /* Not as a query: a search must not cancel it, and it must see what was saved before it. */
  calx_clinic_call_async (clinic, load_patient, g_strdup (uuid), g_free,
                          (GDestroyNotify) calx_patient_file_free, CALX_PRIORITY_SAVE, NULL,
                          callback, user_data);
}

CalxPatientFile *
calx_clinic_load_patient_finish (CalxClinic    *clinic,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return calx_clinic_call_finish (clinic, result, error);
}

/* List patients */

typedef struct
{
  char *search;
  char *after_key;
  guint limit;
} ListJob;

static void
list_job_free (gpointer data)
{
  ListJob *job = data;

  g_clear_pointer (&job->search, g_free);
  g_clear_pointer (&job->after_key, g_free);
  g_free (job);
}

static gpointer
list_patients (CalxStore     *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  ListJob *job = data;

  return calx_store_list_patients (store, job->search, job->after_key, job->limit, cancellable,
                                   error);
}

void
calx_clinic_list_patients_async (CalxClinic          *clinic,
                                 const char          *search,
                                 const char          *after_key,
                                 guint                limit,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  ListJob *job = g_new0 (ListJob, 1);

  job->search = g_strdup (search);
  job->after_key = g_strdup (after_key);
  job->limit = limit;
  calx_clinic_call_async (clinic, list_patients, job, list_job_free,
                          (GDestroyNotify) g_ptr_array_unref, CALX_PRIORITY_QUERY, cancellable,
                          callback, user_data);
}

GPtrArray *
calx_clinic_list_patients_finish (CalxClinic    *clinic,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return calx_clinic_call_finish (clinic, result, error);
}

/* Find similar patients, save a patient */

static gpointer
find_similar (CalxStore     *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return calx_store_find_similar (store, data, error);
}

void
calx_clinic_find_similar_async (CalxClinic          *clinic,
                                const CalxPatient   *patient,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  calx_clinic_call_async (clinic, find_similar, calx_patient_copy (patient),
                          (GDestroyNotify) calx_patient_free, (GDestroyNotify) g_ptr_array_unref,
                          CALX_PRIORITY_SAVE, NULL, callback, user_data);
}

GPtrArray *
calx_clinic_find_similar_finish (CalxClinic    *clinic,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return calx_clinic_call_finish (clinic, result, error);
}

static gpointer
save_patient (CalxStore     *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return calx_store_save_patient (store, data, error);
}

void
calx_clinic_save_patient_async (CalxClinic          *clinic,
                                const CalxPatient   *patient,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  calx_clinic_call_async (clinic, save_patient, calx_patient_copy (patient),
                          (GDestroyNotify) calx_patient_free, (GDestroyNotify) calx_patient_free,
                          CALX_PRIORITY_SAVE, NULL, callback, user_data);
}

CalxPatient *
calx_clinic_save_patient_finish (CalxClinic    *clinic,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return calx_clinic_call_finish (clinic, result, error);
}

/* Save a session */

typedef struct
{
  CalxSession    *session;
  CalxAssessment *assessment;
  char           *reason;
} SessionJob;

static void
session_job_free (gpointer data)
{
  SessionJob *job = data;

  g_clear_pointer (&job->session, calx_session_unref);
  g_clear_pointer (&job->assessment, calx_assessment_unref);
  g_clear_pointer (&job->reason, g_free);
  g_free (job);
}

static gpointer
save_session (CalxStore     *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  SessionJob *job = data;

  return calx_store_save_session (store, job->session, job->assessment, job->reason, error);
}

void
calx_clinic_save_session_async (CalxClinic          *clinic,
                                CalxSession         *session,
                                CalxAssessment      *assessment,
                                const char          *reason,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  SessionJob *job = g_new0 (SessionJob, 1);

  job->session = calx_session_ref (session);
  job->assessment = calx_assessment_ref (assessment);
  job->reason = g_strdup (reason);
  calx_clinic_call_async (clinic, save_session, job, session_job_free,
                          (GDestroyNotify) calx_stored_session_free, CALX_PRIORITY_SAVE, NULL,
                          callback, user_data);
}

CalxStoredSession *
calx_clinic_save_session_finish (CalxClinic    *clinic,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return calx_clinic_call_finish (clinic, result, error);
}

/* Drafts */

static gpointer
save_draft (CalxStore     *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  return GINT_TO_POINTER (calx_store_save_draft (store, data, error));
}

void
calx_clinic_save_draft_async (CalxClinic          *clinic,
                              CalxSession         *session,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  calx_clinic_call_async (clinic, save_draft, calx_session_ref (session),
                          (GDestroyNotify) calx_session_unref, NULL, CALX_PRIORITY_SAVE, NULL,
                          callback, user_data);
}

static gpointer
discard_draft (CalxStore     *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return GINT_TO_POINTER (calx_store_discard_draft (store, data, error));
}

void
calx_clinic_discard_draft_async (CalxClinic          *clinic,
                                 const char          *session_uuid,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  calx_clinic_call_async (clinic, discard_draft, g_strdup (session_uuid), g_free, NULL,
                          CALX_PRIORITY_SAVE, NULL, callback, user_data);
}

gboolean
calx_clinic_draft_finish (CalxClinic    *clinic,
                          GAsyncResult  *result,
                          GError       **error)
{
  return GPOINTER_TO_INT (calx_clinic_call_finish (clinic, result, error));
}

/* The clinic's settings */

static gpointer
load_settings (CalxStore     *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return calx_store_load_clinic_settings (store, error);
}

void
calx_clinic_load_settings_async (CalxClinic          *clinic,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  calx_clinic_call_async (clinic, load_settings, NULL, NULL, (GDestroyNotify) calx_clinic_settings_unref,
                          CALX_PRIORITY_SAVE, NULL, callback, user_data);
}

static gpointer
save_settings (CalxStore     *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  if (!calx_store_save_clinic_settings (store, data, error))
    return NULL;
  return calx_store_load_clinic_settings (store, error);
}

void
calx_clinic_save_settings_async (CalxClinic          *clinic,
                                 CalxClinicSettings  *settings,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  calx_clinic_call_async (clinic, save_settings, calx_clinic_settings_ref (settings),
                          (GDestroyNotify) calx_clinic_settings_unref,
                          (GDestroyNotify) calx_clinic_settings_unref, CALX_PRIORITY_SAVE, NULL, callback,
                          user_data);
}

CalxClinicSettings *
calx_clinic_settings_finish (CalxClinic    *clinic,
                             GAsyncResult  *result,
                             GError       **error)
{
  return calx_clinic_call_finish (clinic, result, error);
}

/* Stamp a page */

typedef struct
{
  char *action;
  char *object;
} StampJob;

static void
stamp_job_free (gpointer data)
{
  StampJob *job = data;

  g_clear_pointer (&job->action, g_free);
  g_clear_pointer (&job->object, g_free);
  g_free (job);
}

static gpointer
stamp_page (CalxStore     *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  StampJob *job = data;
  g_autoptr(CalxPageStamp) stamp = g_new0 (CalxPageStamp, 1);
  g_autoptr(CalxClinicSettings) settings = NULL;

  if (job->action != NULL && !calx_store_audit (store, job->action, job->object, "", error))
    return NULL;
  settings = calx_store_load_clinic_settings (store, error);
  if (settings == NULL || (stamp->audit_head = calx_store_get_audit_head (store, error)) == NULL)
    return NULL;
  stamp->clinic_name = g_strdup (calx_clinic_settings_get_name (settings));
  return g_steal_pointer (&stamp);
}

void
calx_clinic_stamp_page_async (CalxClinic          *clinic,
                              const char          *action,
                              const char          *object,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  StampJob *job = g_new0 (StampJob, 1);

  job->action = g_strdup (action);
  job->object = g_strdup (object);
  calx_clinic_call_async (clinic, stamp_page, job, stamp_job_free,
                          (GDestroyNotify) calx_page_stamp_free, CALX_PRIORITY_SAVE, NULL, callback,
                          user_data);
}

CalxPageStamp *
calx_clinic_stamp_page_finish (CalxClinic    *clinic,
                               GAsyncResult  *result,
                               GError       **error)
{
  return calx_clinic_call_finish (clinic, result, error);
}
