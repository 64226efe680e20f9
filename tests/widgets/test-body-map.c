/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <math.h>

#include "calx-body-map-private.h"
#include "calx-knowledge.h"
#include "calx-map-region.h"
#include "map-test.h"

#define STATURE_MM 1600.0

/* One map in a window, and what it last asked for. */
typedef struct
{
  CalxKnowledge *knowledge;
  CalxBody *body;
  GPtrArray *lesions;
  GtkWidget *window;
  CalxBodyMap *map;

  guint n_places, n_edits, n_copies, n_selects, n_opens, n_removes, n_switches;
  double x, y;
  const CalxRegion *region;
  char *uuid;
  GArray *outline;    /* of the last place */
  CalxLesion *edited; /* the last one */
} Fixture;

static void
on_place (CalxBodyMap *map,
          double x,
          double y,
          const CalxRegion *region,
          GArray *outline,
          Fixture *f)
{
  g_clear_pointer (&f->outline, g_array_unref);
  if (outline != NULL)
    f->outline = g_array_ref (outline);
  f->n_places++;
  f->x = x;
  f->y = y;
  f->region = region;
}

static void
on_edit (CalxBodyMap *map, CalxLesion *lesion, Fixture *f)
{
  f->n_edits++;
  f->x = lesion->x;
  f->y = lesion->y;
  f->region = calx_regions_find (f->knowledge->regions, lesion->region_id);
  g_clear_pointer (&f->edited, calx_lesion_unref);
  f->edited = calx_lesion_ref (lesion);
  g_free (f->uuid);
  f->uuid = g_strdup (lesion->uuid);
}

static void
on_select (CalxBodyMap *map, const char *uuid, Fixture *f)
{
  f->n_selects++;
  g_free (f->uuid);
  f->uuid = g_strdup (uuid);
}

static void
on_remove (CalxBodyMap *map, const char *uuid, Fixture *f)
{
  f->n_removes++;
  g_free (f->uuid);
  f->uuid = g_strdup (uuid);
}

static void
on_copy (CalxBodyMap *map, const char *uuid, Fixture *f)
{
  f->n_copies++;
}

static void
on_open (CalxBodyMap *map, const char *uuid, Fixture *f)
{
  f->n_opens++;
}

static void
on_switch (CalxBodyMap *map, Fixture *f)
{
  f->n_switches++;
}

/* @data: the view */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  f->body = calx_body_load (CALX_FIGURE_WOMAN, f->knowledge->regions, &error);
  g_assert_no_error (error);
  f->lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);

  f->map = CALX_BODY_MAP (calx_body_map_new (GPOINTER_TO_INT (data)));
  calx_body_map_set_body (f->map, f->body);
  calx_body_map_set_stature (f->map, STATURE_MM);
  g_signal_connect (f->map, "place", G_CALLBACK (on_place), f);
  g_signal_connect (f->map, "edit", G_CALLBACK (on_edit), f);
  g_signal_connect (f->map, "copy", G_CALLBACK (on_copy), f);
  g_signal_connect (f->map, "open", G_CALLBACK (on_open), f);
  g_signal_connect (f->map, "select", G_CALLBACK (on_select), f);
  g_signal_connect (f->map, "remove", G_CALLBACK (on_remove), f);
  g_signal_connect (f->map, "switch-view", G_CALLBACK (on_switch), f);

  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, 700);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->map));
  gtk_window_present (GTK_WINDOW (f->window));
  map_test_settle (f->window);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (CalxBodyMap) map = g_object_ref (f->map);

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&map));
  g_ptr_array_unref (f->lesions);
  calx_body_unref (f->body);
  calx_knowledge_unref (f->knowledge);
  g_free (f->uuid);
  g_clear_pointer (&f->outline, g_array_unref);
  g_clear_pointer (&f->edited, calx_lesion_unref);
}

/* Puts a lesion into the middle of a region and shows it. */
static CalxLesion *
add_lesion (Fixture *f, const char *region_id)
{
  const CalxRegion *region = calx_regions_find (f->knowledge->regions, region_id);
  CalxView view = calx_body_map_get_view (f->map);
  GPtrArray *lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
  double x, y;

  for (guint i = 0; i < f->lesions->len; i++)
    g_ptr_array_add (lesions, calx_lesion_ref (g_ptr_array_index (f->lesions, i)));
  g_assert_true (calx_body_get_region_centre (f->body, view, region, &x, &y));
  g_ptr_array_add (lesions, calx_lesion_new (lesions->len + 1, view, x, y, region_id));
  g_ptr_array_unref (f->lesions);
  f->lesions = lesions;
  calx_body_map_set_lesions (f->map, lesions);

  return g_ptr_array_index (lesions, lesions->len - 1);
}

static CalxMapRegion *
get_region_widget (Fixture *f, const char *region_id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->map)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (CALX_IS_MAP_REGION (child)
        && g_str_equal (calx_map_region_get_region (CALX_MAP_REGION (child))->id, region_id))
      return CALX_MAP_REGION (child);

  g_assert_not_reached ();
}

static const CalxRegion *
get_focused (Fixture *f)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));

  return CALX_IS_MAP_REGION (focus) ? calx_map_region_get_region (CALX_MAP_REGION (focus)) : NULL;
}

static void
test_a_click_in_any_region_places_there (Fixture *f, gconstpointer data)
{
  CalxView view = GPOINTER_TO_INT (data);
  guint n = 0;

  for (guint i = 0; i < calx_regions_get_n (f->knowledge->regions); i++)
    {
      const CalxRegion *region = calx_regions_get (f->knowledge->regions, i);
      double x, y;

      if (!calx_body_get_region_centre (f->body, view, region, &x, &y))
        continue;
      map_test_click_body (f->map, x, y);
      n++;
      g_assert_cmpuint (f->n_places, ==, n);
      g_assert_cmpstr (f->region->id, ==, region->id);
      g_assert_cmpfloat_with_epsilon (f->x, x, 1e-9);
      g_assert_cmpfloat_with_epsilon (f->y, y, 1e-9);
    }
  g_assert_cmpuint (n, ==, view == CALX_VIEW_ANTERIOR ? 41 : 36);
}

