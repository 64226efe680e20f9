/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <glib/gi18n.h>

#include "calx-compendium.h"

CalxCliStatus
calx_cli_model (int          argc,
                char       **argv,
                const char  *model_path)
{
  g_auto(CalxCliArguments) arguments = { 0 };
  g_autoptr(CalxKnowledge) knowledge = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxCompendium) card = NULL;
  g_autofree char *text = NULL;

  if (!calx_cli_parse (argc, argv, NULL,
                       _("Prints the model card: every factor, its sources, and what is not scored; then every "
                         "source of what Calx says."),
                       NULL, 0, model_path, &arguments, &error))
    return calx_cli_fail (error);
  knowledge = calx_knowledge_load (arguments.model_path, &error);
  if (knowledge == NULL)
    return calx_cli_fail (error);
  card = calx_compendium_new_model (knowledge);
  text = calx_compendium_print (card);
  if (!calx_cli_write (text, -1, &error))
    return calx_cli_fail (error);
  return CALX_CLI_OK;
}
