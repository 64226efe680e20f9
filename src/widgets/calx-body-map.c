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

G_DEFINE_FINAL_TYPE (CalxBodyMap, calx_body_map, GTK_TYPE_WIDGET)

enum
{
  PROP_DESCRIPTION = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
guint calx_body_map_signals[CALX_BODY_MAP_N_SIGNALS];

/* --- what is shown --- */

void
calx_body_map_init_scene (CalxBodyMap *self, CalxBodyScene *scene)
{
  *scene = (CalxBodyScene){
    .body = self->body,
    .view = self->view,
    .lesions = self->drag_lesions != NULL ? self->drag_lesions : self->lesions,
    .selected = self->selected,
    .hover = self->hover,
    .focus = self->has_focus && self->from_keyboard ? self->focus : NULL,
    .show_regions = TRUE,
    .stature_mm = self->stature_mm,
  };
}

static CalxLesion *
find_lesion (CalxBodyMap *self, const char *uuid)
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
  return find_lesion (self, self->selected);
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

void
calx_body_map_update_pointed (CalxBodyMap *self)
{
  const CalxRegion *region = NULL;
  const CalxLesion *lesion = NULL;
  g_autofree char *description = NULL;

  if (self->body != NULL)
    {
      CalxRegions *regions = calx_body_get_regions (self->body);

      lesion = self->dragged != NULL ? self->dragged : find_lesion (self, self->hover_lesion);
      if (lesion != NULL)
        region = calx_regions_find (regions, lesion->region_id);
      else if (self->hover != NULL)
        region = self->hover;
      else if (self->has_focus)
        region = self->focus;
    }
  if (region != NULL)
    description = describe (region, lesion);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->dragged != NULL ? "grabbing"
                                                      : lesion != NULL      ? "grab"
                                                      : self->hover != NULL ? "crosshair"
                                                                            : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  if (g_strcmp0 (description, self->description) == 0)
    return;

  g_free (self->description);
  self->description = g_steal_pointer (&description);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

/* --- drawing --- */

static const CalxPalette *
get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return calx_palette_get (adw_style_manager_get_dark (manager) ? CALX_PALETTE_DARK
                                                                : CALX_PALETTE_LIGHT);
}

static void
drop_figure (CalxBodyMap *self)
{
  g_clear_object (&self->figure);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The figure costs more to draw than everything else together and changes with size and colours
 * alone: it is drawn once into a texture. */
static void
ensure_figure (CalxBodyMap *self, int width, int height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  CalxBodyScene scene;
  g_autoptr (GBytes) bytes = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (self->figure != NULL && self->figure_width == width && self->figure_height == height
      && self->figure_scale == scale)
    return;

  g_clear_object (&self->figure);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  calx_body_map_init_scene (self, &scene);
  calx_body_draw_figure (cr, &scene, &self->transform, get_palette ());
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface)
                                          * cairo_image_surface_get_height (surface),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  self->figure = gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes,
                                         cairo_image_surface_get_stride (surface));
  self->figure_width = width;
  self->figure_height = height;
  self->figure_scale = scale;
  self->n_figure_draws++;
}

static void
calx_body_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CalxBodyMap *self = CALX_BODY_MAP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  CalxBodyScene scene;
  cairo_t *cr;

  if (self->body == NULL || width <= 0 || height <= 0)
    return;

  ensure_figure (self, width, height);
  gtk_snapshot_append_texture (snapshot, self->figure, &bounds);

  calx_body_map_init_scene (self, &scene);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  calx_body_draw_lesions (cr, &scene, &self->transform, get_palette ());
  cairo_destroy (cr);
}

/* --- layout --- */

static GtkSizeRequestMode
calx_body_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
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

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
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

