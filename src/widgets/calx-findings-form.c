/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-findings-form.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-facts.h"
#include "calx-findings-section.h"
#include "calx-format.h"

/* The group that is asked at every visit: always open at first. */
#define EVERY_VISIT "early_signs"

/* A row takes some milliseconds to make: those on screen first, the others when there is time. */
#define SEARCH_BUDGET_US 30000
#define SLICE_BUDGET_US 8000

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
  CalxReferences    *references;   /* NULL: the published ranges count */
  CalxFindings      *findings;     /* as shown; NULL until something is */
  CalxDate           session_date;
  CalxUnitSystem     system;
  GPtrArray         *rows;         /* CalxFindingRow by input index, NULL until made; borrowed */
  GPtrArray         *sections;     /* CalxFindingsSection; borrowed */
  GPtrArray         *every_visit;  /* those of them that are open whatever is known; borrowed */
  GStrv              names;        /* by input index: what the search looks in, folded */
  guint              scroll_id;
  guint              make_id;
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

/* The section of @child, a row or a section's title; NULL: none. */
static gboolean
find_section (CalxFindingsForm *self,
              GtkWidget        *child,
              guint            *ret_position)
{
  GtkWidget *section = gtk_widget_get_ancestor (child, CALX_TYPE_FINDINGS_SECTION);

  return section != NULL && g_ptr_array_find (self->sections, section, ret_position);
}

/* The next row on screen, or the title of a closed section: rows stand in the order of groups, which need
 * not be that of the inputs. NULL @child: the first. */
static GtkWidget *
next_row (CalxFindingsForm *self,
          GtkWidget        *child)
{
  GtkWidget *next = NULL;
  guint i = 0;

  if (child != NULL && !find_section (self, child, &i))
    return NULL;
  next = calx_findings_section_get_next (self->sections->pdata[i], child);
  while (next == NULL && ++i < self->sections->len)
    next = calx_findings_section_get_next (self->sections->pdata[i], NULL);
  return next;
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

/* Of people's words alone: the name, what is said below it, the choices; and the id, which spells names
 * without accents. */
static char *
join_names (const CalxInput *input)
{
  g_autoptr(GString) text = g_string_new (_ (input->label));

  g_string_append_printf (text, " %s %s", input->help != NULL ? _ (input->help) : "", input->id);
  for (gsize i = 0; i < input->n_choices; i++)
    g_string_append_printf (text, " %s", _ (input->choices[i].label));
  return g_utf8_casefold (text->str, -1);
}

static gboolean
has_words (const char        *name,
           const char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (name, *words) == NULL)
      return FALSE;
  return TRUE;
}

static GPtrArray *
find_inputs (CalxFindingsForm  *self,
             const char *const *words)
{
  CalxInputs *inputs = self->knowledge->inputs;
  GPtrArray *matches = g_ptr_array_new ();

  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    if (has_words (self->names[i], words))
      g_ptr_array_add (matches, (gpointer) calx_inputs_get (inputs, i));
  return matches;
}

/* FALSE: there is more to make. */
static gboolean
make_for (CalxFindingsForm *self,
          gint64            budget_us)
{
  gint64 end = g_get_monotonic_time () + budget_us;

  for (guint i = 0; i < self->sections->len; i++)
    while (calx_findings_section_make_next (self->sections->pdata[i]))
      if (g_get_monotonic_time () > end)
        return FALSE;
  return TRUE;
}

static gboolean
make_slice (gpointer data)
{
  CalxFindingsForm *self = data;

  if (!make_for (self, SLICE_BUDGET_US))
    return G_SOURCE_CONTINUE;
  self->make_id = 0;
  return G_SOURCE_REMOVE;
}

static void
make_soon (CalxFindingsForm *self)
{
  if (self->make_id == 0)
    self->make_id = g_idle_add (make_slice, self);
}

