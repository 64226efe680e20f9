/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-findings.h"

G_BEGIN_DECLS

/* What a row of the form needs of the editor of one kind of input. An editor shows a finding and
 * proposes one; whether it is accepted is decided by the row.
 *
 * Signals, both emitted on the person's action alone:
 * "edited": what propose() gives may have changed. "next": Enter was pressed. */
#define CALX_TYPE_FINDING_EDITOR (calx_finding_editor_get_type ())
G_DECLARE_INTERFACE (CalxFindingEditor, calx_finding_editor, CALX, FINDING_EDITOR, GtkWidget)

struct _CalxFindingEditorInterface
{
  GTypeInterface parent_iface;

  void (*show)             (CalxFindingEditor *self,
                            const CalxFinding *finding,
                            CalxDate           session_date);
  void (*propose)          (CalxFindingEditor *self,
                            CalxFinding       *ret_finding);
  void (*set_unit_system)  (CalxFindingEditor *self,
                            CalxUnitSystem     system);
  void (*set_check)        (CalxFindingEditor *self,
                            CalxFindingCheck   check,
                            const char        *message);
};

/* Emits nothing. */
void calx_finding_editor_show            (CalxFindingEditor *self,
                                          const CalxFinding *finding,
                                          CalxDate           session_date);
/* Strings of @ret_finding belong to the editor, until it changes. */
void calx_finding_editor_propose         (CalxFindingEditor *self,
                                          CalxFinding       *ret_finding);
/* Where it holds no number, the unit of this system is offered. */
void calx_finding_editor_set_unit_system (CalxFindingEditor *self,
                                          CalxUnitSystem     system);
/* Marks the text as accepted, unusual or refused; @message (nullable) is said by screen readers. */
void calx_finding_editor_set_check       (CalxFindingEditor *self,
                                          CalxFindingCheck   check,
                                          const char        *message);
void calx_finding_editor_edited          (CalxFindingEditor *self);
void calx_finding_editor_next            (CalxFindingEditor *self);

/* The editor of @input's kind. @input must outlive it. */
GtkWidget *calx_answer_editor_new (const CalxInput *input);
GtkWidget *calx_choice_editor_new (const CalxInput *input);
GtkWidget *calx_text_editor_new   (const CalxInput *input);

G_END_DECLS