static void
calx_body_map_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CalxBodyMap *self = CALX_BODY_MAP (widget);

  calx_body_transform_fit (&self->transform, 0, 0, width, height);
  calx_body_map_allocate_regions (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
calx_body_map_focus (GtkWidget *widget, GtkDirectionType direction)
{
  /* one stop for Tab: arrows walk inside */
  if (gtk_widget_get_focus_child (widget) != NULL)
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
  gboolean same_regions;

  g_return_if_fail (CALX_IS_BODY_MAP (self));

  if (self->body == body)
    return;

  calx_body_map_end_drag (self);
  same_regions = self->body != NULL && body != NULL
                 && calx_body_get_regions (self->body) == calx_body_get_regions (body);
  if (!same_regions)
    self->hover = self->focus = NULL;
  if (body != NULL)
    calx_body_ref (body);
  g_clear_pointer (&self->body, calx_body_unref);
  self->body = body;
  if (!same_regions)
    calx_body_map_rebuild_regions (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  drop_figure (self);
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

  calx_body_map_end_drag (self);
  g_clear_pointer (&self->lesions, g_ptr_array_unref);
  if (lesions != NULL)
    self->lesions = g_ptr_array_ref (lesions);
  calx_body_map_count_lesions (self);
  calx_body_map_update_pointed (self);
}

void
calx_body_map_set_selected (CalxBodyMap *self, const char *uuid)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));

  if (g_strcmp0 (self->selected, uuid) == 0)
    return;

  g_free (self->selected);
  self->selected = g_strdup (uuid);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
calx_body_map_set_stature (CalxBodyMap *self, double stature_mm)
{
  g_return_if_fail (CALX_IS_BODY_MAP (self));
  g_return_if_fail (stature_mm >= 0);

  if (self->stature_mm == stature_mm)
    return;

  self->stature_mm = stature_mm;
  gtk_widget_queue_draw (GTK_WIDGET (self));
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

guint
calx_body_map_get_n_figure_draws (CalxBodyMap *self)
{
  g_return_val_if_fail (CALX_IS_BODY_MAP (self), 0);

  return self->n_figure_draws;
}

GtkWidget *
calx_body_map_new (CalxView view)
{
  CalxBodyMap *self = g_object_new (CALX_TYPE_BODY_MAP, NULL);

  self->view = view;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      view == CALX_VIEW_ANTERIOR ? _("Body map, front") : _("Body map, back"), -1);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
calx_body_map_dispose (GObject *object)
{
  CalxBodyMap *self = CALX_BODY_MAP (object);
  GtkWidget *child;

  calx_body_map_end_drag (self);
  g_ptr_array_set_size (self->regions, 0);
  self->menu = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (calx_body_map_parent_class)->dispose (object);
}

static void
calx_body_map_finalize (GObject *object)
{
  CalxBodyMap *self = CALX_BODY_MAP (object);

  g_clear_object (&self->figure);
  g_clear_pointer (&self->lesions, g_ptr_array_unref);
  g_clear_pointer (&self->body, calx_body_unref);
  g_ptr_array_unref (self->regions);
  g_free (self->selected);
  g_free (self->hover_lesion);
  g_free (self->description);

  G_OBJECT_CLASS (calx_body_map_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  guint *signals = calx_body_map_signals;

  signals[CALX_BODY_MAP_PLACE]
      = g_signal_new ("place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                      G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_POINTER);
  signals[CALX_BODY_MAP_MOVE]
      = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                      G_TYPE_STRING, G_TYPE_DOUBLE, G_TYPE_DOUBLE, G_TYPE_POINTER);
  signals[CALX_BODY_MAP_SELECT] = g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CALX_BODY_MAP_REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CALX_BODY_MAP_SWITCH_VIEW]
      = g_signal_new ("switch-view", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
calx_body_map_class_init (CalxBodyMapClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = calx_body_map_get_property;
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
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  calx_body_map_install_input (widget_class);
}

static void
calx_body_map_init (CalxBodyMap *self)
{
  self->regions = g_ptr_array_new ();
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (drop_figure), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (drop_figure), NULL);
  calx_body_map_init_input (self);
}
