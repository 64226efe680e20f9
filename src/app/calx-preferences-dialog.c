/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-preferences-dialog.h"

#include <glib/gi18n.h>

#include "calx-accessible-tree.h"
#include "calx-clinic-jobs.h"
#include "calx-drop-down.h"
#include "calx-field.h"
#include "calx-format-targets.h"
#include "calx-range-row.h"

struct _CalxPreferencesDialog
{
  AdwWindow           parent_instance;

  GtkLabel           *problem_label;
  GtkEditable        *name_entry;
  GtkDropDown        *unit_drop_down;
  CalxField          *body_field;
  GtkDropDown        *body_drop_down;
  GtkListBox         *range_list;

  CalxClinic         *clinic;
  CalxClinicSettings *settings;
  gboolean            is_saving; /* stays open for the answer, which may be a refusal */
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CalxPreferencesDialog, calx_preferences_dialog, ADW_TYPE_WINDOW)

/* As the items of the drop-down in the template. */
static const CalxUnitSystem systems[] = { CALX_UNIT_SYSTEM_CONVENTIONAL, CALX_UNIT_SYSTEM_SI };

static void
show_problem (CalxPreferencesDialog *self,
              const char            *text)
{
  gtk_label_set_label (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
}

static GPtrArray *
get_bodies (CalxPreferencesDialog *self)
{
  return calx_targets_get_bodies (calx_clinic_get_knowledge (self->clinic)->targets);
}

/* What must be said of the chosen body. */
static void
body_selected_cb (CalxPreferencesDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->body_drop_down);
  GPtrArray *bodies = get_bodies (self);
  const CalxTargetBody *body = bodies->pdata[MIN (selected, bodies->len - 1)];

  g_object_set (self->body_field, "hint", g_dgettext (GETTEXT_PACKAGE, body->statement.note), NULL);
}

static void
fill_bodies (CalxPreferencesDialog *self)
{
  const char *chosen = calx_clinic_settings_get_target_body (self->settings);
  GPtrArray *bodies = get_bodies (self);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  for (guint i = 0; i < bodies->len; i++)
    {
      const CalxTargetBody *body = bodies->pdata[i];

      g_ptr_array_add (texts, calx_format_target_body (body));
      if (g_str_equal (body->statement.id, chosen))
        selected = i;
    }
  calx_drop_down_set_texts (self->body_drop_down, (const char *const *) texts->pdata, texts->len);
  gtk_drop_down_set_selected (self->body_drop_down, selected);
  g_signal_connect_object (self->body_drop_down, "notify::selected", G_CALLBACK (body_selected_cb), self,
                           G_CONNECT_SWAPPED);
  body_selected_cb (self);
}

static void
fill_ranges (CalxPreferencesDialog *self)
{
  CalxReferences *references = calx_clinic_settings_get_references (self->settings);
  CalxInputs *inputs = calx_references_get_inputs (references);

  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (inputs, i);

      if (input->laboratory && input->kind == CALX_INPUT_NUMBER && input->quantity != NULL)
        gtk_list_box_append (self->range_list,
                             calx_range_row_new (input, references,
                                                 calx_clinic_settings_get_unit_system (self->settings)));
    }
}

static void
fill (CalxPreferencesDialog *self)
{
  gtk_editable_set_text (self->name_entry, calx_clinic_settings_get_name (self->settings));
  gtk_drop_down_set_selected (self->unit_drop_down,
                              calx_clinic_settings_get_unit_system (self->settings) == CALX_UNIT_SYSTEM_SI);
  fill_bodies (self);
  fill_ranges (self);
}

/* NULL: a range is refused, and its row says why. */
static CalxReferences *
read_ranges (CalxPreferencesDialog *self)
{
  g_autoptr(CalxReferences) references
    = calx_references_ref (calx_clinic_settings_get_references (self->settings));
  gboolean good = TRUE;

  /* From the last to the first, so that the first that is refused has the focus. */
  for (GtkWidget *row = gtk_widget_get_last_child (GTK_WIDGET (self->range_list)); row != NULL;
       row = gtk_widget_get_prev_sibling (row))
    good = calx_range_row_read (CALX_RANGE_ROW (row), &references) && good;
  return good ? g_steal_pointer (&references) : NULL;
}

