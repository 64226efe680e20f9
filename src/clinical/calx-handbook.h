/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-statement.h"

G_BEGIN_DECLS

/* The reference texts of data/handbook.json: what calcinosis cutis is, its subtypes, risk factors, work-up and
 * the limits of the numbers, each with its sources. No rule stands here. Immutable after loading, refcounted. */
typedef struct _CalxHandbook CalxHandbook;

typedef struct
{
  char      *id;
  char      *label; /* translatable */
  GPtrArray *texts; /* CalxStatement, each with a text and without a rule */
} CalxHandbookChapter;

/* Reads handbook.json ("calx-handbook/1"). @name is named in errors, which are CALX_DATA_ERROR. A text without
 * a source of @sources, or whose id is there twice, is refused. */
CalxHandbook              *calx_handbook_new         (GBytes       *json,
                                                      const char   *name,
                                                      CalxSources  *sources,
                                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void                       calx_handbook_free        (CalxHandbook *self);
guint                      calx_handbook_get_n       (CalxHandbook *self);
const CalxHandbookChapter *calx_handbook_get_chapter (CalxHandbook *self,
                                                      guint         index);
/* A text by its id; NULL where there is none. */
const CalxStatement       *calx_handbook_find        (CalxHandbook *self,
                                                      const char   *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxHandbook, calx_handbook_free)

G_END_DECLS
