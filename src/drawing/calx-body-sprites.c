/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-sprites.h"

#include <math.h>

#include "calx-text.h"

/* Of a letter's size, to each side of its middle: with its halo. */
#define LETTER_REACH 0.9
/* Then they are begun anew: some hundred kilobytes, of sizes that were passed by. */
#define PICTURES_MOST 400

typedef struct
{
  CalxBodySpriteDraw draw;
  guint              key;
  double             radius;
} SpriteKey;

struct _CalxBodySprites
{
  const CalxPalette *palette;
  double             device_scale;
  GHashTable        *pictures; /* SpriteKey to cairo_surface_t */
  double             advances[128]; /* of letters, of their size; 0: not yet measured */
};

static guint
sprite_hash (gconstpointer data)
{
  const SpriteKey *key = data;

  return g_direct_hash ((gconstpointer) key->draw) ^ key->key * 2654435761u ^ g_double_hash (&key->radius);
}

static gboolean
sprite_equal (gconstpointer a,
              gconstpointer b)
{
  const SpriteKey *left = a, *right = b;

  return left->draw == right->draw && left->key == right->key && left->radius == right->radius;
}

static void
sprites_free (gpointer data)
{
  CalxBodySprites *self = data;

  g_hash_table_unref (self->pictures);
  g_free (self);
}

/* Those of the palette and the scale that this thread last drew with: the next drawing needs the same. */
static CalxBodySprites *
get_kept (const CalxPalette *palette,
          double             device_scale)
{
  static GPrivate  kept = G_PRIVATE_INIT (sprites_free);
  CalxBodySprites *self = g_private_get (&kept);

  if (self != NULL && self->palette == palette && self->device_scale == device_scale &&
      g_hash_table_size (self->pictures) < PICTURES_MOST)
    return self;
  self = g_new0 (CalxBodySprites, 1);
  self->palette = palette;
  self->device_scale = device_scale;
  self->pictures = g_hash_table_new_full (sprite_hash, sprite_equal, g_free, (GDestroyNotify) cairo_surface_destroy);
  g_private_replace (&kept, self);
  return self;
}

CalxBodySprites *
calx_body_sprites_get (cairo_t           *cr,
                       const CalxPalette *palette)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t   matrix;
  double           x_scale, y_scale;

  cairo_get_matrix (cr, &matrix);
  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE || matrix.xx != 1.0 || matrix.yy != 1.0 ||
      matrix.xy != 0.0 || matrix.yx != 0.0)
    return NULL;
  cairo_surface_get_device_scale (target, &x_scale, &y_scale);
  return get_kept (palette, x_scale);
}

/* @draw draws around @origin in both directions. */
static cairo_surface_t *
make_picture (CalxBodySprites *self,
              const SpriteKey *key,
              double           width,
              double           height,
              double           origin)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * self->device_scale),
                                                         (int) (height * self->device_scale));
  cairo_t         *cr;

  cairo_surface_set_device_scale (picture, self->device_scale, self->device_scale);
  cr = cairo_create (picture);
  cairo_translate (cr, origin, origin);
  key->draw (cr, self->palette, key->radius, key->key);
  cairo_destroy (cr);
  return picture;
}

static cairo_surface_t *
get_picture (CalxBodySprites *self,
             const SpriteKey *wanted,
             double           width,
             double           height,
             double           origin)
{
  cairo_surface_t *picture = g_hash_table_lookup (self->pictures, wanted);

  if (picture == NULL)
    {
      picture = make_picture (self, wanted, width, height, origin);
      g_hash_table_insert (self->pictures, g_memdup2 (wanted, sizeof *wanted), picture);
    }
  return picture;
}

/* The nearest whole pixel of the device. */
static double
snap (double position,
      double origin,
      double scale)
{
  return round ((position + origin) * scale) / scale - origin;
}

void
calx_body_sprites_paint (CalxBodySprites   *self,
                         cairo_t           *cr,
                         CalxBodySpriteDraw draw,
                         guint              key,
                         double             radius,
                         double             reach,
                         double             x,
                         double             y)
{
  SpriteKey        wanted = { draw, key, radius };
  cairo_surface_t *picture;
  cairo_matrix_t   matrix;

  reach = ceil (reach);
  picture = get_picture (self, &wanted, 2.0 * reach, 2.0 * reach, reach);
  cairo_get_matrix (cr, &matrix);
  cairo_set_source_surface (cr, picture, snap (x, matrix.x0, self->device_scale) - reach,
                            snap (y, matrix.y0, self->device_scale) - reach);
  cairo_paint (cr);
}

gboolean
calx_body_sprites_set_tile (CalxBodySprites   *self,
                            cairo_t           *cr,
                            CalxBodySpriteDraw draw,
                            guint              key,
                            double             width,
                            double             height)
{
  SpriteKey      wanted = { draw, key, 0.0 };
  cairo_matrix_t matrix;

  if (self->device_scale != round (self->device_scale))
    return FALSE;
  cairo_get_matrix (cr, &matrix);
  cairo_set_source_surface (cr, get_picture (self, &wanted, width, height, 0.0), snap (0.0, matrix.x0, self->device_scale),
                            snap (0.0, matrix.y0, self->device_scale));
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  return TRUE;
}

/* ---- letters ---- */

static CalxText
letter_text (const CalxPalette *palette,
             double             size)
{
  return (CalxText) { .size = size, .bold = TRUE, .align_x = 0.5, .align_y = 0.5, .colour = palette->text };
}

static void
draw_letter (cairo_t           *cr,
             const CalxPalette *palette,
             double             size,
             guint              key)
{
  char     letter[] = { (char) key, '\0' };
  CalxText text = letter_text (palette, size);

  calx_text_draw (&text, cr, letter, 0.0, 0.0);
}

static void
draw_halo (cairo_t           *cr,
           const CalxPalette *palette,
           double             size,
           guint              key)
{
  char     letter[] = { (char) key, '\0' };
  CalxText text = letter_text (palette, size);

  text.colour = palette->plate;
  text.halo = &palette->plate;
  calx_text_draw (&text, cr, letter, 0.0, 0.0);
}

static double
get_advance (CalxBodySprites *self,
             cairo_t         *cr,
             char             letter,
             double           size)
{
  double *advance = &self->advances[letter & 0x7f];

  if (*advance == 0.0)
    {
      char     text[] = { letter, '\0' };
      CalxText style = letter_text (self->palette, size);

      *advance = calx_text_measure (&style, cr, text) / size;
    }
  return *advance * size;
}

void
calx_body_sprites_write (CalxBodySprites *self,
                         cairo_t         *cr,
                         const char      *text,
                         double           size,
                         double           x,
                         double           y)
{
  static const CalxBodySpriteDraw passes[] = { draw_halo, draw_letter };
  double width = 0.0;

  for (const char *letter = text; *letter != '\0'; letter++)
    width += get_advance (self, cr, *letter, size);
  for (guint pass = 0; pass < G_N_ELEMENTS (passes); pass++)
    {
      double at = x - width / 2.0;

      for (const char *letter = text; *letter != '\0'; letter++)
        {
          double advance = get_advance (self, cr, *letter, size);

          calx_body_sprites_paint (self, cr, passes[pass], (guint) *letter, size, LETTER_REACH * size, at + advance / 2.0, y);
          at += advance;
        }
    }
}
