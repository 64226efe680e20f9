/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-state-map.h"

#include <adwaita.h>

#include "calx-body-place.h"
#include "calx-body-renderer.h"
#include "calx-body-sign.h"

#define MIN_WIDTH 300
#define NATURAL_WIDTH 520
/* Of two figures side by side. */
#define HEIGHT_PER_WIDTH 0.95
#define MIN_HEIGHT 300
#define MAX_HEIGHT 560
#define SIGN_SIZE 16
#define CLOSE_UP_HEIGHT 190
/* What a close-up shows around a lesion, in its largest sizes, and at least, in statures. */
#define CLOSE_UP_SIZES 1.6
#define CLOSE_UP_LEAST 0.05

struct _CalxStateMap
{
  GtkWidget      parent_instance;

  gboolean       is_close_up;
  CalxBody      *body;   /* NULL: nothing to show */
  double         stature_mm;
  CalxSex        sex;
  CalxSkin       skin;
  GArray        *states; /* CalxLesionState; NULL: none */
  char          *selected;
  GskRenderNode *figure; /* both views as they are drawn now; NULL: to be drawn */
  int            figure_width, figure_height;
};

G_DEFINE_FINAL_TYPE (CalxStateMap, calx_state_map, GTK_TYPE_WIDGET)

static CalxPaletteKind
get_palette_kind (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? CALX_PALETTE_CONTRAST_DARK : CALX_PALETTE_CONTRAST_LIGHT;
  return dark ? CALX_PALETTE_DARK : CALX_PALETTE_LIGHT;
}

/* What the renderer has a sign for. */
static CalxBodyChange
get_body_change (CalxLesionChangeKind change)
{
  switch (change)
    {
    case CALX_CHANGE_NEW:
      return CALX_BODY_CHANGE_NEW;
    case CALX_CHANGE_GROWN:
      return CALX_BODY_CHANGE_GROWN;
    case CALX_CHANGE_SHRUNK:
      return CALX_BODY_CHANGE_SHRUNK;
    case CALX_CHANGE_HEALED:
      return CALX_BODY_CHANGE_HEALED;
    case CALX_CHANGE_SAME_SIZE:
    case CALX_CHANGE_SIZE_UNKNOWN:
    case CALX_CHANGE_WAS_HEALED:
    case CALX_CHANGE_REMOVED:
    default:
      return CALX_BODY_CHANGE_NONE;
    }
}

static void
fit (CalxStateMap      *self,
     CalxView           view,
     CalxBodyTransform *transform)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / (double) CALX_N_VIEWS;

  calx_body_transform_fit (transform, view * width, 0.0, width, gtk_widget_get_height (GTK_WIDGET (self)));
}

static graphene_rect_t
get_bounds (CalxStateMap *self)
{
  return GRAPHENE_RECT_INIT (0.0f, 0.0f, (float) gtk_widget_get_width (GTK_WIDGET (self)),
                             (float) gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
is_selected (CalxStateMap          *self,
             const CalxLesionState *state)
{
  return self->selected != NULL && g_str_equal (state->lesion->uuid, self->selected);
}

/* The box around all that the selected lesion is at that time; FALSE: it is not there. */
static gboolean
get_close_up (CalxStateMap *self,
              CalxView     *ret_view,
              CalxBox      *ret_box)
{
  double reach = CLOSE_UP_LEAST, x, y;
  const CalxLesion *lesion = NULL;

  for (guint i = 0; self->states != NULL && i < self->states->len; i++)
    {
      const CalxLesionState *state = &g_array_index (self->states, CalxLesionState, i);

      if (!is_selected (self, state))
        continue;
      lesion = state->lesion;
      if (self->stature_mm > 0.0)
        reach = MAX (reach, CLOSE_UP_SIZES * lesion->length_mm / 2.0 / self->stature_mm);
    }
  if (lesion == NULL)
    return FALSE;
  calx_body_place_lesion (self->body, self->sex, lesion, &x, &y);
  *ret_view = lesion->view;
  *ret_box = (CalxBox){ x - reach, y - reach, x + reach, y + reach };
  return TRUE;
}

/* FALSE: nothing is to be seen of that view. */
static gboolean
fit_view (CalxStateMap      *self,
          CalxView           view,
          CalxBodyTransform *transform)
{
  CalxView seen;
  CalxBox box;

  if (!self->is_close_up)
    {
      fit (self, view, transform);
      return TRUE;
    }
  if (!get_close_up (self, &seen, &box) || seen != view)
    return FALSE;
  calx_body_transform_fit_box (transform, &box, 0.0, 0.0, gtk_widget_get_width (GTK_WIDGET (self)),
                               gtk_widget_get_height (GTK_WIDGET (self)));
  return TRUE;
}

static void
draw_figures (CalxStateMap      *self,
              const CalxPalette *palette)
{
  graphene_rect_t bounds = get_bounds (self);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  for (guint view = 0; view < CALX_N_VIEWS; view++)
    {
      CalxBodyScene scene = { .body = self->body, .view = view };
      CalxBodyTransform transform = { 0 };

      if (!fit_view (self, view, &transform))
        continue;
      calx_body_draw_figure (cr, &scene, &transform, palette);
    }
  cairo_destroy (cr);
  self->figure = node;
  self->figure_width = gtk_widget_get_width (GTK_WIDGET (self));
  self->figure_height = gtk_widget_get_height (GTK_WIDGET (self));
}

static void
draw_lesions (CalxStateMap      *self,
              GtkSnapshot       *snapshot,
              const CalxPalette *palette)
{
  g_autoptr(GPtrArray) lesions = g_ptr_array_new ();
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (CalxBodyLesionTime));
  graphene_rect_t bounds = get_bounds (self);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  for (guint i = 0; self->states != NULL && i < self->states->len; i++)
    {
      const CalxLesionState *state = &g_array_index (self->states, CalxLesionState, i);
      CalxBodyLesionTime time = { get_body_change (state->change), state->earlier, state->opacity };

      g_ptr_array_add (lesions, state->lesion);
      g_array_append_val (times, time);
    }
  for (guint view = 0; view < CALX_N_VIEWS; view++)
    {
      CalxBodyScene scene = { .body = self->body, .view = view, .lesions = lesions, .times = times,
                              .stature_mm = self->stature_mm, .sex = self->sex, .selected = self->selected };
      CalxBodyTransform transform = { 0 };

      if (!fit_view (self, view, &transform))
        continue;
      calx_body_draw_lesions (cr, &scene, &transform, palette);
    }
  cairo_destroy (cr);
}

static void
calx_state_map_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CalxStateMap *self = CALX_STATE_MAP (widget);
  const CalxPalette *palette = calx_palette_get_for_skin (get_palette_kind (), self->skin);

  if (self->body == NULL)
    return;
  if (self->figure_width != gtk_widget_get_width (widget) || self->figure_height != gtk_widget_get_height (widget))
    g_clear_pointer (&self->figure, gsk_render_node_unref);
  if (self->figure == NULL)
    draw_figures (self, palette);
  gtk_snapshot_append_node (snapshot, self->figure);
  draw_lesions (self, snapshot, palette);
}