static CalxClinicSettings *
read_settings (CalxPreferencesDialog *self,
               CalxReferences        *references)
{
  guint system = gtk_drop_down_get_selected (self->unit_drop_down);
  guint selected = gtk_drop_down_get_selected (self->body_drop_down);
  GPtrArray *bodies = get_bodies (self);
  const CalxTargetBody *body = bodies->pdata[MIN (selected, bodies->len - 1)];
  g_autoptr(CalxClinicSettings) named
    = calx_clinic_settings_with_name (self->settings, gtk_editable_get_text (self->name_entry));
  g_autoptr(CalxClinicSettings) united
    = calx_clinic_settings_with_unit_system (named, systems[MIN (system, G_N_ELEMENTS (systems) - 1)]);
  g_autoptr(CalxClinicSettings) targeted = calx_clinic_settings_with_target_body (united, body->statement.id);

  return calx_clinic_settings_with_references (targeted, references);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(CalxPreferencesDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxClinicSettings) settings = calx_clinic_settings_finish (CALX_CLINIC (source), result, &error);

  self->is_saving = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preferences.save", TRUE);
  if (settings == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, settings);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  CalxPreferencesDialog *self = CALX_PREFERENCES_DIALOG (widget);
  g_autoptr(CalxReferences) references = NULL;
  g_autoptr(CalxClinicSettings) settings = NULL;

  if (self->is_saving)
    return;
  references = read_ranges (self);
  show_problem (self, references == NULL ? _("Nothing was saved: a reference range is refused.") : NULL);
  if (references == NULL)
    return;
  settings = read_settings (self, references);
  self->is_saving = TRUE;
  gtk_widget_action_set_enabled (widget, "preferences.save", FALSE);
  calx_clinic_save_settings_async (self->clinic, settings, saved_cb, g_object_ref (self));
}

static gboolean
calx_preferences_dialog_close_request (GtkWindow *window)
{
  if (CALX_PREFERENCES_DIALOG (window)->is_saving)
    return TRUE;
  return GTK_WINDOW_CLASS (calx_preferences_dialog_parent_class)->close_request (window);
}

static void
calx_preferences_dialog_dispose (GObject *object)
{
  CalxPreferencesDialog *self = CALX_PREFERENCES_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_PREFERENCES_DIALOG);
  g_clear_object (&self->clinic);
  g_clear_pointer (&self->settings, calx_clinic_settings_unref);

  G_OBJECT_CLASS (calx_preferences_dialog_parent_class)->dispose (object);
}

static void
calx_preferences_dialog_class_init (CalxPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_preferences_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = calx_preferences_dialog_close_request;

  signals[SAVED] = g_signal_new ("saved", CALX_TYPE_PREFERENCES_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (CALX_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/calx/Calx/ui/CalxPreferencesDialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxPreferencesDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CalxPreferencesDialog, name_entry);
  gtk_widget_class_bind_template_child (widget_class, CalxPreferencesDialog, unit_drop_down);
  gtk_widget_class_bind_template_child (widget_class, CalxPreferencesDialog, body_field);
  gtk_widget_class_bind_template_child (widget_class, CalxPreferencesDialog, body_drop_down);
  gtk_widget_class_bind_template_child (widget_class, CalxPreferencesDialog, range_list);
  gtk_widget_class_install_action (widget_class, "preferences.save", NULL, save_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "preferences.save", NULL);
}

static void
calx_preferences_dialog_init (CalxPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  calx_drop_down_set_up (self->body_drop_down);
}

CalxPreferencesDialog *
calx_preferences_dialog_new (GtkWindow          *parent,
                             CalxClinic         *clinic,
                             CalxClinicSettings *settings)
{
  CalxPreferencesDialog *self;

  g_return_val_if_fail (CALX_IS_CLINIC (clinic), NULL);
  g_return_val_if_fail (settings != NULL, NULL);

  self = g_object_new (CALX_TYPE_PREFERENCES_DIALOG, "transient-for", parent, NULL);
  self->clinic = g_object_ref (clinic);
  self->settings = calx_clinic_settings_ref (settings);
  fill (self);
  calx_accessible_tree_name (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  return self;
}