static void
test_a_press_outside_places_nothing (Fixture *f, gconstpointer data)
{
  map_test_click (f->map, 2, 2);
  g_assert_cmpuint (f->n_places, ==, 0);
  g_assert_cmpuint (f->n_selects, ==, 0);

  calx_body_map_set_selected (f->map, add_lesion (f, "scalp")->uuid);
  map_test_click (f->map, 2, 2);
  g_assert_cmpuint (f->n_selects, ==, 1);
  g_assert_null (f->uuid);
}

static void
test_a_near_miss_is_brought_inside (Fixture *f, gconstpointer data)
{
  double x, y;

  calx_body_map_to_widget (f->map, 0, 0, &x, &y);
  map_test_click (f->map, x, y - 4); /* just above the crown */
  g_assert_cmpuint (f->n_places, ==, 1);
  g_assert_true (calx_body_hit (f->body, calx_body_map_get_view (f->map), f->x, f->y, 0)
                 == f->region);
}

static void
test_a_click_on_a_mark_selects_it (Fixture *f, gconstpointer data)
{
  CalxLesion *lesion = add_lesion (f, "buttock_r");

  map_test_click_body (f->map, lesion->x, lesion->y);
  g_assert_cmpuint (f->n_places, ==, 0);
  g_assert_cmpuint (f->n_selects, ==, 1);
  g_assert_cmpstr (f->uuid, ==, lesion->uuid);
}

static void
test_a_drag_moves_and_draws_no_figure (Fixture *f, gconstpointer data)
{
  GtkEventController *drag = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_DRAG);
  g_autoptr (CalxLesion) lesion = calx_lesion_ref (add_lesion (f, "buttock_r"));
  const CalxRegion *calf = calx_regions_find (f->knowledge->regions, "calf_l");
  double from_x, from_y, to_x, to_y, calf_x, calf_y;
  guint n_draws, n_marks;

  map_test_settle (f->window);
  n_marks = calx_body_map_get_n_marks_draws (f->map);
  n_draws = calx_body_map_get_n_figure_draws (f->map);
  g_assert_cmpuint (n_draws, >, 0);
  g_assert_true (
      calx_body_get_region_centre (f->body, CALX_VIEW_POSTERIOR, calf, &calf_x, &calf_y));
  calx_body_map_to_widget (f->map, lesion->x, lesion->y, &from_x, &from_y);
  calx_body_map_to_widget (f->map, calf_x, calf_y, &to_x, &to_y);

  g_signal_emit_by_name (drag, "drag-begin", from_x, from_y);
  for (int i = 1; i <= 10; i++)
    {
      g_signal_emit_by_name (drag, "drag-update", (to_x - from_x) * i / 10,
                             (to_y - from_y) * i / 10);
      map_test_settle (f->window);
    }
  /* it is drawn where it is by now, and no more among those that rest */
  g_assert_null (calx_body_map_hit_lesion (f->map, from_x, from_y));
  g_assert_nonnull (strstr (calx_body_map_get_description (f->map), "calf"));
  g_assert_cmpuint (f->n_edits, ==, 0);
  g_signal_emit_by_name (drag, "drag-update", 3000.0, 0.0); /* outside: it stays where it was */
  g_signal_emit_by_name (drag, "drag-end", 3000.0, 0.0);

  g_assert_cmpuint (f->n_edits, ==, 1);
  g_assert_cmpuint (f->n_selects + f->n_places, ==, 0);
  g_assert_cmpstr (f->uuid, ==, lesion->uuid);
  g_assert_cmpstr (f->region->id, ==, "calf_l");
  g_assert_cmpfloat_with_epsilon (f->x, calf_x, 1e-9);
  g_assert_cmpfloat_with_epsilon (f->y, calf_y, 1e-9);
  g_assert_cmpuint (calx_body_map_get_n_figure_draws (f->map), ==, n_draws);
  g_assert_cmpuint (calx_body_map_get_n_marks_draws (f->map), ==, n_marks + 1); /* without the dragged one */
}

static void
test_a_shaky_click_is_a_click (Fixture *f, gconstpointer data)
{
  GtkEventController *drag = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_DRAG);
  CalxLesion *lesion = add_lesion (f, "buttock_r");
  double x, y;

  calx_body_map_to_widget (f->map, lesion->x, lesion->y, &x, &y);
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", 3.0, 2.0);
  g_signal_emit_by_name (drag, "drag-end", 3.0, 2.0);
  g_assert_cmpuint (f->n_edits, ==, 0);
  g_assert_cmpuint (f->n_selects, ==, 1);
}

static void
test_escape_gives_a_drag_up (Fixture *f, gconstpointer data)
{
  GtkEventController *drag = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_DRAG);
  CalxLesion *lesion = add_lesion (f, "buttock_r");
  double x, y;

  calx_body_map_to_widget (f->map, lesion->x, lesion->y, &x, &y);
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", 0.0, 80.0);
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_Escape, 0));
  g_signal_emit_by_name (drag, "drag-end", 0.0, 80.0);
  g_assert_cmpuint (f->n_edits + f->n_selects + f->n_places, ==, 0);
}

