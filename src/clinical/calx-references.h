/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-inputs.h"

G_BEGIN_DECLS

/* Reference ranges: the laboratory's own, where the clinic entered one, otherwise the published one of
 * inputs.json. Immutable; an edit makes a new one. Thread-safe refs. */
typedef struct _CalxReferences CalxReferences;

/* A range as the clinic entered it; a value type, whose texts are owned by the CalxReferences that holds
 * it. An end that the laboratory does not give is "". */
typedef struct
{
  const char *low;        /* as typed: "2,1" */
  const char *high;
  const char *unit;       /* code of the unit entered */
  CalxDate    entered_on;
} CalxReferenceEntry;

typedef enum
{
  CALX_RANGE_NONE,
  CALX_RANGE_PUBLISHED, /* of inputs.json */
  CALX_RANGE_CLINIC,    /* entered by the clinic */
  CALX_RANGE_FINDING,   /* the upper limit was entered among this patient's findings */
} CalxRangeOrigin;

/* The range that counts. Ends in the input's canonical unit, included; NAN: that end is open. */
typedef struct
{
  double              low;
  double              high;
  const CalxUnit     *unit;       /* in which it is stated; NULL without a range */
  CalxRangeOrigin origin;
  CalxDate            entered_on; /* of CALX_RANGE_CLINIC */
} CalxReferenceRange;

/* Without any range of the clinic's. */
CalxReferences           *calx_references_new       (CalxInputs               *inputs) G_GNUC_WARN_UNUSED_RESULT;
CalxReferences           *calx_references_ref       (CalxReferences           *self);
void                      calx_references_unref     (CalxReferences           *self);
CalxInputs               *calx_references_get_inputs (CalxReferences          *self); /* transfer none */
/* What the clinic entered; NULL: nothing, the published range counts. */
const CalxReferenceEntry *calx_references_get_entry (CalxReferences           *self,
                                                     const CalxInput          *input);
/* @self NULL: no clinic is asked, the published ranges count. */
CalxReferenceRange        calx_references_get_range (CalxReferences           *self,
                                                     const CalxInput          *input);
/* May this be a reference range of @input? Refused are ends that are no numbers, that lie outside the hard limits
 * of the input, a lower end that is not below the upper one, and a range without ends. @ret_message
 * (transfer full, translated) says what is wrong. */
gboolean                  calx_reference_entry_check (const CalxReferenceEntry *entry,
                                                      const CalxInput         *input,
                                                      char                   **ret_message);
/* A copy with another range of @input, which must pass the check; NULL: the published one again. */
CalxReferences           *calx_references_with      (CalxReferences           *self,
                                                     const CalxInput          *input,
                                                     const CalxReferenceEntry *entry) G_GNUC_WARN_UNUSED_RESULT;
gboolean                  calx_references_equal     (CalxReferences           *a,
                                                     CalxReferences           *b);
/* An object by input id, in input order: {"pth": {"low": "15", "high": "65", "unit": "pg/mL",
 * "entered_on": "2026-11-20"}}. */
JsonNode                 *calx_references_to_json   (CalxReferences           *self) G_GNUC_WARN_UNUSED_RESULT;
/* Errors are CALX_DATA_ERROR, begin with @where and name the field: an input that is not there or has no
 * reference range, a range that fails the check. */
CalxReferences           *calx_references_from_json (CalxInputs               *inputs,
                                                     JsonNode                 *node,
                                                     const char               *where,
                                                     GError                  **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxReferences, calx_references_unref)

G_END_DECLS
