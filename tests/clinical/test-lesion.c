/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion.h"

#include "calx-json.h"
#include "tables.h"

static CalxLesion *
make (void)
{
  CalxLesion *lesion = calx_lesion_new (3, CALX_VIEW_POSTERIOR, 0.1, 0.75, "calf_r");

  lesion->type = CALX_LESION_TYPE_RETIFORM_PURPURA;
  lesion->ulcerated = CALX_TERNARY_NO;
  lesion->length_mm = 30.5;
  lesion->width_mm = 20.0;
  lesion->pain = 0;
  lesion->onset = (CalxDate){ 2026, 5, 0 };
  lesion->diagnosis = CALX_DIAGNOSIS_OTHER;
  lesion->healed = TRUE;
  lesion->sentinel = TRUE;
  lesion->signs[CALX_LESION_SIGN_GRITTY] = CALX_TERNARY_YES;
  lesion->signs[CALX_LESION_SIGN_INFECTED] = CALX_TERNARY_NO;
  lesion->signs[CALX_LESION_SIGN_EXTENT] = CALX_LESION_EXTENT_UNIVERSALIS;
  lesion->bwat[2] = 5;
  lesion->seen = (CalxDate){ 2026, 11, 16 };
  calx_lesion_set_figure (lesion, CALX_FIGURE_CHILD);
  lesion->angle_deg = 30.5;
  calx_lesion_set_note (lesion, "line one\nline \"two\" é");
  return lesion;
}

/* A quadrangle of 20 by 10 mm, its long diagonal along x, its upper left corner cut. */
static GArray *
make_outline (void)
{
  static const CalxPointMm points[] = { { -10, 0 }, { -5.004, -4 }, { 0, -4 }, { 10, 0 }, { 0, 6 } };
  GArray *outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));

  g_array_append_vals (outline, points, G_N_ELEMENTS (points));
  return outline;
}

static CalxLesion *
round_trip (const CalxLesion *lesion)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = calx_lesion_to_json (lesion);
  g_autofree char *text = calx_json_to_canonical (node);
  g_autoptr(JsonNode) parsed = calx_json_parse (text, "test", &error);
  CalxLesion *again;

  g_assert_no_error (error);
  again = calx_lesion_from_json (tables_regions (), parsed, &error);
  g_assert_no_error (error);
  return again;
}

static void
test_a_new_lesion_says_nothing_but_its_place (void)
{
  g_autoptr(CalxLesion) a = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.0, 0.5, "genital");
  g_autoptr(CalxLesion) b = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.0, 0.5, "genital");
  g_autoptr(CalxLesion) again = round_trip (a);

  g_assert_true (g_uuid_string_is_valid (a->uuid));
  g_assert_cmpstr (a->uuid, !=, b->uuid);
  g_assert_cmpint (a->type, ==, CALX_LESION_TYPE_UNKNOWN);
  g_assert_cmpint (a->ulcerated, ==, CALX_TERNARY_UNKNOWN);
  g_assert_cmpint (a->pain, ==, CALX_PAIN_UNKNOWN);
  g_assert_cmpfloat (a->length_mm, ==, CALX_SIZE_UNKNOWN_MM);
  g_assert_false (calx_date_is_known (a->onset));
  g_assert_cmpint (a->diagnosis, ==, CALX_DIAGNOSIS_NOT_STATED);
  g_assert_cmpstr (a->note, ==, "");
  g_assert_false (a->sentinel);
  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    g_assert_cmpuint (a->signs[i], ==, 0);
  g_assert_cmpuint (calx_bwat_count (a), ==, 0);
  g_assert_true (calx_lesion_equal (a, again));
  g_assert_false (calx_lesion_equal (a, b));
}

static void
test_every_field_comes_back_from_json (void)
{
  g_autoptr(CalxLesion) lesion = make ();
  g_autoptr(CalxLesion) again = round_trip (lesion);

  g_assert_true (calx_lesion_equal (lesion, again));
}

