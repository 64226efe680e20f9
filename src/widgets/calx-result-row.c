/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-result-row.h"

#include "calx-label.h"

#include <glib/gi18n-lib.h>

/* Longer words at a row's end may wrap. */
#define SHORT_END 18

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
  const char    *fold; /* interned; NULL: shows and hides nothing */
  gboolean       is_open;
  gboolean       is_folded;
};

G_DEFINE_TYPE (CalxResultRow, calx_result_row, GTK_TYPE_LIST_BOX_ROW)

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

/* Where pressing the row leads. */
static void
show_way (CalxResultRow *self)
{
  gboolean is_open = self->fold != NULL && self->is_open;
  const char *icon = self->fold == NULL ? "go-next-symbolic" : is_open ? "pan-up-symbolic" : "pan-down-symbolic";
  const char *tooltip = NULL;

  if (self->fold != NULL)
    {
      tooltip = is_open ? _ ("Show less") : _ ("Show more");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, is_open, -1);
    }
  else
    {
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
      if (self->input_id != NULL && *self->input_id != '\0')
        tooltip = *self->input_id == 'L' ? _ ("Go to this lesion") : _ ("Go to this finding");
    }
  if (g_strcmp0 (gtk_image_get_icon_name (self->arrow), icon) != 0)
    gtk_image_set_from_icon_name (self->arrow, icon);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), tooltip) != 0)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), tooltip);
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

  calx_label_show_text (self->title, title);
  calx_label_show_text (self->end, end);
  calx_label_show_text (self->detail, detail);
  calx_label_show_text (self->small_print, small_print);
  /* a word or two stand in one line */
  gtk_label_set_wrap (self->end, end != NULL && g_utf8_strlen (end, -1) > SHORT_END);
  if (g_strcmp0 (gtk_image_get_icon_name (self->icon), icon_name) != 0)
    gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);

  if (g_strcmp0 (self->input_id, input_id) != 0)
    {
      g_free (self->input_id);
      self->input_id = g_strdup (input_id);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), leads || self->fold != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->arrow), leads || self->fold != NULL);
  show_way (self);

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

void
calx_result_row_set_fold (CalxResultRow *self,
                          const char    *key,
                          gboolean       is_open)
{
  g_return_if_fail (CALX_IS_RESULT_ROW (self));

  if (self->fold == key && self->is_open == is_open)
    return;
  self->fold = key;
  self->is_open = is_open;
  /* what is said in one line, above what it can show */
  if (key != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "heading");
  show_way (self);
}

const char *
calx_result_row_get_fold (CalxResultRow *self)
{
  g_return_val_if_fail (CALX_IS_RESULT_ROW (self), NULL);

  return self->fold;
}

static void
set_css_class (CalxResultRow *self,
               const char    *css_class,
               gboolean       has_it)
{
  if (has_it)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

void
calx_result_row_set_folded (CalxResultRow *self,
                            gboolean       is_folded)
{
  g_return_if_fail (CALX_IS_RESULT_ROW (self));

  self->is_folded = is_folded;
  set_css_class (self, "calx-folded", is_folded);
}

gboolean
calx_result_row_get_folded (CalxResultRow *self)
{
  g_return_val_if_fail (CALX_IS_RESULT_ROW (self), FALSE);

  return self->is_folded;
}

void
calx_result_row_set_heading (CalxResultRow *self,
                             gboolean       is_heading)
{
  g_return_if_fail (CALX_IS_RESULT_ROW (self));

  set_css_class (self, "calx-subheading", is_heading);
}
