/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "calx-patient.h"

G_BEGIN_DECLS

/* What the patient dialog checks, without its widgets. */

typedef enum
{
  CALX_PATIENT_FIELD_FAMILY_NAME,
  CALX_PATIENT_FIELD_GIVEN_NAME,
  CALX_PATIENT_FIELD_RECORD_NUMBER,
  CALX_PATIENT_FIELD_BORN,
  CALX_PATIENT_FIELD_AGE,
  CALX_PATIENT_FIELD_SHIFT,
  CALX_PATIENT_FIELD_CHAIR,
  CALX_PATIENT_FIELD_REVIEW_INTERVAL,
} CalxPatientField;
#define CALX_N_PATIENT_FIELDS 8

/* The texts as typed, by field. */
typedef struct
{
  const char *texts[CALX_N_PATIENT_FIELDS];
  CalxSex     sex;
  const char *age_unit;      /* "a", "mo" or "d" */
  guint       schedule_days;
  CalxSkin    skin;
} CalxPatientEntry;

/* Puts @entry into @patient. @ret_messages has CALX_N_PATIENT_FIELDS places, each set to a message
 * (transfer full) or NULL: texts that cannot be read, then what calx_patient_check() complains of.
 * TRUE where there is none. */
gboolean calx_patient_entry_read (const CalxPatientEntry *entry,
                                  CalxPatient            *patient,
                                  CalxDate                today,
                                  char                  **ret_messages);

G_END_DECLS
