/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-compendium.h"

#include <glib/gi18n-lib.h>

#include "calx-compendium-facts.h"
#include "calx-model-card.h"

static void
fact_free (gpointer data)
{
  CalxCompendiumFact *fact = data;

  g_free (fact->label);
  g_free (fact->text);
  g_free (fact);
}

static void
entry_free (gpointer data)
{
  CalxCompendiumEntry *entry = data;

  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->text);
  g_free (entry->note);
  g_free (entry->basis);
  g_ptr_array_unref (entry->facts);
  g_ptr_array_unref (entry->sources);
  g_free (entry);
}

static void
section_free (gpointer data)
{
  CalxCompendiumSection *section = data;

  g_free (section->id);
  g_free (section->title);
  g_ptr_array_unref (section->entries);
  g_free (section);
}

CalxCompendium *
calx_compendium_new (CalxKnowledge *knowledge)
{
  CalxCompendium *self = g_new0 (CalxCompendium, 1);

  self->knowledge = knowledge == NULL ? NULL : calx_knowledge_ref (knowledge);
  self->sections = g_ptr_array_new_with_free_func (section_free);
  return self;
}

void
calx_compendium_free (CalxCompendium *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sections);
  g_clear_pointer (&self->knowledge, calx_knowledge_unref);
  g_free (self);
}

CalxCompendiumSection *
calx_compendium_add_section (CalxCompendium *self,
                             const char     *id,
                             const char     *title)
{
  CalxCompendiumSection *section;

  g_return_val_if_fail (self != NULL && id != NULL && title != NULL, NULL);

  section = g_new0 (CalxCompendiumSection, 1);
  section->id = g_strdup (id);
  section->title = g_strdup (title);
  section->entries = g_ptr_array_new_with_free_func (entry_free);
  g_ptr_array_add (self->sections, section);
  return section;
}

CalxCompendiumEntry *
calx_compendium_add_entry (CalxCompendiumSection *section,
                           const char            *id,
                           const char            *title,
                           const char            *text)
{
  CalxCompendiumEntry *entry;

  g_return_val_if_fail (section != NULL && id != NULL && title != NULL && text != NULL, NULL);

  entry = g_new0 (CalxCompendiumEntry, 1);
  entry->id = g_strdup (id);
  entry->title = g_strdup (title);
  entry->text = g_strdup (text);
  entry->note = g_strdup ("");
  entry->basis = g_strdup ("");
  entry->facts = g_ptr_array_new_with_free_func (fact_free);
  entry->sources = g_ptr_array_new ();
  g_ptr_array_add (section->entries, entry);
  return entry;
}

void
calx_compendium_take_fact (CalxCompendiumEntry *entry,
                           const char          *label,
                           char                *text)
{
  CalxCompendiumFact *fact;

  g_return_if_fail (entry != NULL && label != NULL);

  if (text == NULL || *text == '\0')
    {
      g_free (text);
      return;
    }
  fact = g_new0 (CalxCompendiumFact, 1);
  fact->label = g_strdup (label);
  fact->text = text;
  g_ptr_array_add (entry->facts, fact);
}

void
calx_compendium_add_sources (CalxCompendiumEntry  *entry,
                             CalxSources          *sources,
                             char                **ids)
{
  g_return_if_fail (entry != NULL && sources != NULL && ids != NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CalxSource *source = calx_sources_find (sources, ids[i]);

      if (source != NULL && !g_ptr_array_find (entry->sources, source, NULL))
        g_ptr_array_add (entry->sources, (gpointer) source);
    }
}

static gboolean
has_identifier (const CalxSource *source)
{
  return *source->pmid != '\0' || *source->pmcid != '\0' || *source->doi != '\0';
}

/* "PMID 26908770; PMC5084892; doi:10...", or that there is none and why */
static char *
describe_identifiers (const CalxSource *source)
{
  GString *text = g_string_new (NULL);

  if (*source->pmid != '\0')
    g_string_append_printf (text, "; PMID %s", source->pmid);
  if (*source->pmcid != '\0')
    g_string_append_printf (text, "; %s", source->pmcid);
  if (*source->doi != '\0')
    g_string_append_printf (text, "; doi:%s", source->doi);
  if (!has_identifier (source))
    {
      g_string_append_printf (text, "; %s", _("no identifier"));
      if (*source->identifier != '\0')
        g_string_append_printf (text, " (%s)", source->identifier);
    }
  g_string_erase (text, 0, 2);
  return g_string_free (text, FALSE);
}

char *
calx_compendium_describe (const CalxSource *source)
{
  g_autofree char *identifiers = NULL;
  GString *text;

  g_return_val_if_fail (source != NULL, NULL);

  text = g_string_new (source->cite);
  identifiers = describe_identifiers (source);
  if (*source->n != '\0')
    g_string_append_printf (text, "; %s", source->n);
  if (*source->population != '\0')
    g_string_append_printf (text, "; %s", source->population);
  g_string_append_printf (text, _("; read: %s"), source->read);
  if (*source->limits != '\0')
    g_string_append_printf (text, _("; limits: %s"), source->limits);
  g_string_append_printf (text, "; %s", identifiers);
  return g_string_free (text, FALSE);
}

CalxCompendium *
calx_compendium_new_handbook (CalxKnowledge *knowledge)
{
  CalxCompendium *self;

  g_return_val_if_fail (knowledge != NULL, NULL);

  self = calx_compendium_new (knowledge);
  for (guint i = 0; i < calx_handbook_get_n (knowledge->handbook); i++)
    {
      const CalxHandbookChapter *chapter = calx_handbook_get_chapter (knowledge->handbook, i);
      CalxCompendiumSection *section = calx_compendium_add_section (self, chapter->id, _(chapter->label));

      for (guint k = 0; k < chapter->texts->len; k++)
        calx_compendium_add_statement (section, knowledge->sources, g_ptr_array_index (chapter->texts, k));
    }
  calx_compendium_add_facts (self);
  return self;
}

