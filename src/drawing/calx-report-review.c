/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-report-review.h"

#include <glib/gi18n-lib.h>

#include "calx-format-review.h"

/* A page has room for what is likeliest. */
#define N_SUBTYPES 2

/* " [1,4]" */
static void
append_numbers (GString *text, char *const *source_ids, CalxCitations *citations)
{
  g_autofree char *numbers = citations != NULL ? calx_citations_number (citations, source_ids) : NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *narrow = NULL;

  if (numbers == NULL || numbers[0] == '\0')
    return;
  parts = g_strsplit (numbers, ", ", -1);
  narrow = g_strjoinv (",", parts);
  g_string_append_printf (text, " [%s]", narrow);
}

static gboolean
has_met_tier (const CalxCriteriaResult *result)
{
  for (guint i = 0; i < result->tiers->len; i++)
    if (((const CalxVerdict *) result->tiers->pdata[i])->result == CALX_RULE_MET)
      return result->applies->result != CALX_RULE_NOT_MET;
  return FALSE;
}

static void
append_met_clauses (GString *text, const CalxCriteriaResult *result)
{
  const char *separator = ": ";

  for (guint i = 0; i < result->clauses->len; i++)
    {
      const CalxVerdict *clause = result->clauses->pdata[i];

      if (clause->result != CALX_RULE_MET)
        continue;
      g_string_append_printf (text, "%s%s", separator, _(clause->statement->label));
      separator = "; ";
    }
}

char *
calx_report_write_criteria (const CalxReview *review, CalxCitations *citations, gboolean whole)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (review != NULL, NULL);

  for (guint i = 0; i < review->criteria->len; i++)
    {
      const CalxCriteriaResult *result = review->criteria->pdata[i];
      g_autofree char *headline = calx_format_criteria (result, review);

      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", headline);
      if (whole && has_met_tier (result))
        append_met_clauses (text, result);
      append_numbers (text, result->set->statement.sources, citations);
      g_string_append_c (text, '.');
    }
  return g_string_free (text, FALSE);
}

static void
append_suggestion (GString *text, const CalxSuggestion *suggestion, const CalxReview *review, CalxCitations *citations, gboolean whole)
{
  g_autofree char *headline = calx_format_suggestion_headline (suggestion, review);

  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", headline);
  if (suggestion->decided != NULL && whole)
    g_string_append_printf (text, " (%s)", _(suggestion->decided->statement->label));
  if (suggestion->decided != NULL)
    append_numbers (text, suggestion->decided->statement->sources, citations);
  g_string_append_c (text, '.');
}

char *
calx_report_write_subtypes (const CalxReview *review, CalxCitations *citations, gboolean whole)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) open = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (review != NULL, NULL);

  for (guint i = 0; i < review->subtypes->len; i++)
    {
      const CalxSuggestion *suggestion = review->subtypes->pdata[i];
      g_autofree char *name = calx_format_suggestion (suggestion);

      if (suggestion->certainty == CALX_SUGGESTION_CANNOT_TELL)
        g_string_append_printf (open, "%s%s", open->len > 0 ? ", " : "", name);
      else if (n++ < N_SUBTYPES)
        append_suggestion (text, suggestion, review, citations, whole);
    }
  if (n > N_SUBTYPES)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " And %u more.", " And %u more.", n - N_SUBTYPES), n - N_SUBTYPES);
  if (open->len > 0)
    {
      g_string_append (text, text->len > 0 ? " " : "");
      g_string_append_printf (text, _("Cannot tell: %s."), open->str);
    }
  return g_string_free (text, FALSE);
}

char *
calx_report_write_early_signs (const CalxReview *review)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (review != NULL, NULL);

  if (review->early_signs->len == 0)
    return g_strdup ("");
  words = calx_format_early_signs (review);
  return g_strdup_printf ("%s.", words);
}
