/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-window-private.h"

#include <glib/gi18n.h>

#include "calx-confirm.h"
#include "calx-failure.h"
#include "calx-file-dialog.h"
#include "calx-format-extent.h"
#include "calx-lesion-jobs.h"

/* What takes longer says so. */
#define PATIENCE_MS 1000
#define PULSE_MS 100
#define MAX_FAULTS_SHOWN 8

/* Something that runs in the worker, and the small window that says so after a while. */
typedef struct
{
  CalxWindow     *window;
  GCancellable   *cancellable;
  char           *title;
  GtkWidget      *progress; /* NULL: not shown */
  GtkProgressBar *bar;
  guint           timer;
} Running;

static gboolean
pulse_cb (gpointer user_data)
{
  gtk_progress_bar_pulse (((Running *) user_data)->bar);
  return G_SOURCE_CONTINUE;
}

static gboolean
progress_closed_cb (Running *self)
{
  g_cancellable_cancel (self->cancellable);
  return GDK_EVENT_STOP; /* it goes when the job has ended */
}

static gboolean
show_progress_cb (gpointer user_data)
{
  Running *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *label = gtk_label_new (self->title);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->progress = g_object_new (ADW_TYPE_WINDOW, "transient-for", self->window, "modal", TRUE, "title", self->title,
                                 "default-width", 360, "content", box, NULL);
  self->bar = GTK_PROGRESS_BAR (bar);
  gtk_widget_set_margin_top (box, 24);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_halign (cancel, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), cancel);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (g_cancellable_cancel), self->cancellable);
  g_signal_connect_swapped (self->progress, "close-request", G_CALLBACK (progress_closed_cb), self);
  gtk_window_present (GTK_WINDOW (self->progress));
  self->timer = g_timeout_add (PULSE_MS, pulse_cb, self);
  return G_SOURCE_REMOVE;
}

static Running *
running_new (CalxWindow *window,
             const char *title)
{
  Running *self = g_new0 (Running, 1);

  self->window = g_object_ref (window);
  self->cancellable = g_cancellable_new ();
  self->title = g_strdup (title);
  self->timer = g_timeout_add (PATIENCE_MS, show_progress_cb, self);
  return self;
}

/* What remains is the window. */
static CalxWindow *
running_end (Running *self)
{
  CalxWindow *window = self->window;

  g_source_remove (self->timer);
  if (self->progress != NULL)
    gtk_window_destroy (GTK_WINDOW (self->progress));
  g_clear_object (&self->cancellable);
  g_free (self->title);
  g_free (self);
  return window;
}

static void
tell_failure (CalxWindow   *self,
              const char   *heading,
              const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    calx_confirm_tell (GTK_WINDOW (self), heading, error->message);
}

/* Export */

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CalxWindow) self = running_end (user_data);
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  guint n_lines = 0;

  if (!calx_clinic_export_lesions_finish (CALX_CLINIC (source), result, &n_lines, &error))
    {
      tell_failure (self, _("The Lesions Were Not Exported"), error);
      return;
    }
  text = g_strdup_printf (ngettext ("%u lesion exported", "%u lesions exported", n_lines), n_lines);
  calx_window_toast (self, text);
}

static void
export_file_chosen_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autoptr(GFile) file = calx_file_dialog_save_finish (result);
  Running *running;

  if (file == NULL || !calx_clinic_is_open (self->clinic))
    return;
  if (g_file_peek_path (file) == NULL)
    {
      calx_confirm_tell (GTK_WINDOW (self), _("The Lesions Were Not Exported"), _("Choose a folder of this computer."));
      return;
    }
  running = running_new (self, _("Exporting Lesions"));
  calx_clinic_export_lesions_async (self->clinic, g_file_peek_path (file), running->cancellable, exported_cb, running);
}

void
calx_window_export_lesions (CalxWindow *self)
{
  calx_file_dialog_save_async (GTK_WINDOW (self), _("Export Lesions"), "calx-lesions.csv", _("CSV tables"), "csv",
                               export_file_chosen_cb, g_object_ref (self));
}

