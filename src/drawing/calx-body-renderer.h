/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-density.h"
#include "calx-body-transform.h"
#include "calx-body.h"
#include "calx-lesion.h"
#include "calx-palette.h"

G_BEGIN_DECLS

/* What became of a lesion between two sessions. */
typedef enum
{
  CALX_BODY_CHANGE_NONE,
  CALX_BODY_CHANGE_NEW,
  CALX_BODY_CHANGE_GROWN,
  CALX_BODY_CHANGE_SHRUNK,
  CALX_BODY_CHANGE_HEALED,
} CalxBodyChange;

/* How a lesion stands in time; sizes in between two sessions are those of the lesion that is handed over. */
typedef struct
{
  CalxBodyChange change;  /* a sign beside its number */
  gboolean       earlier; /* as it was in an earlier session: a dotted shape under the others, without a number */
  double         opacity; /* 0, not drawn, to 1 */
} CalxBodyLesionTime;

/* What to draw of one view: plain structs in, cairo out; the same on screen, on paper, in files. */
typedef struct
{
  CalxBody         *body;
  CalxView          view;
  GPtrArray        *lesions;      /* CalxLesion (nullable); those of other views are left out */
  const char       *selected;     /* uuid of a lesion, or NULL */
  const CalxRegion *hover;        /* tinted, or NULL */
  const CalxRegion *focus;        /* ringed for the keyboard, or NULL */
  gboolean          show_regions; /* faint region borders */
  const CalxBodyDensity *density; /* of a clinic's lesions, painted under the lines of the figure, or NULL */
  double            stature_mm;   /* to draw sizes to scale; 0: not known, marks of one size */
  CalxSex           sex;          /* of records that do not say on which figure their lesions were marked */
  GArray           *times;        /* CalxBodyLesionTime, as many as lesions; NULL: all of today */
  gboolean          on_paper;     /* user units are points, not pixels: signs and numbers may be smaller */
} CalxBodyScene;

/* The figure alone (fill, shades, hair, lines, outline, R and L): what does not move. */
void calx_body_draw_figure  (cairo_t                 *cr,
                             const CalxBodyScene     *scene,
                             const CalxBodyTransform *transform,
                             const CalxPalette       *palette);
/* Lesions, hover, selection: what moves. */
void calx_body_draw_lesions (cairo_t                 *cr,
                             const CalxBodyScene     *scene,
                             const CalxBodyTransform *transform,
                             const CalxPalette       *palette);
/* The lesion whose mark is under a device point, topmost first; NULL. Transfer none. */
CalxLesion *calx_body_hit_lesion (const CalxBodyScene     *scene,
                                  const CalxBodyTransform *transform,
                                  double                   x,
                                  double                   y);

/* CalxBodyInset: those that hold one of the lesions and magnify it for a page, each lesion in the first that is for its region. */
GPtrArray *calx_body_list_insets (CalxBody            *body,
                                  GPtrArray           *lesions) G_GNUC_WARN_UNUSED_RESULT;
/* A part of the figure with its lesions in a frame, its name under it; all within @box. The view of @scene is
 * that of the inset. */
void       calx_body_draw_inset  (cairo_t             *cr,
                                  const CalxBodyScene *scene,
                                  const CalxBodyInset *inset,
                                  const CalxBox       *box,
                                  double               caption_size,
                                  const CalxPalette   *palette);

/* Both views of @scene side by side, the insets that hold lesions, a key and a table into a file; the suffix of
 * @path (.svg, .png, .pdf) decides, written 0600 to a temporary name beside it and renamed. @title goes above
 * the figures. */
gboolean calx_body_export (const CalxBodyScene *scene,
                           const char         *title,
                           const CalxPalette  *palette,
                           const char         *path,
                           GError            **error);

G_END_DECLS
