/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-finding.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A limit given in one unit and met in another differs from it in the last bits alone. */
#define LIMIT_TOLERANCE 1e-9

/* Longer than any number a person means; keeps a paste of a page from being copied at every key. */
#define MAX_NUMBER_LENGTH 40

gboolean
calx_number_parse (const char *text,
                   double     *ret_value)
{
  char normal[MAX_NUMBER_LENGTH + 1];
  gsize length = 0;
  gboolean has_digit = FALSE;
  gboolean has_point = FALSE;
  const char *p = text;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_value != NULL, FALSE);

  while (g_ascii_isspace (*p))
    p++;
  if (*p == '-')
    normal[length++] = *p++;
  for (; g_ascii_isdigit (*p) || *p == '.' || *p == ','; p++)
    {
      if (length == MAX_NUMBER_LENGTH)
        return FALSE;
      if (!g_ascii_isdigit (*p))
        {
          if (has_point)
            return FALSE;
          has_point = TRUE;
          normal[length++] = '.';
          continue;
        }
      has_digit = TRUE;
      normal[length++] = *p;
    }
  while (g_ascii_isspace (*p))
    p++;
  if (*p != '\0' || !has_digit)
    return FALSE;
  normal[length] = '\0';
  *ret_value = g_ascii_strtod (normal, NULL);
  return TRUE;
}

/* What a person typed, cut to what a message can hold: a whole page may have been pasted. */
static char *
quote (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MAX_NUMBER_LENGTH)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MAX_NUMBER_LENGTH);
  return g_strconcat (start, "…", NULL);
}

/* The unit entered; NULL where the finding names none or one that the input lacks. */
static const CalxUnit *
get_unit (const CalxFinding *finding,
          const CalxInput   *input)
{
  if (input->quantity == NULL)
    return NULL;
  if (input->unitless)
    return &input->quantity->units[0];
  return finding->unit == NULL ? NULL : calx_quantity_find_unit (input->quantity, finding->unit);
}

static gboolean
is_below (double value,
          double limit)
{
  return !isnan (limit) && value < limit - fabs (limit) * LIMIT_TOLERANCE;
}

static gboolean
is_above (double value,
          double limit)
{
  return !isnan (limit) && value > limit + fabs (limit) * LIMIT_TOLERANCE;
}

static gboolean
is_within (double value,
           double min,
           double max)
{
  return !is_below (value, min) && !is_above (value, max);
}

/* "2,4 mmol/L"; without a unit "2,4". @number is as a person typed it. */
static char *
number_with_unit (const char      *number,
                  const CalxInput *input,
                  const CalxUnit  *unit)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (number));

  if (input->unitless)
    return g_steal_pointer (&trimmed);
  return g_strdup_printf ("%s %s", trimmed, _ (unit->label));
}

/* A limit in the unit entered, in six digits: enough to see on which side a value lies. */
static char *
limit_with_unit (double           canonical,
                 const CalxInput *input,
                 const CalxUnit  *unit)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.6g", calx_unit_from_canonical (unit, canonical));
  return number_with_unit (buffer, input, unit);
}

/* Another unit in which the number would be common; failing that, one in which it would be accepted. */
static const CalxUnit *
find_likely_unit (const CalxInput *input,
                  const CalxUnit  *entered,
                  double           number)
{
  const CalxUnit *accepted = NULL;

  for (gsize i = 0; i < input->quantity->n_units; i++)
    {
      const CalxUnit *unit = &input->quantity->units[i];
      double canonical = calx_unit_to_canonical (unit, number);

      if (unit == entered || !is_within (canonical, input->hard_min, input->hard_max))
        continue;
      if (is_within (canonical, input->soft_min, input->soft_max))
        return unit;
      if (accepted == NULL)
        accepted = unit;
    }
  return accepted;
}

/* Appends "Did you mean 2.4 mmol/L?" */
static char *
with_question (char             *message,
               const CalxFinding *finding,
               const CalxInput  *input,
               const CalxUnit   *likely)
{
  g_autofree char *first = message;
  g_autofree char *value = NULL;
  g_autofree char *question = NULL;

  if (likely == NULL)
    return g_steal_pointer (&first);
  value = number_with_unit (finding->text, input, likely);
  question = g_strdup_printf (_("Did you mean %s?"), value);
  return g_strdup_printf ("%s %s", first, question);
}

