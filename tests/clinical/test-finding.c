/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-finding.h"

#include <math.h>

#include "tables.h"

static CalxFinding
value (const char *text,
       const char *unit)
{
  return (CalxFinding){ .state = CALX_FINDING_VALUE, .text = text, .unit = unit };
}

static void
test_numbers_are_read_with_comma_or_point (void)
{
  static const struct
  {
    const char *text;
    double number;
  } cases[] = {
    { "9.6", 9.6 },   { "9,6", 9.6 },     { " 9,6\t", 9.6 }, { "0", 0.0 },   { "-3", -3.0 },
    { "007", 7.0 },   { "10.4800", 10.48 }, { ".5", 0.5 },   { "5.", 5.0 },  { "0,0833", 0.0833 },
    { "1,234", 1.234 }, /* one separator is a decimal sign: there is no grouping */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double number;

      g_assert_true (calx_number_parse (cases[i].text, &number));
      g_assert_cmpfloat (number, ==, cases[i].number);
    }
}

static void
test_what_is_no_number_is_refused (void)
{
  static const char *const texts[] = { "", " ", ".", ",", "-", "abc", "nan", "NaN", "inf", "-inf", "infinity",
                                       "1e3", "1E3", "0x10", "1.2.3", "1,234.5", "1.234,5", "1 000", "1'000",
                                       "+5", "--5", "5-", "9.6 mg/dL", "<5", "½", "٣",
                                       "00000000000000000000000000000000000000000000000000000" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double number = 7.0;

      g_assert_false (calx_number_parse (texts[i], &number));
      g_assert_cmpfloat (number, ==, 7.0);
    }
}

static void
test_a_number_counts_in_the_unit_entered (void)
{
  const CalxInput *calcium = tables_input ("calcium_total");
  CalxFinding mg = value ("9,6", "mg/dL");
  CalxFinding mmol = value ("2.3952", "mmol/L");
  CalxFinding alias = value ("9.6", "mg/dl");
  CalxFinding none = value ("9.6", NULL);
  CalxFinding wrong = value ("9.6", "pg/mL");
  double number;

  g_assert_true (calx_finding_get_number (&mg, calcium, &number));
  g_assert_cmpfloat (number, ==, 9.6);
  g_assert_true (calx_finding_get_number (&mmol, calcium, &number));
  g_assert_cmpfloat_with_epsilon (number, 9.6, 1e-12);
  g_assert_true (calx_finding_get_number (&alias, calcium, &number));
  /* a unit is never guessed */
  g_assert_false (calx_finding_get_number (&none, calcium, &number));
  g_assert_false (calx_finding_get_number (&wrong, calcium, &number));
}

static void
test_no_state_but_a_value_is_a_number (void)
{
  static const CalxFindingState states[] = { CALX_FINDING_UNKNOWN, CALX_FINDING_ABSENT, CALX_FINDING_LOW,
                                             CALX_FINDING_NORMAL, CALX_FINDING_HIGH };
  const CalxInput *calcium = tables_input ("calcium_total");
  const CalxInput *insulin = tables_input ("insulin_injections_per_day");
  CalxFinding absent = { .state = CALX_FINDING_ABSENT };
  double number;

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      CalxFinding finding = { .state = states[i], .text = "9.6", .unit = "mg/dL" };

      g_assert_false (calx_finding_get_number (&finding, calcium, &number));
    }
  g_assert_true (calx_finding_get_number (&absent, insulin, &number));
  g_assert_cmpfloat (number, ==, 0.0);
}

static void
test_booleans_have_three_answers (void)
{
  CalxFinding yes = value ("yes", NULL);
  CalxFinding no = value ("no", NULL);
  CalxFinding other = value ("maybe", NULL);
  CalxFinding absent = { .state = CALX_FINDING_ABSENT };
  CalxFinding unknown = CALX_FINDING_INIT;
  gboolean answer;

  g_assert_true (calx_finding_get_boolean (&yes, &answer) && answer);
  g_assert_true (calx_finding_get_boolean (&no, &answer) && !answer);
  g_assert_true (calx_finding_get_boolean (&absent, &answer) && !answer);
  g_assert_false (calx_finding_get_boolean (&unknown, &answer));
  g_assert_false (calx_finding_get_boolean (&other, &answer));
}

