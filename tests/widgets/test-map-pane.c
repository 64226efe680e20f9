/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "calx-lesion-editor.h"
#include "calx-lesion-row.h"
#include "calx-map-pane.h"
#include "calx-map-views.h"
#include "calx-region-chooser.h"
#include "calx-ui.h"
#include "map-test.h"

typedef struct
{
  CalxKnowledge *knowledge;
  CalxBody *body;
  GtkWidget *window;
  CalxMapPane *pane;
  CalxBodyMap *maps[CALX_N_VIEWS];
  CalxSession *last; /* what the pane last emitted */
  guint n_changes;
} Fixture;

static void
on_changed (CalxMapPane *pane, CalxSession *session, Fixture *f)
{
  f->n_changes++;
  g_clear_pointer (&f->last, calx_session_unref);
  f->last = calx_session_ref (session);
  g_assert_true (calx_map_pane_get_session (pane) == session);
  calx_map_pane_set_session (pane, session); /* as the window does */
}

/* @data: width of the window */
static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CalxSession) session = NULL;
  CalxMapViews *views;

  f->knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  f->body = calx_body_load (CALX_FIGURE_WOMAN, f->knowledge->regions, &error);
  g_assert_no_error (error);

  f->pane = CALX_MAP_PANE (calx_map_pane_new (f->knowledge));
  session = calx_session_new (f->knowledge->inputs, "patient", (CalxDate){ 2026, 11, 16 });
  calx_map_pane_set_session (f->pane, session);
  calx_map_pane_set_next_number (f->pane, 4);
  g_signal_connect (f->pane, "session-changed", G_CALLBACK (on_changed), f);
  views = CALX_MAP_VIEWS (map_test_find (GTK_WIDGET (f->pane), CALX_TYPE_MAP_VIEWS));
  for (CalxView view = 0; view < CALX_N_VIEWS; view++)
    f->maps[view] = calx_map_views_get_map (views, view);

  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), GPOINTER_TO_INT (data), 900);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->pane));
  gtk_window_present (GTK_WINDOW (f->window));
  map_test_settle (f->window);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (CalxMapPane) pane = g_object_ref (f->pane);

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&pane));
  g_clear_pointer (&f->last, calx_session_unref);
  calx_body_unref (f->body);
  calx_knowledge_unref (f->knowledge);
}

/* The child of a template by the id it has there. */
static gpointer
get_part (GtkWidget *widget, const char *id)
{
  GObject *part = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), id);

  g_assert_nonnull (part);
  return part;
}

static GtkWidget *
get_editor (Fixture *f)
{
  return get_part (GTK_WIDGET (f->pane), "editor");
}

static void
click_region (Fixture *f, CalxView view, const char *region_id)
{
  double x, y;

  g_assert_true (calx_body_get_region_centre (
      f->body, view, calx_regions_find (f->knowledge->regions, region_id), &x, &y));
  map_test_click_body (f->maps[view], x, y);
}

static CalxLesion *
get_lesion (Fixture *f, guint index)
{
  GPtrArray *lesions = calx_session_get_lesions (calx_map_pane_get_session (f->pane));

  g_assert_cmpuint (index, <, lesions->len);
  return g_ptr_array_index (lesions, index);
}

static guint
count_lesions (Fixture *f)
{
  return calx_session_get_lesions (calx_map_pane_get_session (f->pane))->len;
}

static void
type_into (Fixture *f, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_part (get_editor (f), id)), text);
}

static const char *
get_text (Fixture *f, const char *id)
{
  return gtk_editable_get_text (GTK_EDITABLE (get_part (get_editor (f), id)));
}

static const char *
get_message (Fixture *f, const char *id)
{
  GtkWidget *message = get_part (get_editor (f), id);

  return gtk_widget_get_visible (message) ? gtk_label_get_label (GTK_LABEL (message)) : "";
}

