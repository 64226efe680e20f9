/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue;
} CalxColour;

typedef enum
{
  CALX_PALETTE_LIGHT,
  CALX_PALETTE_DARK,
  CALX_PALETTE_PRINT, /* black and white */
} CalxPaletteKind;

/* Colours and tone weights of body-figure/GUIDE.md section 8, and of lesion marks. */
typedef struct
{
  CalxColour background, fill, shade, light, hair, line, pupil, detail, region, hover, selected, text;
  CalxColour lesion, lesion_ulcerated, lesion_healed;
  double     shade_alpha;   /* of the darkest tone; 0: lines alone, all opaque, drawn thinner instead of paler */
  double     outline_width; /* body units */
} CalxPalette;

const CalxPalette *calx_palette_get (CalxPaletteKind kind);

G_END_DECLS
