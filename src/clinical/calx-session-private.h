/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-session.h"

G_BEGIN_DECLS

struct _CalxSession
{
  gatomicrefcount ref_count;
  char           *uuid;
  char           *patient_uuid;
  CalxDate        date;
  char           *note;
  CalxFindings   *findings;
  GPtrArray      *lesions; /* of CalxLesion, by number */
  CalxChecklist  *checklist;
  GPtrArray      *treatments; /* of CalxTreatment, as entered */
  char           *version_uuid;
  int             version;
};

/* These take what they are handed; only before the session is shared. */
void     calx_session_take_findings   (CalxSession      *self,
                                       CalxFindings     *findings);
void     calx_session_take_checklist  (CalxSession      *self,
                                       CalxChecklist    *checklist);
gboolean calx_lesion_is_open_sentinel (const CalxLesion *lesion);
/* Of CalxLesion pointers, by their number. */
int      calx_lesion_compare_numbers  (gconstpointer     a,
                                       gconstpointer     b);

G_END_DECLS
