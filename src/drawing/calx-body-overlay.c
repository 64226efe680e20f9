/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-renderer.h"

#include <math.h>
#include <string.h>

#include "calx-body-marks.h"
#include "calx-body-private.h"
#include "calx-text.h"

/* What lies over the figure: the region under the pointer and that of the keyboard, and the lesions
 * with their numbers. In user units, over a figure drawn by calx_body_draw_figure(). */

#define HOVER_ALPHA 0.40
#define DISC_ALPHA 0.62
#define RING 1.5
/* White around a mark, so that ink on ink stays two marks. */
#define CLEARANCE 1.0
/* A disc of ink larger than this would hide too much: it is hatched instead. */
#define SOLID_MOST 6.0
#define HATCH_STEP 3.0
#define SELECTED_GAP 3.5
#define SELECTED_WIDTH 2.2
/* A target is never smaller than 24 by 24. */
#define TARGET_RADIUS 12.0

/* ---- signs ---- */

static void
trace_circle (cairo_t *cr,
              double   x,
              double   y,
              double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0.0, 2.0 * G_PI);
}

static void
fill_circle (cairo_t          *cr,
             const CalxColour *colour,
             double            alpha,
             double            x,
             double            y,
             double            radius)
{
  trace_circle (cr, x, y, radius);
  calx_set_colour (cr, colour, alpha);
  cairo_fill (cr);
}

