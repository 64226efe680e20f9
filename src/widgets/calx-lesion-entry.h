/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "calx-date.h"

G_BEGIN_DECLS

/* What a person types of a lesion. Where it is refused, @ret_message (transfer full) says why and nothing
 * else is written. */

/* In millimetres; empty: not known. */
gboolean calx_lesion_entry_read_size  (const char  *text,
                                       double      *ret_mm,
                                       char       **ret_message);
/* In degrees, from 0 to 180; empty: 0. */
gboolean calx_lesion_entry_read_angle (const char  *text,
                                       double      *ret_deg,
                                       char       **ret_message);
/* Not after @session_date. */
gboolean calx_lesion_entry_read_onset (const char  *text,
                                       CalxDate     session_date,
                                       CalxDate    *ret_onset,
                                       char       **ret_message);
/* Shows @message (transfer full; NULL: accepted) under @entry, in @label, as "error" or "warning". */
void     calx_lesion_entry_say        (GtkWidget   *entry,
                                       GtkWidget   *label,
                                       const char  *css_class,
                                       char        *message);

G_END_DECLS
