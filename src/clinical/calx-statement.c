/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-statement-load.h"

#include <glib/gi18n-lib.h>

const char *
calx_basis_get_words (CalxBasis basis)
{
  switch (basis)
    {
    case CALX_BASIS_SECONDARY:
      return _("Read in a secondary source");
    case CALX_BASIS_PROPOSAL:
      return _("This project's proposal");
    case CALX_BASIS_PUBLISHED:
    default:
      return "";
    }
}

static void
verdict_free (gpointer data)
{
  calx_verdict_free (data);
}

CalxVerdict *
calx_verdict_new (const CalxStatement *statement,
                  const CalxFacts     *facts)
{
  CalxVerdict *self;

  g_return_val_if_fail (statement != NULL && facts != NULL, NULL);

  self = g_new0 (CalxVerdict, 1);
  self->statement = statement;
  self->used = g_array_new (FALSE, FALSE, sizeof (CalxEvidence));
  self->result = statement->when == NULL ? CALX_RULE_MET
                                         : calx_rule_evaluate (statement->when, facts, self->used);
  return self;
}

GPtrArray *
calx_verdicts_new (GPtrArray       *statements,
                   const CalxFacts *facts)
{
  GPtrArray *verdicts = g_ptr_array_new_with_free_func (verdict_free);

  g_return_val_if_fail (statements != NULL && facts != NULL, verdicts);

  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (verdicts, calx_verdict_new (statements->pdata[i], facts));
  return verdicts;
}

void
calx_verdict_free (CalxVerdict *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->used);
  g_free (self);
}

char **
calx_fact_load_sources (CalxFactLoad *load,
                        JsonObject   *object,
                        const char   *path)
{
  char **ids = calx_reader_strings (load->reader, object, path, "sources");

  if (load->reader->error == NULL && ids[0] == NULL)
    calx_reader_fail (load->reader, path, "sources", "must not be empty");
  for (guint i = 0; load->reader->error == NULL && ids[i] != NULL; i++)
    if (calx_sources_find (load->sources, ids[i]) == NULL)
      calx_reader_fail (load->reader, path, "sources", "no source is called '%s'", ids[i]);
  return ids;
}

static CalxBasis
load_basis (CalxFactLoad *load,
            JsonObject   *object,
            const char   *path)
{
  static const char *const ids[] = { "published", "secondary", "proposal" };
  const char *id = calx_reader_text (load->reader, object, path, "basis");

  if (*id == '\0')
    return CALX_BASIS_PUBLISHED;
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (id, ids[i]))
      return (CalxBasis) i;
  calx_reader_fail (load->reader, path, "basis", "must be published, secondary or proposal, not '%s'",
                    id);
  return CALX_BASIS_PUBLISHED;
}

static void
name_rule (CalxFactLoad  *load,
           CalxStatement *statement,
           const char    *path)
{
  if (load->reader->error != NULL || statement->when == NULL)
    return;
  if (g_hash_table_contains (load->scope.rules, statement->id))
    calx_reader_fail (load->reader, path, "id", "'%s' is there twice", statement->id);
  else
    g_hash_table_insert (load->scope.rules, statement->id, statement->when);
}

void
calx_statement_load (CalxFactLoad  *load,
                     CalxStatement *statement,
                     JsonObject    *object,
                     const char    *path,
                     gboolean       names_rule)
{
  CalxReader *reader = load->reader;

  statement->id = g_strdup (calx_reader_string (reader, object, path, "id"));
  statement->label = g_strdup (calx_reader_string (reader, object, path, "label"));
  statement->text = g_strdup (calx_reader_text (reader, object, path, "text"));
  statement->note = g_strdup (calx_reader_text (reader, object, path, "note"));
  statement->basis = load_basis (load, object, path);
  statement->sources = calx_fact_load_sources (load, object, path);
  if (reader->error == NULL && calx_reader_has (object, "when"))
    {
      g_autofree char *when_path = g_strconcat (path, ".when", NULL);

      statement->when = calx_rule_new (json_object_get_member (object, "when"), when_path,
                                       &load->scope, &reader->error);
    }
  if (names_rule)
    name_rule (load, statement, path);
}

void
calx_statement_clear (CalxStatement *statement)
{
  g_clear_pointer (&statement->id, g_free);
  g_clear_pointer (&statement->label, g_free);
  g_clear_pointer (&statement->text, g_free);
  g_clear_pointer (&statement->note, g_free);
  g_clear_pointer (&statement->when, calx_rule_free);
  g_clear_pointer (&statement->sources, g_strfreev);
}

void
calx_statement_free (gpointer statement)
{
  if (statement == NULL)
    return;
  calx_statement_clear (statement);
  g_free (statement);
}

void
calx_statement_require_rule (CalxFactLoad        *load,
                             const CalxStatement *statement,
                             const char          *path)
{
  if (statement->when == NULL)
    calx_reader_fail (load->reader, path, "when", "is missing");
}

static CalxStatement *
load_on_heap (CalxFactLoad *load,
              JsonObject   *object,
              const char   *path,
              gboolean      names_rule)
{
  CalxStatement *statement = g_new0 (CalxStatement, 1);

  calx_statement_load (load, statement, object, path, names_rule);
  return statement;
}

gpointer
calx_statement_load_note (CalxFactLoad *load,
                          JsonObject   *object,
                          const char   *path)
{
  return load_on_heap (load, object, path, /* names_rule= */ FALSE);
}

gpointer
calx_statement_load_rule (CalxFactLoad *load,
                          JsonObject   *object,
                          const char   *path)
{
  CalxStatement *rule = load_on_heap (load, object, path, /* names_rule= */ FALSE);

  calx_statement_require_rule (load, rule, path);
  return rule;
}

gpointer
calx_statement_load_fact (CalxFactLoad *load,
                          JsonObject   *object,
                          const char   *path)
{
  CalxStatement *fact = load_on_heap (load, object, path, /* names_rule= */ TRUE);

  calx_statement_require_rule (load, fact, path);
  return fact;
}

GPtrArray *
calx_fact_load_list (CalxFactLoad     *load,
                     JsonObject       *object,
                     const char       *path,
                     const char       *field,
                     CalxFactLoadFunc  load_element,
                     GDestroyNotify    free_element)
{
  g_autoptr(JsonArray) array = calx_reader_array (load->reader, object, path, field);
  GPtrArray *list = g_ptr_array_new_with_free_func (free_element);
  const char *dot = g_str_has_suffix (path, ":") ? " " : ".";

  for (guint i = 0; i < json_array_get_length (array) && load->reader->error == NULL; i++)
    {
      g_autofree char *element_path = g_strdup_printf ("%s%s%s[%u]", path, dot, field, i);
      g_autoptr(JsonObject) element = calx_reader_as_object (load->reader,
                                                             json_array_get_element (array, i),
                                                             element_path);

      g_ptr_array_add (list, load_element (load, element, element_path));
    }
  return list;
}
