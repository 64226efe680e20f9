/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-knowledge.h"

#include <string.h>

#include "tables.h"

static const char *const names[] = { "units.json", "inputs.json", "regions.json", "onset-model.json",
                                     "body/body-woman.json", "body/body-man.json" };

static void
test_everything_loads (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxKnowledge) knowledge = calx_knowledge_load (NULL, &error);
  g_autoptr(CalxKnowledge) other = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (knowledge->units);
  g_assert_cmpuint (calx_inputs_get_n (knowledge->inputs), >, 20);
  g_assert_cmpuint (calx_regions_get_n (knowledge->regions), ==, 74);
  g_assert_cmpstr (calx_risk_model_get_id (knowledge->model), ==, "calciphylaxis-onset");
  other = calx_knowledge_ref (knowledge);
  g_assert_true (other == knowledge);
}

/* The hash that every result carries is that of the file as it lies in data/. */
static void
test_the_bundle_holds_the_files_byte_for_byte (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = calx_knowledge_lookup (names[i], &error);
      g_autofree char *text = tables_read (names[i]);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
    }
}

static void
test_the_hash_is_that_of_the_model_file (void)
{
  g_autoptr(CalxKnowledge) knowledge = calx_knowledge_load (NULL, NULL);
  g_autofree char *text = tables_read ("onset-model.json");
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_assert_cmpstr (calx_risk_model_get_sha256 (knowledge->model), ==, sha256);
}

static void
test_another_model_is_read_from_a_file (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "onset-model.json", NULL);
  g_autofree char *not_a_model = g_test_build_filename (G_TEST_DIST, "..", "data", "units.json", NULL);
  g_autoptr(CalxKnowledge) knowledge = calx_knowledge_load (path, &error);
  g_autoptr(CalxKnowledge) missing = NULL;
  g_autoptr(CalxKnowledge) wrong = NULL;

  g_assert_no_error (error);
  g_assert_nonnull (knowledge);

  missing = calx_knowledge_load ("/nowhere/model.json", &error);
  g_assert_null (missing);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "/nowhere/model.json"));
  g_clear_error (&error);

  wrong = calx_knowledge_load (not_a_model, &error);
  g_assert_null (wrong);
  g_assert_true (error->domain == CALX_DATA_ERROR);
  g_assert_nonnull (strstr (error->message, "units.json"));
  g_assert_nonnull (strstr (error->message, "format"));
}

static void
test_a_file_that_is_not_there_is_an_error (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = calx_knowledge_lookup ("no-such.json", &error);

  g_assert_null (bytes);
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/everything-loads", test_everything_loads);
  g_test_add_func ("/knowledge/the-bundle-holds-the-files-byte-for-byte",
                   test_the_bundle_holds_the_files_byte_for_byte);
  g_test_add_func ("/knowledge/the-hash-is-that-of-the-model-file", test_the_hash_is_that_of_the_model_file);
  g_test_add_func ("/knowledge/another-model-is-read-from-a-file", test_another_model_is_read_from_a_file);
  g_test_add_func ("/knowledge/a-file-that-is-not-there-is-an-error",
                   test_a_file_that_is_not_there_is_an_error);
  return g_test_run ();
}
