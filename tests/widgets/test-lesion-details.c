/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-widget-test.h"

#include "calx-bwat-editor.h"
#include "calx-lesion-editor.h"
#include "calx-lesion-history.h"
#include "calx-lesion-row.h"
#include "calx-map-pane.h"
#include "calx-score-choice.h"
#include "calx-signs-editor.h"
#include "calx-ui.h"
#include "map-test.h"

/* What the editor of a lesion asks beyond its first fields: signs, the BWAT-CUA, the sentinel, and how the
 * lesion stood before. */

typedef struct
{
  CalxKnowledge *knowledge;
  CalxMapPane *pane;
  GtkWidget *window;
  GPtrArray *states; /* of CalxSession: all that was shown, oldest first */
} Fixture;

static CalxLesion *
make_lesion (int number, double length_mm, guint8 score)
{
  CalxLesion *lesion = calx_lesion_new (number, CALX_VIEW_ANTERIOR, 0.0, 0.5, "thigh_a_r");
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012d", number);

  calx_lesion_set_uuid (lesion, uuid);
  lesion->length_mm = length_mm;
  lesion->width_mm = 10;
  memset (lesion->bwat, score, CALX_N_BWAT_ITEMS);
  return lesion;
}

static CalxSession *
make_session (Fixture *f, CalxDate date, double length_mm, guint8 score)
{
  g_autoptr (CalxSession) none = calx_session_new (f->knowledge->inputs, "patient", date);
  g_autoptr (CalxLesion) first = make_lesion (1, length_mm, score);
  g_autoptr (CalxLesion) second = make_lesion (2, 5, 0);
  g_autoptr (CalxSession) one = calx_session_with_lesion (none, first);

  return calx_session_with_lesion (one, second);
}

static void
changed_cb (CalxMapPane *pane, CalxSession *session, Fixture *f)
{
  g_ptr_array_add (f->states, calx_session_ref (session));
}

static GtkWidget *
find (Fixture *f, GType type, guint nth)
{
  return calx_widget_test_find (GTK_WIDGET (f->pane), type, nth);
}

static GtkWidget *
get_part (Fixture *f, const char *id)
{
  GtkWidget *editor = find (f, CALX_TYPE_LESION_EDITOR, 0);

  return GTK_WIDGET (gtk_widget_get_template_child (editor, CALX_TYPE_LESION_EDITOR, id));
}

static GtkExpander *
get_expander (Fixture *f, const char *id)
{
  return GTK_EXPANDER (calx_widget_test_find (get_part (f, id), GTK_TYPE_EXPANDER, 0));
}

static void
unfold (Fixture *f, const char *id)
{
  gtk_expander_set_expanded (get_expander (f, id), TRUE);
  map_test_settle (f->window);
}

static CalxLesion *
get_lesion (Fixture *f, guint index)
{
  return g_ptr_array_index (calx_session_get_lesions (calx_map_pane_get_session (f->pane)), index);
}

/* @data: width of the window */
static void
set_up (Fixture *f, gconstpointer data)
{
  CalxSession *session;

  f->knowledge = calx_widget_test_knowledge ();
  f->pane = CALX_MAP_PANE (calx_map_pane_new (f->knowledge));
  f->states = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_session_unref);
  session = make_session (f, (CalxDate){ 2026, 11, 16 }, 20, CALX_BWAT_NOT_SCORED);
  g_ptr_array_add (f->states, session);
  calx_map_pane_set_session (f->pane, session);
  g_signal_connect (f->pane, "session-changed", G_CALLBACK (changed_cb), f);
  f->window = calx_widget_test_show (GTK_WIDGET (f->pane), GPOINTER_TO_INT (data), 900);
  calx_map_pane_select (f->pane, get_lesion (f, 0)->uuid);
  map_test_settle (f->window);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  calx_widget_test_close (f->window, GTK_WIDGET (f->pane));
  g_ptr_array_unref (f->states);
  calx_knowledge_unref (f->knowledge);
}

