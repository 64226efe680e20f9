/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-renderer.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "calx-body-marks.h"
#include "calx-file.h"
#include "calx-format.h"
#include "calx-text.h"

/* The sheet, in points: a title, both views, a key to the signs, and a line for each lesion. As wide
 * as A4 and as high as it needs. */
#define SHEET_WIDTH 595.0
#define MARGIN 28.0
#define TITLE_HEIGHT 30.0
#define TITLE_SIZE 15.0
#define FIGURE_HEIGHT 470.0
#define KEY_HEIGHT 30.0
#define ROW_HEIGHT 15.0
#define ROW_SIZE 9.5
#define PNG_SCALE 2.0

typedef struct
{
  CalxBody          *body;
  GPtrArray         *lesions; /* by number */
  const char        *title;
  const CalxPalette *palette;
  double             height;
} Sheet;

/* Columns of the table, from the left margin. */
static const struct
{
  const char *title;
  double      x, width;
} columns[] = {
  { NC_("lesion table", "No."), 18.0, 24.0 },
  { NC_("lesion table", "Region"), 48.0, 212.0 },
  { NC_("lesion table", "View"), 266.0, 40.0 },
  { NC_("lesion table", "Type"), 312.0, 142.0 },
  { NC_("lesion table", "Size"), 460.0, 79.0 },
};
enum
{
  COLUMN_NUMBER,
  COLUMN_REGION,
  COLUMN_VIEW,
  COLUMN_TYPE,
  COLUMN_SIZE,
};

static int
compare_number (gconstpointer a,
                gconstpointer b)
{
  const CalxLesion *left = *(CalxLesion *const *) a;
  const CalxLesion *right = *(CalxLesion *const *) b;

  return left->number < right->number ? -1 : left->number > right->number;
}

static void
draw_text (const Sheet *self,
           cairo_t     *cr,
           const char  *words,
           double       x,
           double       y,
           double       size,
           double       width,
           gboolean     bold)
{
  CalxText text = { .size = size, .bold = bold, .align_y = 0.5, .width = width,
                    .colour = self->palette->text };

  calx_text_draw (&text, cr, words, x, y);
}

static void
draw_views (const Sheet *self,
            cairo_t     *cr)
{
  double width = (SHEET_WIDTH - 2.0 * MARGIN) / CALX_N_VIEWS;

  for (guint view = 0; view < CALX_N_VIEWS; view++)
    {
      CalxBodyScene     scene = { .body = self->body, .view = view, .lesions = self->lesions };
      CalxBodyTransform transform;

      calx_body_transform_fit (&transform, MARGIN + view * width, MARGIN + TITLE_HEIGHT, width,
                               FIGURE_HEIGHT);
      calx_body_draw_figure (cr, &scene, &transform, self->palette);
      calx_body_draw_lesions (cr, &scene, &transform, self->palette);
    }
}

static void
draw_key (const Sheet *self,
          cairo_t     *cr,
          double       y)
{
  static const double places[CALX_N_BODY_SIGNS] = { 0.0, 190.0, 290.0 };

  for (guint i = 0; i < CALX_N_BODY_SIGNS; i++)
    {
      CalxBodySign sign = calx_body_sign_get (i);
      double x = MARGIN + places[i] + 7.0;

      calx_body_mark_draw (cr, self->palette, x, y, 5.0, sign.ulcerated, sign.healed);
      draw_text (self, cr, sign.words, x + 11.0, y, ROW_SIZE, 0.0, FALSE);
    }
}

static void
draw_rule (const Sheet *self,
           cairo_t     *cr,
           double       y)
{
  cairo_move_to (cr, MARGIN, y);
  cairo_line_to (cr, SHEET_WIDTH - MARGIN, y);
  calx_set_colour (cr, &self->palette->detail, 1.0);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
}

static void
draw_cell (const Sheet *self,
           cairo_t     *cr,
           guint        column,
           const char  *words,
           double       y,
           gboolean     bold)
{
  draw_text (self, cr, words, MARGIN + columns[column].x, y, ROW_SIZE, columns[column].width, bold);
}

static char *
format_place (const Sheet      *self,
              const CalxLesion *lesion)
{
  const CalxRegion *region = calx_regions_find (calx_body_get_regions (self->body), lesion->region_id);

  return region != NULL ? calx_format_region (region) : g_strdup (lesion->region_id);
}

static void
draw_row (const Sheet      *self,
          cairo_t          *cr,
          const CalxLesion *lesion,
          double            y)
{
  g_autofree char  *number = g_strdup_printf ("%d", lesion->number);
  g_autofree char  *place = format_place (self, lesion);
  g_autofree char  *size = calx_format_lesion_size (lesion);

  calx_body_mark_draw (cr, self->palette, MARGIN + 7.0, y, 4.5, lesion->ulcerated == CALX_TERNARY_YES,
                       lesion->healed);
  draw_cell (self, cr, COLUMN_NUMBER, number, y, TRUE);
  draw_cell (self, cr, COLUMN_REGION, place, y, FALSE);
  draw_cell (self, cr, COLUMN_VIEW,
             lesion->view == CALX_VIEW_ANTERIOR ? C_("view of the body", "Front")
                                                : C_("view of the body", "Back"),
             y, FALSE);
  draw_cell (self, cr, COLUMN_TYPE, calx_format_lesion_type (lesion->type), y, FALSE);
  draw_cell (self, cr, COLUMN_SIZE, size, y, FALSE);
}

