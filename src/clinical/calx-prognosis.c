/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-prognosis.h"

#include <math.h>

#include "calx-statement-load.h"
#include "calx-subtypes.h"

struct _CalxPrognosis
{
  char           *text;
  GHashTable     *rules; /* id to CalxRule, borrowed */
  GPtrArray      *named; /* CalxStatement */
  GPtrArray      *topics;
  GPtrArray      *entries;
  GPtrArray      *sites;
};

static void
topic_free (gpointer data)
{
  CalxPrognosisTopic *topic = data;

  g_free (topic->id);
  g_free (topic->label);
  g_free (topic->text);
  g_free (topic);
}

static void
figure_free (gpointer data)
{
  CalxPrognosisFigure *figure = data;

  g_free (figure->text);
  g_free (figure->unit);
  g_free (figure);
}

static void
entry_free (gpointer data)
{
  CalxPrognosisEntry *entry = data;

  calx_statement_clear (&entry->statement);
  g_free (entry->population);
  g_free (entry->n);
  g_free (entry->horizon);
  g_free (entry->subtype);
  g_ptr_array_unref (entry->figures);
  g_free (entry);
}

static void
site_free (gpointer data)
{
  CalxPrognosisSite *site = data;

  calx_statement_clear (&site->statement);
  g_strfreev (site->regions);
  g_free (site->population);
  g_free (site->n);
  g_free (site);
}

static void
line_free (gpointer data)
{
  CalxPrognosisLine *line = data;

  g_array_unref (line->used);
  g_free (line);
}

/* Loading */

static void
load_topic (CalxPrognosis *self,
            CalxFactLoad  *load,
            JsonObject    *object,
            const char    *path)
{
  CalxPrognosisTopic *topic = g_new0 (CalxPrognosisTopic, 1);

  g_ptr_array_add (self->topics, topic);
  topic->id = g_strdup (calx_reader_string (load->reader, object, path, "id"));
  topic->label = g_strdup (calx_reader_string (load->reader, object, path, "label"));
  topic->text = g_strdup (calx_reader_text (load->reader, object, path, "text"));
}

static double
load_number (CalxReader *reader,
             JsonObject *object,
             const char *path,
             const char *field)
{
  return calx_reader_has (object, field) ? calx_reader_number (reader, object, path, field) : NAN;
}

static void
load_figure (CalxPrognosisEntry *entry,
             CalxReader         *reader,
             JsonObject         *object,
             const char         *path)
{
  CalxPrognosisFigure *figure = g_new0 (CalxPrognosisFigure, 1);

  g_ptr_array_add (entry->figures, figure);
  figure->text = g_strdup (calx_reader_string (reader, object, path, "text"));
  figure->value = load_number (reader, object, path, "value");
  figure->low = load_number (reader, object, path, "low");
  figure->high = load_number (reader, object, path, "high");
  figure->unit = g_strdup (isnan (figure->low) && isnan (figure->high)
                             ? ""
                             : calx_reader_string (reader, object, path, "unit"));
  if (figure->low > figure->high)
    calx_reader_fail (reader, path, "high", "is below low");
  if (figure->value < figure->low || figure->value > figure->high)
    calx_reader_fail (reader, path, "value", "does not lie between low and high");
}

static const CalxPrognosisTopic *
find_topic (CalxPrognosis *self,
            const char    *id)
{
  for (guint i = 0; i < self->topics->len; i++)
    if (g_str_equal (((CalxPrognosisTopic *) self->topics->pdata[i])->id, id))
      return self->topics->pdata[i];
  return NULL;
}

static void
load_figures (CalxPrognosisEntry *entry,
              CalxReader         *reader,
              JsonObject         *object,
              const char         *path)
{
  g_autoptr(JsonArray) figures = calx_reader_array (reader, object, path, "figures");

  if (json_array_get_length (figures) == 0)
    calx_reader_fail (reader, path, "figures", "must not be empty");
  for (guint i = 0; i < json_array_get_length (figures) && reader->error == NULL; i++)
    {
      g_autofree char *figure_path = g_strdup_printf ("%s.figures[%u]", path, i);
      g_autoptr(JsonObject) figure = calx_reader_as_object (reader, json_array_get_element (figures, i),
                                                            figure_path);

      load_figure (entry, reader, figure, figure_path);
    }
}

