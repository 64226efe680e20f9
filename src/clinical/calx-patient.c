/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-patient.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The score is for adults (spec.md, Does it apply?). */
#define ADULT_YEARS 18
#define MAX_AGE_YEARS 120
#define DAYS_PER_YEAR 365.25
#define MAX_REVIEW_INTERVAL_DAYS 3650
#define ALL_WEEKDAYS 0x7f

static const char *const sex_ids[] = {
  [CALX_SEX_UNKNOWN] = "",
  [CALX_SEX_FEMALE] = "female",
  [CALX_SEX_MALE] = "male",
};

static const char *const status_ids[] = {
  [CALX_PATIENT_ACTIVE] = "active",
  [CALX_PATIENT_DIED] = "died",
  [CALX_PATIENT_MOVED] = "moved",
  [CALX_PATIENT_TRANSPLANTED] = "transplanted",
};

CalxPatient *
calx_patient_new (void)
{
  CalxPatient *self = g_new0 (CalxPatient, 1);

  self->uuid = g_uuid_string_random ();
  self->record_number = g_strdup ("");
  self->family_name = g_strdup ("");
  self->given_name = g_strdup ("");
  self->age_text = g_strdup ("");
  self->age_unit = g_strdup ("a");
  self->shift = g_strdup ("");
  self->chair = g_strdup ("");
  return self;
}

CalxPatient *
calx_patient_copy (const CalxPatient *self)
{
  CalxPatient *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->uuid = g_strdup (self->uuid);
  copy->record_number = g_strdup (self->record_number);
  copy->family_name = g_strdup (self->family_name);
  copy->given_name = g_strdup (self->given_name);
  copy->age_text = g_strdup (self->age_text);
  copy->age_unit = g_strdup (self->age_unit);
  copy->shift = g_strdup (self->shift);
  copy->chair = g_strdup (self->chair);
  return copy;
}

void
calx_patient_free (CalxPatient *self)
{
  if (self == NULL)
    return;
  g_free (self->uuid);
  g_free (self->record_number);
  g_free (self->family_name);
  g_free (self->given_name);
  g_free (self->age_text);
  g_free (self->age_unit);
  g_free (self->shift);
  g_free (self->chair);
  g_free (self);
}

gboolean
calx_patient_equal (const CalxPatient *a,
                    const CalxPatient *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return g_str_equal (a->uuid, b->uuid) &&
         g_str_equal (a->record_number, b->record_number) &&
         g_str_equal (a->family_name, b->family_name) &&
         g_str_equal (a->given_name, b->given_name) &&
         a->sex == b->sex &&
         calx_date_compare (a->born, b->born) == 0 &&
         g_str_equal (a->age_text, b->age_text) &&
         g_str_equal (a->age_unit, b->age_unit) &&
         calx_date_compare (a->age_on, b->age_on) == 0 &&
         a->status == b->status &&
         a->schedule_days == b->schedule_days &&
         g_str_equal (a->shift, b->shift) &&
         g_str_equal (a->chair, b->chair) &&
         a->review_interval_days == b->review_interval_days && a->skin == b->skin;
}

void
calx_patient_set (char       **field,
                  const char  *text)
{
  char *copy;

  g_return_if_fail (field != NULL);
  g_return_if_fail (text != NULL);

  copy = g_strdup (text);
  g_free (*field);
  *field = copy;
}

/* Birth dates */

/* @n months earlier; the last day of a shorter month stands for the days it lacks. */
static CalxDate
subtract_months (CalxDate date,
                 int      n)
{
  int months = date.year * 12 + date.month - 1 - n;
  CalxDate earlier = { months / 12, months % 12 + 1, 0 };

  earlier.day = MIN (date.day, calx_date_latest (earlier).day);
  return earlier;
}

/* The smallest step that the number as typed can tell: 1 for "57", 0.1 for "0,5". */
static double
get_step (const char *text)
{
  const char *point = strpbrk (text, ".,");
  double step = 1.0;

  for (const char *p = point == NULL ? "" : point + 1; g_ascii_isdigit (*p); p++)
    step /= 10.0;
  return step;
}

static double
get_days_per_unit (const char *unit)
{
  if (g_str_equal (unit, "d"))
    return 1.0;
  if (g_str_equal (unit, "mo"))
    return DAYS_PER_YEAR / 12.0;
  return g_str_equal (unit, "a") ? DAYS_PER_YEAR : 0.0;
}

/* Ages are said completed: "57" is any day from the 57th birthday to the eve of the 58th; "0,5" any
 * from 0.5 to 0.6 of a year. */
