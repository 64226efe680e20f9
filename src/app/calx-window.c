/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-window.h"

#include <glib/gi18n.h>

#include "calx-accessible-tree.h"
#include "calx-accessible.h"
#include "calx-clinic-jobs.h"
#include "calx-failure.h"
#include "calx-window-private.h"

G_DEFINE_FINAL_TYPE (CalxWindow, calx_window, ADW_TYPE_APPLICATION_WINDOW)

static GSettings *
look_up_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchema) schema = NULL;

  /* Without an installed schema GSettings ends the program; the window works without it. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, CALX_APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new (CALX_APPLICATION_ID) : NULL;
}

static void
restore_state (CalxWindow *self)
{
  if (self->settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
save_state (CalxWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

void
calx_window_toast (CalxWindow *self,
                   const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

void
calx_window_set_trouble (CalxWindow *self,
                         const char *text)
{
  if (text != NULL)
    gtk_label_set_label (self->trouble_label, text);
  gtk_revealer_set_reveal_child (self->trouble_bar, text != NULL);
}

void
calx_window_take_settings (CalxWindow         *self,
                           CalxClinicSettings *settings)
{
  gboolean is_si = calx_clinic_settings_get_unit_system (settings) == CALX_UNIT_SYSTEM_SI;

  calx_clinic_settings_ref (settings);
  g_clear_pointer (&self->clinic_settings, calx_clinic_settings_unref);
  self->clinic_settings = settings;
  calx_session_page_set_settings (self->session_page, settings);
  g_action_group_change_action_state (G_ACTION_GROUP (self), "unit-system",
                                      g_variant_new_string (is_si ? "si" : "conventional"));
  calx_window_update_actions (self);
}

static void
settings_loaded_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxClinicSettings) settings = calx_clinic_settings_finish (CALX_CLINIC (source), result, &error);

  if (settings == NULL)
    {
      /* As of a clinic that chose nothing, so that they can be entered again. */
      calx_window_set_trouble (self, error->message);
      settings = calx_clinic_settings_new (calx_clinic_get_knowledge (self->clinic)->inputs);
    }
  calx_window_take_settings (self, settings);
}

static void
clinic_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!calx_clinic_open_finish (CALX_CLINIC (source), result, &error))
    {
      /* the message names the file and what to do */
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (self->failed_page, calx_failure_get_title (error));
      adw_status_page_set_description (self->failed_page, escaped);
      gtk_stack_set_visible_child_name (self->pages, "failed");
      calx_window_update (self);
      return;
    }
  calx_patient_list_set_clinic (self->patient_list, self->clinic);
  calx_clinic_load_settings_async (self->clinic, settings_loaded_cb, g_object_ref (self));
  gtk_stack_set_visible_child_name (self->pages, "clinic");
  calx_window_update (self);
}

static void
open_clinic (CalxWindow *self)
{
  gtk_stack_set_visible_child_name (self->pages, "opening");
  calx_clinic_open_async (self->clinic, clinic_opened_cb, g_object_ref (self));
}

static void
retry_action_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  CalxWindow *self = CALX_WINDOW (widget);

  if (!calx_clinic_is_open (self->clinic))
    open_clinic (self);
}

static void
patient_chosen_cb (CalxWindow *self,
                   const char *uuid)
{
  calx_window_open_patient (self, uuid);
}

static void
date_chosen_cb (CalxWindow *self,
                CalxDate   *date)
{
  calx_window_move_session (self, *date);
}

static void
list_failed_cb (CalxWindow *self,
                GError     *error)
{
  calx_window_toast (self, error->message);
}

static void
layout_changed_cb (CalxWindow *self)
{
  calx_window_update (self);
}

static gboolean
close_now_cb (gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
  return G_SOURCE_REMOVE;
}

static void
close_draft_written_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  self->is_closing = FALSE;
  if (!calx_clinic_draft_finish (CALX_CLINIC (source), result, &error))
    {
      g_autofree char *text = NULL;

      /* Closing again closes: the person has been told. */
      text = g_strdup_printf (_("What you typed last is not on disk: %s Close again to leave "
                                "without it."),
                              error->message);
      calx_window_set_trouble (self, text);
      self->may_close = TRUE;
      return;
    }
  self->may_close = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, close_now_cb, g_object_ref (self), g_object_unref);
}

