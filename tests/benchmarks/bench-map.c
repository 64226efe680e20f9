/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Frames of the body map against painting one picture of its size that is there already, and drawing it anew
 * against filling the outlines of all regions. Usage: bench-map SCALE, that of the screen. */

#include <adwaita.h>
#include <time.h>

#include "calx-body-map-private.h"
#include "calx-body-private.h"
#include "calx-knowledge.h"
#include "calx-ui.h"

#define WIDTH 520
#define HEIGHT 900
#define N_FRAMES 40 /* in a row, of which the mean is taken */
#define N_REDRAWS 8
#define N_ROUNDS 5 /* of which the fastest counts: others keep the machine busy */
#define STATURE_MM 1650.0
#define LIMIT_FRAME 3.0
#define LIMIT_REDRAW 8.0

typedef struct
{
  CalxKnowledge *knowledge;
  CalxBody      *body;
  GtkWidget     *window;
  CalxBodyMap   *map;
  cairo_t       *cr; /* a picture as large as the map on the screen */
  int            scale;
} Bench;

static double
now_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* All over the front, of every type and size. */
static GPtrArray *
make_lesions (Bench *self,
              guint  n)
{
  GPtrArray *lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);

  while (lesions->len < n)
    {
      double x = g_rand_double_range (rand, CALX_BODY_X_MIN, CALX_BODY_X_MAX);
      double y = g_rand_double_range (rand, 0.0, 1.0);
      const CalxRegion *region = calx_body_hit (self->body, CALX_VIEW_ANTERIOR, x, y, 0.0);
      CalxLesion *lesion;

      if (region == NULL)
        continue;
      lesion = calx_lesion_new ((int) lesions->len + 1, CALX_VIEW_ANTERIOR, x, y, region->id);
      lesion->type = (CalxLesionType) (lesions->len % CALX_N_LESION_TYPES);
      lesion->ulcerated = (CalxTernary) (lesions->len % 3);
      lesion->length_mm = 10.0 + (double) (lesions->len % 9) * 8.0;
      lesion->width_mm = lesion->length_mm * 0.6;
      lesion->angle_deg = (double) (lesions->len * 37 % 180);
      lesion->pain = (int) (lesions->len % 11);
      g_ptr_array_add (lesions, lesion);
    }
  return lesions;
}

static GskRenderNode *
take_frame (Bench *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  GTK_WIDGET_GET_CLASS (self->map)->snapshot (GTK_WIDGET (self->map), snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
paint (Bench         *self,
       GskRenderNode *node)
{
  gsk_render_node_draw (node, self->cr);
  cairo_surface_flush (cairo_get_target (self->cr));
}

/* A picture as large as the map, of the figure. */
static GskRenderNode *
make_cached (Bench *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->map)) * self->scale;
  int height = gtk_widget_get_height (GTK_WIDGET (self->map)) * self->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GdkTexture) texture = NULL;

  cairo_scale (cr, self->scale, self->scale);
  gsk_render_node_draw (self->map->figure.node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  return gsk_texture_node_new (texture, &GRAPHENE_RECT_INIT (0, 0, (float) (width / self->scale),
                                                             (float) (height / self->scale)));
}

static double
measure_cached (Bench     *self,
                GPtrArray *lesions)
{
  g_autoptr(GskRenderNode) node = make_cached (self);
  double begun = now_ms ();

  for (int i = 0; i < N_FRAMES; i++)
    paint (self, node);
  return (now_ms () - begun) / N_FRAMES;
}

static double
measure_idle (Bench     *self,
              GPtrArray *lesions)
{
  double begun = now_ms ();

  for (int i = 0; i < N_FRAMES; i++)
    {
      GskRenderNode *node = take_frame (self);

      paint (self, node);
      gsk_render_node_unref (node);
    }
  return (now_ms () - begun) / N_FRAMES;
}

static GtkEventController *
find_drag (Bench *self)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == GTK_TYPE_GESTURE_DRAG)
        return controller; /* the map keeps it */
    }
  g_error ("The map cannot be dragged on");
}

/* Each frame with all that a motion of the pointer brings about. */
static double
measure_dragged (Bench     *self,
                 GPtrArray *lesions)
{
  CalxLesion *lesion = g_ptr_array_index (lesions, lesions->len / 2);
  GtkEventController *drag = find_drag (self);
  guint n_draws = calx_body_map_get_n_figure_draws (self->map);
  double x, y, begun, ms;

  calx_body_map_to_widget (self->map, lesion->x, lesion->y, &x, &y);
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", 10.0, 10.0);
  gsk_render_node_unref (take_frame (self)); /* the others, without it */
  if (self->map->edited == NULL)
    g_error ("Nothing is dragged");

  begun = now_ms ();
  for (int i = 0; i < N_FRAMES; i++)
    {
      GskRenderNode *node;

      g_signal_emit_by_name (drag, "drag-update", (double) (i % 20), (double) (i % 30));
      node = take_frame (self);
      paint (self, node);
      gsk_render_node_unref (node);
    }
  ms = (now_ms () - begun) / N_FRAMES;
  calx_body_map_forget_press (self->map);
  if (calx_body_map_get_n_figure_draws (self->map) != n_draws)
    g_error ("The figure was drawn anew");
  return ms;
}

