/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-sites.h"

#include <glib/gi18n-lib.h>

#include "calx-json.h"
#include "calx-patient-repository.h"
#include "calx-session-repository.h"
#include "calx-store-settings.h"

/* Sorts after every day. */
#define NO_LAST_DAY "~"

/* The columns of CALX_SQL_SITE_SESSION that are read here. */
enum
{
  COLUMN_VERSION = 0,
  COLUMN_SESSION = 1,
  COLUMN_FINDINGS = 4,
  COLUMN_N_LESIONS = 10,
};

CalxSiteReading *
calx_site_reading_new (const CalxSiteFilter *filter)
{
  CalxSiteReading *self;

  g_return_val_if_fail (filter, NULL);

  self = g_atomic_rc_box_new0 (CalxSiteReading);
  calx_site_filter_copy (&self->filter, filter);
  self->lesions = g_array_new (FALSE, TRUE, sizeof (CalxSiteLesion));
  self->after = g_strdup ("");
  return self;
}

CalxSiteReading *
calx_site_reading_ref (CalxSiteReading *self)
{
  g_return_val_if_fail (self, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CalxSiteReading *self = data;

  calx_site_filter_clear (&self->filter);
  g_clear_pointer (&self->lesions, g_array_unref);
  g_clear_pointer (&self->after, g_free);
}

void
calx_site_reading_unref (CalxSiteReading *self)
{
  g_return_if_fail (self);

  g_atomic_rc_box_release_full (self, clear);
}

/* One walk over the patients. */
typedef struct
{
  CalxStore *store;
  CalxSiteReading *reading;
  CalxSqlStatement *patient; /* uuid, sex */
  CalxSqlStatement *row;     /* the session of that patient */
  CalxClinicSettings *settings; /* where the subtype is asked for: the clinic's reference ranges */
} Walk;

static gboolean
matches_setting (const Walk *walk, gboolean *ret_matches, GError **error)
{
  const char *setting = walk->reading->filter.setting;
  CalxInputs *inputs = calx_store_get_knowledge (walk->store)->inputs;
  g_autoptr(JsonNode) node = NULL;
  g_autoptr(CalxFindings) findings = NULL;
  const char *choice;

  *ret_matches = TRUE;
  if (!setting)
    return TRUE;
  node = calx_json_parse (calx_sql_statement_get_text (walk->row, COLUMN_FINDINGS), "findings", error);
  if (node)
    findings = calx_findings_from_json (inputs, node, error);
  if (!findings)
    return FALSE;
  choice = calx_finding_get_choice (calx_findings_get_by_id (findings, "setting"),
                                    calx_inputs_find (inputs, "setting"));
  *ret_matches = g_strcmp0 (choice, setting) == 0;
  return TRUE;
}

static gboolean
suggests (GPtrArray *suggestions, const char *subtype)
{
  for (guint i = 0; i < suggestions->len; i++)
    {
      const CalxSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      if (suggestion->certainty != CALX_SUGGESTION_CANNOT_TELL
          && g_str_equal (suggestion->subtype->statement.id, subtype))
        return TRUE;
    }
  return FALSE;
}

/* The subtype is not stored: it is what the rules of today say of the session. */
static gboolean
matches_subtype (const Walk *walk, gboolean *ret_matches, GError **error)
{
  const char *subtype = walk->reading->filter.subtype;
  g_autoptr(CalxSession) session = NULL;
  g_autoptr(CalxPatient) patient = NULL;
  g_autoptr(CalxFindings) findings = NULL;
  g_autoptr(GPtrArray) suggestions = NULL;
  CalxFacts facts = { 0 };

  *ret_matches = TRUE;
  if (!subtype)
    return TRUE;
  session = calx_session_repository_read (walk->store, walk->row, error);
  if (session)
    patient = calx_patient_repository_load (
        walk->store, calx_sql_statement_get_text (walk->patient, 0), error);
  if (!patient)
    return FALSE;
  findings = calx_session_get_assessable (session, patient);
  facts.findings = findings;
  facts.date = calx_session_get_date (session);
  facts.lesions = calx_session_get_lesions (session);
  facts.treatments = calx_session_get_treatments (session);
  facts.references = calx_clinic_settings_get_references (walk->settings);
  suggestions = calx_subtypes_review (calx_store_get_knowledge (walk->store)->subtypes, &facts);
  *ret_matches = suggests (suggestions, subtype);
  return TRUE;
}

static void
add_lesion (const Walk *walk, const CalxLesion *lesion, CalxSex sex, guint patient)
{
  CalxSiteLesion site = {
    .patient = patient,
    .view = lesion->view,
    .x = lesion->x,
    .y = lesion->y,
    .region = calx_regions_find (calx_store_get_knowledge (walk->store)->regions, lesion->region_id),
    .healed = lesion->healed,
  };

  /* of before figures were recorded: the one of the sex */
  if (!calx_figure_from_id (lesion->figure, &site.figure))
    site.figure = calx_figure_standard (sex);
  if (calx_site_filter_matches (&walk->reading->filter, lesion->healed))
    g_array_append_val (walk->reading->lesions, site);
}

static gboolean
add_lesions (const Walk *walk, GError **error)
{
  CalxRegions *regions = calx_store_get_knowledge (walk->store)->regions;
  g_autoptr(JsonNode) node = calx_session_repository_read_lesions (
      walk->store, calx_sql_statement_get_text (walk->row, COLUMN_VERSION), error);
  guint n_before = walk->reading->lesions->len;
  CalxSex sex = CALX_SEX_UNKNOWN;
  JsonArray *array;

  if (!node)
    return FALSE;
  array = json_node_get_array (node);
  if ((int) json_array_get_length (array) != calx_sql_statement_get_int (walk->row, COLUMN_N_LESIONS))
    {
      g_set_error_literal (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT, _("a lesion is missing"));
      return FALSE;
    }
  calx_sex_from_id (calx_sql_statement_get_text (walk->patient, 1), &sex);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr(CalxLesion) lesion = calx_lesion_from_json (regions, json_array_get_element (array, i),
                                                             error);

      if (!lesion)
        return FALSE;
      add_lesion (walk, lesion, sex, walk->reading->n_patients);
    }
  if (walk->reading->lesions->len > n_before)
    walk->reading->n_patients++;
  return TRUE;
}

