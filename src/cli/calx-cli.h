/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-store.h"

G_BEGIN_DECLS

/* How a command ends. */
typedef enum
{
  CALX_CLI_OK = 0,
  CALX_CLI_FOUND = 1,      /* check found something, or a row is in error */
  CALX_CLI_CANNOT_RUN = 2, /* with one line on standard error */
} CalxCliStatus;

/* Runs one command; argv[0] is its name. @model_path: given before the command, or NULL. */
typedef CalxCliStatus (*CalxCliRun) (int          argc,
                                     char       **argv,
                                     const char  *model_path);

CalxCliStatus calx_cli_check  (int argc, char **argv, const char *model_path);
CalxCliStatus calx_cli_demo   (int argc, char **argv, const char *model_path);
CalxCliStatus calx_cli_draw   (int argc, char **argv, const char *model_path);
CalxCliStatus calx_cli_export (int argc, char **argv, const char *model_path);
CalxCliStatus calx_cli_import (int argc, char **argv, const char *model_path);
CalxCliStatus calx_cli_list   (int argc, char **argv, const char *model_path);
CalxCliStatus calx_cli_model  (int argc, char **argv, const char *model_path);
CalxCliStatus calx_cli_report (int argc, char **argv, const char *model_path);
CalxCliStatus calx_cli_score  (int argc, char **argv, const char *model_path);

#define CALX_CLI_ERROR (calx_cli_error_quark ())
typedef enum
{
  CALX_CLI_ERROR_USAGE,
} CalxCliError;
GQuark calx_cli_error_quark (void);

/* What every command takes beside its own options. Clear with calx_cli_arguments_clear(). */
typedef struct
{
  char  *model_path;
  char **rest; /* what is no option */
} CalxCliArguments;

/* Reads the options of a command; --help prints @usage, @summary and them, and ends the program.
 * @n_rest: how many arguments that are no options it takes; another number is an error. */
gboolean      calx_cli_parse           (int                 argc,
                                        char              **argv,
                                        const char         *usage,
                                        const char         *summary,
                                        const GOptionEntry *entries,
                                        guint               n_rest,
                                        const char         *model_path,
                                        CalxCliArguments   *arguments,
                                        GError            **error);
void          calx_cli_arguments_clear (CalxCliArguments   *arguments);
/* One line on standard error; always CALX_CLI_CANNOT_RUN. */
CalxCliStatus calx_cli_fail            (const GError       *error);
/* @text to standard output, all of it or an error. */
gboolean      calx_cli_write           (const char         *text,
                                        gssize              length,
                                        GError            **error);
/* Opens the file at @path, or the default one where NULL. */
CalxStore    *calx_cli_open_store      (const char         *path,
                                        const char         *model_path,
                                        CalxStoreFlags      flags,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CalxCliArguments, calx_cli_arguments_clear)

G_END_DECLS
