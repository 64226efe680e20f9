/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-workup.h"

/* Freeing */

static void
group_free (gpointer data)
{
  CalxWorkupGroup *group = data;

  g_free (group->id);
  g_free (group->label);
  g_free (group);
}

static void
caution_free (gpointer data)
{
  CalxWorkupCaution *caution = data;

  g_free (caution->text);
  g_strfreev (caution->sources);
  g_free (caution);
}

static void
item_free (gpointer data)
{
  CalxWorkupItem *item = data;

  calx_statement_clear (&item->statement);
  g_ptr_array_unref (item->fulfilled_by);
  g_free (item->hint);
  g_ptr_array_unref (item->cautions);
  g_free (item);
}

static void
differential_free (gpointer data)
{
  CalxDifferential *differential = data;

  calx_statement_clear (&differential->statement);
  g_free (differential);
}

/* Loading */

typedef void (*LoadEntry) (CalxWorkup   *self,
                           CalxFactLoad *load,
                           JsonObject   *object,
                           const char   *path);

static void
load_list (CalxWorkup   *self,
           CalxFactLoad *load,
           JsonObject   *object,
           const char   *path,
           const char   *field,
           LoadEntry     load_entry)
{
  g_autoptr(JsonArray) array = calx_reader_array (load->reader, object, path, field);

  for (guint i = 0; i < json_array_get_length (array) && load->reader->error == NULL; i++)
    {
      g_autofree char *child_path = g_strdup_printf ("%s %s[%u]", path, field, i);
      g_autoptr(JsonObject) child = calx_reader_as_object (load->reader, json_array_get_element (array, i), child_path);

      load_entry (self, load, child, child_path);
    }
}

static void
load_group (CalxWorkup   *self,
            CalxFactLoad *load,
            JsonObject   *object,
            const char   *path)
{
  CalxWorkupGroup *group = g_new0 (CalxWorkupGroup, 1);

  group->id = g_strdup (calx_reader_string (load->reader, object, path, "id"));
  group->label = g_strdup (calx_reader_string (load->reader, object, path, "label"));
  g_ptr_array_add (self->groups, group);
}

static const CalxWorkupGroup *
find_group (CalxWorkup   *self,
            CalxFactLoad *load,
            JsonObject   *object,
            const char   *path)
{
  const char *id = calx_reader_string (load->reader, object, path, "group");

  for (guint i = 0; i < self->groups->len; i++)
    {
      const CalxWorkupGroup *group = self->groups->pdata[i];

      if (g_str_equal (group->id, id))
        return group;
    }
  calx_reader_fail (load->reader, path, "group", "no group is called '%s'", id);
  return NULL;
}

static void
load_cautions (CalxWorkupItem *item,
               CalxFactLoad   *load,
               JsonObject     *object,
               const char     *path)
{
  g_autoptr(JsonArray) array = NULL;

  if (!calx_reader_has (object, "cautions"))
    return;
  array = calx_reader_array (load->reader, object, path, "cautions");
  for (guint i = 0; i < json_array_get_length (array) && load->reader->error == NULL; i++)
    {
      g_autofree char *child_path = g_strdup_printf ("%s.cautions[%u]", path, i);
      g_autoptr(JsonObject) child = calx_reader_as_object (load->reader, json_array_get_element (array, i), child_path);
      CalxWorkupCaution *caution = g_new0 (CalxWorkupCaution, 1);

      g_ptr_array_add (item->cautions, caution);
      caution->text = g_strdup (calx_reader_string (load->reader, child, child_path, "text"));
      caution->sources = calx_fact_load_sources (load, child, child_path);
    }
}

static void
load_fulfilled_by (CalxWorkupItem *item,
                   CalxFactLoad   *load,
                   JsonObject     *object,
                   const char     *path)
{
  g_auto(GStrv) ids = calx_reader_strings_or_none (load->reader, object, path, "fulfilled_by");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CalxInput *input = calx_inputs_find (load->scope.inputs, ids[i]);

      if (input == NULL)
        calx_reader_fail (load->reader, path, "fulfilled_by", "no input is called '%s'", ids[i]);
      else
        g_ptr_array_add (item->fulfilled_by, (gpointer) input);
    }
}

static void
load_follows (CalxWorkup     *self,
              CalxWorkupItem *item,
              CalxFactLoad   *load,
              JsonObject     *object,
              const char     *path)
{
  const char *id = calx_reader_text (load->reader, object, path, "follows");

  if (*id == '\0')
    return;
  item->follows = calx_workup_find_item (self, id);
  if (item->follows == NULL)
    calx_reader_fail (load->reader, path, "follows", "no item before this one is called '%s'", id);
}

