/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <string.h>

#include "calx-application.h"
#include "calx-compendium-view.h"
#include "calx-compendium-window.h"
#include "calx-side-box.h"
#include "looks-check.h"

/* The windows in which the handbook, and the model with its sources, are read. */

#define PATIENCE_US (60 * G_USEC_PER_SEC)

typedef CalxCompendium *(*Make) (CalxKnowledge *);

/* One for all tests: it brings the style sheet. */
static CalxApplication *application;
static CalxKnowledge *knowledge;
static GtkWidget *parent;
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

  for (n_frames = 0; n_frames < 4;)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      gtk_widget_queue_draw (window);
      g_main_context_iteration (NULL, TRUE);
    }
}

static GtkWidget *
open_at (Make make,
         int  width,
         int  height)
{
  GtkWidget *window = calx_compendium_window_new (GTK_WINDOW (parent), "Reading", make (knowledge));
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (window) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
  settle (window);
  g_assert_cmpint (gtk_widget_get_width (window), <=, width);
  return window;
}

static void
close_it (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
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
search (GtkWidget  *window,
        const char *words)
{
  GtkWidget *entry = find_type (window, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  settle (window);
}

static void
choose_chapter (GtkWidget *window,
                int        index)
{
  GtkListBox *chapters = GTK_LIST_BOX (find_type (window, GTK_TYPE_LIST_BOX));

  g_signal_emit_by_name (chapters, "row-activated", gtk_list_box_get_row_at_index (chapters, index));
  settle (window);
}

static guint
check (GtkWidget  *window,
       const char *state)
{
  cairo_surface_t *picture = looks_take_picture (window);
  guint n_faults = looks_check (window, picture, state);

  if (g_getenv ("CALX_LOOKS_PICTURES") != NULL)
    {
      g_autofree char *path = g_strdup_printf ("%s/reading %s.png", g_getenv ("CALX_LOOKS_PICTURES"), state);

      g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
    }
  cairo_surface_destroy (picture);
  return n_faults;
}

static void
test_words_find_entries_of_every_chapter (void)
{
  GtkWidget *window = open_at (calx_compendium_new_handbook, 1040, 800);

  search (window, "von kossa");
  g_assert_true (says (window, "Biopsy: stains"));
  g_assert_true (says (window, "Work-up and pathology"));
  g_assert_false (says (window, "POEMS syndrome"));
  search (window, "xylophone");
  g_assert_true (says (window, "Nothing found"));
  search (window, "");
  g_assert_true (says (window, "Grit and chalk"));
  choose_chapter (window, 1);
  g_assert_true (says (window, "Five subtypes, mixed and unclassified"));
  g_assert_false (says (window, "Grit and chalk"));
  close_it (window);
}

static void
test_escape_ends_the_search_then_closes (void)
{
  GtkWidget *window = open_at (calx_compendium_new_handbook, 1040, 800);
  GtkWidget *entry = find_type (window, GTK_TYPE_SEARCH_ENTRY);
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  search (window, "von kossa");
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_true (gtk_widget_get_mapped (window));
  g_signal_emit_by_name (entry, "stop-search");
  while (window != NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_sources_are_one_press_away (void)
{
  GtkWidget *window = open_at (calx_compendium_new_handbook, 1040, 800);
  GtkWidget *expander;

  search (window, "PTH assays");
  expander = find_type (window, GTK_TYPE_EXPANDER);
  g_assert_false (says (window, "not a publication"));
  g_assert_true (gtk_widget_activate (expander));
  g_assert_true (gtk_expander_get_expanded (GTK_EXPANDER (expander)));
  settle (window);
  g_assert_true (says (window, "This project's proposal; read: proposal; limits: A design choice of Calx; no study "
                               "stands behind it; no identifier (not a publication)"));
  close_it (window);
}

static void
test_a_number_has_who_when_and_what_it_does_not_show (void)
{
  GtkWidget *window = open_at (calx_compendium_new_model, 1040, 800);

  search (window, "rivara");
  g_assert_true (says (window, "Patients: 129,076"));
  g_assert_true (says (window, "Who: US dialysis patients"));
  g_assert_true (says (window, "How it was read: abstract"));
  g_assert_true (says (window, "What it does not show: Mortality, not calciphylaxis"));
  g_assert_true (says (window, "Identifier: PMC4483586"));
  search (window, "diabetes mellitus");
  g_assert_true (says (window, "Published: more than two-fold (adjusted), odds ratio 2 (Nigwekar SU et al."));
  close_it (window);
}

static void
test_a_narrow_window_shows_chapters_or_entries (void)
{
  GtkWidget *window = open_at (calx_compendium_new_handbook, 360, 640);
  CalxSideBox *box = CALX_SIDE_BOX (find_type (window, CALX_TYPE_SIDE_BOX));
  GtkWidget *back = find_type (find_type (window, CALX_TYPE_COMPENDIUM_VIEW), GTK_TYPE_BUTTON);

  g_assert_true (calx_side_box_get_collapsed (box));
  g_assert_false (calx_side_box_get_show_content (box));
  g_assert_false (gtk_widget_get_visible (back));
  choose_chapter (window, 0);
  g_assert_true (says (window, "Grit and chalk"));
  g_signal_emit_by_name (back, "clicked");
  settle (window);
  g_assert_false (says (window, "Grit and chalk"));
  search (window, "chalk");
  g_assert_true (says (window, "Grit and chalk"));
  close_it (window);
}

/* @data: "dark 125" */
static void
test_nothing_is_clipped_small_or_faint (gconstpointer data)
{
  static const int widths[] = { 1040, 360 };
  static const Make makes[] = { calx_compendium_new_handbook, calx_compendium_new_model };
  const char *style = data;
  guint n_faults = 0;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), g_str_has_prefix (style, "dark")
                                                                          ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                          : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi",
                96 * PANGO_SCALE * (int) g_ascii_strtoll (strchr (style, ' '), NULL, 10) / 100, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint k = 0; k < G_N_ELEMENTS (makes); k++)
      {
        GtkWidget *window = open_at (makes[k], widths[i], 700);
        const char *what = k == 0 ? "handbook" : "model";
        g_autofree char *chapters = g_strdup_printf ("%s, %d px, %s, chapters", style, widths[i], what);
        g_autofree char *entries = g_strdup_printf ("%s, %d px, %s, entries", style, widths[i], what);
        g_autofree char *hits = g_strdup_printf ("%s, %d px, %s, hits", style, widths[i], what);

        n_faults += check (window, chapters);
        choose_chapter (window, k == 0 ? 3 : 1);
        n_faults += check (window, entries);
        search (window, k == 0 ? "proposal" : "nigwekar");
        n_faults += check (window, hits);
        close_it (window);
      }
  g_assert_cmpuint (n_faults, ==, 0);
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
  parent = adw_application_window_new (GTK_APPLICATION (application));

  g_test_add_func ("/reading/words-find-entries-of-every-chapter", test_words_find_entries_of_every_chapter);
  g_test_add_func ("/reading/escape-ends-the-search-then-closes", test_escape_ends_the_search_then_closes);
  g_test_add_func ("/reading/sources-are-one-press-away", test_sources_are_one_press_away);
  g_test_add_func ("/reading/a-number-has-who-when-and-what-it-does-not-show",
                   test_a_number_has_who_when_and_what_it_does_not_show);
  g_test_add_func ("/reading/a-narrow-window-shows-chapters-or-entries", test_a_narrow_window_shows_chapters_or_entries);
  g_test_add_data_func ("/reading/nothing-is-clipped-small-or-faint/light-100", "light 100",
                        test_nothing_is_clipped_small_or_faint);
  g_test_add_data_func ("/reading/nothing-is-clipped-small-or-faint/light-125", "light 125",
                        test_nothing_is_clipped_small_or_faint);
  g_test_add_data_func ("/reading/nothing-is-clipped-small-or-faint/dark-125", "dark 125",
                        test_nothing_is_clipped_small_or_faint);
  status = g_test_run ();

  gtk_window_destroy (GTK_WINDOW (parent));
  g_object_unref (application);
  calx_knowledge_unref (knowledge);
  return status;
}
