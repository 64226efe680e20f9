/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seed-map.h"

#include <string.h>

#include "calx-format.h"
#include "calx-lesion.h"

JsonObject *
seed_map_load (void)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "clinical", "seed-map.json", NULL);

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static void
add_target (JsonArray *array,
            guint      index,
            JsonNode  *node,
            gpointer   user_data)
{
  JsonObject *object = json_node_get_object (node);
  g_autoptr(GList) members = json_object_get_members (object);
  SeedTarget target = { members->data, json_object_get_string_member (object, members->data) };

  g_array_append_val ((GArray *) user_data, target);
}

GArray *
seed_map_get (JsonObject *map,
              const char *row)
{
  JsonObject *rows = json_object_get_object_member (map, "rows");
  GArray *targets;

  if (!json_object_has_member (rows, row))
    return NULL;
  targets = g_array_new (FALSE, FALSE, sizeof (SeedTarget));
  json_array_foreach_element (json_object_get_array_member (rows, row), add_target, targets);
  return targets;
}

/* --- The rows of the seeds --------------------------------------------------------------------- */

static char *
replace (const char *text,
         const char *pattern,
         const char *by)
{
  g_autoptr(GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, by, 0, NULL);
}

/* The parts of a sentence that lists, each with @prefix; what stands in brackets is not part of a name. */
static void
add_parts (GPtrArray  *rows,
           const char *prefix,
           const char *line,
           const char *separators)
{
  g_autofree char *bare = replace (line, "\\s*\\([^)]*\\)", "");
  g_autofree char *ended = replace (bare, "\\.\\s*$", "");
  g_auto(GStrv) parts = g_strsplit (ended, separators, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (rows, g_strconcat (prefix, " ", g_strstrip (parts[i]), NULL));
}

static void
add_line (GPtrArray  *rows,
          const char *section,
          const char *line)
{
  g_autoptr(GRegex) numbered = g_regex_new ("^\\| (A\\d\\.\\d+)\\b", 0, 0, NULL);
  g_autoptr(GRegex) counted = g_regex_new ("^(\\d+)\\. ", 0, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;
  g_autoptr(GMatchInfo) count = NULL;

  if (g_regex_match (numbered, line, 0, &match))
    g_ptr_array_add (rows, g_match_info_fetch (match, 1));
  else if (g_str_equal (section, "A3") && strchr (line, ';') != NULL)
    add_parts (rows, section, line, ";");
  else if (g_str_equal (section, "A6") && g_str_has_prefix (line, "Clinical: "))
    {
      g_autofree char *names = replace (line, "Clinical: |\\. Features:.*", "");
      g_autofree char *all = replace (names, "\\. Histologic: | with ", ", ");

      add_parts (rows, section, all, ",");
    }
  else if (g_str_equal (section, "A7") && g_str_has_prefix (line, "| ") && !g_str_has_prefix (line, "| Figure"))
    {
      g_auto(GStrv) cells = g_strsplit (line, "|", -1);

      g_ptr_array_add (rows, g_strconcat (section, " ", g_strstrip (cells[1]), NULL));
    }
  else if (g_str_equal (section, "A8") && g_regex_match (counted, line, 0, &count))
    {
      g_autofree char *number = g_match_info_fetch (count, 1);

      g_ptr_array_add (rows, g_strdup_printf ("%s.%s", section, number));
    }
}

GPtrArray *
seed_map_list_rows (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CALX_SHARED"), "clinical", "seed-requirements.md", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  GPtrArray *rows;
  char section[3] = "";

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;
  rows = g_ptr_array_new_with_free_func (g_free);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], "## A"))
        g_strlcpy (section, lines[i] + strlen ("## "), sizeof section);
      else if (*section != '\0')
        add_line (rows, section, lines[i]);
    }
  return rows;
}

/* --- What the tables call a target --------------------------------------------------------------- */

static const char *
find_label (GPtrArray  *statements,
            gsize       offset,
            const char *id)
{
  for (guint i = 0; i < statements->len; i++)
    {
      const CalxStatement *statement
          = (const CalxStatement *) ((const char *) g_ptr_array_index (statements, i) + offset);

      if (g_str_equal (statement->id, id))
        return statement->label;
    }
  return NULL;
}

static const char *
find_subtype (CalxKnowledge *knowledge,
              const char    *id)
{
  GPtrArray *subtypes = calx_subtypes_get (knowledge->subtypes);
  const char *label = find_label (subtypes, G_STRUCT_OFFSET (CalxSubtype, statement), id);

  for (guint i = 0; i < subtypes->len && label == NULL; i++)
    {
      const CalxSubtype *subtype = g_ptr_array_index (subtypes, i);

      label = find_label (subtype->rules, G_STRUCT_OFFSET (CalxSubtypeRule, statement), id);
      if (label == NULL)
        label = find_label (subtype->classes, 0, id);
    }
  return label != NULL ? label : find_label (calx_subtypes_get_facts (knowledge->subtypes), 0, id);
}

