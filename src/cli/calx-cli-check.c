/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <glib/gi18n.h>
#include <string.h>

#include "calx-store-check.h"
#include "calx-store-patient.h"

/* Damage that keeps the file from being read is what a check is there to find. */
static CalxCliStatus
fail (const GError *error)
{
  g_autofree char *line = NULL;

  if (!g_error_matches (error, CALX_STORE_ERROR, CALX_STORE_ERROR_DAMAGED))
    return calx_cli_fail (error);
  line = g_strdup_printf ("%s\n", error->message);
  return calx_cli_write (line, strlen (line), NULL) ? CALX_CLI_FOUND : CALX_CLI_CANNOT_RUN;
}

static CalxCliStatus
check (CalxStore *store,
       gboolean   rebuild)
{
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  guint n_found = 0;

  if ((rebuild && !calx_store_rebuild_summaries (store, &error)) ||
      !calx_store_check (store, &lines, &n_found, &error))
    return fail (error);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (lines, i));
  if (!calx_cli_write (text->str, text->len, &error))
    return calx_cli_fail (error);
  return n_found > 0 ? CALX_CLI_FOUND : CALX_CLI_OK;
}

CalxCliStatus
calx_cli_check (int          argc,
                char       **argv,
                const char  *model_path)
{
  g_autofree char *database = NULL;
  gboolean rebuild = FALSE;
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_("The records file"), N_("FILE") },
    { "rebuild", 0, 0, G_OPTION_ARG_NONE, &rebuild,
      N_("Make the summaries and the search again before checking"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(CalxCliArguments) arguments = { 0 };
  g_autoptr(GError) error = NULL;
  CalxStore *store;
  CalxCliStatus status;

  if (!calx_cli_parse (argc, argv, NULL,
                       _("Checks the records file: integrity, foreign keys, versions, audit chain."),
                       entries, 0, model_path, &arguments, &error))
    return calx_cli_fail (error);
  store = calx_cli_open_store (database, arguments.model_path, rebuild ? 0 : CALX_STORE_READ_ONLY,
                               &error);
  if (store == NULL)
    return fail (error);
  status = check (store, rebuild);
  calx_store_close (store);
  return status;
}
