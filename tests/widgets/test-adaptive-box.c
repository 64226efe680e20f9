/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-adaptive-box.h"

#include "calx-accessible.h"
#include "calx-widget-test.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *panes[3];
} Fixture;

static void
set_up (Fixture *f,
        int      width)
{
  static const char *const titles[] = { "Findings", "Result", "Body map" };

  f->box = calx_adaptive_box_new ();
  for (guint i = 0; i < 3; i++)
    {
      f->panes[i] = gtk_entry_new ();
      calx_accessible_set_name (f->panes[i], titles[i]);
      calx_adaptive_box_set_pane (CALX_ADAPTIVE_BOX (f->box), i, f->panes[i], titles[i], "list-add-symbolic");
    }
  f->window = calx_widget_test_show (f->box, width, 600);
}

static void
assert_shown (Fixture *f,
              guint    n_panes,
              gboolean first,
              gboolean second,
              gboolean third)
{
  g_assert_cmpuint (calx_adaptive_box_get_n_panes (CALX_ADAPTIVE_BOX (f->box)), ==, n_panes);
  g_assert_cmpint (gtk_widget_get_child_visible (f->panes[0]), ==, first);
  g_assert_cmpint (gtk_widget_get_child_visible (f->panes[1]), ==, second);
  g_assert_cmpint (gtk_widget_get_child_visible (f->panes[2]), ==, third);
}

static void
test_three_panes_from_1200 (void)
{
  Fixture f;

  set_up (&f, 1200);
  assert_shown (&f, 3, TRUE, TRUE, TRUE);
  calx_widget_test_close (f.window, f.box);
}

static void
test_two_panes_below_1200 (void)
{
  Fixture f;

  set_up (&f, 1199);
  assert_shown (&f, 2, TRUE, TRUE, FALSE);
  calx_adaptive_box_set_visible_pane (CALX_ADAPTIVE_BOX (f.box), 2);
  assert_shown (&f, 2, TRUE, FALSE, TRUE);
  calx_widget_test_close (f.window, f.box);
}

static void
test_two_panes_from_800 (void)
{
  Fixture f;

  set_up (&f, 800);
  assert_shown (&f, 2, TRUE, TRUE, FALSE);
  calx_widget_test_close (f.window, f.box);
}

static void
test_one_pane_in_360 (void)
{
  Fixture f;

  set_up (&f, 360);
  assert_shown (&f, 1, TRUE, FALSE, FALSE);
  g_assert_cmpint (gtk_widget_get_width (f.window), ==, 360);
  calx_adaptive_box_set_visible_pane (CALX_ADAPTIVE_BOX (f.box), 1);
  assert_shown (&f, 1, FALSE, TRUE, FALSE);
  calx_widget_test_close (f.window, f.box);
}

static void
test_one_pane_below_800 (void)
{
  Fixture f;

  set_up (&f, 799);
  assert_shown (&f, 1, TRUE, FALSE, FALSE);
  calx_widget_test_close (f.window, f.box);
}

static void
test_buttons_switch (void)
{
  Fixture f;

  set_up (&f, 360);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (calx_widget_test_find (f.box, GTK_TYPE_TOGGLE_BUTTON, 2)), TRUE);
  g_assert_cmpuint (calx_adaptive_box_get_visible_pane (CALX_ADAPTIVE_BOX (f.box)), ==, 2);
  assert_shown (&f, 1, FALSE, FALSE, TRUE);
  calx_widget_test_names (f.box);
  calx_widget_test_close (f.window, f.box);
}

static void
test_a_pane_keeps_its_state (void)
{
  Fixture f;

  set_up (&f, 1200);
  gtk_editable_set_text (GTK_EDITABLE (f.panes[2]), "half typ");
  gtk_window_set_default_size (GTK_WINDOW (f.window), 500, 600);
  calx_widget_test_wait (200);
  assert_shown (&f, 1, TRUE, FALSE, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f.window), 1300, 600);
  calx_widget_test_wait (200);
  assert_shown (&f, 3, TRUE, TRUE, TRUE);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (f.panes[2])), ==, "half typ");
  g_assert_true (gtk_widget_get_parent (f.panes[2]) == f.box);
  calx_widget_test_close (f.window, f.box);
}

static void
test_wide_panes_are_not_cut (void)
{
  Fixture f;
  int minimum;

  set_up (&f, 1200);
  for (guint i = 0; i < 3; i++)
    gtk_widget_set_size_request (f.panes[i], 500, -1);
  calx_widget_test_wait (200);
  assert_shown (&f, 2, TRUE, TRUE, FALSE);
  gtk_widget_measure (f.box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 500);
  calx_widget_test_close (f.window, f.box);
}

int
main (int   argc,
      char *argv[])
{
  calx_widget_test_init (&argc, &argv);
  g_test_add_func ("/widgets/adaptive-box/three-panes-from-1200", test_three_panes_from_1200);
  g_test_add_func ("/widgets/adaptive-box/two-panes-below-1200", test_two_panes_below_1200);
  g_test_add_func ("/widgets/adaptive-box/two-panes-from-800", test_two_panes_from_800);
  g_test_add_func ("/widgets/adaptive-box/one-pane-below-800", test_one_pane_below_800);
  g_test_add_func ("/widgets/adaptive-box/one-pane-in-360", test_one_pane_in_360);
  g_test_add_func ("/widgets/adaptive-box/buttons-switch", test_buttons_switch);
  g_test_add_func ("/widgets/adaptive-box/a-pane-keeps-its-state", test_a_pane_keeps_its_state);
  g_test_add_func ("/widgets/adaptive-box/wide-panes-are-not-cut", test_wide_panes_are_not_cut);
  return g_test_run ();
}