static void
load_entry (CalxPrognosis *self,
            CalxFactLoad  *load,
            JsonObject    *object,
            const char    *path)
{
  CalxReader *reader = load->reader;
  CalxPrognosisEntry *entry = g_new0 (CalxPrognosisEntry, 1);
  const char *topic = calx_reader_string (reader, object, path, "topic");

  entry->figures = g_ptr_array_new_with_free_func (figure_free);
  g_ptr_array_add (self->entries, entry);
  calx_statement_load (load, &entry->statement, object, path, TRUE);
  entry->population = g_strdup (calx_reader_string (reader, object, path, "population"));
  entry->n = g_strdup (calx_reader_string (reader, object, path, "n"));
  entry->horizon = g_strdup (calx_reader_string (reader, object, path, "horizon"));
  entry->subtype = g_strdup (calx_reader_text (reader, object, path, "subtype"));
  load_figures (entry, reader, object, path);
  entry->topic = find_topic (self, topic);
  if (entry->topic == NULL)
    calx_reader_fail (reader, path, "topic", "no topic is called '%s'", topic);
  if (*entry->subtype != '\0' && entry->statement.when != NULL)
    calx_reader_fail (reader, path, "when", "the subtype decides");
}

/* As rules name regions: "thigh" is "thigh_a_r" too. */
static gboolean
names_region (CalxRegions *regions,
              const char  *beginning)
{
  for (guint i = 0; i < calx_regions_get_n (regions); i++)
    if (calx_region_id_begins (calx_regions_get (regions, i)->id, beginning))
      return TRUE;
  return FALSE;
}

static void
load_site (CalxPrognosis *self,
           CalxFactLoad  *load,
           JsonObject    *object,
           const char    *path)
{
  CalxPrognosisSite *site = g_new0 (CalxPrognosisSite, 1);

  g_ptr_array_add (self->sites, site);
  calx_statement_load (load, &site->statement, object, path, FALSE);
  if (*site->statement.text == '\0')
    calx_reader_fail (load->reader, path, "text", "is missing");
  site->population = g_strdup (calx_reader_string (load->reader, object, path, "population"));
  site->n = g_strdup (calx_reader_string (load->reader, object, path, "n"));
  site->regions = calx_reader_strings_or_none (load->reader, object, path, "regions");
  for (gsize i = 0; site->regions[i] != NULL; i++)
    if (!names_region (load->scope.regions, site->regions[i]))
      calx_reader_fail (load->reader, path, "regions", "no region begins with '%s'", site->regions[i]);
}

static void
load_list (CalxPrognosis *self,
           CalxFactLoad  *load,
           JsonObject    *root,
           const char    *name,
           const char    *field,
           void         (*load_one) (CalxPrognosis *, CalxFactLoad *, JsonObject *, const char *))
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonArray) array = calx_reader_array (load->reader, root, top, field);

  for (guint i = 0; i < json_array_get_length (array) && load->reader->error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s: %s[%u]", name, field, i);
      g_autoptr(JsonObject) object = calx_reader_as_object (load->reader, json_array_get_element (array, i),
                                                            path);

      load_one (self, load, object, path);
    }
}

static void
load_all (CalxPrognosis *self,
          CalxFactLoad  *load,
          JsonObject    *root,
          const char    *name)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);

  self->text = g_strdup (calx_reader_string (load->reader, root, top, "text"));
  self->named = calx_fact_load_list (load, root, top, "rules", calx_statement_load_fact, calx_statement_free);
  if (!g_hash_table_contains (self->rules, "shown"))
    calx_reader_fail (load->reader, top, "rules", "'shown' is missing");
  load_list (self, load, root, name, "topics", load_topic);
  load_list (self, load, root, name, "entries", load_entry);
  load_list (self, load, root, name, "sites", load_site);
}

