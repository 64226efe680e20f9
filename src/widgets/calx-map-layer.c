/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-map-layer.h"

void
calx_map_layer_clear (CalxMapLayer *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->node, gsk_render_node_unref);
}

gboolean
calx_map_layer_fits (const CalxMapLayer *self, int width, int height, int scale)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->node != NULL && self->width == width && self->height == height
         && self->scale == scale;
}

static GdkTexture *
make_texture (int width, int height, int scale, CalxMapLayerDraw draw, gpointer data)
{
  cairo_surface_t *surface
    = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  draw (cr, data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) (height * scale),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) stride);
}

void
calx_map_layer_draw (CalxMapLayer *self,
                     const CalxBodyTransform *transform,
                     int width,
                     int height,
                     int scale,
                     CalxMapLayerDraw draw,
                     gpointer data)
{
  g_autoptr (GdkTexture) texture = NULL;

  g_return_if_fail (self != NULL && transform != NULL && draw != NULL);
  g_return_if_fail (width > 0 && height > 0 && scale > 0);

  calx_map_layer_clear (self);
  texture = make_texture (width, height, scale, draw, data);
  self->node = gsk_texture_node_new (texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
  self->transform = *transform;
  self->width = width;
  self->height = height;
  self->scale = scale;
}

graphene_rect_t
calx_map_layer_get_bounds (const CalxMapLayer *self, const CalxBodyTransform *transform)
{
  double grown = transform->scale / self->transform.scale;

  return GRAPHENE_RECT_INIT ((float) (transform->x - self->transform.x * grown),
                             (float) (transform->y - self->transform.y * grown),
                             (float) (self->width * grown), (float) (self->height * grown));
}

void
calx_map_layer_append (const CalxMapLayer *self,
                       GtkSnapshot *snapshot,
                       const CalxBodyTransform *transform)
{
  graphene_rect_t bounds;
  float grown;

  g_return_if_fail (self != NULL && self->node != NULL);

  if (transform->x == self->transform.x && transform->y == self->transform.y
      && transform->scale == self->transform.scale)
    {
      gtk_snapshot_append_node (snapshot, self->node);
      return;
    }

  bounds = calx_map_layer_get_bounds (self, transform);
  grown = (float) (transform->scale / self->transform.scale);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &bounds.origin);
  gtk_snapshot_scale (snapshot, grown, grown);
  gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}
