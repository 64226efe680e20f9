/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-report.h"
#include "calx-paper-text.h"

G_BEGIN_DECLS

/* 12.7 mm: every printer can reach it, and a punched hole leaves the text whole. */
#define CALX_REPORT_MARGIN_PT 36.0
/* 10.6 mm, where the page is full. */
#define CALX_REPORT_NARROW_MARGIN_PT 30.0

/* How tight the page is set: the first density at which it fits one page is taken. */
typedef struct
{
  double body_pt;        /* never below 9 */
  double small_pt;       /* references and the footer */
  double map_height_pt;
  double gap_pt;
  double row_gap_pt;     /* between the rows of a table */
  double margin_pt;
  gboolean whole_texts;  /* the words of each option and whom the score is not for, or the short of it; and
                          * factors that are not assessed also in the table, not in their own line alone */
  gboolean runs_on;      /* one paragraph goes on in the line in which the one before it ends */
} CalxReportDensity;

/* One thing on the page that is never cut in two: what it is made of, drawn from its upper left corner. */
typedef struct
{
  double     height_pt;
  GPtrArray *parts;          /* CalxReportPart */
  gboolean   repeats;        /* a table's head: comes again where its table goes on on a new page */
  gboolean   belongs_to_head; /* a row of that table */
} CalxReportBlock;

typedef enum
{
  CALX_REPORT_PART_TEXT,
  CALX_REPORT_PART_RULE,   /* a horizontal line */
  CALX_REPORT_PART_BOX,    /* a frame */
  CALX_REPORT_PART_FIGURE, /* one view of the body */
  CALX_REPORT_PART_SIGN,   /* a lesion's sign, in the key to the map */
} CalxReportPartKind;

typedef struct
{
  CalxReportPartKind kind;
  double             x, y, width, height; /* points from the block's corner */
  PangoLayout       *layout;              /* of TEXT */
  CalxView           view;                /* of FIGURE */
  guint              sign;                /* of SIGN */
} CalxReportPart;

void       calx_report_block_free (CalxReportBlock          *self);
/* All blocks of the body of the page, in reading order, for a text width. */
GPtrArray *calx_report_blocks_new (const CalxReport         *report,
                                   PangoContext             *context,
                                   double                    width_pt,
                                   const CalxReportDensity  *density) G_GNUC_WARN_UNUSED_RESULT;
/* The identity at the head of every page. */
CalxReportBlock *calx_report_header_new (const CalxReport  *report,
                                         PangoContext      *context,
                                         double             width_pt) G_GNUC_WARN_UNUSED_RESULT;
/* The foot of page @page (from 1) of @n_pages. */
CalxReportBlock *calx_report_footer_new (const CalxReport        *report,
                                         PangoContext            *context,
                                         double                   width_pt,
                                         const CalxReportDensity *density,
                                         guint                    page,
                                         guint                    n_pages) G_GNUC_WARN_UNUSED_RESULT;
void       calx_report_block_draw (const CalxReportBlock    *self,
                                   const CalxReport         *report,
                                   cairo_t                  *cr,
                                   double                    x,
                                   double                    y);

/* For the builders of blocks. */
CalxReportBlock *calx_report_block_new      (void) G_GNUC_WARN_UNUSED_RESULT;
/* Adds text and returns the y below it; the block grows to hold it. */
double           calx_report_block_add_text (CalxReportBlock *self,
                                             PangoContext    *context,
                                             const char      *text,
                                             CalxPaperTextStyle    style,
                                             double           x,
                                             double           y,
                                             double           width_pt);
void             calx_report_block_add      (CalxReportBlock    *self,
                                             CalxReportPartKind  kind,
                                             double              x,
                                             double              y,
                                             double              width,
                                             double              height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxReportBlock, calx_report_block_free)

G_END_DECLS
