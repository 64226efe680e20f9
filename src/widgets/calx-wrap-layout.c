/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-wrap-layout.h"

struct _CalxWrapLayout
{
  GtkLayoutManager parent_instance;

  int column_spacing;
  int row_spacing;
};

G_DEFINE_TYPE (CalxWrapLayout, calx_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The first two children that take part; NULL where there are fewer. */
static void
get_children (GtkWidget  *widget,
              GtkWidget **ret_children)
{
  int n = 0;

  ret_children[0] = NULL;
  ret_children[1] = NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && n < 2;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      ret_children[n++] = child;
}

static void
measure_width (GtkWidget *child,
               int       *ret_minimum,
               int       *ret_natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, ret_minimum, ret_natural, NULL, NULL);
}

static int
height_for_width (GtkWidget *child,
                  int        width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

static gboolean
fits_one_line (CalxWrapLayout *self,
               GtkWidget     **children,
               int             width)
{
  int minimum, first, second;

  measure_width (children[0], &minimum, &first);
  measure_width (children[1], &minimum, &second);
  return first + self->column_spacing + second <= width;
}

static int
natural_width (GtkWidget *child,
               int        available)
{
  int minimum, natural;

  measure_width (child, &minimum, &natural);
  return MAX (minimum, MIN (natural, available));
}

static GtkSizeRequestMode
calx_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_horizontally (CalxWrapLayout *self,
                      GtkWidget     **children,
                      int            *minimum,
                      int            *natural)
{
  *minimum = 0;
  *natural = 0;
  for (int i = 0; i < 2 && children[i] != NULL; i++)
    {
      int child_minimum, child_natural;

      measure_width (children[i], &child_minimum, &child_natural);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (i > 0 ? self->column_spacing : 0);
    }
}

static int
height_of_both (CalxWrapLayout *self,
                GtkWidget     **children,
                int             width)
{
  int second_width;

  if (children[0] == NULL)
    return 0;
  if (children[1] == NULL)
    return height_for_width (children[0], width);

  second_width = natural_width (children[1], width);
  if (fits_one_line (self, children, width))
    return MAX (height_for_width (children[0], width - self->column_spacing - second_width),
                height_for_width (children[1], second_width));
  return height_for_width (children[0], width) + self->row_spacing + height_for_width (children[1], second_width);
}

static void
calx_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  CalxWrapLayout *self = CALX_WRAP_LAYOUT (manager);
  GtkWidget *children[2];
  int width_minimum, width_natural;

  get_children (widget, children);
  measure_horizontally (self, children, &width_minimum, &width_natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width_minimum;
      *natural = width_natural;
      return;
    }

  *minimum = height_of_both (self, children, for_size < 0 ? width_minimum : for_size);
  *natural = *minimum;
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
calx_wrap_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  CalxWrapLayout *self = CALX_WRAP_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *children[2];
  int second_width;

  get_children (widget, children);
  if (children[0] == NULL)
    return;
  if (children[1] == NULL)
    {
      allocate (children[0], 0, 0, width, height);
      return;
    }

  second_width = natural_width (children[1], width);
  if (fits_one_line (self, children, width))
    {
      int first_width = width - self->column_spacing - second_width;

      allocate (children[0], rtl ? width - first_width : 0, 0, first_width, height);
      allocate (children[1], rtl ? 0 : width - second_width, 0, second_width, height);
    }
  else
    {
      int first_height = height_for_width (children[0], width);

      allocate (children[0], 0, 0, width, first_height);
      allocate (children[1], rtl ? width - second_width : 0, first_height + self->row_spacing,
                second_width, height - first_height - self->row_spacing);
    }
}

static void
calx_wrap_layout_class_init (CalxWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = calx_wrap_layout_get_request_mode;
  layout_class->measure = calx_wrap_layout_measure;
  layout_class->allocate = calx_wrap_layout_allocate;
}

static void
calx_wrap_layout_init (CalxWrapLayout *self)
{
}

GtkLayoutManager *
calx_wrap_layout_new (int column_spacing,
                      int row_spacing)
{
  CalxWrapLayout *self = g_object_new (CALX_TYPE_WRAP_LAYOUT, NULL);

  self->column_spacing = column_spacing;
  self->row_spacing = row_spacing;
  return GTK_LAYOUT_MANAGER (self);
}