static void
test_one_key_scores_one_item (Fixture *f, gconstpointer data)
{
  static const guint keys[] = { GDK_KEY_3, GDK_KEY_2, GDK_KEY_KP_5, GDK_KEY_1, GDK_KEY_4, GDK_KEY_2, GDK_KEY_3, GDK_KEY_4 };

  unfold (f, "bwat");
  gtk_widget_grab_focus (find (f, CALX_TYPE_SCORE_CHOICE, 0));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkWidget *choice = find (f, CALX_TYPE_SCORE_CHOICE, i);

      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), choice));
      g_assert_true (map_test_key (choice, keys[i], 0));
      g_assert_cmpuint (f->states->len, ==, i + 2);
      if (i < 7)
        g_assert_false (calx_widget_test_says (get_part (f, "bwat"), "Total"));
    }
  g_assert_cmpuint (get_lesion (f, 0)->bwat[2], ==, 5);
  g_assert_true (calx_widget_test_says (get_part (f, "bwat"), "Total: 24"));
  g_assert_true (calx_widget_test_says (find (f, CALX_TYPE_LESION_ROW, 0), "BWAT-CUA 24"));
  g_assert_true (calx_widget_test_says (get_part (f, "bwat"), "Gould"));
  g_assert_true (calx_widget_test_says (get_part (f, "bwat"), "could not be confirmed"));
}

static void
test_a_score_can_be_taken_away (Fixture *f, gconstpointer data)
{
  GtkWidget *choice;

  unfold (f, "bwat");
  choice = find (f, CALX_TYPE_SCORE_CHOICE, 0);
  g_assert_true (map_test_key (choice, GDK_KEY_4, 0));
  g_assert_cmpuint (get_lesion (f, 0)->bwat[0], ==, 4);
  g_assert_true (calx_widget_test_says (get_part (f, "bwat"), "1 of 8 scored"));
  g_assert_true (map_test_key (choice, GDK_KEY_Left, 0));
  g_assert_cmpuint (get_lesion (f, 0)->bwat[0], ==, 3);
  g_assert_true (map_test_key (choice, GDK_KEY_BackSpace, 0));
  g_assert_cmpuint (get_lesion (f, 0)->bwat[0], ==, CALX_BWAT_NOT_SCORED);
  g_assert_true (map_test_key (choice, GDK_KEY_Left, 0)); /* no way to a score that was not meant */
  g_assert_cmpuint (get_lesion (f, 0)->bwat[0], ==, CALX_BWAT_NOT_SCORED);

  /* and by the mouse: pressed once more */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (calx_widget_test_find (choice, GTK_TYPE_TOGGLE_BUTTON, 4)), TRUE);
  g_assert_cmpuint (get_lesion (f, 0)->bwat[0], ==, 5);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (calx_widget_test_find (choice, GTK_TYPE_TOGGLE_BUTTON, 4)), FALSE);
  g_assert_cmpuint (get_lesion (f, 0)->bwat[0], ==, CALX_BWAT_NOT_SCORED);
}

static void
test_what_was_before_comes_back (Fixture *f, gconstpointer data)
{
  guint n = f->states->len;

  unfold (f, "bwat");
  g_assert_true (map_test_key (find (f, CALX_TYPE_SCORE_CHOICE, 6), GDK_KEY_4, 0));
  calx_map_pane_set_session (f->pane, g_ptr_array_index (f->states, n - 1)); /* undone */
  g_assert_cmpuint (calx_score_choice_get_score (CALX_SCORE_CHOICE (find (f, CALX_TYPE_SCORE_CHOICE, 6))), ==, CALX_SCORE_NONE);
  g_assert_cmpuint (f->states->len, ==, n + 1);
}

