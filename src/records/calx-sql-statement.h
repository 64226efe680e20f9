/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-database.h"
#include "calx-sql.h"

G_BEGIN_DECLS

typedef struct _CalxSqlStatement CalxSqlStatement;

typedef enum
{
  CALX_STEP_ERROR,
  CALX_STEP_DONE,
  CALX_STEP_ROW,
} CalxStep;

CalxSqlStatement *calx_sql_statement_new           (CalxDatabase      *database,
                                                    CalxSql            sql,
                                                    GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void              calx_sql_statement_free          (CalxSqlStatement  *self);

/* Parameters count from 1. A value that cannot be bound (not UTF-8, too long) makes the next step an
 * error. Text is copied; NULL binds NULL. */
void              calx_sql_statement_bind_text     (CalxSqlStatement  *self,
                                                    int                parameter,
                                                    const char        *text);
void              calx_sql_statement_bind_int64    (CalxSqlStatement  *self,
                                                    int                parameter,
                                                    gint64             value);

CalxStep          calx_sql_statement_step          (CalxSqlStatement  *self,
                                                    GError           **error);
/* For statements that give no rows. */
gboolean          calx_sql_statement_run           (CalxSqlStatement  *self,
                                                    GError           **error);
/* To run it again; what is bound stays. */
void              calx_sql_statement_reset         (CalxSqlStatement  *self);
/* Rows that the last run changed. */
int               calx_sql_statement_get_n_changed (CalxSqlStatement  *self);

/* Columns count from 0. */
const char       *calx_sql_statement_get_text      (CalxSqlStatement  *self,
                                                    int                column); /* "" for NULL */
gint64            calx_sql_statement_get_int64     (CalxSqlStatement  *self,
                                                    int                column);
int               calx_sql_statement_get_int       (CalxSqlStatement  *self,
                                                    int                column);
gboolean          calx_sql_statement_is_null       (CalxSqlStatement  *self,
                                                    int                column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxSqlStatement, calx_sql_statement_free)

G_END_DECLS
