/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "calx-palette.h"

G_BEGIN_DECLS

/* Small pictures of what is drawn many times in one drawing: the signs of lesions, and the letters of their
 * numbers. Painting one costs a hundredth of drawing it. They stand on whole pixels. */
typedef struct _CalxBodySprites CalxBodySprites;

typedef void (*CalxBodySpriteDraw) (cairo_t           *cr,
                                    const CalxPalette *palette,
                                    double             radius,
                                    guint              key);

/* For the target of @cr; NULL where that is no picture of pixels, or not drawn at its own scale. Belongs to the
 * thread, which keeps it for its next drawing. */
CalxBodySprites *calx_body_sprites_get   (cairo_t           *cr,
                                          const CalxPalette *palette);
/* Paints what @draw draws around the origin, within @reach of it; drawn once for each @draw and @key. */
void             calx_body_sprites_paint (CalxBodySprites   *self,
                                          cairo_t           *cr,
                                          CalxBodySpriteDraw draw,
                                          guint              key,
                                          double             radius,
                                          double             reach,
                                          double             x,
                                          double             y);
/* Makes what @draw draws from the origin to @width and @height, whole numbers, the source of @cr, side by side.
 * FALSE where it takes no whole number of pixels. */
gboolean         calx_body_sprites_set_tile (CalxBodySprites   *self,
                                             cairo_t           *cr,
                                             CalxBodySpriteDraw draw,
                                             guint              key,
                                             double             width,
                                             double             height);
/* A short text in the letters of numbers, centred. */
void             calx_body_sprites_write (CalxBodySprites   *self,
                                          cairo_t           *cr,
                                          const char        *text,
                                          double             size,
                                          double             x,
                                          double             y);

G_END_DECLS
