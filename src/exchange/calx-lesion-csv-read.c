/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-csv.h"
#include "calx-finding.h"
#include "calx-lesion-csv-private.h"

#define NO_COLUMN (-1)
#define MM2_PER_CM2 100.0
/* The area is written to 0.01 cm². */
#define AREA_TOLERANCE_CM2 0.0051
#define MAX_BWAT 5
/* Shorter than any infant, taller than any person. */
#define MIN_STATURE_MM 200.0
#define MAX_STATURE_MM 3000.0

/* A file as it is read, and the line at which it stands. */
typedef struct
{
  CalxRegions    *regions;
  CalxFigures    *figures;
  GPtrArray      *faults;
  guint           n_faults;
  int             at[CALX_N_COLUMNS]; /* where each column stands, or NO_COLUMN */
  gsize           n_cells;            /* in the header */
  GHashTable     *seen;               /* session and lesion, or session and number, to the line */
  GHashTable     *sessions;           /* a session's uuid to whose it is, and of which day */
  CalxLesionLine *line;
  char          **cells;
} Reading;

static void
add_fault (Reading *self,
           char    *text)
{
  if (self->n_faults++ < CALX_LESION_CSV_MAX_FAULTS)
    g_ptr_array_add (self->faults, text);
  else
    g_free (text);
}

/* Says what is wrong with the cell of a column and how to mend it. */
static void G_GNUC_PRINTF (3, 4)
refuse (Reading         *self,
        CalxLesionColumn column,
        const char      *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  add_fault (self, g_strdup_printf (_("line %u, column %s: %s"), self->line->line, calx_lesion_column_get_name (column),
                                    message));
}

static const char *
cell (Reading         *self,
      CalxLesionColumn column)
{
  return self->at[column] == NO_COLUMN ? "" : self->cells[self->at[column]];
}

/* One of the texts that @to_id gives for 0 to @n - 1. */
static guint
read_choice (Reading         *self,
             CalxLesionColumn column,
             const char    *(*to_id) (guint),
             guint            n)
{
  const char *text = cell (self, column);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (to_id (i), text))
        return i;
      if (*to_id (i) != '\0')
        g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", to_id (i));
    }
  refuse (self, column, _("“%s” is none of those known. Write %s, or nothing where it is not known"), text, all->str);
  return 0;
}

static const char *
type_to_id (guint i)
{
  return calx_lesion_type_to_id (i);
}

static const char *
ternary_to_id (guint i)
{
  return calx_ternary_to_id (i);
}

static const char *
diagnosis_to_id (guint i)
{
  return calx_diagnosis_to_id (i);
}

/* @low to @high, or @fallback of an empty cell. */
static double
read_number (Reading         *self,
             CalxLesionColumn column,
             double           low,
             double           high,
             double           fallback)
{
  const char *text = cell (self, column);
  double value;

  if (*text == '\0')
    return fallback;
  if (calx_number_parse (text, &value) && value >= low && value <= high)
    return value;
  refuse (self, column, _("“%s” is not a number from %g to %g. Write it like 12 or 12.5, or nothing where it is not known"),
          text, low, high);
  return fallback;
}

static int
read_whole (Reading         *self,
            CalxLesionColumn column,
            int              low,
            int              high,
            int              fallback)
{
  const char *text = cell (self, column);
  gint64 value;

  if (*text == '\0')
    return fallback;
  if (g_ascii_string_to_signed (text, 10, low, high, &value, NULL))
    return (int) value;
  refuse (self, column, _("“%s” is not a whole number from %d to %d. Write one, or nothing where it is not known"), text,
          low, high);
  return fallback;
}

static gboolean
read_boolean (Reading         *self,
              CalxLesionColumn column)
{
  const char *text = cell (self, column);

  if (*text != '\0' && !g_str_equal (text, "yes") && !g_str_equal (text, "no"))
    refuse (self, column, _("“%s” is neither yes nor no"), text);
  return g_str_equal (text, "yes");
}

/* "" where it is no uuid. */
static char *
read_uuid (Reading         *self,
           CalxLesionColumn column)
{
  const char *text = cell (self, column);

  if (*text == '\0' || g_uuid_string_is_valid (text))
    return g_strdup (text);
  refuse (self, column, _("“%s” is not an id of Calx. Leave the cell empty for one that is new"), text);
  return g_strdup ("");
}

