/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-clinic.h"

G_BEGIN_DECLS

/* The side bar: search, and the patients with their latest result.
 *
 * Signals:
 * "patient-chosen" (const char *uuid): the person chose a row.
 * "failed" (GError *): the list could not be read. */
#define CALX_TYPE_PATIENT_LIST (calx_patient_list_get_type ())
G_DECLARE_FINAL_TYPE (CalxPatientList, calx_patient_list, CALX, PATIENT_LIST, GtkWidget)

void calx_patient_list_set_clinic   (CalxPatientList *self,
                                     CalxClinic      *clinic);
/* Reads anew; the selection stays. */
void calx_patient_list_reload       (CalxPatientList *self);
/* Marks the patient that is open, without a signal; NULL: none. */
void calx_patient_list_set_selected (CalxPatientList *self,
                                     const char      *uuid);
void calx_patient_list_focus_search (CalxPatientList *self);

G_END_DECLS
