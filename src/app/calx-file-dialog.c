/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-file-dialog.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkNativeDialog *dialog;
  char            *suffix; /* to add to the name; NULL: none */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->dialog);
  g_clear_pointer (&request->suffix, g_free);
  g_free (request);
}

static GFile *
add_suffix (GFile      *file,
            const char *suffix)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *dotted = g_strconcat (".", suffix, NULL);
  g_autofree char *folded = g_ascii_strdown (name, -1);
  g_autoptr(GFile) folder = NULL;
  g_autofree char *longer = NULL;

  if (g_str_has_suffix (folded, dotted))
    return g_object_ref (file);
  folder = g_file_get_parent (file);
  longer = g_strconcat (name, dotted, NULL);
  return g_file_get_child (folder, longer);
}

static void
dialog_responded_cb (GtkNativeDialog *dialog,
                     int              response,
                     gpointer         user_data)
{
  g_autoptr(GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr(GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (file != NULL && request->suffix != NULL)
    g_task_return_pointer (task, add_suffix (file, request->suffix), g_object_unref);
  else
    g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
}

/* @name: what a file that is saved is called at first; NULL: one that is there is opened. */
static void
ask (GTask      *task,
     GtkWindow  *parent,
     const char *title,
     const char *name,
     const char *kind,
     const char *suffix)
{
  Request *request = g_new0 (Request, 1);
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog;

  dialog = gtk_file_chooser_native_new (title, parent,
                                        name != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
                                        name != NULL ? _("_Save") : _("_Open"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  request->dialog = GTK_NATIVE_DIALOG (dialog);
  request->suffix = name != NULL ? g_strdup (suffix) : NULL;
  g_task_set_task_data (task, request, request_free);
  g_signal_connect (dialog, "response", G_CALLBACK (dialog_responded_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
calx_file_dialog_save_async (GtkWindow           *parent,
                             const char          *title,
                             const char          *name,
                             const char          *kind,
                             const char          *suffix,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, calx_file_dialog_save_async);
  ask (task, parent, title, name, kind, suffix);
}

GFile *
calx_file_dialog_save_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

void
calx_file_dialog_open_async (GtkWindow           *parent,
                             const char          *title,
                             const char          *kind,
                             const char          *suffix,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, calx_file_dialog_open_async);
  ask (task, parent, title, NULL, kind, suffix);
}

GFile *
calx_file_dialog_open_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
