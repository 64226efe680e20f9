/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-review.h"

G_BEGIN_DECLS

/* The words for the work-up. As calx-format.h: translated, for people, transfer full unless said otherwise. */

/* "Open", "Ordered", "Done"; static. */
const char *calx_format_workup_status   (CalxWorkupStatus     status);
/* What is known of a row: "650 pg/mL, 12-Oct-2026"; "Done 12-Oct-2026: positive"; "Too old: 650 pg/mL,
 * 12-Jan-2025"; "" while nothing is. */
char       *calx_format_workup_known    (const CalxWorkupRow *row,
                                         const CalxReview    *review);
/* What beyond the occasion asks for it for this patient: "Phosphate: 6.5 mg/dL"; "" for nothing. */
char       *calx_format_workup_evidence (const CalxVerdict   *asked,
                                         const CalxReview    *review);
/* "5 of 14 done, 2 ordered, 1 declined"; "None asked". */
char       *calx_format_workup_progress (const CalxReview    *review);
/* One line for the summary: "5 of 14 done, 2 ordered. Open: PTH; Skin biopsy and 3 more."; at most @n_most
 * are named. */
char       *calx_format_workup_missing  (const CalxReview    *review,
                                         guint                n_most);
/* One line for the summary: "Considered: Morphea. Excluded: Gouty tophi." and which of those that the
 * findings bring forward are open; "" where there is none of these. */
char       *calx_format_differentials   (const CalxReview    *review);

G_END_DECLS
