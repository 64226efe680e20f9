/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include "calx-json.h"

/* The points of landmarks.json, written down from anatomy, lie in the region that anatomy gives them. */

static const char *const side_names[] = {
  [CALX_SIDE_MIDLINE] = "midline",
  [CALX_SIDE_RIGHT] = "right",
  [CALX_SIDE_LEFT] = "left",
};

static JsonNode *
load_landmarks (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char  *path = g_test_build_filename (G_TEST_DIST, "drawing", "landmarks.json", NULL);
  g_autofree char  *text = NULL;
  JsonNode         *landmarks;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  landmarks = calx_json_parse (text, "landmarks.json", &error);
  g_assert_no_error (error);
  return landmarks;
}

/* What stands wrong is printed, one line a point, so that one run shows them all. */
static gboolean
check_landmark (CalxBody   *body,
                CalxView    view,
                JsonObject *landmark)
{
  double            x = json_object_get_double_member (landmark, "x");
  double            y = json_object_get_double_member (landmark, "y");
  const char       *region = json_object_get_string_member (landmark, "region");
  const char       *side = json_object_get_string_member (landmark, "side");
  const CalxRegion *hit = calx_body_hit (body, view, x, y, 0.0);

  /* a landmark of a region may lie in a part of it */
  if (hit != NULL && hit->part_of != NULL && !g_str_equal (hit->id, region))
    hit = hit->part_of;
  if (hit != NULL && g_str_equal (hit->id, region) && g_str_equal (side_names[hit->side], side))
    return TRUE;
  g_test_message ("%s, %s, %s: (%.4f, %.4f) should be %s, is %s", calx_body_get_build (body),
                  calx_view_to_id (view), json_object_get_string_member (landmark, "landmark"), x, y,
                  region, hit != NULL ? hit->id : "outside");
  return FALSE;
}

static void
test_landmarks (gconstpointer data)
{
  g_autoptr(CalxBody) body = fixture_body (GPOINTER_TO_INT (data));
  g_autoptr(JsonNode) file = load_landmarks ();
  guint               n_wrong = 0;

  for (guint view = 0; view < CALX_N_VIEWS; view++)
    {
      JsonArray *landmarks = json_object_get_array_member (json_node_get_object (file), calx_view_to_id (view));

      g_assert_cmpuint (json_array_get_length (landmarks), ==, 200);
      for (guint i = 0; i < json_array_get_length (landmarks); i++)
        if (!check_landmark (body, view, json_array_get_object_element (landmarks, i)))
          n_wrong++;
    }
  if (n_wrong > 0)
    g_test_fail_printf ("%u landmarks lie elsewhere", n_wrong);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions (); /* one run shows what is wrong in both figures */
  g_test_add_data_func ("/landmarks/each has its region and side on the woman", GINT_TO_POINTER (CALX_FIGURE_WOMAN),
                        test_landmarks);
  g_test_add_data_func ("/landmarks/each has its region and side on the man", GINT_TO_POINTER (CALX_FIGURE_MAN),
                        test_landmarks);
  return g_test_run ();
}
