/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

static const char *
not_known (void)
{
  return _("Not known");
}

char *
calx_format_date (CalxDate date)
{
  if (!calx_date_is_known (date))
    return g_strdup (not_known ());
  if (date.month < 1 || date.month > 12)
    return g_strdup_printf ("%04d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%s-%04d", months[date.month - 1], date.year);
  return g_strdup_printf ("%02d-%s-%04d", date.day, months[date.month - 1], date.year);
}

char *
calx_format_born (const CalxPatient *patient)
{
  CalxDate first;
  CalxDate last;

  g_return_val_if_fail (patient != NULL, NULL);

  if (calx_date_is_known (patient->born))
    return calx_format_date (patient->born);
  if (!calx_patient_birth_range (patient, &first, &last))
    return g_strdup (not_known ());
  /* TRANSLATORS: a year of birth worked out from an age */
  return g_strdup_printf (_("about %d"), last.year);
}

/* "57", "57-58" and its unit. */
static char *
format_span (int         low,
             int         high,
             const char *unit)
{
  return low == high ? g_strdup_printf ("%d %s", low, unit)
                     : g_strdup_printf ("%d-%d %s", low, high, unit);
}

char *
calx_format_age (const CalxPatient *patient,
                 CalxDate           on)
{
  int low_days;
  int high_days;
  int low;
  int high;

  g_return_val_if_fail (patient != NULL, NULL);

  if (!calx_patient_age_days (patient, on, &low_days, &high_days) ||
      !calx_patient_age_years (patient, on, &low, &high) || low_days < 0)
    return g_strdup (_("age not known"));
  if (high_days < 31)
    /* TRANSLATORS: the unit of an age: days, months, years */
    return format_span (low_days, high_days, C_("age", "d"));
  if (high < 2)
    return format_span ((int) (low_days / 30.4375), (int) (high_days / 30.4375), C_("age", "mo"));
  return format_span (low, high, C_("age", "y"));
}

char *
calx_format_name (const CalxPatient *patient)
{
  g_autofree char *family = NULL;

  g_return_val_if_fail (patient != NULL, NULL);

  family = g_utf8_strup (patient->family_name, -1);
  if (*patient->given_name == '\0')
    return g_strdup (*family == '\0' ? _("No name") : family);
  if (*family == '\0')
    return g_strdup (patient->given_name);
  return g_strdup_printf ("%s, %s", family, patient->given_name);
}

char *
calx_format_sex (CalxSex sex)
{
  switch (sex)
    {
    case CALX_SEX_FEMALE:
      return g_strdup (_("Female"));
    case CALX_SEX_MALE:
      return g_strdup (_("Male"));
    case CALX_SEX_UNKNOWN:
    default:
      return g_strdup (not_known ());
    }
}

/* What was typed, with its unit; of an answer its words. */
static char *
format_entered (const CalxFinding *finding,
                const CalxInput   *input)
{
  const CalxChoice *choice;
  const CalxUnit *unit;
  const char *label;
  CalxDate date;
  gboolean yes;

  switch (input->kind)
    {
    case CALX_INPUT_BOOLEAN:
      if (!calx_finding_get_boolean (finding, &yes))
        return g_strdup (not_known ());
      return g_strdup (yes ? _("yes") : _("no"));
    case CALX_INPUT_CHOICE:
      choice = finding->text == NULL ? NULL : calx_input_find_choice (input, finding->text);
      return g_strdup (choice == NULL ? not_known () : g_dgettext (GETTEXT_PACKAGE, choice->label));
    case CALX_INPUT_DATE:
      return calx_finding_get_date (finding, &date) ? calx_format_date (date)
                                                    : g_strdup (not_known ());
    case CALX_INPUT_NUMBER:
    default:
      if (finding->text == NULL)
        return g_strdup (not_known ());
      unit = finding->unit == NULL || input->quantity == NULL
               ? NULL
               : calx_quantity_find_unit (input->quantity, finding->unit);
      label = unit == NULL ? finding->unit : unit->label;
      return label == NULL || *label == '\0' ? g_strdup (finding->text)
                                             : g_strdup_printf ("%s %s", finding->text, label);
    }
}

static char *
format_absent (const CalxInput *input)
{
  const CalxChoice *choice;

  if (input->absent_text == NULL)
    return g_strdup (_("no"));
  choice = input->kind == CALX_INPUT_CHOICE ? calx_input_find_choice (input, input->absent_text)
                                            : NULL;
  return g_strdup (choice == NULL ? input->absent_text
                                  : g_dgettext (GETTEXT_PACKAGE, choice->label));
}

char *
calx_format_finding (const CalxFinding *finding,
                     const CalxInput   *input)
{
  g_return_val_if_fail (finding != NULL && input != NULL, NULL);

  switch (finding->state)
    {
    case CALX_FINDING_ABSENT:
      return format_absent (input);
    case CALX_FINDING_VALUE:
      return format_entered (finding, input);
    case CALX_FINDING_LOW:
      return g_strdup (_("low (no number)"));
    case CALX_FINDING_NORMAL:
      return g_strdup (_("normal (no number)"));
    case CALX_FINDING_HIGH:
      return g_strdup (_("high (no number)"));
    case CALX_FINDING_UNKNOWN:
    default:
      return g_strdup (not_known ());
    }
}

