/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format.h"

#include <glib/gi18n-lib.h>

/* What was measured on one day. */
typedef struct
{
  CalxDate date;
  GString *text;
} Day;

static void
day_clear (gpointer data)
{
  Day *day = data;

  g_string_free (day->text, TRUE);
}

static Day *
find_day (GArray   *days,
          CalxDate  date)
{
  Day day = { .date = date };

  for (guint i = 0; i < days->len; i++)
    if (calx_date_compare (g_array_index (days, Day, i).date, date) == 0)
      return &g_array_index (days, Day, i);
  day.text = g_string_new (NULL);
  g_array_append_val (days, day);
  return &g_array_index (days, Day, days->len - 1);
}

/* A factor that counts otherwise than entered (too old, without a number, adjusted for the method)
 * does not say what was entered. */
static gboolean
stands_beside (const CalxAssessment *beside,
               const CalxInput      *input,
               const char           *value)
{
  if (input->source == CALX_INPUT_BY_PATIENT)
    return TRUE;
  if (g_str_equal (input->id, "setting"))
    return beside->setting_id[0] != '\0';
  for (guint i = 0; i < beside->contributions->len; i++)
    {
      const CalxContribution *c = &g_array_index (beside->contributions, CalxContribution, i);

      if (g_str_equal (c->input_id, input->id) &&
          (c->state == CALX_FACTOR_KNOWN || c->state == CALX_FACTOR_DEPENDENT) &&
          g_str_equal (c->value_text, value))
        return TRUE;
    }
  return FALSE;
}

/* "yes, Right thigh" */
static char *
format_with_site (const CalxFinding *finding,
                  const CalxInput   *input,
                  CalxRegions       *regions)
{
  g_autofree char *value = calx_format_finding (finding, input);
  const CalxRegion *region = regions == NULL || finding->site == NULL ? NULL : calx_regions_find (regions, finding->site);
  g_autofree char *site = NULL;

  if (region == NULL)
    return g_steal_pointer (&value);
  site = calx_format_region (region);
  return g_strdup_printf ("%s, %s", value, site);
}

char *
calx_format_findings (CalxFindings         *findings,
                      CalxRegions          *regions,
                      CalxDate              on,
                      const CalxAssessment *beside)
{
  CalxInputs *inputs = NULL;
  g_autoptr(GArray) days = g_array_new (FALSE, FALSE, sizeof (Day));
  GString *text = NULL;

  g_return_val_if_fail (findings != NULL, NULL);

  inputs = calx_findings_get_inputs (findings);
  g_array_set_clear_func (days, day_clear);
  find_day (days, on); /* the first */
  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (inputs, i);
      const CalxFinding *finding = calx_findings_get (findings, i);
      CalxDate measured = calx_finding_get_measured_date (finding);
      g_autofree char *value = NULL;
      Day *day;

      if (finding->state == CALX_FINDING_UNKNOWN)
        continue;
      value = format_with_site (finding, input, regions);
      if (beside != NULL && stands_beside (beside, input, value))
        continue;
      day = find_day (days, calx_date_is_known (measured) ? measured : on);
      g_string_append_printf (day->text, "%s%s %s", day->text->len > 0 ? "; " : "",
                              g_dgettext (GETTEXT_PACKAGE, input->label), value);
    }

  text = g_string_new (NULL);
  for (guint i = 0; i < days->len; i++)
    {
      const Day *day = &g_array_index (days, Day, i);
      g_autofree char *date = calx_format_date (day->date);

      if (day->text->len == 0)
        continue;
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (calx_date_is_known (day->date))
        /* Translators: a day, and what was found then: "On 16-Nov-2026: Height 172 cm." */
        g_string_append_printf (text, _("On %s: %s."), date, day->text->str);
      else
        g_string_append_printf (text, "%s.", day->text->str);
    }
  return g_string_free (text, FALSE);
}

const char *
calx_format_level (CalxRangeLevel level)
{
  switch (level)
    {
    case CALX_LEVEL_LOW:
      return _("below the reference range");
    case CALX_LEVEL_HIGH:
      return _("above the reference range");
    case CALX_LEVEL_UNKNOWN:
    case CALX_LEVEL_NORMAL:
    default:
      return "";
    }
}
