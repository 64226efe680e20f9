/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-density.h"

#include <math.h>
#include <string.h>

#include "calx-body-place.h"
#include "calx-body-private.h"
#include "calx-contour.h"
#include "calx-text.h"

/* A grid over the box of the figure, the midline between two columns. */
#define STEP 0.004
#define N_COLUMNS 150
#define N_ROWS 283
#define N_CELLS (N_COLUMNS * N_ROWS)
#define REACH_CELLS 12 /* CALX_DENSITY_REACH */
#define WINDOW (2 * REACH_CELLS + 1)

/* The first band begins where anything is to be seen at all. */
#define LEAST 0.06

struct _CalxBodyDensity
{
  double max;
  guint  n_bands;
  double step;
  double cells[CALX_N_VIEWS][N_CELLS];   /* 0 outside the figure */
  double dilated[CALX_N_VIEWS][N_CELLS]; /* carried on a little beyond its edge, which cuts it when drawn */
};

typedef struct
{
  guint8 inside[N_CELLS];
  guint  n_here[N_CELLS]; /* lesions */
} Grid;

static gboolean
find_cell (double  x,
           double  y,
           guint  *ret_cell)
{
  int column = (int) floor ((x - CALX_BODY_X_MIN) / STEP);
  int row = (int) floor ((y - CALX_BODY_Y_MIN) / STEP);

  if (column < 0 || column >= N_COLUMNS || row < 0 || row >= N_ROWS)
    return FALSE;
  *ret_cell = (guint) (row * N_COLUMNS + column);
  return TRUE;
}

/* Those cells more than half of which lie within the silhouette. */
static void
grid_init (Grid               *grid,
           const CalxBodyView *view)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, N_COLUMNS, N_ROWS);
  cairo_t         *cr = cairo_create (surface);
  const guint8    *pixels;
  int              stride;

  memset (grid, 0, sizeof *grid);
  cairo_scale (cr, 1.0 / STEP, 1.0 / STEP);
  cairo_translate (cr, -CALX_BODY_X_MIN, -CALX_BODY_Y_MIN);
  calx_chain_trace (view->silhouette, cr, TRUE);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int row = 0; pixels != NULL && row < N_ROWS; row++)
    for (int column = 0; column < N_COLUMNS; column++)
      grid->inside[row * N_COLUMNS + column] = pixels[row * stride + column] >= 0x80;
  cairo_surface_destroy (surface);
}

static void
grid_add_lesion (Grid                 *grid,
                 CalxBody             *body,
                 const CalxSiteLesion *lesion)
{
  double x, y;
  guint cell;

  calx_body_place_point (body, lesion->figure, lesion->view, lesion->region, lesion->x, lesion->y, &x, &y);
  if (find_cell (x, y, &cell) && grid->inside[cell])
    {
      grid->n_here[cell]++;
      return;
    }
  for (const CalxRegion *region = lesion->region; region != NULL; region = region->part_of)
    if (calx_body_get_region_centre (body, lesion->view, region, &x, &y) && find_cell (x, y, &cell))
      {
        grid->n_here[cell]++;
        return;
      }
}

/* Smooth, flat at both ends: 1 in the middle, 0 at the reach. */
static double
weigh (int columns,
       int rows)
{
  double t = 1.0 - (columns * columns + rows * rows) * STEP * STEP /
                     (CALX_DENSITY_REACH * CALX_DENSITY_REACH);

  return t > 0.0 ? t * t : 0.0;
}

/* Adds the lesions of one cell to the cells that can be reached over skin within the reach: a flood. */
static void
spread (const Grid *grid,
        guint       cell,
        double     *cells)
{
  guint8 seen[WINDOW * WINDOW] = { 0 };
  int    queue[WINDOW * WINDOW];
  int    n = 0;
  int    row = (int) cell / N_COLUMNS, column = (int) cell % N_COLUMNS;

  queue[n++] = REACH_CELLS * WINDOW + REACH_CELLS;
  seen[queue[0]] = TRUE;
  for (int at = 0; at < n; at++)
    {
      static const int sides[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };
      int dx = queue[at] % WINDOW - REACH_CELLS, dy = queue[at] / WINDOW - REACH_CELLS;

      cells[(row + dy) * N_COLUMNS + column + dx] += grid->n_here[cell] * weigh (dx, dy);
      for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          int x = dx + sides[i][0], y = dy + sides[i][1];
          int next = (y + REACH_CELLS) * WINDOW + x + REACH_CELLS;

          if (ABS (x) > REACH_CELLS || ABS (y) > REACH_CELLS || seen[next] || !(weigh (x, y) > 0.0) ||
              column + x < 0 || column + x >= N_COLUMNS || row + y < 0 || row + y >= N_ROWS ||
              !grid->inside[(row + y) * N_COLUMNS + column + x])
            continue;
          seen[next] = TRUE;
          queue[n++] = next;
        }
    }
}

/* The highest of the cells around that lie in the figure. */
static double
get_highest_around (const Grid   *grid,
                    const double *cells,
                    int           row,
                    int           column)
{
  double highest = 0.0;

  for (int y = MAX (row - 2, 0); y <= MIN (row + 2, N_ROWS - 1); y++)
    for (int x = MAX (column - 2, 0); x <= MIN (column + 2, N_COLUMNS - 1); x++)
      if (grid->inside[y * N_COLUMNS + x])
        highest = MAX (highest, cells[y * N_COLUMNS + x]);
  return highest;
}

