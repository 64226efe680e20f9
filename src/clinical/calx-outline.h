/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The outline of a lesion: points in millimetres from where the lesion stands, x to the right of the drawing
 * and y downwards, closed without repeating the first. All functions take GArray of CalxPointMm. */
typedef struct
{
  double x_mm;
  double y_mm;
} CalxPointMm;

#define CALX_OUTLINE_MIN_POINTS 3
#define CALX_OUTLINE_MAX_POINTS 400

/* The skin inside, by the winding of the outline as cairo fills it: where it crosses itself nothing is
 * counted twice and nothing is taken away. */
double   calx_outline_get_area_mm2 (GArray   *outline);
/* The longest axis, the greatest extent across it, and the direction of the axis: 0 along x, clockwise as
 * drawn, in [0,180). */
void     calx_outline_measure      (GArray   *outline,
                                    double   *ret_length_mm,
                                    double   *ret_width_mm,
                                    double   *ret_angle_deg);
/* With x negated. */
GArray  *calx_outline_mirror       (GArray   *outline) G_GNUC_WARN_UNUSED_RESULT;
/* Rounded to 0.01 mm, and with the fewest points that stay within @tolerance_mm of what was drawn, never more
 * than CALX_OUTLINE_MAX_POINTS: what a pointer drew has hundreds. NULL where fewer than three are left. */
GArray  *calx_outline_simplify     (GArray   *outline,
                                    double    tolerance_mm) G_GNUC_WARN_UNUSED_RESULT;
/* Point for point; NULL equals NULL. */
gboolean calx_outline_equal        (GArray   *a,
                                    GArray   *b);

G_END_DECLS
