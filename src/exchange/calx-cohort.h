/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "calx-knowledge.h"

G_BEGIN_DECLS

typedef enum
{
  CALX_COHORT_CSV,
  CALX_COHORT_JSON,
  CALX_COHORT_TEXT,
} CalxCohortFormat;

/* Reads a cohort and writes one result a row, as spec.md, "Files and the command", says.
 * @on_unknown_column is told once each. FALSE: the file cannot be read (status 2); nothing guessed.
 * @ret_n_bad_rows: error rows (status 1 where not 0). */
gboolean calx_cohort_score (CalxKnowledge     *knowledge,
                            GInputStream      *input,
                            GOutputStream     *output,
                            CalxCohortFormat   format,
                            void             (*on_unknown_column) (const char *column, gpointer data),
                            gpointer           data,
                            guint             *ret_n_bad_rows,
                            GError           **error);

G_END_DECLS
