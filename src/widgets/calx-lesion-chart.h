/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-chart.h"

G_BEGIN_DECLS

/* A small chart of one quantity over time, whose values the arrow keys and the pointer reach: the chosen one is
 * written beside its point, and read out with its day. */
#define CALX_TYPE_LESION_CHART (calx_lesion_chart_get_type ())
G_DECLARE_FINAL_TYPE (CalxLesionChart, calx_lesion_chart, CALX, LESION_CHART, GtkWidget)

GtkWidget *calx_lesion_chart_new        (void);
/* @chart: its points and texts are copied. @values: NULL-terminated, what is read out of each point. */
void       calx_lesion_chart_set_chart  (CalxLesionChart   *self,
                                         const CalxChart   *chart,
                                         const char *const *values);
/* The point whose value is shown; -1: none. */
int        calx_lesion_chart_get_selected (CalxLesionChart *self);

G_END_DECLS
