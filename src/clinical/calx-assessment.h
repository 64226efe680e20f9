/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-findings.h"

G_BEGIN_DECLS

typedef enum
{
  CALX_FACTOR_KNOWN,
  CALX_FACTOR_UNKNOWN,          /* required: it widens the range */
  CALX_FACTOR_NOT_ASSESSED,     /* optional and unknown: can only add */
  CALX_FACTOR_NOT_APPLICABLE,   /* "requires" is known not to hold: counts nothing */
  CALX_FACTOR_DEPENDENT,        /* known, but what it requires is unknown: counts 0 or c */
} CalxFactorState;

/* One bar. All strings owned by the assessment. */
typedef struct
{
  char           *factor_id;
  char           *label;
  char           *input_id;
  char           *value_text;  /* as shown: "9.6 mg/dL", "yes"; "" where unknown */
  char           *note;        /* at_least, "corrected from total", "BCP: 0.4 added", stale; may be "" */
  CalxDate        date;        /* of the value; CALX_DATE_NONE: the session's */
  int             age_days;    /* of the value on the session's date; 0 where not dated */
  gboolean        stale;
  gboolean        required;
  CalxFactorState state;
  double          t;           /* exposure; 0 where not KNOWN */
  double          b;
  double          s;           /* standard error of b */
  double          c;           /* contribution to the log odds */
  int             points;
  double          c_min;       /* = c_max = c where KNOWN */
  double          c_max;
  int             points_min;
  int             points_max;
  char          **sources;     /* ids in the model */
} CalxContribution;

typedef struct
{
  char    *id;        /* of the required factor, as files name it; or "age", "setting" */
  char    *input_id;  /* what to enter */
  char    *label;
  double   width;     /* highest minus lowest contribution, log odds */
  int      points_min;
  int      points_max;
  char    *settles;   /* what knowing it would settle, for people; "albumin settles both" */
} CalxUnknown;

typedef struct
{
  char     *id;
  char     *label;
  int       result;      /* CalxRuleResult */
  gboolean  already_counted;
  char    **sources;
} CalxAssociationResult;

typedef struct
{
  char     *factor_id;
  char     *label;
  char     *target_text;  /* "9.5 mg/dL", "stopped" */
  char     *option;       /* the model's text */
  gboolean  text_only;    /* option_text_only_when holds: no numbers */
  int       points_now;   /* of this factor */
  int       points_then;  /* of this factor; equal where text_only */
  double    ratio_then;   /* the patient's; NAN where there is no single ratio */
} CalxChange;

typedef enum
{
  CALX_ASSESSMENT_SCORED,         /* points; with ratio and band */
  CALX_ASSESSMENT_UNKNOWN,        /* age or setting unknown: no points */
  CALX_ASSESSMENT_NOT_APPLICABLE, /* no points */
  CALX_ASSESSMENT_LESIONS,        /* points, no ratio */
  CALX_ASSESSMENT_NOT_COMPARED,   /* points, no ratio */
} CalxAssessmentKind;

/* All that is said of one session's findings: screen, print, clipboard, CSV and the stored record
 * read this one object. Immutable, refcounted, complete in itself (it can be shown without the model).
 * Numbers that do not exist are NAN. */
typedef struct
{
  CalxAssessmentKind kind;
  char      *model_id;
  char      *model_version;
  char      *model_sha256;
  char      *engine_version;
  CalxDate   date;                /* the session's */

  char      *setting_id;          /* "" unknown */
  char      *setting_label;
  char      *setting_grade;
  char      *setting_note;        /* "" without one */
  int        setting_points;
  gboolean   has_points;
  int        points_min;          /* equal where nothing required is unknown */
  int        points_max;
  gboolean   complete;            /* no required factor unknown */
  double     lp_min, lp_max;
  double     sd;                  /* NAN unless complete; so lp_min, lp_max without points */
  double     ratio_min, ratio_max;
  double     ratio_low, ratio_high; /* spread; NAN unless complete */
  double     rate_low, rate_high;   /* per 1000 in a year, unrounded; NAN unless complete */
  double     display_ratio_up_to;   /* the model's */
  char      *band_min, *band_max;   /* ids: of a band, "lesions", "not_compared", "not_applicable"; "" none */
  char      *band_label_min, *band_label_max;
  char      *band_text;             /* what the band means, for people; why there is none */
  char      *reason;                /* why not applicable / not compared / lesions; "" */

  GArray    *contributions;         /* CalxContribution, the model's order; empty where not applicable. Their
                                     * points are shown only where has_points */
  GArray    *unknowns;              /* CalxUnknown: age, setting, then widest first */
  char     **not_assessed;          /* labels of unknown optional inputs, incl. lesions, previous calciphylaxis */
  GArray    *associations;          /* CalxAssociationResult, the model's order, all three results */
  GArray    *changes;               /* CalxChange */
  char     **always_named;          /* whole lines, whatever the band */
  char     **notes;                 /* albumin method not recorded ...; double counting; stale values */
  char      *every_band;            /* the model's line */
  char      *validation_status;     /* "not validated" */
  char      *validation_text;
  char      *population;            /* intended */
  char     **not_for;
  GPtrArray *source_ids;            /* char*, in order of first mention: the numbers of the references */
  GPtrArray *source_cites;          /* char*, the same order */
} CalxAssessment;

/* Empty tables and texts, every number NAN: to be filled before it is shared. */
CalxAssessment *calx_assessment_new       (void) G_GNUC_WARN_UNUSED_RESULT;
CalxAssessment *calx_assessment_ref       (CalxAssessment  *self);
void            calx_assessment_unref     (CalxAssessment  *self);
/* What is shown and banded of a ratio: tenths, half up. NAN stays NAN. */
double          calx_ratio_to_tenths      (double           ratio);
/* 1-based number of a source in the references; 0 where not there. */
guint           calx_assessment_get_source_number (CalxAssessment *self,
                                                   const char     *source_id);
/* Canonical JSON with every number at full precision: the stored record. */
JsonNode       *calx_assessment_to_json   (CalxAssessment  *self) G_GNUC_WARN_UNUSED_RESULT;
CalxAssessment *calx_assessment_from_json (JsonNode        *node,
                                           GError         **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxAssessment, calx_assessment_unref)

G_END_DECLS
