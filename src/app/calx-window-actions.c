/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-window-private.h"

#include <glib/gi18n.h>

#include "calx-clinic-jobs.h"
#include "calx-clinic-map-window.h"
#include "calx-compendium-window.h"
#include "calx-confirm.h"
#include "calx-conflict-dialog.h"
#include "calx-failure.h"
#include "calx-patient-dialog.h"
#include "calx-preferences-dialog.h"

/* Drafts */

static void
draft_written_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (calx_clinic_draft_finish (CALX_CLINIC (source), result, &error))
    calx_window_set_trouble (self, NULL);
  else
    {
      g_autofree char *text = NULL;

      text = g_strdup_printf (_("What you typed last is not yet on disk. %s"),
                              error->message);
      calx_window_set_trouble (self, text);
    }
}

void
calx_window_write_draft (CalxSession *session,
                         gpointer     user_data)
{
  CalxWindow *self = user_data;

  if (calx_clinic_is_open (self->clinic))
    calx_clinic_save_draft_async (self->clinic, session, draft_written_cb, g_object_ref (self));
}

/* Save */

typedef struct
{
  CalxWindow      *window;
  CalxSessionItem *item;
  CalxSession     *session;
  CalxAssessment  *assessment;
  char            *reason;       /* "" until one was given */
  GtkEditable     *reason_entry; /* NULL: no reason is asked for */
} Saving;

static Saving *
saving_new (CalxWindow  *self,
            CalxSession *session)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->item = g_object_ref (self->item);
  saving->session = calx_session_ref (session);
  saving->assessment = calx_assessment_ref (calx_session_page_get_assessment (self->session_page));
  saving->reason = g_strdup ("");
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->window);
  g_clear_object (&saving->item);
  g_clear_pointer (&saving->session, calx_session_unref);
  g_clear_pointer (&saving->assessment, calx_assessment_unref);
  g_clear_pointer (&saving->reason, g_free);
  g_clear_object (&saving->reason_entry);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void save (Saving *saving);

static void
newest_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  CalxWindow *self = saving->window;
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxPatientFile) file = NULL;

  file = calx_clinic_load_patient_finish (CALX_CLINIC (source), result, &error);
  self->is_saving = FALSE;
  if (file == NULL)
    calx_confirm_tell (GTK_WINDOW (self), calx_failure_get_title (error), error->message);
  for (guint i = 0; file != NULL && i < file->sessions->len; i++)
    {
      CalxSession *newest = ((CalxStoredSession *) file->sessions->pdata[i])->session;

      if (g_str_equal (calx_session_get_uuid (newest), calx_session_get_uuid (saving->session)))
        {
          CalxSession *ours = calx_session_with_version (saving->session,
                                                         calx_session_get_version_uuid (newest),
                                                         calx_session_get_version (newest));

          g_clear_pointer (&saving->session, calx_session_unref);
          saving->session = ours;
          g_free (saving->reason);
          saving->reason = g_strdup (_("Saved over a change made at the same time"));
          save (g_steal_pointer (&saving));
          return;
        }
    }
  calx_window_update_actions (self);
}

static void
conflict_answered_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  CalxWindow *self = saving->window;
  g_autofree char *answer = calx_confirm_finish (result);

  if (g_strcmp0 (answer, "correct") != 0)
    return;
  self->is_saving = TRUE;
  calx_window_update_actions (self);
  calx_clinic_load_patient_async (self->clinic, calx_session_get_patient_uuid (saving->session),
                                  newest_loaded_cb, g_steal_pointer (&saving));
}

static void
failure_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  CalxWindow *self = saving->window;
  g_autofree char *answer = calx_confirm_finish (result);

  if (g_strcmp0 (answer, "again") != 0 || self->is_saving)
    return;
  /* What was typed meanwhile goes along, but never another session that is shown by now. */
  if (self->item == saving->item)
    g_action_group_activate_action (G_ACTION_GROUP (self), "save", NULL);
  else
    save (g_steal_pointer (&saving));
}

static void
say_that_saving_failed (CalxWindow   *self,
                        Saving       *saving,
                        const GError *error)
{
  static const CalxConfirmChoice again[] = {
    { "keep", N_("_Keep Editing"), CALX_CONFIRM_PLAIN },
    { "again", N_("_Try Again"), CALX_CONFIRM_SUGGESTED },
  };
  static const CalxConfirmChoice correct[] = {
    { "keep", N_("_Keep Editing"), CALX_CONFIRM_PLAIN },
    { "correct", N_("_Save as Correction"), CALX_CONFIRM_SUGGESTED },
  };
  gboolean is_conflict = g_error_matches (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONFLICT);
  const CalxConfirmChoice *offered = is_conflict ? correct : again;
  CalxConfirmChoice choices[2];
  g_autofree char *body = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      choices[i] = offered[i];
      choices[i].label = _(offered[i].label);
    }
  body = g_strdup_printf (_("%s\n\nThe session is not saved. All that you entered is still in the "
                            "window."),
                          error->message);
  calx_confirm_async (GTK_WINDOW (self), calx_failure_get_title (error), body, NULL, choices,
                      G_N_ELEMENTS (choices),
                      is_conflict ? conflict_answered_cb : failure_answered_cb, saving);
}

