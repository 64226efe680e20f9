/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "calx-date.h"
#include "calx-palette.h"

G_BEGIN_DECLS

typedef struct
{
  CalxDate date;
  double   value;  /* NAN: not known on that day; the line is broken there */
  gboolean hollow; /* a value of another kind, as the nothing that is left of what has healed */
} CalxChartPoint;

/* One quantity over time, from an honest zero. Plain struct in, cairo out; the texts are borrowed. */
typedef struct
{
  const char           *title;    /* "Area" */
  const char           *unit;     /* "cm²"; "" without one */
  const CalxChartPoint *points;   /* by date */
  guint                 n_points;
  double                least_top; /* the axis reaches at least that far: the whole of a score; 0: as the values */
  int                   decimals; /* of the values that are written beside their points */
  int                   selected; /* a point whose value is written too, as that of the last is; -1: none */
} CalxChart;

/* Where a point stands in a chart of that size; FALSE where its value is not known. */
gboolean calx_chart_get_place (const CalxChart   *self,
                               guint              index,
                               double             width,
                               double             height,
                               double             font_size,
                               double            *ret_x,
                               double            *ret_y);
/* The point whose day is nearest to a place across; -1 without points. */
int      calx_chart_find      (const CalxChart   *self,
                               double             x,
                               double             width,
                               double             font_size);
/* The end of the axis: 1, 2 or 5 times a power of ten at or above all values, or the least top. */
double   calx_chart_get_top   (const CalxChart   *self);
void     calx_chart_draw      (const CalxChart   *self,
                               cairo_t           *cr,
                               double             width,
                               double             height,
                               double             font_size,
                               const CalxPalette *palette);

G_END_DECLS
