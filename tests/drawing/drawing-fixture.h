/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-renderer.h"

/* What every test of the map begins with. */

/* The regions of the bundle; transfer full. */
CalxRegions     *fixture_regions   (void);
/* The figure of the bundle for a sex; transfer full. */
CalxBody        *fixture_body      (CalxFigure          figure);
/* A file of the bundle, as text; transfer full. */
char            *fixture_text      (const char      *name);
/* A lesion where a point lies in a region; transfer full. */
CalxLesion      *fixture_lesion    (CalxBody        *body,
                                    int              number,
                                    CalxView         view,
                                    double           x,
                                    double           y);
/* @n lesions, the same each time, two of three of them crowded on the left hip; transfer full. */
GPtrArray       *fixture_lesions   (CalxBody        *body,
                                    guint            n);
/* An opaque picture of the palette's background. */
cairo_surface_t *fixture_picture   (const CalxPalette *palette,
                                    int              width,
                                    int              height);
/* 0xrrggbb */
guint            fixture_pixel     (cairo_surface_t *picture,
                                    int              x,
                                    int              y);
