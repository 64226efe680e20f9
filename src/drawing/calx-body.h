/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "calx-bezier.h"
#include "calx-figure.h"
#include "calx-regions.h"

G_BEGIN_DECLS

/* Geometry of one figure ("calx-body/2"), checked and flattened once. Immutable, refcounted.
 * Body units: fractions of stature; x from the midline to the right of the drawing, y from the crown
 * downwards. Patient's right is at negative x in the anterior view, at positive x in the posterior. */
typedef struct _CalxBody CalxBody;

/* The box to draw, in body units: the figure, and above it the title of the view. */
#define CALX_BODY_X_MIN (-0.300)
#define CALX_BODY_X_MAX 0.300
#define CALX_BODY_Y_MIN (-0.062)
#define CALX_BODY_Y_MAX 1.090

/* A window on a part of the figure, to be shown magnified: a hand, the feet, the genital region. */
typedef struct
{
  const char        *id;      /* "hand_palm_r" */
  const char        *name;    /* translatable */
  CalxView           view;
  CalxBox            box;     /* what it shows, in body units */
  GPtrArray         *regions; /* CalxRegion, those that it is for */
} CalxBodyInset;

/* Fails where a region of @regions that belongs to a view lacks its loops, pieces do not meet, ... A part of
 * a region may be missing. The insets are read by calx_body_load() alone. */
CalxBody         *calx_body_new        (GBytes       *json,
                                        const char   *name,
                                        CalxRegions  *regions,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;
/* A figure and its insets from the bundle. */
CalxBody         *calx_body_load       (CalxFigure    figure,
                                        CalxRegions  *regions,
                                        GError      **error) G_GNUC_WARN_UNUSED_RESULT;
CalxBody         *calx_body_ref        (CalxBody     *self);
void              calx_body_unref      (CalxBody     *self);
/* "woman-large" */
const char       *calx_body_get_build  (CalxBody     *self);
CalxRegions      *calx_body_get_regions (CalxBody    *self);
/* The region under a point, or the nearest one within @tolerance (body units); NULL outside. */
const CalxRegion *calx_body_hit        (CalxBody     *self,
                                        CalxView      view,
                                        double        x,
                                        double        y,
                                        double        tolerance);
/* Bounds of a region in a view; FALSE where it is not in that view. */
gboolean          calx_body_get_region_bounds (CalxBody          *self,
                                               CalxView           view,
                                               const CalxRegion  *region,
                                               double            *ret_x0,
                                               double            *ret_y0,
                                               double            *ret_x1,
                                               double            *ret_y1);
/* A point inside the region, good for a label or a keyboard mark. */
gboolean          calx_body_get_region_centre (CalxBody          *self,
                                               CalxView           view,
                                               const CalxRegion  *region,
                                               double            *ret_x,
                                               double            *ret_y);

/* The insets that this figure has, in the order of reading. */
guint                calx_body_get_n_insets (CalxBody         *self);
const CalxBodyInset *calx_body_get_inset    (CalxBody         *self,
                                             guint             index);
/* The first inset that is for the region in the view, or NULL. */
const CalxBodyInset *calx_body_find_inset   (CalxBody         *self,
                                             CalxView          view,
                                             const CalxRegion *region);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxBody, calx_body_unref)

G_END_DECLS
