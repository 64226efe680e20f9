/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-bezier.h"
#include "calx-body-renderer.h"
#include "calx-site-counts.h"

G_BEGIN_DECLS

/* Where the number of lesions of a region stands, in device units. */
typedef struct
{
  const CalxRegion *region;
  guint             n_lesions;
  double            size;     /* of the font */
  double            x, y;     /* its middle */
  double            at_x, at_y; /* in the region; a line leads there where the number stands beside the figure */
  gboolean          leader;
} CalxBodyCount;

/* CalxBodyCount of the whole regions of a view that have lesions, those with room for the number first.
 * Numbers never stand on one another. */
GArray *calx_body_counts_new  (CalxBody                *body,
                               const CalxSiteCounts    *counts,
                               CalxView                 view,
                               const CalxBodyTransform *transform) G_GNUC_WARN_UNUSED_RESULT;
void    calx_body_counts_draw (GArray                  *self,
                               cairo_t                 *cr,
                               const CalxPalette       *palette);

G_END_DECLS
