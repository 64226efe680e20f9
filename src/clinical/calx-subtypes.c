/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-subtypes-private.h"

GPtrArray *
calx_subtypes_get (CalxSubtypes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->subtypes;
}

GPtrArray *
calx_subtypes_get_facts (CalxSubtypes *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

static void
verdict_free (gpointer data)
{
  calx_verdict_free (data);
}

static void
suggestion_free (gpointer data)
{
  CalxSuggestion *suggestion = data;

  g_clear_pointer (&suggestion->parts, g_ptr_array_unref);
  g_ptr_array_unref (suggestion->classes);
  g_ptr_array_unref (suggestion->reasons_against);
  g_ptr_array_unref (suggestion->reasons_for);
  calx_verdict_free (suggestion->decided);
  g_free (suggestion);
}

/* The verdicts of those statements that are met. */
static GPtrArray *
list_met (GPtrArray       *statements,
          const CalxFacts *facts)
{
  GPtrArray *met = g_ptr_array_new_with_free_func (verdict_free);

  for (guint i = 0; i < statements->len; i++)
    {
      g_autoptr(CalxVerdict) verdict = calx_verdict_new (statements->pdata[i], facts);

      if (verdict->result == CALX_RULE_MET)
        g_ptr_array_add (met, g_steal_pointer (&verdict));
    }
  return met;
}

/* @decided: transfer full, nullable */
static CalxSuggestion *
suggestion_new (const CalxSubtype       *subtype,
                CalxSuggestionCertainty  certainty,
                CalxVerdict             *decided,
                const CalxFacts         *facts)
{
  CalxSuggestion *self = g_new0 (CalxSuggestion, 1);

  self->subtype = subtype;
  self->certainty = certainty;
  self->decided = decided;
  self->reasons_for = list_met (subtype->reasons_for, facts);
  self->reasons_against = list_met (subtype->reasons_against, facts);
  self->classes = list_met (subtype->classes, facts);
  return self;
}

/* By the surest of the subtype's rules; NULL where each is known not to be met. */
static CalxSuggestion *
suggest (const CalxSubtype *subtype,
         const CalxFacts   *facts)
{
  g_autoptr(CalxVerdict) best = NULL;
  CalxSuggestionCertainty best_certainty = CALX_SUGGESTION_CANNOT_TELL;

  for (guint i = 0; i < subtype->rules->len; i++)
    {
      const CalxSubtypeRule *rule = subtype->rules->pdata[i];
      g_autoptr(CalxVerdict) verdict = calx_verdict_new (&rule->statement, facts);
      CalxSuggestionCertainty certainty = verdict->result == CALX_RULE_MET ? rule->certainty
                                                                           : CALX_SUGGESTION_CANNOT_TELL;

      if (verdict->result == CALX_RULE_NOT_MET || (best != NULL && certainty >= best_certainty))
        continue;
      g_clear_pointer (&best, calx_verdict_free);
      best = g_steal_pointer (&verdict);
      best_certainty = certainty;
    }
  return best == NULL ? NULL : suggestion_new (subtype, best_certainty, g_steal_pointer (&best), facts);
}

static gboolean
fires (const CalxSuggestion *suggestion)
{
  return suggestion->certainty != CALX_SUGGESTION_CANNOT_TELL;
}

static gboolean
any_fires (GPtrArray *suggestions)
{
  for (guint i = 0; i < suggestions->len; i++)
    if (fires (suggestions->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Causes first, then what is only said where no cause fires. */
static void
add_suggestions (CalxSubtypes    *self,
                 CalxSubtypeRole  role,
                 const CalxFacts *facts,
                 GPtrArray       *to)
{
  gboolean excluded = role == CALX_SUBTYPE_EXCLUSION && any_fires (to);

  for (guint i = 0; i < self->subtypes->len && !excluded; i++)
    {
      const CalxSubtype *subtype = self->subtypes->pdata[i];
      CalxSuggestion *suggestion = subtype->role == role ? suggest (subtype, facts) : NULL;

      if (suggestion != NULL)
        g_ptr_array_add (to, suggestion);
    }
}

static gboolean
is_alarming (const CalxSuggestion *suggestion,
             const CalxFacts      *facts)
{
  const CalxStatement *alarm = suggestion->subtype->alarm;

  return alarm != NULL && calx_rule_evaluate (alarm->when, facts, NULL) == CALX_RULE_MET;
}

/* While the urgent one is not ruled out and its alarm is there, nothing else is sure. */
static void
doubt_others (GPtrArray       *suggestions,
              const CalxFacts *facts)
{
  gboolean alarm = FALSE;

  for (guint i = 0; i < suggestions->len; i++)
    alarm |= is_alarming (suggestions->pdata[i], facts);
  for (guint i = 0; alarm && i < suggestions->len; i++)
    {
      CalxSuggestion *suggestion = suggestions->pdata[i];

      if (!suggestion->subtype->urgent && suggestion->certainty == CALX_SUGGESTION_SUGGESTED)
        suggestion->certainty = CALX_SUGGESTION_POSSIBLE;
    }
}

static const CalxSubtype *
find_role (CalxSubtypes    *self,
           CalxSubtypeRole  role)
{
  for (guint i = 0; i < self->subtypes->len; i++)
    {
      const CalxSubtype *subtype = self->subtypes->pdata[i];

      if (subtype->role == role)
        return subtype;
    }
  return NULL;
}

/* The urgent one is no part of a mixture: it stays what it is. */
static void
add_mixed (CalxSubtypes    *self,
           const CalxFacts *facts,
           GPtrArray       *suggestions)
{
  const CalxSubtype *mixed = find_role (self, CALX_SUBTYPE_MIXED);
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  CalxSuggestionCertainty certainty = CALX_SUGGESTION_SUGGESTED;
  CalxSuggestion *suggestion;

  for (guint i = 0; i < suggestions->len; i++)
    {
      const CalxSuggestion *part = suggestions->pdata[i];

      if (part->subtype->urgent || !fires (part))
        continue;
      g_ptr_array_add (parts, (gpointer) part->subtype);
      certainty = MAX (certainty, part->certainty);
    }
  if (mixed == NULL || parts->len < 2)
    return;
  suggestion = suggestion_new (mixed, certainty, NULL, facts);
  suggestion->parts = g_steal_pointer (&parts);
  g_ptr_array_insert (suggestions, 0, suggestion);
}

/* Something is there, and nothing is left that it may be. */
static void
add_unclassified (CalxSubtypes    *self,
                  const CalxFacts *facts,
                  GPtrArray       *suggestions)
{
  const CalxSubtype *unclassified = find_role (self, CALX_SUBTYPE_UNCLASSIFIED);
  CalxSuggestion *suggestion;

  if (unclassified == NULL || suggestions->len > 0)
    return;
  suggestion = suggestion_new (unclassified, CALX_SUGGESTION_CANNOT_TELL, NULL, facts);
  if (suggestion->reasons_for->len > 0)
    g_ptr_array_add (suggestions, suggestion);
  else
    suggestion_free (suggestion);
}

/* 0, first: the urgent one where it fires, or where its alarm is there. */
static int
get_rank (const CalxSuggestion *suggestion,
          const CalxFacts      *facts)
{
  if (suggestion->subtype->urgent && (fires (suggestion) || is_alarming (suggestion, facts)))
    return 0;
  return fires (suggestion) ? 1 : 2;
}

/* A stable sort of a list of six at most. */
static GPtrArray *
sort (GPtrArray       *suggestions,
      const CalxFacts *facts)
{
  GPtrArray *sorted = g_ptr_array_new_with_free_func (suggestion_free);

  for (int rank = 0; rank < 3; rank++)
    for (guint i = 0; i < suggestions->len; i++)
      if (get_rank (suggestions->pdata[i], facts) == rank)
        g_ptr_array_add (sorted, suggestions->pdata[i]);
  return sorted;
}

GPtrArray *
calx_subtypes_review (CalxSubtypes    *self,
                      const CalxFacts *facts)
{
  g_autoptr(GPtrArray) suggestions = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && facts != NULL, NULL);

  add_suggestions (self, CALX_SUBTYPE_CAUSE, facts, suggestions);
  add_suggestions (self, CALX_SUBTYPE_EXCLUSION, facts, suggestions);
  doubt_others (suggestions, facts);
  add_mixed (self, facts, suggestions);
  add_unclassified (self, facts, suggestions);
  return sort (suggestions, facts);
}