/* The feet are drawn from above: their toes reach below the ground, to 1.05 of the stature. */
static void
test_a_lesion_on_the_toes_comes_back (void)
{
  g_autoptr(CalxLesion) lesion = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.08, 1.05, "toes_r");
  g_autoptr(CalxLesion) again = round_trip (lesion);

  g_assert_true (calx_lesion_equal (lesion, again));
}

static void
test_a_copy_is_free_and_a_difference_is_seen (void)
{
  g_autoptr(CalxLesion) lesion = make ();
  g_autoptr(GArray) outline = make_outline ();
  CalxLesion *copies[22];
  int n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (copies); i++)
    {
      copies[i] = calx_lesion_copy (lesion);
      g_assert_true (calx_lesion_equal (lesion, copies[i]));
    }
  calx_lesion_set_uuid (copies[n++], "00000000-0000-4000-8000-000000000001");
  copies[n++]->number = 4;
  calx_lesion_set_place (copies[n++], CALX_VIEW_ANTERIOR, 0.1, 0.75, "calf_r");
  copies[n++]->x = 0.2;
  copies[n++]->y = 0.2;
  calx_lesion_set_place (copies[n++], CALX_VIEW_POSTERIOR, 0.1, 0.75, "heel_r");
  copies[n++]->type = CALX_LESION_TYPE_ULCER;
  copies[n++]->ulcerated = CALX_TERNARY_YES;
  copies[n++]->length_mm = 1.0;
  copies[n++]->width_mm = 1.0;
  copies[n++]->pain = 10;
  copies[n++]->onset = CALX_DATE_NONE;
  copies[n++]->diagnosis = CALX_DIAGNOSIS_CALCIPHYLAXIS;
  copies[n++]->healed = FALSE;
  copies[n++]->sentinel = FALSE;
  copies[n++]->signs[CALX_LESION_SIGN_TEMPO] = CALX_LESION_TEMPO_RAPID;
  copies[n++]->bwat[7] = 1;
  copies[n++]->seen = (CalxDate){ 2026, 11, 17 };
  calx_lesion_set_figure (copies[n++], CALX_FIGURE_INFANT);
  copies[n++]->angle_deg = 31.0;
  g_assert_true (calx_lesion_set_outline (copies[n], outline));
  copies[n]->length_mm = lesion->length_mm;
  copies[n]->width_mm = lesion->width_mm;
  copies[n++]->angle_deg = lesion->angle_deg;
  calx_lesion_set_note (copies[n++], "");
  g_assert_cmpint (n, ==, G_N_ELEMENTS (copies));
  for (int i = 0; i < n; i++)
    g_assert_false (calx_lesion_equal (lesion, copies[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (copies); i++)
    calx_lesion_unref (copies[i]);
  g_assert_cmpint (lesion->number, ==, 3);
}

/* Its number, who is followed and the day of looking are not what is seen of a lesion. */
static void
test_what_is_seen_is_compared_apart (void)
{
  g_autoptr(CalxLesion) lesion = make ();
  g_autoptr(CalxLesion) other = calx_lesion_copy (lesion);

  other->number = 9;
  other->sentinel = FALSE;
  other->seen = (CalxDate){ 2026, 11, 17 };
  g_assert_true (calx_lesion_equal_look (lesion, other));
  other->pain = 1;
  g_assert_false (calx_lesion_equal_look (lesion, other));
}

static void
test_ids_go_both_ways (void)
{
  CalxLesionType type;
  CalxDiagnosis diagnosis;
  CalxTernary ternary;

  for (guint i = 0; i < CALX_N_LESION_TYPES; i++)
    {
      g_assert_true (calx_lesion_type_from_id (calx_lesion_type_to_id (i), &type));
      g_assert_cmpuint (type, ==, i);
    }
  for (guint i = CALX_DIAGNOSIS_NOT_STATED; i <= CALX_DIAGNOSIS_OTHER; i++)
    {
      g_assert_true (calx_diagnosis_from_id (calx_diagnosis_to_id (i), &diagnosis));
      g_assert_cmpuint (diagnosis, ==, i);
    }
  for (guint i = CALX_TERNARY_UNKNOWN; i <= CALX_TERNARY_YES; i++)
    {
      g_assert_true (calx_ternary_from_id (calx_ternary_to_id (i), &ternary));
      g_assert_cmpuint (ternary, ==, i);
    }
  g_assert_false (calx_lesion_type_from_id ("wart", &type));
}

static void
test_every_value_of_every_sign_comes_back (void)
{
  for (guint sign = 0; sign < CALX_N_LESION_SIGNS; sign++)
    {
      CalxLesionSign found;

      g_assert_true (calx_lesion_sign_from_id (calx_lesion_sign_to_id (sign), &found));
      g_assert_cmpint (found, ==, sign);
      g_assert_cmpstr (calx_lesion_sign_value_to_id (sign, 0), ==, "");
      for (guint value = 0; value < calx_lesion_sign_get_n_values (sign); value++)
        {
          g_autoptr(CalxLesion) lesion = make ();
          g_autoptr(CalxLesion) again = NULL;

          lesion->signs[sign] = value;
          again = round_trip (lesion);
          g_assert_cmpuint (again->signs[sign], ==, value);
          g_assert_true (calx_lesion_equal (lesion, again));
        }
    }
}

/* Seven of eight are no total, however bad they are. */
static void
test_a_total_needs_all_eight_items (void)
{
  g_autoptr(CalxLesion) lesion = make ();
  int total = -1;

  memset (lesion->bwat, 1, CALX_N_BWAT_ITEMS);
  g_assert_true (calx_bwat_total (lesion, &total));
  g_assert_cmpint (total, ==, 8);
  memset (lesion->bwat, 5, CALX_N_BWAT_ITEMS);
  g_assert_true (calx_bwat_total (lesion, &total));
  g_assert_cmpint (total, ==, 40);
  for (guint i = 0; i < CALX_N_BWAT_ITEMS; i++)
    {
      lesion->bwat[i] = CALX_BWAT_NOT_SCORED;
      g_assert_false (calx_bwat_total (lesion, &total));
      g_assert_cmpuint (calx_bwat_count (lesion), ==, 7);
      lesion->bwat[i] = 5;
    }
  g_assert_cmpint (total, ==, 40);
}

static void
test_an_area_needs_both_sides (void)
{
  g_autoptr(CalxLesion) lesion = make ();
  double area = -1.0;

  g_assert_true (calx_lesion_get_area_mm2 (lesion, &area));
  g_assert_cmpfloat_with_epsilon (area, G_PI / 4 * 30.5 * 20, 1e-9);
  lesion->width_mm = CALX_SIZE_UNKNOWN_MM;
  g_assert_false (calx_lesion_get_area_mm2 (lesion, &area));
  g_assert_cmpint (calx_lesion_get_shape (lesion), ==, CALX_LESION_SHAPE_ELLIPSE);
  lesion->length_mm = CALX_SIZE_UNKNOWN_MM;
  g_assert_cmpint (calx_lesion_get_shape (lesion), ==, CALX_LESION_SHAPE_POINT);
  g_assert_cmpfloat_with_epsilon (area, G_PI / 4 * 30.5 * 20, 1e-9);
}

/* Of an outline length, width and angle follow, rounded as they are shown. */
static void
test_an_outline_gives_the_size (void)
{
  g_autoptr(CalxLesion) lesion = make ();
  g_autoptr(GArray) outline = make_outline ();
  g_autoptr(CalxLesion) again = NULL;
  g_autoptr(CalxLesion) copy = NULL;
  double area = 0.0;

  g_assert_true (calx_lesion_set_outline (lesion, outline));
  g_assert_cmpint (calx_lesion_get_shape (lesion), ==, CALX_LESION_SHAPE_OUTLINE);
  g_assert_cmpfloat (lesion->length_mm, ==, 20.0);
  g_assert_cmpfloat (lesion->width_mm, ==, 10.0);
  g_assert_cmpfloat (lesion->angle_deg, ==, 0.0);
  g_assert_cmpfloat (g_array_index (lesion->outline, CalxPointMm, 1).x_mm, ==, -5.0);
  g_assert_true (calx_lesion_get_area_mm2 (lesion, &area));
  g_assert_cmpfloat_with_epsilon (area, 60.0 + 0.5 * (20 + 5) * 4, 1e-9);
  copy = calx_lesion_copy (lesion);
  again = round_trip (copy);
  g_assert_true (calx_lesion_equal (lesion, again));
  g_assert_true (calx_lesion_set_outline (copy, NULL));
  g_assert_cmpint (calx_lesion_get_shape (copy), ==, CALX_LESION_SHAPE_ELLIPSE);
  g_assert_nonnull (lesion->outline);
}

static void
test_what_is_no_outline_is_refused (void)
{
  static const CalxPointMm two[] = { { 0, 0 }, { 10, 0 } };
  static const CalxPointMm line[] = { { 0, 0 }, { 10, 0 }, { 20, 0 } };
  static const CalxPointMm huge[] = { { 0, 0 }, { 1001, 0 }, { 0, 5 } };
  static const CalxPointMm wide[] = { { -900, 0 }, { 900, 0 }, { 0, 5 } };
  static const struct
  {
    const CalxPointMm *points;
    guint              n_points;
  } cases[] = { { two, 2 }, { line, 3 }, { huge, 3 }, { wide, 3 } };
  g_autoptr(CalxLesion) lesion = make ();
  g_autoptr(CalxLesion) before = calx_lesion_copy (lesion);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));

      g_array_append_vals (outline, cases[i].points, cases[i].n_points);
      g_assert_false (calx_lesion_set_outline (lesion, outline));
      g_assert_true (calx_lesion_equal (lesion, before));
    }
}

