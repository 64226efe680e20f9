/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-clinic-settings.h"
#include "calx-statement.h"

G_BEGIN_DECLS

/* The targets of guideline bodies for calcium, phosphate and PTH, as targets.json has them
 * (management.md, C2), and what cohorts warn of. Immutable, refcounted. */
typedef struct _CalxTargets CalxTargets;

/* One target of one body. Its range has numbers in @unit, or in multiples of the upper limit of normal,
 * or is the reference range; without any of them @words are all that the body says. */
typedef struct
{
  const CalxInput    *input;     /* NULL: the product of corrected calcium and phosphate */
  const CalxQuantity *quantity;
  char               *words;     /* translatable, "": "Avoid hypercalcaemia", or to whom it applies */
  gboolean            is_normal; /* the reference range */
  gboolean            of_upper_limit;
  const CalxUnit     *unit;      /* of the ends; NULL: they are multiples, or there are none */
  double              low;       /* NAN: open */
  double              high;
  gboolean            is_below;  /* @high itself lies outside: "below 5.6 mg/dL" */
  CalxRule           *when;      /* NULL: for everybody to whom the body applies */
} CalxTarget;

/* The statement's rule says to whom the body's targets apply; its note what must be said beside them. */
typedef struct
{
  CalxStatement statement;
  int           year;          /* 0: not read */
  gboolean      is_cohort;     /* what was seen in a cohort, not a guideline */
  gboolean      is_historical; /* a newer guideline stands above it */
  GPtrArray    *targets;       /* CalxTarget */
} CalxTargetBody;

/* A value from which on a cohort saw more deaths. */
typedef struct
{
  CalxStatement    statement;
  const CalxInput *input;
  const CalxUnit  *unit;
  double           at_least; /* in @unit */
} CalxTargetWarning;

typedef enum
{
  CALX_TARGET_NOT_KNOWN, /* the value, or the range that it would have to be compared with */
  CALX_TARGET_NO_NUMBER, /* the body gives none */
  CALX_TARGET_BELOW,
  CALX_TARGET_WITHIN,
  CALX_TARGET_ABOVE,
} CalxTargetState;

/* One target beside one patient's value. The value shown is the value compared: both it and the ends
 * are in @unit, the unit of the entry, or of the clinic where nothing was entered. */
typedef struct
{
  const CalxTarget  *target;
  CalxTargetState    state;
  const CalxUnit    *unit;
  double             value; /* NAN: not known as a number */
  double             low;   /* NAN: open */
  double             high;
  CalxReferenceRange range; /* the reference range that was used; origin NONE: none was asked for */
} CalxTargetCell;

/* One body that applies (MET), or may (UNKNOWN). */
typedef struct
{
  const CalxTargetBody *body;   /* borrowed: knowledge outlives results */
  CalxRuleResult        result;
  gboolean              is_chosen; /* the clinic's */
  GPtrArray            *cells;  /* CalxTargetCell */
} CalxTargetLine;

typedef struct
{
  const CalxTargetWarning *warning;
  CalxRuleResult           result; /* MET: at or above; UNKNOWN: the value is not known */
  const CalxUnit          *unit;
  double                   value;  /* NAN: not known */
  double                   at_least;
} CalxTargetWarningLine;

/* Reads targets.json ("calx-targets/1"). Errors are CALX_DATA_ERROR and name the field. */
CalxTargets *calx_targets_new          (GBytes             *json,
                                        const char         *name,
                                        CalxInputs         *inputs,
                                        CalxUnits          *units,
                                        CalxSources        *sources,
                                        GError            **error) G_GNUC_WARN_UNUSED_RESULT;
void         calx_targets_free         (CalxTargets        *self);
/* What must be said above all of them; translatable. */
const char  *calx_targets_get_text     (CalxTargets        *self);
/* CalxTargetBody, the one that counts where a clinic chose none first */
GPtrArray   *calx_targets_get_bodies   (CalxTargets        *self);
/* NULL where there is none */
const CalxTargetBody *calx_targets_find (CalxTargets       *self,
                                         const char        *body_id);
/* CalxTargetLine: the clinic's own body first, then in the order of the file. @settings (nullable). */
GPtrArray   *calx_targets_review       (CalxTargets        *self,
                                        const CalxFacts    *facts,
                                        CalxClinicSettings *settings) G_GNUC_WARN_UNUSED_RESULT;
/* CalxTargetWarningLine, one for each warning. */
GPtrArray   *calx_targets_review_warnings (CalxTargets        *self,
                                           const CalxFacts    *facts,
                                           CalxClinicSettings *settings) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxTargets, calx_targets_free)

G_END_DECLS
