/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-references.h"

G_BEGIN_DECLS

/* What a clinic decides for all of its patients: its name, the units offered first, the body whose
 * targets stand first, and its laboratory's own reference ranges. Immutable; an edit makes a new one.
 * Thread-safe refs. */
typedef struct _CalxClinicSettings CalxClinicSettings;

/* No name, conventional units, no body chosen, published ranges. */
CalxClinicSettings *calx_clinic_settings_new              (CalxInputs         *inputs) G_GNUC_WARN_UNUSED_RESULT;
CalxClinicSettings *calx_clinic_settings_ref              (CalxClinicSettings *self);
void                calx_clinic_settings_unref            (CalxClinicSettings *self);

/* "" where none is given */
const char         *calx_clinic_settings_get_name         (CalxClinicSettings *self);
/* CONVENTIONAL or SI */
CalxUnitSystem      calx_clinic_settings_get_unit_system  (CalxClinicSettings *self);
/* Id of a body of targets.json; "": none chosen, the first of the file counts */
const char         *calx_clinic_settings_get_target_body  (CalxClinicSettings *self);
CalxReferences     *calx_clinic_settings_get_references   (CalxClinicSettings *self); /* transfer none */

/* Copies in which one thing is another. Blanks around a name are left out. */
CalxClinicSettings *calx_clinic_settings_with_name        (CalxClinicSettings *self,
                                                           const char         *name) G_GNUC_WARN_UNUSED_RESULT;
CalxClinicSettings *calx_clinic_settings_with_unit_system (CalxClinicSettings *self,
                                                           CalxUnitSystem      system) G_GNUC_WARN_UNUSED_RESULT;
CalxClinicSettings *calx_clinic_settings_with_target_body (CalxClinicSettings *self,
                                                           const char         *body_id) G_GNUC_WARN_UNUSED_RESULT;
CalxClinicSettings *calx_clinic_settings_with_references  (CalxClinicSettings *self,
                                                           CalxReferences     *references) G_GNUC_WARN_UNUSED_RESULT;

gboolean            calx_clinic_settings_equal            (CalxClinicSettings *a,
                                                           CalxClinicSettings *b);
/* "calx-clinic-settings/1": name, unit_system ("conventional", "si"), target_body, references. */
JsonNode           *calx_clinic_settings_to_json          (CalxClinicSettings *self) G_GNUC_WARN_UNUSED_RESULT;
/* Errors are CALX_DATA_ERROR, begin with @where and name the field. */
CalxClinicSettings *calx_clinic_settings_from_json        (CalxInputs         *inputs,
                                                           JsonNode           *node,
                                                           const char         *where,
                                                           GError            **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxClinicSettings, calx_clinic_settings_unref)

G_END_DECLS
