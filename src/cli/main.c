/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <locale.h>
#include <signal.h>
#include <sys/stat.h>

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  const char *summary;
  CalxCliRun  run;
} Command;

static const Command commands[] = {
  { "score", N_("score a cohort: a CSV file, one row a patient"), calx_cli_score },
  { "model", N_("print the model card"), calx_cli_model },
  { "demo", N_("write the sample clinic"), calx_cli_demo },
  { "list", N_("list the patients of a records file"), calx_cli_list },
  { "report", N_("write a patient's printed summary"), calx_cli_report },
  { "draw", N_("write a patient's body map"), calx_cli_draw },
  { "export", N_("write the lesions of a records file as CSV"), calx_cli_export },
  { "import", N_("put lesions of a CSV file into a records file"), calx_cli_import },
  { "check", N_("check a records file"), calx_cli_check },
};

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-8s %s", commands[i].name, _(commands[i].summary));
  g_string_append_printf (text, "\n\n%s", _("A command's own options: calx-cli COMMAND --help\n"
                                            "Status: 0, done; 1, a row is in error or check found "
                                            "something; 2, the command could not run."));
  return g_string_free (text, FALSE);
}

/* The options before the command. What follows it is left in @argv. */
static gboolean
parse_before (int       *argc,
              char    ***argv,
              gboolean  *version,
              char     **model_path,
              GError   **error)
{
  const GOptionEntry entries[] = {
    { "version", 0, 0, G_OPTION_ARG_NONE, version, N_("Print the version"), NULL },
    { "model", 0, 0, G_OPTION_ARG_FILENAME, model_path,
      N_("Another model file instead of the shipped one"), N_("FILE") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr(GOptionContext) context = g_option_context_new (_("COMMAND"));
  g_autofree char *description = describe_commands ();

  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _("Published risk factors for calciphylaxis, weighted. "
                                           "Not a medical device, not validated."));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

static CalxCliStatus
run_command (int         argc,
             char      **argv,
             const char *model_path)
{
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; argc > 0 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[0], commands[i].name))
      {
        g_autofree char *program = g_strconcat ("calx-cli ", commands[i].name, NULL);

        g_set_prgname (program);
        return commands[i].run (argc, argv, model_path);
      }
  error = g_error_new (CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE,
                       argc > 0 ? _("no such command; see calx-cli --help")
                                : _("a command is missing; see calx-cli --help"));
  return calx_cli_fail (error);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *model_path = NULL;
  g_autoptr(GError) error = NULL;
  gboolean version = FALSE;

  umask (077);                /* what is written holds patients */
  signal (SIGXFSZ, SIG_IGN);  /* a full quota is then an error of the write */
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, CALX_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("calx-cli");

  if (!parse_before (&argc, &argv, &version, &model_path, &error))
    return calx_cli_fail (error);
  if (version)
    {
      if (!calx_cli_write ("calx-cli " CALX_VERSION "\n", -1, &error))
        return calx_cli_fail (error);
      return CALX_CLI_OK;
    }
  if (argc > 1 && g_str_equal (argv[1], "--"))
    {
      argc--;
      argv++;
    }
  return run_command (argc - 1, argv + 1, model_path);
}
