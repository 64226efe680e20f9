/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-text.h"

#include <pango/pangocairo.h>

#define FAMILY "Sans"
/* Width of the halo on each side, in sizes of the font. */
#define HALO 0.16

void
calx_set_colour (cairo_t          *cr,
                 const CalxColour *colour,
                 double            alpha)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, alpha);
}

/* Without hinting a text is as wide on paper as on the screen, at every zoom. */
static PangoLayout *
text_layout (const CalxText *self,
             cairo_t        *cr,
             const char     *text)
{
  PangoLayout                     *layout = pango_cairo_create_layout (cr);
  g_autoptr(PangoFontDescription)  font = pango_font_description_new ();
  cairo_font_options_t            *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout), options);
  cairo_font_options_destroy (options);
  pango_layout_context_changed (layout);

  pango_font_description_set_family_static (font, FAMILY);
  pango_font_description_set_weight (font, self->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size (font, self->size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (self->width > 0.0)
    {
      pango_layout_set_width (layout, (int) (self->width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_text (layout, text, -1);
  return layout;
}

double
calx_text_measure (const CalxText *self,
                   cairo_t        *cr,
                   const char     *text)
{
  g_autoptr(PangoLayout) layout = text_layout (self, cr, text);
  PangoRectangle         extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return extents.width / (double) PANGO_SCALE;
}

void
calx_text_draw (const CalxText *self,
                cairo_t        *cr,
                const char     *text,
                double          x,
                double          y)
{
  g_autoptr(PangoLayout) layout = text_layout (self, cr, text);
  PangoRectangle         extents;

  pango_layout_get_extents (layout, NULL, &extents);
  cairo_save (cr);
  cairo_translate (cr, x - (extents.x + self->align_x * extents.width) / PANGO_SCALE,
                   y - (extents.y + self->align_y * extents.height) / PANGO_SCALE);
  cairo_move_to (cr, 0.0, 0.0);
  if (self->halo != NULL)
    {
      pango_cairo_layout_path (cr, layout);
      cairo_set_line_width (cr, 2.0 * HALO * self->size);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      calx_set_colour (cr, self->halo, 1.0);
      cairo_stroke (cr);
      cairo_move_to (cr, 0.0, 0.0);
    }
  calx_set_colour (cr, &self->colour, 1.0);
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  cairo_restore (cr);
}
