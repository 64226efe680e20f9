/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-body.h"

G_BEGIN_DECLS

/* A drop-down of every place on the map, head to toe, that can be searched by typing: the way to a
 * region without the drawing. Regions of both views stand there once for each.
 *
 * Properties: "prompt" (string, construct only): what is said while nothing is chosen; without one
 * something always is. "label" (string): the accessible name.
 * Signal "chosen": the person chose; not emitted by the setters. */
#define CALX_TYPE_REGION_CHOOSER (calx_region_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CalxRegionChooser, calx_region_chooser, CALX, REGION_CHOOSER, GtkWidget)

void              calx_region_chooser_set_body     (CalxRegionChooser *self,
                                                    CalxBody          *body);
/* @region: NULL: none, where there is a prompt */
void              calx_region_chooser_set_selected (CalxRegionChooser *self,
                                                    CalxView           view,
                                                    const CalxRegion  *region);
/* NULL where nothing is chosen; then @ret_view is not written. */
const CalxRegion *calx_region_chooser_get_selected (CalxRegionChooser *self,
                                                    CalxView          *ret_view);

G_END_DECLS
