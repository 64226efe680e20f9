/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "calx-body-glyph.h"
#include "calx-body-rings.h"
#include "calx-body-sign-private.h"
#include "calx-text.h"

/* Of the curves of a shape, in pixels: no corner shows. */
#define TOLERANCE 0.25
#define SELECTED_GAP 2.6
#define SELECTED_WIDTH 2.4

gboolean
calx_body_mark_is_aside (const CalxBodyMark *self)
{
  return self->x != self->site_x || self->y != self->site_y;
}

/* A band around the path of @cr, which it takes away; not inside of it. */
static void
draw_selection (const CalxBodyLook *look,
                cairo_t            *cr,
                const CalxPalette  *palette)
{
  double border = look->ulcerated && !look->healed ? CALX_BODY_DOUBLE_RING : CALX_BODY_RING;
  double x0, y0, x1, y1;
  double reach = border + SELECTED_GAP + SELECTED_WIDTH + 2.0;
  cairo_path_t *path = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_rectangle (cr, x0 - reach, y0 - reach, x1 - x0 + 2.0 * reach, y1 - y0 + 2.0 * reach);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  cairo_append_path (cr, path);
  calx_body_stroke (cr, &palette->background, 0.9, border + 2.0 * (SELECTED_GAP + SELECTED_WIDTH) + 2.0);
  calx_body_stroke (cr, &palette->selected, 1.0, border + 2.0 * (SELECTED_GAP + SELECTED_WIDTH));
  calx_body_stroke (cr, &palette->background, 1.0, border + 2.0 * SELECTED_GAP);
  cairo_restore (cr);
  cairo_new_path (cr);
  cairo_path_destroy (path);
}

/* A look as a number, for what is drawn once and painted often. */
static guint
look_to_key (const CalxBodyLook *look)
{
  return look->type | (look->ulcerated ? 1u << 8 : 0) | (look->healed ? 1u << 9 : 0) | (look->earlier ? 1u << 10 : 0) |
         calx_body_look_count_rays (look) << 12;
}

static CalxBodyLook
look_from_key (guint key)
{
  return (CalxBodyLook) { .type = key & 0xff, .ulcerated = (key & 1u << 8) != 0, .healed = (key & 1u << 9) != 0,
                          .earlier = (key & 1u << 10) != 0, .pain = (int) (key >> 12) * CALX_BODY_POINTS_PER_RAY };
}

/* What fills a lesion that is ulcerated or not, for a tile of it. */
static void
draw_filling_of_key (cairo_t           *cr,
                     const CalxPalette *palette,
                     double             radius,
                     guint              key)
{
  CalxBodyLook look = look_from_key (key);

  calx_body_glyph_draw_tile (cr, look.type, palette, calx_body_look_colour (&look, palette));
}

/* The path of @cr, which it takes away. A pattern comes from a tile: drawn once, and nothing is clipped. */
static void
fill_shape (const CalxBodyLook *look,
            cairo_t            *cr,
            const CalxPalette  *palette,
            CalxBodySprites    *sprites)
{
  CalxBodyLook plain = { .type = look->type, .ulcerated = look->ulcerated };
  double       width, height;

  if (sprites != NULL && calx_body_glyph_get_tile (cr, look->type, palette, &width, &height) &&
      calx_body_sprites_set_tile (sprites, cr, draw_filling_of_key, look_to_key (&plain), width, height))
    cairo_fill (cr);
  else
    calx_body_glyph_fill (cr, look->type, palette, calx_body_look_colour (look, palette));
}

/* On pixels, the border of a shape that is neither healed nor earlier. FALSE: it must be stroked. */
static gboolean
fill_border (const CalxBodyMark *self,
             const CalxBodyLook *look,
             cairo_t            *cr,
             const CalxPalette  *palette)
{
  double        width = look->ulcerated ? CALX_BODY_DOUBLE_RING : CALX_BODY_RING;
  CalxBodyRings rings;

  if (look->healed || look->earlier || !calx_body_rings_init (&rings, self, width + 2.0 * CALX_BODY_CLEARANCE))
    return FALSE;
  calx_body_rings_trace (&rings, cr, width + 2.0 * CALX_BODY_CLEARANCE);
  calx_body_rings_fill (cr, &palette->plate);
  calx_body_rings_trace (&rings, cr, width);
  if (look->ulcerated)
    calx_body_rings_trace (&rings, cr, CALX_BODY_BETWEEN_RINGS);
  calx_body_rings_fill (cr, calx_body_look_colour (look, palette));
  return TRUE;
}

static void
draw_shape (const CalxBodyMark *self,
            const CalxBodyLook *look,
            cairo_t            *cr,
            const CalxPalette  *palette,
            CalxBodySprites    *sprites,
            gboolean            selected)
{
  if (selected)
    {
      calx_body_mark_trace (self, cr);
      draw_selection (look, cr, palette);
    }
  if (!look->healed && !look->earlier)
    {
      calx_body_mark_trace (self, cr);
      fill_shape (look, cr, palette, sprites);
    }
  if (sprites != NULL && fill_border (self, look, cr, palette))
    return;
  calx_body_mark_trace (self, cr);
  calx_body_look_draw_border (look, cr, palette);
}

