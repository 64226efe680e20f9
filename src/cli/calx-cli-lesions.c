/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>

#include "calx-file.h"
#include "calx-format-extent.h"
#include "calx-lesion-csv.h"
#include "calx-store-check.h"
#include "calx-store-lesions.h"

static gboolean
check_lesions (gboolean   lesions,
               GError   **error)
{
  if (lesions)
    return TRUE;
  g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("--lesions is missing; see %s --help"), g_get_prgname ());
  return FALSE;
}

static GBytes *
write_csv (CalxStore  *store,
           GError    **error)
{
  CalxRegions *regions = calx_store_get_knowledge (store)->regions;
  g_autoptr(CalxLesionReading) reading = calx_lesion_reading_new ();
  g_autoptr(GString) text = g_string_new (NULL);

  if (!calx_store_read_lesions (store, reading, 0, /* cancellable= */ NULL, error))
    return NULL;
  calx_lesion_csv_append_header (text);
  for (guint i = 0; i < reading->lines->len; i++)
    calx_lesion_csv_append (text, regions, g_ptr_array_index (reading->lines, i));
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static gboolean
export_lesions (CalxStore   *store,
                const char  *output,
                GError     **error)
{
  g_autoptr(GBytes) csv = write_csv (store, error);

  /* Told before it is done: nothing leaves the file without a trace. */
  if (csv == NULL || !calx_store_audit (store, "export", "lesions", "csv", error))
    return FALSE;
  if (g_str_equal (output, "-"))
    return calx_cli_write (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), error);
  return calx_file_write_private (output, csv, error);
}

CalxCliStatus
calx_cli_export (int          argc,
                 char       **argv,
                 const char  *model_path)
{
  g_autofree char *database = NULL;
  g_autofree char *output = NULL;
  gboolean lesions = FALSE;
  const GOptionEntry entries[] = {
    { "lesions", 0, 0, G_OPTION_ARG_NONE, &lesions, N_("One line a lesion and session"), NULL },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_("The records file"), N_("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write; “-”: standard output"), N_("OUT") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(CalxCliArguments) arguments = { 0 };
  g_autoptr(GError) error = NULL;
  CalxStore *store;
  gboolean done;

  if (!calx_cli_parse (argc, argv, NULL, _("Writes the lesions of all patients and sessions as CSV."), entries, 0,
                       model_path, &arguments, &error) ||
      !check_lesions (lesions, &error))
    return calx_cli_fail (error);
  if (output == NULL)
    {
      g_set_error (&error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("-o is missing; see %s --help"), g_get_prgname ());
      return calx_cli_fail (error);
    }
  store = calx_cli_open_store (database, arguments.model_path, 0, &error);
  if (store == NULL)
    return calx_cli_fail (error);
  done = export_lesions (store, output, &error);
  calx_store_close (store);
  return done ? CALX_CLI_OK : calx_cli_fail (error);
}

static CalxCliStatus
print_faults (GPtrArray *faults)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < faults->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (faults, i));
  g_string_append_printf (text, "%s\n", _("Nothing was written."));
  return calx_cli_write (text->str, text->len, &error) ? CALX_CLI_FOUND : calx_cli_fail (error);
}

static CalxCliStatus
import_lesions (CalxStore    *store,
                GInputStream *input,
                gboolean      dry_run)
{
  CalxKnowledge *knowledge = calx_store_get_knowledge (store);
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;
  CalxLesionImport result = { 0 };

  lines = calx_lesion_csv_read (knowledge->regions, knowledge->figures, input, faults, &error);
  if (lines != NULL)
    calx_store_import_lesions (store, lines, dry_run, _("Import of lesions from a CSV file"), &result, faults, &error);
  if (error != NULL)
    return calx_cli_fail (error);
  if (faults->len > 0)
    return print_faults (faults);
  words = calx_format_lesion_import (&result);
  text = dry_run ? g_strdup_printf (_("%s\nA dry run: nothing was written.\n"), words) : g_strdup_printf ("%s\n", words);
  return calx_cli_write (text, -1, &error) ? CALX_CLI_OK : calx_cli_fail (error);
}

static GInputStream *
open_input (const char  *path,
            GError     **error)
{
  g_autoptr(GFile) file = NULL;

  if (g_str_equal (path, "-"))
    return g_unix_input_stream_new (STDIN_FILENO, /* close_fd= */ FALSE);
  file = g_file_new_for_path (path);
  return (GInputStream *) g_file_read (file, /* cancellable= */ NULL, error);
}

CalxCliStatus
calx_cli_import (int          argc,
                 char       **argv,
                 const char  *model_path)
{
  g_autofree char *database = NULL;
  gboolean lesions = FALSE;
  gboolean dry_run = FALSE;
  const GOptionEntry entries[] = {
    { "lesions", 0, 0, G_OPTION_ARG_NONE, &lesions, N_("A file as export --lesions writes it"), NULL },
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_("The records file"), N_("FILE") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_("Say what would change, and write nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(CalxCliArguments) arguments = { 0 };
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(GError) error = NULL;
  CalxStore *store;
  CalxCliStatus status;

  if (!calx_cli_parse (argc, argv, _("IN.csv"), _("Puts lesions into the sessions of a records file: all of them or none."),
                       entries, 1, model_path, &arguments, &error) ||
      !check_lesions (lesions, &error))
    return calx_cli_fail (error);
  input = open_input (arguments.rest[0], &error);
  if (input == NULL)
    return calx_cli_fail (error);
  store = calx_cli_open_store (database, arguments.model_path, 0, &error);
  if (store == NULL)
    return calx_cli_fail (error);
  status = import_lesions (store, input, dry_run);
  calx_store_close (store);
  return status;
}
