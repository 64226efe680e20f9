/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cohort.h"

#include <glib/gi18n-lib.h>

#include "calx-cohort-private.h"
#include "calx-csv.h"

/* Written out when this much has gathered. */
#define FLUSH_BYTES 65536

/* One run over one file. */
typedef struct
{
  CalxKnowledge    *knowledge;
  CalxCsvReader    *reader;
  GArray           *columns; /* CalxCohortColumn */
  GOutputStream    *output;
  GString          *out;     /* not yet written */
  CalxCohortFormat  format;
  guint             n_bad_rows;
} CohortRun;

static gboolean
flush (CohortRun  *run,
       GError    **error)
{
  gboolean written = g_output_stream_write_all (run->output, run->out->str, run->out->len,
                                                /* bytes_written= */ NULL,
                                                /* cancellable= */ NULL, error);

  g_string_truncate (run->out, 0);
  return written;
}

static gboolean
read_header (CohortRun  *run,
             GError    **error)
{
  g_auto(GStrv) cells = NULL;
  g_autoptr(GError) local_error = NULL;

  cells = calx_csv_reader_next (run->reader, /* ret_n_cells= */ NULL, &local_error);
  if (cells == NULL)
    {
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("the file is empty"));
      return FALSE;
    }
  run->columns = calx_cohort_columns_new (run->knowledge->inputs, (const char * const *) cells, error);
  return run->columns != NULL;
}

static void
tell_unknown_columns (CohortRun *run,
                      void     (*on_unknown_column) (const char *column, gpointer data),
                      gpointer   data)
{
  g_autoptr(GHashTable) told = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < run->columns->len; i++)
    {
      CalxCohortColumn *column = &g_array_index (run->columns, CalxCohortColumn, i);

      if (column->kind == CALX_COHORT_COLUMN_SKIPPED && g_hash_table_add (told, column->name))
        on_unknown_column (column->name, data);
    }
}

/* The next row, or NULL: at the end, or on an error. A row whose quotes are broken is a row in error. */
static CalxCohortRow *
next_row (CohortRun  *run,
          GError    **error)
{
  g_auto(GStrv) cells = NULL;
  g_autoptr(GError) local_error = NULL;
  gsize n_cells = 0;

  cells = calx_csv_reader_next (run->reader, &n_cells, &local_error);
  if (cells != NULL)
    return calx_cohort_row_new (run->columns, run->knowledge->inputs,
                                calx_csv_reader_get_line (run->reader),
                                (const char * const *) cells, n_cells);
  if (g_error_matches (local_error, CALX_CSV_ERROR, CALX_CSV_ERROR_QUOTES))
    return calx_cohort_row_new_broken (run->knowledge->inputs,
                                       calx_csv_reader_get_line (run->reader), local_error->message);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
score_rows (CohortRun  *run,
            GError    **error)
{
  g_autoptr(GError) local_error = NULL;

  calx_cohort_append_head (run->out, run->format);
  for (;;)
    {
      g_autoptr(CalxCohortRow) row = next_row (run, &local_error);
      g_autoptr(CalxAssessment) assessment = NULL;

      if (row == NULL)
        break;
      if (row->errors->len == 0)
        assessment = calx_risk_model_assess (run->knowledge->model, row->findings, row->date);
      else
        run->n_bad_rows++;
      calx_cohort_append_row (run->out, run->format, row, assessment);
      if (run->out->len >= FLUSH_BYTES && !flush (run, error))
        return FALSE;
    }
  if (!flush (run, local_error == NULL ? error : NULL))
    return FALSE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return g_output_stream_flush (run->output, /* cancellable= */ NULL, error);
}

gboolean
calx_cohort_score (CalxKnowledge     *knowledge,
                   GInputStream      *input,
                   GOutputStream     *output,
                   CalxCohortFormat   format,
                   void             (*on_unknown_column) (const char *column, gpointer data),
                   gpointer           data,
                   guint             *ret_n_bad_rows,
                   GError           **error)
{
  g_autoptr(CalxCsvReader) reader = NULL;
  g_autoptr(GArray) columns = NULL;
  g_autoptr(GString) out = NULL;
  CohortRun run = { 0 };

  g_return_val_if_fail (knowledge != NULL, FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (input), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (output), FALSE);
  g_return_val_if_fail (on_unknown_column != NULL, FALSE);

  reader = calx_csv_reader_new (input);
  out = g_string_new (NULL);
  run.knowledge = knowledge;
  run.reader = reader;
  run.output = output;
  run.out = out;
  run.format = format;
  if (!read_header (&run, error))
    return FALSE;
  columns = run.columns;

  tell_unknown_columns (&run, on_unknown_column, data);
  if (!score_rows (&run, error))
    return FALSE;
  if (ret_n_bad_rows != NULL)
    *ret_n_bad_rows = run.n_bad_rows;
  return TRUE;
}
