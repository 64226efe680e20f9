/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-references.h"

G_BEGIN_DECLS

/* The reference range of one analyte in the preferences: folded, it says which range counts; open, both ends
 * and their unit are entered, or the published range is taken again. */
#define CALX_TYPE_RANGE_ROW (calx_range_row_get_type ())
G_DECLARE_FINAL_TYPE (CalxRangeRow, calx_range_row, CALX, RANGE_ROW, AdwExpanderRow)

/* @system: the unit offered where the clinic entered no range. */
GtkWidget *calx_range_row_new  (const CalxInput *input,
                                CalxReferences  *references,
                                CalxUnitSystem   system);
/* Puts what was entered into @references. FALSE: it is refused; the row opens and says why. */
gboolean   calx_range_row_read (CalxRangeRow    *self,
                                CalxReferences **references);

G_END_DECLS
