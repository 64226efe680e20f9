/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Points, regions and the widgets laid over them. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-body-map-private.h"
#include "calx-body-place.h"

#define NEAR_REGION 6.0 /* pixels: a press that near the body still means it */

static double
get_tolerance (CalxBodyMap *self)
{
  return self->transform.scale > 0 ? NEAR_REGION / self->transform.scale : 0;
}

const CalxRegion *
calx_body_map_pick_region (CalxBodyMap *self, double x, double y)
{
  double body_x, body_y;

  g_return_val_if_fail (CALX_IS_BODY_MAP (self), NULL);

  if (self->body == NULL || self->transform.scale <= 0)
    return NULL;

  calx_body_transform_to_body (&self->transform, x, y, &body_x, &body_y);
  return calx_body_hit (self->body, self->view, body_x, body_y, get_tolerance (self));
}

void
calx_body_map_to_widget (
    CalxBodyMap *self, double body_x, double body_y, double *ret_x, double *ret_y)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));

  calx_body_transform_to_device (&self->transform, body_x, body_y, ret_x, ret_y);
}

void
calx_body_map_get_place (CalxBodyMap *self, const CalxLesion *lesion, double *ret_x, double *ret_y)
{
  calx_body_place_lesion (self->body, self->sex, lesion, ret_x, ret_y);
}

void
calx_body_map_locate (CalxBodyMap *self, const CalxLesion *lesion, double *ret_x, double *ret_y)
{
  double x, y;

  calx_body_map_get_place (self, lesion, &x, &y);
  calx_body_map_to_widget (self, x, y, ret_x, ret_y);
}

const CalxRegion *
calx_body_map_snap (CalxBodyMap *self, double x, double y, double *ret_body_x, double *ret_body_y)
{
  const CalxRegion *region = calx_body_map_pick_region (self, x, y);
  double body_x, body_y, centre_x, centre_y;

  if (region == NULL)
    return NULL;

  calx_body_transform_to_body (&self->transform, x, y, &body_x, &body_y);
  if (calx_body_get_region_centre (self->body, self->view, region, &centre_x, &centre_y))
    {
      double from_x = body_x, from_y = body_y;

      /* just outside the outline: step towards the middle of the region that was meant */
      for (int step = 1;
           step <= 64 && calx_body_hit (self->body, self->view, body_x, body_y, 0) != region;
           step++)
        {
          body_x = from_x + (centre_x - from_x) * step / 64;
          body_y = from_y + (centre_y - from_y) * step / 64;
        }
    }
  *ret_body_x = body_x;
  *ret_body_y = body_y;
  return region;
}

static gboolean
is_free (CalxBodyMap *self, double x, double y, double distance)
{
  for (guint i = 0; self->lesions != NULL && i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);

      double at_x, at_y;

      if (lesion->view != self->view)
        continue;
      calx_body_map_get_place (self, lesion, &at_x, &at_y);
      if (hypot (at_x - x, at_y - y) < distance)
        return FALSE;
    }
  return TRUE;
}

gboolean
calx_body_map_find_place (CalxBodyMap *self, const CalxRegion *region, double *ret_x, double *ret_y)
{
  const double distance = 0.02; /* of stature: two marks of one size beside each other */
  double x, y;

  g_return_val_if_fail (CALX_IS_BODY_MAP (self), FALSE);
  g_return_val_if_fail (region != NULL, FALSE);

  if (self->body == NULL || !calx_body_get_region_centre (self->body, self->view, region, &x, &y))
    return FALSE;

  *ret_x = x;
  *ret_y = y;
  /* rings of eight around the centre, as far as the largest region goes */
  for (int i = 0; !is_free (self, *ret_x, *ret_y, distance * 0.9) && i < 8 * 8; i++)
    {
      double radius = distance * (1 + i / 8);
      double angle = G_PI_4 * (i % 8);
      double try_x = x + radius * cos (angle);
      double try_y = y + radius * sin (angle);

      if (calx_body_hit (self->body, self->view, try_x, try_y, 0) == region
          && is_free (self, try_x, try_y, distance * 0.9))
        {
          *ret_x = try_x;
          *ret_y = try_y;
        }
    }
  return TRUE;
}

/* For assistive technology: an inset is one widget, its regions stand in the map of the whole. */
static void
name_inset (CalxBodyMap *self)
{
  g_autofree char *label = NULL;
  guint n = 0;

  for (guint i = 0; self->lesions != NULL && i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);

      double x, y;

      if (self->body == NULL || lesion->view != self->view)
        continue;
      calx_body_map_get_place (self, lesion, &x, &y);
      n += calx_box_contains (&self->viewport.home, x, y);
    }
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u lesion", "%s: %u lesions", n),
                           self->inset, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

