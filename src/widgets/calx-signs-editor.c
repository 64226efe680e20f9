/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-signs-editor.h"

#include <glib/gi18n-lib.h>

#include "calx-accessible.h"
#include "calx-disclosure.h"
#include "calx-drop-down.h"
#include "calx-format.h"

#define MAX_VALUES 8
#define N_COLUMNS 2

struct _CalxSignsEditor
{
  GtkWidget parent_instance;

  GtkWidget *disclosure;
  GtkWidget *signs[CALX_N_LESION_SIGNS];
  gboolean   showing;
};

G_DEFINE_FINAL_TYPE (CalxSignsEditor, calx_signs_editor, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
selected_cb (CalxSignsEditor *self)
{
  if (!self->showing)
    g_signal_emit (self, changed_signal, 0);
}

void
calx_signs_editor_show (CalxSignsEditor  *self,
                        const CalxLesion *lesion)
{
  g_autofree char *summary = NULL;

  g_return_if_fail (CALX_IS_SIGNS_EDITOR (self));
  g_return_if_fail (lesion != NULL);

  summary = calx_format_lesion_signs (lesion);
  self->showing = TRUE;
  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    if (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->signs[i])) != lesion->signs[i])
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->signs[i]), lesion->signs[i]);
  self->showing = FALSE;
  calx_disclosure_set_summary (GTK_EXPANDER (self->disclosure), summary);
}

void
calx_signs_editor_apply (CalxSignsEditor *self,
                         CalxLesion      *lesion)
{
  g_return_if_fail (CALX_IS_SIGNS_EDITOR (self));
  g_return_if_fail (lesion != NULL);

  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    lesion->signs[i] = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->signs[i]));
}

static GtkWidget *
make_sign (CalxSignsEditor *self,
           CalxLesionSign   sign)
{
  GtkWidget *drop_down = calx_drop_down_new ();
  const char *texts[MAX_VALUES];
  guint n = calx_lesion_sign_get_n_values (sign);

  for (guint i = 0; i < n; i++)
    texts[i] = calx_format_lesion_sign_value (sign, i);
  calx_drop_down_set_texts (GTK_DROP_DOWN (drop_down), texts, n);
  calx_accessible_set_name (drop_down, calx_format_lesion_sign (sign));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  return drop_down;
}

/* The choice under what it is called. */
static GtkWidget *
make_field (CalxSignsEditor *self,
            CalxLesionSign   sign)
{
  GtkWidget *field = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (calx_format_lesion_sign (sign));

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (field, TRUE);
  gtk_widget_set_valign (field, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (field), label);
  self->signs[sign] = make_sign (self, sign);
  gtk_box_append (GTK_BOX (field), self->signs[sign]);
  return field;
}

static void
calx_signs_editor_dispose (GObject *object)
{
  g_clear_pointer (&CALX_SIGNS_EDITOR (object)->disclosure, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_signs_editor_parent_class)->dispose (object);
}

static void
calx_signs_editor_class_init (CalxSignsEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_signs_editor_dispose;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_signs_editor_init (CalxSignsEditor *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  for (int i = 0; i < CALX_N_LESION_SIGNS; i++)
    {
      /* the last one has the row for itself, for its words are the longest */
      gboolean is_last = i == CALX_N_LESION_SIGNS - 1;

      gtk_grid_attach (GTK_GRID (grid), make_field (self, i), i % N_COLUMNS, i / N_COLUMNS,
                       is_last ? N_COLUMNS : 1, 1);
    }
  self->disclosure = calx_disclosure_new (_("More about this lesion"), grid);
  gtk_widget_set_parent (self->disclosure, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("More about this lesion"), -1);
}
