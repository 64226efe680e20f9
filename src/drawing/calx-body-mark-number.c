/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "calx-body-sign-private.h"
#include "calx-text.h"

/* Of the dot where a lesion is whose sign stands aside. */
#define SITE_RADIUS 1.8

static void
draw_leader (cairo_t           *cr,
             const CalxPalette *palette,
             CalxPoint          from,
             CalxPoint          to,
             double             gap)
{
  double length = hypot (to.x - from.x, to.y - from.y);

  if (length <= gap)
    return;
  cairo_move_to (cr, from.x + (to.x - from.x) * gap / length, from.y + (to.y - from.y) * gap / length);
  cairo_line_to (cr, to.x, to.y);
  calx_body_stroke (cr, &palette->plate, 0.9, 2.6);
  calx_body_stroke (cr, &palette->text, 1.0, 0.9);
  cairo_new_path (cr);
}

/* The place of a lesion whose sign stands aside. */
static void
draw_site (cairo_t           *cr,
           const CalxPalette *palette,
           double             radius,
           guint              key)
{
  calx_body_trace_circle (cr, 0.0, 0.0, radius);
  calx_body_stroke (cr, &palette->plate, 0.9, 2.0);
  calx_set_colour (cr, &palette->text, 1.0);
  cairo_fill (cr);
}

void
calx_body_mark_draw_leaders (const CalxBodyMark *self,
                             cairo_t            *cr,
                             const CalxPalette  *palette,
                             CalxBodySprites    *sprites)
{
  CalxPoint sign = { self->x, self->y };

  if (calx_body_mark_is_aside (self))
    {
      draw_leader (cr, palette, sign, (CalxPoint) { self->site_x, self->site_y }, self->radius);
      if (sprites != NULL)
        calx_body_sprites_paint (sprites, cr, draw_site, 0, SITE_RADIUS, 2.0 * SITE_RADIUS, self->site_x, self->site_y);
      else
        {
          cairo_save (cr);
          cairo_translate (cr, self->site_x, self->site_y);
          draw_site (cr, palette, SITE_RADIUS, 0);
          cairo_restore (cr);
        }
    }
  if (self->leader)
    draw_leader (cr, palette, sign,
                 (CalxPoint) { CLAMP (self->x, self->label.x0, self->label.x1),
                               CLAMP (self->y, self->label.y0, self->label.y1) },
                 self->radius);
}

static void
trace_pill (cairo_t       *cr,
            const CalxBox *box)
{
  double radius = (box->y1 - box->y0) * 0.3;

  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x1 - radius, box->y0 + radius, radius, -G_PI / 2.0, 0.0);
  cairo_arc (cr, box->x1 - radius, box->y1 - radius, radius, 0.0, G_PI / 2.0);
  cairo_arc (cr, box->x0 + radius, box->y1 - radius, radius, G_PI / 2.0, G_PI);
  cairo_arc (cr, box->x0 + radius, box->y0 + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
calx_body_draw_number (cairo_t           *cr,
                       const CalxPalette *palette,
                       const char        *number,
                       const CalxBox     *box,
                       CalxBodyChange     change,
                       gboolean           sentinel,
                       double             font_size,
                       CalxBodySprites   *sprites)
{
  double   middle = (box->y0 + box->y1) / 2.0, sign = change != CALX_BODY_CHANGE_NONE ? font_size * 0.8 : 0.0;
  CalxText text = { .size = font_size, .bold = TRUE, .align_x = 0.5, .align_y = 0.5, .colour = palette->text,
                    .halo = &palette->plate };

  if (sentinel)
    {
      trace_pill (cr, box);
      calx_body_stroke (cr, &palette->plate, 1.0, 2.0);
      calx_set_colour (cr, &palette->text, 1.0);
      cairo_fill (cr);
      text.colour = palette->plate;
      text.halo = NULL;
    }
  if (change != CALX_BODY_CHANGE_NONE)
    {
      double x = box->x0 + sign * 0.62;

      if (!sentinel)
        {
          calx_body_trace_circle (cr, x, middle, font_size * 0.42);
          calx_set_colour (cr, &palette->plate, 0.9);
          cairo_fill (cr);
        }
      calx_body_change_draw (change, cr, &text.colour, x, middle, font_size * 0.28);
    }
  if (sprites != NULL && !sentinel)
    calx_body_sprites_write (sprites, cr, number, font_size, (box->x0 + box->x1 + sign) / 2.0, middle);
  else
    calx_text_draw (&text, cr, number, (box->x0 + box->x1 + sign) / 2.0, middle);
}

void
calx_body_mark_draw_number (const CalxBodyMark *self,
                            cairo_t            *cr,
                            const CalxPalette  *palette,
                            CalxBodySprites    *sprites,
                            double              font_size)
{
  g_autofree char *number = NULL;

  if (!calx_body_mark_has_label (self))
    return;
  number = g_strdup_printf ("L%d", self->lesion->number);
  calx_body_draw_number (cr, palette, number, &self->label, self->time.change,
                         self->lesion->sentinel && !self->lesion->healed, font_size, sprites);
}
