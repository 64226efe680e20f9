/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-rule.h"

G_BEGIN_DECLS

/* One "when" of a file of data/, compiled as its loader compiles it. */
typedef struct
{
  char     *key;  /* the id of what it belongs to, or its path: "bodies[8].targets[1]" */
  CalxRule *rule;
} WalkedRule;

/* One part of a rule that asks a fact: what is no all, any, at_least, not or rule. */
typedef struct
{
  char       *key;  /* of the rule that it stands in */
  JsonObject *json;
  char       *text; /* as it stands in the file */
  CalxRule   *rule;
} WalkedLeaf;

/* The names of those files of data/ that have a "when": "criteria"; in the order of the alphabet. */
GPtrArray *rule_walk_files  (void) G_GNUC_WARN_UNUSED_RESULT;
/* WalkedRule and WalkedLeaf of one file, in its order. */
GPtrArray *rule_walk_rules  (const char *name) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *rule_walk_leaves (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
