/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-session.h"

G_BEGIN_DECLS

/* The published patients, entered as a person would enter them. */

/* The cases' file; NULL, and the test is skipped, where it is not on this machine. */
JsonNode    *cases_read          (void) G_GNUC_WARN_UNUSED_RESULT;
/* What the case reports of one member, as it would be typed; NULL where nothing is reported. */
char        *case_as_typed       (JsonNode    *node) G_GNUC_WARN_UNUSED_RESULT;
/* Age and sex; the name is the case's id. */
CalxPatient *case_new_patient    (JsonObject  *c,
                                  CalxDate     on) G_GNUC_WARN_UNUSED_RESULT;
/* What inputs take; the rest, and what an answer does not say in full, stands in the note word for word.
 * @session: transfer full, as below. */
CalxSession *case_enter_findings (CalxSession *session,
                                  JsonObject  *c) G_GNUC_WARN_UNUSED_RESULT;
/* After all cases: a word that none of them says is a fault of this fixture. */
void         cases_check_words   (void);
/* Where a lesion is put on a drawing. */
typedef void (*CasePlace) (const CalxRegion *region,
                           gpointer          data,
                           CalxView         *ret_view,
                           double           *ret_x,
                           double           *ret_y);
/* One lesion in each region of the case; its types in turn. @place is nullable. */
CalxSession *case_enter_lesions  (CalxSession *session,
                                  JsonObject  *c,
                                  CalxRegions *regions,
                                  CasePlace    place,
                                  gpointer     data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
