/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-reader.h"
#include "calx-statement.h"

G_BEGIN_DECLS

/* What a loading fact file needs on every level; scope.rules holds the named rules read so far. */
typedef struct
{
  CalxReader   *reader;
  CalxSources  *sources;
  CalxRuleScope scope;
} CalxFactLoad;

/* Reads the fields of CalxStatement into @statement. With @names_rule its rule can be named by those
 * that stand after it. Faults stay in the reader. */
void calx_statement_load  (CalxFactLoad  *load,
                           CalxStatement *statement,
                           JsonObject    *object,
                           const char    *path,
                           gboolean       names_rule);
void calx_statement_clear (CalxStatement *statement);
/* As g_free() for a CalxStatement on the heap. */
void calx_statement_free  (gpointer       statement);
/* A fault where the statement has no rule: it would hold for everybody. */
void calx_statement_require_rule (CalxFactLoad        *load,
                                  const CalxStatement *statement,
                                  const char          *path);
/* Loads one object of a list; never NULL, also after a fault. */
typedef gpointer (*CalxFactLoadFunc) (CalxFactLoad *load,
                                      JsonObject   *object,
                                      const char   *path);
/* For lists of bare statements: CalxStatement on the heap, to be freed with calx_statement_free(). A note
 * may hold for everybody; a rule needs its "when"; a fact is a rule that those after it can name. */
gpointer   calx_statement_load_note (CalxFactLoad *load,
                                     JsonObject   *object,
                                     const char   *path) G_GNUC_WARN_UNUSED_RESULT;
gpointer   calx_statement_load_rule (CalxFactLoad *load,
                                     JsonObject   *object,
                                     const char   *path) G_GNUC_WARN_UNUSED_RESULT;
gpointer   calx_statement_load_fact (CalxFactLoad *load,
                                     JsonObject   *object,
                                     const char   *path) G_GNUC_WARN_UNUSED_RESULT;
/* A required list of objects; never NULL, shorter after a fault. */
GPtrArray *calx_fact_load_list   (CalxFactLoad     *load,
                                  JsonObject       *object,
                                  const char       *path,
                                  const char       *field,
                                  CalxFactLoadFunc  load_element,
                                  GDestroyNotify    free_element) G_GNUC_WARN_UNUSED_RESULT;
/* Ids of sources, each of them known, at least one. */
char **calx_fact_load_sources (CalxFactLoad *load,
                               JsonObject   *object,
                               const char   *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
