/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-window-private.h"

#include <glib/gi18n.h>

#include "calx-clinic-jobs.h"
#include "calx-confirm.h"
#include "calx-failure.h"
#include "calx-file-dialog.h"
#include "calx-platform.h"
#include "calx-print.h"
#include "calx-report.h"

/* The day a lesion was first on the map, by the patient's stored sessions and this one. */
static CalxDate *
find_first_seen (CalxWindow *self,
                 const char *lesion_uuid,
                 CalxDate    date)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sessions));
  CalxDate first = date;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CalxSessionItem) item = g_list_model_get_item (G_LIST_MODEL (self->sessions), i);
      const CalxStoredSession *stored = calx_session_item_get_stored (item);

      if (stored != NULL && calx_session_find_lesion (stored->session, lesion_uuid) != NULL &&
          calx_date_compare (calx_session_get_date (stored->session), first) < 0)
        first = calx_session_get_date (stored->session);
    }
  return g_memdup2 (&first, sizeof first);
}

static GPtrArray *
list_first_seen (CalxWindow  *self,
                 CalxSession *session)
{
  GPtrArray *lesions = calx_session_get_lesions (session);
  GPtrArray *dates = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lesions->len; i++)
    g_ptr_array_add (dates, find_first_seen (self, ((const CalxLesion *) lesions->pdata[i])->uuid,
                                             calx_session_get_date (session)));
  return dates;
}

static CalxReportStatus
get_status (CalxSessionItem *item)
{
  const CalxStoredSession *stored = calx_session_item_get_stored (item);

  if (calx_session_item_is_unsaved (item))
    return CALX_REPORT_DRAFT;
  return calx_session_get_version (stored->session) > 1 ? CALX_REPORT_CORRECTED : CALX_REPORT_FINAL;
}

static CalxPaper
get_default_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? CALX_PAPER_LETTER
                                                                            : CALX_PAPER_A4;
}

/* All that a page shows of what is on screen; the stamp is filled in when it has been asked for. */
static CalxReport *
make_report (CalxWindow  *self,
             GError     **error)
{
  CalxSession *session = calx_session_item_get_session (self->item);
  const CalxStoredSession *stored = calx_session_item_get_stored (self->item);
  CalxKnowledge *knowledge = calx_clinic_get_knowledge (self->clinic);
  CalxFindings *findings = calx_session_get_findings (session);
  CalxFigure figure = calx_figure_choose_for (knowledge->figures, self->patient, findings, calx_session_get_date (session));
  g_autoptr(CalxBody) body = calx_body_load (figure, knowledge->regions, error);
  g_autofree char *user = calx_platform_get_user_name ();
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  CalxReport *report;

  if (body == NULL)
    return NULL;
  report = calx_report_new (self->patient, session,
                            calx_session_page_get_assessment (self->session_page),
                            calx_session_page_get_review (self->session_page), body);
  report->stature_mm = calx_figure_get_scale_mm (knowledge->figures, figure, findings);
  report->paper = get_default_paper ();
  report->status = get_status (self->item);
  calx_patient_set (&report->assessor,
                    stored != NULL && report->status != CALX_REPORT_DRAFT ? stored->saved_by : user);
  calx_patient_set (&report->record_id, calx_session_get_version_uuid (session));
  calx_report_set_stamp (report, now, user);
  g_clear_pointer (&report->first_seen, g_ptr_array_unref);
  report->first_seen = list_first_seen (self, session);
  return report;
}

typedef enum
{
  PURPOSE_PRINT,
  PURPOSE_PREVIEW,
  PURPOSE_EXPORT,
  PURPOSE_COPY,
} Purpose;

typedef struct
{
  CalxWindow *window;
  CalxReport *report;
  Purpose     purpose;
  GFile      *file; /* of an export */
} Issue;

static void
issue_free (Issue *issue)
{
  g_clear_object (&issue->window);
  g_clear_pointer (&issue->report, calx_report_free);
  g_clear_object (&issue->file);
  g_free (issue);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Issue, issue_free)

