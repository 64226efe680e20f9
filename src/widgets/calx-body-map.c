/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-map.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-body-map-private.h"
#include "calx-format.h"

/* Pixels. */
#define MIN_WIDTH 150
#define WIDTH 260
#define MAX_HEIGHT 600
#define INSET_HEIGHT 112
#define INSET_MIN_WIDTH 80
#define INSET_MAX_WIDTH 150

G_DEFINE_FINAL_TYPE (CalxBodyMap, calx_body_map, GTK_TYPE_WIDGET)

enum
{
  PROP_DESCRIPTION = 1,
  PROP_PEN,
  PROP_ENLARGED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
guint calx_body_map_signals[CALX_BODY_MAP_N_SIGNALS];

/* --- what is shown --- */

CalxLesion *
calx_body_map_find_lesion (CalxBodyMap *self, const char *uuid)
{
  for (guint i = 0; uuid != NULL && self->lesions != NULL && i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);

      if (lesion->view == self->view && g_str_equal (lesion->uuid, uuid))
        return lesion;
    }
  return NULL;
}

CalxLesion *
calx_body_map_get_selected_lesion (CalxBodyMap *self)
{
  return calx_body_map_find_lesion (self, self->selected);
}

/* "Right thigh, front: central", before it "L3: " where a mark is meant. */
static char *
describe (const CalxRegion *region, const CalxLesion *lesion)
{
  g_autofree char *name = calx_format_region (region);
  const char *site = calx_format_site_class (region->site_class);

  if (lesion == NULL)
    return g_strdup_printf ("%s: %s", name, site);

  return g_strdup_printf ("L%d: %s: %s", lesion->number, name, site);
}

static char *
describe_pointed (CalxBodyMap *self)
{
  const CalxLesion *lesion
    = self->edited != NULL ? self->edited : calx_body_map_find_lesion (self, self->hover_lesion);
  const CalxRegion *region = NULL;

  if (self->body == NULL)
    return NULL;
  if (self->mode != CALX_MAP_MODE_WALK)
    return calx_body_map_describe_mode (self);

  if (lesion != NULL)
    region = calx_regions_find (calx_body_get_regions (self->body), lesion->region_id);
  else if (self->hover != NULL)
    region = self->hover;
  else if (self->has_focus)
    region = self->focus;

  return region != NULL ? describe (region, lesion) : NULL;
}

static const char *
choose_cursor (CalxBodyMap *self)
{
  CalxMapHandle handle;

  if (self->grip != CALX_MAP_GRIP_NONE || self->panning)
    return "grabbing";
  if (self->pen)
    return "crosshair";
  if (calx_body_map_hit_handle (self, self->pointer_x, self->pointer_y, &handle))
    return handle.grip == CALX_MAP_GRIP_TURN ? "alias" : "move";
  if (self->hover_lesion != NULL)
    return "grab";
  if (self->hover != NULL)
    return "crosshair";

  return calx_map_viewport_is_home (&self->viewport) ? NULL : "grab";
}

/* A screen reader hears of the mode with the region that has the keyboard. */
static void
describe_mode (CalxBodyMap *self, const char *description)
{
  CalxMapRegion *region = self->focus != NULL ? calx_body_map_find_widget (self, self->focus) : NULL;

  if (region != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (region), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    self->mode != CALX_MAP_MODE_WALK ? description : "", -1);
}

void
calx_body_map_update_pointed (CalxBodyMap *self)
{
  g_autofree char *description = describe_pointed (self);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), choose_cursor (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (g_strcmp0 (description, self->description) == 0)
    return;

  g_free (self->description);
  self->description = g_steal_pointer (&description);
  describe_mode (self, self->description);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

/* --- layout --- */

static GtkSizeRequestMode
calx_body_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_inset (CalxBodyMap *self, GtkOrientation orientation)
{
  const CalxBox *home = &self->viewport.home;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    return INSET_HEIGHT;
  return CLAMP ((int) (INSET_HEIGHT * (home->x1 - home->x0) / (home->y1 - home->y0)),
                INSET_MIN_WIDTH, INSET_MAX_WIDTH);
}

static void
calx_body_map_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  const double aspect = (CALX_BODY_Y_MAX - CALX_BODY_Y_MIN) / (CALX_BODY_X_MAX - CALX_BODY_X_MIN);

  if (CALX_BODY_MAP (widget)->inset != NULL)
    *minimum = *natural = measure_inset (CALX_BODY_MAP (widget), orientation);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = WIDTH;
    }
  else
    {
      double width = for_size < 0 ? MIN_WIDTH : for_size;

      /* a scrolled window gives the minimum: the whole figure is always wanted */
      *minimum = *natural = MIN (MAX_HEIGHT, (int) ceil (width * aspect));
    }
}

/* In the corner beside the head, where nothing is drawn while the whole figure is seen. */
static void
allocate_controls (CalxBodyMap *self, int width, int height)
{
  GtkRequisition size;

  gtk_widget_get_preferred_size (self->controls, &size, NULL);
  gtk_widget_size_allocate (self->controls,
                            &(GtkAllocation){ MAX (0, width - size.width), 0,
                                              size.width, size.height },
                            -1);
}

