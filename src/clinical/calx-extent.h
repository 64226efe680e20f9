/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-session.h"

G_BEGIN_DECLS

/* What became of one lesion between two sessions. Grown and shrunk are by the area as it is shown: any
 * difference that a person can see. */
typedef enum
{
  CALX_CHANGE_NEW,          /* open, and was not open or not there before */
  CALX_CHANGE_GROWN,
  CALX_CHANGE_SHRUNK,
  CALX_CHANGE_SAME_SIZE,
  CALX_CHANGE_SIZE_UNKNOWN, /* open in both, its area not known in one of them */
  CALX_CHANGE_HEALED,       /* was open */
  CALX_CHANGE_WAS_HEALED,   /* healed in both, or healed when first recorded: a ghost */
  CALX_CHANGE_REMOVED,      /* no longer recorded: a correction, no healing */
} CalxLesionChangeKind;
#define CALX_N_CHANGE_KINDS 8

typedef struct
{
  CalxLesionChangeKind kind;
  CalxLesion          *before;          /* of the sessions compared; NULL where it was not recorded */
  CalxLesion          *after;           /* NULL where it is no longer recorded */
  double               before_area_mm2; /* while open; NAN: not known */
  double               after_area_mm2;
  gboolean             is_look;         /* looked at on the day of the later session, not carried */
} CalxLesionChange;

/* How what is open changed from one session to another. */
typedef struct
{
  GArray *lesions; /* CalxLesionChange, by number */
  guint   n[CALX_N_CHANGE_KINDS];
  guint   n_not_seen;         /* open in the later session, but nobody looked at them then */
  guint   n_open_before;
  guint   n_open_after;
  /* Sums over the same lesions: those that were open in one of the two and whose area is known wherever they
   * were open. A new one adds all of its area, a healed one takes all of it away. */
  double  before_area_mm2;
  double  after_area_mm2;
  guint   n_measured;         /* lesions in these sums */
  guint   n_size_unknown;     /* lesions left out of them */
} CalxExtent;

/* Both sessions must outlive it. */
CalxExtent *calx_extent_new  (CalxSession *before,
                              CalxSession *after) G_GNUC_WARN_UNUSED_RESULT;
void        calx_extent_free (CalxExtent  *self);
/* What became of the lesion of that uuid; NULL: it is in neither. */
const CalxLesionChange *calx_extent_find (CalxExtent *self,
                                          const char *lesion_uuid);
/* The difference of both sums as shown, in cm²; FALSE where no area is known. */
gboolean    calx_extent_get_change_cm2 (const CalxExtent *self,
                                        double           *ret_cm2);
/* Regions affected in both over regions affected in either (Jaccard index), 0 to 1, right and left being two;
 * a part counts as its whole. FALSE where nothing was open in either. */
gboolean    calx_extent_get_overlap    (const CalxExtent *self,
                                        CalxRegions      *regions,
                                        double           *ret_overlap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxExtent, calx_extent_free)

G_END_DECLS
