/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-disclosure.h"

#include "calx-accessible.h"
#include "calx-label.h"

GtkWidget *
calx_disclosure_new (const char *title,
                     GtkWidget  *child)
{
  GtkWidget *self = gtk_expander_new (NULL);
  GtkWidget *header = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *summary = calx_label_new_wrapped (NULL, NULL);
  GtkWidget *heading = calx_label_new_wrapped (title, NULL);

  gtk_widget_set_hexpand (header, TRUE);
  gtk_widget_set_hexpand (summary, TRUE);
  gtk_label_set_xalign (GTK_LABEL (summary), 1.0f);
  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (summary, "caption");
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_widget_set_valign (summary, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (header), heading);
  gtk_box_append (GTK_BOX (header), summary);
  gtk_expander_set_label_widget (GTK_EXPANDER (self), header);
  gtk_expander_set_child (GTK_EXPANDER (self), child);
  gtk_widget_set_margin_top (child, 6);
  calx_disclosure_set_summary (GTK_EXPANDER (self), "");
  return self;
}

void
calx_disclosure_set_summary (GtkExpander *self,
                             const char  *summary)
{
  GtkWidget *header;
  GtkLabel *title;
  GtkWidget *label;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_EXPANDER (self));
  g_return_if_fail (summary != NULL);

  header = gtk_expander_get_label_widget (self);
  title = GTK_LABEL (gtk_widget_get_first_child (header));
  label = gtk_widget_get_last_child (header);
  gtk_label_set_label (GTK_LABEL (label), summary);
  gtk_widget_set_visible (label, *summary != '\0');
  name = *summary != '\0' ? g_strdup_printf ("%s, %s", gtk_label_get_label (title), summary)
                          : g_strdup (gtk_label_get_label (title));
  calx_accessible_set_name (GTK_WIDGET (self), name);
}
