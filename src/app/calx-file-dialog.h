/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one place that asks for a file. @suffix without a dot ("pdf") names the kind that is offered
 * and is added to a name that lacks it. */
void   calx_file_dialog_save_async  (GtkWindow           *parent,
                                     const char          *title,
                                     const char          *name,
                                     const char          *kind,
                                     const char          *suffix,
                                     GAsyncReadyCallback  callback, /* source object NULL */
                                     gpointer             user_data);
/* NULL where the person changed her mind. */
GFile *calx_file_dialog_save_finish (GAsyncResult        *result) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a file that is there. */
void   calx_file_dialog_open_async  (GtkWindow           *parent,
                                     const char          *title,
                                     const char          *kind,
                                     const char          *suffix,
                                     GAsyncReadyCallback  callback, /* source object NULL */
                                     gpointer             user_data);
GFile *calx_file_dialog_open_finish (GAsyncResult        *result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
