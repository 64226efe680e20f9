/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-list.h"

#include <glib/gi18n-lib.h>

#include "calx-lesion-row.h"

struct _CalxLesionList
{
  GtkWidget parent_instance;
  GtkWidget *list;
  GPtrArray *rows; /* CalxLesionRow, owned by the list */
};

G_DEFINE_FINAL_TYPE (CalxLesionList, calx_lesion_list, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_row_activated (CalxLesionList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0,
                 calx_lesion_row_get_lesion (CALX_LESION_ROW (row))->uuid);
}

static void
on_row_remove (CalxLesionList *self, CalxLesionRow *row)
{
  g_signal_emit (self, signals[REMOVE], 0, calx_lesion_row_get_lesion (row)->uuid);
}

static CalxLesionRow *
get_row (CalxLesionList *self, guint index)
{
  if (index == self->rows->len)
    {
      GtkWidget *row = calx_lesion_row_new ();

      g_signal_connect_swapped (row, "remove", G_CALLBACK (on_row_remove), self);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      g_ptr_array_add (self->rows, row);
    }
  return g_ptr_array_index (self->rows, index);
}

void
calx_lesion_list_set_lesions (CalxLesionList *self,
                              GPtrArray *lesions,
                              CalxDate session_date,
                              double surface_mm2,
                              const char *selected,
                              CalxRegions *regions)
{
  guint n = lesions != NULL ? lesions->len : 0;
  GtkListBoxRow *marked = NULL;

  g_return_if_fail (CALX_IS_LESION_LIST (self));

  for (guint i = 0; i < n; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (lesions, i);
      CalxLesionRow *row = get_row (self, i);

      calx_lesion_row_set_lesion (row, lesion, session_date, surface_mm2, regions);
      if (g_strcmp0 (lesion->uuid, selected) == 0)
        marked = GTK_LIST_BOX_ROW (row);
    }
  while (self->rows->len > n)
    gtk_list_box_remove (GTK_LIST_BOX (self->list),
                         g_ptr_array_steal_index (self->rows, self->rows->len - 1));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), marked);
}

guint
calx_lesion_list_get_position (CalxLesionList *self, const char *uuid)
{
  guint position = 0;

  g_return_val_if_fail (CALX_IS_LESION_LIST (self), 0);

  while (position < self->rows->len
         && g_strcmp0 (calx_lesion_row_get_lesion (g_ptr_array_index (self->rows, position))->uuid,
                       uuid)
                != 0)
    position++;

  return position;
}

gboolean
calx_lesion_list_focus_row (CalxLesionList *self, guint position)
{
  g_return_val_if_fail (CALX_IS_LESION_LIST (self), FALSE);

  if (self->rows->len == 0)
    return FALSE;

  return gtk_widget_grab_focus (
      g_ptr_array_index (self->rows, MIN (position, self->rows->len - 1)));
}

static void
calx_lesion_list_dispose (GObject *object)
{
  CalxLesionList *self = CALX_LESION_LIST (object);

  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->list, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_lesion_list_parent_class)->dispose (object);
}

static void
calx_lesion_list_finalize (GObject *object)
{
  g_ptr_array_unref (CALX_LESION_LIST (object)->rows);

  G_OBJECT_CLASS (calx_lesion_list_parent_class)->finalize (object);
}

static void
calx_lesion_list_class_init (CalxLesionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = calx_lesion_list_dispose;
  object_class->finalize = calx_lesion_list_finalize;
  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_lesion_list_init (CalxLesionList *self)
{
  GtkWidget *placeholder = gtk_label_new (_("No lesion on the map"));

  gtk_widget_set_margin_top (placeholder, 18);
  gtk_widget_set_margin_bottom (placeholder, 18);
  gtk_widget_add_css_class (placeholder, "dim-label");

  self->rows = g_ptr_array_new ();
  self->list = gtk_list_box_new ();
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), placeholder);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lesions"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("List of lesions"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));
}