static void
session_saved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  CalxWindow *self = saving->window;
  g_autoptr(GError) error = NULL;
  CalxStoredSession *stored;

  stored = calx_clinic_save_session_finish (CALX_CLINIC (source), result, &error);
  self->is_saving = FALSE;
  if (stored == NULL)
    {
      calx_window_update_actions (self);
      /* what the draft writer forgot before saving */
      if (calx_session_item_needs_draft (saving->item))
        calx_window_write_draft (calx_session_item_get_session (saving->item), self);
      say_that_saving_failed (self, g_steal_pointer (&saving), error);
      return;
    }
  calx_session_item_saved (saving->item, saving->session, stored);
  calx_window_set_trouble (self, NULL);
  if (self->item == saving->item)
    calx_window_sort_sessions (self);
  calx_patient_list_reload (self->patient_list);
  calx_window_update (self);
  calx_window_toast (self, _("Session saved"));
}

static void
save (Saving *saving)
{
  CalxWindow *self = saving->window;

  self->is_saving = TRUE;
  calx_window_update_actions (self);
  /* The transaction removes the draft; a later one must not bring it back. */
  calx_draft_writer_cancel (self->draft_writer);
  calx_clinic_save_session_async (self->clinic, saving->session, saving->assessment,
                                  saving->reason, session_saved_cb, saving);
}

static void
reason_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autofree char *answer = calx_confirm_finish (result);

  if (g_strcmp0 (answer, "save") != 0 || saving->window->is_saving)
    return;
  g_free (saving->reason);
  saving->reason = g_strstrip (g_strdup (gtk_editable_get_text (saving->reason_entry)));
  save (g_steal_pointer (&saving));
}

static gboolean
was_saved_before_today (CalxSessionItem *item)
{
  const CalxStoredSession *stored = calx_session_item_get_stored (item);
  g_autoptr(GDateTime) then = NULL;
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autoptr(GDateTime) then_local = NULL;

  if (stored == NULL)
    return FALSE;
  then = g_date_time_new_from_unix_utc (stored->saved_at_us / G_USEC_PER_SEC);
  then_local = then != NULL ? g_date_time_to_local (then) : NULL;
  return then_local != NULL &&
         (g_date_time_get_year (then_local) != g_date_time_get_year (now) ||
          g_date_time_get_day_of_year (then_local) != g_date_time_get_day_of_year (now));
}

/* A correction of an earlier day's session says why; within a day it is one piece of work. */
static void
begin_saving (CalxWindow *self)
{
  Saving *saving = saving_new (self, calx_session_item_get_session (self->item));
  const CalxConfirmChoice choices[] = {
    { "cancel", _("_Cancel"), CALX_CONFIRM_PLAIN },
    { "save", _("_Save"), CALX_CONFIRM_SUGGESTED },
  };
  GtkWidget *entry;

  if (!was_saved_before_today (self->item))
    {
      save (saving);
      return;
    }
  entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reason for the correction"), -1);
  saving->reason_entry = GTK_EDITABLE (g_object_ref (entry));
  calx_confirm_async (GTK_WINDOW (self), _("Why Is It Corrected?"),
                      _("The earlier version is kept. The reason is kept with the new one and may "
                        "be empty."),
                      entry, choices, G_N_ELEMENTS (choices), reason_answered_cb, saving);
}

static void
conflicts_answered_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;

  if (calx_conflict_dialog_finish (result) && self->item != NULL && !self->is_saving)
    begin_saving (self);
}

/* Conflicts of treatments that this session brings are said before they are kept. */
static void
check_conflicts (CalxWindow *self)
{
  g_autoptr(GPtrArray) conflicts = calx_session_page_list_new_conflicts (self->session_page);

  if (conflicts->len == 0)
    begin_saving (self);
  else
    calx_conflict_dialog_ask (GTK_WINDOW (self), conflicts, calx_session_page_get_review (self->session_page),
                              conflicts_answered_cb, g_object_ref (self));
}

