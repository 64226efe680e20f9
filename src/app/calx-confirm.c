/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-confirm.h"

#include <adwaita.h>
#include <glib/gi18n.h>

static void
dialog_responded_cb (AdwMessageDialog *dialog,
                     const char       *response,
                     gpointer          user_data)
{
  g_autoptr(GTask) task = user_data;

  g_task_return_pointer (task, g_strdup (response), g_free);
}

void
calx_confirm_async (GtkWindow               *parent,
                    const char              *heading,
                    const char              *body,
                    GtkWidget               *extra,
                    const CalxConfirmChoice *choices,
                    gsize                    n_choices,
                    GAsyncReadyCallback      callback,
                    gpointer                 user_data)
{
  static const AdwResponseAppearance appearances[] = {
    [CALX_CONFIRM_PLAIN] = ADW_RESPONSE_DEFAULT,
    [CALX_CONFIRM_SUGGESTED] = ADW_RESPONSE_SUGGESTED,
    [CALX_CONFIRM_DESTRUCTIVE] = ADW_RESPONSE_DESTRUCTIVE,
  };
  AdwMessageDialog *dialog;
  GTask *task;

  g_return_if_fail (n_choices > 0);

  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, calx_confirm_async);

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  for (gsize i = 0; i < n_choices; i++)
    {
      adw_message_dialog_add_response (dialog, choices[i].id, choices[i].label);
      adw_message_dialog_set_response_appearance (dialog, choices[i].id,
                                                  appearances[choices[i].look]);
      if (choices[i].look == CALX_CONFIRM_SUGGESTED)
        adw_message_dialog_set_default_response (dialog, choices[i].id);
    }
  adw_message_dialog_set_close_response (dialog, choices[0].id);
  if (extra != NULL)
    adw_message_dialog_set_extra_child (dialog, extra);
  gtk_accessible_update_property (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_PROPERTY_LABEL, heading,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, body, -1);

  g_signal_connect (dialog, "response", G_CALLBACK (dialog_responded_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

char *
calx_confirm_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_free (calx_confirm_finish (result));
}

void
calx_confirm_tell (GtkWindow  *parent,
                   const char *heading,
                   const char *body)
{
  const CalxConfirmChoice choices[] = { { "close", _("_Close"), CALX_CONFIRM_SUGGESTED } };

  calx_confirm_async (parent, heading, body, NULL, choices, G_N_ELEMENTS (choices), told_cb, NULL);
}
