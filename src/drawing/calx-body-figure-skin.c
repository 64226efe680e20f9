/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "calx-body-figure.h"
#include "calx-text.h"

/* Alpha of each of the strokes that make the edge tone, of the palette's shade alpha. */
#define EDGE_TONE 0.55
#define EDGE_TOLERANCE 0.5
/* Tones are drawn as of a figure of so many pixels, but not smaller than by this factor, and enlarged. */
#define SOFT_HEIGHT 330.0
#define SOFT_MOST 6.0
/* Body units by which a clip may cut the figure's box and still leave all of it. */
#define ROUNDING 1e-6

void
calx_body_figure_trace_silhouette (const CalxBodyFigure *self,
                                   cairo_t              *cr)
{
  calx_chain_trace (self->view->silhouette, cr, TRUE);
}

static void
draw_edge_tone (const CalxBodyFigure *self,
                cairo_t              *cr)
{
  static const double widths[] = { 0.034, 0.027, 0.021, 0.015, 0.010, 0.006 };

  cairo_save (cr);
  /* soft strokes may be coarse: this alone halves the time of the whole figure */
  cairo_set_tolerance (cr, EDGE_TOLERANCE);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_BEVEL);
  calx_set_colour (cr, &self->palette->shade, self->palette->shade_alpha * EDGE_TONE);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      calx_body_figure_trace_silhouette (self, cr);
      cairo_set_line_width (cr, widths[i] * self->tone_scale);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/* The skin with its tones. What is soft needs few pixels: it is drawn small, and enlarged into the silhouette.
 * @matrix: from body units to its pixels. */
static cairo_surface_t *
make_soft (const CalxBodyFigure *self,
           const CalxBox        *box,
           double                scale,
           const cairo_matrix_t *matrix)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil ((box->x1 - box->x0) * scale) + 1,
                                                         (int) ceil ((box->y1 - box->y0) * scale) + 1);
  cairo_t         *cr = cairo_create (picture);

  calx_set_colour (cr, &self->palette->fill, 1.0);
  cairo_paint (cr);
  cairo_set_matrix (cr, matrix);
  draw_edge_tone (self, cr);
  calx_body_figure_draw_art (self, cr, 1u << CALX_ART_SHADE);
  cairo_destroy (cr);
  return picture;
}

/* That of the whole figure is kept for the next drawing at this size. Transfer full. */
static cairo_surface_t *
get_soft (const CalxBodyFigure *self,
          const CalxBox        *box,
          double                scale,
          const cairo_matrix_t *matrix)
{
  CalxBodySoft    *kept = &self->body->views[self->at].soft;
  cairo_surface_t *picture;

  if (box->x1 - box->x0 < CALX_BODY_X_MAX - CALX_BODY_X_MIN - ROUNDING ||
      box->y1 - box->y0 < CALX_BODY_Y_MAX - CALX_BODY_Y_MIN - ROUNDING)
    return make_soft (self, box, scale, matrix);
  g_mutex_lock (&self->body->lock);
  if (kept->picture == NULL || kept->palette != self->palette || kept->height != self->height || kept->scale != scale)
    {
      g_clear_pointer (&kept->picture, cairo_surface_destroy);
      *kept = (CalxBodySoft) { make_soft (self, box, scale, matrix), self->palette, self->height, scale };
    }
  picture = cairo_surface_reference (kept->picture);
  g_mutex_unlock (&self->body->lock);
  return picture;
}

static void
draw_soft (const CalxBodyFigure *self,
           cairo_t              *cr)
{
  double           scale = calx_body_pixels_per_unit (cr) / CLAMP (self->height / SOFT_HEIGHT, 1.0, SOFT_MOST);
  CalxBox          box;
  cairo_surface_t *picture;
  cairo_matrix_t   matrix;

  cairo_clip_extents (cr, &box.x0, &box.y0, &box.x1, &box.y1);
  box = (CalxBox) { fmax (box.x0, CALX_BODY_X_MIN), fmax (box.y0, CALX_BODY_Y_MIN), fmin (box.x1, CALX_BODY_X_MAX),
                    fmin (box.y1, CALX_BODY_Y_MAX) };
  if (!(box.x1 > box.x0 && box.y1 > box.y0))
    return;
  cairo_matrix_init (&matrix, scale, 0.0, 0.0, scale, -box.x0 * scale, -box.y0 * scale);
  picture = get_soft (self, &box, scale, &matrix);
  cairo_set_source_surface (cr, picture, 0.0, 0.0);
  cairo_pattern_set_matrix (cairo_get_source (cr), &matrix);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  calx_body_figure_trace_silhouette (self, cr);
  cairo_fill (cr);
  cairo_surface_destroy (picture);
}

/* In a document a clip is one operator, and a group might become pixels. */
void
calx_body_figure_draw_skin (const CalxBodyFigure *self,
                            cairo_t              *cr)
{
  if (calx_body_figure_has_tones (self) && !self->on_paper)
    {
      draw_soft (self, cr);
      calx_body_figure_draw_fills (self, cr);
      return;
    }
  calx_body_figure_trace_silhouette (self, cr);
  calx_set_colour (cr, &self->palette->fill, 1.0);
  cairo_fill (cr);
  if (!calx_body_figure_has_tones (self))
    return;
  cairo_save (cr);
  calx_body_figure_trace_silhouette (self, cr);
  cairo_clip (cr);
  draw_edge_tone (self, cr);
  calx_body_figure_draw_art (self, cr, 1u << CALX_ART_SHADE | 1u << CALX_ART_FILL);
  cairo_restore (cr);
}
