/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-date.h"

G_BEGIN_DECLS

/* The id of a treatment that the table of treatments lacks; what it is stands in its name. */
#define CALX_TREATMENT_OTHER "other"

typedef enum
{
  CALX_RESPONSE_UNKNOWN,
  CALX_RESPONSE_IMPROVED,
  CALX_RESPONSE_UNCHANGED,
  CALX_RESPONSE_WORSE,
  CALX_RESPONSE_RESOLVED,
  CALX_RESPONSE_RESOLVED_SPONTANEOUSLY,
  CALX_RESPONSE_RECURRED,
} CalxResponse;
#define CALX_N_RESPONSES 7

/* What a person writes in words. */
typedef enum
{
  CALX_TREATMENT_NAME, /* of "other" */
  CALX_TREATMENT_DOSE,
  CALX_TREATMENT_ADVERSE, /* adverse events that the list lacks */
  CALX_TREATMENT_STOP_REASON,
  CALX_TREATMENT_NOTE,
} CalxTreatmentText;
#define CALX_N_TREATMENT_TEXTS 5

/* One treatment that a patient has or had, as it was known in one session. Immutable and refcounted
 * (g_atomic_rc_box); to edit, copy, change the copy before it is shared, and put it into a new session.
 * Ids are those of treatments.json, interned, "" where not known; one that this version of the table
 * lacks is kept as it is. */
typedef struct
{
  char        *uuid;       /* its identity over all sessions */
  const char  *kind;       /* "vitamin_k_antagonist", CALX_TREATMENT_OTHER */
  const char  *drug;       /* of the kind: "warfarin" */
  const char  *route;
  const char  *indication;
  CalxDate     start;
  CalxDate     stop;       /* known: it was stopped */
  gboolean     stopped;    /* also where the day is not known */
  CalxResponse response;
  char       **adverse;    /* ids of adverse events, in the order ticked; never NULL */
  char        *texts[CALX_N_TREATMENT_TEXTS]; /* never NULL */
} CalxTreatment;

/* A running treatment with a fresh uuid; nothing else is known of it. */
CalxTreatment *calx_treatment_new       (const char          *kind,
                                         const char          *drug) G_GNUC_WARN_UNUSED_RESULT;
/* A writable copy, with the same uuid. */
CalxTreatment *calx_treatment_copy      (const CalxTreatment *self) G_GNUC_WARN_UNUSED_RESULT;
CalxTreatment *calx_treatment_ref       (CalxTreatment       *self);
void           calx_treatment_unref     (CalxTreatment       *self);
void           calx_treatment_set_text  (CalxTreatment       *self,
                                         CalxTreatmentText    which,
                                         const char          *text);
/* @known: it was stopped on that day; CALX_DATE_NONE: on a day that is not known. */
void           calx_treatment_set_stop  (CalxTreatment       *self,
                                         CalxDate             stop);
/* Running again: no stop, and no reason for one. */
void           calx_treatment_set_running (CalxTreatment     *self);
gboolean       calx_treatment_has_adverse (const CalxTreatment *self,
                                           const char        *id);
void           calx_treatment_set_adverse (CalxTreatment     *self,
                                           const char        *id,
                                           gboolean           has);
/* Are the dates possible: no stop before the start, none after the session? @ret_message (transfer full,
 * translated) names field, value and mend; NULL where they are. */
gboolean       calx_treatment_check_dates (const CalxTreatment *self,
                                           CalxDate           session_date,
                                           char             **ret_message);
gboolean       calx_treatment_equal     (const CalxTreatment *a,
                                         const CalxTreatment *b);
/* What is not known is left out. */
JsonNode      *calx_treatment_to_json   (const CalxTreatment *self) G_GNUC_WARN_UNUSED_RESULT;
/* A field out of its form, and a stop before the start, is an error that names it. */
CalxTreatment *calx_treatment_from_json (JsonNode            *node,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxTreatment, calx_treatment_unref)

G_END_DECLS
