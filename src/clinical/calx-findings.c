/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-findings.h"

#include "calx-json.h"

#include <string.h>

/* Texts and uuids are GRefStrings, so that an edit copies one array and no string; units and
 * sites are interned. */
struct _CalxFindings
{
  gatomicrefcount ref_count;
  CalxInputs     *inputs;
  guint           n;
  CalxFinding    *items;
};

static const CalxFinding unknown_finding = { 0 };

static const char *const state_ids[] = {
  [CALX_FINDING_UNKNOWN] = "unknown",
  [CALX_FINDING_ABSENT] = "absent",
  [CALX_FINDING_VALUE] = "value",
  [CALX_FINDING_LOW] = "low",
  [CALX_FINDING_NORMAL] = "normal",
  [CALX_FINDING_HIGH] = "high",
};

static const char *
own (const char *text)
{
  return text == NULL ? NULL : g_ref_string_new (text);
}

static const char *
share (const char *text)
{
  return text == NULL ? NULL : g_ref_string_acquire ((char *) text);
}

static void
drop (const char *text)
{
  if (text != NULL)
    g_ref_string_release ((char *) text);
}

static void
item_clear (CalxFinding *item)
{
  drop (item->text);
  drop (item->carried_from);
  *item = CALX_FINDING_INIT;
}

static const char *
intern_site (const char *site)
{
  return site == NULL || *site == '\0' ? NULL : g_intern_string (site);
}

/* Fields that the state does not have are left out, so that equal findings are equal byte for byte. */
static void
item_set (CalxFinding       *item,
          const CalxFinding *finding)
{
  item_clear (item);
  if (finding->state == CALX_FINDING_UNKNOWN)
    return;
  *item = *finding;
  item->text = finding->state == CALX_FINDING_VALUE ? own (finding->text) : NULL;
  item->unit = finding->state == CALX_FINDING_VALUE ? g_intern_string (finding->unit) : NULL;
  item->site = finding->state == CALX_FINDING_VALUE ? intern_site (finding->site) : NULL;
  item->carried_from = own (finding->carried_from);
}

CalxFindings *
calx_findings_new (CalxInputs *inputs)
{
  CalxFindings *self;

  g_return_val_if_fail (inputs != NULL, NULL);

  self = g_new0 (CalxFindings, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->inputs = calx_inputs_ref (inputs);
  self->n = calx_inputs_get_n (inputs);
  self->items = g_new0 (CalxFinding, self->n);
  return self;
}

static CalxFindings *
copy (CalxFindings *self)
{
  CalxFindings *new = calx_findings_new (self->inputs);

  for (guint i = 0; i < self->n; i++)
    {
      new->items[i] = self->items[i];
      share (new->items[i].text);
      share (new->items[i].carried_from);
    }
  return new;
}

CalxFindings *
calx_findings_ref (CalxFindings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
calx_findings_unref (CalxFindings *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n; i++)
    item_clear (&self->items[i]);
  g_free (self->items);
  calx_inputs_unref (self->inputs);
  g_free (self);
}

CalxInputs *
calx_findings_get_inputs (CalxFindings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->inputs;
}

const CalxFinding *
calx_findings_get (CalxFindings *self,
                   guint         index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n, NULL);

  return &self->items[index];
}

const CalxFinding *
calx_findings_get_by_id (CalxFindings *self,
                         const char   *input_id)
{
  const CalxInput *input;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (input_id != NULL, NULL);

  input = calx_inputs_find (self->inputs, input_id);
  return input == NULL ? &unknown_finding : &self->items[input->index];
}

CalxFindings *
calx_findings_with (CalxFindings      *self,
                    guint              index,
                    const CalxFinding *finding)
{
  CalxFindings *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n, NULL);
  g_return_val_if_fail (finding != NULL, NULL);
  g_return_val_if_fail (finding->state != CALX_FINDING_VALUE || finding->text != NULL, NULL);

  new = copy (self);
  item_set (&new->items[index], finding);
  return new;
}

CalxFindings *
calx_findings_carry (CalxFindings *self,
                     const char   *version_uuid,
                     CalxDate      date)
{
  CalxFindings *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (version_uuid != NULL, NULL);
  g_return_val_if_fail (calx_date_is_day (date), NULL);

  new = calx_findings_new (self->inputs);
  for (guint i = 0; i < self->n; i++)
    {
      const CalxInput *input = calx_inputs_get (self->inputs, i);
      CalxFinding finding = self->items[i];

      if (!input->carried || finding.state == CALX_FINDING_UNKNOWN)
        continue;
      if (finding.carried_from == NULL)
        {
          finding.carried_from = version_uuid;
          finding.carried_date = date;
        }
      /* "On the session's date" would otherwise come to mean the new session: an old value made young. */
      if (input->laboratory && !calx_date_is_known (finding.date))
        finding.date = date;
      item_set (&new->items[i], &finding);
    }
  return new;
}