static double
measure_fill (Bench     *self,
              GPtrArray *lesions)
{
  const CalxBodyView *view = &self->body->views[CALX_VIEW_ANTERIOR];
  const CalxBodyTransform *transform = &self->map->transform;
  double begun = now_ms ();

  for (int i = 0; i < N_REDRAWS; i++)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, transform->x, transform->y);
      cairo_scale (self->cr, transform->scale, transform->scale);
      for (guint j = 0; j < view->shapes->len; j++)
        {
          const CalxBodyShape *shape = g_ptr_array_index (view->shapes, j);

          for (guint k = 0; k < shape->loops->len; k++)
            calx_chain_trace (g_ptr_array_index (shape->loops, k), self->cr, TRUE);
          cairo_fill (self->cr);
        }
      cairo_restore (self->cr);
      cairo_surface_flush (cairo_get_target (self->cr));
    }
  return (now_ms () - begun) / N_REDRAWS;
}

static double
measure_redraw (Bench     *self,
                GPtrArray *lesions)
{
  const CalxPalette *palette = calx_palette_get (CALX_PALETTE_LIGHT);
  CalxBodyScene scene = {
    .body = self->body,
    .view = CALX_VIEW_ANTERIOR,
    .lesions = lesions,
    .show_regions = TRUE,
    .stature_mm = STATURE_MM,
  };
  double begun = now_ms ();

  for (int i = 0; i < N_REDRAWS; i++)
    {
      calx_body_draw_figure (self->cr, &scene, &self->map->transform, palette);
      calx_body_draw_lesions (self->cr, &scene, &self->map->transform, palette);
      cairo_surface_flush (cairo_get_target (self->cr));
    }
  return (now_ms () - begun) / N_REDRAWS;
}

static void
show_map (Bench *self)
{
  gint64 end = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), WIDTH, HEIGHT);
  self->map = CALX_BODY_MAP (calx_body_map_new (CALX_VIEW_ANTERIOR));
  calx_body_map_set_body (self->map, self->body);
  calx_body_map_set_stature (self->map, STATURE_MM);
  gtk_widget_set_visible (self->map->controls, FALSE); /* GTK keeps them, and paints them where they change */
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->map));
  gtk_window_present (GTK_WINDOW (self->window));
  while (self->map->figure.node == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  if (self->map->figure.node == NULL)
    g_error ("The map was not drawn");
}

static cairo_t *
make_picture (Bench *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32, gtk_widget_get_width (GTK_WIDGET (self->map)) * self->scale,
    gtk_widget_get_height (GTK_WIDGET (self->map)) * self->scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, self->scale, self->scale);
  cr = cairo_create (surface);
  cairo_surface_destroy (surface);
  return cr;
}

typedef double (*Measure) (Bench     *self,
                           GPtrArray *lesions);

static double
take_best (Bench     *self,
           Measure    measure,
           GPtrArray *lesions)
{
  double best = measure (self, lesions);

  for (int i = 1; i < N_ROUNDS; i++)
    best = MIN (best, measure (self, lesions));
  return best;
}

static gboolean
judge (const char *what,
       double      ms,
       double      unit_ms,
       double      limit)
{
  gboolean within = ms <= unit_ms * limit;

  g_print ("%s: %.3f ms, %.2f times %.3f ms (limit %.1f)%s\n", what, ms, ms / unit_ms, unit_ms, limit,
           within ? "" : ": too slow");
  return within;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) some = NULL;
  g_autoptr(GPtrArray) many = NULL;
  Bench self = { 0 };
  double cached, fill;
  gboolean within = TRUE;

  g_setenv ("GDK_SCALE", argc > 1 ? argv[1] : "1", TRUE);
  adw_init ();
  calx_ui_register ();
  self.knowledge = calx_knowledge_load (NULL, &error);
  if (self.knowledge == NULL)
    g_error ("%s", error->message);
  self.body = calx_body_load (CALX_FIGURE_WOMAN, self.knowledge->regions, &error);
  if (self.body == NULL)
    g_error ("%s", error->message);
  show_map (&self);
  self.scale = gtk_widget_get_scale_factor (GTK_WIDGET (self.map));
  self.cr = make_picture (&self);
  some = make_lesions (&self, 30);
  many = make_lesions (&self, 300);
  calx_body_map_set_lesions (self.map, many);
  gsk_render_node_unref (take_frame (&self));

  g_print ("%d x %d at %dx\n", WIDTH, HEIGHT, self.scale);
  cached = take_best (&self, measure_cached, many);
  within &= judge ("idle frame", take_best (&self, measure_idle, many), cached, LIMIT_FRAME);
  within &= judge ("frame with one of 300 dragged", take_best (&self, measure_dragged, many), cached, LIMIT_FRAME);
  fill = take_best (&self, measure_fill, some);
  within &= judge ("redraw with 30", take_best (&self, measure_redraw, some), fill, LIMIT_REDRAW);
  within &= judge ("redraw with 300", take_best (&self, measure_redraw, many), self.scale > 1 ? 33.0 : 16.7, 1.0);

  cairo_destroy (self.cr);
  gtk_window_destroy (GTK_WINDOW (self.window));
  calx_body_unref (self.body);
  calx_knowledge_unref (self.knowledge);
  return within ? 0 : 1;
}
