/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-private.h"

#include <math.h>
#include <string.h>

#include "calx-knowledge.h"

/* Points across the box of a region among which its centre is looked for; odd, so that the middle
 * of a symmetric region is one of them. */
#define CENTRE_GRID 11
/* How often the best of them is looked around, each time twice as close. */
#define CENTRE_STEPS 4

void
calx_body_art_free (CalxBodyArt *self)
{
  g_clear_pointer (&self->chain, g_array_unref);
  g_clear_pointer (&self->spine, g_array_unref);
  g_clear_pointer (&self->ribs, g_array_unref);
  g_free (self);
}

void
calx_body_shape_free (CalxBodyShape *self)
{
  g_clear_pointer (&self->loops, g_ptr_array_unref);
  g_clear_pointer (&self->polygons, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->corners, g_ptr_array_unref);
  g_free (self);
}

static void
view_clear (CalxBodyView *self)
{
  g_clear_pointer (&self->silhouette, g_array_unref);
  g_clear_pointer (&self->silhouette_weights, g_array_unref);
  g_clear_pointer (&self->silhouette_polygon, g_array_unref);
  g_clear_pointer (&self->borders, g_array_unref);
  g_clear_pointer (&self->shapes, g_ptr_array_unref);
  g_clear_pointer (&self->by_region, g_free);
  g_clear_pointer (&self->art, g_ptr_array_unref);
  g_clear_pointer (&self->soft.picture, cairo_surface_destroy);
}

static void
body_clear (gpointer data)
{
  CalxBody *self = data;

  for (guint i = 0; i < CALX_N_VIEWS; i++)
    view_clear (&self->views[i]);
  for (guint i = 0; i < CALX_N_FIGURES; i++)
    g_clear_pointer (&self->others[i], calx_body_unref);
  g_mutex_clear (&self->lock);
  g_clear_pointer (&self->insets, g_ptr_array_unref);
  g_clear_pointer (&self->insets_words, json_node_unref);
  g_clear_pointer (&self->build, g_free);
  g_clear_pointer (&self->regions, calx_regions_unref);
}

/* ---- shapes ---- */

gboolean
calx_body_shape_contains (const CalxBodyShape *self,
                          double               x,
                          double               y)
{
  if (!calx_box_contains (&self->box, x, y))
    return FALSE;
  for (guint i = 0; i < self->polygons->len; i++)
    if (calx_polygon_contains (g_ptr_array_index (self->polygons, i), x, y))
      return TRUE;
  return FALSE;
}

static double
shape_distance (const CalxBodyShape *self,
                double               x,
                double               y)
{
  double best = INFINITY;

  for (guint i = 0; i < self->polygons->len; i++)
    best = fmin (best, calx_polygon_distance (g_ptr_array_index (self->polygons, i), x, y));
  return best;
}

/* Distance to the border, 0 outside and in a part, where the part is hit instead. */
static double
shape_depth (const CalxBodyShape *self,
             double               x,
             double               y)
{
  double depth = calx_body_shape_contains (self, x, y) ? shape_distance (self, x, y) : 0.0;

  for (guint i = 0; self->parts != NULL && i < self->parts->len; i++)
    {
      const CalxBodyShape *part = g_ptr_array_index (self->parts, i);

      depth = calx_body_shape_contains (part, x, y) ? 0.0 : fmin (depth, shape_distance (part, x, y));
    }
  return depth;
}

/* Looks at a grid around the centre so far and keeps the deepest point of it. */
static double
shape_deepen_centre (CalxBodyShape *self,
                     double         half_width,
                     double         half_height,
                     guint          n,
                     double         best)
{
  CalxPoint middle = self->centre;

  for (guint row = 0; row < n; row++)
    for (guint column = 0; column < n; column++)
      {
        double x = middle.x + half_width * (2.0 * column / (n - 1) - 1.0);
        double y = middle.y + half_height * (2.0 * row / (n - 1) - 1.0);
        double depth = shape_depth (self, x, y);

        if (depth > best)
          {
            best = depth;
            self->centre = (CalxPoint) { x, y };
          }
      }
  return best;
}

/* Of a region of the midline, on it. */
static void
shape_find_centre (CalxBodyShape *self)
{
  gboolean midline = self->region->side == CALX_SIDE_MIDLINE;
  double   half_width = midline ? 0.0 : (self->box.x1 - self->box.x0) / 2.0;
  double   half_height = (self->box.y1 - self->box.y0) / 2.0;
  double   best;

  self->centre = (CalxPoint) { midline ? 0.0 : self->box.x0 + half_width, self->box.y0 + half_height };
  best = shape_depth (self, self->centre.x, self->centre.y);
  best = shape_deepen_centre (self, half_width, half_height, CENTRE_GRID, best);
  for (guint i = 0; i < CENTRE_STEPS; i++)
    {
      half_width /= i == 0 ? CENTRE_GRID / 2 : 2.0;
      half_height /= i == 0 ? CENTRE_GRID / 2 : 2.0;
      best = shape_deepen_centre (self, half_width, half_height, 3, best);
    }
}

