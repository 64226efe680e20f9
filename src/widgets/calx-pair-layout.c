/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-pair-layout.h"

struct _CalxPairLayout
{
  GtkLayoutManager parent_instance;

  int least_width;
  int spacing;
};

G_DEFINE_FINAL_TYPE (CalxPairLayout, calx_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

/* Those that take room, two at most. */
static guint
list_children (GtkWidget *widget,
               GtkWidget *children[2])
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n < 2;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      children[n++] = child;
  return n;
}

static gboolean
is_beside (CalxPairLayout *self,
           guint           n,
           int             width)
{
  return n == 2 && width >= 2 * self->least_width + self->spacing;
}

static GtkSizeRequestMode
calx_pair_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_one (GtkWidget      *widget,
             GtkOrientation  orientation,
             int             for_size,
             gboolean        natural)
{
  int least, wanted;

  gtk_widget_measure (widget, orientation, for_size, &least, &wanted, NULL, NULL);
  return natural ? wanted : least;
}

static void
calx_pair_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  CalxPairLayout *self = CALX_PAIR_LAYOUT (manager);
  GtkWidget *children[2];
  guint n = list_children (widget, children);
  gboolean beside = is_beside (self, n, for_size);
  int each = beside ? (for_size - self->spacing) / 2 : for_size;

  *minimum = *natural = 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
      int least = measure_one (children[i], orientation, across ? -1 : each, FALSE);
      int wanted = measure_one (children[i], orientation, across ? -1 : each, TRUE);

      if (across)
        {
          *minimum = MAX (*minimum, least);
          *natural += wanted + (i > 0 ? self->spacing : 0);
        }
      else if (beside)
        {
          *minimum = MAX (*minimum, least);
          *natural = MAX (*natural, wanted);
        }
      else
        {
          *minimum += least + (i > 0 ? self->spacing : 0);
          *natural += wanted + (i > 0 ? self->spacing : 0);
        }
    }
}

static void
calx_pair_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  CalxPairLayout *self = CALX_PAIR_LAYOUT (manager);
  GtkWidget *children[2];
  guint n = list_children (widget, children);
  gboolean beside = is_beside (self, n, width);
  int each = beside ? (width - self->spacing) / 2 : width;
  int y = 0;

  for (guint i = 0; i < n; i++)
    {
      int own = beside || n == 1 ? height : measure_one (children[i], GTK_ORIENTATION_VERTICAL, each, FALSE);

      gtk_widget_size_allocate (children[i],
                                &(GtkAllocation){ beside ? (int) i * (each + self->spacing) : 0, beside ? 0 : y, each, own },
                                -1);
      y += own + self->spacing;
    }
}

static void
calx_pair_layout_class_init (CalxPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = calx_pair_layout_get_request_mode;
  layout_class->measure = calx_pair_layout_measure;
  layout_class->allocate = calx_pair_layout_allocate;
}

static void
calx_pair_layout_init (CalxPairLayout *self)
{
}

GtkLayoutManager *
calx_pair_layout_new (int least_width,
                      int spacing)
{
  CalxPairLayout *self = g_object_new (CALX_TYPE_PAIR_LAYOUT, NULL);

  self->least_width = least_width;
  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}