static void
test_choices_and_dates_are_read (void)
{
  const CalxInput *setting = tables_input ("setting");
  CalxFinding hemodialysis = value ("hemodialysis", NULL);
  CalxFinding wrong = value ("home", NULL);
  CalxFinding absent = { .state = CALX_FINDING_ABSENT };
  CalxFinding unknown = CALX_FINDING_INIT;
  CalxFinding start = value ("2019-05", NULL);
  CalxDate date;

  g_assert_cmpstr (calx_finding_get_choice (&hemodialysis, setting), ==, "hemodialysis");
  g_assert_cmpstr (calx_finding_get_choice (&absent, setting), ==, "none");
  g_assert_null (calx_finding_get_choice (&wrong, setting));
  g_assert_null (calx_finding_get_choice (&unknown, setting));
  g_assert_true (calx_finding_get_date (&start, &date));
  g_assert_cmpint (date.year, ==, 2019);
  g_assert_cmpint (date.day, ==, 0);
  g_assert_false (calx_finding_get_date (&unknown, &date));
  g_assert_false (calx_finding_get_date (&wrong, &date));
}

static void
test_messages_name_input_value_limit_and_likely_unit (void)
{
  static const struct
  {
    const char *id, *text, *unit;
    CalxFindingCheck check;
    const char *message;
  } cases[] = {
    { "calcium_total", "2.4", "mg/dL", CALX_FINDING_ERROR,
      "Total calcium 2.4 mg/dL is below 3 mg/dL, the least that is accepted. Did you mean 2.4 mmol/L?" },
    { "calcium_total", "9,6", "mmol/L", CALX_FINDING_ERROR,
      "Total calcium 9,6 mmol/L is above 5.489 mmol/L, the most that is accepted. Did you mean 9,6 mg/dL?" },
    { "calcium_total", "9.6", "mg/dL", CALX_FINDING_OK, NULL },
    { "calcium_total", "11", "mg/dL", CALX_FINDING_SOFT,
      "Total calcium 11 mg/dL is unusually high: above 10.5 mg/dL." },
    { "albumin", "35", "g/dL", CALX_FINDING_ERROR,
      "Albumin 35 g/dL is above 6.5 g/dL, the most that is accepted. Did you mean 35 g/L?" },
    { "phosphate", "2.4", "mg/dL", CALX_FINDING_SOFT,
      "Phosphate 2.4 mg/dL is unusually low: below 2.5 mg/dL. Did you mean 2.4 mmol/L?" },
    { "phosphate", "0.6", "mg/dL", CALX_FINDING_SOFT,
      "Phosphate 0.6 mg/dL is unusually low: below 2.5 mg/dL. Did you mean 0.6 mmol/L?" },
    { "phosphate", "0.5", "mg/dL", CALX_FINDING_SOFT, "Phosphate 0.5 mg/dL is unusually low: below 2.5 mg/dL." },
    { "phosphate", "2.4", "mmol/L", CALX_FINDING_SOFT,
      "Phosphate 2.4 mmol/L is unusually high: above 1.77595 mmol/L." },
    { "pth", "15", "pg/mL", CALX_FINDING_SOFT,
      "Parathyroid hormone, intact (PTH) 15 pg/mL may be in another unit. Did you mean 15 pmol/L?" },
    { "pth", "70", "pg/mL", CALX_FINDING_SOFT,
      "Parathyroid hormone, intact (PTH) 70 pg/mL may be in another unit. Did you mean 70 pmol/L?" },
    { "pth", "71", "pg/mL", CALX_FINDING_OK, NULL },
    { "pth", "14", "pg/mL", CALX_FINDING_SOFT,
      "Parathyroid hormone, intact (PTH) 14 pg/mL is unusually low: below 15 pg/mL." },
    { "height", "1,7", "cm", CALX_FINDING_ERROR,
      "Height 1,7 cm is below 30 cm, the least that is accepted. Did you mean 1,7 m?" },
    { "weight_loss_6_months", "-3", "kg", CALX_FINDING_ERROR,
      "Unintended weight loss in the last 6 months -3 kg is below 0 kg, the least that is accepted. "
      "A weight gain is a weight loss of 0." },
    { "insulin_injections_per_day", "2.5", NULL, CALX_FINDING_ERROR,
      "Insulin injections per day: 2.5 is not a whole number. Leave the decimals out." },
    { "insulin_injections_per_day", "25", NULL, CALX_FINDING_ERROR,
      "Insulin injections per day 25 is above 24, the most that is accepted." },
    { "insulin_injections_per_day", "0", NULL, CALX_FINDING_OK, NULL },
    { "phosphate", "abc", "mg/dL", CALX_FINDING_ERROR, 
      "Phosphate: “abc” is not a number. Write digits, such as 2.4 or 2,4." },
    { "phosphate", "a page that was pasted by mistake and goes on and on", "mg/dL", CALX_FINDING_ERROR,
      "Phosphate: “a page that was pasted by mistake and go…” is not a number. Write digits, such as 2.4 or 2,4." },
    { "phosphate", "5", NULL, CALX_FINDING_ERROR, "Phosphate: 5 has no unit. Units: mg/dL, mmol/L." },
    { "phosphate", "5", "pg/mL", CALX_FINDING_ERROR,
      "Phosphate: “pg/mL” is not one of its units: mg/dL, mmol/L." },
    { "diabetes", "yes", NULL, CALX_FINDING_OK, NULL },
    { "diabetes", "perhaps", NULL, CALX_FINDING_ERROR, "Diabetes: “perhaps” is not yes or no." },
    { "albumin_method", "bcx", NULL, CALX_FINDING_ERROR, "Albumin method: “bcx” is not one of: bcg, bcp." },
    { "dialysis_start", "May", NULL, CALX_FINDING_ERROR,
      "First dialysis on: “May” is not a date. Write 2024-03-31, 2024-03 or 2024." },
    { "dialysis_start", "2026-11-21", NULL, CALX_FINDING_ERROR,
      "First dialysis on 2026-11-21 is later than the session on 2026-11-20. Correct one of the dates." },
    { "dialysis_start", "2026-11", NULL, CALX_FINDING_OK, NULL },
    { "age", "120", "a", CALX_FINDING_OK, NULL },
    { "age", "1441", "mo", CALX_FINDING_ERROR,
      "Age 1441 months is above 1440 months, the most that is accepted. Did you mean 1441 days?" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CalxFinding finding = value (cases[i].text, cases[i].unit);
      g_autofree char *message = NULL;
      CalxFindingCheck check = calx_finding_check (&finding, tables_input (cases[i].id),
                                                   (CalxDate){ 2026, 11, 20 }, &message);

      g_assert_cmpstr (message, ==, cases[i].message);
      g_assert_cmpint (check, ==, cases[i].check);
    }
}

static CalxFindingCheck
check_number (const CalxInput *input,
              const CalxUnit  *unit,
              double           canonical)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *message = NULL;
  CalxFinding finding = value (text, input->unitless ? NULL : unit->code);

  g_ascii_formatd (text, sizeof text, "%.12f", calx_unit_from_canonical (unit, canonical));
  return calx_finding_check (&finding, input, CALX_DATE_NONE, &message);
}

