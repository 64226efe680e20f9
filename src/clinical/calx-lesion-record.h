/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-session.h"

G_BEGIN_DECLS

/* A lesion as it stood on the day of one session. */
typedef struct
{
  CalxDate    date;
  CalxLesion *lesion;
  gboolean    is_look; /* FALSE: carried from an earlier session, nobody looked at it on that day */
} CalxLesionRecord;

void       calx_lesion_record_free      (CalxLesionRecord *self);
/* How the lesion of that uuid stood in @shown and in those of @sessions (CalxSession; nullable) that came
 * before it or on the same day: CalxLesionRecord, newest first. Another version of @shown among @sessions
 * is left out. */
GPtrArray *calx_lesion_records_new      (CalxSession      *shown,
                                         GPtrArray        *sessions,
                                         const char       *lesion_uuid) G_GNUC_WARN_UNUSED_RESULT;
/* The newest record older than that of @index at which the lesion was looked at: what the one of @index is
 * compared with. Transfer none; NULL: there is none. */
const CalxLesionRecord *calx_lesion_records_get_before (GPtrArray *records,
                                                        guint      index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxLesionRecord, calx_lesion_record_free)

G_END_DECLS
