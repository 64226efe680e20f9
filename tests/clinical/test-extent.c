/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-surface.h"
#include "calx-format-extent.h"

#include <math.h>

#include "tables.h"

#define SAYS(call, expected)                                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *said = call;                                                                  \
                                                                                                   \
    g_assert_cmpstr (said, ==, expected);                                                          \
  }                                                                                                \
  G_STMT_END

static const CalxDate first_day = { 2026, 5, 4 };
static const CalxDate later_day = { 2026, 8, 3 };

static CalxSession *
with (CalxSession *session,
      int          number,
      const char  *region_id,
      double       length_mm,
      double       width_mm,
      gboolean     healed)
{
  g_autoptr(CalxSession) owned = session;
  g_autoptr(CalxLesion) lesion = calx_lesion_new (number, CALX_VIEW_ANTERIOR, 0.1, 0.5, region_id);
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012d", number);

  calx_lesion_set_uuid (lesion, uuid);
  lesion->length_mm = length_mm;
  lesion->width_mm = width_mm;
  lesion->healed = healed;
  return calx_session_with_lesion (owned, lesion);
}

static CalxSession *
session_on (CalxDate date)
{
  return calx_session_new (tables_inputs (), "patient", date);
}

static CalxLesionChangeKind
kind_of (CalxExtent *extent,
         int         number)
{
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012d", number);

  return calx_extent_find (extent, uuid)->kind;
}

static void
test_every_lesion_has_one_fate (void)
{
  g_autoptr(CalxSession) before = session_on (first_day);
  g_autoptr(CalxSession) after = session_on (later_day);
  g_autoptr(CalxExtent) extent = NULL;
  double cm2 = 0.0;

  before = with (g_steal_pointer (&before), 1, "calf_l", 20, 20, FALSE);
  before = with (g_steal_pointer (&before), 2, "calf_l", 20, 20, FALSE);
  before = with (g_steal_pointer (&before), 3, "calf_l", 20, 20, FALSE);
  before = with (g_steal_pointer (&before), 4, "calf_l", 0, 0, FALSE);
  before = with (g_steal_pointer (&before), 5, "calf_l", 20, 20, FALSE);
  before = with (g_steal_pointer (&before), 6, "calf_l", 20, 20, TRUE);
  before = with (g_steal_pointer (&before), 7, "calf_l", 20, 20, FALSE);
  before = with (g_steal_pointer (&before), 9, "calf_l", 20, 20, TRUE);
  after = with (g_steal_pointer (&after), 1, "calf_l", 40, 20, FALSE);
  after = with (g_steal_pointer (&after), 2, "calf_l", 10, 20, FALSE);
  after = with (g_steal_pointer (&after), 3, "calf_l", 20.001, 20, FALSE);
  after = with (g_steal_pointer (&after), 4, "calf_l", 20, 20, FALSE);
  after = with (g_steal_pointer (&after), 5, "calf_l", 20, 20, TRUE);
  after = with (g_steal_pointer (&after), 6, "calf_l", 20, 20, TRUE);
  after = with (g_steal_pointer (&after), 8, "calf_l", 20, 20, FALSE);
  after = with (g_steal_pointer (&after), 9, "calf_l", 20, 20, FALSE);
  extent = calx_extent_new (before, after);

  g_assert_cmpint (kind_of (extent, 1), ==, CALX_CHANGE_GROWN);
  g_assert_cmpint (kind_of (extent, 2), ==, CALX_CHANGE_SHRUNK);
  g_assert_cmpint (kind_of (extent, 3), ==, CALX_CHANGE_SAME_SIZE);
  g_assert_cmpint (kind_of (extent, 4), ==, CALX_CHANGE_SIZE_UNKNOWN);
  g_assert_cmpint (kind_of (extent, 5), ==, CALX_CHANGE_HEALED);
  g_assert_cmpint (kind_of (extent, 6), ==, CALX_CHANGE_WAS_HEALED);
  g_assert_cmpint (kind_of (extent, 7), ==, CALX_CHANGE_REMOVED);
  g_assert_cmpint (kind_of (extent, 8), ==, CALX_CHANGE_NEW);
  g_assert_cmpint (kind_of (extent, 9), ==, CALX_CHANGE_NEW);
  g_assert_null (calx_extent_find (extent, "00000000-0000-4000-8000-000000000099"));
  g_assert_cmpuint (extent->lesions->len, ==, 9);
  g_assert_cmpuint (extent->n_open_before, ==, 6);
  g_assert_cmpuint (extent->n_open_after, ==, 6);
  /* 1, 2, 3, 5, 8 and 9 are summed: four of 20x20 before; 40x20, 10x20, 20x20, 0, 20x20, 20x20 after; 4 is left out, 7 was none. */
  g_assert_cmpuint (extent->n_measured, ==, 6);
  g_assert_cmpuint (extent->n_size_unknown, ==, 1);
  g_assert_true (calx_extent_get_change_cm2 (extent, &cm2));
  g_assert_cmpfloat_with_epsilon (extent->before_area_mm2, G_PI / 4 * 1600, 1e-6);
  g_assert_cmpfloat_with_epsilon (extent->after_area_mm2, G_PI / 4 * 2200, 0.1);
  g_assert_cmpfloat_with_epsilon (cm2, 17.3 - 12.6, 1e-9);
  SAYS (calx_format_extent (extent), "2 new, 1 healed, 1 grown, 1 shrunk, 1 no longer recorded, area +4.7 cm² "
                                     "(1 lesion without a size left out)");
  SAYS (calx_format_lesion_change (&g_array_index (extent->lesions, CalxLesionChange, 0)), "grown, 3.1 to 6.3 cm²");
  SAYS (calx_format_lesion_change (&g_array_index (extent->lesions, CalxLesionChange, 3)), "change of size not known");
  SAYS (calx_format_lesion_change (&g_array_index (extent->lesions, CalxLesionChange, 7)), "new, 3.1 cm²");
}

