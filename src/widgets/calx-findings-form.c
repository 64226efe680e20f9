/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-findings-form.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-finding-row.h"
#include "calx-format.h"

/* One titled section; rows stand in its list. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *list;
} Section;

struct _CalxFindingsForm
{
  GtkWidget parent_instance;

  GtkEditable       *filter;
  GtkWidget         *scroller;
  GtkBox            *sections_box;
  GtkWidget         *nothing_found;
  AdwActionRow      *patient_row;  /* NULL where no input is the patient's */
  GtkWidget         *patient_button;

  CalxKnowledge     *knowledge;
  CalxPatient       *patient;
  CalxDate           session_date;
  GPtrArray         *rows;         /* CalxFindingRow by input index, NULL where the patient's; borrowed */
  GArray            *sections;     /* Section */
};

G_DEFINE_TYPE (CalxFindingsForm, calx_findings_form, GTK_TYPE_WIDGET)

enum
{
  FINDING_CHANGED,
  EDIT_PATIENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static CalxFindingRow *
get_row (CalxFindingsForm *self,
         guint             index)
{
  return g_ptr_array_index (self->rows, index);
}

static void
finding_changed_cb (CalxFindingsForm *self,
                    gpointer          finding,
                    CalxFindingRow   *row)
{
  g_signal_emit (self, signals[FINDING_CHANGED], 0, calx_finding_row_get_input (row)->index, finding);
}

/* The next row on screen: rows stand in the order of groups, which need not be that of the inputs. */
static GtkWidget *
next_row (CalxFindingsForm *self,
          GtkWidget        *row)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  gboolean passed = FALSE;

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = &g_array_index (self->sections, Section, i);

      for (GtkWidget *child = gtk_widget_get_first_child (section->list);
           child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          if (passed && CALX_IS_FINDING_ROW (child) && gtk_widget_get_visible (child))
            return child;
          if (section->list == list && child == row)
            passed = TRUE;
        }
    }
  return NULL;
}

static void
next_cb (CalxFindingsForm *self,
         CalxFindingRow   *row)
{
  GtkWidget *next = next_row (self, GTK_WIDGET (row));

  if (next != NULL)
    gtk_widget_grab_focus (next);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
filter_changed_cb (CalxFindingsForm *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->filter)));
  g_autofree char *folded = g_utf8_casefold (text, -1);
  gboolean found = FALSE;

  for (guint i = 0; i < self->sections->len; i++)
    {
      Section *section = &g_array_index (self->sections, Section, i);
      gboolean any = FALSE;

      for (GtkWidget *child = gtk_widget_get_first_child (section->list);
           child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          gboolean visible = CALX_IS_FINDING_ROW (child) ? calx_finding_row_matches (CALX_FINDING_ROW (child), folded)
                                                         : *folded == '\0';

          gtk_widget_set_visible (child, visible);
          any = any || visible;
        }
      gtk_widget_set_visible (section->box, any);
      found = found || any;
    }
  gtk_widget_set_visible (self->nothing_found, !found);
}

static void
filter_activated_cb (CalxFindingsForm *self)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      GtkWidget *list = g_array_index (self->sections, Section, i).list;

      for (GtkWidget *child = gtk_widget_get_first_child (list);
           child != NULL;
           child = gtk_widget_get_next_sibling (child))
        if (CALX_IS_FINDING_ROW (child) && gtk_widget_get_visible (child))
          {
            gtk_widget_grab_focus (child);
            return;
          }
    }
}

static void
filter_stopped_cb (CalxFindingsForm *self)
{
  gtk_editable_set_text (self->filter, "");
}

static void
edit_patient_cb (CalxFindingsForm *self)
{
  g_signal_emit (self, signals[EDIT_PATIENT], 0);
}

static void
show_patient (CalxFindingsForm *self)
{
  g_autofree char *sex = NULL;
  g_autofree char *age = NULL;
  g_autofree char *text = NULL;

  if (self->patient_row == NULL)
    return;

  sex = calx_format_sex (self->patient != NULL ? self->patient->sex : CALX_SEX_UNKNOWN);
  age = self->patient != NULL ? calx_format_age (self->patient, self->session_date) : g_strdup (_ ("Not known"));
  text = g_strdup_printf (_ ("Sex: %s · Age: %s"), sex, age);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->patient_row), text);
}

