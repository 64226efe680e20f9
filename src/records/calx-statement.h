/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-database.h"
#include "calx-sql.h"

G_BEGIN_DECLS

typedef struct _CalxStatement CalxStatement;

typedef enum
{
  CALX_STEP_ERROR,
  CALX_STEP_DONE,
  CALX_STEP_ROW,
} CalxStep;

CalxStatement *calx_statement_new        (CalxDatabase  *database,
                                          CalxSql        sql,
                                          GError       **error) G_GNUC_WARN_UNUSED_RESULT;
void           calx_statement_free       (CalxStatement *self);

/* Parameters count from 1. A value that cannot be bound (not UTF-8, too long) makes the next step an
 * error. Text is copied; NULL binds NULL. */
void           calx_statement_bind_text  (CalxStatement *self,
                                          int            parameter,
                                          const char    *text);
void           calx_statement_bind_int64 (CalxStatement *self,
                                          int            parameter,
                                          gint64         value);

CalxStep       calx_statement_step       (CalxStatement *self,
                                          GError       **error);
/* For statements that give no rows. */
gboolean       calx_statement_run        (CalxStatement *self,
                                          GError       **error);
/* To run it again; what is bound stays. */
void           calx_statement_reset      (CalxStatement *self);
/* Rows that the last run changed. */
int            calx_statement_get_n_changed (CalxStatement *self);

/* Columns count from 0. */
const char    *calx_statement_get_text   (CalxStatement *self,
                                          int            column); /* "" for NULL */
gint64         calx_statement_get_int64  (CalxStatement *self,
                                          int            column);
int            calx_statement_get_int    (CalxStatement *self,
                                          int            column);
gboolean       calx_statement_is_null    (CalxStatement *self,
                                          int            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxStatement, calx_statement_free)

G_END_DECLS
