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
