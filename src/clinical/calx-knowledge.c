/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-knowledge.h"

#include "calx-data.h"

#define DATA_PREFIX "/io/github/calx/Calx/data/"

GBytes *
calx_knowledge_lookup (const char  *name,
                       GError     **error)
{
  static gsize registered = 0;
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_once_init_enter (&registered))
    {
      calx_data_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  path = g_strconcat (DATA_PREFIX, name, NULL);
  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
load_units (CalxKnowledge  *self,
            GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("units.json", error);

  if (json == NULL)
    return FALSE;
  self->units = calx_units_new (json, "units.json", error);
  return self->units != NULL;
}

static gboolean
load_inputs (CalxKnowledge  *self,
             GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("inputs.json", error);

  if (json == NULL)
    return FALSE;
  self->inputs = calx_inputs_new (json, "inputs.json", self->units, error);
  return self->inputs != NULL;
}

static gboolean
load_regions (CalxKnowledge  *self,
              GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("regions.json", error);

  if (json == NULL)
    return FALSE;
  self->regions = calx_regions_new (json, "regions.json", error);
  return self->regions != NULL;
}

static gboolean
load_instruments (CalxKnowledge  *self,
                  GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("instruments.json", error);

  if (json == NULL)
    return FALSE;
  self->instruments = calx_instruments_new (json, "instruments.json", self->sources, error);
  return self->instruments != NULL;
}

static gboolean
load_sources (CalxKnowledge  *self,
              GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("sources.json", error);

  if (json == NULL)
    return FALSE;
  self->sources = calx_sources_new (json, "sources.json", error);
  return self->sources != NULL;
}

static gboolean
load_figures (CalxKnowledge  *self,
              GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("figures.json", error);

  if (json == NULL)
    return FALSE;
  self->figures = calx_figures_new (json, "figures.json", self->sources, error);
  return self->figures != NULL;
}

static gboolean
load_criteria (CalxKnowledge  *self,
               GError        **error)
{
  CalxRuleScope scope = { self->inputs, self->regions, NULL };
  g_autoptr(GBytes) json = calx_knowledge_lookup ("criteria.json", error);

  if (json == NULL)
    return FALSE;
  self->criteria = calx_criteria_new (json, "criteria.json", &scope, self->sources, error);
  return self->criteria != NULL;
}

static gboolean
load_handbook (CalxKnowledge  *self,
               GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("handbook.json", error);

  if (json == NULL)
    return FALSE;
  self->handbook = calx_handbook_new (json, "handbook.json", self->sources, error);
  return self->handbook != NULL;
}

static gboolean
load_subtypes (CalxKnowledge  *self,
               GError        **error)
{
  CalxRuleScope scope = { self->inputs, self->regions, NULL };
  g_autoptr(GBytes) json = calx_knowledge_lookup ("subtypes.json", error);

  if (json == NULL)
    return FALSE;
  self->subtypes = calx_subtypes_new (json, "subtypes.json", &scope, self->sources, error);
  return self->subtypes != NULL;
}

static gboolean
load_prognosis (CalxKnowledge  *self,
                GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("prognosis.json", error);

  if (json == NULL)
    return FALSE;
  self->prognosis = calx_prognosis_new (json, "prognosis.json", self->inputs, self->regions, self->sources,
                                        error);
  return self->prognosis != NULL;
}

static gboolean
load_targets (CalxKnowledge  *self,
              GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("targets.json", error);

  if (json == NULL)
    return FALSE;
  self->targets = calx_targets_new (json, "targets.json", self->inputs, self->units, self->sources, error);
  return self->targets != NULL;
}

static gboolean
load_workup (CalxKnowledge  *self,
             GError        **error)
{
  CalxRuleScope scope = { self->inputs, self->regions, NULL };
  g_autoptr(GBytes) json = calx_knowledge_lookup ("workup.json", error);

  if (json == NULL)
    return FALSE;
  self->workup = calx_workup_new (json, "workup.json", &scope, self->sources, error);
  return self->workup != NULL;
}

static gboolean
load_treatments (CalxKnowledge  *self,
                 GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("treatments.json", error);

  if (json == NULL)
    return FALSE;
  self->treatments = calx_treatments_new (json, "treatments.json", self->inputs, self->sources, error);
  return self->treatments != NULL;
}

static gboolean
load_conflicts (CalxKnowledge  *self,
                GError        **error)
{
  g_autoptr(GBytes) json = calx_knowledge_lookup ("conflicts.json", error);

  if (json == NULL)
    return FALSE;
  self->conflicts = calx_conflicts_new (json, "conflicts.json", self->inputs, self->regions, self->sources,
                                        self->treatments, error);
  return self->conflicts != NULL;
}

static GBytes *
read_file (const char  *path,
           GError     **error)
{
  char *contents;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, error))
    return NULL;
  return g_bytes_new_take (contents, length);
}

static gboolean
load_model (CalxKnowledge  *self,
            const char     *path,
            GError        **error)
{
  g_autoptr(GBytes) json = NULL;

  json = path == NULL ? calx_knowledge_lookup ("onset-model.json", error) : read_file (path, error);
  if (json == NULL)
    return FALSE;
  self->model = calx_risk_model_new (json, path == NULL ? "onset-model.json" : path, self->inputs,
                                     self->units, error);
  return self->model != NULL;
}

CalxKnowledge *
calx_knowledge_load (const char  *model_path,
                     GError     **error)
{
  g_autoptr(CalxKnowledge) self = g_atomic_rc_box_new0 (CalxKnowledge);

  if (!load_units (self, error) || !load_inputs (self, error) || !load_regions (self, error) ||
      !load_sources (self, error) || !load_figures (self, error) || !load_instruments (self, error) ||
      !load_criteria (self, error) || !load_subtypes (self, error) ||
      !load_handbook (self, error) || !load_workup (self, error) ||
      !load_prognosis (self, error) || !load_targets (self, error) ||
      !load_treatments (self, error) || !load_conflicts (self, error) ||
      !load_model (self, model_path, error))
    return NULL;
  return g_steal_pointer (&self);
}

CalxKnowledge *
calx_knowledge_ref (CalxKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CalxKnowledge *self = data;

  g_clear_pointer (&self->model, calx_risk_model_free);
  g_clear_pointer (&self->workup, calx_workup_free);
  g_clear_pointer (&self->subtypes, calx_subtypes_free);
  g_clear_pointer (&self->targets, calx_targets_free);
  g_clear_pointer (&self->prognosis, calx_prognosis_free);
  g_clear_pointer (&self->criteria, calx_criteria_free);
  g_clear_pointer (&self->handbook, calx_handbook_free);
  g_clear_pointer (&self->conflicts, calx_conflicts_free);
  g_clear_pointer (&self->treatments, calx_treatments_free);
  g_clear_pointer (&self->instruments, calx_instruments_free);
  g_clear_pointer (&self->figures, calx_figures_free);
  g_clear_pointer (&self->sources, calx_sources_unref);
  g_clear_pointer (&self->regions, calx_regions_unref);
  g_clear_pointer (&self->inputs, calx_inputs_unref);
  g_clear_pointer (&self->units, calx_units_unref);
}

void
calx_knowledge_unref (CalxKnowledge *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}
