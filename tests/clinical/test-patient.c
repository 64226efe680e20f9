/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient.h"

static CalxDate
day (const char *text)
{
  CalxDate date;

  g_assert_true (calx_date_parse (text, &date));
  return date;
}

static CalxPatient *
born (const char *text)
{
  CalxPatient *patient = calx_patient_new ();

  calx_patient_set (&patient->family_name, "Example");
  patient->born = day (text);
  return patient;
}

static CalxPatient *
aged (const char *text,
      const char *unit,
      const char *on)
{
  CalxPatient *patient = born ("");

  calx_patient_set (&patient->age_text, text);
  calx_patient_set (&patient->age_unit, unit);
  patient->age_on = day (on);
  return patient;
}

/* NULL stands for an unknown age. */
static void
assert_age (CalxPatient *patient,
            const char  *on,
            int          low,
            int          high,
            const char  *finding_text)
{
  g_autoptr(CalxPatient) owned = patient;
  CalxFinding finding = calx_patient_get_age_finding (owned, day (on));
  int low_years;
  int high_years;

  if (low < 0)
    g_assert_false (calx_patient_age_years (owned, day (on), &low_years, &high_years));
  else
    {
      g_assert_true (calx_patient_age_years (owned, day (on), &low_years, &high_years));
      g_assert_cmpint (low_years, ==, low);
      g_assert_cmpint (high_years, ==, high);
    }
  g_assert_cmpint (finding.state, ==, finding_text == NULL ? CALX_FINDING_UNKNOWN : CALX_FINDING_VALUE);
  g_assert_cmpstr (finding.text, ==, finding_text);
  if (finding_text != NULL)
    g_assert_cmpstr (finding.unit, ==, "a");
}

static void
test_a_birth_date_gives_an_age (void)
{
  assert_age (born ("1968-03-15"), "2026-03-14", 57, 57, "57");
  assert_age (born ("1968-03-15"), "2026-03-15", 58, 58, "58");
  assert_age (born ("2008-02-29"), "2026-02-28", 17, 17, "17");
  assert_age (born ("2008-02-29"), "2026-03-01", 18, 18, "18");
  assert_age (born ("2026-11-01"), "2026-11-20", 0, 0, "0");
  assert_age (born ("2026-11-20"), "2026-11-20", 0, 0, "0");
}

static void
test_half_a_birth_date_gives_an_age_on_one_side_of_18 (void)
{
  assert_age (born ("1968"), "2026-06-15", 57, 58, "57");
  assert_age (born ("1968-03"), "2026-03-15", 57, 58, "57");
  assert_age (born ("1968-03"), "2026-03-31", 58, 58, "58");
  /* 17 or 18: unknown */
  assert_age (born ("2008"), "2026-06-15", 17, 18, NULL);
  assert_age (born ("2008-06"), "2026-06-15", 17, 18, NULL);
  /* both below, both above */
  assert_age (born ("2009"), "2026-06-15", 16, 17, "16");
  assert_age (born ("2008-07"), "2026-06-15", 17, 17, "17");
  assert_age (born ("2007"), "2026-06-15", 18, 19, "18");
  assert_age (born ("2008-05"), "2026-06-15", 18, 18, "18");
  assert_age (born ("2008"), "2026-12-31", 18, 18, "18");
  assert_age (born ("2008"), "2026-12-30", 17, 18, NULL);
}

static void
test_a_birth_to_come_gives_no_age (void)
{
  assert_age (born (""), "2026-06-15", -1, -1, NULL);
  assert_age (born ("2027"), "2026-06-15", -1, -1, NULL);
  assert_age (born ("2026-06-16"), "2026-06-15", -1, -1, NULL);
  /* this year, in the part of it that has been */
  assert_age (born ("2026"), "2026-06-15", 0, 0, "0");
}

