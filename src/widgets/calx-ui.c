/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-ui.h"

#include "calx-ui-resources.h"

void
calx_ui_register (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      calx_ui_register_resource ();
      g_once_init_leave (&once, 1);
    }
}
