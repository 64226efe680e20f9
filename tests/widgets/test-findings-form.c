/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-findings-form.h"

#include "calx-findings-section.h"
#include "calx-json.h"
#include "calx-widget-test.h"

#define SESSION_DATE ((CalxDate){ 2026, 11, 16 })

/* A form, and what a window would do with it: put each change into the findings and show them. */
typedef struct
{
  CalxKnowledge *knowledge;
  CalxFindings  *findings;
  GtkWidget     *form;
  GtkWidget     *window;
  guint          n_changes;
  guint          n_edit_patient;
} Fixture;

static void
changed_cb (Fixture  *f,
            guint     index,
            gpointer  finding)
{
  CalxFindings *next = calx_findings_with (f->findings, index, finding);

  calx_findings_unref (f->findings);
  f->findings = next;
  f->n_changes++;
  calx_findings_form_set_findings (CALX_FINDINGS_FORM (f->form), f->findings, SESSION_DATE);
}

static void
edit_patient_cb (Fixture *f)
{
  f->n_edit_patient++;
}

/* As people see it first: closed sections, without most of the rows. */
static void
set_up_closed (Fixture       *f,
               gconstpointer  data)
{
  f->knowledge = calx_widget_test_knowledge ();
  f->findings = calx_findings_new (f->knowledge->inputs);
  f->form = calx_findings_form_new (f->knowledge);
  calx_findings_form_set_findings (CALX_FINDINGS_FORM (f->form), f->findings, SESSION_DATE);
  g_signal_connect_swapped (f->form, "finding-changed", G_CALLBACK (changed_cb), f);
  g_signal_connect_swapped (f->form, "edit-patient", G_CALLBACK (edit_patient_cb), f);
  f->window = calx_widget_test_show (f->form, 420, 800);
}

static CalxFindingsSection *
section_of (Fixture    *f,
            const char *input_id)
{
  const CalxInput *input = calx_inputs_find (f->knowledge->inputs, input_id);

  for (guint i = 0;; i++)
    {
      GtkWidget *section = calx_widget_test_find (f->form, CALX_TYPE_FINDINGS_SECTION, i);

      if (g_ptr_array_find (calx_findings_section_get_inputs (CALX_FINDINGS_SECTION (section)), input, NULL))
        return CALX_FINDINGS_SECTION (section);
    }
}

/* Until the rows that are to be seen are there. */
static void
settle (void)
{
  for (int i = 0; i < 1000 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

/* With every row there. */
static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  set_up_closed (f, data);
  for (guint i = 0; i < calx_inputs_get_n (f->knowledge->inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (f->knowledge->inputs, i);

      if (input->source == CALX_INPUT_BY_PATIENT)
        continue;
      calx_findings_section_set_open (section_of (f, input->id), TRUE);
      while (calx_findings_section_make_next (section_of (f, input->id)))
        ;
    }
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  calx_widget_test_close (f->window, f->form);
  calx_findings_unref (f->findings);
  calx_knowledge_unref (f->knowledge);
}

static GtkWidget *
row (Fixture    *f,
     const char *input_id)
{
  for (guint i = 0; i < calx_inputs_get_n (f->knowledge->inputs); i++)
    {
      GtkWidget *candidate = calx_widget_test_find (f->form, CALX_TYPE_FINDING_ROW, i);

      if (g_str_equal (calx_finding_row_get_input (CALX_FINDING_ROW (candidate))->id, input_id))
        return candidate;
    }
  g_assert_not_reached ();
}

static GtkWidget *
entry (Fixture    *f,
       const char *input_id)
{
  return calx_widget_test_find (row (f, input_id), GTK_TYPE_ENTRY, 0);
}

static void
type (Fixture    *f,
      const char *input_id,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry (f, input_id)), text);
}

static void
choose_unit (Fixture    *f,
             const char *input_id,
             const char *code)
{
  const CalxQuantity *quantity = calx_inputs_find (f->knowledge->inputs, input_id)->quantity;
  const CalxUnit *unit = calx_quantity_find_unit (quantity, code);

  g_assert_nonnull (unit);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (calx_widget_test_find (row (f, input_id), GTK_TYPE_DROP_DOWN, 0)),
                              (guint) (unit - quantity->units));
}

static void
answer (Fixture    *f,
        const char *input_id,
        guint       button)
{
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (calx_widget_test_find (row (f, input_id), GTK_TYPE_TOGGLE_BUTTON, button)), TRUE);
}

static const CalxFinding *
get (Fixture    *f,
     const char *input_id)
{
  return calx_findings_get_by_id (f->findings, input_id);
}

static void
test_a_new_form_knows_nothing (Fixture       *f,
                               gconstpointer  data)
{
  for (guint i = 0; i < calx_inputs_get_n (f->knowledge->inputs); i++)
    g_assert_cmpint (calx_findings_get (f->findings, i)->state, ==, CALX_FINDING_UNKNOWN);
  g_assert_cmpuint (f->n_changes, ==, 0);
  g_assert_true (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (calx_widget_test_find (row (f, "diabetes"), GTK_TYPE_TOGGLE_BUTTON, 2))));
}

