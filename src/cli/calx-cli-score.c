/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <locale.h>
#include <string.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>

#include "calx-cohort.h"

static gboolean
parse_format (const char        *text,
              CalxCohortFormat  *ret_format,
              GError           **error)
{
  static const struct
  {
    const char       *name;
    CalxCohortFormat  format;
  } formats[] = {
    { "csv", CALX_COHORT_CSV },
    { "json", CALX_COHORT_JSON },
    { "text", CALX_COHORT_TEXT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (text, formats[i].name) == 0 || (text == NULL && i == 0))
      {
        *ret_format = formats[i].format;
        return TRUE;
      }
  g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("--format is csv, json or text"));
  return FALSE;
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

static void
tell_unknown_column (const char *column,
                     gpointer    data)
{
  g_autofree char *shown = g_strdup (column);

  g_strdelimit (shown, "\r\n\t", ' ');
  g_printerr (_("calx-cli: unknown column “%s” is skipped\n"), shown);
}

/* Machine formats read the same everywhere, in their messages too. */
static void
use_plain_locale (CalxCohortFormat format)
{
  if (format == CALX_COHORT_TEXT)
    return;
  setlocale (LC_NUMERIC, "C");
  setlocale (LC_MESSAGES, "C");
}

CalxCliStatus
calx_cli_score (int          argc,
                char       **argv,
                const char  *model_path)
{
  g_autofree char *format_text = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_text,
      N_("What to write: csv (the default), json (one object a line) or text (for people)"),
      "csv|json|text" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(CalxCliArguments) arguments = { 0 };
  g_autoptr(CalxKnowledge) knowledge = NULL;
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(GOutputStream) output = NULL;
  g_autoptr(GError) error = NULL;
  CalxCohortFormat format;
  guint n_bad_rows = 0;

  if (!calx_cli_parse (argc, argv, _("FILE.csv"),
                       _("Scores a cohort, one row a patient. FILE “-” is the standard input."),
                       entries, 1, model_path, &arguments, &error) ||
      !parse_format (format_text, &format, &error))
    return calx_cli_fail (error);
  use_plain_locale (format);

  knowledge = calx_knowledge_load (arguments.model_path, &error);
  if (knowledge == NULL)
    return calx_cli_fail (error);
  input = open_input (arguments.rest[0], &error);
  if (input == NULL)
    return calx_cli_fail (error);
  output = g_unix_output_stream_new (STDOUT_FILENO, /* close_fd= */ FALSE);
  if (!calx_cohort_score (knowledge, input, output, format, tell_unknown_column, NULL, &n_bad_rows,
                          &error))
    return calx_cli_fail (error);
  return n_bad_rows > 0 ? CALX_CLI_FOUND : CALX_CLI_OK;
}
