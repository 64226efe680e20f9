/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-targets-private.h"

#include <math.h>

#include "calx-statement-load.h"

#define PRODUCT "calcium_phosphate_product"

static void
target_free (gpointer data)
{
  CalxTarget *target = data;

  g_free (target->words);
  g_clear_pointer (&target->when, calx_rule_free);
  g_free (target);
}

static void
body_free (gpointer data)
{
  CalxTargetBody *body = data;

  calx_statement_clear (&body->statement);
  g_ptr_array_unref (body->targets);
  g_free (body);
}

static void
warning_free (gpointer data)
{
  CalxTargetWarning *warning = data;

  calx_statement_clear (&warning->statement);
  g_free (warning);
}

static const CalxInput *
load_input (CalxTargets  *self,
            CalxFactLoad *load,
            JsonObject   *object,
            const char   *path)
{
  const char *id = calx_reader_string (load->reader, object, path, "input");
  const CalxInput *input = calx_inputs_find (self->inputs, id);

  if (input != NULL && input->laboratory && input->quantity != NULL)
    return input;
  calx_reader_fail (load->reader, path, "input", "no laboratory value is called '%s'", id);
  return NULL;
}

static const CalxUnit *
load_unit (CalxReader         *reader,
           const CalxQuantity *quantity,
           JsonObject         *object,
           const char         *path)
{
  const char *code = calx_reader_string (reader, object, path, "unit");
  const CalxUnit *unit = quantity == NULL ? NULL : calx_quantity_find_unit (quantity, code);

  if (unit == NULL)
    calx_reader_fail (reader, path, "unit", "'%s' is not a unit of it", code);
  return unit;
}

static double
load_end (CalxReader *reader,
          JsonObject *object,
          const char *path,
          const char *field)
{
  return calx_reader_has (object, field) ? calx_reader_number (reader, object, path, field) : NAN;
}

static void
load_range (CalxTarget *target,
            CalxReader *reader,
            JsonObject *object,
            const char *path)
{
  target->is_below = calx_reader_has (object, "below");
  target->low = load_end (reader, object, path, "low");
  target->high = load_end (reader, object, path, target->is_below ? "below" : "high");
  if (target->is_below && calx_reader_has (object, "high"))
    calx_reader_fail (reader, path, "high", "stands beside below");
  if (target->low >= target->high)
    calx_reader_fail (reader, path, "low", "is not below the upper end");
  if (isnan (target->low) && isnan (target->high))
    return;
  if (target->is_normal)
    calx_reader_fail (reader, path, "normal", "stands beside numbers");
  target->of_upper_limit = g_str_equal (calx_reader_string (reader, object, path, "unit"), "upper_limit");
  if (!target->of_upper_limit)
    target->unit = load_unit (reader, target->quantity, object, path);
  else if (target->input == NULL)
    calx_reader_fail (reader, path, "unit", "the product has no upper limit of normal");
}

static void
load_target (CalxTargets    *self,
             CalxTargetBody *body,
             CalxFactLoad   *load,
             JsonObject     *object,
             const char     *path)
{
  CalxReader *reader = load->reader;
  CalxTarget *target = g_new0 (CalxTarget, 1);

  g_ptr_array_add (body->targets, target);
  if (!g_str_equal (calx_reader_string (reader, object, path, "input"), PRODUCT))
    target->input = load_input (self, load, object, path);
  target->quantity = target->input == NULL ? self->product : target->input->quantity;
  target->words = g_strdup (calx_reader_text (reader, object, path, "words"));
  target->is_normal = calx_reader_has (object, "normal") && calx_reader_boolean (reader, object, path, "normal");
  load_range (target, reader, object, path);
  if (isnan (target->low) && isnan (target->high) && !target->is_normal && *target->words == '\0')
    calx_reader_fail (reader, path, NULL, "says nothing");
  if (reader->error == NULL && calx_reader_has (object, "when"))
    {
      g_autofree char *when_path = g_strconcat (path, ".when", NULL);

      target->when = calx_rule_new (json_object_get_member (object, "when"), when_path, &load->scope,
                                    &reader->error);
    }
}

