/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-widget-test.h"

#include "calx-ui.h"

void
calx_widget_test_init (int    *argc,
                       char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  calx_ui_register ();
}

CalxKnowledge *
calx_widget_test_knowledge (void)
{
  g_autoptr(GError) error = NULL;
  CalxKnowledge *knowledge = calx_knowledge_load (NULL, &error);

  g_assert_no_error (error);
  return knowledge;
}

static GtkWidget *
find (GtkWidget *root,
      GType      type,
      guint     *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*nth)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
calx_widget_test_find (GtkWidget *root,
                       GType      type,
                       guint      nth)
{
  GtkWidget *found = find (root, type, &nth);

  g_assert_nonnull (found);
  return found;
}

gboolean
calx_widget_test_says (GtkWidget  *root,
                       const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (calx_widget_test_says (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
stop_waiting (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
calx_widget_test_wait (guint milliseconds)
{
  gboolean done = FALSE;

  g_timeout_add (milliseconds, stop_waiting, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

GtkWidget *
calx_widget_test_show (GtkWidget *child,
                       int        width,
                       int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_title (GTK_WINDOW (window), "calx-widget-test");
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  calx_widget_test_wait (50);
  return window;
}

static void
typed_cb (GPid     pid,
          int      status,
          gpointer data)
{
  g_assert_cmpint (status, ==, 0);
  g_spawn_close_pid (pid);
  *(gboolean *) data = TRUE;
}

gboolean
calx_widget_test_press (const char *keys)
{
  g_autofree char *xdotool = g_find_program_in_path ("xdotool");
  const char *argv[] = { xdotool, "search", "--name", "calx-widget-test", "windowfocus", "--sync", "key", keys, NULL };
  g_autoptr(GError) error = NULL;
  gboolean typed = FALSE;
  GPid pid;

  if (xdotool == NULL)
    return FALSE;
  g_assert_true (g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error));
  g_assert_no_error (error);
  g_child_watch_add (pid, typed_cb, &typed);
  while (!typed)
    g_main_context_iteration (NULL, TRUE);
  /* The server has the keys by now: what it made of them arrives before the answer to this. */
  gdk_display_sync (gdk_display_get_default ());
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  return TRUE;
}

void
calx_widget_test_close (GtkWidget *window,
                        GtkWidget *child)
{
  gint64 until = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_object_ref (child);
  gtk_window_destroy (GTK_WINDOW (window));
  /* Events on their way hold references. */
  while (G_OBJECT (child)->ref_count > 1 && g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (child);
}

void
calx_widget_test_names (GtkWidget *root)
{
  if (!gtk_widget_get_visible (root))
    return;
  /* a label is named by its text */
  if (gtk_widget_get_focusable (root) && !GTK_IS_WINDOW (root) && !GTK_IS_LABEL (root) &&
      !gtk_test_accessible_has_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL) &&
      !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    g_error ("a %s in a %s has no name of its own", G_OBJECT_TYPE_NAME (root),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
  for (GtkWidget *child = gtk_widget_get_first_child (root);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    calx_widget_test_names (child);
}
