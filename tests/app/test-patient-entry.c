/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient-entry.h"

static const CalxDate today = { 2026, 11, 20 };

typedef struct
{
  const char      *name;
  CalxPatientField field;
  const char      *text;
  gboolean         is_fine;
} Case;

static const Case cases[] = {
  { "a-day", CALX_PATIENT_FIELD_BORN, "1945-07-14", TRUE },
  { "a-month", CALX_PATIENT_FIELD_BORN, " 1945-07 ", TRUE },
  { "a-year", CALX_PATIENT_FIELD_BORN, "1945", TRUE },
  { "born-unknown", CALX_PATIENT_FIELD_BORN, "", TRUE },
  { "born-tomorrow", CALX_PATIENT_FIELD_BORN, "2026-11-21", FALSE },
  { "no-date", CALX_PATIENT_FIELD_BORN, "14.07.1945", FALSE },
  { "no-such-day", CALX_PATIENT_FIELD_BORN, "1945-02-30", FALSE },
  { "an-age-with-a-comma", CALX_PATIENT_FIELD_AGE, "0,5", TRUE },
  { "no-age", CALX_PATIENT_FIELD_AGE, "old", FALSE },
  { "negative-age", CALX_PATIENT_FIELD_AGE, "-3", FALSE },
  { "no-name", CALX_PATIENT_FIELD_FAMILY_NAME, "  ", FALSE },
  { "review-in-90-days", CALX_PATIENT_FIELD_REVIEW_INTERVAL, "90", TRUE },
  { "no-number-of-days", CALX_PATIENT_FIELD_REVIEW_INTERVAL, "monthly", FALSE },
  { "no-days-at-all", CALX_PATIENT_FIELD_REVIEW_INTERVAL, "0", FALSE },
};

static void
test_the_message_is_at_the_field (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  CalxPatientEntry entry = { 0 };
  char *messages[CALX_N_PATIENT_FIELDS];

  entry.texts[CALX_PATIENT_FIELD_FAMILY_NAME] = "Doe";
  entry.texts[c->field] = c->text;
  entry.age_unit = "a";
  entry.skin = CALX_SKIN_MEDIUM;

  g_assert_cmpint (calx_patient_entry_read (&entry, patient, today, messages), ==, c->is_fine);
  g_assert_cmpint (patient->skin, ==, CALX_SKIN_MEDIUM);
  for (int field = 0; field < CALX_N_PATIENT_FIELDS; field++)
    {
      if (!c->is_fine && field == (int) c->field)
        g_assert_nonnull (messages[field]);
      else
        g_assert_null (messages[field]);
      g_free (messages[field]);
    }
}

static void
test_an_age_keeps_the_day_on_which_it_was_said (void)
{
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  CalxPatientEntry entry = { 0 };
  char *messages[CALX_N_PATIENT_FIELDS];
  CalxDate earlier = { 2024, 1, 2 };

  entry.texts[CALX_PATIENT_FIELD_FAMILY_NAME] = "Doe";
  entry.texts[CALX_PATIENT_FIELD_AGE] = "72";
  entry.age_unit = "a";
  g_assert_true (calx_patient_entry_read (&entry, patient, earlier, messages));
  g_assert_true (calx_patient_entry_read (&entry, patient, today, messages));
  g_assert_cmpint (calx_date_compare (patient->age_on, earlier), ==, 0);

  entry.texts[CALX_PATIENT_FIELD_AGE] = "75";
  g_assert_true (calx_patient_entry_read (&entry, patient, today, messages));
  g_assert_cmpint (calx_date_compare (patient->age_on, today), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/patient-entry/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_the_message_is_at_the_field);
    }
  g_test_add_func ("/patient-entry/an-age-keeps-the-day-on-which-it-was-said",
                   test_an_age_keeps_the_day_on_which_it_was_said);

  return g_test_run ();
}
