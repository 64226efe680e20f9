/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-sign.h"

G_BEGIN_DECLS

/* What the files that draw signs, marks and numbers share. Widths in user units. */

/* The line around a lesion. */
#define CALX_BODY_RING 1.3
/* Two lines with this between them: ulcerated. */
#define CALX_BODY_DOUBLE_RING 4.6
#define CALX_BODY_BETWEEN_RINGS 1.6
/* Around a mark, so that it is two marks even where ink meets ink. */
#define CALX_BODY_CLEARANCE 1.2
#define CALX_BODY_POINTS_PER_RAY 2

const CalxColour *calx_body_look_colour           (const CalxBodyLook *self,
                                                   const CalxPalette  *palette);
guint             calx_body_look_count_rays       (const CalxBodyLook *self);
/* The line around a lesion, along the path of @cr, which it takes away. */
void              calx_body_look_draw_border      (const CalxBodyLook *self,
                                                   cairo_t            *cr,
                                                   const CalxPalette  *palette);
void              calx_body_look_draw_rays        (const CalxBodyLook *self,
                                                   cairo_t            *cr,
                                                   const CalxPalette  *palette,
                                                   double              x,
                                                   double              y,
                                                   double              radius);
/* The sign without its rays. */
void              calx_body_look_draw_badge       (const CalxBodyLook *self,
                                                   cairo_t            *cr,
                                                   const CalxPalette  *palette,
                                                   double              x,
                                                   double              y,
                                                   double              radius);
/* In the middle of a shape the sign needs no ring: the shape has it. */
void              calx_body_look_draw_inner_badge (const CalxBodyLook *self,
                                                   cairo_t            *cr,
                                                   const CalxPalette  *palette,
                                                   double              x,
                                                   double              y,
                                                   double              radius);
/* Leaves the path. */
void              calx_body_stroke                (cairo_t            *cr,
                                                   const CalxColour   *colour,
                                                   double              alpha,
                                                   double              width);
void              calx_body_trace_circle          (cairo_t            *cr,
                                                   double              x,
                                                   double              y,
                                                   double              radius);
/* Whether its sign made way for others. */
gboolean          calx_body_mark_is_aside         (const CalxBodyMark *self);
/* The number of a lesion in @box. The sentinel's stands in a pill, light on dark. @sprites: nullable. */
void              calx_body_draw_number           (cairo_t            *cr,
                                                   const CalxPalette  *palette,
                                                   const char         *number,
                                                   const CalxBox      *box,
                                                   CalxBodyChange      change,
                                                   gboolean            sentinel,
                                                   double              font_size,
                                                   CalxBodySprites    *sprites);

G_END_DECLS
