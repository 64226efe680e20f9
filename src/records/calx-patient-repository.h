/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-patient.h"
#include "calx-store-private.h"

G_BEGIN_DECLS

/* The table patient. Writers work within the caller's transaction. */

/* Version 1, where @patient is not there yet; else the next version, where @patient has the stored one
 * (CALX_STORE_ERROR_CONFLICT). Search and audit are the caller's. */
gboolean     calx_patient_repository_save   (CalxStore         *store,
                                             const CalxPatient *patient,
                                             GError           **error);
CalxPatient *calx_patient_repository_load   (CalxStore         *store,
                                             const char        *uuid,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* @ret_uuid is NULL where the number is free. */
gboolean     calx_patient_repository_find_record_number (CalxStore   *store,
                                                         const char  *record_number,
                                                         char       **ret_uuid,
                                                         GError     **error);
/* Every patient's uuid: char *. */
GPtrArray   *calx_patient_repository_list_uuids (CalxStore *store,
                                                 GError   **error) G_GNUC_WARN_UNUSED_RESULT;
/* Canonical JSON of every field, for the audit trail. */
JsonNode    *calx_patient_repository_to_json (const CalxPatient *patient) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
