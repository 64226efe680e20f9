/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-treatments-load.h"

static void
fact_free (gpointer data)
{
  CalxTreatmentFact *fact = data;

  g_free (fact->text);
  g_strfreev (fact->sources);
  g_free (fact);
}

static void
term_free (gpointer data)
{
  CalxTreatmentTerm *term = data;

  g_free (term->id);
  g_free (term->label);
  g_strfreev (term->sources);
  g_free (term);
}

static void
drug_free (gpointer data)
{
  CalxDrug *drug = data;

  g_free (drug->id);
  g_free (drug->label);
  g_free (drug->atc);
  g_free (drug);
}

static void
kind_free (gpointer data)
{
  CalxTreatmentKind *kind = data;

  calx_statement_clear (&kind->statement);
  g_ptr_array_unref (kind->drugs);
  g_ptr_array_unref (kind->routes);
  g_ptr_array_unref (kind->indications);
  g_ptr_array_unref (kind->adverse);
  g_clear_pointer (&kind->evidence, g_ptr_array_unref);
  g_clear_pointer (&kind->doses, g_ptr_array_unref);
  g_free (kind);
}

static CalxStrength
load_strength (CalxFactLoad *load,
               JsonObject   *object,
               const char   *path)
{
  static const char *const ids[] = { "randomized", "meta_analysis", "observational", "guideline", "cases", "listed" };
  const char *id = calx_reader_string (load->reader, object, path, "strength");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (id, ids[i]))
      return (CalxStrength) i;
  calx_reader_fail (load->reader, path, "strength",
                    "must be randomized, meta_analysis, observational, guideline, cases or listed, not '%s'", id);
  return CALX_STRENGTH_LISTED;
}

GPtrArray *
calx_treatment_facts_load (CalxFactLoad *load,
                           JsonObject   *object,
                           const char   *path,
                           const char   *field,
                           gboolean      rated)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);
  g_autoptr(JsonArray) array = NULL;

  if (!calx_reader_has (object, field))
    return facts;
  array = calx_reader_array (load->reader, object, path, field);
  for (guint i = 0; i < json_array_get_length (array) && load->reader->error == NULL; i++)
    {
      g_autofree char *child_path = g_strdup_printf ("%s.%s[%u]", path, field, i);
      g_autoptr(JsonObject) child = calx_reader_as_object (load->reader, json_array_get_element (array, i),
                                                           child_path);
      CalxTreatmentFact *fact = g_new0 (CalxTreatmentFact, 1);

      fact->text = g_strdup (calx_reader_string (load->reader, child, child_path, "text"));
      fact->strength = rated ? load_strength (load, child, child_path) : CALX_STRENGTH_LISTED;
      fact->sources = calx_fact_load_sources (load, child, child_path);
      g_ptr_array_add (facts, fact);
    }
  return facts;
}

static GPtrArray *
load_terms (CalxFactLoad *load,
            JsonObject   *root,
            const char   *top,
            const char   *field,
            gboolean      with_sources)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func (term_free);
  g_autoptr(JsonArray) array = calx_reader_array (load->reader, root, top, field);

  for (guint i = 0; i < json_array_get_length (array) && load->reader->error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s %s[%u]", top, field, i);
      g_autoptr(JsonObject) object = calx_reader_as_object (load->reader, json_array_get_element (array, i), path);
      CalxTreatmentTerm *term = g_new0 (CalxTreatmentTerm, 1);

      term->id = g_strdup (calx_reader_string (load->reader, object, path, "id"));
      term->label = g_strdup (calx_reader_string (load->reader, object, path, "label"));
      term->sources = with_sources ? calx_fact_load_sources (load, object, path) : NULL;
      if (calx_treatment_terms_find (terms, term->id) != NULL)
        calx_reader_fail (load->reader, path, "id", "'%s' is there twice", term->id);
      g_ptr_array_add (terms, term);
    }
  return terms;
}

/* Those of @terms that the member names; empty where it is missing. */
static GPtrArray *
load_named_terms (CalxFactLoad *load,
                  JsonObject   *object,
                  const char   *path,
                  const char   *field,
                  GPtrArray    *terms)
{
  GPtrArray *named = g_ptr_array_new ();
  g_auto(GStrv) ids = calx_reader_strings_or_none (load->reader, object, path, field);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CalxTreatmentTerm *term = calx_treatment_terms_find (terms, ids[i]);

      if (term == NULL)
        calx_reader_fail (load->reader, path, field, "there is no '%s'", ids[i]);
      else
        g_ptr_array_add (named, (gpointer) term);
    }
  return named;
}

