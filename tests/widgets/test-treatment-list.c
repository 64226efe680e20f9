/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-treatment-list.h"

#include "calx-conflict-card.h"
#include "calx-treatment-editor.h"
#include "calx-treatment-row.h"
#include "calx-widget-test.h"

/* The narrowest pane: a window of 360 less its margins. */
#define NARROW_PX 328
#define PATIENT_UUID "00000000-0000-4000-8000-0000000000aa"
#define SESSION_DATE ((CalxDate){ 2026, 11, 20 })

typedef struct
{
  GtkWidget   *list;
  GtkWidget   *window;
  CalxPatient *patient;
  CalxSession *session;
  guint        n_changes;
  guint        n_typed;
} Fixture;

static void
show (Fixture *f)
{
  g_autoptr(CalxReview) review = calx_review_new (calx_widget_test_knowledge (), f->session, f->patient, NULL);

  calx_treatment_list_set_review (CALX_TREATMENT_LIST (f->list), review);
}

static void
set_session (Fixture     *f,
             CalxSession *session)
{
  calx_session_ref (session);
  calx_session_unref (f->session);
  f->session = session;
  show (f);
}

static void
session_changed_cb (Fixture     *f,
                    CalxSession *session,
                    gboolean     typed)
{
  f->n_changes++;
  f->n_typed += typed;
  set_session (f, session);
}

static void
answer (Fixture    *f,
        const char *input_id,
        const char *text)
{
  const CalxInput *input = calx_inputs_find (calx_widget_test_knowledge ()->inputs, input_id);
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = text };
  g_autoptr(CalxSession) session = calx_session_with_finding (f->session, input->index, &finding);

  set_session (f, session);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  int percent = GPOINTER_TO_INT (data);

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-enable-animations", FALSE,
                "gtk-xft-dpi", 96 * PANGO_SCALE * percent / 100, NULL);
  f->patient = calx_patient_new ();
  f->session = calx_session_new (calx_widget_test_knowledge ()->inputs, PATIENT_UUID, SESSION_DATE);
  f->list = calx_treatment_list_new ();
  g_signal_connect_swapped (f->list, "session-changed", G_CALLBACK (session_changed_cb), f);
  f->window = calx_widget_test_show (f->list, NARROW_PX, 700);
  show (f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  calx_widget_test_close (f->window, f->list);
  calx_session_unref (f->session);
  calx_patient_free (f->patient);
}

static void
add (Fixture    *f,
     const char *text)
{
  GtkWidget *search = calx_widget_test_find (f->list, GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (search), text);
  g_signal_emit_by_name (search, "activate");
  calx_widget_test_wait (20);
}

static const CalxTreatment *
get_treatment (Fixture *f,
               guint    index)
{
  g_assert_cmpuint (calx_session_get_treatments (f->session)->len, >, index);
  return calx_session_get_treatments (f->session)->pdata[index];
}

/* The fields of the first row: start and stop are the second and third. */
static GtkEditable *
get_entry (Fixture *f,
           guint    nth)
{
  GtkWidget *editor = calx_widget_test_find (f->list, CALX_TYPE_TREATMENT_EDITOR, 0);

  return GTK_EDITABLE (calx_widget_test_find (editor, GTK_TYPE_ENTRY, nth));
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  for (guint i = 0; i < 100; i++)
    {
      GtkWidget *button = calx_widget_test_find (root, GTK_TYPE_BUTTON, i);

      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return button;
    }
  g_assert_not_reached ();
}