static void
test_the_keyboard_places_and_removes (Fixture *f, gconstpointer data)
{
  const CalxRegion *calf = calx_regions_find (f->knowledge->regions, "calf_r");
  CalxLesion *lesion;

  g_assert_true (calx_body_map_focus_region (f->map, calf));
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_places, ==, 1);
  g_assert_cmpstr (f->region->id, ==, "calf_r");

  /* a second one goes beside the first */
  lesion = add_lesion (f, "calf_r");
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_space, 0));
  g_assert_cmpstr (f->region->id, ==, "calf_r");
  g_assert_true (f->x != lesion->x || f->y != lesion->y);

  calx_body_map_set_selected (f->map, lesion->uuid);
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_Delete, 0));
  g_assert_cmpuint (f->n_removes, ==, 1);
  g_assert_cmpstr (f->uuid, ==, lesion->uuid);
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_Escape, 0));
  g_assert_null (f->uuid);

  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_Page_Down, 0));
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_v, 0));
  g_assert_cmpuint (f->n_switches, ==, 2);
}

/* Each region can be reached from the head with the four arrows, in both figures. */
static void
test_arrows_reach_every_region (Fixture *f, gconstpointer data)
{
  const guint keys[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down };
  const CalxSex sexes[] = { CALX_SEX_FEMALE, CALX_SEX_MALE };

  for (gsize s = 0; s < G_N_ELEMENTS (sexes); s++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
      g_autoptr (GQueue) queue = g_queue_new ();
      g_autoptr (CalxBody) body = calx_body_load (calx_figure_standard (sexes[s]), f->knowledge->regions, NULL);
      guint n = 0;

      calx_body_map_set_body (f->map, body);
      for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->map)); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        n += CALX_IS_MAP_REGION (child);

      map_test_key (GTK_WIDGET (f->map), GDK_KEY_Home, 0);
      g_queue_push_tail (queue, (gpointer) get_focused (f));
      g_hash_table_add (seen, (gpointer) get_focused (f));
      while (!g_queue_is_empty (queue))
        {
          const CalxRegion *from = g_queue_pop_head (queue);

          for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
            {
              g_assert_true (calx_body_map_focus_region (f->map, from));
              g_assert_true (map_test_key (GTK_WIDGET (f->map), keys[i], 0));
              if (g_hash_table_add (seen, (gpointer) get_focused (f)))
                g_queue_push_tail (queue, (gpointer) get_focused (f));
            }
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, n);
    }
}

static void
test_tab_stops_once (Fixture *f, gconstpointer data)
{
  gtk_root_set_focus (GTK_ROOT (f->window), NULL);
  g_assert_null (calx_body_map_get_description (f->map));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (f->map), GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (get_focused (f));
  g_assert_nonnull (calx_body_map_get_description (f->map));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (f->map), GTK_DIR_TAB_FORWARD));
}

static void
test_regions_have_names_and_size (Fixture *f, gconstpointer data)
{
  GtkAccessible *calf = GTK_ACCESSIBLE (get_region_widget (f, "calf_r"));

  gtk_test_accessible_assert_role (calf, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (calf, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Right calf (incl. popliteal), peripheral");
  add_lesion (f, "calf_r");
  gtk_test_accessible_assert_property (calf, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Right calf (incl. popliteal), peripheral, 1 lesion");
  add_lesion (f, "calf_r");
  gtk_test_accessible_assert_property (calf, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Right calf (incl. popliteal), peripheral, 2 lesions");
  gtk_test_accessible_assert_property (f->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Body map, back");

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (f->map)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_assert_cmpint (gtk_widget_get_width (child), >=, CALX_MAP_REGION_MIN_SIZE);
      g_assert_cmpint (gtk_widget_get_height (child), >=, CALX_MAP_REGION_MIN_SIZE);
    }
}

static void
test_the_pointer_finds_the_region_drawn (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < calx_regions_get_n (f->knowledge->regions); i++)
    {
      const CalxRegion *region = calx_regions_get (f->knowledge->regions, i);
      double body_x, body_y, x, y;
      GtkWidget *picked;

      if (!calx_body_get_region_centre (f->body, CALX_VIEW_POSTERIOR, region, &body_x, &body_y))
        continue;
      calx_body_map_to_widget (f->map, body_x, body_y, &x, &y);
      picked = gtk_widget_pick (GTK_WIDGET (f->map), x, y, GTK_PICK_DEFAULT);
      g_assert_true (CALX_IS_MAP_REGION (picked));
      g_assert_cmpstr (calx_map_region_get_region (CALX_MAP_REGION (picked))->id, ==, region->id);
    }
}

static void
test_hovering_names_region_and_side (Fixture *f, gconstpointer data)
{
  GtkEventController *motion
      = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_EVENT_CONTROLLER_MOTION);
  CalxLesion *lesion = add_lesion (f, "thigh_p_l");
  double x, y;

  gtk_root_set_focus (GTK_ROOT (f->window),
                      NULL); /* or the region with the keyboard would be named */
  calx_body_map_to_widget (f->map, lesion->x, lesion->y, &x, &y);
  g_signal_emit_by_name (motion, "motion", x, y);
  g_assert_cmpstr (calx_body_map_get_description (f->map), ==, "L1: Left thigh, back: central");
  g_signal_emit_by_name (motion, "motion", x, y + 40);
  g_assert_cmpstr (calx_body_map_get_description (f->map), ==, "Left thigh, back: central");
  g_signal_emit_by_name (motion, "leave");
  g_assert_null (calx_body_map_get_description (f->map));
}

/* --- zoom and pan --- */

static void
pinch (Fixture *f, double scale)
{
  GtkEventController *zoom = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_ZOOM);

  for (int i = 1; i <= 10; i++)
    {
      g_signal_emit_by_name (zoom, "scale-changed", 1 + (scale - 1) * i / 10);
      gtk_widget_queue_draw (GTK_WIDGET (f->map));
      map_test_settle (f->window);
    }
  g_signal_emit_by_name (zoom, "end", NULL);
}

static void
wait_until_sharp (Fixture *f)
{
  while (f->map->settle_id != 0)
    g_main_context_iteration (NULL, TRUE);
  map_test_settle (f->window);
}

/* While the fingers move, the picture is only scaled; then it is drawn once. */
static void
test_two_fingers_zoom (Fixture *f, gconstpointer data)
{
  guint n_draws = calx_body_map_get_n_figure_draws (f->map);

  pinch (f, 4);
  g_assert_cmpfloat_with_epsilon (calx_body_map_get_zoom (f->map), 4, 1e-9);
  g_assert_cmpuint (calx_body_map_get_n_figure_draws (f->map), ==, n_draws);
  wait_until_sharp (f);
  g_assert_cmpuint (calx_body_map_get_n_figure_draws (f->map), ==, n_draws + 1);

  pinch (f, 0.01);
  g_assert_cmpfloat (calx_body_map_get_zoom (f->map), ==, 1);
  wait_until_sharp (f);
  /* the whole figure was kept */
  g_assert_cmpuint (calx_body_map_get_n_figure_draws (f->map), ==, n_draws + 1);
}

/* What a finger began is taken back when a second one comes. */
static void
test_a_second_finger_ends_the_drag (Fixture *f, gconstpointer data)
{
  GtkEventController *drag = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_DRAG);
  CalxLesion *lesion = add_lesion (f, "buttock_r");
  double x, y;

  calx_body_map_to_widget (f->map, lesion->x, lesion->y, &x, &y);
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", 0.0, 40.0);
  pinch (f, 2);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 40.0);
  calx_body_map_commit_click (f->map);
  g_assert_cmpuint (f->n_edits + f->n_selects + f->n_places, ==, 0);
}