static void
read_identity (Reading *self)
{
  CalxLesionLine *line = self->line;

  g_free (line->patient_uuid);
  line->patient_uuid = read_uuid (self, CALX_COLUMN_PATIENT);
  g_free (line->session_uuid);
  line->session_uuid = read_uuid (self, CALX_COLUMN_SESSION);
  g_free (line->record_number);
  line->record_number = g_strdup (cell (self, CALX_COLUMN_RECORD_NUMBER));
  if (*cell (self, CALX_COLUMN_PATIENT) == '\0' && *line->record_number == '\0')
    refuse (self, CALX_COLUMN_PATIENT, _("is empty, and so is record_number. One of the two must say whose lesion it is"));
  if (!calx_date_parse_day (cell (self, CALX_COLUMN_SESSION_DATE), &line->session_date))
    refuse (self, CALX_COLUMN_SESSION_DATE, _("“%s” is not a day. Write it as 2026-11-20"),
            cell (self, CALX_COLUMN_SESSION_DATE));
}

/* "L3" or "3" */
static int
read_lesion_number (Reading *self)
{
  const char *text = cell (self, CALX_COLUMN_NUMBER);
  gint64 number;

  if (*text == '\0')
    return 0;
  if (g_ascii_string_to_signed (text + (*text == 'L'), 10, 1, G_MAXINT, &number, NULL))
    return (int) number;
  refuse (self, CALX_COLUMN_NUMBER, _("“%s” is not a lesion’s number. Write L1, L2, ..., or nothing for the next one"), text);
  return 0;
}

/* @has_view: FALSE where that was refused, and @view stands in for it. */
static const CalxRegion *
read_region (Reading *self,
             gboolean has_view,
             CalxView view)
{
  const char *id = cell (self, CALX_COLUMN_REGION);
  const CalxRegion *region = calx_regions_find (self->regions, id);
  const char *side = cell (self, CALX_COLUMN_SIDE);

  if (region == NULL)
    refuse (self, CALX_COLUMN_REGION, _("there is no region “%s”. Write the id that an export writes, like calf_r"), id);
  else if (has_view && !region->in_view[view])
    refuse (self, CALX_COLUMN_REGION, _("“%s” is not in the %s view. Correct the region or the view"), id,
            calx_view_to_id (view));
  else if (*side != '\0' && !g_str_equal (side, calx_side_to_id (region->side)))
    refuse (self, CALX_COLUMN_SIDE, _("“%s” is not the side of %s, which is %s. Correct one of the two, or leave the side "
                                      "empty"),
            side, id, calx_side_to_id (region->side));
  return region;
}

/* Where the file says neither, a fault; the place is then read as on the figure that stands in for it. */
static double
read_stature (Reading   *self,
              CalxFigure figure)
{
  if (*cell (self, CALX_COLUMN_STATURE) == '\0' && *cell (self, CALX_COLUMN_FIGURE) == '\0')
    refuse (self, CALX_COLUMN_STATURE, _("is empty, and so is figure. Write the figure, or what x_mm and y_mm are measured on"));
  return read_number (self, CALX_COLUMN_STATURE, MIN_STATURE_MM, MAX_STATURE_MM,
                      calx_figures_get_stature_mm (self->figures, figure));
}

static double
read_mm (Reading         *self,
         CalxLesionColumn column,
         double           low,
         double           high)
{
  const char *text = cell (self, column);
  double stature_mm = self->line->stature_mm;
  double fraction;

  if (calx_fraction_from_mm (text, stature_mm, &fraction) && fraction >= low && fraction <= high)
    return fraction;
  refuse (self, column, _("“%s” is not a number of millimetres from %.0f to %.0f, which a figure of %g mm has"), text,
          low * stature_mm, high * stature_mm, stature_mm);
  return 0.0;
}

