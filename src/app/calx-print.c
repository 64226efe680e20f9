/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-print.h"

#include <glib/gi18n.h>

#include "calx-confirm.h"
#include "calx-print-preview.h"

/* Letter is 215.9 mm wide, A4 210 mm. */
#define BETWEEN_A4_AND_LETTER_MM 213.0
#define LETTER_HEIGHT_MAX_MM     288.0

typedef struct
{
  GtkWindow        *parent;
  CalxReport       *report;
  CalxReportLayout *layout; /* from begin-print on */
} Printing;

static void
printing_clear (gpointer data)
{
  Printing *printing = data;

  g_clear_object (&printing->parent);
  g_clear_pointer (&printing->layout, calx_report_layout_free);
  g_clear_pointer (&printing->report, calx_report_free);
}

static void
printing_unref (gpointer data)
{
  g_rc_box_release_full (data, printing_clear);
}

static void
printing_closed (gpointer  data,
                 GClosure *closure)
{
  printing_unref (data);
}

static CalxPaper
get_paper (GtkPageSetup *setup)
{
  double width_mm = gtk_page_setup_get_paper_width (setup, GTK_UNIT_MM);
  double height_mm = gtk_page_setup_get_paper_height (setup, GTK_UNIT_MM);

  return MIN (width_mm, height_mm) > BETWEEN_A4_AND_LETTER_MM &&
             MAX (width_mm, height_mm) < LETTER_HEIGHT_MAX_MM
           ? CALX_PAPER_LETTER
           : CALX_PAPER_A4;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Printing *printing = user_data;

  printing->report->paper = get_paper (gtk_print_context_get_page_setup (context));
  g_clear_pointer (&printing->layout, calx_report_layout_free);
  printing->layout = calx_report_layout_new (printing->report);
  gtk_print_operation_set_n_pages (operation,
                                   (int) calx_report_layout_get_n_pages (printing->layout));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Printing *printing = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  /* Whole on any other paper as well. */
  calx_paper_get_size (printing->report->paper, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  if (scale < 0.995)
    cairo_scale (cr, scale, scale);
  calx_report_layout_draw_page (printing->layout, (guint) page, cr);
  cairo_restore (cr);
}

static void
preview_closed_cb (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

static void
preview_ready_cb (GtkPrintOperationPreview *preview,
                  GtkPrintContext          *context,
                  gpointer                  user_data)
{
  Printing *printing = user_data;
  GtkWidget *window = calx_print_preview_new (printing->parent, printing->report);

  /* The operation may be over before the window is closed. */
  g_object_set_data_full (G_OBJECT (window), "calx-printing", g_rc_box_acquire (printing),
                          printing_unref);
  g_object_set_data_full (G_OBJECT (window), "calx-operation", g_object_ref (preview),
                          g_object_unref);
  g_signal_connect_object (window, "destroy", G_CALLBACK (preview_closed_cb), preview,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/* Handled here, since GTK would write the page to a temporary file for another program to show. */
static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            GtkWindow                *parent,
            gpointer                  user_data)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_signal_connect (preview, "ready", G_CALLBACK (preview_ready_cb), user_data);
  return TRUE;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  Printing *printing = user_data;
  g_autoptr(GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  calx_confirm_tell (printing->parent, _("The Summary Was Not Printed"),
                     error != NULL ? error->message : _("The printer gave no reason."));
}

void
calx_print_report (GtkWindow  *parent,
                   CalxReport *report,
                   gboolean    preview)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  Printing *printing = g_rc_box_new0 (Printing);

  printing->parent = g_object_ref (parent);
  printing->report = report;

  gtk_print_operation_set_job_name (operation, _("Calx summary"));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), printing);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), printing, printing_closed, 0);

  gtk_print_operation_run (operation,
                           preview ? GTK_PRINT_OPERATION_ACTION_PREVIEW
                                   : GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           parent, NULL);
}
