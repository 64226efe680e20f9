/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-handbook.h"

#include <string.h>

#include "calx-compendium.h"

static CalxKnowledge *
knowledge (void)
{
  static CalxKnowledge *loaded = NULL;
  g_autoptr(GError) error = NULL;

  if (loaded == NULL)
    loaded = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  return loaded;
}

static void
assert_refused (const char *texts,
                const char *word)
{
  g_autofree char *file = g_strdup_printf (
    "{\"format\": \"calx-handbook/1\", \"chapters\": [{\"id\": \"c\", \"label\": \"C\", \"texts\": [%s]}]}", texts);
  g_autoptr(GBytes) json = g_bytes_new (file, strlen (file));
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxHandbook) handbook = calx_handbook_new (json, "handbook.json", knowledge ()->sources, &error);

  g_assert_null (handbook);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_every_text_has_what_it_needs (void)
{
  CalxHandbook *handbook = knowledge ()->handbook;

  g_assert_cmpuint (calx_handbook_get_n (handbook), >, 5);
  for (guint i = 0; i < calx_handbook_get_n (handbook); i++)
    {
      const CalxHandbookChapter *chapter = calx_handbook_get_chapter (handbook, i);

      g_assert_cmpuint (chapter->texts->len, >, 0);
      for (guint k = 0; k < chapter->texts->len; k++)
        {
          const CalxStatement *text = g_ptr_array_index (chapter->texts, k);

          g_assert_null (text->when);
          g_assert_nonnull (text->sources[0]);
          g_assert_true (calx_handbook_find (handbook, text->id) == text);
        }
    }
  g_assert_null (calx_handbook_find (handbook, "no_such_text"));
}

static void
test_faults_are_refused (void)
{
  assert_refused ("{\"id\": \"a\", \"label\": \"A\", \"text\": \"T\", \"sources\": []}", "sources");
  assert_refused ("{\"id\": \"a\", \"label\": \"A\", \"text\": \"T\", \"sources\": [\"nobody\"]}", "nobody");
  assert_refused ("{\"id\": \"a\", \"label\": \"A\", \"sources\": [\"project\"]}", "text");
  assert_refused ("{\"id\": \"a\", \"label\": \"A\", \"text\": \"T\", \"sources\": [\"project\"]}, "
                  "{\"id\": \"a\", \"label\": \"B\", \"text\": \"U\", \"sources\": [\"project\"]}", "twice");
  assert_refused ("{\"id\": \"a\", \"label\": \"A\", \"text\": \"T\", \"when\": {}, \"sources\": [\"project\"]}", "when");
}

static const CalxCompendiumEntry *
find_entry (CalxCompendium *reference,
            const char    *section_id,
            const char    *id)
{
  for (guint i = 0; i < reference->sections->len; i++)
    {
      const CalxCompendiumSection *section = g_ptr_array_index (reference->sections, i);

      for (guint k = 0; g_str_equal (section->id, section_id) && k < section->entries->len; k++)
        {
          const CalxCompendiumEntry *entry = g_ptr_array_index (section->entries, k);

          if (g_str_equal (entry->id, id))
            return entry;
        }
    }
  return NULL;
}

static void
test_search_takes_every_word_in_any_case (void)
{
  g_autoptr(CalxCompendium) reference = calx_compendium_new_handbook (knowledge ());
  const CalxCompendiumEntry *codes = find_entry (reference, "codes", "codes");

  g_assert_nonnull (codes);
  g_assert_true (calx_compendium_matches (codes, ""));
  g_assert_true (calx_compendium_matches (codes, "l94.2"));
  g_assert_true (calx_compendium_matches (codes, "  SNOMED  icd-10 "));
  g_assert_true (calx_compendium_matches (codes, "unspecif"));
  g_assert_false (calx_compendium_matches (codes, "snomed warfarin"));
}

/* A fact file's sources and the model's are one list; who has no identifier says so. */
static void
test_all_sources_are_listed (void)
{
  g_autoptr(CalxCompendium) reference = calx_compendium_new_model (knowledge ());
  CalxSources *of_model = calx_risk_model_get_sources (knowledge ()->model);
  g_autofree char *text = calx_compendium_print (reference);

  for (guint i = 0; i < calx_sources_get_n (knowledge ()->sources); i++)
    g_assert_nonnull (find_entry (reference, "sources", calx_sources_get (knowledge ()->sources, i)->id));
  for (guint i = 0; i < calx_sources_get_n (of_model); i++)
    g_assert_nonnull (find_entry (reference, "sources", calx_sources_get (of_model, i)->id));
  g_assert_nonnull (strstr (text, "  Identifier: PMID 26908770\n"));
  g_assert_nonnull (strstr (text, "  Identifier: no identifier (not identified)\n"));
  g_assert_nonnull (strstr (text, "  Identifier: no identifier (not a publication)\n"));
  g_assert_nonnull (strstr (text, "  What it does not show: Mortality, not calciphylaxis\n"));
}

static void
test_a_source_is_described_whole (void)
{
  g_autofree char *text = calx_compendium_describe (calx_sources_find (knowledge ()->sources, "siontis2018"));

  g_assert_cmpstr (text, ==, "Siontis KC et al. Circulation 2018; US dialysis patients with atrial fibrillation; "
                             "apixaban against warfarin; read: abstract; limits: Observational; bleeding, not "
                             "calciphylaxis; PMC6202193");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handbook/every-text-has-what-it-needs", test_every_text_has_what_it_needs);
  g_test_add_func ("/handbook/faults-are-refused", test_faults_are_refused);
  g_test_add_func ("/handbook/search-takes-every-word-in-any-case", test_search_takes_every_word_in_any_case);
  g_test_add_func ("/handbook/all-sources-are-listed", test_all_sources_are_listed);
  g_test_add_func ("/handbook/a-source-is-described-whole", test_a_source_is_described_whole);
  return g_test_run ();
}
