/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-counts.h"

#include <math.h>

#include "calx-text.h"

#define SIZE 0.027 /* of the stature */
#define SIZE_MIN 9.0
#define SIZE_MAX 19.0
/* A digit, and what is kept free around a number, in sizes of the font. */
#define DIGIT 0.62
#define AROUND 0.12
/* How far out the numbers of small places stand, in statures from the midline. */
#define BESIDE_X 0.262
#define LEADER_ALPHA 0.8

static double
get_width (guint  n,
           double size)
{
  double digits = 1.0;

  for (; n >= 10; n /= 10)
    digits += 1.0;
  return digits * DIGIT * size;
}

static CalxBox
get_box (const CalxBodyCount *count)
{
  double half_width = get_width (count->n_lesions, count->size) / 2.0 + AROUND * count->size;
  double half_height = (0.5 + AROUND) * count->size;

  return (CalxBox){ count->x - half_width, count->y - half_height, count->x + half_width,
                    count->y + half_height };
}

static gboolean
overlap (const CalxBodyCount *a,
         const CalxBodyCount *b)
{
  CalxBox left = get_box (a), right = get_box (b);

  return left.x0 < right.x1 && right.x0 < left.x1 && left.y0 < right.y1 && right.y0 < left.y1;
}

static gboolean
is_free (GArray              *placed,
         const CalxBodyCount *count)
{
  for (guint i = 0; i < placed->len; i++)
    if (overlap (&g_array_index (placed, CalxBodyCount, i), count))
      return FALSE;
  return TRUE;
}

static gboolean
has_room (CalxBody                *body,
          CalxView                 view,
          const CalxBodyTransform *transform,
          const CalxBodyCount     *count)
{
  double x0, y0, x1, y1;

  return calx_body_get_region_bounds (body, view, count->region, &x0, &y0, &x1, &y1) &&
         (x1 - x0) * transform->scale >= get_width (count->n_lesions, count->size) &&
         (y1 - y0) * transform->scale >= count->size;
}

/* Beside the figure, on its own side of it, as near to its height as there is room. */
static void
place_beside (GArray                  *placed,
              const CalxBodyTransform *transform,
              CalxBodyCount           *count)
{
  double side = count->at_x < transform->x ? -1.0 : 1.0;
  double step = count->size * 0.5;

  count->leader = TRUE;
  count->x = transform->x + side * BESIDE_X * transform->scale;
  for (guint i = 0; i < 200; i++)
    {
      count->y = count->at_y + (i % 2 == 0 ? 1.0 : -1.0) * step * ((i + 1) / 2);
      if (is_free (placed, count))
        return;
    }
}

GArray *
calx_body_counts_new (CalxBody                *body,
                      const CalxSiteCounts    *counts,
                      CalxView                 view,
                      const CalxBodyTransform *transform)
{
  GArray *placed;
  g_autoptr(GArray) rest = g_array_new (FALSE, FALSE, sizeof (CalxBodyCount));

  g_return_val_if_fail (body != NULL && counts != NULL && view < CALX_N_VIEWS && transform != NULL, NULL);

  placed = g_array_new (FALSE, FALSE, sizeof (CalxBodyCount));
  for (guint i = 0; i < calx_regions_get_n (counts->regions); i++)
    {
      CalxBodyCount count = { .region = calx_regions_get (counts->regions, i),
                              .n_lesions = counts->in_view[view][i],
                              .size = CLAMP (SIZE * transform->scale, SIZE_MIN, SIZE_MAX) };
      double x, y;

      if (count.n_lesions == 0 || count.region->part_of != NULL || !calx_body_get_region_centre (body, view, count.region, &x, &y))
        continue;
      calx_body_transform_to_device (transform, x, y, &count.at_x, &count.at_y);
      count.x = count.at_x;
      count.y = count.at_y;
      g_array_append_val (*(has_room (body, view, transform, &count) && is_free (placed, &count) ? &placed : &rest),
                          count);
    }
  for (guint i = 0; i < rest->len; i++)
    {
      CalxBodyCount *count = &g_array_index (rest, CalxBodyCount, i);

      place_beside (placed, transform, count);
      g_array_append_val (placed, *count);
    }
  return placed;
}

static void
draw_leader (const CalxBodyCount *count,
             cairo_t             *cr,
             const CalxPalette   *palette)
{
  double side = count->at_x < count->x ? -1.0 : 1.0;

  cairo_move_to (cr, count->at_x, count->at_y);
  cairo_line_to (cr, count->x + side * (get_width (count->n_lesions, count->size) / 2.0 + AROUND * count->size),
                 count->y);
  cairo_set_line_width (cr, count->size * 0.07);
  calx_set_colour (cr, &palette->text, LEADER_ALPHA);
  cairo_stroke (cr);
  cairo_arc (cr, count->at_x, count->at_y, count->size * 0.11, 0.0, 2.0 * G_PI);
  calx_set_colour (cr, &palette->text, 1.0);
  cairo_fill (cr);
}

void
calx_body_counts_draw (GArray            *self,
                       cairo_t           *cr,
                       const CalxPalette *palette)
{
  g_return_if_fail (self != NULL && cr != NULL && palette != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < self->len; i++)
    if (g_array_index (self, CalxBodyCount, i).leader)
      draw_leader (&g_array_index (self, CalxBodyCount, i), cr, palette);
  for (guint i = 0; i < self->len; i++)
    {
      const CalxBodyCount *count = &g_array_index (self, CalxBodyCount, i);
      g_autofree char     *number = g_strdup_printf ("%u", count->n_lesions);
      CalxText             text = { .size = count->size, .bold = TRUE, .align_x = 0.5, .align_y = 0.5,
                                    .colour = palette->text, .halo = &palette->background };

      calx_text_draw (&text, cr, number, count->x, count->y);
    }
  cairo_restore (cr);
}
