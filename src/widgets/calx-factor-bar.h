/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The contribution of one factor around a zero line: to the right what adds, to the left what takes
 * away; a range, of what is not known, is hatched. Says nothing to screen readers: the row that
 * holds it says the same in words. */
#define CALX_TYPE_FACTOR_BAR (calx_factor_bar_get_type ())
G_DECLARE_FINAL_TYPE (CalxFactorBar, calx_factor_bar, CALX, FACTOR_BAR, GtkWidget)

/* All in log odds. @minimum = @maximum: a known contribution. The axis is the same for every bar of a
 * panel and holds zero; where it is empty nothing but the zero line is drawn. */
void       calx_factor_bar_set (CalxFactorBar *self,
                                double         minimum,
                                double         maximum,
                                double         axis_minimum,
                                double         axis_maximum);

G_END_DECLS
