/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  CALX_CONFIRM_PLAIN,
  CALX_CONFIRM_SUGGESTED,
  CALX_CONFIRM_DESTRUCTIVE,
} CalxConfirmLook;

/* One answer. The first of a list is also what closing the question means. */
typedef struct
{
  const char     *id;
  const char     *label;
  CalxConfirmLook look;
} CalxConfirmChoice;

/* The one place that asks a question in a window of its own. @extra (nullable) stands under the
 * text. @parent (nullable) is blocked meanwhile. */
void  calx_confirm_async  (GtkWindow               *parent,
                           const char              *heading,
                           const char              *body,
                           GtkWidget               *extra,
                           const CalxConfirmChoice *choices,
                           gsize                    n_choices,
                           GAsyncReadyCallback      callback, /* source object NULL */
                           gpointer                 user_data);
/* The id of the answer. */
char *calx_confirm_finish (GAsyncResult            *result) G_GNUC_WARN_UNUSED_RESULT;
/* As above with one answer, to be read and closed. */
void  calx_confirm_tell   (GtkWindow               *parent,
                           const char              *heading,
                           const char              *body);

G_END_DECLS