static void
test_a_boolean_is_yes_no_or_unknown (Fixture       *f,
                                     gconstpointer  data)
{
  answer (f, "diabetes", 0);
  g_assert_cmpint (get (f, "diabetes")->state, ==, CALX_FINDING_VALUE);
  g_assert_cmpstr (get (f, "diabetes")->text, ==, "yes");
  answer (f, "diabetes", 1);
  g_assert_cmpint (get (f, "diabetes")->state, ==, CALX_FINDING_ABSENT);
  answer (f, "diabetes", 2);
  g_assert_cmpint (get (f, "diabetes")->state, ==, CALX_FINDING_UNKNOWN);
  g_assert_cmpuint (f->n_changes, ==, 3);
}

static void
test_a_choice_is_its_id (Fixture       *f,
                         gconstpointer  data)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (calx_widget_test_find (row (f, "setting"), GTK_TYPE_DROP_DOWN, 0));

  gtk_drop_down_set_selected (drop_down, 1);
  g_assert_cmpstr (get (f, "setting")->text, ==, "hemodialysis");
  gtk_drop_down_set_selected (drop_down, 0);
  g_assert_cmpint (get (f, "setting")->state, ==, CALX_FINDING_UNKNOWN);
}

static void
test_a_number_is_kept_as_typed (Fixture       *f,
                                gconstpointer  data)
{
  type (f, "calcium_total", " 9,6");
  g_assert_cmpint (get (f, "calcium_total")->state, ==, CALX_FINDING_VALUE);
  g_assert_cmpstr (get (f, "calcium_total")->text, ==, "9,6");
  g_assert_cmpstr (get (f, "calcium_total")->unit, ==, "mg/dL");
  type (f, "calcium_total", "9.6");
  g_assert_cmpstr (get (f, "calcium_total")->text, ==, "9.6");
  type (f, "calcium_total", "");
  g_assert_cmpint (get (f, "calcium_total")->state, ==, CALX_FINDING_UNKNOWN);
}

static void
test_a_hard_limit_refuses_and_keeps (Fixture       *f,
                                     gconstpointer  data)
{
  int position = 1;

  type (f, "calcium_total", "9.6");
  gtk_editable_insert_text (GTK_EDITABLE (entry (f, "calcium_total")), "6", 1, &position);
  g_assert_cmpstr (get (f, "calcium_total")->text, ==, "9.6");
  g_assert_cmpuint (calx_findings_form_get_n_refused (CALX_FINDINGS_FORM (f->form)), ==, 1);
  calx_widget_test_wait (800);
  g_assert_true (calx_widget_test_says (row (f, "calcium_total"), "Not taken; what counts: 9.6 mg/dL"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (f, "calcium_total"))), ==, "96.6");

  type (f, "calcium_total", "2.4");
  calx_widget_test_wait (800);
  g_assert_true (calx_widget_test_says (row (f, "calcium_total"), "Did you mean 2.4 mmol/L?"));

  /* another edit elsewhere leaves the refused text alone */
  answer (f, "diabetes", 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (f, "calcium_total"))), ==, "2.4");
  g_assert_true (calx_widget_test_says (row (f, "calcium_total"), "Not taken"));

  choose_unit (f, "calcium_total", "mmol/L");
  g_assert_cmpstr (get (f, "calcium_total")->text, ==, "2.4");
  g_assert_cmpstr (get (f, "calcium_total")->unit, ==, "mmol/L");
  g_assert_cmpuint (calx_findings_form_get_n_refused (CALX_FINDINGS_FORM (f->form)), ==, 0);
  g_assert_false (calx_widget_test_says (row (f, "calcium_total"), "Not taken"));
}

static void
test_no_number_is_refused (Fixture       *f,
                           gconstpointer  data)
{
  type (f, "phosphate", "abc");
  calx_widget_test_wait (800);
  g_assert_cmpint (get (f, "phosphate")->state, ==, CALX_FINDING_UNKNOWN);
  g_assert_true (calx_widget_test_says (row (f, "phosphate"), "abc"));
  g_assert_true (calx_widget_test_says (row (f, "phosphate"), "Not taken; what counts: Not known"));
}

static void
test_a_soft_limit_warns_and_takes (Fixture       *f,
                                   gconstpointer  data)
{
  type (f, "calcium_total", "12.5");
  g_assert_cmpstr (get (f, "calcium_total")->text, ==, "12.5");
  g_assert_true (calx_widget_test_says (row (f, "calcium_total"), "unusually high"));
  type (f, "calcium_total", "9.6");
  g_assert_false (calx_widget_test_says (row (f, "calcium_total"), "unusually high"));
}

