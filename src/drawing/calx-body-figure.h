/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-private.h"
#include "calx-palette.h"

G_BEGIN_DECLS

/* One drawing of the figure, in body units: what its parts share. */
typedef struct
{
  CalxBody           *body;
  CalxView            at;
  const CalxBodyView *view;
  const CalxPalette  *palette;
  double              scale;   /* user units per stature */
  double              height;  /* of the figure, in pixels of the device */
  double              line_scale, tone_scale; /* what widths in body units are multiplied with */
  gboolean            on_paper;
} CalxBodyFigure;

/* Pixels of the device, or points, that make one user unit. */
double   calx_body_pixels_per_unit         (cairo_t              *cr);
gboolean calx_body_figure_has_tones        (const CalxBodyFigure *self);
void     calx_body_figure_trace_silhouette (const CalxBodyFigure *self,
                                            cairo_t              *cr);
/* Flat fill, edge tone, shades and hair. */
void     calx_body_figure_draw_skin        (const CalxBodyFigure *self,
                                            cairo_t              *cr);
/* The art of some kinds, 1u << CalxArtKind of each, in the order of the file. */
void     calx_body_figure_draw_art         (const CalxBodyFigure *self,
                                            cairo_t              *cr,
                                            guint                 kinds);
/* Hair and what else is flat, within the silhouette. */
void     calx_body_figure_draw_fills       (const CalxBodyFigure *self,
                                            cairo_t              *cr);

G_END_DECLS
