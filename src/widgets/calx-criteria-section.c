/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-criteria-section.h"

#include <glib/gi18n-lib.h>

#include "calx-format-review.h"
#include "calx-verdict-row.h"

/* Of the whole set: met as soon as one tier is. */
static CalxRuleResult
summarize (const CalxCriteriaResult *result)
{
  CalxRuleResult whole = CALX_RULE_NOT_MET;

  if (result->applies->result == CALX_RULE_NOT_MET)
    return CALX_RULE_NOT_MET;
  for (guint i = 0; i < result->tiers->len; i++)
    {
      const CalxVerdict *tier = result->tiers->pdata[i];

      if (tier->result == CALX_RULE_MET)
        return CALX_RULE_MET;
      if (tier->result == CALX_RULE_UNKNOWN)
        whole = CALX_RULE_UNKNOWN;
    }
  return whole;
}

static void
show_verdict (CalxResultSection *section,
              const char        *title,
              const CalxVerdict *verdict,
              char *const       *said,
              const CalxReview  *review,
              CalxCitations     *citations)
{
  calx_verdict_row_set (calx_result_section_take (section), title, verdict,
                        calx_format_rule_result (verdict->result),
                        calx_verdict_icon_name (verdict->result), said, review, citations);
}

/* Under one title, in the order of the publication. */
static void
show_group (CalxResultSection        *section,
            const CalxCriteriaResult *result,
            CalxClauseGroup           group,
            const CalxReview         *review,
            CalxCitations            *citations)
{
  CalxResultRow *heading = NULL;
  g_autofree char *count = NULL;
  guint n = 0;
  guint n_met = 0;

  for (guint i = 0; i < result->clauses->len; i++)
    if (((const CalxClause *) result->set->clauses->pdata[i])->group == group)
      {
        n++;
        n_met += ((const CalxVerdict *) result->clauses->pdata[i])->result == CALX_RULE_MET;
      }
  if (n == 0)
    return;
  heading = calx_result_section_take_heading (section);
  /* TRANSLATORS: of the clauses of one group */
  count = g_strdup_printf (_("%u of %u met"), n_met, n);
  calx_result_row_set (heading, calx_format_clause_group (group), count, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < result->clauses->len; i++)
    if (((const CalxClause *) result->set->clauses->pdata[i])->group == group)
      show_verdict (section, NULL, result->clauses->pdata[i], result->set->statement.sources, review, citations);
}

/* A tier is said with its own words; its clauses stand below. */
static void
show_tier (CalxResultSection *section,
           const CalxVerdict *tier,
           const CalxReview  *review)
{
  const CalxStatement *statement = tier->statement;
  g_autofree char *title = g_strdup_printf ("'%s'", _(statement->label));
  g_autofree char *missing = tier->result == CALX_RULE_UNKNOWN
                               ? calx_format_missing (tier->used, review, 3) : NULL;
  g_autofree char *small_print = missing != NULL ? g_strdup_printf (_("Not known: %s"), missing) : NULL;

  calx_result_row_set (calx_result_section_take (section), title, calx_format_rule_result (tier->result),
                       *statement->text != '\0' ? _(statement->text) : NULL, small_print,
                       calx_verdict_icon_name (tier->result), NULL);
}

static void
show_set (CalxResultSection        *section,
          const CalxCriteriaResult *result,
          const CalxReview         *review,
          CalxCitations            *citations)
{
  const CalxStatement *statement = &result->set->statement;
  CalxResultRow *row = calx_result_section_take_fold (section, statement->id);
  g_autofree char *headline = calx_format_criteria (result, review);
  g_autofree char *name = calx_verdict_row_cite (_(statement->label), statement->sources, citations);
  g_autofree char *counts = calx_format_criteria_counts (result);
  const char *basis = calx_basis_get_words (statement->basis);
  g_autofree char *small_print = g_strdup_printf ("%s%s%s · %s", name, *basis != '\0' ? " · " : "", basis, counts);

  calx_result_row_set (row, headline, NULL, NULL, small_print, calx_verdict_icon_name (summarize (result)), NULL);
  if (result->applies->result != CALX_RULE_MET)
    show_verdict (section, *statement->text != '\0' ? _(statement->text) : NULL, result->applies, statement->sources, review, citations);
  for (guint i = 0; i < result->tiers->len; i++)
    show_tier (section, result->tiers->pdata[i], review);
  for (guint group = 0; group < CALX_N_CLAUSE_GROUPS; group++)
    show_group (section, result, (CalxClauseGroup) group, review, citations);
}

void
calx_criteria_section_fill (CalxResultSection *section,
                            const CalxReview  *review,
                            CalxCitations     *citations)
{
  g_return_if_fail (CALX_IS_RESULT_SECTION (section));
  g_return_if_fail (review != NULL && citations != NULL);

  calx_result_section_begin (section, _("Criteria"), _("What published criteria say of the findings. Not a diagnosis."));
  for (guint i = 0; i < review->criteria->len; i++)
    show_set (section, review->criteria->pdata[i], review, citations);
  calx_result_section_end (section);
}

static const char *
get_sign_words (CalxRuleResult result)
{
  switch (result)
    {
    case CALX_RULE_MET:
      return _("Present");
    case CALX_RULE_NOT_MET:
      return _("Absent");
    case CALX_RULE_UNKNOWN:
    default:
      return _("Not asked");
    }
}

void
calx_early_signs_section_fill (CalxResultSection *section,
                               const CalxReview  *review,
                               CalxCitations     *citations)
{
  CalxResultRow *row;
  g_autofree char *headline = NULL;
  gboolean is_present = FALSE;

  g_return_if_fail (CALX_IS_RESULT_SECTION (section));
  g_return_if_fail (review != NULL && citations != NULL);

  for (guint i = 0; i < review->early_signs->len; i++)
    is_present = is_present || ((const CalxVerdict *) review->early_signs->pdata[i])->result == CALX_RULE_MET;
  calx_result_section_begin (section, _("Early signs"), _("Asked at each visit."));
  if (review->early_signs->len > 0)
    {
      headline = calx_format_early_signs (review);
      row = calx_result_section_take_fold (section, "early-signs");
      calx_result_row_set (row, headline, NULL, NULL, NULL, is_present ? "dialog-warning-symbolic" : NULL, NULL);
    }
  for (guint i = 0; i < review->early_signs->len; i++)
    {
      const CalxVerdict *sign = review->early_signs->pdata[i];

      calx_verdict_row_set (calx_result_section_take (section), NULL, sign, get_sign_words (sign->result),
                            calx_verdict_icon_name (sign->result), NULL, review, citations);
    }
  calx_result_section_end (section);
}
