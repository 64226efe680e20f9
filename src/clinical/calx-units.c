/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-units.h"

#include "calx-json.h"

#include <string.h>

/* Strings point into the JSON tree, which lives as long as the table. */
struct _CalxUnits
{
  gatomicrefcount ref_count;
  JsonNode       *root;
  GPtrArray      *quantities; /* of CalxQuantity */
  GHashTable     *by_id;
};

static void
quantity_free (gpointer data)
{
  CalxQuantity *quantity = data;

  for (gsize i = 0; i < quantity->n_units; i++)
    g_free ((gpointer) quantity->units[i].aliases);
  g_free ((gpointer) quantity->units);
  g_free (quantity);
}

static gboolean
read_system (JsonObject      *object,
             const char      *where,
             CalxUnitSystem  *ret_system,
             GError         **error)
{
  const char *text = calx_json_get_string (object, where, "system", error);

  if (text == NULL)
    return FALSE;
  if (g_str_equal (text, "both"))
    *ret_system = CALX_UNIT_SYSTEM_BOTH;
  else if (g_str_equal (text, "conventional"))
    *ret_system = CALX_UNIT_SYSTEM_CONVENTIONAL;
  else if (g_str_equal (text, "si"))
    *ret_system = CALX_UNIT_SYSTEM_SI;
  else
    return calx_json_fail (error, where, "system", "“%s” is not conventional, si or both", text);
  return TRUE;
}

static gboolean
read_aliases (JsonObject  *object,
              const char  *where,
              CalxUnit    *unit,
              GError     **error)
{
  JsonArray *array = NULL;
  const char **aliases;

  if (!calx_json_get_array_or_null (object, where, "aliases", &array, error))
    return FALSE;

  aliases = g_new0 (const char *, (array == NULL ? 0 : json_array_get_length (array)) + 1);
  unit->aliases = aliases;
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return calx_json_fail (error, where, "aliases", "must hold texts");
      aliases[i] = json_node_get_string (node);
    }
  return TRUE;
}

static gboolean
read_unit (JsonNode    *node,
           const char  *where,
           CalxUnit    *unit,
           GError     **error)
{
  JsonObject *object = calx_json_to_object (node, where, error);
  gint64 decimals;

  if (object == NULL)
    return FALSE;
  unit->code = calx_json_get_string (object, where, "code", error);
  if (unit->code == NULL)
    return FALSE;
  unit->code = g_intern_string (unit->code);
  if (!calx_json_get_string_or (object, where, "label", unit->code, &unit->label, error) ||
      !read_system (object, where, &unit->system, error) ||
      !calx_json_get_double_or (object, where, "multiply", 1.0, &unit->multiply, error) ||
      !calx_json_get_double_or (object, where, "divide", 1.0, &unit->divide, error) ||
      !calx_json_get_int (object, where, "decimals", &decimals, error) ||
      !read_aliases (object, where, unit, error))
    return FALSE;
  if (unit->multiply <= 0.0)
    return calx_json_fail (error, where, "multiply", "must be above 0");
  if (unit->divide <= 0.0)
    return calx_json_fail (error, where, "divide", "must be above 0");
  if (decimals < 0 || decimals > 6)
    return calx_json_fail (error, where, "decimals", "must be 0 to 6");
  unit->decimals = decimals;
  return TRUE;
}

/* No name may mean two units of one quantity. */
static gboolean
check_names (const CalxQuantity  *quantity,
             const char          *where,
             GError             **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < quantity->n_units; i++)
    {
      const CalxUnit *unit = &quantity->units[i];

      if (!g_hash_table_add (seen, (gpointer) unit->code))
        return calx_json_fail (error, where, "units", "“%s” stands twice", unit->code);
      for (gsize j = 0; unit->aliases[j] != NULL; j++)
        if (!g_hash_table_add (seen, (gpointer) unit->aliases[j]))
          return calx_json_fail (error, where, "units", "“%s” stands twice", unit->aliases[j]);
    }
  return TRUE;
}

