/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-inputs.h"

#include "calx-json.h"

#include <math.h>

/* Strings point into the JSON tree, which lives as long as the table; so does @units. */
struct _CalxInputs
{
  gatomicrefcount ref_count;
  JsonNode       *root;
  CalxUnits      *units;
  GArray         *groups;     /* of CalxInputGroup */
  GPtrArray      *inputs;     /* of CalxInput */
  GHashTable     *by_id;
  int             stale_days;
  int             expired_days;
};

static void
input_free (gpointer data)
{
  CalxInput *input = data;

  g_free ((gpointer) input->choices);
  g_free ((gpointer) input->questions);
  g_free (input->implied_by);
  g_free (input);
}

static gboolean
read_groups (CalxInputs  *self,
             JsonObject  *root,
             const char  *name,
             GError     **error)
{
  JsonArray *array = calx_json_get_array (root, name, "groups", error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s: groups[%u]", name, i);
      JsonObject *object = calx_json_to_object (json_array_get_element (array, i), where, error);
      CalxInputGroup group;

      if (object == NULL)
        return FALSE;
      group.id = calx_json_get_string (object, where, "id", error);
      if (group.id == NULL)
        return FALSE;
      group.label = calx_json_get_string (object, where, "label", error);
      if (group.label == NULL)
        return FALSE;
      g_array_append_val (self->groups, group);
    }
  return TRUE;
}

static gboolean
read_kind (JsonObject  *object,
           const char  *where,
           CalxInput   *input,
           GError     **error)
{
  const char *kind = calx_json_get_string (object, where, "kind", error);
  const char *source;

  if (kind == NULL)
    return FALSE;
  if (g_str_equal (kind, "boolean"))
    input->kind = CALX_INPUT_BOOLEAN;
  else if (g_str_equal (kind, "choice"))
    input->kind = CALX_INPUT_CHOICE;
  else if (g_str_equal (kind, "number"))
    input->kind = CALX_INPUT_NUMBER;
  else if (g_str_equal (kind, "date"))
    input->kind = CALX_INPUT_DATE;
  else
    return calx_json_fail (error, where, "kind", "“%s” is not boolean, choice, number or date", kind);

  if (!calx_json_get_string_or (object, where, "written_by", "person", &source, error))
    return FALSE;
  if (g_str_equal (source, "person"))
    input->source = CALX_INPUT_BY_PERSON;
  else if (g_str_equal (source, "patient"))
    input->source = CALX_INPUT_BY_PATIENT;
  else if (g_str_equal (source, "map"))
    input->source = CALX_INPUT_BY_MAP;
  else
    return calx_json_fail (error, where, "written_by", "“%s” is not person, patient or map", source);
  return TRUE;
}

static gboolean
read_group (CalxInputs  *self,
            JsonObject  *object,
            const char  *where,
            CalxInput   *input,
            GError     **error)
{
  input->group = calx_json_get_string (object, where, "group", error);
  if (input->group == NULL)
    return FALSE;
  for (guint i = 0; i < self->groups->len; i++)
    if (g_str_equal (g_array_index (self->groups, CalxInputGroup, i).id, input->group))
      return TRUE;
  return calx_json_fail (error, where, "group", "“%s” is not among the groups", input->group);
}

static gboolean
read_choices (JsonObject  *object,
              const char  *where,
              CalxInput   *input,
              GError     **error)
{
  JsonArray *array = calx_json_get_array (object, where, "choices", error);
  CalxChoice *choices;

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) == 0)
    return calx_json_fail (error, where, "choices", "must not be empty");

  choices = g_new0 (CalxChoice, json_array_get_length (array));
  input->choices = choices;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *choice_where = g_strdup_printf ("%s.choices[%u]", where, i);
      JsonObject *choice = calx_json_to_object (json_array_get_element (array, i), choice_where, error);

      if (choice == NULL)
        return FALSE;
      choices[i].id = calx_json_get_string (choice, choice_where, "id", error);
      if (choices[i].id == NULL)
        return FALSE;
      if (calx_input_find_choice (input, choices[i].id) != NULL)
        return calx_json_fail (error, choice_where, "id", "“%s” stands twice", choices[i].id);
      choices[i].label = calx_json_get_string (choice, choice_where, "label", error);
      if (choices[i].label == NULL)
        return FALSE;
      input->n_choices = i + 1;
    }
  return TRUE;
}