/* The lesion with its identity and place; the rest is not known yet. */
static CalxLesion *
read_place (Reading *self)
{
  CalxLesionLine *line = self->line;
  const char *figure_id = cell (self, CALX_COLUMN_FIGURE);
  g_autofree char *uuid = read_uuid (self, CALX_COLUMN_LESION);
  int number = read_lesion_number (self);
  CalxFigure figure = CALX_FIGURE_WOMAN;
  gboolean has_figure = calx_figure_from_id (figure_id, &figure);
  CalxView view = CALX_VIEW_ANTERIOR;
  gboolean has_view;
  const CalxRegion *region;
  CalxLesion *lesion;
  double x;
  double y;

  if (!has_figure && *figure_id != '\0')
    refuse (self, CALX_COLUMN_FIGURE, _("there is no figure “%s”. Write woman, man, woman-large, man-large, child or infant"),
            figure_id);
  has_view = calx_view_from_id (cell (self, CALX_COLUMN_VIEW), &view);
  if (!has_view)
    refuse (self, CALX_COLUMN_VIEW, _("“%s” is not a view. Write anterior or posterior"), cell (self, CALX_COLUMN_VIEW));
  region = read_region (self, has_view, view);
  line->stature_mm = read_stature (self, figure);
  x = read_mm (self, CALX_COLUMN_X, -CALX_LESION_MAX_X, CALX_LESION_MAX_X);
  y = read_mm (self, CALX_COLUMN_Y, 0.0, CALX_LESION_MAX_Y);
  lesion = calx_lesion_new (MAX (number, 1), view, x, y, region != NULL ? region->id : "");
  line->has_number = number > 0;
  line->has_uuid = *uuid != '\0';
  if (line->has_uuid)
    calx_lesion_set_uuid (lesion, uuid);
  if (has_figure)
    calx_lesion_set_figure (lesion, figure);
  return lesion;
}

static GArray *
parse_outline (const char *text)
{
  g_autoptr(GArray) outline = g_array_new (FALSE, FALSE, sizeof (CalxPointMm));
  g_auto(GStrv) points = g_strsplit (text, ";", CALX_OUTLINE_MAX_POINTS + 2);

  for (guint i = 0; points[i] != NULL; i++)
    {
      g_auto(GStrv) both = g_strsplit (g_strstrip (points[i]), " ", 3);
      CalxPointMm point;

      if (g_strv_length (both) != 2 || !calx_number_parse (both[0], &point.x_mm) ||
          !calx_number_parse (both[1], &point.y_mm))
        return NULL;
      g_array_append_val (outline, point);
    }
  return g_steal_pointer (&outline);
}

/* Length, width and angle of an outline are those of the outline: where the file gives others, one of the two is
 * wrong. */
static void
check_size (Reading         *self,
            CalxLesionColumn column,
            double           given,
            double           follows,
            double           tolerance)
{
  if (*cell (self, column) == '\0' || !isfinite (given) || fabs (given - follows) <= tolerance)
    return;
  refuse (self, column, _("“%s” does not fit the outline or the size, from which %g follows. Correct one of them, or leave "
                          "this cell empty"),
          cell (self, column), follows);
}

static void
read_outline (Reading    *self,
              CalxLesion *lesion)
{
  const char *text = cell (self, CALX_COLUMN_OUTLINE);
  double length_mm = lesion->length_mm;
  double width_mm = lesion->width_mm;
  double angle_deg = lesion->angle_deg;
  g_autoptr(GArray) outline = NULL;

  if (*text == '\0')
    return;
  outline = parse_outline (text);
  if (outline == NULL || !calx_lesion_set_outline (lesion, outline))
    {
      refuse (self, CALX_COLUMN_OUTLINE, _("is no outline. Write %d to %d points as “x y;x y;x y”, in millimetres within %g"),
              CALX_OUTLINE_MIN_POINTS, CALX_OUTLINE_MAX_POINTS, CALX_LESION_MAX_SIZE_MM);
      return;
    }
  check_size (self, CALX_COLUMN_LENGTH, length_mm, lesion->length_mm, 0.051);
  check_size (self, CALX_COLUMN_WIDTH, width_mm, lesion->width_mm, 0.051);
  check_size (self, CALX_COLUMN_ANGLE, angle_deg, lesion->angle_deg, 0.051);
}

