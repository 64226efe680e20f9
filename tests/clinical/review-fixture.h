/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-review.h"

G_BEGIN_DECLS

/* An invented patient, seen on SCORE_DATE. @findings as score_findings() reads them, sex and age too.
 * @lesions: "thigh_a_r plaque pain=6 ulcerated=no chalky=yes; knee_r other; foot_d_r healed": each a
 * region and what is known of it, numbered from L1; "" for an empty map. */
CalxReview *review_of (const char *findings,
                       const char *lesions) G_GNUC_WARN_UNUSED_RESULT;
/* @treatments: "vitamin_k_antagonist; sodium_thiosulfate stopped": kinds of treatments.json */
CalxReview *review_with_treatments (const char *findings,
                                    const char *lesions,
                                    const char *treatments) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
