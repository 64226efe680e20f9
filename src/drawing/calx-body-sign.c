/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-sign-private.h"

#include <math.h>

#include "calx-body-glyph.h"
#include "calx-text.h"

#define PLATE_ALPHA 0.88
/* The pictogram within its ring. */
#define GLYPH_INSET 1.3
#define GLYPH_SHARE 0.86
/* The rays of pain: around this direction, up and to the left, and so far from each other. */
#define RAY_MIDDLE (-0.75 * G_PI)
#define RAY_STEP (G_PI / 7.5)
#define RAY_LENGTH 0.50
#define RAY_WIDTH 1.5

const CalxColour *
calx_body_look_colour (const CalxBodyLook *self,
                       const CalxPalette  *palette)
{
  if (self->healed || self->earlier)
    return &palette->lesion_healed;
  return self->ulcerated ? &palette->lesion_ulcerated : &palette->lesion;
}

CalxBodyLook
calx_body_look_of (const CalxLesion *lesion)
{
  return (CalxBodyLook) {
    .type = lesion->type,
    .ulcerated = lesion->ulcerated == CALX_TERNARY_YES,
    .healed = lesion->healed,
    .pain = lesion->healed ? CALX_PAIN_UNKNOWN : lesion->pain,
  };
}

void
calx_body_trace_circle (cairo_t *cr,
                        double   x,
                        double   y,
                        double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
}

/* ---- lines ---- */

void
calx_body_stroke (cairo_t          *cr,
                  const CalxColour *colour,
                  double            alpha,
                  double            width)
{
  calx_set_colour (cr, colour, alpha);
  cairo_set_line_width (cr, width);
  cairo_stroke_preserve (cr);
}

void
calx_body_look_draw_border (const CalxBodyLook *look,
                            cairo_t            *cr,
                            const CalxPalette  *palette)
{
  const CalxColour *colour = calx_body_look_colour (look, palette);
  static const double dashes[] = { 3.0, 2.4 };
  static const double dots[] = { 1.4, 2.4 };

  if (look->healed || look->earlier)
    {
      calx_body_stroke (cr, &palette->plate, 0.7, CALX_BODY_RING + 2.0 * CALX_BODY_CLEARANCE);
      cairo_set_dash (cr, look->earlier ? dots : dashes, 2, 0.0);
      calx_body_stroke (cr, colour, 1.0, CALX_BODY_RING);
      cairo_set_dash (cr, NULL, 0, 0.0);
    }
  else if (look->ulcerated)
    {
      calx_body_stroke (cr, &palette->plate, 1.0, CALX_BODY_DOUBLE_RING + 2.0 * CALX_BODY_CLEARANCE);
      calx_body_stroke (cr, colour, 1.0, CALX_BODY_DOUBLE_RING);
      calx_body_stroke (cr, &palette->plate, 1.0, CALX_BODY_BETWEEN_RINGS);
    }
  else
    {
      calx_body_stroke (cr, &palette->plate, 1.0, CALX_BODY_RING + 2.0 * CALX_BODY_CLEARANCE);
      calx_body_stroke (cr, colour, 1.0, CALX_BODY_RING);
    }
  cairo_new_path (cr);
}

guint
calx_body_look_count_rays (const CalxBodyLook *self)
{
  if (self->pain <= 0)
    return 0;
  return (guint) (MIN (self->pain, CALX_PAIN_MAX) + CALX_BODY_POINTS_PER_RAY - 1) / CALX_BODY_POINTS_PER_RAY;
}

