/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-csv.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* What was read is written and read again: it must be the same rows. */
static void
check_round_trip (GPtrArray *rows)
{
  g_autoptr(GString) out = g_string_new (NULL);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(CalxCsvReader) reader = NULL;
  g_autoptr(GBytes) bytes = NULL;

  for (guint i = 0; i < rows->len; i++)
    calx_csv_append_row (out, g_ptr_array_index (rows, i));
  bytes = g_bytes_new_static (out->str, out->len);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  reader = calx_csv_reader_new (stream);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) cells = calx_csv_reader_next (reader, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (cells);
      g_assert_true (g_strv_equal ((const char * const *) cells, g_ptr_array_index (rows, i)));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(CalxCsvReader) reader = calx_csv_reader_new (stream);
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint last_line = 0;

  for (;;)
    {
      g_autoptr(GError) error = NULL;
      gsize n_cells = 0;
      char **cells = calx_csv_reader_next (reader, &n_cells, &error);

      if (cells == NULL && error == NULL)
        break;
      g_assert_cmpuint (calx_csv_reader_get_line (reader), >, last_line);
      last_line = calx_csv_reader_get_line (reader);
      if (cells == NULL)
        {
          g_assert_error (error, CALX_CSV_ERROR, CALX_CSV_ERROR_QUOTES);
          continue;
        }
      g_assert_cmpuint (n_cells, >, 0);
      g_assert_cmpuint (n_cells, ==, g_strv_length (cells));
      g_ptr_array_add (rows, cells);
    }
  check_round_trip (rows);
  return 0;
}
