/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-patient.h"
#include "calx-store-private.h"

G_BEGIN_DECLS

/* The table patient_summary: what lists say of a patient, computed from the newest session by its date
 * and from the patient's review interval. */

/* Computes and writes the row within the caller's transaction, after what it is computed from. */
gboolean calx_summary_save  (CalxStore         *store,
                             const CalxPatient *patient,
                             GError           **error);
/* Is the stored row what would be computed now? */
gboolean calx_summary_check (CalxStore         *store,
                             const CalxPatient *patient,
                             gboolean          *ret_same,
                             GError           **error);

G_END_DECLS