void
calx_body_look_draw_rays (const CalxBodyLook *self,
                          cairo_t            *cr,
                          const CalxPalette  *palette,
                          double              x,
                          double              y,
                          double              radius)
{
  guint  n = calx_body_look_count_rays (self);
  double from = radius + (self->ulcerated ? CALX_BODY_DOUBLE_RING / 2.0 + CALX_BODY_CLEARANCE : CALX_BODY_RING) + 0.8;
  double to = from + fmax (RAY_LENGTH * radius, 3.2);

  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    {
      double angle = RAY_MIDDLE + (i - (n - 1) / 2.0) * RAY_STEP;

      cairo_move_to (cr, x + from * cos (angle), y + from * sin (angle));
      cairo_line_to (cr, x + to * cos (angle), y + to * sin (angle));
    }
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  calx_body_stroke (cr, &palette->plate, 0.9, RAY_WIDTH + 1.8);
  calx_body_stroke (cr, calx_body_look_colour (self, palette), 1.0, RAY_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_new_path (cr);
}

/* ---- the sign ---- */

static void
draw_plate (cairo_t           *cr,
            const CalxPalette *palette,
            double             x,
            double             y,
            double             radius,
            double             alpha)
{
  calx_body_trace_circle (cr, x, y, radius);
  calx_set_colour (cr, &palette->plate, alpha);
  cairo_fill (cr);
}

static void
draw_glyph (const CalxBodyLook *self,
            cairo_t            *cr,
            const CalxPalette  *palette,
            double              x,
            double              y,
            double              radius)
{
  calx_body_glyph_draw (cr, self->type, x, y, (radius - GLYPH_INSET) * GLYPH_SHARE, calx_body_look_colour (self, palette));
}

void
calx_body_look_draw_badge (const CalxBodyLook *self,
                           cairo_t            *cr,
                           const CalxPalette  *palette,
                           double              x,
                           double              y,
                           double              radius)
{
  double line = self->ulcerated && !self->healed && !self->earlier ? CALX_BODY_DOUBLE_RING / 2.0 - CALX_BODY_RING
                                                                    : -CALX_BODY_RING / 2.0;

  cairo_new_path (cr);
  if (!self->earlier)
    draw_plate (cr, palette, x, y, radius, self->healed ? 0.5 : PLATE_ALPHA);
  calx_body_trace_circle (cr, x, y, radius + line);
  calx_body_look_draw_border (self, cr, palette);
  if (!self->earlier)
    draw_glyph (self, cr, palette, x, y, radius);
}

void
calx_body_look_draw_inner_badge (const CalxBodyLook *look,
                                 cairo_t            *cr,
                                 const CalxPalette  *palette,
                                 double              x,
                                 double              y,
                                 double              radius)
{
  draw_plate (cr, palette, x, y, radius, look->healed ? 0.5 : PLATE_ALPHA);
  draw_glyph (look, cr, palette, x, y, radius);
}

void
calx_body_look_draw (const CalxBodyLook *self,
                     cairo_t            *cr,
                     const CalxPalette  *palette,
                     double              x,
                     double              y,
                     double              radius)
{
  g_return_if_fail (self != NULL && cr != NULL && palette != NULL);

  cairo_save (cr);
  calx_body_look_draw_badge (self, cr, palette, x, y, radius);
  calx_body_look_draw_rays (self, cr, palette, x, y, radius);
  cairo_restore (cr);
}

void
calx_body_change_draw (CalxBodyChange    change,
                       cairo_t          *cr,
                       const CalxColour *colour,
                       double            x,
                       double            y,
                       double            radius)
{
  double up = change == CALX_BODY_CHANGE_GROWN ? -1.0 : 1.0;

  cairo_new_path (cr);
  calx_set_colour (cr, colour, 1.0);
  cairo_set_line_width (cr, fmax (radius * 0.55, 1.2));
  switch (change)
    {
    case CALX_BODY_CHANGE_NEW:
      cairo_move_to (cr, x - radius, y);
      cairo_line_to (cr, x + radius, y);
      cairo_move_to (cr, x, y - radius);
      cairo_line_to (cr, x, y + radius);
      cairo_stroke (cr);
      break;
    case CALX_BODY_CHANGE_GROWN:
    case CALX_BODY_CHANGE_SHRUNK:
      cairo_move_to (cr, x - radius, y - up * radius * 0.8);
      cairo_line_to (cr, x + radius, y - up * radius * 0.8);
      cairo_line_to (cr, x, y + up * radius);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case CALX_BODY_CHANGE_HEALED:
      cairo_move_to (cr, x - radius, y);
      cairo_line_to (cr, x - radius * 0.25, y + radius * 0.8);
      cairo_line_to (cr, x + radius, y - radius * 0.8);
      cairo_stroke (cr);
      break;
    case CALX_BODY_CHANGE_NONE:
    default:
      break;
    }
}

void
calx_body_sign_draw (const CalxBodySign *self,
                     cairo_t            *cr,
                     const CalxPalette  *palette,
                     double              x,
                     double              y,
                     double              radius)
{
  CalxBox box = { x - 1.5 * radius, y - 0.95 * radius, x + 1.5 * radius, y + 0.95 * radius };

  g_return_if_fail (self != NULL && cr != NULL && palette != NULL);

  cairo_save (cr);
  if (self->sentinel)
    calx_body_draw_number (cr, palette, "L1", &box, CALX_BODY_CHANGE_NONE, TRUE, 1.6 * radius, NULL);
  else if (self->change != CALX_BODY_CHANGE_NONE)
    calx_body_change_draw (self->change, cr, &palette->text, x, y, 0.6 * radius);
  else
    calx_body_look_draw (&self->look, cr, palette, x, y, radius);
  cairo_restore (cr);
}
