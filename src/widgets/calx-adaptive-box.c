/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-adaptive-box.h"

#include <glib/gi18n-lib.h>

#define N_PANES 3

typedef struct
{
  GtkWidget *child;    /* owned by the widget tree */
  GtkWidget *button;
  GtkWidget *icon;
  GtkWidget *label;
} Pane;

struct _CalxAdaptiveBox
{
  GtkWidget parent_instance;

  Pane       panes[N_PANES];
  GtkWidget *switcher;
  GtkWidget *separators[N_PANES - 1];

  guint      n_panes;      /* as last allocated; 0 before */
  guint      visible_pane;
  guint      notify_id;
  gboolean   updating;     /* the buttons are being set from here, not by the person */
};

G_DEFINE_TYPE (CalxAdaptiveBox, calx_adaptive_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FIRST,
  PROP_SECOND,
  PROP_THIRD,
  PROP_FIRST_TITLE,
  PROP_SECOND_TITLE,
  PROP_THIRD_TITLE,
  PROP_FIRST_ICON_NAME,
  PROP_SECOND_ICON_NAME,
  PROP_THIRD_ICON_NAME,
  PROP_N_PANES,
  PROP_VISIBLE_PANE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Shares of the width in hundredths, by the number of panes side by side. */
static const int shares[N_PANES + 1][N_PANES] = {
  { 0, 0, 0 },
  { 100, 0, 0 },
  { 50, 50, 0 },
  { 34, 31, 35 },
};

static int
minimum_width (GtkWidget *widget)
{
  int minimum = 0;

  if (widget != NULL)
    gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* The content of the window: the ancestor right below the root, itself where there is none. */
static int
window_width (CalxAdaptiveBox *self,
              int              own_width)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent == NULL || GTK_IS_ROOT (parent))
    return own_width;

  while (parent != NULL && !GTK_IS_ROOT (parent))
    {
      widget = parent;
      parent = gtk_widget_get_parent (widget);
    }

  return MAX (gtk_widget_get_width (widget), own_width);
}

static guint
panes_that_fit (CalxAdaptiveBox *self,
                int              width)
{
  int window = window_width (self, width);
  int first = minimum_width (self->panes[0].child);
  int second = minimum_width (self->panes[1].child);
  int third = minimum_width (self->panes[2].child);
  int separator = minimum_width (self->separators[0]);

  if (window >= CALX_ADAPTIVE_BOX_THREE_PANES_WIDTH &&
      width >= first + second + third + 2 * separator)
    return 3;
  if (window >= CALX_ADAPTIVE_BOX_TWO_PANES_WIDTH &&
      width >= first + separator + MAX (second, third))
    return 2;
  return 1;
}

/* Whether pane @position is on screen with @n_panes side by side. */
static gboolean
is_shown (CalxAdaptiveBox *self,
          guint            position,
          guint            n_panes)
{
  if (n_panes == 3)
    return TRUE;
  if (n_panes == 2)
    return position == 0 || position == (self->visible_pane == 0 ? 1 : self->visible_pane);
  return position == self->visible_pane;
}

static gboolean
notify_n_panes (gpointer data)
{
  CalxAdaptiveBox *self = data;

  self->notify_id = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PANES]);
  return G_SOURCE_REMOVE;
}

static void
update_children (CalxAdaptiveBox *self,
                 guint            n_panes)
{
  self->updating = TRUE;
  for (guint i = 0; i < N_PANES; i++)
    {
      gboolean shown = is_shown (self, i, n_panes);

      if (self->panes[i].child != NULL)
        gtk_widget_set_child_visible (self->panes[i].child, shown);
      gtk_widget_set_visible (self->panes[i].button, n_panes == 1 || i > 0);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->panes[i].button),
                                    shown && (n_panes == 1 || i > 0));
    }
  self->updating = FALSE;
  gtk_widget_set_child_visible (self->switcher, n_panes < 3);
}

static GtkSizeRequestMode
calx_adaptive_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
calx_adaptive_box_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  CalxAdaptiveBox *self = CALX_ADAPTIVE_BOX (widget);
  int switcher_minimum, switcher_natural;

  gtk_widget_measure (self->switcher, orientation, -1, &switcher_minimum, &switcher_natural, NULL, NULL);
  *minimum = 0;
  *natural = 0;
  for (guint i = 0; i < N_PANES; i++)
    {
      int child_minimum, child_natural;

      if (self->panes[i].child == NULL)
        continue;

      gtk_widget_measure (self->panes[i].child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        *natural += child_natural;
      else
        *natural = MAX (*natural, child_natural);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, switcher_minimum);
    }
  else
    {
      *minimum += switcher_minimum;
      *natural += switcher_natural;
    }
  *natural = MAX (*natural, *minimum);
}

static void
allocate (GtkWidget *widget,
          int        x,
          int        y,
          int        width,
          int        height)
{
  if (widget != NULL)
    gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, width, height }, -1);
}

