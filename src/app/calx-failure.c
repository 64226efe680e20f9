/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-failure.h"

#include <glib/gi18n.h>

#include "calx-store.h"

const char *
calx_failure_get_title (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != CALX_STORE_ERROR)
    return _("The records cannot be used");
  switch (error->code)
    {
    case CALX_STORE_ERROR_OPEN:
      return _("The records file cannot be opened");
    case CALX_STORE_ERROR_NOT_CALX:
      return _("This is not a records file of Calx");
    case CALX_STORE_ERROR_NEWER:
      return _("This file was written by a newer Calx");
    case CALX_STORE_ERROR_DAMAGED:
    case CALX_STORE_ERROR_CONTENT:
      return _("The records file is damaged");
    case CALX_STORE_ERROR_READ_ONLY:
      return _("The records file is read-only");
    case CALX_STORE_ERROR_FULL:
      return _("The disk is full");
    case CALX_STORE_ERROR_BUSY:
      return _("Another program is using the records file");
    case CALX_STORE_ERROR_CONFLICT:
      return _("This was changed elsewhere meanwhile");
    case CALX_STORE_ERROR_DUPLICATE:
      return _("This record number is taken");
    case CALX_STORE_ERROR_NOT_FOUND:
      return _("This is no longer in the records file");
    default:
      return _("The records file cannot be read or written");
    }
}
