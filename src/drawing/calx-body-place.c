/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-place.h"

void
calx_body_place_lesion (CalxBody         *body,
                        CalxSex           sex,
                        const CalxLesion *lesion,
                        double           *ret_x,
                        double           *ret_y)
{
  *ret_x = lesion->x;
  *ret_y = lesion->y;
}
