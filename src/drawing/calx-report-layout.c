/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-report.h"

#include "calx-report-block.h"


/* From roomy to tight. */
static const CalxReportDensity densities[] = {
  { 9.0, 8.0, 205.0, 6.0, 1.0, CALX_REPORT_MARGIN_PT, TRUE, FALSE },
  { 9.0, 7.5, 200.0, 4.0, 1.0, CALX_REPORT_MARGIN_PT, TRUE, FALSE },
  { 9.0, 7.0, 190.0, 3.0, 1.0, CALX_REPORT_MARGIN_PT, FALSE, FALSE },
  { 9.0, 6.5, 165.0, 3.0, 0.5, CALX_REPORT_MARGIN_PT, FALSE, FALSE },
  { 9.0, 6.5, 165.0, 1.5, 0.5, CALX_REPORT_MARGIN_PT, FALSE, FALSE },
  { 9.0, 6.5, 165.0, 3.0, 1.0, CALX_REPORT_MARGIN_PT, FALSE, TRUE },
  { 9.0, 6.5, 140.0, 1.0, 0.0, CALX_REPORT_NARROW_MARGIN_PT, FALSE, TRUE },
};

/* A block and where it stands on its page. */
typedef struct
{
  const CalxReportBlock *block;
  double                 y;
} Placed;

struct _CalxReportLayout
{
  const CalxReport        *report; /* outlives the layout */
  PangoContext            *context;
  const CalxReportDensity *density;
  double                   width_pt, height_pt; /* of the paper */
  CalxReportBlock         *header;
  double                   footer_height_pt;
  GPtrArray               *blocks;
  GPtrArray               *pages; /* GArray of Placed */
};

void
calx_paper_get_size (CalxPaper paper, double *ret_width_pt, double *ret_height_pt)
{
  *ret_width_pt = paper == CALX_PAPER_LETTER ? 612.0 : 595.276;
  *ret_height_pt = paper == CALX_PAPER_LETTER ? 792.0 : 841.890;
}

static double
text_width (const CalxReportLayout *self)
{
  return self->width_pt - 2 * self->density->margin_pt;
}

static double
top (const CalxReportLayout *self)
{
  return self->density->margin_pt + self->header->height_pt + self->density->gap_pt;
}

static double
bottom (const CalxReportLayout *self)
{
  return self->height_pt - self->density->margin_pt - self->footer_height_pt - self->density->gap_pt;
}

static GArray *
add_page (CalxReportLayout *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (Placed));

  g_ptr_array_add (self->pages, page);
  return page;
}

/* The rows of a table stand close; everything else keeps its distance. */
static double
place (GArray *page, const CalxReportBlock *block, double y, double gap_pt, double row_gap_pt)
{
  Placed placed = { block, y };

  if (page->len > 0 && g_array_index (page, Placed, page->len - 1).block->belongs_to_head && !block->belongs_to_head)
    placed.y += gap_pt - row_gap_pt;
  g_array_append_val (page, placed);
  return placed.y + block->height_pt + (block->repeats || block->belongs_to_head ? row_gap_pt : gap_pt);
}

/* Fills pages from the top; a block that no longer fits begins the next one, under its table's head. */
static void
flow (CalxReportLayout *self)
{
  GArray *page = add_page (self);
  const CalxReportBlock *head = NULL;
  double y = top (self);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CalxReportBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->repeats)
        head = block;
      if (y + block->height_pt > bottom (self) && page->len > 0)
        {
          page = add_page (self);
          y = top (self);
          if (block->belongs_to_head && head != NULL)
            y = place (page, head, y, self->density->gap_pt, self->density->row_gap_pt);
        }
      y = place (page, block, y, self->density->gap_pt, self->density->row_gap_pt);
    }
}

static void
lay_out (CalxReportLayout *self, const CalxReportDensity *density)
{
  CalxReportBlock *footer = NULL;

  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->header, calx_report_block_free);
  self->density = density;
  self->header = calx_report_header_new (self->report, self->context, text_width (self));
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->blocks = calx_report_blocks_new (self->report, self->context, text_width (self), density);
  footer = calx_report_footer_new (self->report, self->context, text_width (self), density, 1, 1);
  self->footer_height_pt = footer->height_pt;
  calx_report_block_free (footer);
  flow (self);
}

CalxReportLayout *
calx_report_layout_new (const CalxReport *report)
{
  CalxReportLayout *self = g_new0 (CalxReportLayout, 1);

  g_return_val_if_fail (report != NULL, NULL);

  self->report = report;
  self->context = calx_paper_text_context_new ();
  calx_paper_get_size (report->paper, &self->width_pt, &self->height_pt);
  for (gsize i = 0; i < G_N_ELEMENTS (densities); i++)
    {
      lay_out (self, &densities[i]);
      if (self->pages->len == 1)
        return self;
    }
  /* No density makes it one page: then a comfortable one. */
  lay_out (self, &densities[0]);
  return self;
}

void
calx_report_layout_free (CalxReportLayout *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  calx_report_block_free (self->header);
  g_object_unref (self->context);
  g_free (self);
}

guint
calx_report_layout_get_n_pages (CalxReportLayout *self)
{
  return self->pages->len;
}

void
calx_report_layout_draw_page (CalxReportLayout *self, guint page, cairo_t *cr)
{
  g_autoptr (CalxReportBlock) footer = NULL;
  const GArray *placed = NULL;

  g_return_if_fail (page < self->pages->len);

  placed = g_ptr_array_index (self->pages, page);
  calx_report_block_draw (self->header, self->report, cr, self->density->margin_pt, self->density->margin_pt);
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *p = &g_array_index (placed, Placed, i);

      calx_report_block_draw (p->block, self->report, cr, self->density->margin_pt, p->y);
    }
  footer = calx_report_footer_new (self->report, self->context, text_width (self), self->density, page + 1, self->pages->len);
  calx_report_block_draw (footer, self->report, cr, self->density->margin_pt, self->height_pt - self->density->margin_pt - footer->height_pt);
}
