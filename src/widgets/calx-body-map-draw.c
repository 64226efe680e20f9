/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the map is drawn: the figure and the lesions that do not move are layers, drawn when they change and kept
 * as render nodes; what is pointed at and what is in the hand is drawn for each frame. */
#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "calx-body-map-private.h"
#include "calx-text.h"

#define STROKE_WIDTH 2.0
#define PENDING_RADIUS 6.0

const CalxPalette *
calx_body_map_get_palette (CalxBodyMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  CalxPaletteKind kind = dark ? CALX_PALETTE_DARK : CALX_PALETTE_LIGHT;

  if (adw_style_manager_get_high_contrast (manager))
    kind = dark ? CALX_PALETTE_CONTRAST_DARK : CALX_PALETTE_CONTRAST_LIGHT;
  return calx_palette_get_for_skin (kind, self->skin);
}

/* The lesions are those that do not move; hover and focus are not among what is kept. */
void
calx_body_map_init_scene (CalxBodyMap *self, CalxBodyScene *scene)
{
  *scene = (CalxBodyScene){
    .body = self->body,
    .view = self->view,
    .lesions = self->still != NULL ? self->still : self->lesions,
    .selected = self->selected,
    .show_regions = TRUE,
    .stature_mm = self->stature_mm,
    .sex = self->sex,
  };
}

void
calx_body_map_drop_figure (CalxBodyMap *self)
{
  calx_map_layer_clear (&self->figure);
  calx_map_layer_clear (&self->whole);
  calx_body_map_drop_marks (self);
}

void
calx_body_map_drop_marks (CalxBodyMap *self)
{
  self->marks_stale = TRUE;
  g_clear_pointer (&self->mark_places, g_array_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- layers --- */

static void
draw_figure (cairo_t *cr, gpointer data)
{
  CalxBodyMap *self = data;
  CalxBodyScene scene;

  calx_body_map_init_scene (self, &scene);
  calx_body_draw_figure (cr, &scene, &self->transform, calx_body_map_get_palette (self));
  self->n_figure_draws++;
}

static void
draw_marks (cairo_t *cr, gpointer data)
{
  CalxBodyMap *self = data;
  CalxBodyScene scene;

  calx_body_map_init_scene (self, &scene);
  calx_body_draw_lesions (cr, &scene, &self->transform, calx_body_map_get_palette (self));
  self->n_marks_draws++;
}

GArray *
calx_body_map_get_marks (CalxBodyMap *self)
{
  CalxBodyScene scene;

  if (self->mark_places != NULL
      && memcmp (&self->mark_transform, &self->transform, sizeof self->transform) == 0)
    return self->mark_places;

  g_clear_pointer (&self->mark_places, g_array_unref);
  calx_body_map_init_scene (self, &scene);
  self->mark_places = calx_body_marks_new (&scene, &self->transform);
  self->mark_transform = self->transform;
  return self->mark_places;
}

static gboolean
is_at (const CalxMapLayer *layer, const CalxBodyTransform *transform)
{
  return layer->transform.x == transform->x && layer->transform.y == transform->y
         && layer->transform.scale == transform->scale;
}

/* While it is zoomed or moved by hand a layer stays as it was drawn, and is shown moved and scaled. */
static gboolean
is_usable (CalxBodyMap *self, const CalxMapLayer *layer, int width, int height, int scale)
{
  return calx_map_layer_fits (layer, width, height, scale)
         && (self->settle_id != 0 || is_at (layer, &self->transform));
}

/* The figure at home is kept when it is zoomed into: it stands in for what the other has not yet drawn. */
static void
keep_whole (CalxBodyMap *self)
{
  CalxBodyTransform home;
  CalxMapViewport viewport = self->viewport;

  calx_map_viewport_go_home (&viewport);
  calx_map_viewport_get_transform (&viewport, &home);
  if (self->figure.node == NULL || !is_at (&self->figure, &home))
    return;

  calx_map_layer_clear (&self->whole);
  self->whole = self->figure;
  self->figure.node = NULL;
}

static void
ensure_layers (CalxBodyMap *self, int width, int height)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (!is_usable (self, &self->figure, width, height, scale))
    {
      keep_whole (self);
      if (calx_map_layer_fits (&self->whole, width, height, scale)
          && is_at (&self->whole, &self->transform))
        {
          calx_map_layer_clear (&self->figure);
          self->figure = self->whole;
          self->whole.node = NULL;
        }
      else
        {
          calx_map_layer_draw (&self->figure, &self->transform, width, height, scale, draw_figure,
                               self);
        }
    }
  if (self->marks_stale || !is_usable (self, &self->marks, width, height, scale))
    {
      self->marks_stale = FALSE;
      calx_map_layer_draw (&self->marks, &self->transform, width, height, scale, draw_marks, self);
    }
}

/* Outside of the figure's layer, which was moved and does not fill the widget. */
static void
append_whole (CalxBodyMap *self, GtkSnapshot *snapshot, float width, float height)
{
  graphene_rect_t drawn = calx_map_layer_get_bounds (&self->figure, &self->transform);
  float x0 = CLAMP (drawn.origin.x, 0, width);
  float y0 = CLAMP (drawn.origin.y, 0, height);
  float x1 = CLAMP (drawn.origin.x + drawn.size.width, x0, width);
  float y1 = CLAMP (drawn.origin.y + drawn.size.height, y0, height);
  const graphene_rect_t around[] = {
    GRAPHENE_RECT_INIT (0, 0, width, y0),
    GRAPHENE_RECT_INIT (0, y1, width, height - y1),
    GRAPHENE_RECT_INIT (0, y0, x0, y1 - y0),
    GRAPHENE_RECT_INIT (x1, y0, width - x1, y1 - y0),
  };

  for (gsize i = 0; i < G_N_ELEMENTS (around); i++)
    {
      if (around[i].size.width <= 0 || around[i].size.height <= 0)
        continue;
      gtk_snapshot_push_clip (snapshot, &around[i]);
      calx_map_layer_append (&self->whole, snapshot, &self->transform);
      gtk_snapshot_pop (snapshot);
    }
}

/* --- what is drawn for each frame --- */

/* The region under the pointer and that of the keyboard, below the lesions. */
static void
append_regions (CalxBodyMap *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  CalxBodyScene scene;
  cairo_t *cr;

  calx_body_map_init_scene (self, &scene);
  scene.lesions = NULL;
  scene.hover = self->hover;
  scene.focus = self->has_focus && self->from_keyboard ? self->focus : NULL;
  if (scene.hover == NULL && scene.focus == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  calx_body_draw_lesions (cr, &scene, &self->transform, calx_body_map_get_palette (self));
  cairo_destroy (cr);
}

static void
append_edited (CalxBodyMap *self, GtkSnapshot *snapshot)
{
  CalxLesion *lesion = self->edited != NULL ? self->edited : calx_body_map_get_selected_lesion (self);
  CalxBox box;
  cairo_t *cr;

  if (lesion == NULL || self->settle_id != 0)
    return;

  box = calx_body_map_get_lesion_box (self, lesion);
  if (box.x1 <= box.x0 || box.y1 <= box.y0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) box.x0, (float) box.y0,
                                                       (float) (box.x1 - box.x0),
                                                       (float) (box.y1 - box.y0)));
  if (self->edited != NULL)
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      CalxBodyScene scene;

      g_ptr_array_add (one, lesion);
      calx_body_map_init_scene (self, &scene);
      scene.lesions = one;
      calx_body_draw_lesions (cr, &scene, &self->transform, calx_body_map_get_palette (self));
    }
  calx_body_map_draw_handles (self, cr);
  cairo_destroy (cr);
}

