/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-findings.h"
#include "calx-regions.h"

G_BEGIN_DECLS

/* When and where on the body something happened: a day, a month or a year, and a region. Both may stay
 * not known.
 *
 * Signals, both on the person's action alone: "edited", "next" (Enter in the date). */
#define CALX_TYPE_PLACE_EDITOR (calx_place_editor_get_type ())
G_DECLARE_FINAL_TYPE (CalxPlaceEditor, calx_place_editor, CALX, PLACE_EDITOR, GtkWidget)

/* @name: of the finding, for screen readers */
GtkWidget *calx_place_editor_new     (CalxRegions       *regions,
                                      const char        *name);
/* Emits nothing. */
void       calx_place_editor_show    (CalxPlaceEditor   *self,
                                      const CalxFinding *finding);
/* Sets date and site of @finding. FALSE: what is typed is no date; @ret_message (transfer full) says so. */
gboolean   calx_place_editor_propose (CalxPlaceEditor   *self,
                                      CalxFinding       *finding,
                                      char             **ret_message);

G_END_DECLS