static gboolean
read_quantity (CalxUnits   *self,
               JsonNode    *node,
               const char  *where,
               GError     **error)
{
  JsonObject *object = calx_json_to_object (node, where, error);
  CalxQuantity *quantity;
  CalxUnit *units;
  JsonArray *array;

  if (object == NULL)
    return FALSE;

  quantity = g_new0 (CalxQuantity, 1);
  g_ptr_array_add (self->quantities, quantity);
  quantity->id = calx_json_get_string (object, where, "id", error);
  if (quantity->id == NULL)
    return FALSE;
  if (!g_hash_table_insert (self->by_id, (gpointer) quantity->id, quantity))
    return calx_json_fail (error, where, "id", "“%s” stands twice", quantity->id);
  /* Where a factor comes from is part of the data: a number without a source is refused. */
  if (calx_json_get_string (object, where, "source", error) == NULL)
    return FALSE;
  array = calx_json_get_array (object, where, "units", error);
  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) == 0)
    return calx_json_fail (error, where, "units", "must not be empty");

  units = g_new0 (CalxUnit, json_array_get_length (array));
  quantity->units = units;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *unit_where = g_strdup_printf ("%s.units[%u]", where, i);
      gboolean ok = read_unit (json_array_get_element (array, i), unit_where, &units[i], error);

      quantity->n_units = i + 1;
      if (!ok)
        return FALSE;
    }
  if (units[0].multiply != 1.0 || units[0].divide != 1.0)
    return calx_json_fail (error, where, "units", "the first one is canonical: it has no factor");
  return check_names (quantity, where, error);
}

CalxUnits *
calx_units_new (GBytes      *json,
                const char  *name,
                GError     **error)
{
  g_autoptr(CalxUnits) self = NULL;
  JsonObject *object;
  JsonArray *array;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (CalxUnits, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->quantities = g_ptr_array_new_with_free_func (quantity_free);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->root = calx_json_parse_bytes (json, name, error);
  if (self->root == NULL)
    return NULL;
  object = calx_json_to_object (self->root, name, error);
  if (object == NULL || !calx_json_check_format (object, name, "calx-units/1", error))
    return NULL;
  array = calx_json_get_array (object, name, "quantities", error);
  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s: quantities[%u]", name, i);

      if (!read_quantity (self, json_array_get_element (array, i), where, error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

CalxUnits *
calx_units_ref (CalxUnits *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
calx_units_unref (CalxUnits *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->quantities);
  g_clear_pointer (&self->root, json_node_unref);
  g_free (self);
}

const CalxQuantity *
calx_units_get_quantity (CalxUnits  *self,
                         const char *quantity_id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (quantity_id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, quantity_id);
}

const CalxUnit *
calx_quantity_find_unit (const CalxQuantity *quantity,
                         const char         *code)
{
  g_return_val_if_fail (quantity != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  for (gsize i = 0; i < quantity->n_units; i++)
    if (g_str_equal (quantity->units[i].code, code) ||
        g_strv_contains (quantity->units[i].aliases, code))
      return &quantity->units[i];
  return NULL;
}

const CalxUnit *
calx_quantity_get_unit (const CalxQuantity *quantity,
                        CalxUnitSystem      system)
{
  g_return_val_if_fail (quantity != NULL, NULL);

  for (gsize i = 0; i < quantity->n_units; i++)
    if (quantity->units[i].system == system || quantity->units[i].system == CALX_UNIT_SYSTEM_BOTH)
      return &quantity->units[i];
  return &quantity->units[0];
}

double
calx_unit_to_canonical (const CalxUnit *unit,
                        double          value)
{
  g_return_val_if_fail (unit != NULL, value);

  return value / unit->divide * unit->multiply;
}

double
calx_unit_from_canonical (const CalxUnit *unit,
                          double          value)
{
  g_return_val_if_fail (unit != NULL, value);

  return value / unit->multiply * unit->divide;
}