static gboolean
read_question_unit (JsonObject       *object,
                    const char       *where,
                    const char       *member,
                    const CalxInput  *input,
                    const CalxUnit  **ret_unit,
                    GError          **error)
{
  const char *code = calx_json_get_string (object, where, member, error);

  if (code == NULL)
    return FALSE;
  *ret_unit = calx_quantity_find_unit (input->quantity, code);
  if (*ret_unit == NULL)
    return calx_json_fail (error, where, member, "“%s” has no unit “%s”", input->quantity->id, code);
  return TRUE;
}

static gboolean
read_questions (JsonObject  *object,
                const char  *where,
                CalxInput   *input,
                GError     **error)
{
  JsonArray *array;
  CalxUnitQuestion *questions;

  if (!calx_json_get_array_or_null (object, where, "asks", &array, error))
    return FALSE;
  if (array == NULL)
    return TRUE;

  questions = g_new0 (CalxUnitQuestion, json_array_get_length (array));
  input->questions = questions;
  input->n_questions = json_array_get_length (array);
  for (guint i = 0; i < input->n_questions; i++)
    {
      g_autofree char *question_where = g_strdup_printf ("%s.asks[%u]", where, i);
      JsonObject *question = calx_json_to_object (json_array_get_element (array, i), question_where, error);

      if (question == NULL ||
          !read_question_unit (question, question_where, "unit", input, &questions[i].unit, error) ||
          !read_question_unit (question, question_where, "meant", input, &questions[i].meant, error) ||
          !calx_json_get_double (question, question_where, "from", &questions[i].from, error) ||
          !calx_json_get_double (question, question_where, "to", &questions[i].to, error))
        return FALSE;
      if (!(questions[i].from <= questions[i].to))
        return calx_json_fail (error, question_where, "to", "lies below from");
    }
  return TRUE;
}

static gboolean
check_limits (const CalxInput  *input,
              const char       *where,
              GError          **error)
{
  const double in_order[] = { input->hard_min, input->soft_min, input->soft_max, input->hard_max };
  double last = -INFINITY;

  for (gsize i = 0; i < G_N_ELEMENTS (in_order); i++)
    {
      if (isnan (in_order[i]))
        continue;
      if (in_order[i] < last)
        return calx_json_fail (error, where, NULL,
                               "hard_min, soft_min, soft_max and hard_max do not rise in this order");
      last = in_order[i];
    }
  if (!isnan (input->reference_low) && !isnan (input->reference_high) &&
      !(input->reference_low < input->reference_high))
    return calx_json_fail (error, where, "reference_high", "is not above reference_low");
  return TRUE;
}

static gboolean
read_number (CalxInputs  *self,
             JsonObject  *object,
             const char  *where,
             CalxInput   *input,
             GError     **error)
{
  const char *quantity = calx_json_get_string (object, where, "quantity", error);

  if (quantity == NULL)
    return FALSE;
  input->quantity = calx_units_get_quantity (self->units, quantity);
  if (input->quantity == NULL)
    return calx_json_fail (error, where, "quantity", "“%s” is not among the quantities", quantity);

  return calx_json_get_boolean_or (object, where, "unitless", FALSE, &input->unitless, error) &&
         calx_json_get_boolean_or (object, where, "whole", FALSE, &input->whole, error) &&
         calx_json_get_double_or (object, where, "hard_min", NAN, &input->hard_min, error) &&
         calx_json_get_double_or (object, where, "hard_max", NAN, &input->hard_max, error) &&
         calx_json_get_double_or (object, where, "soft_min", NAN, &input->soft_min, error) &&
         calx_json_get_double_or (object, where, "soft_max", NAN, &input->soft_max, error) &&
         calx_json_get_double_or (object, where, "reference_low", NAN, &input->reference_low, error) &&
         calx_json_get_double_or (object, where, "reference_high", NAN, &input->reference_high, error) &&
         calx_json_get_string_or (object, where, "below_hint", NULL, &input->below_hint, error) &&
         check_limits (input, where, error) &&
         read_questions (object, where, input, error);
}

