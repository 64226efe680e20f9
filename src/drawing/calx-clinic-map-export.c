/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-clinic-map.h"

#include <glib/gi18n-lib.h>

#include "calx-format-sites.h"
#include "calx-format.h"
#include "calx-paper-text.h"
#include "calx-picture.h"
#include "calx-text.h"

/* A sheet as wide as A4 and as high as it needs, in points. */
#define SHEET_WIDTH 595.0
#define MARGIN 28.0
#define INNER_WIDTH (SHEET_WIDTH - 2.0 * MARGIN)
#define FIGURE_HEIGHT 455.0
#define SCALE_WIDTH 250.0
#define TITLE_SIZE 15.0
#define HEADING_SIZE 11.0
#define TEXT_SIZE 9.0
#define SMALL_SIZE 8.0
#define GAP 8.0
#define ROW_GAP 3.0

/* Writes downwards; with @cr NULL it only measures. */
typedef struct
{
  const CalxClinicMap *map;
  const CalxPalette   *palette;
  CalxDate             date;
  cairo_t             *cr;
  PangoContext        *context;
  double               y;
} Sheet;

/* Returns how high the text is. */
static double
put (Sheet      *self,
     const char *words,
     double      x,
     double      width,
     double      size,
     gboolean    bold)
{
  CalxPaperTextStyle style = { .size_pt = size, .bold = bold };
  g_autoptr(PangoLayout) layout = calx_paper_text_layout_new (self->context, words, style, width);

  if (self->cr != NULL)
    {
      calx_set_colour (self->cr, &self->palette->text, 1.0);
      calx_paper_text_draw (self->cr, layout, MARGIN + x, self->y);
    }
  return calx_paper_text_get_height (layout);
}

static void
put_paragraph (Sheet      *self,
               const char *words,
               double      size,
               gboolean    bold)
{
  self->y += put (self, words, 0.0, INNER_WIDTH, size, bold) + ROW_GAP;
}

static void
put_rule (Sheet *self)
{
  if (self->cr != NULL)
    {
      cairo_move_to (self->cr, MARGIN, self->y);
      cairo_line_to (self->cr, SHEET_WIDTH - MARGIN, self->y);
      calx_set_colour (self->cr, &self->palette->detail, 1.0);
      cairo_set_line_width (self->cr, 0.6);
      cairo_stroke (self->cr);
    }
  self->y += ROW_GAP;
}

static void
put_figures (Sheet *self)
{
  for (guint view = 0; view < CALX_N_VIEWS && self->cr != NULL; view++)
    {
      CalxBodyTransform transform;

      calx_body_transform_fit (&transform, MARGIN + view * INNER_WIDTH / CALX_N_VIEWS, self->y,
                               INNER_WIDTH / CALX_N_VIEWS, FIGURE_HEIGHT);
      calx_clinic_map_draw_view (self->map, self->cr, view, &transform, self->palette);
    }
  self->y += FIGURE_HEIGHT + GAP;
  self->y += calx_clinic_map_draw_scale (self->map, self->cr, MARGIN, self->y, SCALE_WIDTH, TEXT_SIZE, self->palette);
  put_paragraph (self, calx_clinic_map_get_scale_words (), SMALL_SIZE, FALSE);
}

typedef struct
{
  double x, width;
} Column;

static void
put_row (Sheet             *self,
         const Column      *columns,
         const char *const *cells,
         guint              n,
         gboolean           bold)
{
  double height = 0.0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, put (self, cells[i], columns[i].x, columns[i].width, TEXT_SIZE, bold));
  self->y += height + ROW_GAP;
}

static void
put_classes (Sheet *self)
{
  static const Column columns[] = { { 0.0, 240.0 }, { 250.0, 80.0 }, { 340.0, 190.0 } };
  const CalxSiteCounts *counts = self->map->counts;
  const char *titles[] = { _("Class of the place"), _("Lesions"), _("Patients with a lesion there") };

  put_row (self, columns, titles, G_N_ELEMENTS (columns), TRUE);
  put_rule (self);
  for (guint i = 0; i < CALX_N_SITE_CLASSES; i++)
    {
      g_autofree char *lesions = g_strdup_printf ("%u", counts->classes[i].n_lesions);
      g_autofree char *patients = calx_format_site_share (&counts->classes[i], &counts->all);
      const char *cells[] = { calx_format_site_class (i), lesions, patients };

      put_row (self, columns, cells, G_N_ELEMENTS (columns), FALSE);
    }
}