static GPtrArray *
load_drugs (CalxFactLoad *load,
            JsonObject   *object,
            const char   *path)
{
  GPtrArray *drugs = g_ptr_array_new_with_free_func (drug_free);
  g_autoptr(JsonArray) array = NULL;

  if (!calx_reader_has (object, "drugs"))
    return drugs;
  array = calx_reader_array (load->reader, object, path, "drugs");
  for (guint i = 0; i < json_array_get_length (array) && load->reader->error == NULL; i++)
    {
      g_autofree char *child_path = g_strdup_printf ("%s.drugs[%u]", path, i);
      g_autoptr(JsonObject) child = calx_reader_as_object (load->reader, json_array_get_element (array, i),
                                                           child_path);
      CalxDrug *drug = g_new0 (CalxDrug, 1);

      drug->id = g_strdup (calx_reader_string (load->reader, child, child_path, "id"));
      drug->label = g_strdup (calx_reader_string (load->reader, child, child_path, "label"));
      drug->atc = g_strdup (calx_reader_text (load->reader, child, child_path, "atc"));
      g_ptr_array_add (drugs, drug);
    }
  return drugs;
}

static void
load_kind (CalxTreatments *self,
           CalxFactLoad   *load,
           JsonObject     *object,
           const char     *path)
{
  CalxTreatmentKind *kind = g_new0 (CalxTreatmentKind, 1);
  const char *group = calx_reader_string (load->reader, object, path, "group");

  kind->group = calx_treatment_terms_find (self->groups, group);
  if (kind->group == NULL)
    calx_reader_fail (load->reader, path, "group", "there is no '%s'", group);
  calx_statement_load (load, &kind->statement, object, path, FALSE);
  kind->drugs = load_drugs (load, object, path);
  kind->routes = load_named_terms (load, object, path, "routes", self->routes);
  kind->indications = load_named_terms (load, object, path, "indications", self->indications);
  kind->adverse = load_named_terms (load, object, path, "adverse", self->adverse);
  kind->evidence = calx_treatment_facts_load (load, object, path, "evidence", TRUE);
  kind->doses = calx_treatment_facts_load (load, object, path, "doses", FALSE);
  if (load->reader->error == NULL && calx_treatments_find (self, kind->statement.id) != NULL)
    calx_reader_fail (load->reader, path, "id", "'%s' is there twice", kind->statement.id);
  g_ptr_array_add (self->kinds, kind);
}

static void
load_all (CalxTreatments *self,
          CalxFactLoad   *load,
          JsonObject     *root,
          const char     *name)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonArray) array = NULL;

  self->groups = load_terms (load, root, top, "groups", FALSE);
  self->routes = load_terms (load, root, top, "routes", FALSE);
  self->indications = load_terms (load, root, top, "indications", TRUE);
  self->adverse = load_terms (load, root, top, "adverse_events", TRUE);
  array = calx_reader_array (load->reader, root, top, "treatments");
  for (guint i = 0; i < json_array_get_length (array) && load->reader->error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s treatments[%u]", top, i);
      g_autoptr(JsonObject) object = calx_reader_as_object (load->reader, json_array_get_element (array, i), path);

      load_kind (self, load, object, path);
    }
}

CalxTreatments *
calx_treatments_new (GBytes       *json,
                     const char   *name,
                     CalxInputs   *inputs,
                     CalxSources  *sources,
                     GError      **error)
{
  g_autoptr(CalxTreatments) self = NULL;
  g_autoptr(JsonObject) root = NULL;
  CalxReader reader = { NULL };
  CalxFactLoad load = { &reader, sources, { .inputs = inputs } };

  g_return_val_if_fail (json != NULL && name != NULL && inputs != NULL && sources != NULL, NULL);

  self = g_new0 (CalxTreatments, 1);
  self->kinds = g_ptr_array_new_with_free_func (kind_free);
  root = calx_reader_open (&reader, json, name, "calx-treatments/1");
  load_all (self, &load, root, name);
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}