/* An unknown size is neither zero nor no change. */
static void
test_what_has_no_size_is_said (void)
{
  g_autoptr(CalxSession) before = session_on (first_day);
  g_autoptr(CalxSession) after = session_on (later_day);
  g_autoptr(CalxExtent) extent = NULL;
  double cm2 = 0.0;

  after = with (g_steal_pointer (&after), 1, "calf_l", 30, 0, FALSE);
  extent = calx_extent_new (before, after);
  g_assert_false (calx_extent_get_change_cm2 (extent, &cm2));
  g_assert_cmpuint (extent->n_size_unknown, ==, 1);
  SAYS (calx_format_extent (extent), "1 new, change of area not known (1 lesion without a size left out)");
  SAYS (calx_format_lesion_change (&g_array_index (extent->lesions, CalxLesionChange, 0)), "new, size not known");
}

static void
test_what_nobody_looked_at_is_no_finding (void)
{
  g_autoptr(CalxSession) before = with (session_on (first_day), 1, "calf_l", 20, 20, FALSE);
  g_autoptr(CalxSession) after = calx_session_new_from (before, later_day);
  g_autoptr(CalxSession) looked = calx_session_with_lesion_seen (after, NULL);
  g_autoptr(CalxExtent) carried = calx_extent_new (before, after);
  g_autoptr(CalxExtent) seen = calx_extent_new (before, looked);
  g_autoptr(CalxExtent) none = NULL;
  g_autoptr(CalxSession) empty = session_on (first_day);

  SAYS (calx_format_extent (carried), "None new or healed, area unchanged, 1 not looked at");
  SAYS (calx_format_extent (seen), "None new or healed, area unchanged");
  SAYS (calx_format_lesion_change (&g_array_index (carried->lesions, CalxLesionChange, 0)),
        "not looked at, as before 3.1 cm²");
  SAYS (calx_format_lesion_change (&g_array_index (seen->lesions, CalxLesionChange, 0)), "same size, 3.1 cm²");
  none = calx_extent_new (empty, empty);
  SAYS (calx_format_extent (none), "No open lesion in either session");
}

