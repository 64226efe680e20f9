/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "score-fixture.h"

#include <string.h>

CalxKnowledge *
score_knowledge (void)
{
  static CalxKnowledge *knowledge;

  if (knowledge == NULL)
    {
      g_autoptr(GError) error = NULL;

      knowledge = calx_knowledge_load (NULL, &error);
      g_assert_no_error (error);
    }
  return knowledge;
}

static CalxFinding
read_entry (const CalxInput *input,
            char            *text)
{
  static const char *const states[] = { "?", "absent", NULL, "low", "normal", "high" };
  CalxFinding finding = CALX_FINDING_INIT;
  char *at = strchr (text, '@');
  char *blank;

  if (at != NULL)
    {
      g_assert_true (calx_date_parse (at + 1, &finding.date));
      *at = '\0';
    }
  g_strstrip (text);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (text, states[i]) == 0)
      {
        finding.state = (CalxFindingState) i;
        return finding;
      }
  finding.state = CALX_FINDING_VALUE;
  if (input->kind == CALX_INPUT_BOOLEAN && g_str_equal (text, "no"))
    finding.state = CALX_FINDING_ABSENT;
  blank = strchr (text, ' ');
  if (blank != NULL)
    {
      *blank = '\0';
      finding.unit = g_intern_string (blank + 1);
    }
  finding.text = finding.state == CALX_FINDING_ABSENT ? NULL : text;
  return finding;
}

CalxFindings *
score_findings (const char *entries)
{
  CalxFindings *findings = calx_findings_new (score_knowledge ()->inputs);
  g_auto(GStrv) list = g_strsplit (entries, ";", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (g_strstrip (list[i]), "=", 2);
      const CalxInput *input;
      CalxFinding finding;
      CalxFindings *next;

      if (pair[0] == NULL || pair[1] == NULL)
        continue;
      input = calx_inputs_find (score_knowledge ()->inputs, pair[0]);
      if (input == NULL)
        g_error ("no input %s", pair[0]);
      finding = read_entry (input, pair[1]);
      next = calx_findings_with (findings, input->index, &finding);
      calx_findings_unref (findings);
      findings = next;
    }
  return findings;
}

CalxAssessment *
score_assess (const char *entries)
{
  g_autoptr(CalxFindings) findings = score_findings (entries);

  return calx_risk_model_assess (score_knowledge ()->model, findings, SCORE_DATE);
}

CalxAssessment *
score_assess_with (const char *entries,
                   const char *more)
{
  g_autofree char *both = g_strconcat (entries, "; ", more, NULL);

  return score_assess (both);
}

const CalxContribution *
score_factor (CalxAssessment *assessment,
              const char     *factor_id)
{
  for (guint i = 0; i < assessment->contributions->len; i++)
    {
      const CalxContribution *found = &g_array_index (assessment->contributions, CalxContribution, i);

      if (g_str_equal (found->factor_id, factor_id))
        return found;
    }
  g_error ("no factor %s", factor_id);
}

int
score_association (CalxAssessment *assessment,
                   const char     *id)
{
  for (guint i = 0; i < assessment->associations->len; i++)
    {
      const CalxAssociationResult *found = &g_array_index (assessment->associations,
                                                           CalxAssociationResult, i);

      if (g_str_equal (found->id, id))
        return found->result;
    }
  g_error ("no association %s", id);
}

char *
score_unknowns (CalxAssessment *assessment)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < assessment->unknowns->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            g_array_index (assessment->unknowns, CalxUnknown, i).id);
  return g_string_free (ids, FALSE);
}

GBytes *
score_change_data (const char *name,
                   const char *change)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) shipped = calx_knowledge_lookup (name, &error);
  g_autoptr(GString) json = NULL;
  g_auto(GStrv) parts = g_strsplit (change, " -> ", 2);

  g_assert_no_error (error);
  json = g_string_new_len (g_bytes_get_data (shipped, NULL), g_bytes_get_size (shipped));
  g_assert_cmpuint (g_string_replace (json, parts[0], parts[1], 1), ==, 1);
  return g_bytes_new (json->str, json->len);
}

void
score_assert_fault (const GError *error,
                    const char   *start)
{
  g_assert_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_FIELD);
  if (!g_str_has_prefix (error->message, start))
    g_error ("'%s' does not begin with '%s'", error->message, start);
}