static void
test_a_unit_corrects_the_meaning (Fixture       *f,
                                  gconstpointer  data)
{
  type (f, "albumin", "29");
  g_assert_cmpint (get (f, "albumin")->state, ==, CALX_FINDING_UNKNOWN);
  choose_unit (f, "albumin", "g/L");
  g_assert_cmpstr (get (f, "albumin")->text, ==, "29");
  g_assert_cmpstr (get (f, "albumin")->unit, ==, "g/L");
}

static void
test_a_level_without_a_number (Fixture       *f,
                               gconstpointer  data)
{
  GtkWidget *editor = gtk_widget_get_parent (entry (f, "pth"));

  type (f, "pth", "650");
  gtk_widget_activate_action (editor, "value.level", "s", "high");
  g_assert_cmpint (get (f, "pth")->state, ==, CALX_FINDING_HIGH);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (f, "pth"))), ==, "");
  type (f, "pth", "650");
  g_assert_cmpint (get (f, "pth")->state, ==, CALX_FINDING_VALUE);
}

static void
test_a_date_may_be_half_known (Fixture       *f,
                               gconstpointer  data)
{
  int position = 7;

  type (f, "dialysis_start", "2019-05");
  g_assert_cmpstr (get (f, "dialysis_start")->text, ==, "2019-05");
  gtk_editable_insert_text (GTK_EDITABLE (entry (f, "dialysis_start")), "-77", 3, &position);
  g_assert_cmpstr (get (f, "dialysis_start")->text, ==, "2019-05");
  calx_widget_test_wait (800);
  g_assert_true (calx_widget_test_says (row (f, "dialysis_start"), "2019-05-77"));
}

static void
test_what_was_set_is_not_touched (Fixture       *f,
                                  gconstpointer  data)
{
  CalxFinding carried = { .state = CALX_FINDING_VALUE, .text = "9,6", .unit = "mg/dL",
                          .carried_from = "7e3c", .carried_date = { 2026, 10, 12 } };
  CalxFinding absent = { .state = CALX_FINDING_ABSENT };
  CalxFinding low = { .state = CALX_FINDING_LOW, .date = { 2026, 11, 2 } };
  g_autoptr(CalxFindings) a = NULL;
  g_autoptr(CalxFindings) b = NULL;
  g_autoptr(CalxFindings) c = NULL;

  a = calx_findings_with (f->findings, calx_inputs_find (f->knowledge->inputs, "calcium_total")->index, &carried);
  b = calx_findings_with (a, calx_inputs_find (f->knowledge->inputs, "setting")->index, &absent);
  c = calx_findings_with (b, calx_inputs_find (f->knowledge->inputs, "albumin")->index, &low);
  calx_findings_form_reset (CALX_FINDINGS_FORM (f->form), c, SESSION_DATE);
  calx_findings_form_set_findings (CALX_FINDINGS_FORM (f->form), c, SESSION_DATE);
  calx_findings_form_set_unit_system (CALX_FINDINGS_FORM (f->form), CALX_UNIT_SYSTEM_SI);
  calx_findings_form_set_unit_system (CALX_FINDINGS_FORM (f->form), CALX_UNIT_SYSTEM_CONVENTIONAL);
  g_assert_cmpuint (f->n_changes, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (f, "calcium_total"))), ==, "9,6");
  g_assert_true (calx_widget_test_says (row (f, "calcium_total"), "from 12-Oct-2026"));
  g_assert_true (calx_widget_test_says (row (f, "albumin"), "measured on 02-Nov-2026, 14 days old"));
}

static char *
json_of (CalxFindings *findings)
{
  g_autoptr(JsonNode) node = calx_findings_to_json (findings);

  return calx_json_to_canonical (node);
}

static gboolean
has_units (const CalxInput *input)
{
  return input->source == CALX_INPUT_BY_PERSON && input->quantity != NULL && input->quantity->n_units > 1;
}

/* A random number, as people type one, in a random unit, for every input that offers several. */
static CalxFindings *
random_findings (CalxInputs *inputs)
{
  CalxFindings *findings = calx_findings_new (inputs);

  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (inputs, i);
      const CalxUnit *unit;
      g_autofree char *text = NULL;
      CalxFinding finding = { .state = CALX_FINDING_VALUE };
      CalxFindings *next;

      if (!has_units (input))
        continue;
      unit = &input->quantity->units[g_test_rand_int_range (0, (gint32) input->quantity->n_units)];
      text = g_strdup_printf ("%.*f", g_test_rand_int_range (3, 6),
                              calx_unit_from_canonical (unit, g_test_rand_double_range (input->hard_min, input->hard_max)));
      if (g_test_rand_bit ())
        g_strdelimit (text, ".", ',');
      finding.text = text;
      finding.unit = unit->code;
      if (input->laboratory && g_test_rand_bit ())
        finding.date = (CalxDate){ 2026, 11, g_test_rand_int_range (1, 16) };
      next = calx_findings_with (findings, i, &finding);
      calx_findings_unref (findings);
      findings = next;
    }
  return findings;
}

