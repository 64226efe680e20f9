/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-facts.h"
#include "calx-lesion.h"

G_BEGIN_DECLS

typedef enum
{
  RULE_COUNT,   /* at least n of the children: any is 1, all is every one */
  RULE_NOT,
  RULE_ANSWER,  /* an input has this answer */
  RULE_RECORDED,
  RULE_COMPARE, /* a number, or the product of two */
  RULE_YEARS,   /* years since a date */
  RULE_LEVEL,   /* low, normal or high against the reference range */
  RULE_LESION,  /* enough open lesions of a kind */
  RULE_NAMED,   /* another rule of the file */
  RULE_TREATMENT, /* a treatment of these is recorded */
} RuleKind;

typedef enum
{
  OP_LESS,
  OP_LESS_OR_EQUAL,
  OP_GREATER,
  OP_GREATER_OR_EQUAL,
} RuleOp;

typedef struct
{
  const CalxInput *input;
  const CalxUnit  *unit; /* to convert to before comparing; NULL: a count */
} RuleTerm;

/* What a lesion must be; each part that is not asked for holds. */
typedef struct
{
  guint        types;      /* bits of CalxLesionType; 0: any */
  guint        classes;    /* bits of CalxSiteClass; 0: any */
  char       **regions;    /* ids or beginnings of ids before a "_"; NULL: any */
  CalxTernary  ulcerated;  /* UNKNOWN: not asked for */
  CalxTernary  painful;
  guint        signs[CALX_N_LESION_SIGNS]; /* bits of the values of each; 0: not asked for */
  gboolean     not_chalky;
  gboolean     not_another;
  gboolean     both_sides; /* one on the right and one on the left of the same region */
  guint        count;
} RuleLesion;

typedef enum
{
  TREATMENT_CURRENT,
  TREATMENT_STOPPED,
  TREATMENT_EVER,
} RuleTreatmentStatus;

struct _CalxRule
{
  RuleKind         kind;
  GPtrArray       *children; /* CalxRule, of RULE_COUNT and RULE_NOT */
  guint            at_least;
  RuleTerm         terms[2];
  guint            n_terms;
  char            *answer;
  RuleOp           op;
  double           value;
  const CalxInput *limit;       /* the laboratory's own limit, or NULL */
  gboolean         is_upper_limit; /* @value is the default of an upper limit of normal */
  CalxRangeLevel        level;
  RuleLesion       lesion;
  CalxRegions     *regions; /* of RULE_LESION */
  const CalxRule  *named;   /* of RULE_NAMED, borrowed */
  char           **treatments; /* of RULE_TREATMENT: ids */
  RuleTreatmentStatus treatment_status;
};

/* calx-rule-lesion.c */
void           calx_rule_use             (GArray           *used,
                                          CalxEvidence      evidence);
CalxRuleResult calx_rule_evaluate_lesion (const CalxRule   *self,
                                          const CalxFacts  *facts,
                                          GArray           *used);
/* calx-rule-treatment.c */
CalxRuleResult calx_rule_evaluate_treatment (const CalxRule  *self,
                                             const CalxFacts *facts,
                                             GArray          *used);

G_END_DECLS
