/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient-list.h"

#include <glib/gi18n.h>

#include "calx-format.h"
#include "calx-patient-model.h"
#include "calx-patient-row-view.h"

struct _CalxPatientList
{
  GtkWidget           parent_instance;

  GtkWidget          *box;
  GtkEditable        *search_entry;
  GtkStack           *stack;
  GtkListView        *list_view;

  CalxClinic         *clinic;
  CalxPatientModel   *model;
  GtkSingleSelection *selection;
  char               *selected; /* uuid of the open patient; NULL: none */
  char               *wish;     /* the search whose first patient is to be opened; NULL: none */
  gboolean            is_selecting;
};

enum
{
  PATIENT_CHOSEN,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CalxPatientList, calx_patient_list, GTK_TYPE_WIDGET)

static void
show_selected (CalxPatientList *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->model == NULL)
    return;
  if (self->selected != NULL)
    position = calx_patient_model_find (self->model, self->selected);
  self->is_selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_selecting = FALSE;
}

static void
choose (CalxPatientList *self,
        guint            position)
{
  g_autoptr(CalxPatientItem) item = NULL;
  g_autofree char *uuid = NULL;

  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  if (item == NULL)
    return;
  uuid = g_strdup (calx_patient_item_get_row (item)->uuid);
  g_signal_emit (self, signals[PATIENT_CHOSEN], 0, uuid);
}

static void
selection_changed_cb (CalxPatientList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (!self->is_selecting && position != GTK_INVALID_LIST_POSITION)
    choose (self, position);
}

static void
row_activated_cb (CalxPatientList *self,
                  guint            position)
{
  choose (self, position);
}

/* Opens the first patient of the wished search, once its rows are there. */
static void
fulfil_wish (CalxPatientList *self)
{
  g_autofree char *wish = NULL;

  if (self->wish == NULL || !calx_patient_model_is_current (self->model))
    return;
  wish = g_steal_pointer (&self->wish);
  if (g_str_equal (wish, calx_patient_model_get_search (self->model)))
    choose (self, 0);
}

static void
model_loaded_cb (CalxPatientList *self)
{
  const char *page = "list";

  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    page = *calx_patient_model_get_search (self->model) != '\0' ? "no-match" : "empty";
  gtk_stack_set_visible_child_name (self->stack, page);
  show_selected (self);
  fulfil_wish (self);
}

static void
model_failed_cb (CalxPatientList *self,
                 GError          *error)
{
  g_clear_pointer (&self->wish, g_free);
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
search_for (CalxPatientList *self,
            const char      *text)
{
  /* Enter may have begun this search before the entry told of it. */
  if (!g_str_equal (text, calx_patient_model_get_search (self->model)))
    calx_patient_model_search (self->model, text);
}

static void
search_changed_cb (CalxPatientList *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  if (self->model == NULL)
    return;
  if (g_strcmp0 (text, self->wish) != 0)
    g_clear_pointer (&self->wish, g_free);
  search_for (self, text);
}

/* Enter opens the first patient found, also where the search is still under way: the rows of an
 * earlier search are never chosen from. */
static void
search_activated_cb (CalxPatientList *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  if (self->model == NULL)
    return;
  g_clear_pointer (&self->wish, g_free);
  self->wish = g_strdup (text);
  search_for (self, text);
  fulfil_wish (self);
}

static void
row_setup_cb (CalxPatientList *self,
              GtkListItem     *list_item)
{
  gtk_list_item_set_child (list_item, calx_patient_row_view_new ());
}

static void
row_bind_cb (CalxPatientList *self,
             GtkListItem     *list_item)
{
  CalxPatientItem *item = gtk_list_item_get_item (list_item);
  CalxPatientRowView *view = CALX_PATIENT_ROW_VIEW (gtk_list_item_get_child (list_item));
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (view));

  calx_patient_row_view_set_row (view, calx_patient_item_get_row (item),
                                 calx_clinic_get_knowledge (self->clinic)->model);
  /* A row's own accessible name stands on the widget that GTK puts around it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  calx_patient_row_view_get_text (view), -1);
}

static void
calx_patient_list_dispose (GObject *object)
{
  CalxPatientList *self = CALX_PATIENT_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_PATIENT_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->clinic);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->wish, g_free);

  G_OBJECT_CLASS (calx_patient_list_parent_class)->dispose (object);
}

static void
calx_patient_list_class_init (CalxPatientListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_patient_list_dispose;

  signals[PATIENT_CHOSEN] = g_signal_new ("patient-chosen", CALX_TYPE_PATIENT_LIST,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                          G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", CALX_TYPE_PATIENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/calx/Calx/ui/CalxPatientList.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxPatientList, box);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientList, stack);
  gtk_widget_class_bind_template_child (widget_class, CalxPatientList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_patient_list_init (CalxPatientList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
calx_patient_list_set_clinic (CalxPatientList *self,
                              CalxClinic      *clinic)
{
  g_return_if_fail (CALX_IS_PATIENT_LIST (self));
  g_return_if_fail (CALX_IS_CLINIC (clinic));

  g_set_object (&self->clinic, clinic);
  g_clear_object (&self->model);
  g_clear_object (&self->selection);

  self->model = calx_patient_model_new (clinic);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (model_loaded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (model_failed_cb), self,
                           G_CONNECT_SWAPPED);

  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));

  calx_patient_model_search (self->model, gtk_editable_get_text (self->search_entry));
}

void
calx_patient_list_reload (CalxPatientList *self)
{
  g_return_if_fail (CALX_IS_PATIENT_LIST (self));

  if (self->model != NULL)
    calx_patient_model_reload (self->model);
}

void
calx_patient_list_set_selected (CalxPatientList *self,
                                const char      *uuid)
{
  char *own;

  g_return_if_fail (CALX_IS_PATIENT_LIST (self));

  own = g_strdup (uuid);
  g_clear_pointer (&self->selected, g_free);
  self->selected = own;
  show_selected (self);
}

void
calx_patient_list_focus_search (CalxPatientList *self)
{
  g_return_if_fail (CALX_IS_PATIENT_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (self->search_entry, 0, -1);
}
