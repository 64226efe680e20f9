/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-states.h"

#include <math.h>

/* Points of an outline between two others; enough that no corner shows. */
#define N_OUTLINE_POINTS 48

static double
mix (double a,
     double b,
     double t)
{
  return a + (b - a) * t;
}

/* The shorter way round: 170 and 10 degrees are 20 apart. */
static double
mix_angle (double a,
           double b,
           double t)
{
  double turn = fmod (b - a + 270.0, 180.0) - 90.0;
  double angle = fmod (a + turn * t + 180.0, 180.0);

  return angle;
}

/* In between; of a size that is known in one of them alone, that one. */
static double
mix_size (double a,
          double b,
          double t)
{
  if (!(a > CALX_SIZE_UNKNOWN_MM) || !(b > CALX_SIZE_UNKNOWN_MM))
    return a > CALX_SIZE_UNKNOWN_MM ? a : b;
  return mix (a, b, t);
}

static CalxPointMm
get_point (const GArray *outline,
           guint         index)
{
  return g_array_index (outline, CalxPointMm, index % outline->len);
}

/* Twice the area, negative where the points run the other way round than those of an ellipse. */
static double
get_winding (const GArray *outline)
{
  double sum = 0.0;

  for (guint i = 0; i < outline->len; i++)
    {
      CalxPointMm a = get_point (outline, i), b = get_point (outline, i + 1);

      sum += a.x_mm * b.y_mm - b.x_mm * a.y_mm;
    }
  return sum;
}

static guint
find_rightmost (const GArray *outline)
{
  guint best = 0;

  for (guint i = 1; i < outline->len; i++)
    if (get_point (outline, i).x_mm > get_point (outline, best).x_mm)
      best = i;
  return best;
}

/* Points at even lengths along an outline, from its rightmost one on. */
static void
resample (const GArray *outline,
          CalxPointMm   points[N_OUTLINE_POINTS])
{
  guint n = outline->len, start = find_rightmost (outline);
  guint step = get_winding (outline) < 0.0 ? n - 1 : 1;
  g_autofree double *lengths = g_new0 (double, n + 1);
  guint at = 0;

  for (guint i = 0; i < n; i++)
    {
      CalxPointMm a = get_point (outline, start + i * step), b = get_point (outline, start + (i + 1) * step);

      lengths[i + 1] = lengths[i] + hypot (b.x_mm - a.x_mm, b.y_mm - a.y_mm);
    }
  for (guint i = 0; i < N_OUTLINE_POINTS; i++)
    {
      double wanted = lengths[n] * i / N_OUTLINE_POINTS, t;
      CalxPointMm a, b;

      while (at + 1 < n && lengths[at + 1] < wanted)
        at++;
      a = get_point (outline, start + at * step);
      b = get_point (outline, start + (at + 1) * step);
      t = lengths[at + 1] > lengths[at] ? (wanted - lengths[at]) / (lengths[at + 1] - lengths[at]) : 0.0;
      points[i] = (CalxPointMm){ mix (a.x_mm, b.x_mm, t), mix (a.y_mm, b.y_mm, t) };
    }
}

/* The outline of a lesion, or the ellipse of its size, as points at even angles of their parameter: the outline
 * by its length, from the point farthest to the right on. FALSE: it has neither. */
static gboolean
sample_shape (const CalxLesion *lesion,
              CalxPointMm       points[N_OUTLINE_POINTS])
{
  double width = lesion->width_mm > CALX_SIZE_UNKNOWN_MM ? lesion->width_mm : lesion->length_mm;
  double angle = lesion->angle_deg * G_PI / 180.0;

  if (lesion->outline != NULL)
    {
      resample (lesion->outline, points);
      return TRUE;
    }
  if (!(lesion->length_mm > CALX_SIZE_UNKNOWN_MM))
    return FALSE;
  for (guint i = 0; i < N_OUTLINE_POINTS; i++)
    {
      double t = 2.0 * G_PI * i / N_OUTLINE_POINTS - angle; /* starts at the right, however it is turned */
      double along = cos (t) * lesion->length_mm / 2.0, across = sin (t) * width / 2.0;

      points[i] = (CalxPointMm){ cos (angle) * along - sin (angle) * across, sin (angle) * along + cos (angle) * across };
    }
  return TRUE;
}

/* Two shapes of which one at least is an outline. */
static void
mix_outlines (CalxLesion       *into,
              const CalxLesion *before,
              const CalxLesion *after,
              double            t)
{
  CalxPointMm a[N_OUTLINE_POINTS], b[N_OUTLINE_POINTS];
  g_autoptr(GArray) outline = NULL;

  if ((before->outline == NULL && after->outline == NULL) || !sample_shape (before, a) || !sample_shape (after, b))
    return;
  outline = g_array_sized_new (FALSE, FALSE, sizeof (CalxPointMm), N_OUTLINE_POINTS);
  for (guint i = 0; i < N_OUTLINE_POINTS; i++)
    {
      CalxPointMm point = { mix (a[i].x_mm, b[i].x_mm, t), mix (a[i].y_mm, b[i].y_mm, t) };

      g_array_append_val (outline, point);
    }
  calx_lesion_set_outline (into, outline);
}

