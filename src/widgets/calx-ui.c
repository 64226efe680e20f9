/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-ui.h"

#include "calx-ui-resources.h"

void
calx_ui_register (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      g_resources_register (calx_ui_get_resource ());
      g_once_init_leave (&once, 1);
    }
}
