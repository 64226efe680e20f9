/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-states.h"

#include <math.h>

#include "tables.h"

/* What is drawn between two sessions. */

static CalxSession *
session_new (int day)
{
  return calx_session_new (tables_inputs (), "00000000-0000-4000-8000-00000000aaaa", (CalxDate){ 2026, 3, day });
}

static CalxLesion *
lesion_new (int    number,
            double x,
            double size_mm)
{
  CalxLesion *lesion = calx_lesion_new (number, CALX_VIEW_ANTERIOR, x, 0.6, "thigh_a_l");
  g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012d", number);

  calx_lesion_set_uuid (lesion, uuid);
  lesion->length_mm = size_mm;
  lesion->width_mm = size_mm / 2.0;
  return lesion;
}

/* Takes both. */
static CalxSession *
add (CalxSession *session,
     CalxLesion  *lesion)
{
  CalxSession *next = calx_session_with_lesion (session, lesion);

  calx_session_unref (session);
  calx_lesion_unref (lesion);
  return next;
}

static CalxLesion *
healed (CalxLesion *lesion)
{
  lesion->healed = TRUE;
  return lesion;
}

/* L1 grows and moves, L2 heals, L3 is new, L4 is a ghost in both, L5 was taken out. */
static void
make_sessions (CalxSession **ret_before,
               CalxSession **ret_after)
{
  CalxSession *before = session_new (1), *after = session_new (29);

  before = add (before, lesion_new (1, 0.06, 20.0));
  before = add (before, lesion_new (2, 0.07, 10.0));
  before = add (before, healed (lesion_new (4, 0.08, 10.0)));
  before = add (before, lesion_new (5, 0.09, 10.0));
  after = add (after, lesion_new (1, 0.08, 40.0));
  after = add (after, healed (lesion_new (2, 0.07, 10.0)));
  after = add (after, lesion_new (3, 0.05, 12.0));
  after = add (after, healed (lesion_new (4, 0.08, 10.0)));
  *ret_before = before;
  *ret_after = after;
}

static const CalxLesionState *
find (GArray   *states,
      int       number,
      gboolean  is_healed)
{
  for (guint i = 0; i < states->len; i++)
    {
      const CalxLesionState *state = &g_array_index (states, CalxLesionState, i);

      if (state->lesion->number == number && state->lesion->healed == is_healed)
        return state;
    }
  return NULL;
}

static void
assert_opacity (GArray   *states,
                int       number,
                gboolean  is_healed,
                double    opacity)
{
  const CalxLesionState *state = find (states, number, is_healed);

  if (opacity == 0.0)
    g_assert_null (state);
  else
    {
      g_assert_nonnull (state);
      g_assert_cmpfloat_with_epsilon (state->opacity, opacity, 1e-9);
    }
}

static void
assert_is_session (GArray      *states,
                   CalxSession *session)
{
  GPtrArray *lesions = calx_session_get_lesions (session);

  g_assert_cmpuint (states->len, ==, lesions->len);
  for (guint i = 0; i < lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (lesions, i);
      const CalxLesionState *state = find (states, lesion->number, lesion->healed);

      g_assert_nonnull (state);
      g_assert_true (calx_lesion_equal (state->lesion, lesion));
      g_assert_cmpfloat (state->opacity, ==, 1.0);
    }
}

static void
test_the_ends_are_the_sessions (void)
{
  g_autoptr(CalxSession) before = NULL;
  g_autoptr(CalxSession) after = NULL;
  g_autoptr(GArray) first = NULL;
  g_autoptr(GArray) last = NULL;
  g_autoptr(GArray) beyond = NULL;
  g_autoptr(GArray) alone = NULL;

  make_sessions (&before, &after);
  first = calx_lesion_states_between (before, after, 0.0);
  last = calx_lesion_states_between (before, after, 1.0);
  beyond = calx_lesion_states_between (before, after, 7.0);
  alone = calx_lesion_states_between (NULL, after, 0.3);
  assert_is_session (first, before);
  assert_is_session (last, after);
  assert_is_session (beyond, after);
  assert_is_session (alone, after);
}

