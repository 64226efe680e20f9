/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-chart.h"

#include <math.h>

#include "calx-format.h"
#include "calx-text.h"

/* Margins, in sizes of the font: the title above, the days below, the axis at the left, the last value at the
 * right. */
#define ABOVE 1.9
#define BELOW 1.7
#define BEFORE 2.9
#define AFTER 3.4
#define DOT 0.24
#define LINE 0.13

typedef struct
{
  double x0, y0, x1, y1;
} Frame;

static Frame
get_frame (double width,
           double height,
           double font_size)
{
  return (Frame){ BEFORE * font_size, ABOVE * font_size, MAX (width - AFTER * font_size, BEFORE * font_size + 1.0),
                  MAX (height - BELOW * font_size, ABOVE * font_size + 1.0) };
}

double
calx_chart_get_top (const CalxChart *self)
{
  static const double steps[] = { 1.0, 2.0, 5.0, 10.0 };
  double highest = 0.0, power;

  g_return_val_if_fail (self != NULL, 1.0);

  for (guint i = 0; i < self->n_points; i++)
    if (!isnan (self->points[i].value))
      highest = fmax (highest, self->points[i].value);
  if (highest <= self->least_top && self->least_top > 0.0)
    return self->least_top;
  if (!(highest > 0.0))
    return 1.0;
  power = pow (10.0, floor (log10 (highest)));
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (highest <= steps[i] * power * (1.0 + 1e-9))
      return steps[i] * power;
  return 10.0 * power;
}

/* Days on which nothing is known but the month count as its first one. */
static double
get_x (const CalxChart *self,
       const Frame     *frame,
       guint            index)
{
  CalxDate first = calx_date_earliest (self->points[0].date);
  CalxDate last = calx_date_earliest (self->points[self->n_points - 1].date);
  int days = calx_date_days (first, last);
  int here = calx_date_days (first, calx_date_earliest (self->points[index].date));

  if (days <= 0)
    return self->n_points > 1 ? frame->x0 + (frame->x1 - frame->x0) * index / (self->n_points - 1)
                              : (frame->x0 + frame->x1) / 2.0;
  return frame->x0 + (frame->x1 - frame->x0) * here / days;
}

static double
get_y (const CalxChart *self,
       const Frame     *frame,
       double           value)
{
  return frame->y1 - (frame->y1 - frame->y0) * value / calx_chart_get_top (self);
}

gboolean
calx_chart_get_place (const CalxChart *self,
                      guint            index,
                      double           width,
                      double           height,
                      double           font_size,
                      double          *ret_x,
                      double          *ret_y)
{
  Frame frame = get_frame (width, height, font_size);

  g_return_val_if_fail (self != NULL && index < self->n_points, FALSE);

  if (isnan (self->points[index].value))
    return FALSE;
  *ret_x = get_x (self, &frame, index);
  *ret_y = get_y (self, &frame, self->points[index].value);
  return TRUE;
}

int
calx_chart_find (const CalxChart *self,
                 double           x,
                 double           width,
                 double           font_size)
{
  Frame frame = get_frame (width, 0.0, font_size);
  int best = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_points; i++)
    if (best < 0 || fabs (get_x (self, &frame, i) - x) < fabs (get_x (self, &frame, (guint) best) - x))
      best = (int) i;
  return best;
}

static void
put (const CalxPalette *palette,
     cairo_t           *cr,
     const char        *words,
     double             x,
     double             y,
     double             align_x,
     double             align_y,
     double             size,
     gboolean           bold)
{
  CalxText text = { .size = size, .bold = bold, .align_x = align_x, .align_y = align_y, .colour = palette->text,
                    .halo = &palette->background };

  calx_text_draw (&text, cr, words, x, y);
}

