/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-date.h"

G_BEGIN_DECLS

/* A slider over the sessions of a patient. Keys lead from session to session (arrows, Page Up and Down, Home and
 * End); the pointer may stop between two. It says the day, or the two days it stands between, and what the owner
 * adds to it; a screen reader hears both.
 *
 * Signal "moved": the person moved it. */
#define CALX_TYPE_TIME_SLIDER (calx_time_slider_get_type ())
G_DECLARE_FINAL_TYPE (CalxTimeSlider, calx_time_slider, CALX, TIME_SLIDER, GtkWidget)

GtkWidget *calx_time_slider_new          (void);
/* @dates: CalxDate, oldest first, at least one. It stands at the last. Emits nothing. */
void       calx_time_slider_set_dates    (CalxTimeSlider *self,
                                          const CalxDate *dates,
                                          guint           n);
/* 0 at the oldest session; 1.5 halfway from the second to the third. */
double     calx_time_slider_get_position (CalxTimeSlider *self);
/* Emits nothing. */
void       calx_time_slider_set_position (CalxTimeSlider *self,
                                          double          position);
/* What has changed up to there, in words. */
void       calx_time_slider_set_words    (CalxTimeSlider *self,
                                          const char     *words);

G_END_DECLS