static void
calx_body_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CalxBodyMap *self = CALX_BODY_MAP (widget);

  calx_map_viewport_set_size (&self->viewport, width, height);
  calx_map_viewport_get_transform (&self->viewport, &self->transform);
  calx_body_map_allocate_regions (self);
  if (self->controls != NULL)
    allocate_controls (self, width, height);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
calx_body_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* one stop for Tab: arrows walk inside */
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;

  CALX_BODY_MAP (widget)->from_keyboard = TRUE;
  return calx_body_map_take_focus (CALX_BODY_MAP (widget));
}

static gboolean
calx_body_map_grab_focus (GtkWidget *widget)
{
  return calx_body_map_take_focus (CALX_BODY_MAP (widget));
}

/* --- public --- */

void
calx_body_map_set_body (CalxBodyMap *self, CalxBody *body)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));

  if (self->body == body)
    return;

  calx_body_map_forget_press (self);
  calx_body_map_drop_click (self);
  self->hover = self->focus = NULL;
  if (body != NULL)
    calx_body_ref (body);
  g_clear_pointer (&self->body, calx_body_unref);
  self->body = body;
  calx_body_map_rebuild_regions (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  calx_body_map_drop_figure (self);
  calx_body_map_update_pointed (self);
}

CalxBody *
calx_body_map_get_body (CalxBodyMap *self)
{
  g_return_val_if_fail (CALX_IS_BODY_MAP (self), NULL);

  return self->body;
}

void
calx_body_map_set_lesions (CalxBodyMap *self, GPtrArray *lesions)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));

  if (self->lesions == lesions)
    return;

  calx_body_map_forget_press (self);
  calx_body_map_drop_click (self);
  g_clear_pointer (&self->lesions, g_ptr_array_unref);
  if (lesions != NULL)
    self->lesions = g_ptr_array_ref (lesions);
  calx_body_map_count_lesions (self);
  calx_body_map_drop_marks (self);
  calx_body_map_update_pointed (self);
}

void
calx_body_map_set_selected (CalxBodyMap *self, const char *uuid)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));

  if (g_strcmp0 (self->selected, uuid) == 0)
    return;

  if (self->original != NULL && g_strcmp0 (self->original->uuid, uuid) != 0)
    calx_body_map_drop_edit (self);
  g_free (self->selected);
  self->selected = g_strdup (uuid);
  calx_body_map_drop_marks (self);
  calx_body_map_update_pointed (self);
}

void
calx_body_map_set_stature (CalxBodyMap *self, double stature_mm)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));
  g_return_if_fail (stature_mm >= 0);

  if (self->stature_mm == stature_mm)
    return;

  self->stature_mm = stature_mm;
  calx_body_map_drop_marks (self);
}

void
calx_body_map_set_person (CalxBodyMap *self, CalxSex sex, CalxSkin skin)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));

  if (self->sex == sex && self->skin == skin)
    return;

  self->sex = sex;
  self->skin = skin;
  calx_body_map_drop_figure (self);
}

CalxView
calx_body_map_get_view (CalxBodyMap *self)
{
  g_return_val_if_fail (CALX_IS_BODY_MAP (self), CALX_VIEW_ANTERIOR);

  return self->view;
}

const char *
calx_body_map_get_description (CalxBodyMap *self)
{
  g_return_val_if_fail (CALX_IS_BODY_MAP (self), NULL);

  return self->description;
}

gboolean
calx_body_map_focus_region (CalxBodyMap *self, const CalxRegion *region)
{
  CalxMapRegion *widget;

  g_return_val_if_fail (CALX_IS_BODY_MAP (self), FALSE);

  widget = calx_body_map_find_widget (self, region);
  return widget != NULL && gtk_widget_grab_focus (GTK_WIDGET (widget));
}

void
calx_body_map_set_pen (CalxBodyMap *self, gboolean pen)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));

  if (self->pen == pen)
    return;

  self->pen = pen;
  calx_body_map_drop_stroke (self);
  calx_body_map_update_pointed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PEN]);
}

gboolean
calx_body_map_get_pen (CalxBodyMap *self)
{
  g_return_val_if_fail (CALX_IS_BODY_MAP (self), FALSE);

  return self->pen;
}

guint
calx_body_map_get_n_marks_draws (CalxBodyMap *self)
{
  g_return_val_if_fail (CALX_IS_BODY_MAP (self), 0);

  return self->n_marks_draws;
}

guint
calx_body_map_get_n_figure_draws (CalxBodyMap *self)
{
  g_return_val_if_fail (CALX_IS_BODY_MAP (self), 0);

  return self->n_figure_draws;
}

static CalxBodyMap *
new_map (CalxView view, const CalxBox *home)
{
  CalxBodyMap *self = g_object_new (CALX_TYPE_BODY_MAP, NULL);

  self->view = view;
  calx_map_viewport_init (&self->viewport, home);
  return self;
}

