/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-map-views.h"

#include <glib/gi18n-lib.h>

#include "calx-map-insets.h"

/* Pixels. */
#define SPACING 6 /* between all parts */
#define DETAILS_SPACING 12
#define MAX_SINGLE_HEIGHT                                                                          \
  450 /* a narrow window is low too: the whole body should be seen at once */

struct _CalxMapViews
{
  GtkWidget parent_instance;
  GtkWidget *switcher;
  GtkWidget *buttons[CALX_N_VIEWS];
  GtkWidget *maps[CALX_N_VIEWS];
  GtkWidget *insets;
  GtkWidget *insets_scrolled;
  GtkWidget *details; /* NULL: none */
  CalxView view;
  CalxBody *body;
  GPtrArray *lesions;
  char *selected;
  double stature_mm;
  CalxSex sex;
  CalxSkin skin;
  gboolean pen;
  CalxBodyMap *speaker; /* whose description is shown; not owned */
  CalxBodyMap *enlarged; /* the inset that fills a map; not owned */
};

G_DEFINE_FINAL_TYPE (CalxMapViews, calx_map_views, GTK_TYPE_WIDGET)

enum
{
  PROP_DESCRIPTION = 1,
  PROP_PEN,
  PROP_DETAILS,
  N_PROPS
};