static void
load_body (CalxTargets  *self,
           CalxFactLoad *load,
           JsonObject   *object,
           const char   *path)
{
  CalxReader *reader = load->reader;
  g_autoptr(JsonArray) targets = calx_reader_array (reader, object, path, "targets");
  CalxTargetBody *body = g_new0 (CalxTargetBody, 1);
  const char *kind = calx_reader_string (reader, object, path, "kind");

  body->targets = g_ptr_array_new_with_free_func (target_free);
  g_ptr_array_add (self->bodies, body);
  calx_statement_load (load, &body->statement, object, path, FALSE);
  body->is_cohort = g_str_equal (kind, "cohort");
  if (!body->is_cohort && !g_str_equal (kind, "guideline"))
    calx_reader_fail (reader, path, "kind", "must be guideline or cohort, not '%s'", kind);
  body->is_historical = calx_reader_boolean (reader, object, path, "historical");
  if (calx_reader_has (object, "year"))
    body->year = (int) CLAMP (calx_reader_number (reader, object, path, "year"), 0.0, 9999.0);
  if (json_array_get_length (targets) == 0)
    calx_reader_fail (reader, path, "targets", "must not be empty");
  for (guint i = 0; i < json_array_get_length (targets) && reader->error == NULL; i++)
    {
      g_autofree char *target_path = g_strdup_printf ("%s.targets[%u]", path, i);
      g_autoptr(JsonObject) target = calx_reader_as_object (reader, json_array_get_element (targets, i),
                                                            target_path);

      load_target (self, body, load, target, target_path);
    }
}

static void
load_warning (CalxTargets  *self,
              CalxFactLoad *load,
              JsonObject   *object,
              const char   *path)
{
  CalxTargetWarning *warning = g_new0 (CalxTargetWarning, 1);

  g_ptr_array_add (self->warnings, warning);
  calx_statement_load (load, &warning->statement, object, path, FALSE);
  warning->input = load_input (self, load, object, path);
  warning->unit = load_unit (load->reader, warning->input == NULL ? NULL : warning->input->quantity, object,
                             path);
  warning->at_least = calx_reader_number (load->reader, object, path, "at_least");
}

static void
load_list (CalxTargets  *self,
           CalxFactLoad *load,
           JsonObject   *root,
           const char   *name,
           const char   *field,
           void        (*load_one) (CalxTargets *, CalxFactLoad *, JsonObject *, const char *))
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonArray) array = calx_reader_array (load->reader, root, top, field);

  if (json_array_get_length (array) == 0)
    calx_reader_fail (load->reader, top, field, "must not be empty");
  for (guint i = 0; i < json_array_get_length (array) && load->reader->error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s: %s[%u]", name, field, i);
      g_autoptr(JsonObject) object = calx_reader_as_object (load->reader, json_array_get_element (array, i),
                                                            path);

      load_one (self, load, object, path);
    }
}

CalxTargets *
calx_targets_new (GBytes       *json,
                  const char   *name,
                  CalxInputs   *inputs,
                  CalxUnits    *units,
                  CalxSources  *sources,
                  GError      **error)
{
  g_autoptr(CalxTargets) self = NULL;
  g_autoptr(JsonObject) root = NULL;
  g_autofree char *top = NULL;
  CalxReader reader = { NULL };
  CalxFactLoad load = { &reader, sources, { inputs, NULL, NULL } };

  g_return_val_if_fail (json != NULL && name != NULL, NULL);
  g_return_val_if_fail (inputs != NULL && units != NULL && sources != NULL, NULL);

  self = g_new0 (CalxTargets, 1);
  self->inputs = calx_inputs_ref (inputs);
  self->product = calx_units_get_quantity (units, PRODUCT);
  self->bodies = g_ptr_array_new_with_free_func (body_free);
  self->warnings = g_ptr_array_new_with_free_func (warning_free);
  top = g_strconcat (name, ":", NULL);
  root = calx_reader_open (&reader, json, name, "calx-targets/1");
  self->text = g_strdup (calx_reader_string (&reader, root, top, "text"));
  if (reader.error == NULL)
    load_list (self, &load, root, name, "bodies", load_body);
  if (reader.error == NULL)
    load_list (self, &load, root, name, "warnings", load_warning);
  if (reader.error == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, reader.error);
  return NULL;
}

void
calx_targets_free (CalxTargets *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->warnings);
  g_ptr_array_unref (self->bodies);
  calx_inputs_unref (self->inputs);
  g_free (self->text);
  g_free (self);
}
