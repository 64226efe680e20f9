/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-side-box.h"

#define SIDE_WIDTH_MIN 260
#define SIDE_WIDTH_MAX 340
#define SIDE_FRACTION  0.22

struct _CalxSideBox
{
  GtkWidget  parent_instance;

  GtkWidget *side;
  GtkWidget *separator;
  GtkWidget *content;

  gboolean   collapsed;
  gboolean   show_content;
  guint      notify_source;
};

enum
{
  PROP_0,
  PROP_SIDE,
  PROP_CONTENT,
  PROP_COLLAPSED,
  PROP_SHOW_CONTENT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CalxSideBox, calx_side_box, GTK_TYPE_WIDGET)

static void
measure_child (GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size,
               int            *ret_minimum,
               int            *ret_natural)
{
  *ret_minimum = *ret_natural = 0;
  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, orientation, for_size, ret_minimum, ret_natural, NULL, NULL);
}

static int
get_side_width (CalxSideBox *self,
                int          width)
{
  int minimum, natural;

  measure_child (self->side, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  return MAX (minimum, CLAMP ((int) (width * SIDE_FRACTION), SIDE_WIDTH_MIN, SIDE_WIDTH_MAX));
}

static int
get_separator_width (CalxSideBox *self)
{
  int minimum, natural;

  measure_child (self->separator, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  return minimum;
}

static gboolean
is_too_narrow (CalxSideBox *self,
               int          width)
{
  int minimum, natural;

  measure_child (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  return width < CALX_SIDE_BOX_BOTH_WIDTH ||
         width < get_side_width (self, width) + get_separator_width (self) + minimum;
}

static void
calx_side_box_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  CalxSideBox *self = CALX_SIDE_BOX (widget);
  int side_minimum, side_natural, content_minimum, content_natural;
  int side_size = -1, content_size = -1;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      side_size = content_size = for_size;
      if (!is_too_narrow (self, for_size))
        {
          side_size = get_side_width (self, for_size);
          content_size = for_size - side_size - get_separator_width (self);
        }
    }
  measure_child (self->side, orientation, side_size, &side_minimum, &side_natural);
  measure_child (self->content, orientation, content_size, &content_minimum, &content_natural);

  *minimum = MAX (side_minimum, content_minimum);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = side_natural + get_separator_width (self) + content_natural;
  else
    *natural = MAX (side_natural, content_natural);
}

static gboolean
notify_collapsed_cb (gpointer user_data)
{
  CalxSideBox *self = user_data;

  self->notify_source = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COLLAPSED]);
  return G_SOURCE_REMOVE;
}

static void
update_children (CalxSideBox *self)
{
  if (self->side != NULL)
    gtk_widget_set_child_visible (self->side, !self->collapsed || !self->show_content);
  gtk_widget_set_child_visible (self->separator, !self->collapsed);
  if (self->content != NULL)
    gtk_widget_set_child_visible (self->content, !self->collapsed || self->show_content);
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        width,
                int        height,
                int        baseline)
{
  GskTransform *transform;

  if (child == NULL || !gtk_widget_should_layout (child) || !gtk_widget_get_child_visible (child))
    return;
  transform = x == 0 ? NULL : gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, 0));
  gtk_widget_allocate (child, width, height, baseline, transform);
}

static void
calx_side_box_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  CalxSideBox *self = CALX_SIDE_BOX (widget);
  gboolean collapsed = is_too_narrow (self, width);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int side_width, separator_width, content_width;

  if (collapsed != self->collapsed)
    {
      self->collapsed = collapsed;
      /* after the layout, since whoever hears of it changes what is visible */
      if (self->notify_source == 0)
        self->notify_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, notify_collapsed_cb, self, NULL);
    }
  update_children (self);

  if (collapsed)
    {
      allocate_child (self->side, 0, width, height, baseline);
      allocate_child (self->content, 0, width, height, baseline);
      return;
    }
  side_width = get_side_width (self, width);
  separator_width = get_separator_width (self);
  content_width = width - side_width - separator_width;
  allocate_child (self->side, is_rtl ? width - side_width : 0, side_width, height, baseline);
  allocate_child (self->separator, is_rtl ? content_width : side_width, separator_width, height,
                  baseline);
  allocate_child (self->content, is_rtl ? 0 : side_width + separator_width, content_width, height,
                  baseline);
}

static void
calx_side_box_get_property (GObject    *object,
                            guint       property,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CalxSideBox *self = CALX_SIDE_BOX (object);

  switch (property)
    {
    case PROP_SIDE:
      g_value_set_object (value, self->side);
      break;
    case PROP_CONTENT:
      g_value_set_object (value, self->content);
      break;
    case PROP_COLLAPSED:
      g_value_set_boolean (value, self->collapsed);
      break;
    case PROP_SHOW_CONTENT:
      g_value_set_boolean (value, self->show_content);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
calx_side_box_set_property (GObject      *object,
                            guint         property,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  CalxSideBox *self = CALX_SIDE_BOX (object);

  switch (property)
    {
    case PROP_SIDE:
      calx_side_box_set_side (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      calx_side_box_set_content (self, g_value_get_object (value));
      break;
    case PROP_SHOW_CONTENT:
      calx_side_box_set_show_content (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
calx_side_box_dispose (GObject *object)
{
  CalxSideBox *self = CALX_SIDE_BOX (object);

  g_clear_handle_id (&self->notify_source, g_source_remove);
  g_clear_pointer (&self->side, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_side_box_parent_class)->dispose (object);
}

static void
calx_side_box_class_init (CalxSideBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = calx_side_box_get_property;
  object_class->set_property = calx_side_box_set_property;
  object_class->dispose = calx_side_box_dispose;
  widget_class->measure = calx_side_box_measure;
  widget_class->size_allocate = calx_side_box_size_allocate;

  properties[PROP_SIDE] =
    g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_CONTENT] =
    g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_CONTENT] =
    g_param_spec_boolean ("show-content", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_side_box_init (CalxSideBox *self)
{
  self->separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_parent (self->separator, GTK_WIDGET (self));
}

static void
replace_child (CalxSideBox *self,
               GtkWidget  **child,
               GtkWidget   *replacement,
               int          property)
{
  if (*child == replacement)
    return;
  g_clear_pointer (child, gtk_widget_unparent);
  *child = replacement;
  if (replacement != NULL)
    gtk_widget_set_parent (replacement, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
calx_side_box_set_side (CalxSideBox *self,
                        GtkWidget   *side)
{
  g_return_if_fail (CALX_IS_SIDE_BOX (self));

  replace_child (self, &self->side, side, PROP_SIDE);
}

void
calx_side_box_set_content (CalxSideBox *self,
                           GtkWidget   *content)
{
  g_return_if_fail (CALX_IS_SIDE_BOX (self));

  replace_child (self, &self->content, content, PROP_CONTENT);
}

gboolean
calx_side_box_get_collapsed (CalxSideBox *self)
{
  g_return_val_if_fail (CALX_IS_SIDE_BOX (self), FALSE);

  return self->collapsed;
}

gboolean
calx_side_box_get_show_content (CalxSideBox *self)
{
  g_return_val_if_fail (CALX_IS_SIDE_BOX (self), FALSE);

  return self->show_content;
}

void
calx_side_box_set_show_content (CalxSideBox *self,
                                gboolean     show_content)
{
  g_return_if_fail (CALX_IS_SIDE_BOX (self));

  show_content = !!show_content;
  if (self->show_content == show_content)
    return;
  self->show_content = show_content;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_CONTENT]);
}
