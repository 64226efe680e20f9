/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-skin-chooser.h"

#include "calx-widget-test.h"

static void
test_one_of_six_is_pressed (void)
{
  GtkWidget *chooser = g_object_new (CALX_TYPE_SKIN_CHOOSER, NULL);
  GtkWidget *window = calx_widget_test_show (chooser, 340, 100);

  g_assert_cmpint (calx_skin_chooser_get_skin (CALX_SKIN_CHOOSER (chooser)), ==, CALX_SKIN_NOT_STATED);
  for (CalxSkin skin = 0; skin < CALX_N_SKINS; skin++)
    {
      calx_skin_chooser_set_skin (CALX_SKIN_CHOOSER (chooser), skin);
      g_assert_cmpint (calx_skin_chooser_get_skin (CALX_SKIN_CHOOSER (chooser)), ==, skin);
      for (CalxSkin other = 0; other < CALX_N_SKINS; other++)
        g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (
                             calx_widget_test_find (chooser, GTK_TYPE_TOGGLE_BUTTON, other))),
                         ==, other == skin);
    }
  calx_widget_test_names (chooser);
  gtk_widget_grab_focus (chooser);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window))
                 == calx_widget_test_find (chooser, GTK_TYPE_TOGGLE_BUTTON, CALX_SKIN_DARKEST));
  calx_widget_test_close (window, chooser);
}

int
main (int argc, char **argv)
{
  calx_widget_test_init (&argc, &argv);
  g_test_add_func ("/skin-chooser/one-of-six-is-pressed", test_one_of_six_is_pressed);
  return g_test_run ();
}
