/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body.h"
#include "calx-lesion.h"

G_BEGIN_DECLS

/* Where a lesion stands on a figure, in body units of its view: where it was marked, if that was on this figure
 * and in its region; otherwise at the corresponding place of its region. @sex: of records that do not say on
 * which figure they were made. */
void calx_body_place_lesion (CalxBody         *body,
                             CalxSex           sex,
                             const CalxLesion *lesion,
                             double           *ret_x,
                             double           *ret_y);

G_END_DECLS