/* Records from before there were figures and shapes keep their bytes. */
static void
test_the_form_of_older_records_stays (void)
{
  static const char old[] = "{\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"number\":2,\"view\":\"posterior\","
                            "\"x\":0.1,\"y\":0.75,\"region\":\"calf_r\",\"length_mm\":30.5,\"width_mm\":20.5}";
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = calx_json_parse (old, "test", &error);
  g_autoptr(CalxLesion) lesion = calx_lesion_from_json (tables_regions (), node, &error);
  g_autoptr(JsonNode) written = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (lesion->figure, ==, "");
  g_assert_cmpint (calx_lesion_get_figure (lesion, CALX_SEX_MALE), ==, CALX_FIGURE_MAN);
  g_assert_cmpint (calx_lesion_get_figure (lesion, CALX_SEX_UNKNOWN), ==, CALX_FIGURE_WOMAN);
  g_assert_cmpfloat (lesion->angle_deg, ==, 0.0);
  g_assert_null (lesion->outline);
  written = calx_lesion_to_json (lesion);
  text = calx_json_to_canonical (written);
  g_assert_cmpstr (text, ==, old);
}

static void
test_a_copy_to_the_other_side_is_one_more_lesion (void)
{
  g_autoptr(CalxLesion) lesion = make ();
  g_autoptr(GArray) outline = make_outline ();
  g_autoptr(CalxLesion) ellipse = NULL;
  g_autoptr(CalxLesion) other = NULL;
  g_autoptr(CalxLesion) back = NULL;
  g_autoptr(CalxLesion) again = NULL;

  ellipse = calx_lesion_new_mirrored (lesion, tables_regions (), 4);
  g_assert_cmpfloat (ellipse->angle_deg, ==, 149.5);
  g_assert_true (calx_lesion_set_outline (lesion, outline));
  lesion->bwat[0] = 3;
  lesion->pain = 7;
  other = calx_lesion_new_mirrored (lesion, tables_regions (), 4);
  g_assert_cmpstr (other->region_id, ==, "calf_l");
  g_assert_cmpint (other->view, ==, CALX_VIEW_POSTERIOR);
  g_assert_cmpfloat (other->x, ==, -0.1);
  g_assert_cmpfloat (other->y, ==, 0.75);
  g_assert_cmpstr (other->uuid, !=, lesion->uuid);
  g_assert_cmpint (other->number, ==, 4);
  g_assert_cmpstr (other->figure, ==, "child");
  g_assert_cmpint (other->type, ==, lesion->type);
  g_assert_cmpint (other->ulcerated, ==, lesion->ulcerated);
  g_assert_cmpfloat (other->length_mm, ==, 20.0);
  g_assert_cmpfloat (g_array_index (other->outline, CalxPointMm, 1).x_mm, ==, 5.0);
  g_assert_cmpuint (other->signs[CALX_LESION_SIGN_GRITTY], ==, CALX_TERNARY_YES);
  /* Not measured, not asked, not followed, not healed. */
  g_assert_cmpint (other->pain, ==, CALX_PAIN_UNKNOWN);
  g_assert_cmpuint (calx_bwat_count (other), ==, 0);
  g_assert_cmpstr (other->note, ==, "");
  g_assert_false (calx_date_is_known (other->onset));
  g_assert_false (other->healed);
  g_assert_false (other->sentinel);
  g_assert_false (calx_date_is_known (other->seen));
  back = calx_lesion_new_mirrored (other, tables_regions (), 5);
  g_assert_cmpstr (back->region_id, ==, "calf_r");
  g_assert_true (calx_outline_equal (back->outline, lesion->outline));
  again = round_trip (other);
  g_assert_true (calx_lesion_equal (other, again));
}