/* Half away from zero on the decimal that the number is written as: 0.125 to 0.13, 1.005 to 1.01
 * where it was typed so. printf() rounds the binary neighbour, half to even. */
static double
round_decimals (double value,
                int    decimals)
{
  double scale = pow (10.0, decimals);
  double scaled = fabs (value) * scale;
  double rounded = floor (scaled * (1.0 + 4.0 * DBL_EPSILON) + 0.5) / scale;

  return value < 0.0 && rounded > 0.0 ? -rounded : rounded;
}

/* A number with a fixed number of decimals and the locale's decimal sign. */
static char *
format_number (double value,
               int    decimals)
{
  return g_strdup_printf ("%.*f", decimals, round_decimals (value, decimals));
}

char *
calx_format_quantity (double          canonical,
                      const CalxUnit *unit)
{
  g_autofree char *number = NULL;

  if (unit == NULL)
    return g_strdup_printf ("%g", canonical);
  number = format_number (calx_unit_from_canonical (unit, canonical), unit->decimals);
  return *unit->label == '\0' ? g_steal_pointer (&number)
                              : g_strdup_printf ("%s %s", number, unit->label);
}

char *
calx_format_points_range (int      low,
                          int      high,
                          gboolean with_sign)
{
  g_autofree char *first = g_strdup_printf (with_sign && low > 0 ? "+%d" : "%d", low);
  g_autofree char *second = g_strdup_printf (with_sign && high > 0 ? "+%d" : "%d", high);

  if (low == high)
    return g_steal_pointer (&first);
  /* TRANSLATORS: a range of numbers: "36 to 40" */
  return g_strdup_printf (_("%s to %s"), first, second);
}

char *
calx_format_points (const CalxAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  return assessment->has_points
           ? calx_format_points_range (assessment->points_min, assessment->points_max, FALSE)
           : g_strdup ("");
}

char *
calx_format_factor_points (const CalxContribution *contribution)
{
  g_return_val_if_fail (contribution != NULL, NULL);

  if (contribution->state == CALX_FACTOR_NOT_ASSESSED)
    return g_strdup ("");
  return calx_format_points_range (contribution->points_min, contribution->points_max, TRUE);
}

char *
calx_format_change_points (const CalxChange *change)
{
  int difference = change->points_then - change->points_now;

  if (change->text_only)
    return g_strdup ("");
  if (difference == 0)
    return g_strdup (_("less than 1 point, lost in rounding"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%+d point", "%+d points",
                                       (gulong) ABS (difference)),
                          difference);
}

char *
calx_format_band (const CalxAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  switch (assessment->kind)
    {
    case CALX_ASSESSMENT_UNKNOWN:
      return g_strdup (_("Unknown"));
    case CALX_ASSESSMENT_LESIONS:
      return g_strdup (_("Lesions: the comparison does not apply"));
    case CALX_ASSESSMENT_SCORED:
      if (!g_str_equal (assessment->band_min, assessment->band_max))
        return g_strdup_printf (_("%s to %s"), assessment->band_label_min,
                                assessment->band_label_max);
      return g_strdup (assessment->band_label_min);
    case CALX_ASSESSMENT_NOT_APPLICABLE:
    case CALX_ASSESSMENT_NOT_COMPARED:
    default:
      return g_strdup (assessment->band_label_min);
    }
}

static gboolean
is_beyond (double ratio,
           double display_ratio_up_to)
{
  return calx_ratio_to_tenths (ratio) > (double) lround (display_ratio_up_to * 10.0);
}

/* One end of what is shown: "less than 0.1", "5.0", "more than 10". */
static char *
format_shown_ratio (double ratio,
                    double display_ratio_up_to)
{
  double tenths = calx_ratio_to_tenths (ratio);
  g_autofree char *number = NULL;

  if (is_beyond (ratio, display_ratio_up_to))
    return g_strdup_printf (_("more than %g"), display_ratio_up_to);
  if (tenths < 1.0)
    {
      number = format_number (0.1, 1);
      return g_strdup_printf (_("less than %s"), number);
    }
  return format_number (tenths / 10.0, 1);
}

char *
calx_format_ratio_value (double ratio,
                         double display_ratio_up_to)
{
  g_autofree char *shown = NULL;

  if (!isfinite (ratio))
    return g_strdup ("");
  shown = format_shown_ratio (ratio, display_ratio_up_to);
  if (is_beyond (ratio, display_ratio_up_to))
    return g_strdup_printf (_("%s times the average hemodialysis patient, beyond what any study "
                              "could check"),
                            shown);
  return g_strdup_printf (_("%s times the average hemodialysis patient"), shown);
}

