/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-renderer.h"
#include "calx-compare-view.h"
#include "calx-lesion-chart.h"
#include "calx-map-pages.h"
#include "calx-state-map.h"
#include "calx-time-slider.h"
#include "calx-widget-test.h"
#include "map-test.h"

/* A patient's lesions over the sessions. */

#define PATIENT "00000000-0000-4000-8000-00000000aaaa"

static CalxSession *
add (CalxSession *session,
     int          number,
     CalxView     view,
     double       x,
     double       y,
     const char  *region,
     double       size_mm,
     gboolean     healed)
{
  g_autoptr(CalxLesion) lesion = calx_lesion_new (number, view, x, y, region);
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012d", number);
  CalxSession *next;

  calx_lesion_set_uuid (lesion, uuid);
  lesion->type = CALX_LESION_TYPE_ULCER;
  lesion->length_mm = size_mm;
  lesion->width_mm = size_mm * 0.6;
  lesion->healed = healed;
  for (guint i = 0; i < CALX_N_BWAT_ITEMS && number == 1; i++)
    lesion->bwat[i] = size_mm > 30.0 ? 4 : 2;
  next = calx_session_with_lesion (session, lesion);
  calx_session_unref (session);
  return next;
}

/* Four sessions: L1 grows, then shrinks; L2 heals; L3 comes. */
static GPtrArray *
make_sessions (CalxKnowledge *knowledge)
{
  static const struct { double l1, l2, l3; gboolean l2_healed; } courses[] = {
    { 20.0, 30.0, 0.0, FALSE }, { 50.0, 20.0, 0.0, FALSE }, { 70.0, 20.0, 12.0, TRUE }, { 40.0, 20.0, 25.0, TRUE },
  };
  GPtrArray *sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_session_unref);

  for (guint i = 0; i < G_N_ELEMENTS (courses); i++)
    {
      CalxSession *session = calx_session_new (knowledge->inputs, PATIENT, (CalxDate){ 2026, 3 + (int) i, 2 });

      session = add (session, 1, CALX_VIEW_ANTERIOR, 0.06, 0.58, "thigh_a_l", courses[i].l1, FALSE);
      session = add (session, 2, CALX_VIEW_ANTERIOR, -0.05, 0.42, "abd_low_r", courses[i].l2, courses[i].l2_healed);
      if (courses[i].l3 > 0.0)
        session = add (session, 3, CALX_VIEW_POSTERIOR, 0.05, 0.8, "calf_r", courses[i].l3, FALSE);
      g_ptr_array_add (sessions, session);
    }
  return sessions;
}

typedef struct
{
  GtkWidget *view;
  GtkWidget *window;
  GPtrArray *sessions;
} Fixture;