static void
check_shape (Reading          *self,
             const CalxLesion *lesion)
{
  const char *text = cell (self, CALX_COLUMN_SHAPE);
  const char *shape = calx_lesion_shape_to_id (calx_lesion_get_shape (lesion));
  double area_cm2 = read_number (self, CALX_COLUMN_AREA, 0.0, 1e5, NAN);
  double mm2 = 0.0;

  if (*text != '\0' && !g_str_equal (text, shape))
    refuse (self, CALX_COLUMN_SHAPE, _("“%s” does not fit size and outline, which make it “%s”. Correct them, or leave this "
                                       "cell empty"),
            text, shape);
  if (isnan (area_cm2))
    return;
  if (calx_lesion_get_area_mm2 (lesion, &mm2))
    check_size (self, CALX_COLUMN_AREA, area_cm2, mm2 / MM2_PER_CM2, AREA_TOLERANCE_CM2);
  else
    refuse (self, CALX_COLUMN_AREA, _("an area follows from length and width, or from an outline. Write those, and leave "
                                      "this cell empty"));
}

static void
read_size (Reading    *self,
           CalxLesion *lesion)
{
  lesion->type = read_choice (self, CALX_COLUMN_TYPE, type_to_id, CALX_N_LESION_TYPES);
  lesion->length_mm = read_number (self, CALX_COLUMN_LENGTH, 0.0, CALX_LESION_MAX_SIZE_MM, CALX_SIZE_UNKNOWN_MM);
  lesion->width_mm = read_number (self, CALX_COLUMN_WIDTH, 0.0, CALX_LESION_MAX_SIZE_MM, CALX_SIZE_UNKNOWN_MM);
  lesion->angle_deg = read_number (self, CALX_COLUMN_ANGLE, 0.0, 180.0, 0.0);
  if (lesion->angle_deg == 180.0)
    lesion->angle_deg = 0.0;
  read_outline (self, lesion);
  check_shape (self, lesion);
}

static void
read_dates (Reading    *self,
            CalxLesion *lesion)
{
  const char *seen = cell (self, CALX_COLUMN_SEEN);

  if (!calx_date_parse (cell (self, CALX_COLUMN_ONSET), &lesion->onset))
    refuse (self, CALX_COLUMN_ONSET, _("“%s” is not a date. Write 2025, 2025-12 or 2025-12-31, or nothing"),
            cell (self, CALX_COLUMN_ONSET));
  else if (calx_date_is_known (lesion->onset) && calx_date_is_day (self->line->session_date) &&
           calx_date_compare (calx_date_earliest (lesion->onset), self->line->session_date) > 0)
    refuse (self, CALX_COLUMN_ONSET, _("“%s” is after the session. Correct one of the two"), cell (self, CALX_COLUMN_ONSET));
  if (*seen == '\0')
    return;
  if (!calx_date_parse_day (seen, &lesion->seen))
    refuse (self, CALX_COLUMN_SEEN, _("“%s” is not a day. Write it as 2026-11-20, or nothing for the day of the session"), seen);
  else if (calx_date_is_day (self->line->session_date) && calx_date_compare (lesion->seen, self->line->session_date) > 0)
    refuse (self, CALX_COLUMN_SEEN, _("“%s” is after the session. Correct one of the two"), seen);
}

static void
read_signs (Reading    *self,
            CalxLesion *lesion)
{
  for (guint sign = 0; sign < CALX_N_LESION_SIGNS; sign++)
    if (!calx_lesion_sign_value_from_id (sign, cell (self, CALX_COLUMN_SIGNS + sign), &lesion->signs[sign]))
      {
        g_autoptr(GString) all = g_string_new (NULL);

        for (guint value = 1; value < calx_lesion_sign_get_n_values (sign); value++)
          g_string_append_printf (all, "%s%s", value > 1 ? ", " : "", calx_lesion_sign_value_to_id (sign, value));
        refuse (self, CALX_COLUMN_SIGNS + sign,
                _("“%s” is none of those known. Write %s, or nothing where it is not known"),
                cell (self, CALX_COLUMN_SIGNS + sign), all->str);
      }
  for (guint item = 0; item < CALX_N_BWAT_ITEMS; item++)
    lesion->bwat[item] = (guint8) read_whole (self, CALX_COLUMN_BWAT + item, 1, MAX_BWAT, CALX_BWAT_NOT_SCORED);
}

