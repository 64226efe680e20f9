/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-targets-section.h"

#include <glib/gi18n-lib.h>

#include "calx-format-targets.h"
#include "calx-verdict-row.h"

static const char *
get_icon_name (CalxTargetState state)
{
  switch (state)
    {
    case CALX_TARGET_BELOW:
      return "go-down-symbolic";
    case CALX_TARGET_ABOVE:
      return "go-up-symbolic";
    case CALX_TARGET_WITHIN:
      return "object-select-symbolic";
    case CALX_TARGET_NOT_KNOWN:
    case CALX_TARGET_NO_NUMBER:
    default:
      return "dialog-question-symbolic";
    }
}

static void
show_cell (CalxResultSection    *section,
           const CalxTargetCell *cell)
{
  g_autofree char *value = calx_format_target_value (cell);
  g_autofree char *title = g_strdup_printf ("%s: %s", calx_format_target_name (cell->target), value);
  g_autofree char *range = calx_format_target_range (cell);
  g_autofree char *detail = g_strdup_printf (_("Target: %s"), range);
  g_autofree char *origin = calx_format_target_origin (cell);

  calx_result_row_set (calx_result_section_take (section), title, calx_format_target_state (cell->state), detail,
                       origin, get_icon_name (cell->state),
                       cell->target->input != NULL ? cell->target->input->id : "phosphate");
}

static void
show_warnings (CalxResultSection *section,
               const CalxReview  *review,
               CalxCitations     *citations)
{
  for (guint i = 0; i < review->target_warnings->len; i++)
    {
      const CalxTargetWarningLine *line = review->target_warnings->pdata[i];
      const CalxStatement *statement = &line->warning->statement;
      g_autofree char *title = calx_format_target_warning (line);
      g_autofree char *detail = NULL;

      if (line->result != CALX_RULE_MET)
        continue;
      detail = calx_verdict_row_cite (g_dgettext (GETTEXT_PACKAGE, statement->text), statement->sources, citations);
      calx_result_row_set (calx_result_section_take (section), title, _("Warning"), detail, NULL,
                           "dialog-warning-symbolic", line->warning->input->id);
    }
}

/* What must be said beside the targets of a body, and how well they are founded. */
static char *
describe (const CalxTargetBody *body)
{
  const char *basis = calx_basis_get_words (body->statement.basis);

  return g_strdup_printf ("%s%s%s", g_dgettext (GETTEXT_PACKAGE, body->statement.note), *basis == '\0' ? "" : " ", basis);
}

static void
show_body (CalxResultSection    *section,
           const CalxTargetLine *line,
           CalxCitations        *citations)
{
  const CalxStatement *statement = &line->body->statement;
  g_autofree char *name = calx_format_target_body (line->body);
  g_autofree char *title = calx_verdict_row_cite (name, statement->sources, citations);
  g_autofree char *detail = calx_format_target_line (line);
  g_autofree char *small_print = describe (line->body);

  calx_result_row_set (calx_result_section_take (section), title,
                       line->result == CALX_RULE_UNKNOWN ? _("May apply") : NULL, detail,
                       small_print, NULL, NULL);
}

void
calx_targets_section_fill (CalxResultSection *section,
                           const CalxReview  *review,
                           CalxCitations     *citations)
{
  const CalxTargetLine *own;
  g_autofree char *name = NULL;
  g_autofree char *cited = NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (CALX_IS_RESULT_SECTION (section));
  g_return_if_fail (review != NULL && citations != NULL);

  own = review->targets->pdata[0];
  name = calx_format_target_body (own->body);
  cited = calx_verdict_row_cite (name, own->body->statement.sources, citations);
  title = g_strdup_printf (_("Targets of %s"), cited);
  subtitle = describe (own->body);
  calx_result_section_begin (section, title, subtitle);
  for (guint i = 0; i < own->cells->len; i++)
    show_cell (section, own->cells->pdata[i]);
  show_warnings (section, review, citations);
  calx_result_row_set (calx_result_section_take_fold (section, "bodies"), _("Targets of other bodies"), NULL,
                       g_dgettext (GETTEXT_PACKAGE, calx_targets_get_text (review->knowledge->targets)), NULL, NULL,
                       NULL);
  for (guint i = 1; i < review->targets->len; i++)
    show_body (section, review->targets->pdata[i], citations);
  calx_result_section_end (section);
}
