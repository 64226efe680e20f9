/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include "calx-knowledge.h"

CalxRegions *
fixture_regions (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) json = calx_knowledge_lookup ("regions.json", &error);
  CalxRegions      *regions;

  g_assert_no_error (error);
  regions = calx_regions_new (json, "regions.json", &error);
  g_assert_no_error (error);
  return regions;
}

CalxBody *
fixture_body (CalxFigure figure)
{
  g_autoptr(GError)      error = NULL;
  g_autoptr(CalxRegions) regions = fixture_regions ();
  CalxBody              *body = calx_body_load (figure, regions, &error);

  g_assert_no_error (error);
  g_assert_nonnull (body);
  return body;
}

char *
fixture_text (const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = calx_knowledge_lookup (name, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

CalxLesion *
fixture_lesion (CalxBody *body,
                int       number,
                CalxView  view,
                double    x,
                double    y)
{
  const CalxRegion *region = calx_body_hit (body, view, x, y, 0.0);

  g_assert_nonnull (region);
  return calx_lesion_new (number, view, x, y, region->id);
}

GPtrArray *
fixture_lesions (CalxBody *body,
                 guint     n)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);
  GPtrArray       *lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);

  while (lesions->len < n)
    {
      guint       i = lesions->len;
      gboolean    crowded = i % 3 != 0;
      double      x = crowded ? g_rand_double_range (random, 0.015, 0.105)
                              : g_rand_double_range (random, CALX_BODY_X_MIN, CALX_BODY_X_MAX);
      double      y = crowded ? g_rand_double_range (random, 0.400, 0.630)
                              : g_rand_double_range (random, 0.0, CALX_BODY_Y_MAX);
      CalxView    view = g_rand_int_range (random, 0, CALX_N_VIEWS);
      CalxLesion *lesion;

      if (calx_body_hit (body, view, x, y, 0.0) == NULL)
        continue;
      lesion = fixture_lesion (body, (int) i + 1, view, x, y);
      lesion->ulcerated = i % 3 == 1 ? CALX_TERNARY_YES : CALX_TERNARY_UNKNOWN;
      lesion->healed = i % 7 == 6;
      lesion->length_mm = i % 4 == 0 ? CALX_SIZE_UNKNOWN_MM : 5.0 + (i * 37) % 60;
      g_ptr_array_add (lesions, lesion);
    }
  return lesions;
}

cairo_surface_t *
fixture_picture (const CalxPalette *palette,
                 int                width,
                 int                height)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t         *cr = cairo_create (picture);

  cairo_set_source_rgb (cr, palette->background.red, palette->background.green,
                        palette->background.blue);
  cairo_paint (cr);
  cairo_destroy (cr);
  return picture;
}

guint
fixture_pixel (cairo_surface_t *picture,
               int              x,
               int              y)
{
  const guchar *row;

  cairo_surface_flush (picture);
  g_assert_true (x >= 0 && x < cairo_image_surface_get_width (picture));
  g_assert_true (y >= 0 && y < cairo_image_surface_get_height (picture));
  row = cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture);
  return ((const guint32 *) row)[x] & 0xffffff;
}