static void
test_typing_finds_and_adds (Fixture       *f,
                            gconstpointer  data)
{
  g_assert_true (calx_widget_test_says (f->list, "No treatment is recorded"));
  add (f, "b01aa03");
  g_assert_cmpstr (get_treatment (f, 0)->kind, ==, "vitamin_k_antagonist");
  g_assert_cmpstr (get_treatment (f, 0)->drug, ==, "warfarin");
  g_assert_cmpstr (get_treatment (f, 0)->route, ==, "oral");
  g_assert_false (calx_widget_test_says (f->list, "No treatment is recorded"));
  g_assert_true (calx_widget_test_says (f->list, "Running, start not known"));
  g_assert_true (gtk_widget_get_focus_child (GTK_WIDGET (get_entry (f, 1))) != NULL);
  add (f, "Leeches");
  g_assert_cmpstr (get_treatment (f, 1)->kind, ==, CALX_TREATMENT_OTHER);
  g_assert_cmpstr (get_treatment (f, 1)->texts[CALX_TREATMENT_NAME], ==, "Leeches");
  g_assert_cmpuint (f->n_changes, ==, 2);
}

static void
test_a_press_stops (Fixture       *f,
                    gconstpointer  data)
{
  g_autoptr(CalxSession) running = NULL;

  add (f, "warf");
  running = calx_session_ref (f->session);
  g_signal_emit_by_name (find_button (f->list, calx_date_compare (SESSION_DATE, calx_date_today ()) == 0
                                                 ? "Stop today"
                                                 : "Stop on 20-Nov-2026"),
                         "clicked");
  g_assert_cmpint (calx_date_compare (get_treatment (f, 0)->stop, SESSION_DATE), ==, 0);
  g_assert_true (calx_widget_test_says (f->list, "Stopped on 20-Nov-2026"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (f, 2)), ==, "2026-11-20");
  /* undo */
  set_session (f, running);
  g_assert_true (calx_widget_test_says (f->list, "Running, start not known"));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (f, 2)), ==, "");
}

static void
test_a_conflict_stands_beside_it (Fixture       *f,
                                  gconstpointer  data)
{
  GtkWidget *card;

  add (f, "warf");
  g_assert_true (calx_widget_test_says (f->list, "May conflict: Vitamin K antagonist"));
  g_assert_true (calx_widget_test_says (f->list, "Not known: Kidney treatment"));
  answer (f, "setting", "hemodialysis");
  g_assert_true (calx_widget_test_says (f->list, "Conflict: Vitamin K antagonist in kidney failure"));
  card = calx_widget_test_find (f->list, CALX_TYPE_CONFLICT_CARD, 0);
  gtk_expander_set_expanded (GTK_EXPANDER (calx_widget_test_find (card, GTK_TYPE_EXPANDER, 0)), TRUE);
  g_assert_true (calx_widget_test_says (card, "Hayashi M et al."));
  g_assert_true (calx_widget_test_says (card, "Coulson I."));
}

static void
test_a_finding_that_does_not_fit_can_be_set (Fixture       *f,
                                             gconstpointer  data)
{
  g_autoptr(CalxTreatment) stopped = calx_treatment_new ("vitamin_k_antagonist", "warfarin");
  g_autoptr(CalxSession) session = NULL;
  const CalxFinding *finding;
  GtkWidget *card;

  calx_treatment_set_stop (stopped, SESSION_DATE);
  session = calx_session_with_treatment (f->session, stopped);
  set_session (f, session);
  answer (f, "vitamin_k_antagonist", "yes");
  answer (f, "mechanical_valve", "yes");
  g_assert_true (calx_widget_test_says (f->list, "Stopped here, but the finding says that it is taken"));
  /* the card of the valve comes first and offers nothing */
  card = calx_widget_test_find (f->list, CALX_TYPE_CONFLICT_CARD, 1);
  g_signal_emit_by_name (calx_widget_test_find (card, GTK_TYPE_BUTTON, 0), "clicked");
  finding = calx_findings_get_by_id (calx_session_get_findings (f->session), "vitamin_k_antagonist");
  g_assert_cmpint (finding->state, ==, CALX_FINDING_ABSENT);
  g_assert_false (calx_widget_test_says (f->list, "Stopped here, but the finding says that it is taken"));
}

