/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-body-counts.h"
#include "calx-knowledge.h"

G_BEGIN_DECLS

/* The clinic's map: what is drawn and written of the lesions of many patients. Counts alone, and no name.
 * Immutable, refcounted. */
typedef struct
{
  CalxKnowledge   *knowledge;
  CalxBody        *body;
  CalxSiteFilter   filter;
  GArray          *lesions; /* CalxSiteLesion */
  CalxSiteCounts  *counts;
  CalxBodyDensity *density;
} CalxClinicMap;

/* @filter: by which @lesions were chosen */
CalxClinicMap *calx_clinic_map_new        (CalxKnowledge        *knowledge,
                                           CalxBody             *body,
                                           const CalxSiteFilter *filter,
                                           GArray               *lesions) G_GNUC_WARN_UNUSED_RESULT;
CalxClinicMap *calx_clinic_map_ref        (CalxClinicMap        *self);
void           calx_clinic_map_unref      (CalxClinicMap        *self);
/* Figure, density and numbers of one view. */
void           calx_clinic_map_draw_view  (const CalxClinicMap     *self,
                                           cairo_t                 *cr,
                                           CalxView                 view,
                                           const CalxBodyTransform *transform,
                                           const CalxPalette       *palette);
/* The scale with its numbers, from 0 on, in a box as wide as that; @size: of the font, in user units.
 * Returns how high it is; draws nothing where @cr is NULL. */
double         calx_clinic_map_draw_scale (const CalxClinicMap  *self,
                                           cairo_t              *cr,
                                           double                x,
                                           double                y,
                                           double                width,
                                           double                size,
                                           const CalxPalette    *palette);
/* What the colours mean. Static, translated. */
const char    *calx_clinic_map_get_scale_words   (void);
/* That it holds counts alone, and what they may still give away. Likewise. */
const char    *calx_clinic_map_get_privacy_words (void);
/* That published frequencies are of those who were published. Likewise. */
const char    *calx_clinic_map_get_bias_words    (void);
/* Both views, the scale, the counts by class and region, and the published frequencies into a file; the
 * suffix of @path (.svg, .png, .pdf) decides. @date: of the day on which it was drawn. */
gboolean       calx_clinic_map_export     (const CalxClinicMap  *self,
                                           CalxDate              date,
                                           const CalxPalette    *palette,
                                           const char           *path,
                                           GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxClinicMap, calx_clinic_map_unref)

G_END_DECLS