static void
test_every_sign_reaches_the_lesion (Fixture *f, gconstpointer data)
{
  GtkWidget *signs = get_part (f, "signs");

  unfold (f, "signs");
  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (calx_widget_test_find (signs, GTK_TYPE_DROP_DOWN, i)), 2);
  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    g_assert_cmpuint (get_lesion (f, 0)->signs[i], ==, 2);
  g_assert_true (calx_widget_test_says (find (f, CALX_TYPE_LESION_ROW, 0), "chalky discharge, infected, rapid"));

  /* another lesion has none of them */
  calx_map_pane_select (f->pane, get_lesion (f, 1)->uuid);
  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (calx_widget_test_find (signs, GTK_TYPE_DROP_DOWN, i))), ==, 0);
}

/* An outline is drawn, not typed; without it an ellipse of the same size is left. */
static void
test_the_shape_and_its_area_are_said (Fixture *f, gconstpointer data)
{
  static const CalxPointMm points[] = { { -20, 0 }, { 0, -10 }, { 20, 0 }, { 0, 10 } };
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));
  g_autoptr (CalxLesion) drawn = calx_lesion_copy (get_lesion (f, 0));
  g_autoptr (CalxSession) session = NULL;
  GtkWidget *shape = get_part (f, "shape");
  GtkWidget *angle = get_part (f, "angle");

  g_assert_true (calx_widget_test_says (shape, "Ellipse, 1.6 cm²; per cent of body surface not known without height"));
  g_assert_true (calx_widget_test_says (find (f, CALX_TYPE_LESION_ROW, 0), "20 x 10 mm, 1.6 cm²"));
  g_assert_true (calx_widget_test_says (GTK_WIDGET (f->pane), "Open area 2.0 cm²; per cent of body surface not known"));
  gtk_editable_set_text (GTK_EDITABLE (angle), "45,5");
  g_assert_cmpfloat (get_lesion (f, 0)->angle_deg, ==, 45.5);
  gtk_editable_set_text (GTK_EDITABLE (angle), "200");
  g_assert_cmpfloat (get_lesion (f, 0)->angle_deg, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (angle)), ==, "200");
  g_assert_true (calx_widget_test_says (get_part (f, "angle_message"), "not an angle"));
  gtk_editable_set_text (GTK_EDITABLE (angle), "");

  g_array_append_vals (outline, points, G_N_ELEMENTS (points));
  g_assert_true (calx_lesion_set_outline (drawn, outline));
  session = calx_session_with_lesion (calx_map_pane_get_session (f->pane), drawn);
  calx_map_pane_set_session (f->pane, session);
  g_assert_true (calx_widget_test_says (shape, "Outline, 4.0 cm²"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_part (f, "length"))), ==, "40");
  g_assert_false (gtk_widget_is_sensitive (get_part (f, "length")));
  g_assert_false (gtk_widget_is_sensitive (angle));
  gtk_editable_set_text (GTK_EDITABLE (get_part (f, "note")), "seen");
  g_assert_nonnull (get_lesion (f, 0)->outline);
  g_signal_emit_by_name (get_part (f, "drop_outline"), "clicked");
  g_assert_null (get_lesion (f, 0)->outline);
  g_assert_cmpfloat (get_lesion (f, 0)->length_mm, ==, 40);
  g_assert_cmpfloat (get_lesion (f, 0)->width_mm, ==, 20);
  g_assert_true (calx_widget_test_says (shape, "Ellipse, 6.3 cm²"));
  g_assert_true (gtk_widget_is_sensitive (get_part (f, "length")));
  gtk_editable_set_text (GTK_EDITABLE (get_part (f, "length")), "");
  g_assert_true (calx_widget_test_says (shape, "Point, size not known"));
}

