/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-date.h"

#include <string.h>

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year,
               int month)
{
  static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  return month == 2 && is_leap (year) ? 29 : days[month - 1];
}

/* Days since 1 January of year 1, in the Gregorian calendar extended backwards. Counting the year
 * from 1 March puts the leap day last. */
static int
to_number (CalxDate date)
{
  int year = date.month > 2 ? date.year : date.year - 1;
  int month = date.month > 2 ? date.month - 3 : date.month + 9;

  return year * 365 + year / 4 - year / 100 + year / 400 + (month * 153 + 2) / 5 + date.day - 307;
}

static CalxDate
from_number (int number)
{
  CalxDate date = { 1, 1, 1 };

  /* A year is never longer than 366 days: the guess is not too late, and a step or two reaches it. */
  date.year = MAX (1, number / 366);
  while (to_number ((CalxDate){ date.year + 1, 1, 1 }) <= number)
    date.year++;
  number -= to_number (date);
  while (number >= days_in_month (date.year, date.month))
    number -= days_in_month (date.year, date.month++);
  date.day = number + 1;
  return date;
}

/* Two or four digits and nothing else. */
static gboolean
read_digits (const char *text,
             int         n,
             int        *ret_value)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = value * 10 + (text[i] - '0');
    }
  *ret_value = value;
  return TRUE;
}

gboolean
calx_date_parse (const char *text,
                 CalxDate   *ret_date)
{
  CalxDate date = CALX_DATE_NONE;
  gsize length;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (ret_date != NULL, FALSE);

  length = strlen (text);
  if (length != 0 && length != 4 && length != 7 && length != 10)
    return FALSE;
  if (length >= 4 && (!read_digits (text, 4, &date.year) || date.year < 1))
    return FALSE;
  if (length >= 7 &&
      (text[4] != '-' || !read_digits (text + 5, 2, &date.month) || date.month < 1 || date.month > 12))
    return FALSE;
  if (length >= 10 &&
      (text[7] != '-' || !read_digits (text + 8, 2, &date.day) || date.day < 1 ||
       date.day > days_in_month (date.year, date.month)))
    return FALSE;

  *ret_date = date;
  return TRUE;
}

gboolean
calx_date_parse_day (const char *text,
                     CalxDate   *ret_date)
{
  CalxDate date;

  if (!calx_date_parse (text, &date) || !calx_date_is_day (date))
    return FALSE;
  *ret_date = date;
  return TRUE;
}

char *
calx_date_to_iso (CalxDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04d", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04d-%02d", date.year, date.month);
  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

gboolean
calx_date_is_known (CalxDate date)
{
  return date.year != 0;
}

gboolean
calx_date_is_day (CalxDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0;
}

CalxDate
calx_date_earliest (CalxDate date)
{
  g_return_val_if_fail (calx_date_is_known (date), CALX_DATE_NONE);

  if (date.month == 0)
    return (CalxDate){ date.year, 1, 1 };
  if (date.day == 0)
    return (CalxDate){ date.year, date.month, 1 };
  return date;
}

CalxDate
calx_date_latest (CalxDate date)
{
  g_return_val_if_fail (calx_date_is_known (date), CALX_DATE_NONE);

  if (date.month == 0)
    return (CalxDate){ date.year, 12, 31 };
  if (date.day == 0)
    return (CalxDate){ date.year, date.month, days_in_month (date.year, date.month) };
  return date;
}

int
calx_date_days (CalxDate a,
                CalxDate b)
{
  g_return_val_if_fail (calx_date_is_day (a), 0);
  g_return_val_if_fail (calx_date_is_day (b), 0);

  return to_number (b) - to_number (a);
}

int
calx_date_years (CalxDate a,
                 CalxDate b)
{
  gboolean before_birthday;

  g_return_val_if_fail (calx_date_is_day (a), 0);
  g_return_val_if_fail (calx_date_is_day (b), 0);

  before_birthday = b.month < a.month || (b.month == a.month && b.day < a.day);
  return b.year - a.year - (before_birthday ? 1 : 0);
}

CalxDate
calx_date_add_days (CalxDate date,
                    int      days)
{
  int number;

  g_return_val_if_fail (calx_date_is_day (date), CALX_DATE_NONE);

  number = to_number (date) + days;
  g_return_val_if_fail (number >= 0 && number <= to_number ((CalxDate){ 9999, 12, 31 }), CALX_DATE_NONE);
  return from_number (number);
}

CalxDate
calx_date_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  CalxDate today;

  g_date_time_get_ymd (now, &today.year, &today.month, &today.day);
  return today;
}

int
calx_date_compare (CalxDate a,
                   CalxDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;
  return 0;
}
