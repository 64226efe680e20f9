/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <string.h>
#include <unistd.h>

#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>

G_DEFINE_QUARK (calx-cli-error-quark, calx_cli_error)

gboolean
calx_cli_parse (int                  argc,
                char               **argv,
                const char          *usage,
                const char          *summary,
                const GOptionEntry  *entries,
                guint                n_rest,
                const char          *model_path,
                CalxCliArguments    *arguments,
                GError             **error)
{
  const GOptionEntry common[] = {
    { "model", 0, 0, G_OPTION_ARG_FILENAME, &arguments->model_path,
      N_("Another model file instead of the shipped one"), N_("FILE") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments->rest, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GOptionContext) context = g_option_context_new (usage);
  guint n_given;

  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &argc, &argv, error))
    return FALSE;

  if (arguments->model_path == NULL)
    arguments->model_path = g_strdup (model_path);
  n_given = arguments->rest == NULL ? 0 : g_strv_length (arguments->rest);
  if (n_given != n_rest)
    {
      /* What was given is not repeated: it may be a patient's. */
      g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE,
                   n_given < n_rest ? _("a file name is missing; see %s --help")
                                    : _("too many arguments; see %s --help"),
                   g_get_prgname ());
      return FALSE;
    }
  return TRUE;
}

void
calx_cli_arguments_clear (CalxCliArguments *arguments)
{
  g_clear_pointer (&arguments->model_path, g_free);
  g_clear_pointer (&arguments->rest, g_strfreev);
}

CalxCliStatus
calx_cli_fail (const GError *error)
{
  g_autofree char *line = g_strdup (error->message);

  g_strdelimit (line, "\r\n", ' ');
  g_printerr ("calx-cli: %s\n", line);
  return CALX_CLI_CANNOT_RUN;
}

gboolean
calx_cli_write (const char  *text,
                gssize       length,
                GError     **error)
{
  g_autoptr(GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, /* close_fd= */ FALSE);

  return g_output_stream_write_all (output, text, length < 0 ? strlen (text) : (gsize) length,
                                    /* bytes_written= */ NULL, /* cancellable= */ NULL, error);
}

CalxStore *
calx_cli_open_store (const char      *path,
                     const char      *model_path,
                     CalxStoreFlags   flags,
                     GError         **error)
{
  g_autoptr(CalxKnowledge) knowledge = calx_knowledge_load (model_path, error);
  g_autofree char *default_path = NULL;

  if (knowledge == NULL)
    return NULL;
  if (path == NULL)
    path = default_path = calx_store_get_default_path ();
  return calx_store_open (path, flags, knowledge, /* environment= */ NULL, error);
}
