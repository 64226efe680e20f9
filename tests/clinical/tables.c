/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables.h"

#include <string.h>

char *
tables_read (const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", name, NULL);
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GBytes *
read_bytes (const char *name)
{
  char *text = tables_read (name);

  return g_bytes_new_take (text, strlen (text));
}

CalxUnits *
tables_units (void)
{
  static CalxUnits *units = NULL;

  if (units == NULL)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) json = read_bytes ("units.json");

      units = calx_units_new (json, "units.json", &error);
      g_assert_no_error (error);
    }
  return units;
}

CalxInputs *
tables_inputs (void)
{
  static CalxInputs *inputs = NULL;

  if (inputs == NULL)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) json = read_bytes ("inputs.json");

      inputs = calx_inputs_new (json, "inputs.json", tables_units (), &error);
      g_assert_no_error (error);
    }
  return inputs;
}

CalxRegions *
tables_regions (void)
{
  static CalxRegions *regions = NULL;

  if (regions == NULL)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) json = read_bytes ("regions.json");

      regions = calx_regions_new (json, "regions.json", &error);
      g_assert_no_error (error);
    }
  return regions;
}

const CalxInput *
tables_input (const char *id)
{
  const CalxInput *input = calx_inputs_find (tables_inputs (), id);

  g_assert_nonnull (input);
  return input;
}
