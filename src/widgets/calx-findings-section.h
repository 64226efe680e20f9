/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-finding-row.h"

G_BEGIN_DECLS

/* One titled section of the form: how many of its inputs are known, and a list of their rows. A row is
 * made when it is first seen, since most of the form's inputs are asked of few patients.
 *
 * Signal "row-made" (row): a row was made; it shows nothing yet. */
#define CALX_TYPE_FINDINGS_SECTION (calx_findings_section_get_type ())
G_DECLARE_FINAL_TYPE (CalxFindingsSection, calx_findings_section, CALX, FINDINGS_SECTION, GtkWidget)

/* @collapsible: people open and close it; otherwise it is always open. */
GtkWidget      *calx_findings_section_new         (CalxInputs          *inputs,
                                                   CalxRegions         *regions,
                                                   const char          *title,
                                                   gboolean             collapsible);
/* Rows stand in the order in which their inputs are added. */
void            calx_findings_section_add_input   (CalxFindingsSection *self,
                                                   const CalxInput     *input);
/* A row of another kind, before all others; hidden by a filter. */
void            calx_findings_section_set_head    (CalxFindingsSection *self,
                                                   GtkWidget           *row);
/* Of const CalxInput, borrowed */
GPtrArray      *calx_findings_section_get_inputs  (CalxFindingsSection *self);
/* The row of @input, made where it is not there yet; NULL where the section has no such input. */
CalxFindingRow *calx_findings_section_ensure_row  (CalxFindingsSection *self,
                                                   const CalxInput     *input);
void            calx_findings_section_set_n_known (CalxFindingsSection *self,
                                                   guint                n_known);
/* Makes one of the rows that are to be seen and are not there yet. FALSE: there is none. The form calls
 * it when there is time, after opening or filtering. */
gboolean        calx_findings_section_make_next   (CalxFindingsSection *self);
gboolean        calx_findings_section_get_open    (CalxFindingsSection *self);
/* While a filter is set: what it is once the filter is gone. */
void            calx_findings_section_set_open    (CalxFindingsSection *self,
                                                   gboolean             open);
/* Shows the rows of @matches (const CalxInput) alone, with @words marked in their names, and hides the
 * section where there are none. NULL: all rows again, open or closed as before. */
void            calx_findings_section_set_filter  (CalxFindingsSection *self,
                                                   GPtrArray           *matches,
                                                   const char *const   *words);
/* The next thing to go to with Enter after @child, the first for NULL: a row on screen, or the title of a
 * closed section; NULL: none. */
GtkWidget      *calx_findings_section_get_next    (CalxFindingsSection *self,
                                                   GtkWidget           *child);

G_END_DECLS
