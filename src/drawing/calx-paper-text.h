/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* How a piece of text on paper looks. Sizes in points. */
typedef struct
{
  double   size_pt;
  gboolean bold;
  gboolean italic;
} CalxPaperTextStyle;

/* A context in which one unit is one point and glyphs keep their place at every zoom, so that a page
 * breaks at the same words on the screen and on paper. */
PangoContext *calx_paper_text_context_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @text set in @style; wrapped at @width_pt, or on one line where that is negative. */
PangoLayout  *calx_paper_text_layout_new  (PangoContext  *context,
                                     const char    *text,
                                     CalxPaperTextStyle  style,
                                     double         width_pt) G_GNUC_WARN_UNUSED_RESULT;
double        calx_paper_text_get_height  (PangoLayout   *layout);
double        calx_paper_text_get_width   (PangoLayout   *layout);
/* Draws with the layout's upper left corner at @x, @y. */
void          calx_paper_text_draw        (cairo_t       *cr,
                                     PangoLayout   *layout,
                                     double         x,
                                     double         y);

G_END_DECLS
