/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-findings.h"
#include "calx-references.h"
#include "calx-regions.h"

G_BEGIN_DECLS

/* One input of the form: its label, its editor, where its finding comes from, and what is wrong with it.
 *
 * Signals: "finding-changed" (gpointer finding): the person changed it; a const CalxFinding, valid during
 * the emission. "next": Enter was pressed in the editor.
 * F7 sets the finding to absent (no, none), F8 to unknown; also Y, N and U where no text is typed. */
#define CALX_TYPE_FINDING_ROW (calx_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (CalxFindingRow, calx_finding_row, CALX, FINDING_ROW, GtkListBoxRow)

/* @regions: the places that a sited finding may have */
GtkWidget       *calx_finding_row_new             (CalxInputs        *inputs,
                                                   CalxRegions       *regions,
                                                   guint              index);
const CalxInput *calx_finding_row_get_input       (CalxFindingRow    *self);
/* Shows @finding; where it is the one in effect, text, cursor and a refused text stay.
 * @force: shows it in any case. */
void             calx_finding_row_set_finding     (CalxFindingRow    *self,
                                                   const CalxFinding *finding,
                                                   CalxDate           session_date,
                                                   gboolean           force);
void             calx_finding_row_set_unit_system (CalxFindingRow    *self,
                                                   CalxUnitSystem     system);
/* The reference range that counts; until it is set, the published one. */
void             calx_finding_row_set_range       (CalxFindingRow           *self,
                                                   const CalxReferenceRange *range);
/* TRUE while the text on screen was refused, so that it is not the finding. */
gboolean         calx_finding_row_is_refused      (CalxFindingRow    *self);
/* What follows from this and other findings, beside where it comes from: "above the reference range",
 * "yes, since ...: yes". NULL: nothing. */
void             calx_finding_row_set_note        (CalxFindingRow    *self,
                                                   const char        *note);
/* Marks each of @words (from g_utf8_casefold()) in the name; NULL: none. */
void             calx_finding_row_mark            (CalxFindingRow    *self,
                                                   const char *const *words);

G_END_DECLS
