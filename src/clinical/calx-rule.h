/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-findings.h"

G_BEGIN_DECLS

/* One rule of data/, compiled: all, any, at_least, not, is, recorded, comparison with unit, product,
 * years since. Three-valued: unknown is never taken as false. */
typedef struct _CalxRule CalxRule;

typedef enum
{
  CALX_RULE_UNKNOWN,
  CALX_RULE_NOT_MET,
  CALX_RULE_MET,
} CalxRuleResult;

/* What a rule is evaluated over. */
typedef struct
{
  CalxFindings *findings;
  CalxDate      date; /* the session's */
} CalxFacts;

CalxRule      *calx_rule_new      (JsonNode         *node,
                                   const char       *path,
                                   CalxInputs       *inputs,
                                   CalxUnits        *units,
                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void           calx_rule_free     (CalxRule         *self);
/* @used (nullable): a set of input indexes (GHashTable as set of GUINT_TO_POINTER) that decided or
 * would have to be known. */
CalxRuleResult calx_rule_evaluate (const CalxRule   *self,
                                   const CalxFacts  *facts,
                                   GHashTable       *used);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxRule, calx_rule_free)

G_END_DECLS
