/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seed-map.h"

/* Rows that nothing carries, each with its reason, are few. */
#define MAX_WHY_NOT 8

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

static GPtrArray *
list_rows (void)
{
  GPtrArray *rows = seed_map_list_rows ();

  if (rows == NULL)
    g_test_skip ("the seeds are not beside the source");
  return rows;
}

static void
test_every_row_is_carried (void)
{
  g_autoptr(JsonObject) map = seed_map_load ();
  JsonObject *why_not = json_object_get_object_member (map, "why_not");
  g_autoptr(GPtrArray) rows = list_rows ();
  guint n_missing = 0;

  if (rows == NULL)
    return;
  g_assert_cmpuint (rows->len, ==, 20 + 24 + 24 + 8 + 17 + 24 + 5 + 6);
  g_assert_cmpuint (json_object_get_size (why_not), <=, MAX_WHY_NOT);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *row = g_ptr_array_index (rows, i);
      g_autoptr(GArray) targets = seed_map_get (map, row);

      if ((targets != NULL && targets->len > 0) || json_object_has_member (why_not, row))
        continue;
      g_test_message ("nothing carries %s", row);
      n_missing++;
    }
  g_assert_cmpuint (n_missing, ==, 0);
}

/* A row of the map that is no row of the seeds would hide one that is missing. */
static void
test_the_map_names_rows_alone (void)
{
  g_autoptr(JsonObject) map = seed_map_load ();
  g_autoptr(GPtrArray) rows = list_rows ();
  g_autoptr(GList) named = json_object_get_members (json_object_get_object_member (map, "rows"));

  if (rows == NULL)
    return;
  for (GList *l = named; l != NULL; l = l->next)
    if (!g_ptr_array_find_with_equal_func (rows, l->data, g_str_equal, NULL))
      g_error ("'%s' is no row of the seeds", (const char *) l->data);
}

static void
test_every_target_is_in_the_tables (void)
{
  g_autoptr(JsonObject) map = seed_map_load ();
  g_autoptr(GList) named = json_object_get_members (json_object_get_object_member (map, "rows"));
  guint n_missing = 0;

  for (GList *l = named; l != NULL; l = l->next)
    {
      g_autoptr(GArray) targets = seed_map_get (map, l->data);

      for (guint i = 0; i < targets->len; i++)
        {
          const SeedTarget *target = &g_array_index (targets, SeedTarget, i);
          const char *label = seed_map_resolve (knowledge (), target);

          if (label != NULL && *label != '\0')
            continue;
          g_test_message ("%s: no %s is called '%s'", (const char *) l->data, target->kind, target->id);
          n_missing++;
        }
    }
  g_assert_cmpuint (n_missing, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seed-map/every-row-is-carried", test_every_row_is_carried);
  g_test_add_func ("/seed-map/the-map-names-rows-alone", test_the_map_names_rows_alone);
  g_test_add_func ("/seed-map/every-target-is-in-the-tables", test_every_target_is_in_the_tables);
  return g_test_run ();
}
