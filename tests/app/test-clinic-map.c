/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "calx-application.h"
#include "calx-clinic-map-view.h"
#include "calx-clinic-map-window.h"
#include "calx-demo.h"
#include "looks-check.h"

/* The window of the clinic's map, over the sample clinic and over an empty one. */

#define PATIENCE_US (60 * G_USEC_PER_SEC)

static CalxApplication *application; /* it brings the style sheet */
static CalxKnowledge *knowledge;
static char *folder;
static guint n_frames;

static void
painted_cb (void)
{
  n_frames++;
}

static void
settle (GtkWidget *window)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (!calx_clinic_map_window_is_done (CALX_CLINIC_MAP_WINDOW (window)))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, TRUE);
    }
  for (n_frames = 0; n_frames < 4;)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (calx_clinic_open_finish (CALX_CLINIC (source), result, &error));
  g_assert_no_error (error);
}

static CalxClinic *
open_clinic (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  CalxClinic *clinic = calx_clinic_new (path, knowledge);

  calx_clinic_open_async (clinic, opened_cb, NULL);
  while (!calx_clinic_is_open (clinic))
    g_main_context_iteration (NULL, TRUE);
  return clinic;
}

static GtkWidget *
open_window (CalxClinic *clinic,
             int         width,
             int         height)
{
  GtkWidget *window = calx_clinic_map_window_new (NULL, clinic);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
  settle (window);
  g_assert_cmpint (gtk_widget_get_width (window), <=, width);
  return window;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The @nth of a type below @widget, counted from 0 in the order of the tree. */
static GtkWidget *
find_type (GtkWidget *widget,
           GType      type,
           guint     *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_nth (GtkWidget *window,
         GType      type,
         guint      nth)
{
  GtkWidget *found = find_type (window, type, &nth);

  g_assert_nonnull (found);
  return found;
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;
  return FALSE;
}

static void
check (GtkWidget  *window,
       const char *state)
{
  cairo_surface_t *picture = looks_take_picture (window);
  guint n_faults = looks_check (window, picture, state);

  if (g_getenv ("CALX_LOOKS_PICTURES") != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/clinic map %s.png", g_getenv ("CALX_LOOKS_PICTURES"), state);

      g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
    }
  cairo_surface_destroy (picture);
  g_assert_cmpuint (n_faults, ==, 0);
}

static void
choose (GtkWidget *window,
        guint      list,
        guint      position)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_nth (window, GTK_TYPE_DROP_DOWN, list)), position);
  settle (window);
}

enum
{
  SUBTYPE,
  SETTING,
  STATE,
  FIGURE,
};

static void
test_everything_of_the_sample_is_counted (void)
{
  g_autoptr(CalxClinic) clinic = open_clinic ("sample.calx");
  GtkWidget *window = open_window (clinic, 1240, 860);

  g_assert_true (says (window, "patients. Open lesions. Each patient’s newest session."));
  g_assert_true (says (window, "By class of the place"));
  g_assert_true (says (window, "By region"));
  g_assert_true (says (window, "Legs or gluteal region: 71 % (German registry, n = 253)"));
  g_assert_true (says (window, "Counts alone: no name and no identity."));
  g_assert_false (says (window, "Not found"));
  check (window, "wide");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  settle (window);
  check (window, "wide dark");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
  close_window (window);
}

static void
test_choices_are_read_anew (void)
{
  g_autoptr(CalxClinic) clinic = open_clinic ("sample.calx");
  GtkWidget *window = open_window (clinic, 1240, 860);
  GtkEditable *from = GTK_EDITABLE (get_nth (window, GTK_TYPE_ENTRY, 0));

  choose (window, STATE, 2);
  g_assert_true (says (window, "Open and healed lesions."));
  choose (window, SUBTYPE, 1);
  g_assert_true (says (window, "Subtype suggested or possible: Calciphylaxis."));
  choose (window, SETTING, 4);
  g_assert_true (says (window, "Kidney transplant."));
  choose (window, SUBTYPE, 0);
  choose (window, SETTING, 0);
  gtk_editable_set_text (from, "2099-01-01");
  settle (window);
  g_assert_true (says (window, "No session yet that fits."));
  gtk_editable_set_text (from, "soon");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_true (says (window, "A day is written as 2026-11-20."));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (from), "error"));
  gtk_editable_set_text (from, "");
  settle (window);
  choose (window, FIGURE, CALX_FIGURE_MAN);
  g_assert_true (says (window, "By region"));
  close_window (window);
}

static void
test_an_empty_clinic_says_so (void)
{
  g_autoptr(CalxClinic) clinic = open_clinic ("empty.calx");
  GtkWidget *window = open_window (clinic, 1240, 860);

  g_assert_true (says (window, "No session yet that fits."));
  g_assert_false (says (window, "By region"));
  check (window, "empty");
  close_window (window);
}

static void
test_it_fits_a_narrow_window (void)
{
  g_autoptr(CalxClinic) clinic = open_clinic ("sample.calx");
  GtkWidget *window = open_window (clinic, 360, 640);

  check (window, "narrow");
  close_window (window);
}

/* Whoever closes the window while it reads is not waited for. */
static void
test_it_may_be_closed_while_it_reads (void)
{
  g_autoptr(CalxClinic) clinic = open_clinic ("sample.calx");
  GtkWidget *window = calx_clinic_map_window_new (NULL, clinic);

  gtk_window_present (GTK_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
write_sample (void)
{
  g_autofree char *path = g_build_filename (folder, "sample.calx", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (calx_demo_write (path, knowledge, &error));
  g_assert_no_error (error);
}

static void
remove_folder (void)
{
  GDir *dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_dir_close (dir);
  g_rmdir (folder);
  g_free (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  application = calx_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name", "Cantarell 11",
                "gtk-decoration-layout", "appmenu:close", NULL);
  folder = g_dir_make_tmp ("calx-clinic-map-XXXXXX", &error);
  write_sample ();
  g_test_add_func ("/clinic-map/everything-of-the-sample-is-counted", test_everything_of_the_sample_is_counted);
  g_test_add_func ("/clinic-map/choices-are-read-anew", test_choices_are_read_anew);
  g_test_add_func ("/clinic-map/an-empty-clinic-says-so", test_an_empty_clinic_says_so);
  g_test_add_func ("/clinic-map/it-fits-a-narrow-window", test_it_fits_a_narrow_window);
  g_test_add_func ("/clinic-map/it-may-be-closed-while-it-reads", test_it_may_be_closed_while_it_reads);
  status = g_test_run ();
  g_object_unref (application);
  calx_knowledge_unref (knowledge);
  remove_folder ();
  return status;
}
