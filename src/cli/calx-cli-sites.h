/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-cli.h"

G_BEGIN_DECLS

/* The options of draw --all, as they were typed; NULL where not given. */
typedef struct
{
  char *subtype;
  char *setting;
  char *from;
  char *to;
  char *state;
  char *figure;
} CalxCliSites;

void          calx_cli_sites_clear     (CalxCliSites       *self);
gboolean      calx_cli_sites_are_given (const CalxCliSites *self);
/* Writes the clinic's map. @usage_ok: the options that stand beside these agree with them. */
CalxCliStatus calx_cli_draw_all        (const char         *database,
                                        const char         *model_path,
                                        const CalxCliSites *sites,
                                        gboolean            usage_ok,
                                        const char         *output);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CalxCliSites, calx_cli_sites_clear)

G_END_DECLS