static gboolean
read_row (const Walk *walk, GError **error)
{
  g_autoptr(GError) fault = NULL;
  gboolean matches = FALSE;

  walk->reading->n_sessions++;
  if (calx_sql_statement_get_int (walk->row, COLUMN_N_LESIONS) == 0)
    return TRUE;
  if (matches_setting (walk, &matches, &fault) && (!matches || matches_subtype (walk, &matches, &fault))
      && (!matches || add_lesions (walk, &fault)))
    return TRUE;
  if (fault->domain == G_IO_ERROR
      || (fault->domain == CALX_STORE_ERROR && fault->code != CALX_STORE_ERROR_CONTENT))
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT,
                 _("Session %s cannot be read: %s. Nothing is shown in its place."),
                 calx_sql_statement_get_text (walk->row, COLUMN_SESSION), fault->message);
  return FALSE;
}

static gboolean
read_patient (const Walk *walk, GError **error)
{
  const char *uuid = calx_sql_statement_get_text (walk->patient, 0);
  CalxStep step;

  calx_sql_statement_reset (walk->row);
  calx_sql_statement_bind_text (walk->row, 1, uuid);
  step = calx_sql_statement_step (walk->row, error);
  if (step == CALX_STEP_ERROR || (step == CALX_STEP_ROW && !read_row (walk, error)))
    return FALSE;
  g_free (walk->reading->after);
  walk->reading->after = g_strdup (uuid);
  return TRUE;
}

static gboolean
walk_patients (const Walk *walk, gint64 budget_us, GCancellable *cancellable, GError **error)
{
  gint64 until = g_get_monotonic_time () + budget_us;
  CalxStep step;

  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      step = calx_sql_statement_step (walk->patient, error);
      if (step == CALX_STEP_ROW && !read_patient (walk, error))
        return FALSE;
    }
  while (step == CALX_STEP_ROW && (budget_us == 0 || g_get_monotonic_time () < until));
  walk->reading->complete = step == CALX_STEP_DONE;
  return step != CALX_STEP_ERROR;
}

/* The days between which sessions count; they stay bound from patient to patient. */
static void
bind_days (CalxSqlStatement *row, const CalxSiteFilter *filter)
{
  g_autofree char *from = calx_date_to_iso (filter->from);
  g_autofree char *to = calx_date_is_known (filter->to)
                            ? calx_date_to_iso (calx_date_latest (filter->to))
                            : g_strdup (NO_LAST_DAY);

  calx_sql_statement_bind_text (row, 2, from);
  calx_sql_statement_bind_text (row, 3, to);
}

gboolean
calx_store_read_sites (CalxStore *self,
                       CalxSiteReading *reading,
                       gint64 budget_us,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr(CalxSqlStatement) patient = NULL;
  g_autoptr(CalxSqlStatement) row = NULL;
  g_autoptr(CalxClinicSettings) settings = NULL;
  CalxDatabase *database;
  Walk walk;

  g_return_val_if_fail (self && reading && !reading->complete, FALSE);

  database = calx_store_get_database (self);
  if (reading->filter.subtype && !(settings = calx_store_load_clinic_settings (self, error)))
    return FALSE;
  if (!(patient = calx_sql_statement_new (database, CALX_SQL_SITE_PATIENTS, error))
      || !(row = calx_sql_statement_new (database, CALX_SQL_SITE_SESSION, error)))
    return FALSE;
  calx_sql_statement_bind_text (patient, 1, reading->after);
  bind_days (row, &reading->filter);
  walk = (Walk){ self, reading, patient, row, settings };
  return walk_patients (&walk, budget_us, cancellable, error);
}