static void
stroke_circle (cairo_t          *cr,
               const CalxColour *colour,
               double            width,
               double            x,
               double            y,
               double            radius)
{
  trace_circle (cr, x, y, radius);
  calx_set_colour (cr, colour, 1.0);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
hatch_circle (cairo_t          *cr,
              const CalxColour *colour,
              double            x,
              double            y,
              double            radius)
{
  cairo_save (cr);
  trace_circle (cr, x, y, radius);
  cairo_clip (cr);
  for (double offset = -2.0 * radius; offset <= 2.0 * radius; offset += HATCH_STEP)
    {
      cairo_move_to (cr, x + offset - radius, y + radius);
      cairo_line_to (cr, x + offset + radius, y - radius);
    }
  calx_set_colour (cr, colour, 1.0);
  cairo_set_line_width (cr, 0.7);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* With tones a translucent disc; without, ink: solid while it is small, hatched when it is large. */
static void
fill_disc (cairo_t           *cr,
           const CalxPalette *palette,
           const CalxColour  *colour,
           double             x,
           double             y,
           double             radius)
{
  if (!palette->ink)
    fill_circle (cr, colour, DISC_ALPHA, x, y, radius);
  else if (radius <= SOLID_MOST)
    fill_circle (cr, colour, 1.0, x, y, radius);
  else
    hatch_circle (cr, colour, x, y, radius);
}

static void
draw_healed (cairo_t           *cr,
             const CalxPalette *palette,
             double             x,
             double             y,
             double             radius)
{
  double dash = 2.0 * G_PI * radius / (2.0 * fmax (5.0, round (radius)));

  fill_circle (cr, &palette->background, 0.5, x, y, radius);
  cairo_set_dash (cr, &dash, 1, 0.0);
  stroke_circle (cr, &palette->lesion_healed, RING * 0.75, x, y, radius - RING / 2.0);
  cairo_set_dash (cr, NULL, 0, 0.0);
}

/* A ring, a gap that is seen at any size, and the disc within. */
static void
draw_ulcerated (cairo_t           *cr,
                const CalxPalette *palette,
                double             x,
                double             y,
                double             radius)
{
  const CalxColour *colour = &palette->lesion_ulcerated;
  double            ring = fmin (RING * 1.2, 0.3 * radius);
  double            core = radius - ring - CLAMP (0.2 * radius, 1.4, 3.0);

  fill_circle (cr, &palette->background, 1.0, x, y, radius);
  fill_disc (cr, palette, colour, x, y, core);
  if (core > 3.0)
    stroke_circle (cr, colour, RING * 0.8, x, y, core - RING * 0.4);
  stroke_circle (cr, colour, ring, x, y, radius - ring / 2.0);
}

static void
draw_open (cairo_t           *cr,
           const CalxPalette *palette,
           double             x,
           double             y,
           double             radius)
{
  fill_circle (cr, &palette->background, palette->ink ? 1.0 : 0.35, x, y, radius);
  fill_disc (cr, palette, &palette->lesion, x, y, radius);
  stroke_circle (cr, &palette->lesion, RING, x, y, radius - RING / 2.0);
}

void
calx_body_mark_draw (cairo_t           *cr,
                     const CalxPalette *palette,
                     double             x,
                     double             y,
                     double             radius,
                     gboolean           ulcerated,
                     gboolean           healed)
{
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (palette->ink)
    stroke_circle (cr, &palette->background, 2.0 * CLEARANCE, x, y, radius);
  if (healed)
    draw_healed (cr, palette, x, y, radius);
  else if (ulcerated)
    draw_ulcerated (cr, palette, x, y, radius);
  else
    draw_open (cr, palette, x, y, radius);
  cairo_restore (cr);
}

/* ---- regions ---- */

static const CalxBodyShape *
find_shape (const CalxBodyScene *scene,
            const CalxRegion    *region)
{
  return region != NULL ? scene->body->views[scene->view].by_region[region->index] : NULL;
}

static void
trace_shape (cairo_t                 *cr,
             const CalxBodyShape     *shape,
             const CalxBodyTransform *transform)
{
  cairo_save (cr);
  cairo_translate (cr, transform->x, transform->y);
  cairo_scale (cr, transform->scale, transform->scale);
  for (guint i = 0; i < shape->loops->len; i++)
    calx_chain_trace (g_ptr_array_index (shape->loops, i), cr, TRUE);
  cairo_restore (cr);
}

static void
draw_regions (cairo_t                 *cr,
              const CalxBodyScene     *scene,
              const CalxBodyTransform *transform,
              const CalxPalette       *palette)
{
  const CalxBodyShape *hover = find_shape (scene, scene->hover);
  const CalxBodyShape *focus = find_shape (scene, scene->focus);

  if (hover != NULL)
    {
      trace_shape (cr, hover, transform);
      calx_set_colour (cr, &palette->hover, HOVER_ALPHA);
      cairo_fill (cr);
    }
  if (focus != NULL)
    {
      trace_shape (cr, focus, transform);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      calx_set_colour (cr, &palette->background, 0.9);
      cairo_set_line_width (cr, 2.0 * SELECTED_WIDTH);
      cairo_stroke_preserve (cr);
      calx_set_colour (cr, &palette->selected, 1.0);
      cairo_set_line_width (cr, SELECTED_WIDTH);
      cairo_stroke (cr);
    }
}

/* ---- lesions ---- */

static void
draw_leader (cairo_t            *cr,
             const CalxBodyMark *mark,
             const CalxPalette  *palette)
{
  double x = CLAMP (mark->x, mark->label.x0, mark->label.x1);
  double y = CLAMP (mark->y, mark->label.y0, mark->label.y1);
  double length = hypot (x - mark->x, y - mark->y);

  if (length <= mark->radius)
    return;
  cairo_move_to (cr, mark->x + (x - mark->x) * mark->radius / length,
                 mark->y + (y - mark->y) * mark->radius / length);
  cairo_line_to (cr, x, y);
  calx_set_colour (cr, &palette->background, 0.9);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke_preserve (cr);
  calx_set_colour (cr, &palette->text, 1.0);
  cairo_set_line_width (cr, 0.8);
  cairo_stroke (cr);
}

static void
draw_number (cairo_t            *cr,
             const CalxBodyMark *mark,
             const CalxPalette  *palette,
             double              size)
{
  g_autofree char *number = g_strdup_printf ("%d", mark->lesion->number);
  CalxText         text = { .size = size, .bold = TRUE, .align_x = 0.5, .align_y = 0.5,
                            .colour = palette->text, .halo = &palette->background };

  calx_text_draw (&text, cr, number, (mark->label.x0 + mark->label.x1) / 2.0,
                  (mark->label.y0 + mark->label.y1) / 2.0);
}

static void
draw_mark (cairo_t             *cr,
           const CalxBodyMark  *mark,
           const CalxBodyScene *scene,
           const CalxPalette   *palette)
{
  const CalxLesion *lesion = mark->lesion;

  calx_body_mark_draw (cr, palette, mark->x, mark->y, mark->radius,
                       lesion->ulcerated == CALX_TERNARY_YES, lesion->healed);
  if (g_strcmp0 (scene->selected, lesion->uuid) != 0)
    return;
  stroke_circle (cr, &palette->background, 2.0 * SELECTED_WIDTH, mark->x, mark->y,
                 mark->radius + SELECTED_GAP);
  stroke_circle (cr, &palette->selected, SELECTED_WIDTH, mark->x, mark->y,
                 mark->radius + SELECTED_GAP);
}

void
calx_body_draw_lesions (cairo_t                 *cr,
                        const CalxBodyScene     *scene,
                        const CalxBodyTransform *transform,
                        const CalxPalette       *palette)
{
  g_autoptr(GArray) marks = NULL;
  double            size;

  g_return_if_fail (cr != NULL && scene != NULL && scene->body != NULL && scene->view < CALX_N_VIEWS);
  g_return_if_fail (transform != NULL && palette != NULL);

  if (!(transform->scale > 0.0))
    return;
  marks = calx_body_marks_new (scene, transform);
  size = calx_body_label_size (transform);
  cairo_save (cr);
  cairo_new_path (cr);
  draw_regions (cr, scene, transform, palette);
  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, CalxBodyMark, i).leader)
      draw_leader (cr, &g_array_index (marks, CalxBodyMark, i), palette);
  for (guint i = 0; i < marks->len; i++)
    draw_mark (cr, &g_array_index (marks, CalxBodyMark, i), scene, palette);
  for (guint i = 0; i < marks->len; i++)
    draw_number (cr, &g_array_index (marks, CalxBodyMark, i), palette, size);
  cairo_restore (cr);
}

/* A mark that holds the point comes before one that is only near it, and a number last. */
CalxLesion *
calx_body_hit_lesion (const CalxBodyScene     *scene,
                      const CalxBodyTransform *transform,
                      double                   x,
                      double                   y)
{
  g_autoptr(GArray) marks = NULL;
  CalxLesion       *near = NULL, *numbered = NULL;
  double            nearest = TARGET_RADIUS;

  g_return_val_if_fail (scene != NULL && transform != NULL, NULL);

  if (!(transform->scale > 0.0))
    return NULL;
  marks = calx_body_marks_new (scene, transform);
  for (guint i = marks->len; i > 0; i--)
    {
      const CalxBodyMark *mark = &g_array_index (marks, CalxBodyMark, i - 1);
      double              distance = hypot (x - mark->x, y - mark->y);

      if (distance <= mark->radius)
        return mark->lesion;
      if (distance <= nearest)
        {
          nearest = distance;
          near = mark->lesion;
        }
      if (numbered == NULL && calx_box_contains (&mark->label, x, y))
        numbered = mark->lesion;
    }
  return near != NULL ? near : numbered;
}
