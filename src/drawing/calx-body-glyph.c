/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-glyph.h"

#include <math.h>

#include "calx-text.h"

/* Drawn in a square of 2 by 2 around the origin. The skin is a line: what is raised stands on it, what lies
 * under it hangs from it, what is lost is a dip in it. */

#define SKIN_LOW 0.50
#define SKIN_HIGH (-0.55)
#define STROKE 0.26

/* Of the patterns that fill a lesion drawn to scale, in user units. */
#define TINT 0.30
#define NET_STEP 9.0
#define LINE_STEP 4.5
#define GRAIN_STEP 5.5
/* In less than this no pattern is seen around the sign. */
#define PATTERN_LEAST 26.0

static void
skin_line (cairo_t *cr,
           double   y)
{
  cairo_move_to (cr, -1.0, y);
  cairo_line_to (cr, 1.0, y);
  cairo_stroke (cr);
}

/* Half an ellipse that stands on the skin. */
static void
fill_dome (cairo_t *cr,
           double   half_width,
           double   height)
{
  cairo_save (cr);
  cairo_translate (cr, 0.0, SKIN_LOW);
  cairo_scale (cr, half_width, height);
  cairo_arc (cr, 0.0, 0.0, 1.0, G_PI, 2.0 * G_PI);
  cairo_restore (cr);
  cairo_fill (cr);
}

static void
draw_papule (cairo_t *cr)
{
  fill_dome (cr, 0.36, 0.85);
  skin_line (cr, SKIN_LOW);
}

static void
draw_plaque (cairo_t *cr)
{
  cairo_move_to (cr, -1.0, SKIN_LOW);
  cairo_line_to (cr, -0.86, SKIN_LOW - 0.62);
  cairo_line_to (cr, 0.86, SKIN_LOW - 0.62);
  cairo_line_to (cr, 1.0, SKIN_LOW);
  cairo_close_path (cr);
  cairo_fill (cr);
  skin_line (cr, SKIN_LOW);
}

static void
draw_nodule (cairo_t *cr)
{
  fill_dome (cr, 0.78, 1.30);
  skin_line (cr, SKIN_LOW);
}

static void
draw_subcutaneous_nodule (cairo_t *cr)
{
  skin_line (cr, SKIN_HIGH);
  cairo_arc (cr, 0.0, 0.30, 0.56, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
}

static void
draw_induration (cairo_t *cr)
{
  skin_line (cr, SKIN_HIGH);
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (cr, 0.58 * i - 0.26, 0.88);
      cairo_line_to (cr, 0.58 * i + 0.26, -0.10);
    }
  cairo_stroke (cr);
}

/* One mesh of the net and the threads that leave it. */
static void
draw_livedo (cairo_t *cr)
{
  for (int i = 0; i < 6; i++)
    {
      double angle = G_PI / 3.0 * i + G_PI / 6.0;

      cairo_line_to (cr, 0.56 * cos (angle), 0.56 * sin (angle));
    }
  cairo_close_path (cr);
  for (int i = 0; i < 6; i++)
    {
      double angle = G_PI / 3.0 * i + G_PI / 6.0;

      cairo_move_to (cr, 0.56 * cos (angle), 0.56 * sin (angle));
      cairo_line_to (cr, 1.08 * cos (angle), 1.08 * sin (angle));
    }
  cairo_set_line_width (cr, 0.20);
  cairo_stroke (cr);
}

