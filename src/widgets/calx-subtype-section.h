/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-citations.h"
#include "calx-result-section.h"
#include "calx-review.h"

G_BEGIN_DECLS

/* Which subtypes are suggested, the urgent first: one line each, and folded under it the reasons for and
 * against, sub-classes, codes, and where sources disagree. What cannot be told stands last, together. */
void calx_subtype_section_fill (CalxResultSection *section,
                                const CalxReview  *review,
                                CalxCitations     *citations);

G_END_DECLS