static void
filter_changed_cb (CalxFindingsForm *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->filter)));
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto(GStrv) words = g_strsplit (folded, " ", -1);
  g_autoptr(GPtrArray) matches = *folded == '\0' ? NULL : find_inputs (self, (const char *const *) words);
  gboolean found = FALSE;

  for (guint i = 0; i < self->sections->len; i++)
    {
      calx_findings_section_set_filter (self->sections->pdata[i], matches, (const char *const *) words);
      found |= gtk_widget_get_visible (self->sections->pdata[i]);
    }
  gtk_widget_set_visible (self->nothing_found, !found);
  if (!make_for (self, SEARCH_BUDGET_US))
    make_soon (self);
}

static void
filter_activated_cb (CalxFindingsForm *self)
{
  GtkWidget *first = next_row (self, NULL);

  if (first != NULL)
    gtk_widget_grab_focus (first);
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
  g_clear_handle_id (&self->scroll_id, g_source_remove);
  g_clear_handle_id (&self->make_id, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->every_visit, g_ptr_array_unref);

  G_OBJECT_CLASS (calx_findings_form_parent_class)->dispose (object);
}

static void
calx_findings_form_finalize (GObject *object)
{
  CalxFindingsForm *self = CALX_FINDINGS_FORM (object);

  g_clear_pointer (&self->knowledge, calx_knowledge_unref);
  g_clear_pointer (&self->patient, calx_patient_free);
  g_clear_pointer (&self->references, calx_references_unref);
  g_clear_pointer (&self->findings, calx_findings_unref);
  g_clear_pointer (&self->names, g_strfreev);

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
  self->sections = g_ptr_array_new ();
  self->every_visit = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  calx_accessible_set_name (GTK_WIDGET (self), _ ("Findings"));
  calx_accessible_set_name (self->scroller, _ ("Findings"));
  calx_accessible_set_name (GTK_WIDGET (self->filter), _ ("Find a finding by its name"));
}

/* What follows for @input from the other findings; NULL: nothing. */
static char *
describe_facts (CalxFindingsForm *self,
                const CalxInput  *input)
{
  CalxFacts facts = { .findings = self->findings, .date = self->session_date, .references = self->references };
  const CalxFinding *finding = calx_findings_get (self->findings, input->index);
  const CalxInput *implying;
  CalxFact fact;

  if (finding->state == CALX_FINDING_VALUE)
    {
      const char *level = calx_format_level (calx_facts_get_level (&facts, input));

      return *level == '\0' ? NULL : g_strdup (level);
    }
  if (finding->state != CALX_FINDING_UNKNOWN)
    return NULL;
  if (input->kind == CALX_INPUT_BOOLEAN)
    {
      implying = calx_facts_get_implying (&facts, input);
      return implying == NULL ? NULL : g_strdup_printf (_ ("yes, since %s: yes"), _ (implying->label));
    }
  if (input->kind == CALX_INPUT_NUMBER && calx_facts_get_number (&facts, input, &fact))
    {
      g_autofree char *value = calx_format_quantity (fact.value, calx_quantity_get_unit (input->quantity, self->system));

      return g_strdup_printf (_ ("%s, computed from other findings"), value);
    }
  return NULL;
}

static void
show_note (CalxFindingsForm *self,
           CalxFindingRow   *row)
{
  const CalxInput *input = calx_finding_row_get_input (row);
  CalxFacts facts = { .findings = self->findings, .date = self->session_date, .references = self->references };
  g_autofree char *note = describe_facts (self, input);

  if (input->laboratory)
    {
      CalxReferenceRange range = calx_facts_get_range (&facts, input);

      calx_finding_row_set_range (row, &range);
    }
  calx_finding_row_set_note (row, note);
}

