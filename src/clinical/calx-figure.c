/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-figure.h"

static const char *const ids[CALX_N_FIGURES] = {
  [CALX_FIGURE_WOMAN] = "woman",
  [CALX_FIGURE_MAN] = "man",
  [CALX_FIGURE_WOMAN_LARGE] = "woman-large",
  [CALX_FIGURE_MAN_LARGE] = "man-large",
  [CALX_FIGURE_CHILD] = "child",
  [CALX_FIGURE_INFANT] = "infant",
};

const char *
calx_figure_to_id (CalxFigure figure)
{
  g_return_val_if_fail (figure < CALX_N_FIGURES, "");

  return ids[figure];
}

gboolean
calx_figure_from_id (const char *id,
                     CalxFigure *ret_figure)
{
  g_return_val_if_fail (id != NULL && ret_figure != NULL, FALSE);

  for (guint i = 0; i < CALX_N_FIGURES; i++)
    if (g_str_equal (ids[i], id))
      {
        *ret_figure = (CalxFigure) i;
        return TRUE;
      }
  return FALSE;
}

CalxFigure
calx_figure_standard (CalxSex sex)
{
  return sex == CALX_SEX_MALE ? CALX_FIGURE_MAN : CALX_FIGURE_WOMAN;
}
