/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-bezier.h"
#include "calx-body-renderer.h"

G_BEGIN_DECLS

/* Which part of the figure a map shows: a box of the figure at home, and how far it was zoomed into and where.
 * A plain value; points of the widget are pixels, those of the body are body units. */
typedef struct
{
  CalxBox home;          /* shown whole at zoom 1, body units */
  double  width, height; /* of the widget */
  double  zoom;          /* 1 to CALX_MAP_ZOOM_MOST */
  double  x, y;          /* body units in the middle of the widget */
} CalxMapViewport;

#define CALX_MAP_ZOOM_MOST 24.0

void     calx_map_viewport_init          (CalxMapViewport       *self,
                                          const CalxBox         *home);
void     calx_map_viewport_set_size      (CalxMapViewport       *self,
                                          double                 width,
                                          double                 height);
gboolean calx_map_viewport_is_home       (const CalxMapViewport *self);
void     calx_map_viewport_go_home       (CalxMapViewport       *self);
/* Zooms so that the point of the body under a point of the widget stays there. */
void     calx_map_viewport_zoom_at       (CalxMapViewport       *self,
                                          double                 factor,
                                          double                 x,
                                          double                 y);
/* The drawing follows by so many pixels, as far as it goes; FALSE where it does not move at all. */
gboolean calx_map_viewport_pan           (CalxMapViewport       *self,
                                          double                 dx,
                                          double                 dy);
/* Fills the widget with a box of the body. */
void     calx_map_viewport_show_box      (CalxMapViewport       *self,
                                          const CalxBox         *box);
/* Brings a point of the body into the widget, if it is not: no closer than @margin pixels to its edge. */
void     calx_map_viewport_reveal        (CalxMapViewport       *self,
                                          double                 body_x,
                                          double                 body_y,
                                          double                 margin);
void     calx_map_viewport_get_transform (const CalxMapViewport *self,
                                          CalxBodyTransform     *ret_transform);

G_END_DECLS
