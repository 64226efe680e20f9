/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli.h"

#include <glib/gi18n.h>

#include "calx-demo.h"

CalxCliStatus
calx_cli_demo (int          argc,
               char       **argv,
               const char  *model_path)
{
  g_auto(CalxCliArguments) arguments = { 0 };
  g_autoptr(CalxKnowledge) knowledge = NULL;
  g_autoptr(GError) error = NULL;

  if (!calx_cli_parse (argc, argv, _("FILE"),
                       _("Writes the sample clinic, 24 invented patients, into a new file."), NULL, 1,
                       model_path, &arguments, &error))
    return calx_cli_fail (error);
  knowledge = calx_knowledge_load (arguments.model_path, &error);
  if (knowledge == NULL || !calx_demo_write (arguments.rest[0], knowledge, &error))
    return calx_cli_fail (error);
  return CALX_CLI_OK;
}
