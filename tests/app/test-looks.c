/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-application.h"

#include <glib/gstdio.h>

#include "calx-adaptive-box.h"
#include "calx-body.h"
#include "calx-demo.h"
#include "calx-map-pane.h"
#include "calx-result-row.h"
#include "calx-store-patient.h"
#include "calx-store-session.h"
#include "calx-ui.h"
#include "calx-window-private.h"
#include "looks-check.h"

/* The window as a person meets it, in every width, both styles and two sizes of text. */

#define N_LESIONS 30
/* Long enough for a sanitized window on a loaded machine: only a failure waits for its end. */
#define PATIENCE_US (180 * G_USEC_PER_SEC)

/* One for all tests: it brings the style sheet. */
static CalxApplication *application;

typedef struct
{
  CalxKnowledge   *knowledge;
  char            *folder;
  char            *sample;  /* the sample clinic and a patient with thirty lesions */
  char            *empty;
  char            *thirty;  /* her uuid */
  CalxWindow      *window;
  guint            n_frames;
  guint            n_faults;
  guint            n_states;
  char            *style;   /* of the state: "dark, 125 %" */
  int              width;   /* that the window was given */
} Fixture;

static char *
add_patient_with_thirty_lesions (Fixture   *f,
                                 CalxStore *store)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxBody) body = calx_body_load (CALX_FIGURE_MAN, f->knowledge->regions, &error);
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  g_autoptr(CalxPatient) saved = NULL;
  g_autoptr(CalxSession) session = NULL;
  g_autoptr(CalxStoredSession) stored = NULL;
  g_autoptr(CalxFindings) findings = NULL;
  g_autoptr(CalxAssessment) assessment = NULL;
  guint n_regions = calx_regions_get_n (f->knowledge->regions);

  g_assert_no_error (error);
  calx_patient_set (&patient->family_name, "Zimmermannova-Papadopoulou");
  calx_patient_set (&patient->given_name, "Maximiliana Konstantina");
  calx_patient_set (&patient->record_number, "T-30");
  patient->sex = CALX_SEX_MALE;
  patient->born = (CalxDate){ 1950, 0, 0 };
  saved = calx_store_save_patient (store, patient, &error);
  g_assert_no_error (error);

  session = calx_session_new (f->knowledge->inputs, saved->uuid, (CalxDate){ 2026, 11, 16 });
  for (guint i = 0, at = 0; i < N_LESIONS; at += n_regions / N_LESIONS)
    {
      const CalxRegion *region = calx_regions_get (f->knowledge->regions, at % n_regions);
      CalxView view = region->in_view[CALX_VIEW_ANTERIOR] ? CALX_VIEW_ANTERIOR : CALX_VIEW_POSTERIOR;
      g_autoptr(CalxLesion) lesion = NULL;
      CalxSession *next;
      double x, y;

      if (!calx_body_get_region_centre (body, view, region, &x, &y))
        {
          at++; /* a part that this figure lacks */
          continue;
        }
      lesion = calx_lesion_new ((int) i + 1, view, x, y, region->id);
      lesion->type = (CalxLesionType) (i % CALX_N_LESION_TYPES);
      lesion->ulcerated = (CalxTernary) (i % 3);
      lesion->length_mm = i % 4 == 0 ? CALX_SIZE_UNKNOWN_MM : 5.0 + 3.0 * i;
      lesion->pain = (int) (i % 11);
      lesion->onset = (CalxDate){ 2026, 9, 0 };
      lesion->diagnosis = (CalxDiagnosis) (i % 3);
      lesion->healed = i % 7 == 6;
      next = calx_session_with_lesion (session, lesion);
      calx_session_unref (session);
      session = next;
      i++;
    }
  findings = calx_session_get_assessable (session, saved);
  assessment = calx_risk_model_assess (f->knowledge->model, findings, calx_session_get_date (session));
  stored = calx_store_save_session (store, session, assessment, "", &error);
  g_assert_no_error (error);
  return g_strdup (saved->uuid);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  CalxStore *store;

  f->knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  f->folder = g_dir_make_tmp ("calx-looks-XXXXXX", &error);
  g_assert_no_error (error);
  f->sample = g_build_filename (f->folder, "sample.calx", NULL);
  f->empty = g_build_filename (f->folder, "empty.calx", NULL);
  g_assert_true (calx_demo_write (f->sample, f->knowledge, &error));
  store = calx_store_open (f->sample, 0, f->knowledge, NULL, &error);
  g_assert_no_error (error);
  f->thirty = add_patient_with_thirty_lesions (f, store);
  calx_store_close (store);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name", "Cantarell 11",
                "gtk-decoration-layout", "appmenu:close", NULL);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_assert_no_errno (g_unlink (f->sample));
  g_unlink (f->empty);
  g_assert_no_errno (g_rmdir (f->folder));
  g_clear_pointer (&f->knowledge, calx_knowledge_unref);
  g_free (f->folder);
  g_free (f->sample);
  g_free (f->empty);
  g_free (f->thirty);
  g_free (f->style);
}

