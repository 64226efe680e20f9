/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-rule.h"

G_BEGIN_DECLS

/* What score and rules may compute with, out of the findings as entered: values that are refused or
 * too old are unknown; albumin is adjusted for its method; calcium is corrected and the body mass
 * index computed where they were not entered (spec.md, Inputs). */

typedef enum
{
  CALX_USE_UNKNOWN,   /* nothing entered */
  CALX_USE_OK,
  CALX_USE_NO_NUMBER, /* low, normal or high: unknown to the score, a fact to rules */
  CALX_USE_EXPIRED,   /* a laboratory value too old to count */
  CALX_USE_REFUSED,   /* not what the input accepts */
} CalxUse;

typedef enum
{
  CALX_ORIGIN_ENTERED,
  CALX_ORIGIN_METHOD,     /* albumin, bromocresol purple: 0.4 g/dL added */
  CALX_ORIGIN_CORRECTED,  /* calcium from total calcium and albumin */
  CALX_ORIGIN_COMPUTED,   /* body mass index from weight and height */
} CalxOrigin;

typedef enum
{
  CALX_LEVEL_UNKNOWN,
  CALX_LEVEL_LOW,
  CALX_LEVEL_NORMAL,
  CALX_LEVEL_HIGH,
} CalxRangeLevel;

typedef struct
{
  double     value;    /* in the input's canonical unit */
  CalxOrigin origin;
  CalxDate   date;     /* measured on, the older of two; CALX_DATE_NONE: the session's date */
  int        age_days; /* on the session's date; 0 where not dated */
  gboolean   stale;    /* a laboratory value older than the first limit */
} CalxFact;

/* How one finding counts, without anything derived. @ret_fact (nullable) gets date and age. */
CalxUse  calx_facts_examine      (const CalxFacts *facts,
                                  const CalxInput *input,
                                  CalxFact        *ret_fact);
/* The number to compute with; FALSE: unknown. */
gboolean calx_facts_get_number   (const CalxFacts *facts,
                                  const CalxInput *input,
                                  CalxFact        *ret_fact);
/* As people see it: in @unit, rounded to its decimals. */
double   calx_facts_show         (double           canonical,
                                  const CalxUnit  *unit);
/* The unit in which a number is shown and compared: that of the entry, of the total calcium that was
 * corrected, or else the canonical one. */
const CalxUnit *calx_facts_get_shown_unit (const CalxFacts *facts,
                                           const CalxInput *input,
                                           const CalxFact  *fact);
/* The number in that unit: as entered, and rounded as it is shown where it was computed. */
double   calx_facts_get_shown    (const CalxFacts *facts,
                                  const CalxInput *input,
                                  const CalxFact  *fact);
/* The reference range that counts: where "<input>_upper_limit" was entered that upper end, otherwise the
 * clinic's own range, otherwise the published one. */
CalxReferenceRange calx_facts_get_range (const CalxFacts *facts,
                                         const CalxInput *input);
/* Against the reference range, ends included, or as the laboratory said it without a number. UNKNOWN also
 * where the input has no range. Calcium corrected that is not known is what was said of total calcium. */
CalxRangeLevel calx_facts_get_level (const CalxFacts *facts,
                                     const CalxInput *input);
/* The id of the choice, "yes" or "no"; NULL: unknown. A boolean of which nothing was entered is "yes"
 * where an input that implies it is, and never "no" for such a reason. */
const char *calx_facts_get_answer (const CalxFacts *facts,
                                   const CalxInput *input);
/* The input that makes the boolean @input "yes" where nothing was entered of itself; NULL: none. */
const CalxInput *calx_facts_get_implying (const CalxFacts *facts,
                                          const CalxInput *input);
gboolean calx_facts_get_date     (const CalxFacts *facts,
                                  const CalxInput *input,
                                  CalxDate        *ret_date);
/* As calx_facts_get_answer() for an id; NULL also where the table has no such input. */
const char *calx_facts_get_answer_by_id (const CalxFacts *facts,
                                         const char      *input_id);
/* What is compared, here and in rules: rounded to 4 decimals, so that a conversion's last bits decide
 * nothing (spec.md, Beside the score). */
double   calx_facts_round        (double           value);
/* A body mass index computed from weight and height obeys the hard limits of "bmi". FALSE: it does
 * not, and @ret_message (transfer full, translated) names both inputs. TRUE where it was entered. */
gboolean calx_facts_check_bmi    (const CalxFacts *facts,
                                  char           **ret_message);

G_END_DECLS
