/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-citations.h"
#include "calx-result-section.h"
#include "calx-review.h"

G_BEGIN_DECLS

/* What the published criteria say: one line a set, in words, and folded under it its tiers and clauses,
 * each with what decided or what would have to be known. */
void calx_criteria_section_fill    (CalxResultSection *section,
                                    const CalxReview  *review,
                                    CalxCitations     *citations);
/* The early signs, asked at each visit: how many were asked, and folded under it each. */
void calx_early_signs_section_fill (CalxResultSection *section,
                                    const CalxReview  *review,
                                    CalxCitations     *citations);

G_END_DECLS
