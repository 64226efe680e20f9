/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-review-pane.h"

#include "calx-widget-test.h"

/* The narrowest pane: a window of 360 less its margins. */
#define NARROW_PX 328

typedef struct
{
  GtkWidget *pane;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  int percent = GPOINTER_TO_INT (data);
  g_autoptr(GtkCssProvider) style = gtk_css_provider_new ();

  /* the program's own: it makes the tabs narrow */
  gtk_css_provider_load_from_resource (style, "/io/github/calx/Calx/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  g_object_set (gtk_settings_get_default (), "gtk-font-name", "Cantarell 11", "gtk-enable-animations", FALSE,
                "gtk-xft-dpi", 96 * PANGO_SCALE * percent / 100, NULL);
  f->pane = calx_review_pane_new ();
  calx_review_pane_add_page (CALX_REVIEW_PANE (f->pane), gtk_label_new ("the list"),
                             CALX_REVIEW_PAGE_WORKUP, "Work-up");
  calx_review_pane_add_page (CALX_REVIEW_PANE (f->pane), gtk_label_new ("the drugs"),
                             CALX_REVIEW_PAGE_TREATMENT, "Treatment");
  f->window = calx_widget_test_show (f->pane, NARROW_PX, 500);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  calx_widget_test_close (f->window, f->pane);
}

static void
test_tabs_fit_the_narrowest_pane (Fixture       *f,
                                  gconstpointer  data)
{
  int minimum;

  gtk_widget_measure (gtk_widget_get_first_child (f->pane), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, NARROW_PX);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (gtk_widget_get_height (calx_widget_test_find (f->pane, GTK_TYPE_TOGGLE_BUTTON, i)), >=, 24);
  calx_widget_test_names (f->pane);
}

static void
test_a_tab_brings_its_page_forward (Fixture       *f,
                                    gconstpointer  data)
{
  CalxReviewPane *pane = CALX_REVIEW_PANE (f->pane);

  g_assert_cmpstr (calx_review_pane_get_page (pane), ==, CALX_REVIEW_PAGE_ASSESSMENT);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (calx_widget_test_find (f->pane, GTK_TYPE_TOGGLE_BUTTON, 1)), TRUE);
  g_assert_cmpstr (calx_review_pane_get_page (pane), ==, CALX_REVIEW_PAGE_WORKUP);
  calx_review_pane_show_page (pane, CALX_REVIEW_PAGE_TREATMENT);
  g_assert_cmpstr (calx_review_pane_get_page (pane), ==, CALX_REVIEW_PAGE_TREATMENT);
  g_assert_false (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (calx_widget_test_find (f->pane, GTK_TYPE_TOGGLE_BUTTON, 1))));
}

static void
test_keys_reach_every_page (Fixture       *f,
                            gconstpointer  data)
{
  gtk_widget_grab_focus (calx_widget_test_find (f->pane, GTK_TYPE_TOGGLE_BUTTON, 0));
  if (!calx_widget_test_press ("Right"))
    {
      g_test_skip ("no xdotool");
      return;
    }
  g_assert_true (calx_widget_test_press ("space"));
  g_assert_cmpstr (calx_review_pane_get_page (CALX_REVIEW_PANE (f->pane)), ==, CALX_REVIEW_PAGE_WORKUP);
}

int
main (int   argc,
      char *argv[])
{
  calx_widget_test_init (&argc, &argv);
  g_test_add ("/widgets/review-pane/tabs-fit-the-narrowest-pane", Fixture, GINT_TO_POINTER (125), set_up,
              test_tabs_fit_the_narrowest_pane, tear_down);
  g_test_add ("/widgets/review-pane/a-tab-brings-its-page-forward", Fixture, GINT_TO_POINTER (100), set_up,
              test_a_tab_brings_its_page_forward, tear_down);
  g_test_add ("/widgets/review-pane/keys-reach-every-page", Fixture, GINT_TO_POINTER (100), set_up,
              test_keys_reach_every_page, tear_down);
  return g_test_run ();
}
