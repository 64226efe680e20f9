/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-inputs.h"

G_BEGIN_DECLS

typedef enum
{
  CALX_FINDING_UNKNOWN, /* never taken as normal */
  CALX_FINDING_ABSENT,  /* known not to be there: "no", or the input's absent_text */
  CALX_FINDING_VALUE,   /* yes, a choice, a number or a date */
  CALX_FINDING_LOW,     /* reported without a number: unknown to the score, a fact to rules */
  CALX_FINDING_NORMAL,
  CALX_FINDING_HIGH,
} CalxFindingState;

/* What is known of one input, as it was entered. A value type: strings are interned
 * (g_intern_string() for units and ids) or owned by the CalxFindings that holds it. */
typedef struct
{
  CalxFindingState state;
  const char      *text;         /* as typed: "9,6", a choice's id, an ISO date, "yes"; NULL: no value */
  const char      *unit;         /* code of the unit entered; NULL without one */
  CalxDate         date;         /* measured on; CALX_DATE_NONE: on the session's date; of sited inputs: when
                                  * it happened, CALX_DATE_NONE: not known */
  const char      *carried_from; /* uuid of the session version it was carried from; NULL: entered here */
  CalxDate         carried_date; /* that session's date */
  const char      *site;         /* of sited inputs: id of a region of regions.json, interned; NULL: not known */
} CalxFinding;

#define CALX_FINDING_INIT ((CalxFinding){ 0 })

typedef enum
{
  CALX_FINDING_OK,
  CALX_FINDING_SOFT,  /* unusual, accepted; ret_message says so and asks about a likely unit */
  CALX_FINDING_ERROR, /* refused; ret_message names input, value, reason, and a likely unit */
} CalxFindingCheck;

/* Reads a number with a comma or a point, surrounding blanks allowed; no grouping, no exponent. */
gboolean          calx_number_parse           (const char        *text,
                                               double            *ret_value);

/* Is this what the input accepts? Also for findings without a value (always OK). With @session_date
 * known, a later measurement date is an error. @ret_message (transfer full, translated) is NULL when OK. */
CalxFindingCheck  calx_finding_check          (const CalxFinding *finding,
                                               const CalxInput   *input,
                                               CalxDate           session_date,
                                               char             **ret_message);

/* The number in the canonical unit; FALSE where the state gives none or the text is not a number.
 * ABSENT with a numeric absent_text gives that number. */
gboolean          calx_finding_get_number     (const CalxFinding *finding,
                                               const CalxInput   *input,
                                               double            *ret_canonical);
/* TRUE and the answer where a boolean is known. */
gboolean          calx_finding_get_boolean    (const CalxFinding *finding,
                                               gboolean          *ret_yes);
/* The choice's id, or NULL. ABSENT with an absent_text gives that. */
const char       *calx_finding_get_choice     (const CalxFinding *finding,
                                               const CalxInput   *input);
gboolean          calx_finding_get_date       (const CalxFinding *finding,
                                               CalxDate          *ret_date);
/* When it was measured: as dated, else on the day of the session that it was carried from;
 * CALX_DATE_NONE: on the session's date. */
CalxDate          calx_finding_get_measured_date (const CalxFinding *finding);
gboolean          calx_finding_equal          (const CalxFinding *a,
                                               const CalxFinding *b);

G_END_DECLS
