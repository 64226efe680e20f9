/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A clinic's own data/ over the shipped one: what is added there is found, with no C changed. */
#include "calx-knowledge.h"

#include <glib/gstdio.h>

#include "calx-findings.h"
#include "calx-lesion.h"
#include "tables.h"

static char *folder = NULL;

/* Writes the file of data/ with @added put in before the last @before. */
static void
write_with (const char *name,
            const char *before,
            const char *added)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = tables_read (name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GString *changed = g_string_new (text);
  const char *last = g_strrstr (text, before);

  g_assert_nonnull (last);
  g_string_insert (changed, last - text, added);
  g_file_set_contents (path, changed->str, changed->len, &error);
  g_assert_no_error (error);
  g_string_free (changed, TRUE);
}

static void
lay_over (void)
{
  g_autofree char *overlay = NULL;

  folder = g_dir_make_tmp ("calx-overlay-XXXXXX", NULL);
  g_assert_nonnull (folder);
  write_with ("units.json", "]\n}",
              ",{\"id\":\"grip\",\"source\":\"this test\",\"units\":["
              "{\"code\":\"kgf\",\"system\":\"conventional\",\"decimals\":1},"
              "{\"code\":\"N\",\"system\":\"si\",\"divide\":9.80665,\"decimals\":0}]}");
  write_with ("inputs.json", "]\n}",
              ",{\"id\":\"grip_strength\",\"label\":\"Grip strength\",\"group\":\"body\",\"kind\":\"number\","
              "\"quantity\":\"grip\",\"hard_min\":0,\"hard_max\":100,\"carried\":true,"
              "\"source\":\"this test\"}");
  write_with ("regions.json", "]",
              ",{\"id\":\"earlobe_r\",\"name\":\"Earlobe\",\"views\":[\"anterior\"],\"side\":\"right\","
              "\"snomed\":null,\"snomed_note\":\"\",\"class\":\"head_neck\",\"area_percent\":0.0,"
              "\"note\":null}");

  overlay = g_strconcat ("/io/github/calx/Calx/data=", folder, NULL);
  g_setenv ("G_RESOURCE_OVERLAYS", overlay, TRUE);
}

static void
lift (void)
{
  static const char *const names[] = { "units.json", "inputs.json", "regions.json" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

static void
test_an_added_input_has_its_unit (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxKnowledge) knowledge = calx_knowledge_load (NULL, &error);
  g_autoptr(CalxFindings) empty = NULL;
  g_autoptr(CalxFindings) findings = NULL;
  g_autoptr(CalxFindings) again = NULL;
  g_autoptr(JsonNode) json = NULL;
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = "196,133", .unit = "N" };
  const CalxInput *input;
  double canonical;

  g_assert_no_error (error);
  input = calx_inputs_find (knowledge->inputs, "grip_strength");
  g_assert_nonnull (input);
  g_assert_true (calx_finding_get_number (&finding, input, &canonical));
  g_assert_cmpfloat_with_epsilon (canonical, 20.0, 1e-12);

  empty = calx_findings_new (knowledge->inputs);
  findings = calx_findings_with (empty, input->index, &finding);
  json = calx_findings_to_json (findings);
  again = calx_findings_from_json (knowledge->inputs, json, &error);
  g_assert_no_error (error);
  g_assert_true (calx_findings_equal (findings, again));
}

static void
test_an_added_region_takes_a_lesion (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxKnowledge) knowledge = calx_knowledge_load (NULL, &error);
  g_autoptr(CalxLesion) lesion = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.04, 0.08, "earlobe_r");
  g_autoptr(CalxLesion) again = NULL;
  g_autoptr(JsonNode) json = calx_lesion_to_json (lesion);

  g_assert_no_error (error);
  g_assert_cmpuint (calx_regions_get_n (knowledge->regions), ==, 75);
  again = calx_lesion_from_json (knowledge->regions, json, &error);
  g_assert_no_error (error);
  g_assert_true (calx_lesion_equal (lesion, again));
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  lay_over (); /* before GLib looks up its first resource: it reads the variable once */
  g_test_add_func ("/overlay/an-added-input-has-its-unit", test_an_added_input_has_its_unit);
  g_test_add_func ("/overlay/an-added-region-takes-a-lesion", test_an_added_region_takes_a_lesion);
  result = g_test_run ();
  lift ();
  return result;
}
