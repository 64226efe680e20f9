/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-report.h"

#include <glib/gi18n-lib.h>

#include "calx-format.h"
#include "calx-report-review.h"
#include "calx-rule.h"

/* What a message field or a letter takes without a scroll bar. */
#define MAX_LINES 25

static void
add_line (GPtrArray *lines, char *text)
{
  g_strdelimit (text, "\t\r\n", ' ');
  if (text[0] != '\0')
    g_ptr_array_add (lines, text);
  else
    g_free (text);
}

static void
add_identity (GPtrArray *lines, const CalxReport *report)
{
  CalxDate on = calx_session_get_date (report->session);
  g_autofree char *name = calx_format_name (report->patient);
  g_autofree char *born = calx_format_born (report->patient);
  g_autofree char *age = calx_format_age (report->patient, on);
  g_autofree char *sex = calx_format_sex (report->patient->sex);
  g_autofree char *date = calx_format_date (on);

  add_line (lines, g_strdup_printf (_("%s, born %s (%s), %s, record number %s"), name, born, age, sex,
                                    report->patient->record_number[0] != '\0' ? report->patient->record_number : _("Not known")));
  add_line (lines, g_strdup_printf (_("Calciphylaxis risk factors, session %s: decision aid, not a diagnosis"), date));
}

static void
add_factors (GPtrArray *lines, const CalxAssessment *a)
{
  if (a->has_points)
    add_line (lines, g_strdup_printf (_("Setting: %s: %+d points"), a->setting_label, a->setting_points));
  for (guint i = 0; i < a->contributions->len; i++)
    {
      const CalxContribution *c = &g_array_index (a->contributions, CalxContribution, i);
      g_autofree char *points = calx_format_factor_points (c);
      g_autofree char *date = calx_format_date (calx_date_is_known (c->date) ? c->date : a->date);

      if (c->state != CALX_FACTOR_KNOWN && c->state != CALX_FACTOR_DEPENDENT)
        continue;
      if (!a->has_points)
        add_line (lines, g_strdup_printf (_("%s: %s, %s"), c->label, c->value_text, date));
      else
        add_line (lines, g_strdup_printf (_("%s: %s, %s: %s points"), c->label, c->value_text, date, points));
    }
}

static void
add_unknowns (GPtrArray *lines, const CalxAssessment *a)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < a->unknowns->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", g_array_index (a->unknowns, CalxUnknown, i).label);
  if (text->len > 0)
    add_line (lines, g_strdup_printf (_("Not known: %s"), text->str));
}

static void
add_associations (GPtrArray *lines, const CalxAssessment *a)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < a->associations->len; i++)
    {
      const CalxAssociationResult *r = &g_array_index (a->associations, CalxAssociationResult, i);

      if (r->result == CALX_RULE_MET)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", r->label);
    }
  if (text->len > 0)
    add_line (lines, g_strdup_printf (_("Published, not scored, and present: %s"), text->str));
}

/* Moves the factors to @lines, as many on one line as it takes to leave room for @n_others. */
static void
add_grouped (GPtrArray *lines, const GPtrArray *factors, guint n_others)
{
  guint room = MAX (1, MAX_LINES - (int) n_others);
  guint per_line = MAX (1, (factors->len + room - 1) / room);

  for (guint i = 0; i < factors->len; i += per_line)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      for (guint k = i; k < MIN (i + per_line, factors->len); k++)
        g_string_append_printf (line, "%s%s", k > i ? "; " : "", (char *) g_ptr_array_index (factors, k));
      g_ptr_array_add (lines, g_strdup (line->str));
    }
}

/* Criteria and subtype, without what decided: that stands on the page. */
static void
add_review (GPtrArray *lines, const CalxReview *review)
{
  g_autofree char *criteria = calx_report_write_criteria (review, NULL, FALSE);
  g_autofree char *subtypes = calx_report_write_subtypes (review, NULL, FALSE);

  add_line (lines, criteria[0] != '\0' ? g_strdup_printf (_("Criteria, not a diagnosis: %s"), criteria) : g_strdup (""));
  add_line (lines, subtypes[0] != '\0' ? g_strdup_printf (_("Subtype, not a diagnosis: %s"), subtypes) : g_strdup (""));
}

/* What stands below the factors. */
static void
add_rest (GPtrArray *lines, const CalxReport *report)
{
  const CalxAssessment *a = report->assessment;
  CalxDistribution distribution;

  add_unknowns (lines, a);
  add_associations (lines, a);
  calx_distribution_init (&distribution, calx_body_get_regions (report->body), calx_session_get_lesions (report->session));
  add_line (lines, calx_format_distribution (&distribution));
  for (char **line = a->always_named; line != NULL && *line != NULL; line++)
    add_line (lines, g_strdup (*line));
  add_line (lines, g_strdup (a->every_band));
  add_line (lines, g_strdup (a->validation_text));
  add_line (lines, g_strdup_printf (_("Model %s %s (SHA-256 %.12s), Calx %s. Not a medical device."), a->model_id,
                                    a->model_version, a->model_sha256, CALX_VERSION));
}

char *
calx_report_to_text (const CalxReport *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rest = g_ptr_array_new_with_free_func (g_free);

  add_identity (lines, report);
  if (calx_report_review_is_first (report))
    add_review (lines, report->review);
  add_line (lines, calx_format_result_sentence (report->assessment));
  add_factors (factors, report->assessment);
  if (!calx_report_review_is_first (report))
    add_review (rest, report->review);
  add_rest (rest, report);
  add_grouped (lines, factors, lines->len + rest->len);
  g_ptr_array_extend_and_steal (lines, g_steal_pointer (&rest));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
