/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "calx-lesion.h"
#include "calx-palette.h"

G_BEGIN_DECLS

/* In the place of a type: none. */
#define CALX_BODY_GLYPH_NONE ((CalxLesionType) CALX_N_LESION_TYPES)

/* The pictogram of a type of lesion: most are the skin in section, livedo and retiform purpura are seen from
 * above. Told apart without colour at 12 px, a radius of 6. */
void calx_body_glyph_draw  (cairo_t          *cr,
                            CalxLesionType    type,
                            double            x,
                            double            y,
                            double            radius,
                            const CalxColour *ink);
/* What fills a lesion that is drawn to scale, into the path of @cr, which it takes away: a tint; a net for
 * livedo, lines for induration, grains for chalk, all but opaque for eschar. */
void calx_body_glyph_fill  (cairo_t           *cr,
                            CalxLesionType     type,
                            const CalxPalette *palette,
                            const CalxColour  *ink);
/* The same as a tile, from the origin in user units, for a path of @cr whose filling shows a pattern: else FALSE. */
gboolean calx_body_glyph_get_tile  (cairo_t           *cr,
                                    CalxLesionType     type,
                                    const CalxPalette *palette,
                                    double            *ret_width,
                                    double            *ret_height);
void     calx_body_glyph_draw_tile (cairo_t           *cr,
                                    CalxLesionType     type,
                                    const CalxPalette *palette,
                                    const CalxColour  *ink);

G_END_DECLS
