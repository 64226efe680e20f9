/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-facts.h"
#include "calx-risk-model.h"
#include "calx-sources-load.h"

G_BEGIN_DECLS

typedef enum
{
  CALX_FACTOR_BOOLEAN,
  CALX_FACTOR_LINEAR,
  CALX_FACTOR_BELOW,
  CALX_FACTOR_RAMP,
  CALX_FACTOR_LEVELS,
} CalxFactorKind;

typedef enum
{
  CALX_REFERENCE_NONE, /* the factor is left out of the mean */
  CALX_REFERENCE_PREVALENCE,
  CALX_REFERENCE_NORMAL,
  CALX_REFERENCE_LOGNORMAL,
} CalxReferenceKind;

/* How a factor is distributed in the reference population, in the factor's unit. */
typedef struct
{
  CalxReferenceKind kind;
  double            prevalence;
  double            mu;    /* of the value, or of its logarithm */
  double            sigma;
} CalxReference;

typedef struct
{
  double from;
  double to;
  double log_odds_ratio;
  double standard_error;
  double b;
  double s;
} CalxLevel;

/* One published row behind a factor; numbers that were not given are NAN. */
typedef struct
{
  char  *text;
  char  *source;
  double odds_ratio;
  double ci_low, ci_high;
  double per;
  double log_odds_ratio;
  double standard_error;
} CalxPublished;

typedef struct
{
  char            *id;
  char            *label;
  char            *grade;
  char            *basis;
  char            *caution;   /* "" without one; so the next two */
  char            *option;
  char            *at_least;
  char            *true_when; /* the choice that counts as present; "" for a boolean input */
  CalxFactorKind   kind;
  const CalxInput *input;
  const CalxUnit  *unit;      /* NULL: a boolean or a count */
  double           log_odds_ratio;
  double           standard_error;
  double           weight;
  double           b;         /* weight x log_odds_ratio */
  double           s;         /* its standard error, with the floor where weight < 1 */
  double           center;
  double           threshold;
  double           clamp[2];
  double           ramp[2];
  CalxLevel       *levels;
  gsize            n_levels;
  gboolean         required;
  gboolean         modifiable;
  gboolean         has_target;
  double           target;    /* in @unit; of a boolean: 0, absent */
  char           **target_settings;       /* empty: all */
  char           **option_text_only_when; /* input ids */
  int              requires_factor;       /* index, or -1 */
  gboolean         requires_present;
  CalxReference    reference;
  CalxPublished   *published;
  gsize            n_published;
  char           **sources;
} CalxFactor;

typedef struct
{
  char    *id;
  char    *label;
  char    *grade;
  char    *basis;
  char    *note; /* "" without one */
  gboolean compare;
  double   ratio_sd;
  double   rate; /* per 1000 patient-years, like the next two */
  double   rate_low;
  double   rate_high;
  char   **sources;
} CalxSetting;

typedef struct
{
  char  *id;
  char  *label;
  char  *text;
  double from;
} CalxBand;

typedef struct
{
  char     *id;
  char     *label;
  CalxRule *when;
  char    **sources;
  char    **already_in;
} CalxModelAssociation;

typedef struct
{
  CalxRule        *rule;
  const CalxInput *input;
  char            *op;     /* "" for an answer */
  double           value;
  const CalxUnit  *unit;
  char            *status; /* "" without one */
} CalxAlwaysNamed;

typedef struct
{
  char  *id;
  char  *reason;
  char **sources;
} CalxNotScored;

struct _CalxRiskModel
{
  CalxInputs      *inputs;
  CalxUnits       *units;
  char            *id;
  char            *version;
  char            *date;
  char            *sha256;
  char            *title;
  char            *outcome;
  char            *population;
  char           **not_for;
  char            *validation_status;
  char            *validation_text;
  char            *shrinkage_rule;
  char            *shrinkage_status;
  char            *reference_population;
  char            *every_band;
  double           point_odds_ratio;
  double           display_ratio_up_to;
  double           mean;                /* M: of exp (lp) in the reference population */
  guint            reference_setting;   /* index */
  guint            points_zero_setting; /* index */
  const CalxInput *age_input;
  const CalxInput *setting_input;
  GArray          *settings;            /* CalxSetting */
  GArray          *factors;             /* CalxFactor */
  GArray          *associations;        /* CalxModelAssociation */
  GArray          *bands;               /* CalxBand, rising */
  GArray          *always_named;        /* CalxAlwaysNamed */
  GArray          *not_scored;          /* CalxNotScored */
  CalxSources     *sources;
};

#define CALX_FACTOR(model, i)  (&g_array_index ((model)->factors, CalxFactor, (i)))
#define CALX_SETTING(model, i) (&g_array_index ((model)->settings, CalxSetting, (i)))
#define CALX_BAND(model, i)    (&g_array_index ((model)->bands, CalxBand, (i)))

/* b, s and t of one factor at one exposure. */
typedef struct
{
  double b;
  double s;
  double t;
} CalxEffect;

/* @value in the factor's unit; of a boolean factor 0 or 1. FALSE where no level holds it. */
gboolean          calx_factor_get_effect  (const CalxFactor *self,
                                           double            value,
                                           CalxEffect       *ret_effect);
/* The lowest and highest contribution over all that the factor's input may be. */
void              calx_factor_get_extremes (const CalxFactor *self,
                                            double           *ret_low,
                                            double           *ret_high);
/* E[exp (c)] of one factor in the reference population; 1 without a reference distribution. */
double            calx_factor_get_mean    (const CalxFactor *self);
/* ln (odds) in points, rounded half away from zero. */
int               calx_risk_model_round_points (CalxRiskModel *self,
                                                double         log_odds);
int               calx_setting_get_points (CalxRiskModel     *self,
                                           const CalxSetting *setting);
/* Translated; "" stays "". */
const char       *calx_model_translate    (const char        *text);

G_END_DECLS