/* Import */

static void
tell_faults (CalxWindow *self,
             GPtrArray  *faults)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (faults->len, MAX_FAULTS_SHOWN); i++)
    g_string_append_printf (text, "%s\n", (const char *) g_ptr_array_index (faults, i));
  if (faults->len > MAX_FAULTS_SHOWN)
    g_string_append_printf (text, _("and %u more\n"), faults->len - MAX_FAULTS_SHOWN);
  g_string_append (text, _("\nMend the file and import it again."));
  calx_confirm_tell (GTK_WINDOW (self), _("Nothing Was Imported"), text->str);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CalxWindow) self = running_end (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxLesionFile) file = calx_clinic_import_lesions_finish (CALX_CLINIC (source), result, &error);

  if (file == NULL)
    {
      tell_failure (self, _("Nothing Was Imported"), error);
      return;
    }
  if (file->faults->len > 0)
    {
      tell_faults (self, file->faults);
      return;
    }
  calx_patient_list_reload (self->patient_list);
  if (self->patient != NULL)
    {
      g_autofree char *uuid = g_strdup (self->patient->uuid);

      calx_window_open_patient (self, uuid);
    }
  calx_window_toast (self, _("Lesions imported"));
}

/* A file that was read, until the person has answered. */
typedef struct
{
  CalxWindow     *window;
  CalxLesionFile *file;
} Question;

static void
question_free (Question *self)
{
  g_clear_object (&self->window);
  g_clear_pointer (&self->file, calx_lesion_file_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
import_answered_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(Question) question = user_data;
  g_autofree char *answer = calx_confirm_finish (result);
  CalxWindow *self = question->window;
  Running *running;

  if (g_strcmp0 (answer, "import") != 0 || !calx_clinic_is_open (self->clinic))
    return;
  running = running_new (self, _("Importing Lesions"));
  calx_clinic_import_lesions_async (self->clinic, question->file->lines, running->cancellable, imported_cb, running);
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  const CalxConfirmChoice choices[] = {
    { "cancel", _("_Cancel"), CALX_CONFIRM_PLAIN },
    { "import", _("_Import"), CALX_CONFIRM_SUGGESTED },
  };
  g_autoptr(CalxWindow) self = running_end (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxLesionFile) file = calx_clinic_read_lesion_file_finish (CALX_CLINIC (source), result, &error);
  g_autofree char *words = NULL;
  g_autofree char *body = NULL;
  Question *question;

  if (file == NULL)
    {
      tell_failure (self, _("Nothing Was Imported"), error);
      return;
    }
  if (file->faults->len > 0)
    {
      tell_faults (self, file->faults);
      return;
    }
  words = calx_format_lesion_import (&file->import);
  if (file->import.n_sessions_new + file->import.n_sessions_changed == 0)
    {
      calx_confirm_tell (GTK_WINDOW (self), _("Nothing to Import"), words);
      return;
    }
  body = g_strdup_printf (_("%s\n\nThe earlier versions of corrected sessions are kept."), words);
  question = g_new0 (Question, 1);
  question->window = g_object_ref (self);
  question->file = g_steal_pointer (&file);
  calx_confirm_async (GTK_WINDOW (self), _("Import These Lesions?"), body, NULL, choices, G_N_ELEMENTS (choices),
                      import_answered_cb, question);
}

static void
import_file_chosen_cb (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(CalxWindow) self = user_data;
  g_autoptr(GFile) file = calx_file_dialog_open_finish (result);
  Running *running;

  if (file == NULL || !calx_clinic_is_open (self->clinic))
    return;
  running = running_new (self, _("Reading the File"));
  calx_clinic_read_lesion_file_async (self->clinic, file, running->cancellable, file_read_cb, running);
}

void
calx_window_import_lesions (CalxWindow *self)
{
  calx_file_dialog_open_async (GTK_WINDOW (self), _("Import Lesions"), _("CSV tables"), "csv", import_file_chosen_cb,
                               g_object_ref (self));
}
