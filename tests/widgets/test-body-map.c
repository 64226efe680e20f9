/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "calx-body-map.h"
#include "calx-knowledge.h"
#include "calx-map-region.h"
#include "map-test.h"

/* One map in a window, and what it last asked for. */
typedef struct
{
  CalxKnowledge *knowledge;
  CalxBody *body;
  GPtrArray *lesions;
  GtkWidget *window;
  CalxBodyMap *map;

  guint n_places, n_moves, n_selects, n_removes, n_switches;
  double x, y;
  const CalxRegion *region;
  char *uuid;
} Fixture;

static void
on_place (CalxBodyMap *map, double x, double y, const CalxRegion *region, Fixture *f)
{
  f->n_places++;
  f->x = x;
  f->y = y;
  f->region = region;
}

static void
on_move (
    CalxBodyMap *map, const char *uuid, double x, double y, const CalxRegion *region, Fixture *f)
{
  f->n_moves++;
  f->x = x;
  f->y = y;
  f->region = region;
  g_free (f->uuid);
  f->uuid = g_strdup (uuid);
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
  g_signal_connect (f->map, "place", G_CALLBACK (on_place), f);
  g_signal_connect (f->map, "move", G_CALLBACK (on_move), f);
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
  g_assert_cmpuint (n, ==, view == CALX_VIEW_ANTERIOR ? 39 : 36);
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
  guint n_draws;

  map_test_settle (f->window);
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
  g_assert_nonnull (strstr (calx_body_map_get_description (f->map), "calf"));
  g_assert_cmpuint (f->n_moves, ==, 0);
  g_signal_emit_by_name (drag, "drag-update", 3000.0, 0.0); /* outside: it stays where it was */
  g_signal_emit_by_name (drag, "drag-end", 3000.0, 0.0);

  g_assert_cmpuint (f->n_moves, ==, 1);
  g_assert_cmpuint (f->n_selects + f->n_places, ==, 0);
  g_assert_cmpstr (f->uuid, ==, lesion->uuid);
  g_assert_cmpstr (f->region->id, ==, "calf_l");
  g_assert_cmpfloat_with_epsilon (f->x, calf_x, 1e-9);
  g_assert_cmpfloat_with_epsilon (f->y, calf_y, 1e-9);
  g_assert_cmpuint (calx_body_map_get_n_figure_draws (f->map), ==, n_draws);
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
  g_assert_cmpuint (f->n_moves, ==, 0);
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
  g_assert_cmpuint (f->n_moves + f->n_selects + f->n_places, ==, 0);
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
  g_assert_true (map_test_key (GTK_WIDGET (f->map), GDK_KEY_Down, GDK_ALT_MASK));
  g_assert_cmpuint (f->n_moves, ==, 1);
  g_assert_cmpfloat (f->y, >, lesion->y);
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
#undef ADD

  return g_test_run ();
}