static void
test_zoom_keeps_the_point_under_the_pointer (Fixture *f, gconstpointer data)
{
  const CalxBox home = { -0.3, -0.06, 0.3, 1.07 };
  CalxMapViewport viewport;
  CalxBodyTransform before, after;
  double x, y, body_x, body_y;

  calx_map_viewport_init (&viewport, &home);
  calx_map_viewport_set_size (&viewport, 400, 700);
  calx_map_viewport_zoom_at (&viewport, 3, 200, 350); /* so that no edge is near */
  calx_map_viewport_get_transform (&viewport, &before);
  calx_body_transform_to_body (&before, 230, 300, &body_x, &body_y);
  calx_map_viewport_zoom_at (&viewport, 2, 230, 300);
  calx_map_viewport_get_transform (&viewport, &after);
  calx_body_transform_to_device (&after, body_x, body_y, &x, &y);
  g_assert_cmpfloat_with_epsilon (after.scale, 2 * before.scale, 1e-9);
  g_assert_cmpfloat_with_epsilon (x, 230, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 300, 1e-9);

  /* as far as it goes, and not beyond the figure */
  calx_map_viewport_zoom_at (&viewport, 1e6, 0, 0);
  g_assert_cmpfloat (viewport.zoom, ==, CALX_MAP_ZOOM_MOST);
  g_assert_true (calx_map_viewport_pan (&viewport, 1e6, 1e6));
  g_assert_false (calx_map_viewport_pan (&viewport, 1, 1));
  calx_map_viewport_get_transform (&viewport, &after);
  calx_body_transform_to_body (&after, 0, 0, &body_x, &body_y);
  g_assert_cmpfloat_with_epsilon (body_x, home.x0, 1e-9);
  g_assert_cmpfloat_with_epsilon (body_y, home.y0, 1e-9);
}

static void
press_and_release (Fixture *f, double x, double y)
{
  GtkEventController *drag = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
}

static void
test_a_double_click_zooms_to_the_region (Fixture *f, gconstpointer data)
{
  const CalxRegion *calf = calx_regions_find (f->knowledge->regions, "calf_l");
  double body_x, body_y, x, y;

  g_assert_true (calx_body_get_region_centre (f->body, CALX_VIEW_POSTERIOR, calf, &body_x, &body_y));
  calx_body_map_to_widget (f->map, body_x, body_y, &x, &y);
  press_and_release (f, x, y);
  press_and_release (f, x, y);
  g_assert_cmpfloat (calx_body_map_get_zoom (f->map), >, 2);
  g_assert_true (calx_body_map_pick_region (f->map, f->map->viewport.width / 2,
                                            f->map->viewport.height / 2)
                 == calf);
  press_and_release (f, 200, 350);
  press_and_release (f, 200, 350);
  g_assert_cmpfloat (calx_body_map_get_zoom (f->map), ==, 1);
  calx_body_map_commit_click (f->map);
  g_assert_cmpuint (f->n_places, ==, 0);
}

/* Time alone makes a click of a press. */
static void
test_a_click_waits_for_a_second_one (Fixture *f, gconstpointer data)
{
  double x, y;

  calx_body_map_to_widget (f->map, 0, 0.4, &x, &y);
  press_and_release (f, x, y);
  g_assert_cmpuint (f->n_places, ==, 0);
  while (f->n_places == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpfloat_with_epsilon (f->y, 0.4, 1e-6);

  /* another patient's lesions: what was clicked before is not meant for them */
  press_and_release (f, x, y + 60);
  add_lesion (f, "scalp");
  calx_body_map_commit_click (f->map);
  g_assert_cmpuint (f->n_places, ==, 1);
}

static void
test_a_drag_on_skin_pans_what_is_zoomed (Fixture *f, gconstpointer data)
{
  GtkEventController *drag = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_DRAG);
  double from = f->map->viewport.y;

  g_signal_emit_by_name (drag, "drag-begin", 200.0, 400.0);
  g_signal_emit_by_name (drag, "drag-update", 0.0, -50.0);
  g_signal_emit_by_name (drag, "drag-end", 0.0, -50.0);
  g_assert_cmpfloat (f->map->viewport.y, ==, from); /* the whole figure stays */

  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_plus, 0));
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_plus, 0));
  from = f->map->viewport.y;
  g_signal_emit_by_name (drag, "drag-begin", 200.0, 400.0);
  g_signal_emit_by_name (drag, "drag-update", 0.0, -50.0);
  g_signal_emit_by_name (drag, "drag-end", 0.0, -50.0);
  g_assert_cmpfloat_with_epsilon (f->map->viewport.y, from + 50 / f->map->transform.scale, 1e-9);
  g_assert_cmpuint (f->n_places + f->n_selects + f->n_edits, ==, 0);
}

