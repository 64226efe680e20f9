/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-result-section.h"

struct _CalxResultSection
{
  GtkBox parent_instance;

  GtkLabel   *title;
  GtkLabel   *subtitle;
  GtkListBox *list;
  GtkWidget  *next; /* the row to be taken next; NULL: a new one */
  guint       n_taken;
};

G_DEFINE_TYPE (CalxResultSection, calx_result_section, GTK_TYPE_BOX)

enum
{
  INPUT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (CalxResultSection *self,
                  CalxResultRow     *row)
{
  const char *input_id = calx_result_row_get_input_id (row);

  if (input_id != NULL && *input_id != '\0')
    g_signal_emit (self, signals[INPUT_ACTIVATED], 0, input_id);
}

static void
calx_result_section_class_init (CalxResultSectionClass *klass)
{
  signals[INPUT_ACTIVATED] = g_signal_new ("input-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkLabel *
add_label (CalxResultSection *self,
           const char        *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
calx_result_section_init (CalxResultSection *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->title = add_label (self, "heading");
  self->subtitle = add_label (self, "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->subtitle), "dim-label");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
}

void
calx_result_section_begin (CalxResultSection *self,
                           const char        *title,
                           const char        *subtitle)
{
  g_return_if_fail (CALX_IS_RESULT_SECTION (self));
  g_return_if_fail (title != NULL);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->next = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  self->n_taken = 0;
}

CalxResultRow *
calx_result_section_take (CalxResultSection *self)
{
  GtkWidget *row;

  g_return_val_if_fail (CALX_IS_RESULT_SECTION (self), NULL);

  row = self->next;
  if (row == NULL)
    {
      row = calx_result_row_new ();
      gtk_list_box_append (self->list, row);
    }
  else
    {
      self->next = gtk_widget_get_next_sibling (row);
    }
  gtk_widget_set_visible (row, TRUE);
  calx_result_row_set_has_bar (CALX_RESULT_ROW (row), FALSE);
  self->n_taken++;
  return CALX_RESULT_ROW (row);
}

void
calx_result_section_end (CalxResultSection *self)
{
  g_return_if_fail (CALX_IS_RESULT_SECTION (self));

  for (GtkWidget *row = self->next; row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, FALSE);
  self->next = NULL;
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_taken > 0);
}