/* Branches from a core, as the vessels run. */
static void
draw_retiform_purpura (cairo_t *cr)
{
  cairo_arc (cr, 0.0, 0.0, 0.36, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
  for (int i = 0; i < 5; i++)
    {
      double angle = 2.0 * G_PI / 5.0 * i - G_PI / 2.0;

      cairo_move_to (cr, 0.0, 0.0);
      cairo_line_to (cr, 0.66 * cos (angle), 0.66 * sin (angle));
      for (int side = -1; side <= 1; side += 2)
        {
          cairo_move_to (cr, 0.60 * cos (angle), 0.60 * sin (angle));
          cairo_line_to (cr, 1.02 * cos (angle + 0.33 * side), 1.02 * sin (angle + 0.33 * side));
        }
    }
  cairo_set_line_width (cr, 0.25);
  cairo_stroke (cr);
}

static void
trace_dip (cairo_t *cr)
{
  cairo_move_to (cr, -1.0, -0.40);
  cairo_line_to (cr, -0.66, -0.40);
  cairo_curve_to (cr, -0.52, 0.36, -0.36, 0.70, 0.0, 0.70);
  cairo_curve_to (cr, 0.36, 0.70, 0.52, 0.36, 0.66, -0.40);
  cairo_line_to (cr, 1.0, -0.40);
}

static void
draw_ulcer (cairo_t *cr)
{
  trace_dip (cr);
  cairo_set_line_width (cr, 0.30);
  cairo_stroke (cr);
}

/* The dip is full, to above the skin. */
static void
draw_eschar (cairo_t *cr)
{
  trace_dip (cr);
  cairo_stroke (cr);
  cairo_move_to (cr, -0.72, -0.44);
  cairo_curve_to (cr, -0.50, -0.86, 0.50, -0.86, 0.72, -0.44);
  cairo_curve_to (cr, 0.52, 0.40, 0.36, 0.72, 0.0, 0.72);
  cairo_curve_to (cr, -0.36, 0.72, -0.52, 0.40, -0.72, -0.44);
  cairo_fill (cr);
}

/* A drop with a grain in it. */
static void
draw_chalky_discharge (cairo_t *cr)
{
  cairo_move_to (cr, 0.0, -0.98);
  cairo_curve_to (cr, 0.30, -0.42, 0.66, -0.08, 0.66, 0.28);
  cairo_arc (cr, 0.0, 0.28, 0.66, 0.0, G_PI);
  cairo_curve_to (cr, -0.66, -0.08, -0.30, -0.42, 0.0, -0.98);
  cairo_close_path (cr);
  cairo_set_line_width (cr, 0.24);
  cairo_stroke (cr);
  cairo_arc (cr, 0.0, 0.30, 0.25, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
}

/* A question mark. */
static void
draw_unknown (cairo_t *cr)
{
  cairo_arc (cr, 0.0, -0.36, 0.42, -G_PI, 0.35 * G_PI);
  cairo_curve_to (cr, 0.05, 0.12, 0.0, 0.20, 0.0, 0.42);
  cairo_set_line_width (cr, 0.28);
  cairo_stroke (cr);
  cairo_arc (cr, 0.0, 0.80, 0.19, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
}

void
calx_body_glyph_draw (cairo_t          *cr,
                      CalxLesionType    type,
                      double            x,
                      double            y,
                      double            radius,
                      const CalxColour *ink)
{
  static void (*const draw[CALX_N_LESION_TYPES]) (cairo_t *cr) = {
    [CALX_LESION_TYPE_UNKNOWN] = draw_unknown,
    [CALX_LESION_TYPE_PAPULE] = draw_papule,
    [CALX_LESION_TYPE_PLAQUE] = draw_plaque,
    [CALX_LESION_TYPE_NODULE] = draw_nodule,
    [CALX_LESION_TYPE_SUBCUTANEOUS_NODULE] = draw_subcutaneous_nodule,
    [CALX_LESION_TYPE_INDURATION] = draw_induration,
    [CALX_LESION_TYPE_LIVEDO] = draw_livedo,
    [CALX_LESION_TYPE_RETIFORM_PURPURA] = draw_retiform_purpura,
    [CALX_LESION_TYPE_ULCER] = draw_ulcer,
    [CALX_LESION_TYPE_ESCHAR] = draw_eschar,
    [CALX_LESION_TYPE_CHALKY_DISCHARGE] = draw_chalky_discharge,
  };

  g_return_if_fail (cr != NULL && ink != NULL && type <= CALX_BODY_GLYPH_NONE);

  if (type == CALX_BODY_GLYPH_NONE)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, radius, radius);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_set_line_width (cr, STROKE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  calx_set_colour (cr, ink, 1.0);
  draw[type] (cr);
  cairo_restore (cr);
}

/* ---- fillings ---- */

static void
pattern_lines (cairo_t      *cr,
               const double *box)
{
  double height = box[3] - box[1];

  for (double x = floor ((box[0] - height) / LINE_STEP) * LINE_STEP; x < box[2]; x += LINE_STEP)
    {
      cairo_move_to (cr, x, box[3]);
      cairo_line_to (cr, x + height, box[1]);
    }
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

/* Hexagons, three sides of each: its neighbours draw the others. */
static void
pattern_net (cairo_t      *cr,
             const double *box)
{
  double side = NET_STEP / sqrt (3.0), row = 1.5 * side;
  int    first = (int) floor (box[1] / row) - 1, last = (int) ceil (box[3] / row) + 1;

  for (int i = first; i <= last; i++)
    for (double x = floor (box[0] / NET_STEP) * NET_STEP + (i % 2 != 0 ? NET_STEP / 2.0 : 0.0); x <= box[2] + NET_STEP;
         x += NET_STEP)
      {
        double y = i * row;

        cairo_move_to (cr, x - NET_STEP / 2.0, y + side / 2.0);
        cairo_line_to (cr, x - NET_STEP / 2.0, y - side / 2.0);
        cairo_line_to (cr, x, y - side);
        cairo_line_to (cr, x + NET_STEP / 2.0, y - side / 2.0);
      }
  cairo_set_line_width (cr, 1.0);
  cairo_stroke (cr);
}

static void
pattern_grains (cairo_t      *cr,
                const double *box)
{
  int first = (int) floor (box[1] / GRAIN_STEP), last = (int) ceil (box[3] / GRAIN_STEP);

  for (int i = first; i <= last; i++)
    for (double x = floor (box[0] / GRAIN_STEP) * GRAIN_STEP + (i % 2 != 0 ? GRAIN_STEP / 2.0 : 0.0); x <= box[2];
         x += GRAIN_STEP)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, i * GRAIN_STEP, 0.9, 0.0, 2.0 * G_PI);
      }
  cairo_fill (cr);
}

/* Ink that is darker than paper can be black itself. */
static gboolean
is_dark_ink (const CalxPalette *palette)
{
  return !palette->ink && palette->plate.green > 0.5;
}

static gboolean
has_pattern (CalxLesionType     type,
             const CalxPalette *palette)
{
  return type == CALX_LESION_TYPE_LIVEDO || type == CALX_LESION_TYPE_CHALKY_DISCHARGE ||
         type == CALX_LESION_TYPE_INDURATION || (type == CALX_LESION_TYPE_ESCHAR && !is_dark_ink (palette));
}

static void
set_ground (cairo_t           *cr,
            CalxLesionType     type,
            const CalxPalette *palette,
            const CalxColour  *ink)
{
  if (palette->ink || (type == CALX_LESION_TYPE_ESCHAR && !is_dark_ink (palette)))
    calx_set_colour (cr, &palette->plate, 0.85);
  else
    calx_set_colour (cr, ink, type == CALX_LESION_TYPE_ESCHAR ? 0.75 : TINT);
}

static void
draw_pattern (cairo_t           *cr,
              CalxLesionType     type,
              const CalxPalette *palette,
              const CalxColour  *ink,
              const double      *box)
{
  calx_set_colour (cr, ink, palette->ink ? 1.0 : 0.55);
  if (type == CALX_LESION_TYPE_LIVEDO)
    pattern_net (cr, box);
  else if (type == CALX_LESION_TYPE_CHALKY_DISCHARGE)
    pattern_grains (cr, box);
  else
    pattern_lines (cr, box);
}

/* Whether the filling of the path is more than a tint. */
static gboolean
shows_pattern (CalxLesionType     type,
               const CalxPalette *palette,
               const double      *box)
{
  return has_pattern (type, palette) && fmax (box[2] - box[0], box[3] - box[1]) >= PATTERN_LEAST;
}

void
calx_body_glyph_fill (cairo_t           *cr,
                      CalxLesionType     type,
                      const CalxPalette *palette,
                      const CalxColour  *ink)
{
  double box[4];

  g_return_if_fail (cr != NULL && palette != NULL && ink != NULL);

  cairo_path_extents (cr, &box[0], &box[1], &box[2], &box[3]);
  set_ground (cr, type, palette, ink);
  if (!shows_pattern (type, palette, box))
    {
      cairo_fill (cr);
      return;
    }
  cairo_save (cr);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  draw_pattern (cr, type, palette, ink, box);
  cairo_restore (cr);
}

/* Whole pixels: five times the height of the net's is one but for a sixteenth. */
static void
get_tile_size (CalxLesionType type,
               double        *ret_width,
               double        *ret_height)
{
  *ret_width = *ret_height = 2.0 * (type == CALX_LESION_TYPE_CHALKY_DISCHARGE ? GRAIN_STEP : LINE_STEP);
  if (type != CALX_LESION_TYPE_LIVEDO)
    return;
  *ret_width = NET_STEP;
  *ret_height = round (5.0 * sqrt (3.0) * NET_STEP);
}

gboolean
calx_body_glyph_get_tile (cairo_t           *cr,
                          CalxLesionType     type,
                          const CalxPalette *palette,
                          double            *ret_width,
                          double            *ret_height)
{
  double box[4];

  g_return_val_if_fail (cr != NULL && palette != NULL && ret_width != NULL && ret_height != NULL, FALSE);

  cairo_path_extents (cr, &box[0], &box[1], &box[2], &box[3]);
  get_tile_size (type, ret_width, ret_height);
  return shows_pattern (type, palette, box);
}

/* The pattern goes beyond the tile on all sides: its lines meet at the edges. */
void
calx_body_glyph_draw_tile (cairo_t           *cr,
                           CalxLesionType     type,
                           const CalxPalette *palette,
                           const CalxColour  *ink)
{
  double width, height;

  g_return_if_fail (cr != NULL && palette != NULL && ink != NULL);

  get_tile_size (type, &width, &height);
  set_ground (cr, type, palette, ink);
  cairo_paint (cr);
  draw_pattern (cr, type, palette, ink, (double[]) { -width, -height, 2.0 * width, 2.0 * height });
}
