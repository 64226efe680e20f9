/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-rule.h"

G_BEGIN_DECLS

typedef enum
{
  RULE_COUNT,   /* at least n of the children: any is 1, all is every one */
  RULE_NOT,
  RULE_ANSWER,  /* an input has this answer */
  RULE_RECORDED,
  RULE_COMPARE, /* a number, or the product of two */
  RULE_YEARS,   /* years since a date */
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
};

G_END_DECLS
