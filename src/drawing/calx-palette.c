/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-palette.h"

#define RGB(hex) { (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0 }

static const CalxPalette palettes[] = {
  [CALX_PALETTE_LIGHT] = {
    .background = RGB (0xfbfbfa),
    .fill = RGB (0xf1eae3),
    .shade = RGB (0x8a7464),
    .light = RGB (0xffffff),
    .hair = RGB (0xdacfc5),
    .line = RGB (0x4a535b),
    .pupil = RGB (0x49525a),
    .detail = RGB (0x73797f),
    .region = RGB (0x86a0b2),
    .hover = RGB (0x8fc0dc),
    .selected = RGB (0x1a5fb4),
    .text = RGB (0x24292e),
    .lesion = RGB (0xb5384a),
    .lesion_ulcerated = RGB (0x7e2a8c),
    .lesion_healed = RGB (0x5e6a72),
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
    .shade = RGB (0x000000),
    .light = RGB (0xffffff),
    .hair = RGB (0xffffff),
    .line = RGB (0x000000),
    .pupil = RGB (0x000000),
    .detail = RGB (0x000000),
    .region = RGB (0x000000),
    .hover = RGB (0xffffff),
    .selected = RGB (0x000000),
    .text = RGB (0x000000),
    .lesion = RGB (0x000000),
    .lesion_ulcerated = RGB (0x000000),
    .lesion_healed = RGB (0x000000),
    .shade_alpha = 0.0,
    .outline_width = 0.0018,
  },
};

/* Static. An unknown kind is the programmer's error. */
const CalxPalette *
calx_palette_get (CalxPaletteKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (palettes), NULL);

  return &palettes[kind];
}
