/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-box-grid.h"

#include <math.h>

/* No page needs more cells than this in a row or column. */
#define CELLS_MOST 200

struct _CalxBoxGrid
{
  CalxBox   page;
  double    cell;
  int       columns, rows;
  GArray  **cells; /* guint, numbers of boxes; NULL while empty */
  GArray   *boxes; /* CalxBox */
  GArray   *seen;  /* guint by box: the search that last found it */
  guint     search;
  GArray   *found;
};

CalxBoxGrid *
calx_box_grid_new (const CalxBox *page,
                   double         cell)
{
  CalxBoxGrid *self;
  double       longest;

  g_return_val_if_fail (page != NULL && cell > 0.0, NULL);

  self = g_new0 (CalxBoxGrid, 1);
  longest = fmax (page->x1 - page->x0, page->y1 - page->y0);
  self->page = *page;
  self->cell = fmax (cell, longest / CELLS_MOST);
  self->columns = (int) ceil ((page->x1 - page->x0) / self->cell) + 1;
  self->rows = (int) ceil ((page->y1 - page->y0) / self->cell) + 1;
  self->cells = g_new0 (GArray *, (gsize) self->columns * (gsize) self->rows);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (CalxBox));
  self->seen = g_array_new (FALSE, TRUE, sizeof (guint));
  self->found = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
calx_box_grid_free (CalxBoxGrid *self)
{
  g_return_if_fail (self != NULL);

  for (int i = 0; i < self->columns * self->rows; i++)
    g_clear_pointer (&self->cells[i], g_array_unref);
  g_free (self->cells);
  g_array_unref (self->boxes);
  g_array_unref (self->seen);
  g_array_unref (self->found);
  g_free (self);
}

/* What lies outside the page counts to the cells of its edge. */
static int
cell_at (double position,
         double start,
         double cell,
         int    n)
{
  double at = (position - start) / cell;

  return (int) CLAMP (at, 0.0, n - 1.0);
}

static void
get_cells (const CalxBoxGrid *self,
           const CalxBox     *box,
           int                cells[4])
{
  cells[0] = cell_at (box->x0, self->page.x0, self->cell, self->columns);
  cells[1] = cell_at (box->y0, self->page.y0, self->cell, self->rows);
  cells[2] = cell_at (box->x1, self->page.x0, self->cell, self->columns);
  cells[3] = cell_at (box->y1, self->page.y0, self->cell, self->rows);
}

guint
calx_box_grid_add (CalxBoxGrid   *self,
                   const CalxBox *box)
{
  guint index, never = 0;
  int   cells[4];

  g_return_val_if_fail (self != NULL && box != NULL, 0);

  index = self->boxes->len;
  g_array_append_vals (self->boxes, box, 1);
  g_array_append_val (self->seen, never);
  get_cells (self, box, cells);
  for (int row = cells[1]; row <= cells[3]; row++)
    for (int column = cells[0]; column <= cells[2]; column++)
      {
        GArray **cell = &self->cells[row * self->columns + column];

        if (*cell == NULL)
          *cell = g_array_new (FALSE, FALSE, sizeof (guint));
        g_array_append_val (*cell, index);
      }
  return index;
}

const CalxBox *
calx_box_grid_get (CalxBoxGrid *self,
                   guint        index)
{
  g_return_val_if_fail (self != NULL && index < self->boxes->len, NULL);

  return &g_array_index (self->boxes, CalxBox, index);
}

static void
find_in_cell (CalxBoxGrid  *self,
              const GArray *cell)
{
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      guint  index = g_array_index (cell, guint, i);
      guint *seen = &g_array_index (self->seen, guint, index);

      if (*seen == self->search)
        continue;
      *seen = self->search;
      g_array_append_val (self->found, index);
    }
}

const GArray *
calx_box_grid_find (CalxBoxGrid   *self,
                    const CalxBox *box)
{
  int cells[4];

  g_return_val_if_fail (self != NULL && box != NULL, NULL);

  self->search++;
  g_array_set_size (self->found, 0);
  get_cells (self, box, cells);
  for (int row = cells[1]; row <= cells[3]; row++)
    for (int column = cells[0]; column <= cells[2]; column++)
      find_in_cell (self, self->cells[row * self->columns + column]);
  return self->found;
}

static gboolean
cell_hits (CalxBoxGrid   *self,
           const GArray  *cell,
           const CalxBox *box)
{
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      const CalxBox *other = &g_array_index (self->boxes, CalxBox, g_array_index (cell, guint, i));

      if (box->x0 < other->x1 && other->x0 < box->x1 && box->y0 < other->y1 && other->y0 < box->y1)
        return TRUE;
    }
  return FALSE;
}

gboolean
calx_box_grid_hits (CalxBoxGrid   *self,
                    const CalxBox *box)
{
  int cells[4];

  g_return_val_if_fail (self != NULL && box != NULL, FALSE);

  get_cells (self, box, cells);
  for (int row = cells[1]; row <= cells[3]; row++)
    for (int column = cells[0]; column <= cells[2]; column++)
      if (cell_hits (self, self->cells[row * self->columns + column], box))
        return TRUE;
  return FALSE;
}

static double
overlap (double a0,
         double a1,
         double b0,
         double b1)
{
  return fmax (fmin (a1, b1) - fmax (a0, b0), 0.0);
}

double
calx_box_overlap (const CalxBox *a,
                  const CalxBox *b)
{
  return overlap (a->x0, a->x1, b->x0, b->x1) * overlap (a->y0, a->y1, b->y0, b->y1);
}

double
calx_box_area (const CalxBox *self)
{
  return (self->x1 - self->x0) * (self->y1 - self->y0);
}

/* Liang and Barsky's test. */
gboolean
calx_box_is_crossed (const CalxBox *self,
                     CalxPoint      from,
                     CalxPoint      to)
{
  double d[4] = { from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y };
  double q[4] = { from.x - self->x0, self->x1 - from.x, from.y - self->y0, self->y1 - from.y };
  double enter = 0.0, leave = 1.0;

  for (guint i = 0; i < 4; i++)
    {
      if (d[i] == 0.0 && q[i] < 0.0)
        return FALSE;
      if (d[i] < 0.0)
        enter = fmax (enter, q[i] / d[i]);
      else if (d[i] > 0.0)
        leave = fmin (leave, q[i] / d[i]);
    }
  return enter <= leave;
}
