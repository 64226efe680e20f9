/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <glib/gi18n.h>

#include "calx-body-renderer.h"
#include "calx-cli-patients.h"
#include "calx-cli-sites.h"
#include "calx-format.h"

/* Under the date alone: a map may go to a colleague without saying whose it is. */
static gboolean
draw_patient (CalxStore       *store,
              CalxCliPatient  *patient,
              const char      *path,
              gpointer         data,
              GError         **error)
{
  CalxSession *session = patient->newest->session;
  CalxKnowledge *knowledge = calx_store_get_knowledge (store);
  CalxFindings *findings = calx_session_get_findings (session);
  CalxFigure figure = calx_figure_choose_for (knowledge->figures, patient->patient, findings,
                                              calx_session_get_date (session));
  g_autoptr(CalxBody) body = calx_body_load (figure, knowledge->regions, error);
  g_autofree char *date = calx_format_date (calx_session_get_date (session));
  CalxBodyScene scene = {
    .body = body,
    .lesions = calx_session_get_lesions (session),
    .stature_mm = calx_figure_get_scale_mm (knowledge->figures, figure, findings),
    .sex = patient->patient->sex,
  };

  if (body == NULL)
    return FALSE;
  return calx_body_export (&scene, date, calx_palette_get (CALX_PALETTE_LIGHT), path, error);
}

/* The suffix of the files, "." included: of @format, else of @output, else the first. */
static const char *
get_suffix (const char  *format,
            const char  *output,
            GError     **error)
{
  static const char * const suffixes[] = { ".svg", ".png", ".pdf" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (format == NULL ? g_str_has_suffix (output, suffixes[i]) : g_str_equal (format, suffixes[i] + 1))
      return suffixes[i];
  if (format == NULL)
    return suffixes[0];
  g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("--format is svg, png or pdf"));
  return NULL;
}

CalxCliStatus
calx_cli_draw (int          argc,
               char       **argv,
               const char  *model_path)
{
  g_autofree char *database = NULL;
  g_autofree char *id = NULL;
  g_autofree char *output = NULL;
  g_autofree char *format = NULL;
  gboolean all = FALSE;
  g_auto(CalxCliSites) sites = { 0 };
  const GOptionEntry entries[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, &database, N_("The records file"), N_("FILE") },
    { "patient", 0, 0, G_OPTION_ARG_STRING, &id,
      N_("The id that list prints first; “-”: record numbers from standard input, one a line"), N_("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("The file to write, .svg, .png or .pdf; a folder for more than one patient"), N_("OUT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_("Of the files in a folder"), "svg|png|pdf" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_("One map of the whole clinic: a density of all lesions, with counts"),
      NULL },
    { "subtype", 0, 0, G_OPTION_ARG_STRING, &sites.subtype,
      N_("With --all: patients for whom this subtype is suggested or possible"), N_("ID") },
    { "setting", 0, 0, G_OPTION_ARG_STRING, &sites.setting, N_("With --all: patients of this kidney treatment"), N_("ID") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &sites.from, N_("With --all: each patient’s newest session from this day on"),
      N_("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &sites.to, N_("With --all: … up to this day"), N_("DAY") },
    { "lesions", 0, 0, G_OPTION_ARG_STRING, &sites.state, N_("With --all: which lesions; open ones where not given"),
      "open|healed|all" },
    { "figure", 0, 0, G_OPTION_ARG_STRING, &sites.figure, N_("With --all: the figure that is shown"), N_("ID") },
    G_OPTION_ENTRY_NULL,
  };
  g_auto(CalxCliArguments) arguments = { 0 };
  g_autoptr(GError) error = NULL;
  const char *suffix;
  CalxStore *store;
  gboolean done;

  if (!calx_cli_parse (argc, argv, NULL, _("Writes the body map of a patient's newest session, or of the clinic."),
                       entries, 0, model_path, &arguments, &error))
    return calx_cli_fail (error);
  if (all || calx_cli_sites_are_given (&sites))
    return calx_cli_draw_all (database, arguments.model_path, &sites, all && id == NULL && format == NULL, output);
  if (!calx_cli_check_patient_id (id, &error) || !calx_cli_check_output (output, &error))
    return calx_cli_fail (error);
  suffix = get_suffix (format, output, &error);
  if (suffix == NULL)
    return calx_cli_fail (error);
  store = calx_cli_open_store (database, arguments.model_path, 0, &error);
  if (store == NULL)
    return calx_cli_fail (error);
  done = calx_cli_write_patients (store, id, output, suffix, draw_patient, NULL, &error);
  calx_store_close (store);
  return done ? CALX_CLI_OK : calx_cli_fail (error);
}