CalxLesion *
calx_lesion_new_between (const CalxLesion *before,
                         const CalxLesion *after,
                         double            fraction)
{
  CalxLesion *self;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);
  g_return_val_if_fail (before->view == after->view, NULL);

  self = calx_lesion_copy (fraction < 0.5 ? before : after);
  if (fraction <= 0.0 || fraction >= 1.0)
    return self;
  self->x = mix (before->x, after->x, fraction);
  self->y = mix (before->y, after->y, fraction);
  self->length_mm = mix_size (before->length_mm, after->length_mm, fraction);
  self->width_mm = mix_size (before->width_mm, after->width_mm, fraction);
  self->angle_deg = mix_angle (before->angle_deg, after->angle_deg, fraction);
  mix_outlines (self, before, after, fraction);
  return self;
}

static void
state_clear (gpointer data)
{
  CalxLesionState *state = data;

  g_clear_pointer (&state->lesion, calx_lesion_unref);
}

static GArray *
states_new (void)
{
  GArray *states = g_array_new (FALSE, FALSE, sizeof (CalxLesionState));

  g_array_set_clear_func (states, state_clear);
  return states;
}

/* @lesion (transfer full, nullable) where it is to be seen at all. */
static void
take (GArray               *states,
      CalxLesion           *lesion,
      CalxLesionChangeKind  change,
      gboolean              earlier,
      double                opacity)
{
  CalxLesionState state = { lesion, change, earlier, MIN (opacity, 1.0) };

  if (lesion == NULL)
    return;
  if (opacity > 0.0)
    g_array_append_val (states, state);
  else
    calx_lesion_unref (lesion);
}

static CalxLesion *
ref (CalxLesion *lesion)
{
  return lesion != NULL ? calx_lesion_ref (lesion) : NULL;
}

static gboolean
is_one_drawing (const CalxLesionChange *change)
{
  return change->before->view == change->after->view && g_str_equal (change->before->figure, change->after->figure);
}

/* One that is open, or a ghost, in both, and need not fade. */
static gboolean
stays (const CalxLesionChange *change)
{
  return change->before != NULL && change->after != NULL && change->before->healed == change->after->healed &&
         is_one_drawing (change);
}

static void
add_between (GArray                 *states,
             const CalxLesionChange *change,
             double                  fraction)
{
  if (stays (change))
    {
      take (states, calx_lesion_new_between (change->before, change->after, fraction), change->kind, FALSE, 1.0);
      return;
    }
  if (change->before != NULL && change->after != NULL && is_one_drawing (change))
    {
      /* one after the other: two signs of one lesion at one place would make way for each other */
      take (states, ref (change->before), change->kind, FALSE, 1.0 - 2.0 * fraction);
      take (states, ref (change->after), change->kind, FALSE, 2.0 * fraction - 1.0);
      return;
    }
  take (states, ref (change->before), change->kind, FALSE, 1.0 - fraction);
  take (states, ref (change->after), change->kind, FALSE, fraction);
}

static GArray *
states_of_one (CalxSession *session)
{
  GArray *states = states_new ();
  GPtrArray *lesions = calx_session_get_lesions (session);

  for (guint i = 0; i < lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (lesions, i);

      take (states, calx_lesion_ref (lesion), lesion->healed ? CALX_CHANGE_WAS_HEALED : CALX_CHANGE_SAME_SIZE, FALSE,
            1.0);
    }
  return states;
}

GArray *
calx_lesion_states_between (CalxSession *before,
                            CalxSession *after,
                            double       fraction)
{
  g_autoptr(CalxExtent) extent = NULL;
  GArray *states;

  g_return_val_if_fail (after != NULL, NULL);

  if (before == NULL)
    return states_of_one (after);
  fraction = CLAMP (fraction, 0.0, 1.0);
  extent = calx_extent_new (before, after);
  states = states_new ();
  for (guint i = 0; i < extent->lesions->len; i++)
    add_between (states, &g_array_index (extent->lesions, CalxLesionChange, i), fraction);
  return states;
}

static gboolean
has_changed (const CalxLesionChange *change)
{
  return change->after == NULL || change->before->healed != change->after->healed || !is_one_drawing (change) ||
         change->kind == CALX_CHANGE_GROWN || change->kind == CALX_CHANGE_SHRUNK ||
         change->before->x != change->after->x || change->before->y != change->after->y;
}

GArray *
calx_lesion_states_overlay (CalxSession *before,
                            CalxSession *after)
{
  g_autoptr(CalxExtent) extent = NULL;
  GArray *states;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  extent = calx_extent_new (before, after);
  states = states_new ();
  for (guint i = 0; i < extent->lesions->len; i++)
    {
      const CalxLesionChange *change = &g_array_index (extent->lesions, CalxLesionChange, i);

      if (change->before != NULL && !change->before->healed && has_changed (change))
        take (states, ref (change->before), change->kind, TRUE, 1.0);
      take (states, ref (change->after), change->kind, FALSE, 1.0);
    }
  return states;
}
