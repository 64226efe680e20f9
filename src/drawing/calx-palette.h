/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-skin.h"

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
  CALX_PALETTE_CONTRAST_LIGHT,
  CALX_PALETTE_CONTRAST_DARK,
} CalxPaletteKind;
#define CALX_N_PALETTES 5

/* Colours and weights of the figure and of lesion marks. Of graphics, outline against skin and ground and mark
 * against its plate are at least 3:1; where the mark is not that against the skin, the plate is. */
typedef struct
{
  CalxColour background, fill, shade, light, hair, line, pupil, detail, region, hover, selected, text;
  CalxColour plate; /* under and around a mark */
  CalxColour lesion, lesion_ulcerated, lesion_healed;
  double     shade_alpha;   /* of the darkest tone; 0: lines alone, all opaque, drawn thinner instead of paler */
  double     outline_width; /* body units */
  gboolean   ink;           /* no colour: areas are hatched instead of tinted */
} CalxPalette;

/* Static. With no skin stated. */
const CalxPalette *calx_palette_get          (CalxPaletteKind  kind);
/* Static. Print and high contrast draw every skin as paper. */
const CalxPalette *calx_palette_get_for_skin (CalxPaletteKind  kind,
                                              CalxSkin         skin);
/* The contrast ratio of WCAG 2, 1 to 21. */
double             calx_colour_contrast      (const CalxColour *a,
                                              const CalxColour *b);

G_END_DECLS
