/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-csv.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static CalxRegions *regions;
static CalxFigures *figures;

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
  g_autoptr(GBytes) regions_json = load ("data/regions.json");
  g_autoptr(GBytes) sources_json = load ("data/sources.json");
  g_autoptr(GBytes) figures_json = load ("data/figures.json");
  g_autoptr(CalxSources) sources = NULL;

  regions = calx_regions_new (regions_json, "regions.json", &error);
  g_assert_no_error (error);
  sources = calx_sources_new (sources_json, "sources.json", &error);
  g_assert_no_error (error);
  figures = calx_figures_new (figures_json, "figures.json", sources, &error);
  g_assert_no_error (error);
  return 0;
}

static GPtrArray *
read_bytes (const void *data,
            gsize       size,
            GPtrArray  *faults)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GError) error = NULL;
  GPtrArray *lines = calx_lesion_csv_read (regions, figures, input, faults, &error);

  g_assert_no_error (error); /* a stream in memory can always be read */
  g_assert_true ((lines == NULL) == (faults->len > 0));
  return lines;
}

/* Whatever the file holds, it is read or one line says why not; what was read is written and read again the same. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) lines = read_bytes (data, size, faults);
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(GString) text = NULL;

  for (guint i = 0; i < faults->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (faults, i), -1, NULL));
  if (lines == NULL)
    return 0;
  text = g_string_new (NULL);
  calx_lesion_csv_append_header (text);
  for (guint i = 0; i < lines->len; i++)
    {
      CalxLesionLine *line = g_ptr_array_index (lines, i);

      line->lesion->number = (int) i + 1; /* those without one are all called 1 */
      calx_lesion_csv_append (text, regions, line);
    }
  again = read_bytes (text->str, text->len, faults);
  if (again == NULL)
    g_error ("%s", (char *) g_ptr_array_index (faults, 0));
  g_assert_cmpuint (again->len, ==, lines->len);
  for (guint i = 0; i < lines->len; i++)
    {
      CalxLesionLine *line = g_ptr_array_index (lines, i);
      CalxLesionLine *other = g_ptr_array_index (again, i);

      g_assert_true (calx_lesion_equal (line->lesion, other->lesion));
    }
  return 0;
}
