/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient-dialog.h"

#include <glib/gi18n.h>

#include "calx-accessible-tree.h"
#include "calx-accessible.h"
#include "calx-clinic-jobs.h"
#include "calx-field.h"
#include "calx-format.h"
#include "calx-patient-entry.h"
#include "calx-skin-chooser.h"

#define N_DAYS 7

struct _CalxPatientDialog
{
  AdwWindow        parent_instance;

  GtkStack        *stack;
  GtkWidget       *save_button;
  GtkWidget       *problem_label;
  CalxField       *fields[CALX_N_PATIENT_FIELDS];
  GtkEditable     *entries[CALX_N_PATIENT_FIELDS];
  GtkDropDown     *sex_drop_down;
  GtkDropDown     *age_unit_drop_down;
  GtkBox          *days_box;
  GtkToggleButton *day_buttons[N_DAYS];
  CalxSkinChooser *skin_chooser;
  GtkListBox      *similar_list;

  CalxClinic      *clinic;
  CalxPatient     *patient;
  gboolean         is_new;
  gboolean         is_saving; /* stays open for the answer, which may be a refusal */
};

enum
{
  SAVED,
  PATIENT_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CalxPatientDialog, calx_patient_dialog, ADW_TYPE_WINDOW)

/* As the items of the drop-downs in the template. */
static const CalxSex sexes[] = { CALX_SEX_UNKNOWN, CALX_SEX_FEMALE, CALX_SEX_MALE };
static const char *const age_units[] = { "a", "mo", "d" };

static void
show_problem (CalxPatientDialog *self,
              const char        *text)
{
  gtk_label_set_label (GTK_LABEL (self->problem_label), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem_label, text != NULL);
}

/* Puts what was entered into the patient and says what is wrong, field by field. */
static gboolean
read_entries (CalxPatientDialog *self)
{
  CalxPatientEntry entry = { 0 };
  char *messages[CALX_N_PATIENT_FIELDS];
  gboolean is_fine;
  gboolean is_focused = FALSE;

  for (int i = 0; i < CALX_N_PATIENT_FIELDS; i++)
    entry.texts[i] = gtk_editable_get_text (self->entries[i]);
  entry.sex = sexes[gtk_drop_down_get_selected (self->sex_drop_down)];
  entry.age_unit = age_units[gtk_drop_down_get_selected (self->age_unit_drop_down)];
  for (int i = 0; i < N_DAYS; i++)
    if (gtk_toggle_button_get_active (self->day_buttons[i]))
      entry.schedule_days |= 1u << i;
  entry.skin = calx_skin_chooser_get_skin (self->skin_chooser);

  is_fine = calx_patient_entry_read (&entry, self->patient, calx_date_today (), messages);
  for (int i = 0; i < CALX_N_PATIENT_FIELDS; i++)
    {
      calx_field_set_message (self->fields[i], messages[i]);
      if (messages[i] != NULL && !is_focused)
        {
          gtk_widget_grab_focus (GTK_WIDGET (self->entries[i]));
          is_focused = TRUE;
        }
      g_free (messages[i]);
    }
  return is_fine;
}

static void
patient_saved_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(CalxPatientDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxPatient) saved = NULL;

  saved = calx_clinic_save_patient_finish (CALX_CLINIC (source), result, &error);
  self->is_saving = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (saved != NULL)
    {
      g_signal_emit (self, signals[SAVED], 0, saved);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_stack_set_visible_child_name (self->stack, "form");
  if (g_error_matches (error, CALX_STORE_ERROR, CALX_STORE_ERROR_DUPLICATE))
    {
      calx_field_set_message (self->fields[CALX_PATIENT_FIELD_RECORD_NUMBER], error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->entries[CALX_PATIENT_FIELD_RECORD_NUMBER]));
    }
  else
    show_problem (self, error->message);
}

static void
save (CalxPatientDialog *self)
{
  self->is_saving = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  calx_clinic_save_patient_async (self->clinic, self->patient, patient_saved_cb,
                                  g_object_ref (self));
}

static void
similar_opened_cb (GtkButton         *button,
                   CalxPatientDialog *self)
{
  const char *uuid = g_object_get_data (G_OBJECT (button), "calx-uuid");

  g_signal_emit (self, signals[PATIENT_CHOSEN], 0, uuid);
  gtk_window_destroy (GTK_WINDOW (self));
}

static GtkWidget *
make_similar_row (CalxPatientDialog *self,
                  const CalxPatient *patient)
{
  g_autofree char *name = calx_format_name (patient);
  g_autofree char *escaped = g_markup_escape_text (name, -1);
  g_autofree char *born = calx_format_born (patient);
  g_autofree char *sex = calx_format_sex (patient->sex);
  g_autofree char *details = NULL;
  g_autofree char *details_escaped = NULL;
  g_autofree char *label = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Open this one"));

  details = g_strdup_printf (_("Born %s · Sex: %s · Record number: %s"), born, sex,
                             *patient->record_number != '\0' ? patient->record_number
                                                             : _("Not known"));
  details_escaped = g_markup_escape_text (details, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details_escaped);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  label = g_strdup_printf (_("Open %s, %s"), name, details);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "calx-uuid", g_strdup (patient->uuid), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (similar_opened_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_similar (CalxPatientDialog *self,
              GPtrArray         *similar)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->similar_list, 0))) != NULL)
    gtk_list_box_remove (self->similar_list, row);
  for (guint i = 0; i < similar->len; i++)
    gtk_list_box_append (self->similar_list, make_similar_row (self, similar->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, "similar");
}

