/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-marks.h"

#include <glib/gi18n-lib.h>

#include <math.h>

/* A mark of unknown size, in statures, and its limits in user units. */
#define STANDARD_RADIUS 0.0095
#define STANDARD_LEAST 4.5
#define STANDARD_MOST 8.0
/* Below this a mark is not seen as a disc. */
#define RADIUS_LEAST 4.0
/* A length beyond this is drawn as this, in statures: the picture must stay one of a body. */
#define RADIUS_MOST 0.12

#define LABEL_SIZE 0.027
#define LABEL_LEAST 10.0
#define LABEL_MOST 16.0
/* Of the label's font: width of a digit, the room at both ends, the height. */
#define DIGIT_WIDTH 0.68
#define LABEL_PADDING 0.15
#define LABEL_HEIGHT 1.0

/* Places that are tried for a number: around the mark, and step by step further out. */
#define N_DIRECTIONS 16
#define N_RINGS 12
#define RING_STEP 0.8
#define GAP 1.5

/* What speaks against a place: covering a mark or a number, leaving the box, a line across
 * something else, distance, and being left of or below the mark. */
#define COST_TOUCH_NUMBER 200.0
#define COST_TOUCH_MARK 30.0
#define COST_COVER 200.0
#define COST_OUTSIDE 400.0
#define COST_CROSSING 25.0
#define COST_RING 6.0
#define COST_TURN 0.4

double
calx_body_label_size (const CalxBodyTransform *transform)
{
  return CLAMP (LABEL_SIZE * transform->scale, LABEL_LEAST, LABEL_MOST);
}

/* Half the longest axis, to scale where both it and the stature are known. */
static double
mark_radius (const CalxLesion        *lesion,
             const CalxBodyScene     *scene,
             const CalxBodyTransform *transform)
{
  double statures;

  if (!(lesion->length_mm > CALX_SIZE_UNKNOWN_MM) || !(scene->stature_mm > 0.0))
    return CLAMP (STANDARD_RADIUS * transform->scale, STANDARD_LEAST, STANDARD_MOST);
  statures = lesion->length_mm / 2.0 / scene->stature_mm;
  return fmax (fmin (statures, RADIUS_MOST) * transform->scale, RADIUS_LEAST);
}

static int
compare_number (gconstpointer a,
                gconstpointer b)
{
  const CalxBodyMark *left = a;
  const CalxBodyMark *right = b;

  return (left->lesion->number > right->lesion->number) - (left->lesion->number < right->lesion->number);
}

/* Large ones first, so that no mark hides a smaller one. */
static int
compare_drawing (gconstpointer a,
                 gconstpointer b)
{
  const CalxBodyMark *left = a;
  const CalxBodyMark *right = b;

  if (left->radius != right->radius)
    return left->radius > right->radius ? -1 : 1;
  return compare_number (a, b);
}

/* ---- where the numbers go ---- */

static double
overlap (double a0,
         double a1,
         double b0,
         double b1)
{
  return fmax (fmin (a1, b1) - fmax (a0, b0), 0.0);
}

static double
boxes_overlap (const CalxBox *a,
               const CalxBox *b)
{
  return overlap (a->x0, a->x1, b->x0, b->x1) * overlap (a->y0, a->y1, b->y0, b->y1);
}

static double
box_area (const CalxBox *self)
{
  return (self->x1 - self->x0) * (self->y1 - self->y0);
}

static CalxBox
box_around (double x,
            double y,
            double half_width,
            double half_height)
{
  return (CalxBox) { x - half_width, y - half_height, x + half_width, y + half_height };
}

static CalxPoint
box_middle (const CalxBox *self)
{
  return (CalxPoint) { (self->x0 + self->x1) / 2.0, (self->y0 + self->y1) / 2.0 };
}

/* Liang and Barsky's test. */
static gboolean
line_enters_box (CalxPoint      from,
                 CalxPoint      to,
                 const CalxBox *box)
{
  double d[4] = { from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y };
  double q[4] = { from.x - box->x0, box->x1 - from.x, from.y - box->y0, box->y1 - from.y };
  double enter = 0.0, leave = 1.0;

  for (guint i = 0; i < 4; i++)
    {
      if (d[i] == 0.0 && q[i] < 0.0)
        return FALSE;
      if (d[i] < 0.0)
        enter = fmax (enter, q[i] / d[i]);
      else if (d[i] > 0.0)
        leave = fmin (leave, q[i] / d[i]);
    }
  return enter <= leave;
}

static double
cost_of_cover (const CalxBox *label,
               const CalxBox *other,
               double         cost_of_touch)
{
  double covered = boxes_overlap (label, other) / box_area (label);

  return covered > 0.0 ? cost_of_touch + COST_COVER * covered : 0.0;
}

typedef struct
{
  GArray  *marks;
  CalxBox  page;        /* where numbers may stand */
  double   half_height; /* of a number */
  double   digit_width;
} Labeller;

static CalxBox
mark_box (const CalxBodyMark *mark,
          double              margin)
{
  return box_around (mark->x, mark->y, mark->radius + margin, mark->radius + margin);
}