static void
test_a_click_places_and_opens_the_editor (Fixture *f, gconstpointer data)
{
  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_r");
  g_assert_cmpuint (f->n_changes, ==, 1);
  g_assert_cmpuint (count_lesions (f), ==, 1);
  g_assert_cmpstr (get_lesion (f, 0)->region_id, ==, "thigh_a_r");
  g_assert_cmpint (get_lesion (f, 0)->view, ==, CALX_VIEW_ANTERIOR);
  g_assert_cmpint (get_lesion (f, 0)->number, ==, 4);
  g_assert_cmpstr (calx_map_pane_get_selected (f->pane), ==, get_lesion (f, 0)->uuid);
  g_assert_true (gtk_widget_get_visible (get_editor (f)));

  click_region (f, CALX_VIEW_POSTERIOR, "calf_l");
  g_assert_cmpstr (get_lesion (f, 1)->region_id, ==, "calf_l");
  g_assert_cmpint (get_lesion (f, 1)->view, ==, CALX_VIEW_POSTERIOR);

  /* clicking the first mark again selects it and adds none */
  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_r");
  g_assert_cmpuint (count_lesions (f), ==, 2);
  g_assert_cmpstr (calx_map_pane_get_selected (f->pane), ==, get_lesion (f, 0)->uuid);
  g_assert_cmpuint (f->n_changes, ==, 2);
}

static void
test_a_number_is_never_used_twice (Fixture *f, gconstpointer data)
{
  g_autoptr (CalxSession) empty = calx_session_ref (calx_map_pane_get_session (f->pane));

  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_r");
  gtk_widget_grab_focus (GTK_WIDGET (f->maps[0]));
  g_assert_true (map_test_key (GTK_WIDGET (f->maps[0]), GDK_KEY_Delete, 0));
  g_assert_cmpuint (count_lesions (f), ==, 0);
  g_assert_null (calx_map_pane_get_selected (f->pane));
  g_assert_false (gtk_widget_get_visible (get_editor (f)));

  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_l");
  g_assert_cmpint (get_lesion (f, 0)->number, ==, 5);
  calx_map_pane_set_session (f->pane, empty); /* undone */
  click_region (f, CALX_VIEW_ANTERIOR, "breast_l");
  g_assert_cmpint (get_lesion (f, 0)->number, ==, 6);
  g_assert_cmpint (calx_map_pane_get_next_number (f->pane), ==, 7);

  /* another patient counts from its own */
  calx_map_pane_set_session (f->pane, empty);
  calx_map_pane_set_next_number (f->pane, 1);
  click_region (f, CALX_VIEW_ANTERIOR, "breast_l");
  g_assert_cmpint (get_lesion (f, 0)->number, ==, 1);
}

static void
test_every_field_reaches_the_lesion (Fixture *f, gconstpointer data)
{
  GtkWidget *editor = get_editor (f);
  CalxLesion *lesion;

  click_region (f, CALX_VIEW_POSTERIOR, "calf_l");
  gtk_drop_down_set_selected (get_part (editor, "type"), CALX_LESION_TYPE_ULCER);
  gtk_drop_down_set_selected (get_part (editor, "ulcerated"), CALX_TERNARY_YES);
  gtk_drop_down_set_selected (get_part (editor, "pain"), 8);
  gtk_drop_down_set_selected (get_part (editor, "diagnosis"), CALX_DIAGNOSIS_CALCIPHYLAXIS);
  type_into (f, "length", "30,5");
  type_into (f, "width", " 20.25 ");
  type_into (f, "onset", "2026-10");
  type_into (f, "note", "black rim");
  gtk_check_button_set_active (get_part (editor, "healed"), TRUE);

  lesion = get_lesion (f, 0);
  g_assert_true (calx_session_find_lesion (f->last, lesion->uuid) == lesion);
  g_assert_cmpint (lesion->type, ==, CALX_LESION_TYPE_ULCER);
  g_assert_cmpint (lesion->ulcerated, ==, CALX_TERNARY_YES);
  g_assert_cmpint (lesion->pain, ==, 7);
  g_assert_cmpint (lesion->diagnosis, ==, CALX_DIAGNOSIS_CALCIPHYLAXIS);
  g_assert_cmpfloat (lesion->length_mm, ==, 30.5);
  g_assert_cmpfloat (lesion->width_mm, ==, 20.25);
  g_assert_cmpint (calx_date_compare (lesion->onset, (CalxDate){ 2026, 10, 0 }), ==, 0);
  g_assert_cmpstr (lesion->note, ==, "black rim");
  g_assert_true (lesion->healed);
  g_assert_cmpstr (get_text (f, "length"), ==, "30,5"); /* as typed */
}

