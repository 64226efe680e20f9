/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-workup-list.h"

#include "calx-widget-test.h"
#include "calx-workup-line.h"

typedef struct
{
  CalxKnowledge *knowledge;
  CalxPatient   *patient;
  CalxSession   *session;
  GtkWidget     *list;
  GtkWidget     *window;
  char          *activated;
  guint          n_changes;
} Fixture;

static void
show (Fixture *f)
{
  g_autoptr(CalxReview) review = calx_review_new (f->knowledge, f->session, f->patient, NULL);

  calx_workup_list_set_review (CALX_WORKUP_LIST (f->list), review);
}

static void
take (Fixture     *f,
      CalxSession *session)
{
  calx_session_unref (f->session);
  f->session = session;
}

static void
changed_cb (Fixture       *f,
            CalxChecklist *checklist)
{
  take (f, calx_session_with_checklist (f->session, checklist));
  f->n_changes++;
  show (f);
}

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
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = text, .unit = unit };

  take (f, calx_session_with_finding (f->session, calx_inputs_find (f->knowledge->inputs, input_id)->index, &finding));
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->knowledge = calx_widget_test_knowledge ();
  f->patient = calx_patient_new ();
  f->session = calx_session_new (f->knowledge->inputs, f->patient->uuid, (CalxDate){ 2026, 11, 16 });
  f->list = calx_workup_list_new (f->knowledge);
  f->n_changes = 0;
  f->activated = NULL;
  g_signal_connect_swapped (f->list, "checklist-changed", G_CALLBACK (changed_cb), f);
  g_signal_connect_swapped (f->list, "input-activated", G_CALLBACK (activated_cb), f);
  put (f, "setting", "hemodialysis", NULL);
  put (f, "sign_livedo", "yes", NULL);
  put (f, "pth", "650", "pg/mL");
  show (f);
  f->window = calx_widget_test_show (f->list, 480, 900);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  calx_widget_test_close (f->window, f->list);
  g_free (f->activated);
  calx_session_unref (f->session);
  calx_patient_free (f->patient);
  calx_knowledge_unref (f->knowledge);
}

static gboolean
has_name (GtkWidget  *widget,
          const char *label)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), label);
}

static GtkWidget *
find_label (GtkWidget  *root,
            const char *label)
{
  if (has_name (root, label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_line (Fixture    *f,
           const char *title)
{
  GtkWidget *label = find_label (f->list, title);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, CALX_TYPE_WORKUP_LINE);
}

static void
press (GtkWidget  *line,
       const char *button)
{
  GtkWidget *label = find_label (line, button);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON), "clicked");
  calx_widget_test_wait (20);
}

static const CalxWorkupEntry *
get_entry (Fixture    *f,
           const char *item)
{
  return calx_checklist_find (calx_session_get_checklist (f->session), item);
}

static guint
count_refused (Fixture *f)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  calx_workup_list_list_refused (CALX_WORKUP_LIST (f->list), names);
  return names->len;
}

static void
test_says (Fixture       *f,
           gconstpointer  data)
{
  g_assert_true (calx_widget_test_says (f->list, "1 of 29 done"));
  g_assert_true (calx_widget_test_says (f->list, "650 pg/mL, 16-Nov-2026"));
  g_assert_true (calx_widget_test_says (f->list, "sensitivity of a first biopsy was 51.8%"));
  g_assert_true (calx_widget_test_says (f->list, "Clinical suspicion is enough to start"));
  g_assert_true (calx_widget_test_says (f->list, "Net-like purple mottling"));
  g_assert_false (calx_widget_test_says (f->list, "Stain: von Kossa"));
  calx_widget_test_names (f->window);
}

static void
test_one_press (Fixture       *f,
                gconstpointer  data)
{
  GtkWidget *line = find_line (f, "Plain X-ray");

  press (line, "Done");
  g_assert_cmpuint (f->n_changes, ==, 1);
  g_assert_cmpint (get_entry (f, "xray")->status, ==, CALX_WORKUP_DONE);
  g_assert_cmpint (calx_date_compare (get_entry (f, "xray")->date, (CalxDate){ 2026, 11, 16 }), ==, 0);
  g_assert_true (calx_widget_test_says (f->list, "2 of 29 done"));
  press (line, "Done");
  g_assert_null (get_entry (f, "xray"));
  g_assert_true (calx_widget_test_says (f->list, "1 of 29 done"));
}

static void
test_day_and_result (Fixture       *f,
                     gconstpointer  data)
{
  GtkWidget *line = find_line (f, "Plain X-ray");
  GtkWidget *day, *text;

  press (line, "Done");
  day = calx_widget_test_find (line, GTK_TYPE_ENTRY, 0);
  text = calx_widget_test_find (line, GTK_TYPE_ENTRY, 1);
  gtk_editable_set_text (GTK_EDITABLE (text), " net-like ");
  g_assert_cmpstr (get_entry (f, "xray")->result, ==, "net-like");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (text)), ==, " net-like ");
  gtk_editable_set_text (GTK_EDITABLE (day), "2026-11-20");
  g_assert_true (calx_widget_test_says (line, "the day 2026-11-20 is after the session’s"));
  g_assert_cmpuint (count_refused (f), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (day), "2026-11-");
  g_assert_true (calx_widget_test_says (line, "is not a day"));
  gtk_editable_set_text (GTK_EDITABLE (day), "2026-11-12");
  g_assert_cmpuint (count_refused (f), ==, 0);
  g_assert_cmpint (get_entry (f, "xray")->date.day, ==, 12);
}