static void
draw_table (const Sheet *self,
            cairo_t     *cr,
            double       y)
{
  if (self->lesions->len == 0)
    {
      draw_text (self, cr, _("No lesion on the map"), MARGIN, y, ROW_SIZE, 0.0, FALSE);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    draw_cell (self, cr, i, g_dpgettext2 (GETTEXT_PACKAGE, "lesion table", columns[i].title), y, TRUE);
  draw_rule (self, cr, y + ROW_HEIGHT / 2.0);
  for (guint i = 0; i < self->lesions->len; i++)
    draw_row (self, cr, g_ptr_array_index (self->lesions, i), y + (i + 1.15) * ROW_HEIGHT);
}

static void
draw_sheet (const Sheet *self,
            cairo_t     *cr)
{
  double below = MARGIN + TITLE_HEIGHT + FIGURE_HEIGHT;

  calx_set_colour (cr, &self->palette->background, 1.0);
  cairo_paint (cr);
  draw_text (self, cr, self->title, MARGIN, MARGIN + TITLE_SIZE / 2.0, TITLE_SIZE,
             SHEET_WIDTH - 2.0 * MARGIN, TRUE);
  draw_views (self, cr);
  draw_key (self, cr, below + KEY_HEIGHT / 2.0);
  draw_table (self, cr, below + KEY_HEIGHT + ROW_HEIGHT / 2.0);
}

/* ---- formats ---- */

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_png (const Sheet *self,
            GByteArray  *into G_GNUC_UNUSED)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                                         (int) ceil (SHEET_WIDTH * PNG_SCALE),
                                                         (int) ceil (self->height * PNG_SCALE));

  cairo_surface_set_device_scale (surface, PNG_SCALE, PNG_SCALE);
  return surface;
}

static cairo_surface_t *
create_pdf (const Sheet *self,
            GByteArray  *into)
{
  return cairo_pdf_surface_create_for_stream (append_bytes, into, SHEET_WIDTH, self->height);
}

static cairo_surface_t *
create_svg (const Sheet *self,
            GByteArray  *into)
{
  return cairo_svg_surface_create_for_stream (append_bytes, into, SHEET_WIDTH, self->height);
}

/* Letters are outlines in cairo's SVG: who searches it or has it read aloud finds the title and the
 * lesions in its description. */
static GByteArray *
add_words (const Sheet *self,
           GByteArray  *svg)
{
  GByteArray      *described = g_byte_array_new ();
  const char      *start = g_strstr_len ((const char *) svg->data, svg->len, "<svg");
  const char      *end = start != NULL ? memchr (start, '>', svg->len - (gsize) (start - (const char *) svg->data)) : NULL;
  gsize            head = end != NULL ? (gsize) (end + 1 - (const char *) svg->data) : 0;
  g_autofree char *title = g_markup_escape_text (self->title, -1);
  g_autoptr(GString) words = g_string_new (NULL);

  g_string_append_printf (words, "\n<title>%s</title>\n<desc>", title);
  for (guint i = 0; i < self->lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (self->lesions, i);
      g_autofree char  *place = format_place (self, lesion);
      g_autofree char  *escaped = g_markup_escape_text (place, -1);

      g_string_append_printf (words, "%s%d: %s", i > 0 ? "; " : "", lesion->number, escaped);
    }
  g_string_append (words, "</desc>");
  g_byte_array_append (described, svg->data, (guint) head);
  g_byte_array_append (described, (const guint8 *) words->str, (guint) words->len);
  g_byte_array_append (described, svg->data + head, svg->len - (guint) head);
  g_byte_array_unref (svg);
  return described;
}

typedef struct
{
  const char       *suffix;
  gboolean          is_pixels; /* encoded once it is drawn; the others write as they are drawn */
  cairo_surface_t *(*create) (const Sheet *self,
                              GByteArray  *into);
  GByteArray      *(*add_words) (const Sheet *self,
                                 GByteArray  *drawn); /* takes what was drawn; NULL: nothing to add */
} Format;

static const Format formats[] = {
  { ".svg", FALSE, create_svg, add_words },
  { ".png", TRUE, create_png, NULL },
  { ".pdf", FALSE, create_pdf, NULL },
};

static const Format *
find_format (const char  *path,
             GError     **error)
{
  const char *suffix = strrchr (path, '.');

  for (guint i = 0; suffix != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (suffix, formats[i].suffix) == 0)
      return &formats[i];
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("The name of the picture must end in .svg, .png or .pdf"));
  return NULL;
}

static gboolean
check_status (cairo_status_t   status,
              GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

static GBytes *
render (const Sheet   *self,
        const Format  *format,
        GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t      *surface = format->create (self, bytes);
  cairo_t              *cr = cairo_create (surface);
  cairo_status_t        status;

  draw_sheet (self, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS && format->is_pixels)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS && format->add_words != NULL)
    bytes = format->add_words (self, g_steal_pointer (&bytes));
  return check_status (status, error) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

gboolean
calx_body_export (CalxBody           *body,
                  GPtrArray          *lesions,
                  const char         *title,
                  const CalxPalette  *palette,
                  const char         *path,
                  GError            **error)
{
  g_autoptr(GPtrArray) sorted = NULL;
  g_autoptr(GBytes)    bytes = NULL;
  const Format        *format;
  Sheet                sheet = { .body = body, .title = title, .palette = palette };

  g_return_val_if_fail (body != NULL && title != NULL && palette != NULL && path != NULL, FALSE);

  format = find_format (path, error);
  if (format == NULL)
    return FALSE;
  sorted = g_ptr_array_new ();
  for (guint i = 0; lesions != NULL && i < lesions->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (lesions, i));
  g_ptr_array_sort (sorted, compare_number);
  sheet.lesions = sorted;
  sheet.height = 2.0 * MARGIN + TITLE_HEIGHT + FIGURE_HEIGHT + KEY_HEIGHT +
                 (sorted->len + 1.5) * ROW_HEIGHT;
  bytes = render (&sheet, format, error);
  return bytes != NULL && calx_file_write_private (path, bytes, error);
}