static void
test_keys_zoom_and_pan (Fixture *f, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (f->map);
  const CalxRegion *heel = calx_regions_find (f->knowledge->regions, "heel_r");
  double zoom, at, x, y;

  g_assert_true (calx_body_map_focus_region (f->map, heel));
  g_assert_true (map_test_key (map, GDK_KEY_plus, 0));
  zoom = calx_body_map_get_zoom (f->map);
  g_assert_cmpfloat (zoom, >, 1);
  g_assert_true (map_test_key (map, GDK_KEY_minus, 0));
  g_assert_cmpfloat (calx_body_map_get_zoom (f->map), ==, 1);
  g_assert_true (map_test_key (map, GDK_KEY_z, 0));
  g_assert_cmpfloat (calx_body_map_get_zoom (f->map), >, 4);
  at = f->map->viewport.y;
  g_assert_true (map_test_key (map, GDK_KEY_Up, GDK_SHIFT_MASK));
  g_assert_cmpfloat (f->map->viewport.y, <, at);
  at = f->map->viewport.x;
  g_assert_true (map_test_key (map, GDK_KEY_Left, GDK_CONTROL_MASK));
  g_assert_cmpfloat (f->map->viewport.x, <, at);

  /* the region with the keyboard is always seen */
  g_assert_true (map_test_key (map, GDK_KEY_Home, 0));
  g_assert_true (calx_body_get_region_centre (f->body, CALX_VIEW_POSTERIOR, f->map->focus, &x, &y));
  calx_body_map_to_widget (f->map, x, y, &x, &y);
  g_assert_cmpfloat (y, >=, 0);
  g_assert_true (map_test_key (map, GDK_KEY_0, 0));
  g_assert_cmpfloat (calx_body_map_get_zoom (f->map), ==, 1);
}

/* --- edits --- */

/* Length 100, width 60, lying along x, selected. */
static CalxLesion *
add_ellipse (Fixture *f, const char *region_id)
{
  CalxLesion *lesion = add_lesion (f, region_id);

  lesion->length_mm = 100;
  lesion->width_mm = 60;
  calx_body_map_set_selected (f->map, lesion->uuid);
  return lesion;
}

static CalxMapHandle
find_handle (Fixture *f, CalxMapGrip grip, guint point)
{
  g_autoptr (GArray) handles = calx_body_map_get_handles (f->map);

  for (guint i = 0; i < handles->len; i++)
    if (g_array_index (handles, CalxMapHandle, i).grip == grip
        && g_array_index (handles, CalxMapHandle, i).point == point)
      return g_array_index (handles, CalxMapHandle, i);

  g_assert_not_reached ();
}

/* Takes the last edit, as the pane does. */
static void
take_edit (Fixture *f)
{
  GPtrArray *lesions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);

  for (guint i = 0; i < f->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (f->lesions, i);

      g_ptr_array_add (lesions, calx_lesion_ref (g_str_equal (lesion->uuid, f->uuid) ? f->edited : lesion));
    }
  g_ptr_array_unref (f->lesions);
  f->lesions = lesions;
  calx_body_map_set_lesions (f->map, lesions);
}

static void
drag_by (Fixture *f, double x, double y, double dx, double dy)
{
  GtkEventController *drag = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_DRAG);

  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (drag, "drag-update", dx / 2, dy / 2);
  g_signal_emit_by_name (drag, "drag-update", dx, dy);
  g_signal_emit_by_name (drag, "drag-end", dx, dy);
}

static void
test_handles_size_and_turn (Fixture *f, gconstpointer data)
{
  g_autoptr (CalxLesion) lesion = calx_lesion_ref (add_ellipse (f, "thigh_p_l"));
  CalxMapHandle handle;
  double px_per_mm;

  calx_body_map_zoom (f->map, 4);
  px_per_mm = f->map->transform.scale / STATURE_MM;
  handle = find_handle (f, CALX_MAP_GRIP_LENGTH, 0);
  drag_by (f, handle.x, handle.y, 10 * px_per_mm, 0);
  g_assert_cmpuint (f->n_edits, ==, 1);
  g_assert_cmpfloat (f->edited->length_mm, ==, 120); /* on both sides */
  g_assert_cmpfloat (f->edited->width_mm, ==, 60);
  g_assert_cmpfloat (f->edited->x, ==, lesion->x);

  take_edit (f);
  handle = find_handle (f, CALX_MAP_GRIP_WIDTH, 0);
  drag_by (f, handle.x, handle.y, 0, -10 * px_per_mm);
  g_assert_cmpfloat (f->edited->width_mm, ==, 40);
  /* the longer one is the length */
  take_edit (f);
  handle = find_handle (f, CALX_MAP_GRIP_WIDTH, 0);
  drag_by (f, handle.x, handle.y, 0, 50 * px_per_mm);
  g_assert_cmpfloat (f->edited->length_mm, ==, 140);
  g_assert_cmpfloat (f->edited->width_mm, ==, 120);
  g_assert_cmpfloat (f->edited->angle_deg, ==, 90);

  take_edit (f);
  handle = find_handle (f, CALX_MAP_GRIP_TURN, 0); /* below, by now */
  drag_by (f, handle.x, handle.y, 1e4, 0);
  g_assert_cmpfloat_with_epsilon (f->edited->angle_deg, 0, 1.5);
  g_assert_cmpuint (f->n_edits, ==, 4);
}