gboolean
calx_findings_equal (CalxFindings *a,
                     CalxFindings *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->inputs != b->inputs)
    return FALSE;
  for (guint i = 0; i < a->n; i++)
    if (!calx_finding_equal (&a->items[i], &b->items[i]))
      return FALSE;
  return TRUE;
}

/* JSON: {"calcium_total":{"state":"value","text":"9,6","unit":"mg/dL","date":"2026-03-02",
 *        "carried_from":"<uuid>","carried_date":"2026-02-02"}} */

static void
set_date (JsonObject *object,
          const char *member,
          CalxDate    date)
{
  g_autofree char *text = NULL;

  if (!calx_date_is_known (date))
    return;
  text = calx_date_to_iso (date);
  json_object_set_string_member (object, member, text);
}

JsonNode *
calx_findings_to_json (CalxFindings *self)
{
  g_autoptr(JsonObject) root = json_object_new ();
  JsonNode *node;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n; i++)
    {
      const CalxFinding *finding = &self->items[i];
      JsonObject *object;

      if (finding->state == CALX_FINDING_UNKNOWN)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "state", state_ids[finding->state]);
      if (finding->text != NULL)
        json_object_set_string_member (object, "text", finding->text);
      if (finding->unit != NULL)
        json_object_set_string_member (object, "unit", finding->unit);
      if (finding->site != NULL)
        json_object_set_string_member (object, "site", finding->site);
      set_date (object, "date", finding->date);
      if (finding->carried_from != NULL)
        json_object_set_string_member (object, "carried_from", finding->carried_from);
      set_date (object, "carried_date", finding->carried_date);
      json_object_set_object_member (root, calx_inputs_get (self->inputs, i)->id, object);
    }
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, root);
  return node;
}

static gboolean
read_state (JsonObject        *object,
            const char        *where,
            CalxFindingState  *ret_state,
            GError           **error)
{
  const char *text = calx_json_get_string (object, where, "state", error);

  if (text == NULL)
    return FALSE;
  for (guint i = CALX_FINDING_ABSENT; i < G_N_ELEMENTS (state_ids); i++)
    if (g_str_equal (state_ids[i], text))
      {
        *ret_state = i;
        return TRUE;
      }
  return calx_json_fail (error, where, "state", "“%s” is none of those known", text);
}

static gboolean
read_date (JsonObject  *object,
           const char  *where,
           const char  *member,
           CalxDate    *ret_date,
           GError     **error)
{
  const char *text;

  if (!calx_json_get_string_or (object, where, member, "", &text, error))
    return FALSE;
  if (!calx_date_parse (text, ret_date))
    return calx_json_fail (error, where, member, "“%s” is not a date", text);
  return TRUE;
}

static gboolean
read_finding (JsonNode     *node,
              const char   *where,
              CalxFinding  *finding,
              GError      **error)
{
  JsonObject *object = calx_json_to_object (node, where, error);

  if (object == NULL ||
      !read_state (object, where, &finding->state, error) ||
      !calx_json_get_string_or (object, where, "text", NULL, &finding->text, error) ||
      !calx_json_get_string_or (object, where, "unit", NULL, &finding->unit, error) ||
      !calx_json_get_string_or (object, where, "site", NULL, &finding->site, error) ||
      !read_date (object, where, "date", &finding->date, error) ||
      !calx_json_get_string_or (object, where, "carried_from", NULL, &finding->carried_from, error) ||
      !read_date (object, where, "carried_date", &finding->carried_date, error))
    return FALSE;
  if (finding->state == CALX_FINDING_VALUE && finding->text == NULL)
    return calx_json_fail (error, where, "text", "is missing");
  return TRUE;
}

CalxFindings *
calx_findings_from_json (CalxInputs  *inputs,
                         JsonNode    *node,
                         GError     **error)
{
  g_autoptr(CalxFindings) self = NULL;
  JsonObject *root;
  JsonObjectIter iter;
  const char *id;
  JsonNode *value;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (node != NULL, NULL);

  root = calx_json_to_object (node, "findings", error);
  if (root == NULL)
    return NULL;
  self = calx_findings_new (inputs);
  json_object_iter_init_ordered (&iter, root);
  while (json_object_iter_next_ordered (&iter, &id, &value))
    {
      const CalxInput *input = calx_inputs_find (inputs, id);
      g_autofree char *where = g_strdup_printf ("findings: %s", id);
      CalxFinding finding = CALX_FINDING_INIT;

      if (input == NULL)
        {
          calx_json_fail (error, where, NULL, "there is no such input");
          return NULL;
        }
      if (!read_finding (value, where, &finding, error))
        return NULL;
      if (finding.site != NULL && !input->sited)
        {
          calx_json_fail (error, where, "site", "stands where the input takes none");
          return NULL;
        }
      item_set (&self->items[input->index], &finding);
    }
  return g_steal_pointer (&self);
}