static void
test_lesions_fade_grow_and_leave_ghosts (void)
{
  g_autoptr(CalxSession) before = NULL;
  g_autoptr(CalxSession) after = NULL;
  g_autoptr(GArray) states = NULL;
  g_autoptr(GArray) late = NULL;
  const CalxLesionState *grown;

  make_sessions (&before, &after);
  states = calx_lesion_states_between (before, after, 0.25);
  grown = find (states, 1, FALSE);
  g_assert_cmpint (grown->change, ==, CALX_CHANGE_GROWN);
  g_assert_cmpfloat_with_epsilon (grown->lesion->x, 0.065, 1e-9);
  g_assert_cmpfloat_with_epsilon (grown->lesion->length_mm, 25.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (grown->lesion->width_mm, 12.5, 1e-9);
  assert_opacity (states, 1, FALSE, 1.0);
  assert_opacity (states, 2, FALSE, 0.5); /* open; its ghost comes when that is gone */
  assert_opacity (states, 2, TRUE, 0.0);
  assert_opacity (states, 3, FALSE, 0.25);
  assert_opacity (states, 4, TRUE, 1.0);
  assert_opacity (states, 5, FALSE, 0.75);
  g_assert_cmpint (find (states, 3, FALSE)->change, ==, CALX_CHANGE_NEW);
  g_assert_cmpint (find (states, 2, FALSE)->change, ==, CALX_CHANGE_HEALED);
  g_assert_cmpint (find (states, 5, FALSE)->change, ==, CALX_CHANGE_REMOVED);
  late = calx_lesion_states_between (before, after, 0.75);
  assert_opacity (late, 2, FALSE, 0.0);
  assert_opacity (late, 2, TRUE, 0.5);
}

/* What is drawn must not leap: twice as near in time is about twice as near in size. */
static void
test_nothing_leaps (void)
{
  g_autoptr(CalxSession) before = NULL;
  g_autoptr(CalxSession) after = NULL;
  double length = 20.0;

  make_sessions (&before, &after);
  for (double t = 0.0; t <= 1.0; t += 0.01)
    {
      g_autoptr(GArray) states = calx_lesion_states_between (before, after, t);
      double now = find (states, 1, FALSE)->lesion->length_mm;

      g_assert_cmpfloat (fabs (now - length), <, 0.25);
      length = now;
    }
}

static void
test_directions_turn_the_short_way (void)
{
  g_autoptr(CalxLesion) a = lesion_new (1, 0.06, 20.0);
  g_autoptr(CalxLesion) b = lesion_new (1, 0.06, 20.0);
  g_autoptr(CalxLesion) half = NULL;

  a->angle_deg = 170.0;
  b->angle_deg = 20.0;
  half = calx_lesion_new_between (a, b, 0.5);
  g_assert_cmpfloat_with_epsilon (half->angle_deg, 5.0, 1e-9);
}

static void
test_a_size_known_once_is_that_one (void)
{
  g_autoptr(CalxLesion) a = lesion_new (1, 0.06, CALX_SIZE_UNKNOWN_MM);
  g_autoptr(CalxLesion) b = lesion_new (1, 0.06, 20.0);
  g_autoptr(CalxLesion) early = calx_lesion_new_between (a, b, 0.1);

  g_assert_cmpfloat (early->length_mm, ==, 20.0);
}

static void
set_square (CalxLesion *lesion,
            double      side_mm)
{
  double h = side_mm / 2.0;
  const CalxPointMm corners[] = { { -h, -h }, { -h, h }, { h, h }, { h, -h } };
  g_autoptr(GArray) outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));

  g_array_append_vals (outline, corners, G_N_ELEMENTS (corners));
  g_assert_true (calx_lesion_set_outline (lesion, outline));
}

static void
test_outlines_grow_evenly (void)
{
  g_autoptr(CalxLesion) a = lesion_new (1, 0.06, 20.0);
  g_autoptr(CalxLesion) b = lesion_new (1, 0.06, 20.0);
  double before = 0.0;

  set_square (a, 20.0);
  set_square (b, 40.0);
  for (double t = 0.0; t < 1.01; t += 0.1)
    {
      g_autoptr(CalxLesion) between = calx_lesion_new_between (a, b, t);
      double area = 0.0, side = 20.0 + 20.0 * MIN (t, 1.0);

      g_assert_true (calx_lesion_get_area_mm2 (between, &area));
      g_assert_cmpfloat (area, >, before);
      g_assert_cmpfloat (fabs (area / (side * side) - 1.0), <, 0.03);
      before = area;
    }
}

static void
test_both_lie_over_each_other (void)
{
  g_autoptr(CalxSession) before = NULL;
  g_autoptr(CalxSession) after = NULL;
  g_autoptr(GArray) states = NULL;
  guint n_earlier = 0;

  make_sessions (&before, &after);
  states = calx_lesion_states_overlay (before, after);
  for (guint i = 0; i < states->len; i++)
    {
      const CalxLesionState *state = &g_array_index (states, CalxLesionState, i);

      if (!state->earlier)
        continue;
      n_earlier++;
      g_assert_false (state->lesion->healed);
    }
  g_assert_cmpuint (n_earlier, ==, 3); /* L1 as it was, L2 before it healed, L5 */
  g_assert_cmpuint (states->len, ==, n_earlier + calx_session_get_lesions (after)->len);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesion-states/the-ends-are-the-sessions", test_the_ends_are_the_sessions);
  g_test_add_func ("/lesion-states/lesions-fade-grow-and-leave-ghosts", test_lesions_fade_grow_and_leave_ghosts);
  g_test_add_func ("/lesion-states/nothing-leaps", test_nothing_leaps);
  g_test_add_func ("/lesion-states/directions-turn-the-short-way", test_directions_turn_the_short_way);
  g_test_add_func ("/lesion-states/a-size-known-once-is-that-one", test_a_size_known_once_is_that_one);
  g_test_add_func ("/lesion-states/outlines-grow-evenly", test_outlines_grow_evenly);
  g_test_add_func ("/lesion-states/both-lie-over-each-other", test_both_lie_over_each_other);
  return g_test_run ();
}