static void
test_a_point_gets_a_size (Fixture *f, gconstpointer data)
{
  CalxLesion *lesion = add_lesion (f, "thigh_p_l");
  CalxMapHandle handle;

  calx_body_map_set_selected (f->map, lesion->uuid);
  g_assert_null (calx_body_map_get_handles (f->map)); /* they would hide it */
  calx_body_map_zoom (f->map, 4);
  handle = find_handle (f, CALX_MAP_GRIP_LENGTH, 0);
  drag_by (f, handle.x, handle.y, 10 * f->map->transform.scale / STATURE_MM, 0);
  g_assert_cmpfloat (f->edited->length_mm, ==, 20);
  g_assert_cmpfloat (f->edited->width_mm, ==, 20);
}

static void
test_the_keyboard_moves_sizes_and_turns (Fixture *f, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (f->map);
  g_autoptr (CalxLesion) lesion = calx_lesion_ref (add_ellipse (f, "thigh_p_l"));

  g_assert_true (map_test_key (map, GDK_KEY_Home, 0));
  g_assert_true (map_test_key (map, GDK_KEY_m, 0));
  g_assert_true (map_test_key (map, GDK_KEY_Down, 0));
  g_assert_true (map_test_key (map, GDK_KEY_Down, GDK_SHIFT_MASK));
  g_assert_true (map_test_key (map, GDK_KEY_l, 0));
  g_assert_true (map_test_key (map, GDK_KEY_W, GDK_SHIFT_MASK));
  g_assert_true (map_test_key (map, GDK_KEY_t, 0));
  g_assert_nonnull (strstr (calx_body_map_get_description (f->map), "101 x 59 mm"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_region_widget (f, "scalp")),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       calx_body_map_get_description (f->map));
  g_assert_cmpuint (f->n_edits, ==, 0);
  g_assert_true (map_test_key (map, GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_edits, ==, 1); /* all of it at once */
  g_assert_cmpfloat_with_epsilon (f->edited->y, lesion->y + 11 / STATURE_MM, 1e-9);
  g_assert_cmpfloat (f->edited->length_mm, ==, 101);
  g_assert_cmpfloat (f->edited->width_mm, ==, 59);
  g_assert_cmpfloat (f->edited->angle_deg, ==, 5);
  g_assert_cmpuint (f->n_places, ==, 0);

  g_assert_true (map_test_key (map, GDK_KEY_m, 0));
  g_assert_true (map_test_key (map, GDK_KEY_Left, 0));
  g_assert_true (map_test_key (map, GDK_KEY_Escape, 0));
  g_assert_cmpuint (f->n_edits, ==, 1);
  g_assert_null (f->map->edited);
}

static void
test_the_keyboard_changes_an_outline (Fixture *f, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (f->map);
  g_autoptr (CalxLesion) lesion = calx_lesion_ref (add_ellipse (f, "thigh_p_l"));
  const CalxPointMm *point;

  g_assert_true (map_test_key (map, GDK_KEY_o, 0));
  g_assert_cmpuint (f->map->edited->outline->len, ==, 12);
  g_assert_true (map_test_key (map, GDK_KEY_n, 0));
  g_assert_true (map_test_key (map, GDK_KEY_p, 0));
  g_assert_true (map_test_key (map, GDK_KEY_Right, GDK_SHIFT_MASK)); /* the first one lies at the right end */
  g_assert_true (map_test_key (map, GDK_KEY_Insert, 0));
  g_assert_cmpuint (f->map->edited->outline->len, ==, 13);
  g_assert_cmpuint (f->map->point, ==, 1);
  g_assert_true (map_test_key (map, GDK_KEY_n, 0));
  g_assert_true (map_test_key (map, GDK_KEY_Delete, 0));
  g_assert_true (map_test_key (map, GDK_KEY_Return, 0));
  g_assert_cmpuint (f->n_edits, ==, 1);
  g_assert_cmpuint (f->n_removes, ==, 0);
  g_assert_cmpuint (f->edited->outline->len, ==, 12);
  point = &g_array_index (f->edited->outline, CalxPointMm, 0);
  g_assert_cmpfloat_with_epsilon (point->x_mm, 60, 0.01);
  g_assert_null (lesion->outline);
}

static void
test_letters_choose_the_type (Fixture *f, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (f->map);
  const struct
  {
    guint key;
    CalxLesionType type;
  } letters[] = {
    { GDK_KEY_p, CALX_LESION_TYPE_PAPULE },
    { GDK_KEY_q, CALX_LESION_TYPE_PLAQUE },
    { GDK_KEY_n, CALX_LESION_TYPE_NODULE },
    { GDK_KEY_s, CALX_LESION_TYPE_SUBCUTANEOUS_NODULE },
    { GDK_KEY_i, CALX_LESION_TYPE_INDURATION },
    { GDK_KEY_l, CALX_LESION_TYPE_LIVEDO },
    { GDK_KEY_r, CALX_LESION_TYPE_RETIFORM_PURPURA },
    { GDK_KEY_U, CALX_LESION_TYPE_ULCER },
    { GDK_KEY_E, CALX_LESION_TYPE_ESCHAR },
    { GDK_KEY_D, CALX_LESION_TYPE_CHALKY_DISCHARGE },
  };

  g_assert_false (map_test_key (map, GDK_KEY_u, 0)); /* of none */
  add_ellipse (f, "thigh_p_l");
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_assert_true (map_test_key (map, letters[i].key, 0));
      g_assert_cmpuint (f->n_edits, ==, i + 1);
      g_assert_cmpint (f->edited->type, ==, letters[i].type);
    }
}