/* Another unit beside a number: the text stays, and so does all of the finding but its unit. */
static void
switch_unit (Fixture         *f,
             const CalxInput *input,
             guint           *n_taken,
             guint           *n_refused)
{
  CalxFindings *before = calx_findings_ref (f->findings);
  const CalxFinding *was = calx_findings_get (before, input->index);
  const CalxUnit *unit = calx_quantity_find_unit (input->quantity, was->unit);
  gsize other = ((gsize) (unit - input->quantity->units) + 1) % input->quantity->n_units;
  const CalxFinding *is;
  CalxFinding expected = *was;
  g_autofree char *message = NULL;

  choose_unit (f, input->id, input->quantity->units[other].code);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry (f, input->id))), ==, was->text);
  is = calx_findings_get (f->findings, input->index);
  expected.unit = input->quantity->units[other].code;
  if (calx_finding_check (&expected, input, SESSION_DATE, &message) == CALX_FINDING_ERROR)
    {
      g_assert_true (f->findings == before);
      ++*n_refused;
    }
  else
    {
      g_assert_true (calx_finding_equal (is, &expected));
      ++*n_taken;
    }
  choose_unit (f, input->id, was->unit);
  g_assert_true (calx_findings_equal (f->findings, before));
  calx_findings_unref (before);
}

static void
test_switching_units_changes_no_entry (Fixture       *f,
                                       gconstpointer  data)
{
  guint n_taken = 0, n_refused = 0;

  for (int i = 0; i < 20; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      guint n_changes = f->n_changes;

      calx_findings_unref (f->findings);
      f->findings = random_findings (f->knowledge->inputs);
      before = json_of (f->findings);
      calx_findings_form_reset (CALX_FINDINGS_FORM (f->form), f->findings, SESSION_DATE);
      calx_findings_form_set_unit_system (CALX_FINDINGS_FORM (f->form), CALX_UNIT_SYSTEM_SI);
      calx_findings_form_set_unit_system (CALX_FINDINGS_FORM (f->form), CALX_UNIT_SYSTEM_CONVENTIONAL);
      g_assert_cmpuint (f->n_changes, ==, n_changes);
      for (guint k = 0; k < calx_inputs_get_n (f->knowledge->inputs); k++)
        if (has_units (calx_inputs_get (f->knowledge->inputs, k)))
          switch_unit (f, calx_inputs_get (f->knowledge->inputs, k), &n_taken, &n_refused);
      after = json_of (f->findings);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_cmpuint (n_taken, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
}

/* As a window does when it shows a session that has @finding. */
static void
show (Fixture           *f,
      const char        *input_id,
      const CalxFinding *finding)
{
  guint index = calx_inputs_find (f->knowledge->inputs, input_id)->index;
  CalxFindings *next = calx_findings_with (f->findings, index, finding);

  calx_findings_unref (f->findings);
  f->findings = next;
  calx_findings_form_set_findings (CALX_FINDINGS_FORM (f->form), next, SESSION_DATE);
}

static void
test_another_value_was_measured_another_day (Fixture       *f,
                                             gconstpointer  data)
{
  CalxFinding carried = { .state = CALX_FINDING_VALUE, .text = "5.8", .unit = "mg/dL", .date = { 2026, 10, 9 },
                          .carried_from = "7e3c", .carried_date = { 2026, 10, 12 } };
  CalxFinding own = { .state = CALX_FINDING_VALUE, .text = "5.8", .unit = "mg/dL", .date = { 2026, 10, 9 } };

  show (f, "phosphate", &carried);
  type (f, "phosphate", "6.1");
  g_assert_cmpstr (get (f, "phosphate")->text, ==, "6.1");
  g_assert_false (calx_date_is_known (get (f, "phosphate")->date));

  /* what was entered in this session is corrected, and keeps its day */
  show (f, "phosphate", &own);
  type (f, "phosphate", "6.2");
  g_assert_true (calx_date_compare (get (f, "phosphate")->date, own.date) == 0);
}

static void
test_what_is_dated_after_the_session_counts_as_unknown (Fixture       *f,
                                                        gconstpointer  data)
{
  CalxFinding later = { .state = CALX_FINDING_VALUE, .text = "5.8", .unit = "mg/dL", .date = { 2026, 11, 17 } };

  show (f, "phosphate", &later);
  g_assert_true (calx_widget_test_says (row (f, "phosphate"), "It counts as unknown."));
  g_assert_false (calx_widget_test_says (row (f, "phosphate"), "what counts"));
}

static void
test_the_cursor_stays (Fixture       *f,
                       gconstpointer  data)
{
  GtkEditable *calcium = GTK_EDITABLE (entry (f, "calcium_total"));

  gtk_widget_grab_focus (GTK_WIDGET (calcium));
  gtk_editable_set_text (calcium, "9.65");
  gtk_editable_set_position (calcium, 2);
  calx_findings_form_set_findings (CALX_FINDINGS_FORM (f->form), f->findings, SESSION_DATE);
  g_assert_cmpint (gtk_editable_get_position (calcium), ==, 2);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), GTK_WIDGET (calcium)));
}

