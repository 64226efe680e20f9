/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-result-row.h"

#include <glib/gi18n-lib.h>

struct _CalxResultRow
{
  GtkListBoxRow parent_instance;

  GtkImage      *icon;
  GtkLabel      *title;
  GtkLabel      *end;
  GtkImage      *arrow;
  CalxFactorBar *bar;
  GtkLabel      *detail;
  GtkLabel      *small_print;

  char          *input_id;
};

G_DEFINE_TYPE (CalxResultRow, calx_result_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
calx_result_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALX_TYPE_RESULT_ROW);

  G_OBJECT_CLASS (calx_result_row_parent_class)->dispose (object);
}

static void
calx_result_row_finalize (GObject *object)
{
  g_free (CALX_RESULT_ROW (object)->input_id);

  G_OBJECT_CLASS (calx_result_row_parent_class)->finalize (object);
}

static void
calx_result_row_class_init (CalxResultRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = calx_result_row_dispose;
  object_class->finalize = calx_result_row_finalize;

  g_type_ensure (CALX_TYPE_FACTOR_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/calx/Calx/ui/CalxResultRow.ui");
  gtk_widget_class_bind_template_child (widget_class, CalxResultRow, icon);
  gtk_widget_class_bind_template_child (widget_class, CalxResultRow, title);
  gtk_widget_class_bind_template_child (widget_class, CalxResultRow, end);
  gtk_widget_class_bind_template_child (widget_class, CalxResultRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, CalxResultRow, bar);
  gtk_widget_class_bind_template_child (widget_class, CalxResultRow, detail);
  gtk_widget_class_bind_template_child (widget_class, CalxResultRow, small_print);
}

static void
calx_result_row_init (CalxResultRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
calx_result_row_new (void)
{
  return g_object_new (CALX_TYPE_RESULT_ROW, NULL);
}

void
calx_result_row_set (CalxResultRow *self,
                     const char    *title,
                     const char    *end,
                     const char    *detail,
                     const char    *small_print,
                     const char    *icon_name,
                     const char    *input_id)
{
  g_autoptr(GString) name = NULL;
  const char *parts[] = { end, detail, small_print };
  gboolean leads = input_id != NULL && *input_id != '\0';

  g_return_if_fail (CALX_IS_RESULT_ROW (self));
  g_return_if_fail (title != NULL);

  set_label (self->title, title);
  set_label (self->end, end);
  set_label (self->detail, detail);
  set_label (self->small_print, small_print);
  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);

  if (g_strcmp0 (self->input_id, input_id) != 0)
    {
      g_free (self->input_id);
      self->input_id = g_strdup (input_id);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), leads);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), leads ? _ ("Go to this finding") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), leads);

  name = g_string_new (title);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (name, ", %s", parts[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

const char *
calx_result_row_get_input_id (CalxResultRow *self)
{
  g_return_val_if_fail (CALX_IS_RESULT_ROW (self), NULL);

  return self->input_id;
}

CalxFactorBar *
calx_result_row_get_bar (CalxResultRow *self)
{
  g_return_val_if_fail (CALX_IS_RESULT_ROW (self), NULL);

  return self->bar;
}

void
calx_result_row_set_has_bar (CalxResultRow *self,
                             gboolean       has_bar)
{
  g_return_if_fail (CALX_IS_RESULT_ROW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->bar), has_bar);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), !has_bar && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (self)));
}
