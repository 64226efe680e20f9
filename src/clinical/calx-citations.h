/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-assessment.h"
#include "calx-sources.h"

G_BEGIN_DECLS

/* The numbered sources under one result, on screen or on paper: those of the assessment first, with its
 * numbers, then those of data/sources.json in the order in which they are asked for. A source has one
 * id in the model and in sources.json, so it gets one number. */
typedef struct _CalxCitations CalxCitations;

/* @sources is referenced; of @assessment (nullable) a copy is taken. */
CalxCitations *calx_citations_new      (CalxSources          *sources,
                                        const CalxAssessment *assessment) G_GNUC_WARN_UNUSED_RESULT;
void           calx_citations_free     (CalxCitations        *self);
/* "1, 4" for the ids of sources, ascending; "" for none. Adds what has no number yet. */
char          *calx_citations_number   (CalxCitations        *self,
                                        char *const          *source_ids) G_GNUC_WARN_UNUSED_RESULT;
guint          calx_citations_get_n    (const CalxCitations  *self);
/* The source that has the number @index + 1, as it is cited. */
const char    *calx_citations_get_cite (const CalxCitations  *self,
                                        guint                 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxCitations, calx_citations_free)

G_END_DECLS