static void
test_overlap_counts_regions (void)
{
  g_autoptr(CalxSession) before = session_on (first_day);
  g_autoptr(CalxSession) after = session_on (later_day);
  g_autoptr(CalxSession) empty = session_on (first_day);
  g_autoptr(CalxExtent) extent = NULL;
  g_autoptr(CalxExtent) none = calx_extent_new (empty, empty);
  double overlap = -1.0;

  before = with (g_steal_pointer (&before), 1, "calf_l", 20, 20, FALSE);
  before = with (g_steal_pointer (&before), 2, "calf_l", 20, 20, FALSE);
  before = with (g_steal_pointer (&before), 3, "calf_r", 20, 20, FALSE);
  before = with (g_steal_pointer (&before), 4, "genital", 20, 20, FALSE);
  before = with (g_steal_pointer (&before), 5, "thigh_a_r", 20, 20, TRUE);
  after = with (g_steal_pointer (&after), 1, "calf_l", 20, 20, FALSE);
  after = with (g_steal_pointer (&after), 6, "genital_glans", 20, 20, FALSE);
  after = with (g_steal_pointer (&after), 7, "thigh_a_l", 20, 20, FALSE);
  extent = calx_extent_new (before, after);
  g_assert_true (calx_extent_get_overlap (extent, tables_regions (), &overlap));
  g_assert_cmpfloat_with_epsilon (overlap, 2.0 / 4.0, 1e-12);
  SAYS (calx_format_overlap (extent, tables_regions ()), "overlap of the regions affected 0.50");
  g_assert_false (calx_extent_get_overlap (none, tables_regions (), &overlap));
  SAYS (calx_format_overlap (none, tables_regions ()), "");
}

static void
test_body_surface_needs_height_and_weight (void)
{
  g_autoptr(CalxFindings) none = calx_findings_new (tables_inputs ());
  const CalxFinding height = { .state = CALX_FINDING_VALUE, .text = "180", .unit = "cm" };
  const CalxFinding pounds = { .state = CALX_FINDING_VALUE, .text = "176.37", .unit = "lb" };
  const CalxFinding weight = { .state = CALX_FINDING_VALUE, .text = "80", .unit = "kg" };
  g_autoptr(CalxFindings) one = calx_findings_with (none, tables_input ("height")->index, &height);
  g_autoptr(CalxFindings) both = calx_findings_with (one, tables_input ("weight")->index, &weight);
  g_autoptr(CalxFindings) other = calx_findings_with (one, tables_input ("weight")->index, &pounds);
  double mm2 = -1.0;

  g_assert_false (calx_body_surface_get_mm2 (none, first_day, &mm2));
  g_assert_false (calx_body_surface_get_mm2 (one, first_day, &mm2));
  g_assert_cmpfloat (mm2, ==, -1.0);
  g_assert_true (calx_body_surface_get_mm2 (both, first_day, &mm2));
  g_assert_cmpfloat_with_epsilon (mm2, 2.0e6, 1e-3);
  g_assert_true (calx_body_surface_get_mm2 (other, first_day, &mm2));
  g_assert_cmpfloat_with_epsilon (mm2, 2.0e6, 100.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/extent/every-lesion-has-one-fate", test_every_lesion_has_one_fate);
  g_test_add_func ("/extent/what-has-no-size-is-said", test_what_has_no_size_is_said);
  g_test_add_func ("/extent/what-nobody-looked-at-is-no-finding", test_what_nobody_looked_at_is_no_finding);
  g_test_add_func ("/extent/overlap-counts-regions", test_overlap_counts_regions);
  g_test_add_func ("/extent/body-surface-needs-height-and-weight", test_body_surface_needs_height_and_weight);
  return g_test_run ();
}