static void
test_a_refused_text_is_said_and_kept (Fixture *f, gconstpointer data)
{
  guint n_changes;
  int position = 2;

  click_region (f, CALX_VIEW_POSTERIOR, "calf_l");
  type_into (f, "length", "30");
  n_changes = f->n_changes;

  gtk_editable_insert_text (GTK_EDITABLE (get_part (get_editor (f), "length")), "abc", -1,
                            &position);
  g_assert_nonnull (strstr (get_message (f, "length_message"), "30abc"));
  g_assert_cmpfloat (get_lesion (f, 0)->length_mm, ==, 30);
  type_into (f, "width", "0");
  g_assert_cmpstr (get_message (f, "width_message"), !=, "");
  type_into (f, "onset", "2026-11-17"); /* after the session */
  g_assert_cmpstr (get_message (f, "onset_message"), !=, "");
  g_assert_cmpuint (f->n_changes, ==, n_changes);
  g_assert_cmpuint (calx_map_pane_get_n_refused (f->pane), ==, 3);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (get_part (get_editor (f), "length")),
                                    GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  /* another lesion and back: nothing is lost */
  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_r");
  g_assert_cmpstr (get_text (f, "length"), ==, "");
  g_assert_cmpstr (get_message (f, "length_message"), ==, "");
  calx_map_pane_select (f->pane, get_lesion (f, 0)->uuid);
  g_assert_cmpstr (get_text (f, "length"), ==, "30abc");
  g_assert_cmpstr (get_text (f, "onset"), ==, "2026-11-17");
  g_assert_cmpstr (get_message (f, "length_message"), !=, "");

  type_into (f, "length", "31");
  type_into (f, "width", "");
  type_into (f, "onset", "2026");
  g_assert_cmpuint (calx_map_pane_get_n_refused (f->pane), ==, 0);
  g_assert_cmpfloat (get_lesion (f, 0)->length_mm, ==, 31);
  g_assert_cmpstr (get_message (f, "length_message"), ==, "");
}

static void
test_the_list_does_all_that_the_map_does (Fixture *f, gconstpointer data)
{
  GtkWidget *pane = GTK_WIDGET (f->pane);
  CalxRegionChooser *chooser = get_part (pane, "add_region");
  GtkWidget *row;

  g_assert_false (gtk_widget_get_sensitive (get_part (pane, "add")));
  calx_region_chooser_set_selected (chooser, CALX_VIEW_POSTERIOR,
                                    calx_regions_find (f->knowledge->regions, "toes_r"));
  g_signal_emit_by_name (chooser, "chosen");
  g_assert_true (gtk_widget_get_sensitive (get_part (pane, "add")));
  g_signal_emit_by_name (get_part (pane, "add"), "clicked");
  g_assert_cmpstr (get_lesion (f, 0)->region_id, ==, "toes_r");
  g_assert_cmpint (get_lesion (f, 0)->view, ==, CALX_VIEW_POSTERIOR);

  row = map_test_find (pane, CALX_TYPE_LESION_ROW);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "L4, Right toes, not known: type, size, ulceration");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_part (row, "remove")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Remove L4");

  /* move by choosing another region */
  chooser = get_part (get_editor (f), "region");
  calx_region_chooser_set_selected (chooser, CALX_VIEW_ANTERIOR,
                                    calx_regions_find (f->knowledge->regions, "shin_l"));
  g_signal_emit_by_name (chooser, "chosen");
  g_assert_cmpstr (get_lesion (f, 0)->region_id, ==, "shin_l");
  g_assert_cmpint (get_lesion (f, 0)->view, ==, CALX_VIEW_ANTERIOR);

  calx_map_pane_select (f->pane, NULL);
  g_signal_emit_by_name (map_test_find (pane, GTK_TYPE_LIST_BOX), "row-activated", row);
  g_assert_nonnull (calx_map_pane_get_selected (f->pane));
  g_signal_emit_by_name (get_part (row, "remove"), "clicked");
  g_assert_cmpuint (count_lesions (f), ==, 0);
  g_assert_null (map_test_find (pane, CALX_TYPE_LESION_ROW));
}

