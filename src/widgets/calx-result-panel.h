/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-assessment.h"

G_BEGIN_DECLS

/* All that an assessment says, for the screen; scrolls by itself. Rows are reused from one
 * assessment to the next, so it can be set with every keystroke.
 *
 * Signal "input-activated" (const char *input_id): the person asks to go to an input, from the bar
 * of a factor or the line of an unknown. */
#define CALX_TYPE_RESULT_PANEL (calx_result_panel_get_type ())
G_DECLARE_FINAL_TYPE (CalxResultPanel, calx_result_panel, CALX, RESULT_PANEL, GtkWidget)

GtkWidget *calx_result_panel_new            (void);
/* Takes a reference. NULL: nothing to show. */
void       calx_result_panel_set_assessment (CalxResultPanel *self,
                                             CalxAssessment  *assessment);

G_END_DECLS