/* Someone who is edited is similar to herself. */
static void
remove_self (CalxPatientDialog *self,
             GPtrArray         *similar)
{
  for (guint i = similar->len; i-- > 0;)
    {
      const CalxPatient *patient = similar->pdata[i];

      if (g_str_equal (patient->uuid, self->patient->uuid))
        g_ptr_array_remove_index (similar, i);
    }
}

static void
similar_found_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(CalxPatientDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) similar = NULL;

  similar = calx_clinic_find_similar_finish (CALX_CLINIC (source), result, &error);
  /* cancelled meanwhile: nobody is to be created */
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (similar == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  remove_self (self, similar);
  if (similar->len > 0)
    show_similar (self, similar);
  else
    save (self);
}

static void
save_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  CalxPatientDialog *self = CALX_PATIENT_DIALOG (widget);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->stack)))
    return;
  show_problem (self, NULL);
  if (!read_entries (self))
    return;
  if (!self->is_new)
    {
      save (self);
      return;
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
  calx_clinic_find_similar_async (self->clinic, self->patient, similar_found_cb,
                                  g_object_ref (self));
}

static void
create_second_action_cb (GtkWidget  *widget,
                         const char *name,
                         GVariant   *parameter)
{
  CalxPatientDialog *self = CALX_PATIENT_DIALOG (widget);

  if (!self->is_saving)
    save (self);
}

static void
back_action_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (CALX_PATIENT_DIALOG (widget)->stack, "form");
}

static void
page_changed_cb (CalxPatientDialog *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->stack);

  gtk_widget_set_visible (self->save_button, g_strcmp0 (page, "form") == 0);
}

/* An age is only asked for where the birth date is not known. */
static void
born_changed_cb (CalxPatientDialog *self)
{
  const char *text = gtk_editable_get_text (self->entries[CALX_PATIENT_FIELD_BORN]);

  gtk_widget_set_visible (GTK_WIDGET (self->fields[CALX_PATIENT_FIELD_AGE]), *text == '\0');
}

static void
make_day_buttons (CalxPatientDialog *self)
{
  static const char *const short_names[N_DAYS] = { N_("Mo"), N_("Tu"), N_("We"), N_("Th"),
                                                   N_("Fr"), N_("Sa"), N_("Su") };
  static const char *const names[N_DAYS] = { N_("Monday"),   N_("Tuesday"), N_("Wednesday"),
                                             N_("Thursday"), N_("Friday"),  N_("Saturday"),
                                             N_("Sunday") };

  for (int i = 0; i < N_DAYS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_(short_names[i]));

      gtk_widget_set_tooltip_text (button, _(names[i]));
      gtk_widget_set_hexpand (button, TRUE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _(names[i]), -1);
      gtk_box_append (self->days_box, button);
      self->day_buttons[i] = GTK_TOGGLE_BUTTON (button);
    }
}

static void
fill (CalxPatientDialog *self)
{
  const CalxPatient *patient = self->patient;
  g_autofree char *born = calx_date_to_iso (patient->born);
  g_autofree char *interval = NULL;

  if (patient->review_interval_days > 0)
    interval = g_strdup_printf ("%d", patient->review_interval_days);
  gtk_editable_set_text (self->entries[CALX_PATIENT_FIELD_FAMILY_NAME], patient->family_name);
  gtk_editable_set_text (self->entries[CALX_PATIENT_FIELD_GIVEN_NAME], patient->given_name);
  gtk_editable_set_text (self->entries[CALX_PATIENT_FIELD_RECORD_NUMBER], patient->record_number);
  gtk_editable_set_text (self->entries[CALX_PATIENT_FIELD_BORN], born);
  gtk_editable_set_text (self->entries[CALX_PATIENT_FIELD_AGE], patient->age_text);
  gtk_editable_set_text (self->entries[CALX_PATIENT_FIELD_SHIFT], patient->shift);
  gtk_editable_set_text (self->entries[CALX_PATIENT_FIELD_CHAIR], patient->chair);
  gtk_editable_set_text (self->entries[CALX_PATIENT_FIELD_REVIEW_INTERVAL],
                         interval != NULL ? interval : "");
  for (guint i = 0; i < G_N_ELEMENTS (sexes); i++)
    if (sexes[i] == patient->sex)
      gtk_drop_down_set_selected (self->sex_drop_down, i);
  for (guint i = 0; i < G_N_ELEMENTS (age_units); i++)
    if (g_strcmp0 (age_units[i], patient->age_unit) == 0)
      gtk_drop_down_set_selected (self->age_unit_drop_down, i);
  for (int i = 0; i < N_DAYS; i++)
    gtk_toggle_button_set_active (self->day_buttons[i], (patient->schedule_days & (1u << i)) != 0);
  calx_skin_chooser_set_skin (self->skin_chooser, patient->skin);
}