static void
test_the_distribution_is_said (Fixture *f, gconstpointer data)
{
  GtkLabel *distribution = get_part (GTK_WIDGET (f->pane), "distribution");
  GtkWidget *calf = get_part (GTK_WIDGET (f->pane), "calf");

  g_assert_false (gtk_widget_get_visible (calf));
  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_r");
  g_assert_nonnull (strstr (gtk_label_get_label (distribution), "central"));
  click_region (f, CALX_VIEW_POSTERIOR, "calf_l");
  g_assert_nonnull (strstr (gtk_label_get_label (distribution), "mixed"));
  g_assert_true (gtk_widget_get_visible (calf));
}

static void
set_sex (Fixture *f, CalxSex sex)
{
  g_autoptr (CalxPatient) patient = calx_patient_new ();

  patient->sex = sex;
  calx_map_pane_set_patient (f->pane, patient);
}

static void
test_an_unknown_sex_is_said (Fixture *f, gconstpointer data)
{
  GtkWidget *note = get_part (GTK_WIDGET (f->pane), "sex_note");

  g_assert_true (gtk_widget_get_visible (note));
  g_assert_cmpstr (calx_body_get_build (calx_body_map_get_body (f->maps[0])), ==, "woman");
  set_sex (f, CALX_SEX_MALE);
  g_assert_false (gtk_widget_get_visible (note));
  g_assert_cmpstr (calx_body_get_build (calx_body_map_get_body (f->maps[0])), ==, "man");
  set_sex (f, CALX_SEX_FEMALE);
  g_assert_false (gtk_widget_get_visible (note));
}

static void
test_setting_a_session_emits_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (CalxSession) before = calx_session_ref (calx_map_pane_get_session (f->pane));

  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_r");
  g_assert_cmpuint (f->n_changes, ==, 1);
  calx_map_pane_set_session (f->pane, before);
  g_assert_null (calx_map_pane_get_selected (f->pane));
  g_assert_false (gtk_widget_get_visible (get_editor (f)));
  calx_map_pane_set_session (f->pane, f->last);
  calx_map_pane_select (f->pane, get_lesion (f, 0)->uuid);
  calx_map_pane_set_session (f->pane, NULL);
  g_assert_cmpuint (f->n_changes, ==, 1);

  /* and with none, nothing can be edited */
  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_l");
  g_assert_cmpuint (f->n_changes, ==, 1);
}

/* What was placed anywhere on the map can be stored and read again. */
static void
test_every_place_can_be_read_back (Fixture *f, gconstpointer data)
{
  guint n = 0;

  for (guint i = 0; i < calx_regions_get_n (f->knowledge->regions); i++)
    for (CalxView view = 0; view < CALX_N_VIEWS; view++)
      {
        const CalxRegion *region = calx_regions_get (f->knowledge->regions, i);
        g_autoptr (GError) error = NULL;
        g_autoptr (JsonNode) node = NULL;
        g_autoptr (CalxLesion) again = NULL;

        if (!calx_body_map_focus_region (f->maps[view], region))
          continue; /* of another view, or a part that the figure lacks */
        n++;
        g_assert_true (map_test_key (GTK_WIDGET (f->maps[view]), GDK_KEY_Return, 0));
        node = calx_lesion_to_json (get_lesion (f, count_lesions (f) - 1));
        again = calx_lesion_from_json (f->knowledge->regions, node, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (again->region_id, ==, region->id);
      }
  g_assert_cmpuint (count_lesions (f), ==, n);
  g_assert_cmpuint (n, >=, 73);
}

static void
test_a_narrow_pane_shows_one_view (Fixture *f, gconstpointer data)
{
  GtkWidget *views = map_test_find (GTK_WIDGET (f->pane), CALX_TYPE_MAP_VIEWS);

  g_assert_cmpint (gtk_widget_get_width (views), <=, 336);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->maps[CALX_VIEW_ANTERIOR])));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (f->maps[CALX_VIEW_POSTERIOR])));

  gtk_widget_grab_focus (GTK_WIDGET (f->maps[CALX_VIEW_ANTERIOR]));
  g_assert_true (map_test_key (GTK_WIDGET (f->maps[CALX_VIEW_ANTERIOR]), GDK_KEY_Page_Down, 0));
  map_test_settle (f->window);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (f->maps[CALX_VIEW_ANTERIOR])));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->maps[CALX_VIEW_POSTERIOR])));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)),
                                         GTK_WIDGET (f->maps[CALX_VIEW_POSTERIOR])));

  /* selecting a lesion brings its view */
  click_region (f, CALX_VIEW_POSTERIOR, "calf_l");
  calx_map_views_show_view (CALX_MAP_VIEWS (views), CALX_VIEW_ANTERIOR);
  calx_map_pane_select (f->pane, NULL);
  calx_map_pane_select (f->pane, get_lesion (f, 0)->uuid);
  g_assert_cmpint (calx_map_views_get_view (CALX_MAP_VIEWS (views)), ==, CALX_VIEW_POSTERIOR);
}

