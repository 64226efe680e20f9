/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-body-renderer.h"

G_BEGIN_DECLS

/* A part of the map that is drawn once, into a texture of the device's pixels, and kept as a render node.
 * Zeroed: empty. */
typedef struct
{
  GskRenderNode    *node;
  CalxBodyTransform transform; /* that it was drawn with */
  int               width, height, scale;
} CalxMapLayer;

typedef void (*CalxMapLayerDraw) (cairo_t  *cr,
                                  gpointer  data);

void     calx_map_layer_clear  (CalxMapLayer            *self);
/* Whether it was drawn at that size, and so only may have to be moved. */
gboolean calx_map_layer_fits   (const CalxMapLayer      *self,
                                int                      width,
                                int                      height,
                                int                      scale);
/* Draws it anew, in a surface of @width by @height pixels of the widget at @scale pixels of the device. */
void     calx_map_layer_draw   (CalxMapLayer            *self,
                                const CalxBodyTransform *transform,
                                int                      width,
                                int                      height,
                                int                      scale,
                                CalxMapLayerDraw         draw,
                                gpointer                 data);
/* Shows it as it is, or moved and scaled where the transform is another one by now. */
void     calx_map_layer_append (const CalxMapLayer      *self,
                                GtkSnapshot             *snapshot,
                                const CalxBodyTransform *transform);
/* Where its edges are by now. */
graphene_rect_t calx_map_layer_get_bounds (const CalxMapLayer      *self,
                                           const CalxBodyTransform *transform);

G_END_DECLS