CalxMapRegion *
calx_body_map_find_widget (CalxBodyMap *self, const CalxRegion *region)
{
  for (guint i = 0; i < self->regions->len; i++)
    {
      CalxMapRegion *widget = g_ptr_array_index (self->regions, i);

      if (calx_map_region_get_region (widget) == region)
        return widget;
    }
  return NULL;
}

void
calx_body_map_count_lesions (CalxBodyMap *self)
{
  if (self->inset != NULL)
    name_inset (self);
  for (guint i = 0; i < self->regions->len; i++)
    {
      CalxMapRegion *widget = g_ptr_array_index (self->regions, i);
      const char *id = calx_map_region_get_region (widget)->id;
      guint n_open = 0, n_healed = 0;

      for (guint j = 0; self->lesions != NULL && j < self->lesions->len; j++)
        {
          CalxLesion *lesion = g_ptr_array_index (self->lesions, j);

          if (lesion->view == self->view && g_str_equal (lesion->region_id, id))
            {
              n_open += !lesion->healed;
              n_healed += lesion->healed;
            }
        }
      calx_map_region_set_counts (widget, n_open, n_healed);
    }
}

/* Head to toe, and from left to right of the drawing at one height: the order of reading aloud. */
static int
compare_regions (gconstpointer a, gconstpointer b, gpointer data)
{
  CalxBodyMap *self = data;
  const CalxRegion *one = *(const CalxRegion *const *) a;
  const CalxRegion *other = *(const CalxRegion *const *) b;
  double ax, ay, bx, by;

  if (!calx_body_get_region_centre (self->body, self->view, one, &ax, &ay)
      || !calx_body_get_region_centre (self->body, self->view, other, &bx, &by))
    return 0;
  if ((int) floor (ay * 100) != (int) floor (by * 100))
    return ay < by ? -1 : 1;

  return (ax > bx) - (ax < bx);
}

/* A figure may lack parts of a region. */
static gboolean
has_region (CalxBodyMap *self, const CalxRegion *region)
{
  double x, y;

  return calx_body_get_region_centre (self->body, self->view, region, &x, &y);
}

void
calx_body_map_rebuild_regions (CalxBodyMap *self)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  CalxRegions *regions;

  for (guint i = 0; i < self->regions->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->regions, i));
  g_ptr_array_set_size (self->regions, 0);
  if (self->body == NULL || self->inset != NULL)
    return;

  regions = calx_body_get_regions (self->body);
  for (guint i = 0; i < calx_regions_get_n (regions); i++)
    if (has_region (self, calx_regions_get (regions, i)))
      g_ptr_array_add (order, (gpointer) calx_regions_get (regions, i));
  g_ptr_array_sort_with_data (order, compare_regions, self);
  for (guint i = 0; i < order->len; i++)
    {
      GtkWidget *region = calx_map_region_new (g_ptr_array_index (order, i));

      gtk_widget_set_parent (region, GTK_WIDGET (self));
      g_ptr_array_add (self->regions, region);
    }
  calx_body_map_count_lesions (self);
}

/* A region's box, grown to the least size about its middle. */
static void
allocate_region (CalxBodyMap *self, CalxMapRegion *region)
{
  double x0, y0, x1, y1;
  double left, top, right, bottom;
  int width, height;
  GskTransform *transform;

  if (!calx_body_get_region_bounds (self->body, self->view, calx_map_region_get_region (region),
                                    &x0, &y0, &x1, &y1))
    return;

  calx_body_transform_to_device (&self->transform, x0, y0, &left, &top);
  calx_body_transform_to_device (&self->transform, x1, y1, &right, &bottom);
  width = MAX (CALX_MAP_REGION_MIN_SIZE, (int) ceil (right - left));
  height = MAX (CALX_MAP_REGION_MIN_SIZE, (int) ceil (bottom - top));
  transform
      = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (floor ((left + right - width) / 2),
                                                             floor ((top + bottom - height) / 2)));
  gtk_widget_allocate (GTK_WIDGET (region), width, height, -1, transform);
}

void
calx_body_map_allocate_regions (CalxBodyMap *self)
{
  for (guint i = 0; i < self->regions->len; i++)
    allocate_region (self, g_ptr_array_index (self->regions, i));
}
