/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-risk-model.h"
#include "calx-store-patient.h"

G_BEGIN_DECLS

/* One row of the patients' list: name, born, latest band in words, points. */
#define CALX_TYPE_PATIENT_ROW_VIEW (calx_patient_row_view_get_type ())
G_DECLARE_FINAL_TYPE (CalxPatientRowView, calx_patient_row_view, CALX, PATIENT_ROW_VIEW, GtkWidget)

GtkWidget  *calx_patient_row_view_new      (void);
void        calx_patient_row_view_set_row  (CalxPatientRowView   *self,
                                            const CalxPatientRow *row,
                                            CalxRiskModel        *model);
/* All that the row says, in one line: its accessible name. */
const char *calx_patient_row_view_get_text (CalxPatientRowView   *self);

G_END_DECLS
