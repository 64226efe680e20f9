/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-field.h"

#include "calx-accessible.h"

struct _CalxField
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *line; /* the title and the child */
  GtkLabel  *title_label;
  GtkLabel  *message_label;
  GtkWidget *child;
  char      *title;
  char      *hint;
  char      *message;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_HINT,
  PROP_CHILD,
  PROP_BESIDE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CalxField, calx_field, GTK_TYPE_WIDGET)

static void
update (CalxField *self)
{
  const char *text = self->message != NULL ? self->message : self->hint;

  gtk_label_set_label (self->title_label, self->title != NULL ? self->title : "");
  gtk_label_set_label (self->message_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), text != NULL && *text != '\0');
  if (self->message != NULL)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "dim-label");
      gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "error");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "error");
      gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "dim-label");
    }
  if (self->child == NULL)
    return;

  if (self->message != NULL)
    gtk_widget_add_css_class (self->child, "error");
  else
    gtk_widget_remove_css_class (self->child, "error");
  calx_accessible_set_name (self->child, self->title != NULL ? self->title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->child), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->child), GTK_ACCESSIBLE_STATE_INVALID,
                               self->message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                                     : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
set_child (CalxField *self,
           GtkWidget *child)
{
  if (self->child != NULL)
    gtk_box_remove (GTK_BOX (self->line), self->child);
  self->child = child;
  if (child != NULL)
    {
      gtk_widget_set_hexpand (child, TRUE);
      gtk_box_append (GTK_BOX (self->line), child);
    }
  update (self);
}

static gboolean
is_beside (CalxField *self)
{
  return gtk_orientable_get_orientation (GTK_ORIENTABLE (self->line)) == GTK_ORIENTATION_HORIZONTAL;
}

static void
set_beside (CalxField *self,
            gboolean   beside)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->line),
                                  beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self->line), beside ? 12 : 4);
  gtk_label_set_wrap (self->title_label, !beside);
}

static void
calx_field_get_property (GObject    *object,
                         guint       property,
                         GValue     *value,
                         GParamSpec *pspec)
{
  CalxField *self = CALX_FIELD (object);

  switch (property)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case PROP_BESIDE:
      g_value_set_boolean (value, is_beside (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
calx_field_set_property (GObject      *object,
                         guint         property,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  CalxField *self = CALX_FIELD (object);

  switch (property)
    {
    case PROP_TITLE:
      g_clear_pointer (&self->title, g_free);
      self->title = g_value_dup_string (value);
      update (self);
      break;
    case PROP_HINT:
      g_clear_pointer (&self->hint, g_free);
      self->hint = g_value_dup_string (value);
      update (self);
      break;
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_BESIDE:
      set_beside (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
calx_field_dispose (GObject *object)
{
  CalxField *self = CALX_FIELD (object);

  self->child = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->hint, g_free);
  g_clear_pointer (&self->message, g_free);

  G_OBJECT_CLASS (calx_field_parent_class)->dispose (object);
}

static void
calx_field_class_init (CalxFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = calx_field_get_property;
  object_class->set_property = calx_field_set_property;
  object_class->dispose = calx_field_dispose;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BESIDE] = g_param_spec_boolean ("beside", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_field_init (CalxField *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (self->box), self->line);

  self->title_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title_label, 0);
  gtk_label_set_wrap (self->title_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->title_label), "caption-heading");
  gtk_box_append (GTK_BOX (self->line), GTK_WIDGET (self->title_label));

  self->message_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->message_label, 0);
  gtk_label_set_wrap (self->message_label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "caption");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->message_label));
}

void
calx_field_set_message (CalxField  *self,
                        const char *message)
{
  char *own;

  g_return_if_fail (CALX_IS_FIELD (self));

  own = g_strdup (message);
  g_clear_pointer (&self->message, g_free);
  self->message = own;
  update (self);
}

gboolean
calx_field_has_message (CalxField *self)
{
  g_return_val_if_fail (CALX_IS_FIELD (self), FALSE);

  return self->message != NULL;
}
