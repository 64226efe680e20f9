/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-report-review.h"

#include <glib/gi18n-lib.h>

#include "calx-facts.h"
#include "calx-format-review.h"
#include "calx-format-targets.h"
#include "calx-format-treatment.h"
#include "calx-format-workup.h"

/* A full page names so many open items of the work-up. */
#define N_OPEN 6

/* A page has room for what is likeliest. */
#define N_SUBTYPES 2

gboolean
calx_report_review_is_first (const CalxReport *report)
{
  g_return_val_if_fail (report != NULL, FALSE);

  return report->assessment->kind == CALX_ASSESSMENT_LESIONS ||
         g_strcmp0 (calx_facts_get_answer_by_id (&report->review->facts, "lesions"), "yes") == 0;
}

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

static gboolean
has_number (const CalxPrognosisEntry *entry)
{
  const CalxPrognosisFigure *figure = entry->figures->pdata[0];

  return figure->unit[0] != '\0';
}

static void
append_topic (GString *text, const CalxPrognosisTopic *topic, const CalxReview *review, CalxCitations *citations, gboolean whole)
{
  guint n_most = whole ? 2 : 1;
  guint n = 0;

  for (guint i = 0; i < review->prognosis->len && n < n_most; i++)
    {
      const CalxPrognosisLine *line = review->prognosis->pdata[i];
      g_autofree char *words = NULL;

      if (line->entry->topic != topic || line->result != CALX_RULE_MET || (!whole && !has_number (line->entry)))
        continue;
      words = calx_format_prognosis_line (line);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words);
      append_numbers (text, line->entry->statement.sources, citations);
      g_string_append_c (text, '.');
      n++;
    }
}

/* What was seen of operations is nothing that is true of this patient. */
static gboolean
is_on_page (const CalxPrognosisTopic *topic)
{
  return !g_str_equal (topic->id, "treatment");
}

char *
calx_report_write_prognosis (const CalxReview *review, CalxCitations *citations, gboolean whole)
{
  GString *text = g_string_new (NULL);
  GPtrArray *topics = NULL;

  g_return_val_if_fail (review != NULL, NULL);

  topics = calx_prognosis_get_topics (review->knowledge->prognosis);
  for (guint i = 0; i < topics->len; i++)
    if (is_on_page (topics->pdata[i]))
      append_topic (text, topics->pdata[i], review, citations, whole);
  return g_string_free (text, FALSE);
}

char *
calx_report_write_workup (const CalxReview *review, gboolean whole)
{
  g_return_val_if_fail (review != NULL, NULL);

  if (review->workup->n_listed == 0)
    return g_strdup ("");
  return calx_format_workup_missing (review, whole ? G_MAXUINT : N_OPEN);
}

char *
calx_report_write_targets (const CalxReview *review, CalxCitations *citations)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (review != NULL, NULL);

  if (review->targets->len > 0)
    {
      const CalxTargetLine *line = review->targets->pdata[0];
      g_autofree char *body = calx_format_target_body (line->body);
      g_autofree char *words = calx_format_target_line (line);
      g_auto (GStrv) lines = g_strsplit (words, "\n", -1);
      g_autofree char *joined = g_strjoinv ("; ", lines);

      g_string_append_printf (text, "%s: %s", body, joined);
      append_numbers (text, line->body->statement.sources, citations);
      g_string_append_c (text, '.');
    }
  for (guint i = 0; i < review->target_warnings->len; i++)
    {
      const CalxTargetWarningLine *line = review->target_warnings->pdata[i];
      g_autofree char *words = NULL;

      if (line->result != CALX_RULE_MET)
        continue;
      words = calx_format_target_warning (line);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words);
      append_numbers (text, line->warning->statement.sources, citations);
      g_string_append_c (text, '.');
    }
  return g_string_free (text, FALSE);
}

char *
calx_report_write_treatments (const CalxReview *review)
{
  GString *text = g_string_new (NULL);
  GPtrArray *treatments = NULL;

  g_return_val_if_fail (review != NULL, NULL);

  treatments = calx_session_get_treatments (review->session);
  for (int stopped = 0; stopped < 2; stopped++)
    for (guint i = 0; i < treatments->len; i++)
      {
        const CalxTreatment *treatment = treatments->pdata[i];
        g_autofree char *words = NULL;

        if (treatment->stopped != (stopped == 1))
          continue;
        words = calx_format_treatment (review->knowledge->treatments, treatment);
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words);
      }
  return g_string_free (text, FALSE);
}

char *
calx_report_write_conflicts (const CalxReview *review, CalxCitations *citations)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (review != NULL, NULL);

  for (guint i = 0; i < review->conflicts->len; i++)
    {
      const CalxFoundConflict *found = review->conflicts->pdata[i];
      g_autofree char *words = calx_format_conflict (found);
      g_autofree char *name = calx_format_treatment_name (review->knowledge->treatments, found->treatment);

      g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? " " : "", words, name);
      append_numbers (text, found->conflict->statement.sources, citations);
      g_string_append_c (text, '.');
    }
  return g_string_free (text, FALSE);
}
