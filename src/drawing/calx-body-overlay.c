/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-renderer.h"

#include "calx-body-private.h"
#include "calx-body-sign.h"
#include "calx-text.h"

/* What lies over the figure: the region under the pointer and that of the keyboard, and the lesions
 * with their numbers. In user units, over a figure drawn by calx_body_draw_figure(). */

#define HOVER_ALPHA 0.40
#define FOCUS_WIDTH 2.2

/* ---- regions ---- */

static const CalxBodyShape *
find_shape (const CalxBodyScene *scene,
            const CalxRegion    *region)
{
  return region != NULL ? scene->body->views[scene->view].by_region[region->index] : NULL;
}

static void
trace_shape (cairo_t                 *cr,
             const CalxBodyShape     *shape,
             const CalxBodyTransform *transform)
{
  cairo_save (cr);
  cairo_translate (cr, transform->x, transform->y);
  cairo_scale (cr, transform->scale, transform->scale);
  for (guint i = 0; i < shape->loops->len; i++)
    calx_chain_trace (g_ptr_array_index (shape->loops, i), cr, TRUE);
  cairo_restore (cr);
}

static void
draw_regions (cairo_t                 *cr,
              const CalxBodyScene     *scene,
              const CalxBodyTransform *transform,
              const CalxPalette       *palette)
{
  const CalxBodyShape *hover = find_shape (scene, scene->hover);
  const CalxBodyShape *focus = find_shape (scene, scene->focus);

  if (hover != NULL)
    {
      trace_shape (cr, hover, transform);
      calx_set_colour (cr, &palette->hover, HOVER_ALPHA);
      cairo_fill (cr);
    }
  if (focus != NULL)
    {
      trace_shape (cr, focus, transform);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      calx_set_colour (cr, &palette->background, 0.9);
      cairo_set_line_width (cr, 2.0 * FOCUS_WIDTH);
      cairo_stroke_preserve (cr);
      calx_set_colour (cr, &palette->selected, 1.0);
      cairo_set_line_width (cr, FOCUS_WIDTH);
      cairo_stroke (cr);
    }
}

/* ---- lesions ---- */

void
calx_body_draw_lesions (cairo_t                 *cr,
                        const CalxBodyScene     *scene,
                        const CalxBodyTransform *transform,
                        const CalxPalette       *palette)
{
  g_autoptr(GArray) marks = NULL;
  CalxBodySprites  *sprites;
  double            size;

  g_return_if_fail (cr != NULL && scene != NULL && scene->body != NULL && scene->view < CALX_N_VIEWS);
  g_return_if_fail (transform != NULL && palette != NULL);

  if (!(transform->scale > 0.0))
    return;
  marks = calx_body_marks_new (scene, transform);
  size = calx_body_label_size (scene, transform);
  sprites = calx_body_sprites_get (cr, palette);
  cairo_save (cr);
  cairo_new_path (cr);
  draw_regions (cr, scene, transform, palette);
  /* half the time, and no difference that is seen */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  for (guint i = 0; i < marks->len; i++)
    {
      const CalxBodyMark *mark = &g_array_index (marks, CalxBodyMark, i);

      calx_body_mark_draw_leaders (mark, cr, palette, sprites);
      calx_body_mark_draw (mark, cr, palette, sprites, g_strcmp0 (scene->selected, mark->lesion->uuid) == 0);
    }
  for (guint i = 0; i < marks->len; i++)
    calx_body_mark_draw_number (&g_array_index (marks, CalxBodyMark, i), cr, palette, sprites, size);
  cairo_restore (cr);
}

CalxLesion *
calx_body_hit_lesion (const CalxBodyScene     *scene,
                      const CalxBodyTransform *transform,
                      double                   x,
                      double                   y)
{
  g_autoptr(GArray) marks = NULL;

  g_return_val_if_fail (scene != NULL && transform != NULL, NULL);

  if (!(transform->scale > 0.0))
    return NULL;
  marks = calx_body_marks_new (scene, transform);
  return calx_body_marks_hit (marks, x, y);
}
