/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-result-row.h"

G_BEGIN_DECLS

/* A titled list of result rows that is filled again and again: begin, take rows in order, end.
 * Rows are made when first needed and hidden when not, so nothing flickers.
 *
 * Signal "input-activated" (const char *input_id). */
#define CALX_TYPE_RESULT_SECTION (calx_result_section_get_type ())
G_DECLARE_FINAL_TYPE (CalxResultSection, calx_result_section, CALX, RESULT_SECTION, GtkBox)

/* @subtitle: words under the title, or NULL. */
void           calx_result_section_begin (CalxResultSection *self,
                                          const char        *title,
                                          const char        *subtitle);
/* The next row, transfer none; without a bar until it is given one. */
CalxResultRow *calx_result_section_take  (CalxResultSection *self);
/* As calx_result_section_take(), for a row that is the title of those below it. */
CalxResultRow *calx_result_section_take_heading (CalxResultSection *self);
/* As calx_result_section_take(), for a row that shows and hides those that are taken after it, until the next
 * fold or calx_result_section_end_fold(); closed until a person opens it. @key: what it is called, so that
 * it stays open when the section is filled again. */
CalxResultRow *calx_result_section_take_fold (CalxResultSection *self,
                                              const char        *key);
void           calx_result_section_end_fold  (CalxResultSection *self);
/* Hides what was not taken; a section without rows is hidden whole. */
void           calx_result_section_end   (CalxResultSection *self);

G_END_DECLS
