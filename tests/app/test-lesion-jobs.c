/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-jobs.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "calx-demo.h"

/* The lesions of the sample clinic out of the window's file and into it, in the worker. */

static CalxKnowledge *knowledge;
static char *folder;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static CalxClinic *
open_clinic (void)
{
  g_autofree char *path = g_build_filename (folder, "sample.calx", NULL);
  CalxClinic *clinic = calx_clinic_new (path, knowledge);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  calx_clinic_open_async (clinic, done_cb, &result);
  wait_for (&result);
  g_assert_true (calx_clinic_open_finish (clinic, result, &error));
  g_assert_no_error (error);
  return clinic;
}

static char *
export_to (CalxClinic *clinic,
           const char *name,
           guint      *ret_n_lines)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  calx_clinic_export_lesions_async (clinic, path, NULL, done_cb, &result);
  wait_for (&result);
  g_assert_true (calx_clinic_export_lesions_finish (clinic, result, ret_n_lines, &error));
  g_assert_no_error (error);
  return path;
}

static CalxLesionFile *
read_from (CalxClinic *clinic,
           const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  CalxLesionFile *read;

  calx_clinic_read_lesion_file_async (clinic, file, NULL, done_cb, &result);
  wait_for (&result);
  read = calx_clinic_read_lesion_file_finish (clinic, result, &error);
  g_assert_no_error (error);
  return read;
}

static void
test_lesions_leave_and_come_back (void)
{
  g_autoptr(CalxClinic) clinic = open_clinic ();
  g_autofree char *path = NULL;
  g_autofree char *again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr(CalxLesionFile) file = NULL;
  g_autoptr(CalxLesionFile) imported = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  CalxLesionLine *line;
  guint n_lines = 0;
  GStatBuf info;

  path = export_to (clinic, "lesions.csv", &n_lines);
  g_assert_cmpuint (n_lines, >, 20);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  file = read_from (clinic, path);
  g_assert_cmpuint (file->faults->len, ==, 0);
  g_assert_cmpuint (file->import.n_lesions_same, ==, n_lines);
  g_assert_cmpuint (file->import.n_sessions_changed, ==, 0);

  line = g_ptr_array_index (file->lines, 0);
  line->lesion->length_mm = 77.5;
  calx_clinic_import_lesions_async (clinic, file->lines, NULL, done_cb, &result);
  wait_for (&result);
  imported = calx_clinic_import_lesions_finish (clinic, result, NULL);
  g_assert_nonnull (imported);
  g_assert_cmpuint (imported->faults->len, ==, 0);
  g_assert_cmpuint (imported->import.n_lesions_changed, ==, 1);
  again = export_to (clinic, "again.csv", &n_lines);
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL));
  g_assert_true (g_file_get_contents (again, &second, NULL, NULL));
  g_assert_cmpstr (first, !=, second);
  g_assert_nonnull (strstr (second, ",77.5,"));
}

static void
test_a_bad_file_says_where (void)
{
  g_autoptr(CalxClinic) clinic = open_clinic ();
  g_autofree char *path = g_build_filename (folder, "bad.csv", NULL);
  g_autoptr(CalxLesionFile) file = NULL;

  g_assert_true (g_file_set_contents (path, "patient,colour\nx,y\n", -1, NULL));
  file = read_from (clinic, path);
  g_assert_null (file->lines);
  g_assert_cmpuint (file->faults->len, >, 0);
}

static void
test_a_cancelled_export_writes_nothing (void)
{
  g_autoptr(CalxClinic) clinic = open_clinic ();
  g_autofree char *path = g_build_filename (folder, "cancelled.csv", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  guint n_lines = 0;

  calx_clinic_export_lesions_async (clinic, path, cancellable, done_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_for (&result);
  g_assert_false (calx_clinic_export_lesions_finish (clinic, result, &n_lines, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
remove_folder (void)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  folder = g_dir_make_tmp ("calx-lesion-jobs-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "sample.calx", NULL);
  g_assert_true (calx_demo_write (path, knowledge, &error));
  g_test_add_func ("/lesion-jobs/lesions-leave-and-come-back", test_lesions_leave_and_come_back);
  g_test_add_func ("/lesion-jobs/a-bad-file-says-where", test_a_bad_file_says_where);
  g_test_add_func ("/lesion-jobs/a-cancelled-export-writes-nothing", test_a_cancelled_export_writes_nothing);
  status = g_test_run ();
  calx_knowledge_unref (knowledge);
  remove_folder ();
  return status;
}
