/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-citations.h"
#include "calx-result-section.h"
#include "calx-review.h"

G_BEGIN_DECLS

/* What published groups have shown: one line a topic, and folded under it each figure with whom it was found
 * in, over what time, and its sources. Never this patient's own chance. */
void calx_prognosis_section_fill (CalxResultSection *section,
                                  const CalxReview  *review,
                                  CalxCitations     *citations);

G_END_DECLS
