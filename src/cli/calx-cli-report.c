/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <glib/gi18n.h>

#include "calx-cli-patients.h"
#include "calx-report.h"
#include "calx-store-check.h"
#include "calx-store-settings.h"

static char *
now_for_print (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%d-%b-%Y %H:%M %:z");
}

/* The date of the earliest session that shows the lesion. */
static CalxDate
find_first_seen (const CalxCliPatient *patient,
                 const char           *lesion_uuid)
{
  CalxDate first = calx_session_get_date (patient->newest->session);

  for (guint i = 0; i < patient->sessions->len; i++)
    {
      CalxSession *session = ((CalxStoredSession *) g_ptr_array_index (patient->sessions, i))->session;

      if (calx_session_find_lesion (session, lesion_uuid) != NULL &&
          calx_date_compare (calx_session_get_date (session), first) < 0)
        first = calx_session_get_date (session);
    }
  return first;
}

static GPtrArray *
list_first_seen (const CalxCliPatient *patient)
{
  GPtrArray *lesions = calx_session_get_lesions (patient->newest->session);
  GPtrArray *dates = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (lesions, i);
      CalxDate date = find_first_seen (patient, lesion->uuid);

      g_ptr_array_add (dates, g_memdup2 (&date, sizeof date));
    }
  return dates;
}

static gboolean
fill_report (CalxReport            *report,
             CalxStore             *store,
             const CalxCliPatient  *patient,
             GError               **error)
{
  CalxSession *session = patient->newest->session;
  g_autoptr(CalxClinicSettings) settings = calx_store_load_clinic_settings (store, error);
  g_autofree char *audit_head = NULL;

  if (settings == NULL)
    return FALSE;
  audit_head = calx_store_get_audit_head (store, error);
  if (audit_head == NULL)
    return FALSE;
  report->status = calx_session_get_version (session) > 1 ? CALX_REPORT_CORRECTED : CALX_REPORT_FINAL;
  calx_patient_set (&report->clinic_name, calx_clinic_settings_get_name (settings));
  calx_patient_set (&report->audit_head, audit_head);
  calx_patient_set (&report->assessor, patient->newest->saved_by);
  calx_patient_set (&report->printed_by, g_get_user_name ());
  calx_patient_set (&report->record_id, calx_session_get_version_uuid (session));
  g_free (report->printed_at);
  report->printed_at = now_for_print ();
  g_clear_pointer (&report->first_seen, g_ptr_array_unref);
  report->first_seen = list_first_seen (patient);
  return TRUE;
}

static gboolean
report_patient (CalxStore       *store,
                CalxCliPatient  *patient,
                const char      *path,
                gpointer         data,
                GError         **error)
{
  const CalxPaper *paper = data;
  CalxKnowledge *knowledge = calx_store_get_knowledge (store);
  CalxSession *session = patient->newest->session;
  CalxFindings *findings = calx_session_get_findings (session);
  CalxFigure figure = calx_figure_choose_for (knowledge->figures, patient->patient, findings,
                                              calx_session_get_date (session));
  g_autoptr(CalxBody) body = calx_body_load (figure, knowledge->regions, error);
  g_autoptr(CalxReview) review = NULL;
  g_autoptr(CalxReport) report = NULL;

  if (body == NULL)
    return FALSE;
  review = calx_review_new (knowledge, session, patient->patient, NULL);
  report = calx_report_new (patient->patient, session, patient->newest->assessment, review, body);
  report->stature_mm = calx_figure_get_scale_mm (knowledge->figures, figure, findings);
  report->paper = *paper;
  return fill_report (report, store, patient, error) && calx_report_save_pdf (report, path, error);
}

static gboolean
parse_paper (const char  *text,
             CalxPaper   *ret_paper,
             GError     **error)
{
  if (text != NULL && g_ascii_strcasecmp (text, "a4") != 0 && g_ascii_strcasecmp (text, "letter") != 0)
    {
      g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("--paper is a4 or letter"));
      return FALSE;
    }
  *ret_paper = text != NULL && g_ascii_strcasecmp (text, "letter") == 0 ? CALX_PAPER_LETTER : CALX_PAPER_A4;
  return TRUE;
}

CalxCliStatus
calx_cli_report (int          argc,
                 char       **argv,
                 const char  *model_path)
{
  g_autofree char *database = NULL;
  g_autofree char *id = NULL;
  g_autofree char *output = NULL;
  g_autofree char *paper_text = NULL;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_("The records file"), N_("FILE") },
    { "patient", 0, 0, G_OPTION_ARG_STRING, &id,
      N_("The id that list prints first; “-”: record numbers from standard input, one a line"), N_("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("The PDF to write; a folder for more than one patient"), N_("OUT.pdf") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_text, N_("The paper; a4 is the default"), "a4|letter" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(CalxCliArguments) arguments = { 0 };
  g_autoptr(GError) error = NULL;
  CalxPaper paper;
  CalxStore *store;
  gboolean done;

  if (!calx_cli_parse (argc, argv, NULL, _("Writes the printed summary of a patient's newest session."),
                       entries, 0, model_path, &arguments, &error) ||
      !calx_cli_check_patient_id (id, &error) || !calx_cli_check_output (output, &error) ||
      !parse_paper (paper_text, &paper, &error))
    return calx_cli_fail (error);
  store = calx_cli_open_store (database, arguments.model_path, 0, &error);
  if (store == NULL)
    return calx_cli_fail (error);
  done = calx_cli_write_patients (store, id, output, ".pdf", report_patient, &paper, &error);
  calx_store_close (store);
  return done ? CALX_CLI_OK : calx_cli_fail (error);
}
