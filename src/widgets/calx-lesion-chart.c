/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-chart.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define MIN_WIDTH 240
#define HEIGHT 130
#define FONT_SIZE 12.0

struct _CalxLesionChart
{
  GtkWidget       parent_instance;

  CalxChart       chart;
  CalxChartPoint *points;
  char           *title;
  char           *unit;
  char          **values;
};

G_DEFINE_FINAL_TYPE (CalxLesionChart, calx_lesion_chart, GTK_TYPE_WIDGET)

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
say (CalxLesionChart *self)
{
  g_autofree char *name = NULL;

  if (self->chart.selected >= 0)
    name = g_strdup_printf (_("%s: %s"), self->title, self->values[self->chart.selected]);
  else
    name = g_strdup (self->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
choose (CalxLesionChart *self,
        int              index)
{
  if (self->chart.n_points == 0)
    return;
  self->chart.selected = CLAMP (index, 0, (int) self->chart.n_points - 1);
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (CalxLesionChart *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      choose (self, self->chart.selected - 1);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      choose (self, self->chart.selected + 1);
      return TRUE;
    case GDK_KEY_Home:
      choose (self, 0);
      return TRUE;
    case GDK_KEY_End:
      choose (self, (int) self->chart.n_points - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
pressed_cb (CalxLesionChart *self,
            int              n_presses,
            double           x,
            double           y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose (self, calx_chart_find (&self->chart, x, gtk_widget_get_width (GTK_WIDGET (self)), FONT_SIZE));
}

static void
calx_lesion_chart_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  CalxLesionChart *self = CALX_LESION_CHART (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot,
                                           &GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) width, (float) height));

  if (self->title != NULL)
    calx_chart_draw (&self->chart, cr, width, height, FONT_SIZE, get_palette ());
  cairo_destroy (cr);
}

static void
calx_lesion_chart_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HEIGHT;
}

static void
calx_lesion_chart_finalize (GObject *object)
{
  CalxLesionChart *self = CALX_LESION_CHART (object);

  g_free (self->points);
  g_free (self->title);
  g_free (self->unit);
  g_strfreev (self->values);

  G_OBJECT_CLASS (calx_lesion_chart_parent_class)->finalize (object);
}

static void
calx_lesion_chart_class_init (CalxLesionChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = calx_lesion_chart_finalize;
  widget_class->snapshot = calx_lesion_chart_snapshot;
  widget_class->measure = calx_lesion_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "lesionchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
calx_lesion_chart_init (CalxLesionChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->chart.selected = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
calx_lesion_chart_new (void)
{
  return g_object_new (CALX_TYPE_LESION_CHART, NULL);
}

void
calx_lesion_chart_set_chart (CalxLesionChart   *self,
                             const CalxChart   *chart,
                             const char *const *values)
{
  g_return_if_fail (CALX_IS_LESION_CHART (self));
  g_return_if_fail (chart != NULL && values != NULL && g_strv_length ((char **) values) == chart->n_points);

  g_free (self->points);
  g_free (self->title);
  g_free (self->unit);
  g_strfreev (self->values);
  self->points = g_memdup2 (chart->points, chart->n_points * sizeof *chart->points);
  self->title = g_strdup (chart->title);
  self->unit = g_strdup (chart->unit);
  self->values = g_strdupv ((char **) values);
  self->chart = *chart;
  self->chart.points = self->points;
  self->chart.title = self->title;
  self->chart.unit = self->unit;
  self->chart.selected = (int) chart->n_points - 1;
  say (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

int
calx_lesion_chart_get_selected (CalxLesionChart *self)
{
  g_return_val_if_fail (CALX_IS_LESION_CHART (self), -1);

  return self->chart.selected;
}
