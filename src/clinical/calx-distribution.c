/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-distribution.h"

static void
add_open (CalxDistribution *self,
          CalxRegions      *regions,
          const CalxLesion *lesion)
{
  const CalxRegion *region = calx_regions_find (regions, lesion->region_id);
  double area_mm2;

  self->n_open++;
  if (region != NULL)
    {
      self->present[region->site_class] = TRUE;
      self->n_in_class[region->site_class]++;
    }
  if (g_str_has_prefix (lesion->region_id, "calf_"))
    self->calf = TRUE;

  if (lesion->ulcerated == CALX_TERNARY_YES)
    self->n_ulcerated++;
  else if (lesion->ulcerated == CALX_TERNARY_UNKNOWN)
    self->n_ulceration_unknown++;

  if (calx_lesion_get_area_mm2 (lesion, &area_mm2))
    self->area_mm2 += area_mm2;
  else
    self->n_size_unknown++;

  self->worst_pain = MAX (self->worst_pain, lesion->pain);
}

/* The head and neck have no class: beside another class they do not make a distribution mixed. */
void
calx_distribution_init (CalxDistribution *self,
                        CalxRegions      *regions,
                        GPtrArray        *lesions)
{
  int n_classes = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (regions != NULL);
  g_return_if_fail (lesions != NULL);

  *self = (CalxDistribution){ .worst_pain = CALX_PAIN_UNKNOWN };
  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (lesions, i);

      if (lesion->healed)
        self->n_healed++;
      else
        add_open (self, regions, lesion);
    }
  for (CalxSiteClass c = CALX_CLASS_GENITAL; c <= CALX_CLASS_ACRAL; c++)
    n_classes += self->present[c] ? 1 : 0;
  self->mixed = n_classes > 1;
}
