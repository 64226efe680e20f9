/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-contour.h"

#include <string.h>

/* Marching squares. The line crosses edges of the grid; over each square it leads from one edge to another
 * with the high side on its left, so that no edge is left twice and the lines close. The grid has a frame of
 * low nodes around it, numbered with the others from 0. */

#define NO_EDGE G_MAXUINT

typedef struct
{
  const double *values;
  guint         n_columns, n_rows; /* without the frame */
  guint         width, n_nodes;    /* with it */
  double        level;
  guint        *next;              /* by edge: to which edge the line leads; NO_EDGE */
} Contour;

static double
get_value (const Contour *self,
           guint          column,
           guint          row)
{
  if (column == 0 || row == 0 || column > self->n_columns || row > self->n_rows)
    return self->level - 1.0;
  return self->values[(row - 1) * self->n_columns + column - 1];
}

/* The edge from a node to the right, and the one downwards. */
static guint
get_across (const Contour *self,
            guint          column,
            guint          row)
{
  return row * self->width + column;
}

static guint
get_down (const Contour *self,
          guint          column,
          guint          row)
{
  return self->n_nodes + row * self->width + column;
}

static void
cross_square (Contour *self,
              guint    column,
              guint    row)
{
  guint edges[] = { get_across (self, column, row), get_down (self, column + 1, row),
                    get_across (self, column, row + 1), get_down (self, column, row) };
  gboolean high[] = { get_value (self, column, row) >= self->level,
                      get_value (self, column + 1, row) >= self->level,
                      get_value (self, column + 1, row + 1) >= self->level,
                      get_value (self, column, row + 1) >= self->level };

  /* Where the corners go from low to high the line begins, and it ends at the next edge back to low: round
   * the square edge i lies between the corners i and i + 1. Two opposite high corners stay apart. */
  for (guint i = 0; i < 4; i++)
    if (!high[i] && high[(i + 1) % 4])
      for (guint step = 1; step < 4; step++)
        {
          guint to = (i + step) % 4;

          if (!high[to] || high[(to + 1) % 4])
            continue;
          self->next[edges[i]] = edges[to];
          break;
        }
}

static void
get_point (const Contour *self,
           guint          edge,
           double        *ret_x,
           double        *ret_y)
{
  gboolean down = edge >= self->n_nodes;
  guint    node = down ? edge - self->n_nodes : edge;
  guint    column = node % self->width, row = node / self->width;
  double   a = get_value (self, column, row);
  double   b = get_value (self, column + (down ? 0 : 1), row + (down ? 1 : 0));
  double   t = (self->level - a) / (b - a);

  *ret_x = column - 1.0 + (down ? 0.0 : t);
  *ret_y = row - 1.0 + (down ? t : 0.0);
}

static void
trace_line (Contour *self,
            cairo_t *cr,
            guint    first)
{
  guint edge = first;

  cairo_new_sub_path (cr);
  while (edge != NO_EDGE)
    {
      guint  next = self->next[edge];
      double x, y;

      get_point (self, edge, &x, &y);
      cairo_line_to (cr, x, y);
      self->next[edge] = NO_EDGE;
      edge = next;
    }
  cairo_close_path (cr);
}

void
calx_contour_trace (cairo_t      *cr,
                    const double *values,
                    guint         n_columns,
                    guint         n_rows,
                    double        level)
{
  Contour self = { .values = values, .n_columns = n_columns, .n_rows = n_rows, .width = n_columns + 2,
                   .n_nodes = (n_columns + 2) * (n_rows + 2), .level = level };
  g_autofree guint *next = g_new (guint, 2 * self.n_nodes);

  g_return_if_fail (cr != NULL && values != NULL);

  self.next = next;
  memset (next, 0xff, 2 * self.n_nodes * sizeof *next);
  for (guint row = 0; row <= n_rows; row++)
    for (guint column = 0; column <= n_columns; column++)
      cross_square (&self, column, row);
  for (guint edge = 0; edge < 2 * self.n_nodes; edge++)
    if (next[edge] != NO_EDGE)
      trace_line (&self, cr, edge);
}