static void
shape_measure (CalxBodyShape *self)
{
  self->polygons = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  calx_box_init_empty (&self->box);
  for (guint i = 0; i < self->loops->len; i++)
    {
      GArray *polygon = calx_chain_flatten (g_ptr_array_index (self->loops, i));

      g_ptr_array_add (self->polygons, polygon);
      calx_polygon_extend_box (polygon, &self->box);
      self->area += calx_polygon_area (polygon);
    }
}

static int
compare_area (gconstpointer a,
              gconstpointer b)
{
  const CalxBodyShape *left = *(CalxBodyShape *const *) a;
  const CalxBodyShape *right = *(CalxBodyShape *const *) b;

  if (left->area != right->area)
    return left->area < right->area ? -1 : 1;
  return left->region->index < right->region->index ? -1 : left->region->index > right->region->index;
}

/* ---- borders ---- */

static guint
piece_hash (gconstpointer key)
{
  const CalxBezier *piece = key;
  double            sum = piece->p[0].x + piece->p[3].x + 2.0 * (piece->p[0].y + piece->p[3].y);

  return g_double_hash (&sum);
}

static gboolean
pieces_equal (const CalxBezier *a,
              const CalxBezier *b)
{
  for (guint i = 0; i < 4; i++)
    if (a->p[i].x != b->p[i].x || a->p[i].y != b->p[i].y)
      return FALSE;
  return TRUE;
}

/* The same curve, whichever way it runs. */
static gboolean
piece_equal (gconstpointer a,
             gconstpointer b)
{
  CalxBezier back = calx_bezier_reverse (b);

  return pieces_equal (a, b) || pieces_equal (a, &back);
}

static void
add_pieces (GHashTable   *seen,
            const GArray *chain,
            GArray       *ret_new)
{
  for (guint i = 0; i < chain->len; i++)
    {
      CalxBezier *piece = &g_array_index (chain, CalxBezier, i);

      if (g_hash_table_add (seen, piece) && ret_new != NULL)
        g_array_append_vals (ret_new, piece, 1);
    }
}

/* Every piece of a loop that is not on the silhouette, once. */
static void
view_find_borders (CalxBodyView *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (piece_hash, piece_equal);

  self->borders = calx_chain_new ();
  add_pieces (seen, self->silhouette, NULL);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const CalxBodyShape *shape = g_ptr_array_index (self->shapes, i);

      for (guint k = 0; k < shape->loops->len; k++)
        add_pieces (seen, g_ptr_array_index (shape->loops, k), self->borders);
    }
}

/* ---- the whole ---- */

static void
view_gather_parts (CalxBodyView *self)
{
  for (guint i = 0; i < self->shapes->len; i++)
    {
      CalxBodyShape *part = g_ptr_array_index (self->shapes, i);
      CalxBodyShape *whole = part->region->part_of != NULL ? self->by_region[part->region->part_of->index] : NULL;

      if (whole == NULL)
        continue;
      if (whole->parts == NULL)
        whole->parts = g_ptr_array_new ();
      g_ptr_array_add (whole->parts, part);
    }
}

static void
view_measure (CalxBodyView *self,
              guint         n_regions)
{
  self->silhouette_polygon = calx_chain_flatten (self->silhouette);
  self->by_region = g_new0 (CalxBodyShape *, n_regions);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      CalxBodyShape *shape = g_ptr_array_index (self->shapes, i);

      shape_measure (shape);
      self->by_region[shape->region->index] = shape;
    }
  view_gather_parts (self);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      CalxBodyShape *shape = g_ptr_array_index (self->shapes, i);

      if (shape->mirror_of == NULL)
        shape_find_centre (shape);
    }
  for (guint i = 0; i < self->shapes->len; i++)
    {
      CalxBodyShape *shape = g_ptr_array_index (self->shapes, i);

      if (shape->mirror_of != NULL)
        shape->centre = (CalxPoint) { -shape->mirror_of->centre.x, shape->mirror_of->centre.y };
    }
  g_ptr_array_sort (self->shapes, compare_area);
  view_find_borders (self);
}

static gboolean
check_complete (CalxBody    *self,
                const char  *name,
                GError     **error)
{
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    for (guint i = 0; i < calx_regions_get_n (self->regions); i++)
      {
        const CalxRegion *region = calx_regions_get (self->regions, i);

        if (!region->in_view[view] || self->views[view].by_region[i] != NULL || region->part_of != NULL)
          continue;
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                     "%s: regions.%s: region “%s” has no outline", name,
                     view == CALX_VIEW_ANTERIOR ? "ant" : "post", region->id);
        return FALSE;
      }
  return TRUE;
}

/* @name: of the file, for errors. Every region that @regions puts into a view must have its outline
 * there, and no other may. Transfer full. */
