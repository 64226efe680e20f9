/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-subtype-section.h"

#include <glib/gi18n-lib.h>

#include "calx-format-review.h"
#include "calx-verdict-row.h"

static void
show_verdicts (CalxResultSection *section,
               GPtrArray         *verdicts,
               const char        *end,
               const char        *icon_name,
               const CalxReview  *review,
               CalxCitations     *citations)
{
  for (guint i = 0; verdicts != NULL && i < verdicts->len; i++)
    calx_verdict_row_set (calx_result_section_take (section), NULL, verdicts->pdata[i], end, icon_name, NULL, review,
                          citations);
}

static void
show_codes (CalxResultSection *section,
            const CalxSubtype *subtype)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; subtype->codes != NULL && i < subtype->codes->len; i++)
    {
      const CalxSubtypeCode *code = subtype->codes->pdata[i];

      g_string_append_printf (text, "%s%s %s: %s", i > 0 ? "\n" : "", code->system, code->code, _(code->label));
    }
  if (text->len > 0)
    calx_result_row_set (calx_result_section_take (section), _("Codes"), NULL, text->str, NULL, NULL, NULL);
}

static void
show_suggestion (CalxResultSection    *section,
                 const CalxSuggestion *suggestion,
                 const CalxReview     *review,
                 CalxCitations        *citations)
{
  const CalxSubtype *subtype = suggestion->subtype;
  CalxResultRow *row = calx_result_section_take_fold (section, subtype->statement.id);
  g_autofree char *headline = calx_format_suggestion_headline (suggestion, review);
  g_autofree char *detail = NULL;

  if (suggestion->decided != NULL)
    detail = calx_verdict_row_cite (_(suggestion->decided->statement->label), suggestion->decided->statement->sources,
                                    citations);
  calx_result_row_set (row, headline, NULL, detail, NULL,
                       subtype->urgent ? "dialog-warning-symbolic" : "dialog-information-symbolic", NULL);
  calx_statement_row_set (calx_result_section_take (section), &subtype->statement, NULL, NULL, citations);
  show_verdicts (section, suggestion->reasons_for, _("For"), "list-add-symbolic", review, citations);
  show_verdicts (section, suggestion->reasons_against, _("Against"), "list-remove-symbolic", review, citations);
  show_verdicts (section, suggestion->classes, _("Sub-class"), NULL, review, citations);
  for (guint i = 0; subtype->notes != NULL && i < subtype->notes->len; i++)
    calx_statement_row_set (calx_result_section_take (section), subtype->notes->pdata[i], NULL,
                            "dialog-information-symbolic", citations);
  show_codes (section, subtype);
}

/* Those that cannot be told, each with what would have to be known. */
static void
show_open (CalxResultSection *section,
           const CalxReview  *review,
           CalxCitations     *citations)
{
  g_autofree char *title = NULL;
  guint n = 0;

  for (guint i = 0; i < review->subtypes->len; i++)
    n += ((const CalxSuggestion *) review->subtypes->pdata[i])->certainty == CALX_SUGGESTION_CANNOT_TELL;
  if (n == 0)
    return;
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u subtype cannot be told", "%u subtypes cannot be told", n), n);
  calx_result_row_set (calx_result_section_take_fold (section, "cannot-tell"), title, NULL, NULL, NULL,
                       calx_verdict_icon_name (CALX_RULE_UNKNOWN), NULL);
  for (guint i = 0; i < review->subtypes->len; i++)
    {
      const CalxSuggestion *suggestion = review->subtypes->pdata[i];
      g_autofree char *name = NULL;
      g_autofree char *certainty = NULL;

      if (suggestion->certainty != CALX_SUGGESTION_CANNOT_TELL)
        continue;
      name = calx_format_suggestion (suggestion);
      certainty = calx_format_certainty (suggestion, review);
      if (suggestion->decided != NULL)
        calx_verdict_row_set (calx_result_section_take (section), NULL, suggestion->decided, NULL, NULL, NULL, review, citations);
      else
        calx_result_row_set (calx_result_section_take (section), name, NULL, certainty, NULL, NULL, NULL);
    }
}

void
calx_subtype_section_fill (CalxResultSection *section,
                           const CalxReview  *review,
                           CalxCitations     *citations)
{
  gboolean has_any = FALSE;

  g_return_if_fail (CALX_IS_RESULT_SECTION (section));
  g_return_if_fail (review != NULL && citations != NULL);

  calx_result_section_begin (section, _("Subtype"), _("What the findings suggest, the urgent first. Not a diagnosis."));
  for (guint i = 0; i < review->subtypes->len; i++)
    {
      const CalxSuggestion *suggestion = review->subtypes->pdata[i];

      if (suggestion->certainty == CALX_SUGGESTION_CANNOT_TELL)
        continue;
      show_suggestion (section, suggestion, review, citations);
      has_any = TRUE;
    }
  calx_result_section_end_fold (section);
  if (!has_any)
    calx_result_row_set (calx_result_section_take (section), _("No subtype is suggested by what is known"), NULL, NULL,
                         NULL, NULL, NULL);
  show_open (section, review, citations);
  calx_result_section_end (section);
}
