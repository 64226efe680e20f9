/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-application.h"

#include <glib/gi18n.h>

#include "calx-about.h"
#include "calx-platform.h"
#include "calx-ui.h"
#include "calx-window.h"

struct _CalxApplication
{
  AdwApplication parent_instance;

  CalxKnowledge *knowledge;
};

G_DEFINE_FINAL_TYPE (CalxApplication, calx_application, ADW_TYPE_APPLICATION)

static CalxWindow *
find_window (CalxApplication *self,
             const char      *path)
{
  g_autofree char *identity = calx_platform_identify_file (path);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      CalxClinic *clinic;

      if (!CALX_IS_WINDOW (l->data))
        continue;
      clinic = calx_window_get_clinic (l->data);
      /* The same name also counts for a file that is being made just now. */
      if (g_str_equal (calx_clinic_get_identity (clinic), identity) ||
          (!calx_clinic_is_open (clinic) && g_str_equal (calx_clinic_get_path (clinic), path)))
        return l->data;
    }
  return NULL;
}

void
calx_application_show_file (CalxApplication *self,
                            const char      *path)
{
  g_autofree char *absolute = NULL;
  CalxWindow *window;

  g_return_if_fail (CALX_IS_APPLICATION (self));
  g_return_if_fail (path != NULL);

  absolute = g_canonicalize_filename (path, NULL);
  window = find_window (self, absolute);
  if (window == NULL)
    {
      g_autoptr(CalxClinic) clinic = calx_clinic_new (absolute, self->knowledge);

      window = calx_window_new (GTK_APPLICATION (self), clinic);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
load_knowledge (CalxApplication  *self,
                GError          **error)
{
  if (self->knowledge == NULL)
    self->knowledge = calx_knowledge_load (NULL, error);
  return self->knowledge != NULL;
}

/* A fault in what Calx ships: there is no window yet that could say so, and nobody may be reading a terminal. */
static void
show_fault (CalxApplication *self,
            const GError    *error)
{
  GtkWidget *window = adw_application_window_new (GTK_APPLICATION (self));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *text = g_strdup_printf (_("%s\n\nThe records were not opened. Install Calx again."), error->message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Calx cannot start"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), "Calx");
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 500);
  gtk_window_present (GTK_WINDOW (window));
}

static int
calx_application_command_line (GApplication            *application,
                               GApplicationCommandLine *command_line)
{
  CalxApplication *self = CALX_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr(GError) error = NULL;
  g_autofree char *path = NULL;
  const char *given = NULL;

  if (!load_knowledge (self, &error))
    {
      g_application_command_line_printerr (command_line, "calx: %s\n", error->message);
      show_fault (self, error);
      return 2;
    }
  if (g_variant_dict_lookup (options, "database", "^&ay", &given))
    {
      /* relative to the folder of the caller, who need not be this process */
      g_autoptr(GFile) file = g_application_command_line_create_file_for_arg (command_line, given);

      path = g_file_get_path (file);
      if (path == NULL)
        {
          g_application_command_line_printerr (
            command_line, _("calx: %s is not a file of this computer\n"), given);
          return 2;
        }
    }
  else
    path = calx_store_get_default_path ();
  calx_application_show_file (self, path);
  return 0;
}

static int
calx_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  if (!g_variant_dict_contains (options, "version"))
    return -1;
  g_print ("calx %s\n", CALX_VERSION);
  return 0;
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  calx_about_show (gtk_application_get_active_window (user_data));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr(GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* each of them first brings to disk what was typed */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
set_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } all[] = {
    { "app.quit", { "<Control>q", NULL } },
    { "window.close", { "<Control>w", NULL } },
    { "win.save", { "<Control>s", NULL } },
    { "win.new-patient", { "<Control>n", NULL } },
    { "win.new-session", { "<Control><Shift>n", NULL } },
    { "win.edit-patient", { "<Control>e", NULL } },
    { "win.search", { "<Control>f", NULL } },
    { "win.preferences", { "<Control>comma", NULL } },
    { "win.print", { "<Control>p", NULL } },
    { "win.export-pdf", { "<Control><Shift>e", NULL } },
    { "win.copy-summary", { "<Control><Shift>c", NULL } },
    { "win.undo", { "<Control>z", NULL } },
    { "win.redo", { "<Control><Shift>z", "<Control>y", NULL } },
    { "win.back", { "<Alt>Left", NULL } },
    { "win.handbook", { "F1", NULL } },
    { "win.clinic-map", { "<Control>m", NULL } },
    { "win.model-card", { "<Shift>F1", NULL } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_application_set_accels_for_action (application, all[i].action, all[i].accels);
}

static void
calx_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about_cb, NULL, NULL, NULL, { 0 } },
    { "quit", quit_cb, NULL, NULL, NULL, { 0 } },
  };

  calx_ui_register ();
  G_APPLICATION_CLASS (calx_application_parent_class)->startup (application);

  /* Names of exported files are nobody else's business. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries),
                                   application);
  set_accels (GTK_APPLICATION (application));
}

static void
calx_application_finalize (GObject *object)
{
  g_clear_pointer (&CALX_APPLICATION (object)->knowledge, calx_knowledge_unref);

  G_OBJECT_CLASS (calx_application_parent_class)->finalize (object);
}

static void
calx_application_class_init (CalxApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = calx_application_finalize;
  application_class->startup = calx_application_startup;
  application_class->command_line = calx_application_command_line;
  application_class->handle_local_options = calx_application_handle_local_options;
}

static void
calx_application_init (CalxApplication *self)
{
  static const GOptionEntry options[] = {
    { "database", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open or create this records file"),
      N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and end"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

CalxApplication *
calx_application_new (void)
{
  return g_object_new (CALX_TYPE_APPLICATION, "application-id", CALX_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                       "/io/github/calx/Calx", NULL);
}
