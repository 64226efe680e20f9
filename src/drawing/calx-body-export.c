/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-renderer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-body-sign.h"
#include "calx-format.h"
#include "calx-picture.h"
#include "calx-text.h"

/* The sheet, in points: a title, both views, a key to the signs, and a line for each lesion. As wide
 * as A4 and as high as it needs. */
#define SHEET_WIDTH 595.0
#define MARGIN 28.0
#define TITLE_HEIGHT 30.0
#define TITLE_SIZE 15.0
#define FIGURE_HEIGHT 470.0
#define INSET_COLUMNS 4
#define INSET_HEIGHT 150.0
#define INSET_GAP 5.0
#define KEY_COLUMNS 3
#define KEY_ROW_HEIGHT 18.0
#define KEY_GAP 10.0
#define ROW_HEIGHT 17.0
#define ROW_SIZE 9.5

typedef struct
{
  CalxBody          *body;
  CalxBodyScene      scene;
  GPtrArray         *lesions; /* by number */
  GPtrArray         *insets;  /* CalxBodyInset, those that hold lesions */
  const char        *title;
  const CalxPalette *palette;
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
      CalxBodyScene     scene = self->scene;
      CalxBodyTransform transform;

      scene.view = view;
      calx_body_transform_fit (&transform, MARGIN + view * width, MARGIN + TITLE_HEIGHT, width,
                               FIGURE_HEIGHT);
      calx_body_draw_figure (cr, &scene, &transform, self->palette);
      calx_body_draw_lesions (cr, &scene, &transform, self->palette);
    }
}

static double
insets_height (const Sheet *self)
{
  return (self->insets->len + INSET_COLUMNS - 1) / INSET_COLUMNS * INSET_HEIGHT;
}

static void
draw_insets (const Sheet *self,
             cairo_t     *cr,
             double       y)
{
  double width = (SHEET_WIDTH - 2.0 * MARGIN) / INSET_COLUMNS;

  for (guint i = 0; i < self->insets->len; i++)
    {
      double  x = MARGIN + i % INSET_COLUMNS * width, top = y + i / INSET_COLUMNS * INSET_HEIGHT;
      CalxBox box = { x + INSET_GAP, top, x + width - INSET_GAP, top + INSET_HEIGHT - INSET_GAP };

      calx_body_draw_inset (cr, &self->scene, g_ptr_array_index (self->insets, i), &box, ROW_SIZE, self->palette);
    }
}

static guint
count_signs (const Sheet *self)
{
  guint n = 0;

  for (guint i = 0; i < CALX_N_BODY_SIGNS; i++)
    n += calx_body_sign_is_used (i, self->lesions, NULL) ? 1 : 0;
  return n;
}

static double
key_height (const Sheet *self)
{
  return (count_signs (self) + KEY_COLUMNS - 1) / KEY_COLUMNS * KEY_ROW_HEIGHT + KEY_GAP;
}

/* Of the signs that are on the map. */
static void
draw_key (const Sheet *self,
          cairo_t     *cr,
          double       y)
{
  double width = (SHEET_WIDTH - 2.0 * MARGIN) / KEY_COLUMNS;
  guint  n = 0;

  for (guint i = 0; i < CALX_N_BODY_SIGNS; i++)
    {
      CalxBodySign sign = calx_body_sign_get (i);
      double       x = MARGIN + n % KEY_COLUMNS * width + 9.0;
      double       row = y + (n / KEY_COLUMNS + 0.5) * KEY_ROW_HEIGHT;

      if (!calx_body_sign_is_used (i, self->lesions, NULL))
        continue;
      calx_body_sign_draw (&sign, cr, self->palette, x, row, 5.5);
      draw_text (self, cr, sign.words, x + 13.0, row, ROW_SIZE, width - 24.0, FALSE);
      n++;
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
  g_autofree char  *number = g_strdup_printf ("L%d", lesion->number);
  g_autofree char  *place = format_place (self, lesion);
  g_autofree char  *size = calx_format_lesion_size (lesion);
  CalxBodyLook      look = calx_body_look_of (lesion);

  calx_body_look_draw (&look, cr, self->palette, MARGIN + 7.0, y, 5.0);
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
draw_sheet (cairo_t       *cr,
            gconstpointer  data)
{
  const Sheet *self = data;
  double below = MARGIN + TITLE_HEIGHT + FIGURE_HEIGHT;

  calx_set_colour (cr, &self->palette->background, 1.0);
  cairo_paint (cr);
  draw_text (self, cr, self->title, MARGIN, MARGIN + TITLE_SIZE / 2.0, TITLE_SIZE,
             SHEET_WIDTH - 2.0 * MARGIN, TRUE);
  draw_views (self, cr);
  draw_insets (self, cr, below);
  below += insets_height (self);
  draw_key (self, cr, below);
  draw_table (self, cr, below + key_height (self) + ROW_HEIGHT / 2.0);
}

/* "L1: Left thigh, inner; 2: ..." */
static char *
list_lesions (const Sheet *self)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (self->lesions, i);
      g_autofree char  *place = format_place (self, lesion);

      g_string_append_printf (words, "%sL%d: %s", i > 0 ? "; " : "", lesion->number, place);
    }
  return g_string_free (words, FALSE);
}

gboolean
calx_body_export (const CalxBodyScene *scene,
                  const char         *title,
                  const CalxPalette  *palette,
                  const char         *path,
                  GError            **error)
{
  g_autoptr(GPtrArray) sorted = NULL;
  g_autofree char     *words = NULL;
  g_autoptr(GPtrArray) insets = NULL;
  Sheet                sheet = { .title = title, .palette = palette };
  CalxPicture          picture = { .width = SHEET_WIDTH, .draw = draw_sheet, .title = title };

  g_return_val_if_fail (scene != NULL && scene->body != NULL && title != NULL && palette != NULL && path != NULL, FALSE);

  sorted = g_ptr_array_new ();
  for (guint i = 0; scene->lesions != NULL && i < scene->lesions->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (scene->lesions, i));
  g_ptr_array_sort (sorted, compare_number);
  insets = calx_body_list_insets (scene->body, sorted);
  sheet.body = scene->body;
  sheet.scene = *scene;
  sheet.scene.lesions = sorted;
  sheet.scene.times = NULL; /* which go by another order */
  sheet.scene.on_paper = TRUE;
  sheet.lesions = sorted;
  sheet.insets = insets;
  words = list_lesions (&sheet);
  picture.words = words;
  picture.height = 2.0 * MARGIN + TITLE_HEIGHT + FIGURE_HEIGHT + insets_height (&sheet) + key_height (&sheet) + (sorted->len + 1.5) * ROW_HEIGHT;
  return calx_picture_write (&picture, &sheet, path, error);
}