static void
refused_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autofree char *answer = calx_confirm_finish (result);

  if (g_strcmp0 (answer, "save") == 0 && self->item != NULL && !self->is_saving)
    check_conflicts (self);
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  CalxWindow *self = user_data;
  g_autofree char *refused = calx_session_page_name_refused (self->session_page);
  const CalxConfirmChoice choices[] = {
    { "back", _("_Go Back"), CALX_CONFIRM_SUGGESTED },
    { "save", _("_Save Without Them"), CALX_CONFIRM_PLAIN },
  };
  g_autofree char *body = NULL;

  if (refused == NULL)
    {
      check_conflicts (self);
      return;
    }
  body = g_strdup_printf (_("Refused, each with its message beside it: %s. Go back to correct them; "
                            "otherwise they are saved as they were before."),
                          refused);
  calx_confirm_async (GTK_WINDOW (self), _("Not All Entries Are Accepted"), body, NULL, choices,
                      G_N_ELEMENTS (choices), refused_answered_cb, g_object_ref (self));
}

/* Patients */

static void
patient_saved_cb (CalxWindow        *self,
                  const CalxPatient *patient)
{
  calx_patient_list_reload (self->patient_list);
  if (self->patient != NULL && g_str_equal (patient->uuid, self->patient->uuid))
    {
      calx_window_take_patient (self, patient);
      calx_window_update (self);
      calx_window_toast (self, _("Patient saved"));
    }
  else
    {
      calx_window_open_patient (self, patient->uuid);
      calx_window_toast (self, _("Patient created"));
    }
}

static void
show_patient_dialog (CalxWindow        *self,
                     const CalxPatient *patient)
{
  CalxPatientDialog *dialog = calx_patient_dialog_new (GTK_WINDOW (self), self->clinic, patient);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (patient_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "patient-chosen", G_CALLBACK (calx_window_open_patient), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_patient_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  show_patient_dialog (user_data, NULL);
}

static void
edit_patient_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  CalxWindow *self = user_data;

  show_patient_dialog (self, self->patient);
}

/* Sessions */

static void
new_session_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  calx_window_begin_session (user_data);
}

static void
discard_answered_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  g_autofree char *answer = calx_confirm_finish (result);

  if (g_strcmp0 (answer, "discard") != 0 || saving->window->item != saving->item)
    return;
  calx_window_remove_session (saving->window, saving->item);
  calx_window_toast (saving->window, _("Session discarded"));
}

static void
discard_draft_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  CalxWindow *self = user_data;
  const CalxConfirmChoice choices[] = {
    { "keep", _("_Keep"), CALX_CONFIRM_PLAIN },
    { "discard", _("_Discard"), CALX_CONFIRM_DESTRUCTIVE },
  };

  /* Of a saved session only the changes go, and Undo brings them back. */
  if (calx_session_item_get_stored (self->item) != NULL)
    {
      calx_session_item_revert (self->item);
      calx_window_update (self);
      calx_window_toast (self, _("Changes discarded"));
      return;
    }
  calx_confirm_async (GTK_WINDOW (self), _("Discard This Session?"),
                      _("It was never saved: what was entered in it is lost."), NULL, choices,
                      G_N_ELEMENTS (choices), discard_answered_cb,
                      saving_new (self, calx_session_item_get_session (self->item)));
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  calx_session_item_undo (CALX_WINDOW (user_data)->item);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  calx_session_item_redo (CALX_WINDOW (user_data)->item);
}

/* Reports */

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  calx_window_print (user_data, /* preview= */ FALSE);
}

static void
print_preview_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  calx_window_print (user_data, /* preview= */ TRUE);
}

static void
export_pdf_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  calx_window_export_pdf (user_data);
}

static void
copy_summary_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  calx_window_copy_summary (user_data);
}

/* Lesions */

static void
export_lesions_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  calx_window_export_lesions (user_data);
}

static void
import_lesions_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  calx_window_import_lesions (user_data);
}

/* The window itself */

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  CalxWindow *self = user_data;

  if (calx_side_box_get_collapsed (self->side_box))
    calx_window_go_back (self);
  calx_patient_list_focus_search (self->patient_list);
}

/* One of each is enough; it comes forward again. */
static void
show_compendium (CalxWindow      *self,
                 GtkWidget      **window,
                 const char      *title,
                 CalxCompendium *(*make) (CalxKnowledge *))
{
  if (*window == NULL)
    g_set_weak_pointer (window, calx_compendium_window_new (GTK_WINDOW (self), title,
                                                            make (calx_clinic_get_knowledge (self->clinic))));
  gtk_window_present (GTK_WINDOW (*window));
}

static void
handbook_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  CalxWindow *self = user_data;

  show_compendium (self, &self->handbook, _("Handbook"), calx_compendium_new_handbook);
}

