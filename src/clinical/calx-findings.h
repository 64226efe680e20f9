/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-finding.h"

G_BEGIN_DECLS

/* All findings of one session by input index. Immutable; an edit makes a new one. Thread-safe refs. */
typedef struct _CalxFindings CalxFindings;

CalxFindings      *calx_findings_new       (CalxInputs        *inputs) G_GNUC_WARN_UNUSED_RESULT;
CalxFindings      *calx_findings_ref       (CalxFindings      *self);
void               calx_findings_unref     (CalxFindings      *self);
CalxInputs        *calx_findings_get_inputs (CalxFindings     *self); /* transfer none */
const CalxFinding *calx_findings_get       (CalxFindings      *self,
                                            guint              index);
/* NULL id lookups are a programmer's error; an unknown id gives an UNKNOWN finding. */
const CalxFinding *calx_findings_get_by_id (CalxFindings      *self,
                                            const char        *input_id);
/* A copy in which one finding is replaced; the strings of @finding are copied. */
CalxFindings      *calx_findings_with      (CalxFindings      *self,
                                            guint              index,
                                            const CalxFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
/* Those to start a new session from: inputs that are carried, each with @version_uuid and @date
 * of the session it comes from (findings carried before keep their first origin). */
CalxFindings      *calx_findings_carry     (CalxFindings      *self,
                                            const char        *version_uuid,
                                            CalxDate           date) G_GNUC_WARN_UNUSED_RESULT;
gboolean           calx_findings_equal     (CalxFindings      *a,
                                            CalxFindings      *b);
/* Canonical JSON: an object by input id, in input order, unknown ones left out. */
JsonNode          *calx_findings_to_json   (CalxFindings      *self) G_GNUC_WARN_UNUSED_RESULT;
/* An id that @inputs lacks is an error that names it. */
CalxFindings      *calx_findings_from_json (CalxInputs        *inputs,
                                            JsonNode          *node,
                                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxFindings, calx_findings_unref)

G_END_DECLS