static void
test_keys_walk_the_lesions (Fixture *f, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (f->map);
  CalxLesion *first = add_lesion (f, "thigh_p_l");
  CalxLesion *second = add_lesion (f, "calf_r");

  g_assert_true (map_test_key (map, GDK_KEY_period, 0));
  g_assert_cmpstr (f->uuid, ==, first->uuid);
  calx_body_map_set_selected (f->map, f->uuid);
  g_assert_true (map_test_key (map, GDK_KEY_period, 0));
  g_assert_cmpstr (f->uuid, ==, second->uuid);
  g_assert_cmpstr (get_focused (f)->id, ==, "calf_r");
  calx_body_map_set_selected (f->map, f->uuid);
  g_assert_true (map_test_key (map, GDK_KEY_period, 0));
  g_assert_cmpstr (f->uuid, ==, first->uuid);
  g_assert_true (map_test_key (map, GDK_KEY_comma, 0));
  g_assert_cmpstr (f->uuid, ==, first->uuid);
}

/* --- outlines drawn by hand --- */

static void
draw_circle (Fixture *f, const char *begin, const char *more, const char *end, GType type)
{
  GtkEventController *gesture = map_test_controller (GTK_WIDGET (f->map), type);
  gboolean relative = type == GTK_TYPE_GESTURE_DRAG;
  double x, y;

  calx_body_map_to_widget (f->map, 0, 0.35, &x, &y);
  g_signal_emit_by_name (gesture, begin, x + 20, y);
  for (int i = 1; i <= 40; i++)
    {
      double dx = 20 * cos (2 * G_PI * i / 40), dy = 20 * sin (2 * G_PI * i / 40);

      g_signal_emit_by_name (gesture, more, relative ? dx - 20 : x + dx, relative ? dy : y + dy);
    }
  g_signal_emit_by_name (gesture, end, relative ? 0.0 : x + 20, relative ? 0.0 : y);
}

static void
assert_circle (Fixture *f)
{
  double radius_mm = 20 * STATURE_MM / f->map->transform.scale;

  g_assert_cmpuint (f->n_places, ==, 1);
  g_assert_nonnull (f->outline);
  g_assert_cmpuint (f->outline->len, >=, 8);
  g_assert_cmpfloat_with_epsilon (f->x, 0, 0.002);
  g_assert_cmpfloat_with_epsilon (f->y, 0.35, 0.002);
  g_assert_cmpfloat_with_epsilon (calx_outline_get_area_mm2 (f->outline),
                                  G_PI * radius_mm * radius_mm, 0.06 * G_PI * radius_mm * radius_mm);
}

static void
test_the_pen_draws_an_outline (Fixture *f, gconstpointer data)
{
  calx_body_map_set_pen (f->map, TRUE);
  draw_circle (f, "drag-begin", "drag-update", "drag-end", GTK_TYPE_GESTURE_DRAG);
  assert_circle (f);

  /* a click is one still, and Escape puts the pen away */
  map_test_click_body (f->map, 0, 0.3);
  g_assert_cmpuint (f->n_places, ==, 2);
  g_assert_null (f->outline);
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_Escape, 0));
  g_assert_false (calx_body_map_get_pen (f->map));
}

static void
test_the_stylus_draws_an_outline (Fixture *f, gconstpointer data)
{
  GtkEventController *stylus = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_STYLUS);
  double x, y;

  draw_circle (f, "down", "motion", "up", GTK_TYPE_GESTURE_STYLUS);
  assert_circle (f);

  calx_body_map_to_widget (f->map, 0, 0.45, &x, &y);
  g_signal_emit_by_name (stylus, "down", x, y);
  g_signal_emit_by_name (stylus, "motion", x + 1, y);
  g_signal_emit_by_name (stylus, "up", x + 1, y);
  g_assert_cmpuint (f->n_places, ==, 2);
  g_assert_null (f->outline);
  g_assert_cmpfloat_with_epsilon (f->y, 0.45, 1e-9);
}

static void
test_points_of_an_outline_are_dragged (Fixture *f, gconstpointer data)
{
  CalxLesion *lesion = add_ellipse (f, "thigh_p_l");
  const CalxPointMm *point;
  CalxMapHandle handle;

  f->map->stature_mm = STATURE_MM;
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_o, 0));
  g_assert_true (calx_lesion_set_outline (lesion, f->map->edited->outline));
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_Escape, 0));

  calx_body_map_zoom (f->map, 3);
  handle = find_handle (f, CALX_MAP_GRIP_POINT, 3); /* the lowest */
  drag_by (f, handle.x, handle.y, 0, 10 * f->map->transform.scale / STATURE_MM);
  g_assert_cmpuint (f->n_edits, ==, 1);
  point = &g_array_index (f->edited->outline, CalxPointMm, 3);
  g_assert_cmpfloat_with_epsilon (point->y_mm, 40, 0.02);
  g_assert_cmpfloat (f->edited->x, ==, lesion->x);
}

/* --- menu --- */

static void
test_a_long_press_opens_the_menu (Fixture *f, gconstpointer data)
{
  GtkEventController *drag = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_DRAG);
  GtkEventController *stay = map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_GESTURE_LONG_PRESS);
  double x, y;

  calx_body_map_to_widget (f->map, 0, 0.35, &x, &y);
  g_signal_emit_by_name (drag, "drag-begin", x, y);
  g_signal_emit_by_name (stay, "pressed", x, y);
  g_signal_emit_by_name (drag, "drag-end", 0.0, 0.0);
  calx_body_map_commit_click (f->map);
  g_assert_cmpuint (f->n_places, ==, 0);
  g_assert_nonnull (f->map->menu);
  g_assert_true (gtk_widget_get_visible (f->map->menu));
  gtk_widget_activate_action (GTK_WIDGET (f->map), "map.place", NULL);
  g_assert_cmpuint (f->n_places, ==, 1);
  g_assert_cmpfloat_with_epsilon (f->y, 0.35, 1e-6);
}

