/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Adds to the path the closed lines around all that is at least @level on a grid of values (row by row),
 * whose nodes stand at whole numbers of the user space. What lies beyond the grid is below any level. */
void calx_contour_trace (cairo_t      *cr,
                         const double *values,
                         guint         n_columns,
                         guint         n_rows,
                         double        level);

G_END_DECLS
