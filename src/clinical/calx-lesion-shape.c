/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-private.h"

#include "calx-json.h"

#include <math.h>

#define STRAIGHT_DEG 180.0
#define OUTLINE_STEPS_PER_MM 100.0
#define SIZE_STEPS 10.0
#define MM2_PER_CM2 100.0

static const char *const shape_ids[] = {
  [CALX_LESION_SHAPE_POINT] = "point",
  [CALX_LESION_SHAPE_ELLIPSE] = "ellipse",
  [CALX_LESION_SHAPE_OUTLINE] = "outline",
};

const char *
calx_lesion_shape_to_id (CalxLesionShape shape)
{
  g_return_val_if_fail (shape < G_N_ELEMENTS (shape_ids), "");

  return shape_ids[shape];
}

void
calx_lesion_set_figure (CalxLesion *self,
                        CalxFigure  figure)
{
  g_return_if_fail (self != NULL);

  self->figure = calx_figure_to_id (figure);
}

CalxFigure
calx_lesion_get_figure (const CalxLesion *self,
                        CalxSex           sex)
{
  CalxFigure figure;

  g_return_val_if_fail (self != NULL, CALX_FIGURE_WOMAN);

  return calx_figure_from_id (self->figure, &figure) ? figure : calx_figure_standard (sex);
}

static double
round_to (double value,
          double steps)
{
  return floor (value * steps + 0.5) / steps;
}

static GArray *
round_outline (GArray *outline)
{
  GArray *rounded = g_array_sized_new (FALSE, FALSE, sizeof (CalxPointMm), outline->len);

  for (guint i = 0; i < outline->len; i++)
    {
      CalxPointMm point = g_array_index (outline, CalxPointMm, i);

      point.x_mm = round_to (point.x_mm, OUTLINE_STEPS_PER_MM);
      point.y_mm = round_to (point.y_mm, OUTLINE_STEPS_PER_MM);
      g_array_append_val (rounded, point);
    }
  return rounded;
}

static gboolean
is_within_limits (GArray *outline)
{
  if (outline->len < CALX_OUTLINE_MIN_POINTS || outline->len > CALX_OUTLINE_MAX_POINTS)
    return FALSE;
  for (guint i = 0; i < outline->len; i++)
    {
      const CalxPointMm *point = &g_array_index (outline, CalxPointMm, i);

      if (!(fabs (point->x_mm) <= CALX_LESION_MAX_SIZE_MM) || !(fabs (point->y_mm) <= CALX_LESION_MAX_SIZE_MM))
        return FALSE;
    }
  return TRUE;
}

gboolean
calx_lesion_set_outline (CalxLesion *self,
                         GArray     *outline)
{
  g_autoptr(GArray) rounded = NULL;
  double length_mm;
  double width_mm;
  double angle_deg;

  g_return_val_if_fail (self != NULL, FALSE);

  if (outline == NULL)
    {
      g_clear_pointer (&self->outline, g_array_unref);
      return TRUE;
    }
  if (!is_within_limits (outline))
    return FALSE;
  rounded = round_outline (outline);
  calx_outline_measure (rounded, &length_mm, &width_mm, &angle_deg);
  length_mm = round_to (length_mm, SIZE_STEPS);
  width_mm = round_to (width_mm, SIZE_STEPS);
  /* Of no width it is a line, without a size. */
  if (length_mm > CALX_LESION_MAX_SIZE_MM || width_mm == CALX_SIZE_UNKNOWN_MM)
    return FALSE;
  g_clear_pointer (&self->outline, g_array_unref);
  self->outline = g_steal_pointer (&rounded);
  self->length_mm = length_mm;
  self->width_mm = width_mm;
  self->angle_deg = fmod (round_to (angle_deg, SIZE_STEPS), STRAIGHT_DEG);
  return TRUE;
}

CalxLesionShape
calx_lesion_get_shape (const CalxLesion *self)
{
  g_return_val_if_fail (self != NULL, CALX_LESION_SHAPE_POINT);

  if (self->outline != NULL)
    return CALX_LESION_SHAPE_OUTLINE;
  return self->length_mm > CALX_SIZE_UNKNOWN_MM ? CALX_LESION_SHAPE_ELLIPSE : CALX_LESION_SHAPE_POINT;
}

gboolean
calx_lesion_get_area_mm2 (const CalxLesion *self,
                          double           *ret_mm2)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_mm2 != NULL, FALSE);

  if (self->outline != NULL)
    {
      *ret_mm2 = calx_outline_get_area_mm2 (self->outline);
      return TRUE;
    }
  if (self->length_mm == CALX_SIZE_UNKNOWN_MM || self->width_mm == CALX_SIZE_UNKNOWN_MM)
    return FALSE;
  *ret_mm2 = G_PI / 4.0 * self->length_mm * self->width_mm;
  return TRUE;
}

