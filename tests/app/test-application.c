/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-application.h"

#include <glib/gstdio.h>
#include <time.h>
#include <unistd.h>

#include "calx-clinic-jobs.h"
#include "calx-patient-dialog.h"
#include "calx-platform.h"
#include "calx-session-page.h"
#include "calx-window.h"

#define N_KEYS 100
/* of a screen at 60 Hz; sanitizers take several times as long */
#define FRAME_MS (g_getenv ("CALX_SANITIZED") != NULL ? 160.0 : 16.0)

/* The windows are made in a real program; a step runs once its files are open. */
typedef struct
{
  CalxApplication *application;
  char            *folder;
} Fixture;

static char *
get_path (Fixture    *f,
          const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static guint
count_windows (Fixture *f)
{
  return g_list_length (gtk_application_get_windows (GTK_APPLICATION (f->application)));
}

static void
wait_until_open (Fixture *f)
{
  gint64 end_us = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (f->application)); l != NULL;
       l = l->next)
    while (!calx_clinic_is_open (calx_window_get_clinic (l->data)))
      {
        g_assert_cmpint (g_get_monotonic_time (), <, end_us);
        g_main_context_iteration (NULL, TRUE);
      }
}

static void
show (Fixture    *f,
      const char *name)
{
  g_autofree char *path = get_path (f, name);

  calx_application_show_file (f->application, path);
}

/* From a key to everything shown: findings, points, bars, words. */
static void
type_into_a_session (CalxWindow *window)
{
  CalxKnowledge *knowledge = calx_clinic_get_knowledge (calx_window_get_clinic (window));
  CalxSessionPage *page = g_object_ref_sink (g_object_new (CALX_TYPE_SESSION_PAGE, NULL));
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  g_autoptr(CalxSession) session = calx_session_new (knowledge->inputs, patient->uuid,
                                                     (CalxDate){ 2026, 11, 20 });
  g_autoptr(CalxSessionItem) item = calx_session_item_new (NULL, session, FALSE);
  const CalxInput *weight = calx_inputs_find (knowledge->inputs, "weight");
  clock_t begun;
  double ms;

  calx_session_page_set_knowledge (page, knowledge);
  calx_session_page_set_patient (page, patient, 1);
  calx_session_page_set_item (page, item);
  begun = clock (); /* of this process: others may keep the machine busy */
  for (int i = 0; i < N_KEYS; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", 60 + i % 40);
      CalxFinding finding = { CALX_FINDING_VALUE, text, "kg", { 0 }, NULL, { 0 } };
      g_autoptr(CalxSession) typed = NULL;

      typed = calx_session_with_finding (calx_session_item_get_session (item), weight->index,
                                         &finding);
      calx_session_item_edit (item, typed, (int) weight->index);
      g_assert_nonnull (calx_session_page_get_assessment (page));
    }
  ms = (clock () - begun) * 1000.0 / CLOCKS_PER_SEC / N_KEYS;
  g_test_message ("%.2f ms a key", ms);
  g_assert_cmpfloat (ms, <, FRAME_MS);

  calx_session_page_set_item (page, NULL);
  g_assert_finalize_object (page);
}

static void
enter_a_patient (CalxWindow *window)
{
  CalxPatientDialog *dialog =
    calx_patient_dialog_new (GTK_WINDOW (window), calx_window_get_clinic (window), NULL);

  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "patient.save", NULL);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* Until nothing waits any more for an answer that would come to @object. */
static void
wait_until_gone (gpointer object)
{
  gint64 end_us = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  while (weak != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
patients_listed_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = calx_clinic_list_patients_finish (CALX_CLINIC (source), result, &error);

  g_assert_no_error (error);
  *(int *) user_data = (int) rows->len;
}

static int
count_patients (CalxWindow *window)
{
  int n = -1;

  calx_clinic_list_patients_async (calx_window_get_clinic (window), "Invented", NULL, 10, NULL,
                                   patients_listed_cb, &n);
  while (n < 0)
    g_main_context_iteration (NULL, TRUE);
  return n;
}

/* Cancelled while similar patients are looked for. */
static void
cancel_a_patient (CalxWindow *window)
{
  CalxPatientDialog *dialog =
    calx_patient_dialog_new (GTK_WINDOW (window), calx_window_get_clinic (window), NULL);
  GObject *entry = gtk_widget_get_template_child (GTK_WIDGET (dialog), CALX_TYPE_PATIENT_DIALOG,
                                                  "family_name_entry");

  gtk_editable_set_text (GTK_EDITABLE (entry), "Invented");
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "patient.save", NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "window.close", NULL);
  wait_until_gone (dialog);
  g_assert_cmpint (count_patients (window), ==, 0);
}

