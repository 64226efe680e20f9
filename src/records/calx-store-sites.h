/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-site-counts.h"
#include "calx-store.h"

G_BEGIN_DECLS

/* The lesions of the whole clinic, read slice by slice: a value that a job takes along and brings back
 * with more in it. Refcounted (g_atomic_rc_box); one thread at a time. */
typedef struct
{
  CalxSiteFilter filter;
  GArray        *lesions;    /* CalxSiteLesion, those of a patient next to one another */
  guint          n_sessions; /* sessions looked at: one of each patient who has one in that time */
  guint          n_patients; /* with a lesion in @lesions */
  char          *after;      /* how far the reading came */
  gboolean       complete;
} CalxSiteReading;

CalxSiteReading *calx_site_reading_new   (const CalxSiteFilter *filter) G_GNUC_WARN_UNUSED_RESULT;
CalxSiteReading *calx_site_reading_ref   (CalxSiteReading      *self);
void             calx_site_reading_unref (CalxSiteReading      *self);

/* Reads on for about @budget_us microseconds (0: to the end), by whole patients. No name and no identity
 * is read. A session that cannot be read is CALX_STORE_ERROR_CONTENT. */
gboolean         calx_store_read_sites   (CalxStore            *self,
                                          CalxSiteReading      *reading,
                                          gint64                budget_us,
                                          GCancellable         *cancellable,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxSiteReading, calx_site_reading_unref)

G_END_DECLS
