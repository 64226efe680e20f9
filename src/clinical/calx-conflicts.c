/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-conflicts.h"

#include "calx-treatments-load.h"

struct _CalxConflicts
{
  GPtrArray  *rules;     /* CalxStatement: what conflicts ask for by name */
  GHashTable *named;     /* id -> CalxRule of rules */
  GPtrArray  *conflicts; /* CalxConflict */
};

static void
conflict_free (gpointer data)
{
  CalxConflict *conflict = data;

  calx_statement_clear (&conflict->statement);
  g_strfreev (conflict->treatments);
  g_strfreev (conflict->routes);
  g_clear_pointer (&conflict->sides, g_ptr_array_unref);
  g_free (conflict);
}

/* Loading */

static void
load_status (CalxFactLoad *load,
             CalxConflict *conflict,
             JsonObject   *object,
             const char   *path)
{
  const char *status = calx_reader_string (load->reader, object, path, "status");

  conflict->stopped = g_str_equal (status, "stopped");
  if (!conflict->stopped && !g_str_equal (status, "current"))
    calx_reader_fail (load->reader, path, "status", "must be current or stopped, not '%s'", status);
}

static void
load_kinds (CalxFactLoad   *load,
            CalxConflict   *conflict,
            JsonObject     *object,
            const char     *path)
{
  conflict->treatments = calx_reader_strings (load->reader, object, path, "treatments");
  if (conflict->treatments[0] == NULL)
    calx_reader_fail (load->reader, path, "treatments", "must not be empty");
  for (guint i = 0; conflict->treatments[i] != NULL; i++)
    if (calx_treatments_find (load->scope.treatments, conflict->treatments[i]) == NULL)
      calx_reader_fail (load->reader, path, "treatments", "no treatment is called '%s'", conflict->treatments[i]);
  conflict->routes = calx_reader_strings_or_none (load->reader, object, path, "routes");
  for (guint i = 0; conflict->routes[i] != NULL; i++)
    if (calx_treatment_terms_find (calx_treatments_get_routes (load->scope.treatments), conflict->routes[i]) == NULL)
      calx_reader_fail (load->reader, path, "routes", "there is no '%s'", conflict->routes[i]);
}

static void
load_offer (CalxFactLoad *load,
            CalxConflict *conflict,
            JsonObject   *object,
            const char   *path)
{
  g_autofree char *offer_path = g_strconcat (path, ".offers", NULL);
  g_autoptr(JsonObject) offer = NULL;
  const char *answer;

  if (!calx_reader_has (object, "offers"))
    return;
  offer = calx_reader_object (load->reader, object, path, "offers");
  conflict->offer = calx_inputs_find (load->scope.inputs,
                                      calx_reader_string (load->reader, offer, offer_path, "input"));
  if (conflict->offer == NULL || conflict->offer->kind != CALX_INPUT_BOOLEAN)
    calx_reader_fail (load->reader, offer_path, "input", "must be an input that is answered with yes or no");
  answer = calx_reader_string (load->reader, offer, offer_path, "answer");
  conflict->offers_yes = g_str_equal (answer, "yes");
  if (!conflict->offers_yes && !g_str_equal (answer, "no"))
    calx_reader_fail (load->reader, offer_path, "answer", "must be yes or no, not '%s'", answer);
}

static void
load_conflict (CalxConflicts *self,
               CalxFactLoad  *load,
               JsonObject    *object,
               const char    *path)
{
  CalxConflict *conflict = g_new0 (CalxConflict, 1);

  calx_statement_load (load, &conflict->statement, object, path, FALSE);
  load_kinds (load, conflict, object, path);
  load_status (load, conflict, object, path);
  load_offer (load, conflict, object, path);
  conflict->asks = calx_reader_boolean (load->reader, object, path, "asks");
  conflict->sides = calx_treatment_facts_load (load, object, path, "sides", FALSE);
  if (load->reader->error == NULL && calx_conflicts_find (self, conflict->statement.id) != NULL)
    calx_reader_fail (load->reader, path, "id", "'%s' is there twice", conflict->statement.id);
  g_ptr_array_add (self->conflicts, conflict);
}

CalxConflicts *
calx_conflicts_new (GBytes          *json,
                    const char      *name,
                    CalxInputs      *inputs,
                    CalxRegions     *regions,
                    CalxSources     *sources,
                    CalxTreatments  *treatments,
                    GError         **error)
{
  g_autoptr(CalxConflicts) self = NULL;
  g_autoptr(JsonObject) root = NULL;
  g_autoptr(JsonArray) array = NULL;
  g_autofree char *top = NULL;
  CalxReader reader = { NULL };
  CalxFactLoad load = { &reader, sources, { inputs, regions, NULL, treatments } };

  g_return_val_if_fail (json != NULL && name != NULL && inputs != NULL && regions != NULL, NULL);
  g_return_val_if_fail (sources != NULL && treatments != NULL, NULL);

  self = g_new0 (CalxConflicts, 1);
  self->named = g_hash_table_new (g_str_hash, g_str_equal);
  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  load.scope.rules = self->named;
  top = g_strconcat (name, ":", NULL);
  root = calx_reader_open (&reader, json, name, "calx-conflicts/1");
  self->rules = calx_fact_load_list (&load, root, top, "rules", calx_statement_load_fact, calx_statement_free);
  array = calx_reader_array (&reader, root, top, "conflicts");
  for (guint i = 0; i < json_array_get_length (array) && reader.error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s conflicts[%u]", top, i);
      g_autoptr(JsonObject) object = calx_reader_as_object (&reader, json_array_get_element (array, i), path);

      load_conflict (self, &load, object, path);
    }
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

void
calx_conflicts_free (CalxConflicts *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  g_clear_pointer (&self->named, g_hash_table_unref);
  g_free (self);
}

guint
calx_conflicts_get_n (CalxConflicts *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->conflicts->len;
}

const CalxConflict *
calx_conflicts_get (CalxConflicts *self,
                    guint          index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->conflicts->len, NULL);

  return g_ptr_array_index (self->conflicts, index);
}