void
calx_body_map_enlarge (CalxBodyMap *self, const CalxBodyInset *inset)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));
  g_return_if_fail (inset != NULL);

  calx_body_map_show_box (self, &inset->box);
  calx_body_map_set_enlarged (self, TRUE);
}

void
calx_body_map_set_enlarged (CalxBodyMap *self, gboolean enlarged)
{
  if (self->enlarged == enlarged)
    return;

  self->enlarged = enlarged;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENLARGED]);
}

GtkWidget *
calx_body_map_new (CalxView view)
{
  const CalxBox whole = { CALX_BODY_X_MIN, CALX_BODY_Y_MIN, CALX_BODY_X_MAX, CALX_BODY_Y_MAX };
  CalxBodyMap *self;

  g_return_val_if_fail (view < CALX_N_VIEWS, NULL);

  self = new_map (view, &whole);
  calx_body_map_init_controls (self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      view == CALX_VIEW_ANTERIOR ? _("Body map, front") : _("Body map, back"), -1);
  return GTK_WIDGET (self);
}

GtkWidget *
calx_body_map_new_inset (const CalxBodyInset *inset)
{
  CalxBodyMap *self;

  g_return_val_if_fail (inset != NULL, NULL);

  self = new_map (inset->view, &inset->box);
  self->inset = g_strdup (_(inset->name));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  calx_body_map_count_lesions (self);
  return GTK_WIDGET (self);
}

/* --- object --- */

static void
calx_body_map_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  CalxBodyMap *self = CALX_BODY_MAP (object);

  switch (property_id)
    {
    case PROP_DESCRIPTION:
      g_value_set_string (value, self->description);
      break;
    case PROP_PEN:
      g_value_set_boolean (value, self->pen);
      break;
    case PROP_ENLARGED:
      g_value_set_boolean (value, self->enlarged);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
calx_body_map_set_property (GObject *object,
                            guint property_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_PEN:
      calx_body_map_set_pen (CALX_BODY_MAP (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
calx_body_map_dispose (GObject *object)
{
  CalxBodyMap *self = CALX_BODY_MAP (object);
  GtkWidget *child;

  calx_body_map_forget_press (self);
  calx_body_map_drop_click (self);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_ptr_array_set_size (self->regions, 0);
  self->menu = self->controls = self->home_button = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (calx_body_map_parent_class)->dispose (object);
}

static void
calx_body_map_finalize (GObject *object)
{
  CalxBodyMap *self = CALX_BODY_MAP (object);

  calx_map_layer_clear (&self->figure);
  calx_map_layer_clear (&self->whole);
  calx_map_layer_clear (&self->marks);
  g_clear_pointer (&self->mark_places, g_array_unref);
  g_clear_pointer (&self->lesions, g_ptr_array_unref);
  g_clear_pointer (&self->body, calx_body_unref);
  g_ptr_array_unref (self->regions);
  g_free (self->inset);
  g_free (self->selected);
  g_free (self->hover_lesion);
  g_free (self->description);

  G_OBJECT_CLASS (calx_body_map_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  guint *signals = calx_body_map_signals;
  const struct
  {
    int signal;
    const char *name;
  } of_uuid[] = {
    { CALX_BODY_MAP_COPY, "copy" },
    { CALX_BODY_MAP_SELECT, "select" },
    { CALX_BODY_MAP_OPEN, "open" },
    { CALX_BODY_MAP_REMOVE, "remove" },
  };

  signals[CALX_BODY_MAP_PLACE]
    = g_signal_new ("place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                    G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[CALX_BODY_MAP_EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 1, G_TYPE_POINTER);
  for (gsize i = 0; i < G_N_ELEMENTS (of_uuid); i++)
    signals[of_uuid[i].signal] = g_signal_new (of_uuid[i].name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                               NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CALX_BODY_MAP_SWITCH_VIEW]
    = g_signal_new ("switch-view", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CALX_BODY_MAP_ENLARGE]
    = g_signal_new ("enlarge", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
calx_body_map_class_init (CalxBodyMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = calx_body_map_get_property;
  object_class->set_property = calx_body_map_set_property;
  object_class->dispose = calx_body_map_dispose;
  object_class->finalize = calx_body_map_finalize;
  widget_class->snapshot = calx_body_map_snapshot;
  widget_class->measure = calx_body_map_measure;
  widget_class->get_request_mode = calx_body_map_get_request_mode;
  widget_class->size_allocate = calx_body_map_size_allocate;
  widget_class->focus = calx_body_map_focus;
  widget_class->grab_focus = calx_body_map_grab_focus;

  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PEN] = g_param_spec_boolean (
      "pen", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ENLARGED] = g_param_spec_boolean ("enlarged", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  calx_body_map_install_view (widget_class);
  calx_body_map_install_menu (widget_class);
}

static void
calx_body_map_init (CalxBodyMap *self)
{
  self->regions = g_ptr_array_new ();
  self->mode = CALX_MAP_MODE_WALK;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (calx_body_map_drop_figure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (calx_body_map_drop_figure), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (calx_body_map_drop_figure), NULL);
  calx_body_map_init_pointer (self);
  calx_body_map_init_touch (self);
  calx_body_map_init_keys (self);
}