CalxBody *
calx_body_new (GBytes       *json,
               const char   *name,
               CalxRegions  *regions,
               GError      **error)
{
  g_autoptr(CalxBody) self = NULL;

  g_return_val_if_fail (json != NULL && name != NULL && regions != NULL, NULL);

  self = g_atomic_rc_box_new0 (CalxBody);
  self->regions = calx_regions_ref (regions);
  g_mutex_init (&self->lock);
  self->insets = g_ptr_array_new ();
  if (!calx_body_parse (self, json, name, error))
    return NULL;
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    view_measure (&self->views[view], calx_regions_get_n (regions));
  if (!check_complete (self, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Transfer full. */
CalxBody *
calx_body_load (CalxFigure    figure,
                CalxRegions  *regions,
                GError      **error)
{
  static const char   insets_name[] = "body/insets.json";
  g_autofree char    *name = g_strdup_printf ("body/body-%s.json", calx_figure_to_id (figure));
  g_autoptr(GBytes)   json = calx_knowledge_lookup (name, error);
  g_autoptr(CalxBody) self = json != NULL ? calx_body_new (json, name, regions, error) : NULL;
  g_autoptr(GBytes)   insets = self != NULL ? calx_knowledge_lookup (insets_name, error) : NULL;

  if (insets == NULL || !calx_body_read_insets (self, insets, insets_name, error))
    return NULL;
  return g_steal_pointer (&self);
}

CalxBody *
calx_body_ref (CalxBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
calx_body_unref (CalxBody *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, body_clear);
}

const char *
calx_body_get_build (CalxBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->build;
}

CalxRegions *
calx_body_get_regions (CalxBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->regions;
}

static const CalxBodyShape *
view_find_nearest (const CalxBodyView *self,
                   double              x,
                   double              y,
                   double              within)
{
  const CalxBodyShape *nearest = NULL;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const CalxBodyShape *shape = g_ptr_array_index (self->shapes, i);
      double               distance;

      if (calx_box_distance (&shape->box, x, y) > within)
        continue;
      distance = shape_distance (shape, x, y);
      if (distance < within || (nearest == NULL && distance <= within))
        {
          within = distance;
          nearest = shape;
        }
    }
  return nearest;
}

/* Where regions overlap, the smaller: a part of a region added to the data can be reached. A point
 * inside the outline that no region covers (slits a thousandth wide at armpit and groin) belongs to
 * the nearest, whatever the tolerance. */
const CalxRegion *
calx_body_hit (CalxBody *self,
               CalxView  view,
               double    x,
               double    y,
               double    tolerance)
{
  const CalxBodyView  *body_view;
  const CalxBodyShape *nearest;

  g_return_val_if_fail (self != NULL && view < CALX_N_VIEWS, NULL);

  if (!isfinite (x) || !isfinite (y))
    return NULL;
  body_view = &self->views[view];
  for (guint i = 0; i < body_view->shapes->len; i++)
    {
      const CalxBodyShape *shape = g_ptr_array_index (body_view->shapes, i);

      if (calx_body_shape_contains (shape, x, y))
        return shape->region;
    }
  if (calx_polygon_contains (body_view->silhouette_polygon, x, y))
    tolerance = INFINITY;
  else if (!(tolerance > 0.0))
    return NULL;
  nearest = view_find_nearest (body_view, x, y, tolerance);
  return nearest != NULL ? nearest->region : NULL;
}

/* A region of another list has no place here. */
const CalxBodyShape *
calx_body_find_shape (CalxBody         *self,
                      CalxView          view,
                      const CalxRegion *region)
{
  if (region->index >= calx_regions_get_n (self->regions) ||
      calx_regions_get (self->regions, region->index) != region)
    return NULL;
  return self->views[view].by_region[region->index];
}

gboolean
calx_body_get_region_bounds (CalxBody         *self,
                             CalxView          view,
                             const CalxRegion *region,
                             double           *ret_x0,
                             double           *ret_y0,
                             double           *ret_x1,
                             double           *ret_y1)
{
  const CalxBodyShape *shape;

  g_return_val_if_fail (self != NULL && view < CALX_N_VIEWS && region != NULL, FALSE);

  shape = calx_body_find_shape (self, view, region);
  if (shape == NULL)
    return FALSE;
  *ret_x0 = shape->box.x0;
  *ret_y0 = shape->box.y0;
  *ret_x1 = shape->box.x1;
  *ret_y1 = shape->box.y1;
  return TRUE;
}

gboolean
calx_body_get_region_centre (CalxBody         *self,
                             CalxView          view,
                             const CalxRegion *region,
                             double           *ret_x,
                             double           *ret_y)
{
  const CalxBodyShape *shape;

  g_return_val_if_fail (self != NULL && view < CALX_N_VIEWS && region != NULL, FALSE);

  shape = calx_body_find_shape (self, view, region);
  if (shape == NULL)
    return FALSE;
  *ret_x = shape->centre.x;
  *ret_y = shape->centre.y;
  return TRUE;
}
