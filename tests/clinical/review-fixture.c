/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review-fixture.h"

#include <stdlib.h>

#include "score-fixture.h"

static void
set_sign (CalxLesion     *lesion,
          CalxLesionSign  sign,
          const char     *value)
{
  if (!calx_lesion_sign_value_from_id (sign, value, &lesion->signs[sign]))
    g_error ("no value %s of a lesion's %s", value, calx_lesion_sign_to_id (sign));
}

static void
set_detail (CalxLesion *lesion,
            const char *detail)
{
  g_auto(GStrv) pair = g_strsplit (detail, "=", 2);
  CalxLesionSign sign;

  if (g_str_equal (detail, "healed"))
    lesion->healed = TRUE;
  else if (g_str_equal (detail, "other"))
    lesion->diagnosis = CALX_DIAGNOSIS_OTHER;
  else if (g_str_equal (pair[0], "pain") && pair[1] != NULL)
    lesion->pain = atoi (pair[1]);
  else if (g_str_equal (pair[0], "ulcerated") && pair[1] != NULL)
    g_assert_true (calx_ternary_from_id (pair[1], &lesion->ulcerated));
  else if (pair[1] != NULL && calx_lesion_sign_from_id (pair[0], &sign))
    set_sign (lesion, sign, pair[1]);
  else if (!calx_lesion_type_from_id (detail, &lesion->type))
    g_error ("a lesion has no %s", detail);
}

static CalxLesion *
read_lesion (const char *text,
             int         number)
{
  g_auto(GStrv) words = g_strsplit (text, " ", -1);
  CalxLesion *lesion;

  if (calx_regions_find (score_knowledge ()->regions, words[0]) == NULL)
    g_error ("no region %s", words[0]);
  lesion = calx_lesion_new (number, CALX_VIEW_ANTERIOR, 0.0, 0.5, words[0]);
  for (guint i = 1; words[i] != NULL; i++)
    set_detail (lesion, words[i]);
  return lesion;
}

static CalxSession *
take (CalxSession *session,
      CalxSession *next)
{
  calx_session_unref (session);
  return next;
}

static CalxSession *
enter_lesions (CalxSession *session,
               const char  *lesions)
{
  g_auto(GStrv) entries = g_strsplit (lesions, ";", -1);
  int number = 0;

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_autoptr(CalxLesion) lesion = NULL;

      if (*g_strstrip (entries[i]) == '\0')
        continue;
      lesion = read_lesion (entries[i], ++number);
      session = take (session, calx_session_with_lesion (session, lesion));
    }
  return session;
}

/* Sex and age stand in the patient's record, not in the session. */
static CalxPatient *
read_patient (CalxFindings *findings)
{
  CalxPatient *patient = calx_patient_new ();
  const CalxFinding *sex = calx_findings_get_by_id (findings, "sex");
  const CalxFinding *age = calx_findings_get_by_id (findings, "age");

  if (sex->state == CALX_FINDING_VALUE)
    patient->sex = g_str_equal (sex->text, "female") ? CALX_SEX_FEMALE : CALX_SEX_MALE;
  if (age->state == CALX_FINDING_VALUE)
    {
      calx_patient_set (&patient->age_text, age->text);
      calx_patient_set (&patient->age_unit, age->unit);
      patient->age_on = SCORE_DATE;
    }
  return patient;
}

static CalxSession *
enter_treatments (CalxSession *session,
                  const char  *treatments)
{
  g_auto(GStrv) entries = g_strsplit (treatments, ";", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto(GStrv) words = g_strsplit (g_strstrip (entries[i]), " ", 2);
      g_autoptr(CalxTreatment) treatment = NULL;

      if (words[0] == NULL)
        continue;
      if (calx_treatments_find (score_knowledge ()->treatments, words[0]) == NULL)
        g_error ("no treatment %s", words[0]);
      treatment = calx_treatment_new (words[0], "");
      if (words[1] != NULL)
        calx_treatment_set_stop (treatment, CALX_DATE_NONE);
      session = take (session, calx_session_with_treatment (session, treatment));
    }
  return session;
}

CalxReview *
review_with_treatments (const char *findings,
                        const char *lesions,
                        const char *treatments)
{
  g_autoptr(CalxFindings) entered = score_findings (findings);
  g_autoptr(CalxPatient) patient = read_patient (entered);
  g_autoptr(CalxSession) session = calx_session_new (score_knowledge ()->inputs, "", SCORE_DATE);

  session = take (session, calx_session_with_findings (session, entered));
  session = enter_lesions (session, lesions);
  session = enter_treatments (session, treatments);
  return calx_review_new (score_knowledge (), session, patient, NULL);
}

CalxReview *
review_of (const char *findings,
           const char *lesions)
{
  return review_with_treatments (findings, lesions, "");
}
