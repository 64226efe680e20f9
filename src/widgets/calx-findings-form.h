/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-findings.h"
#include "calx-knowledge.h"
#include "calx-patient.h"

G_BEGIN_DECLS

/* The form of one session's findings, built wholly from the inputs table: those that matter first, then
 * one section a group, one row an input. Sections of which nothing is known are closed when a session is
 * shown, but for the signs that are asked at each visit. The search finds an input by its name, help and
 * choices, wherever it stands. It scrolls by itself.
 *
 * Signals:
 * "finding-changed" (guint index, gpointer finding): the person changed the finding of input @index to
 *   @finding, a const CalxFinding that is valid during the emission. Emitted with each keystroke that
 *   leaves an accepted value; never by the setters. A refused text emits nothing: the finding stays
 *   what it was, the text stays on screen under its message.
 * "edit-patient": the person asks to change sex or birth date, which belong to the patient. */
#define CALX_TYPE_FINDINGS_FORM (calx_findings_form_get_type ())
G_DECLARE_FINAL_TYPE (CalxFindingsForm, calx_findings_form, CALX, FINDINGS_FORM, GtkWidget)

GtkWidget *calx_findings_form_new             (CalxKnowledge     *knowledge);
/* Shows @findings. Rows whose finding is as shown are not touched: focus, cursor and half-typed text
 * stay, but text that was refused goes when another session's findings bring another value.
 * Emits nothing. */
void       calx_findings_form_set_findings    (CalxFindingsForm  *self,
                                               CalxFindings      *findings,
                                               CalxDate           session_date);
/* As set_findings(), and drops every half-typed or refused text: another session is shown. */
void       calx_findings_form_reset           (CalxFindingsForm  *self,
                                               CalxFindings      *findings,
                                               CalxDate           session_date);
/* Sex and age on the session's date, read-only rows. NULL: no patient. */
void       calx_findings_form_set_patient     (CalxFindingsForm  *self,
                                               const CalxPatient *patient);
/* The clinic's own reference ranges, said under each value and compared with it. */
void       calx_findings_form_set_references  (CalxFindingsForm  *self,
                                               CalxReferences    *references);
/* The unit that an empty number row offers first. Entries keep theirs. */
void       calx_findings_form_set_unit_system (CalxFindingsForm  *self,
                                               CalxUnitSystem     system);
/* Scrolls to the row of @input_id and focuses its editor; its section is opened, a filter cleared.
 * FALSE where there is no such row. */
gboolean   calx_findings_form_focus_input     (CalxFindingsForm  *self,
                                               const char        *input_id);
/* How many rows hold a text that was refused: ask before leaving. */
guint      calx_findings_form_get_n_refused   (CalxFindingsForm  *self);
/* Adds to @names (of g_free'd texts) what these rows are called. */
void       calx_findings_form_list_refused    (CalxFindingsForm  *self,
                                               GPtrArray         *names);

G_END_DECLS