static void
check_id (CalxWorkup   *self,
          CalxFactLoad *load,
          const char   *id,
          const char   *path)
{
  if (load->reader->error == NULL && (calx_workup_find_item (self, id) != NULL ||
                                      calx_workup_find_differential (self, id) != NULL))
    calx_reader_fail (load->reader, path, "id", "'%s' is there twice", id);
}

static void
load_item (CalxWorkup   *self,
           CalxFactLoad *load,
           JsonObject   *object,
           const char   *path)
{
  CalxWorkupItem *item = g_new0 (CalxWorkupItem, 1);

  item->fulfilled_by = g_ptr_array_new ();
  item->cautions = g_ptr_array_new_with_free_func (caution_free);
  calx_statement_load (load, &item->statement, object, path, FALSE);
  check_id (self, load, item->statement.id, path);
  item->group = find_group (self, load, object, path);
  item->hint = g_strdup (calx_reader_text (load->reader, object, path, "hint"));
  load_fulfilled_by (item, load, object, path);
  load_cautions (item, load, object, path);
  load_follows (self, item, load, object, path);
  g_ptr_array_add (self->items, item);
}

static void
load_differential (CalxWorkup   *self,
                   CalxFactLoad *load,
                   JsonObject   *object,
                   const char   *path)
{
  CalxDifferential *differential = g_new0 (CalxDifferential, 1);

  calx_statement_load (load, &differential->statement, object, path, FALSE);
  check_id (self, load, differential->statement.id, path);
  differential->group = find_group (self, load, object, path);
  g_ptr_array_add (self->differentials, differential);
}

static void
load_all (CalxWorkup   *self,
          CalxFactLoad *load,
          JsonObject   *root,
          const char   *name)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autofree char *note_path = g_strconcat (name, ": differential_note", NULL);
  g_autoptr(JsonObject) note = NULL;

  load_list (self, load, root, top, "groups", load_group);
  self->principles = calx_fact_load_list (load, root, top, "principles", calx_statement_load_note, calx_statement_free);
  self->situations = calx_fact_load_list (load, root, top, "situations", calx_statement_load_fact, calx_statement_free);
  if (self->situations->len == 0)
    calx_reader_fail (load->reader, top, "situations", "must not be empty");
  load_list (self, load, root, top, "items", load_item);
  note = calx_reader_object (load->reader, root, top, "differential_note");
  calx_statement_load (load, &self->differential_note, note, note_path, FALSE);
  load_list (self, load, root, top, "differentials", load_differential);
}

CalxWorkup *
calx_workup_new (GBytes              *json,
                 const char          *name,
                 const CalxRuleScope *scope,
                 CalxSources         *sources,
                 GError             **error)
{
  g_autoptr(CalxWorkup) self = NULL;
  g_autoptr(JsonObject) root = NULL;
  g_autoptr(GHashTable) rules = NULL;
  CalxReader reader = { NULL };
  CalxFactLoad load = { &reader, sources, *scope };

  g_return_val_if_fail (json != NULL && name != NULL && scope != NULL && sources != NULL, NULL);

  rules = g_hash_table_new (g_str_hash, g_str_equal);
  load.scope.rules = rules;
  self = g_new0 (CalxWorkup, 1);
  self->groups = g_ptr_array_new_with_free_func (group_free);
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->differentials = g_ptr_array_new_with_free_func (differential_free);
  root = calx_reader_open (&reader, json, name, "calx-workup/1");
  load_all (self, &load, root, name);
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

void
calx_workup_free (CalxWorkup *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->differentials);
  calx_statement_clear (&self->differential_note);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->situations, g_ptr_array_unref);
  g_clear_pointer (&self->principles, g_ptr_array_unref);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

const CalxWorkupItem *
calx_workup_find_item (CalxWorkup *self,
                       const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const CalxWorkupItem *item = self->items->pdata[i];

      if (g_str_equal (item->statement.id, id))
        return item;
    }
  return NULL;
}

const CalxDifferential *
calx_workup_find_differential (CalxWorkup *self,
                               const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->differentials->len; i++)
    {
      const CalxDifferential *differential = self->differentials->pdata[i];

      if (g_str_equal (differential->statement.id, id))
        return differential;
    }
  return NULL;
}