/* At a limit and a millionth to each side, in every unit of every input. */
static void
test_limits_hold_in_every_unit (void)
{
  CalxInputs *inputs = tables_inputs ();
  int n = 0;

  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (inputs, i);

      if (input->kind != CALX_INPUT_NUMBER || input->whole)
        continue;
      for (gsize u = 0; u < input->quantity->n_units; u++)
        {
          const CalxUnit *unit = &input->quantity->units[u];
          double step = 1e-6 * input->hard_max;

          g_assert_cmpint (check_number (input, unit, input->hard_min - step), ==, CALX_FINDING_ERROR);
          g_assert_cmpint (check_number (input, unit, input->hard_min), !=, CALX_FINDING_ERROR);
          g_assert_cmpint (check_number (input, unit, input->hard_max), !=, CALX_FINDING_ERROR);
          g_assert_cmpint (check_number (input, unit, input->hard_max + step), ==, CALX_FINDING_ERROR);
          if (!isnan (input->soft_min) && input->n_questions == 0)
            {
              g_assert_cmpint (check_number (input, unit, input->soft_min - step), ==, CALX_FINDING_SOFT);
              g_assert_cmpint (check_number (input, unit, input->soft_min), ==, CALX_FINDING_OK);
            }
          if (!isnan (input->soft_max))
            {
              g_assert_cmpint (check_number (input, unit, input->soft_max), ==, CALX_FINDING_OK);
              g_assert_cmpint (check_number (input, unit, input->soft_max + step), ==, CALX_FINDING_SOFT);
            }
          n++;
        }
    }
  g_assert_cmpint (n, >, 20);
}

