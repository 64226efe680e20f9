/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Curves and polygons of the body figure, in body units. A chain is a GArray of CalxBezier whose
 * pieces follow each other; a polygon is a GArray of CalxPoint, closed without repeating its first. */

typedef struct
{
  double x, y;
} CalxPoint;

typedef struct
{
  CalxPoint p[4]; /* start, two handles, end */
} CalxBezier;

typedef struct
{
  double x0, y0, x1, y1;
} CalxBox;

/* So fine that on a figure of 4000 px no corner shows. */
#define CALX_BEZIER_STEPS 12

CalxBezier calx_bezier_reverse        (const CalxBezier *self);
CalxPoint  calx_bezier_at             (const CalxBezier *self,
                                       double            t);

GArray    *calx_chain_new             (void) G_GNUC_WARN_UNUSED_RESULT;
/* Appends a copy of @from, turned round and mirrored at the midline: what closes a half figure. */
void       calx_chain_append_mirror   (GArray           *self,
                                       const GArray     *from);
/* The mirror image of a closed chain, turned round so that its orientation stays the same. */
GArray    *calx_chain_mirror          (const GArray     *self) G_GNUC_WARN_UNUSED_RESULT;
/* Two chains that share a curve share its points, whichever way they run. */
GArray    *calx_chain_flatten         (const GArray     *self) G_GNUC_WARN_UNUSED_RESULT;
void       calx_chain_trace           (const GArray     *self,
                                       cairo_t          *cr,
                                       gboolean          close);

gboolean   calx_polygon_contains      (const GArray     *self,
                                       double            x,
                                       double            y);
double     calx_polygon_distance      (const GArray     *self,
                                       double            x,
                                       double            y);
double     calx_polygon_area          (const GArray     *self);
void       calx_polygon_extend_box    (const GArray     *self,
                                       CalxBox          *box);

void       calx_box_init_empty        (CalxBox          *self);
gboolean   calx_box_contains          (const CalxBox    *self,
                                       double            x,
                                       double            y);
/* How far a point is from the box; 0 inside. */
double     calx_box_distance          (const CalxBox    *self,
                                       double            x,
                                       double            y);

G_END_DECLS
