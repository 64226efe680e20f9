/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-extent.h"

#include <math.h>

static double
get_open_area (const CalxLesion *lesion)
{
  double mm2;

  return lesion != NULL && !lesion->healed && calx_lesion_get_area_mm2 (lesion, &mm2) ? mm2 : NAN;
}

static CalxLesionChangeKind
compare_areas (double before_mm2,
               double after_mm2)
{
  double before_cm2 = calx_area_round_cm2 (before_mm2);
  double after_cm2 = calx_area_round_cm2 (after_mm2);

  if (isnan (before_mm2) || isnan (after_mm2))
    return CALX_CHANGE_SIZE_UNKNOWN;
  if (after_cm2 == before_cm2)
    return CALX_CHANGE_SAME_SIZE;
  return after_cm2 > before_cm2 ? CALX_CHANGE_GROWN : CALX_CHANGE_SHRUNK;
}

static CalxLesionChangeKind
classify (const CalxLesionChange *change)
{
  if (change->after == NULL)
    return CALX_CHANGE_REMOVED;
  if (change->after->healed)
    return change->before != NULL && !change->before->healed ? CALX_CHANGE_HEALED : CALX_CHANGE_WAS_HEALED;
  if (change->before == NULL || change->before->healed)
    return CALX_CHANGE_NEW;
  return compare_areas (change->before_area_mm2, change->after_area_mm2);
}

/* A lesion that was removed was none: it is in no sum. */
static void
add_areas (CalxExtent             *self,
           const CalxLesionChange *change)
{
  gboolean was_open = change->before != NULL && !change->before->healed;
  gboolean is_open = change->after != NULL && !change->after->healed;

  self->n_open_before += was_open;
  self->n_open_after += is_open;
  if (change->kind == CALX_CHANGE_REMOVED || (!was_open && !is_open))
    return;
  if ((was_open && isnan (change->before_area_mm2)) || (is_open && isnan (change->after_area_mm2)))
    {
      self->n_size_unknown++;
      return;
    }
  self->n_measured++;
  self->before_area_mm2 += was_open ? change->before_area_mm2 : 0.0;
  self->after_area_mm2 += is_open ? change->after_area_mm2 : 0.0;
}

static void
add (CalxExtent  *self,
     CalxSession *session,
     CalxLesion  *before,
     CalxLesion  *after)
{
  CalxLesionChange change = {
    .before = before,
    .after = after,
    .before_area_mm2 = get_open_area (before),
    .after_area_mm2 = get_open_area (after),
    .is_look = after != NULL && calx_session_has_seen (session, after),
  };

  change.kind = classify (&change);
  self->n[change.kind]++;
  if (after != NULL && !after->healed && !change.is_look)
    self->n_not_seen++;
  add_areas (self, &change);
  g_array_append_val (self->lesions, change);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const CalxLesionChange *left = a;
  const CalxLesionChange *right = b;
  int left_number = left->after != NULL ? left->after->number : left->before->number;
  int right_number = right->after != NULL ? right->after->number : right->before->number;

  return left_number - right_number;
}

CalxExtent *
calx_extent_new (CalxSession *before,
                 CalxSession *after)
{
  CalxExtent *self;
  GPtrArray *lesions;

  g_return_val_if_fail (before != NULL, NULL);
  g_return_val_if_fail (after != NULL, NULL);

  self = g_new0 (CalxExtent, 1);
  self->lesions = g_array_new (FALSE, FALSE, sizeof (CalxLesionChange));
  lesions = calx_session_get_lesions (after);
  for (guint i = 0; i < lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (lesions, i);

      add (self, after, calx_session_find_lesion (before, lesion->uuid), lesion);
    }
  lesions = calx_session_get_lesions (before);
  for (guint i = 0; i < lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (lesions, i);

      if (calx_session_find_lesion (after, lesion->uuid) == NULL)
        add (self, after, lesion, NULL);
    }
  g_array_sort (self->lesions, compare_numbers);
  return self;
}

void
calx_extent_free (CalxExtent *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->lesions);
  g_free (self);
}

const CalxLesionChange *
calx_extent_find (CalxExtent *self,
                  const char *lesion_uuid)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (lesion_uuid != NULL, NULL);

  for (guint i = 0; i < self->lesions->len; i++)
    {
      const CalxLesionChange *change = &g_array_index (self->lesions, CalxLesionChange, i);
      const CalxLesion *lesion = change->after != NULL ? change->after : change->before;

      if (g_str_equal (lesion->uuid, lesion_uuid))
        return change;
    }
  return NULL;
}

gboolean
calx_extent_get_change_cm2 (const CalxExtent *self,
                            double           *ret_cm2)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_cm2 != NULL, FALSE);

  if (self->n_measured == 0)
    return FALSE;
  *ret_cm2 = calx_area_round_cm2 (self->after_area_mm2) - calx_area_round_cm2 (self->before_area_mm2);
  return TRUE;
}

static void
mark_affected (gboolean         *affected,
               CalxRegions      *regions,
               const CalxLesion *lesion)
{
  const CalxRegion *region = lesion != NULL ? calx_regions_find (regions, lesion->region_id) : NULL;

  if (region == NULL || lesion->healed)
    return;
  affected[region->part_of != NULL ? region->part_of->index : region->index] = TRUE;
}

gboolean
calx_extent_get_overlap (const CalxExtent *self,
                         CalxRegions      *regions,
                         double           *ret_overlap)
{
  g_autofree gboolean *before = NULL;
  g_autofree gboolean *after = NULL;
  guint n_both = 0;
  guint n_either = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (regions != NULL, FALSE);
  g_return_val_if_fail (ret_overlap != NULL, FALSE);

  before = g_new0 (gboolean, calx_regions_get_n (regions));
  after = g_new0 (gboolean, calx_regions_get_n (regions));
  for (guint i = 0; i < self->lesions->len; i++)
    {
      const CalxLesionChange *change = &g_array_index (self->lesions, CalxLesionChange, i);

      mark_affected (before, regions, change->before);
      mark_affected (after, regions, change->after);
    }
  for (guint i = 0; i < calx_regions_get_n (regions); i++)
    {
      n_both += before[i] && after[i];
      n_either += before[i] || after[i];
    }
  if (n_either == 0)
    return FALSE;
  *ret_overlap = (double) n_both / n_either;
  return TRUE;
}
