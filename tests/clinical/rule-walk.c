/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rule-walk.h"

#include <string.h>

#include "score-fixture.h"

/* What the walk carries through a file. */
typedef struct
{
  GPtrArray  *rules;  /* WalkedRule, or NULL */
  GPtrArray  *leaves; /* WalkedLeaf, or NULL */
  GHashTable *named;
} Walk;

static void
rule_free (gpointer data)
{
  WalkedRule *walked = data;

  g_free (walked->key);
  calx_rule_free (walked->rule);
  g_free (walked);
}

static void
leaf_free (gpointer data)
{
  WalkedLeaf *leaf = data;

  g_free (leaf->key);
  json_object_unref (leaf->json);
  g_free (leaf->text);
  calx_rule_free (leaf->rule);
  g_free (leaf);
}

static CalxRule *
compile (JsonNode   *node,
         const char *key,
         GHashTable *named)
{
  CalxKnowledge *knowledge = score_knowledge ();
  CalxRuleScope scope = { .inputs = knowledge->inputs,
                          .regions = knowledge->regions,
                          .rules = named,
                          .treatments = knowledge->treatments };
  g_autoptr(GError) error = NULL;
  CalxRule *rule = calx_rule_new (node, key, &scope, &error);

  g_assert_no_error (error);
  return rule;
}

static void
collect_leaves (Walk       *walk,
                const char *key,
                JsonNode   *node)
{
  static const char *const lists[] = { "all", "any", "of" };
  JsonObject *object = json_node_get_object (node);
  WalkedLeaf *leaf;

  if (json_object_has_member (object, "rule"))
    return; /* counted where it stands */
  if (json_object_has_member (object, "not"))
    {
      collect_leaves (walk, key, json_object_get_member (object, "not"));
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (json_object_has_member (object, lists[i]))
      {
        JsonArray *array = json_object_get_array_member (object, lists[i]);

        for (guint j = 0; j < json_array_get_length (array); j++)
          collect_leaves (walk, key, json_array_get_element (array, j));
        return;
      }
  leaf = g_new0 (WalkedLeaf, 1);
  leaf->key = g_strdup (key);
  leaf->json = json_object_ref (object);
  leaf->text = json_to_string (node, FALSE);
  leaf->rule = compile (node, key, NULL);
  g_ptr_array_add (walk->leaves, leaf);
}

static void
take_rule (Walk       *walk,
           JsonObject *object,
           const char *path)
{
  JsonNode *when = json_object_get_member (object, "when");
  const char *id = json_object_get_string_member_with_default (object, "id", NULL);
  WalkedRule *walked = g_new0 (WalkedRule, 1);

  walked->key = g_strdup (id != NULL ? id : path);
  walked->rule = compile (when, walked->key, walk->named);
  g_ptr_array_add (walk->rules, walked);
  if (id != NULL)
    g_hash_table_insert (walk->named, walked->key, walked->rule);
  collect_leaves (walk, walked->key, when);
}

static void
visit (Walk       *walk,
       JsonNode   *node,
       const char *path)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *element = g_strdup_printf ("%s[%u]", path, i);

          visit (walk, json_array_get_element (array, i), element);
        }
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr(GList) members = json_object_get_members (object);

      if (json_object_has_member (object, "when"))
        take_rule (walk, object, path);
      for (GList *l = members; l != NULL; l = l->next)
        {
          g_autofree char *member = g_strdup_printf ("%s%s%s", path, *path == '\0' ? "" : ".", (char *) l->data);

          if (!g_str_equal (l->data, "when"))
            visit (walk, json_object_get_member (object, l->data), member);
        }
    }
}

static void
walk_file (const char  *name,
           GPtrArray  **ret_rules,
           GPtrArray  **ret_leaves)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", file, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GError) error = NULL;
  Walk walk = { NULL };

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  walk.rules = g_ptr_array_new_with_free_func (rule_free);
  walk.leaves = g_ptr_array_new_with_free_func (leaf_free);
  walk.named = named;
  visit (&walk, json_parser_get_root (parser), "");
  *ret_rules = walk.rules;
  *ret_leaves = walk.leaves;
}

GPtrArray *
rule_walk_rules (const char *name)
{
  g_autoptr(GPtrArray) leaves = NULL;
  GPtrArray *rules;

  walk_file (name, &rules, &leaves);
  return rules;
}

GPtrArray *
rule_walk_leaves (const char *name)
{
  g_autoptr(GPtrArray) rules = NULL;
  GPtrArray *leaves;

  walk_file (name, &rules, &leaves);
  return leaves;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

GPtrArray *
rule_walk_files (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (path, 0, &error);
  const char *file;

  g_assert_no_error (error);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr(GPtrArray) rules = NULL;
      g_autofree char *name = NULL;

      if (!g_str_has_suffix (file, ".json"))
        continue;
      name = g_strndup (file, strlen (file) - strlen (".json"));
      rules = rule_walk_rules (name);
      if (rules->len > 0)
        g_ptr_array_add (names, g_steal_pointer (&name));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}
