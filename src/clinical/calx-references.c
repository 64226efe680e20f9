/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-references.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "calx-finding.h"
#include "calx-json.h"

struct _CalxReferences
{
  gatomicrefcount      ref_count;
  CalxInputs          *inputs;
  CalxReferenceEntry **entries; /* by input index; NULL: the clinic entered none */
};

static CalxReferenceEntry *
entry_copy (const CalxReferenceEntry *entry)
{
  CalxReferenceEntry *copy = g_new0 (CalxReferenceEntry, 1);

  copy->low = g_strdup (entry->low);
  copy->high = g_strdup (entry->high);
  copy->unit = g_strdup (entry->unit);
  copy->entered_on = entry->entered_on;
  return copy;
}

static void
entry_free (CalxReferenceEntry *entry)
{
  if (entry == NULL)
    return;
  g_free ((char *) entry->low);
  g_free ((char *) entry->high);
  g_free ((char *) entry->unit);
  g_free (entry);
}

static gboolean
entry_equal (const CalxReferenceEntry *a,
             const CalxReferenceEntry *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->low, b->low) && g_str_equal (a->high, b->high) &&
         g_str_equal (a->unit, b->unit) && calx_date_compare (a->entered_on, b->entered_on) == 0;
}

CalxReferences *
calx_references_new (CalxInputs *inputs)
{
  CalxReferences *self;

  g_return_val_if_fail (inputs != NULL, NULL);

  self = g_new0 (CalxReferences, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->inputs = calx_inputs_ref (inputs);
  self->entries = g_new0 (CalxReferenceEntry *, calx_inputs_get_n (inputs));
  return self;
}

CalxReferences *
calx_references_ref (CalxReferences *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
calx_references_unref (CalxReferences *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < calx_inputs_get_n (self->inputs); i++)
    entry_free (self->entries[i]);
  g_free (self->entries);
  calx_inputs_unref (self->inputs);
  g_free (self);
}

CalxInputs *
calx_references_get_inputs (CalxReferences *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->inputs;
}

const CalxReferenceEntry *
calx_references_get_entry (CalxReferences  *self,
                           const CalxInput *input)
{
  g_return_val_if_fail (self != NULL && input != NULL, NULL);

  return self->entries[input->index];
}

/* One end as a finding, so that it obeys what findings obey. */
static CalxFinding
get_end (const CalxReferenceEntry *entry,
         const char               *text)
{
  return (CalxFinding){ .state = CALX_FINDING_VALUE, .text = text, .unit = entry->unit };
}

/* NAN where the end is open or no number. */
static double
get_end_number (const CalxReferenceEntry *entry,
                const char               *text,
                const CalxInput          *input)
{
  CalxFinding end = get_end (entry, text);
  double number;

  return *text != '\0' && calx_finding_get_number (&end, input, &number) ? number : NAN;
}

CalxReferenceRange
calx_references_get_range (CalxReferences  *self,
                           const CalxInput *input)
{
  CalxReferenceRange range = { .low = NAN, .high = NAN };
  const CalxReferenceEntry *entry;

  g_return_val_if_fail (input != NULL, range);

  entry = self == NULL ? NULL : self->entries[input->index];
  if (entry != NULL)
    {
      range.low = get_end_number (entry, entry->low, input);
      range.high = get_end_number (entry, entry->high, input);
      range.unit = calx_quantity_find_unit (input->quantity, entry->unit);
      range.origin = CALX_RANGE_CLINIC;
      range.entered_on = entry->entered_on;
    }
  else if (!isnan (input->reference_low) || !isnan (input->reference_high))
    {
      range.low = input->reference_low;
      range.high = input->reference_high;
      range.unit = &input->quantity->units[0];
      range.origin = CALX_RANGE_PUBLISHED;
    }
  return range;
}

static gboolean
check_end (const CalxReferenceEntry *entry,
           const char               *text,
           const CalxInput          *input,
           char                    **ret_message)
{
  CalxFinding end = get_end (entry, text);
  g_autofree char *message = NULL;

  if (*text == '\0' ||
      calx_finding_check (&end, input, CALX_DATE_NONE, &message) != CALX_FINDING_ERROR)
    return TRUE;
  *ret_message = g_steal_pointer (&message);
  return FALSE;
}

gboolean
calx_reference_entry_check (const CalxReferenceEntry *entry,
                            const CalxInput          *input,
                            char                    **ret_message)
{
  double low;
  double high;

  g_return_val_if_fail (entry != NULL && input != NULL && ret_message != NULL, FALSE);
  g_return_val_if_fail (entry->low != NULL && entry->high != NULL && entry->unit != NULL, FALSE);

  if (!check_end (entry, entry->low, input, ret_message) ||
      !check_end (entry, entry->high, input, ret_message))
    return FALSE;
  low = get_end_number (entry, entry->low, input);
  high = get_end_number (entry, entry->high, input);
  if (isnan (low) && isnan (high))
    {
      *ret_message = g_strdup_printf (_("%s: enter the lower end, the upper end, or both."),
                                      g_dgettext (GETTEXT_PACKAGE, input->label));
      return FALSE;
    }
  if (low >= high)
    {
      /* TRANSLATORS: "Phosphate: the lower end, 4.5 mg/dL, is not below the upper end, 2.5 mg/dL." */
      *ret_message = g_strdup_printf (_("%s: the lower end, %s %s, is not below the upper end, %s %s."),
                                      g_dgettext (GETTEXT_PACKAGE, input->label), entry->low,
                                      entry->unit, entry->high, entry->unit);
      return FALSE;
    }
  return TRUE;
}

CalxReferences *
calx_references_with (CalxReferences           *self,
                      const CalxInput          *input,
                      const CalxReferenceEntry *entry)
{
  CalxReferences *copy;

  g_return_val_if_fail (self != NULL && input != NULL && input->laboratory, NULL);

  copy = calx_references_new (self->inputs);
  for (guint i = 0; i < calx_inputs_get_n (self->inputs); i++)
    if (i != input->index && self->entries[i] != NULL)
      copy->entries[i] = entry_copy (self->entries[i]);
  if (entry != NULL)
    copy->entries[input->index] = entry_copy (entry);
  return copy;
}

gboolean
calx_references_equal (CalxReferences *a,
                       CalxReferences *b)
{
  g_return_val_if_fail (a != NULL && b != NULL && a->inputs == b->inputs, FALSE);

  for (guint i = 0; i < calx_inputs_get_n (a->inputs); i++)
    if (!entry_equal (a->entries[i], b->entries[i]))
      return FALSE;
  return TRUE;
}

JsonNode *
calx_references_to_json (CalxReferences *self)
{
  JsonObject *root = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < calx_inputs_get_n (self->inputs); i++)
    {
      const CalxReferenceEntry *entry = self->entries[i];
      g_autofree char *date = entry == NULL ? NULL : calx_date_to_iso (entry->entered_on);
      JsonObject *object;

      if (entry == NULL)
        continue;
      object = json_object_new ();
      json_object_set_string_member (object, "low", entry->low);
      json_object_set_string_member (object, "high", entry->high);
      json_object_set_string_member (object, "unit", entry->unit);
      json_object_set_string_member (object, "entered_on", date);
      json_object_set_object_member (root, calx_inputs_get (self->inputs, i)->id, object);
    }
  json_node_take_object (node, root);
  return node;
}