enum
{
  PLACE,
  EDIT,
  COPY,
  SELECT,
  OPEN,
  REMOVE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* --- layout --- */

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

/* How high the maps are, with the switch where there is one. */
static int
measure_maps (CalxMapViews *self, int width)
{
  const GtkOrientation orientation = GTK_ORIENTATION_VERTICAL;

  if (width >= CALX_MAP_VIEWS_PAIR_WIDTH)
    {
      int each = (width - SPACING) / 2;

      return MAX (measure_min (self->maps[0], orientation, each),
                  measure_min (self->maps[1], orientation, each));
    }
  return measure_min (self->switcher, orientation, -1) + SPACING
         + MIN (measure_min (self->maps[self->view], orientation, width), MAX_SINGLE_HEIGHT);
}

/* With the space below it. */
static int
measure_details (CalxMapViews *self, int width)
{
  if (self->details == NULL || !gtk_widget_should_layout (self->details))
    return 0;

  return measure_min (self->details, GTK_ORIENTATION_VERTICAL, width) + DETAILS_SPACING;
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
      *minimum = MAX (*minimum, measure_min (self->insets_scrolled, orientation, -1));
      if (self->details != NULL)
        *minimum = MAX (*minimum, measure_min (self->details, orientation, -1));
      *natural = natural_width (self->maps[0]) + SPACING + natural_width (self->maps[1]);
    }
  else
    {
      *minimum = *natural = measure_maps (self, for_size) + SPACING
                            + measure_details (self, for_size)
                            + measure_min (self->insets_scrolled, orientation, for_size);
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
  int insets_height = measure_min (self->insets_scrolled, GTK_ORIENTATION_VERTICAL, width);
  int details_height = measure_details (self, width);
  int maps_height = height - insets_height - details_height - SPACING;

  gtk_widget_set_child_visible (self->switcher, !pair);
  allocate (self->switcher, 0, 0, width, switcher_height);
  for (CalxView i = 0; i < CALX_N_VIEWS; i++)
    {
      gtk_widget_set_child_visible (self->maps[i], pair || i == self->view);
      if (pair)
        allocate (self->maps[i], i * (each + SPACING), 0, each, maps_height);
      else
        allocate (self->maps[i], 0, top, width, maps_height - top);
    }
  if (details_height > 0)
    allocate (self->details, 0, maps_height + SPACING, width, details_height - DETAILS_SPACING);
  allocate (self->insets_scrolled, 0, maps_height + SPACING + details_height, width, insets_height);
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

/* --- what the maps say --- */

static void
on_place (CalxBodyMap *map,
          double x,
          double y,
          const CalxRegion *region,
          GArray *outline,
          CalxMapViews *self)
{
  g_signal_emit (self, signals[PLACE], 0, calx_body_map_get_view (map), x, y, region, outline);
}

static void
on_edit (CalxMapViews *self, CalxLesion *lesion)
{
  g_signal_emit (self, signals[EDIT], 0, lesion);
}

static void
on_copy (CalxMapViews *self, const char *uuid)
{
  g_signal_emit (self, signals[COPY], 0, uuid);
}

static void
on_select (CalxMapViews *self, const char *uuid)
{
  g_signal_emit (self, signals[SELECT], 0, uuid);
}

static void
on_open (CalxMapViews *self, const char *uuid)
{
  g_signal_emit (self, signals[OPEN], 0, uuid);
}

static void
on_remove (CalxMapViews *self, const char *uuid)
{
  g_signal_emit (self, signals[REMOVE], 0, uuid);
}

static void
on_described (CalxBodyMap *map, GParamSpec *pspec, CalxMapViews *self)
{
  if (calx_body_map_get_description (map) != NULL)
    self->speaker = map;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void set_pen (CalxMapViews *self, gboolean pen);

static void
on_pen (CalxBodyMap *map, GParamSpec *pspec, CalxMapViews *self)
{
  set_pen (self, calx_body_map_get_pen (map));
}

static void
connect_map (CalxMapViews *self, CalxBodyMap *map)
{
  g_signal_connect (map, "place", G_CALLBACK (on_place), self);
  g_signal_connect_swapped (map, "edit", G_CALLBACK (on_edit), self);
  g_signal_connect_swapped (map, "copy", G_CALLBACK (on_copy), self);
  g_signal_connect_swapped (map, "select", G_CALLBACK (on_select), self);
  g_signal_connect_swapped (map, "open", G_CALLBACK (on_open), self);
  g_signal_connect_swapped (map, "remove", G_CALLBACK (on_remove), self);
  g_signal_connect (map, "notify::description", G_CALLBACK (on_described), self);
  g_signal_connect (map, "notify::pen", G_CALLBACK (on_pen), self);
}

/* --- insets --- */

/* The keyboard goes into the map, to the first region that the inset is for. */
static void
on_enlarge (CalxMapInsets *insets, guint index, CalxMapViews *self)
{
  const CalxBodyInset *inset = calx_body_get_inset (self->body, index);
  CalxBodyMap *map = CALX_BODY_MAP (self->maps[inset->view]);

  calx_map_views_show_view (self, inset->view);
  gtk_widget_set_child_visible (GTK_WIDGET (map), TRUE);
  calx_body_map_enlarge (map, inset);
  self->enlarged = calx_map_insets_get_map (insets, index);
  calx_body_map_focus_region (map, g_ptr_array_index (inset->regions, 0));
}

/* Closed again, it gets the keyboard back. */
static void
on_enlarged (CalxBodyMap *map, GParamSpec *pspec, CalxMapViews *self)
{
  CalxBodyMap *inset = self->enlarged;
  gboolean enlarged;

  g_object_get (map, "enlarged", &enlarged, NULL);
  if (enlarged || inset == NULL)
    return;

  self->enlarged = NULL;
  if (gtk_widget_get_focus_child (GTK_WIDGET (map)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (inset));
}

/* --- what the maps are given --- */

typedef void (*CalxMapFunc) (CalxMapViews *self, CalxBodyMap *map);

static void
for_each_map (CalxMapViews *self, CalxMapFunc func)
{
  for (CalxView i = 0; i < CALX_N_VIEWS; i++)
    func (self, CALX_BODY_MAP (self->maps[i]));
  for (guint i = 0; i < calx_map_views_get_n_insets (self); i++)
    func (self, calx_map_views_get_inset (self, i));
}

static void
give_lesions (CalxMapViews *self, CalxBodyMap *map)
{
  calx_body_map_set_lesions (map, self->lesions);
}

static void
give_selected (CalxMapViews *self, CalxBodyMap *map)
{
  calx_body_map_set_selected (map, self->selected);
}

static void
give_stature (CalxMapViews *self, CalxBodyMap *map)
{
  calx_body_map_set_stature (map, self->stature_mm);
}

static void
give_person (CalxMapViews *self, CalxBodyMap *map)
{
  calx_body_map_set_person (map, self->sex, self->skin);
}

static void
give_pen (CalxMapViews *self, CalxBodyMap *map)
{
  calx_body_map_set_pen (map, self->pen);
}

static void
give_all (CalxMapViews *self, CalxBodyMap *map)
{
  give_lesions (self, map);
  give_selected (self, map);
  give_stature (self, map);
  give_person (self, map);
  give_pen (self, map);
}

static void
set_pen (CalxMapViews *self, gboolean pen)
{
  if (self->pen == pen)
    return;

  self->pen = pen;
  for_each_map (self, give_pen);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PEN]);
}

void
calx_map_views_set_body (CalxMapViews *self, CalxBody *body)
{
  g_return_if_fail (CALX_IS_MAP_VIEWS (self));
  g_return_if_fail (body != NULL);

  if (self->body == body)
    return;

  g_clear_pointer (&self->body, calx_body_unref);
  self->body = calx_body_ref (body);
  self->speaker = self->enlarged = NULL;
  for (CalxView i = 0; i < CALX_N_VIEWS; i++)
    calx_body_map_set_body (CALX_BODY_MAP (self->maps[i]), body);
  calx_map_insets_set_body (CALX_MAP_INSETS (self->insets), body);
  for (guint i = 0; i < calx_map_views_get_n_insets (self); i++)
    {
      connect_map (self, calx_map_views_get_inset (self, i));
      give_all (self, calx_map_views_get_inset (self, i));
    }
}

void
calx_map_views_set_lesions (CalxMapViews *self, GPtrArray *lesions)
{
  g_return_if_fail (CALX_IS_MAP_VIEWS (self));

  if (lesions != NULL)
    g_ptr_array_ref (lesions);
  g_clear_pointer (&self->lesions, g_ptr_array_unref);
  self->lesions = lesions;
  for_each_map (self, give_lesions);
}

void
calx_map_views_set_selected (CalxMapViews *self, const char *uuid)
{
  char *own = g_strdup (uuid);

  g_return_if_fail (CALX_IS_MAP_VIEWS (self));

  g_free (self->selected);
  self->selected = own;
  for_each_map (self, give_selected);
}

void
calx_map_views_set_stature (CalxMapViews *self, double stature_mm)
{
  g_return_if_fail (CALX_IS_MAP_VIEWS (self));

  self->stature_mm = stature_mm;
  for_each_map (self, give_stature);
}

void
calx_map_views_set_person (CalxMapViews *self, CalxSex sex, CalxSkin skin)
{
  g_return_if_fail (CALX_IS_MAP_VIEWS (self));

  self->sex = sex;
  self->skin = skin;
  for_each_map (self, give_person);
}

/* --- public --- */

const char *
calx_map_views_get_description (CalxMapViews *self)
{
  g_return_val_if_fail (CALX_IS_MAP_VIEWS (self), NULL);

  return self->speaker != NULL ? calx_body_map_get_description (self->speaker) : NULL;
}

gboolean
calx_map_views_is_inset_used (CalxMapViews *self)
{
  g_return_val_if_fail (CALX_IS_MAP_VIEWS (self), FALSE);

  return self->speaker != NULL && GTK_WIDGET (self->speaker) != self->maps[CALX_VIEW_ANTERIOR]
         && GTK_WIDGET (self->speaker) != self->maps[CALX_VIEW_POSTERIOR];
}

guint
calx_map_views_get_n_insets (CalxMapViews *self)
{
  g_return_val_if_fail (CALX_IS_MAP_VIEWS (self), 0);

  return calx_map_insets_get_n (CALX_MAP_INSETS (self->insets));
}

CalxBodyMap *
calx_map_views_get_inset (CalxMapViews *self, guint index)
{
  g_return_val_if_fail (CALX_IS_MAP_VIEWS (self), NULL);

  return calx_map_insets_get_map (CALX_MAP_INSETS (self->insets), index);
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

/* --- object --- */

static void
calx_map_views_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CalxMapViews *self = CALX_MAP_VIEWS (object);

  switch (property_id)
    {
    case PROP_DESCRIPTION:
      g_value_set_string (value, calx_map_views_get_description (self));
      break;
    case PROP_PEN:
      g_value_set_boolean (value, self->pen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_details (CalxMapViews *self, GtkWidget *details)
{
  g_clear_pointer (&self->details, gtk_widget_unparent);
  self->details = details;
  if (details != NULL)
    gtk_widget_insert_before (details, GTK_WIDGET (self), self->insets_scrolled);
}

static void
calx_map_views_set_property (GObject *object,
                             guint property_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PEN:
      set_pen (CALX_MAP_VIEWS (object), g_value_get_boolean (value));
      break;
    case PROP_DETAILS:
      set_details (CALX_MAP_VIEWS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
calx_map_views_dispose (GObject *object)
{
  CalxMapViews *self = CALX_MAP_VIEWS (object);
  GtkWidget *child;

  self->speaker = self->enlarged = NULL;
  self->details = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (calx_map_views_parent_class)->dispose (object);
}

static void
calx_map_views_finalize (GObject *object)
{
  CalxMapViews *self = CALX_MAP_VIEWS (object);

  g_clear_pointer (&self->body, calx_body_unref);
  g_clear_pointer (&self->lesions, g_ptr_array_unref);
  g_free (self->selected);

  G_OBJECT_CLASS (calx_map_views_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  const struct
  {
    int signal;
    const char *name;
  } of_uuid[] = { { COPY, "copy" }, { SELECT, "select" }, { OPEN, "open" }, { REMOVE, "remove" } };

  signals[PLACE] = g_signal_new ("place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 5, G_TYPE_INT, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_POINTER,
                                 G_TYPE_POINTER);
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_POINTER);
  for (gsize i = 0; i < G_N_ELEMENTS (of_uuid); i++)
    signals[of_uuid[i].signal] = g_signal_new (of_uuid[i].name, type, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
calx_map_views_class_init (CalxMapViewsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = calx_map_views_get_property;
  object_class->set_property = calx_map_views_set_property;
  object_class->dispose = calx_map_views_dispose;
  object_class->finalize = calx_map_views_finalize;
  widget_class->get_request_mode = calx_map_views_get_request_mode;
  widget_class->measure = calx_map_views_measure;
  widget_class->size_allocate = calx_map_views_size_allocate;

  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PEN] = g_param_spec_boolean (
      "pen", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAILS]
    = g_param_spec_object ("details", NULL, NULL, GTK_TYPE_WIDGET,
                           G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (G_TYPE_FROM_CLASS (klass));

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
      g_signal_connect (self->maps[i], "notify::enlarged", G_CALLBACK (on_enlarged), self);
      connect_map (self, CALX_BODY_MAP (self->maps[i]));
      gtk_widget_set_parent (self->maps[i], GTK_WIDGET (self));
    }
  self->insets = calx_map_insets_new ();
  g_signal_connect (self->insets, "enlarge", G_CALLBACK (on_enlarge), self);
  self->insets_scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->insets_scrolled), GTK_POLICY_ALWAYS,
                                  GTK_POLICY_NEVER);
  /* The bar stands below the titles, always seen: the row goes on. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->insets_scrolled), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->insets_scrolled), self->insets);
  gtk_widget_set_parent (self->insets_scrolled, GTK_WIDGET (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[0]), TRUE);
}