#define LESION(rest) "{\"uuid\":\"00000000-0000-4000-8000-000000000001\",\"number\":1,\"view\":\"posterior\"," \
                     "\"region\":\"calf_r\"" rest "}"
#define PLACE ",\"x\":0.1,\"y\":0.75"

static void
test_faults_are_named (void)
{
  static const struct
  {
    const char *json, *message;
  } cases[] = {
    { "[]", "lesion: must be an object" },
    { "{}", "lesion: uuid: is missing" },
    { "{\"uuid\":\"1\",\"number\":1}", "lesion: uuid: “1” is not a UUID" },
    { LESION (PLACE ",\"number\":0"), "lesion: number: must be above 0" },
    { LESION (""), "lesion: x: is missing" },
    { LESION (",\"x\":1.1,\"y\":0"), "lesion: x: must be -1 to 1" },
    { LESION (",\"x\":0,\"y\":-0.1"), "lesion: y: must be 0 to 1.1" },
    { LESION (PLACE ",\"region\":\"tail\""), "lesion: region: there is no region “tail”" },
    { LESION (PLACE ",\"view\":\"anterior\""), "lesion: region: “calf_r” is not in the anterior view" },
    { LESION (PLACE ",\"view\":\"side\""), "lesion: view: “side” is not anterior or posterior" },
    { LESION (PLACE ",\"type\":\"wart\""), "lesion: type: “wart” is none of those known" },
    { LESION (PLACE ",\"ulcerated\":true"), "lesion: ulcerated: must be a text" },
    { LESION (PLACE ",\"pain\":11"), "lesion: pain: must be 0 to 10" },
    { LESION (PLACE ",\"pain\":2.5"), "lesion: pain: must be a whole number" },
    { LESION (PLACE ",\"length_mm\":-1"), "lesion: length_mm: must be 0 to 1000" },
    { LESION (PLACE ",\"width_mm\":1001"), "lesion: width_mm: must be 0 to 1000" },
    { LESION (PLACE ",\"figure\":\"giant\""), "lesion: figure: there is no figure “giant”" },
    { LESION (PLACE ",\"angle_deg\":180"), "lesion: angle_deg: must be 0 to below 180" },
    { LESION (PLACE ",\"angle_deg\":-1"), "lesion: angle_deg: must be 0 to below 180" },
    { LESION (PLACE ",\"outline\":[0,0,1,0]"), "lesion: outline: must be x and y of 3 to 400 points within 1000 mm" },
    { LESION (PLACE ",\"outline\":[0,0,9,0,9,9,1]"),
      "lesion: outline: must be x and y of 3 to 400 points within 1000 mm" },
    { LESION (PLACE ",\"outline\":[0,0,9,0,9,\"9\"]"), "lesion: outline: must be numbers" },
    { LESION (PLACE ",\"onset\":\"May\""), "lesion: onset: “May” is not a date" },
    { LESION (PLACE ",\"healed\":\"yes\""), "lesion: healed: must be true or false" },
    { LESION (PLACE ",\"chalky\":\"some\""), "lesion: chalky: “some” is none of those known" },
    { LESION (PLACE ",\"sentinel\":1"), "lesion: sentinel: must be true or false" },
    { LESION (PLACE ",\"bwat\":5"), "lesion: bwat: must be a list" },
    { LESION (PLACE ",\"bwat\":[1,1,1,1,1,1,1]"), "lesion: bwat: must have eight items" },
    { LESION (PLACE ",\"bwat\":[1,1,1,1,1,1,1,6]"),
      "lesion: bwat: must be whole numbers from 1 to 5, or 0: not scored" },
    { LESION (PLACE ",\"bwat\":[1,1,1,1,1,1,1,null]"),
      "lesion: bwat: must be whole numbers from 1 to 5, or 0: not scored" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = calx_json_parse (cases[i].json, "test", NULL);
      g_autoptr(CalxLesion) lesion = calx_lesion_from_json (tables_regions (), node, &error);

      g_assert_null (lesion);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesion/a-new-lesion-says-nothing-but-its-place",
                   test_a_new_lesion_says_nothing_but_its_place);
  g_test_add_func ("/lesion/every-field-comes-back-from-json", test_every_field_comes_back_from_json);
  g_test_add_func ("/lesion/a-lesion-on-the-toes-comes-back", test_a_lesion_on_the_toes_comes_back);
  g_test_add_func ("/lesion/a-copy-is-free-and-a-difference-is-seen",
                   test_a_copy_is_free_and_a_difference_is_seen);
  g_test_add_func ("/lesion/what-is-seen-is-compared-apart", test_what_is_seen_is_compared_apart);
  g_test_add_func ("/lesion/ids-go-both-ways", test_ids_go_both_ways);
  g_test_add_func ("/lesion/every-value-of-every-sign-comes-back", test_every_value_of_every_sign_comes_back);
  g_test_add_func ("/lesion/a-total-needs-all-eight-items", test_a_total_needs_all_eight_items);
  g_test_add_func ("/lesion/an-area-needs-both-sides", test_an_area_needs_both_sides);
  g_test_add_func ("/lesion/an-outline-gives-the-size", test_an_outline_gives_the_size);
  g_test_add_func ("/lesion/what-is-no-outline-is-refused", test_what_is_no_outline_is_refused);
  g_test_add_func ("/lesion/the-form-of-older-records-stays", test_the_form_of_older_records_stays);
  g_test_add_func ("/lesion/a-copy-to-the-other-side-is-one-more-lesion",
                   test_a_copy_to_the_other_side_is_one_more_lesion);
  g_test_add_func ("/lesion/faults-are-named", test_faults_are_named);
  return g_test_run ();
}
