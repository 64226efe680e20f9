/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-words.h"

#include <glib/gi18n-lib.h>

#include "calx-body.h"
#include "calx-text.h"

/* Where R and L stand, in body units: below the hands of every figure, clear of its thighs. */
#define SIDE_X 0.205
#define SIDE_Y 0.715
/* From the edges of a window, of the size of the letter. */
#define CORNER_GAP 0.45
/* How much of a window one side of the body must have to be named. */
#define SIDE_SHARE 0.08

typedef struct
{
  cairo_t                 *cr;
  const CalxBodyTransform *transform;
  const CalxPalette       *palette;
  gboolean                 on_paper;
} Words;

static double
side_size (const CalxBodyTransform *transform,
           gboolean                 on_paper)
{
  return CLAMP (0.036 * transform->scale, on_paper ? 8.0 : 12.0, 28.0);
}

gboolean
calx_body_words_get_boxes (const CalxBodyTransform *transform,
                           gboolean                 on_paper,
                           CalxBox                  ret_boxes[2])
{
  double size = side_size (transform, on_paper), y = transform->y + SIDE_Y * transform->scale;

  if (!calx_body_transform_shows_all (transform))
    return FALSE;
  for (int i = 0; i < 2; i++)
    {
      double x = transform->x + (i == 0 ? -SIDE_X : SIDE_X) * transform->scale;

      ret_boxes[i] = (CalxBox) { x - 0.6 * size, y - 1.1 * size, x + 0.6 * size, y + 0.6 * size };
    }
  return TRUE;
}

static void
draw_side (const Words *self,
           double       body_x,
           const char  *letter,
           const char  *words)
{
  double   scale = self->transform->scale;
  double   x = self->transform->x + body_x * scale, y = self->transform->y + SIDE_Y * scale;
  CalxText big = { .size = side_size (self->transform, self->on_paper), .bold = TRUE,
                   .align_x = 0.5, .align_y = 1.0, .colour = self->palette->text };
  CalxText small = { .size = CLAMP (0.0195 * scale, 0.0, 14.0), .align_x = 0.5, .colour = self->palette->text };

  calx_text_draw (&big, self->cr, letter, x, y + big.size * 0.2);
  if (small.size >= (self->on_paper ? 5.5 : 9.5))
    calx_text_draw (&small, self->cr, words, x, y);
}

/* Only where enough of that side is seen. */
static void
draw_in_corner (const Words *self,
                gboolean     at_right,
                const char  *letter)
{
  const CalxBox *window = &self->transform->window;
  double         width = window->x1 - window->x0;
  double         seen = at_right ? window->x1 - self->transform->x : self->transform->x - window->x0;
  CalxText       text = { .size = CLAMP (width * 0.09, self->on_paper ? 7.0 : 12.0, 22.0), .bold = TRUE,
                          .align_x = at_right ? 1.0 : 0.0, .align_y = 1.0, .colour = self->palette->text,
                          .halo = &self->palette->background };
  double         gap = text.size * CORNER_GAP;

  if (seen >= SIDE_SHARE * width)
    calx_text_draw (&text, self->cr, letter, at_right ? window->x1 - gap : window->x0 + gap, window->y1 - gap);
}

/* The patient's right is at the left of the drawing from the front, at the right from behind. */
void
calx_body_draw_words (cairo_t                 *cr,
                      CalxView                 view,
                      const CalxBodyTransform *transform,
                      const CalxPalette       *palette,
                      gboolean                 on_paper)
{
  Words       self = { cr, transform, palette, on_paper };
  gboolean    front = view == CALX_VIEW_ANTERIOR;
  double      right_x = front ? -SIDE_X : SIDE_X;
  const char *right = C_("side of the body", "R"), *left = C_("side of the body", "L");
  CalxText    title = { .size = CLAMP (0.030 * transform->scale, on_paper ? 8.0 : 11.0, 24.0), .bold = TRUE,
                        .align_x = 0.5, .colour = palette->text };

  if (!calx_body_transform_shows_all (transform))
    {
      draw_in_corner (&self, !front, right);
      draw_in_corner (&self, front, left);
      return;
    }
  calx_text_draw (&title, cr, front ? C_("view of the body", "Front") : C_("view of the body", "Back"),
                  transform->x, transform->y + CALX_BODY_Y_MIN * transform->scale);
  draw_side (&self, right_x, right, _("patient’s right"));
  draw_side (&self, -right_x, left, _("patient’s left"));
}