CalxPrognosis *
calx_prognosis_new (GBytes       *json,
                    const char   *name,
                    CalxInputs   *inputs,
                    CalxRegions  *regions,
                    CalxSources  *sources,
                    GError      **error)
{
  g_autoptr(CalxPrognosis) self = NULL;
  g_autoptr(JsonObject) root = NULL;
  CalxReader reader = { NULL };
  CalxFactLoad load = { &reader, sources, { inputs, regions, NULL } };

  g_return_val_if_fail (json != NULL && name != NULL, NULL);
  g_return_val_if_fail (inputs != NULL && regions != NULL && sources != NULL, NULL);

  self = g_new0 (CalxPrognosis, 1);
  self->rules = g_hash_table_new (g_str_hash, g_str_equal);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->sites = g_ptr_array_new_with_free_func (site_free);
  load.scope.rules = self->rules;
  root = calx_reader_open (&reader, json, name, "calx-prognosis/1");
  if (reader.error == NULL)
    load_all (self, &load, root, name);
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

void
calx_prognosis_free (CalxPrognosis *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->sites);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->topics);
  g_clear_pointer (&self->named, g_ptr_array_unref);
  g_hash_table_unref (self->rules);
  g_free (self->text);
  g_free (self);
}

const char *
calx_prognosis_get_text (CalxPrognosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

GPtrArray *
calx_prognosis_get_topics (CalxPrognosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->topics;
}

GPtrArray *
calx_prognosis_get_entries (CalxPrognosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}

GPtrArray *
calx_prognosis_get_sites (CalxPrognosis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sites;
}

const CalxPrognosisEntry *
calx_prognosis_find (CalxPrognosis *self,
                     const char    *entry_id)
{
  g_return_val_if_fail (self != NULL && entry_id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    if (g_str_equal (((CalxPrognosisEntry *) self->entries->pdata[i])->statement.id, entry_id))
      return self->entries->pdata[i];
  return NULL;
}

/* Reviewing */

static CalxRuleResult
both (CalxRuleResult a,
      CalxRuleResult b)
{
  if (a == CALX_RULE_NOT_MET || b == CALX_RULE_NOT_MET)
    return CALX_RULE_NOT_MET;
  return a == CALX_RULE_MET && b == CALX_RULE_MET ? CALX_RULE_MET : CALX_RULE_UNKNOWN;
}

/* A subtype that is only possible may be it. */
static CalxRuleResult
judge_subtype (const char *subtype_id,
               GPtrArray  *subtypes)
{
  for (guint i = 0; subtypes != NULL && i < subtypes->len; i++)
    {
      const CalxSuggestion *suggestion = subtypes->pdata[i];

      if (g_str_equal (suggestion->subtype->statement.id, subtype_id))
        return suggestion->certainty == CALX_SUGGESTION_SUGGESTED ? CALX_RULE_MET : CALX_RULE_UNKNOWN;
    }
  return CALX_RULE_NOT_MET;
}

static CalxPrognosisLine *
judge (CalxPrognosis            *self,
       const CalxPrognosisEntry *entry,
       const CalxFacts          *facts,
       GPtrArray                *subtypes)
{
  CalxPrognosisLine *line = g_new0 (CalxPrognosisLine, 1);
  CalxRuleResult shown;

  line->entry = entry;
  line->used = g_array_new (FALSE, FALSE, sizeof (CalxEvidence));
  if (*entry->subtype != '\0')
    {
      line->result = judge_subtype (entry->subtype, subtypes);
      return line;
    }
  line->result = entry->statement.when == NULL
                   ? CALX_RULE_MET
                   : calx_rule_evaluate (entry->statement.when, facts, line->used);
  shown = calx_rule_evaluate (g_hash_table_lookup (self->rules, "shown"), facts,
                              line->result == CALX_RULE_MET ? line->used : NULL);
  line->result = both (line->result, shown);
  return line;
}

GPtrArray *
calx_prognosis_review (CalxPrognosis   *self,
                       const CalxFacts *facts,
                       GPtrArray       *subtypes)
{
  GPtrArray *lines;

  g_return_val_if_fail (self != NULL && facts != NULL, NULL);

  lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < self->entries->len; i++)
    {
      CalxPrognosisLine *line = judge (self, self->entries->pdata[i], facts, subtypes);

      if (line->result == CALX_RULE_NOT_MET)
        line_free (line);
      else
        g_ptr_array_add (lines, line);
    }
  return lines;
}
