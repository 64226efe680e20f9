/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cohort-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "calx-format.h"
#include "calx-rule.h"

static void
append_line (GString    *out,
             const char *label,
             const char *text)
{
  if (text[0] != '\0')
    g_string_append_printf (out, "  %s: %s\n", label, text);
}

static void
append_strings (GString             *out,
                const char          *label,
                const char * const  *strings)
{
  g_autofree char *joined = NULL;

  if (strings == NULL)
    return;
  joined = g_strjoinv ("; ", (char **) strings);
  append_line (out, label, joined);
}

static void
append_contributions (GString        *out,
                      CalxAssessment *assessment)
{
  if (!assessment->has_points)
    return;
  g_string_append_printf (out, "  %s\n", _("Contributions:"));
  g_string_append_printf (out, "    %s: %d (%s)\n", assessment->setting_label,
                          assessment->setting_points, assessment->setting_grade);
  for (guint i = 0; i < assessment->contributions->len; i++)
    {
      const CalxContribution *contribution =
        &g_array_index (assessment->contributions, CalxContribution, i);
      g_autofree char *points = NULL;

      if (contribution->state == CALX_FACTOR_NOT_ASSESSED ||
          contribution->state == CALX_FACTOR_NOT_APPLICABLE)
        continue;
      points = calx_format_factor_points (contribution);
      g_string_append_printf (out, "    %s%s%s: %s", contribution->label,
                              contribution->value_text[0] == '\0' ? "" : ", ",
                              contribution->value_text, points);
      if (contribution->note[0] != '\0')
        g_string_append_printf (out, " (%s)", contribution->note);
      g_string_append_c (out, '\n');
    }
}

static void
append_unknowns (GString        *out,
                 CalxAssessment *assessment)
{
  for (guint i = 0; i < assessment->unknowns->len; i++)
    {
      const CalxUnknown *unknown = &g_array_index (assessment->unknowns, CalxUnknown, i);

      if (i == 0)
        g_string_append_printf (out, "  %s\n", _("Unknown:"));
      g_string_append_printf (out, "    %s%s%s\n", unknown->label,
                              unknown->settles[0] == '\0' ? "" : ": ", unknown->settles);
    }
}

static void
append_associations (GString        *out,
                     CalxAssessment *assessment)
{
  static const char * const titles[] = {
    N_("Published, not scored:"),
    N_("Already counted above:"),
  };

  for (int counted = 0; counted < 2; counted++)
    {
      gboolean titled = FALSE;

      for (guint i = 0; i < assessment->associations->len; i++)
        {
          const CalxAssociationResult *association =
            &g_array_index (assessment->associations, CalxAssociationResult, i);

          if (association->result != CALX_RULE_MET || !association->already_counted != !counted)
            continue;
          if (!titled)
            g_string_append_printf (out, "  %s\n", _(titles[counted]));
          titled = TRUE;
          g_string_append_printf (out, "    %s\n", association->label);
        }
    }
}

static void
append_changes (GString        *out,
                CalxAssessment *assessment)
{
  for (guint i = 0; i < assessment->changes->len; i++)
    {
      const CalxChange *change = &g_array_index (assessment->changes, CalxChange, i);
      g_autofree char *difference = calx_format_change_points (change);

      if (i == 0)
        g_string_append_printf (out, "  %s\n", _("What changes the answer (options to consider):"));
      g_string_append_printf (out, "    %s", change->label);
      if (!change->text_only)
        g_string_append_printf (out, ", %s: %s", change->target_text, difference);
      g_string_append_printf (out, ". %s\n", change->option);
    }
}

/* Everything that is said of the result, by the words of calx-format. */
static void
append_result (GString        *out,
               CalxAssessment *assessment)
{
  g_autofree char *sentence = calx_format_result_sentence (assessment);
  g_autofree char *spread = calx_format_spread (assessment);
  g_autofree char *rates = calx_format_rates (assessment);

  g_string_append_printf (out, "%s\n", sentence);
  if (strstr (sentence, assessment->reason) == NULL)
    append_line (out, _("Why"), assessment->reason);
  append_line (out, _("Spread of the weights"), spread);
  append_line (out, _("Published rates applied to this patient"), rates);
  append_contributions (out, assessment);
  append_unknowns (out, assessment);
  append_strings (out, _("Not assessed, can only add"), (const char * const *) assessment->not_assessed);
  for (char **line = assessment->always_named; line != NULL && *line != NULL; line++)
    append_line (out, _("Note"), *line);
  for (char **line = assessment->notes; line != NULL && *line != NULL; line++)
    append_line (out, _("Note"), *line);
  append_associations (out, assessment);
  append_changes (out, assessment);
}

void
calx_cohort_append_text (GString             *out,
                         const CalxCohortRow *row,
                         CalxAssessment      *assessment)
{
  g_autofree char *findings = NULL;
  g_autofree char *date = calx_date_is_known (row->date) ? calx_format_date (row->date) : g_strdup ("");

  g_string_append (out, row->patient_id[0] != '\0' ? row->patient_id : _("(no patient id)"));
  if (date[0] != '\0')
    g_string_append_printf (out, ", %s", date);
  g_string_append (out, ": ");
  if (assessment == NULL)
    {
      g_autofree char *errors = calx_cohort_join (row->errors, "; ");

      g_string_append_printf (out, _("not scored: %s\n\n"), errors);
      return;
    }
  append_result (out, assessment);
  findings = calx_format_findings (row->findings, /* regions= */ NULL, row->date, /* beside= */ NULL);
  append_line (out, _("Findings"), findings);
  for (guint i = 0; i < row->warnings->len; i++)
    append_line (out, _("Unusual value"), g_ptr_array_index (row->warnings, i));
  g_string_append_printf (out, "  %s\n", assessment->every_band);
  append_line (out, assessment->validation_status, assessment->validation_text);
  g_string_append_printf (out, _("  Model %s %s, SHA-256 %s, engine %s. Not a medical device.\n\n"),
                          assessment->model_id, assessment->model_version, assessment->model_sha256,
                          assessment->engine_version);
}
