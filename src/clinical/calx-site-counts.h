/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-figure.h"
#include "calx-lesion.h"

G_BEGIN_DECLS

typedef enum
{
  CALX_SITES_OPEN,
  CALX_SITES_HEALED,
  CALX_SITES_OPEN_AND_HEALED,
} CalxSiteState;

/* Which lesions the clinic's map shows. Each patient counts with one session, the newest of which the
 * day lies between @from and @to, so that a lesion counts once. A plain value: all zero is every open
 * lesion; clear with calx_site_filter_clear(). */
typedef struct
{
  char         *subtype; /* id of subtypes.json that is suggested or possible; NULL: every patient */
  char         *setting; /* choice of the input "setting"; NULL: every patient */
  CalxDate      from;    /* CALX_DATE_NONE: from the first session on */
  CalxDate      to;      /* CALX_DATE_NONE: up to the last */
  CalxSiteState state;
} CalxSiteFilter;

void     calx_site_filter_copy    (CalxSiteFilter       *self,
                                   const CalxSiteFilter *from);
void     calx_site_filter_clear   (CalxSiteFilter       *self);
/* Whether a lesion, open or healed, is one that the filter asks for. */
gboolean calx_site_filter_matches (const CalxSiteFilter *self,
                                   gboolean              healed);

/* Where one lesion of one patient stands. It says of whom only how many patients there are. */
typedef struct
{
  guint             patient; /* numbered from 0 in the order of the answer */
  CalxFigure        figure;  /* the one on which it was marked */
  CalxView          view;
  double            x, y;    /* as in CalxLesion */
  const CalxRegion *region;  /* borrowed: knowledge outlives answers */
  gboolean          healed;
} CalxSiteLesion;

typedef struct
{
  guint n_lesions;
  guint n_patients; /* with at least one of them */
} CalxSiteCount;

typedef struct
{
  CalxRegions   *regions;
  CalxSiteCount  all;
  CalxSiteCount  classes[CALX_N_SITE_CLASSES];
  CalxSiteCount *by_region; /* by index of the region */
  guint         *in_view[CALX_N_VIEWS]; /* lesions alone, by index of the region */
  CalxSiteCount *by_name;   /* both sides of a region: by index of the first one of that name */
} CalxSiteCounts;

/* @lesions: CalxSiteLesion, those of a patient next to one another. What stands in a part of a region counts
 * in the region too. A pure function. */
CalxSiteCounts      *calx_site_counts_new       (CalxRegions          *regions,
                                                 GArray               *lesions) G_GNUC_WARN_UNUSED_RESULT;
void                 calx_site_counts_free      (CalxSiteCounts       *self);
const CalxSiteCount *calx_site_counts_of_region (const CalxSiteCounts *self,
                                                 const CalxRegion     *region);
/* The first region of the same name and class: the row in which both sides are counted together. */
const CalxRegion    *calx_site_counts_get_row   (const CalxSiteCounts *self,
                                                 const CalxRegion     *region);
/* A region with lesions, both sides together. */
typedef struct
{
  const CalxRegion *region; /* the first of that name */
  CalxSiteCount     all;
  guint             n_on_side[3]; /* lesions, by CalxSide */
} CalxSiteRow;

/* CalxSiteRow of the regions with lesions, most lesions first, then in the order of the regions. */
GArray              *calx_site_counts_list_rows (const CalxSiteCounts *self) G_GNUC_WARN_UNUSED_RESULT;
/* How many lesions stand in the regions that begin with one of @beginnings, of how many patients. */
CalxSiteCount        calx_site_count_in         (GArray               *lesions,
                                                 char                **beginnings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxSiteCounts, calx_site_counts_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CalxSiteFilter, calx_site_filter_clear)

G_END_DECLS