static CalxMapViews *
get_views (Fixture *f)
{
  return CALX_MAP_VIEWS (map_test_find (GTK_WIDGET (f->pane), CALX_TYPE_MAP_VIEWS));
}

/* The inset of the figure with an id, or none. */
static CalxBodyMap *
get_inset (Fixture *f, const char *id)
{
  CalxMapViews *views = get_views (f);
  CalxBody *body = calx_body_map_get_body (f->maps[0]);

  g_assert_cmpuint (calx_map_views_get_n_insets (views), ==, calx_body_get_n_insets (body));
  for (guint i = 0; i < calx_body_get_n_insets (body); i++)
    if (g_str_equal (calx_body_get_inset (body, i)->id, id))
      return calx_map_views_get_inset (views, i);

  g_assert_not_reached ();
}

/* A lesion in an inset and the same lesion on the figure are one. */
static void
test_an_inset_is_a_window_on_the_map (Fixture *f, gconstpointer data)
{
  CalxBodyMap *palm = get_inset (f, "palm_r");
  const CalxRegion *hand = calx_regions_find (f->knowledge->regions, "hand_p_r");
  double x, y;

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (palm), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Right hand, palm: 0 lesions");
  g_assert_true (calx_body_get_region_centre (f->body, CALX_VIEW_ANTERIOR, hand, &x, &y));
  map_test_click_body (palm, x, y);
  g_assert_cmpuint (f->n_changes, ==, 1);
  g_assert_cmpstr (get_lesion (f, 0)->region_id, ==, "hand_p_r");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (palm), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Right hand, palm: 1 lesion");

  /* it is under the pointer of the whole map too */
  calx_map_pane_select (f->pane, NULL);
  map_test_click_body (f->maps[CALX_VIEW_ANTERIOR], x, y);
  g_assert_cmpuint (f->n_changes, ==, 1);
  g_assert_cmpstr (calx_map_pane_get_selected (f->pane), ==, get_lesion (f, 0)->uuid);
}

static void
test_an_inset_fills_the_map_and_is_closed (Fixture *f, gconstpointer data)
{
  CalxBodyMap *hand = get_inset (f, "hand_back_l");
  CalxBodyMap *back = f->maps[CALX_VIEW_POSTERIOR];
  GtkRoot *root = GTK_ROOT (f->window);

  gtk_widget_grab_focus (GTK_WIDGET (hand));
  g_assert_true (gtk_root_get_focus (root) == GTK_WIDGET (hand));
  g_assert_true (map_test_key (GTK_WIDGET (hand), GDK_KEY_Return, 0));
  map_test_settle (f->window);
  g_assert_cmpfloat (calx_body_map_get_zoom (back), >, 3);
  g_assert_cmpfloat (calx_body_map_get_zoom (f->maps[CALX_VIEW_ANTERIOR]), ==, 1);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (root), GTK_WIDGET (back)));

  /* with a lesion selected, too, Escape closes it first */
  g_assert_true (map_test_key (GTK_WIDGET (back), GDK_KEY_Return, 0));
  g_assert_cmpstr (get_lesion (f, 0)->region_id, ==, "hand_d_l");
  g_assert_true (map_test_key (GTK_WIDGET (back), GDK_KEY_Escape, 0));
  g_assert_cmpfloat (calx_body_map_get_zoom (back), ==, 1);
  g_assert_true (gtk_root_get_focus (root) == GTK_WIDGET (hand));
  g_assert_nonnull (calx_map_pane_get_selected (f->pane));
}