static void
add_source (CalxCompendiumSection *section,
            const CalxSource      *source)
{
  CalxCompendiumEntry *entry = calx_compendium_add_entry (section, source->id, source->cite, "");

  calx_compendium_take_fact (entry, _("Patients"), g_strdup (source->n));
  calx_compendium_take_fact (entry, _("Who"), g_strdup (source->population));
  calx_compendium_take_fact (entry, _("How it was read"), g_strdup (source->read));
  calx_compendium_take_fact (entry, _("What it does not show"), g_strdup (source->limits));
  calx_compendium_take_fact (entry, _("Identifier"), describe_identifiers (source));
}

static int
compare_cites (gconstpointer a,
               gconstpointer b)
{
  const CalxSource *const *first = a, *const *second = b;

  return g_utf8_collate ((*first)->cite, (*second)->cite);
}

static void
collect_sources (GPtrArray   *all,
                 CalxSources *sources,
                 CalxSources *without)
{
  for (guint i = 0; i < calx_sources_get_n (sources); i++)
    {
      const CalxSource *source = calx_sources_get (sources, i);

      if (without == NULL || calx_sources_find (without, source->id) == NULL)
        g_ptr_array_add (all, (gpointer) source);
    }
}

/* What the fact files know of a source, its limits above all, stands in the place of what the model says. */
static void
prefer (CalxCompendium *self,
        CalxSources    *sources)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      const CalxCompendiumSection *section = g_ptr_array_index (self->sections, i);

      for (guint k = 0; k < section->entries->len; k++)
        {
          const CalxCompendiumEntry *entry = g_ptr_array_index (section->entries, k);

          for (guint l = 0; l < entry->sources->len; l++)
            {
              const CalxSource *mine = g_ptr_array_index (entry->sources, l);
              const CalxSource *other = calx_sources_find (sources, mine->id);

              if (other != NULL && g_str_equal (other->cite, mine->cite))
                entry->sources->pdata[l] = (gpointer) other;
            }
        }
    }
}

CalxCompendium *
calx_compendium_new_model (CalxKnowledge *knowledge)
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new ();
  CalxCompendiumSection *section;
  CalxCompendium *self;

  g_return_val_if_fail (knowledge != NULL, NULL);

  self = calx_compendium_new (knowledge);
  calx_risk_model_add_card (knowledge->model, self);
  prefer (self, knowledge->sources);
  section = calx_compendium_add_section (self, "sources", _("All sources"));
  collect_sources (sources, knowledge->sources, NULL);
  collect_sources (sources, calx_risk_model_get_sources (knowledge->model), knowledge->sources);
  g_ptr_array_sort (sources, compare_cites);
  for (guint i = 0; i < sources->len; i++)
    add_source (section, g_ptr_array_index (sources, i));
  return self;
}

gboolean
calx_compendium_matches (const CalxCompendiumEntry *entry,
                         const char                *words)
{
  g_autofree char *folded_words = NULL;
  g_autofree char *folded = NULL;
  g_auto(GStrv) each = NULL;
  g_autoptr(GString) all = NULL;

  g_return_val_if_fail (entry != NULL && words != NULL, FALSE);

  all = g_string_new (NULL);
  g_string_append_printf (all, "%s\n%s\n%s\n%s", entry->title, entry->text, entry->note, entry->basis);
  for (guint i = 0; i < entry->facts->len; i++)
    {
      const CalxCompendiumFact *fact = g_ptr_array_index (entry->facts, i);

      g_string_append_printf (all, "\n%s: %s", fact->label, fact->text);
    }
  folded = g_utf8_casefold (all->str, -1);
  folded_words = g_utf8_casefold (words, -1);
  each = g_strsplit_set (folded_words, " \t\n", -1);
  for (guint i = 0; each[i] != NULL; i++)
    if (strstr (folded, each[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
print_entry (GString                   *text,
             const CalxCompendiumEntry *entry)
{
  g_string_append_printf (text, "\n%s\n", entry->title);
  if (*entry->text != '\0')
    g_string_append_printf (text, "  %s\n", entry->text);
  for (guint i = 0; i < entry->facts->len; i++)
    {
      const CalxCompendiumFact *fact = g_ptr_array_index (entry->facts, i);

      g_string_append_printf (text, "  %s: %s\n", fact->label, fact->text);
    }
  if (*entry->note != '\0')
    g_string_append_printf (text, "  %s\n", entry->note);
  if (*entry->basis != '\0')
    g_string_append_printf (text, "  %s\n", entry->basis);
  if (entry->sources->len > 0)
    g_string_append_printf (text, "  %s\n", _("Sources:"));
  for (guint i = 0; i < entry->sources->len; i++)
    {
      g_autofree char *source = calx_compendium_describe (g_ptr_array_index (entry->sources, i));

      g_string_append_printf (text, "    %s\n", source);
    }
}

char *
calx_compendium_print (CalxCompendium *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const CalxCompendiumSection *section = g_ptr_array_index (self->sections, i);
      g_autofree char *title = g_utf8_strup (section->title, -1);

      g_string_append_printf (text, "%s%s\n", i == 0 ? "" : "\n", title);
      for (guint k = 0; k < section->entries->len; k++)
        print_entry (text, g_ptr_array_index (section->entries, k));
    }
  return g_string_free (text, FALSE);
}
