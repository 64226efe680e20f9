/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-skin.h"

static const char *const ids[CALX_N_SKINS] = {
  [CALX_SKIN_NOT_STATED] = "",
  [CALX_SKIN_LIGHTEST] = "lightest",
  [CALX_SKIN_LIGHT] = "light",
  [CALX_SKIN_MEDIUM] = "medium",
  [CALX_SKIN_DARK] = "dark",
  [CALX_SKIN_DARKEST] = "darkest",
};

const char *
calx_skin_to_id (CalxSkin skin)
{
  g_return_val_if_fail (skin < CALX_N_SKINS, "");

  return ids[skin];
}

gboolean
calx_skin_from_id (const char *id,
                   CalxSkin   *ret_skin)
{
  g_return_val_if_fail (id != NULL && ret_skin != NULL, FALSE);

  for (guint i = 0; i < CALX_N_SKINS; i++)
    if (g_str_equal (ids[i], id))
      {
        *ret_skin = (CalxSkin) i;
        return TRUE;
      }
  return FALSE;
}