static gboolean
get_birth_range_of_age (const CalxPatient *self,
                        CalxDate          *ret_first,
                        CalxDate          *ret_last)
{
  double per_unit = get_days_per_unit (self->age_unit);
  double age;
  double step;

  if (!calx_date_is_day (self->age_on) || per_unit == 0.0 ||
      !calx_number_parse (self->age_text, &age) || age < 0.0 ||
      age * per_unit > (MAX_AGE_YEARS + 1) * DAYS_PER_YEAR || self->age_on.year <= MAX_AGE_YEARS + 2)
    return FALSE;

  step = get_step (self->age_text);
  if (per_unit > 1.0 && age == floor (age) && step == 1.0)
    {
      int months = (int) age * (g_str_equal (self->age_unit, "a") ? 12 : 1);
      int next = ((int) age + 1) * (g_str_equal (self->age_unit, "a") ? 12 : 1);

      *ret_last = subtract_months (self->age_on, months);
      *ret_first = calx_date_add_days (subtract_months (self->age_on, next), 1);
    }
  else
    {
      int least = (int) floor (age * per_unit + 1e-6);
      int most = MAX (least, (int) ceil ((age + step) * per_unit - 1e-6) - 1);

      *ret_last = calx_date_add_days (self->age_on, -least);
      *ret_first = calx_date_add_days (self->age_on, -most);
    }
  return TRUE;
}

gboolean
calx_patient_birth_range (const CalxPatient *self,
                          CalxDate          *ret_first,
                          CalxDate          *ret_last)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_first != NULL, FALSE);
  g_return_val_if_fail (ret_last != NULL, FALSE);

  if (!calx_date_is_known (self->born))
    return self->age_text[0] != '\0' && get_birth_range_of_age (self, ret_first, ret_last);
  *ret_first = calx_date_earliest (self->born);
  *ret_last = calx_date_latest (self->born);
  return TRUE;
}

/* The birth dates that are possible for somebody alive on @on. */
static gboolean
get_birth_range_by (const CalxPatient *self,
                    CalxDate           on,
                    CalxDate          *ret_first,
                    CalxDate          *ret_last)
{
  if (!calx_date_is_day (on) || !calx_patient_birth_range (self, ret_first, ret_last) ||
      calx_date_compare (*ret_first, on) > 0)
    return FALSE;
  if (calx_date_compare (*ret_last, on) > 0)
    *ret_last = on;
  return TRUE;
}

gboolean
calx_patient_age_days (const CalxPatient *self,
                       CalxDate           on,
                       int               *ret_low_days,
                       int               *ret_high_days)
{
  CalxDate first;
  CalxDate last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_low_days != NULL, FALSE);
  g_return_val_if_fail (ret_high_days != NULL, FALSE);

  if (!get_birth_range_by (self, on, &first, &last))
    return FALSE;
  *ret_low_days = calx_date_days (last, on);
  *ret_high_days = calx_date_days (first, on);
  return TRUE;
}

gboolean
calx_patient_age_years (const CalxPatient *self,
                        CalxDate           on,
                        int               *ret_low_years,
                        int               *ret_high_years)
{
  CalxDate first;
  CalxDate last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ret_low_years != NULL, FALSE);
  g_return_val_if_fail (ret_high_years != NULL, FALSE);

  if (!get_birth_range_by (self, on, &first, &last))
    return FALSE;
  *ret_low_years = calx_date_years (last, on);
  *ret_high_years = calx_date_years (first, on);
  return TRUE;
}

CalxFinding
calx_patient_get_age_finding (const CalxPatient *self,
                              CalxDate           on)
{
  CalxFinding finding = CALX_FINDING_INIT;
  char text[16];
  int low;
  int high;

  g_return_val_if_fail (self != NULL, finding);

  if (!calx_patient_age_years (self, on, &low, &high) ||
      (low < ADULT_YEARS && high >= ADULT_YEARS))
    return finding;

  g_snprintf (text, sizeof text, "%d", low);
  finding.state = CALX_FINDING_VALUE;
  finding.text = g_intern_string (text);
  finding.unit = g_intern_static_string ("a");
  return finding;
}

CalxFinding
calx_patient_get_sex_finding (const CalxPatient *self)
{
  CalxFinding finding = CALX_FINDING_INIT;

  g_return_val_if_fail (self != NULL, finding);

  if (self->sex != CALX_SEX_UNKNOWN)
    {
      finding.state = CALX_FINDING_VALUE;
      finding.text = sex_ids[self->sex];
    }
  return finding;
}

/* Checks */

static void
add_complaint (GPtrArray *complaints,
               char      *complaint)
{
  g_ptr_array_add (complaints, complaint);
}

/* A line break in a name would break every list, print and file that holds it. */
static void
check_text (GPtrArray  *complaints,
            const char *label,
            const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      {
        add_complaint (complaints,
                       g_strdup_printf (_("%s holds a line break or another control character. "
                                          "Write it on one line."),
                                        label));
        return;
      }
}