/* What absent stands for must itself be something the input could hold. */
static gboolean
read_absent (JsonObject  *object,
             const char  *where,
             CalxInput   *input,
             GError     **error)
{
  char *end;

  if (!calx_json_get_boolean_or (object, where, "can_be_absent", input->kind == CALX_INPUT_BOOLEAN,
                                 &input->can_be_absent, error) ||
      !calx_json_get_string_or (object, where, "absent_text", NULL, &input->absent_text, error))
    return FALSE;
  if (input->absent_text == NULL)
    return TRUE;

  if (!input->can_be_absent)
    return calx_json_fail (error, where, "absent_text", "stands without can_be_absent");
  if (input->kind == CALX_INPUT_CHOICE && calx_input_find_choice (input, input->absent_text) == NULL)
    return calx_json_fail (error, where, "absent_text", "“%s” is not among the choices",
                           input->absent_text);
  if (input->kind == CALX_INPUT_NUMBER)
    {
      g_ascii_strtod (input->absent_text, &end);
      if (end == input->absent_text || *end != '\0')
        return calx_json_fail (error, where, "absent_text", "“%s” is not a number", input->absent_text);
    }
  return TRUE;
}

static gboolean
read_sited (JsonObject  *object,
            const char  *where,
            CalxInput   *input,
            GError     **error)
{
  if (!calx_json_get_boolean_or (object, where, "sited", FALSE, &input->sited, error))
    return FALSE;
  if (input->sited && input->kind != CALX_INPUT_BOOLEAN)
    return calx_json_fail (error, where, "sited", "stands without the kind boolean");
  return TRUE;
}

static gboolean
read_input (CalxInputs  *self,
            JsonNode    *node,
            const char  *where,
            CalxInput   *input,
            GError     **error)
{
  JsonObject *object = calx_json_to_object (node, where, error);

  if (object == NULL)
    return FALSE;
  input->id = calx_json_get_string (object, where, "id", error);
  if (input->id == NULL)
    return FALSE;
  input->id = g_intern_string (input->id);
  input->label = calx_json_get_string (object, where, "label", error);
  return input->label != NULL &&
         calx_json_get_string_or (object, where, "help", NULL, &input->help, error) &&
         read_kind (object, where, input, error) &&
         read_group (self, object, where, input, error) &&
         calx_json_get_boolean_or (object, where, "laboratory", FALSE, &input->laboratory, error) &&
         calx_json_get_boolean_or (object, where, "first", FALSE, &input->first, error) &&
         calx_json_get_boolean_or (object, where, "carried", FALSE, &input->carried, error) &&
         read_sited (object, where, input, error) &&
         (input->kind != CALX_INPUT_CHOICE || read_choices (object, where, input, error)) &&
         (input->kind != CALX_INPUT_NUMBER || read_number (self, object, where, input, error)) &&
         read_absent (object, where, input, error);
}

static gboolean
read_inputs (CalxInputs  *self,
             JsonObject  *root,
             const char  *name,
             GError     **error)
{
  JsonArray *array = calx_json_get_array (root, name, "inputs", error);

  if (array == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s: inputs[%u]", name, i);
      CalxInput *input = g_new0 (CalxInput, 1);

      g_ptr_array_add (self->inputs, input);
      input->index = i;
      input->hard_min = input->hard_max = input->soft_min = input->soft_max = NAN;
      input->reference_low = input->reference_high = NAN;
      if (!read_input (self, json_array_get_element (array, i), where, input, error))
        return FALSE;
      if (!g_hash_table_insert (self->by_id, (gpointer) input->id, input))
        return calx_json_fail (error, where, "id", "“%s” stands twice", input->id);
    }
  return TRUE;
}

static gboolean
read_implied_by (CalxInputs  *self,
                 JsonArray   *array,
                 const char  *where,
                 CalxInput   *input,
                 GError     **error)
{
  input->implied_by = g_new0 (const CalxInput *, json_array_get_length (array));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *id = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : "";
      const CalxInput *implying = g_hash_table_lookup (self->by_id, id);

      if (implying == NULL || implying == input)
        return calx_json_fail (error, where, "implied_by", "“%s” is not another input", id);
      if (implying->kind != CALX_INPUT_BOOLEAN || input->kind != CALX_INPUT_BOOLEAN)
        return calx_json_fail (error, where, "implied_by", "“%s” implies, but not both are boolean", id);
      input->implied_by[input->n_implied_by++] = implying;
    }
  return TRUE;
}

