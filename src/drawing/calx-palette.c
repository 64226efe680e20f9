/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-palette.h"

#include <math.h>

#define RGB(hex) { (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const CalxPalette palettes[CALX_N_PALETTES] = {
  [CALX_PALETTE_LIGHT] = {
    .background = RGB (0xfbfbfa),
    .fill = RGB (0xf1eae3),
    .shade = RGB (0x8a7464),
    .light = RGB (0xffffff),
    .hair = RGB (0xc9bbae),
    .line = RGB (0x4a535b),
    .pupil = RGB (0x49525a),
    .detail = RGB (0x73797f),
    .region = RGB (0x86a0b2),
    .hover = RGB (0x8fc0dc),
    .selected = RGB (0x1a5fb4),
    .text = RGB (0x24292e),
    .plate = RGB (0xffffff),
    .lesion = RGB (0xa5273c),
    .lesion_ulcerated = RGB (0x7e2a8c),
    .lesion_healed = RGB (0x4d5860),
    .shade_alpha = 0.066,
    .outline_width = 0.0020,
  },
  [CALX_PALETTE_DARK] = {
    .background = RGB (0x1d2125),
    .fill = RGB (0x3b4046),
    .shade = RGB (0x0c0e10),
    .light = RGB (0x626971),
    .hair = RGB (0x2f3439),
    .line = RGB (0xc9ced3),
    .pupil = RGB (0x14171a),
    .detail = RGB (0x9aa1a8),
    .region = RGB (0x6f8796),
    .hover = RGB (0x4f86a6),
    .selected = RGB (0x78aeed),
    .text = RGB (0xf2f4f5),
    .plate = RGB (0x14171a),
    .lesion = RGB (0xf07a88),
    .lesion_ulcerated = RGB (0xcf97ec),
    .lesion_healed = RGB (0xb9c2c8),
    .shade_alpha = 0.075,
    .outline_width = 0.0020,
  },
  /* No tone and no grey but what a thin line becomes on a screen: a copier keeps all of it. */
  [CALX_PALETTE_PRINT] = {
    .background = RGB (0xffffff),
    .fill = RGB (0xffffff),
    .light = RGB (0xffffff),
    .hair = RGB (0xffffff),
    .hover = RGB (0xffffff),
    .plate = RGB (0xffffff),
    .outline_width = 0.0018,
    .ink = TRUE,
  },
  [CALX_PALETTE_CONTRAST_LIGHT] = {
    .background = RGB (0xffffff),
    .fill = RGB (0xffffff),
    .light = RGB (0xffffff),
    .hair = RGB (0xe6e6e6),
    .detail = RGB (0x303030),
    .region = RGB (0x6a6a6a),
    .hover = RGB (0xffe066),
    .selected = RGB (0x0033b8),
    .plate = RGB (0xffffff),
    .lesion = RGB (0x9c0018),
    .lesion_ulcerated = RGB (0x5b0078),
    .lesion_healed = RGB (0x333333),
    .outline_width = 0.0028,
  },
  [CALX_PALETTE_CONTRAST_DARK] = {
    .background = RGB (0x000000),
    .fill = RGB (0x000000),
    .light = RGB (0x000000),
    .hair = RGB (0x262626),
    .line = RGB (0xffffff),
    .pupil = RGB (0xffffff),
    .detail = RGB (0xd8d8d8),
    .region = RGB (0x9a9a9a),
    .hover = RGB (0x806a00),
    .selected = RGB (0x66c2ff),
    .text = RGB (0xffffff),
    .plate = RGB (0x000000),
    .lesion = RGB (0xff8a94),
    .lesion_ulcerated = RGB (0xe0a8ff),
    .lesion_healed = RGB (0xe0e0e0),
    .outline_width = 0.0028,
  },
};

/* What of a palette depends on the skin. */
typedef struct
{
  CalxColour fill, shade, light, hair, line, pupil, detail, region;
  double     shade_alpha;
} Skin;