static void
test_the_menu_does_what_the_keys_do (Fixture *f, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (f->map);
  g_autoptr (CalxLesion) lesion = calx_lesion_ref (add_ellipse (f, "thigh_p_l"));

  gtk_widget_activate_action (map, "map.type", "(ss)", lesion->uuid, "ulcer");
  g_assert_cmpint (f->edited->type, ==, CALX_LESION_TYPE_ULCER);
  gtk_widget_activate_action (map, "map.copy", "s", lesion->uuid);
  g_assert_cmpuint (f->n_copies, ==, 1);
  gtk_widget_activate_action (map, "map.open", "s", lesion->uuid);
  g_assert_cmpuint (f->n_opens, ==, 1);
  gtk_widget_activate_action (map, "map.move", "s", lesion->uuid);
  g_assert_cmpint (f->map->mode, ==, CALX_MAP_MODE_MOVE);
  gtk_widget_activate_action (map, "map.outline", "s", lesion->uuid);
  g_assert_cmpint (f->map->mode, ==, CALX_MAP_MODE_OUTLINE);
  gtk_widget_activate_action (map, "map.remove", "s", lesion->uuid);
  g_assert_cmpuint (f->n_removes, ==, 1);

  g_assert_true (map_test_key (map, GDK_KEY_Escape, 0));
  g_assert_true (map_test_key (map, GDK_KEY_c, 0));
  g_assert_cmpuint (f->n_copies, ==, 2);
  g_assert_true (map_test_key (map, GDK_KEY_F2, 0));
  g_assert_cmpuint (f->n_opens, ==, 2);
}

/* --- what is kept --- */

static void
test_an_idle_frame_builds_nothing (Fixture *f, gconstpointer data)
{
  guint n_figure, n_marks;

  add_ellipse (f, "thigh_p_l");
  map_test_settle (f->window);
  n_figure = calx_body_map_get_n_figure_draws (f->map);
  n_marks = calx_body_map_get_n_marks_draws (f->map);
  for (int i = 0; i < 5; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (f->map));
      map_test_settle (f->window);
    }
  /* nor does pointing */
  g_signal_emit_by_name (map_test_controller (GTK_WIDGET (f->map), GTK_TYPE_EVENT_CONTROLLER_MOTION),
                         "motion", 200.0, 300.0);
  map_test_settle (f->window);
  g_assert_cmpuint (calx_body_map_get_n_figure_draws (f->map), ==, n_figure);
  g_assert_cmpuint (calx_body_map_get_n_marks_draws (f->map), ==, n_marks);
}

int
main (int argc, char **argv)
{
  gpointer front = GINT_TO_POINTER (CALX_VIEW_ANTERIOR);
  gpointer back = GINT_TO_POINTER (CALX_VIEW_POSTERIOR);

  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, view, function)                                                                  \
  g_test_add ("/body-map/" path, Fixture, view, set_up, function, tear_down)
  ADD ("a-click-in-any-region-places-there/front", front, test_a_click_in_any_region_places_there);
  ADD ("a-click-in-any-region-places-there/back", back, test_a_click_in_any_region_places_there);
  ADD ("a-press-outside-places-nothing", back, test_a_press_outside_places_nothing);
  ADD ("a-near-miss-is-brought-inside", front, test_a_near_miss_is_brought_inside);
  ADD ("a-click-on-a-mark-selects-it", back, test_a_click_on_a_mark_selects_it);
  ADD ("a-drag-moves-and-draws-no-figure", back, test_a_drag_moves_and_draws_no_figure);
  ADD ("a-shaky-click-is-a-click", back, test_a_shaky_click_is_a_click);
  ADD ("escape-gives-a-drag-up", back, test_escape_gives_a_drag_up);
  ADD ("the-keyboard-places-and-removes", back, test_the_keyboard_places_and_removes);
  ADD ("arrows-reach-every-region/front", front, test_arrows_reach_every_region);
  ADD ("arrows-reach-every-region/back", back, test_arrows_reach_every_region);
  ADD ("tab-stops-once", front, test_tab_stops_once);
  ADD ("regions-have-names-and-size", back, test_regions_have_names_and_size);
  ADD ("the-pointer-finds-the-region-drawn", back, test_the_pointer_finds_the_region_drawn);
  ADD ("hovering-names-region-and-side", back, test_hovering_names_region_and_side);
  ADD ("two-fingers-zoom", back, test_two_fingers_zoom);
  ADD ("a-second-finger-ends-the-drag", back, test_a_second_finger_ends_the_drag);
  ADD ("zoom-keeps-the-point-under-the-pointer", back, test_zoom_keeps_the_point_under_the_pointer);
  ADD ("a-double-click-zooms-to-the-region", back, test_a_double_click_zooms_to_the_region);
  ADD ("a-click-waits-for-a-second-one", back, test_a_click_waits_for_a_second_one);
  ADD ("a-drag-on-skin-pans-what-is-zoomed", back, test_a_drag_on_skin_pans_what_is_zoomed);
  ADD ("keys-zoom-and-pan", back, test_keys_zoom_and_pan);
  ADD ("handles-size-and-turn", back, test_handles_size_and_turn);
  ADD ("a-point-gets-a-size", back, test_a_point_gets_a_size);
  ADD ("the-keyboard-moves-sizes-and-turns", back, test_the_keyboard_moves_sizes_and_turns);
  ADD ("the-keyboard-changes-an-outline", back, test_the_keyboard_changes_an_outline);
  ADD ("letters-choose-the-type", back, test_letters_choose_the_type);
  ADD ("keys-walk-the-lesions", back, test_keys_walk_the_lesions);
  ADD ("the-pen-draws-an-outline", back, test_the_pen_draws_an_outline);
  ADD ("the-stylus-draws-an-outline", back, test_the_stylus_draws_an_outline);
  ADD ("points-of-an-outline-are-dragged", back, test_points_of_an_outline_are_dragged);
  ADD ("a-long-press-opens-the-menu", back, test_a_long_press_opens_the_menu);
  ADD ("the-menu-does-what-the-keys-do", back, test_the_menu_does_what_the_keys_do);
  ADD ("an-idle-frame-builds-nothing", back, test_an_idle_frame_builds_nothing);
#undef ADD

  return g_test_run ();
}
