/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient-entry.h"

#include <glib/gi18n.h>
#include <string.h>

#define REVIEW_INTERVAL_MAX_DAYS 3650

static char *
get_text (const CalxPatientEntry *entry,
          CalxPatientField        field)
{
  return g_strstrip (g_strdup (entry->texts[field] != NULL ? entry->texts[field] : ""));
}

static char *
read_born (const CalxPatientEntry *entry,
           CalxPatient            *patient)
{
  g_autofree char *text = get_text (entry, CALX_PATIENT_FIELD_BORN);

  patient->born = CALX_DATE_NONE;
  if (calx_date_parse (text, &patient->born))
    return NULL;
  return g_strdup_printf (_("“%s” is not a date. Write the day as 1945-07-14, only the month as "
                            "1945-07, only the year as 1945, or leave it empty."),
                          text);
}

static char *
read_age (const CalxPatientEntry *entry,
          CalxPatient            *patient,
          CalxDate                today)
{
  g_autofree char *text = get_text (entry, CALX_PATIENT_FIELD_AGE);
  double value;

  if (calx_date_is_known (patient->born))
    text[0] = '\0'; /* the age follows from the birth date */
  if (*text != '\0' && (!calx_number_parse (text, &value) || value < 0))
    return g_strdup_printf (_("“%s” is not an age. Write a number, such as 72 or 0,5."), text);

  /* An age that was there already keeps the day on which it was said. */
  if (!g_str_equal (text, patient->age_text) || !g_str_equal (entry->age_unit, patient->age_unit))
    patient->age_on = *text != '\0' ? today : CALX_DATE_NONE;
  calx_patient_set (&patient->age_text, text);
  calx_patient_set (&patient->age_unit, *text != '\0' ? entry->age_unit : "a");
  return NULL;
}

static char *
read_review_interval (const CalxPatientEntry *entry,
                      CalxPatient            *patient)
{
  g_autofree char *text = get_text (entry, CALX_PATIENT_FIELD_REVIEW_INTERVAL);
  guint64 days = 0;

  patient->review_interval_days = 0;
  if (*text == '\0')
    return NULL;
  if (!g_ascii_string_to_unsigned (text, 10, 1, REVIEW_INTERVAL_MAX_DAYS, &days, NULL))
    return g_strdup_printf (_("“%s” is not a number of days from 1 to %d. Leave it empty for none."),
                            text, REVIEW_INTERVAL_MAX_DAYS);
  patient->review_interval_days = (int) days;
  return NULL;
}

static void
clear_field (CalxPatient      *patient,
             CalxPatientField  field)
{
  switch (field)
    {
    case CALX_PATIENT_FIELD_FAMILY_NAME:
      calx_patient_set (&patient->family_name, "");
      break;
    case CALX_PATIENT_FIELD_GIVEN_NAME:
      calx_patient_set (&patient->given_name, "");
      break;
    case CALX_PATIENT_FIELD_RECORD_NUMBER:
      calx_patient_set (&patient->record_number, "");
      break;
    case CALX_PATIENT_FIELD_BORN:
      patient->born = CALX_DATE_NONE;
      break;
    case CALX_PATIENT_FIELD_AGE:
      calx_patient_set (&patient->age_text, "");
      break;
    case CALX_PATIENT_FIELD_SHIFT:
      calx_patient_set (&patient->shift, "");
      break;
    case CALX_PATIENT_FIELD_CHAIR:
      calx_patient_set (&patient->chair, "");
      break;
    case CALX_PATIENT_FIELD_REVIEW_INTERVAL:
      patient->review_interval_days = 0;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* A complaint belongs to the field without whose content it is not made. One that no field's
 * content causes is about something missing: a name. */
static void
share_out_complaints (const CalxPatient *patient,
                      CalxDate           today,
                      char             **messages)
{
  g_auto(GStrv) complaints = calx_patient_check (patient, today);

  for (gsize i = 0; complaints != NULL && complaints[i] != NULL; i++)
    {
      int owner = -1;

      for (int field = 0; field < CALX_N_PATIENT_FIELDS && owner < 0; field++)
        {
          g_autoptr(CalxPatient) without = calx_patient_copy (patient);
          g_auto(GStrv) left = NULL;

          clear_field (without, field);
          left = calx_patient_check (without, today);
          if (left == NULL || !g_strv_contains ((const char *const *) left, complaints[i]))
            owner = field;
        }
      if (owner < 0)
        owner = CALX_PATIENT_FIELD_FAMILY_NAME;
      if (messages[owner] == NULL)
        messages[owner] = g_strdup (complaints[i]);
    }
}

gboolean
calx_patient_entry_read (const CalxPatientEntry *entry,
                         CalxPatient            *patient,
                         CalxDate                today,
                         char                  **ret_messages)
{
  static const struct
  {
    CalxPatientField field;
    gsize            offset;
  } texts[] = {
    { CALX_PATIENT_FIELD_FAMILY_NAME, G_STRUCT_OFFSET (CalxPatient, family_name) },
    { CALX_PATIENT_FIELD_GIVEN_NAME, G_STRUCT_OFFSET (CalxPatient, given_name) },
    { CALX_PATIENT_FIELD_RECORD_NUMBER, G_STRUCT_OFFSET (CalxPatient, record_number) },
    { CALX_PATIENT_FIELD_SHIFT, G_STRUCT_OFFSET (CalxPatient, shift) },
    { CALX_PATIENT_FIELD_CHAIR, G_STRUCT_OFFSET (CalxPatient, chair) },
  };
  gboolean is_fine = TRUE;

  g_return_val_if_fail (entry != NULL, FALSE);
  g_return_val_if_fail (patient != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = get_text (entry, texts[i].field);

      calx_patient_set (&G_STRUCT_MEMBER (char *, patient, texts[i].offset), text);
    }
  patient->sex = entry->sex;
  patient->schedule_days = entry->schedule_days;
  patient->skin = entry->skin;

  memset (ret_messages, 0, CALX_N_PATIENT_FIELDS * sizeof (char *));
  ret_messages[CALX_PATIENT_FIELD_BORN] = read_born (entry, patient);
  ret_messages[CALX_PATIENT_FIELD_AGE] = read_age (entry, patient, today);
  ret_messages[CALX_PATIENT_FIELD_REVIEW_INTERVAL] = read_review_interval (entry, patient);
  share_out_complaints (patient, today, ret_messages);

  for (int field = 0; field < CALX_N_PATIENT_FIELDS; field++)
    is_fine = is_fine && ret_messages[field] == NULL;
  return is_fine;
}
