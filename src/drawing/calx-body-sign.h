/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-marks.h"
#include "calx-body-sprites.h"

G_BEGIN_DECLS

/* What the sign of a lesion says: its type by a pictogram, a second ring where it is ulcerated, dashes where it
 * has healed, and a ray for every two points of pain. Legible without colour. */
typedef struct
{
  CalxLesionType type;
  gboolean       ulcerated, healed, earlier;
  int            pain; /* or CALX_PAIN_UNKNOWN */
} CalxBodyLook;

CalxBodyLook calx_body_look_of        (const CalxLesion   *lesion);
/* The sign alone, for the map, for a key to it, or beside a name in a list. @radius without the second ring and
 * the rays, which take half of it more. */
void         calx_body_look_draw      (const CalxBodyLook *self,
                                       cairo_t            *cr,
                                       const CalxPalette  *palette,
                                       double              x,
                                       double              y,
                                       double              radius);
/* What became of a lesion since an earlier session: a plus, a triangle upwards or downwards, a tick. */
void         calx_body_change_draw    (CalxBodyChange      change,
                                       cairo_t            *cr,
                                       const CalxColour   *colour,
                                       double              x,
                                       double              y,
                                       double              radius);
/* A mark of the map: its shape to scale, then its sign. @sprites: nullable. */
void         calx_body_mark_draw      (const CalxBodyMark *self,
                                       cairo_t            *cr,
                                       const CalxPalette  *palette,
                                       CalxBodySprites    *sprites,
                                       gboolean            selected);
/* Lines from signs and numbers that stand apart to where they belong. @sprites: nullable. */
void         calx_body_mark_draw_leaders (const CalxBodyMark *self,
                                          cairo_t            *cr,
                                          const CalxPalette  *palette,
                                          CalxBodySprites    *sprites);
void         calx_body_mark_draw_number  (const CalxBodyMark *self,
                                          cairo_t            *cr,
                                          const CalxPalette  *palette,
                                          CalxBodySprites    *sprites,
                                          double              font_size);

/* An entry of the key to the map, in the order in which it is read. */
typedef struct
{
  const char     *words; /* translated */
  CalxBodyLook    look;
  CalxBodyChange  change;   /* drawn instead of the look, unless it is CALX_BODY_CHANGE_NONE */
  gboolean        sentinel; /* its number is drawn instead of the look */
} CalxBodySign;

#define CALX_N_BODY_SIGNS 20

CalxBodySign calx_body_sign_get       (guint               index);
/* Whether a key to these lesions needs the entry. @times: of the scene, or NULL. */
gboolean     calx_body_sign_is_used   (guint               index,
                                       GPtrArray          *lesions,
                                       GArray             *times);
void         calx_body_sign_draw      (const CalxBodySign *self,
                                       cairo_t            *cr,
                                       const CalxPalette  *palette,
                                       double              x,
                                       double              y,
                                       double              radius);

G_END_DECLS
