/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every rule of every file of data/ has a case that meets it, one that does not, and one where it is
 * unknown; and so has every part of it that asks a fact. The cases stand in clauses/, a file for each of
 * data/: {"rule": {"met": ["findings | lesions | treatments"], "not_met": [...], "unknown": [...]}}, as
 * review_with_treatments() reads them. */
#include "review-fixture.h"
#include "rule-walk.h"
#include "score-fixture.h"

static const char *const results[] = { "unknown", "not_met", "met" };

static JsonObject *
read_cases (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "clinical", "clauses", file, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  if (!json_parser_load_from_file (parser, path, &error))
    g_error ("the rules of data/%s need a file of cases: %s", file, error->message);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static CalxReview *
review_case (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "|", 3);
  const char *given[3] = { "", "", "" };

  for (guint i = 0; parts[i] != NULL; i++)
    given[i] = parts[i];
  return review_with_treatments (given[0], given[1], given[2]);
}

static void
fail (const char *why,
      const char *what,
      const char *text,
      const char *more)
{
  g_test_message ("%s: %s: %s %s", why, what, text, more);
  g_test_fail ();
}

static void
check_rule (const WalkedRule *walked,
            JsonObject       *cases)
{
  for (guint wanted = 0; wanted < G_N_ELEMENTS (results); wanted++)
    {
      JsonArray *texts = json_object_has_member (cases, walked->key)
                           ? json_object_get_array_member (json_object_get_object_member (cases, walked->key),
                                                           results[wanted])
                           : NULL;

      if (texts == NULL || json_array_get_length (texts) == 0)
        fail ("no case", walked->key, results[wanted], "");
      for (guint i = 0; texts != NULL && i < json_array_get_length (texts); i++)
        {
          const char *text = json_array_get_string_element (texts, i);
          g_autoptr(CalxReview) review = review_case (text);
          CalxRuleResult result = calx_rule_evaluate (walked->rule, &review->facts, NULL);

          if (result != wanted)
            fail (walked->key, text, "is", results[result]);
        }
    }
}

/* A case for no rule would be forgotten when its rule is renamed. */
static void
check_names (GPtrArray  *rules,
             JsonObject *cases)
{
  g_autoptr(GList) members = json_object_get_members (cases);

  for (GList *l = members; l != NULL; l = l->next)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < rules->len; i++)
        found |= g_str_equal (((WalkedRule *) rules->pdata[i])->key, l->data);
      if (!found)
        fail ("no rule", l->data, "", "");
    }
}

/* For each leaf, over all cases of the file: a bit for each result. */
static void
note_results (GPtrArray  *leaves,
              JsonObject *cases,
              guint      *seen)
{
  g_autoptr(GList) members = json_object_get_members (cases);

  for (GList *l = members; l != NULL; l = l->next)
    for (guint i = 0; i < G_N_ELEMENTS (results); i++)
      {
        JsonObject *of_rule = json_object_get_object_member (cases, l->data);
        JsonArray *texts = json_object_get_array_member (of_rule, results[i]);

        for (guint j = 0; texts != NULL && j < json_array_get_length (texts); j++)
          {
            g_autoptr(CalxReview) review = review_case (json_array_get_string_element (texts, j));

            for (guint k = 0; k < leaves->len; k++)
              seen[k] |= 1u << calx_rule_evaluate (((WalkedLeaf *) leaves->pdata[k])->rule, &review->facts,
                                                   NULL);
          }
      }
}

static void
test_file (gconstpointer data)
{
  const char *name = data;
  g_autoptr(JsonObject) cases = read_cases (name);
  g_autoptr(GPtrArray) rules = rule_walk_rules (name);
  g_autoptr(GPtrArray) leaves = rule_walk_leaves (name);
  g_autofree guint *seen = g_new0 (guint, leaves->len);

  for (guint i = 0; i < rules->len; i++)
    check_rule (rules->pdata[i], cases);
  check_names (rules, cases);
  note_results (leaves, cases, seen);
  for (guint i = 0; i < leaves->len; i++)
    for (guint result = 0; result < G_N_ELEMENTS (results); result++)
      if ((seen[i] & (1u << result)) == 0)
        {
          const WalkedLeaf *leaf = leaves->pdata[i];

          fail ("never in any case", results[result], leaf->key, leaf->text);
        }
}

int
main (int   argc,
      char *argv[])
{
  static GPtrArray *files; /* the tests borrow their names */

  g_test_init (&argc, &argv, NULL);
  files = rule_walk_files ();
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_strconcat ("/clauses/", files->pdata[i], NULL);

      g_test_add_data_func (path, files->pdata[i], test_file);
    }
  return g_test_run ();
}