static void
test_a_stated_age_spans_a_year_and_grows (void)
{
  assert_age (aged ("72", "a", "2026-06-15"), "2026-06-15", 72, 72, "72");
  assert_age (aged ("72", "a", "2026-06-15"), "2027-06-14", 72, 73, "72");
  assert_age (aged ("72", "a", "2026-06-15"), "2027-06-15", 73, 73, "73");
  assert_age (aged ("72", "a", "2024-02-29"), "2024-02-29", 72, 72, "72");
  assert_age (aged ("17", "a", "2026-06-15"), "2026-06-16", 17, 18, NULL);
  assert_age (aged ("18", "a", "2026-06-15"), "2026-06-15", 18, 18, "18");
  assert_age (aged ("0,5", "a", "2026-06-15"), "2026-06-15", 0, 0, "0");
  assert_age (aged ("0.0833", "a", "2026-06-15"), "2026-06-15", 0, 0, "0");
  assert_age (aged ("0", "a", "2026-06-15"), "2026-06-15", 0, 0, "0");
  assert_age (aged ("215", "mo", "2026-06-15"), "2026-06-15", 17, 17, "17");
  assert_age (aged ("216", "mo", "2026-06-15"), "2026-06-15", 18, 18, "18");
  assert_age (aged ("12", "d", "2026-06-15"), "2026-06-15", 0, 0, "0");
}

static void
test_an_age_that_cannot_be_read_is_unknown (void)
{
  assert_age (aged ("old", "a", "2026-06-15"), "2026-06-15", -1, -1, NULL);
  assert_age (aged ("-1", "a", "2026-06-15"), "2026-06-15", -1, -1, NULL);
  assert_age (aged ("72", "weeks", "2026-06-15"), "2026-06-15", -1, -1, NULL);
  assert_age (aged ("999999999", "a", "2026-06-15"), "2026-06-15", -1, -1, NULL);
  assert_age (aged ("72", "a", "2026-06"), "2026-06-15", -1, -1, NULL);
  assert_age (aged ("72", "a", "0050-01-01"), "2026-06-15", -1, -1, NULL);
}

static void
test_days_of_a_baby_are_counted (void)
{
  static const struct
  {
    const char *text, *unit;
    int low, high;
  } cases[] = { { "12", "d", 12, 12 },     { "0", "d", 0, 0 },        { "0.0833", "a", 30, 30 },
                { "1", "mo", 31, 60 },     { "0.5", "a", 182, 219 } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CalxPatient) patient = aged (cases[i].text, cases[i].unit, "2026-06-15");
      int low;
      int high;

      g_assert_true (calx_patient_age_days (patient, day ("2026-06-15"), &low, &high));
      g_assert_cmpint (low, ==, cases[i].low);
      g_assert_cmpint (high, ==, cases[i].high);
      g_assert_cmpstr (patient->age_text, ==, cases[i].text); /* what was typed stays */
    }
}

static void
test_a_known_birth_counts_over_a_stated_age (void)
{
  CalxPatient *patient = aged ("30", "a", "2026-06-15");

  patient->born = day ("1968-03-15");
  assert_age (patient, "2026-06-15", 58, 58, "58");
}

static void
test_sex_is_a_finding (void)
{
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  CalxSex sex;

  g_assert_cmpint (calx_patient_get_sex_finding (patient).state, ==, CALX_FINDING_UNKNOWN);
  patient->sex = CALX_SEX_FEMALE;
  g_assert_cmpstr (calx_patient_get_sex_finding (patient).text, ==, "female");
  g_assert_true (calx_sex_from_id ("male", &sex));
  g_assert_cmpint (sex, ==, CALX_SEX_MALE);
  g_assert_false (calx_sex_from_id ("f", &sex));
}

static void
test_a_copy_is_equal_and_free (void)
{
  g_autoptr(CalxPatient) patient = aged ("0.0833", "a", "2026-06-15");
  g_autoptr(CalxPatient) copy = calx_patient_copy (patient);
  CalxPatientStatus status;

  g_assert_true (calx_patient_equal (patient, copy));
  copy->skin = CALX_SKIN_LIGHT;
  g_assert_false (calx_patient_equal (patient, copy));
  copy->skin = CALX_SKIN_NOT_STATED;
  calx_patient_set (&copy->age_text, "0,0833"); /* the same number, other text */
  g_assert_false (calx_patient_equal (patient, copy));
  calx_patient_set (&copy->age_text, copy->age_text); /* its own string */
  g_assert_cmpstr (copy->age_text, ==, "0,0833");
  g_assert_true (calx_patient_status_from_id ("transplanted", &status));
  g_assert_cmpstr (calx_patient_status_to_id (status), ==, "transplanted");
}