static void
test_an_empty_row_offers_the_preferred_unit (Fixture       *f,
                                             gconstpointer  data)
{
  calx_findings_form_set_unit_system (CALX_FINDINGS_FORM (f->form), CALX_UNIT_SYSTEM_SI);
  type (f, "calcium_total", "2,4");
  g_assert_cmpstr (get (f, "calcium_total")->unit, ==, "mmol/L");
  g_assert_cmpuint (f->n_changes, >, 0);
}

static void
test_keys_set_absent_and_unknown (Fixture       *f,
                                  gconstpointer  data)
{
  g_assert_true (calx_findings_form_focus_input (CALX_FINDINGS_FORM (f->form), "weight_loss_6_months"));
  if (!calx_widget_test_press ("F7"))
    {
      g_test_skip ("xdotool is not installed");
      return;
    }
  g_assert_cmpint (get (f, "weight_loss_6_months")->state, ==, CALX_FINDING_ABSENT);
  calx_widget_test_press ("F8");
  g_assert_cmpint (get (f, "weight_loss_6_months")->state, ==, CALX_FINDING_UNKNOWN);

  g_assert_true (calx_findings_form_focus_input (CALX_FINDINGS_FORM (f->form), "diabetes"));
  calx_widget_test_press ("y");
  g_assert_cmpint (get (f, "diabetes")->state, ==, CALX_FINDING_VALUE);
  calx_widget_test_press ("F7");
  g_assert_cmpint (get (f, "diabetes")->state, ==, CALX_FINDING_ABSENT);
  calx_widget_test_press ("Left");
  g_assert_cmpint (get (f, "diabetes")->state, ==, CALX_FINDING_VALUE);
  calx_widget_test_press ("u");
  g_assert_cmpint (get (f, "diabetes")->state, ==, CALX_FINDING_UNKNOWN);
}

/* A clinic goes from patient to patient: what the form takes of that must not be felt. */
static void
test_another_session_is_shown_at_once (Fixture       *f,
                                       gconstpointer  data)
{
  CalxFindings *sessions[2] = { f->findings, random_findings (f->knowledge->inputs) };
  gint64 shortest = G_MAXINT64;

  for (int i = 0; i < 6; i++)
    {
      gint64 start = g_get_monotonic_time ();

      calx_findings_form_reset (CALX_FINDINGS_FORM (f->form), sessions[(i + 1) % 2], SESSION_DATE);
      start = g_get_monotonic_time () - start;
      g_test_message ("shown in %.1f ms", start / 1000.0);
      shortest = MIN (shortest, start);
    }
  g_assert_cmpint (shortest, <, 50000);
  calx_findings_unref (sessions[1]);
}

static GtkWidget *
focused_row (Fixture *f)
{
  return gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), CALX_TYPE_FINDING_ROW);
}

static void
test_enter_goes_through_every_row (Fixture       *f,
                                   gconstpointer  data)
{
  const CalxInput *previous = NULL;
  guint n = 2;

  g_assert_true (calx_findings_form_focus_input (CALX_FINDINGS_FORM (f->form), "setting"));
  if (!calx_widget_test_press ("Return"))
    {
      g_test_skip ("xdotool is not installed");
      return;
    }
  g_assert_true (focused_row (f) == row (f, "dialysis_start"));
  calx_widget_test_press ("Return");
  g_assert_true (focused_row (f) == row (f, "bmi"));
  for (; calx_finding_row_get_input (CALX_FINDING_ROW (focused_row (f))) != previous; n++)
    {
      previous = calx_finding_row_get_input (CALX_FINDING_ROW (focused_row (f)));
      g_signal_emit_by_name (focused_row (f), "next");
    }
  g_assert_cmpuint (n, ==, calx_inputs_get_n (f->knowledge->inputs) - 2);
}

static gboolean
find_row (GtkWidget       *root,
         const CalxInput *input)
{
  if (CALX_IS_FINDING_ROW (root))
    return calx_finding_row_get_input (CALX_FINDING_ROW (root)) == input && gtk_widget_get_visible (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child) && find_row (child, input))
      return TRUE;
  return FALSE;
}

static gboolean
has_row (GtkWidget       *form,
         const CalxInput *input)
{
  settle ();
  return find_row (form, input);
}

