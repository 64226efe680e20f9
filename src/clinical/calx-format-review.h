/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-review.h"

G_BEGIN_DECLS

/* The words for what the rules say of a session. As calx-format.h: translated, for people, transfer full
 * unless said otherwise. Never a diagnosis, never an instruction. */

/* "Met", "Not met", "Not known"; static. */
const char *calx_format_rule_result     (CalxRuleResult            result);
/* What decided, value by value: "Phosphate 6.5 mg/dL, 12-Oct-2026; L1: Plaque, pain 6/10"; what is not
 * known is said so. At most @n_most parts, then "and 3 more"; "" for none. */
char       *calx_format_evidence        (const GArray             *used,
                                         const CalxReview         *review,
                                         guint                     n_most);
/* The names of what would have to be known: "biopsy, pain of L1 and 3 more"; "" for none. */
char       *calx_format_missing         (const GArray             *used,
                                         const CalxReview         *review,
                                         guint                     n_most);
/* The headline: "Meets 'suspected' of the consensus", "Does not meet the consensus", "Cannot tell by the
 * consensus; not known: Skin biopsy", "The consensus does not apply". */
char       *calx_format_criteria        (const CalxCriteriaResult *result,
                                         const CalxReview         *review);
/* "Major 1, minor 3; not known 7" of the clauses. */
char       *calx_format_criteria_counts (const CalxCriteriaResult *result);
/* "Major factors"; static. */
const char *calx_format_clause_group    (CalxClauseGroup           group);
/* "Suggested", "Possible, urgent", "Cannot tell: biopsy is not known" */
char       *calx_format_certainty       (const CalxSuggestion     *suggestion,
                                         const CalxReview         *review);
/* "Calciphylaxis"; of a mixed one also what it is mixed of. */
char       *calx_format_suggestion      (const CalxSuggestion     *suggestion);
/* "Calciphylaxis: suggested, urgent"; "Idiopathic: cannot tell" */
char       *calx_format_suggestion_headline (const CalxSuggestion *suggestion,
                                             const CalxReview     *review);
/* "ICD-10 L94.2; ICD-11 EB90.4"; "" without codes. */
char       *calx_format_codes           (const CalxSubtype        *subtype);
/* "2 of 6 asked; present: new painful skin", "None of 6 asked" */
char       *calx_format_early_signs     (const CalxReview         *review);

G_END_DECLS
