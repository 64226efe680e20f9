/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-assessment.h"
#include "calx-review.h"

G_BEGIN_DECLS

/* All that an assessment and a review say, for the screen; scrolls by itself. Rows are reused from one
 * result to the next, so it can be set with every keystroke.
 *
 * The score stands first; with open lesions, where it compares nothing, criteria, subtype and prognosis do.
 *
 * Signal "input-activated" (const char *input_id): the person asks to go to an input, or to the lesion "L3",
 * from the bar of a factor, the line of an unknown or a clause. */
#define CALX_TYPE_RESULT_PANEL (calx_result_panel_get_type ())
G_DECLARE_FINAL_TYPE (CalxResultPanel, calx_result_panel, CALX, RESULT_PANEL, GtkWidget)

GtkWidget *calx_result_panel_new        (void);
/* Takes references. NULL and NULL: nothing to show. */
void       calx_result_panel_set_result (CalxResultPanel *self,
                                         CalxAssessment  *assessment,
                                         CalxReview      *review);

G_END_DECLS
