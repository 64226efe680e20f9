/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-map-region.h"

#include <glib/gi18n-lib.h>

#include "calx-body-map-private.h"
#include "calx-format.h"

struct _CalxMapRegion
{
  GtkWidget parent_instance;
  const CalxRegion *region;
};

G_DEFINE_FINAL_TYPE (CalxMapRegion, calx_map_region, GTK_TYPE_WIDGET)

static CalxBodyMap *
get_map (CalxMapRegion *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));

  return CALX_IS_BODY_MAP (parent) ? CALX_BODY_MAP (parent) : NULL;
}

/* The boxes of neighbours overlap: a point belongs to the one that is drawn there. */
static gboolean
calx_map_region_contains (GtkWidget *widget, double x, double y)
{
  CalxMapRegion *self = CALX_MAP_REGION (widget);
  CalxBodyMap *map = get_map (self);
  graphene_point_t point;

  if (map == NULL || x < 0 || y < 0 || x >= gtk_widget_get_width (widget)
      || y >= gtk_widget_get_height (widget))
    return FALSE;
  if (!gtk_widget_compute_point (widget, GTK_WIDGET (map), &GRAPHENE_POINT_INIT (x, y), &point))
    return FALSE;

  return calx_body_map_pick_region (map, point.x, point.y) == self->region;
}

static void
place (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CalxMapRegion *self = CALX_MAP_REGION (widget);
  CalxBodyMap *map = get_map (self);

  if (map != NULL)
    calx_body_map_place_in (map, self->region);
}

static void
on_focus_enter (GtkEventControllerFocus *controller, CalxMapRegion *self)
{
  CalxBodyMap *map = get_map (self);

  if (map != NULL)
    calx_body_map_focus_moved (map, self->region);
}

static void
calx_map_region_class_init (CalxMapRegionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->contains = calx_map_region_contains;

  gtk_widget_class_set_css_name (widget_class, "mapregion");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_widget_class_install_action (widget_class, "region.place", NULL, place);
}

static void
calx_map_region_init (CalxMapRegion *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_enter), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
calx_map_region_new (const CalxRegion *region)
{
  CalxMapRegion *self;

  g_return_val_if_fail (region != NULL, NULL);

  self = g_object_new (CALX_TYPE_MAP_REGION, NULL);
  self->region = region;
  calx_map_region_set_counts (self, 0, 0);

  return GTK_WIDGET (self);
}

const CalxRegion *
calx_map_region_get_region (CalxMapRegion *self)
{
  g_return_val_if_fail (CALX_IS_MAP_REGION (self), NULL);

  return self->region;
}

void
calx_map_region_set_counts (CalxMapRegion *self, guint n_open, guint n_healed)
{
  g_autofree char *name = NULL;
  g_autoptr (GString) label = NULL;

  g_return_if_fail (CALX_IS_MAP_REGION (self));

  name = calx_format_region (self->region);
  label = g_string_new (name);
  g_string_append_printf (label, ", %s", calx_format_site_class (self->region->site_class));
  if (n_open > 0)
    {
      g_string_append (label, ", ");
      g_string_append_printf (
          label, g_dngettext (GETTEXT_PACKAGE, "%u lesion", "%u lesions", n_open), n_open);
    }
  if (n_healed > 0)
    {
      g_string_append (label, ", ");
      g_string_append_printf (
          label, g_dngettext (GETTEXT_PACKAGE, "%u healed", "%u healed", n_healed), n_healed);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str,
                                  -1);
}
