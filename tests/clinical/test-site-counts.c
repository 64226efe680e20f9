/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-site-counts.h"

#include "tables.h"

static void
add (GArray     *lesions,
     guint       patient,
     const char *region_id)
{
  CalxSiteLesion lesion = { .patient = patient, .region = calx_regions_find (tables_regions (), region_id) };

  g_assert_nonnull (lesion.region);
  g_array_append_val (lesions, lesion);
}

/* Three patients: two lesions on one inner thigh and one on the other; the other thigh again; a toe. */
static GArray *
make_lesions (void)
{
  GArray *lesions = g_array_new (FALSE, TRUE, sizeof (CalxSiteLesion));

  add (lesions, 0, "thigh_m_r");
  add (lesions, 0, "thigh_m_l");
  add (lesions, 0, "thigh_m_r");
  add (lesions, 1, "thigh_m_l");
  add (lesions, 2, "toes_l");
  return lesions;
}

static void
assert_count (const CalxSiteCount *count,
              guint                n_lesions,
              guint                n_patients)
{
  g_assert_cmpuint (count->n_lesions, ==, n_lesions);
  g_assert_cmpuint (count->n_patients, ==, n_patients);
}

static void
test_nothing_is_counted_of_nothing (void)
{
  g_autoptr(GArray) lesions = g_array_new (FALSE, TRUE, sizeof (CalxSiteLesion));
  g_autoptr(CalxSiteCounts) counts = calx_site_counts_new (tables_regions (), lesions);

  assert_count (&counts->all, 0, 0);
  for (guint i = 0; i < CALX_N_SITE_CLASSES; i++)
    assert_count (&counts->classes[i], 0, 0);
  for (guint i = 0; i < calx_regions_get_n (tables_regions ()); i++)
    assert_count (calx_site_counts_of_region (counts, calx_regions_get (tables_regions (), i)), 0, 0);
}

static void
test_a_patient_counts_once_in_each_place (void)
{
  CalxRegions *regions = tables_regions ();
  g_autoptr(GArray) lesions = make_lesions ();
  g_autoptr(CalxSiteCounts) counts = calx_site_counts_new (regions, lesions);

  assert_count (&counts->all, 5, 3);
  assert_count (&counts->classes[CALX_CLASS_CENTRAL], 4, 2);
  assert_count (&counts->classes[CALX_CLASS_ACRAL], 1, 1);
  assert_count (&counts->classes[CALX_CLASS_GENITAL], 0, 0);
  assert_count (calx_site_counts_of_region (counts, calx_regions_find (regions, "thigh_m_r")), 2, 1);
  assert_count (calx_site_counts_of_region (counts, calx_regions_find (regions, "thigh_m_l")), 2, 2);
}

static void
test_both_sides_make_one_row (void)
{
  CalxRegions *regions = tables_regions ();
  g_autoptr(GArray) lesions = make_lesions ();
  g_autoptr(CalxSiteCounts) counts = calx_site_counts_new (regions, lesions);
  const CalxRegion *row = calx_site_counts_get_row (counts, calx_regions_find (regions, "thigh_m_l"));

  g_assert_cmpstr (row->id, ==, "thigh_m_r");
  g_assert_true (calx_site_counts_get_row (counts, row) == row);
  assert_count (&counts->by_name[row->index], 4, 2);
}

static void
test_rows_are_those_with_lesions_most_first (void)
{
  g_autoptr(GArray) lesions = make_lesions ();
  g_autoptr(CalxSiteCounts) counts = calx_site_counts_new (tables_regions (), lesions);
  g_autoptr(GArray) rows = calx_site_counts_list_rows (counts);
  const CalxSiteRow *thigh = &g_array_index (rows, CalxSiteRow, 0);
  const CalxSiteRow *toes = &g_array_index (rows, CalxSiteRow, 1);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (thigh->region->id, ==, "thigh_m_r");
  assert_count (&thigh->all, 4, 2);
  g_assert_cmpuint (thigh->n_on_side[CALX_SIDE_RIGHT], ==, 2);
  g_assert_cmpuint (thigh->n_on_side[CALX_SIDE_LEFT], ==, 2);
  g_assert_cmpuint (thigh->n_on_side[CALX_SIDE_MIDLINE], ==, 0);
  g_assert_cmpstr (toes->region->id, ==, "toes_r");
  g_assert_cmpuint (toes->n_on_side[CALX_SIDE_RIGHT], ==, 0);
  g_assert_cmpuint (toes->n_on_side[CALX_SIDE_LEFT], ==, 1);
}

static void
test_a_part_counts_in_its_region_too (void)
{
  CalxRegions *regions = tables_regions ();
  g_autoptr(GArray) lesions = g_array_new (FALSE, TRUE, sizeof (CalxSiteLesion));
  g_autoptr(CalxSiteCounts) counts = NULL;

  add (lesions, 0, "genital_glans");
  add (lesions, 0, "genital_shaft");
  add (lesions, 1, "genital");
  counts = calx_site_counts_new (regions, lesions);
  assert_count (&counts->all, 3, 2);
  assert_count (&counts->classes[CALX_CLASS_GENITAL], 3, 2);
  assert_count (calx_site_counts_of_region (counts, calx_regions_find (regions, "genital")), 3, 2);
  assert_count (calx_site_counts_of_region (counts, calx_regions_find (regions, "genital_glans")), 1, 1);
}

static void
test_places_are_found_by_the_beginning_of_their_id (void)
{
  g_autoptr(GArray) lesions = make_lesions ();
  char *legs[] = { (char *) "thigh", (char *) "toes_l", NULL };
  char *arms[] = { (char *) "uarm", NULL };
  CalxSiteCount count;

  count = calx_site_count_in (lesions, legs);
  assert_count (&count, 5, 3);
  count = calx_site_count_in (lesions, arms);
  assert_count (&count, 0, 0);
}

static void
test_a_filter_asks_for_open_or_healed_ones (void)
{
  static const struct { CalxSiteState state; gboolean open, healed; } cases[] = {
    { CALX_SITES_OPEN, TRUE, FALSE },
    { CALX_SITES_HEALED, FALSE, TRUE },
    { CALX_SITES_OPEN_AND_HEALED, TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CalxSiteFilter filter = { .state = cases[i].state };

      g_assert_cmpint (calx_site_filter_matches (&filter, FALSE), ==, cases[i].open);
      g_assert_cmpint (calx_site_filter_matches (&filter, TRUE), ==, cases[i].healed);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/site-counts/nothing-is-counted-of-nothing", test_nothing_is_counted_of_nothing);
  g_test_add_func ("/site-counts/a-patient-counts-once-in-each-place", test_a_patient_counts_once_in_each_place);
  g_test_add_func ("/site-counts/both-sides-make-one-row", test_both_sides_make_one_row);
  g_test_add_func ("/site-counts/rows-are-those-with-lesions-most-first", test_rows_are_those_with_lesions_most_first);
  g_test_add_func ("/site-counts/a-part-counts-in-its-region-too", test_a_part_counts_in_its_region_too);
  g_test_add_func ("/site-counts/places-are-found-by-the-beginning-of-their-id",
                   test_places_are_found_by_the_beginning_of_their_id);
  g_test_add_func ("/site-counts/a-filter-asks-for-open-or-healed-ones", test_a_filter_asks_for_open_or_healed_ones);
  return g_test_run ();
}