const CalxConflict *
calx_conflicts_find (CalxConflicts *self,
                     const char    *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const CalxConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (g_str_equal (conflict->statement.id, id))
        return conflict;
    }
  return NULL;
}

/* Finding */

static void
found_clear (gpointer data)
{
  CalxFoundConflict *found = data;

  calx_treatment_unref (found->treatment);
  g_array_unref (found->used);
}

static void
found_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, found_clear);
}

static gboolean
is_raised (const CalxConflict  *conflict,
           const CalxTreatment *treatment)
{
  return g_strv_contains ((const char *const *) conflict->treatments, treatment->kind) &&
         treatment->stopped == conflict->stopped &&
         (conflict->routes[0] == NULL || *treatment->route == '\0' ||
          g_strv_contains ((const char *const *) conflict->routes, treatment->route));
}

/* Another treatment of the kind that runs: then the kind was not stopped, but changed. */
static gboolean
runs_again (GPtrArray           *treatments,
            const CalxTreatment *stopped)
{
  for (guint i = 0; i < treatments->len; i++)
    {
      const CalxTreatment *other = g_ptr_array_index (treatments, i);

      if (other->kind == stopped->kind && !other->stopped)
        return TRUE;
    }
  return FALSE;
}

/* NULL where there is no conflict. */
static CalxFoundConflict *
evaluate (const CalxConflict *conflict,
          CalxTreatment      *treatment,
          const CalxFacts    *facts)
{
  g_autoptr(GArray) used = NULL;
  CalxFoundConflict *found;
  CalxRuleResult result = CALX_RULE_MET;

  if (!is_raised (conflict, treatment) || (conflict->stopped && runs_again (facts->treatments, treatment)))
    return NULL;
  used = g_array_new (FALSE, FALSE, sizeof (CalxEvidence));
  if (conflict->statement.when != NULL)
    result = calx_rule_evaluate (conflict->statement.when, facts, used);
  if (result == CALX_RULE_NOT_MET)
    return NULL;
  found = g_atomic_rc_box_new0 (CalxFoundConflict);
  found->conflict = conflict;
  found->treatment = calx_treatment_ref (treatment);
  found->route_unknown = conflict->routes[0] != NULL && *treatment->route == '\0';
  found->result = found->route_unknown ? CALX_RULE_UNKNOWN : result;
  /* What is met needs no knowing; only the way of giving is then asked for. */
  if (found->route_unknown && result == CALX_RULE_MET)
    g_array_set_size (used, 0);
  found->used = g_steal_pointer (&used);
  return found;
}

GPtrArray *
calx_conflicts_evaluate (CalxConflicts   *self,
                         const CalxFacts *facts)
{
  static const CalxRuleResult order[] = { CALX_RULE_MET, CALX_RULE_UNKNOWN };
  GPtrArray *all;

  g_return_val_if_fail (self != NULL && facts != NULL, NULL);

  all = g_ptr_array_new_with_free_func (found_unref);
  for (guint i = 0; facts->treatments != NULL && i < facts->treatments->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (order); k++)
      for (guint j = 0; j < self->conflicts->len; j++)
        {
          CalxFoundConflict *found = evaluate (self->conflicts->pdata[j], facts->treatments->pdata[i], facts);

          if (found != NULL && found->result == order[k])
            g_ptr_array_add (all, found);
          else if (found != NULL)
            found_unref (found);
        }
  return all;
}

static gboolean
was_there (GPtrArray               *before,
           const CalxFoundConflict *found)
{
  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      const CalxFoundConflict *old = before->pdata[i];

      if (old->conflict == found->conflict && g_str_equal (old->treatment->uuid, found->treatment->uuid) &&
          (old->result == CALX_RULE_MET || found->result == CALX_RULE_UNKNOWN))
        return TRUE;
    }
  return FALSE;
}

GPtrArray *
calx_conflicts_list_new (GPtrArray *found,
                         GPtrArray *before)
{
  GPtrArray *new;

  g_return_val_if_fail (found != NULL, NULL);

  new = g_ptr_array_new ();
  for (guint i = 0; i < found->len; i++)
    {
      const CalxFoundConflict *one = found->pdata[i];

      if (one->conflict->asks && !was_there (before, one))
        g_ptr_array_add (new, (gpointer) one);
    }
  return new;
}