static void
calx_findings_form_dispose (GObject *object)
{
  CalxFindingsForm *self = CALX_FINDINGS_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_FINDINGS_FORM);
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_widget_unparent (gtk_widget_get_first_child (GTK_WIDGET (self)));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_array_unref);

  G_OBJECT_CLASS (calx_findings_form_parent_class)->dispose (object);
}

static void
calx_findings_form_finalize (GObject *object)
{
  CalxFindingsForm *self = CALX_FINDINGS_FORM (object);

  g_clear_pointer (&self->knowledge, calx_knowledge_unref);
  g_clear_pointer (&self->patient, calx_patient_free);

  G_OBJECT_CLASS (calx_findings_form_parent_class)->finalize (object);
}

static void
calx_findings_form_class_init (CalxFindingsFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_findings_form_dispose;
  object_class->finalize = calx_findings_form_finalize;

  signals[FINDING_CHANGED] = g_signal_new ("finding-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
  signals[EDIT_PATIENT] = g_signal_new ("edit-patient", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/calx/Calx/ui/CalxFindingsForm.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxFindingsForm, filter);
  gtk_widget_class_bind_template_child (widget_class, CalxFindingsForm, scroller);
  gtk_widget_class_bind_template_child (widget_class, CalxFindingsForm, sections_box);
  gtk_widget_class_bind_template_child (widget_class, CalxFindingsForm, nothing_found);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped_cb);
}

static void
calx_findings_form_init (CalxFindingsForm *self)
{
  self->rows = g_ptr_array_new ();
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  gtk_widget_init_template (GTK_WIDGET (self));
  calx_accessible_set_name (GTK_WIDGET (self), _ ("Findings"));
  calx_accessible_set_name (self->scroller, _ ("Findings"));
  calx_accessible_set_name (GTK_WIDGET (self->filter), _ ("Find a finding by its name"));
}