static void
put_regions (Sheet *self)
{
  static const Column columns[] = { { 0.0, 190.0 }, { 200.0, 130.0 }, { 340.0, 45.0 }, { 390.0, 45.0 },
                                    { 440.0, 45.0 }, { 488.0, 51.0 } };
  const CalxSiteCounts *counts = self->map->counts;
  const char *titles[] = { _("Region"), _("Class"), _("Right"), _("Left"), _("Middle"), _("Patients") };
  g_autoptr(GArray) rows = calx_site_counts_list_rows (counts);

  put_row (self, columns, titles, G_N_ELEMENTS (columns), TRUE);
  put_rule (self);
  for (guint i = 0; i < rows->len; i++)
    {
      const CalxSiteRow *row = &g_array_index (rows, CalxSiteRow, i);
      g_autofree char *right = g_strdup_printf ("%u", row->n_on_side[CALX_SIDE_RIGHT]);
      g_autofree char *left = g_strdup_printf ("%u", row->n_on_side[CALX_SIDE_LEFT]);
      g_autofree char *middle = g_strdup_printf ("%u", row->n_on_side[CALX_SIDE_MIDLINE]);
      g_autofree char *patients = g_strdup_printf ("%u", row->all.n_patients);
      gboolean paired = row->region->side != CALX_SIDE_MIDLINE;
      const char *cells[] = { g_dgettext (GETTEXT_PACKAGE, row->region->name),
                              calx_format_site_class (row->region->site_class), paired ? right : "",
                              paired ? left : "", paired ? "" : middle, patients };

      put_row (self, columns, cells, G_N_ELEMENTS (columns), FALSE);
    }
}

static void
put_published (Sheet *self)
{
  static const Column columns[] = { { 0.0, 255.0 }, { 265.0, 115.0 }, { 390.0, 149.0 } };
  CalxKnowledge *knowledge = self->map->knowledge;
  GPtrArray *sites = calx_prognosis_get_sites (knowledge->prognosis);
  const char *titles[] = { _("Published"), _("This clinic"), _("Source") };

  put_paragraph (self, calx_clinic_map_get_bias_words (), SMALL_SIZE, FALSE);
  put_row (self, columns, titles, G_N_ELEMENTS (columns), TRUE);
  put_rule (self);
  for (guint i = 0; i < sites->len; i++)
    {
      const CalxPrognosisSite *site = g_ptr_array_index (sites, i);
      CalxSiteCount here = calx_site_count_in (self->map->lesions, site->regions);
      g_autofree char *published = calx_format_published_site (site);
      g_autofree char *share = *site->regions != NULL ? calx_format_site_share (&here, &self->map->counts->all)
                                                       : g_strdup ("–");
      g_autofree char *source = calx_format_published_source (site, knowledge->sources);
      const char *cells[] = { published, share, source };

      put_row (self, columns, cells, G_N_ELEMENTS (columns), FALSE);
    }
}

static void
put_sheet (Sheet *self)
{
  g_autofree char *date = calx_format_date (self->date);
  g_autofree char *title = g_strdup_printf (_("The clinic’s lesions, %s"), date);
  g_autofree char *filter = calx_format_site_filter (&self->map->filter, self->map->knowledge);
  g_autofree char *count = calx_format_site_count (&self->map->counts->all);

  self->y = MARGIN;
  put_paragraph (self, title, TITLE_SIZE, TRUE);
  put_paragraph (self, filter, TEXT_SIZE, FALSE);
  put_paragraph (self, count, HEADING_SIZE, TRUE);
  put_figures (self);
  self->y += GAP;
  put_classes (self);
  self->y += GAP;
  if (self->map->counts->all.n_lesions > 0)
    put_regions (self);
  self->y += GAP;
  put_published (self);
  self->y += GAP;
  put_paragraph (self, calx_clinic_map_get_privacy_words (), SMALL_SIZE, FALSE);
  self->y += MARGIN;
}

static void
draw_sheet (cairo_t       *cr,
            gconstpointer  data)
{
  Sheet sheet = *(const Sheet *) data;

  calx_set_colour (cr, &sheet.palette->background, 1.0);
  cairo_paint (cr);
  sheet.cr = cr;
  put_sheet (&sheet);
}

/* "Right thigh, inner: 4; ..." */
static char *
list_regions (const CalxSiteCounts *counts)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < calx_regions_get_n (counts->regions); i++)
    {
      const CalxRegion *region = calx_regions_get (counts->regions, i);
      g_autofree char  *name = calx_format_region (region);

      if (counts->by_region[i].n_lesions > 0)
        g_string_append_printf (words, "%s%s: %u", words->len > 0 ? "; " : "", name, counts->by_region[i].n_lesions);
    }
  return g_string_free (words, FALSE);
}

gboolean
calx_clinic_map_export (const CalxClinicMap  *self,
                        CalxDate              date,
                        const CalxPalette    *palette,
                        const char           *path,
                        GError              **error)
{
  PangoContext *context = calx_paper_text_context_new ();
  Sheet sheet = { .map = self, .palette = palette, .date = date, .context = context };
  CalxPicture picture = { .width = SHEET_WIDTH, .draw = draw_sheet };
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;
  gboolean done;

  g_return_val_if_fail (self != NULL && palette != NULL && path != NULL, FALSE);

  put_sheet (&sheet);
  picture.height = sheet.y;
  count = calx_format_site_count (&self->counts->all);
  words = list_regions (self->counts);
  picture.title = count;
  picture.words = words;
  done = calx_picture_write (&picture, &sheet, path, error);
  g_object_unref (context);
  return done;
}
