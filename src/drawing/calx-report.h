/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "calx-assessment.h"
#include "calx-body.h"
#include "calx-distribution.h"
#include "calx-review.h"
#include "calx-session.h"

G_BEGIN_DECLS

typedef enum
{
  CALX_PAPER_A4,
  CALX_PAPER_LETTER,
} CalxPaper;

typedef enum
{
  CALX_REPORT_DRAFT,     /* not saved yet */
  CALX_REPORT_FINAL,
  CALX_REPORT_CORRECTED,
} CalxReportStatus;

/* All that the page shows: equal value, equal bytes on one machine. Make with calx_report_new(). */
typedef struct
{
  CalxPatient      *patient;
  CalxSession      *session;
  CalxAssessment   *assessment;
  CalxReview       *review;
  CalxBody         *body;
  double            stature_mm;      /* to draw the sizes of lesions to scale; 0: not known */
  CalxInputs       *inputs;
  CalxPaper         paper;
  CalxReportStatus  status;
  char             *clinic_name;     /* "" */
  char             *assessor;        /* who saved it, "" */
  char             *printed_at;      /* "20-Nov-2026 12:31 +01:00"; calx_report_set_stamp() */
  char             *printed_at_iso;  /* the same for the PDF's own creation date */
  char             *printed_by;
  char             *record_id;       /* opaque id of the session version */
  char             *audit_head;      /* "SEQ:HASH", "" */
  GPtrArray        *first_seen;      /* CalxDate* by lesion (the order of the session's lesions), or NULL */
} CalxReport;

CalxReport *calx_report_new  (const CalxPatient *patient,
                              CalxSession       *session,
                              CalxAssessment    *assessment,
                              CalxReview        *review,
                              CalxBody          *body) G_GNUC_WARN_UNUSED_RESULT;
void        calx_report_free (CalxReport        *self);
/* When and by whom it is printed. */
void        calx_report_set_stamp (CalxReport   *self,
                                   GDateTime    *now,
                                   const char   *who);

/* The report laid out on its paper. */
typedef struct _CalxReportLayout CalxReportLayout;

CalxReportLayout *calx_report_layout_new        (const CalxReport *report) G_GNUC_WARN_UNUSED_RESULT;
void              calx_report_layout_free       (CalxReportLayout *self);
guint             calx_report_layout_get_n_pages (CalxReportLayout *self);
/* Paper size in points. */
void              calx_paper_get_size           (CalxPaper         paper,
                                                 double           *ret_width_pt,
                                                 double           *ret_height_pt);
/* Draws page @page (from 0) onto a context in points with the origin at the paper's corner. */
void              calx_report_layout_draw_page  (CalxReportLayout *self,
                                                 guint             page,
                                                 cairo_t          *cr);
/* The PDF as bytes, straight from cairo. No patient data in its metadata. */
GBytes           *calx_report_to_pdf            (const CalxReport *report,
                                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* As a file, 0600, written beside and renamed. */
gboolean          calx_report_save_pdf          (const CalxReport *report,
                                                 const char       *path,
                                                 GError          **error);
/* The summary for the clipboard: plain text, at most 25 lines, units on every value, no tabs. */
char             *calx_report_to_text           (const CalxReport *report) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxReport, calx_report_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxReportLayout, calx_report_layout_free)

G_END_DECLS
