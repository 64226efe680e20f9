/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-map-views.h"

#include <glib/gi18n-lib.h>

/* Pixels. */
#define SPACING 6 /* between all parts */
#define MAX_SINGLE_HEIGHT                                                                          \
  450 /* a narrow window is low too: the whole body should be seen at once */

struct _CalxMapViews
{
  GtkWidget parent_instance;
  GtkWidget *switcher;
  GtkWidget *buttons[CALX_N_VIEWS];
  GtkWidget *maps[CALX_N_VIEWS];
  CalxView view;
};

G_DEFINE_FINAL_TYPE (CalxMapViews, calx_map_views, GTK_TYPE_WIDGET)

static int
measure_min (GtkWidget *widget, GtkOrientation orientation, int for_size)
{
  int minimum;

  gtk_widget_measure (widget, orientation, for_size, &minimum, NULL, NULL, NULL);
  return minimum;
}

static int
natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static GtkSizeRequestMode
calx_map_views_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
calx_map_views_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  CalxMapViews *self = CALX_MAP_VIEWS (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (measure_min (self->switcher, orientation, -1),
                      measure_min (self->maps[0], orientation, -1));
      *natural = natural_width (self->maps[0]) + SPACING + natural_width (self->maps[1]);
    }
  else if (for_size >= CALX_MAP_VIEWS_PAIR_WIDTH)
    {
      int width = (for_size - SPACING) / 2;

      *minimum = *natural = MAX (measure_min (self->maps[0], orientation, width),
                                 measure_min (self->maps[1], orientation, width));
    }
  else
    {
      int map_height = measure_min (self->maps[self->view], orientation, for_size);

      *minimum = *natural = measure_min (self->switcher, orientation, -1) + SPACING
                            + MIN (map_height, MAX_SINGLE_HEIGHT);
    }
}

static void
allocate (GtkWidget *widget, int x, int y, int width, int height)
{
  gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, width, height }, -1);
}

/* What is hidden gets its place too: assistive technology may still ask for its size. */
static void
calx_map_views_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CalxMapViews *self = CALX_MAP_VIEWS (widget);
  gboolean pair = width >= CALX_MAP_VIEWS_PAIR_WIDTH;
  int switcher_height = measure_min (self->switcher, GTK_ORIENTATION_VERTICAL, -1);
  int each = (width - SPACING) / 2;
  int top = switcher_height + SPACING;

  gtk_widget_set_child_visible (self->switcher, !pair);
  allocate (self->switcher, 0, 0, width, switcher_height);
  for (CalxView i = 0; i < CALX_N_VIEWS; i++)
    {
      gtk_widget_set_child_visible (self->maps[i], pair || i == self->view);
      if (pair)
        allocate (self->maps[i], i * (each + SPACING), 0, each, height);
      else
        allocate (self->maps[i], 0, top, width, height - top);
    }
}

static void
on_toggled (GtkToggleButton *button, CalxMapViews *self)
{
  for (CalxView i = 0; i < CALX_N_VIEWS; i++)
    if (gtk_toggle_button_get_active (button) && GTK_WIDGET (button) == self->buttons[i])
      calx_map_views_show_view (self, i);
}

/* The other view takes the keyboard too: at the same region where it has that one. */
static void
on_switch_view (CalxBodyMap *map, CalxMapViews *self)
{
  CalxView other = calx_body_map_get_view (map) == CALX_VIEW_ANTERIOR ? CALX_VIEW_POSTERIOR
                                                                      : CALX_VIEW_ANTERIOR;

  calx_map_views_show_view (self, other);
  gtk_widget_set_child_visible (self->maps[other],
                                TRUE); /* now: the next layout is too late for the keyboard */
  gtk_widget_grab_focus (self->maps[other]);
}

CalxBodyMap *
calx_map_views_get_map (CalxMapViews *self, CalxView view)
{
  g_return_val_if_fail (CALX_IS_MAP_VIEWS (self), NULL);
  g_return_val_if_fail (view < CALX_N_VIEWS, NULL);

  return CALX_BODY_MAP (self->maps[view]);
}

void
calx_map_views_show_view (CalxMapViews *self, CalxView view)
{
  g_return_if_fail (CALX_IS_MAP_VIEWS (self));
  g_return_if_fail (view < CALX_N_VIEWS);

  if (self->view == view)
    return;

  self->view = view;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[view]), TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

CalxView
calx_map_views_get_view (CalxMapViews *self)
{
  g_return_val_if_fail (CALX_IS_MAP_VIEWS (self), CALX_VIEW_ANTERIOR);

  return self->view;
}

static void
calx_map_views_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (calx_map_views_parent_class)->dispose (object);
}

static void
calx_map_views_class_init (CalxMapViewsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_map_views_dispose;
  widget_class->get_request_mode = calx_map_views_get_request_mode;
  widget_class->measure = calx_map_views_measure;
  widget_class->size_allocate = calx_map_views_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "mapviews");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
calx_map_views_init (CalxMapViews *self)
{
  const char *names[CALX_N_VIEWS] = { _("Front"), _("Back") };

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Body map"), -1);
  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_set_homogeneous (GTK_BOX (self->switcher), TRUE);
  gtk_widget_add_css_class (self->switcher, "linked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("View of the body"), -1);
  gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));

  for (CalxView i = 0; i < CALX_N_VIEWS; i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (names[i]);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                     GTK_TOGGLE_BUTTON (self->buttons[0]));
      g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (on_toggled), self);
      gtk_box_append (GTK_BOX (self->switcher), self->buttons[i]);

      self->maps[i] = calx_body_map_new (i);
      g_signal_connect (self->maps[i], "switch-view", G_CALLBACK (on_switch_view), self);
      gtk_widget_set_parent (self->maps[i], GTK_WIDGET (self));
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
}