/* Once every input is known, since one may be implied by a later one. One step only: no chain can
 * become a circle, and people see the whole reason in one line. */
static gboolean
read_implications (CalxInputs  *self,
                   JsonObject  *root,
                   const char  *name,
                   GError     **error)
{
  JsonArray *inputs = json_object_get_array_member (root, "inputs");

  for (guint i = 0; i < self->inputs->len; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s: inputs[%u]", name, i);
      JsonArray *array;

      if (!calx_json_get_array_or_null (json_array_get_object_element (inputs, i), where, "implied_by", &array, error) ||
          (array != NULL && !read_implied_by (self, array, where, self->inputs->pdata[i], error)))
        return FALSE;
    }
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const CalxInput *input = self->inputs->pdata[i];

      for (gsize k = 0; k < input->n_implied_by; k++)
        if (input->implied_by[k]->n_implied_by > 0)
          return calx_json_fail (error, name, input->id, "is implied by “%s”, which is implied itself",
                                 input->implied_by[k]->id);
    }
  return TRUE;
}

static gboolean
read_days (CalxInputs  *self,
           JsonObject  *root,
           const char  *name,
           GError     **error)
{
  gint64 stale;
  gint64 expired;

  if (!calx_json_get_int (root, name, "stale_days", &stale, error) ||
      !calx_json_get_int (root, name, "expired_days", &expired, error))
    return FALSE;
  if (stale < 1 || stale > 36500)
    return calx_json_fail (error, name, "stale_days", "must be 1 to 36500");
  if (expired < stale || expired > 36500)
    return calx_json_fail (error, name, "expired_days", "must be stale_days to 36500");
  self->stale_days = stale;
  self->expired_days = expired;
  return TRUE;
}

CalxInputs *
calx_inputs_new (GBytes      *json,
                 const char  *name,
                 CalxUnits   *units,
                 GError     **error)
{
  g_autoptr(CalxInputs) self = NULL;
  JsonObject *root;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (units != NULL, NULL);

  self = g_new0 (CalxInputs, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->units = calx_units_ref (units);
  self->groups = g_array_new (FALSE, TRUE, sizeof (CalxInputGroup));
  self->inputs = g_ptr_array_new_with_free_func (input_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->root = calx_json_parse_bytes (json, name, error);
  if (self->root == NULL)
    return NULL;
  root = calx_json_to_object (self->root, name, error);
  if (root == NULL ||
      !calx_json_check_format (root, name, "calx-inputs/1", error) ||
      !read_days (self, root, name, error) ||
      !read_groups (self, root, name, error) ||
      !read_inputs (self, root, name, error) ||
      !read_implications (self, root, name, error))
    return NULL;
  return g_steal_pointer (&self);
}

CalxInputs *
calx_inputs_ref (CalxInputs *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
calx_inputs_unref (CalxInputs *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->inputs);
  g_array_unref (self->groups);
  calx_units_unref (self->units);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

guint
calx_inputs_get_n (CalxInputs *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->inputs->len;
}

const CalxInput *
calx_inputs_get (CalxInputs *self,
                 guint       index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->inputs->len, NULL);

  return g_ptr_array_index (self->inputs, index);
}

const CalxInput *
calx_inputs_find (CalxInputs *self,
                  const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

const CalxInputGroup *
calx_inputs_get_groups (CalxInputs *self,
                        gsize      *ret_n_groups)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ret_n_groups != NULL, NULL);

  *ret_n_groups = self->groups->len;
  return (const CalxInputGroup *) self->groups->data;
}

int
calx_inputs_get_stale_days (CalxInputs *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->stale_days;
}

int
calx_inputs_get_expired_days (CalxInputs *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->expired_days;
}

const CalxChoice *
calx_input_find_choice (const CalxInput *input,
                        const char      *choice_id)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (choice_id != NULL, NULL);

  for (gsize i = 0; i < input->n_choices; i++)
    if (g_str_equal (input->choices[i].id, choice_id))
      return &input->choices[i];
  return NULL;
}
