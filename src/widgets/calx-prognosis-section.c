/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-prognosis-section.h"

#include <glib/gi18n-lib.h>

#include "calx-format-review.h"
#include "calx-format-targets.h"
#include "calx-verdict-row.h"

/* So many lines of a topic stand on the row that folds it. */
#define N_SUMMARY 2
/* So many missing facts are named. */
#define N_NAMED 3

static const char *
translate (const char *text)
{
  return *text == '\0' ? "" : g_dgettext (GETTEXT_PACKAGE, text);
}

static void
append (GString    *text,
        const char *separator,
        const char *part)
{
  if (*part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

/* What must be said beside the figure, and what would have to be known. */
static char *
get_small_print (const CalxPrognosisLine *line,
                 const CalxReview        *review)
{
  const CalxStatement *statement = &line->entry->statement;
  g_autofree char *group = calx_format_prognosis_group (line->entry);
  g_autofree char *missing = line->result == CALX_RULE_UNKNOWN
                               ? calx_format_missing (line->used, review, N_NAMED) : NULL;
  GString *text = g_string_new (group);

  append (text, "\n", translate (statement->text));
  append (text, "\n", translate (statement->note));
  append (text, "\n", calx_basis_get_words (statement->basis));
  if (missing != NULL && *missing != '\0')
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Not known: %s"), missing);
    }
  return g_string_free (text, FALSE);
}

static void
show_line (CalxResultSection       *section,
           const CalxPrognosisLine *line,
           const CalxReview        *review,
           CalxCitations           *citations)
{
  const CalxStatement *statement = &line->entry->statement;
  g_autofree char *figures = calx_format_figures (line->entry);
  g_autofree char *detail = calx_verdict_row_cite (figures, statement->sources, citations);
  g_autofree char *small_print = get_small_print (line, review);

  calx_result_row_set (calx_result_section_take (section), translate (statement->label),
                       line->result == CALX_RULE_UNKNOWN ? _("May apply") : NULL, detail, small_print, NULL, NULL);
}

/* The topic in a few words: where it is not known whether the kidneys work, both lines. */
static char *
summarize (const CalxReview         *review,
           const CalxPrognosisTopic *topic,
           guint                    *ret_n)
{
  GString *text = g_string_new (NULL);
  guint n_said = 0;

  *ret_n = 0;
  for (guint i = 0; i < review->prognosis->len; i++)
    *ret_n += ((CalxPrognosisLine *) review->prognosis->pdata[i])->entry->topic == topic;
  for (guint i = 0; i < review->prognosis->len && n_said < N_SUMMARY; i++)
    {
      const CalxPrognosisLine *line = review->prognosis->pdata[i];
      g_autofree char *said = NULL;

      if (line->entry->topic != topic)
        continue;
      said = calx_format_prognosis_line (line);
      append (text, "\n", said);
      n_said++;
    }
  return g_string_free (text, FALSE);
}

static void
show_topic (CalxResultSection        *section,
            const CalxPrognosisTopic *topic,
            const CalxReview         *review,
            CalxCitations            *citations)
{
  guint n;
  g_autofree char *summary = summarize (review, topic, &n);
  g_autofree char *count = NULL;

  if (n == 0)
    return;
  /* TRANSLATORS: how many published lines stand under a heading */
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u figure", "%u figures", n), n);
  calx_result_row_set (calx_result_section_take_fold (section, topic->id), translate (topic->label), count, summary,
                       translate (topic->text), NULL, NULL);
  for (guint i = 0; i < review->prognosis->len; i++)
    {
      const CalxPrognosisLine *line = review->prognosis->pdata[i];

      if (line->entry->topic == topic)
        show_line (section, line, review, citations);
    }
}

static gboolean
is_any_met (const CalxReview *review)
{
  for (guint i = 0; i < review->prognosis->len; i++)
    if (((CalxPrognosisLine *) review->prognosis->pdata[i])->result == CALX_RULE_MET)
      return TRUE;
  return FALSE;
}

/* Nothing speaks of lesions yet: one line, and the figures folded under it. */
static void
show_all_in_one (CalxResultSection *section,
                 const CalxReview  *review,
                 CalxCitations     *citations)
{
  calx_result_row_set (calx_result_section_take_fold (section, "all"), _("It is not known whether any of it applies"),
                       NULL, _("It comes forward once a lesion that may be calciphylaxis is recorded."), NULL,
                       "dialog-question-symbolic", NULL);
  for (guint i = 0; i < review->prognosis->len; i++)
    show_line (section, review->prognosis->pdata[i], review, citations);
}

void
calx_prognosis_section_fill (CalxResultSection *section,
                             const CalxReview  *review,
                             CalxCitations     *citations)
{
  CalxPrognosis *prognosis;
  GPtrArray *topics;

  g_return_if_fail (CALX_IS_RESULT_SECTION (section));
  g_return_if_fail (review != NULL && citations != NULL);

  prognosis = review->knowledge->prognosis;
  topics = calx_prognosis_get_topics (prognosis);
  calx_result_section_begin (section, _("Prognosis"), translate (calx_prognosis_get_text (prognosis)));
  if (is_any_met (review))
    for (guint i = 0; i < topics->len; i++)
      show_topic (section, topics->pdata[i], review, citations);
  else if (review->prognosis->len > 0)
    show_all_in_one (section, review, citations);
  calx_result_section_end (section);
}
