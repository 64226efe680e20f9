/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-lesion.h"

G_BEGIN_DECLS

/* The signs, the items and the sentinel mark of a lesion, for calx-lesion.c. The mark is not compared. */
gboolean calx_lesion_details_equal   (const CalxLesion *a,
                                      const CalxLesion *b);
/* Writes what is known. */
void     calx_lesion_details_to_json (const CalxLesion *self,
                                      JsonObject       *object);
/* What @object lacks stays as it is in @self. */
gboolean calx_lesion_details_read    (CalxLesion       *self,
                                      JsonObject       *object,
                                      GError          **error);

/* The figure, the angle and the outline, likewise; the size must have been read. */
gboolean calx_lesion_shape_equal     (const CalxLesion *a,
                                      const CalxLesion *b);
void     calx_lesion_shape_to_json   (const CalxLesion *self,
                                      JsonObject       *object);
gboolean calx_lesion_shape_read      (CalxLesion       *self,
                                      JsonObject       *object,
                                      GError          **error);

G_END_DECLS
