/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-result-panel.h"

#include "calx-knowledge.h"
#include "calx-result-row.h"
#include "calx-result-section.h"
#include "calx-session.h"
#include "calx-widget-test.h"

typedef struct
{
  CalxKnowledge *knowledge;
  CalxPatient   *patient;
  CalxSession   *session;
  GtkWidget     *panel;
  GtkWidget     *window;
  char          *activated;
} Fixture;

static void
activated_cb (Fixture    *f,
              const char *input_id)
{
  g_free (f->activated);
  f->activated = g_strdup (input_id);
}

static void
put (Fixture    *f,
     const char *input_id,
     const char *text,
     const char *unit)
{
  CalxFinding finding = {
    .state = g_strcmp0 (text, "no") == 0 ? CALX_FINDING_ABSENT : text != NULL ? CALX_FINDING_VALUE : CALX_FINDING_UNKNOWN,
    .text = g_strcmp0 (text, "no") == 0 ? NULL : text,
    .unit = unit,
  };
  CalxSession *next = calx_session_with_finding (f->session,
                                                 calx_inputs_find (f->knowledge->inputs, input_id)->index, &finding);

  calx_session_unref (f->session);
  f->session = next;
}

static void
assess (Fixture *f)
{
  g_autoptr(CalxFindings) findings = calx_session_get_assessable (f->session, f->patient);
  g_autoptr(CalxAssessment) assessment = calx_risk_model_assess (f->knowledge->model, findings,
                                                                 calx_session_get_date (f->session));
  g_autoptr(CalxReview) review = calx_review_new (f->knowledge, f->session, f->patient, NULL);

  calx_result_panel_set_result (CALX_RESULT_PANEL (f->panel), assessment, review);
}

/* The worked case of the specification. */
static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->knowledge = calx_widget_test_knowledge ();
  f->patient = calx_patient_new ();
  f->patient->sex = CALX_SEX_FEMALE;
  f->patient->born = (CalxDate){ 1968, 7, 14 };
  f->session = calx_session_new (f->knowledge->inputs, f->patient->uuid, (CalxDate){ 2026, 11, 16 });
  f->activated = NULL;
  put (f, "setting", "hemodialysis", NULL);
  put (f, "lesions", "no", NULL);
  put (f, "previous_calciphylaxis", "no", NULL);
  put (f, "diabetes", "yes", NULL);
  put (f, "bmi", "40", "kg/m2");
  put (f, "calcium_total", "9.6", "mg/dL");
  put (f, "albumin", "2.9", "g/dL");
  put (f, "albumin_method", "bcg", NULL);
  put (f, "phosphate", "6.5", "mg/dL");
  put (f, "pth", "650", "pg/mL");
  put (f, "vitamin_k_antagonist", "yes", NULL);
  f->panel = calx_result_panel_new ();
  g_signal_connect_swapped (f->panel, "input-activated", G_CALLBACK (activated_cb), f);
  assess (f);
  f->window = calx_widget_test_show (f->panel, 400, 900);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  calx_widget_test_close (f->window, f->panel);
  calx_session_unref (f->session);
  calx_patient_free (f->patient);
  calx_knowledge_unref (f->knowledge);
  g_free (f->activated);
}

static CalxResultRow *
find_row (Fixture    *f,
          const char *title)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *row = calx_widget_test_find (f->panel, CALX_TYPE_RESULT_ROW, i);

      if (gtk_widget_get_visible (row) && calx_widget_test_says (row, title))
        return CALX_RESULT_ROW (row);
    }
}

static void
test_the_worked_case_is_shown (Fixture       *f,
                               gconstpointer  data)
{
  g_assert_true (calx_widget_test_says (f->panel, "40 points"));
  g_assert_true (calx_widget_test_says (f->panel, "Not validated"));
  g_assert_true (calx_widget_test_says (f->panel, "Very high"));
  g_assert_true (calx_widget_test_says (f->panel, "More than 10 times the average hemodialysis patient"));
  g_assert_true (calx_widget_test_says (f->panel, "New painful skin, in any band"));
  g_assert_true (calx_widget_test_says (f->panel, "0 points is not no risk"));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Vitamin K antagonist (warfarin)")), "+6"));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Albumin-corrected")), "10.48 mg/dL"));
  /* entered for this session: measured on its day */
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Serum phosphate")), "6.5 mg/dL · 16-Nov-2026"));
  g_assert_true (calx_widget_test_says (f->panel, "Options to consider, never instructions"));
  g_assert_true (calx_widget_test_says (f->panel, "2026.1"));
}

