/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How light the skin of the figure is drawn, in five steps: a choice for the picture, never a finding and
 * never scored. */
typedef enum
{
  CALX_SKIN_NOT_STATED, /* a neutral figure */
  CALX_SKIN_LIGHTEST,
  CALX_SKIN_LIGHT,
  CALX_SKIN_MEDIUM,
  CALX_SKIN_DARK,
  CALX_SKIN_DARKEST,
} CalxSkin;
#define CALX_N_SKINS 6

/* The form of files: "" where it is not stated, "lightest" ... "darkest" */
const char *calx_skin_to_id   (CalxSkin    skin);
gboolean    calx_skin_from_id (const char *id,
                               CalxSkin   *ret_skin);

G_END_DECLS
