/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-clinic.h"
#include "calx-patient.h"

G_BEGIN_DECLS

/* Enters a new patient, or edits one. Saves by itself; a similar patient already there is shown
 * before a second record is made.
 *
 * Signals:
 * "saved" (const CalxPatient *patient): stored, as it stands in the file now; the dialog closes.
 * "patient-chosen" (const char *uuid): the person wants one that is already there; it closes. */
#define CALX_TYPE_PATIENT_DIALOG (calx_patient_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CalxPatientDialog, calx_patient_dialog, CALX, PATIENT_DIALOG, AdwWindow)

/* @patient (nullable): to edit; a copy is taken. */
CalxPatientDialog *calx_patient_dialog_new (GtkWindow         *parent,
                                            CalxClinic        *clinic,
                                            const CalxPatient *patient);

G_END_DECLS
