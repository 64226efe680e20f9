/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-citations.h"
#include "calx-result-section.h"
#include "calx-review.h"

G_BEGIN_DECLS

/* The patient's calcium, phosphate and PTH beside targets: those of the clinic's body line by line, what
 * cohorts warn of, and the other bodies folded. */
void calx_targets_section_fill (CalxResultSection *section,
                                const CalxReview  *review,
                                CalxCitations     *citations);

G_END_DECLS