static void
close_a_window_while_its_file_is_opened (Fixture *f)
{
  CalxWindow *window;

  show (f, "third.calx");
  window = gtk_application_get_windows (GTK_APPLICATION (f->application))->data;
  g_assert_false (calx_clinic_is_open (calx_window_get_clinic (window)));
  gtk_window_destroy (GTK_WINDOW (window));
  wait_until_gone (window);
}

static gboolean
steps_cb (gpointer data)
{
  Fixture *f = data;
  g_autofree char *first = get_path (f, "first.calx");
  g_autofree char *soft = get_path (f, "link.calx");
  g_autofree char *hard = get_path (f, "hard.calx");

  if (count_windows (f) == 0)
    return G_SOURCE_CONTINUE;

  /* asked for again before it is even there */
  show (f, "first.calx");
  show (f, "./first.calx");
  g_assert_cmpuint (count_windows (f), ==, 1);
  wait_until_open (f);

  /* by other names of the same device and inode */
  g_assert_no_errno (link (first, hard));
  g_assert_no_errno (symlink (first, soft));
  show (f, "hard.calx");
  show (f, "link.calx");
  show (f, "first.calx");
  g_assert_cmpuint (count_windows (f), ==, 1);

  show (f, "second.calx");
  g_assert_cmpuint (count_windows (f), ==, 2);
  wait_until_open (f);

  type_into_a_session (gtk_application_get_windows (GTK_APPLICATION (f->application))->data);
  enter_a_patient (gtk_application_get_windows (GTK_APPLICATION (f->application))->data);
  cancel_a_patient (gtk_application_get_windows (GTK_APPLICATION (f->application))->data);
  close_a_window_while_its_file_is_opened (f);
  g_action_group_activate_action (G_ACTION_GROUP (f->application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

static void
test_one_window_per_file (void)
{
  Fixture f = { 0 };
  g_autoptr(GError) error = NULL;
  char *argv[] = { (char *) "calx", (char *) "--database", NULL, NULL };
  g_autofree char *first = NULL;

  f.folder = g_dir_make_tmp ("calx-application-XXXXXX", &error);
  g_assert_no_error (error);
  first = get_path (&f, "first.calx");
  argv[2] = first;
  f.application = calx_application_new ();
  g_application_set_flags (G_APPLICATION (f.application),
                           G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE);
  g_idle_add (steps_cb, &f);
  g_assert_cmpint (g_application_run (G_APPLICATION (f.application), 3, argv), ==, 0);
  g_assert_finalize_object (f.application);

  for (const char *const *name =
         (const char *const[]){ "first.calx", "hard.calx", "link.calx", "second.calx",
                                    "third.calx", NULL };
       *name != NULL; name++)
    {
      g_autofree char *path = get_path (&f, *name);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (f.folder));
  g_free (f.folder);
}

static void
test_a_file_that_is_not_there_is_known_by_its_folder (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("calx-identity-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "new.calx", NULL);
  g_autofree char *other = g_build_filename (folder, "other.calx", NULL);
  g_autofree char *identity = calx_platform_identify_file (path);
  g_autofree char *other_identity = calx_platform_identify_file (other);
  g_autofree char *made_identity = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (identity, !=, other_identity);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  made_identity = calx_platform_identify_file (path);
  g_assert_cmpstr (identity, !=, made_identity);
  g_assert_no_errno (g_unlink (path));
  g_assert_no_errno (g_rmdir (folder));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/application/a-file-that-is-not-there-is-known-by-its-folder",
                   test_a_file_that_is_not_there_is_known_by_its_folder);
  g_test_add_func ("/application/one-window-per-file", test_one_window_per_file);

  return g_test_run ();
}
