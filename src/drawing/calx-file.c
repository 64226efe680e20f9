/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-file.h"

gboolean
calx_file_write_private (const char *path,
                         GBytes     *bytes,
                         GError    **error)
{
  gconstpointer data;
  gsize         size;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  return g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                   error);
}
