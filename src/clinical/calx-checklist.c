/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-checklist.h"

#include <glib/gi18n-lib.h>

#include "calx-json.h"

struct _CalxChecklist
{
  gatomicrefcount ref_count;
  GPtrArray      *entries; /* of CalxWorkupEntry, by item; shared between values, never changed */
};

static const char *const status_ids[CALX_N_WORKUP_STATUSES] = {
  "open", "ordered", "done", "declined", "considered", "excluded",
};

const char *
calx_workup_status_to_id (CalxWorkupStatus status)
{
  g_return_val_if_fail ((guint) status < CALX_N_WORKUP_STATUSES, NULL);

  return status_ids[status];
}

gboolean
calx_workup_status_from_id (const char       *id,
                            CalxWorkupStatus *ret_status)
{
  g_return_val_if_fail (id != NULL && ret_status != NULL, FALSE);

  for (guint i = 0; i < CALX_N_WORKUP_STATUSES; i++)
    if (g_str_equal (id, status_ids[i]))
      {
        *ret_status = (CalxWorkupStatus) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
calx_workup_entry_check (const CalxWorkupEntry *entry,
                         const char            *label,
                         CalxDate               session_date,
                         char                 **ret_message)
{
  g_return_val_if_fail (entry != NULL && label != NULL && ret_message != NULL, FALSE);

  if (entry->status == CALX_WORKUP_DECLINED && *entry->reason == '\0')
    {
      *ret_message = g_strdup_printf (_("%s: declined without a reason. Write why, or choose another status."),
                                      label);
      return FALSE;
    }
  if (entry->status != CALX_WORKUP_OPEN && calx_date_is_known (entry->date) &&
      calx_date_compare (entry->date, session_date) > 0)
    {
      g_autofree char *day = calx_date_to_iso (entry->date);
      g_autofree char *last = calx_date_to_iso (session_date);

      *ret_message = g_strdup_printf (_("%s: the day %s is after the session’s. Write one up to %s."),
                                      label, day, last);
      return FALSE;
    }
  return TRUE;
}

/* Entries */

static void
entry_free (gpointer data)
{
  CalxWorkupEntry *entry = data;

  g_free (entry->item);
  g_free (entry->result);
  g_free (entry->reason);
}

static void
entry_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, entry_free);
}

static CalxWorkupEntry *
entry_new (const CalxWorkupEntry *model)
{
  CalxWorkupEntry *entry = g_atomic_rc_box_new0 (CalxWorkupEntry);

  entry->item = g_strdup (model->item);
  entry->status = model->status;
  entry->date = model->date;
  entry->result = g_strdup (model->result);
  entry->reason = g_strdup (model->reason);
  return entry;
}

static gboolean
entry_says_nothing (const CalxWorkupEntry *entry)
{
  return entry->status == CALX_WORKUP_OPEN && *entry->result == '\0' && *entry->reason == '\0';
}

static gboolean
entry_equal (const CalxWorkupEntry *a,
             const CalxWorkupEntry *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->item, b->item) && a->status == b->status &&
         calx_date_compare (a->date, b->date) == 0 && g_str_equal (a->result, b->result) &&
         g_str_equal (a->reason, b->reason);
}

/* The place of @item, or where it would stand. */
static gboolean
locate (CalxChecklist *self,
        const char    *item,
        guint         *ret_index)
{
  guint i;

  for (i = 0; i < self->entries->len; i++)
    {
      const CalxWorkupEntry *entry = self->entries->pdata[i];
      int order = g_strcmp0 (entry->item, item);

      if (order >= 0)
        {
          *ret_index = i;
          return order == 0;
        }
    }
  *ret_index = i;
  return FALSE;
}

/* Takes @entry; only before @self is handed out. */
static void
put (CalxChecklist   *self,
     CalxWorkupEntry *entry)
{
  guint index;

  if (locate (self, entry->item, &index))
    g_ptr_array_remove_index (self->entries, index);
  if (entry_says_nothing (entry))
    entry_unref (entry);
  else
    g_ptr_array_insert (self->entries, (int) index, entry);
}

/* The value */

