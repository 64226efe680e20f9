/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-regions.h"

#include "tables.h"

#include <string.h>

static void
test_the_published_list_is_whole (void)
{
  CalxRegions *regions = tables_regions ();
  double area_percent = 0.0;
  guint n_published = 0;

  for (guint i = 0; i < calx_regions_get_n (regions); i++)
    {
      const CalxRegion *region = calx_regions_get (regions, i);

      g_assert_cmpuint (region->index, ==, i);
      g_assert_true (calx_regions_find (regions, region->id) == region);
      g_assert_true (region->in_view[CALX_VIEW_ANTERIOR] || region->in_view[CALX_VIEW_POSTERIOR]);
      g_assert_cmpint (g_str_has_suffix (region->id, "_r"), ==, region->side == CALX_SIDE_RIGHT);
      g_assert_cmpint (g_str_has_suffix (region->id, "_l"), ==, region->side == CALX_SIDE_LEFT);
      area_percent += region->area_percent;
      n_published += region->part_of == NULL && !g_str_has_prefix (region->id, "ankle_p_") ? 1 : 0;
    }
  g_assert_cmpuint (n_published, ==, 67);
  g_assert_cmpfloat_with_epsilon (area_percent, 100.0, 1e-9);
}

static void
test_regions_have_their_class_and_view (void)
{
  const CalxRegion *calf = calx_regions_find (tables_regions (), "calf_r");
  const CalxRegion *toes = calx_regions_find (tables_regions (), "toes_l");

  g_assert_cmpint (calf->site_class, ==, CALX_CLASS_PERIPHERAL);
  g_assert_cmpint (calf->side, ==, CALX_SIDE_RIGHT);
  g_assert_false (calf->in_view[CALX_VIEW_ANTERIOR]);
  g_assert_true (calf->in_view[CALX_VIEW_POSTERIOR]);
  g_assert_cmpstr (calf->snomed, ==, "47224004");
  g_assert_cmpint (toes->site_class, ==, CALX_CLASS_ACRAL);
  g_assert_true (toes->in_view[CALX_VIEW_ANTERIOR] && toes->in_view[CALX_VIEW_POSTERIOR]);
  g_assert_cmpint (calx_regions_find (tables_regions (), "face")->site_class, ==, CALX_CLASS_HEAD_NECK);
  g_assert_cmpint (calx_regions_find (tables_regions (), "genital")->site_class, ==, CALX_CLASS_GENITAL);
  g_assert_null (calx_regions_find (tables_regions (), "tail"));
}

static void
test_parts_belong_to_a_whole (void)
{
  static const char *const parts[]
      = { "genital_glans", "genital_shaft", "genital_scrotum", "genital_labium_r", "genital_labium_l" };
  const CalxRegion *genital = calx_regions_find (tables_regions (), "genital");
  const CalxRegion *heel_cord = calx_regions_find (tables_regions (), "ankle_p_l");
  guint n_parts = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const CalxRegion *part = calx_regions_find (tables_regions (), parts[i]);

      g_assert_true (part->part_of == genital);
      g_assert_cmpint (part->site_class, ==, CALX_CLASS_GENITAL);
      g_assert_cmpfloat (part->area_percent, ==, 0.0);
      g_assert_nonnull (part->snomed);
    }
  for (guint i = 0; i < calx_regions_get_n (tables_regions ()); i++)
    n_parts += calx_regions_get (tables_regions (), i)->part_of != NULL;
  g_assert_cmpuint (n_parts, ==, G_N_ELEMENTS (parts));
  g_assert_null (genital->part_of);
  g_assert_null (heel_cord->part_of);
  g_assert_cmpint (heel_cord->site_class, ==, CALX_CLASS_PERIPHERAL);
  g_assert_true (heel_cord->in_view[CALX_VIEW_POSTERIOR] && !heel_cord->in_view[CALX_VIEW_ANTERIOR]);
}

static void
test_views_have_ids (void)
{
  CalxView view;

  g_assert_true (calx_view_from_id ("posterior", &view));
  g_assert_cmpint (view, ==, CALX_VIEW_POSTERIOR);
  g_assert_cmpstr (calx_view_to_id (CALX_VIEW_ANTERIOR), ==, "anterior");
  g_assert_false (calx_view_from_id ("lateral", &view));
  g_assert_cmpstr (calx_site_class_to_id (CALX_CLASS_HEAD_NECK), ==, "head_neck");
}

#define REGION(rest) "{\"id\":\"a\",\"name\":\"A\",\"class\":\"central\"" rest "}"
#define WHOLE "{\"id\":\"w\",\"name\":\"W\",\"class\":\"central\",\"side\":\"midline\",\"views\":[\"posterior\"],\"area_percent\":1}"
#define REST ",\"side\":\"left\",\"views\":[\"anterior\"],\"area_percent\":1"

static void
test_faults_are_named (void)
{
  static const struct
  {
    const char *json, *message;
  } cases[] = {
    { "{}", "regions.json: must be a list" },
    { "[{}]", "regions.json: [0].id: is missing" },
    { "[" REGION ("") "]", "regions.json: [0].side: is missing" },
    { "[" REGION (",\"side\":\"middle\"") "]", "regions.json: [0].side: “middle” is none of those known" },
    { "[" REGION (",\"side\":\"left\",\"views\":[]") "]", "regions.json: [0].views: must not be empty" },
    { "[" REGION (",\"side\":\"left\",\"views\":[\"top\"]") "]",
      "regions.json: [0].views: must hold anterior, posterior or both" },
    { "[" REGION (REST ",\"area_percent\":101") "]", "regions.json: [0].area_percent: must be 0 to 100" },
    { "[" REGION (REST) "," REGION (REST) "]", "regions.json: [1].id: “a” stands twice" },
    { "[" REGION (REST ",\"part_of\":\"b\"") "]",
      "regions.json: [0].part_of: “b” is no whole region before this one" },
    { "[" REGION (REST ",\"part_of\":\"a\"") "]",
      "regions.json: [0].part_of: “a” is no whole region before this one" },
    { "[" WHOLE "," REGION (REST ",\"part_of\":\"w\"") "]",
      "regions.json: [1].part_of: “w” has another class, side or view" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) json = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr(CalxRegions) regions = calx_regions_new (json, "regions.json", &error);

      g_assert_null (regions);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regions/the-published-list-is-whole", test_the_published_list_is_whole);
  g_test_add_func ("/regions/regions-have-their-class-and-view", test_regions_have_their_class_and_view);
  g_test_add_func ("/regions/parts-belong-to-a-whole", test_parts_belong_to_a_whole);
  g_test_add_func ("/regions/views-have-ids", test_views_have_ids);
  g_test_add_func ("/regions/faults-are-named", test_faults_are_named);
  return g_test_run ();
}