static gboolean
load_entry (CalxReferences  *self,
            JsonObject      *root,
            const char      *id,
            const char      *where,
            GError         **error)
{
  const CalxInput *input = calx_inputs_find (self->inputs, id);
  g_autofree char *path = g_strdup_printf ("%s.%s", where, id);
  g_autofree char *message = NULL;
  CalxReferenceEntry entry = { 0 };
  const char *date;
  JsonObject *object;

  if (input == NULL || !input->laboratory || input->kind != CALX_INPUT_NUMBER)
    return calx_json_fail (error, where, id, "is no laboratory value");
  object = calx_json_to_object (json_object_get_member (root, id), path, error);
  if (object == NULL || (entry.low = calx_json_get_string (object, path, "low", error)) == NULL ||
      (entry.high = calx_json_get_string (object, path, "high", error)) == NULL ||
      (entry.unit = calx_json_get_string (object, path, "unit", error)) == NULL ||
      (date = calx_json_get_string (object, path, "entered_on", error)) == NULL)
    return FALSE;
  if (!calx_date_parse_day (date, &entry.entered_on))
    return calx_json_fail (error, path, "entered_on", "'%s' is no day", date);
  if (!calx_reference_entry_check (&entry, input, &message))
    return calx_json_fail (error, path, NULL, "%s", message);
  self->entries[input->index] = entry_copy (&entry);
  return TRUE;
}

CalxReferences *
calx_references_from_json (CalxInputs  *inputs,
                           JsonNode    *node,
                           const char  *where,
                           GError     **error)
{
  g_autoptr(CalxReferences) self = NULL;
  g_autoptr(GList) members = NULL;
  JsonObject *root;

  g_return_val_if_fail (inputs != NULL && node != NULL && where != NULL, NULL);

  root = calx_json_to_object (node, where, error);
  if (root == NULL)
    return NULL;
  self = calx_references_new (inputs);
  members = json_object_get_members (root);
  for (GList *l = members; l != NULL; l = l->next)
    if (!load_entry (self, root, l->data, where, error))
      return NULL;
  return g_steal_pointer (&self);
}
