/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-sign.h"

#include <math.h>

#include "calx-body-glyph.h"
#include "calx-text.h"

#define RING 1.3
/* Two lines with this between them: ulcerated. */
#define DOUBLE 4.6
#define BETWEEN 1.6
/* Of the curves of a shape, in pixels: no corner shows. */
#define TOLERANCE 0.25
/* Around a mark, so that it is two marks even where ink meets ink. */
#define CLEARANCE 1.2
#define SELECTED_GAP 2.6
#define SELECTED_WIDTH 2.4
#define PLATE_ALPHA 0.88
/* The pictogram within its ring. */
#define GLYPH_INSET 1.3
#define GLYPH_SHARE 0.86
/* The rays of pain: around this direction, up and to the left, and so far from each other. */
#define RAY_MIDDLE (-0.75 * G_PI)
#define RAY_STEP (G_PI / 7.5)
#define RAY_LENGTH 0.50
#define RAY_WIDTH 1.5
#define POINTS_PER_RAY 2

static const CalxColour *
look_colour (const CalxBodyLook *self,
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

static void
trace_circle (cairo_t *cr,
              double   x,
              double   y,
              double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
}

/* ---- lines ---- */

static void
stroke (cairo_t          *cr,
        const CalxColour *colour,
        double            alpha,
        double            width)
{
  calx_set_colour (cr, colour, alpha);
  cairo_set_line_width (cr, width);
  cairo_stroke_preserve (cr);
}

/* The line around a lesion, along the path of @cr, which it takes away. */
static void
draw_border (const CalxBodyLook *look,
             cairo_t            *cr,
             const CalxPalette  *palette)
{
  const CalxColour *colour = look_colour (look, palette);
  static const double dashes[] = { 3.0, 2.4 };
  static const double dots[] = { 1.4, 2.4 };

  if (look->healed || look->earlier)
    {
      stroke (cr, &palette->plate, 0.7, RING + 2.0 * CLEARANCE);
      cairo_set_dash (cr, look->earlier ? dots : dashes, 2, 0.0);
      stroke (cr, colour, 1.0, RING);
      cairo_set_dash (cr, NULL, 0, 0.0);
    }
  else if (look->ulcerated)
    {
      stroke (cr, &palette->plate, 1.0, DOUBLE + 2.0 * CLEARANCE);
      stroke (cr, colour, 1.0, DOUBLE);
      stroke (cr, &palette->plate, 1.0, BETWEEN);
    }
  else
    {
      stroke (cr, &palette->plate, 1.0, RING + 2.0 * CLEARANCE);
      stroke (cr, colour, 1.0, RING);
    }
  cairo_new_path (cr);
}

static guint
count_rays (const CalxBodyLook *self)
{
  if (self->pain <= 0)
    return 0;
  return (guint) (MIN (self->pain, CALX_PAIN_MAX) + POINTS_PER_RAY - 1) / POINTS_PER_RAY;
}

static void
draw_rays (const CalxBodyLook *self,
           cairo_t            *cr,
           const CalxPalette  *palette,
           double              x,
           double              y,
           double              radius)
{
  guint  n = count_rays (self);
  double from = radius + (self->ulcerated ? DOUBLE / 2.0 + CLEARANCE : RING) + 0.8;
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
  stroke (cr, &palette->plate, 0.9, RAY_WIDTH + 1.8);
  stroke (cr, look_colour (self, palette), 1.0, RAY_WIDTH);
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
  trace_circle (cr, x, y, radius);
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
  calx_body_glyph_draw (cr, self->type, x, y, (radius - GLYPH_INSET) * GLYPH_SHARE, look_colour (self, palette));
}

static void
draw_badge (const CalxBodyLook *self,
            cairo_t            *cr,
            const CalxPalette  *palette,
            double              x,
            double              y,
            double              radius)
{
  cairo_new_path (cr);
  if (!self->earlier)
    draw_plate (cr, palette, x, y, radius, self->healed ? 0.5 : PLATE_ALPHA);
  trace_circle (cr, x, y, radius + (self->ulcerated && !self->healed && !self->earlier ? DOUBLE / 2.0 - RING : -RING / 2.0));
  draw_border (self, cr, palette);
  if (!self->earlier)
    draw_glyph (self, cr, palette, x, y, radius);
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
  draw_badge (self, cr, palette, x, y, radius);
  draw_rays (self, cr, palette, x, y, radius);
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

/* ---- the mark ---- */

static gboolean
is_aside (const CalxBodyMark *self)
{
  return self->x != self->site_x || self->y != self->site_y;
}

/* A band around the path of @cr, which it takes away; not inside of it. */
static void
draw_selection (const CalxBodyLook *look,
                cairo_t            *cr,
                const CalxPalette  *palette)
{
  double border = look->ulcerated && !look->healed ? DOUBLE : RING;
  double x0, y0, x1, y1;
  double reach = border + SELECTED_GAP + SELECTED_WIDTH + 2.0;
  cairo_path_t *path = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_rectangle (cr, x0 - reach, y0 - reach, x1 - x0 + 2.0 * reach, y1 - y0 + 2.0 * reach);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  cairo_append_path (cr, path);
  stroke (cr, &palette->background, 0.9, border + 2.0 * (SELECTED_GAP + SELECTED_WIDTH) + 2.0);
  stroke (cr, &palette->selected, 1.0, border + 2.0 * (SELECTED_GAP + SELECTED_WIDTH));
  stroke (cr, &palette->background, 1.0, border + 2.0 * SELECTED_GAP);
  cairo_restore (cr);
  cairo_new_path (cr);
  cairo_path_destroy (path);
}

static void
draw_shape (const CalxBodyMark *self,
            const CalxBodyLook *look,
            cairo_t            *cr,
            const CalxPalette  *palette,
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
      calx_body_glyph_fill (cr, look->type, palette, look_colour (look, palette));
    }
  calx_body_mark_trace (self, cr);
  draw_border (look, cr, palette);
}

/* In the middle of a shape the sign needs no ring: the shape has it. */
static void
draw_inner_badge (const CalxBodyLook *look,
                  cairo_t            *cr,
                  const CalxPalette  *palette,
                  double              x,
                  double              y,
                  double              radius)
{
  draw_plate (cr, palette, x, y, radius, look->healed ? 0.5 : PLATE_ALPHA);
  draw_glyph (look, cr, palette, x, y, radius);
}

/* A look as a number, for what is drawn once and painted often. */
static guint
look_to_key (const CalxBodyLook *look)
{
  return look->type | (look->ulcerated ? 1u << 8 : 0) | (look->healed ? 1u << 9 : 0) | (look->earlier ? 1u << 10 : 0) |
         count_rays (look) << 12;
}

static CalxBodyLook
look_from_key (guint key)
{
  return (CalxBodyLook) { .type = key & 0xff, .ulcerated = (key & 1u << 8) != 0, .healed = (key & 1u << 9) != 0,
                          .earlier = (key & 1u << 10) != 0, .pain = (int) (key >> 12) * POINTS_PER_RAY };
}

static void
draw_badge_of_key (cairo_t           *cr,
                   const CalxPalette *palette,
                   double             radius,
                   guint              key)
{
  CalxBodyLook look = look_from_key (key);

  draw_badge (&look, cr, palette, 0.0, 0.0, radius);
}

static void
draw_inner_badge_of_key (cairo_t           *cr,
                         const CalxPalette *palette,
                         double             radius,
                         guint              key)
{
  CalxBodyLook look = look_from_key (key);

  draw_inner_badge (&look, cr, palette, 0.0, 0.0, radius);
}

static void
draw_rays_of_key (cairo_t           *cr,
                  const CalxPalette *palette,
                  double             radius,
                  guint              key)
{
  CalxBodyLook look = look_from_key (key);

  draw_rays (&look, cr, palette, 0.0, 0.0, radius);
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
  double       reach = 2.0 * self->radius + DOUBLE;

  calm.pain = CALX_PAIN_UNKNOWN;
  rays.type = CALX_BODY_GLYPH_NONE;
  calx_body_sprites_paint (sprites, cr, inner ? draw_inner_badge_of_key : draw_badge_of_key, look_to_key (&calm),
                           self->radius, reach, self->x, self->y);
  if (count_rays (look) > 0)
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
    draw_inner_badge (look, cr, palette, self->x, self->y, self->radius);
  else
    draw_badge (look, cr, palette, self->x, self->y, self->radius);
  draw_rays (look, cr, palette, self->x, self->y, self->radius);
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
    draw_shape (self, &look, cr, palette, selected);
  else if (selected)
    {
      trace_circle (cr, self->x, self->y, self->radius);
      draw_selection (&look, cr, palette);
    }
  if (!self->to_scale || !look.earlier)
    draw_sign (self, &look, self->to_scale && !is_aside (self), cr, palette, sprites);
}

static void
clip_to_mark (const CalxBodyMark *self,
              cairo_t            *cr)
{
  double x0 = fmin (self->site_x - self->reach, self->x - 2.0 * self->radius);
  double y0 = fmin (self->site_y - self->reach, self->y - 2.0 * self->radius);
  double x1 = fmax (self->site_x + self->reach, self->x + 2.0 * self->radius);
  double y1 = fmax (self->site_y + self->reach, self->y + 2.0 * self->radius);
  double margin = DOUBLE + SELECTED_GAP + SELECTED_WIDTH;

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

/* ---- leaders and numbers ---- */

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
  stroke (cr, &palette->plate, 0.9, 2.6);
  stroke (cr, &palette->text, 1.0, 0.9);
  cairo_new_path (cr);
}

void
calx_body_mark_draw_leaders (const CalxBodyMark *self,
                             cairo_t            *cr,
                             const CalxPalette  *palette)
{
  CalxPoint sign = { self->x, self->y };

  if (is_aside (self))
    {
      draw_leader (cr, palette, sign, (CalxPoint) { self->site_x, self->site_y }, self->radius);
      trace_circle (cr, self->site_x, self->site_y, 1.8);
      stroke (cr, &palette->plate, 0.9, 2.0);
      calx_set_colour (cr, &palette->text, 1.0);
      cairo_fill (cr);
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

/* The sentinel's stands in a box, light on dark. */
static void
draw_number (cairo_t           *cr,
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
      stroke (cr, &palette->plate, 1.0, 2.0);
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
          trace_circle (cr, x, middle, font_size * 0.42);
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
  draw_number (cr, palette, number, &self->label, self->time.change, self->lesion->sentinel && !self->lesion->healed,
               font_size, sprites);
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
    draw_number (cr, palette, "L1", &box, CALX_BODY_CHANGE_NONE, TRUE, 1.6 * radius, NULL);
  else if (self->change != CALX_BODY_CHANGE_NONE)
    calx_body_change_draw (self->change, cr, &palette->text, x, y, 0.6 * radius);
  else
    calx_body_look_draw (&self->look, cr, palette, x, y, radius);
  cairo_restore (cr);
}