static gboolean
calx_window_close_request (GtkWindow *window)
{
  CalxWindow *self = CALX_WINDOW (window);

  if (self->is_closing)
    return TRUE;
  if (!self->may_close && self->item != NULL && calx_clinic_is_open (self->clinic) &&
      calx_session_item_needs_draft (self->item))
    {
      calx_draft_writer_cancel (self->draft_writer);
      self->is_closing = TRUE;
      calx_clinic_save_draft_async (self->clinic, calx_session_item_get_session (self->item),
                                    close_draft_written_cb, g_object_ref (self));
      return TRUE;
    }
  save_state (self);
  return GTK_WINDOW_CLASS (calx_window_parent_class)->close_request (window);
}

static void
calx_window_dispose (GObject *object)
{
  CalxWindow *self = CALX_WINDOW (object);

  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_WINDOW);
  g_clear_pointer (&self->draft_writer, calx_draft_writer_free);
  g_clear_weak_pointer (&self->clinic_map);
  g_clear_weak_pointer (&self->handbook);
  g_clear_weak_pointer (&self->model_card);
  g_clear_object (&self->sessions);
  g_clear_object (&self->settings);
  g_clear_object (&self->clinic);
  g_clear_pointer (&self->clinic_settings, calx_clinic_settings_unref);
  g_clear_pointer (&self->patient, calx_patient_free);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (calx_window_parent_class)->dispose (object);
}

static void
calx_window_class_init (CalxWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = calx_window_close_request;

  g_type_ensure (CALX_TYPE_SIDE_BOX);
  g_type_ensure (CALX_TYPE_PATIENT_LIST);
  g_type_ensure (CALX_TYPE_SESSION_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/calx/Calx/ui/CalxWindow.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, side_box);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, patient_list);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, content);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, content_title);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, name_label);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, details_label);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, session_bar);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, session_drop_down);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, draft_bar);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, draft_label);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, trouble_bar);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, session_stack);
  gtk_widget_class_bind_template_child (widget_class, CalxWindow, session_page);
  gtk_widget_class_bind_template_callback (widget_class, patient_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_changed_cb);
  gtk_widget_class_install_action (widget_class, "clinic.retry", NULL, retry_action_cb);
}

static void
calx_window_init (CalxWindow *self)
{
  self->sessions = g_list_store_new (CALX_TYPE_SESSION_ITEM);
  self->draft_writer = calx_draft_writer_new (CALX_DRAFT_IDLE_MS, CALX_DRAFT_LONGEST_MS,
                                              calx_window_write_draft, self);
  self->settings = look_up_settings ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->session_drop_down, G_LIST_MODEL (self->sessions));
  calx_accessible_set_name (GTK_WIDGET (self->session_drop_down), _("Session"));
  g_signal_connect_object (self->session_drop_down, "notify::selected",
                           G_CALLBACK (calx_window_session_selected), self, G_CONNECT_SWAPPED);
  calx_window_install_actions (self);
}

CalxWindow *
calx_window_new (GtkApplication *application,
                 CalxClinic     *clinic)
{
  CalxWindow *self;

  g_return_val_if_fail (CALX_IS_CLINIC (clinic), NULL);

  self = g_object_new (CALX_TYPE_WINDOW, "application", application, NULL);
  self->clinic = g_object_ref (clinic);
  restore_state (self);
  calx_session_page_set_knowledge (self->session_page, calx_clinic_get_knowledge (clinic));
  calx_accessible_set_name (self->menu_button, _("Main menu"));
  calx_accessible_tree_name (GTK_WIDGET (self), _("Calx"));
  calx_window_update (self);
  open_clinic (self);
  return self;
}

CalxClinic *
calx_window_get_clinic (CalxWindow *self)
{
  g_return_val_if_fail (CALX_IS_WINDOW (self), NULL);

  return self->clinic;
}
