/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-sign.h"

#include <glib/gi18n-lib.h>

#include "calx-body-glyph.h"
#include "calx-format.h"

/* The key to the map: the types first, then what else a sign says, then what became of it. */

enum
{
  SIGN_ULCERATED = CALX_N_LESION_TYPES,
  SIGN_HEALED,
  SIGN_PAIN,
  SIGN_SENTINEL,
  SIGN_NEW,
  SIGN_GROWN,
  SIGN_SHRUNK,
  SIGN_GONE,
  SIGN_EARLIER,
  N_SIGNS,
};
G_STATIC_ASSERT (N_SIGNS == CALX_N_BODY_SIGNS);

/* The type that is not known comes last of the types. */
static CalxLesionType
type_at (guint index)
{
  return (CalxLesionType) ((index + 1) % CALX_N_LESION_TYPES);
}

static const char *
type_words (CalxLesionType type)
{
  return type == CALX_LESION_TYPE_UNKNOWN ? C_("key to the map", "Type not known") : calx_format_lesion_type (type);
}

CalxBodySign
calx_body_sign_get (guint index)
{
  CalxBodySign sign = { .look = { .type = CALX_BODY_GLYPH_NONE, .pain = CALX_PAIN_UNKNOWN } };

  g_return_val_if_fail (index < CALX_N_BODY_SIGNS, sign);

  switch (index)
    {
    case SIGN_ULCERATED:
      sign.words = C_("key to the map", "Ulcerated");
      sign.look.ulcerated = TRUE;
      break;
    case SIGN_HEALED:
      sign.words = C_("key to the map", "Healed");
      sign.look.healed = TRUE;
      break;
    case SIGN_PAIN:
      sign.words = C_("key to the map", "Pain: a ray for every two points");
      sign.look.pain = 6;
      break;
    case SIGN_SENTINEL:
      sign.words = C_("key to the map", "Sentinel lesion");
      sign.sentinel = TRUE;
      break;
    case SIGN_NEW:
      sign.words = C_("key to the map", "New");
      sign.change = CALX_BODY_CHANGE_NEW;
      break;
    case SIGN_GROWN:
      sign.words = C_("key to the map", "Larger");
      sign.change = CALX_BODY_CHANGE_GROWN;
      break;
    case SIGN_SHRUNK:
      sign.words = C_("key to the map", "Smaller");
      sign.change = CALX_BODY_CHANGE_SHRUNK;
      break;
    case SIGN_GONE:
      sign.words = C_("key to the map", "Healed since");
      sign.change = CALX_BODY_CHANGE_HEALED;
      break;
    case SIGN_EARLIER:
      sign.words = C_("key to the map", "As it was earlier");
      sign.look.earlier = TRUE;
      break;
    default:
      sign.look.type = type_at (index);
      sign.words = type_words (sign.look.type);
    }
  return sign;
}

static gboolean
says (guint                     index,
      const CalxLesion         *lesion,
      const CalxBodyLesionTime *time)
{
  CalxBodyLook look = calx_body_look_of (lesion);

  switch (index)
    {
    case SIGN_ULCERATED:
      return look.ulcerated && !look.healed && !time->earlier;
    case SIGN_HEALED:
      return look.healed;
    case SIGN_PAIN:
      return look.pain > 0;
    case SIGN_SENTINEL:
      return lesion->sentinel && !look.healed;
    case SIGN_NEW:
      return time->change == CALX_BODY_CHANGE_NEW;
    case SIGN_GROWN:
      return time->change == CALX_BODY_CHANGE_GROWN;
    case SIGN_SHRUNK:
      return time->change == CALX_BODY_CHANGE_SHRUNK;
    case SIGN_GONE:
      return time->change == CALX_BODY_CHANGE_HEALED;
    case SIGN_EARLIER:
      return time->earlier;
    default:
      return look.type == type_at (index);
    }
}

gboolean
calx_body_sign_is_used (guint      index,
                        GPtrArray *lesions,
                        GArray    *times)
{
  static const CalxBodyLesionTime now = { .opacity = 1.0 };

  g_return_val_if_fail (index < CALX_N_BODY_SIGNS, FALSE);

  for (guint i = 0; lesions != NULL && i < lesions->len; i++)
    if (says (index, g_ptr_array_index (lesions, i),
              times != NULL && i < times->len ? &g_array_index (times, CalxBodyLesionTime, i) : &now))
      return TRUE;
  return FALSE;
}
