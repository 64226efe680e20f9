/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-renderer.h"

#include <math.h>

#include "calx-body-private.h"
#include "calx-body-words.h"
#include "calx-text.h"

/* body-figure/GUIDE.md, sections 2.6, 3 and 8: flat fill, a soft tone along the inside of the edge,
 * shades, hair, lines that swell, and the outline last. Drawn in body units. */

/* Alpha of each of the strokes that make the edge tone, of the palette's shade alpha. */
#define EDGE_TONE 0.55
#define EDGE_TOLERANCE 0.5
/* The shades of the file are given for this alpha, that of the light palette. */
#define SHADE_REFERENCE 0.066
#define REGION_WIDTH 0.0009
/* A figure taller than this is a magnified one, whose lines grow less than it does and whose edge tone stays
 * near the edge: a line takes the power below of the magnification, a tone that of its own. */
#define MAGNIFIED_FROM 1000.0
#define LINE_GROWTH 0.3
#define TONE_GROWTH 0.2
/* Raster heights of the figure below which fine and then medium lines turn to noise (GUIDE.md, 3). */
#define FULL_DETAIL_PX 420.0
#define SOME_DETAIL_PX 250.0
/* What a printer shows of a point, as a screen would. */
#define PAPER_PX_PER_PT 2.5
/* Tones are drawn as of a figure of so many pixels, but not smaller than by this factor, and enlarged. */
#define SOFT_HEIGHT 330.0
#define SOFT_MOST 6.0
/* Body units by which a clip may cut the figure's box and still leave all of it. */
#define ROUNDING 1e-6
/* An outline thinner than this is lost on a screen; paper shows half of it. */
#define OUTLINE_MIN_PX 1.0
#define OUTLINE_MIN_PT 0.5

typedef struct
{
  CalxBody           *body;
  CalxView            at;
  const CalxBodyView *view;
  const CalxPalette  *palette;
  double              scale;   /* user units per stature */
  double              height;  /* of the figure, in pixels of the device */
  double              line_scale, tone_scale; /* what widths in body units are multiplied with */
  gboolean            on_paper;
} Figure;

/* ---- the figure ---- */

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

static double
pixels_per_unit (cairo_t *cr)
{
  double x = 1.0, y = 0.0, x_scale, y_scale;

  cairo_user_to_device_distance (cr, &x, &y);
  cairo_surface_get_device_scale (cairo_get_target (cr), &x_scale, &y_scale);
  return hypot (x, y) * x_scale;
}

static void
figure_init (Figure                  *self,
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
  self->height = transform->scale * pixels_per_unit (cr) * (self->on_paper ? PAPER_PX_PER_PT : 1.0);
  self->line_scale = pow (magnification, LINE_GROWTH - 1.0);
  self->tone_scale = pow (magnification, TONE_GROWTH - 1.0);
}

static gboolean
figure_has_tones (const Figure *self)
{
  return self->palette->shade_alpha > 0.0;
}

static const CalxColour *
figure_colour (const Figure *self,
               CalxArtRole   role)
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

/* Body units that make one user unit. */
static double
figure_units (const Figure *self,
              double        user)
{
  return user / self->scale;
}

/* A tone becomes a line of its own weight: paler lines are drawn thinner where there are no tones. */
static double
line_weight (const Figure *self,
             double        alpha)
{
  return figure_has_tones (self) ? 1.0 : 0.3 + 0.7 * alpha;
}

/* A tone of the file is given for the light palette; one without tones has none. */
static double
tone_alpha (const Figure *self,
            CalxArtRole   role,
            double        alpha)
{
  if (role == CALX_ROLE_SHADE)
    return alpha * self->palette->shade_alpha / SHADE_REFERENCE;
  return role == CALX_ROLE_LIGHT && !figure_has_tones (self) ? 0.0 : alpha;
}

static double
line_alpha (const Figure *self,
            double        alpha)
{
  return figure_has_tones (self) ? alpha : 1.0;
}

static void
trace_silhouette (const Figure *self,
                  cairo_t      *cr)
{
  calx_chain_trace (self->view->silhouette, cr, TRUE);
}

static void
draw_edge_tone (const Figure *self,
                cairo_t      *cr)
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
      trace_silhouette (self, cr);
      cairo_set_line_width (cr, widths[i] * self->tone_scale);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
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
draw_shade (const Figure      *self,
            cairo_t           *cr,
            const CalxBodyArt *art)
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
draw_fill (const Figure      *self,
           cairo_t           *cr,
           const CalxBodyArt *art)
{
  calx_chain_trace (art->chain, cr, TRUE);
  calx_set_colour (cr, figure_colour (self, art->role), tone_alpha (self, art->role, art->alpha));
  cairo_fill (cr);
}

