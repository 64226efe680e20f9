/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-prognosis.h"
#include "calx-targets.h"

G_BEGIN_DECLS

/* The words for targets, reference ranges and published prognosis. As calx-format.h: translated, for people,
 * transfer full unless said otherwise. */

/* "8.8 to 10.4 mg/dL", "up to 5 mg/L", "from 1.7 mg/dL" in @unit; "" without a range */
char       *calx_format_range           (const CalxReferenceRange     *range,
                                         const CalxUnit               *unit);
/* "published", "the clinic's, of 20-Nov-2026", "as entered here"; "" without a range */
char       *calx_format_range_origin    (const CalxReferenceRange     *range);
/* "Phosphate", "Calcium times phosphate"; static */
const char *calx_format_target_name     (const CalxTarget             *target);
/* "6.5 mg/dL", "Not known" */
char       *calx_format_target_value    (const CalxTargetCell         *cell);
/* "3.5 to 5.5 mg/dL", "below 5.6 mg/dL", "130 to 585 pg/mL", "Avoid hypercalcaemia", "Not known" */
char       *calx_format_target_range    (const CalxTargetCell         *cell);
/* Where that comes from: "2 to 9 times the upper limit of 65 pg/mL, published"; "" where it is a number of
 * the body's own */
char       *calx_format_target_origin   (const CalxTargetCell         *cell);
/* "Below", "Within", "Above", "Not known", "No number given"; static */
const char *calx_format_target_state    (CalxTargetState               state);
/* "Phosphate 3.5 to 5.5 mg/dL: above; PTH 150 to 300 pg/mL: within" */
char       *calx_format_target_line     (const CalxTargetLine         *line);
/* "ERA-EDTA 2000 (historical)" */
char       *calx_format_target_body     (const CalxTargetBody         *body);
/* "Phosphate 6.5 mg/dL, at or above 6.4 mg/dL" */
char       *calx_format_target_warning  (const CalxTargetWarningLine  *line);

/* "27 % at 6 months; 45 % at 12 months" */
char       *calx_format_figures         (const CalxPrognosisEntry     *entry);
/* "Starting hemodialysis: died: 27 % at 6 months": the entry in one line, with its first figure */
char       *calx_format_prognosis_line  (const CalxPrognosisLine      *line);
/* "US cohort · 268 patients · 1 year" */
char       *calx_format_prognosis_group (const CalxPrognosisEntry     *entry);

G_END_DECLS
