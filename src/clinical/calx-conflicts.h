/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-treatments.h"

G_BEGIN_DECLS

/* One way in which a treatment may be at odds with the patient, with another treatment or with the
 * findings. Its rule is asked of the patient: met, it conflicts; unknown, it may. */
typedef struct
{
  CalxStatement    statement;
  char           **treatments; /* ids of the kinds that raise it */
  gboolean         stopped;    /* raised by those that were stopped, not by those that run */
  char           **routes;     /* given so alone; empty: however given */
  gboolean         asks;       /* also asked about before saving */
  GPtrArray       *sides;      /* CalxTreatmentFact: what each side has published */
  const CalxInput *offer;      /* a finding to set, or NULL */
  gboolean         offers_yes; /* to which answer */
} CalxConflict;

/* One that was found. Immutable and refcounted (g_atomic_rc_box). */
typedef struct
{
  const CalxConflict *conflict;  /* borrowed: knowledge outlives results */
  CalxTreatment      *treatment; /* that raised it */
  CalxRuleResult      result;    /* MET or UNKNOWN */
  gboolean            route_unknown; /* it is not known how it is given */
  GArray             *used;      /* CalxEvidence: what decided, or what would have to be known */
} CalxFoundConflict;

/* The table of conflicts. Immutable after loading, refcounted. */
typedef struct _CalxConflicts CalxConflicts;

/* Reads conflicts.json ("calx-conflicts/1"). Each of its "conflicts" is a CalxStatement with "treatments"
 * (ids), "status" ("current", "stopped"), "asks" and, where they make sense, "routes" (ids), "sides" (text,
 * sources) and "offers" ("input", a boolean, and "answer", "yes" or "no"). Errors are CALX_DATA_ERROR. */
CalxConflicts      *calx_conflicts_new   (GBytes         *json,
                                          const char     *name,
                                          CalxInputs     *inputs,
                                          CalxRegions    *regions,
                                          CalxSources    *sources,
                                          CalxTreatments *treatments,
                                          GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void                calx_conflicts_free  (CalxConflicts  *self);
guint               calx_conflicts_get_n (CalxConflicts  *self);
const CalxConflict *calx_conflicts_get   (CalxConflicts  *self,
                                          guint           index);
/* NULL where there is none */
const CalxConflict *calx_conflicts_find  (CalxConflicts  *self,
                                          const char     *id);
/* CalxFoundConflict, by treatment in the order of @facts, met ones first. */
GPtrArray          *calx_conflicts_evaluate (CalxConflicts   *self,
                                             const CalxFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* Those of @found that are asked about before saving and are not the same in @before (nullable): a
 * conflict of the same treatment that was as sure before is not asked about again. Borrowed from @found. */
GPtrArray          *calx_conflicts_list_new (GPtrArray       *found,
                                             GPtrArray       *before) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxConflicts, calx_conflicts_free)

G_END_DECLS
