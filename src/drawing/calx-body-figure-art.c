/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "calx-body-figure.h"
#include "calx-text.h"

/* The shades of the file are given for this alpha, that of the light palette. */
#define SHADE_REFERENCE 0.066
/* Raster heights of the figure below which fine and then medium lines turn to noise (GUIDE.md, 3). */
#define FULL_DETAIL_PX 420.0
#define SOME_DETAIL_PX 250.0
/* Pixels between two points of a line; those that are nearer change nothing that is seen. */
#define LINE_STEP_PX 1.2

gboolean
calx_body_figure_has_tones (const CalxBodyFigure *self)
{
  return self->palette->shade_alpha > 0.0;
}

static const CalxColour *
figure_colour (const CalxBodyFigure *self,
               CalxArtRole           role)
{
  switch (role)
    {
    case CALX_ROLE_LINE:
      return &self->palette->line;
    case CALX_ROLE_HAIR:
      return &self->palette->hair;
    case CALX_ROLE_PUPIL:
      return &self->palette->pupil;
    case CALX_ROLE_SHADE:
      return &self->palette->shade;
    case CALX_ROLE_LIGHT:
      return &self->palette->light;
    case CALX_ROLE_DETAIL:
    default:
      return &self->palette->detail;
    }
}

/* A tone becomes a line of its own weight: paler lines are drawn thinner where there are no tones. */
static double
line_weight (const CalxBodyFigure *self,
             double                alpha)
{
  return calx_body_figure_has_tones (self) ? 1.0 : 0.3 + 0.7 * alpha;
}

/* A tone of the file is given for the light palette; one without tones has none. */
static double
tone_alpha (const CalxBodyFigure *self,
            CalxArtRole           role,
            double                alpha)
{
  if (role == CALX_ROLE_SHADE)
    return alpha * self->palette->shade_alpha / SHADE_REFERENCE;
  return role == CALX_ROLE_LIGHT && !calx_body_figure_has_tones (self) ? 0.0 : alpha;
}

static double
line_alpha (const CalxBodyFigure *self,
            double                alpha)
{
  return calx_body_figure_has_tones (self) ? alpha : 1.0;
}

static void
trace_ellipse (cairo_t           *cr,
               const CalxBodyArt *art)
{
  cairo_save (cr);
  cairo_translate (cr, art->centre.x, art->centre.y);
  cairo_scale (cr, art->radius.x, art->radius.y);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0.0, 0.0, 1.0, 0.0, 2.0 * G_PI);
  cairo_restore (cr);
}

/* Falls off like a cosine from the middle to the rim. */
static void
draw_shade (const CalxBodyFigure *self,
            cairo_t              *cr,
            const CalxBodyArt    *art)
{
  enum { N_STOPS = 8 };
  const CalxColour *colour = figure_colour (self, art->role);
  double            alpha = tone_alpha (self, art->role, art->alpha);
  cairo_pattern_t  *pattern = cairo_pattern_create_radial (0.0, 0.0, 0.0, 0.0, 0.0, 1.0);

  for (guint i = 0; i <= N_STOPS; i++)
    {
      double t = i / (double) N_STOPS;

      cairo_pattern_add_color_stop_rgba (pattern, t, colour->red, colour->green, colour->blue,
                                         alpha * (cos (G_PI * t) + 1.0) / 2.0);
    }
  cairo_save (cr);
  cairo_translate (cr, art->centre.x, art->centre.y);
  cairo_rotate (cr, art->rotation);
  cairo_scale (cr, art->radius.x, art->radius.y);
  cairo_arc (cr, 0.0, 0.0, 1.0, 0.0, 2.0 * G_PI);
  cairo_set_source (cr, pattern);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_pattern_destroy (pattern);
}

static void
draw_fill (const CalxBodyFigure *self,
           cairo_t              *cr,
           const CalxBodyArt    *art)
{
  calx_chain_trace (art->chain, cr, TRUE);
  calx_set_colour (cr, figure_colour (self, art->role), tone_alpha (self, art->role, art->alpha));
  cairo_fill (cr);
}

static void
draw_ellipse (const CalxBodyFigure *self,
              cairo_t              *cr,
              const CalxBodyArt    *art)
{
  const CalxColour *colour = figure_colour (self, art->role);
  /* without tones a faint filling is none, a strong one is full */
  double fill = calx_body_figure_has_tones (self) ? art->alpha : round (art->alpha);

  trace_ellipse (cr, art);
  calx_set_colour (cr, colour, fill);
  cairo_fill_preserve (cr);
  calx_set_colour (cr, colour, art->stroke_alpha > 0.0 ? line_alpha (self, art->stroke_alpha) : 0.0);
  cairo_set_line_width (cr, art->width * self->line_scale * line_weight (self, art->stroke_alpha));
  cairo_stroke (cr);
}

