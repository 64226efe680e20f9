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
add_labels (CalxCompendiumEntry *entry,
            const char          *label,
            GPtrArray           *statements)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const CalxStatement *statement = g_ptr_array_index (statements, i);

      calx_compendium_take_fact (entry, label, g_strdup (translate (statement->label)));
    }
}

static void
add_subtype (CalxCompendium        *self,
             CalxCompendiumSection *section,
             const CalxSubtype     *subtype)
{
  CalxCompendiumEntry *entry = calx_compendium_add_statement (section, self->knowledge->sources, &subtype->statement);

  for (guint i = 0; i < subtype->rules->len; i++)
    {
      const CalxSubtypeRule *rule = g_ptr_array_index (subtype->rules, i);

      calx_compendium_take_fact (entry, rule->certainty == CALX_SUGGESTION_SUGGESTED ? _("Suggested by") : _("Possible with"),
                                 g_strdup (translate (rule->statement.label)));
    }
  add_labels (entry, _("Speaks for it"), subtype->reasons_for);
  add_labels (entry, _("Speaks against it"), subtype->reasons_against);
  add_labels (entry, _("Sub-class"), subtype->classes);
  for (guint i = 0; i < subtype->codes->len; i++)
    {
      const CalxSubtypeCode *code = g_ptr_array_index (subtype->codes, i);

      calx_compendium_take_fact (entry, code->system, g_strdup_printf ("%s, %s", code->code, translate (code->label)));
    }
}

static void
add_subtypes (CalxCompendium *self)
{
  CalxCompendiumSection *section = calx_compendium_add_section (self, "suggestions", _("How a subtype is suggested"));
  GPtrArray *subtypes = calx_subtypes_get (self->knowledge->subtypes);
  GPtrArray *facts = calx_subtypes_get_facts (self->knowledge->subtypes);

  for (guint i = 0; i < subtypes->len; i++)
    add_subtype (self, section, g_ptr_array_index (subtypes, i));
  for (guint i = 0; i < facts->len; i++)
    calx_compendium_add_statement (section, self->knowledge->sources, g_ptr_array_index (facts, i));
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

static void
add_workup_item (CalxCompendium        *self,
                 CalxCompendiumSection *section,
                 const CalxWorkupItem  *item)
{
  CalxCompendiumEntry *entry = calx_compendium_add_statement (section, self->knowledge->sources, &item->statement);

  calx_compendium_take_fact (entry, _("Its result"), g_strdup (translate (item->hint)));
  for (guint i = 0; i < item->cautions->len; i++)
    {
      const CalxWorkupCaution *caution = g_ptr_array_index (item->cautions, i);

      calx_compendium_take_fact (entry, _("Caution"), g_strdup (translate (caution->text)));
      calx_compendium_add_sources (entry, self->knowledge->sources, caution->sources);
    }
}

static void
add_workup (CalxCompendium *self)
{
  const CalxWorkup *workup = self->knowledge->workup;
  CalxCompendiumSection *section = calx_compendium_add_section (self, "workup_list", _("Work-up, item by item"));

  for (guint i = 0; i < workup->items->len; i++)
    add_workup_item (self, section, g_ptr_array_index (workup->items, i));
  section = calx_compendium_add_section (self, "differentials", _("What looks like it"));
  calx_compendium_add_statement (section, self->knowledge->sources, &workup->differential_note);
  for (guint i = 0; i < workup->differentials->len; i++)
    {
      const CalxDifferential *differential = g_ptr_array_index (workup->differentials, i);

      calx_compendium_add_statement (section, self->knowledge->sources, &differential->statement);
    }
}

static void
add_treatment_facts (CalxCompendium      *self,
                     CalxCompendiumEntry *entry,
                     const char          *label,
                     GPtrArray           *facts)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const CalxTreatmentFact *fact = g_ptr_array_index (facts, i);

      calx_compendium_take_fact (entry, label != NULL ? label : calx_strength_get_words (fact->strength),
                                 g_strdup (translate (fact->text)));
      calx_compendium_add_sources (entry, self->knowledge->sources, fact->sources);
    }
}

/* "Warfarin (B01AA03), Phenprocoumon (B01AA04)" */
static char *
list_drugs (GPtrArray *drugs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < drugs->len; i++)
    {
      const CalxDrug *drug = g_ptr_array_index (drugs, i);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : ", ", translate (drug->label));
      if (*drug->atc != '\0')
        g_string_append_printf (text, " (%s)", drug->atc);
    }
  return g_string_free (text, FALSE);
}

/* Beside what each is for stands what it is at odds with. */
static void
add_treatments (CalxCompendium *self)
{
  CalxTreatments *treatments = self->knowledge->treatments;
  CalxConflicts *conflicts = self->knowledge->conflicts;
  CalxCompendiumSection *section = calx_compendium_add_section (self, "treatments", _("Treatments, one by one"));

  for (guint i = 0; i < calx_treatments_get_n (treatments); i++)
    {
      const CalxTreatmentKind *kind = calx_treatments_get (treatments, i);
      CalxCompendiumEntry *entry = calx_compendium_add_statement (section, self->knowledge->sources, &kind->statement);

      calx_compendium_take_fact (entry, _("Medicines"), list_drugs (kind->drugs));
      add_treatment_facts (self, entry, NULL, kind->evidence);
      add_treatment_facts (self, entry, _("Dose as published, never a recommendation"), kind->doses);
    }
  section = calx_compendium_add_section (self, "conflicts", _("Where treatments conflict"));
  for (guint i = 0; i < calx_conflicts_get_n (conflicts); i++)
    {
      const CalxConflict *conflict = calx_conflicts_get (conflicts, i);
      CalxCompendiumEntry *entry
        = calx_compendium_add_statement (section, self->knowledge->sources, &conflict->statement);

      add_treatment_facts (self, entry, _("Published"), conflict->sides);
    }
}

void
calx_compendium_add_facts (CalxCompendium *self)
{
  g_return_if_fail (self != NULL && self->knowledge != NULL);

  add_criteria (self);
  add_subtypes (self);
  add_workup (self);
  add_treatments (self);
  add_prognosis (self);
}