static void
test_what_matters_first_stands_first (Fixture       *f,
                                      gconstpointer  data)
{
  CalxFindingsSection *first = CALX_FINDINGS_SECTION (calx_widget_test_find (f->form, CALX_TYPE_FINDINGS_SECTION, 0));

  g_assert_cmpuint (calx_findings_section_get_inputs (first)->len, ==, 12);
  for (guint i = 0; i < calx_inputs_get_n (f->knowledge->inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (f->knowledge->inputs, i);

      if (input->source == CALX_INPUT_BY_PATIENT)
        continue;
      g_assert_cmpint (input->first, ==, section_of (f, input->id) == first);
      g_assert_cmpint (input->first || g_str_equal (input->group, "early_signs"), ==, has_row (f->form, input));
    }
}

static void
test_enter_goes_on_to_a_closed_section (Fixture       *f,
                                        gconstpointer  data)
{
  g_assert_true (calx_findings_form_focus_input (CALX_FINDINGS_FORM (f->form), "sign_pain_out_of_proportion"));
  g_signal_emit_by_name (focused_row (f), "next");
  g_assert_true (GTK_IS_EXPANDER (gtk_root_get_focus (GTK_ROOT (f->window))));
}

static void
test_sections_with_something_known_are_open (Fixture       *f,
                                             gconstpointer  data)
{
  g_assert_false (calx_findings_section_get_open (section_of (f, "malignancy")));
  show (f, "malignancy", &(CalxFinding){ .state = CALX_FINDING_ABSENT });
  /* the person is at work: nothing opens by itself, but it is counted */
  g_assert_false (calx_findings_section_get_open (section_of (f, "malignancy")));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (section_of (f, "malignancy")), "1 of "));
  calx_findings_form_reset (CALX_FINDINGS_FORM (f->form), f->findings, SESSION_DATE);
  g_assert_true (calx_findings_section_get_open (section_of (f, "malignancy")));
  g_assert_true (has_row (f->form, calx_inputs_find (f->knowledge->inputs, "malignancy")));
  g_assert_true (calx_findings_section_get_open (section_of (f, "sign_livedo")));
  g_assert_false (calx_findings_section_get_open (section_of (f, "sarcoidosis")));

  show (f, "malignancy", &(CalxFinding){ .state = CALX_FINDING_UNKNOWN });
  calx_findings_form_reset (CALX_FINDINGS_FORM (f->form), f->findings, SESSION_DATE);
  g_assert_false (calx_findings_section_get_open (section_of (f, "malignancy")));
}

/* The middle of a name is enough, wherever the row stands. */
static void
test_every_finding_is_found_by_part_of_its_name (Fixture       *f,
                                                 gconstpointer  data)
{
  GtkEditable *filter = GTK_EDITABLE (calx_widget_test_find (f->form, GTK_TYPE_SEARCH_ENTRY, 0));

  for (guint i = 0; i < calx_inputs_get_n (f->knowledge->inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (f->knowledge->inputs, i);
      glong length = g_utf8_strlen (input->label, -1);
      g_autofree char *part = g_utf8_substring (input->label, length / 4, length - length / 4);

      if (input->source == CALX_INPUT_BY_PATIENT)
        continue;
      gtk_editable_set_text (filter, part);
      g_assert_true (has_row (f->form, input));
    }
  gtk_editable_set_text (filter, "sjogren");
  g_assert_true (has_row (f->form, calx_inputs_find (f->knowledge->inputs, "sjogren_syndrome")));
  gtk_editable_set_text (filter, "peritoneal");
  g_assert_true (has_row (f->form, calx_inputs_find (f->knowledge->inputs, "setting")));
  gtk_editable_set_text (filter, "");
  g_assert_false (has_row (f->form, calx_inputs_find (f->knowledge->inputs, "sjogren_syndrome")));
}

static void
test_another_patient_clears_the_search (Fixture       *f,
                                        gconstpointer  data)
{
  GtkEditable *filter = GTK_EDITABLE (calx_widget_test_find (f->form, GTK_TYPE_SEARCH_ENTRY, 0));
  g_autoptr(CalxPatient) one = calx_patient_new ();
  g_autoptr(CalxPatient) other = calx_patient_new ();

  calx_findings_form_set_patient (CALX_FINDINGS_FORM (f->form), one);
  gtk_editable_set_text (filter, "lupus");
  calx_findings_form_set_patient (CALX_FINDINGS_FORM (f->form), one);
  g_assert_cmpstr (gtk_editable_get_text (filter), ==, "lupus");
  calx_findings_form_set_patient (CALX_FINDINGS_FORM (f->form), other);
  g_assert_cmpstr (gtk_editable_get_text (filter), ==, "");
}

static void
test_an_exposure_has_a_date_and_a_place (Fixture       *f,
                                         gconstpointer  data)
{
  const CalxRegion *region = calx_regions_find (f->knowledge->regions, "farm_a_l");
  const char *id = "exposure_calcium_gluconate";
  int position = 7;

  answer (f, id, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry (f, id)), "2025-04");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (calx_widget_test_find (row (f, id), GTK_TYPE_DROP_DOWN, 0)), region->index + 1);
  g_assert_cmpstr (get (f, id)->site, ==, "farm_a_l");
  g_assert_cmpint (get (f, id)->date.month, ==, 4);
  g_assert_cmpint (get (f, id)->date.day, ==, 0);

  gtk_editable_insert_text (GTK_EDITABLE (entry (f, id)), "4", 1, &position);
  calx_widget_test_wait (800);
  g_assert_true (calx_widget_test_says (row (f, id), "“2025-044” is not a date"));
  g_assert_cmpint (get (f, id)->date.month, ==, 4);
  gtk_editable_set_text (GTK_EDITABLE (entry (f, id)), "2025");

  answer (f, id, 1);
  g_assert_null (get (f, id)->site);
  g_assert_false (gtk_widget_get_mapped (entry (f, id)));
}