static void
take_picture (Fixture    *f,
              const char *state)
{
  g_autoptr(GdkPaintable) paintable = NULL;
  g_autoptr(GskRenderNode) node = NULL;
  GtkSnapshot *snapshot;
  int width = gtk_widget_get_width (f->window), height = gtk_widget_get_height (f->window);
  g_autofree char *path = NULL;
  cairo_surface_t *picture;
  cairo_t *cr;

  if (g_getenv ("CALX_LOOKS_PICTURES") == NULL)
    return;
  calx_widget_test_wait (150);
  paintable = gtk_widget_paintable_new (f->window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (picture);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  path = g_strdup_printf ("%s/compare %s.png", g_getenv ("CALX_LOOKS_PICTURES"), state);
  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (picture);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  CalxKnowledge *knowledge = calx_widget_test_knowledge ();
  g_autoptr(CalxPatient) patient = calx_patient_new ();

  patient->sex = CALX_SEX_FEMALE;
  calx_patient_set (&patient->uuid, PATIENT);
  f->sessions = make_sessions (knowledge);
  f->view = calx_compare_view_new (knowledge);
  calx_compare_view_set_sessions (CALX_COMPARE_VIEW (f->view), patient, f->sessions);
  f->window = calx_widget_test_show (f->view, GPOINTER_TO_INT (data), 1000);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  calx_widget_test_close (f->window, f->view);
  g_ptr_array_unref (f->sessions);
}

static CalxTimeSlider *
get_slider (Fixture *f)
{
  return CALX_TIME_SLIDER (calx_widget_test_find (f->view, CALX_TYPE_TIME_SLIDER, 0));
}

static void
move_to (Fixture *f,
         double   position)
{
  GtkRange *scale = GTK_RANGE (calx_widget_test_find (f->view, GTK_TYPE_SCALE, 0));

  gtk_range_set_value (scale, position);
}

static void
test_it_begins_at_the_last_session (Fixture       *f,
                                    gconstpointer  data)
{
  g_assert_cmpfloat (calx_time_slider_get_position (get_slider (f)), ==, 3.0);
  g_assert_true (calx_widget_test_says (f->view, "02-Jun-2026"));
  g_assert_true (calx_widget_test_says (f->view, "1 grown, 1 shrunk"));
  calx_widget_test_names (f->view);
  take_picture (f, "over time");
}

static void
test_the_slider_leads_through_the_sessions (Fixture       *f,
                                            gconstpointer  data)
{
  GtkWidget *scale = calx_widget_test_find (f->view, GTK_TYPE_SCALE, 0);

  move_to (f, 2.0);
  g_assert_true (calx_widget_test_says (f->view, "02-May-2026"));
  g_assert_true (calx_widget_test_says (f->view, "1 new, 1 healed"));
  move_to (f, 1.5);
  g_assert_true (calx_widget_test_says (f->view, "Between 02-Apr-2026 and 02-May-2026"));
  take_picture (f, "between");
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_RIGHT);
  g_assert_cmpfloat (calx_time_slider_get_position (get_slider (f)), ==, 2.0);
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_LEFT);
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_LEFT);
  g_assert_cmpfloat (calx_time_slider_get_position (get_slider (f)), ==, 0.0);
  g_assert_true (calx_widget_test_says (f->view, "The first session"));
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_STEP_LEFT);
  g_assert_cmpfloat (calx_time_slider_get_position (get_slider (f)), ==, 0.0);
  g_signal_emit_by_name (scale, "move-slider", GTK_SCROLL_END);
  g_assert_cmpfloat (calx_time_slider_get_position (get_slider (f)), ==, 3.0);
}

static void
test_keys_move_it_too (Fixture       *f,
                       gconstpointer  data)
{
  gtk_widget_grab_focus (calx_widget_test_find (f->view, GTK_TYPE_SCALE, 0));
  if (!calx_widget_test_press ("Left"))
    {
      g_test_skip ("there is no xdotool");
      return;
    }
  calx_widget_test_wait (100);
  g_assert_cmpfloat (calx_time_slider_get_position (get_slider (f)), ==, 2.0);
}

static void
test_two_sessions_side_by_side_and_laid_over (Fixture       *f,
                                              gconstpointer  data)
{
  GtkDropDown *earlier, *later;

  calx_compare_view_set_mode (CALX_COMPARE_VIEW (f->view), CALX_COMPARE_SIDE_BY_SIDE);
  earlier = GTK_DROP_DOWN (calx_widget_test_find (f->view, GTK_TYPE_DROP_DOWN, 0));
  later = GTK_DROP_DOWN (calx_widget_test_find (f->view, GTK_TYPE_DROP_DOWN, 1));
  g_assert_cmpuint (gtk_drop_down_get_selected (earlier), ==, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (later), ==, 3);
  gtk_drop_down_set_selected (earlier, 0);
  g_assert_true (calx_widget_test_says (f->view, "1 new, 1 healed, 1 grown"));
  g_assert_true (gtk_widget_get_mapped (calx_widget_test_find (f->view, CALX_TYPE_STATE_MAP, 1)));
  take_picture (f, "side by side");
  calx_compare_view_set_mode (CALX_COMPARE_VIEW (f->view), CALX_COMPARE_OVERLAY);
  calx_widget_test_wait (50);
  g_assert_true (calx_widget_test_says (f->view, "1 new, 1 healed, 1 grown"));
  g_assert_false (gtk_widget_get_mapped (calx_widget_test_find (f->view, CALX_TYPE_STATE_MAP, 1)));
  take_picture (f, "laid over");
}