static void
test_a_copy_goes_to_the_other_side (Fixture *f, gconstpointer data)
{
  guint n = calx_session_get_lesions (calx_map_pane_get_session (f->pane))->len;
  CalxLesion *copy;

  g_signal_emit_by_name (get_part (f, "copy"), "clicked");
  g_assert_cmpuint (calx_session_get_lesions (calx_map_pane_get_session (f->pane))->len, ==, n + 1);
  copy = get_lesion (f, n);
  g_assert_cmpstr (copy->region_id, ==, "thigh_a_l");
  g_assert_cmpfloat (copy->length_mm, ==, 20);
  g_assert_cmpuint (calx_bwat_count (copy), ==, 0);
  g_assert_true (calx_widget_test_says (find (f, CALX_TYPE_LESION_ROW, n), "Left thigh, front"));
}

static void
test_the_mark_goes_from_one_lesion_to_another (Fixture *f, gconstpointer data)
{
  GtkCheckButton *sentinel = GTK_CHECK_BUTTON (get_part (f, "sentinel"));

  gtk_check_button_set_active (sentinel, TRUE);
  g_assert_true (get_lesion (f, 0)->sentinel);
  g_assert_true (calx_widget_test_says (find (f, CALX_TYPE_LESION_ROW, 0), "sentinel"));
  calx_map_pane_select (f->pane, get_lesion (f, 1)->uuid);
  g_assert_false (gtk_check_button_get_active (sentinel));
  gtk_check_button_set_active (sentinel, TRUE);
  g_assert_true (get_lesion (f, 1)->sentinel);
  g_assert_false (get_lesion (f, 0)->sentinel);
  g_assert_false (calx_widget_test_says (find (f, CALX_TYPE_LESION_ROW, 0), "sentinel"));
}

static GPtrArray *
make_past (Fixture *f, guint n)
{
  GPtrArray *sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_session_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sessions, make_session (f, (CalxDate){ 2026, 1 + i, 3 }, 30 + 4 * i, 4));
  return sessions;
}

static void
test_a_lesion_is_followed_over_the_sessions (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) sessions = make_past (f, 2);
  GtkWidget *history = get_part (f, "history");

  g_assert_true (calx_widget_test_says (history, "This one alone"));
  /* a later session, and what is stored of this one, say nothing of how it was before */
  g_ptr_array_add (sessions, make_session (f, (CalxDate){ 2026, 11, 20 }, 99, 5));
  g_ptr_array_add (sessions, calx_session_ref (calx_map_pane_get_session (f->pane)));
  calx_map_pane_set_sessions (f->pane, sessions);
  unfold (f, "history");
  g_assert_true (calx_widget_test_says (history, "3 sessions"));
  g_assert_true (calx_widget_test_says (history, "2.4 cm²"));
  g_assert_true (calx_widget_test_says (history, "2.7 cm² (+0.3)"));
  g_assert_true (calx_widget_test_says (history, "1.6 cm² (-1.1)"));
  g_assert_true (calx_widget_test_says (history, "32 (no change)"));
  g_assert_true (calx_widget_test_says (history, "Not scored"));
  g_assert_false (calx_widget_test_says (history, "7.8 cm²"));
}

/* The visit after the one that is shown: nobody has looked yet. */
static CalxSession *
carry (Fixture *f)
{
  CalxSession *next = calx_session_new_from (calx_map_pane_get_session (f->pane), (CalxDate){ 2026, 11, 23 });

  calx_map_pane_set_session (f->pane, next);
  calx_map_pane_select (f->pane, get_lesion (f, 0)->uuid);
  map_test_settle (f->window);
  return next;
}

static gboolean
is_carried (Fixture *f, guint index)
{
  return calx_widget_test_says (find (f, CALX_TYPE_LESION_ROW, index), "as of 16-Nov-2026");
}

static GtkWidget *
get_all_seen (Fixture *f)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (f->pane), CALX_TYPE_MAP_PANE, "all_seen"));
}