char *
calx_format_ratio (const CalxAssessment *assessment)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (assessment != NULL, NULL);

  if (!isfinite (assessment->ratio_min) || !isfinite (assessment->ratio_max))
    return g_strdup ("");
  low = format_shown_ratio (assessment->ratio_min, assessment->display_ratio_up_to);
  high = format_shown_ratio (assessment->ratio_max, assessment->display_ratio_up_to);
  if (g_str_equal (low, high))
    return calx_format_ratio_value (assessment->ratio_min, assessment->display_ratio_up_to);
  /* TRANSLATORS: a range: "5.0 to 10.0 times the average hemodialysis patient" */
  return g_strdup_printf (_("%s to %s times the average hemodialysis patient"), low, high);
}

/* Spread and rates are shown only where the ratio itself is. */
static gboolean
is_spread_shown (const CalxAssessment *assessment)
{
  return assessment->complete && isfinite (assessment->ratio_min) &&
         !is_beyond (assessment->ratio_min, assessment->display_ratio_up_to);
}

char *
calx_format_spread (const CalxAssessment *assessment)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (assessment != NULL, NULL);

  if (!is_spread_shown (assessment) || !isfinite (assessment->ratio_low) ||
      !isfinite (assessment->ratio_high))
    return g_strdup ("");
  low = format_shown_ratio (assessment->ratio_low, assessment->display_ratio_up_to);
  high = format_shown_ratio (assessment->ratio_high, assessment->display_ratio_up_to);
  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  return g_strdup_printf (_("%s to %s"), low, high);
}

/* "%.17g" and the like for g_ascii_formatd(), which takes no "*". */
static char *
format_ascii (double value,
              int    digits,
              char   conversion)
{
  char format[] = { '%', '.', (char) ('0' + digits / 10), (char) ('0' + digits % 10), conversion,
                    '\0' };
  char buffer[512];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, value));
}

/* In the C locale. */
static char *
format_rate (double per_1000)
{
  double unit = floor (log10 (per_1000)) - 1.0; /* power of ten of the second digit */
  double digits;
  int decimals;

  if (!(per_1000 > 0.0))
    return g_strdup (per_1000 == 0.0 ? "0" : "");
  digits = floor (per_1000 / pow (10.0, unit) * (1.0 + 4.0 * DBL_EPSILON) + 0.5);
  if (digits >= 100.0) /* 9.96 is 10 */
    {
      digits = 10.0;
      unit += 1.0;
    }
  if (unit >= 0.0)
    return format_ascii (digits * pow (10.0, unit), 0, 'f');
  decimals = (int) -unit;
  return format_ascii (digits / pow (10.0, decimals), MIN (decimals, 17), 'f');
}

static char *
localize_point (char *number)
{
  const char *point = localeconv ()->decimal_point;
  g_auto(GStrv) parts = g_strsplit (number, ".", 2);
  char *localized = g_strjoinv (point == NULL || *point == '\0' ? "." : point, parts);

  g_free (number);
  return localized;
}

char *
calx_format_rates (const CalxAssessment *assessment)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  g_return_val_if_fail (assessment != NULL, NULL);

  if (!is_spread_shown (assessment) || !isfinite (assessment->rate_low) ||
      !isfinite (assessment->rate_high))
    return g_strdup ("");
  low = localize_point (format_rate (assessment->rate_low));
  high = localize_point (format_rate (assessment->rate_high));
  return g_strdup_printf (_("%s to %s per 1000 patients in a year; published rates differ at least "
                            "fifteen-fold; the combined score is not validated"),
                          low, high);
}

char *
calx_format_result_sentence (const CalxAssessment *assessment)
{
  g_autofree char *points = NULL;
  g_autofree char *band = NULL;
  g_autofree char *ratio = NULL;

  g_return_val_if_fail (assessment != NULL, NULL);

  points = calx_format_points (assessment);
  band = calx_format_band (assessment);
  ratio = calx_format_ratio (assessment);
  if (!assessment->has_points)
    /* TRANSLATORS: the band and why there are no points, a whole sentence */
    return g_strdup_printf (_("%s: no points. %s The score is not validated."), band,
                            assessment->reason);
  if (*ratio == '\0')
    return g_strdup_printf (_("%s points. %s. The score is not validated."), points, band);
  return g_strdup_printf (_("%s points. %s: %s. The score is not validated."), points, band, ratio);
}

char *
calx_format_machine_number (double value,
                            int    decimals)
{
  if (!isfinite (value))
    return g_strdup ("");
  value += 0.0; /* never -0 */
  if (decimals >= 0)
    {
      if (fabs (value) < 0.5 * pow (10.0, -decimals)) /* never -0.00 */
        value = 0.0;
      return format_ascii (value, MIN (decimals, 17), 'f');
    }
  for (int places = 0; places <= 17; places++)
    {
      g_autofree char *number = format_ascii (value, places, 'f');

      if (g_ascii_strtod (number, NULL) == value)
        return g_steal_pointer (&number);
    }
  return format_ascii (value, 17, 'g');
}

char *
calx_format_machine_rate (double per_1000)
{
  return isfinite (per_1000) ? format_rate (per_1000) : g_strdup ("");
}