/* The right pane of the smallest window. */
static void
test_it_fits_a_narrow_pane (Fixture       *f,
                            gconstpointer  data)
{
  for (guint mode = 0; mode < CALX_N_COMPARE_MODES; mode++)
    {
      int least;

      calx_compare_view_set_mode (CALX_COMPARE_VIEW (f->view), mode);
      calx_compare_view_select (CALX_COMPARE_VIEW (f->view), "00000000-0000-4000-8000-000000000001");
      calx_widget_test_wait (20);
      gtk_widget_measure (f->view, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      g_assert_cmpint (least, <=, 340);
    }
  take_picture (f, "narrow");
}

static void
test_each_change_is_said_and_followed (Fixture       *f,
                                       gconstpointer  data)
{
  GtkListBox *list = GTK_LIST_BOX (calx_widget_test_find (f->view, GTK_TYPE_LIST_BOX, 0));
  CalxLesionChart *chart;

  move_to (f, 2.0);
  g_assert_true (calx_widget_test_says (f->view, "L1 Left thigh, front"));
  g_assert_true (calx_widget_test_says (f->view, "healed"));
  gtk_list_box_select_row (list, gtk_list_box_get_row_at_index (list, 0));
  calx_widget_test_wait (50);
  chart = CALX_LESION_CHART (calx_widget_test_find (f->view, CALX_TYPE_LESION_CHART, 0));
  g_assert_cmpint (calx_lesion_chart_get_selected (chart), ==, 3);
  g_assert_true (map_test_key (GTK_WIDGET (chart), GDK_KEY_Left, 0));
  g_assert_cmpint (calx_lesion_chart_get_selected (chart), ==, 2);
  g_assert_true (map_test_key (GTK_WIDGET (chart), GDK_KEY_Home, 0));
  g_assert_true (map_test_key (GTK_WIDGET (chart), GDK_KEY_Left, 0));
  g_assert_cmpint (calx_lesion_chart_get_selected (chart), ==, 0);
  g_assert_false (map_test_key (GTK_WIDGET (chart), GDK_KEY_Tab, 0));
  g_assert_true (calx_widget_test_says (f->view, "Over the sessions"));
  calx_widget_test_names (f->view);
  take_picture (f, "course");
}

/* Without sessions it says so, and with one there is nothing to slide. */
static void
test_few_sessions_are_no_trouble (Fixture       *f,
                                  gconstpointer  data)
{
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(GPtrArray) one = g_ptr_array_new ();

  calx_compare_view_set_sessions (CALX_COMPARE_VIEW (f->view), patient, none);
  g_assert_true (calx_widget_test_says (f->view, "No session yet."));
  g_ptr_array_add (one, g_ptr_array_index (f->sessions, 1));
  calx_compare_view_set_sessions (CALX_COMPARE_VIEW (f->view), patient, one);
  g_assert_true (calx_widget_test_says (f->view, "The first session"));
  g_assert_false (gtk_widget_is_sensitive (calx_widget_test_find (f->view, GTK_TYPE_SCALE, 0)));
  calx_compare_view_set_mode (CALX_COMPARE_VIEW (f->view), CALX_COMPARE_SIDE_BY_SIDE);
  calx_compare_view_set_mode (CALX_COMPARE_VIEW (f->view), CALX_COMPARE_OVERLAY);
}

int
main (int   argc,
      char *argv[])
{
  calx_widget_test_init (&argc, &argv);

#define ADD(name, width, function) \
  g_test_add ("/compare-view/" name, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)
  ADD ("it-begins-at-the-last-session", 520, test_it_begins_at_the_last_session);
  ADD ("the-slider-leads-through-the-sessions", 520, test_the_slider_leads_through_the_sessions);
  ADD ("keys-move-it-too", 520, test_keys_move_it_too);
  ADD ("two-sessions-side-by-side-and-laid-over", 1200, test_two_sessions_side_by_side_and_laid_over);
  ADD ("it-fits-a-narrow-pane", 340, test_it_fits_a_narrow_pane);
  ADD ("each-change-is-said-and-followed", 400, test_each_change_is_said_and_followed);
  ADD ("few-sessions-are-no-trouble", 520, test_few_sessions_are_no_trouble);
#undef ADD
  return g_test_run ();
}
