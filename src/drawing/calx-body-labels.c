/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-marks.h"

#include <math.h>

#include "calx-box-grid.h"

/* Of the label's font: width of a character, of the sign of change before it, the room at both ends, the height. */
#define CHARACTER_WIDTH 0.66
#define CHANGE_WIDTH 0.80
#define PADDING 0.12
#define HEIGHT 1.0

/* Places that are tried for a number: around the sign, and step by step further out. */
#define N_DIRECTIONS 16
#define N_RINGS 12
#define RING_STEP 0.8
#define GAP 2.0
/* In signs: a shape that goes farther has room for its number. */
#define LARGE 5.0
/* Of more marks than this, numbers that find no room near are left out: a picture of numbers is none. */
#define CROWD 60
#define CROWD_RINGS 3

/* What speaks against a place: covering a sign or a number, leaving the page, a line across something else,
 * distance, and being left of or below the mark. */
#define COST_TOUCH_NUMBER 200.0
#define COST_TOUCH_MARK 30.0
#define COST_COVER 200.0
#define COST_OUTSIDE 400.0
#define COST_CROSSING 25.0
#define COST_RING 6.0
#define COST_TURN 0.4

typedef struct
{
  GArray      *marks;
  CalxBoxGrid *signs;
  CalxBoxGrid *numbers;     /* those already placed */
  CalxBox      page;
  double       half_height; /* of a number */
  double       font_size;
  guint        n_rings;
  CalxPoint    directions[N_DIRECTIONS]; /* to the right first, then up and down in turn, to the left last */
} Labeller;

static double
cost_of_cover (CalxBoxGrid   *boxes,
               const CalxBox *label,
               double         cost_of_touch)
{
  const GArray *found = calx_box_grid_find (boxes, label);
  double        area = calx_box_area (label), cost = 0.0;

  for (guint i = 0; i < found->len; i++)
    {
      double covered = calx_box_overlap (label, calx_box_grid_get (boxes, g_array_index (found, guint, i))) / area;

      if (covered > 0.0)
        cost += cost_of_touch + COST_COVER * covered;
    }
  return cost;
}

static double
cost_of_crossing (CalxBoxGrid *boxes,
                  CalxPoint    from,
                  CalxPoint    to)
{
  CalxBox       around = { fmin (from.x, to.x), fmin (from.y, to.y), fmax (from.x, to.x), fmax (from.y, to.y) };
  const GArray *found = calx_box_grid_find (boxes, &around);
  double        cost = 0.0;

  for (guint i = 0; i < found->len; i++)
    if (calx_box_is_crossed (calx_box_grid_get (boxes, g_array_index (found, guint, i)), from, to))
      cost += COST_CROSSING;
  return cost;
}

/* From the sign to where a number may begin in a direction: beyond the shape, unless that is so large that the
 * number stands better in it. */
static double
clear_of_shape (const CalxBodyMark *mark,
                double              dx,
                double              dy)
{
  double angle, along, across, clear = mark->reach;

  if (!mark->to_scale || mark->x != mark->site_x || mark->y != mark->site_y)
    return mark->outer;
  angle = mark->lesion->angle_deg * G_PI / 180.0;
  along = dx * cos (angle) + dy * sin (angle);
  across = dy * cos (angle) - dx * sin (angle);
  if (mark->lesion->outline == NULL)
    clear = 1.0 / hypot (along / mark->reach, across / mark->half_width);
  return clear > LARGE * mark->radius ? mark->outer : fmax (clear, mark->outer);
}

static void
init_directions (Labeller *self)
{
  for (guint turn = 0; turn < N_DIRECTIONS; turn++)
    {
      double angle = ((turn + 1) / 2) * 2.0 * G_PI / N_DIRECTIONS * (turn % 2 == 1 ? -1.0 : 1.0);

      self->directions[turn] = (CalxPoint) { cos (angle), sin (angle) };
    }
}

/* The box of a number that touches a circle from outside, in one of the directions. */
static CalxBox
place_around (const CalxBodyMark *mark,
              double              distance,
              CalxPoint           direction,
              double              half_width,
              double              half_height)
{
  double dx = direction.x, dy = direction.y;
  /* from its middle to its edge in this direction */
  double reach = fmin (half_width / fmax (fabs (dx), 1e-6), half_height / fmax (fabs (dy), 1e-6));
  double r = clear_of_shape (mark, dx, dy) + distance + reach;
  double x = mark->x + r * dx, y = mark->y + r * dy;

  return (CalxBox) { x - half_width, y - half_height, x + half_width, y + half_height };
}

