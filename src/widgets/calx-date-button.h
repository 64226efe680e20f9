/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-date.h"

G_BEGIN_DECLS

/* The day on which something was measured: a small button that opens an entry (YYYY-MM-DD) and a
 * calendar. CALX_DATE_NONE: on the session's date. The day itself is in its tooltip; the row says it
 * in words.
 *
 * Signal "changed": the person chose another day. */
#define CALX_TYPE_DATE_BUTTON (calx_date_button_get_type ())
G_DECLARE_FINAL_TYPE (CalxDateButton, calx_date_button, CALX, DATE_BUTTON, GtkWidget)

/* @name: the accessible name, "Total calcium measured on" */
GtkWidget *calx_date_button_new              (const char     *name);
CalxDate   calx_date_button_get_date         (CalxDateButton *self);
/* Emits nothing. */
void       calx_date_button_set_date         (CalxDateButton *self,
                                              CalxDate        date);
/* The day on which the calendar opens where none is chosen, and the last one that makes sense. */
void       calx_date_button_set_session_date (CalxDateButton *self,
                                              CalxDate        date);

G_END_DECLS
