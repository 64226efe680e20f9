/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-treatment-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-format-treatment.h"
#include "calx-treatment-row.h"

/* As many results as a small window shows without scrolling. */
#define MAX_RESULTS 8

struct _CalxTreatmentList
{
  GtkWidget parent_instance;

  CalxReview *review;
  GHashTable *rows;   /* uuid -> CalxTreatmentRow, owned by its box */
  GPtrArray  *found;  /* CalxTreatmentChoice, as the rows of @choices; "other" stands behind them */

  GtkWidget  *box;
  GtkWidget  *scroller;
  GtkWidget  *search;
  GtkWidget  *all;
  GtkWidget  *choices;
  GtkWidget  *empty;
  GtkWidget  *running_title;
  GtkWidget  *running;
  GtkWidget  *stopped_title;
  GtkWidget  *stopped;
};

G_DEFINE_FINAL_TYPE (CalxTreatmentList, calx_treatment_list, GTK_TYPE_WIDGET)

enum
{
  SESSION_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- what a person does --- */

static void
change (CalxTreatmentList *self,
        CalxSession       *session,
        gboolean           typed)
{
  g_signal_emit (self, signals[SESSION_CHANGED], 0, session, typed);
}

static void
row_changed_cb (CalxTreatmentList *self,
                CalxTreatment     *treatment,
                gboolean           typed)
{
  g_autoptr(CalxSession) session = calx_session_with_treatment (self->review->session, treatment);

  change (self, session, typed);
}

static void
row_remove_cb (CalxTreatmentList *self,
               CalxTreatmentRow  *row)
{
  g_autoptr(CalxSession) session
    = calx_session_without_treatment (self->review->session, calx_treatment_row_get_uuid (row));

  gtk_widget_grab_focus (self->search);
  change (self, session, FALSE);
}

static void
row_offered_cb (CalxTreatmentList *self,
                guint              index,
                const char        *answer)
{
  CalxFinding finding = CALX_FINDING_INIT;
  g_autoptr(CalxSession) session = NULL;

  finding.state = g_str_equal (answer, "yes") ? CALX_FINDING_VALUE : CALX_FINDING_ABSENT;
  finding.text = finding.state == CALX_FINDING_VALUE ? "yes" : NULL;
  session = calx_session_with_finding (self->review->session, index, &finding);
  change (self, session, FALSE);
}

/* --- choosing --- */

static void
close_search (CalxTreatmentList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all), FALSE);
  gtk_widget_set_visible (self->choices, FALSE);
}

/* @choice NULL: another one, called as was typed. */
static void
add_treatment (CalxTreatmentList         *self,
               const CalxTreatmentChoice *choice)
{
  g_autoptr(CalxTreatment) treatment = NULL;
  g_autoptr(CalxSession) session = NULL;
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  CalxTreatmentRow *row;

  if (choice == NULL)
    {
      treatment = calx_treatment_new (CALX_TREATMENT_OTHER, "");
      calx_treatment_set_text (treatment, CALX_TREATMENT_NAME, typed);
    }
  else
    {
      treatment = calx_treatment_new (choice->kind->statement.id, choice->drug != NULL ? choice->drug->id : "");
      if (choice->kind->routes->len == 1)
        treatment->route
          = g_intern_string (((const CalxTreatmentTerm *) choice->kind->routes->pdata[0])->id);
    }
  close_search (self);
  session = calx_session_with_treatment (self->review->session, treatment);
  change (self, session, FALSE);
  row = g_hash_table_lookup (self->rows, treatment->uuid);
  if (row != NULL)
    calx_treatment_row_open (row);
}

static void
add_result (CalxTreatmentList *self,
            const char        *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_top (label, 9);
  gtk_widget_set_margin_bottom (label, 9);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  calx_accessible_set_name (row, text);
  gtk_list_box_append (GTK_LIST_BOX (self->choices), row);
}

static void
search_changed_cb (CalxTreatmentList *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  gboolean shows_all = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->all));
  g_autofree char *other = NULL;
  GtkWidget *old;

  if (self->review == NULL)
    return;
  while ((old = gtk_widget_get_first_child (self->choices)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->choices), old);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  gtk_widget_set_visible (self->choices, *typed != '\0' || shows_all);
  if (*typed == '\0' && !shows_all)
    return;
  /* What is found stands above the treatments, which may be scrolled away. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0.0);
  self->found = calx_treatments_search (self->review->knowledge->treatments, typed);
  if (!shows_all && self->found->len > MAX_RESULTS)
    g_ptr_array_set_size (self->found, MAX_RESULTS);
  for (guint i = 0; i < self->found->len; i++)
    {
      g_autofree char *text = calx_format_treatment_choice (self->found->pdata[i]);

      add_result (self, text);
    }
  other = *typed != '\0' ? g_strdup_printf (_("Another treatment: “%s”"), typed) : g_strdup (_("Another treatment"));
  add_result (self, other);
}

static void
search_activated_cb (CalxTreatmentList *self)
{
  search_changed_cb (self);
  if (self->found != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    {
      g_autoptr(GPtrArray) found = g_ptr_array_ref (self->found);

      add_treatment (self, found->len > 0 ? found->pdata[0] : NULL);
    }
}

static void
search_stopped_cb (CalxTreatmentList *self)
{
  close_search (self);
}

static void
choice_activated_cb (CalxTreatmentList *self,
                     GtkListBoxRow     *row)
{
  g_autoptr(GPtrArray) found = self->found != NULL ? g_ptr_array_ref (self->found) : NULL;
  guint index = gtk_list_box_row_get_index (row);

  if (found != NULL)
    add_treatment (self, index < found->len ? found->pdata[index] : NULL);
}

/* --- showing --- */

