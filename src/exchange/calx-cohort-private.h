/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-cohort.h"

G_BEGIN_DECLS

/* What a column of the file holds. */
typedef enum
{
  CALX_COHORT_COLUMN_SKIPPED, /* an id that the inputs file lacks */
  CALX_COHORT_COLUMN_PATIENT_ID,
  CALX_COHORT_COLUMN_DATE,
  CALX_COHORT_COLUMN_INPUT,
} CalxCohortColumnKind;

typedef struct
{
  CalxCohortColumnKind  kind;
  char                 *name;  /* the header's cell, trimmed; always valid UTF-8 */
  const CalxInput      *input; /* of CALX_COHORT_COLUMN_INPUT */
  const CalxUnit       *unit;  /* of numbers; NULL for counts */
} CalxCohortColumn;

/* Reads the header's cells into an array of CalxCohortColumn, one each. NULL on a header that spec.md
 * refuses; the error is one line and says nothing of cells that are no id of the inputs file. */
GArray *calx_cohort_columns_new  (CalxInputs          *inputs,
                                  const char * const  *cells,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* One row read: findings, or errors. */
typedef struct
{
  guint         line;
  char         *patient_id;
  CalxDate      date;     /* of the session; CALX_DATE_NONE: not given */
  CalxFindings *findings;
  GPtrArray    *errors;   /* char*: line, column, value, why */
  GPtrArray    *warnings; /* char*: column, soft limit passed */
} CalxCohortRow;

CalxCohortRow *calx_cohort_row_new        (GArray              *columns,
                                           CalxInputs          *inputs,
                                           guint                line,
                                           const char * const  *cells,
                                           gsize                n_cells) G_GNUC_WARN_UNUSED_RESULT;
/* A row that could not be taken apart; @why names the line. */
CalxCohortRow *calx_cohort_row_new_broken (CalxInputs          *inputs,
                                           guint                line,
                                           const char          *why) G_GNUC_WARN_UNUSED_RESULT;
void           calx_cohort_row_free       (CalxCohortRow       *self);

/* Appends the head of a format: the CSV's header line; nothing for the others. */
void calx_cohort_append_head (GString             *out,
                              CalxCohortFormat     format);
/* Appends one result. @assessment: NULL for a row in error. */
void calx_cohort_append_row  (GString             *out,
                              CalxCohortFormat     format,
                              const CalxCohortRow *row,
                              CalxAssessment      *assessment);
/* Joins strings; the empty string for none. */
char *calx_cohort_join       (GPtrArray           *strings,
                              const char          *separator) G_GNUC_WARN_UNUSED_RESULT;
/* What stands in the column "unknown": age, setting, then factor ids; transfer container. */
GPtrArray *calx_cohort_get_unknown_ids (CalxAssessment *assessment) G_GNUC_WARN_UNUSED_RESULT;
/* A result for people; an error row says why it has none. */
void calx_cohort_append_text (GString             *out,
                              const CalxCohortRow *row,
                              CalxAssessment      *assessment);
/* A result as one line of JSON. */
void calx_cohort_append_json (GString             *out,
                              const CalxCohortRow *row,
                              CalxAssessment      *assessment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxCohortRow, calx_cohort_row_free)

G_END_DECLS