static void
painted_cb (Fixture *f)
{
  f->n_frames++;
}

static void
wait_for_frames (Fixture *f,
                 guint    n)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  f->n_frames = 0;
  while (f->n_frames < n)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      if (f->n_frames < n)
        gtk_widget_queue_draw (GTK_WIDGET (f->window));
      g_main_context_iteration (NULL, TRUE);
    }
}

/* A layout may change what is shown, from an idle, and so the layout once more. */
static void
settle (Fixture *f)
{
  wait_for_frames (f, 3);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_for_frames (f, 2);
}

static void
open_window (Fixture    *f,
             const char *path)
{
  g_autoptr(CalxClinic) clinic = calx_clinic_new (path, f->knowledge);
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  f->window = calx_window_new (GTK_APPLICATION (application), clinic);
  gtk_window_present (GTK_WINDOW (f->window));
  while (!calx_clinic_is_open (f->window->clinic))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (f->window)), "after-paint",
                            G_CALLBACK (painted_cb), f);
  settle (f);
}

static void
close_window (Fixture *f)
{
  g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (GTK_WIDGET (f->window)), f);
  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
open_patient (Fixture    *f,
              const char *uuid)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  calx_window_open_patient (f->window, uuid);
  while (f->window->patient == NULL || !g_str_equal (f->window->patient->uuid, uuid))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, TRUE);
    }
  settle (f);
}

static void
resize (Fixture *f,
        int      width,
        int      height)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  f->width = width;
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  /* not wider: a part that does not fit makes the window grow. The frame around a window takes a few pixels
   * where nobody draws shadows. */
  while (gtk_widget_get_width (GTK_WIDGET (f->window)) > width || gtk_widget_get_width (GTK_WIDGET (f->window)) < width - 30)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, TRUE);
    }
  settle (f);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* With CALX_LOOKS_PICTURES=FOLDER, to look at them oneself. */
static void
save_picture (Fixture         *f,
              cairo_surface_t *picture,
              const char      *state)
{
  const char *folder = g_getenv ("CALX_LOOKS_PICTURES");
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return;
  name = g_strdup_printf ("%02u %s.png", f->n_states, state);
  path = g_build_filename (folder, name, NULL);
  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
}

static void
check (Fixture    *f,
       const char *what)
{
  g_autofree char *state = g_strdup_printf ("%s, %d px, %s", f->style, f->width, what);
  cairo_surface_t *picture;

  settle (f);
  if (gtk_widget_get_width (GTK_WIDGET (f->window)) > f->width)
    {
      g_test_message ("%s: the window grew to %d px", state, gtk_widget_get_width (GTK_WIDGET (f->window)));
      f->n_faults++;
    }
  picture = looks_take_picture (GTK_WIDGET (f->window));
  save_picture (f, picture, state);
  f->n_faults += looks_check (GTK_WIDGET (f->window), picture, state);
  f->n_states++;
  cairo_surface_destroy (picture);
}