/* Against all marks, and against the numbers already placed, which are those of the first @placed. */
static double
cost_of_place (const Labeller *self,
               guint           placed,
               const CalxBox  *label,
               gboolean        leader)
{
  const CalxBodyMark *mark = &g_array_index (self->marks, CalxBodyMark, placed);
  CalxPoint           from = { mark->x, mark->y };
  CalxPoint           to = box_middle (label);
  double              within = boxes_overlap (label, &self->page) / box_area (label);
  double              cost = COST_OUTSIDE * (1.0 - within);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const CalxBodyMark *other = &g_array_index (self->marks, CalxBodyMark, i);
      CalxBox             sign = mark_box (other, 1.0);

      cost += cost_of_cover (label, &sign, COST_TOUCH_MARK);
      if (leader && i != placed && line_enters_box (from, to, &sign))
        cost += COST_CROSSING;
      if (i >= placed)
        continue;
      cost += cost_of_cover (label, &other->label, COST_TOUCH_NUMBER);
      if (leader && line_enters_box (from, to, &other->label))
        cost += COST_CROSSING;
      if (other->leader &&
          line_enters_box ((CalxPoint) { other->x, other->y }, box_middle (&other->label), label))
        cost += COST_CROSSING;
    }
  return cost;
}

/* The box of a number that touches a circle from outside, in one of the directions: to the right
 * first, then up and down in turn, to the left last. */
static CalxBox
place_around (const CalxBodyMark *mark,
              double              distance,
              guint               turn,
              double              half_width,
              double              half_height)
{
  double angle = ((turn + 1) / 2) * 2.0 * G_PI / N_DIRECTIONS * (turn % 2 == 1 ? -1.0 : 1.0);
  double dx = cos (angle), dy = sin (angle);
  /* from its middle to its edge in this direction */
  double reach = fmin (half_width / fmax (fabs (dx), 1e-6), half_height / fmax (fabs (dy), 1e-6));
  double r = mark->radius + distance + reach;

  return box_around (mark->x + r * dx, mark->y + r * dy, half_width, half_height);
}

static double
label_half_width (const Labeller *self,
                  int             number)
{
  guint n_digits = 1;

  for (int rest = number / 10; rest != 0; rest /= 10)
    n_digits++;
  return n_digits * self->digit_width / 2.0 + LABEL_PADDING * self->half_height;
}

static void
place_label (Labeller *self,
             guint     index)
{
  CalxBodyMark *mark = &g_array_index (self->marks, CalxBodyMark, index);
  double        half_width = label_half_width (self, mark->lesion->number);
  double        best = INFINITY;

  for (guint ring = 0; ring < N_RINGS && best > COST_RING * ring; ring++)
    for (guint turn = 0; turn < N_DIRECTIONS; turn++)
      {
        double   distance = GAP + ring * RING_STEP * 2.0 * self->half_height;
        CalxBox  label = place_around (mark, distance, turn, half_width, self->half_height);
        double   cost = cost_of_place (self, index, &label, ring > 0);

        cost += ring * COST_RING + turn * COST_TURN;
        if (cost >= best)
          continue;
        best = cost;
        mark->label = label;
        mark->leader = ring > 0;
      }
}

GArray *
calx_body_marks_new (const CalxBodyScene     *scene,
                     const CalxBodyTransform *transform)
{
  Labeller self;
  CalxBox *page = &self.page;
  double   size = calx_body_label_size (transform);

  self.marks = g_array_new (FALSE, TRUE, sizeof (CalxBodyMark));
  self.half_height = LABEL_HEIGHT * size / 2.0;
  self.digit_width = DIGIT_WIDTH * size;
  if (!calx_body_transform_get_seen (transform, page))
    return self.marks;
  for (guint i = 0; scene->lesions != NULL && i < scene->lesions->len; i++)
    {
      CalxBodyMark mark = { .lesion = g_ptr_array_index (scene->lesions, i) };

      if (mark.lesion->view != scene->view)
        continue;
      calx_body_transform_to_device (transform, mark.lesion->x, mark.lesion->y, &mark.x, &mark.y);
      mark.radius = mark_radius (mark.lesion, scene, transform);
      g_array_append_val (self.marks, mark);
    }
  g_array_sort (self.marks, compare_number);
  for (guint i = 0; i < self.marks->len; i++)
    place_label (&self, i);
  g_array_sort (self.marks, compare_drawing);
  return self.marks;
}

CalxBodySign
calx_body_sign_get (guint index)
{
  static const struct
  {
    const char *words;
    gboolean    ulcerated, healed;
  } signs[CALX_N_BODY_SIGNS] = {
    { NC_("key to the map", "Not ulcerated, or not known"), FALSE, FALSE },
    { NC_("key to the map", "Ulcerated"), TRUE, FALSE },
    { NC_("key to the map", "Healed"), FALSE, TRUE },
  };
  CalxBodySign sign = { NULL, FALSE, FALSE };

  g_return_val_if_fail (index < CALX_N_BODY_SIGNS, sign);

  sign.words = g_dpgettext2 (GETTEXT_PACKAGE, "key to the map", signs[index].words);
  sign.ulcerated = signs[index].ulcerated;
  sign.healed = signs[index].healed;
  return sign;
}
