/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-knowledge.h"
#include "calx-review.h"
#include "calx-session-item.h"

G_BEGIN_DECLS

/* One session at work: its date, its findings, its note, the live result and the body map. What the
 * person enters goes into the CalxSessionItem; what that becomes, also by undo, is shown.
 *
 * It asks for the action "win.edit-patient". */
#define CALX_TYPE_SESSION_PAGE (calx_session_page_get_type ())
G_DECLARE_FINAL_TYPE (CalxSessionPage, calx_session_page, CALX, SESSION_PAGE, GtkWidget)

/* Builds the panes; call once. */
void            calx_session_page_set_knowledge   (CalxSessionPage   *self,
                                                   CalxKnowledge     *knowledge);
/* A copy is taken; also after an edit of the patient. */
void            calx_session_page_set_patient     (CalxSessionPage   *self,
                                                   const CalxPatient *patient,
                                                   int                next_lesion_number);
/* The patient's stored sessions (CalxSession), in which lesions are followed. Not to be changed afterwards. */
void            calx_session_page_set_sessions    (CalxSessionPage   *self,
                                                   GPtrArray         *sessions);
/* Shows another session; NULL: none. */
void            calx_session_page_set_item        (CalxSessionPage   *self,
                                                   CalxSessionItem   *item);
/* The clinic's: its reference ranges and its targets. The units are set by calx_session_page_set_unit_system(). */
void            calx_session_page_set_settings    (CalxSessionPage    *self,
                                                   CalxClinicSettings *settings);
void            calx_session_page_set_unit_system (CalxSessionPage   *self,
                                                   CalxUnitSystem     system);
/* What is shown: as it was stored while nothing has changed, otherwise of now. Transfer none. */
CalxAssessment *calx_session_page_get_assessment  (CalxSessionPage   *self);
/* What the rules say of what is shown, always of now. Transfer none. */
CalxReview     *calx_session_page_get_review      (CalxSessionPage   *self);
/* The conflicts of treatments that are new in this session (CalxFoundConflict, borrowed from the review): not
 * those that what is stored, or what the session began with, has had. */
GPtrArray      *calx_session_page_list_new_conflicts (CalxSessionPage *self) G_GNUC_WARN_UNUSED_RESULT;
/* What the fields are called whose texts were refused, so that they are not in the session: one text,
 * or NULL where there is none. */
char           *calx_session_page_name_refused    (CalxSessionPage   *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
