/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-lesion-line.h"

CalxLesionLine *
calx_lesion_line_new (void)
{
  CalxLesionLine *self = g_new0 (CalxLesionLine, 1);

  self->patient_uuid = g_strdup ("");
  self->record_number = g_strdup ("");
  self->session_uuid = g_strdup ("");
  return self;
}

void
calx_lesion_line_free (CalxLesionLine *self)
{
  if (self == NULL)
    return;
  g_free (self->patient_uuid);
  g_free (self->record_number);
  g_free (self->session_uuid);
  g_clear_pointer (&self->lesion, calx_lesion_unref);
  g_free (self);
}
