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

G_END_DECLS