static gboolean
calx_patient_dialog_close_request (GtkWindow *window)
{
  if (CALX_PATIENT_DIALOG (window)->is_saving)
    return TRUE;
  return GTK_WINDOW_CLASS (calx_patient_dialog_parent_class)->close_request (window);
}

static void
calx_patient_dialog_dispose (GObject *object)
{
  CalxPatientDialog *self = CALX_PATIENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_PATIENT_DIALOG);
  g_clear_object (&self->clinic);
  g_clear_pointer (&self->patient, calx_patient_free);

  G_OBJECT_CLASS (calx_patient_dialog_parent_class)->dispose (object);
}

static void
bind_fields (GtkWidgetClass *widget_class)
{
  static const char *const names[CALX_N_PATIENT_FIELDS] = {
    [CALX_PATIENT_FIELD_FAMILY_NAME] = "family_name",
    [CALX_PATIENT_FIELD_GIVEN_NAME] = "given_name",
    [CALX_PATIENT_FIELD_RECORD_NUMBER] = "record_number",
    [CALX_PATIENT_FIELD_BORN] = "born",
    [CALX_PATIENT_FIELD_AGE] = "age",
    [CALX_PATIENT_FIELD_SHIFT] = "shift",
    [CALX_PATIENT_FIELD_CHAIR] = "chair",
    [CALX_PATIENT_FIELD_REVIEW_INTERVAL] = "review_interval",
  };

  for (int i = 0; i < CALX_N_PATIENT_FIELDS; i++)
    {
      g_autofree char *field = g_strconcat (names[i], "_field", NULL);
      g_autofree char *entry = g_strconcat (names[i], "_entry", NULL);

      gtk_widget_class_bind_template_child_full (
        widget_class, g_intern_string (field), FALSE,
        G_STRUCT_OFFSET (CalxPatientDialog, fields) + i * sizeof (CalxField *));
      gtk_widget_class_bind_template_child_full (
        widget_class, g_intern_string (entry), FALSE,
        G_STRUCT_OFFSET (CalxPatientDialog, entries) + i * sizeof (GtkEditable *));
    }
}

static void
calx_patient_dialog_class_init (CalxPatientDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_patient_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = calx_patient_dialog_close_request;

  signals[SAVED] = g_signal_new ("saved", CALX_TYPE_PATIENT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[PATIENT_CHOSEN] = g_signal_new ("patient-chosen", CALX_TYPE_PATIENT_DIALOG,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_STRING);

  g_type_ensure (CALX_TYPE_FIELD);
  g_type_ensure (CALX_TYPE_SKIN_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/calx/Calx/ui/CalxPatientDialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxPatientDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientDialog, sex_drop_down);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientDialog, age_unit_drop_down);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientDialog, days_box);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientDialog, similar_list);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientDialog, skin_chooser);
  bind_fields (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, born_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);

  gtk_widget_class_install_action (widget_class, "patient.save", NULL, save_action_cb);
  gtk_widget_class_install_action (widget_class, "patient.create-second", NULL,
                                   create_second_action_cb);
  gtk_widget_class_install_action (widget_class, "patient.back", NULL, back_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "patient.save",
                                       NULL);
}

static void
calx_patient_dialog_init (CalxPatientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_day_buttons (self);
  calx_accessible_set_name (GTK_WIDGET (self->age_unit_drop_down), _("Unit of the age"));
}

static void
focus_name_cb (CalxPatientDialog *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[CALX_PATIENT_FIELD_FAMILY_NAME]));
}

CalxPatientDialog *
calx_patient_dialog_new (GtkWindow         *parent,
                         CalxClinic        *clinic,
                         const CalxPatient *patient)
{
  CalxPatientDialog *self;

  g_return_val_if_fail (CALX_IS_CLINIC (clinic), NULL);

  self = g_object_new (CALX_TYPE_PATIENT_DIALOG, "transient-for", parent, NULL);
  self->clinic = g_object_ref (clinic);
  self->is_new = patient == NULL;
  self->patient = patient != NULL ? calx_patient_copy (patient) : calx_patient_new ();
  gtk_window_set_title (GTK_WINDOW (self), self->is_new ? _("New patient") : _("Edit patient"));
  gtk_button_set_label (GTK_BUTTON (self->save_button), self->is_new ? _("Create") : _("Save"));
  fill (self);
  calx_accessible_tree_name (GTK_WIDGET (self), gtk_window_get_title (GTK_WINDOW (self)));
  /* Otherwise what is typed first goes to Cancel, which stands before the fields. Not before it is on screen: a
   * window whose parts take the focus earlier is not on the accessibility bus. */
  g_signal_connect (self, "map", G_CALLBACK (focus_name_cb), NULL);
  return self;
}