static double
label_half_width (const Labeller     *self,
                  const CalxBodyMark *mark)
{
  guint  n_characters = 2; /* L and a digit */
  double width;

  for (int rest = mark->lesion->number / 10; rest != 0; rest /= 10)
    n_characters++;
  width = n_characters * CHARACTER_WIDTH + (mark->time.change != CALX_BODY_CHANGE_NONE ? CHANGE_WIDTH : 0.0);
  return (width / 2.0 + PADDING) * self->font_size;
}

static double
cost_of_place (const Labeller     *self,
               const CalxBodyMark *mark,
               const CalxBox      *label,
               gboolean            leader)
{
  double within = calx_box_overlap (label, &self->page) / calx_box_area (label);
  double cost = COST_OUTSIDE * (1.0 - within);

  cost += cost_of_cover (self->signs, label, COST_TOUCH_MARK);
  cost += cost_of_cover (self->numbers, label, COST_TOUCH_NUMBER);
  if (leader)
    {
      CalxPoint to = { (label->x0 + label->x1) / 2.0, (label->y0 + label->y1) / 2.0 };
      double    dx = to.x - mark->x, dy = to.y - mark->y, length = hypot (dx, dy);
      CalxPoint from = { mark->x + dx / length * (mark->radius + 2.0), mark->y + dy / length * (mark->radius + 2.0) };

      cost += cost_of_crossing (self->signs, from, to) + cost_of_crossing (self->numbers, from, to);
    }
  return cost;
}

static void
place_label (Labeller     *self,
             CalxBodyMark *mark)
{
  double   half_width = label_half_width (self, mark);
  gboolean crowded = self->n_rings < N_RINGS;
  double   best = crowded ? COST_TOUCH_MARK : INFINITY;
  CalxBox  place = { 0 };
  gboolean leader = FALSE;

  for (guint ring = 0; ring < self->n_rings && best > COST_RING * ring; ring++)
    for (guint turn = 0; turn < N_DIRECTIONS; turn++)
      {
        double  distance = GAP + ring * RING_STEP * 2.0 * self->half_height;
        CalxBox label = place_around (mark, distance, self->directions[turn], half_width, self->half_height);
        double  cost = ring * COST_RING + turn * COST_TURN;

        /* in a crowd nothing may be covered, which is soon known */
        if (crowded && (calx_box_grid_hits (self->signs, &label) || calx_box_grid_hits (self->numbers, &label)))
          continue;
        if (cost < best)
          cost += cost_of_place (self, mark, &label, ring > 0);
        if (cost >= best)
          continue;
        best = cost;
        place = label;
        leader = ring > 0;
      }
  if (!(place.x1 > place.x0))
    return;
  mark->label = place;
  mark->leader = leader;
  calx_box_grid_add (self->numbers, &place);
}

void
calx_body_marks_place_labels (GArray        *marks,
                              const CalxBox *page,
                              double         font_size,
                              const CalxBox *taken,
                              guint          n_taken)
{
  g_autoptr(CalxBoxGrid) signs = calx_box_grid_new (page, 2.0 * font_size);
  g_autoptr(CalxBoxGrid) numbers = calx_box_grid_new (page, 2.0 * font_size);
  Labeller               self = { .marks = marks, .signs = signs, .numbers = numbers, .page = *page,
                                  .half_height = HEIGHT * font_size / 2.0, .font_size = font_size,
                                  .n_rings = marks->len > CROWD ? CROWD_RINGS : N_RINGS };

  init_directions (&self);
  for (guint i = 0; i < n_taken; i++)
    calx_box_grid_add (numbers, &taken[i]);
  for (guint i = 0; i < marks->len; i++)
    {
      const CalxBodyMark *mark = &g_array_index (marks, CalxBodyMark, i);
      double              reach = mark->outer + 0.5;
      CalxBox             sign = { mark->x - reach, mark->y - reach, mark->x + reach, mark->y + reach };

      if (!mark->time.earlier)
        calx_box_grid_add (signs, &sign);
    }
  for (guint i = 0; i < marks->len; i++)
    if (!g_array_index (marks, CalxBodyMark, i).time.earlier)
      place_label (&self, &g_array_index (marks, CalxBodyMark, i));
}