static void
test_an_unknown_factor_is_a_range (Fixture       *f,
                                   gconstpointer  data)
{
  put (f, "diabetes", NULL, NULL);
  assess (f);
  g_assert_true (calx_widget_test_says (f->panel, "36 to 40 points"));
  g_assert_true (calx_widget_test_says (f->panel, "Unknown is never taken as normal"));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Diabetes")), "0 to +4"));
}

static void
test_rows_lead_to_their_input (Fixture       *f,
                               gconstpointer  data)
{
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (find_row (f, "Serum phosphate"))), "row-activated",
                         find_row (f, "Serum phosphate"));
  g_assert_cmpstr (f->activated, ==, "phosphate");
}

static void
test_each_kind_says_why (Fixture       *f,
                         gconstpointer  data)
{
  put (f, "setting", "none", NULL);
  assess (f);
  g_assert_true (calx_widget_test_says (f->panel, "No points"));
  g_assert_true (calx_widget_test_says (f->panel, "Not applicable"));
  g_assert_true (calx_widget_test_says (f->panel, "not a statement of low risk"));
  g_assert_true (calx_widget_test_says (f->panel, "Not validated"));
  g_assert_false (calx_widget_test_says (f->panel, "What makes up the points"));

  put (f, "setting", "ckd", NULL);
  assess (f);
  g_assert_true (calx_widget_test_says (f->panel, "Not compared"));
  g_assert_true (calx_widget_test_says (f->panel, "25 points"));

  put (f, "setting", NULL, NULL);
  assess (f);
  g_assert_true (calx_widget_test_says (f->panel, "No points"));
  g_assert_true (calx_widget_test_says (f->panel, "Unknown"));

  put (f, "setting", "hemodialysis", NULL);
  put (f, "lesions", "yes", NULL);
  assess (f);
  g_assert_true (calx_widget_test_says (f->panel, "40 points"));
  g_assert_true (calx_widget_test_says (f->panel, "comparison does not apply"));
  g_assert_false (calx_widget_test_says (f->panel, "times the average hemodialysis patient"));
}

/* Also where there are no points, as with working kidneys. */
static void
test_with_lesions_criteria_come_first (Fixture       *f,
                                       gconstpointer  data)
{
  g_assert_false (calx_widget_test_says (calx_widget_test_find (f->panel, CALX_TYPE_RESULT_SECTION, 0),
                                         "Criteria"));
  put (f, "setting", "none", NULL);
  put (f, "lesions", "yes", NULL);
  assess (f);
  g_assert_true (calx_widget_test_says (calx_widget_test_find (f->panel, CALX_TYPE_RESULT_SECTION, 0),
                                        "Criteria"));
}

static void
test_rates_stand_in_the_details_alone (Fixture       *f,
                                       gconstpointer  data)
{
  GtkWidget *expander = calx_widget_test_find (f->panel, ADW_TYPE_EXPANDER_ROW, 0);

  /* above what is displayed there are none */
  g_assert_true (calx_widget_test_says (expander, "No published rates are shown"));
  put (f, "vitamin_k_antagonist", "no", NULL);
  assess (f);
  g_assert_true (calx_widget_test_says (f->panel, "34 points"));
  g_assert_true (calx_widget_test_says (f->panel, "10.0 times the average hemodialysis patient"));
  g_assert_true (calx_widget_test_says (expander, "per 1000 patients in a year"));
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (expander)));
  g_assert_true (calx_widget_test_says (expander, "fifteen-fold"));
}

static void
test_rows_are_kept (Fixture       *f,
                    gconstpointer  data)
{
  CalxResultRow *before = find_row (f, "Serum phosphate");

  put (f, "phosphate", "6.6", "mg/dL");
  assess (f);
  g_assert_true (find_row (f, "Serum phosphate") == before);
  g_assert_true (calx_widget_test_says (GTK_WIDGET (before), "6.6 mg/dL"));
}

static void
test_nothing_is_shown_without_an_assessment (Fixture       *f,
                                             gconstpointer  data)
{
  calx_result_panel_set_result (CALX_RESULT_PANEL (f->panel), NULL, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                     GTK_STACK (calx_widget_test_find (f->panel, GTK_TYPE_STACK, 0))), ==, "empty");
}

static void
test_every_control_has_a_name (Fixture       *f,
                               gconstpointer  data)
{
  calx_widget_test_names (f->panel);
}

