/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-patient.h"

G_BEGIN_DECLS

/* The figures of the body map; data/body/body-<id>.json holds each. */
typedef enum
{
  CALX_FIGURE_WOMAN,
  CALX_FIGURE_MAN,
  CALX_FIGURE_WOMAN_LARGE,
  CALX_FIGURE_MAN_LARGE,
  CALX_FIGURE_CHILD,
  CALX_FIGURE_INFANT,
} CalxFigure;
#define CALX_N_FIGURES 6

/* "woman-large"; the form of files */
const char *calx_figure_to_id    (CalxFigure  figure);
gboolean    calx_figure_from_id  (const char *id,
                                  CalxFigure *ret_figure);
/* The adult figure of average build for a sex; unknown: the woman. */
CalxFigure  calx_figure_standard (CalxSex     sex);

G_END_DECLS
