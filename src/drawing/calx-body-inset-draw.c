/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-renderer.h"

#include <glib/gi18n-lib.h>

#include "calx-text.h"

#define FRAME 0.8
/* One that shows more than this, in statures, magnifies too little to be worth its room on a page. */
#define LARGEST 0.24

GPtrArray *
calx_body_list_insets (CalxBody  *body,
                       GPtrArray *lesions)
{
  GPtrArray *used = g_ptr_array_new ();

  g_return_val_if_fail (body != NULL, used);

  for (guint i = 0; i < calx_body_get_n_insets (body); i++)
    {
      const CalxBodyInset *inset = calx_body_get_inset (body, i);

      if (MAX (inset->box.x1 - inset->box.x0, inset->box.y1 - inset->box.y0) > LARGEST)
        continue;

      for (guint k = 0; lesions != NULL && k < lesions->len; k++)
        {
          const CalxLesion *lesion = g_ptr_array_index (lesions, k);
          const CalxRegion *region = calx_regions_find (calx_body_get_regions (body), lesion->region_id);

          if (region == NULL || calx_body_find_inset (body, lesion->view, region) != inset)
            continue;
          g_ptr_array_add (used, (gpointer) inset);
          break;
        }
    }
  return used;
}

void
calx_body_draw_inset (cairo_t             *cr,
                      const CalxBodyScene *scene,
                      const CalxBodyInset *inset,
                      const CalxBox       *box,
                      double               caption_size,
                      const CalxPalette   *palette)
{
  CalxBodyScene     part;
  CalxBodyTransform transform;
  double            width = box->x1 - box->x0, height = box->y1 - box->y0 - 1.6 * caption_size;
  CalxText          caption = { .size = caption_size, .align_x = 0.5, .align_y = 0.5, .width = width,
                                .colour = palette->text };

  g_return_if_fail (cr != NULL && scene != NULL && inset != NULL && palette != NULL);
  g_return_if_fail (width > 0.0 && height > 0.0);

  part = *scene;
  part.view = inset->view;
  calx_body_transform_fit_box (&transform, &inset->box, box->x0, box->y0, width, height);
  cairo_save (cr);
  cairo_rectangle (cr, box->x0, box->y0, width, height);
  cairo_clip (cr);
  calx_body_draw_figure (cr, &part, &transform, palette);
  calx_body_draw_lesions (cr, &part, &transform, palette);
  cairo_restore (cr);
  cairo_rectangle (cr, box->x0, box->y0, width, height);
  calx_set_colour (cr, &palette->detail, 1.0);
  cairo_set_line_width (cr, FRAME);
  cairo_stroke (cr);
  calx_text_draw (&caption, cr, _(inset->name), box->x0 + width / 2.0, box->y1 - 0.7 * caption_size);
}