static void
test_a_later_measurement_is_an_error (void)
{
  const CalxInput *calcium = tables_input ("calcium_total");
  CalxFinding finding = value ("9.6", "mg/dL");
  g_autofree char *message = NULL;

  finding.date = (CalxDate){ 2026, 11, 20 };
  g_assert_cmpint (calx_finding_check (&finding, calcium, (CalxDate){ 2026, 11, 20 }, &message), ==,
                   CALX_FINDING_OK);
  finding.date = (CalxDate){ 2026, 11, 21 };
  g_assert_cmpint (calx_finding_check (&finding, calcium, CALX_DATE_NONE, &message), ==, CALX_FINDING_OK);
  g_assert_cmpint (calx_finding_check (&finding, calcium, (CalxDate){ 2026, 11, 20 }, &message), ==,
                   CALX_FINDING_ERROR);
  g_assert_cmpstr (message, ==,
                   "Total calcium: measured on 2026-11-21, later than the session on 2026-11-20."
                   " Correct one of the dates.");
  g_clear_pointer (&message, g_free);
  finding.state = CALX_FINDING_HIGH;
  g_assert_cmpint (calx_finding_check (&finding, calcium, (CalxDate){ 2026, 11, 20 }, &message), ==,
                   CALX_FINDING_ERROR);
  g_clear_pointer (&message, g_free);
  finding.state = CALX_FINDING_UNKNOWN;
  g_assert_cmpint (calx_finding_check (&finding, calcium, (CalxDate){ 2026, 11, 20 }, &message), ==,
                   CALX_FINDING_OK);
}

static void
test_findings_without_a_value_are_accepted (void)
{
  static const CalxFindingState states[] = { CALX_FINDING_UNKNOWN, CALX_FINDING_ABSENT, CALX_FINDING_LOW,
                                             CALX_FINDING_NORMAL, CALX_FINDING_HIGH };

  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      CalxFinding finding = { .state = states[i] };
      g_autofree char *message = NULL;

      g_assert_cmpint (calx_finding_check (&finding, tables_input ("pth"), (CalxDate){ 2026, 11, 20 },
                                           &message),
                       ==, CALX_FINDING_OK);
      g_assert_null (message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finding/numbers-are-read-with-comma-or-point",
                   test_numbers_are_read_with_comma_or_point);
  g_test_add_func ("/finding/what-is-no-number-is-refused", test_what_is_no_number_is_refused);
  g_test_add_func ("/finding/a-number-counts-in-the-unit-entered", test_a_number_counts_in_the_unit_entered);
  g_test_add_func ("/finding/no-state-but-a-value-is-a-number", test_no_state_but_a_value_is_a_number);
  g_test_add_func ("/finding/booleans-have-three-answers", test_booleans_have_three_answers);
  g_test_add_func ("/finding/choices-and-dates-are-read", test_choices_and_dates_are_read);
  g_test_add_func ("/finding/messages-name-input-value-limit-and-likely-unit",
                   test_messages_name_input_value_limit_and_likely_unit);
  g_test_add_func ("/finding/limits-hold-in-every-unit", test_limits_hold_in_every_unit);
  g_test_add_func ("/finding/a-later-measurement-is-an-error", test_a_later_measurement_is_an_error);
  g_test_add_func ("/finding/findings-without-a-value-are-accepted",
                   test_findings_without_a_value_are_accepted);
  return g_test_run ();
}
