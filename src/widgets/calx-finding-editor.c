/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-finding-editor.h"

G_DEFINE_INTERFACE (CalxFindingEditor, calx_finding_editor, GTK_TYPE_WIDGET)

enum
{
  EDITED,
  NEXT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
calx_finding_editor_default_init (CalxFindingEditorInterface *iface)
{
  signals[EDITED] = g_signal_new ("edited", CALX_TYPE_FINDING_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", CALX_TYPE_FINDING_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);
}

void
calx_finding_editor_show (CalxFindingEditor *self,
                          const CalxFinding *finding,
                          CalxDate           session_date)
{
  g_return_if_fail (CALX_IS_FINDING_EDITOR (self));
  g_return_if_fail (finding != NULL);

  CALX_FINDING_EDITOR_GET_IFACE (self)->show (self, finding, session_date);
}

void
calx_finding_editor_propose (CalxFindingEditor *self,
                             CalxFinding       *ret_finding)
{
  g_return_if_fail (CALX_IS_FINDING_EDITOR (self));
  g_return_if_fail (ret_finding != NULL);

  CALX_FINDING_EDITOR_GET_IFACE (self)->propose (self, ret_finding);
}

void
calx_finding_editor_set_unit_system (CalxFindingEditor *self,
                                     CalxUnitSystem     system)
{
  g_return_if_fail (CALX_IS_FINDING_EDITOR (self));

  if (CALX_FINDING_EDITOR_GET_IFACE (self)->set_unit_system != NULL)
    CALX_FINDING_EDITOR_GET_IFACE (self)->set_unit_system (self, system);
}

void
calx_finding_editor_set_check (CalxFindingEditor *self,
                               CalxFindingCheck   check,
                               const char        *message)
{
  g_return_if_fail (CALX_IS_FINDING_EDITOR (self));

  if (CALX_FINDING_EDITOR_GET_IFACE (self)->set_check != NULL)
    CALX_FINDING_EDITOR_GET_IFACE (self)->set_check (self, check, message);
}

void
calx_finding_editor_edited (CalxFindingEditor *self)
{
  g_return_if_fail (CALX_IS_FINDING_EDITOR (self));

  g_signal_emit (self, signals[EDITED], 0);
}

void
calx_finding_editor_next (CalxFindingEditor *self)
{
  g_return_if_fail (CALX_IS_FINDING_EDITOR (self));

  g_signal_emit (self, signals[NEXT], 0);
}
