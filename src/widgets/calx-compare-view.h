/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-knowledge.h"
#include "calx-patient.h"
#include "calx-session.h"

G_BEGIN_DECLS

/* A patient's lesions over the sessions: under a slider, or two sessions side by side or laid over each other; the
 * change in words and by lesion, and the course of the chosen one. Nothing is edited here. */
#define CALX_TYPE_COMPARE_VIEW (calx_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (CalxCompareView, calx_compare_view, CALX, COMPARE_VIEW, GtkWidget)

typedef enum
{
  CALX_COMPARE_OVER_TIME,
  CALX_COMPARE_SIDE_BY_SIDE,
  CALX_COMPARE_OVERLAY,
} CalxCompareMode;
#define CALX_N_COMPARE_MODES 3

GtkWidget *calx_compare_view_new          (CalxKnowledge     *knowledge);
/* @sessions: CalxSession in any order; empty: none. What is shown moves to the last one where sessions were added
 * or taken away, and otherwise stays. Drawn when it is on screen. */
void       calx_compare_view_set_sessions (CalxCompareView   *self,
                                           const CalxPatient *patient,
                                           GPtrArray         *sessions);
void       calx_compare_view_set_mode     (CalxCompareView   *self,
                                           CalxCompareMode    mode);
/* What is said of the change that is shown. */
const char *calx_compare_view_get_words   (CalxCompareView   *self);
/* Shows the course of a lesion; NULL: of none. */
void       calx_compare_view_select       (CalxCompareView   *self,
                                           const char        *lesion_uuid);

G_END_DECLS