static void
test_what_follows_is_said (Fixture       *f,
                           gconstpointer  data)
{
  answer (f, "lupus_erythematosus", 0);
  g_assert_true (calx_widget_test_says (row (f, "autoimmune_disease"), "yes, since Systemic lupus erythematosus (SLE): yes"));
  g_assert_cmpint (get (f, "autoimmune_disease")->state, ==, CALX_FINDING_UNKNOWN);
  answer (f, "autoimmune_disease", 1);
  g_assert_false (calx_widget_test_says (row (f, "autoimmune_disease"), "since"));

  type (f, "weight", "90");
  type (f, "height", "170");
  g_assert_true (calx_widget_test_says (row (f, "bmi"), "31.1 kg/m2, computed"));
  g_assert_true (calx_widget_test_says (row (f, "phosphate"), "Reference range 2.5 to 4.5 mg/dL, published."));
  type (f, "phosphate", "4.5");
  g_assert_false (calx_widget_test_says (row (f, "phosphate"), "above the reference range"));
  type (f, "phosphate", "4.6");
  g_assert_true (calx_widget_test_says (row (f, "phosphate"), "above the reference range"));
  choose_unit (f, "phosphate", "mmol/L");
  g_assert_true (calx_widget_test_says (row (f, "phosphate"), "Reference range 0.81 to 1.45 mmol/L, published."));
}

/* The clinic's own range is said and compared with, and its absence brings the published one back. */
static void
test_the_clinics_range_counts (Fixture       *f,
                               gconstpointer  data)
{
  CalxReferenceEntry entry = { "0.9", "1.3", "mmol/L", { 2026, 11, 20 } };
  g_autoptr(CalxReferences) none = calx_references_new (f->knowledge->inputs);
  g_autoptr(CalxReferences) own
    = calx_references_with (none, calx_inputs_find (f->knowledge->inputs, "phosphate"), &entry);

  type (f, "phosphate", "4.5");
  calx_findings_form_set_references (CALX_FINDINGS_FORM (f->form), own);
  g_assert_true (calx_widget_test_says (row (f, "phosphate"), "Reference range 2.8 to 4.0 mg/dL, entered by the clinic "
                                                              "on 20-Nov-2026."));
  g_assert_true (calx_widget_test_says (row (f, "phosphate"), "above the reference range"));
  calx_findings_form_set_references (CALX_FINDINGS_FORM (f->form), none);
  g_assert_true (calx_widget_test_says (row (f, "phosphate"), "Reference range 2.5 to 4.5 mg/dL, published."));
  g_assert_false (calx_widget_test_says (row (f, "phosphate"), "above the reference range"));
}

static void
test_the_filter_finds_a_part_of_a_name (Fixture       *f,
                                        gconstpointer  data)
{
  GtkEditable *filter = GTK_EDITABLE (calx_widget_test_find (f->form, GTK_TYPE_SEARCH_ENTRY, 0));

  gtk_editable_set_text (filter, "PHOSPHA");
  g_assert_true (gtk_widget_get_visible (row (f, "phosphate")));
  g_assert_false (gtk_widget_get_visible (row (f, "diabetes")));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (section_of (f, "malignancy"))));
  gtk_editable_set_text (filter, "zzz");
  g_assert_true (calx_widget_test_says (f->form, "No finding of that name"));
  g_assert_true (calx_findings_form_focus_input (CALX_FINDINGS_FORM (f->form), "diabetes"));
  g_assert_true (gtk_widget_get_visible (row (f, "diabetes")));
  g_assert_cmpstr (gtk_editable_get_text (filter), ==, "");
  g_assert_true (focused_row (f) == row (f, "diabetes"));
}