/* Widths by share, none below its minimum; the last pane takes the rest. */
static void
divide_width (CalxAdaptiveBox *self,
              const guint     *shown,
              guint            n_shown,
              int              available,
              int             *widths)
{
  int minimums[N_PANES] = { 0 };
  int left = available;
  int needed = 0;

  for (guint i = 0; i < n_shown; i++)
    {
      minimums[i] = minimum_width (self->panes[shown[i]].child);
      needed += minimums[i];
    }
  for (guint i = 0; i < n_shown; i++)
    {
      needed -= minimums[i];
      if (i + 1 == n_shown)
        widths[i] = left;
      else
        widths[i] = CLAMP (available * shares[n_shown][i] / 100, minimums[i], MAX (minimums[i], left - needed));
      left -= widths[i];
    }
}

static void
calx_adaptive_box_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  CalxAdaptiveBox *self = CALX_ADAPTIVE_BOX (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n_panes = panes_that_fit (self, width);
  guint shown[N_PANES];
  guint n_shown = 0;
  int widths[N_PANES] = { 0 };
  int separator = minimum_width (self->separators[0]);
  int switcher_height = 0;
  int x = 0;

  if (n_panes != self->n_panes)
    {
      self->n_panes = n_panes;
      update_children (self, n_panes);
      /* not from here: a handler that changes a widget during allocation would be ignored */
      if (self->notify_id == 0)
        self->notify_id = g_idle_add (notify_n_panes, self);
    }

  for (guint i = 0; i < N_PANES; i++)
    if (is_shown (self, i, n_panes))
      shown[n_shown++] = i;
  divide_width (self, shown, n_shown, width - (int) (n_shown - 1) * separator, widths);

  if (n_panes < 3)
    gtk_widget_measure (self->switcher, GTK_ORIENTATION_VERTICAL, -1, &switcher_height, NULL, NULL, NULL);

  for (guint i = 0; i < N_PANES - 1; i++)
    gtk_widget_set_child_visible (self->separators[i], i + 1 < n_shown);

  for (guint i = 0; i < n_shown; i++)
    {
      int left = rtl ? width - x - widths[i] : x;
      int below = n_panes == 1 || (n_panes == 2 && i == 1) ? switcher_height : 0;

      allocate (self->panes[shown[i]].child, left, 0, widths[i], height - below);
      if (below > 0)
        allocate (self->switcher, left, height - below, widths[i], below);
      x += widths[i];
      if (i + 1 < n_shown)
        allocate (self->separators[i], rtl ? width - x - separator : x, 0, separator, height);
      x += separator;
    }
}

static void
button_toggled_cb (CalxAdaptiveBox *self,
                   GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->updating)
    return;
  for (guint i = 0; i < N_PANES; i++)
    if (GTK_WIDGET (button) == self->panes[i].button)
      calx_adaptive_box_set_visible_pane (self, i);
}

static void
set_child (CalxAdaptiveBox *self,
           guint            position,
           GtkWidget       *child)
{
  Pane *pane = &self->panes[position];

  if (pane->child == child)
    return;
  g_clear_pointer (&pane->child, gtk_widget_unparent);
  pane->child = child;
  if (child != NULL)
    {
      gtk_widget_insert_before (child, GTK_WIDGET (self), self->switcher);
      if (self->n_panes != 0)
        gtk_widget_set_child_visible (child, is_shown (self, position, self->n_panes));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST + position]);
}

static void
set_title (CalxAdaptiveBox *self,
           guint            position,
           const char      *title)
{
  gtk_label_set_label (GTK_LABEL (self->panes[position].label), title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->panes[position].button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->panes[position].icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title != NULL ? title : "", -1);
}

static void
calx_adaptive_box_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  CalxAdaptiveBox *self = CALX_ADAPTIVE_BOX (object);

  switch (prop_id)
    {
    case PROP_FIRST:
    case PROP_SECOND:
    case PROP_THIRD:
      g_value_set_object (value, self->panes[prop_id - PROP_FIRST].child);
      break;
    case PROP_FIRST_TITLE:
    case PROP_SECOND_TITLE:
    case PROP_THIRD_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->panes[prop_id - PROP_FIRST_TITLE].label)));
      break;
    case PROP_FIRST_ICON_NAME:
    case PROP_SECOND_ICON_NAME:
    case PROP_THIRD_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (GTK_IMAGE (self->panes[prop_id - PROP_FIRST_ICON_NAME].icon)));
      break;
    case PROP_N_PANES:
      g_value_set_uint (value, calx_adaptive_box_get_n_panes (self));
      break;
    case PROP_VISIBLE_PANE:
      g_value_set_uint (value, self->visible_pane);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