static CalxFindingCheck
refuse_number (const CalxFinding *finding,
               const CalxInput   *input,
               const CalxUnit    *unit,
               double             number,
               gboolean           below,
               char             **ret_message)
{
  g_autofree char *value = number_with_unit (finding->text, input, unit);
  g_autofree char *limit = limit_with_unit (below ? input->hard_min : input->hard_max, input, unit);
  char *message;

  if (below)
    message = g_strdup_printf (_("%s %s is below %s, the least that is accepted."), _ (input->label), value,
                               limit);
  else
    message = g_strdup_printf (_("%s %s is above %s, the most that is accepted."), _ (input->label), value,
                               limit);
  if (below && input->below_hint != NULL)
    {
      g_autofree char *first = message;

      message = g_strdup_printf ("%s %s", first, _ (input->below_hint));
    }
  *ret_message = with_question (message, finding, input, find_likely_unit (input, unit, number));
  return CALX_FINDING_ERROR;
}

static const CalxUnit *
find_questioned_unit (const CalxInput *input,
                      const CalxUnit  *unit,
                      double           number)
{
  for (gsize i = 0; i < input->n_questions; i++)
    if (input->questions[i].unit == unit &&
        is_within (number, input->questions[i].from, input->questions[i].to))
      return input->questions[i].meant;
  return NULL;
}

static CalxFindingCheck
warn_number (const CalxFinding *finding,
             const CalxInput   *input,
             const CalxUnit    *unit,
             double             number,
             char             **ret_message)
{
  double canonical = calx_unit_to_canonical (unit, number);
  gboolean below = is_below (canonical, input->soft_min);
  gboolean above = is_above (canonical, input->soft_max);
  const CalxUnit *likely = find_questioned_unit (input, unit, number);
  g_autofree char *value = number_with_unit (finding->text, input, unit);
  g_autofree char *limit = NULL;
  char *message;

  if (!below && !above && likely == NULL)
    return CALX_FINDING_OK;

  if (below)
    {
      limit = limit_with_unit (input->soft_min, input, unit);
      message = g_strdup_printf (_("%s %s is unusually low: below %s."), _ (input->label), value, limit);
    }
  else if (above)
    {
      limit = limit_with_unit (input->soft_max, input, unit);
      message = g_strdup_printf (_("%s %s is unusually high: above %s."), _ (input->label), value, limit);
    }
  else
    message = g_strdup_printf (_("%s %s may be in another unit."), _ (input->label), value);
  *ret_message = with_question (message, finding, input, likely);
  return CALX_FINDING_SOFT;
}