static void
test_one_press_says_that_it_was_looked_at (Fixture *f, gconstpointer data)
{
  g_autoptr (CalxSession) next = NULL;
  guint n = f->states->len;

  g_assert_false (gtk_widget_is_visible (get_part (f, "carried")));
  g_assert_false (gtk_widget_is_visible (get_all_seen (f)));
  next = carry (f);
  g_assert_true (is_carried (f, 0) && is_carried (f, 1));
  g_assert_true (gtk_widget_is_visible (get_part (f, "carried")));
  g_assert_true (calx_widget_test_says (get_part (f, "carried"), "as of 16-Nov-2026"));
  calx_widget_test_names (get_part (f, "carried"));

  gtk_widget_grab_focus (get_part (f, "seen"));
  g_signal_emit_by_name (get_part (f, "seen"), "clicked");
  g_assert_cmpuint (f->states->len, ==, n + 1);
  g_assert_false (is_carried (f, 0));
  g_assert_true (is_carried (f, 1));
  g_assert_false (gtk_widget_is_visible (get_part (f, "carried")));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (f->window)), find (f, CALX_TYPE_LESION_EDITOR, 0)));

  calx_map_pane_set_session (f->pane, next); /* undone */
  g_assert_true (is_carried (f, 0));
  g_assert_true (gtk_widget_is_visible (get_part (f, "carried")));

  /* an edit is a look, too */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (f, "pain")), 4);
  g_assert_false (is_carried (f, 0));
  g_assert_false (gtk_widget_is_visible (get_part (f, "carried")));
}

static void
test_one_press_says_so_of_all (Fixture *f, gconstpointer data)
{
  g_autoptr (CalxSession) next = carry (f);
  guint n = f->states->len;

  g_assert_true (gtk_widget_is_visible (get_all_seen (f)));
  gtk_widget_grab_focus (get_all_seen (f));
  g_signal_emit_by_name (get_all_seen (f), "clicked");
  g_assert_cmpuint (f->states->len, ==, n + 1);
  g_assert_false (is_carried (f, 0) || is_carried (f, 1));
  g_assert_false (gtk_widget_is_visible (get_all_seen (f)));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == find (f, CALX_TYPE_LESION_ROW, 0));
}

static void
test_what_was_carried_is_no_change (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) sessions = make_past (f, 1);
  g_autoptr (CalxSession) next = NULL;
  GtkWidget *history = get_part (f, "history");

  g_ptr_array_add (sessions, calx_session_ref (calx_map_pane_get_session (f->pane)));
  calx_map_pane_set_sessions (f->pane, sessions);
  next = carry (f);
  unfold (f, "history");
  g_assert_true (calx_widget_test_says (history, "Not looked at"));
  g_assert_true (calx_widget_test_says (history, "1.6 cm² (-0.8)"));
  g_assert_false (calx_widget_test_says (history, "no change"));
  g_signal_emit_by_name (get_part (f, "seen"), "clicked");
  g_assert_false (calx_widget_test_says (history, "Not looked at"));
  g_assert_true (calx_widget_test_says (history, "1.6 cm² (no change)"));
}

static void
test_healing_takes_the_mark (Fixture *f, gconstpointer data)
{
  GtkCheckButton *sentinel = GTK_CHECK_BUTTON (get_part (f, "sentinel"));

  gtk_check_button_set_active (sentinel, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_part (f, "healed")), TRUE);
  g_assert_false (get_lesion (f, 0)->sentinel);
  g_assert_false (gtk_check_button_get_active (sentinel));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (sentinel)));
}

static void
test_of_many_sessions_the_first_is_there (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) sessions = make_past (f, 10);

  calx_map_pane_set_sessions (f->pane, sessions);
  unfold (f, "history");
  g_assert_true (calx_widget_test_says (get_part (f, "history"), "3 sessions between are not shown"));
  g_assert_true (calx_widget_test_says (get_part (f, "history"), "03-Jan-2026"));
  g_assert_false (calx_widget_test_says (get_part (f, "history"), "03-Apr-2026"));
  g_assert_true (calx_widget_test_says (get_part (f, "history"), "03-May-2026"));
}

