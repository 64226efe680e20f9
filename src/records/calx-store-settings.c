/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-settings.h"

#include <glib/gi18n-lib.h>

#include "calx-json.h"

#define SETTINGS "clinic_settings"
/* Where files of the first version keep the name. */
#define NAME "clinic_name"

static CalxClinicSettings *
refuse (const char *reason, GError **error)
{
  g_set_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT,
               _("The clinic's settings cannot be read: %s. Enter them again in the preferences."), reason);
  return NULL;
}

static CalxClinicSettings *
read_settings (CalxKnowledge *knowledge, const char *text, GError **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(JsonNode) node = calx_json_parse (text, SETTINGS, &fault);
  g_autoptr(CalxClinicSettings) settings = NULL;
  const char *body;

  if (node)
    settings = calx_clinic_settings_from_json (knowledge->inputs, node, SETTINGS, &fault);
  if (!settings)
    return refuse (fault->message, error);
  body = calx_clinic_settings_get_target_body (settings);
  if (*body != '\0' && !calx_targets_find (knowledge->targets, body))
    return refuse (body, error);
  return g_steal_pointer (&settings);
}

CalxClinicSettings *
calx_store_load_clinic_settings (CalxStore *self, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autoptr(CalxClinicSettings) none = NULL;

  g_return_val_if_fail (self, NULL);

  text = calx_store_get_setting (self, SETTINGS, error);
  if (!text)
    return NULL;
  if (*text != '\0')
    return read_settings (calx_store_get_knowledge (self), text, error);
  name = calx_store_get_setting (self, NAME, error);
  if (!name)
    return NULL;
  none = calx_clinic_settings_new (calx_store_get_knowledge (self)->inputs);
  return calx_clinic_settings_with_name (none, name);
}

gboolean
calx_store_save_clinic_settings (CalxStore *self, CalxClinicSettings *settings, GError **error)
{
  g_autoptr(JsonNode) node = NULL;
  g_autofree char *text = NULL;
  g_autofree char *stored = NULL;

  g_return_val_if_fail (self && settings, FALSE);

  stored = calx_store_get_setting (self, SETTINGS, error);
  if (!stored)
    return FALSE;
  node = calx_clinic_settings_to_json (settings);
  text = calx_json_to_canonical (node);
  return g_str_equal (text, stored) || calx_store_set_setting (self, SETTINGS, text, error);
}
