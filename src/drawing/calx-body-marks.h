/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-bezier.h"
#include "calx-body-renderer.h"

G_BEGIN_DECLS

/* Where the marks of the lesions of one view and their numbers stand, in device units. */
typedef struct
{
  CalxLesion *lesion; /* borrowed from the scene */
  double      x, y;
  double      radius;
  CalxBox     label;
  gboolean    leader; /* the number stands so far off that a line leads to it */
} CalxBodyMark;

/* CalxBodyMark, in the order of drawing: large ones first. The same scene gives the same marks; no
 * font is asked. */
GArray *calx_body_marks_new  (const CalxBodyScene     *scene,
                              const CalxBodyTransform *transform) G_GNUC_WARN_UNUSED_RESULT;
/* The size of the numbers' font. */
double  calx_body_label_size (const CalxBodyTransform *transform);
/* The sign alone, for the map and for a key to it: a disc; with a second ring: ulcerated; a dashed
 * ring: healed. Legible without colour. */
void    calx_body_mark_draw  (cairo_t                 *cr,
                              const CalxPalette       *palette,
                              double                   x,
                              double                   y,
                              double                   radius,
                              gboolean                 ulcerated,
                              gboolean                 healed);

/* An entry of the key to the map, in the order in which it is read. */
typedef struct
{
  const char *words; /* translated */
  gboolean    ulcerated, healed;
} CalxBodySign;

#define CALX_N_BODY_SIGNS 3

CalxBodySign calx_body_sign_get (guint index);

G_END_DECLS
