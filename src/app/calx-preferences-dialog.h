/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "calx-clinic.h"
#include "calx-clinic-settings.h"

G_BEGIN_DECLS

/* The clinic's settings: its name, the units offered first, the body whose targets stand first, and the
 * laboratory's own reference ranges. Saves by itself.
 *
 * Signal "saved" (CalxClinicSettings *settings): as they stand in the file now; the dialog closes. */
#define CALX_TYPE_PREFERENCES_DIALOG (calx_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CalxPreferencesDialog, calx_preferences_dialog, CALX, PREFERENCES_DIALOG, AdwWindow)

CalxPreferencesDialog *calx_preferences_dialog_new (GtkWindow          *parent,
                                                    CalxClinic         *clinic,
                                                    CalxClinicSettings *settings);

G_END_DECLS
