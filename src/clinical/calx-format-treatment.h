/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-review.h"

G_BEGIN_DECLS

/* The words for treatments and their conflicts. As calx-format.h: translated, for people, transfer full
 * unless said otherwise. What is recorded, never a recommendation. */

/* "Warfarin", "Phosphate binder without calcium"; of another one the name that was written. */
char       *calx_format_treatment_name    (CalxTreatments          *treatments,
                                           const CalxTreatment     *treatment);
/* "Since Jan-2024", "Running, start not known", "Jan-2024 to 20-Nov-2026", "Stopped on 20-Nov-2026" */
char       *calx_format_treatment_period  (const CalxTreatment     *treatment);
/* All else that is known: "25 g, into a vein; for: calciphylaxis; response: improved"; "" for nothing. */
char       *calx_format_treatment_details (CalxTreatments          *treatments,
                                           const CalxTreatment     *treatment);
/* The whole in one line: "Warfarin: Jan-2024 to 20-Nov-2026; 5 mg, by mouth" */
char       *calx_format_treatment         (CalxTreatments          *treatments,
                                           const CalxTreatment     *treatment);
/* "Not known", "Improved"; static. */
const char *calx_format_response          (CalxResponse             response);
/* "Warfarin · Vitamin K antagonist · B01AA03" */
char       *calx_format_treatment_choice  (const CalxTreatmentChoice *choice);
/* "Conflict: Vitamin K antagonist in kidney failure or calciphylaxis", "May conflict: ...". Of two things
 * that do not fit, without a word before: "Stopped here, but the finding says that it is taken". */
char       *calx_format_conflict          (const CalxFoundConflict *found);
/* What decided, "Kidney treatment: Hemodialysis", or what would have to be known: "Not known: ..."; "" for
 * what holds always. */
char       *calx_format_conflict_reason   (const CalxFoundConflict *found,
                                           const CalxReview        *review);
/* "Hayashi M et al. Nephrol Dial Transplant 2012;27:1580-1584 (abstract); ..." */
char       *calx_format_cites             (CalxSources             *sources,
                                           char *const             *ids);

G_END_DECLS
