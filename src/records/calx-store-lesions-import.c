/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-lesions.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "calx-patient-repository.h"
#include "calx-session-repository.h"
#include "calx-sql-statement.h"
#include "calx-store-session-private.h"

/* One import, and the session at which it stands. */
typedef struct
{
  CalxStore *store;
  const char *reason;
  GPtrArray *faults;
  CalxLesionImport count;
  CalxPatient *patient;
  CalxSession *before; /* as it is stored; NULL: it is new */
  CalxSession *session;
} Import;

/* FALSE without an error: what is wrong with a line. */
static gboolean G_GNUC_PRINTF (4, 5)
refuse (Import *self, const CalxLesionLine *line, const char *column, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->faults,
                   g_strdup_printf (_("line %u, column %s: %s"), line->line, column, message));
  return FALSE;
}

/* TRUE for the errors that a line is to blame for: it says so, and the import goes on to find the others. */
static gboolean
blame (Import *self, const CalxLesionLine *line, const char *column, GError **error)
{
  if (!g_error_matches (*error, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND)
      && !g_error_matches (*error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT))
    return FALSE;
  refuse (self, line, column, "%s", (*error)->message);
  g_clear_error (error);
  return TRUE;
}

static gboolean
find_patient (Import *self, const CalxLesionLine *line, GError **error)
{
  g_autofree char *uuid = g_strdup (line->patient_uuid);
  g_autoptr(GError) fault = NULL;

  g_clear_pointer (&self->patient, calx_patient_free);
  if (*uuid == '\0')
    {
      g_clear_pointer (&uuid, g_free);
      if (!calx_patient_repository_find_record_number (self->store, line->record_number, &uuid, error))
        return FALSE;
      if (!uuid)
        return refuse (self, line, "record_number",
                       _("no patient has the number “%s”. Enter the patient first, or correct it"),
                       line->record_number);
    }
  self->patient = calx_patient_repository_load (self->store, uuid, &fault);
  if (!self->patient)
    {
      if (!g_error_matches (fault, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      return refuse (self, line, "patient",
                     _("no patient has the id “%s”. Enter the patient first, and give the record number with an "
                       "empty id, or correct it"),
                     uuid);
    }
  if (*line->record_number == '\0' || g_str_equal (line->record_number, self->patient->record_number))
    return TRUE;
  return refuse (self, line, "record_number", _("“%s” is not the number of the patient that the id names. Correct one of "
                                                "the two, or leave one empty"),
                 line->record_number);
}

/* The one of that patient and day, where the line does not name it. */
static gboolean
find_session_of_day (Import *self, const CalxLesionLine *line, GError **error)
{
  g_autoptr(GPtrArray) sessions
      = calx_session_repository_list (self->store, self->patient->uuid, /* limit: none */ -1, error);

  if (!sessions)
    return FALSE;
  for (guint i = 0; i < sessions->len; i++)
    {
      CalxSession *session = ((CalxStoredSession *) g_ptr_array_index (sessions, i))->session;

      if (calx_date_compare (calx_session_get_date (session), line->session_date) != 0)
        continue;
      if (self->before)
        return refuse (self, line, "session",
                       _("is empty, and the patient has more than one session on that day. Write the id of one"));
      self->before = calx_session_ref (session);
    }
  return TRUE;
}

static gboolean
find_named_session (Import *self, const CalxLesionLine *line, GError **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CalxStoredSession) stored
      = calx_session_repository_load (self->store, line->session_uuid, 0, &fault);

  if (stored)
    self->before = calx_session_ref (stored->session);
  else if (!g_error_matches (fault, CALX_STORE_ERROR, CALX_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  if (!stored)
    return TRUE;
  if (!g_str_equal (calx_session_get_patient_uuid (self->before), self->patient->uuid))
    return refuse (self, line, "session", _("“%s” is a session of another patient. Correct it, or leave it empty"),
                   line->session_uuid);
  if (calx_date_compare (calx_session_get_date (self->before), line->session_date) != 0)
    {
      g_autofree char *date = calx_date_to_iso (calx_session_get_date (self->before));

      return refuse (self, line, "session_date",
                     _("is not the day of that session, which is %s. Correct it: an import moves no session"), date);
    }
  return TRUE;
}

/* Where the line's session stands now, and what it was before. */
static gboolean
find_session (Import *self, const CalxLesionLine *line, GError **error)
{
  CalxInputs *inputs = calx_store_get_knowledge (self->store)->inputs;
  g_autofree char *uuid = NULL;

  g_clear_pointer (&self->before, calx_session_unref);
  g_clear_pointer (&self->session, calx_session_unref);
  if (!find_patient (self, line, error))
    return FALSE;
  if (calx_date_compare (line->session_date, calx_store_get_today (self->store)) > 0)
    return refuse (self, line, "session_date", _("lies in the future. Correct it"));
  if (*line->session_uuid != '\0' ? !find_named_session (self, line, error)
                                  : !find_session_of_day (self, line, error))
    return FALSE;
  if (self->before)
    {
      self->session = calx_session_ref (self->before);
      return TRUE;
    }
  uuid = *line->session_uuid != '\0' ? g_strdup (line->session_uuid) : calx_store_new_uuid (self->store);
  self->session = calx_session_new_full (inputs, uuid, self->patient->uuid, line->session_date);
  return TRUE;
}

/* A number is never given to a second lesion. */
static gboolean
check_number_is_free (Import *self, const CalxLesionLine *line, GError **error)
{
  g_autoptr(CalxSqlStatement) taken
      = calx_sql_statement_new (calx_store_get_database (self->store), CALX_SQL_LESION_NUMBER_TAKEN, error);
  CalxStep step;

  if (!taken)
    return FALSE;
  calx_sql_statement_bind_text (taken, 1, self->patient->uuid);
  calx_sql_statement_bind_int64 (taken, 2, line->lesion->number);
  step = calx_sql_statement_step (taken, error);
  if (step != CALX_STEP_ROW)
    return step == CALX_STEP_DONE;
  return refuse (self, line, "number", _("“L%d” is another lesion of this patient. Leave the cell empty for the next number"),
                 line->lesion->number);
}

/* A stored lesion has its patient and its number for good. */
static gboolean
check_identity (Import *self, const CalxLesionLine *line, int *ret_number, GError **error)
{
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (self->store), CALX_SQL_LESION_FIND, error);
  CalxStep step;

  *ret_number = line->has_number ? line->lesion->number : 0;
  if (!row)
    return FALSE;
  calx_sql_statement_bind_text (row, 1, line->lesion->uuid);
  step = calx_sql_statement_step (row, error);
  if (step == CALX_STEP_DONE)
    return !line->has_number || check_number_is_free (self, line, error);
  if (step == CALX_STEP_ERROR)
    return FALSE;
  if (!g_str_equal (calx_sql_statement_get_text (row, 0), self->patient->uuid))
    return refuse (self, line, "lesion", _("“%s” is a lesion of another patient. Leave the cell empty for a new one"),
                   line->lesion->uuid);
  if (line->has_number && calx_sql_statement_get_int (row, 1) != line->lesion->number)
    return refuse (self, line, "number", _("“L%d” is not the number of that lesion, which is L%d. Correct it, or leave it "
                                           "empty"),
                   line->lesion->number, calx_sql_statement_get_int (row, 1));
  *ret_number = calx_sql_statement_get_int (row, 1);
  return TRUE;
}

/* A number that is not given is the next one that neither the file nor this session has. */
static int
find_next_number (Import *self, GError **error)
{
  int number = calx_session_repository_next_lesion_number (self->store, self->patient->uuid, error);
  GPtrArray *lesions = calx_session_get_lesions (self->session);

  for (guint i = 0; number > 0 && i < lesions->len; i++)
    number = MAX (number, ((CalxLesion *) g_ptr_array_index (lesions, i))->number + 1);
  return number;
}

static void
count_lesion (Import *self, const CalxLesion *was, const CalxLesion *is)
{
  if (!was)
    self->count.n_lesions_new++;
  else if (calx_lesion_equal (was, is))
    self->count.n_lesions_same++;
  else
    self->count.n_lesions_changed++;
}

static gboolean
put_lesion (Import *self, const CalxLesionLine *line, GError **error)
{
  CalxLesion *was = calx_session_find_lesion (self->session, line->lesion->uuid);
  g_autoptr(CalxLesion) lesion = calx_lesion_copy (line->lesion);
  g_autoptr(CalxSession) without = NULL;
  int number;

  if (!check_identity (self, line, &number, error))
    return FALSE;
  lesion->number = number > 0 ? number : find_next_number (self, error);
  if (lesion->number < 1)
    return FALSE;
  if (!calx_date_is_known (lesion->seen))
    lesion->seen = line->session_date;
  count_lesion (self, was, lesion);
  if (was && calx_lesion_equal (was, lesion))
    return TRUE;
  /* Taken out first: the day of looking is the file's. */
  without = calx_session_without_lesion (self->session, lesion->uuid);
  calx_session_unref (self->session);
  self->session = calx_session_with_lesion (without, lesion);
  return TRUE;
}

/* A session in which nothing changed is left alone. */
static gboolean
save (Import *self, GError **error)
{
  g_autoptr(CalxFindings) assessable = NULL;
  g_autoptr(CalxAssessment) assessment = NULL;
  g_autoptr(CalxStoredSession) saved = NULL;

  if (self->before && calx_session_equal_content (self->before, self->session))
    {
      self->count.n_sessions_unchanged++;
      return TRUE;
    }
  assessable = calx_session_get_assessable (self->session, self->patient);
  assessment = calx_risk_model_assess (calx_store_get_knowledge (self->store)->model, assessable,
                                       calx_session_get_date (self->session));
  saved = calx_store_save_session_within (self->store, self->session, assessment,
                                          self->before ? self->reason : "", error);
  if (!saved)
    return FALSE;
  if (self->before)
    self->count.n_sessions_changed++;
  else
    self->count.n_sessions_new++;
  return TRUE;
}

static gboolean
is_same_session (const CalxLesionLine *a, const CalxLesionLine *b)
{
  return g_str_equal (a->patient_uuid, b->patient_uuid)
         && g_str_equal (a->record_number, b->record_number)
         && g_str_equal (a->session_uuid, b->session_uuid)
         && calx_date_compare (a->session_date, b->session_date) == 0;
}

/* Lines of one session next to one another, sessions as they happened, lines as they stand in the file. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const CalxLesionLine *const *left = a;
  const CalxLesionLine *const *right = b;
  int order = calx_date_compare ((*left)->session_date, (*right)->session_date);

  if (order == 0)
    order = strcmp ((*left)->patient_uuid, (*right)->patient_uuid);
  if (order == 0)
    order = strcmp ((*left)->record_number, (*right)->record_number);
  if (order == 0)
    order = strcmp ((*left)->session_uuid, (*right)->session_uuid);
  return order != 0 ? order : (int) (*left)->line - (int) (*right)->line;
}

/* FALSE with an error: nothing can be written. A line that is refused leaves its session; the next one is looked
 * at. */
static gboolean
put_session (Import *self, GPtrArray *lines, guint first, guint end, GError **error)
{
  guint n_faults = self->faults->len;
  g_autoptr(GError) fault = NULL;
  const CalxLesionLine *line = g_ptr_array_index (lines, first);

  if (!find_session (self, line, &fault))
    {
      if (fault)
        g_propagate_error (error, g_steal_pointer (&fault));
      return self->faults->len > n_faults;
    }
  for (guint i = first; i < end; i++)
    if (!put_lesion (self, g_ptr_array_index (lines, i), &fault) && fault)
      {
        g_propagate_error (error, g_steal_pointer (&fault));
        return FALSE;
      }
  if (self->faults->len > n_faults || save (self, &fault) || blame (self, line, "session", &fault))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
put_all (Import *self, GPtrArray *lines, GError **error)
{
  for (guint first = 0; first < lines->len;)
    {
      guint end = first + 1;

      while (end < lines->len
             && is_same_session (g_ptr_array_index (lines, first), g_ptr_array_index (lines, end)))
        end++;
      if (!put_session (self, lines, first, end, error))
        return FALSE;
      first = end;
    }
  return TRUE;
}

gboolean
calx_store_import_lesions (CalxStore *self,
                           GPtrArray *lines,
                           gboolean dry_run,
                           const char *reason,
                           CalxLesionImport *ret_import,
                           GPtrArray *faults,
                           GError **error)
{
  Import import = { .store = self, .reason = reason, .faults = faults };
  g_autoptr(GPtrArray) sorted = NULL;
  CalxDatabase *database;
  gboolean ok;

  g_return_val_if_fail (self && lines && reason && ret_import && faults, FALSE);
  g_return_val_if_fail (faults->len == 0, FALSE);

  database = calx_store_get_database (self);
  sorted = g_ptr_array_copy (lines, NULL, NULL);
  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_lines);
  if (!calx_database_begin (database, error))
    return FALSE;
  import.count.n_lines = lines->len;
  ok = put_all (&import, sorted, error) && faults->len == 0;
  g_clear_pointer (&import.patient, calx_patient_free);
  g_clear_pointer (&import.before, calx_session_unref);
  g_clear_pointer (&import.session, calx_session_unref);
  if (ok && dry_run)
    calx_database_finish (database, FALSE, NULL);
  else if (!calx_database_finish (database, ok, error))
    return FALSE;
  if (ok)
    *ret_import = import.count;
  return ok;
}
