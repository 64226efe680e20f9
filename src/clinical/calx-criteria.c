/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-criteria.h"

#include "calx-statement-load.h"

struct _CalxCriteria
{
  GPtrArray      *sets;        /* CalxCriteriaSet */
  GPtrArray      *early_signs; /* CalxStatement */
};

static void
clause_free (gpointer data)
{
  CalxClause *clause = data;

  calx_statement_clear (&clause->statement);
  g_free (clause);
}

static void
set_free (gpointer data)
{
  CalxCriteriaSet *set = data;

  calx_statement_clear (&set->statement);
  g_free (set->name);
  g_ptr_array_unref (set->tiers);
  g_ptr_array_unref (set->clauses);
  g_free (set);
}

static CalxClauseGroup
load_group (CalxFactLoad *load,
            JsonObject   *object,
            const char   *path)
{
  static const char *const ids[CALX_N_CLAUSE_GROUPS] = { "major", "minor", "lesion", "exclusion",
                                                         "pathology" };
  const char *id = calx_reader_string (load->reader, object, path, "group");

  for (guint i = 0; i < CALX_N_CLAUSE_GROUPS; i++)
    if (g_str_equal (id, ids[i]))
      return (CalxClauseGroup) i;
  calx_reader_fail (load->reader, path, "group", "no group of clauses is called '%s'", id);
  return CALX_CLAUSE_MAJOR;
}

static gpointer
load_clause (CalxFactLoad *load,
             JsonObject   *object,
             const char   *path)
{
  CalxClause *clause = g_new0 (CalxClause, 1);

  calx_statement_load (load, &clause->statement, object, path, TRUE);
  clause->group = load_group (load, object, path);
  calx_statement_require_rule (load, &clause->statement, path);
  return clause;
}

static gpointer
load_set (CalxFactLoad *load,
          JsonObject   *object,
          const char   *path)
{
  g_autoptr(GHashTable) rules = g_hash_table_new (g_str_hash, g_str_equal);
  CalxCriteriaSet *set = g_new0 (CalxCriteriaSet, 1);

  /* A set names its own rules alone. */
  load->scope.rules = rules;
  calx_statement_load (load, &set->statement, object, path, FALSE);
  set->name = g_strdup (calx_reader_string (load->reader, object, path, "name"));
  set->clauses = calx_fact_load_list (load, object, path, "clauses", load_clause, clause_free);
  set->tiers = calx_fact_load_list (load, object, path, "tiers", calx_statement_load_rule, calx_statement_free);
  load->scope.rules = NULL;
  return set;
}

CalxCriteria *
calx_criteria_new (GBytes               *json,
                   const char           *name,
                   const CalxRuleScope  *scope,
                   CalxSources          *sources,
                   GError              **error)
{
  CalxReader reader = { NULL };
  CalxFactLoad load = { .reader = &reader, .sources = sources };
  g_autofree char *top = NULL;
  g_autoptr(JsonObject) root = NULL;
  g_autoptr(CalxCriteria) self = NULL;

  g_return_val_if_fail (json != NULL && name != NULL && scope != NULL && sources != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  load.scope = *scope;
  top = g_strconcat (name, ":", NULL);
  root = calx_reader_open (&reader, json, name, "calx-criteria/1");
  self = g_new0 (CalxCriteria, 1);
  self->sets = calx_fact_load_list (&load, root, top, "sets", load_set, set_free);
  self->early_signs = calx_fact_load_list (&load, root, top, "early_signs", calx_statement_load_rule, calx_statement_free);
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

void
calx_criteria_free (CalxCriteria *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->early_signs);
  g_ptr_array_unref (self->sets);
  g_free (self);
}

GPtrArray *
calx_criteria_get_sets (CalxCriteria *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sets;
}

static void
result_free (gpointer data)
{
  CalxCriteriaResult *result = data;

  g_ptr_array_unref (result->tiers);
  g_ptr_array_unref (result->clauses);
  calx_verdict_free (result->applies);
  g_free (result);
}

GPtrArray *
calx_criteria_review (CalxCriteria    *self,
                      const CalxFacts *facts)
{
  GPtrArray *results = g_ptr_array_new_with_free_func (result_free);

  g_return_val_if_fail (self != NULL && facts != NULL, results);

  for (guint i = 0; i < self->sets->len; i++)
    {
      const CalxCriteriaSet *set = self->sets->pdata[i];
      CalxCriteriaResult *result = g_new0 (CalxCriteriaResult, 1);

      result->set = set;
      result->applies = calx_verdict_new (&set->statement, facts);
      result->clauses = calx_verdicts_new (set->clauses, facts);
      result->tiers = calx_verdicts_new (set->tiers, facts);
      g_ptr_array_add (results, result);
    }
  return results;
}

GPtrArray *
calx_criteria_review_early_signs (CalxCriteria    *self,
                                  const CalxFacts *facts)
{
  g_return_val_if_fail (self != NULL && facts != NULL, NULL);

  return calx_verdicts_new (self->early_signs, facts);
}

const CalxVerdict *
calx_criteria_result_get_tier (const CalxCriteriaResult *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->applies->result != CALX_RULE_MET)
    return NULL;
  for (guint i = self->tiers->len; i > 0; i--)
    {
      const CalxVerdict *tier = self->tiers->pdata[i - 1];

      if (tier->result == CALX_RULE_MET)
        return tier;
    }
  return NULL;
}
