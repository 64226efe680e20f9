/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-bezier.h"

G_BEGIN_DECLS

/* Where the figure stands in device units: as a whole in a box, or a part of it magnified in a window. The
 * same factor in both directions, and nothing turned, so that it can be undone exactly. */
typedef struct
{
  double  x, y;   /* device position of the body origin (crown, midline) */
  double  scale;  /* device units per stature */
  CalxBox window; /* of the device: what is seen; words stay within. Empty: all of the figure is seen */
} CalxBodyTransform;

/* The whole figure in the window, as large as it goes, centred. */
void     calx_body_transform_fit        (CalxBodyTransform       *self,
                                         double                   x,
                                         double                   y,
                                         double                   width,
                                         double                   height);
/* Any box of the body (body units) in the window, as large as it goes, centred. */
void     calx_body_transform_fit_box    (CalxBodyTransform       *self,
                                         const CalxBox           *box,
                                         double                   x,
                                         double                   y,
                                         double                   width,
                                         double                   height);
/* Larger or smaller around a point of the device, which keeps its place on the body. */
void     calx_body_transform_zoom       (CalxBodyTransform       *self,
                                         double                   factor,
                                         double                   x,
                                         double                   y);
void     calx_body_transform_pan        (CalxBodyTransform       *self,
                                         double                   dx,
                                         double                   dy);
void     calx_body_transform_to_device  (const CalxBodyTransform *self,
                                         double                   body_x,
                                         double                   body_y,
                                         double                  *ret_x,
                                         double                  *ret_y);
/* Of one that was fitted to a window that is not empty. */
void     calx_body_transform_to_body    (const CalxBodyTransform *self,
                                         double                   x,
                                         double                   y,
                                         double                  *ret_body_x,
                                         double                  *ret_body_y);
/* The box of the whole figure, or the part of it that the window shows, in device units. FALSE where a window
 * is set and shows none of it. */
gboolean calx_body_transform_get_seen   (const CalxBodyTransform *self,
                                         CalxBox                 *ret_seen);
/* Whether the window shows all of the figure. */
gboolean calx_body_transform_shows_all  (const CalxBodyTransform *self);

G_END_DECLS
