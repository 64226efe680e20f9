/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-renderer.h"

#include <math.h>

#include "calx-body-figure.h"
#include "calx-body-words.h"
#include "calx-text.h"

/* body-figure/GUIDE.md, sections 2.6, 3 and 8: flat fill, a soft tone along the inside of the edge,
 * shades, hair, lines that swell, and the outline last. Drawn in body units. */

#define REGION_WIDTH 0.0009
/* A figure taller than this is a magnified one, whose lines grow less than it does and whose edge tone stays
 * near the edge: a line takes the power below of the magnification, a tone that of its own. */
#define MAGNIFIED_FROM 1000.0
#define LINE_GROWTH 0.3
#define TONE_GROWTH 0.2
/* What a printer shows of a point, as a screen would. */
#define PAPER_PX_PER_PT 2.5
/* An outline thinner than this is lost on a screen; paper shows half of it. */
#define OUTLINE_MIN_PX 1.0
#define OUTLINE_MIN_PT 0.5
/* Coarse edges take a third less time, and are seen on the outline alone; on a smaller figure than this thin lines
 * would turn to dots. */
#define COARSE_FROM_PX 420.0

static gboolean
is_paper (cairo_t *cr)
{
  switch (cairo_surface_get_type (cairo_get_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
      return TRUE;
    default:
      return FALSE;
    }
}

double
calx_body_pixels_per_unit (cairo_t *cr)
{
  double x = 1.0, y = 0.0, x_scale, y_scale;

  cairo_user_to_device_distance (cr, &x, &y);
  cairo_surface_get_device_scale (cairo_get_target (cr), &x_scale, &y_scale);
  return hypot (x, y) * x_scale;
}

static void
figure_init (CalxBodyFigure          *self,
             cairo_t                 *cr,
             const CalxBodyScene     *scene,
             const CalxBodyTransform *transform,
             const CalxPalette       *palette)
{
  double magnification = fmax (transform->scale / MAGNIFIED_FROM, 1.0);

  self->body = scene->body;
  self->at = scene->view;
  self->view = &scene->body->views[scene->view];
  self->palette = palette;
  self->scale = transform->scale;
  self->on_paper = is_paper (cr);
  self->height = transform->scale * calx_body_pixels_per_unit (cr) * (self->on_paper ? PAPER_PX_PER_PT : 1.0);
  self->line_scale = pow (magnification, LINE_GROWTH - 1.0);
  self->tone_scale = pow (magnification, TONE_GROWTH - 1.0);
}

/* Body units that make one user unit. */
static double
figure_units (const CalxBodyFigure *self,
              double                user)
{
  return user / self->scale;
}

static void
draw_density (const CalxBodyFigure *self,
              cairo_t              *cr,
              const CalxBodyScene  *scene)
{
  cairo_save (cr);
  calx_body_figure_trace_silhouette (self, cr);
  cairo_clip (cr);
  calx_body_density_paint (scene->density, cr, scene->view, self->palette);
  cairo_restore (cr);
}

static void
draw_borders (const CalxBodyFigure *self,
              cairo_t              *cr)
{
  double width = fmax (REGION_WIDTH * self->line_scale, figure_units (self, self->on_paper ? 0.3 : 0.7));

  for (guint i = 0; i < self->view->borders->len; i++)
    {
      const CalxPoint *p = g_array_index (self->view->borders, CalxBezier, i).p;

      cairo_move_to (cr, p[0].x, p[0].y);
      cairo_curve_to (cr, p[1].x, p[1].y, p[2].x, p[2].y, p[3].x, p[3].y);
    }
  cairo_set_line_width (cr, width);
  calx_set_colour (cr, &self->palette->region, 1.0);
  cairo_stroke (cr);
}

/* Runs of one weight, each stroked on its own; the round caps hide where they meet. Magnified, there is room
 * between fingers and toes: the weights come together, and no step is seen at wrist and ankle. */
static void
draw_outline (const CalxBodyFigure *self,
              cairo_t              *cr)
{
  double least = figure_units (self, self->on_paper ? OUTLINE_MIN_PT : OUTLINE_MIN_PX);
  double width = fmax (self->palette->outline_width * self->line_scale, least);
  guint  n = self->view->silhouette->len;

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  calx_set_colour (cr, &self->palette->line, 1.0);
  for (guint i = 0; i < n; i++)
    {
      double           weight = g_array_index (self->view->silhouette_weights, double, i);
      const CalxPoint *p = g_array_index (self->view->silhouette, CalxBezier, i).p;

      if (!cairo_has_current_point (cr))
        cairo_move_to (cr, p[0].x, p[0].y);
      cairo_curve_to (cr, p[1].x, p[1].y, p[2].x, p[2].y, p[3].x, p[3].y);
      if (i + 1 < n && g_array_index (self->view->silhouette_weights, double, i + 1) == weight)
        continue;
      cairo_set_line_width (cr, width * (1.0 - (1.0 - weight) * self->tone_scale));
      cairo_stroke (cr);
    }
}

static void
clip_to_window (cairo_t                 *cr,
                const CalxBodyTransform *transform)
{
  const CalxBox *window = &transform->window;

  if (calx_body_transform_shows_all (transform))
    return;
  cairo_rectangle (cr, window->x0, window->y0, window->x1 - window->x0, window->y1 - window->y0);
  cairo_clip (cr);
}

void
calx_body_draw_figure (cairo_t                 *cr,
                       const CalxBodyScene     *scene,
                       const CalxBodyTransform *transform,
                       const CalxPalette       *palette)
{
  CalxBodyFigure figure;

  g_return_if_fail (cr != NULL && scene != NULL && scene->body != NULL && scene->view < CALX_N_VIEWS);
  g_return_if_fail (transform != NULL && palette != NULL);

  if (!(transform->scale > 0.0))
    return;
  figure_init (&figure, cr, scene, transform, palette);
  cairo_save (cr);
  cairo_new_path (cr);
  clip_to_window (cr, transform);
  cairo_translate (cr, transform->x, transform->y);
  cairo_scale (cr, transform->scale, transform->scale);
  if (figure.height >= COARSE_FROM_PX)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  calx_body_figure_draw_skin (&figure, cr);
  if (scene->density != NULL)
    draw_density (&figure, cr, scene);
  if (scene->show_regions)
    draw_borders (&figure, cr);
  calx_body_figure_draw_art (&figure, cr, 1u << CALX_ART_LINE | 1u << CALX_ART_ELLIPSE);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  draw_outline (&figure, cr);
  cairo_restore (cr);
  calx_body_draw_words (cr, scene->view, transform, palette, figure.on_paper);
}