/* Each pane that the width hides behind the switcher, and the list of patients. */
static void
check_panes (Fixture    *f,
             const char *what)
{
  static const char *const names[] = { "findings", "result", "map" };
  CalxAdaptiveBox *box = CALX_ADAPTIVE_BOX (find_type (GTK_WIDGET (f->window->session_page), CALX_TYPE_ADAPTIVE_BOX));
  guint n_panes = calx_adaptive_box_get_n_panes (box);

  for (guint i = n_panes == 1 ? 0 : n_panes == 2 ? 1 : 2; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *pane = g_strdup_printf ("%s, %s", what, names[i]);

      calx_adaptive_box_set_visible_pane (box, i);
      check (f, pane);
    }
}

static void
press_folds (GtkWidget *widget)
{
  if (CALX_IS_RESULT_ROW (widget) && gtk_widget_get_visible (widget) &&
      calx_result_row_get_fold (CALX_RESULT_ROW (widget)) != NULL)
    g_signal_emit_by_name (gtk_widget_get_parent (widget), "row-activated", widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    press_folds (child);
}

/* Criteria, subtype, prognosis and the rest with all that they fold away. */
static void
check_result_unfolded (Fixture *f)
{
  GtkWidget *page = GTK_WIDGET (f->window->session_page);

  calx_adaptive_box_set_visible_pane (CALX_ADAPTIVE_BOX (find_type (page, CALX_TYPE_ADAPTIVE_BOX)), 1);
  press_folds (page);
  check (f, "thirty lesions, result unfolded");
  press_folds (page);
}

static void
check_lesion_editor (Fixture *f)
{
  CalxMapPane *map = CALX_MAP_PANE (find_type (GTK_WIDGET (f->window->session_page), CALX_TYPE_MAP_PANE));
  CalxLesion *lesion = g_ptr_array_index (calx_session_get_lesions (calx_map_pane_get_session (map)), 3);

  calx_map_pane_select (map, lesion->uuid);
  check_panes (f, "lesion open");
  calx_map_pane_select (map, NULL);
}

static void
check_sample (Fixture *f)
{
  static const struct
  {
    int width, height;
  } sizes[] = { { 1400, 900 }, { 900, 700 }, { 360, 600 } };
  g_autoptr(GPtrArray) rows = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      open_window (f, f->sample);
      resize (f, sizes[i].width, sizes[i].height);
      check (f, "no patient");
      open_patient (f, f->thirty);
      check_panes (f, "thirty lesions");
      check_result_unfolded (f);
      check_lesion_editor (f);
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->window), "win.new-session", NULL));
      check_panes (f, "new session");
      calx_side_box_set_show_content (f->window->side_box, FALSE);
      check (f, "list");
      close_window (f);

      open_window (f, f->empty);
      resize (f, sizes[i].width, sizes[i].height);
      check (f, "empty clinic");
      close_window (f);
    }
}

/* @data: "dark" or "light", and the text's size in percent */
static void
test_nothing_is_clipped_small_or_faint (Fixture       *f,
                                        gconstpointer  data)
{
  const char *style = data;
  gboolean dark = g_str_has_prefix (style, "dark");
  int percent = (int) g_ascii_strtoll (strchr (style, ' '), NULL, 10);

  f->style = g_strdup_printf ("%s %%", style);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * PANGO_SCALE * percent / 100, NULL);
  check_sample (f);
  g_test_message ("%u faults in %u states", f->n_faults, f->n_states);
  g_assert_cmpuint (f->n_states, >, 20);
  g_assert_cmpuint (f->n_faults, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  static const char *const styles[] = { "light 100", "light 125", "dark 100", "dark 125" };

  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  application = calx_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *name = g_strdup_printf ("/looks/nothing-is-clipped-small-or-faint/%s", styles[i]);

      g_strdelimit (name, " ", '-');
      g_test_add (name, Fixture, styles[i], set_up, test_nothing_is_clipped_small_or_faint, tear_down);
    }

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