static void
row_made_cb (CalxFindingsForm *self,
             CalxFindingRow   *row)
{
  guint index = calx_finding_row_get_input (row)->index;

  g_signal_connect_object (row, "finding-changed", G_CALLBACK (finding_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_index (self->rows, index) = row;
  calx_finding_row_set_unit_system (row, self->system);
  if (self->findings == NULL)
    return;
  calx_finding_row_set_finding (row, calx_findings_get (self->findings, index), self->session_date, TRUE);
  show_note (self, row);
}

static CalxFindingsSection *
add_section (CalxFindingsForm *self,
             const char       *title,
             gboolean          collapsible)
{
  GtkWidget *section = calx_findings_section_new (self->knowledge->inputs, self->knowledge->regions, title, collapsible);

  g_signal_connect_object (section, "row-made", G_CALLBACK (row_made_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->sections_box, section);
  g_ptr_array_add (self->sections, section);
  return CALX_FINDINGS_SECTION (section);
}

/* Sex and age belong to the patient: shown here, changed there. */
static void
add_patient_row (CalxFindingsForm    *self,
                 CalxFindingsSection *section)
{
  self->patient_row = ADW_ACTION_ROW (adw_action_row_new ());
  self->patient_button = gtk_button_new_with_mnemonic (_ ("Edit Patient"));
  adw_action_row_set_title_lines (self->patient_row, 2);
  adw_action_row_set_subtitle (self->patient_row, _ ("From the patient’s record"));
  gtk_widget_set_valign (self->patient_button, GTK_ALIGN_CENTER);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->patient_row), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self->patient_row), FALSE);
  adw_action_row_add_suffix (self->patient_row, self->patient_button);
  g_signal_connect_object (self->patient_button, "clicked", G_CALLBACK (edit_patient_cb), self, G_CONNECT_SWAPPED);
  calx_findings_section_set_head (section, GTK_WIDGET (self->patient_row));
}

/* What matters first stands first and nowhere else; with it, what the patient's record says. */
static void
build_first (CalxFindingsForm *self)
{
  CalxFindingsSection *section = add_section (self, _ ("First"), FALSE);
  CalxInputs *inputs = self->knowledge->inputs;
  gboolean has_patient = FALSE;

  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (inputs, i);

      if (input->source == CALX_INPUT_BY_PATIENT)
        has_patient = TRUE;
      else if (input->first)
        calx_findings_section_add_input (section, input);
    }
  if (has_patient)
    add_patient_row (self, section);
}

static void
build_group (CalxFindingsForm     *self,
             const CalxInputGroup *group)
{
  CalxFindingsSection *section = NULL;
  CalxInputs *inputs = self->knowledge->inputs;

  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (inputs, i);

      if (!g_str_equal (input->group, group->id) || input->first || input->source == CALX_INPUT_BY_PATIENT)
        continue;
      if (section == NULL)
        section = add_section (self, _ (group->label), TRUE);
      calx_findings_section_add_input (section, input);
    }
  if (section != NULL && g_str_equal (group->id, EVERY_VISIT))
    g_ptr_array_add (self->every_visit, section);
}

static void
build (CalxFindingsForm *self)
{
  CalxInputs *inputs = self->knowledge->inputs;
  gsize n_groups;
  const CalxInputGroup *groups = calx_inputs_get_groups (inputs, &n_groups);

  g_ptr_array_set_size (self->rows, (int) calx_inputs_get_n (inputs));
  self->names = g_new0 (char *, calx_inputs_get_n (inputs) + 1);
  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    self->names[i] = join_names (calx_inputs_get (inputs, i));
  build_first (self);
  for (gsize g = 0; g < n_groups; g++)
    build_group (self, &groups[g]);
  for (guint i = 0; i < self->sections->len; i++)
    calx_findings_section_set_open (self->sections->pdata[i],
                                    i == 0 || g_ptr_array_find (self->every_visit, self->sections->pdata[i], NULL));
  while (calx_findings_section_make_next (self->sections->pdata[0]))
    ;
  make_soon (self);
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

static guint
count_known (CalxFindingsForm    *self,
             CalxFindingsSection *section)
{
  GPtrArray *inputs = calx_findings_section_get_inputs (section);
  CalxFacts facts = { .findings = self->findings, .date = self->session_date };
  guint n = 0;

  for (guint i = 0; i < inputs->len; i++)
    {
      const CalxInput *input = inputs->pdata[i];

      n += calx_findings_get (self->findings, input->index)->state != CALX_FINDING_UNKNOWN ||
           calx_facts_get_implying (&facts, input) != NULL;
    }
  return n;
}

/* @afresh: another session is shown; what is open is chosen for it. */
static void
show_sections (CalxFindingsForm *self,
               gboolean          afresh)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      CalxFindingsSection *section = self->sections->pdata[i];
      guint n_known = count_known (self, section);

      calx_findings_section_set_n_known (section, n_known);
      if (afresh)
        calx_findings_section_set_open (section, n_known > 0 || g_ptr_array_find (self->every_visit, section, NULL));
    }
  if (afresh)
    make_soon (self);
}