static void
dilate (const Grid   *grid,
        const double *cells,
        double       *ret_dilated)
{
  for (int row = 0; row < N_ROWS; row++)
    for (int column = 0; column < N_COLUMNS; column++)
      {
        int cell = row * N_COLUMNS + column;

        ret_dilated[cell] = grid->inside[cell] ? cells[cell] : get_highest_around (grid, cells, row, column);
      }
}

/* 1, 2 or 5 times a power of ten lesions: the least that makes no more bands than can be told apart. */
static void
choose_bands (CalxBodyDensity *self)
{
  static const double steps[] = { 1.0, 2.0, 5.0 };

  self->step = 1.0;
  for (guint i = 0; self->max > self->step * CALX_DENSITY_MAX_BANDS; i++)
    self->step = steps[i % G_N_ELEMENTS (steps)] * pow (10.0, i / G_N_ELEMENTS (steps));
  self->n_bands = (guint) ceil (self->max / self->step - 1e-9);
}

static void
fill_view (CalxBodyDensity *self,
           CalxBody        *body,
           CalxView         view,
           GArray          *lesions)
{
  g_autofree Grid *grid = g_new (Grid, 1);

  grid_init (grid, &body->views[view]);
  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxSiteLesion *lesion = &g_array_index (lesions, CalxSiteLesion, i);

      if (lesion->view == view)
        grid_add_lesion (grid, body, lesion);
    }
  for (guint cell = 0; cell < N_CELLS; cell++)
    if (grid->n_here[cell] > 0)
      spread (grid, cell, self->cells[view]);
  for (guint cell = 0; cell < N_CELLS; cell++)
    self->max = MAX (self->max, self->cells[view][cell]);
  dilate (grid, self->cells[view], self->dilated[view]);
}

CalxBodyDensity *
calx_body_density_new (CalxBody *body,
                       GArray   *lesions)
{
  CalxBodyDensity *self;

  g_return_val_if_fail (body != NULL && lesions != NULL, NULL);

  self = g_atomic_rc_box_new0 (CalxBodyDensity);
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    fill_view (self, body, view, lesions);
  choose_bands (self);
  return self;
}

CalxBodyDensity *
calx_body_density_ref (CalxBodyDensity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
calx_body_density_unref (CalxBodyDensity *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

double
calx_body_density_get (const CalxBodyDensity *self,
                       CalxView               view,
                       double                 x,
                       double                 y)
{
  guint cell;

  g_return_val_if_fail (self != NULL && view < CALX_N_VIEWS, 0.0);

  return find_cell (x, y, &cell) ? self->cells[view][cell] : 0.0;
}

double
calx_body_density_get_max (const CalxBodyDensity *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->max;
}

guint
calx_body_density_get_n_bands (const CalxBodyDensity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bands;
}

double
calx_body_density_get_step (const CalxBodyDensity *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->step;
}

/* From light to dark; on dark ground they are taken from the other end, from dim to bright. The greys are
 * those of a palette without tones. */
static const CalxColour light_ramp[] = {
  { 0.992, 0.816, 0.533 }, { 0.976, 0.655, 0.310 }, { 0.882, 0.420, 0.137 }, { 0.678, 0.208, 0.090 },
  { 0.404, 0.059, 0.106 },
};
static const CalxColour dark_ramp[] = {
  { 0.490, 0.220, 0.470 }, { 0.647, 0.231, 0.361 }, { 0.863, 0.408, 0.263 }, { 0.961, 0.647, 0.325 },
  { 0.992, 0.898, 0.659 },
};

static CalxColour
interpolate (const CalxColour *ramp,
             double            t)
{
  double at = t * (CALX_DENSITY_MAX_BANDS - 1);
  guint  i = MIN ((guint) at, CALX_DENSITY_MAX_BANDS - 2);
  double f = at - i;

  return (CalxColour){ ramp[i].red + f * (ramp[i + 1].red - ramp[i].red),
                       ramp[i].green + f * (ramp[i + 1].green - ramp[i].green),
                       ramp[i].blue + f * (ramp[i + 1].blue - ramp[i].blue) };
}

CalxColour
calx_density_colour (const CalxPalette *palette,
                     guint              band,
                     guint              n_bands)
{
  gboolean dark;
  double   t, grey;

  g_return_val_if_fail (palette != NULL && band < n_bands, (CalxColour){ 0 });

  dark = palette->background.green < 0.5;
  t = (band + 0.5) / n_bands;
  if (!palette->ink)
    return interpolate (dark ? dark_ramp : light_ramp, t);
  grey = dark ? 0.35 + 0.6 * t : 0.86 - 0.7 * t;
  return (CalxColour){ grey, grey, grey };
}

void
calx_body_density_paint (const CalxBodyDensity *self,
                         cairo_t               *cr,
                         CalxView               view,
                         const CalxPalette     *palette)
{
  g_return_if_fail (self != NULL && cr != NULL && view < CALX_N_VIEWS && palette != NULL);

  cairo_save (cr);
  cairo_translate (cr, CALX_BODY_X_MIN + STEP / 2.0, CALX_BODY_Y_MIN + STEP / 2.0);
  cairo_scale (cr, STEP, STEP);
  for (guint band = 0; band < self->n_bands; band++)
    {
      CalxColour colour = calx_density_colour (palette, band, self->n_bands);

      calx_contour_trace (cr, self->dilated[view], N_COLUMNS, N_ROWS, band == 0 ? LEAST : band * self->step);
      calx_set_colour (cr, &colour, 1.0);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}
