/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-private.h"

#include <string.h>

#include "calx-json.h"

#define BWAT_WORST 5
#define MAX_SIGN_VALUES 5

/* Every one begins with "", not known. */
static const struct
{
  const char *id;
  guint       n_values;
  const char *values[MAX_SIGN_VALUES];
} signs[CALX_N_LESION_SIGNS] = {
  [CALX_LESION_SIGN_GRITTY] = { "gritty", 3, { "", "no", "yes" } },
  [CALX_LESION_SIGN_CHALKY] = { "chalky", 3, { "", "no", "yes" } },
  [CALX_LESION_SIGN_INFECTED] = { "infected", 3, { "", "no", "yes" } },
  [CALX_LESION_SIGN_TEMPO] = { "tempo", 3, { "", "gradual", "rapid" } },
  [CALX_LESION_SIGN_COLOUR] = { "colour", 5, { "", "whitish", "yellowish", "skin_coloured", "other" } },
  [CALX_LESION_SIGN_CONSISTENCY] = { "consistency", 4, { "", "firm", "hard", "other" } },
  [CALX_LESION_SIGN_EXTENT] = { "extent", 4, { "", "localized", "circumscripta", "universalis" } },
};

const char *
calx_lesion_sign_to_id (CalxLesionSign sign)
{
  g_return_val_if_fail (sign < CALX_N_LESION_SIGNS, "");

  return signs[sign].id;
}

gboolean
calx_lesion_sign_from_id (const char     *id,
                          CalxLesionSign *ret_sign)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (ret_sign != NULL, FALSE);

  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    if (g_str_equal (signs[i].id, id))
      {
        *ret_sign = i;
        return TRUE;
      }
  return FALSE;
}

guint
calx_lesion_sign_get_n_values (CalxLesionSign sign)
{
  g_return_val_if_fail (sign < CALX_N_LESION_SIGNS, 0);

  return signs[sign].n_values;
}

const char *
calx_lesion_sign_value_to_id (CalxLesionSign sign,
                              guint          value)
{
  g_return_val_if_fail (sign < CALX_N_LESION_SIGNS, "");
  g_return_val_if_fail (value < signs[sign].n_values, "");

  return signs[sign].values[value];
}

gboolean
calx_lesion_sign_value_from_id (CalxLesionSign  sign,
                                const char     *id,
                                guint          *ret_value)
{
  g_return_val_if_fail (sign < CALX_N_LESION_SIGNS, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (ret_value != NULL, FALSE);

  for (guint i = 0; i < signs[sign].n_values; i++)
    if (g_str_equal (signs[sign].values[i], id))
      {
        *ret_value = i;
        return TRUE;
      }
  return FALSE;
}

guint
calx_lesion_get_sign (const CalxLesion *self,
                      CalxLesionSign    sign)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (sign < CALX_N_LESION_SIGNS, 0);

  if (sign == CALX_LESION_SIGN_CHALKY && self->type == CALX_LESION_TYPE_CHALKY_DISCHARGE)
    return CALX_TERNARY_YES;
  return self->signs[sign];
}

gboolean
calx_lesion_sign_is_ternary (CalxLesionSign sign)
{
  g_return_val_if_fail (sign < CALX_N_LESION_SIGNS, FALSE);

  return sign <= CALX_LESION_SIGN_INFECTED;
}

guint
calx_bwat_count (const CalxLesion *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < CALX_N_BWAT_ITEMS; i++)
    if (self->bwat[i] != CALX_BWAT_NOT_SCORED)
      n++;
  return n;
}

gboolean
calx_bwat_total (const CalxLesion *self,
                 int              *ret_total)
{
  int total = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_total != NULL, FALSE);

  if (calx_bwat_count (self) < CALX_N_BWAT_ITEMS)
    return FALSE;
  for (guint i = 0; i < CALX_N_BWAT_ITEMS; i++)
    total += self->bwat[i];
  *ret_total = total;
  return TRUE;
}

gboolean
calx_lesion_details_equal (const CalxLesion *a,
                           const CalxLesion *b)
{
  return memcmp (a->signs, b->signs, sizeof a->signs) == 0 &&
         memcmp (a->bwat, b->bwat, sizeof a->bwat) == 0;
}

void
calx_lesion_details_to_json (const CalxLesion *self,
                             JsonObject       *object)
{
  JsonArray *items;

  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    if (self->signs[i] != 0)
      json_object_set_string_member (object, signs[i].id, signs[i].values[self->signs[i]]);
  if (self->sentinel)
    json_object_set_boolean_member (object, "sentinel", TRUE);
  if (calx_bwat_count (self) == 0)
    return;
  items = json_array_sized_new (CALX_N_BWAT_ITEMS);
  for (guint i = 0; i < CALX_N_BWAT_ITEMS; i++)
    json_array_add_int_element (items, self->bwat[i]);
  json_object_set_array_member (object, "bwat", items);
}

static gboolean
read_sign (CalxLesion      *self,
           CalxLesionSign   sign,
           JsonObject      *object,
           GError         **error)
{
  const char *id;

  if (!calx_json_get_string_or (object, "lesion", signs[sign].id,
                                signs[sign].values[self->signs[sign]], &id, error))
    return FALSE;
  if (!calx_lesion_sign_value_from_id (sign, id, &self->signs[sign]))
    return calx_json_fail (error, "lesion", signs[sign].id, "“%s” is none of those known", id);
  return TRUE;
}

static gboolean
read_bwat (CalxLesion  *self,
           JsonObject  *object,
           GError     **error)
{
  JsonArray *items;

  if (!calx_json_get_array_or_null (object, "lesion", "bwat", &items, error))
    return FALSE;
  if (items == NULL)
    return TRUE;
  if (json_array_get_length (items) != CALX_N_BWAT_ITEMS)
    return calx_json_fail (error, "lesion", "bwat", "must have eight items");
  for (guint i = 0; i < CALX_N_BWAT_ITEMS; i++)
    {
      JsonNode *node = json_array_get_element (items, i);

      if (json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < 0 ||
          json_node_get_int (node) > BWAT_WORST)
        return calx_json_fail (error, "lesion", "bwat", "must be whole numbers from 1 to 5, or 0: not scored");
      self->bwat[i] = json_node_get_int (node);
    }
  return TRUE;
}

gboolean
calx_lesion_details_read (CalxLesion  *self,
                          JsonObject  *object,
                          GError     **error)
{
  for (guint i = 0; i < CALX_N_LESION_SIGNS; i++)
    if (!read_sign (self, i, object, error))
      return FALSE;
  return calx_json_get_boolean_or (object, "lesion", "sentinel", self->sentinel, &self->sentinel, error) &&
         read_bwat (self, object, error);
}