static const char *
find_criterion (CalxKnowledge *knowledge,
                const char    *id)
{
  GPtrArray *sets = calx_criteria_get_sets (knowledge->criteria);
  const char *label = NULL;

  for (guint i = 0; i < sets->len && label == NULL; i++)
    {
      const CalxCriteriaSet *set = g_ptr_array_index (sets, i);

      label = find_label (set->clauses, G_STRUCT_OFFSET (CalxClause, statement), id);
      if (label == NULL)
        label = find_label (set->tiers, 0, id);
    }
  return label;
}

static const char *
resolve_rule (CalxKnowledge *knowledge,
              const char    *id)
{
  const char *slash = strchr (id, '/');

  g_assert_nonnull (slash);
  if (g_str_has_prefix (id, "subtypes/"))
    return find_subtype (knowledge, slash + 1);
  if (g_str_has_prefix (id, "criteria/"))
    return find_criterion (knowledge, slash + 1);
  return NULL;
}

/* A field of a lesion by its name in files, a type or a sign of it. */
static const char *
resolve_lesion (const char *id)
{
  static const char *const fields[][2] = {
    { "onset", "Onset" },           { "pain", "Pain, 0 to 10" },    { "ulcerated", "Ulcerated" },
    { "length_mm", "Length, mm" }, { "width_mm", "Width, mm" },
  };
  CalxLesionType type;
  CalxLesionSign sign;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (id, fields[i][0]))
      return fields[i][1];
  if (calx_lesion_type_from_id (id, &type))
    return calx_format_lesion_type (type);
  return calx_lesion_sign_from_id (id, &sign) ? calx_format_lesion_sign (sign) : NULL;
}

static const char *
resolve_workup (CalxKnowledge *knowledge,
                const char    *id)
{
  const CalxWorkupItem *item = calx_workup_find_item (knowledge->workup, id);

  return item != NULL ? item->statement.label : NULL;
}

static const char *
resolve_differential (CalxKnowledge *knowledge,
                      const char    *id)
{
  const CalxDifferential *differential = calx_workup_find_differential (knowledge->workup, id);

  return differential != NULL ? differential->statement.label : NULL;
}

static const char *
resolve_input (CalxKnowledge *knowledge,
               const char    *id)
{
  const CalxInput *input = calx_inputs_find (knowledge->inputs, id);

  return input != NULL ? input->label : NULL;
}

static const char *
resolve_text (CalxKnowledge *knowledge,
              const char    *id)
{
  const CalxStatement *text = calx_handbook_find (knowledge->handbook, id);

  return text != NULL ? text->label : NULL;
}

static const char *
resolve_treatment (CalxKnowledge *knowledge,
                   const char    *id)
{
  const CalxTreatmentKind *kind = calx_treatments_find (knowledge->treatments, id);

  return kind != NULL ? kind->statement.label : NULL;
}

static const char *
resolve_conflict (CalxKnowledge *knowledge,
                  const char    *id)
{
  const CalxConflict *conflict = calx_conflicts_find (knowledge->conflicts, id);

  return conflict != NULL ? conflict->statement.label : NULL;
}

static const char *
resolve_prognosis (CalxKnowledge *knowledge,
                   const char    *id)
{
  const CalxPrognosisEntry *entry = calx_prognosis_find (knowledge->prognosis, id);

  return entry != NULL ? entry->statement.label : NULL;
}

static const char *
resolve_region (CalxKnowledge *knowledge,
                const char    *id)
{
  const CalxRegion *region = calx_regions_find (knowledge->regions, id);

  return region != NULL ? region->name : NULL;
}

const char *
seed_map_resolve (CalxKnowledge    *knowledge,
                  const SeedTarget *target)
{
  static const struct
  {
    const char *kind;
    const char *(*resolve) (CalxKnowledge *, const char *);
  } kinds[] = {
    { "conflict", resolve_conflict },   { "differential", resolve_differential },
    { "input", resolve_input },         { "prognosis", resolve_prognosis },
    { "region", resolve_region },       { "rule", resolve_rule },
    { "text", resolve_text },           { "treatment", resolve_treatment },
    { "workup", resolve_workup },
  };

  if (g_str_equal (target->kind, "lesion"))
    return resolve_lesion (target->id);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (target->kind, kinds[i].kind))
      return kinds[i].resolve (knowledge, target->id);
  return NULL;
}