static void
draw_axes (const CalxChart   *self,
           cairo_t           *cr,
           const Frame       *frame,
           double             size,
           const CalxPalette *palette)
{
  double top = calx_chart_get_top (self);
  g_autofree char *title = *self->unit != '\0' ? g_strdup_printf ("%s, %s", self->title, self->unit)
                                               : g_strdup (self->title);

  put (palette, cr, title, 0.0, 0.0, 0.0, 0.0, size, TRUE);
  for (guint i = 0; i <= 2; i++)
    {
      g_autofree char *number = g_strdup_printf ("%g", top * i / 2.0);
      double y = get_y (self, frame, top * i / 2.0);

      cairo_move_to (cr, frame->x0, y);
      cairo_line_to (cr, frame->x1, y);
      calx_set_colour (cr, &palette->detail, i == 0 ? 1.0 : 0.35);
      cairo_set_line_width (cr, i == 0 ? 1.2 : 0.8);
      cairo_stroke (cr);
      put (palette, cr, number, frame->x0 - size * 0.4, y, 1.0, 0.5, size * 0.9, FALSE);
    }
  for (guint i = 0; i < self->n_points; i++)
    {
      double x = get_x (self, frame, i);

      cairo_move_to (cr, x, frame->y1);
      cairo_line_to (cr, x, frame->y1 + size * 0.25);
      calx_set_colour (cr, &palette->detail, 1.0);
      cairo_set_line_width (cr, 1.0);
      cairo_stroke (cr);
    }
}

static void
draw_days (const CalxChart   *self,
           cairo_t           *cr,
           const Frame       *frame,
           double             size,
           const CalxPalette *palette)
{
  g_autofree char *first = calx_format_date (self->points[0].date);
  g_autofree char *last = calx_format_date (self->points[self->n_points - 1].date);
  double y = frame->y1 + size * 0.4;

  put (palette, cr, first, frame->x0 - size * 1.5, y, 0.0, 0.0, size * 0.9, FALSE);
  if (self->n_points > 1)
    put (palette, cr, last, frame->x1 + size * 2.0, y, 1.0, 0.0, size * 0.9, FALSE);
}

static void
draw_line (const CalxChart   *self,
           cairo_t           *cr,
           const Frame       *frame,
           double             size,
           const CalxPalette *palette)
{
  gboolean on = FALSE;

  for (guint i = 0; i < self->n_points; i++)
    {
      double x = get_x (self, frame, i);

      if (isnan (self->points[i].value))
        {
          on = FALSE;
          continue;
        }
      if (on)
        cairo_line_to (cr, x, get_y (self, frame, self->points[i].value));
      else
        cairo_move_to (cr, x, get_y (self, frame, self->points[i].value));
      on = TRUE;
    }
  calx_set_colour (cr, &palette->selected, 1.0);
  cairo_set_line_width (cr, size * LINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_point (const CalxChart   *self,
            cairo_t           *cr,
            const Frame       *frame,
            guint              index,
            double             size,
            const CalxPalette *palette)
{
  const CalxChartPoint *point = &self->points[index];
  gboolean is_selected = (int) index == self->selected;
  double x = get_x (self, frame, index), y;

  if (isnan (point->value))
    return;
  y = get_y (self, frame, point->value);
  cairo_arc (cr, x, y, size * (is_selected ? 1.5 * DOT : DOT), 0.0, 2.0 * G_PI);
  calx_set_colour (cr, point->hollow ? &palette->background : &palette->selected, 1.0);
  cairo_fill_preserve (cr);
  calx_set_colour (cr, &palette->selected, 1.0);
  cairo_set_line_width (cr, size * LINE);
  cairo_stroke (cr);
  if (is_selected || index == self->n_points - 1)
    {
      g_autofree char *value = g_strdup_printf ("%.*f", self->decimals, point->value);

      put (palette, cr, value, x + size * 0.5, y - size * 0.2, 0.0, y < frame->y0 + size ? 0.0 : 1.0, size, TRUE);
    }
}

void
calx_chart_draw (const CalxChart   *self,
                 cairo_t           *cr,
                 double             width,
                 double             height,
                 double             font_size,
                 const CalxPalette *palette)
{
  Frame frame = get_frame (width, height, font_size);

  g_return_if_fail (self != NULL && cr != NULL && palette != NULL);
  g_return_if_fail (self->title != NULL && self->unit != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  draw_axes (self, cr, &frame, font_size, palette);
  if (self->n_points > 0)
    {
      draw_days (self, cr, &frame, font_size, palette);
      draw_line (self, cr, &frame, font_size, palette);
      for (guint i = 0; i < self->n_points; i++)
        draw_point (self, cr, &frame, i, font_size, palette);
    }
  cairo_restore (cr);
}
