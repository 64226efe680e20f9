/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-checklist.h"
#include "calx-workup.h"

G_BEGIN_DECLS

/* One item of the work-up, for one patient. */
typedef struct
{
  const CalxWorkupItem  *item;    /* borrowed: knowledge outlives results */
  CalxVerdict           *asked;   /* MET: it is on this patient's list; UNKNOWN: that cannot be told */
  gboolean               is_listed; /* on the list: asked, or something was recorded of it */
  const CalxWorkupEntry *entry;   /* NULL: nothing was recorded; borrowed of the checklist */
  const CalxInput       *input;   /* whose finding is, or was, its result; NULL: none is known */
  CalxDate               date;    /* of that finding */
  gboolean               is_known; /* by that finding, which is not stale */
} CalxWorkupRow;

typedef struct
{
  const CalxDifferential *differential; /* borrowed */
  CalxVerdict            *raised;       /* MET: findings bring it forward; UNKNOWN: that cannot be told */
  const CalxWorkupEntry  *entry;        /* NULL: nothing was recorded; borrowed of the checklist */
} CalxDifferentialRow;

/* The work-up of one patient. */
typedef struct
{
  CalxChecklist *checklist;
  CalxVerdict   *occasion;      /* of the first situation: whether a work-up is asked at all */
  GPtrArray     *rows;          /* CalxWorkupRow, in the order of the file */
  GPtrArray     *differentials; /* CalxDifferentialRow: raised first, then those that cannot be told */
  guint          n_listed;
  guint          n_done;        /* of those listed, as the next two */
  guint          n_ordered;
  guint          n_declined;
  guint          n_foreign;     /* entries that only a newer file of items knows; they are kept */
} CalxWorkupReview;

CalxWorkupReview *calx_workup_review_new       (CalxWorkup          *workup,
                                                CalxChecklist       *checklist,
                                                const CalxFacts     *facts) G_GNUC_WARN_UNUSED_RESULT;
void              calx_workup_review_free      (CalxWorkupReview    *self);
/* What became of it: as recorded, and DONE where a finding says it. */
CalxWorkupStatus  calx_workup_row_get_status   (const CalxWorkupRow *row);
/* On the list and open: neither known nor ordered, done or declined. */
gboolean          calx_workup_row_is_missing   (const CalxWorkupRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxWorkupReview, calx_workup_review_free)

G_END_DECLS
