/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-marks.h"

G_BEGIN_DECLS

#define CALX_BODY_RINGS_MOST 96

/* The lines around an ellipse as polygons with just as many corners as can be seen: they fill in a third of the
 * time that a stroke of the curve takes. */
typedef struct
{
  guint     n;
  CalxPoint points[CALX_BODY_RINGS_MOST];  /* on the ellipse, in user units */
  CalxPoint normals[CALX_BODY_RINGS_MOST]; /* outwards, of length 1 */
} CalxBodyRings;

/* FALSE where the shape is no ellipse, or one so large or so narrow that it must be stroked. @width: of the
 * widest line. */
gboolean calx_body_rings_init  (CalxBodyRings       *self,
                                const CalxBodyMark  *mark,
                                double               width);
/* Adds the edges of what a stroke of the width would cover to the path of @cr. */
void     calx_body_rings_trace (const CalxBodyRings *self,
                                cairo_t             *cr,
                                double               width);
/* Fills the path of @cr, which it takes away, but for what lies between the edges of a second, narrower line in it. */
void     calx_body_rings_fill  (cairo_t             *cr,
                                const CalxColour    *colour);

G_END_DECLS