static void
assert_complaint (CalxPatient *patient,
                  const char  *message)
{
  g_autoptr(CalxPatient) owned = patient;
  g_auto(GStrv) complaints = calx_patient_check (owned, day ("2026-11-20"));

  if (message == NULL)
    g_assert_null (complaints);
  else
    {
      g_assert_nonnull (complaints);
      g_assert_cmpstr (complaints[0], ==, message);
      g_assert_null (complaints[1]);
    }
}

static void
test_every_complaint_names_field_value_and_mend (void)
{
  CalxPatient *patient;

  assert_complaint (born ("1968-03-15"), NULL);
  assert_complaint (born ("1968"), NULL);
  assert_complaint (born (""), NULL);
  assert_complaint (born ("2026-11-20"), NULL);
  assert_complaint (aged ("0.0833", "a", "2026-11-20"), NULL);
  assert_complaint (aged ("120", "a", "2026-11-20"), NULL);
  assert_complaint (calx_patient_new (), "A name or a record number is missing: enter one of them.");
  assert_complaint (born ("2026-11-21"),
                    "Born 2026-11-21 is later than today. Correct the date, or leave unknown parts out.");
  assert_complaint (born ("1868"), "Born 1868 is more than 120 years ago. Correct the year.");
  assert_complaint (aged ("old", "a", "2026-11-20"),
                    "Age “old” is not a number from 0. Write the completed years, such as 72.");
  assert_complaint (aged ("7", "weeks", "2026-11-20"),
                    "Age 7 has the unit “weeks”. Choose years, months or days.");
  assert_complaint (aged ("121", "a", "2026-11-20"),
                    "Age 121 is above 120 years. Correct it, or choose months or days.");
  assert_complaint (aged ("72", "a", ""), "Age 72 has no day on which it held. Enter that day.");
  assert_complaint (aged ("72", "a", "2026-11-21"),
                    "Age 72 is stated for 2026-11-21, later than today. Correct the day.");
  patient = born ("1968");
  calx_patient_set (&patient->given_name, "A\nB");
  assert_complaint (patient, "Given name holds a line break or another control character. "
                             "Write it on one line.");
  patient = born ("1968");
  patient->review_interval_days = -1;
  assert_complaint (patient, "A review interval of -1 days is not between 0 (none) and 3650 days.");
  patient = born ("1968");
  patient->schedule_days = 0x80;
  assert_complaint (patient, "The schedule names a day that no week has. Choose the days again.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patient/a-birth-date-gives-an-age", test_a_birth_date_gives_an_age);
  g_test_add_func ("/patient/half-a-birth-date-gives-an-age-on-one-side-of-18",
                   test_half_a_birth_date_gives_an_age_on_one_side_of_18);
  g_test_add_func ("/patient/a-birth-to-come-gives-no-age", test_a_birth_to_come_gives_no_age);
  g_test_add_func ("/patient/a-stated-age-spans-a-year-and-grows", test_a_stated_age_spans_a_year_and_grows);
  g_test_add_func ("/patient/an-age-that-cannot-be-read-is-unknown",
                   test_an_age_that_cannot_be_read_is_unknown);
  g_test_add_func ("/patient/days-of-a-baby-are-counted", test_days_of_a_baby_are_counted);
  g_test_add_func ("/patient/a-known-birth-counts-over-a-stated-age",
                   test_a_known_birth_counts_over_a_stated_age);
  g_test_add_func ("/patient/sex-is-a-finding", test_sex_is_a_finding);
  g_test_add_func ("/patient/a-copy-is-equal-and-free", test_a_copy_is_equal_and_free);
  g_test_add_func ("/patient/every-complaint-names-field-value-and-mend",
                   test_every_complaint_names_field_value_and_mend);
  return g_test_run ();
}