static void
model_card_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CalxWindow *self = user_data;

  show_compendium (self, &self->model_card, _("The Model and Its Sources"), calx_compendium_new_model);
}

static void
clinic_map_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CalxWindow *self = user_data;

  if (self->clinic_map == NULL)
    g_set_weak_pointer (&self->clinic_map, calx_clinic_map_window_new (GTK_WINDOW (self), self->clinic));
  else
    calx_clinic_map_window_reload (CALX_CLINIC_MAP_WINDOW (self->clinic_map));
  gtk_window_present (GTK_WINDOW (self->clinic_map));
}

static void
back_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  calx_window_go_back (user_data);
}

static void
unit_system_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  CalxWindow *self = user_data;
  gboolean is_si = g_str_equal (g_variant_get_string (state, NULL), "si");

  g_simple_action_set_state (action, state);
  calx_session_page_set_unit_system (self->session_page, is_si ? CALX_UNIT_SYSTEM_SI
                                                               : CALX_UNIT_SYSTEM_CONVENTIONAL);
}

static void
preferences_saved_cb (CalxWindow         *self,
                      CalxClinicSettings *settings)
{
  calx_window_set_trouble (self, NULL);
  calx_window_take_settings (self, settings);
  calx_window_toast (self, _("Preferences saved"));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CalxWindow *self = user_data;
  CalxPreferencesDialog *dialog = calx_preferences_dialog_new (GTK_WINDOW (self), self->clinic,
                                                               self->clinic_settings);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (preferences_saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { "save", save_cb, NULL, NULL, NULL, { 0 } },
  { "new-patient", new_patient_cb, NULL, NULL, NULL, { 0 } },
  { "edit-patient", edit_patient_cb, NULL, NULL, NULL, { 0 } },
  { "new-session", new_session_cb, NULL, NULL, NULL, { 0 } },
  { "discard-draft", discard_draft_cb, NULL, NULL, NULL, { 0 } },
  { "undo", undo_cb, NULL, NULL, NULL, { 0 } },
  { "redo", redo_cb, NULL, NULL, NULL, { 0 } },
  { "print", print_cb, NULL, NULL, NULL, { 0 } },
  { "print-preview", print_preview_cb, NULL, NULL, NULL, { 0 } },
  { "export-pdf", export_pdf_cb, NULL, NULL, NULL, { 0 } },
  { "copy-summary", copy_summary_cb, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_cb, NULL, NULL, NULL, { 0 } },
  { "search", search_cb, NULL, NULL, NULL, { 0 } },
  { "handbook", handbook_cb, NULL, NULL, NULL, { 0 } },
  { "clinic-map", clinic_map_cb, NULL, NULL, NULL, { 0 } },
  { "export-lesions", export_lesions_cb, NULL, NULL, NULL, { 0 } },
  { "import-lesions", import_lesions_cb, NULL, NULL, NULL, { 0 } },
  { "model-card", model_card_cb, NULL, NULL, NULL, { 0 } },
  { "back", back_cb, NULL, NULL, NULL, { 0 } },
  { "unit-system", NULL, "s", "'conventional'", unit_system_cb, { 0 } },
};

void
calx_window_install_actions (CalxWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

static void
enable (CalxWindow *self,
        const char *name,
        gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

void
calx_window_update_actions (CalxWindow *self)
{
  gboolean is_open = calx_clinic_is_open (self->clinic);
  gboolean has_patient = is_open && self->patient != NULL;
  gboolean has_session = has_patient && self->item != NULL;
  gboolean is_unsaved = has_session && calx_session_item_is_unsaved (self->item);

  enable (self, "save", is_unsaved && !self->is_saving);
  enable (self, "new-patient", is_open);
  enable (self, "edit-patient", has_patient);
  enable (self, "new-session", has_patient);
  enable (self, "discard-draft", is_unsaved && !self->is_saving);
  enable (self, "undo", has_session && calx_session_item_can_undo (self->item));
  enable (self, "redo", has_session && calx_session_item_can_redo (self->item));
  enable (self, "print", has_session);
  enable (self, "print-preview", has_session);
  enable (self, "export-pdf", has_session);
  enable (self, "copy-summary", has_session);
  enable (self, "search", is_open);
  enable (self, "clinic-map", is_open);
  enable (self, "export-lesions", is_open);
  enable (self, "import-lesions", is_open && !self->is_saving);
  enable (self, "preferences", is_open && self->clinic_settings != NULL);
  enable (self, "back", is_open && calx_side_box_get_collapsed (self->side_box) &&
                          calx_side_box_get_show_content (self->side_box));
}
