/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-page-view.h"

#include <math.h>

#define WIDTH_MIN     320
#define WIDTH_NATURAL 794 /* A4 at 96 dpi */

struct _CalxPageView
{
  GtkWidget         parent_instance;

  CalxReportLayout *layout;
  double            width_pt;
  double            height_pt;
  guint             page;
};

G_DEFINE_FINAL_TYPE (CalxPageView, calx_page_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
calx_page_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
calx_page_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  CalxPageView *self = CALX_PAGE_VIEW (widget);
  double ratio = self->height_pt / self->width_pt;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = WIDTH_MIN;
      *natural = WIDTH_NATURAL;
    }
  else if (for_size >= 0)
    *minimum = *natural = (int) ceil (for_size * ratio);
  else
    {
      *minimum = (int) ceil (WIDTH_MIN * ratio);
      *natural = (int) ceil (WIDTH_NATURAL * ratio);
    }
}

static void
calx_page_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CalxPageView *self = CALX_PAGE_VIEW (widget);
  double scale = MIN (gtk_widget_get_width (widget) / self->width_pt,
                      gtk_widget_get_height (widget) / self->height_pt);
  graphene_rect_t area;
  cairo_t *cr;

  graphene_rect_init (&area, 0, 0, self->width_pt * scale, self->height_pt * scale);
  /* paper is white in dark style as well */
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &area);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_scale (cr, scale, scale);
  calx_report_layout_draw_page (self->layout, self->page, cr);
  cairo_destroy (cr);
}

static void
calx_page_view_class_init (CalxPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = calx_page_view_get_request_mode;
  widget_class->measure = calx_page_view_measure;
  widget_class->snapshot = calx_page_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
calx_page_view_init (CalxPageView *self)
{
}

GtkWidget *
calx_page_view_new (CalxReportLayout *layout,
                    CalxPaper         paper,
                    guint             page)
{
  CalxPageView *self;

  g_return_val_if_fail (layout != NULL, NULL);

  self = g_object_new (CALX_TYPE_PAGE_VIEW, NULL);
  self->layout = layout;
  self->page = page;
  calx_paper_get_size (paper, &self->width_pt, &self->height_pt);
  return GTK_WIDGET (self);
}
