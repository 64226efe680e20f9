/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-site-counts.h"

void
calx_site_filter_copy (CalxSiteFilter       *self,
                       const CalxSiteFilter *from)
{
  g_return_if_fail (self != NULL && from != NULL);

  *self = *from;
  self->subtype = g_strdup (from->subtype);
  self->setting = g_strdup (from->setting);
}

void
calx_site_filter_clear (CalxSiteFilter *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->subtype, g_free);
  g_clear_pointer (&self->setting, g_free);
}

gboolean
calx_site_filter_matches (const CalxSiteFilter *self,
                          gboolean              healed)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->state)
    {
    case CALX_SITES_OPEN:
      return !healed;
    case CALX_SITES_HEALED:
      return healed;
    case CALX_SITES_OPEN_AND_HEALED:
    default:
      return TRUE;
    }
}

/* Counts a lesion. A patient's lesions stand next to one another: @last, the patient who was counted here
 * last (numbered from 1; 0: nobody), is enough to count each patient once. */
static void
add (CalxSiteCount        *count,
     guint                *last,
     const CalxSiteLesion *lesion)
{
  count->n_lesions++;
  if (*last == lesion->patient + 1)
    return;
  *last = lesion->patient + 1;
  count->n_patients++;
}

const CalxRegion *
calx_site_counts_get_row (const CalxSiteCounts *self,
                          const CalxRegion     *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  for (guint i = 0; i < region->index; i++)
    {
      const CalxRegion *other = calx_regions_get (self->regions, i);

      if (other->site_class == region->site_class && g_str_equal (other->name, region->name))
        return other;
    }
  return region;
}

static void
count_all (CalxSiteCounts *self,
           GArray         *lesions)
{
  guint n_regions = calx_regions_get_n (self->regions);
  g_autofree guint *last_in_region = g_new0 (guint, n_regions);
  g_autofree guint *last_in_row = g_new0 (guint, n_regions);
  g_autofree guint *rows = g_new (guint, n_regions);
  guint last_in_class[CALX_N_SITE_CLASSES] = { 0 };
  guint last = 0;

  for (guint i = 0; i < n_regions; i++)
    rows[i] = calx_site_counts_get_row (self, calx_regions_get (self->regions, i))->index;
  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxSiteLesion *lesion = &g_array_index (lesions, CalxSiteLesion, i);

      add (&self->all, &last, lesion);
      add (&self->classes[lesion->region->site_class], &last_in_class[lesion->region->site_class], lesion);
      for (const CalxRegion *region = lesion->region; region != NULL; region = region->part_of)
        {
          guint row = rows[region->index];

          add (&self->by_region[region->index], &last_in_region[region->index], lesion);
          add (&self->by_name[row], &last_in_row[row], lesion);
          self->in_view[lesion->view][region->index]++;
        }
    }
}

CalxSiteCounts *
calx_site_counts_new (CalxRegions *regions,
                      GArray      *lesions)
{
  CalxSiteCounts *self;

  g_return_val_if_fail (regions != NULL && lesions != NULL, NULL);

  self = g_new0 (CalxSiteCounts, 1);
  self->regions = calx_regions_ref (regions);
  self->by_region = g_new0 (CalxSiteCount, calx_regions_get_n (regions));
  self->by_name = g_new0 (CalxSiteCount, calx_regions_get_n (regions));
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    self->in_view[view] = g_new0 (guint, calx_regions_get_n (regions));
  count_all (self, lesions);
  return self;
}

void
calx_site_counts_free (CalxSiteCounts *self)
{
  g_return_if_fail (self != NULL);

  for (guint view = 0; view < CALX_N_VIEWS; view++)
    g_free (self->in_view[view]);
  g_free (self->by_name);
  g_free (self->by_region);
  calx_regions_unref (self->regions);
  g_free (self);
}

const CalxSiteCount *
calx_site_counts_of_region (const CalxSiteCounts *self,
                            const CalxRegion     *region)
{
  g_return_val_if_fail (self != NULL && region != NULL, NULL);

  return &self->by_region[region->index];
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const CalxSiteRow *left = a, *right = b;

  if (left->all.n_lesions != right->all.n_lesions)
    return left->all.n_lesions > right->all.n_lesions ? -1 : 1;
  return left->region->index < right->region->index ? -1 : 1;
}

GArray *
calx_site_counts_list_rows (const CalxSiteCounts *self)
{
  GArray *rows;
  guint n_regions;

  g_return_val_if_fail (self != NULL, NULL);

  rows = g_array_new (FALSE, TRUE, sizeof (CalxSiteRow));
  n_regions = calx_regions_get_n (self->regions);
  for (guint i = 0; i < n_regions; i++)
    {
      CalxSiteRow row = { .region = calx_regions_get (self->regions, i), .all = self->by_name[i] };

      if (row.all.n_lesions == 0)
        continue;
      for (guint j = i; j < n_regions; j++)
        {
          const CalxRegion *region = calx_regions_get (self->regions, j);

          if (calx_site_counts_get_row (self, region) == row.region)
            row.n_on_side[region->side] += self->by_region[j].n_lesions;
        }
      g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_rows);
  return rows;
}

static gboolean
begins_with_one_of (const char  *region_id,
                    char       **beginnings)
{
  for (gsize i = 0; beginnings[i] != NULL; i++)
    if (calx_region_id_begins (region_id, beginnings[i]))
      return TRUE;
  return FALSE;
}

CalxSiteCount
calx_site_count_in (GArray  *lesions,
                    char   **beginnings)
{
  CalxSiteCount count = { 0 };
  guint last = 0;

  g_return_val_if_fail (lesions != NULL && beginnings != NULL, count);

  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxSiteLesion *lesion = &g_array_index (lesions, CalxSiteLesion, i);

      if (begins_with_one_of (lesion->region->id, beginnings))
        add (&count, &last, lesion);
    }
  return count;
}
