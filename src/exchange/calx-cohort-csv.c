/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cohort-private.h"

#include "calx-csv.h"
#include "calx-format.h"

/* The columns of a result, in the order of spec.md. */
enum
{
  PATIENT_ID,
  POINTS,
  POINTS_MIN,
  POINTS_MAX,
  BAND,
  BAND_MIN,
  BAND_MAX,
  RATIO,
  RATIO_LOW,
  RATIO_HIGH,
  RATIO_MIN,
  RATIO_MAX,
  RATE_LOW,
  RATE_HIGH,
  UNKNOWN,
  WARNINGS,
  ERROR,
  N_COLUMNS,
};

static const char * const names[N_COLUMNS + 1] = {
  [PATIENT_ID] = "patient_id",
  [POINTS] = "points",
  [POINTS_MIN] = "points_min",
  [POINTS_MAX] = "points_max",
  [BAND] = "band",
  [BAND_MIN] = "band_min",
  [BAND_MAX] = "band_max",
  [RATIO] = "ratio",
  [RATIO_LOW] = "ratio_low",
  [RATIO_HIGH] = "ratio_high",
  [RATIO_MIN] = "ratio_min",
  [RATIO_MAX] = "ratio_max",
  [RATE_LOW] = "rate_low",
  [RATE_HIGH] = "rate_high",
  [UNKNOWN] = "unknown",
  [WARNINGS] = "warnings",
  [ERROR] = "error",
};

#define RATIO_DECIMALS 4

char *
calx_cohort_join (GPtrArray  *strings,
                  const char *separator)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    {
      if (i > 0)
        g_string_append (joined, separator);
      g_string_append (joined, g_ptr_array_index (strings, i));
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

GPtrArray *
calx_cohort_get_unknown_ids (CalxAssessment *assessment)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < assessment->unknowns->len; i++)
    {
      const CalxUnknown *unknown = &g_array_index (assessment->unknowns, CalxUnknown, i);

      g_ptr_array_add (ids, unknown->id);
    }
  return g_steal_pointer (&ids);
}

static void
set_ratio (char  **cells,
           int     column,
           double  ratio)
{
  cells[column] = calx_format_machine_number (ratio, RATIO_DECIMALS);
}

static void
set_points (char           **cells,
            CalxAssessment  *assessment)
{
  if (!assessment->has_points)
    return;
  if (assessment->complete)
    cells[POINTS] = g_strdup_printf ("%d", assessment->points_min);
  cells[POINTS_MIN] = g_strdup_printf ("%d", assessment->points_min);
  cells[POINTS_MAX] = g_strdup_printf ("%d", assessment->points_max);
}

/* A band that no unknown factor can change stands in all three columns. */
static void
set_bands (char           **cells,
           CalxAssessment  *assessment)
{
  if (assessment->kind == CALX_ASSESSMENT_UNKNOWN)
    return;
  if (assessment->kind != CALX_ASSESSMENT_SCORED || assessment->complete)
    cells[BAND] = g_strdup (assessment->band_min);
  cells[BAND_MIN] = g_strdup (assessment->band_min);
  cells[BAND_MAX] = g_strdup (assessment->band_max);
}

static void
set_comparison (char           **cells,
                CalxAssessment  *assessment)
{
  if (assessment->kind != CALX_ASSESSMENT_SCORED)
    return;
  set_ratio (cells, RATIO_MIN, assessment->ratio_min);
  set_ratio (cells, RATIO_MAX, assessment->ratio_max);
  if (!assessment->complete)
    return;
  set_ratio (cells, RATIO, assessment->ratio_min);
  set_ratio (cells, RATIO_LOW, assessment->ratio_low);
  set_ratio (cells, RATIO_HIGH, assessment->ratio_high);
  cells[RATE_LOW] = calx_format_machine_rate (assessment->rate_low);
  cells[RATE_HIGH] = calx_format_machine_rate (assessment->rate_high);
}

static void
append_csv (GString             *out,
            const CalxCohortRow *row,
            CalxAssessment      *assessment)
{
  g_auto(GStrv) cells = g_new0 (char *, N_COLUMNS + 1);

  cells[PATIENT_ID] = g_strdup (row->patient_id);
  if (assessment == NULL)
    cells[ERROR] = calx_cohort_join (row->errors, "; ");
  else
    {
      g_autoptr(GPtrArray) unknown = calx_cohort_get_unknown_ids (assessment);

      set_points (cells, assessment);
      set_bands (cells, assessment);
      set_comparison (cells, assessment);
      cells[UNKNOWN] = calx_cohort_join (unknown, " ");
      cells[WARNINGS] = calx_cohort_join (row->warnings, "; ");
    }
  for (int i = 0; i < N_COLUMNS; i++)
    if (cells[i] == NULL)
      cells[i] = g_strdup ("");
  calx_csv_append_row (out, (const char * const *) cells);
}

void
calx_cohort_append_head (GString          *out,
                         CalxCohortFormat  format)
{
  if (format == CALX_COHORT_CSV)
    calx_csv_append_row (out, names);
}

void
calx_cohort_append_row (GString             *out,
                        CalxCohortFormat     format,
                        const CalxCohortRow *row,
                        CalxAssessment      *assessment)
{
  switch (format)
    {
    case CALX_COHORT_JSON:
      calx_cohort_append_json (out, row, assessment);
      break;
    case CALX_COHORT_TEXT:
      calx_cohort_append_text (out, row, assessment);
      break;
    case CALX_COHORT_CSV:
    default:
      append_csv (out, row, assessment);
      break;
    }
}
