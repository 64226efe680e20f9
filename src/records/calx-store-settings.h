/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-clinic-settings.h"
#include "calx-store.h"

G_BEGIN_DECLS

/* The clinic's settings as they stand in the file; those of a clinic that chose nothing where none were saved.
 * What cannot be read is CALX_STORE_ERROR_CONTENT and names the field. */
CalxClinicSettings *calx_store_load_clinic_settings (CalxStore           *self,
                                                     GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Saves them in one transaction with its audit row, whose detail holds them whole; settings that are there
 * already are not written again. */
gboolean            calx_store_save_clinic_settings (CalxStore           *self,
                                                     CalxClinicSettings  *settings,
                                                     GError             **error);

G_END_DECLS
