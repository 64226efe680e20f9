/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-citations.h"
#include "calx-report.h"

G_BEGIN_DECLS

/* What the rules say, as short texts for the page and the clipboard; "" where there is nothing to say.
 * @citations (nullable): the page's; without them no numbers of sources. @whole: also what decided. */

/* With open lesions the question is no longer what could come: the review stands before the points. */
gboolean calx_report_review_is_first (const CalxReport *report);
/* "Meets 'suspected' of the consensus: Dialysis for more than 5 years; Obesity [13]. ..." */
char *calx_report_write_criteria    (const CalxReview *review,
                                     CalxCitations    *citations,
                                     gboolean          whole) G_GNUC_WARN_UNUSED_RESULT;
/* The first suggestions, the urgent before all, and how many cannot be told. */
char *calx_report_write_subtypes    (const CalxReview *review,
                                     CalxCitations    *citations,
                                     gboolean          whole) G_GNUC_WARN_UNUSED_RESULT;
/* "2 of 6 asked; present: Livedo racemosa." */
char *calx_report_write_early_signs (const CalxReview *review) G_GNUC_WARN_UNUSED_RESULT;
/* Of each topic the first published figures that apply, @whole: two: "With kidney failure: died within a
 * year: 45 to 85 % [12]." "" without open lesions that may be calciphylaxis. */
char *calx_report_write_prognosis   (const CalxReview *review,
                                     CalxCitations    *citations,
                                     gboolean          whole) G_GNUC_WARN_UNUSED_RESULT;
/* What became of the work-up, and what is open: @whole, all of it, otherwise the first. */
char *calx_report_write_workup      (const CalxReview *review,
                                     gboolean          whole) G_GNUC_WARN_UNUSED_RESULT;
/* The targets of the clinic's body, and what cohorts warn of. */
char *calx_report_write_targets     (const CalxReview *review,
                                     CalxCitations    *citations) G_GNUC_WARN_UNUSED_RESULT;
/* One line a treatment, those that run first. */
char *calx_report_write_treatments  (const CalxReview *review) G_GNUC_WARN_UNUSED_RESULT;
/* "Conflict: Vitamin K antagonist in kidney failure or calciphylaxis (Warfarin) [4,9]." */
char *calx_report_write_conflicts   (const CalxReview *review,
                                     CalxCitations    *citations) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
