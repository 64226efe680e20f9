/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "calx-body.h"
#include "calx-palette.h"
#include "calx-site-counts.h"

G_BEGIN_DECLS

/* How many lesions of a clinic stand near each place of one figure. Each counts 1 where it stands and
 * fades to 0 at a distance of CALX_DENSITY_REACH, over skin alone: not from a hand to the thigh beside it.
 * Immutable. */
typedef struct _CalxBodyDensity CalxBodyDensity;

/* Body units: 8 cm of an adult. */
#define CALX_DENSITY_REACH 0.048
#define CALX_DENSITY_MAX_BANDS 5

/* @lesions: CalxSiteLesion. One that was marked on another figure than @body counts at the place that
 * corresponds to its own. */
CalxBodyDensity *calx_body_density_new       (CalxBody              *body,
                                              GArray                *lesions) G_GNUC_WARN_UNUSED_RESULT;
CalxBodyDensity *calx_body_density_ref       (CalxBodyDensity       *self);
void             calx_body_density_unref     (CalxBodyDensity       *self);
/* In lesions; 0 outside the figure. */
double           calx_body_density_get       (const CalxBodyDensity *self,
                                              CalxView               view,
                                              double                 x,
                                              double                 y);
double           calx_body_density_get_max   (const CalxBodyDensity *self);
/* The scale: bands of one width from 0 to the maximum or a little more; 0 bands where nothing is there. */
guint            calx_body_density_get_n_bands (const CalxBodyDensity *self);
double           calx_body_density_get_step  (const CalxBodyDensity *self);
/* Darker on light paper and lighter on dark ground with each band, so that it reads without colour. */
CalxColour       calx_density_colour         (const CalxPalette     *palette,
                                              guint                  band,
                                              guint                  n_bands);
/* In body units; the caller has clipped to the figure. */
void             calx_body_density_paint     (const CalxBodyDensity *self,
                                              cairo_t               *cr,
                                              CalxView               view,
                                              const CalxPalette     *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxBodyDensity, calx_body_density_unref)

G_END_DECLS
