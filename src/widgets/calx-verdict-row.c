/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-verdict-row.h"

#include <glib/gi18n-lib.h>

#include "calx-format-review.h"

/* What decided, in the row of one clause. */
#define N_PARTS 4

/* Texts of data/; "" has a translation of its own, the catalogue's head. */
static const char *
translate (const char *text)
{
  return *text == '\0' ? "" : g_dgettext (GETTEXT_PACKAGE, text);
}

const char *
calx_verdict_icon_name (CalxRuleResult result)
{
  switch (result)
    {
    case CALX_RULE_MET:
      return "object-select-symbolic";
    case CALX_RULE_NOT_MET:
      return "list-remove-symbolic";
    case CALX_RULE_UNKNOWN:
    default:
      return "dialog-question-symbolic";
    }
}

char *
calx_verdict_row_cite (const char    *text,
                       char *const   *source_ids,
                       CalxCitations *citations)
{
  g_autofree char *numbers = NULL;

  g_return_val_if_fail (text != NULL && citations != NULL, NULL);

  numbers = calx_citations_number (citations, source_ids);
  if (*numbers == '\0')
    return g_strdup (text);
  return *text == '\0' ? g_strdup_printf ("[%s]", numbers) : g_strdup_printf ("%s [%s]", text, numbers);
}

/* Where the row leads: "L3" or the id of an input; NULL: nowhere. */
static char *
find_way (const CalxVerdict *verdict,
          const CalxReview  *review)
{
  const CalxEvidence *found = NULL;

  for (guint i = 0; i < verdict->used->len; i++)
    {
      const CalxEvidence *evidence = &g_array_index (verdict->used, CalxEvidence, i);

      if (found == NULL)
        found = evidence;
      if (calx_evidence_is_known (evidence, &review->facts))
        continue;
      found = evidence;
      break;
    }
  if (found == NULL || (found->input != NULL && found->input->source == CALX_INPUT_BY_PATIENT))
    return NULL;
  return found->input != NULL ? g_strdup (found->input->id) : g_strdup_printf ("L%d", found->lesion_number);
}

static char *
get_small_print (const CalxStatement *statement)
{
  const char *note = translate (statement->note);
  const char *basis = calx_basis_get_words (statement->basis);

  return g_strdup_printf ("%s%s%s", note, *note != '\0' && *basis != '\0' ? " · " : "", basis);
}

/* What decided; of what is not known, its names, unless the label is one. */
static char *
describe (const CalxVerdict *verdict,
          const CalxReview  *review)
{
  g_autofree char *missing = NULL;

  if (verdict->result != CALX_RULE_UNKNOWN)
    return calx_format_evidence (verdict->used, review, N_PARTS);
  missing = calx_format_missing (verdict->used, review, N_PARTS);
  if (g_str_equal (missing, translate (verdict->statement->label)))
    return g_strdup ("");
  return g_strdup_printf (_("Not known: %s"), missing);
}

void
calx_verdict_row_set (CalxResultRow     *row,
                      const char        *title,
                      const CalxVerdict *verdict,
                      const char        *end,
                      const char        *icon_name,
                      char *const       *said,
                      const CalxReview  *review,
                      CalxCitations     *citations)
{
  g_autofree char *described = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *small_print = NULL;
  g_autofree char *way = NULL;
  char *const *sources;

  g_return_if_fail (verdict != NULL && review != NULL);

  sources = verdict->statement->sources;
  if (said != NULL && g_strv_equal ((const char *const *) said, (const char *const *) sources))
    sources = NULL;
  described = describe (verdict, review);
  detail = calx_verdict_row_cite (described, sources, citations);
  small_print = get_small_print (verdict->statement);
  way = find_way (verdict, review);
  calx_result_row_set (row, title != NULL ? title : translate (verdict->statement->label), end, detail, small_print,
                       icon_name, way);
}

void
calx_statement_row_set (CalxResultRow       *row,
                        const CalxStatement *statement,
                        const char          *end,
                        const char          *icon_name,
                        CalxCitations       *citations)
{
  g_autofree char *detail = NULL;
  g_autofree char *small_print = NULL;

  g_return_if_fail (statement != NULL);

  detail = calx_verdict_row_cite (translate (statement->text), statement->sources, citations);
  small_print = get_small_print (statement);
  calx_result_row_set (row, translate (statement->label), end, detail, small_print, icon_name, NULL);
}