static void
check_born (GPtrArray         *complaints,
            const CalxPatient *self,
            CalxDate           today)
{
  g_autofree char *born = calx_date_to_iso (self->born);

  if (calx_date_compare (calx_date_earliest (self->born), today) > 0)
    add_complaint (complaints,
                   g_strdup_printf (_("Born %s is later than today. Correct the date, or leave unknown "
                                      "parts out."),
                                    born));
  else if (calx_date_years (calx_date_latest (self->born), today) > MAX_AGE_YEARS)
    add_complaint (complaints,
                   g_strdup_printf (_("Born %s is more than %d years ago. Correct the year."), born,
                                    MAX_AGE_YEARS));
}

static void
check_age (GPtrArray         *complaints,
           const CalxPatient *self,
           CalxDate           today)
{
  double per_unit = get_days_per_unit (self->age_unit);
  double age;

  if (!calx_number_parse (self->age_text, &age) || age < 0.0)
    add_complaint (complaints,
                   g_strdup_printf (_("Age “%s” is not a number from 0. Write the completed years, such "
                                      "as 72."),
                                    self->age_text));
  else if (per_unit == 0.0)
    add_complaint (complaints,
                   g_strdup_printf (_("Age %s has the unit “%s”. Choose years, months or days."),
                                    self->age_text, self->age_unit));
  else if (age * per_unit >= (MAX_AGE_YEARS + 1) * DAYS_PER_YEAR)
    add_complaint (complaints,
                   g_strdup_printf (_("Age %s is above %d years. Correct it, or choose months or days."),
                                    self->age_text, MAX_AGE_YEARS));

  if (!calx_date_is_day (self->age_on))
    add_complaint (complaints,
                   g_strdup_printf (_("Age %s has no day on which it held. Enter that day."),
                                    self->age_text));
  else if (calx_date_compare (self->age_on, today) > 0)
    {
      g_autofree char *on = calx_date_to_iso (self->age_on);

      add_complaint (complaints,
                     g_strdup_printf (_("Age %s is stated for %s, later than today. Correct the day."),
                                      self->age_text, on));
    }
}

char **
calx_patient_check (const CalxPatient *self,
                    CalxDate           today)
{
  g_autoptr(GPtrArray) complaints = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (calx_date_is_day (today), NULL);

  complaints = g_ptr_array_new_with_free_func (g_free);
  if (self->family_name[0] == '\0' && self->given_name[0] == '\0' && self->record_number[0] == '\0')
    add_complaint (complaints, g_strdup (_("A name or a record number is missing: enter one of them.")));
  check_text (complaints, _("Record number"), self->record_number);
  check_text (complaints, _("Family name"), self->family_name);
  check_text (complaints, _("Given name"), self->given_name);
  check_text (complaints, _("Shift"), self->shift);
  check_text (complaints, _("Chair"), self->chair);
  if (calx_date_is_known (self->born))
    check_born (complaints, self, today);
  else if (self->age_text[0] != '\0')
    check_age (complaints, self, today);
  if ((self->schedule_days & ~ALL_WEEKDAYS) != 0)
    add_complaint (complaints, g_strdup (_("The schedule names a day that no week has. Choose the days "
                                           "again.")));
  if (self->review_interval_days < 0 || self->review_interval_days > MAX_REVIEW_INTERVAL_DAYS)
    add_complaint (complaints,
                   g_strdup_printf (_("A review interval of %d days is not between 0 (none) and %d days."),
                                    self->review_interval_days, MAX_REVIEW_INTERVAL_DAYS));
  if (complaints->len == 0)
    return NULL;
  g_ptr_array_add (complaints, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&complaints), FALSE);
}

const char *
calx_sex_to_id (CalxSex sex)
{
  g_return_val_if_fail (sex < G_N_ELEMENTS (sex_ids), "");

  return sex_ids[sex];
}

gboolean
calx_sex_from_id (const char *id,
                  CalxSex    *ret_sex)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (ret_sex != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (sex_ids); i++)
    if (g_str_equal (sex_ids[i], id))
      {
        *ret_sex = i;
        return TRUE;
      }
  return FALSE;
}

const char *
calx_patient_status_to_id (CalxPatientStatus status)
{
  g_return_val_if_fail (status < G_N_ELEMENTS (status_ids), "");

  return status_ids[status];
}

gboolean
calx_patient_status_from_id (const char        *id,
                             CalxPatientStatus *ret_status)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (ret_status != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (status_ids); i++)
    if (g_str_equal (status_ids[i], id))
      {
        *ret_status = i;
        return TRUE;
      }
  return FALSE;
}
