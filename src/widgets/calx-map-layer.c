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

static gboolean
has_ink (const guint32 *pixels, int n, int step)
{
  for (int i = 0; i < n; i++)
    if (pixels[(gsize) i * (gsize) step] != 0)
      return TRUE;
  return FALSE;
}

/* The box of what was drawn, in pixels of the device, at least one of them. */
static cairo_rectangle_int_t
find_ink (const guint32 *pixels, int width, int height)
{
  int x0 = 0, y0 = 0, x1 = width, y1 = height;

  while (y0 < y1 - 1 && !has_ink (pixels + (gsize) y0 * (gsize) width, width, 1))
    y0++;
  while (y1 > y0 + 1 && !has_ink (pixels + (gsize) (y1 - 1) * (gsize) width, width, 1))
    y1--;
  while (x0 < x1 - 1 && !has_ink (pixels + (gsize) y0 * (gsize) width + x0, y1 - y0, width))
    x0++;
  while (x1 > x0 + 1 && !has_ink (pixels + (gsize) y0 * (gsize) width + x1 - 1, y1 - y0, width))
    x1--;
  return (cairo_rectangle_int_t){ x0, y0, x1 - x0, y1 - y0 };
}

/* Of the pixels within a box, which it shares with @surface: what is empty around it costs in every frame. */
static GskRenderNode *
make_node (cairo_surface_t *surface, const cairo_rectangle_int_t *box, float scale)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  const guchar *data = cairo_image_surface_get_data (surface);
  gsize from = (gsize) box->y * stride + (gsize) box->x * 4;
  gsize length = (gsize) (box->height - 1) * stride + (gsize) box->width * 4;
  g_autoptr (GBytes) bytes
    = g_bytes_new_with_free_func (data + from, length, (GDestroyNotify) cairo_surface_destroy,
                                  cairo_surface_reference (surface));
  g_autoptr (GdkTexture) texture
    = gdk_memory_texture_new (box->width, box->height, GDK_MEMORY_DEFAULT, bytes, stride);

  return gsk_texture_node_new (texture,
                               &GRAPHENE_RECT_INIT ((float) box->x / scale, (float) box->y / scale,
                                                    (float) box->width / scale,
                                                    (float) box->height / scale));
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
  cairo_surface_t *surface;
  cairo_rectangle_int_t ink;
  cairo_t *cr;

  g_return_if_fail (self != NULL && transform != NULL && draw != NULL);
  g_return_if_fail (width > 0 && height > 0 && scale > 0);

  calx_map_layer_clear (self);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  draw (cr, data);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* a row of 32 bits a pixel has no padding */
  ink = find_ink ((const guint32 *) (const void *) cairo_image_surface_get_data (surface),
                  width * scale, height * scale);
  self->node = make_node (surface, &ink, (float) scale);
  cairo_surface_destroy (surface);
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
