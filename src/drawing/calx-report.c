/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-report.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "calx-file.h"

CalxReport *
calx_report_new (const CalxPatient *patient, CalxSession *session, CalxAssessment *assessment, CalxReview *review, CalxBody *body)
{
  CalxReport *self = g_new0 (CalxReport, 1);

  self->patient = calx_patient_copy (patient);
  self->session = calx_session_ref (session);
  self->assessment = calx_assessment_ref (assessment);
  self->review = calx_review_ref (review);
  self->body = calx_body_ref (body);
  self->inputs = calx_inputs_ref (calx_findings_get_inputs (calx_session_get_findings (session)));
  self->clinic_name = g_strdup ("");
  self->assessor = g_strdup ("");
  self->printed_at = g_strdup ("");
  self->printed_at_iso = g_strdup ("");
  self->printed_by = g_strdup ("");
  self->record_id = g_strdup (calx_session_get_version_uuid (session));
  self->audit_head = g_strdup ("");
  return self;
}

void
calx_report_free (CalxReport *self)
{
  if (self == NULL)
    return;
  calx_patient_free (self->patient);
  calx_session_unref (self->session);
  calx_assessment_unref (self->assessment);
  calx_review_unref (self->review);
  calx_body_unref (self->body);
  calx_inputs_unref (self->inputs);
  g_free (self->clinic_name);
  g_free (self->assessor);
  g_free (self->printed_at);
  g_free (self->printed_at_iso);
  g_free (self->printed_by);
  g_free (self->record_id);
  g_free (self->audit_head);
  g_clear_pointer (&self->first_seen, g_ptr_array_unref);
  g_free (self);
}

void
calx_report_set_stamp (CalxReport *self, GDateTime *now, const char *who)
{
  static const char *const months[]
    = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  g_autofree char *zone = g_date_time_format (now, "%:z");

  g_free (self->printed_at);
  g_free (self->printed_at_iso);
  self->printed_at = g_strdup_printf ("%02d-%s-%04d %02d:%02d %s", g_date_time_get_day_of_month (now),
                                      months[g_date_time_get_month (now) - 1], g_date_time_get_year (now),
                                      g_date_time_get_hour (now), g_date_time_get_minute (now), zone);
  self->printed_at_iso = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  calx_patient_set (&self->printed_by, who);
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_pages (const CalxReport *report, cairo_surface_t *surface)
{
  g_autoptr (CalxReportLayout) layout = calx_report_layout_new (report);
  cairo_t *cr = cairo_create (surface);

  for (guint page = 0; page < calx_report_layout_get_n_pages (layout); page++)
    {
      calx_report_layout_draw_page (layout, page, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
}

GBytes *
calx_report_to_pdf (const CalxReport *report, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = NULL;
  cairo_status_t status;
  double width_pt, height_pt;

  calx_paper_get_size (report->paper, &width_pt, &height_pt);
  surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width_pt, height_pt);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Calx summary");
  /* cairo would take the clock: then two prints of one report would differ. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  report->printed_at_iso[0] != '\0' ? report->printed_at_iso : "2000-01-01T00:00:00");
  draw_pages (report, surface);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_byte_array_unref (bytes);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (bytes);
}

gboolean
calx_report_save_pdf (const CalxReport *report, const char *path, GError **error)
{
  g_autoptr (GBytes) pdf = calx_report_to_pdf (report, error);

  return pdf != NULL && calx_file_write_private (path, pdf, error);
}
