/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-compendium-facts.h"

#include <glib/gi18n-lib.h>

/* "" stays "": gettext would give the head of the catalogue. */
static const char *
translate (const char *text)
{
  return *text == '\0' ? "" : _(text);
}

static void
set_text (char       **field,
          const char  *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

CalxCompendiumEntry *
calx_compendium_add_statement (CalxCompendiumSection *section,
                               CalxSources           *sources,
                               const CalxStatement   *statement)
{
  CalxCompendiumEntry *entry = calx_compendium_add_entry (section, statement->id, translate (statement->label),
                                                          translate (statement->text));

  set_text (&entry->note, translate (statement->note));
  set_text (&entry->basis, calx_basis_get_words (statement->basis));
  calx_compendium_add_sources (entry, sources, statement->sources);
  return entry;
}

static const char *
name_group (CalxClauseGroup group)
{
  switch (group)
    {
    case CALX_CLAUSE_MAJOR:
      return _("Major");
    case CALX_CLAUSE_MINOR:
      return _("Minor");
    case CALX_CLAUSE_EXCLUSION:
      return _("Exclusion");
    case CALX_CLAUSE_PATHOLOGY:
      return _("Pathology");
    case CALX_CLAUSE_LESION:
    default:
      return _("Lesions");
    }
}

static void
add_criteria (CalxCompendium *self)
{
  CalxCompendiumSection *section = calx_compendium_add_section (self, "criteria", _("Criteria"));
  GPtrArray *sets = calx_criteria_get_sets (self->knowledge->criteria);

  for (guint i = 0; i < sets->len; i++)
    {
      const CalxCriteriaSet *set = g_ptr_array_index (sets, i);
      CalxCompendiumEntry *entry = calx_compendium_add_statement (section, self->knowledge->sources, &set->statement);

      for (guint k = 0; k < set->tiers->len; k++)
        {
          const CalxStatement *tier = g_ptr_array_index (set->tiers, k);

          calx_compendium_take_fact (entry, translate (tier->label), g_strdup (translate (tier->text)));
        }
      for (guint k = 0; k < set->clauses->len; k++)
        {
          const CalxClause *clause = g_ptr_array_index (set->clauses, k);

          calx_compendium_take_fact (entry, name_group (clause->group), g_strdup (translate (clause->statement.label)));
        }
    }
}

static void
add_prognosis_entry (CalxCompendium           *self,
                     CalxCompendiumSection    *section,
                     const CalxPrognosisEntry *shown)
{
  CalxCompendiumEntry *entry = calx_compendium_add_statement (section, self->knowledge->sources, &shown->statement);

  for (guint i = 0; i < shown->figures->len; i++)
    {
      const CalxPrognosisFigure *figure = g_ptr_array_index (shown->figures, i);

      calx_compendium_take_fact (entry, _("Found"), g_strdup (translate (figure->text)));
    }
  calx_compendium_take_fact (entry, _("Within"), g_strdup (translate (shown->horizon)));
  calx_compendium_take_fact (entry, _("Who"), g_strdup (translate (shown->population)));
  calx_compendium_take_fact (entry, _("Patients"), g_strdup (translate (shown->n)));
}

static void
add_prognosis (CalxCompendium *self)
{
  CalxPrognosis *prognosis = self->knowledge->prognosis;
  GPtrArray *entries = calx_prognosis_get_entries (prognosis);
  GPtrArray *sites = calx_prognosis_get_sites (prognosis);
  CalxCompendiumSection *section = calx_compendium_add_section (self, "prognosis", _("Published courses"));

  for (guint i = 0; i < entries->len; i++)
    add_prognosis_entry (self, section, g_ptr_array_index (entries, i));
  section = calx_compendium_add_section (self, "frequency", _("How often each place"));
  for (guint i = 0; i < sites->len; i++)
    {
      const CalxPrognosisSite *site = g_ptr_array_index (sites, i);
      CalxCompendiumEntry *entry = calx_compendium_add_statement (section, self->knowledge->sources, &site->statement);

      calx_compendium_take_fact (entry, _("Who"), g_strdup (translate (site->population)));
      calx_compendium_take_fact (entry, _("Patients"), g_strdup (translate (site->n)));
    }
}

void
calx_compendium_add_facts (CalxCompendium *self)
{
  g_return_if_fail (self != NULL && self->knowledge != NULL);

  add_criteria (self);
  add_prognosis (self);
}
