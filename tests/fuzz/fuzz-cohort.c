/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cohort.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static CalxKnowledge knowledge;

static GBytes *
load (const char *path)
{
  char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    g_error ("%s cannot be read; run from the project's folder", path);
  return g_bytes_new_take (contents, length);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) units_json = load ("data/units.json");
  g_autoptr(GBytes) inputs_json = load ("data/inputs.json");
  g_autoptr(GBytes) model_json = load ("data/onset-model.json");

  knowledge.units = calx_units_new (units_json, "units.json", &error);
  g_assert_no_error (error);
  knowledge.inputs = calx_inputs_new (inputs_json, "inputs.json", knowledge.units, &error);
  g_assert_no_error (error);
  knowledge.model = calx_risk_model_new (model_json, "onset-model.json", knowledge.inputs, knowledge.units,
                                         &error);
  g_assert_no_error (error);
  return 0;
}

static void
count_column (const char *column,
              gpointer    data)
{
  guint *n = data;

  g_assert_true (g_utf8_validate (column, -1, NULL));
  (*n)++;
}

/* Whatever the file holds, the result is text, or one line says why there is none. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr(GError) error = NULL;
  CalxCohortFormat format = size % 3;
  guint n_columns = 0;
  guint n_bad_rows = 0;

  if (!calx_cohort_score (&knowledge, input, output, format, count_column, &n_columns, &n_bad_rows, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_null (strchr (error->message, '\n'));
      g_assert_cmpuint (n_columns, ==, 0);
      return 0;
    }
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (output)),
                                  g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (output)),
                                  NULL));
  return 0;
}