static void
test_sex_and_age_are_the_patients (Fixture       *f,
                                   gconstpointer  data)
{
  g_autoptr(CalxPatient) patient = calx_patient_new ();

  patient->sex = CALX_SEX_FEMALE;
  patient->born = (CalxDate){ 1968, 7, 14 };
  calx_findings_form_set_patient (CALX_FINDINGS_FORM (f->form), patient);
  g_assert_true (calx_widget_test_says (f->form, "58 y"));
  g_assert_true (calx_findings_form_focus_input (CALX_FINDINGS_FORM (f->form), "sex"));
  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (f->window)), "clicked");
  g_assert_cmpuint (f->n_edit_patient, ==, 1);
  g_assert_false (calx_findings_form_focus_input (CALX_FINDINGS_FORM (f->form), "no_such_input"));
}

static void
test_every_control_has_a_name (Fixture       *f,
                               gconstpointer  data)
{
  calx_widget_test_names (f->form);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry (f, "calcium_total")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Total calcium");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (calx_widget_test_find (row (f, "calcium_total"), GTK_TYPE_DROP_DOWN, 0)),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Unit of Total calcium");
}

static void
test_no_target_is_too_small (Fixture       *f,
                             gconstpointer  data)
{
  for (guint i = 0; i < 20; i++)
    {
      GtkWidget *button = calx_widget_test_find (f->form, GTK_TYPE_TOGGLE_BUTTON, i);

      graphene_rect_t bounds;

      g_assert_true (gtk_widget_compute_bounds (button, f->form, &bounds));
      g_assert_cmpfloat (bounds.size.width, >=, 24);
      g_assert_cmpfloat (bounds.size.height, >=, 24);
    }
}

static void
test_it_stands_in_360_px (Fixture       *f,
                          gconstpointer  data)
{
  int minimum;

  type (f, "calcium_total", "12,55");
  gtk_widget_measure (f->form, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

#define ADD(name, function) g_test_add ("/widgets/findings-form/" name, Fixture, NULL, set_up, function, tear_down)
#define ADD_CLOSED(name, function) \
  g_test_add ("/widgets/findings-form/" name, Fixture, NULL, set_up_closed, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  calx_widget_test_init (&argc, &argv);
  ADD ("a-new-form-knows-nothing", test_a_new_form_knows_nothing);
  ADD ("a-boolean-is-yes-no-or-unknown", test_a_boolean_is_yes_no_or_unknown);
  ADD ("a-choice-is-its-id", test_a_choice_is_its_id);
  ADD ("a-number-is-kept-as-typed", test_a_number_is_kept_as_typed);
  ADD ("a-hard-limit-refuses-and-keeps", test_a_hard_limit_refuses_and_keeps);
  ADD ("no-number-is-refused", test_no_number_is_refused);
  ADD ("a-soft-limit-warns-and-takes", test_a_soft_limit_warns_and_takes);
  ADD ("a-unit-corrects-the-meaning", test_a_unit_corrects_the_meaning);
  ADD ("a-level-without-a-number", test_a_level_without_a_number);
  ADD ("a-date-may-be-half-known", test_a_date_may_be_half_known);
  ADD ("what-was-set-is-not-touched", test_what_was_set_is_not_touched);
  ADD ("switching-units-changes-no-entry", test_switching_units_changes_no_entry);
  ADD ("another-value-was-measured-another-day", test_another_value_was_measured_another_day);
  ADD ("what-is-dated-after-the-session-counts-as-unknown", test_what_is_dated_after_the_session_counts_as_unknown);
  ADD ("the-cursor-stays", test_the_cursor_stays);
  ADD ("an-empty-row-offers-the-preferred-unit", test_an_empty_row_offers_the_preferred_unit);
  ADD_CLOSED ("what-matters-first-stands-first", test_what_matters_first_stands_first);
  ADD_CLOSED ("enter-goes-on-to-a-closed-section", test_enter_goes_on_to_a_closed_section);
  ADD_CLOSED ("sections-with-something-known-are-open", test_sections_with_something_known_are_open);
  ADD_CLOSED ("every-finding-is-found-by-part-of-its-name", test_every_finding_is_found_by_part_of_its_name);
  ADD_CLOSED ("another-patient-clears-the-search", test_another_patient_clears_the_search);
  ADD ("an-exposure-has-a-date-and-a-place", test_an_exposure_has_a_date_and_a_place);
  ADD ("what-follows-is-said", test_what_follows_is_said);
  ADD ("the-clinics-range-counts", test_the_clinics_range_counts);
  ADD_CLOSED ("another-session-is-shown-at-once", test_another_session_is_shown_at_once);
  ADD ("keys-set-absent-and-unknown", test_keys_set_absent_and_unknown);
  ADD ("enter-goes-through-every-row", test_enter_goes_through_every_row);
  ADD ("the-filter-finds-a-part-of-a-name", test_the_filter_finds_a_part_of_a_name);
  ADD ("sex-and-age-are-the-patients", test_sex_and_age_are_the_patients);
  ADD ("every-control-has-a-name", test_every_control_has_a_name);
  ADD ("no-target-is-too-small", test_no_target_is_too_small);
  ADD ("it-stands-in-360-px", test_it_stands_in_360_px);
  return g_test_run ();
}