static void
draw_badge_of_key (cairo_t           *cr,
                   const CalxPalette *palette,
                   double             radius,
                   guint              key)
{
  CalxBodyLook look = look_from_key (key);

  calx_body_look_draw_badge (&look, cr, palette, 0.0, 0.0, radius);
}

static void
draw_inner_badge_of_key (cairo_t           *cr,
                         const CalxPalette *palette,
                         double             radius,
                         guint              key)
{
  CalxBodyLook look = look_from_key (key);

  calx_body_look_draw_inner_badge (&look, cr, palette, 0.0, 0.0, radius);
}

static void
draw_rays_of_key (cairo_t           *cr,
                  const CalxPalette *palette,
                  double             radius,
                  guint              key)
{
  CalxBodyLook look = look_from_key (key);

  calx_body_look_draw_rays (&look, cr, palette, 0.0, 0.0, radius);
}

/* Type and rays are painted apart: few pictures make all signs. */
static void
paint_sign (const CalxBodyMark *self,
            const CalxBodyLook *look,
            gboolean            inner,
            cairo_t            *cr,
            CalxBodySprites    *sprites)
{
  CalxBodyLook calm = *look, rays = *look;
  double       reach = 2.0 * self->radius + CALX_BODY_DOUBLE_RING;

  calm.pain = CALX_PAIN_UNKNOWN;
  rays.type = CALX_BODY_GLYPH_NONE;
  calx_body_sprites_paint (sprites, cr, inner ? draw_inner_badge_of_key : draw_badge_of_key, look_to_key (&calm),
                           self->radius, reach, self->x, self->y);
  if (calx_body_look_count_rays (look) > 0)
    calx_body_sprites_paint (sprites, cr, draw_rays_of_key, look_to_key (&rays), self->radius, reach, self->x, self->y);
}

static void
draw_sign (const CalxBodyMark *self,
           const CalxBodyLook *look,
           gboolean            inner,
           cairo_t            *cr,
           const CalxPalette  *palette,
           CalxBodySprites    *sprites)
{
  if (sprites != NULL)
    {
      paint_sign (self, look, inner, cr, sprites);
      return;
    }
  if (inner)
    calx_body_look_draw_inner_badge (look, cr, palette, self->x, self->y, self->radius);
  else
    calx_body_look_draw_badge (look, cr, palette, self->x, self->y, self->radius);
  calx_body_look_draw_rays (look, cr, palette, self->x, self->y, self->radius);
}

static void
draw_mark (const CalxBodyMark *self,
           cairo_t            *cr,
           const CalxPalette  *palette,
           CalxBodySprites    *sprites,
           gboolean            selected)
{
  CalxBodyLook look = calx_body_look_of (self->lesion);

  look.earlier = self->time.earlier;
  if (self->to_scale)
    draw_shape (self, &look, cr, palette, sprites, selected);
  else if (selected)
    {
      calx_body_trace_circle (cr, self->x, self->y, self->radius);
      draw_selection (&look, cr, palette);
    }
  if (!self->to_scale || !look.earlier)
    draw_sign (self, &look, self->to_scale && !calx_body_mark_is_aside (self), cr, palette, sprites);
}

static void
clip_to_mark (const CalxBodyMark *self,
              cairo_t            *cr)
{
  double x0 = fmin (self->site_x - self->reach, self->x - 2.0 * self->radius);
  double y0 = fmin (self->site_y - self->reach, self->y - 2.0 * self->radius);
  double x1 = fmax (self->site_x + self->reach, self->x + 2.0 * self->radius);
  double y1 = fmax (self->site_y + self->reach, self->y + 2.0 * self->radius);
  double margin = CALX_BODY_DOUBLE_RING + SELECTED_GAP + SELECTED_WIDTH;

  cairo_rectangle (cr, x0 - margin, y0 - margin, x1 - x0 + 2.0 * margin, y1 - y0 + 2.0 * margin);
  cairo_clip (cr);
}

void
calx_body_mark_draw (const CalxBodyMark *self,
                     cairo_t            *cr,
                     const CalxPalette  *palette,
                     CalxBodySprites    *sprites,
                     gboolean            selected)
{
  g_return_if_fail (self != NULL && cr != NULL && palette != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  cairo_set_tolerance (cr, TOLERANCE);
  if (self->time.opacity >= 1.0)
    draw_mark (self, cr, palette, sprites, selected);
  else
    {
      clip_to_mark (self, cr);
      cairo_push_group (cr);
      draw_mark (self, cr, palette, sprites, selected);
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, self->time.opacity);
    }
  cairo_restore (cr);
}
