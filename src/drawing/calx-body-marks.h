/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-bezier.h"
#include "calx-body-renderer.h"

G_BEGIN_DECLS

/* Where the lesions of one view stand in device units: each with its shape to scale, its sign, and its number.
 * Signs that would cover each other fan out, and a line leads back to the place. */
typedef struct
{
  CalxLesion         *lesion;         /* borrowed from the scene */
  CalxBodyLesionTime  time;
  double              site_x, site_y; /* the place itself */
  gboolean            to_scale;       /* its shape is drawn; else it is smaller than its sign, or not known */
  double              reach;          /* how far its shape goes from the place; not to scale: the radius */
  double              half_width;     /* across the length, of an ellipse to scale */
  double              px_per_mm;      /* of an outline to scale */
  double              x, y;           /* its sign */
  double              radius;
  double              outer;          /* with the second ring, where it has one */
  CalxBox             label;          /* its number; empty where there is no room or none is wanted */
  gboolean            leader;         /* the number stands so far off that a line leads to it */
} CalxBodyMark;

/* CalxBodyMark, in the order of drawing: the earlier ones, then large ones first. Those that the window does
 * not show are left out. The same scene gives the same marks; no font is asked. */
GArray     *calx_body_marks_new         (const CalxBodyScene     *scene,
                                         const CalxBodyTransform *transform) G_GNUC_WARN_UNUSED_RESULT;
/* The lesion whose mark is at a point of the device: signs before shapes, the smallest of these, numbers last,
 * and a target is never smaller than 24 by 24. NULL. */
CalxLesion *calx_body_marks_hit         (const GArray            *marks,
                                         double                   x,
                                         double                   y);
/* The size of the numbers' font. */
double      calx_body_label_size        (const CalxBodyScene     *scene,
                                         const CalxBodyTransform *transform);
/* Finds room on the page for the number of each mark, in their order, and off what is @taken (CalxBox). */
void        calx_body_marks_place_labels (GArray                  *marks,
                                          const CalxBox           *page,
                                          double                   font_size,
                                          const CalxBox           *taken,
                                          guint                    n_taken);
/* Adds the shape of a mark that is to scale to the path of @cr. */
void        calx_body_mark_trace        (const CalxBodyMark      *self,
                                         cairo_t                 *cr);
gboolean    calx_body_mark_has_label    (const CalxBodyMark      *self);

G_END_DECLS
