/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-body.h"
#include "calx-lesion-states.h"
#include "calx-palette.h"

G_BEGIN_DECLS

/* Front and back with lesions as they are at some time between two sessions: a picture, not to be edited. What
 * does not move, the figure, is kept as a render node. */
#define CALX_TYPE_STATE_MAP (calx_state_map_get_type ())
G_DECLARE_FINAL_TYPE (CalxStateMap, calx_state_map, CALX, STATE_MAP, GtkWidget)

GtkWidget *calx_state_map_new        (void);
/* The place around the selected lesion alone, magnified. */
GtkWidget *calx_state_map_new_close_up (void);
/* @stature_mm: to draw sizes to scale; @sex: of lesions that do not say on which figure they were marked */
void       calx_state_map_set_body   (CalxStateMap *self,
                                      CalxBody     *body,
                                      double        stature_mm,
                                      CalxSex       sex,
                                      CalxSkin      skin);
/* CalxLesionState, NULL: none. @name: what a screen reader is told of the picture. */
void       calx_state_map_set_states (CalxStateMap *self,
                                      GArray       *states,
                                      const char   *name);
/* A lesion to be ringed; NULL: none. */
void       calx_state_map_select     (CalxStateMap *self,
                                      const char   *lesion_uuid);
/* The sign that stands for a change beside a number and in lists; CALX_BODY_CHANGE_NONE has none. */
GtkWidget *calx_change_sign_new      (CalxLesionChangeKind change);

G_END_DECLS