static void
test_a_copy_stands_on_the_other_side (Fixture *f, gconstpointer data)
{
  GtkWidget *front = GTK_WIDGET (f->maps[CALX_VIEW_ANTERIOR]);

  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_r");
  g_assert_true (map_test_key (front, GDK_KEY_u, 0));
  g_assert_cmpint (get_lesion (f, 0)->type, ==, CALX_LESION_TYPE_ULCER);
  g_assert_cmpstr (get_lesion (f, 0)->figure, ==, "woman");
  g_assert_true (map_test_key (front, GDK_KEY_c, 0));
  g_assert_cmpuint (f->n_changes, ==, 3);
  g_assert_cmpuint (count_lesions (f), ==, 2);
  g_assert_cmpint (get_lesion (f, 1)->number, ==, 5);
  g_assert_cmpstr (get_lesion (f, 1)->region_id, ==, "thigh_a_l");
  g_assert_cmpint (get_lesion (f, 1)->type, ==, CALX_LESION_TYPE_ULCER);
  g_assert_cmpfloat_with_epsilon (get_lesion (f, 1)->x, -get_lesion (f, 0)->x, 1e-9);
  g_assert_cmpstr (calx_map_pane_get_selected (f->pane), ==, get_lesion (f, 1)->uuid);
}

static void
test_the_pen_is_one_for_all_maps (Fixture *f, gconstpointer data)
{
  GtkWidget *pen = get_part (GTK_WIDGET (f->pane), "pen");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (pen), TRUE);
  g_assert_true (calx_body_map_get_pen (f->maps[CALX_VIEW_POSTERIOR]));
  g_assert_true (calx_body_map_get_pen (get_inset (f, "palm_r")));
  g_assert_true (map_test_key (GTK_WIDGET (f->maps[CALX_VIEW_ANTERIOR]), GDK_KEY_Escape, 0));
  g_assert_false (calx_body_map_get_pen (f->maps[CALX_VIEW_POSTERIOR]));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (pen)));
}

static void
test_details_are_a_key_away (Fixture *f, gconstpointer data)
{
  click_region (f, CALX_VIEW_ANTERIOR, "thigh_a_r");
  g_assert_true (map_test_key (GTK_WIDGET (f->maps[CALX_VIEW_ANTERIOR]), GDK_KEY_F2, 0));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), get_editor (f)));
}

int
main (int argc, char **argv)
{
  gpointer wide = GINT_TO_POINTER (600);
  gpointer narrow = GINT_TO_POINTER (360);

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  calx_ui_register ();

#define ADD(path, width, function)                                                                 \
  g_test_add ("/map-pane/" path, Fixture, width, set_up, function, tear_down)
  ADD ("a-click-places-and-opens-the-editor", wide, test_a_click_places_and_opens_the_editor);
  ADD ("a-number-is-never-used-twice", wide, test_a_number_is_never_used_twice);
  ADD ("every-field-reaches-the-lesion", wide, test_every_field_reaches_the_lesion);
  ADD ("a-refused-text-is-said-and-kept", wide, test_a_refused_text_is_said_and_kept);
  ADD ("the-list-does-all-that-the-map-does", wide, test_the_list_does_all_that_the_map_does);
  ADD ("the-distribution-is-said", wide, test_the_distribution_is_said);
  ADD ("an-unknown-sex-is-said", wide, test_an_unknown_sex_is_said);
  ADD ("setting-a-session-emits-nothing", wide, test_setting_a_session_emits_nothing);
  ADD ("every-place-can-be-read-back", wide, test_every_place_can_be_read_back);
  ADD ("a-narrow-pane-shows-one-view", narrow, test_a_narrow_pane_shows_one_view);
  ADD ("an-inset-is-a-window-on-the-map", wide, test_an_inset_is_a_window_on_the_map);
  ADD ("an-inset-fills-the-map-and-is-closed", wide, test_an_inset_fills_the_map_and_is_closed);
  ADD ("a-copy-stands-on-the-other-side", wide, test_a_copy_stands_on_the_other_side);
  ADD ("the-pen-is-one-for-all-maps", wide, test_the_pen_is_one_for_all_maps);
  ADD ("details-are-a-key-away", wide, test_details_are_a_key_away);
#undef ADD

  return g_test_run ();
}
