/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-clinic-settings.h"

#include "calx-json.h"

#define FORMAT "calx-clinic-settings/1"

struct _CalxClinicSettings
{
  char           *name;
  CalxUnitSystem  unit_system;
  char           *target_body;
  CalxReferences *references;
};

CalxClinicSettings *
calx_clinic_settings_new (CalxInputs *inputs)
{
  CalxClinicSettings *self;

  g_return_val_if_fail (inputs != NULL, NULL);

  self = g_atomic_rc_box_new0 (CalxClinicSettings);
  self->name = g_strdup ("");
  self->unit_system = CALX_UNIT_SYSTEM_CONVENTIONAL;
  self->target_body = g_strdup ("");
  self->references = calx_references_new (inputs);
  return self;
}

CalxClinicSettings *
calx_clinic_settings_ref (CalxClinicSettings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CalxClinicSettings *self = data;

  g_free (self->name);
  g_free (self->target_body);
  calx_references_unref (self->references);
}

void
calx_clinic_settings_unref (CalxClinicSettings *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

const char *
calx_clinic_settings_get_name (CalxClinicSettings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

CalxUnitSystem
calx_clinic_settings_get_unit_system (CalxClinicSettings *self)
{
  g_return_val_if_fail (self != NULL, CALX_UNIT_SYSTEM_CONVENTIONAL);

  return self->unit_system;
}

const char *
calx_clinic_settings_get_target_body (CalxClinicSettings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->target_body;
}

CalxReferences *
calx_clinic_settings_get_references (CalxClinicSettings *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->references;
}

static CalxClinicSettings *
copy (CalxClinicSettings *self)
{
  CalxClinicSettings *other = g_atomic_rc_box_new0 (CalxClinicSettings);

  other->name = g_strdup (self->name);
  other->unit_system = self->unit_system;
  other->target_body = g_strdup (self->target_body);
  other->references = calx_references_ref (self->references);
  return other;
}

CalxClinicSettings *
calx_clinic_settings_with_name (CalxClinicSettings *self,
                                const char         *name)
{
  CalxClinicSettings *other;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  other = copy (self);
  g_free (other->name);
  other->name = g_strstrip (g_strdup (name));
  return other;
}

CalxClinicSettings *
calx_clinic_settings_with_unit_system (CalxClinicSettings *self,
                                       CalxUnitSystem      system)
{
  CalxClinicSettings *other;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (system == CALX_UNIT_SYSTEM_CONVENTIONAL || system == CALX_UNIT_SYSTEM_SI, NULL);

  other = copy (self);
  other->unit_system = system;
  return other;
}

CalxClinicSettings *
calx_clinic_settings_with_target_body (CalxClinicSettings *self,
                                       const char         *body_id)
{
  CalxClinicSettings *other;

  g_return_val_if_fail (self != NULL && body_id != NULL, NULL);

  other = copy (self);
  g_free (other->target_body);
  other->target_body = g_strdup (body_id);
  return other;
}

CalxClinicSettings *
calx_clinic_settings_with_references (CalxClinicSettings *self,
                                      CalxReferences     *references)
{
  CalxClinicSettings *other;

  g_return_val_if_fail (self != NULL && references != NULL, NULL);

  other = copy (self);
  calx_references_unref (other->references);
  other->references = calx_references_ref (references);
  return other;
}

gboolean
calx_clinic_settings_equal (CalxClinicSettings *a,
                            CalxClinicSettings *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_str_equal (a->name, b->name) && a->unit_system == b->unit_system &&
         g_str_equal (a->target_body, b->target_body) &&
         calx_references_equal (a->references, b->references);
}

JsonNode *
calx_clinic_settings_to_json (CalxClinicSettings *self)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  g_return_val_if_fail (self != NULL, NULL);

  json_object_set_string_member (object, "format", FORMAT);
  json_object_set_string_member (object, "name", self->name);
  json_object_set_string_member (object, "unit_system",
                                 self->unit_system == CALX_UNIT_SYSTEM_SI ? "si" : "conventional");
  json_object_set_string_member (object, "target_body", self->target_body);
  json_object_set_member (object, "references", calx_references_to_json (self->references));
  json_node_take_object (node, object);
  return node;
}

static gboolean
load_unit_system (CalxClinicSettings  *self,
                  const char          *id,
                  const char          *where,
                  GError             **error)
{
  if (g_str_equal (id, "si"))
    self->unit_system = CALX_UNIT_SYSTEM_SI;
  else if (!g_str_equal (id, "conventional"))
    return calx_json_fail (error, where, "unit_system", "must be conventional or si, not '%s'", id);
  return TRUE;
}

CalxClinicSettings *
calx_clinic_settings_from_json (CalxInputs  *inputs,
                                JsonNode    *node,
                                const char  *where,
                                GError     **error)
{
  g_autofree char *references_where = NULL;
  g_autoptr(CalxClinicSettings) self = NULL;
  CalxReferences *references;
  JsonObject *object;
  const char *name;
  const char *system;
  const char *body;

  g_return_val_if_fail (inputs != NULL && node != NULL && where != NULL, NULL);

  object = calx_json_to_object (node, where, error);
  if (object == NULL || !calx_json_check_format (object, where, FORMAT, error) ||
      (name = calx_json_get_string (object, where, "name", error)) == NULL ||
      (system = calx_json_get_string (object, where, "unit_system", error)) == NULL ||
      (body = calx_json_get_string (object, where, "target_body", error)) == NULL ||
      calx_json_get_object (object, where, "references", error) == NULL)
    return NULL;
  self = calx_clinic_settings_new (inputs);
  if (!load_unit_system (self, system, where, error))
    return NULL;
  references_where = g_strconcat (where, ": references", NULL);
  references = calx_references_from_json (inputs, json_object_get_member (object, "references"),
                                          references_where, error);
  if (references == NULL)
    return NULL;
  calx_references_unref (self->references);
  self->references = references;
  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->target_body);
  self->target_body = g_strdup (body);
  return g_steal_pointer (&self);
}