static Section *
add_section (CalxFindingsForm     *self,
             const CalxInputGroup *group)
{
  Section section = { gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), gtk_list_box_new () };
  GtkWidget *title = gtk_label_new (_ (group->label));

  gtk_label_set_xalign (GTK_LABEL (title), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (section.list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (section.list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (section.list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (group->label), -1);
  gtk_box_append (GTK_BOX (section.box), title);
  gtk_box_append (GTK_BOX (section.box), section.list);
  gtk_box_append (self->sections_box, section.box);
  g_array_append_val (self->sections, section);
  return &g_array_index (self->sections, Section, self->sections->len - 1);
}

/* Sex and age belong to the patient: shown here, changed there. */
static void
add_patient_row (CalxFindingsForm *self,
                 GtkWidget        *list)
{
  if (self->patient_row != NULL)
    return;

  self->patient_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->patient_button = gtk_button_new_with_mnemonic (_ ("Edit Patient"));
  adw_action_row_set_title_lines (self->patient_row, 2);
  adw_action_row_set_subtitle (self->patient_row, _ ("From the patient’s record"));
  gtk_widget_set_valign (self->patient_button, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->patient_row), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->patient_row), FALSE);
  adw_action_row_add_suffix (self->patient_row, self->patient_button);
  g_signal_connect_object (self->patient_button, "clicked", G_CALLBACK (edit_patient_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (self->patient_row));
}

static void
add_row (CalxFindingsForm *self,
         GtkWidget        *list,
         guint             index)
{
  GtkWidget *row = calx_finding_row_new (self->knowledge->inputs, index);

  g_signal_connect_object (row, "finding-changed", G_CALLBACK (finding_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_ptr_array_index (self->rows, index) = row;
}

static void
build (CalxFindingsForm *self)
{
  CalxInputs *inputs = self->knowledge->inputs;
  gsize n_groups;
  const CalxInputGroup *groups = calx_inputs_get_groups (inputs, &n_groups);

  g_ptr_array_set_size (self->rows, (int) calx_inputs_get_n (inputs));
  for (gsize g = 0; g < n_groups; g++)
    {
      Section *section = NULL;

      for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
        {
          const CalxInput *input = calx_inputs_get (inputs, i);

          if (!g_str_equal (input->group, groups[g].id))
            continue;
          if (section == NULL)
            section = add_section (self, &groups[g]);
          if (input->source == CALX_INPUT_BY_PATIENT)
            add_patient_row (self, section->list);
          else
            add_row (self, section->list, i);
        }
    }
  show_patient (self);
}

GtkWidget *
calx_findings_form_new (CalxKnowledge *knowledge)
{
  CalxFindingsForm *self;

  g_return_val_if_fail (knowledge != NULL, NULL);

  self = g_object_new (CALX_TYPE_FINDINGS_FORM, NULL);
  self->knowledge = calx_knowledge_ref (knowledge);
  build (self);
  return GTK_WIDGET (self);
}

static void
show_findings (CalxFindingsForm *self,
               CalxFindings     *findings,
               CalxDate          session_date,
               gboolean          force)
{
  gboolean same_date = calx_date_compare (self->session_date, session_date) == 0;

  self->session_date = session_date;
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i) != NULL)
      calx_finding_row_set_finding (get_row (self, i), calx_findings_get (findings, i), session_date, force);
  if (!same_date)
    show_patient (self);
}

void
calx_findings_form_set_findings (CalxFindingsForm *self,
                                 CalxFindings     *findings,
                                 CalxDate          session_date)
{
  g_return_if_fail (CALX_IS_FINDINGS_FORM (self));
  g_return_if_fail (findings != NULL);

  show_findings (self, findings, session_date, FALSE);
}

void
calx_findings_form_reset (CalxFindingsForm *self,
                          CalxFindings     *findings,
                          CalxDate          session_date)
{
  g_return_if_fail (CALX_IS_FINDINGS_FORM (self));
  g_return_if_fail (findings != NULL);

  show_findings (self, findings, session_date, TRUE);
}

void
calx_findings_form_set_patient (CalxFindingsForm  *self,
                                const CalxPatient *patient)
{
  g_return_if_fail (CALX_IS_FINDINGS_FORM (self));

  g_clear_pointer (&self->patient, calx_patient_free);
  if (patient != NULL)
    self->patient = calx_patient_copy (patient);
  show_patient (self);
}

void
calx_findings_form_set_unit_system (CalxFindingsForm *self,
                                    CalxUnitSystem    system)
{
  g_return_if_fail (CALX_IS_FINDINGS_FORM (self));

  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i) != NULL)
      calx_finding_row_set_unit_system (get_row (self, i), system);
}

gboolean
calx_findings_form_focus_input (CalxFindingsForm *self,
                                const char       *input_id)
{
  const CalxInput *input;
  GtkWidget *target;

  g_return_val_if_fail (CALX_IS_FINDINGS_FORM (self), FALSE);
  g_return_val_if_fail (input_id != NULL, FALSE);

  input = calx_inputs_find (self->knowledge->inputs, input_id);
  if (input == NULL)
    return FALSE;

  target = get_row (self, input->index) != NULL ? GTK_WIDGET (get_row (self, input->index)) : self->patient_button;
  if (target == NULL)
    return FALSE;

  gtk_editable_set_text (self->filter, "");
  return gtk_widget_grab_focus (target);
}

guint
calx_findings_form_get_n_refused (CalxFindingsForm *self)
{
  guint n = 0;

  g_return_val_if_fail (CALX_IS_FINDINGS_FORM (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i) != NULL && calx_finding_row_is_refused (get_row (self, i)))
      n++;
  return n;
}

void
calx_findings_form_list_refused (CalxFindingsForm *self,
                                 GPtrArray        *names)
{
  g_return_if_fail (CALX_IS_FINDINGS_FORM (self));
  g_return_if_fail (names != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i) != NULL && calx_finding_row_is_refused (get_row (self, i)))
      g_ptr_array_add (names, g_strdup (_ (calx_finding_row_get_input (get_row (self, i))->label)));
}