static void
test_what_is_folded_takes_one_line (Fixture *f, gconstpointer data)
{
  static const char *const ids[] = { "signs", "bwat", "history" };
  g_autoptr (GPtrArray) sessions = make_past (f, 10);

  calx_map_pane_set_sessions (f->pane, sessions);
  map_test_settle (f->window);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpint (gtk_widget_get_height (get_part (f, ids[i])), <, 60);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      unfold (f, ids[i]);
      calx_widget_test_names (get_part (f, ids[i]));
    }
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (f->pane)), <=, GPOINTER_TO_INT (data));
}

static CalxSession *
with_total (Fixture *f, CalxSession *session, const char *total)
{
  const CalxInput *input = calx_inputs_find (f->knowledge->inputs, "wound_qol_total");
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = total };

  return calx_session_with_finding (session, input->index, &finding);
}

static void
test_life_with_lesions_is_followed (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) past = make_past (f, 3);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_session_unref);
  g_autoptr (CalxSession) shown
    = with_total (f, g_ptr_array_index (f->states, f->states->len - 1), "34");

  g_assert_false (calx_widget_test_says (GTK_WIDGET (f->pane), "Wound-QoL-17 total"));
  g_ptr_array_add (sessions, with_total (f, g_ptr_array_index (past, 0), "44"));
  g_ptr_array_add (sessions, calx_session_ref (g_ptr_array_index (past, 1)));
  g_ptr_array_add (sessions, with_total (f, g_ptr_array_index (past, 2), "40"));
  calx_map_pane_set_sessions (f->pane, sessions);
  g_assert_true (calx_widget_test_says (GTK_WIDGET (f->pane),
                                        "Wound-QoL-17 total: on 03-Mar-2026: 40; on 03-Jan-2026: 44"));
  calx_map_pane_set_session (f->pane, shown);
  g_assert_true (calx_widget_test_says (GTK_WIDGET (f->pane),
                                        "Wound-QoL-17 total: 34; on 03-Mar-2026: 40; on 03-Jan-2026: 44"));
}

int
main (int argc, char **argv)
{
  gpointer wide = GINT_TO_POINTER (600);
  gpointer narrow = GINT_TO_POINTER (360);

  calx_widget_test_init (&argc, &argv);

#define ADD(path, width, function)                                                                 \
  g_test_add ("/lesion-details/" path, Fixture, width, set_up, function, tear_down)
  ADD ("one-key-scores-one-item", wide, test_one_key_scores_one_item);
  ADD ("a-score-can-be-taken-away", wide, test_a_score_can_be_taken_away);
  ADD ("what-was-before-comes-back", wide, test_what_was_before_comes_back);
  ADD ("every-sign-reaches-the-lesion", wide, test_every_sign_reaches_the_lesion);
  ADD ("the-shape-and-its-area-are-said", wide, test_the_shape_and_its_area_are_said);
  ADD ("a-copy-goes-to-the-other-side", wide, test_a_copy_goes_to_the_other_side);
  ADD ("the-mark-goes-from-one-lesion-to-another", wide, test_the_mark_goes_from_one_lesion_to_another);
  ADD ("a-lesion-is-followed-over-the-sessions", wide, test_a_lesion_is_followed_over_the_sessions);
  ADD ("of-many-sessions-the-first-is-there", wide, test_of_many_sessions_the_first_is_there);
  ADD ("one-press-says-that-it-was-looked-at", narrow, test_one_press_says_that_it_was_looked_at);
  ADD ("one-press-says-so-of-all", wide, test_one_press_says_so_of_all);
  ADD ("what-was-carried-is-no-change", wide, test_what_was_carried_is_no_change);
  ADD ("healing-takes-the-mark", wide, test_healing_takes_the_mark);
  ADD ("life-with-lesions-is-followed", wide, test_life_with_lesions_is_followed);
  ADD ("what-is-folded-takes-one-line", narrow, test_what_is_folded_takes_one_line);
#undef ADD

  return g_test_run ();
}