static CalxTreatmentRow *
take_row (CalxTreatmentList *self,
          const char        *uuid)
{
  CalxTreatmentRow *row = g_hash_table_lookup (self->rows, uuid);

  if (row != NULL)
    return row;
  row = CALX_TREATMENT_ROW (calx_treatment_row_new ());
  g_signal_connect_object (row, "changed", G_CALLBACK (row_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (row_remove_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "offered", G_CALLBACK (row_offered_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->rows, g_strdup (uuid), row);
  return row;
}

static void
put_in (GtkWidget *box,
        GtkWidget *row)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  if (parent == box)
    return;
  g_object_ref (row);
  if (parent != NULL)
    gtk_box_remove (GTK_BOX (parent), row);
  gtk_box_append (GTK_BOX (box), row);
  g_object_unref (row);
}

/* Rows whose treatment is not in the session any more. */
static void
drop_rows (CalxTreatmentList *self,
           CalxSession       *session)
{
  GHashTableIter iter;
  gpointer uuid, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &uuid, &row))
    if (session == NULL || calx_session_find_treatment (session, uuid) == NULL)
      {
        gtk_box_remove (GTK_BOX (gtk_widget_get_parent (row)), row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
show_treatments (CalxTreatmentList *self)
{
  GPtrArray *treatments = calx_session_get_treatments (self->review->session);

  for (guint i = 0; i < treatments->len; i++)
    {
      CalxTreatment *treatment = treatments->pdata[i];
      CalxTreatmentRow *row = take_row (self, treatment->uuid);

      put_in (treatment->stopped ? self->stopped : self->running, GTK_WIDGET (row));
      calx_treatment_row_set_treatment (row, treatment, self->review);
    }
}

static gboolean
is_same_session (CalxReview *a,
                 CalxReview *b)
{
  return a != NULL && b != NULL &&
         g_str_equal (calx_session_get_uuid (a->session), calx_session_get_uuid (b->session));
}

void
calx_treatment_list_set_review (CalxTreatmentList *self,
                                CalxReview        *review)
{
  g_autoptr(CalxReview) old = NULL;
  gboolean has_running, has_stopped;

  g_return_if_fail (CALX_IS_TREATMENT_LIST (self));

  old = g_steal_pointer (&self->review);
  if (review != NULL)
    self->review = calx_review_ref (review);
  if (!is_same_session (old, review))
    {
      drop_rows (self, NULL);
      close_search (self);
    }
  drop_rows (self, review != NULL ? review->session : NULL);
  if (review != NULL)
    show_treatments (self);
  has_running = gtk_widget_get_first_child (self->running) != NULL;
  has_stopped = gtk_widget_get_first_child (self->stopped) != NULL;
  gtk_widget_set_visible (self->running_title, has_running);
  gtk_widget_set_visible (self->stopped_title, has_stopped);
  gtk_widget_set_visible (self->empty, !has_running && !has_stopped);
}

guint
calx_treatment_list_get_n_refused (CalxTreatmentList *self)
{
  GHashTableIter iter;
  gpointer row;
  guint n = 0;

  g_return_val_if_fail (CALX_IS_TREATMENT_LIST (self), 0);

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    n += calx_treatment_row_has_refused (row);
  return n;
}

/* --- set up --- */

static void
calx_treatment_list_dispose (GObject *object)
{
  CalxTreatmentList *self = CALX_TREATMENT_LIST (object);

  g_hash_table_remove_all (self->rows);
  g_clear_pointer (&self->review, calx_review_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALX_TYPE_TREATMENT_LIST);
  g_clear_pointer (&self->found, g_ptr_array_unref);

  G_OBJECT_CLASS (calx_treatment_list_parent_class)->dispose (object);
}

static void
calx_treatment_list_finalize (GObject *object)
{
  g_hash_table_unref (CALX_TREATMENT_LIST (object)->rows);

  G_OBJECT_CLASS (calx_treatment_list_parent_class)->finalize (object);
}

static gboolean
calx_treatment_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CALX_TREATMENT_LIST (widget)->search);
}

static void
calx_treatment_list_class_init (CalxTreatmentListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_treatment_list_dispose;
  object_class->finalize = calx_treatment_list_finalize;
  widget_class->grab_focus = calx_treatment_list_grab_focus;

  signals[SESSION_CHANGED] = g_signal_new ("session-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/calx/Calx/ui/CalxTreatmentList.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, box);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, scroller);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, search);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, all);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, choices);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, empty);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, running_title);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, running);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, stopped_title);
  gtk_widget_class_bind_template_child (widget_class, CalxTreatmentList, stopped);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_treatment_list_init (CalxTreatmentList *self)
{
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  calx_accessible_set_name (self->search, _("Add a treatment: name, drug or ATC code"));
  calx_accessible_set_name (self->choices, _("Treatments found"));
  calx_accessible_set_name (self->scroller, _("Treatments"));
}

GtkWidget *
calx_treatment_list_new (void)
{
  return g_object_new (CALX_TYPE_TREATMENT_LIST, NULL);
}
