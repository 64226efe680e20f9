/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "calx-finding.h"
#include "calx-skin.h"

G_BEGIN_DECLS

typedef enum
{
  CALX_SEX_UNKNOWN,
  CALX_SEX_FEMALE,
  CALX_SEX_MALE,
} CalxSex;

typedef enum
{
  CALX_PATIENT_ACTIVE,
  CALX_PATIENT_DIED,
  CALX_PATIENT_MOVED,
  CALX_PATIENT_TRANSPLANTED,
} CalxPatientStatus;

/* One person of the clinic, a plain value; make with calx_patient_new(). */
typedef struct
{
  char             *uuid;
  int               version;       /* of the row, from 1; 0: not stored yet */
  char             *record_number; /* "" where the clinic gives none; otherwise unique */
  char             *family_name;
  char             *given_name;
  CalxSex           sex;
  CalxDate          born;          /* a day, a month, a year, or CALX_DATE_NONE */
  char             *age_text;      /* with born unknown: an age as typed ("72", "0,5"), or "" */
  char             *age_unit;      /* "a", "mo" or "d" */
  CalxDate          age_on;        /* the day on which that was the age */
  CalxPatientStatus status;
  guint             schedule_days; /* bit 0 Monday to bit 6 Sunday */
  char             *shift;
  char             *chair;
  int               review_interval_days; /* 0: none set */
  CalxSkin          skin;          /* how light the figure is drawn */
} CalxPatient;

/* With a fresh uuid, nothing known. */
CalxPatient *calx_patient_new      (void) G_GNUC_WARN_UNUSED_RESULT;
CalxPatient *calx_patient_copy     (const CalxPatient *self) G_GNUC_WARN_UNUSED_RESULT;
void         calx_patient_free     (CalxPatient       *self);
/* Everything that was entered, and the uuid; not the version of the row. */
gboolean     calx_patient_equal    (const CalxPatient *a,
                                    const CalxPatient *b);
/* Replaces one string field: calx_patient_set (&p->shift, "early"); also the uuid. */
void         calx_patient_set      (char             **field,
                                    const char        *text);
/* First and last possible day of birth; FALSE where nothing is known. */
gboolean     calx_patient_birth_range (const CalxPatient *self,
                                       CalxDate          *ret_first,
                                       CalxDate          *ret_last);
/* Age on a day, lowest and highest possible, in days; FALSE where nothing is known. */
gboolean     calx_patient_age_days (const CalxPatient *self,
                                    CalxDate           on,
                                    int               *ret_low_days,
                                    int               *ret_high_days);
/* Age on a day in completed years, lowest and highest possible; FALSE where nothing is known. */
gboolean     calx_patient_age_years (const CalxPatient *self,
                                     CalxDate           on,
                                     int               *ret_low_years,
                                     int               *ret_high_years);
/* The finding of the input "age" on a session's date: the lower age in years, or UNKNOWN where the
 * possible ages lie on both sides of 18. */
CalxFinding  calx_patient_get_age_finding (const CalxPatient *self,
                                           CalxDate           on);
CalxFinding  calx_patient_get_sex_finding (const CalxPatient *self);
/* Every complaint about what was entered, each naming field, value and mend; NULL where there is
 * none. @today: a birth date must not be later. */
char       **calx_patient_check    (const CalxPatient *self,
                                    CalxDate           today);
const char  *calx_sex_to_id        (CalxSex            sex); /* "female", "male", "" */
gboolean     calx_sex_from_id      (const char        *id,
                                    CalxSex           *ret_sex);
const char  *calx_patient_status_to_id   (CalxPatientStatus  status);
gboolean     calx_patient_status_from_id (const char        *id,
                                          CalxPatientStatus *ret_status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CalxPatient, calx_patient_free)

G_END_DECLS
