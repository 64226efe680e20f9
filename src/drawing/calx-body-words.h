/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-transform.h"
#include "calx-palette.h"
#include "calx-regions.h"

G_BEGIN_DECLS

/* Front or back, and which side is which, in device units: beside the hands of the whole figure; where a
 * window shows a part of it, in the window's corners. */
void calx_body_draw_words (cairo_t                 *cr,
                           CalxView                 view,
                           const CalxBodyTransform *transform,
                           const CalxPalette       *palette,
                           gboolean                 on_paper);
/* Where the letters of the sides stand on the whole figure, for what must not cover them. FALSE where a window
 * has them in its corners. */
gboolean calx_body_words_get_boxes (const CalxBodyTransform *transform,
                                    gboolean                 on_paper,
                                    CalxBox                  ret_boxes[2]);

G_END_DECLS