CalxChecklist *
calx_checklist_new (void)
{
  CalxChecklist *self = g_new0 (CalxChecklist, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_ptr_array_new_with_free_func (entry_unref);
  return self;
}

CalxChecklist *
calx_checklist_ref (CalxChecklist *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
calx_checklist_unref (CalxChecklist *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static CalxChecklist *
copy (CalxChecklist *self)
{
  CalxChecklist *new = calx_checklist_new ();

  for (guint i = 0; i < self->entries->len; i++)
    g_ptr_array_add (new->entries, g_atomic_rc_box_acquire (self->entries->pdata[i]));
  return new;
}

guint
calx_checklist_get_n (CalxChecklist *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}

const CalxWorkupEntry *
calx_checklist_get (CalxChecklist *self,
                    guint          index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->entries->len, NULL);

  return g_ptr_array_index (self->entries, index);
}

const CalxWorkupEntry *
calx_checklist_find (CalxChecklist *self,
                     const char    *item)
{
  guint index;

  g_return_val_if_fail (self != NULL && item != NULL, NULL);

  return locate (self, item, &index) ? g_ptr_array_index (self->entries, index) : NULL;
}

CalxChecklist *
calx_checklist_with (CalxChecklist         *self,
                     const CalxWorkupEntry *entry)
{
  CalxChecklist *new;

  g_return_val_if_fail (self != NULL && entry != NULL, NULL);
  g_return_val_if_fail (entry->item != NULL && entry->result != NULL && entry->reason != NULL, NULL);

  new = copy (self);
  put (new, entry_new (entry));
  return new;
}

CalxChecklist *
calx_checklist_carry (CalxChecklist *self,
                      CalxDate       session_date)
{
  CalxChecklist *new;

  g_return_val_if_fail (self != NULL, NULL);

  new = copy (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CalxWorkupEntry *entry = self->entries->pdata[i];
      CalxWorkupEntry *dated;

      if (entry->status == CALX_WORKUP_OPEN || calx_date_is_known (entry->date))
        continue;
      dated = entry_new (entry);
      dated->date = session_date;
      put (new, dated);
    }
  return new;
}

CalxChecklist *
calx_checklist_rebase (CalxChecklist *self,
                       CalxChecklist *was,
                       CalxChecklist *base)
{
  CalxChecklist *new;

  g_return_val_if_fail (self != NULL && base != NULL, NULL);

  new = copy (base);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CalxWorkupEntry *entry = self->entries->pdata[i];

      if (was == NULL || !entry_equal (entry, calx_checklist_find (was, entry->item)))
        put (new, entry_new (entry));
    }
  for (guint i = 0; was != NULL && i < was->entries->len; i++)
    {
      const CalxWorkupEntry *entry = was->entries->pdata[i];
      guint index;

      /* opened again by a person: that stays */
      if (calx_checklist_find (self, entry->item) == NULL && locate (new, entry->item, &index))
        g_ptr_array_remove_index (new->entries, index);
    }
  return new;
}

gboolean
calx_checklist_equal (CalxChecklist *a,
                      CalxChecklist *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->entries->len != b->entries->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    if (!entry_equal (a->entries->pdata[i], b->entries->pdata[i]))
      return FALSE;
  return TRUE;
}

/* JSON */

static void
set_text (JsonObject *object,
          const char *member,
          const char *text)
{
  if (*text != '\0')
    json_object_set_string_member (object, member, text);
}

JsonNode *
calx_checklist_to_json (CalxChecklist *self)
{
  JsonArray *array;
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);

  array = json_array_sized_new (self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const CalxWorkupEntry *entry = self->entries->pdata[i];
      g_autofree char *date = calx_date_to_iso (entry->date);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "item", entry->item);
      json_object_set_string_member (object, "status", calx_workup_status_to_id (entry->status));
      if (calx_date_is_known (entry->date))
        json_object_set_string_member (object, "date", date);
      set_text (object, "result", entry->result);
      set_text (object, "reason", entry->reason);
      json_array_add_object_element (array, object);
    }
  node = json_node_new (JSON_NODE_ARRAY);
  json_node_take_array (node, array);
  return node;
}

/* The texts that @entry gets belong to the JSON tree. */
static gboolean
read_entry (JsonObject      *object,
            const char      *where,
            CalxWorkupEntry *entry,
            GError         **error)
{
  const char *item = calx_json_get_string (object, where, "item", error);
  const char *status = item == NULL ? NULL : calx_json_get_string (object, where, "status", error);
  const char *date, *result, *reason;

  if (status == NULL || !calx_json_get_string_or (object, where, "date", "", &date, error) ||
      !calx_json_get_string_or (object, where, "result", "", &result, error) ||
      !calx_json_get_string_or (object, where, "reason", "", &reason, error))
    return FALSE;
  if (*item == '\0')
    return calx_json_fail (error, where, "item", "must not be empty");
  if (!calx_workup_status_from_id (status, &entry->status))
    return calx_json_fail (error, where, "status", "“%s” is not one", status);
  if (*date != '\0' && !calx_date_parse_day (date, &entry->date))
    return calx_json_fail (error, where, "date", "“%s” is not a day", date);
  entry->item = (char *) item;
  entry->result = (char *) result;
  entry->reason = (char *) reason;
  return TRUE;
}

CalxChecklist *
calx_checklist_from_json (JsonNode  *node,
                          GError   **error)
{
  g_autoptr(CalxChecklist) self = calx_checklist_new ();
  JsonArray *array;

  g_return_val_if_fail (node != NULL, NULL);

  array = calx_json_to_array (node, "checklist", error);
  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("checklist[%u]", i);
      JsonObject *object = calx_json_to_object (json_array_get_element (array, i), where, error);
      CalxWorkupEntry entry = { .date = CALX_DATE_NONE };

      if (object == NULL || !read_entry (object, where, &entry, error))
        return NULL;
      if (calx_checklist_find (self, entry.item) != NULL)
        {
          calx_json_fail (error, where, "item", "“%s” is there twice", entry.item);
          return NULL;
        }
      put (self, entry_new (&entry));
    }
  return g_steal_pointer (&self);
}
