/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body.h"
#include "calx-lesion.h"

G_BEGIN_DECLS

/* The place on @to that corresponds to a place of a region on @from: the outlines of the region correspond,
 * piece by piece, and what lies within follows them (mean value coordinates). A point outside the region
 * counts as the nearest inside, and the result is inside; on the same figure a point inside stays as it is.
 * A part of a region that one of them lacks counts as its whole. The midline is kept, and left mirrors right.
 * FALSE where the region is not in that view. */
gboolean calx_body_map_point    (CalxBody         *from,
                                 CalxBody         *to,
                                 CalxView          view,
                                 const CalxRegion *region,
                                 double            x,
                                 double            y,
                                 double           *ret_x,
                                 double           *ret_y);
/* Where a point that was marked in a region of @figure stands on @body. */
void     calx_body_place_point  (CalxBody         *body,
                                 CalxFigure        figure,
                                 CalxView          view,
                                 const CalxRegion *region,
                                 double            x,
                                 double            y,
                                 double           *ret_x,
                                 double           *ret_y);
/* Where a lesion stands on a figure, in body units of its view: where it was marked, if that was on this figure
 * and in its region; otherwise at the corresponding place of its region. @sex: of records that do not say on
 * which figure they were made. The lesion itself stays as it was recorded. */
void     calx_body_place_lesion (CalxBody         *body,
                                 CalxSex           sex,
                                 const CalxLesion *lesion,
                                 double           *ret_x,
                                 double           *ret_y);

G_END_DECLS
