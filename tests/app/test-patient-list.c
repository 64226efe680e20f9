/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient-list.h"

#include <glib/gstdio.h>

#include "calx-store-patient.h"
#include "calx-ui.h"

#define PATIENCE_US (20 * G_USEC_PER_SEC)

static const char *const names[] = { "Abel", "Baker", "Clark", "Cole" };

typedef struct
{
  char            *folder;
  char            *path;
  CalxKnowledge   *knowledge;
  CalxClinic      *clinic;
  CalxPatientList *list;
  GtkWindow       *window;
  GtkEditable     *entry;
  char            *uuids[G_N_ELEMENTS (names)];
  char            *chosen;
  guint            n_chosen;
} Fixture;

static void
make_patients (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  CalxStore *store = calx_store_open (f->path, CALX_STORE_CREATE, f->knowledge, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(CalxPatient) patient = calx_patient_new ();
      g_autoptr(CalxPatient) saved = NULL;

      calx_patient_set (&patient->family_name, names[i]);
      saved = calx_store_save_patient (store, patient, &error);
      g_assert_no_error (error);
      f->uuids[i] = g_strdup (saved->uuid);
    }
  calx_store_close (store);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  calx_clinic_open_finish (CALX_CLINIC (source), result, &error);
  g_assert_no_error (error);
}

static void
chosen_cb (Fixture    *f,
           const char *uuid)
{
  g_free (f->chosen);
  f->chosen = g_strdup (uuid);
  f->n_chosen++;
}

static void
wait_until_chosen (Fixture *f)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (f->chosen == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
wait_until_rows (Fixture *f,
                 guint    n)
{
  GObject *view = gtk_widget_get_template_child (GTK_WIDGET (f->list), CALX_TYPE_PATIENT_LIST,
                                                 "list_view");
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (view));
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (g_list_model_get_n_items (G_LIST_MODEL (model)) != n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
fixture_set_up (Fixture      *f,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  f->folder = g_dir_make_tmp ("calx-patient-list-XXXXXX", &error);
  g_assert_no_error (error);
  f->path = g_build_filename (f->folder, "clinic.calx", NULL);
  f->knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  make_patients (f);

  f->clinic = calx_clinic_new (f->path, f->knowledge);
  calx_clinic_open_async (f->clinic, opened_cb, NULL);
  while (!calx_clinic_is_open (f->clinic))
    g_main_context_iteration (NULL, TRUE);

  f->list = g_object_new (CALX_TYPE_PATIENT_LIST, NULL);
  f->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (f->window, GTK_WIDGET (f->list));
  f->entry = GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (f->list),
                                                          CALX_TYPE_PATIENT_LIST, "search_entry"));
  g_signal_connect_swapped (f->list, "patient-chosen", G_CALLBACK (chosen_cb), f);
  gtk_window_present (f->window);
  calx_patient_list_set_clinic (f->list, f->clinic);
}

static void
fixture_tear_down (Fixture      *f,
                   gconstpointer data)
{
  gtk_window_destroy (f->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->clinic);
  calx_knowledge_unref (f->knowledge);
  g_unlink (f->path);
  g_assert_no_errno (g_rmdir (f->folder));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_free (f->uuids[i]);
  g_free (f->chosen);
  g_free (f->path);
  g_free (f->folder);
}

static void
press_enter (Fixture *f)
{
  g_signal_emit_by_name (f->entry, "activate");
}

static void
test_enter_opens_the_first_found_before_the_answer_is_there (Fixture      *f,
                                                             gconstpointer data)
{
  wait_until_rows (f, G_N_ELEMENTS (names));
  gtk_editable_set_text (f->entry, "cl");
  press_enter (f);
  /* the rows on screen are still of everybody */
  g_assert_null (f->chosen);
  wait_until_chosen (f);
  g_assert_cmpstr (f->chosen, ==, f->uuids[2]);
  wait_until_rows (f, 1);
  g_assert_cmpuint (f->n_chosen, ==, 1);
}

static void
test_enter_opens_the_first_found_after_the_answer_is_there (Fixture      *f,
                                                            gconstpointer data)
{
  gtk_editable_set_text (f->entry, "c");
  wait_until_rows (f, 2);
  g_assert_null (f->chosen);
  press_enter (f);
  g_assert_cmpstr (f->chosen, ==, f->uuids[2]);
}

static void
test_a_letter_after_enter_takes_the_wish_back (Fixture      *f,
                                               gconstpointer data)
{
  wait_until_rows (f, G_N_ELEMENTS (names));
  gtk_editable_set_text (f->entry, "c");
  press_enter (f);
  gtk_editable_set_text (f->entry, "b");
  wait_until_rows (f, 1);
  g_assert_null (f->chosen);
}

static void
test_enter_without_a_match_opens_nobody_later (Fixture      *f,
                                               gconstpointer data)
{
  gtk_editable_set_text (f->entry, "nobody");
  press_enter (f);
  wait_until_rows (f, 0);
  gtk_editable_set_text (f->entry, "b");
  wait_until_rows (f, 1);
  g_assert_null (f->chosen);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  calx_ui_register ();

#define ADD(name, function) \
  g_test_add ("/patient-list/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("enter-opens-the-first-found-before-the-answer-is-there",
       test_enter_opens_the_first_found_before_the_answer_is_there);
  ADD ("enter-opens-the-first-found-after-the-answer-is-there",
       test_enter_opens_the_first_found_after_the_answer_is_there);
  ADD ("a-letter-after-enter-takes-the-wish-back", test_a_letter_after_enter_takes_the_wish_back);
  ADD ("enter-without-a-match-opens-nobody-later", test_enter_without_a_match_opens_nobody_later);
#undef ADD

  return g_test_run ();
}