static void
test_it_stands_in_360_px (Fixture       *f,
                          gconstpointer  data)
{
  int minimum;

  gtk_widget_measure (f->panel, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
press (CalxResultRow *row)
{
  g_signal_emit_by_name (gtk_widget_get_parent (GTK_WIDGET (row)), "row-activated", row);
}

/* Six years of dialysis and a painful plaque; whether other diseases are excluded is not known. */
static void
add_lesion (Fixture *f)
{
  g_autoptr(CalxLesion) lesion = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.05, 0.6, "thigh_a_r");
  CalxSession *next;

  lesion->type = CALX_LESION_TYPE_PLAQUE;
  lesion->pain = 6;
  put (f, "dialysis_start", "2020-11-01", NULL);
  next = calx_session_with_lesion (f->session, lesion);
  calx_session_unref (f->session);
  f->session = next;
}

static void
test_criteria_are_said_in_one_line (Fixture       *f,
                                    gconstpointer  data)
{
  GtkWidget *section;

  add_lesion (f);
  assess (f);
  section = calx_widget_test_find (f->panel, CALX_TYPE_RESULT_SECTION, 0);
  g_assert_true (calx_widget_test_says (section, "Cannot tell by the consensus"));
  g_assert_true (calx_widget_test_says (section, "not known"));
  /* the clauses are folded */
  g_assert_false (calx_widget_test_says (section, "Dialysis for more than 5 years"));
  put (f, "mimics_excluded", "yes", NULL);
  assess (f);
  g_assert_true (calx_widget_test_says (section, "Meets 'suspected' of the consensus"));
}

static void
test_clauses_unfold_and_stay_so (Fixture       *f,
                                 gconstpointer  data)
{
  CalxResultRow *fold;

  add_lesion (f);
  assess (f);
  fold = find_row (f, "Cannot tell by the consensus");
  press (fold);
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Dialysis for more than 5 years")), "Met"));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Dialysis for more than 5 years")), "01-Nov-2020"));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Intact PTH above 1000 pg/mL")), "Not met"));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Obesity")), "this project's"));
  put (f, "pth", "1001", "pg/mL");
  assess (f);
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Intact PTH above 1000 pg/mL")), "1001 pg/mL"));
  calx_widget_test_names (f->panel);
  press (fold);
  g_assert_false (calx_widget_test_says (f->panel, "Intact PTH above 1000 pg/mL"));
}

static void
test_an_unknown_clause_leads_to_its_input (Fixture       *f,
                                           gconstpointer  data)
{
  add_lesion (f);
  assess (f);
  press (find_row (f, "Cannot tell by the consensus"));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Long-term warfarin")), "Not known"));
  press (find_row (f, "Long-term warfarin"));
  g_assert_cmpstr (f->activated, ==, "long_term_warfarin");
}

static void
test_a_subtype_says_its_reasons (Fixture       *f,
                                 gconstpointer  data)
{
  add_lesion (f);
  assess (f);
  g_assert_true (calx_widget_test_says (f->panel, "Calciphylaxis: possible, urgent"));
  g_assert_false (calx_widget_test_says (f->panel, "ICD-10 L94.2"));
  press (find_row (f, "Calciphylaxis: possible, urgent"));
  g_assert_true (calx_widget_test_says (f->panel, "ICD-10"));
}

static void
test_early_signs_are_counted (Fixture       *f,
                              gconstpointer  data)
{
  put (f, "sign_livedo", "yes", NULL);
  assess (f);
  g_assert_true (calx_widget_test_says (f->panel, "1 of 6 asked; present: Livedo racemosa"));
  press (find_row (f, "1 of 6 asked"));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (find_row (f, "Retiform purpura")), "Not asked"));
}

#define ADD(name, function) g_test_add ("/widgets/result-panel/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  calx_widget_test_init (&argc, &argv);
  ADD ("the-worked-case-is-shown", test_the_worked_case_is_shown);
  ADD ("an-unknown-factor-is-a-range", test_an_unknown_factor_is_a_range);
  ADD ("rows-lead-to-their-input", test_rows_lead_to_their_input);
  ADD ("each-kind-says-why", test_each_kind_says_why);
  ADD ("with-lesions-criteria-come-first", test_with_lesions_criteria_come_first);
  ADD ("criteria-are-said-in-one-line", test_criteria_are_said_in_one_line);
  ADD ("clauses-unfold-and-stay-so", test_clauses_unfold_and_stay_so);
  ADD ("an-unknown-clause-leads-to-its-input", test_an_unknown_clause_leads_to_its_input);
  ADD ("a-subtype-says-its-reasons", test_a_subtype_says_its_reasons);
  ADD ("early-signs-are-counted", test_early_signs_are_counted);
  ADD ("rates-stand-in-the-details-alone", test_rates_stand_in_the_details_alone);
  ADD ("rows-are-kept", test_rows_are_kept);
  ADD ("nothing-is-shown-without-an-assessment", test_nothing_is_shown_without_an_assessment);
  ADD ("every-control-has-a-name", test_every_control_has_a_name);
  ADD ("it-stands-in-360-px", test_it_stands_in_360_px);
  return g_test_run ();
}
