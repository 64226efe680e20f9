/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "calx-palette.h"

G_BEGIN_DECLS

/* One line of text, by pango, in a font that every machine has. */
typedef struct
{
  double            size;    /* of the font, in user units */
  gboolean          bold;
  double            align_x; /* 0: starts at the point; 0.5: centred on it; 1: ends at it */
  double            align_y; /* 0: hangs from the point; 0.5; 1: stands on it */
  double            width;   /* cut with an ellipsis beyond this, in user units; 0: never */
  CalxColour        colour;
  const CalxColour *halo;    /* drawn around the letters, so that they can be read over lines; NULL */
} CalxText;

void calx_set_colour  (cairo_t          *cr,
                       const CalxColour *colour,
                       double            alpha);
/* How wide it is drawn, in user units. */
double calx_text_measure (const CalxText *self,
                        cairo_t          *cr,
                        const char       *text);
/* Restores the state of @cr; the current point is lost. */
void calx_text_draw   (const CalxText   *self,
                       cairo_t          *cr,
                       const char       *text,
                       double            x,
                       double            y);

G_END_DECLS
