/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-clinic-map.h"

#include <glib/gi18n-lib.h>

#include "calx-text.h"

/* Of the scale, in sizes of its font. */
#define BAR_HEIGHT 0.9
#define BAR_GAP 0.35

CalxClinicMap *
calx_clinic_map_new (CalxKnowledge        *knowledge,
                     CalxBody             *body,
                     const CalxSiteFilter *filter,
                     GArray               *lesions)
{
  CalxClinicMap *self;

  g_return_val_if_fail (knowledge != NULL && body != NULL && filter != NULL && lesions != NULL, NULL);

  self = g_atomic_rc_box_new0 (CalxClinicMap);
  self->knowledge = calx_knowledge_ref (knowledge);
  self->body = calx_body_ref (body);
  calx_site_filter_copy (&self->filter, filter);
  self->lesions = g_array_ref (lesions);
  self->counts = calx_site_counts_new (knowledge->regions, lesions);
  self->density = calx_body_density_new (body, lesions);
  return self;
}

CalxClinicMap *
calx_clinic_map_ref (CalxClinicMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CalxClinicMap *self = data;

  calx_body_density_unref (self->density);
  calx_site_counts_free (self->counts);
  g_array_unref (self->lesions);
  calx_site_filter_clear (&self->filter);
  calx_body_unref (self->body);
  calx_knowledge_unref (self->knowledge);
}

void
calx_clinic_map_unref (CalxClinicMap *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

void
calx_clinic_map_draw_view (const CalxClinicMap     *self,
                           cairo_t                 *cr,
                           CalxView                 view,
                           const CalxBodyTransform *transform,
                           const CalxPalette       *palette)
{
  CalxBodyScene scene = { 0 };
  g_autoptr(GArray) numbers = NULL;

  g_return_if_fail (self != NULL && cr != NULL && view < CALX_N_VIEWS && transform != NULL && palette != NULL);

  scene.body = self->body;
  scene.view = view;
  scene.density = self->density;
  calx_body_draw_figure (cr, &scene, transform, palette);
  numbers = calx_body_counts_new (self->body, self->counts, view, transform);
  calx_body_counts_draw (numbers, cr, palette);
}

static void
draw_bound (cairo_t           *cr,
            const CalxPalette *palette,
            double             size,
            double             bound,
            double             x,
            double             y)
{
  g_autofree char *number = g_strdup_printf ("%g", bound);
  CalxText text = { .size = size, .align_x = 0.5, .colour = palette->text };

  calx_text_draw (&text, cr, number, x, y);
}

static void
draw_band (cairo_t           *cr,
           const CalxPalette *palette,
           const CalxColour  *colour,
           double             x,
           double             y,
           double             width,
           double             height)
{
  cairo_rectangle (cr, x, y, width, height);
  calx_set_colour (cr, colour, 1.0);
  cairo_fill_preserve (cr);
  calx_set_colour (cr, &palette->line, 1.0);
  cairo_set_line_width (cr, height * 0.06);
  cairo_stroke (cr);
}

/* First the bare figure, which is 0, then the bands, each between its two numbers. */
double
calx_clinic_map_draw_scale (const CalxClinicMap *self,
                            cairo_t             *cr,
                            double               x,
                            double               y,
                            double               width,
                            double               size,
                            const CalxPalette   *palette)
{
  guint n = calx_body_density_get_n_bands (self->density);
  double height = size * BAR_HEIGHT, below = y + height + size * BAR_GAP * 0.5;
  CalxText text = { .size = size, .align_x = 0.5, .colour = palette->text };
  double band_width = width / (CALX_DENSITY_MAX_BANDS + 2.0), start = x + 1.5 * band_width;

  if (cr == NULL)
    return height + size * (1.3 + BAR_GAP);
  cairo_save (cr);
  cairo_new_path (cr);
  draw_band (cr, palette, &palette->fill, x, y, band_width, height);
  calx_text_draw (&text, cr, C_("lesions near one place", "none"), x + band_width / 2.0, below);
  for (guint band = 0; band < n; band++)
    {
      CalxColour colour = calx_density_colour (palette, band, n);

      draw_band (cr, palette, &colour, start + band * band_width, y, band_width, height);
    }
  for (guint bound = 0; n > 0 && bound <= n; bound++)
    draw_bound (cr, palette, size, bound * calx_body_density_get_step (self->density),
                start + bound * band_width, below);
  cairo_restore (cr);
  return height + size * (1.3 + BAR_GAP);
}

const char *
calx_clinic_map_get_scale_words (void)
{
  return _("Lesions near one place: each counts 1 where it stands and fades to 0 at 8 cm. Where nothing is painted "
           "there is none. The numbers on the figure are the lesions of a region.");
}

const char *
calx_clinic_map_get_privacy_words (void)
{
  return _("Counts alone: no name and no identity. A small number may still point to a person: think of it "
           "before this page leaves the clinic.");
}

const char *
calx_clinic_map_get_bias_words (void)
{
  return _("What was published is not how often a place is involved: the series chose their patients, and count "
           "differently. They stand here beside the clinic’s own, not as its measure.");
}