static void
append_stroke (CalxBodyMap *self, GtkSnapshot *snapshot, const graphene_rect_t *bounds)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  const CalxPalette *palette = calx_body_map_get_palette (self);

  for (guint i = 0; i < self->stroke->len; i++)
    {
      const CalxPoint *point = &g_array_index (self->stroke, CalxPoint, i);
      double x, y;

      calx_body_transform_to_device (&self->transform, point->x, point->y, &x, &y);
      cairo_line_to (cr, x, y);
    }
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  calx_set_colour (cr, &palette->lesion, 0.15);
  cairo_fill_preserve (cr);
  calx_set_colour (cr, &palette->selected, 1.0);
  cairo_set_line_width (cr, STROKE_WIDTH);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A click that may still become a double one shows at once that it was taken. */
static void
append_click (CalxBodyMap *self, GtkSnapshot *snapshot)
{
  const CalxPalette *palette = calx_body_map_get_palette (self);
  const double reach = PENDING_RADIUS + 2;
  double x, y;
  cairo_t *cr;

  calx_body_transform_to_device (&self->transform, self->click_body_x, self->click_body_y, &x, &y);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT ((float) (x - reach), (float) (y - reach),
                                                       (float) (2 * reach), (float) (2 * reach)));
  cairo_arc (cr, x, y, PENDING_RADIUS, 0, 2 * G_PI);
  calx_set_colour (cr, &palette->lesion, 0.5);
  cairo_fill_preserve (cr);
  calx_set_colour (cr, &palette->selected, 1.0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
calx_body_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CalxBodyMap *self = CALX_BODY_MAP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

  if (self->body == NULL || width <= 0 || height <= 0)
    return;

  ensure_layers (self, width, height);
  if (self->whole.node != NULL && !is_at (&self->figure, &self->transform))
    append_whole (self, snapshot, (float) width, (float) height);
  calx_map_layer_append (&self->figure, snapshot, &self->transform);
  append_regions (self, snapshot, &bounds);
  calx_map_layer_append (&self->marks, snapshot, &self->transform);
  append_edited (self, snapshot);
  if (self->stroke != NULL)
    append_stroke (self, snapshot, &bounds);
  else if (self->click_region != NULL)
    append_click (self, snapshot);

  if (self->controls != NULL)
    gtk_widget_snapshot_child (widget, self->controls, snapshot);
}
