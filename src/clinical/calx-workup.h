/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-statement-load.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *label; /* translatable */
} CalxWorkupGroup;

/* What must be known beside an item: figures of a method, what to weigh before it. */
typedef struct
{
  char  *text; /* translatable */
  char **sources;
} CalxWorkupCaution;

/* One thing to do. The statement's text says what for, its rule for whom. */
typedef struct _CalxWorkupItem CalxWorkupItem;
struct _CalxWorkupItem
{
  CalxStatement          statement;
  const CalxWorkupGroup *group;
  GPtrArray             *fulfilled_by; /* const CalxInput: a finding of any of them is the item's result */
  const CalxWorkupItem  *follows;      /* asked once that one is ordered or done; NULL: asked by itself */
  char                  *hint;         /* translatable, "": what its result says */
  GPtrArray             *cautions;     /* CalxWorkupCaution */
};

/* One look-alike. The statement's text says what tells it apart, its rule what brings it forward. */
typedef struct
{
  CalxStatement          statement;
  const CalxWorkupGroup *group;
} CalxDifferential;

/* The work-up list and the differentials: data/workup.json. Immutable after loading, refcounted
 * (g_atomic_rc_box). All ids of items and differentials are different. */
typedef struct
{
  GPtrArray    *groups;            /* CalxWorkupGroup, in the order in which they are shown */
  GPtrArray    *principles;        /* CalxStatement: always said */
  GPtrArray    *situations;        /* CalxStatement: what items ask for by name; the first asks for a
                                    * work-up at all */
  GPtrArray    *items;             /* CalxWorkupItem, by group */
  CalxStatement differential_note;   /* what stands over the differentials */
  GPtrArray    *differentials;     /* CalxDifferential */
} CalxWorkup;

/* Reads workup.json ("calx-workup/1"). @scope lends inputs and regions; errors are CALX_DATA_ERROR. */
CalxWorkup *calx_workup_new   (GBytes              *json,
                               const char          *name,
                               const CalxRuleScope *scope,
                               CalxSources         *sources,
                               GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void        calx_workup_free  (CalxWorkup          *self);
/* NULL where there is none, as with an id of a newer file */
const CalxWorkupItem   *calx_workup_find_item         (CalxWorkup *self,
                                                       const char *id);
const CalxDifferential *calx_workup_find_differential (CalxWorkup *self,
                                                       const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxWorkup, calx_workup_free)

G_END_DECLS
