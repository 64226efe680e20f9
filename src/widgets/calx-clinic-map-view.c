/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-clinic-map-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "calx-format-sites.h"

#define MIN_WIDTH 320
#define MIN_HEIGHT 380
#define NATURAL_WIDTH 620
#define NATURAL_HEIGHT 620
#define SCALE_WIDTH 300.0
#define SCALE_SIZE 13.0
#define GAP 6.0

struct _CalxClinicMapView
{
  GtkWidget      parent_instance;

  CalxClinicMap *map; /* NULL: nothing to show */
};

G_DEFINE_FINAL_TYPE (CalxClinicMapView, calx_clinic_map_view, GTK_TYPE_WIDGET)

static const CalxPalette *
get_palette (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return calx_palette_get (dark ? CALX_PALETTE_CONTRAST_DARK : CALX_PALETTE_CONTRAST_LIGHT);
  return calx_palette_get (dark ? CALX_PALETTE_DARK : CALX_PALETTE_LIGHT);
}

static void
calx_clinic_map_view_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  CalxClinicMapView *self = CALX_CLINIC_MAP_VIEW (widget);
  const CalxPalette *palette = get_palette ();
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double scale_height, figures_height;
  cairo_t *cr;

  if (self->map == NULL)
    return;
  scale_height = calx_clinic_map_draw_scale (self->map, NULL, 0.0, 0.0, SCALE_WIDTH, SCALE_SIZE, palette);
  figures_height = height - scale_height - GAP;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    {
      CalxBodyTransform transform;

      calx_body_transform_fit (&transform, view * width / CALX_N_VIEWS, 0.0, width / CALX_N_VIEWS, figures_height);
      calx_clinic_map_draw_view (self->map, cr, view, &transform, palette);
    }
  calx_clinic_map_draw_scale (self->map, cr, MAX ((width - SCALE_WIDTH) / 2.0, 0.0), figures_height + GAP,
                              MIN (SCALE_WIDTH, width), SCALE_SIZE, palette);
  cairo_destroy (cr);
}

static void
calx_clinic_map_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? MIN_WIDTH : MIN_HEIGHT;
  *natural = across ? NATURAL_WIDTH : NATURAL_HEIGHT;
}

static void
calx_clinic_map_view_dispose (GObject *object)
{
  g_clear_pointer (&CALX_CLINIC_MAP_VIEW (object)->map, calx_clinic_map_unref);

  G_OBJECT_CLASS (calx_clinic_map_view_parent_class)->dispose (object);
}

static void
calx_clinic_map_view_class_init (CalxClinicMapViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_clinic_map_view_dispose;
  widget_class->snapshot = calx_clinic_map_view_snapshot;
  widget_class->measure = calx_clinic_map_view_measure;
  gtk_widget_class_set_css_name (widget_class, "clinicmap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
calx_clinic_map_view_init (CalxClinicMapView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
calx_clinic_map_view_new (void)
{
  return g_object_new (CALX_TYPE_CLINIC_MAP_VIEW, NULL);
}

void
calx_clinic_map_view_set_map (CalxClinicMapView *self,
                              CalxClinicMap     *map)
{
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;

  g_return_if_fail (CALX_IS_CLINIC_MAP_VIEW (self));

  g_clear_pointer (&self->map, calx_clinic_map_unref);
  if (map != NULL)
    {
      self->map = calx_clinic_map_ref (map);
      count = calx_format_site_count (&map->counts->all);
      /* Translators: the name of a picture, for a screen reader: "Map of the clinic: 57 lesions of 21 patients" */
      name = g_strdup_printf (_("Map of the clinic: %s"), count);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name != NULL ? name : _("Map of the clinic"), -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
