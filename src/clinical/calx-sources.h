/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a number or a statement comes from. Texts are "" where not given, but for cite and read. */
typedef struct
{
  char *id;
  char *cite;
  char *read;       /* how it was read: "abstract", "table", "secondary source" */
  char *n;          /* how many patients */
  char *population;
  char *limits;     /* what it does not show */
  char *pmid;
  char *pmcid;
  char *doi;
  char *identifier; /* "not identified" */
} CalxSource;

/* A table of sources: that of data/sources.json, or a model's own. Immutable after loading. */
typedef struct _CalxSources CalxSources;

/* Reads sources.json ("calx-sources/1"); errors are CALX_DATA_ERROR and name the field. */
CalxSources      *calx_sources_new   (GBytes      *json,
                                      const char  *name,
                                      GError     **error) G_GNUC_WARN_UNUSED_RESULT;
CalxSources      *calx_sources_ref   (CalxSources *self);
void              calx_sources_unref (CalxSources *self);
guint             calx_sources_get_n (CalxSources *self);
const CalxSource *calx_sources_get   (CalxSources *self,
                                      guint        index);
/* NULL where there is none */
const CalxSource *calx_sources_find  (CalxSources *self,
                                      const char  *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxSources, calx_sources_unref)

G_END_DECLS