static GtkSizeRequestMode
calx_state_map_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
calx_state_map_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (CALX_STATE_MAP (widget)->is_close_up)
    *minimum = *natural = CLOSE_UP_HEIGHT;
  else
    *minimum = *natural = CLAMP ((int) ((for_size < 0 ? NATURAL_WIDTH : for_size) * HEIGHT_PER_WIDTH), MIN_HEIGHT,
                                 MAX_HEIGHT);
}

static void
redraw (CalxStateMap *self)
{
  g_clear_pointer (&self->figure, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
calx_state_map_dispose (GObject *object)
{
  CalxStateMap *self = CALX_STATE_MAP (object);

  g_clear_pointer (&self->figure, gsk_render_node_unref);
  g_clear_pointer (&self->states, g_array_unref);
  g_clear_pointer (&self->body, calx_body_unref);
  g_clear_pointer (&self->selected, g_free);

  G_OBJECT_CLASS (calx_state_map_parent_class)->dispose (object);
}

static void
calx_state_map_class_init (CalxStateMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = calx_state_map_dispose;
  widget_class->snapshot = calx_state_map_snapshot;
  widget_class->get_request_mode = calx_state_map_get_request_mode;
  widget_class->measure = calx_state_map_measure;
  gtk_widget_class_set_css_name (widget_class, "statemap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
calx_state_map_init (CalxStateMap *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (redraw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
calx_state_map_new (void)
{
  return g_object_new (CALX_TYPE_STATE_MAP, NULL);
}

GtkWidget *
calx_state_map_new_close_up (void)
{
  CalxStateMap *self = g_object_new (CALX_TYPE_STATE_MAP, "overflow", GTK_OVERFLOW_HIDDEN, NULL);

  self->is_close_up = TRUE;
  return GTK_WIDGET (self);
}

/* The figure stays where it is, but for a close-up, which follows its lesion. */
static void
show_change (CalxStateMap *self)
{
  if (self->is_close_up)
    redraw (self);
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
calx_state_map_set_body (CalxStateMap *self,
                         CalxBody     *body,
                         double        stature_mm,
                         CalxSex       sex,
                         CalxSkin      skin)
{
  g_return_if_fail (CALX_IS_STATE_MAP (self));
  g_return_if_fail (body != NULL);

  calx_body_ref (body);
  g_clear_pointer (&self->body, calx_body_unref);
  self->body = body;
  self->stature_mm = stature_mm;
  self->sex = sex;
  self->skin = skin;
  redraw (self);
}

void
calx_state_map_set_states (CalxStateMap *self,
                           GArray       *states,
                           const char   *name)
{
  g_return_if_fail (CALX_IS_STATE_MAP (self));
  g_return_if_fail (name != NULL);

  if (states != NULL)
    g_array_ref (states);
  g_clear_pointer (&self->states, g_array_unref);
  self->states = states;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  show_change (self);
}

void
calx_state_map_select (CalxStateMap *self,
                       const char   *lesion_uuid)
{
  g_return_if_fail (CALX_IS_STATE_MAP (self));

  if (g_strcmp0 (self->selected, lesion_uuid) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (lesion_uuid);
  show_change (self);
}

static void
draw_sign (GtkDrawingArea *area,
           cairo_t        *cr,
           int             width,
           int             height,
           gpointer        user_data)
{
  const CalxPalette *palette = calx_palette_get (get_palette_kind ());

  calx_body_change_draw (GPOINTER_TO_INT (user_data), cr, &palette->text, width / 2.0, height / 2.0,
                         MIN (width, height) * 0.36);
}

GtkWidget *
calx_change_sign_new (CalxLesionChangeKind change)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), SIGN_SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SIGN_SIZE);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sign, GINT_TO_POINTER (get_body_change (change)), NULL);
  return area;
}
