/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-factor-bar.h"

G_BEGIN_DECLS

/* One line of the result: a title, what stands at its end, a bar and words below; every part but the
 * title may be missing. Setting it anew keeps the widgets. */
#define CALX_TYPE_RESULT_ROW (calx_result_row_get_type ())
G_DECLARE_FINAL_TYPE (CalxResultRow, calx_result_row, CALX, RESULT_ROW, GtkListBoxRow)

GtkWidget     *calx_result_row_new          (void);
/* NULL or "": no such part. @input_id: where activating the row leads, an
 * input, or "L3", the lesion of that number; NULL or "": nowhere. */
void           calx_result_row_set          (CalxResultRow *self,
                                             const char    *title,
                                             const char    *end,
                                             const char    *detail,
                                             const char    *small_print,
                                             const char    *icon_name,
                                             const char    *input_id);
const char    *calx_result_row_get_input_id (CalxResultRow *self);
/* A row that shows and hides those below it; set before calx_result_row_set(). @key: what it is called
 * among its section's, interned; NULL: an ordinary row. */
void           calx_result_row_set_fold     (CalxResultRow *self,
                                             const char    *key,
                                             gboolean       is_open);
const char    *calx_result_row_get_fold     (CalxResultRow *self);
/* A row that a fold shows and hides. */
void           calx_result_row_set_folded   (CalxResultRow *self,
                                             gboolean       is_folded);
gboolean       calx_result_row_get_folded   (CalxResultRow *self);
/* A title over the rows below it. */
void           calx_result_row_set_heading  (CalxResultRow *self,
                                             gboolean       is_heading);
/* The bar, shown or not. A row with a bar has no arrow, though it may lead somewhere. */
CalxFactorBar *calx_result_row_get_bar      (CalxResultRow *self);
void           calx_result_row_set_has_bar  (CalxResultRow *self,
                                             gboolean       has_bar);

G_END_DECLS
