/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "calx-application.h"
#include "calx-compendium-view.h"
#include "calx-findings-form.h"
#include "calx-lesion-editor.h"
#include "calx-map-pane.h"
#include "calx-patient-dialog.h"
#include "calx-region-chooser.h"
#include "calx-review-pane.h"
#include "calx-store-patient.h"
#include "calx-store-session.h"
#include "calx-treatment-list.h"
#include "calx-ui.h"
#include "calx-window-private.h"
#include "seed-map.h"

/* What carries a row of the seeds is found in the real window by its name, as a person would look for it. */

#define PATIENCE_US (60 * G_USEC_PER_SEC)

/* A place in the window where names are typed to find things. */
typedef struct
{
  GtkWidget *root;
  GtkWidget *entry;
} Finder;

static CalxApplication *application;
static CalxWindow *window;
static CalxKnowledge *knowledge;
static char *folder;

static void
wait_for (gboolean (*is_so) (void))
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (!is_so ())
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
is_open (void)
{
  return calx_clinic_is_open (window->clinic);
}

static gboolean
is_shown (void)
{
  return window->item != NULL && gtk_widget_get_mapped (GTK_WIDGET (window->session_page));
}

static void
settle (void)
{
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

/* A label on screen that holds @text; NULL where there is none. */
static const char *
find_label (GtkWidget  *widget,
            const char *text)
{
  const char *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return gtk_label_get_text (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  return find_label (widget, text) != NULL;
}

/* What a drop-down of @widget offers, though it is closed. */
static gboolean
offers (GtkWidget  *widget,
        const char *text)
{
  if (GTK_IS_DROP_DOWN (widget))
    {
      GListModel *model = gtk_drop_down_get_model (GTK_DROP_DOWN (widget));

      for (guint i = 0; i < g_list_model_get_n_items (model); i++)
        {
          g_autoptr(GObject) item = g_list_model_get_item (model, i);

          if (GTK_IS_STRING_OBJECT (item) && g_str_has_prefix (gtk_string_object_get_string (GTK_STRING_OBJECT (item)), text))
            return TRUE;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (offers (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
finds (const Finder *finder,
       const char   *name)
{
  gtk_editable_set_text (GTK_EDITABLE (finder->entry), name);
  g_signal_emit_by_name (finder->entry, "search-changed");
  settle ();
  return says (finder->root, name);
}

static Finder
open_findings (void)
{
  GtkWidget *form = find_type (GTK_WIDGET (window->session_page), CALX_TYPE_FINDINGS_FORM);

  return (Finder){ form, find_type (form, GTK_TYPE_SEARCH_ENTRY) };
}

static Finder
open_handbook (void)
{
  GtkWidget *view;

  g_action_group_activate_action (G_ACTION_GROUP (window), "handbook", NULL);
  view = find_type (window->handbook, CALX_TYPE_COMPENDIUM_VIEW);
  while (!gtk_widget_get_mapped (view))
    g_main_context_iteration (NULL, TRUE);
  return (Finder){ view, find_type (view, GTK_TYPE_SEARCH_ENTRY) };
}

static void
expand_all (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

static GtkWidget *
open_lesion_editor (void)
{
  CalxMapPane *map = CALX_MAP_PANE (find_type (GTK_WIDGET (window->session_page), CALX_TYPE_MAP_PANE));
  CalxLesion *lesion = g_ptr_array_index (calx_session_get_lesions (calx_map_pane_get_session (map)), 0);
  GtkWidget *editor;

  calx_map_pane_select (map, lesion->uuid);
  settle ();
  editor = find_type (GTK_WIDGET (map), CALX_TYPE_LESION_EDITOR);
  expand_all (editor);
  settle ();
  return editor;
}

/* --- Looking for each kind of thing -------------------------------------------------------------- */

typedef gboolean (*Look) (const SeedTarget *target,
                          const char       *name);

/* Asks @look of every target of @kinds in the map, each once. */
static void
look_for_all (const char *const *kinds,
              Look               look)
{
  g_autoptr(JsonObject) map = seed_map_load ();
  g_autoptr(GList) rows = json_object_get_members (json_object_get_object_member (map, "rows"));
  g_autoptr(GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_missing = 0;

  for (GList *l = rows; l != NULL; l = l->next)
    {
      g_autoptr(GArray) targets = seed_map_get (map, l->data);

      for (guint i = 0; i < targets->len; i++)
        {
          const SeedTarget *target = &g_array_index (targets, SeedTarget, i);
          const char *name;

          if (!g_strv_contains (kinds, target->kind) ||
              !g_hash_table_add (asked, g_strconcat (target->kind, " ", target->id, NULL)))
            continue;
          name = seed_map_resolve (knowledge, target);
          if (name != NULL && look (target, name))
            continue;
          g_test_message ("%s: %s '%s' is not found as '%s'", (const char *) l->data, target->kind, target->id,
                          name != NULL ? name : "?");
          n_missing++;
        }
    }
  g_test_message ("%u looked for, %u not found", g_hash_table_size (asked), n_missing);
  g_assert_cmpuint (g_hash_table_size (asked), >, 0);
  g_assert_cmpuint (n_missing, ==, 0);
}

static GtkWindow *
find_patient_dialog (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (CALX_IS_PATIENT_DIALOG (l->data))
      return l->data;
  g_error ("there is no dialog of the patient");
}

/* Sex and age are asked with the patient, not with the session. */
static gboolean
look_in_patient_dialog (const char *name)
{
  GtkWindow *dialog;
  gboolean found;

  g_action_group_activate_action (G_ACTION_GROUP (window), "edit-patient", NULL);
  settle ();
  dialog = find_patient_dialog ();
  found = says (GTK_WIDGET (dialog), name);
  gtk_window_close (dialog);
  settle ();
  return found;
}

static gboolean
look_in_findings (const SeedTarget *target,
                  const char       *name)
{
  Finder finder = open_findings ();

  if (target != NULL && calx_inputs_find (knowledge->inputs, target->id)->source == CALX_INPUT_BY_PATIENT)
    return look_in_patient_dialog (name);
  return finds (&finder, name);
}

static gboolean
look_in_handbook (const SeedTarget *target,
                  const char       *name)
{
  Finder finder = open_handbook ();

  return finds (&finder, name);
}

/* The chooser of the page of treatments; it also offers whatever was typed, in words around it. */
static gboolean
look_in_treatments (const SeedTarget *target,
                    const char       *name)
{
  GtkWidget *pane = find_type (GTK_WIDGET (window->session_page), CALX_TYPE_REVIEW_PANE);
  GtkWidget *list = find_type (pane, CALX_TYPE_TREATMENT_LIST);
  Finder finder = { list, find_type (list, GTK_TYPE_SEARCH_ENTRY) };

  calx_review_pane_show_page (CALX_REVIEW_PANE (pane), CALX_REVIEW_PAGE_TREATMENT);
  settle ();
  return finds (&finder, name) && g_str_has_prefix (find_label (list, name), name);
}

static gboolean
look_in_lesion_editor (const SeedTarget *target,
                       const char       *name)
{
  GtkWidget *editor = open_lesion_editor ();

  return says (editor, name) || offers (editor, name);
}

static gboolean
look_in_regions (const SeedTarget *target,
                 const char       *name)
{
  return offers (find_type (GTK_WIDGET (window->session_page), CALX_TYPE_REGION_CHOOSER), name);
}

static void
test_inputs_are_found_by_typing (void)
{
  static const char *const kinds[] = { "input", NULL };
  Finder finder = open_findings ();

  look_for_all (kinds, look_in_findings);
  g_assert_false (finds (&finder, "No such finding at all"));
  gtk_editable_set_text (GTK_EDITABLE (finder.entry), "");
}

static void
test_the_handbook_finds_the_rest (void)
{
  static const char *const kinds[] = { "text", "rule", "prognosis", "workup", "differential", "treatment", "conflict", NULL };
  Finder finder = open_handbook ();

  look_for_all (kinds, look_in_handbook);
  g_assert_false (finds (&finder, "No such entry at all"));
}

static void
test_the_chooser_has_every_treatment (void)
{
  static const char *const kinds[] = { "treatment", NULL };

  look_for_all (kinds, look_in_treatments);
  g_assert_false (look_in_treatments (NULL, "No such treatment at all"));
}

static void
test_the_lesion_editor_has_every_attribute (void)
{
  static const char *const kinds[] = { "lesion", NULL };

  look_for_all (kinds, look_in_lesion_editor);
  g_assert_false (look_in_lesion_editor (NULL, "No such attribute"));
}

static void
test_every_place_can_be_chosen (void)
{
  static const char *const kinds[] = { "region", NULL };

  look_for_all (kinds, look_in_regions);
  g_assert_false (look_in_regions (NULL, "No such place"));
}

/* --- One window for all --------------------------------------------------------------------------- */

static char *
save_patient_with_a_lesion (const char *path)
{
  g_autoptr(GError) error = NULL;
  CalxStore *store = calx_store_open (path, CALX_STORE_CREATE, knowledge, NULL, &error);
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  g_autoptr(CalxPatient) saved = NULL;
  g_autoptr(CalxSession) session = NULL;
  g_autoptr(CalxSession) with_lesion = NULL;
  g_autoptr(CalxLesion) lesion = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.05, 0.6, "thigh_a_r");
  g_autoptr(CalxFindings) findings = NULL;
  g_autoptr(CalxAssessment) assessment = NULL;
  g_autoptr(CalxStoredSession) stored = NULL;

  g_assert_no_error (error);
  calx_patient_set (&patient->family_name, "Seed");
  patient->sex = CALX_SEX_MALE; /* whose map has the scrotum of the seeds */
  saved = calx_store_save_patient (store, patient, &error);
  g_assert_no_error (error);
  session = calx_session_new (knowledge->inputs, saved->uuid, (CalxDate){ 2026, 11, 20 });
  with_lesion = calx_session_with_lesion (session, lesion);
  findings = calx_session_get_assessable (with_lesion, saved);
  assessment = calx_risk_model_assess (knowledge->model, findings, calx_session_get_date (with_lesion));
  stored = calx_store_save_session (store, with_lesion, assessment, "", &error);
  g_assert_no_error (error);
  calx_store_close (store);
  return g_strdup (saved->uuid);
}

static void
open_all (const char *path)
{
  g_autofree char *uuid = save_patient_with_a_lesion (path);
  g_autoptr(CalxClinic) clinic = calx_clinic_new (path, knowledge);

  window = calx_window_new (GTK_APPLICATION (application), clinic);
  gtk_window_set_default_size (GTK_WINDOW (window), 1400, 900);
  gtk_window_present (GTK_WINDOW (window));
  wait_for (is_open);
  calx_window_open_patient (window, uuid);
  wait_for (is_shown);
  settle ();
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
  folder = g_dir_make_tmp ("calx-seed-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (folder, "clinic.calx", NULL);
  application = calx_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  open_all (path);

  g_test_add_func ("/seed-window/inputs-are-found-by-typing", test_inputs_are_found_by_typing);
  g_test_add_func ("/seed-window/the-handbook-finds-the-rest", test_the_handbook_finds_the_rest);
  g_test_add_func ("/seed-window/the-chooser-has-every-treatment", test_the_chooser_has_every_treatment);
  g_test_add_func ("/seed-window/the-lesion-editor-has-every-attribute", test_the_lesion_editor_has_every_attribute);
  g_test_add_func ("/seed-window/every-place-can-be-chosen", test_every_place_can_be_chosen);
  status = g_test_run ();

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_object_unref (application);
  calx_knowledge_unref (knowledge);
  g_unlink (path);
  g_rmdir (folder);
  g_free (folder);
  return status;
}
