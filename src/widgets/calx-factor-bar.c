/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-factor-bar.h"

#include <adwaita.h>
#include <math.h>

#define BAR_HEIGHT 8
#define HATCH_STEP 5.0

struct _CalxFactorBar
{
  GtkWidget parent_instance;

  double minimum;
  double maximum;
  double axis_minimum;
  double axis_maximum;
};

G_DEFINE_TYPE (CalxFactorBar, calx_factor_bar, GTK_TYPE_WIDGET)

/* Dark enough on white, light enough on the dark card: 3:1 or more against both. */
static const GdkRGBA raises_light = { 0.10f, 0.37f, 0.71f, 1.0f };
static const GdkRGBA raises_dark = { 0.47f, 0.68f, 0.93f, 1.0f };
static const GdkRGBA lowers_light = { 0.47f, 0.43f, 0.40f, 1.0f };
static const GdkRGBA lowers_dark = { 0.68f, 0.66f, 0.63f, 1.0f };
static const GdkRGBA line_light = { 0.0f, 0.0f, 0.0f, 0.45f };
static const GdkRGBA line_dark = { 1.0f, 1.0f, 1.0f, 0.55f };

static void
calx_factor_bar_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 60 : BAR_HEIGHT + 4;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : BAR_HEIGHT + 4;
}

static double
to_x (CalxFactorBar *self,
      double         value,
      double         width)
{
  double span = self->axis_maximum - self->axis_minimum;

  if (!(span > 0.0))
    return 1.0;
  return 1.0 + (value - self->axis_minimum) / span * (width - 2.0);
}

static void
draw_hatched (cairo_t       *cr,
              const GdkRGBA *color,
              double         x,
              double         y,
              double         width)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, BAR_HEIGHT);
  cairo_clip (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.5);
  for (double at = x - BAR_HEIGHT; at < x + width; at += HATCH_STEP)
    {
      cairo_move_to (cr, at, y + BAR_HEIGHT);
      cairo_line_to (cr, at + BAR_HEIGHT, y);
    }
  cairo_stroke (cr);
  cairo_restore (cr);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1.0);
  cairo_rectangle (cr, x + 0.5, y + 0.5, MAX (width - 1.0, 1.0), BAR_HEIGHT - 1.0);
  cairo_stroke (cr);
}

static void
draw_part (CalxFactorBar *self,
           cairo_t       *cr,
           double         from,
           double         to,
           double         width,
           double         y,
           gboolean       known)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean raises = to > 0.0;
  const GdkRGBA *color = raises ? (dark ? &raises_dark : &raises_light) : (dark ? &lowers_dark : &lowers_light);
  double x = to_x (self, from, width);
  double length = to_x (self, to, width) - x;

  if (!(length > 0.0))
    return;
  if (known)
    {
      gdk_cairo_set_source_rgba (cr, color);
      cairo_rectangle (cr, x, y, MAX (length, 1.0), BAR_HEIGHT);
      cairo_fill (cr);
    }
  else
    {
      draw_hatched (cr, color, x, y, length);
    }
}

static void
calx_factor_bar_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  CalxFactorBar *self = CALX_FACTOR_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean known = self->minimum == self->maximum;
  double y = floor ((height - BAR_HEIGHT) / 2.0);
  double zero;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }

  if (known)
    {
      draw_part (self, cr, MIN (self->minimum, 0.0), MAX (self->maximum, 0.0), width, y, TRUE);
    }
  else
    {
      /* a range on both sides of zero is drawn as two parts, each in its own colour */
      draw_part (self, cr, self->minimum, MIN (self->maximum, 0.0), width, y, FALSE);
      draw_part (self, cr, MAX (self->minimum, 0.0), self->maximum, width, y, FALSE);
    }

  zero = floor (to_x (self, 0.0, width)) + 0.5;
  gdk_cairo_set_source_rgba (cr, adw_style_manager_get_dark (adw_style_manager_get_default ()) ? &line_dark
                                                                                               : &line_light);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, zero, 0);
  cairo_line_to (cr, zero, height);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
calx_factor_bar_class_init (CalxFactorBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = calx_factor_bar_measure;
  widget_class->snapshot = calx_factor_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
calx_factor_bar_init (CalxFactorBar *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

void
calx_factor_bar_set (CalxFactorBar *self,
                     double         minimum,
                     double         maximum,
                     double         axis_minimum,
                     double         axis_maximum)
{
  g_return_if_fail (CALX_IS_FACTOR_BAR (self));
  g_return_if_fail (minimum <= maximum);
  g_return_if_fail (axis_minimum <= 0.0 && axis_maximum >= 0.0);

  if (self->minimum == minimum && self->maximum == maximum &&
      self->axis_minimum == axis_minimum && self->axis_maximum == axis_maximum)
    return;

  self->minimum = minimum;
  self->maximum = maximum;
  self->axis_minimum = axis_minimum;
  self->axis_maximum = axis_maximum;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
