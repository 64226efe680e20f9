/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-report-block.h"

#include "calx-body-sign.h"
#include "calx-body-renderer.h"
#include "calx-palette.h"

static void
part_free (gpointer data)
{
  CalxReportPart *part = data;

  g_clear_object (&part->layout);
  g_free (part);
}

CalxReportBlock *
calx_report_block_new (void)
{
  CalxReportBlock *self = g_new0 (CalxReportBlock, 1);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  return self;
}

void
calx_report_block_free (CalxReportBlock *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_free (self);
}

static CalxReportPart *
add_part (CalxReportBlock *self, CalxReportPartKind kind, double x, double y, double width, double height)
{
  CalxReportPart *part = g_new0 (CalxReportPart, 1);

  part->kind = kind;
  part->x = x;
  part->y = y;
  part->width = width;
  part->height = height;
  g_ptr_array_add (self->parts, part);
  self->height_pt = MAX (self->height_pt, y + height);
  return part;
}

void
calx_report_block_add (CalxReportBlock *self, CalxReportPartKind kind, double x, double y, double width, double height)
{
  add_part (self, kind, x, y, width, height);
}

double
calx_report_block_add_text (CalxReportBlock *self,
                            PangoContext *context,
                            const char *text,
                            CalxPaperTextStyle style,
                            double x,
                            double y,
                            double width_pt)
{
  g_autoptr (PangoLayout) layout = calx_paper_text_layout_new (context, text, style, width_pt);
  CalxReportPart *part = add_part (self, CALX_REPORT_PART_TEXT, x, y, calx_paper_text_get_width (layout),
                                   calx_paper_text_get_height (layout));

  part->layout = g_steal_pointer (&layout);
  return y + part->height;
}

static void
draw_figure (const CalxReportPart *part, const CalxReport *report, cairo_t *cr, double x, double y)
{
  const CalxPalette *palette = calx_palette_get (CALX_PALETTE_PRINT);
  CalxBodyTransform transform;
  CalxBodyScene scene = {
    .body = report->body,
    .view = part->view,
    .lesions = calx_session_get_lesions (report->session),
    .stature_mm = report->stature_mm,
    .sex = report->patient->sex,
    .on_paper = TRUE,
  };

  calx_body_transform_fit (&transform, x + part->x, y + part->y, part->width, part->height);
  calx_body_draw_figure (cr, &scene, &transform, palette);
  calx_body_draw_lesions (cr, &scene, &transform, palette);
}

static void
draw_sign (const CalxReportPart *part, cairo_t *cr, double x, double y)
{
  CalxBodySign sign = calx_body_sign_get (part->sign);

  calx_body_sign_draw (&sign, cr, calx_palette_get (CALX_PALETTE_PRINT), x + part->x + part->width / 2,
                       y + part->y + part->height / 2, part->height / 2);
}

void
calx_report_block_draw (const CalxReportBlock *self, const CalxReport *report, cairo_t *cr, double x, double y)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const CalxReportPart *part = g_ptr_array_index (self->parts, i);

      cairo_save (cr);
      cairo_set_source_rgb (cr, 0, 0, 0);
      switch (part->kind)
        {
        case CALX_REPORT_PART_TEXT:
          calx_paper_text_draw (cr, part->layout, x + part->x, y + part->y);
          break;
        case CALX_REPORT_PART_RULE:
          cairo_set_line_width (cr, 0.6);
          cairo_move_to (cr, x + part->x, y + part->y);
          cairo_rel_line_to (cr, part->width, 0);
          cairo_stroke (cr);
          break;
        case CALX_REPORT_PART_BOX:
          cairo_set_line_width (cr, 1.0);
          cairo_rectangle (cr, x + part->x, y + part->y, part->width, part->height);
          cairo_stroke (cr);
          break;
        case CALX_REPORT_PART_FIGURE:
          draw_figure (part, report, cr, x, y);
          break;
        case CALX_REPORT_PART_SIGN:
          draw_sign (part, cr, x, y);
          break;
        }
      cairo_restore (cr);
    }
}
