/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-review-pane.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-result-panel.h"

struct _CalxReviewPane
{
  GtkWidget parent_instance;

  GtkWidget       *tabs; /* toggle buttons in one group, each named as its page */
  GtkWidget       *stack;
  CalxResultPanel *panel;
};

G_DEFINE_FINAL_TYPE (CalxReviewPane, calx_review_pane, GTK_TYPE_WIDGET)

enum
{
  INPUT_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
input_activated_cb (CalxReviewPane *self,
                    const char     *input_id)
{
  g_signal_emit (self, signals[INPUT_ACTIVATED], 0, input_id);
}

static void
tab_toggled_cb (CalxReviewPane  *self,
                GtkToggleButton *tab)
{
  if (gtk_toggle_button_get_active (tab))
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), gtk_widget_get_name (GTK_WIDGET (tab)));
}

static void
calx_review_pane_dispose (GObject *object)
{
  CalxReviewPane *self = CALX_REVIEW_PANE (object);

  g_clear_pointer (&self->tabs, gtk_widget_unparent);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_review_pane_parent_class)->dispose (object);
}

static void
calx_review_pane_class_init (CalxReviewPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_review_pane_dispose;

  signals[INPUT_ACTIVATED] = g_signal_new ("input-activated", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                           G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_review_pane_init (CalxReviewPane *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_halign (self->tabs, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->tabs, "linked");
  gtk_widget_add_css_class (self->tabs, "calx-tabs");
  calx_accessible_set_name (self->tabs, _("Parts of the result"));
  gtk_widget_set_parent (self->tabs, GTK_WIDGET (self));

  self->stack = gtk_stack_new ();
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));

  self->panel = CALX_RESULT_PANEL (calx_result_panel_new ());
  g_signal_connect_object (self->panel, "input-activated", G_CALLBACK (input_activated_cb), self,
                           G_CONNECT_SWAPPED);
  calx_review_pane_add_page (self, GTK_WIDGET (self->panel), CALX_REVIEW_PAGE_ASSESSMENT,
                             _("Assessment"));
}

GtkWidget *
calx_review_pane_new (void)
{
  return g_object_new (CALX_TYPE_REVIEW_PANE, NULL);
}

static GtkToggleButton *
find_tab (CalxReviewPane *self,
          const char     *id)
{
  for (GtkWidget *tab = gtk_widget_get_first_child (self->tabs); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    if (g_str_equal (gtk_widget_get_name (tab), id))
      return GTK_TOGGLE_BUTTON (tab);
  return NULL;
}

void
calx_review_pane_add_page (CalxReviewPane *self,
                           GtkWidget      *page,
                           const char     *id,
                           const char     *title)
{
  GtkWidget *tab, *first;

  g_return_if_fail (CALX_IS_REVIEW_PANE (self));
  g_return_if_fail (GTK_IS_WIDGET (page));
  g_return_if_fail (id != NULL && title != NULL);
  g_return_if_fail (find_tab (self, id) == NULL);

  first = gtk_widget_get_first_child (self->tabs);
  tab = gtk_toggle_button_new_with_label (title);
  gtk_widget_set_name (tab, id);
  calx_accessible_set_name (tab, title);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), GTK_TOGGLE_BUTTON (first));
  gtk_box_append (GTK_BOX (self->tabs), tab);
  gtk_widget_set_visible (self->tabs, first != NULL);

  calx_accessible_set_name (page, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_stack_add_named (GTK_STACK (self->stack), page, id)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (tab_toggled_cb), self, G_CONNECT_SWAPPED);
  if (first == NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
}

void
calx_review_pane_show_page (CalxReviewPane *self,
                            const char     *id)
{
  GtkToggleButton *tab;

  g_return_if_fail (CALX_IS_REVIEW_PANE (self));
  g_return_if_fail (id != NULL);

  tab = find_tab (self, id);
  g_return_if_fail (tab != NULL);
  gtk_toggle_button_set_active (tab, TRUE);
}

const char *
calx_review_pane_get_page (CalxReviewPane *self)
{
  g_return_val_if_fail (CALX_IS_REVIEW_PANE (self), NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}

void
calx_review_pane_set_result (CalxReviewPane *self,
                             CalxAssessment *assessment,
                             CalxReview     *review)
{
  g_return_if_fail (CALX_IS_REVIEW_PANE (self));
  g_return_if_fail ((assessment == NULL) == (review == NULL));

  calx_result_panel_set_result (self->panel, assessment, review);
}