static void
read_state (Reading    *self,
            CalxLesion *lesion)
{
  lesion->ulcerated = read_choice (self, CALX_COLUMN_ULCERATED, ternary_to_id, CALX_TERNARY_YES + 1);
  lesion->pain = read_whole (self, CALX_COLUMN_PAIN, 0, CALX_PAIN_MAX, CALX_PAIN_UNKNOWN);
  lesion->diagnosis = read_choice (self, CALX_COLUMN_DIAGNOSIS, diagnosis_to_id, CALX_DIAGNOSIS_OTHER + 1);
  lesion->healed = read_boolean (self, CALX_COLUMN_HEALED);
  lesion->sentinel = read_boolean (self, CALX_COLUMN_SENTINEL);
  if (lesion->healed && lesion->sentinel)
    refuse (self, CALX_COLUMN_SENTINEL, _("a healed lesion is not the one to follow. Write no"));
  read_dates (self, lesion);
  read_signs (self, lesion);
  calx_lesion_set_note (lesion, cell (self, CALX_COLUMN_NOTE));
}

/* What stands once in a session stands on one line: @what is a lesion's id or number. */
static void
check_once (Reading         *self,
            CalxLesionColumn column,
            const char      *what)
{
  CalxLesionLine *line = self->line;
  g_autofree char *date = calx_date_to_iso (line->session_date);
  g_autofree char *key = g_strdup_printf ("%s/%s/%s/%s/%s", line->patient_uuid, line->record_number,
                                          line->session_uuid, date, what);
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));

  if (first > 0)
    refuse (self, column, _("“%s” stands on line %u already, in the same session. Remove one of the two"),
            cell (self, column), first);
  else
    g_hash_table_insert (self->seen, g_steal_pointer (&key), GUINT_TO_POINTER (line->line));
}

/* A session is of one patient and one day. */
static void
check_session (Reading *self)
{
  CalxLesionLine *line = self->line;
  g_autofree char *date = calx_date_to_iso (line->session_date);
  g_autofree char *whose = g_strdup_printf ("%s/%s/%s", line->patient_uuid, line->record_number, date);
  const char *before;

  if (*line->session_uuid == '\0')
    return;
  before = g_hash_table_lookup (self->sessions, line->session_uuid);
  if (before == NULL)
    g_hash_table_insert (self->sessions, g_strdup (line->session_uuid), g_steal_pointer (&whose));
  else if (!g_str_equal (before, whose))
    refuse (self, CALX_COLUMN_SESSION, _("“%s” stands on an earlier line with another patient or day. Correct one of the two"),
            line->session_uuid);
}

static void
read_line (Reading *self)
{
  read_identity (self);
  self->line->lesion = read_place (self);
  read_size (self, self->line->lesion);
  read_state (self, self->line->lesion);
  if (self->line->has_uuid)
    check_once (self, CALX_COLUMN_LESION, self->line->lesion->uuid);
  if (self->line->has_number)
    {
      g_autofree char *number = g_strdup_printf ("L%d", self->line->lesion->number);

      check_once (self, CALX_COLUMN_NUMBER, number);
    }
}

static int
find_column (const char *name)
{
  for (CalxLesionColumn column = 0; column < CALX_N_COLUMNS; column++)
    if (g_str_equal (calx_lesion_column_get_name (column), name))
      return column;
  return NO_COLUMN;
}

static void
read_header (Reading *self,
             char   **cells,
             gsize    n_cells)
{
  static const CalxLesionColumn needed[] = { CALX_COLUMN_SESSION_DATE, CALX_COLUMN_VIEW, CALX_COLUMN_X, CALX_COLUMN_Y,
                                             CALX_COLUMN_REGION };

  for (int i = 0; i < CALX_N_COLUMNS; i++)
    self->at[i] = NO_COLUMN;
  self->n_cells = n_cells;
  for (gsize i = 0; i < n_cells; i++)
    {
      g_autofree char *name = g_utf8_make_valid (cells[i], -1);
      int column = find_column (name);

      if (column == NO_COLUMN)
        add_fault (self, g_strdup_printf (_("line 1: there is no column “%s”. Remove it, or name it as an export does"), name));
      else if (self->at[column] != NO_COLUMN)
        add_fault (self, g_strdup_printf (_("line 1: the column %s stands twice. Remove one of them"), name));
      else
        self->at[column] = (int) i;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (needed); i++)
    if (self->at[needed[i]] == NO_COLUMN)
      add_fault (self, g_strdup_printf (_("line 1: the column %s is missing. Add it"), calx_lesion_column_get_name (needed[i])));
  if (self->at[CALX_COLUMN_PATIENT] == NO_COLUMN && self->at[CALX_COLUMN_RECORD_NUMBER] == NO_COLUMN)
    add_fault (self, g_strdup (_("line 1: the columns patient and record_number are missing. Add one of them")));
}