static void
test_dates_that_cannot_be_are_refused (Fixture       *f,
                                       gconstpointer  data)
{
  add (f, "cinacalcet");
  gtk_editable_set_text (get_entry (f, 1), "2027");
  g_assert_true (calx_widget_test_says (f->list, "Start: 2027 is after this session"));
  g_assert_cmpuint (calx_treatment_list_get_n_refused (CALX_TREATMENT_LIST (f->list)), ==, 1);
  g_assert_false (calx_date_is_known (get_treatment (f, 0)->start));
  gtk_editable_set_text (get_entry (f, 1), "2026-01");
  g_assert_cmpuint (calx_treatment_list_get_n_refused (CALX_TREATMENT_LIST (f->list)), ==, 0);
  g_assert_cmpint (get_treatment (f, 0)->start.month, ==, 1);
  gtk_editable_set_text (get_entry (f, 2), "2025-12-31");
  g_assert_true (calx_widget_test_says (f->list, "Stop: 31-Dec-2025 is before the start (Jan-2026)"));
  g_assert_false (get_treatment (f, 0)->stopped);
  gtk_editable_set_text (get_entry (f, 2), "soon");
  g_assert_true (calx_widget_test_says (f->list, "“soon” is not a date"));
  gtk_editable_set_text (get_entry (f, 2), "2026-03");
  g_assert_true (get_treatment (f, 0)->stopped);
  g_assert_cmpuint (f->n_typed, ==, 2);
}

static void
test_another_session_forgets (Fixture       *f,
                              gconstpointer  data)
{
  g_autoptr(CalxSession) other = NULL;

  add (f, "cinacalcet");
  gtk_editable_set_text (get_entry (f, 1), "2027");
  other = calx_session_new (calx_widget_test_knowledge ()->inputs, PATIENT_UUID, SESSION_DATE);
  set_session (f, other);
  g_assert_cmpuint (calx_treatment_list_get_n_refused (CALX_TREATMENT_LIST (f->list)), ==, 0);
  g_assert_true (calx_widget_test_says (f->list, "No treatment is recorded"));
}

static void
test_a_mistake_can_be_removed (Fixture       *f,
                               gconstpointer  data)
{
  add (f, "surgical");
  g_signal_emit_by_name (find_button (f->list, "Remove, a mistake"), "clicked");
  g_assert_cmpuint (calx_session_get_treatments (f->session)->len, ==, 0);
  g_assert_true (calx_widget_test_says (f->list, "No treatment is recorded"));
}

static void
test_it_fits_the_narrowest_pane (Fixture       *f,
                                 gconstpointer  data)
{
  int minimum;

  answer (f, "setting", "hemodialysis");
  add (f, "warf");
  add (f, "thiosulf");
  add (f, "connective");
  for (guint i = 0; i < 3; i++)
    calx_treatment_row_open (CALX_TREATMENT_ROW (calx_widget_test_find (f->list, CALX_TYPE_TREATMENT_ROW, i)));
  calx_widget_test_wait (50);
  gtk_widget_measure (f->list, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW_PX);
  calx_widget_test_names (f->list);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *f, gconstpointer data);
    int percent;
  } tests[] = {
    { "typing-finds-and-adds", test_typing_finds_and_adds, 100 },
    { "a-press-stops", test_a_press_stops, 100 },
    { "a-conflict-stands-beside-it", test_a_conflict_stands_beside_it, 100 },
    { "a-finding-that-does-not-fit-can-be-set", test_a_finding_that_does_not_fit_can_be_set, 100 },
    { "dates-that-cannot-be-are-refused", test_dates_that_cannot_be_are_refused, 100 },
    { "another-session-forgets", test_another_session_forgets, 100 },
    { "a-mistake-can-be-removed", test_a_mistake_can_be_removed, 100 },
    { "it-fits-the-narrowest-pane", test_it_fits_the_narrowest_pane, 125 },
  };

  calx_widget_test_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/widgets/treatment-list/", tests[i].name, NULL);

      g_test_add (path, Fixture, GINT_TO_POINTER (tests[i].percent), set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
