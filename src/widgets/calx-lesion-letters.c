/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-letters.h"

#include <glib/gi18n-lib.h>

#include "calx-format.h"

/* C, M, O, V and Z do other things on the map. */
static const char *const letters[CALX_N_LESION_TYPES] = {
  [CALX_LESION_TYPE_PAPULE] = NC_("key of the lesion's type", "P"),
  [CALX_LESION_TYPE_PLAQUE] = NC_("key of the lesion's type", "Q"),
  [CALX_LESION_TYPE_NODULE] = NC_("key of the lesion's type", "N"),
  [CALX_LESION_TYPE_SUBCUTANEOUS_NODULE] = NC_("key of the lesion's type", "S"),
  [CALX_LESION_TYPE_INDURATION] = NC_("key of the lesion's type", "I"),
  [CALX_LESION_TYPE_LIVEDO] = NC_("key of the lesion's type", "L"),
  [CALX_LESION_TYPE_RETIFORM_PURPURA] = NC_("key of the lesion's type", "R"),
  [CALX_LESION_TYPE_ULCER] = NC_("key of the lesion's type", "U"),
  [CALX_LESION_TYPE_ESCHAR] = NC_("key of the lesion's type", "E"),
  [CALX_LESION_TYPE_CHALKY_DISCHARGE] = NC_("key of the lesion's type", "D"),
};

gunichar
calx_lesion_type_to_letter (CalxLesionType type)
{
  g_return_val_if_fail (type < CALX_N_LESION_TYPES, 0);

  if (letters[type] == NULL)
    return 0;
  return g_utf8_get_char (
      g_dpgettext2 (GETTEXT_PACKAGE, "key of the lesion's type", letters[type]));
}

gboolean
calx_lesion_letter_to_type (gunichar letter, CalxLesionType *ret_type)
{
  gunichar upper = g_unichar_toupper (letter);

  g_return_val_if_fail (ret_type != NULL, FALSE);

  for (int i = 0; upper != 0 && i < CALX_N_LESION_TYPES; i++)
    if (calx_lesion_type_to_letter ((CalxLesionType) i) == upper)
      {
        *ret_type = (CalxLesionType) i;
        return TRUE;
      }
  return FALSE;
}

char *
calx_lesion_type_with_letter (CalxLesionType type)
{
  const char *words = calx_format_lesion_type (type);
  char letter[7] = "";

  if (calx_lesion_type_to_letter (type) == 0)
    return g_strdup (words);

  g_unichar_to_utf8 (calx_lesion_type_to_letter (type), letter);
  return g_strdup_printf ("%s (%s)", words, letter);
}