/* "mg/dL, mmol/L" */
static char *
list_units (const CalxInput *input)
{
  GString *list = g_string_new (NULL);

  for (gsize i = 0; i < input->quantity->n_units; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", input->quantity->units[i].code);
  return g_string_free (list, FALSE);
}

static CalxFindingCheck
check_number (const CalxFinding *finding,
              const CalxInput   *input,
              char             **ret_message)
{
  const CalxUnit *unit = get_unit (finding, input);
  double number;
  double canonical;

  if (!calx_number_parse (finding->text, &number))
    {
      g_autofree char *typed = quote (finding->text);

      *ret_message = g_strdup_printf (_("%s: “%s” is not a number. Write digits, such as 2.4 or 2,4."),
                                      _ (input->label), typed);
      return CALX_FINDING_ERROR;
    }
  if (unit == NULL)
    {
      g_autofree char *units = list_units (input);

      if (finding->unit == NULL)
        *ret_message = g_strdup_printf (_("%s: %s has no unit. Units: %s."), _ (input->label),
                                        finding->text, units);
      else
        *ret_message = g_strdup_printf (_("%s: “%s” is not one of its units: %s."), _ (input->label),
                                        finding->unit, units);
      return CALX_FINDING_ERROR;
    }
  if (input->whole && number != floor (number))
    {
      g_autofree char *value = number_with_unit (finding->text, input, unit);

      *ret_message = g_strdup_printf (_("%s: %s is not a whole number. Leave the decimals out."),
                                      _ (input->label), value);
      return CALX_FINDING_ERROR;
    }

  canonical = calx_unit_to_canonical (unit, number);
  if (is_below (canonical, input->hard_min))
    return refuse_number (finding, input, unit, number, TRUE, ret_message);
  if (is_above (canonical, input->hard_max))
    return refuse_number (finding, input, unit, number, FALSE, ret_message);
  return warn_number (finding, input, unit, number, ret_message);
}

static CalxFindingCheck
check_choice (const CalxFinding *finding,
              const CalxInput   *input,
              char             **ret_message)
{
  GString *list;
  g_autofree char *choices = NULL;
  g_autofree char *typed = NULL;

  if (calx_input_find_choice (input, finding->text) != NULL)
    return CALX_FINDING_OK;

  list = g_string_new (NULL);
  for (gsize i = 0; i < input->n_choices; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", input->choices[i].id);
  choices = g_string_free (list, FALSE);
  typed = quote (finding->text);
  *ret_message = g_strdup_printf (_("%s: “%s” is not one of: %s."), _ (input->label), typed, choices);
  return CALX_FINDING_ERROR;
}

static CalxFindingCheck
check_date (const CalxFinding *finding,
            const CalxInput   *input,
            CalxDate           session_date,
            char             **ret_message)
{
  CalxDate date;

  if (!calx_date_parse (finding->text, &date) || !calx_date_is_known (date))
    {
      g_autofree char *typed = quote (finding->text);

      *ret_message = g_strdup_printf (_("%s: “%s” is not a date. Write 2024-03-31, 2024-03 or 2024."),
                                      _ (input->label), typed);
      return CALX_FINDING_ERROR;
    }
  if (calx_date_is_day (session_date) &&
      calx_date_compare (calx_date_earliest (date), session_date) > 0)
    {
      g_autofree char *session = calx_date_to_iso (session_date);

      *ret_message = g_strdup_printf (_("%s %s is later than the session on %s. Correct one of the dates."), _ (input->label),
                                      finding->text, session);
      return CALX_FINDING_ERROR;
    }
  return CALX_FINDING_OK;
}

static CalxFindingCheck
check_boolean (const CalxFinding *finding,
               const CalxInput   *input,
               char             **ret_message)
{
  g_autofree char *typed = NULL;
  gboolean yes;

  if (calx_finding_get_boolean (finding, &yes))
    return CALX_FINDING_OK;
  typed = quote (finding->text);
  *ret_message = g_strdup_printf (_("%s: “%s” is not yes or no."), _ (input->label), typed);
  return CALX_FINDING_ERROR;
}

static CalxFindingCheck
check_measured_date (const CalxFinding *finding,
                     const CalxInput   *input,
                     CalxDate           session_date,
                     char             **ret_message)
{
  g_autofree char *measured = NULL;
  g_autofree char *session = NULL;

  if (!calx_date_is_known (finding->date) || !calx_date_is_day (session_date) ||
      calx_date_compare (calx_date_earliest (finding->date), session_date) <= 0)
    return CALX_FINDING_OK;

  measured = calx_date_to_iso (finding->date);
  session = calx_date_to_iso (session_date);
  *ret_message = g_strdup_printf (input->sited ? _("%s: %s is later than the session on %s. Correct one of the dates.")
                                               : _("%s: measured on %s, later than the session on %s. Correct one of the dates."), _ (input->label),
                                  measured, session);
  return CALX_FINDING_ERROR;
}

CalxFindingCheck
calx_finding_check (const CalxFinding *finding,
                    const CalxInput   *input,
                    CalxDate           session_date,
                    char             **ret_message)
{
  CalxFindingCheck check;

  g_return_val_if_fail (finding != NULL, CALX_FINDING_ERROR);
  g_return_val_if_fail (input != NULL, CALX_FINDING_ERROR);
  g_return_val_if_fail (ret_message != NULL, CALX_FINDING_ERROR);

  *ret_message = NULL;
  if (finding->state == CALX_FINDING_UNKNOWN)
    return CALX_FINDING_OK;
  check = check_measured_date (finding, input, session_date, ret_message);
  if (check != CALX_FINDING_OK || finding->state != CALX_FINDING_VALUE)
    return check;

  g_return_val_if_fail (finding->text != NULL, CALX_FINDING_ERROR);
  switch (input->kind)
    {
    case CALX_INPUT_BOOLEAN:
      return check_boolean (finding, input, ret_message);
    case CALX_INPUT_CHOICE:
      return check_choice (finding, input, ret_message);
    case CALX_INPUT_NUMBER:
      return check_number (finding, input, ret_message);
    case CALX_INPUT_DATE:
      return check_date (finding, input, session_date, ret_message);
    default:
      g_return_val_if_reached (CALX_FINDING_ERROR);
    }
}

gboolean
calx_finding_get_number (const CalxFinding *finding,
                         const CalxInput   *input,
                         double            *ret_canonical)
{
  const CalxUnit *unit;
  double number;

  g_return_val_if_fail (finding != NULL, FALSE);
  g_return_val_if_fail (input != NULL, FALSE);
  g_return_val_if_fail (ret_canonical != NULL, FALSE);

  if (input->kind != CALX_INPUT_NUMBER)
    return FALSE;
  if (finding->state == CALX_FINDING_ABSENT)
    return input->absent_text != NULL && calx_number_parse (input->absent_text, ret_canonical);
  if (finding->state != CALX_FINDING_VALUE || finding->text == NULL ||
      !calx_number_parse (finding->text, &number))
    return FALSE;

  unit = get_unit (finding, input);
  if (unit == NULL)
    return FALSE;
  *ret_canonical = calx_unit_to_canonical (unit, number);
  return TRUE;
}

gboolean
calx_finding_get_boolean (const CalxFinding *finding,
                          gboolean          *ret_yes)
{
  g_return_val_if_fail (finding != NULL, FALSE);
  g_return_val_if_fail (ret_yes != NULL, FALSE);

  if (finding->state == CALX_FINDING_ABSENT)
    {
      *ret_yes = FALSE;
      return TRUE;
    }
  if (finding->state != CALX_FINDING_VALUE ||
      (g_strcmp0 (finding->text, "yes") != 0 && g_strcmp0 (finding->text, "no") != 0))
    return FALSE;
  *ret_yes = g_str_equal (finding->text, "yes");
  return TRUE;
}

const char *
calx_finding_get_choice (const CalxFinding *finding,
                         const CalxInput   *input)
{
  const CalxChoice *choice;

  g_return_val_if_fail (finding != NULL, NULL);
  g_return_val_if_fail (input != NULL, NULL);

  if (input->kind != CALX_INPUT_CHOICE)
    return NULL;
  if (finding->state == CALX_FINDING_ABSENT)
    return input->absent_text;
  if (finding->state != CALX_FINDING_VALUE || finding->text == NULL)
    return NULL;
  choice = calx_input_find_choice (input, finding->text);
  return choice == NULL ? NULL : choice->id;
}

gboolean
calx_finding_get_date (const CalxFinding *finding,
                       CalxDate          *ret_date)
{
  CalxDate date;

  g_return_val_if_fail (finding != NULL, FALSE);
  g_return_val_if_fail (ret_date != NULL, FALSE);

  if (finding->state != CALX_FINDING_VALUE || finding->text == NULL ||
      !calx_date_parse (finding->text, &date) || !calx_date_is_known (date))
    return FALSE;
  *ret_date = date;
  return TRUE;
}

CalxDate
calx_finding_get_measured_date (const CalxFinding *finding)
{
  g_return_val_if_fail (finding != NULL, CALX_DATE_NONE);

  if (calx_date_is_known (finding->date))
    return finding->date;
  return finding->carried_from != NULL ? finding->carried_date : CALX_DATE_NONE;
}

gboolean
calx_finding_equal (const CalxFinding *a,
                    const CalxFinding *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return a->state == b->state &&
         g_strcmp0 (a->text, b->text) == 0 &&
         g_strcmp0 (a->unit, b->unit) == 0 &&
         g_strcmp0 (a->site, b->site) == 0 &&
         g_strcmp0 (a->carried_from, b->carried_from) == 0 &&
         calx_date_compare (a->date, b->date) == 0 &&
         calx_date_compare (a->carried_date, b->carried_date) == 0;
}