static const Skin light_skins[CALX_N_SKINS] = {
  [CALX_SKIN_LIGHTEST] = { RGB (0xf8e6da), RGB (0x92644c), RGB (0xffffff), RGB (0xd9bf9f), RGB (0x54463f),
                           RGB (0x43505a), RGB (0x866b5d), RGB (0xa88f86), 0.070 },
  [CALX_SKIN_LIGHT] = { RGB (0xeccbae), RGB (0x7f5132), RGB (0xfff3e4), RGB (0xa98562), RGB (0x4b382d),
                        RGB (0x3a3029), RGB (0x7c5a44), RGB (0x9c7a63), 0.074 },
  [CALX_SKIN_MEDIUM] = { RGB (0xd3a37d), RGB (0x5e371e), RGB (0xf0cda9), RGB (0x6b4a34), RGB (0x3b2519),
                         RGB (0x2a1b12), RGB (0x694328), RGB (0x875f43), 0.082 },
  [CALX_SKIN_DARK] = { RGB (0xad7a56), RGB (0x3c2010), RGB (0xd2a27a), RGB (0x3f2a1e), RGB (0x28170d),
                       RGB (0x1a0f09), RGB (0x4a2b19), RGB (0x6d482f), 0.092 },
  [CALX_SKIN_DARKEST] = { RGB (0x85583f), RGB (0x1a0c05), RGB (0xb07e5d), RGB (0x2d1d15), RGB (0x120b07),
                          RGB (0x0c0705), RGB (0x27140b), RGB (0x51331f), 0.110 },
};

static const Skin dark_skins[CALX_N_SKINS] = {
  [CALX_SKIN_LIGHTEST] = { RGB (0x5e493d), RGB (0x150d09), RGB (0x8f7463), RGB (0x4b3a2c), RGB (0xded5ce),
                           RGB (0x1d1510), RGB (0xb5a59b), RGB (0x927d71), 0.085 },
  [CALX_SKIN_LIGHT] = { RGB (0x533d2d), RGB (0x120a06), RGB (0x836550), RGB (0x3a2a1d), RGB (0xdbd0c7),
                        RGB (0x1a120d), RGB (0xae9b8d), RGB (0x897160), 0.088 },
  [CALX_SKIN_MEDIUM] = { RGB (0x463123), RGB (0x0f0805), RGB (0x72543e), RGB (0x291c13), RGB (0xd8cbc0),
                         RGB (0x150e09), RGB (0xa78f7e), RGB (0x7e6351), 0.090 },
  [CALX_SKIN_DARK] = { RGB (0x3d2a1f), RGB (0x0a0503), RGB (0x614634), RGB (0x1d130d), RGB (0xd5c6ba),
                       RGB (0x0f0906), RGB (0x9c8371), RGB (0x715745), 0.095 },
  [CALX_SKIN_DARKEST] = { RGB (0x2f2018), RGB (0x060302), RGB (0x513828), RGB (0x140c08), RGB (0xd2c1b4),
                          RGB (0x0a0604), RGB (0x917866), RGB (0x664c3b), 0.100 },
};

const CalxPalette *
calx_palette_get (CalxPaletteKind kind)
{
  g_return_val_if_fail (kind < CALX_N_PALETTES, NULL);

  return &palettes[kind];
}

static void
palette_set_skin (CalxPalette *self,
                  const Skin  *skin)
{
  self->fill = skin->fill;
  self->shade = skin->shade;
  self->light = skin->light;
  self->hair = skin->hair;
  self->line = skin->line;
  self->pupil = skin->pupil;
  self->detail = skin->detail;
  self->region = skin->region;
  self->shade_alpha = skin->shade_alpha;
}

const CalxPalette *
calx_palette_get_for_skin (CalxPaletteKind kind,
                           CalxSkin        skin)
{
  static CalxPalette on_skin[2][CALX_N_SKINS];
  static gsize       made = 0;

  g_return_val_if_fail (kind < CALX_N_PALETTES && skin < CALX_N_SKINS, NULL);

  if (skin == CALX_SKIN_NOT_STATED || (kind != CALX_PALETTE_LIGHT && kind != CALX_PALETTE_DARK))
    return &palettes[kind];
  if (g_once_init_enter (&made))
    {
      for (guint i = CALX_SKIN_LIGHTEST; i < CALX_N_SKINS; i++)
        {
          on_skin[0][i] = palettes[CALX_PALETTE_LIGHT];
          palette_set_skin (&on_skin[0][i], &light_skins[i]);
          on_skin[1][i] = palettes[CALX_PALETTE_DARK];
          palette_set_skin (&on_skin[1][i], &dark_skins[i]);
        }
      g_once_init_leave (&made, 1);
    }
  return &on_skin[kind == CALX_PALETTE_DARK][skin];
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const CalxColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

double
calx_colour_contrast (const CalxColour *a,
                      const CalxColour *b)
{
  double one, other;

  g_return_val_if_fail (a != NULL && b != NULL, 1.0);

  one = luminance (a);
  other = luminance (b);
  return (fmax (one, other) + 0.05) / (fmin (one, other) + 0.05);
}
