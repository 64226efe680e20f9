/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cohort-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "calx-facts.h"

/* Of a value quoted in a message: enough to find it. */
#define MAX_SHOWN_CHARS 60

static void add_error (CalxCohortRow          *row,
                       const CalxCohortColumn *column,
                       const char             *cell,
                       const char             *format,
                       ...) G_GNUC_PRINTF (4, 5);

static char *
show_value (const char *cell)
{
  g_autofree char *valid = g_utf8_make_valid (cell, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= MAX_SHOWN_CHARS)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MAX_SHOWN_CHARS);
  return g_strconcat (start, "…", NULL);
}

static void
add_error (CalxCohortRow          *row,
           const CalxCohortColumn *column,
           const char             *cell,
           const char             *format,
           ...)
{
  g_autofree char *why = NULL;
  g_autofree char *shown = show_value (cell);
  va_list arguments;

  va_start (arguments, format);
  why = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (row->errors, g_strdup_printf (_("line %u, column %s, value “%s”: %s"), row->line,
                                                 column->name, shown, why));
}

/* A sentence to stand in a list: without its full stop. */
static char *
without_full_stop (char *sentence)
{
  gsize length = strlen (sentence);

  if (length > 0 && sentence[length - 1] == '.')
    sentence[length - 1] = '\0';
  return sentence;
}

/* Blanks at the ends; nothing else is taken off. */
static char *
trim (const char *cell)
{
  gsize length;

  cell += strspn (cell, " \t");
  length = strlen (cell);
  while (length > 0 && (cell[length - 1] == ' ' || cell[length - 1] == '\t'))
    length--;
  return g_strndup (cell, length);
}

static char *
list_choices (const CalxInput *input)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < input->n_choices; i++)
    g_string_append_printf (list, "%s%s", i == 0 ? "" : ", ", input->choices[i].id);
  return g_string_free (list, FALSE);
}

/* The form that files have, stricter than what people may type. NULL: it has it; otherwise why not. */
static char *
check_form (const CalxInput *input,
            const char      *text)
{
  CalxDate date;
  double number;

  switch (input->kind)
    {
    case CALX_INPUT_BOOLEAN:
      if (!g_str_equal (text, "yes") && !g_str_equal (text, "no"))
        return g_strdup (_("it must be yes or no"));
      return NULL;
    case CALX_INPUT_CHOICE:
      if (calx_input_find_choice (input, text) == NULL)
        {
          g_autofree char *choices = list_choices (input);

          return g_strdup_printf (_("it must be one of %s"), choices);
        }
      return NULL;
    case CALX_INPUT_DATE:
      if (!calx_date_parse_day (text, &date))
        return g_strdup (_("it must be a date, written YYYY-MM-DD"));
      return NULL;
    case CALX_INPUT_NUMBER:
    default:
      if (strchr (text, ',') != NULL)
        return g_strdup (_("a comma; files have a decimal point and no grouping"));
      if (text[strspn (text, "-.0123456789")] != '\0' || !calx_number_parse (text, &number))
        return g_strdup (_("it is not a number"));
      return NULL;
    }
}

static void
read_input (CalxCohortRow          *row,
            const CalxCohortColumn *column,
            const char             *text)
{
  const CalxInput *input = column->input;
  CalxFinding finding = CALX_FINDING_INIT;
  g_autoptr(CalxFindings) before = NULL;
  g_autofree char *why = check_form (input, text);
  g_autofree char *message = NULL;

  if (why != NULL)
    {
      add_error (row, column, text, "%s", why);
      return;
    }
  finding.state = CALX_FINDING_VALUE;
  if (input->kind == CALX_INPUT_BOOLEAN && g_str_equal (text, "no"))
    finding.state = CALX_FINDING_ABSENT;
  else
    finding.text = text;
  if (column->unit != NULL)
    finding.unit = g_intern_string (column->unit->code);

  switch (calx_finding_check (&finding, input, row->date, &message))
    {
    case CALX_FINDING_ERROR:
      add_error (row, column, text, "%s", without_full_stop (message));
      return;
    case CALX_FINDING_SOFT:
      g_ptr_array_add (row->warnings, g_strdup_printf ("%s: %s", column->name, without_full_stop (message)));
      break;
    case CALX_FINDING_OK:
    default:
      break;
    }
  before = g_steal_pointer (&row->findings);
  row->findings = calx_findings_with (before, input->index, &finding);
}

static const CalxCohortColumn *
find_column (GArray     *columns,
             const char *input_id)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const CalxCohortColumn *column = &g_array_index (columns, CalxCohortColumn, i);

      if (column->input != NULL && g_str_equal (column->input->id, input_id))
        return column;
    }
  return NULL;
}

