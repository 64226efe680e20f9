/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-assessment.h"
#include "calx-review.h"

G_BEGIN_DECLS

/* The pages of the middle pane, as calx_review_pane_show_page() takes them. */
#define CALX_REVIEW_PAGE_ASSESSMENT "assessment"
#define CALX_REVIEW_PAGE_WORKUP     "workup"
#define CALX_REVIEW_PAGE_TREATMENT  "treatment"

/* The middle pane of a session: a row of tabs, and below it one page at a time. The first page,
 * "Assessment", is its own; others are handed in.
 *
 * Signal "input-activated" (const char *input_id): the person asks to go to an input. */
#define CALX_TYPE_REVIEW_PANE (calx_review_pane_get_type ())
G_DECLARE_FINAL_TYPE (CalxReviewPane, calx_review_pane, CALX, REVIEW_PANE, GtkWidget)

GtkWidget  *calx_review_pane_new            (void);
/* Adds a page behind those that are there. @id: for calx_review_pane_show_page(); @title: translated, on
 * the tab, one or two short words. The page scrolls by itself. */
void        calx_review_pane_add_page       (CalxReviewPane *self,
                                             GtkWidget      *page,
                                             const char     *id,
                                             const char     *title);
/* Brings a page forward. */
void        calx_review_pane_show_page      (CalxReviewPane *self,
                                             const char     *id);
/* The id of the page that is shown. */
const char *calx_review_pane_get_page       (CalxReviewPane *self);
/* What the first page shows; takes references. NULL and NULL: nothing to show. */
void        calx_review_pane_set_result     (CalxReviewPane *self,
                                             CalxAssessment *assessment,
                                             CalxReview     *review);

G_END_DECLS