static void
test_declined_needs_a_reason (Fixture       *f,
                              gconstpointer  data)
{
  GtkWidget *line;

  /* what is folded away is not in the tree */
  gtk_expander_set_expanded (GTK_EXPANDER (gtk_widget_get_ancestor (find_label (f->list, "Not known whether asked"),
                                                                    GTK_TYPE_EXPANDER)), TRUE);
  line = find_line (f, "MRI");
  press (line, "Declined");
  g_assert_cmpuint (f->n_changes, ==, 0);
  g_assert_cmpuint (count_refused (f), ==, 1);
  g_assert_true (calx_widget_test_says (line, "declined without a reason"));
  gtk_editable_set_text (GTK_EDITABLE (calx_widget_test_find (line, GTK_TYPE_ENTRY, 1)), "pacemaker");
  g_assert_cmpint (get_entry (f, "mri")->status, ==, CALX_WORKUP_DECLINED);
  g_assert_cmpstr (get_entry (f, "mri")->reason, ==, "pacemaker");
  g_assert_cmpuint (count_refused (f), ==, 0);
  /* it is on the list now, though nothing asks for it */
  g_assert_true (calx_widget_test_says (f->list, "1 of 30 done, 1 declined"));
}

static void
test_undo (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr(CalxSession) before = calx_session_ref (f->session);
  GtkWidget *line = find_line (f, "Plain X-ray");

  press (line, "Ordered");
  take (f, calx_session_ref (before));
  show (f);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_widget_get_ancestor (find_label (line, "Ordered"),
                                                                                            GTK_TYPE_TOGGLE_BUTTON))));
  g_assert_false (gtk_widget_is_visible (calx_widget_test_find (line, GTK_TYPE_ENTRY, 0)));
}

static void
test_another_session (Fixture       *f,
                      gconstpointer  data)
{
  GtkWidget *line = find_line (f, "Plain X-ray");

  press (line, "Declined");
  g_assert_cmpuint (count_refused (f), ==, 1);
  take (f, calx_session_new_from (f->session, (CalxDate){ 2026, 11, 20 }));
  show (f);
  g_assert_cmpuint (count_refused (f), ==, 0);
}

static void
test_keys (Fixture       *f,
           gconstpointer  data)
{
  gtk_widget_grab_focus (find_line (f, "Plain X-ray"));
  if (!calx_widget_test_press ("o"))
    {
      g_test_skip ("no xdotool");
      return;
    }
  g_assert_cmpint (get_entry (f, "xray")->status, ==, CALX_WORKUP_ORDERED);
  calx_widget_test_press ("d");
  g_assert_cmpint (get_entry (f, "xray")->status, ==, CALX_WORKUP_DONE);
  calx_widget_test_press ("d");
  g_assert_null (get_entry (f, "xray"));
}

static void
test_leads_to_the_finding (Fixture       *f,
                           gconstpointer  data)
{
  g_signal_emit_by_name (gtk_widget_get_parent (find_line (f, "Parathyroid hormone (PTH)")), "row-activated",
                         find_line (f, "Parathyroid hormone (PTH)"));
  g_assert_cmpstr (f->activated, ==, "pth");
}

static void
test_differentials (Fixture       *f,
                    gconstpointer  data)
{
  GtkWidget *line = find_line (f, "Calciphylaxis");

  g_assert_true (gtk_widget_get_mapped (line));
  press (line, "Considered");
  g_assert_cmpint (get_entry (f, "ddx_calciphylaxis")->status, ==, CALX_WORKUP_CONSIDERED);
  press (line, "Excluded");
  g_assert_cmpint (get_entry (f, "ddx_calciphylaxis")->status, ==, CALX_WORKUP_EXCLUDED);
}

static void
test_narrow (Fixture       *f,
             gconstpointer  data)
{
  int minimum;

  press (find_line (f, "Plain X-ray"), "Done");
  gtk_widget_measure (f->list, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

int
main (int   argc,
      char *argv[])
{
  calx_widget_test_init (&argc, &argv);
  g_test_add ("/workup-list/says", Fixture, NULL, set_up, test_says, tear_down);
  g_test_add ("/workup-list/one-press", Fixture, NULL, set_up, test_one_press, tear_down);
  g_test_add ("/workup-list/day-and-result", Fixture, NULL, set_up, test_day_and_result, tear_down);
  g_test_add ("/workup-list/declined-needs-a-reason", Fixture, NULL, set_up, test_declined_needs_a_reason, tear_down);
  g_test_add ("/workup-list/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/workup-list/another-session", Fixture, NULL, set_up, test_another_session, tear_down);
  g_test_add ("/workup-list/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/workup-list/leads-to-the-finding", Fixture, NULL, set_up, test_leads_to_the_finding, tear_down);
  g_test_add ("/workup-list/differentials", Fixture, NULL, set_up, test_differentials, tear_down);
  g_test_add ("/workup-list/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  return g_test_run ();
}