/* A BMI that the engine would compute obeys the limits of an entered one (spec.md, Inputs). */
static void
check_computed_bmi (CalxCohortRow *row,
                    GArray        *columns)
{
  const CalxFacts facts = { row->findings, row->date };
  const CalxCohortColumn *weight = find_column (columns, "weight");
  const CalxCohortColumn *height = find_column (columns, "height");
  g_autofree char *message = NULL;

  if (weight == NULL || height == NULL || calx_facts_check_bmi (&facts, &message))
    return;
  g_ptr_array_add (row->errors,
                   g_strdup_printf (_("line %u, columns %s and %s, values “%s” and “%s”: %s"), row->line,
                                    weight->name, height->name,
                                    calx_findings_get (row->findings, weight->input->index)->text,
                                    calx_findings_get (row->findings, height->input->index)->text,
                                    message));
}

static void
read_cell (CalxCohortRow          *row,
           const CalxCohortColumn *column,
           const char             *cell)
{
  g_autofree char *text = NULL;

  if (column->kind == CALX_COHORT_COLUMN_SKIPPED)
    return;
  if (!g_utf8_validate (cell, -1, NULL))
    {
      add_error (row, column, cell, "%s", _("it is not UTF-8 text"));
      return;
    }
  text = trim (cell);
  if (column->kind == CALX_COHORT_COLUMN_PATIENT_ID)
    {
      if (text[0] == '\0')
        add_error (row, column, text, "%s", _("a patient needs an id"));
      g_free (row->patient_id);
      row->patient_id = g_steal_pointer (&text);
    }
  else if (text[0] == '\0')
    return; /* unknown */
  else if (column->kind == CALX_COHORT_COLUMN_INPUT)
    read_input (row, column, text);
  else if (!calx_date_parse_day (text, &row->date))
    add_error (row, column, text, "%s", _("it must be a date, written YYYY-MM-DD"));
}

static CalxCohortRow *
row_new (CalxInputs *inputs,
         guint       line)
{
  CalxCohortRow *row = g_new0 (CalxCohortRow, 1);

  row->line = line;
  row->patient_id = g_strdup ("");
  row->date = CALX_DATE_NONE;
  row->findings = calx_findings_new (inputs);
  row->errors = g_ptr_array_new_with_free_func (g_free);
  row->warnings = g_ptr_array_new_with_free_func (g_free);
  return row;
}

CalxCohortRow *
calx_cohort_row_new_broken (CalxInputs *inputs,
                            guint       line,
                            const char *why)
{
  CalxCohortRow *row = row_new (inputs, line);

  g_ptr_array_add (row->errors, g_strdup (why));
  return row;
}

/* The cells of one kind of column: the session's date is needed before the values are checked. */
static void
read_cells (CalxCohortRow        *row,
            GArray               *columns,
            const char * const   *cells,
            gsize                 n_cells,
            CalxCohortColumnKind  kind)
{
  for (gsize i = 0; i < n_cells && i < columns->len; i++)
    {
      const CalxCohortColumn *column = &g_array_index (columns, CalxCohortColumn, i);

      if (column->kind == kind)
        read_cell (row, column, cells[i]);
    }
}

CalxCohortRow *
calx_cohort_row_new (GArray              *columns,
                     CalxInputs          *inputs,
                     guint                line,
                     const char * const  *cells,
                     gsize                n_cells)
{
  CalxCohortRow *row = row_new (inputs, line);

  if (n_cells != columns->len)
    {
      read_cells (row, columns, cells, n_cells, CALX_COHORT_COLUMN_PATIENT_ID);
      g_ptr_array_set_size (row->errors, 0); /* which cell is missing is not known */
      g_ptr_array_add (row->errors,
                       g_strdup_printf (_("line %u: too %s cells, %" G_GSIZE_FORMAT
                                          " where the header has %u"),
                                        line, n_cells < columns->len ? _("few") : _("many"), n_cells,
                                        columns->len));
      return row;
    }
  read_cells (row, columns, cells, n_cells, CALX_COHORT_COLUMN_PATIENT_ID);
  read_cells (row, columns, cells, n_cells, CALX_COHORT_COLUMN_DATE);
  read_cells (row, columns, cells, n_cells, CALX_COHORT_COLUMN_INPUT);
  check_computed_bmi (row, columns);
  return row;
}

void
calx_cohort_row_free (CalxCohortRow *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->patient_id);
  calx_findings_unref (self->findings);
  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}
