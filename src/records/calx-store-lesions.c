/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-lesions.h"

#include "calx-patient-repository.h"
#include "calx-session-repository.h"
#include "calx-sql-statement.h"

CalxLesionReading *
calx_lesion_reading_new (void)
{
  CalxLesionReading *self = g_atomic_rc_box_new0 (CalxLesionReading);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_line_free);
  self->after = g_strdup ("");
  return self;
}

CalxLesionReading *
calx_lesion_reading_ref (CalxLesionReading *self)
{
  g_return_val_if_fail (self, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CalxLesionReading *self = data;

  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_free);
}

void
calx_lesion_reading_unref (CalxLesionReading *self)
{
  g_return_if_fail (self);

  g_atomic_rc_box_release_full (self, clear);
}

static CalxLesionLine *
make_line (CalxStore *store, const CalxPatient *patient, CalxSession *session, CalxLesion *lesion)
{
  CalxFigures *figures = calx_store_get_knowledge (store)->figures;
  CalxLesionLine *line = calx_lesion_line_new ();

  calx_patient_set (&line->patient_uuid, patient->uuid);
  calx_patient_set (&line->record_number, patient->record_number);
  calx_patient_set (&line->session_uuid, calx_session_get_uuid (session));
  line->session_date = calx_session_get_date (session);
  line->stature_mm
      = calx_figures_get_stature_mm (figures, calx_lesion_get_figure (lesion, patient->sex));
  line->lesion = calx_lesion_ref (lesion);
  line->has_uuid = line->has_number = TRUE;
  return line;
}

static gboolean
read_patient (CalxStore *store, CalxLesionReading *reading, const char *uuid, GError **error)
{
  g_autoptr(CalxPatient) patient = calx_patient_repository_load (store, uuid, error);
  g_autoptr(GPtrArray) sessions = NULL;
  guint n_before = reading->lines->len;

  if (!patient || !(sessions = calx_session_repository_list (store, uuid, /* limit: none */ -1, error)))
    return FALSE;
  for (guint i = sessions->len; i-- > 0;) /* newest first, there */
    {
      CalxStoredSession *stored = g_ptr_array_index (sessions, i);
      GPtrArray *lesions = calx_session_get_lesions (stored->session);

      reading->n_sessions += lesions->len > 0;
      for (guint j = 0; j < lesions->len; j++)
        g_ptr_array_add (reading->lines, make_line (store, patient, stored->session,
                                                    g_ptr_array_index (lesions, j)));
    }
  reading->n_patients += reading->lines->len > n_before;
  g_free (reading->after);
  reading->after = g_strdup (uuid);
  return TRUE;
}

gboolean
calx_store_read_lesions (CalxStore *self,
                         CalxLesionReading *reading,
                         gint64 budget_us,
                         GCancellable *cancellable,
                         GError **error)
{
  gint64 until = g_get_monotonic_time () + budget_us;
  g_autoptr(CalxSqlStatement) patient = NULL;
  CalxStep step;

  g_return_val_if_fail (self && reading && !reading->complete, FALSE);

  patient = calx_sql_statement_new (calx_store_get_database (self), CALX_SQL_SITE_PATIENTS, error);
  if (!patient)
    return FALSE;
  calx_sql_statement_bind_text (patient, 1, reading->after);
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      step = calx_sql_statement_step (patient, error);
      if (step == CALX_STEP_ROW
          && !read_patient (self, reading, calx_sql_statement_get_text (patient, 0), error))
        return FALSE;
    }
  while (step == CALX_STEP_ROW && (budget_us == 0 || g_get_monotonic_time () < until));
  reading->complete = step == CALX_STEP_DONE;
  return step != CALX_STEP_ERROR;
}