/* The spine with its ribs makes a sliver, which is filled. */
static void
draw_line (const CalxBodyFigure *self,
           cairo_t              *cr,
           const CalxBodyArt    *art)
{
  double    width = art->width * self->line_scale * line_weight (self, art->alpha);
  guint     n = art->spine->len;
  CalxPoint last = { INFINITY, INFINITY };

  for (guint i = 0; i < 2 * n; i++)
    {
      gboolean  back = i >= n;
      guint     at = back ? 2 * n - 1 - i : i;
      CalxPoint point = g_array_index (art->spine, CalxPoint, at);
      CalxPoint rib = g_array_index (art->ribs, CalxPoint, at);
      double    across = back ? -width : width;

      if (at != 0 && at != n - 1 && hypot (point.x - last.x, point.y - last.y) * self->height < LINE_STEP_PX)
        continue;
      last = point;
      cairo_line_to (cr, point.x + across * rib.x, point.y + across * rib.y);
    }
  cairo_close_path (cr);
  calx_set_colour (cr, figure_colour (self, art->role), line_alpha (self, art->alpha));
  cairo_fill (cr);
}

static gboolean
is_tone (const CalxBodyArt *art)
{
  return art->kind == CALX_ART_SHADE || art->kind == CALX_ART_FILL;
}

/* Fine lines are noise on a small picture. */
static gboolean
is_drawn (const CalxBodyFigure *self,
          const CalxBodyArt    *art)
{
  if (self->height < art->min_px || (art->max_px > 0.0 && self->height >= art->max_px))
    return FALSE;
  if (self->on_paper || is_tone (art) || self->height >= FULL_DETAIL_PX)
    return TRUE;
  if (art->kind != CALX_ART_LINE)
    return self->height >= SOME_DETAIL_PX;
  if (self->height >= SOME_DETAIL_PX)
    return art->alpha >= 0.5 && art->width >= 0.001;
  return art->alpha >= 0.7 && art->width >= 0.0015;
}

static void
draw_art_item (const CalxBodyFigure *self,
               cairo_t              *cr,
               const CalxBodyArt    *art)
{
  switch (art->kind)
    {
    case CALX_ART_LINE:
      draw_line (self, cr, art);
      break;
    case CALX_ART_ELLIPSE:
      draw_ellipse (self, cr, art);
      break;
    case CALX_ART_SHADE:
      draw_shade (self, cr, art);
      break;
    case CALX_ART_FILL:
      draw_fill (self, cr, art);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_both_sides (const CalxBodyFigure *self,
                 cairo_t              *cr,
                 const CalxBodyArt    *art)
{
  draw_art_item (self, cr, art);
  if (!art->mirror)
    return;
  cairo_save (cr);
  cairo_scale (cr, -1.0, 1.0);
  draw_art_item (self, cr, art);
  cairo_restore (cr);
}

/* In the order of the file. */
void
calx_body_figure_draw_art (const CalxBodyFigure *self,
                           cairo_t              *cr,
                           guint                 kinds)
{
  for (guint i = 0; i < self->view->art->len; i++)
    {
      const CalxBodyArt *art = g_ptr_array_index (self->view->art, i);

      if ((kinds & (1u << art->kind)) != 0 && is_drawn (self, art))
        draw_both_sides (self, cr, art);
    }
}

static void
extend_box_by_fill (CalxBox           *box,
                    const CalxBodyArt *art)
{
  for (guint i = 0; i < art->chain->len; i++)
    for (guint k = 0; k < 4; k++)
      {
        CalxPoint point = g_array_index (art->chain, CalxBezier, i).p[k];

        box->x0 = fmin (box->x0, art->mirror ? -fabs (point.x) : point.x);
        box->x1 = fmax (box->x1, art->mirror ? fabs (point.x) : point.x);
        box->y0 = fmin (box->y0, point.y);
        box->y1 = fmax (box->y1, point.y);
      }
}

/* Hair may go beyond the silhouette: it is cut out in a group, no larger than it is. What else is flat lies
 * within. */
void
calx_body_figure_draw_fills (const CalxBodyFigure *self,
                             cairo_t              *cr)
{
  for (guint i = 0; i < self->view->art->len; i++)
    {
      const CalxBodyArt *art = g_ptr_array_index (self->view->art, i);
      CalxBox            box;

      if (art->kind != CALX_ART_FILL || !is_drawn (self, art))
        continue;
      if (art->role != CALX_ROLE_HAIR)
        {
          draw_both_sides (self, cr, art);
          continue;
        }
      calx_box_init_empty (&box);
      extend_box_by_fill (&box, art);
      cairo_save (cr);
      cairo_rectangle (cr, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
      cairo_clip (cr);
      cairo_push_group (cr);
      draw_both_sides (self, cr, art);
      cairo_pop_group_to_source (cr);
      calx_body_figure_trace_silhouette (self, cr);
      cairo_fill (cr);
      cairo_restore (cr);
    }
}
