/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-citations.h"
#include "calx-result-row.h"
#include "calx-review.h"

G_BEGIN_DECLS

/* What is said of a rule, in a result row: the one look of every verdict. */

/* A sign for met, not met and not known; static. */
const char *calx_verdict_icon_name (CalxRuleResult       result);
/* A statement (@title: how it is called; NULL: its label), what decided or would have to be known, its numbered sources, its note and how well it is
 * founded. Leads to what would have to be known, otherwise to the first that decided. @end and @icon_name
 * as of calx_result_row_set(); @said (nullable): sources that a row above says for all: the same are not
 * said again. */
void        calx_verdict_row_set   (CalxResultRow       *row,
                                    const char          *title,
                                    const CalxVerdict   *verdict,
                                    const char          *end,
                                    const char          *icon_name,
                                    char *const         *said,
                                    const CalxReview    *review,
                                    CalxCitations       *citations);
/* The same of a statement that has no rule: its text instead of what decided. */
void        calx_statement_row_set (CalxResultRow       *row,
                                    const CalxStatement *statement,
                                    const char          *end,
                                    const char          *icon_name,
                                    CalxCitations       *citations);
/* "the text [1, 4]"; without numbers the text alone. */
char       *calx_verdict_row_cite  (const char          *text,
                                    char *const         *source_ids,
                                    CalxCitations       *citations) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
