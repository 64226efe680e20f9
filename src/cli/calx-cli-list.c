/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <glib/gi18n.h>

#include "calx-csv.h"
#include "calx-store-patient.h"

#define PAGE_ROWS 500

static char *
format_points (const CalxPatientRow *row)
{
  if (g_str_equal (row->band_min, "unknown"))
    return g_strdup ("unknown");
  if (!row->has_points)
    return g_strdup ("");
  if (row->points_min == row->points_max)
    return g_strdup_printf ("%d", row->points_min);
  return g_strdup_printf ("%d..%d", row->points_min, row->points_max);
}

static char *
format_band (const CalxPatientRow *row)
{
  if (g_str_equal (row->band_min, row->band_max))
    return g_strdup (row->band_min);
  return g_strdup_printf ("%s..%s", row->band_min, row->band_max);
}

static void
append_row (GString              *out,
            const CalxPatientRow *row)
{
  g_autofree char *born = calx_date_to_iso (row->born);
  g_autofree char *last_session = calx_date_to_iso (row->last_session);
  g_autofree char *points = format_points (row);
  g_autofree char *band = format_band (row);

  calx_csv_append_row (out, (const char *[]){ row->uuid, row->record_number, row->family_name,
                                              row->given_name, born, calx_sex_to_id (row->sex),
                                              last_session, points, band, NULL });
}

static CalxCliStatus
list (CalxStore *store)
{
  g_autofree char *after_key = NULL;
  g_autoptr(GError) error = NULL;
  guint n_rows;

  if (!calx_cli_write ("id,record_number,family_name,given_name,born,sex,last_session,points,band\n", -1,
                       &error))
    return calx_cli_fail (error);
  do
    {
      g_autoptr(GPtrArray) rows = calx_store_list_patients (store, /* search= */ NULL, after_key, PAGE_ROWS,
                                                            /* cancellable= */ NULL, &error);
      g_autoptr(GString) out = g_string_new (NULL);

      if (rows == NULL)
        return calx_cli_fail (error);
      n_rows = rows->len;
      for (guint i = 0; i < n_rows; i++)
        append_row (out, g_ptr_array_index (rows, i));
      if (!calx_cli_write (out->str, out->len, &error))
        return calx_cli_fail (error);
      if (n_rows > 0)
        {
          const CalxPatientRow *last = g_ptr_array_index (rows, n_rows - 1);

          g_free (after_key);
          after_key = g_strdup (last->sort_key);
        }
    }
  while (n_rows == PAGE_ROWS);
  return CALX_CLI_OK;
}

CalxCliStatus
calx_cli_list (int          argc,
               char       **argv,
               const char  *model_path)
{
  g_autofree char *database = NULL;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_("The records file"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(CalxCliArguments) arguments = { 0 };
  g_autoptr(GError) error = NULL;
  CalxStore *store;
  CalxCliStatus status;

  if (!calx_cli_parse (argc, argv, NULL, _("Lists the patients as CSV, by name."), entries, 0, model_path,
                       &arguments, &error))
    return calx_cli_fail (error);
  store = calx_cli_open_store (database, arguments.model_path, CALX_STORE_READ_ONLY, &error);
  if (store == NULL)
    return calx_cli_fail (error);
  status = list (store);
  calx_store_close (store);
  return status;
}