static gboolean
is_text (char **cells)
{
  for (gsize i = 0; cells[i] != NULL; i++)
    if (!g_utf8_validate (cells[i], -1, NULL))
      return FALSE;
  return TRUE;
}

static gboolean
is_empty (char **cells)
{
  for (gsize i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static void
read_row (Reading   *self,
          char     **cells,
          gsize      n_cells,
          guint      number,
          GPtrArray *lines)
{
  g_autoptr(CalxLesionLine) line = calx_lesion_line_new ();

  if (is_empty (cells))
    return;
  if (n_cells != self->n_cells)
    {
      add_fault (self, g_strdup_printf (_("line %u: has %" G_GSIZE_FORMAT " cells where the header has %" G_GSIZE_FORMAT
                                          ". Quote a text that holds a comma"),
                                        number, n_cells, self->n_cells));
      return;
    }
  if (!is_text (cells))
    {
      add_fault (self, g_strdup_printf (_("line %u: is not UTF-8 text. Save the file as UTF-8"), number));
      return;
    }
  line->line = number;
  self->line = line;
  self->cells = cells;
  read_line (self);
  check_session (self);
  g_ptr_array_add (lines, g_steal_pointer (&line));
}

static gboolean
read_rows (Reading       *self,
           CalxCsvReader *reader,
           GPtrArray     *lines,
           GError       **error)
{
  gboolean has_header = FALSE;

  for (;;)
    {
      g_autoptr(GError) fault = NULL;
      g_auto(GStrv) cells = NULL;
      gsize n_cells = 0;

      cells = calx_csv_reader_next (reader, &n_cells, &fault);
      if (fault != NULL && fault->domain != CALX_CSV_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return FALSE;
        }
      if (fault != NULL)
        {
          add_fault (self, g_strdup_printf (_("line %u: %s"), calx_csv_reader_get_line (reader), fault->message));
          if (g_error_matches (fault, CALX_CSV_ERROR, CALX_CSV_ERROR_SIZE))
            return TRUE;
        }
      else if (cells == NULL)
        break;
      else if (!has_header)
        {
          read_header (self, cells, n_cells);
          has_header = TRUE;
          if (self->n_faults > 0)
            return TRUE;
        }
      else
        read_row (self, cells, n_cells, calx_csv_reader_get_line (reader), lines);
    }
  if (!has_header)
    add_fault (self, g_strdup (_("line 1: the file is empty. Its first line names the columns")));
  return TRUE;
}

GPtrArray *
calx_lesion_csv_read (CalxRegions  *regions,
                      CalxFigures  *figures,
                      GInputStream *input,
                      GPtrArray    *faults,
                      GError      **error)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_line_free);
  g_autoptr(CalxCsvReader) reader = NULL;
  g_autoptr(GHashTable) seen = NULL;
  g_autoptr(GHashTable) sessions = NULL;
  Reading self = { .regions = regions, .figures = figures, .faults = faults };

  g_return_val_if_fail (regions != NULL && figures != NULL, NULL);
  g_return_val_if_fail (input != NULL && faults != NULL, NULL);

  reader = calx_csv_reader_new (input);
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.seen = seen;
  self.sessions = sessions;
  if (!read_rows (&self, reader, lines, error))
    return NULL;
  if (self.n_faults > CALX_LESION_CSV_MAX_FAULTS)
    g_ptr_array_add (faults, g_strdup_printf (_("and %u more"), self.n_faults - CALX_LESION_CSV_MAX_FAULTS));
  return self.n_faults == 0 ? g_steal_pointer (&lines) : NULL;
}