static void
save_pdf_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      task_data,
                    GCancellable *cancellable)
{
  const Issue *issue = task_data;
  GError *error = NULL;

  if (calx_report_save_pdf (issue->report, g_file_peek_path (issue->file), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
pdf_saved_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  CalxWindow *self = CALX_WINDOW (source);
  const Issue *issue = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *name = g_file_get_basename (issue->file);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *text = g_strdup_printf (_("Exported as %s"), shown);

      calx_window_toast (self, text);
    }
  else
    calx_confirm_tell (GTK_WINDOW (self), _("The Summary Was Not Exported"), error->message);
}

static void
carry_out (Issue *issue)
{
  CalxWindow *self = issue->window;

  if (issue->purpose == PURPOSE_EXPORT)
    {
      g_autoptr(GTask) task = g_task_new (self, NULL, pdf_saved_cb, NULL);

      g_task_set_task_data (task, issue, (GDestroyNotify) issue_free);
      g_task_run_in_thread (task, save_pdf_in_thread);
      return;
    }
  if (issue->purpose == PURPOSE_COPY)
    {
      g_autofree char *text = calx_report_to_text (issue->report);

      gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
      calx_window_toast (self, _("Summary copied"));
    }
  else
    calx_print_report (GTK_WINDOW (self), g_steal_pointer (&issue->report),
                       issue->purpose == PURPOSE_PREVIEW);
  issue_free (issue);
}

static void
page_stamped_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Issue) issue = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxPageStamp) stamp = NULL;

  stamp = calx_clinic_stamp_page_finish (CALX_CLINIC (source), result, &error);
  if (stamp == NULL)
    {
      calx_confirm_tell (GTK_WINDOW (issue->window), calx_failure_get_title (error), error->message);
      return;
    }
  calx_patient_set (&issue->report->clinic_name, stamp->clinic_name);
  calx_patient_set (&issue->report->audit_head, stamp->audit_head);
  carry_out (g_steal_pointer (&issue));
}

static void
begin (CalxWindow *self,
       Purpose     purpose,
       GFile      *file)
{
  static const char *const actions[] = {
    [PURPOSE_PRINT] = "print",
    [PURPOSE_PREVIEW] = NULL,
    [PURPOSE_EXPORT] = "export",
    [PURPOSE_COPY] = "copy",
  };
  g_autoptr(GError) error = NULL;
  CalxReport *report = make_report (self, &error);
  Issue *issue;

  if (report == NULL)
    {
      calx_confirm_tell (GTK_WINDOW (self), _("The Summary Cannot Be Made"), error->message);
      return;
    }
  issue = g_new0 (Issue, 1);
  issue->window = g_object_ref (self);
  issue->report = report;
  issue->purpose = purpose;
  issue->file = file != NULL ? g_object_ref (file) : NULL;
  calx_clinic_stamp_page_async (self->clinic, actions[purpose],
                                calx_session_get_uuid (report->session), page_stamped_cb, issue);
}

void
calx_window_print (CalxWindow *self,
                   gboolean    preview)
{
  begin (self, preview ? PURPOSE_PREVIEW : PURPOSE_PRINT, NULL);
}

void
calx_window_copy_summary (CalxWindow *self)
{
  begin (self, PURPOSE_COPY, NULL);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autoptr(GFile) file = calx_file_dialog_save_finish (result);

  if (file == NULL || self->item == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    {
      calx_confirm_tell (GTK_WINDOW (self), _("The Summary Was Not Exported"),
                         _("Choose a folder of this computer: the file is written in one step, "
                           "which no other place can promise."));
      return;
    }
  begin (self, PURPOSE_EXPORT, file);
}

void
calx_window_export_pdf (CalxWindow *self)
{
  CalxDate day = calx_session_get_date (calx_session_item_get_session (self->item));
  g_autofree char *date = calx_date_to_iso (day);
  g_autofree char *name = g_strdup_printf ("calx-summary-%s.pdf", date);

  calx_file_dialog_save_async (GTK_WINDOW (self), _("Export the Summary"), name, _("PDF documents"),
                               "pdf", file_chosen_cb, g_object_ref (self));
}
