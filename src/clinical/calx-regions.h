/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CalxRegions CalxRegions;

typedef enum
{
  CALX_VIEW_ANTERIOR,
  CALX_VIEW_POSTERIOR,
} CalxView;
#define CALX_N_VIEWS 2

typedef enum
{
  CALX_SIDE_MIDLINE,
  CALX_SIDE_RIGHT, /* the patient's */
  CALX_SIDE_LEFT,
} CalxSide;

/* lesions-and-prognosis.md, B1; the order is that of risk, highest first. */
typedef enum
{
  CALX_CLASS_GENITAL,
  CALX_CLASS_CENTRAL,
  CALX_CLASS_PERIPHERAL,
  CALX_CLASS_ACRAL,
  CALX_CLASS_HEAD_NECK, /* not classified */
} CalxSiteClass;
#define CALX_N_SITE_CLASSES 5

typedef struct _CalxRegion CalxRegion;
struct _CalxRegion
{
  guint         index;
  const char   *id;    /* "calf_r" */
  const char   *name;  /* without side; translatable */
  CalxSide      side;
  CalxSiteClass site_class;
  gboolean      in_view[CALX_N_VIEWS];
  const char   *snomed;
  double        area_percent; /* of body surface, adult Lund-Browder as distributed by the project; 0 where
                               * another region's area holds its own */
  const CalxRegion *part_of;  /* the region that this one is a piece of, or NULL; not every figure has it */
};

/* Reads regions.json: the published list of 67, and what this project adds: the back of the ankle, and parts
 * of the genital region. A part lies in the views of its whole, has its class, and comes after it. */
CalxRegions      *calx_regions_new      (GBytes       *json,
                                         const char   *name,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;
CalxRegions      *calx_regions_ref      (CalxRegions  *self);
void              calx_regions_unref    (CalxRegions  *self);
guint             calx_regions_get_n    (CalxRegions  *self);
const CalxRegion *calx_regions_get      (CalxRegions  *self,
                                         guint         index);
const CalxRegion *calx_regions_find     (CalxRegions  *self,
                                         const char   *id);
/* The same part of the other side; @region itself on the midline. */
const CalxRegion *calx_regions_get_other_side (CalxRegions      *self,
                                               const CalxRegion *region);
/* "thigh" begins "thigh_a_r"; a whole id begins itself */
gboolean          calx_region_id_begins (const char   *region_id,
                                         const char   *beginning);
/* "anterior", "posterior" and back; the form of files */
const char       *calx_view_to_id       (CalxView      view);
gboolean          calx_view_from_id     (const char   *id,
                                         CalxView     *ret_view);
const char       *calx_site_class_to_id (CalxSiteClass site_class);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxRegions, calx_regions_unref)

G_END_DECLS