static void
show_findings (CalxFindingsForm *self,
               CalxFindings     *findings,
               CalxDate          session_date,
               gboolean          force)
{
  gboolean same_date = calx_date_compare (self->session_date, session_date) == 0;
  gboolean afresh = force || self->findings == NULL;
  g_autoptr(CalxFindings) old = g_steal_pointer (&self->findings);

  self->findings = calx_findings_ref (findings);
  self->session_date = session_date;
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i) != NULL)
      {
        calx_finding_row_set_finding (get_row (self, i), calx_findings_get (findings, i), session_date, force);
        show_note (self, get_row (self, i));
      }
  show_sections (self, afresh);
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

  /* What was looked for was looked for in another patient. */
  if (self->patient == NULL || patient == NULL || g_strcmp0 (self->patient->uuid, patient->uuid) != 0)
    gtk_editable_set_text (self->filter, "");
  g_clear_pointer (&self->patient, calx_patient_free);
  if (patient != NULL)
    self->patient = calx_patient_copy (patient);
  show_patient (self);
}

void
calx_findings_form_set_references (CalxFindingsForm *self,
                                   CalxReferences   *references)
{
  g_return_if_fail (CALX_IS_FINDINGS_FORM (self));
  g_return_if_fail (references != NULL);

  calx_references_ref (references);
  g_clear_pointer (&self->references, calx_references_unref);
  self->references = references;
  for (guint i = 0; i < self->rows->len && self->findings != NULL; i++)
    if (get_row (self, i) != NULL)
      show_note (self, get_row (self, i));
}

void
calx_findings_form_set_unit_system (CalxFindingsForm *self,
                                    CalxUnitSystem    system)
{
  g_return_if_fail (CALX_IS_FINDINGS_FORM (self));

  self->system = system;
  for (guint i = 0; i < self->rows->len; i++)
    if (get_row (self, i) != NULL)
      {
        calx_finding_row_set_unit_system (get_row (self, i), system);
        if (self->findings != NULL)
          show_note (self, get_row (self, i));
      }
}

/* A row that was just made or shown has its place only once the form was laid out. */
static gboolean
scroll_to_focus (gpointer data)
{
  CalxFindingsForm *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, CALX_TYPE_FINDING_ROW) : NULL;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  self->scroll_id = 0;
  if (row != NULL && gtk_widget_compute_bounds (row, GTK_WIDGET (self->sections_box), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
  return G_SOURCE_REMOVE;
}

static CalxFindingRow *
reveal_row (CalxFindingsForm *self,
            const CalxInput  *input)
{
  for (guint i = 0; i < self->sections->len; i++)
    if (g_ptr_array_find (calx_findings_section_get_inputs (self->sections->pdata[i]), input, NULL))
      {
        calx_findings_section_set_open (self->sections->pdata[i], TRUE);
        while (calx_findings_section_make_next (self->sections->pdata[i]))
          ;
        return calx_findings_section_ensure_row (self->sections->pdata[i], input);
      }
  return NULL;
}

gboolean
calx_findings_form_focus_input (CalxFindingsForm *self,
                                const char       *input_id)
{
  const CalxInput *input;
  CalxFindingRow *row;
  GtkWidget *target;

  g_return_val_if_fail (CALX_IS_FINDINGS_FORM (self), FALSE);
  g_return_val_if_fail (input_id != NULL, FALSE);

  input = calx_inputs_find (self->knowledge->inputs, input_id);
  if (input == NULL)
    return FALSE;

  gtk_editable_set_text (self->filter, "");
  row = reveal_row (self, input);
  target = row != NULL ? GTK_WIDGET (row) : self->patient_button;
  if (target == NULL)
    return FALSE;
  if (self->scroll_id == 0)
    self->scroll_id = g_idle_add_full (G_PRIORITY_LOW, scroll_to_focus, self, NULL);
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