calx_adaptive_box_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  CalxAdaptiveBox *self = CALX_ADAPTIVE_BOX (object);

  switch (prop_id)
    {
    case PROP_FIRST:
    case PROP_SECOND:
    case PROP_THIRD:
      set_child (self, prop_id - PROP_FIRST, g_value_get_object (value));
      break;
    case PROP_FIRST_TITLE:
    case PROP_SECOND_TITLE:
    case PROP_THIRD_TITLE:
      set_title (self, prop_id - PROP_FIRST_TITLE, g_value_get_string (value));
      break;
    case PROP_FIRST_ICON_NAME:
    case PROP_SECOND_ICON_NAME:
    case PROP_THIRD_ICON_NAME:
      gtk_image_set_from_icon_name (GTK_IMAGE (self->panes[prop_id - PROP_FIRST_ICON_NAME].icon),
                                    g_value_get_string (value));
      break;
    case PROP_VISIBLE_PANE:
      calx_adaptive_box_set_visible_pane (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
calx_adaptive_box_dispose (GObject *object)
{
  CalxAdaptiveBox *self = CALX_ADAPTIVE_BOX (object);

  g_clear_handle_id (&self->notify_id, g_source_remove);
  for (guint i = 0; i < N_PANES; i++)
    g_clear_pointer (&self->panes[i].child, gtk_widget_unparent);
  for (guint i = 0; i < N_PANES - 1; i++)
    g_clear_pointer (&self->separators[i], gtk_widget_unparent);
  g_clear_pointer (&self->switcher, gtk_widget_unparent);

  G_OBJECT_CLASS (calx_adaptive_box_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  static const char *const names[] = {
    "first", "second", "third",
    "first-title", "second-title", "third-title",
    "first-icon-name", "second-icon-name", "third-icon-name",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    properties[PROP_FIRST + i] = i < N_PANES
                                   ? g_param_spec_object (names[i], NULL, NULL, GTK_TYPE_WIDGET, flags)
                                   : g_param_spec_string (names[i], NULL, NULL, NULL, flags);
  properties[PROP_N_PANES] = g_param_spec_uint ("n-panes", NULL, NULL, 1, N_PANES, 1,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VISIBLE_PANE] = g_param_spec_uint ("visible-pane", NULL, NULL, 0, N_PANES - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
calx_adaptive_box_class_init (CalxAdaptiveBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = calx_adaptive_box_get_property;
  object_class->set_property = calx_adaptive_box_set_property;
  object_class->dispose = calx_adaptive_box_dispose;
  widget_class->get_request_mode = calx_adaptive_box_get_request_mode;
  widget_class->measure = calx_adaptive_box_measure;
  widget_class->size_allocate = calx_adaptive_box_size_allocate;
  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "calx-adaptive-box");
}

static void
add_button (CalxAdaptiveBox *self,
            Pane            *pane)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  pane->icon = gtk_image_new ();
  pane->label = gtk_label_new ("");
  gtk_widget_add_css_class (pane->label, "caption");
  gtk_widget_set_halign (content, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), pane->icon);
  gtk_box_append (GTK_BOX (content), pane->label);

  pane->button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (pane->button), content);
  gtk_widget_set_hexpand (pane->button, TRUE);
  gtk_widget_add_css_class (pane->button, "flat");
  if (pane != &self->panes[0])
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (pane->button),
                                 GTK_TOGGLE_BUTTON (self->panes[0].button));
  g_signal_connect_object (pane->button, "toggled", G_CALLBACK (button_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->switcher), pane->button);
}

static void
calx_adaptive_box_init (CalxAdaptiveBox *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Session"), -1);
  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  gtk_widget_add_css_class (self->switcher, "calx-switcher");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->switcher),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Parts of the session"), -1);
  gtk_widget_set_parent (self->switcher, GTK_WIDGET (self));
  for (guint i = 0; i < N_PANES; i++)
    add_button (self, &self->panes[i]);
  for (guint i = 0; i < N_PANES - 1; i++)
    {
      self->separators[i] = gtk_separator_new (GTK_ORIENTATION_VERTICAL);
      gtk_widget_set_parent (self->separators[i], GTK_WIDGET (self));
    }
}

GtkWidget *
calx_adaptive_box_new (void)
{
  return g_object_new (CALX_TYPE_ADAPTIVE_BOX, NULL);
}

void
calx_adaptive_box_set_pane (CalxAdaptiveBox *self,
                            guint            position,
                            GtkWidget       *child,
                            const char      *title,
                            const char      *icon_name)
{
  g_return_if_fail (CALX_IS_ADAPTIVE_BOX (self));
  g_return_if_fail (position < N_PANES);
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  set_child (self, position, child);
  set_title (self, position, title);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->panes[position].icon), icon_name);
}

guint
calx_adaptive_box_get_n_panes (CalxAdaptiveBox *self)
{
  g_return_val_if_fail (CALX_IS_ADAPTIVE_BOX (self), 1);

  return MAX (self->n_panes, 1);
}

guint
calx_adaptive_box_get_visible_pane (CalxAdaptiveBox *self)
{
  g_return_val_if_fail (CALX_IS_ADAPTIVE_BOX (self), 0);

  return self->visible_pane;
}

void
calx_adaptive_box_set_visible_pane (CalxAdaptiveBox *self,
                                    guint            position)
{
  g_return_if_fail (CALX_IS_ADAPTIVE_BOX (self));
  g_return_if_fail (position < N_PANES);

  if (self->visible_pane == position)
    return;

  self->visible_pane = position;
  if (self->n_panes != 0)
    {
      update_children (self, self->n_panes);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VISIBLE_PANE]);
}
