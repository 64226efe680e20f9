/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-date.h"

static CalxDate
day (const char *text)
{
  CalxDate date;

  g_assert_true (calx_date_parse (text, &date));
  return date;
}

static void
test_dates_come_back_as_written (void)
{
  static const char *const texts[] = { "", "1945", "1945-07", "1945-07-14", "2024-02-29", "2000-02-29",
                                       "0001-01-01", "9999-12-31" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *again = calx_date_to_iso (day (texts[i]));

      g_assert_cmpstr (again, ==, texts[i]);
    }
}

static void
test_what_is_no_date_is_refused (void)
{
  static const char *const texts[] = { " ", "0000", "194", "19450", "1945-", "1945-7", "1945-00", "1945-13",
                                       "1945-07-", "1945-07-00", "1945-07-32", "2023-02-29", "1900-02-29",
                                       "2024-04-31", "1945/07/14", "14-07-1945", "1945-07-14 ",
                                       "1945-07-14T00", "-945", "+945", "19 5", "1945-0a" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      CalxDate date = { 1, 2, 3 };

      g_assert_false (calx_date_parse (texts[i], &date));
      g_assert_cmpint (date.year, ==, 1); /* written only on success */
    }
}

static void
test_a_day_is_more_than_a_month (void)
{
  CalxDate date;

  g_assert_true (calx_date_parse_day ("2024-02-29", &date));
  g_assert_false (calx_date_parse_day ("2024-02", &date));
  g_assert_false (calx_date_parse_day ("2024", &date));
  g_assert_false (calx_date_parse_day ("", &date));
  g_assert_true (calx_date_is_known (day ("2024")));
  g_assert_false (calx_date_is_known (day ("")));
  g_assert_false (calx_date_is_day (day ("2024-02")));
}

static void
test_unknown_parts_span_a_range (void)
{
  static const struct
  {
    const char *date, *first, *last;
  } cases[] = {
    { "2024", "2024-01-01", "2024-12-31" },    { "2024-02", "2024-02-01", "2024-02-29" },
    { "2023-02", "2023-02-01", "2023-02-28" }, { "1900-02", "1900-02-01", "1900-02-28" },
    { "2000-02", "2000-02-01", "2000-02-29" }, { "2024-04", "2024-04-01", "2024-04-30" },
    { "2024-05-06", "2024-05-06", "2024-05-06" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (calx_date_compare (calx_date_earliest (day (cases[i].date)), day (cases[i].first)),
                       ==, 0);
      g_assert_cmpint (calx_date_compare (calx_date_latest (day (cases[i].date)), day (cases[i].last)),
                       ==, 0);
    }
}

/* GDate counts the same calendar in code that is not ours. */
static void
test_days_agree_with_glib_over_four_centuries (void)
{
  CalxDate start = day ("1850-01-01");
  CalxDate date = start;

  for (int n = 0; n < 366 * 400; n++)
    {
      GDate other;
      CalxDate next;

      g_date_clear (&other, 1);
      g_date_set_dmy (&other, date.day, date.month, date.year);
      g_assert_true (g_date_valid (&other));
      g_date_add_days (&other, 1);
      next = calx_date_add_days (date, 1);
      g_assert_cmpint (next.year, ==, g_date_get_year (&other));
      g_assert_cmpint (next.month, ==, g_date_get_month (&other));
      g_assert_cmpint (next.day, ==, g_date_get_day (&other));
      g_assert_cmpint (calx_date_days (start, date), ==, n);
      g_assert_cmpint (calx_date_compare (calx_date_add_days (date, -n), start), ==, 0);
      date = next;
    }
}

static void
test_years_are_completed_on_the_birthday (void)
{
  static const struct
  {
    const char *born, *on;
    int years;
  } cases[] = {
    { "1968-03-15", "2026-03-14", 57 }, { "1968-03-15", "2026-03-15", 58 },
    { "2008-02-29", "2026-02-28", 17 }, { "2008-02-29", "2026-03-01", 18 },
    { "2008-02-29", "2024-02-29", 16 }, { "2008-02-29", "2024-02-28", 15 },
    { "2026-03-15", "2026-03-15", 0 },  { "2025-12-31", "2026-01-01", 0 },
    { "2026-03-15", "2026-03-14", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (calx_date_years (day (cases[i].born), day (cases[i].on)), ==, cases[i].years);
}

static void
test_days_are_signed (void)
{
  g_assert_cmpint (calx_date_days (day ("2024-02-28"), day ("2024-03-01")), ==, 2);
  g_assert_cmpint (calx_date_days (day ("2023-02-28"), day ("2023-03-01")), ==, 1);
  g_assert_cmpint (calx_date_days (day ("2024-03-01"), day ("2024-02-28")), ==, -2);
}

static void
test_order_puts_the_unknown_first (void)
{
  static const char *const in_order[] = { "", "1944-12-31", "1945", "1945-07", "1945-07-13", "1945-07-14",
                                          "1945-08", "1946" };

  for (gsize i = 0; i < G_N_ELEMENTS (in_order); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (in_order); j++)
      g_assert_cmpint (calx_date_compare (day (in_order[i]), day (in_order[j])), ==,
                       i < j ? -1 : i > j ? 1 : 0);
}

static void
test_today_is_a_day (void)
{
  g_assert_true (calx_date_is_day (calx_date_today ()));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/dates-come-back-as-written", test_dates_come_back_as_written);
  g_test_add_func ("/date/what-is-no-date-is-refused", test_what_is_no_date_is_refused);
  g_test_add_func ("/date/a-day-is-more-than-a-month", test_a_day_is_more_than_a_month);
  g_test_add_func ("/date/unknown-parts-span-a-range", test_unknown_parts_span_a_range);
  g_test_add_func ("/date/days-agree-with-glib-over-four-centuries",
                   test_days_agree_with_glib_over_four_centuries);
  g_test_add_func ("/date/years-are-completed-on-the-birthday", test_years_are_completed_on_the_birthday);
  g_test_add_func ("/date/days-are-signed", test_days_are_signed);
  g_test_add_func ("/date/order-puts-the-unknown-first", test_order_puts_the_unknown_first);
  g_test_add_func ("/date/today-is-a-day", test_today_is_a_day);
  return g_test_run ();
}
