/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-statement-load.h"
#include "calx-subtypes-private.h"

/* What the subtypes of a file name: CalxFactLoad first, for the loaders of lists. */
typedef struct
{
  CalxFactLoad  base;
  CalxSubtypes *subtypes;
} SubtypesLoad;

static void
code_free (gpointer data)
{
  CalxSubtypeCode *code = data;

  g_free (code->id);
  g_free (code->system);
  g_free (code->code);
  g_free (code->label);
  g_strfreev (code->sources);
  g_free (code);
}

static void
rule_free (gpointer data)
{
  CalxSubtypeRule *rule = data;

  calx_statement_clear (&rule->statement);
  g_free (rule);
}

static void
subtype_free (gpointer data)
{
  CalxSubtype *subtype = data;

  calx_statement_clear (&subtype->statement);
  g_ptr_array_unref (subtype->codes);
  g_ptr_array_unref (subtype->notes);
  g_ptr_array_unref (subtype->classes);
  g_ptr_array_unref (subtype->reasons_against);
  g_ptr_array_unref (subtype->reasons_for);
  g_ptr_array_unref (subtype->rules);
  g_free (subtype);
}

static gpointer
load_code (CalxFactLoad *load,
           JsonObject   *object,
           const char   *path)
{
  CalxSubtypeCode *code = g_new0 (CalxSubtypeCode, 1);

  code->id = g_strdup (calx_reader_string (load->reader, object, path, "id"));
  code->system = g_strdup (calx_reader_string (load->reader, object, path, "system"));
  code->code = g_strdup (calx_reader_string (load->reader, object, path, "code"));
  code->label = g_strdup (calx_reader_string (load->reader, object, path, "label"));
  code->sources = calx_fact_load_sources (load, object, path);
  return code;
}

static gpointer
load_rule (CalxFactLoad *load,
           JsonObject   *object,
           const char   *path)
{
  CalxSubtypeRule *rule = g_new0 (CalxSubtypeRule, 1);
  const char *certainty = calx_reader_string (load->reader, object, path, "certainty");

  calx_statement_load (load, &rule->statement, object, path, FALSE);
  calx_statement_require_rule (load, &rule->statement, path);
  rule->certainty = CALX_SUGGESTION_SUGGESTED;
  if (g_str_equal (certainty, "possible"))
    rule->certainty = CALX_SUGGESTION_POSSIBLE;
  else if (!g_str_equal (certainty, "suggested"))
    calx_reader_fail (load->reader, path, "certainty", "must be suggested or possible, not '%s'", certainty);
  return rule;
}

static CalxSubtypeRole
load_role (CalxFactLoad *load,
           JsonObject   *object,
           const char   *path)
{
  static const char *const ids[] = { "", "exclusion", "mixed", "unclassified" };
  const char *id = calx_reader_text (load->reader, object, path, "role");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (id, ids[i]))
      return (CalxSubtypeRole) i;
  calx_reader_fail (load->reader, path, "role", "no role is called '%s'", id);
  return CALX_SUBTYPE_CAUSE;
}

static const CalxStatement *
find_fact (SubtypesLoad *load,
           const char   *id,
           const char   *path,
           const char   *field)
{
  for (guint i = 0; i < load->subtypes->facts->len; i++)
    {
      const CalxStatement *fact = load->subtypes->facts->pdata[i];

      if (g_str_equal (fact->id, id))
        return fact;
    }
  calx_reader_fail (load->base.reader, path, field, "no fact is called '%s'", id);
  return NULL;
}

static GPtrArray *
load_reasons (SubtypesLoad *load,
              JsonObject   *object,
              const char   *path,
              const char   *field)
{
  g_auto(GStrv) ids = calx_reader_strings (load->base.reader, object, path, field);
  GPtrArray *reasons = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (reasons, (gpointer) find_fact (load, ids[i], path, field));
  return reasons;
}

static GPtrArray *
load_codes (SubtypesLoad *load,
            JsonObject   *object,
            const char   *path)
{
  g_auto(GStrv) ids = calx_reader_strings (load->base.reader, object, path, "codes");
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint n = codes->len;

      for (guint j = 0; j < load->subtypes->codes->len; j++)
        if (g_str_equal (((CalxSubtypeCode *) load->subtypes->codes->pdata[j])->id, ids[i]))
          g_ptr_array_add (codes, load->subtypes->codes->pdata[j]);
      if (codes->len == n)
        calx_reader_fail (load->base.reader, path, "codes", "no code is called '%s'", ids[i]);
    }
  return codes;
}

static gpointer
load_subtype (CalxFactLoad *base,
              JsonObject   *object,
              const char   *path)
{
  SubtypesLoad *load = (SubtypesLoad *) base;
  CalxSubtype *subtype = g_new0 (CalxSubtype, 1);
  const char *alarm = calx_reader_text (base->reader, object, path, "alarm");

  calx_statement_load (base, &subtype->statement, object, path, FALSE);
  subtype->role = load_role (base, object, path);
  subtype->urgent = calx_reader_has (object, "urgent") &&
                    calx_reader_boolean (base->reader, object, path, "urgent");
  subtype->alarm = *alarm == '\0' ? NULL : find_fact (load, alarm, path, "alarm");
  subtype->rules = calx_fact_load_list (base, object, path, "rules", load_rule, rule_free);
  subtype->reasons_for = load_reasons (load, object, path, "for");
  subtype->reasons_against = load_reasons (load, object, path, "against");
  subtype->classes = calx_fact_load_list (base, object, path, "classes", calx_statement_load_rule, calx_statement_free);
  subtype->notes = calx_fact_load_list (base, object, path, "notes", calx_statement_load_note, calx_statement_free);
  subtype->codes = load_codes (load, object, path);
  return subtype;
}

CalxSubtypes *
calx_subtypes_new (GBytes               *json,
                   const char           *name,
                   const CalxRuleScope  *scope,
                   CalxSources          *sources,
                   GError              **error)
{
  g_autoptr(GHashTable) rules = NULL;
  g_autoptr(JsonObject) root = NULL;
  g_autofree char *top = NULL;
  CalxReader reader = { NULL };
  SubtypesLoad load = { { .reader = &reader, .sources = sources }, NULL };
  CalxSubtypes *self;

  g_return_val_if_fail (json != NULL && name != NULL && scope != NULL && sources != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (CalxSubtypes, 1);
  rules = g_hash_table_new (g_str_hash, g_str_equal);
  load.base.scope = *scope;
  load.base.scope.rules = rules;
  load.subtypes = self;
  top = g_strconcat (name, ":", NULL);
  root = calx_reader_open (&reader, json, name, "calx-subtypes/1");
  self->facts = calx_fact_load_list (&load.base, root, top, "facts", calx_statement_load_fact, calx_statement_free);
  self->codes = calx_fact_load_list (&load.base, root, top, "codes", load_code, code_free);
  self->subtypes = calx_fact_load_list (&load.base, root, top, "subtypes", load_subtype, subtype_free);
  if (reader.error == NULL)
    return self;
  g_propagate_error (error, reader.error);
  calx_subtypes_free (self);
  return NULL;
}

void
calx_subtypes_free (CalxSubtypes *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->subtypes);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->facts);
  g_free (self);
}