static void
draw_ellipse (const Figure      *self,
              cairo_t           *cr,
              const CalxBodyArt *art)
{
  const CalxColour *colour = figure_colour (self, art->role);
  /* without tones a faint filling is none, a strong one is full */
  double fill = figure_has_tones (self) ? art->alpha : round (art->alpha);

  trace_ellipse (cr, art);
  calx_set_colour (cr, colour, fill);
  cairo_fill_preserve (cr);
  calx_set_colour (cr, colour, art->stroke_alpha > 0.0 ? line_alpha (self, art->stroke_alpha) : 0.0);
  cairo_set_line_width (cr, art->width * self->line_scale * line_weight (self, art->stroke_alpha));
  cairo_stroke (cr);
}

/* The spine with its ribs makes a sliver, which is filled. */
static void
draw_line (const Figure      *self,
           cairo_t           *cr,
           const CalxBodyArt *art)
{
  double width = art->width * self->line_scale * line_weight (self, art->alpha);
  guint  n = art->spine->len;

  for (guint i = 0; i < 2 * n; i++)
    {
      gboolean  back = i >= n;
      guint     at = back ? 2 * n - 1 - i : i;
      CalxPoint point = g_array_index (art->spine, CalxPoint, at);
      CalxPoint rib = g_array_index (art->ribs, CalxPoint, at);
      double    across = back ? -width : width;

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
is_drawn (const Figure      *self,
          const CalxBodyArt *art)
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
draw_art_item (const Figure      *self,
               cairo_t           *cr,
               const CalxBodyArt *art)
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
draw_both_sides (const Figure      *self,
                 cairo_t           *cr,
                 const CalxBodyArt *art)
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
static void
draw_art (const Figure *self,
          cairo_t      *cr,
          guint         kinds)
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
static void
draw_fills (const Figure *self,
            cairo_t      *cr)
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
      trace_silhouette (self, cr);
      cairo_fill (cr);
      cairo_restore (cr);
    }
}

/* The skin with its tones. What is soft needs few pixels: it is drawn small, and enlarged into the silhouette. @matrix: from body units
 * to its pixels. */
static cairo_surface_t *
make_soft (const Figure         *self,
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
  draw_art (self, cr, 1u << CALX_ART_SHADE);
  cairo_destroy (cr);
  return picture;
}

/* That of the whole figure is kept for the next drawing at this size. Transfer full. */
static cairo_surface_t *
get_soft (const Figure         *self,
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
draw_soft (const Figure *self,
           cairo_t      *cr)
{
  double           scale = pixels_per_unit (cr) / CLAMP (self->height / SOFT_HEIGHT, 1.0, SOFT_MOST);
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
  trace_silhouette (self, cr);
  cairo_fill (cr);
  cairo_surface_destroy (picture);
}

/* In a document a clip is one operator, and a group might become pixels. */
static void
draw_skin (const Figure *self,
           cairo_t      *cr)
{
  if (figure_has_tones (self) && !self->on_paper)
    {
      draw_soft (self, cr);
      draw_fills (self, cr);
      return;
    }
  trace_silhouette (self, cr);
  calx_set_colour (cr, &self->palette->fill, 1.0);
  cairo_fill (cr);
  if (!figure_has_tones (self))
    return;
  cairo_save (cr);
  trace_silhouette (self, cr);
  cairo_clip (cr);
  draw_edge_tone (self, cr);
  draw_art (self, cr, 1u << CALX_ART_SHADE | 1u << CALX_ART_FILL);
  cairo_restore (cr);
}

static void
draw_density (const Figure        *self,
              cairo_t             *cr,
              const CalxBodyScene *scene)
{
  cairo_save (cr);
  trace_silhouette (self, cr);
  cairo_clip (cr);
  calx_body_density_paint (scene->density, cr, scene->view, self->palette);
  cairo_restore (cr);
}

static void
draw_borders (const Figure *self,
              cairo_t      *cr)
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
draw_outline (const Figure *self,
              cairo_t      *cr)
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
  Figure figure;

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
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  draw_skin (&figure, cr);
  if (scene->density != NULL)
    draw_density (&figure, cr, scene);
  if (scene->show_regions)
    draw_borders (&figure, cr);
  draw_art (&figure, cr, 1u << CALX_ART_LINE | 1u << CALX_ART_ELLIPSE);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  draw_outline (&figure, cr);
  cairo_restore (cr);
  calx_body_draw_words (cr, scene->view, transform, palette, figure.on_paper);
}
