/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-distribution.h"

#include "tables.h"

static CalxLesion *
add (GPtrArray  *lesions,
     const char *region_id)
{
  CalxLesion *lesion = calx_lesion_new (lesions->len + 1, CALX_VIEW_ANTERIOR, 0.0, 0.5, region_id);

  g_ptr_array_add (lesions, lesion);
  return lesion;
}

static GPtrArray *
lesions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
}

static void
test_no_lesion_is_nothing_at_all (void)
{
  g_autoptr(GPtrArray) lesions = lesions_new ();
  CalxDistribution d;

  calx_distribution_init (&d, tables_regions (), lesions);
  g_assert_cmpuint (d.n_open, ==, 0);
  g_assert_false (d.mixed);
  g_assert_false (d.calf);
  g_assert_cmpint (d.worst_pain, ==, CALX_PAIN_UNKNOWN);
  g_assert_cmpfloat (d.area_mm2, ==, 0.0);
}

static void
test_classes_mix_but_the_head_does_not (void)
{
  static const struct
  {
    const char *regions[3];
    gboolean mixed;
  } cases[] = {
    { { "thigh_m_r", "abd_low_l", NULL }, FALSE }, { { "thigh_m_r", "toes_l", NULL }, TRUE },
    { { "genital", "thigh_m_r", NULL }, TRUE },    { { "face", "thigh_m_r", NULL }, FALSE },
    { { "face", "scalp", NULL }, FALSE },          { { "calf_l", "toes_l", NULL }, TRUE },
    { { "genital", NULL, NULL }, FALSE },          { { "face", "calf_l", "finger_r" }, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) lesions = lesions_new ();
      CalxDistribution d;

      for (gsize r = 0; r < 3 && cases[i].regions[r] != NULL; r++)
        add (lesions, cases[i].regions[r]);
      calx_distribution_init (&d, tables_regions (), lesions);
      g_assert_cmpint (d.mixed, ==, cases[i].mixed);
      g_assert_cmpuint (d.n_open, ==, lesions->len);
    }
}

static void
test_counts_sizes_and_pain_are_those_of_open_lesions (void)
{
  g_autoptr(GPtrArray) lesions = lesions_new ();
  CalxLesion *lesion;
  CalxDistribution d;

  lesion = add (lesions, "thigh_m_r");
  lesion->length_mm = 20.0;
  lesion->width_mm = 10.0;
  lesion->ulcerated = CALX_TERNARY_YES;
  lesion->pain = 4;
  lesion = add (lesions, "calf_l");
  lesion->length_mm = 30.0; /* without a width there is no area */
  lesion->ulcerated = CALX_TERNARY_NO;
  lesion = add (lesions, "thigh_a_l");
  lesion->pain = 0;
  lesion = add (lesions, "toes_l");
  lesion->healed = TRUE;
  lesion->pain = 9;
  lesion->length_mm = lesion->width_mm = 50.0;

  calx_distribution_init (&d, tables_regions (), lesions);
  g_assert_cmpuint (d.n_open, ==, 3);
  g_assert_cmpuint (d.n_healed, ==, 1);
  g_assert_cmpuint (d.n_ulcerated, ==, 1);
  g_assert_cmpuint (d.n_ulceration_unknown, ==, 1);
  g_assert_cmpuint (d.n_size_unknown, ==, 2);
  g_assert_cmpfloat_with_epsilon (d.area_mm2, 157.07963267948966, 1e-9);
  g_assert_cmpint (d.worst_pain, ==, 4);
  g_assert_true (d.calf);
  g_assert_cmpuint (d.n_in_class[CALX_CLASS_CENTRAL], ==, 2);
  g_assert_cmpuint (d.n_in_class[CALX_CLASS_PERIPHERAL], ==, 1);
  g_assert_false (d.present[CALX_CLASS_ACRAL]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/distribution/no-lesion-is-nothing-at-all", test_no_lesion_is_nothing_at_all);
  g_test_add_func ("/distribution/classes-mix-but-the-head-does-not", test_classes_mix_but_the_head_does_not);
  g_test_add_func ("/distribution/counts-sizes-and-pain-are-those-of-open-lesions",
                   test_counts_sizes_and_pain_are_those_of_open_lesions);
  return g_test_run ();
}
