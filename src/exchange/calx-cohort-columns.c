/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cohort-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define PATIENT_ID "patient_id"
#define DATE "date"
#define SETTING "setting"

static void
column_clear (gpointer data)
{
  CalxCohortColumn *column = data;

  g_free (column->name);
}

static gboolean
refuse (GError     **error,
        const char  *format,
        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* "id [unit]" into its parts; @ret_unit is NULL where no brackets close the name. */
static void
split_name (const char  *name,
            char       **ret_id,
            char       **ret_unit)
{
  const char *open = strchr (name, '[');
  gsize length = strlen (name);

  *ret_unit = NULL;
  if (open == NULL || name[length - 1] != ']')
    {
      *ret_id = g_strdup (name);
      return;
    }
  *ret_id = g_strchomp (g_strndup (name, open - name));
  *ret_unit = g_strstrip (g_strndup (open + 1, name + length - 1 - (open + 1)));
}

static gboolean
find_unit (CalxCohortColumn  *column,
           const char        *unit,
           GError           **error)
{
  const CalxInput *input = column->input;

  if (input->kind != CALX_INPUT_NUMBER || input->unitless)
    {
      if (unit != NULL)
        return refuse (error, _("column %s: %s has no unit"), column->name, input->id);
      return TRUE;
    }
  if (unit == NULL)
    return refuse (error, _("column %s: its unit is missing; write %s [%s]"), column->name, input->id,
                   input->quantity->units[0].code);
  column->unit = calx_quantity_find_unit (input->quantity, unit);
  if (column->unit == NULL)
    {
      g_autoptr(GString) codes = g_string_new (NULL);

      for (gsize i = 0; i < input->quantity->n_units; i++)
        g_string_append_printf (codes, "%s%s", i == 0 ? "" : ", ", input->quantity->units[i].code);
      return refuse (error, _("column %s: %s has no unit “%s”; its units are: %s"), column->name,
                     input->id, unit, codes->str);
    }
  return TRUE;
}

static gboolean
parse_column (CalxInputs        *inputs,
              const char        *cell,
              CalxCohortColumn  *column,
              GError           **error)
{
  g_autofree char *id = NULL;
  g_autofree char *unit = NULL;

  column->name = g_utf8_make_valid (cell, -1);
  g_strstrip (column->name);
  split_name (column->name, &id, &unit);

  if (g_str_equal (id, PATIENT_ID) || g_str_equal (id, DATE))
    {
      column->kind = g_str_equal (id, DATE) ? CALX_COHORT_COLUMN_DATE : CALX_COHORT_COLUMN_PATIENT_ID;
      if (unit != NULL)
        return refuse (error, _("column %s: %s has no unit"), column->name, id);
      return TRUE;
    }
  column->input = g_utf8_validate (cell, -1, NULL) ? calx_inputs_find (inputs, id) : NULL;
  if (column->input == NULL)
    {
      column->kind = CALX_COHORT_COLUMN_SKIPPED;
      return TRUE;
    }
  column->kind = CALX_COHORT_COLUMN_INPUT;
  return find_unit (column, unit, error);
}

/* What two columns must not share; NULL for one that is skipped. */
static const char *
column_get_key (const CalxCohortColumn *column)
{
  switch (column->kind)
    {
    case CALX_COHORT_COLUMN_PATIENT_ID:
      return PATIENT_ID;
    case CALX_COHORT_COLUMN_DATE:
      return DATE;
    case CALX_COHORT_COLUMN_INPUT:
      return column->input->id;
    case CALX_COHORT_COLUMN_SKIPPED:
    default:
      return NULL;
    }
}

/* Once, and only after every column is understood: a file without a header has a patient's data where
 * the names would be, and they must not be told. */
static gboolean
check_required (GArray  *columns,
                GError **error)
{
  gboolean has_patient_id = FALSE;
  gboolean has_setting = FALSE;

  for (guint i = 0; i < columns->len; i++)
    {
      CalxCohortColumn *column = &g_array_index (columns, CalxCohortColumn, i);

      has_patient_id |= column->kind == CALX_COHORT_COLUMN_PATIENT_ID;
      has_setting |= column->input != NULL && g_str_equal (column->input->id, SETTING);
    }
  if (!has_patient_id || !has_setting)
    return refuse (error, _("the header has no column %s"), has_patient_id ? SETTING : PATIENT_ID);
  return TRUE;
}

GArray *
calx_cohort_columns_new (CalxInputs          *inputs,
                         const char * const  *cells,
                         GError             **error)
{
  g_autoptr(GArray) columns = g_array_new (FALSE, TRUE, sizeof (CalxCohortColumn));
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (columns, column_clear);
  for (gsize i = 0; cells[i] != NULL; i++)
    {
      CalxCohortColumn *column;
      const char *key;

      g_array_set_size (columns, i + 1);
      column = &g_array_index (columns, CalxCohortColumn, i);
      if (!parse_column (inputs, cells[i], column, error))
        return NULL;
      key = column_get_key (column);
      if (key != NULL && !g_hash_table_add (seen, (gpointer) key))
        {
          refuse (error, _("two columns hold %s"), key);
          return NULL;
        }
    }
  if (!check_required (columns, error))
    return NULL;
  return g_steal_pointer (&columns);
}