double
calx_area_round_cm2 (double mm2)
{
  double cm2 = mm2 / MM2_PER_CM2;

  if (cm2 <= 0.0)
    return 0.0;
  return cm2 >= 1.0 ? round_to (cm2, 10.0) : MAX (round_to (cm2, 100.0), 0.01);
}

CalxLesion *
calx_lesion_new_mirrored (const CalxLesion *self,
                          CalxRegions      *regions,
                          int               number)
{
  const CalxRegion *region;
  CalxLesion *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (regions != NULL, NULL);
  region = calx_regions_find (regions, self->region_id);
  g_return_val_if_fail (region != NULL, NULL);

  region = calx_regions_get_other_side (regions, region);
  other = calx_lesion_new (number, self->view, 0.0 - self->x, self->y, region->id);
  other->figure = self->figure;
  other->type = self->type;
  other->ulcerated = self->ulcerated;
  other->length_mm = self->length_mm;
  other->width_mm = self->width_mm;
  other->angle_deg = fmod (round_to (STRAIGHT_DEG - self->angle_deg, SIZE_STEPS), STRAIGHT_DEG);
  if (self->outline != NULL)
    {
      g_autoptr(GArray) mirrored = calx_outline_mirror (self->outline);

      calx_lesion_set_outline (other, mirrored);
    }
  other->diagnosis = self->diagnosis;
  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    other->signs[i] = self->signs[i];
  return other;
}

gboolean
calx_lesion_shape_equal (const CalxLesion *a,
                         const CalxLesion *b)
{
  return g_str_equal (a->figure, b->figure) && a->angle_deg == b->angle_deg &&
         calx_outline_equal (a->outline, b->outline);
}

/* What records from before there was a choice lack is left out where it is as in them, so that they keep their
 * form. */
void
calx_lesion_shape_to_json (const CalxLesion *self,
                           JsonObject       *object)
{
  JsonArray *numbers;

  if (self->figure[0] != '\0')
    json_object_set_string_member (object, "figure", self->figure);
  if (self->angle_deg != 0.0)
    json_object_set_double_member (object, "angle_deg", self->angle_deg);
  if (self->outline == NULL)
    return;
  numbers = json_array_sized_new (2 * self->outline->len);
  for (guint i = 0; i < self->outline->len; i++)
    {
      const CalxPointMm *point = &g_array_index (self->outline, CalxPointMm, i);

      json_array_add_double_element (numbers, point->x_mm);
      json_array_add_double_element (numbers, point->y_mm);
    }
  json_object_set_array_member (object, "outline", numbers);
}

static gboolean
read_figure (CalxLesion  *self,
             JsonObject  *object,
             GError     **error)
{
  const char *id;
  CalxFigure figure;

  if (!calx_json_get_string_or (object, "lesion", "figure", "", &id, error))
    return FALSE;
  if (*id == '\0')
    return TRUE;
  if (!calx_figure_from_id (id, &figure))
    return calx_json_fail (error, "lesion", "figure", "there is no figure “%s”", id);
  calx_lesion_set_figure (self, figure);
  return TRUE;
}

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && (json_node_get_value_type (node) == G_TYPE_INT64 ||
                                          json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
read_outline (CalxLesion  *self,
              JsonObject  *object,
              GError     **error)
{
  g_autoptr(GArray) outline = NULL;
  JsonArray *numbers;

  if (!calx_json_get_array_or_null (object, "lesion", "outline", &numbers, error))
    return FALSE;
  if (numbers == NULL)
    return TRUE;
  outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));
  for (guint i = 0; i + 1 < json_array_get_length (numbers); i += 2)
    {
      JsonNode *x = json_array_get_element (numbers, i);
      JsonNode *y = json_array_get_element (numbers, i + 1);
      CalxPointMm point;

      if (!is_number (x) || !is_number (y))
        return calx_json_fail (error, "lesion", "outline", "must be numbers");
      point = (CalxPointMm){ json_node_get_double (x), json_node_get_double (y) };
      g_array_append_val (outline, point);
    }
  if (json_array_get_length (numbers) % 2 != 0 || !calx_lesion_set_outline (self, outline))
    return calx_json_fail (error, "lesion", "outline", "must be x and y of %d to %d points within %g mm",
                           CALX_OUTLINE_MIN_POINTS, CALX_OUTLINE_MAX_POINTS, CALX_LESION_MAX_SIZE_MM);
  return TRUE;
}

gboolean
calx_lesion_shape_read (CalxLesion  *self,
                        JsonObject  *object,
                        GError     **error)
{
  if (!read_figure (self, object, error) ||
      !calx_json_get_double_or (object, "lesion", "angle_deg", 0.0, &self->angle_deg, error))
    return FALSE;
  if (self->angle_deg < 0.0 || self->angle_deg >= STRAIGHT_DEG)
    return calx_json_fail (error, "lesion", "angle_deg", "must be 0 to below 180");
  return read_outline (self, object, error);
}
