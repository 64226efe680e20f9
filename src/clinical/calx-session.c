/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-session-private.h"

static GPtrArray *
lesions_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) calx_lesion_unref);
}

static GPtrArray *
treatments_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) calx_treatment_unref);
}

CalxSession *
calx_session_new_full (CalxInputs *inputs,
                       const char *uuid,
                       const char *patient_uuid,
                       CalxDate    date)
{
  CalxSession *self;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (patient_uuid != NULL, NULL);
  g_return_val_if_fail (calx_date_is_day (date), NULL);

  self = g_new0 (CalxSession, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->uuid = g_strdup (uuid);
  self->patient_uuid = g_strdup (patient_uuid);
  self->date = date;
  self->note = g_strdup ("");
  self->findings = calx_findings_new (inputs);
  self->lesions = lesions_new ();
  self->checklist = calx_checklist_new ();
  self->treatments = treatments_new ();
  self->version_uuid = g_strdup ("");
  return self;
}

CalxSession *
calx_session_new (CalxInputs *inputs,
                  const char *patient_uuid,
                  CalxDate    date)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return calx_session_new_full (inputs, uuid, patient_uuid, date);
}

void
calx_session_take_findings (CalxSession  *self,
                            CalxFindings *findings)
{
  calx_findings_unref (self->findings);
  self->findings = findings;
}

void
calx_session_take_checklist (CalxSession   *self,
                             CalxChecklist *checklist)
{
  calx_checklist_unref (self->checklist);
  self->checklist = checklist;
}

CalxSession *
calx_session_new_from_full (CalxSession *previous,
                            const char  *uuid,
                            CalxDate     date)
{
  CalxSession *self;

  g_return_val_if_fail (previous != NULL, NULL);
  g_return_val_if_fail (uuid != NULL, NULL);
  g_return_val_if_fail (calx_date_is_day (date), NULL);

  self = calx_session_new_full (calx_findings_get_inputs (previous->findings), uuid, previous->patient_uuid,
                                date);
  calx_session_take_findings (self, calx_findings_carry (previous->findings, previous->version_uuid, previous->date));
  for (guint i = 0; i < previous->lesions->len; i++)
    g_ptr_array_add (self->lesions, calx_lesion_ref (g_ptr_array_index (previous->lesions, i)));
  calx_session_take_checklist (self, calx_checklist_carry (previous->checklist, previous->date));
  for (guint i = 0; i < previous->treatments->len; i++)
    g_ptr_array_add (self->treatments, calx_treatment_ref (g_ptr_array_index (previous->treatments, i)));
  return self;
}

CalxSession *
calx_session_new_from (CalxSession *previous,
                       CalxDate     date)
{
  g_autofree char *uuid = g_uuid_string_random ();

  return calx_session_new_from_full (previous, uuid, date);
}

CalxSession *
calx_session_ref (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
calx_session_unref (CalxSession *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->uuid);
  g_free (self->patient_uuid);
  g_free (self->note);
  calx_findings_unref (self->findings);
  g_ptr_array_unref (self->lesions);
  calx_checklist_unref (self->checklist);
  g_ptr_array_unref (self->treatments);
  g_free (self->version_uuid);
  g_free (self);
}

/* Shares findings, lesions, treatments and checklist; only for the functions below, before the copy is handed out. */
static CalxSession *
copy (CalxSession *self)
{
  CalxSession *new = g_new0 (CalxSession, 1);

  g_atomic_ref_count_init (&new->ref_count);
  new->uuid = g_strdup (self->uuid);
  new->patient_uuid = g_strdup (self->patient_uuid);
  new->date = self->date;
  new->note = g_strdup (self->note);
  new->findings = calx_findings_ref (self->findings);
  new->lesions = g_ptr_array_ref (self->lesions);
  new->checklist = calx_checklist_ref (self->checklist);
  new->treatments = g_ptr_array_ref (self->treatments);
  new->version_uuid = g_strdup (self->version_uuid);
  new->version = self->version;
  return new;
}

const char *
calx_session_get_uuid (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->uuid;
}

const char *
calx_session_get_patient_uuid (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->patient_uuid;
}

CalxDate
calx_session_get_date (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, CALX_DATE_NONE);

  return self->date;
}

const char *
calx_session_get_note (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->note;
}

CalxFindings *
calx_session_get_findings (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->findings;
}

GPtrArray *
calx_session_get_lesions (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lesions;
}

CalxChecklist *
calx_session_get_checklist (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->checklist;
}

CalxLesion *
calx_session_find_lesion (CalxSession *self,
                          const char  *lesion_uuid)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (lesion_uuid != NULL, NULL);

  for (guint i = 0; i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);

      if (g_str_equal (lesion->uuid, lesion_uuid))
        return lesion;
    }
  return NULL;
}

GPtrArray *
calx_session_get_treatments (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->treatments;
}

CalxTreatment *
calx_session_find_treatment (CalxSession *self,
                             const char  *treatment_uuid)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (treatment_uuid != NULL, NULL);

  for (guint i = 0; i < self->treatments->len; i++)
    {
      CalxTreatment *treatment = g_ptr_array_index (self->treatments, i);

      if (g_str_equal (treatment->uuid, treatment_uuid))
        return treatment;
    }
  return NULL;
}

const char *
calx_session_get_version_uuid (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->version_uuid;
}

int
calx_session_get_version (CalxSession *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->version;
}

gboolean
calx_session_has_seen (CalxSession      *self,
                       const CalxLesion *lesion)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (lesion != NULL, FALSE);

  return calx_date_compare (lesion->seen, self->date) == 0;
}

/* @lesion as looked at on @date. */
static CalxLesion *
see (const CalxLesion *lesion,
     CalxDate          date)
{
  CalxLesion *seen = calx_lesion_copy (lesion);

  seen->seen = date;
  return seen;
}

CalxSession *
calx_session_with_date (CalxSession *self,
                        CalxDate     date)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (calx_date_is_day (date), NULL);

  new = copy (self);
  new->date = date;
  g_ptr_array_unref (new->lesions);
  new->lesions = lesions_new ();
  for (guint i = 0; i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);

      g_ptr_array_add (new->lesions,
                       calx_session_has_seen (self, lesion) ? see (lesion, date) : calx_lesion_ref (lesion));
    }
  return new;
}

/* Entered findings of @self over those that @from (nullable) hands on. */
static CalxFindings *
carry_findings_anew (CalxSession *self,
                     CalxSession *from)
{
  CalxInputs *inputs = calx_findings_get_inputs (self->findings);
  g_autoptr(CalxFindings) findings
    = from != NULL ? calx_findings_carry (from->findings, from->version_uuid, from->date) : calx_findings_new (inputs);

  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxFinding *finding = calx_findings_get (self->findings, i);
      CalxFindings *next;

      if (finding->state == CALX_FINDING_UNKNOWN || finding->carried_from != NULL)
        continue;
      next = calx_findings_with (findings, i, finding);
      calx_findings_unref (findings);
      findings = next;
    }
  return g_steal_pointer (&findings);
}

/* What @self entered in its checklist over what @from (nullable) hands on. */
static CalxChecklist *
carry_checklist_anew (CalxSession *self,
                      CalxSession *was_from,
                      CalxSession *from)
{
  g_autoptr(CalxChecklist) was
    = was_from != NULL ? calx_checklist_carry (was_from->checklist, was_from->date) : NULL;
  g_autoptr(CalxChecklist) base
    = from != NULL ? calx_checklist_carry (from->checklist, from->date) : calx_checklist_new ();

  return calx_checklist_rebase (self->checklist, was, base);
}

/* Treatments of @self that @was_from (nullable) did not hand on, over those of @from (nullable). */
static CalxSession *
carry_treatments_anew (CalxSession *self,
                       CalxSession *was_from,
                       CalxSession *from)
{
  CalxSession *new = copy (self);

  g_ptr_array_unref (new->treatments);
  new->treatments = from != NULL ? g_ptr_array_ref (from->treatments) : treatments_new ();
  for (guint i = 0; i < self->treatments->len; i++)
    {
      CalxTreatment *treatment = g_ptr_array_index (self->treatments, i);
      CalxTreatment *before
        = was_from != NULL ? calx_session_find_treatment (was_from, treatment->uuid) : NULL;
      CalxSession *next;

      if (before != NULL && calx_treatment_equal (before, treatment))
        continue;
      next = calx_session_with_treatment (new, treatment);
      calx_session_unref (new);
      new = next;
    }
  return new;
}

/* What becomes of @lesion, which came as @before (nullable), in @new, which has @date already: one that was
 * edited or confirmed in @self stays; of a carried one stays who is the sentinel. NULL: nothing. */
static CalxLesion *
carry_lesion_anew (CalxSession      *self,
                   const CalxLesion *lesion,
                   const CalxLesion *before,
                   CalxSession      *new)
{
  CalxLesion *there;
  CalxLesion *marked;

  if (before != NULL && calx_lesion_equal (before, lesion))
    return NULL;
  if (calx_session_has_seen (self, lesion))
    return see (lesion, new->date);
  there = calx_session_find_lesion (new, lesion->uuid);
  if (there == NULL || before == NULL || before->sentinel == lesion->sentinel)
    return NULL;
  marked = calx_lesion_copy (there);
  marked->sentinel = lesion->sentinel;
  return marked;
}

CalxSession *
calx_session_carry_anew (CalxSession *self,
                         CalxSession *was_from,
                         CalxSession *from,
                         CalxDate     date)
{
  g_autoptr(CalxSession) new = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->version == 0, NULL);
  g_return_val_if_fail (calx_date_is_day (date), NULL);

  new = calx_session_with_date (self, date);
  calx_session_take_findings (new, carry_findings_anew (self, from));
  calx_session_take_checklist (new, carry_checklist_anew (self, was_from, from));
  g_ptr_array_unref (new->lesions);
  new->lesions = lesions_new ();
  for (guint i = 0; from != NULL && i < from->lesions->len; i++)
    g_ptr_array_add (new->lesions, calx_lesion_ref (g_ptr_array_index (from->lesions, i)));
  for (guint i = 0; i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);
      CalxLesion *before = was_from != NULL ? calx_session_find_lesion (was_from, lesion->uuid) : NULL;
      g_autoptr(CalxLesion) kept = carry_lesion_anew (self, lesion, before, new);
      CalxSession *next;

      if (kept == NULL)
        continue;
      next = calx_session_with_lesion (new, kept);
      calx_session_unref (new);
      new = next;
    }
  return carry_treatments_anew (new, was_from, from);
}

CalxSession *
calx_session_with_note (CalxSession *self,
                        const char  *note)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (note != NULL, NULL);

  new = copy (self);
  g_free (new->note);
  new->note = g_strdup (note);
  return new;
}

CalxSession *
calx_session_with_finding (CalxSession       *self,
                           guint              index,
                           const CalxFinding *finding)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  new = copy (self);
  calx_session_take_findings (new, calx_findings_with (self->findings, index, finding));
  return new;
}

CalxSession *
calx_session_with_findings (CalxSession  *self,
                            CalxFindings *findings)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (findings != NULL, NULL);

  new = copy (self);
  calx_session_take_findings (new, calx_findings_ref (findings));
  return new;
}

int
calx_lesion_compare_numbers (gconstpointer a,
                             gconstpointer b)
{
  const CalxLesion *const *left = a;
  const CalxLesion *const *right = b;

  return (*left)->number - (*right)->number;
}

/* The lesions without the one of that uuid. */
static GPtrArray *
copy_lesions_without (CalxSession *self,
                      const char  *uuid)
{
  GPtrArray *lesions = lesions_new ();

  for (guint i = 0; i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);

      if (!g_str_equal (lesion->uuid, uuid))
        g_ptr_array_add (lesions, calx_lesion_ref (lesion));
    }
  return lesions;
}

gboolean
calx_lesion_is_open_sentinel (const CalxLesion *lesion)
{
  return lesion->sentinel && !lesion->healed;
}

/* One open lesion is followed at a time: the mark goes from whichever of @lesions had it. */
static void
take_sentinel (GPtrArray *lesions)
{
  for (guint i = 0; i < lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (lesions, i);

      if (!calx_lesion_is_open_sentinel (lesion))
        continue;
      lesions->pdata[i] = calx_lesion_copy (lesion);
      ((CalxLesion *) lesions->pdata[i])->sentinel = FALSE;
      calx_lesion_unref (lesion);
    }
}

/* @lesion as the session keeps it: with the day on which it was looked at, without a mark that healing ends. */
static CalxLesion *
take_in (CalxSession *self,
         CalxLesion  *lesion)
{
  CalxLesion *old = calx_session_find_lesion (self, lesion->uuid);
  gboolean is_seen_now = !calx_date_is_known (lesion->seen) ||
                         (old != NULL && !calx_lesion_equal_look (old, lesion));
  gboolean is_marked = calx_lesion_is_open_sentinel (lesion);
  CalxLesion *kept;

  if (!is_seen_now && is_marked == lesion->sentinel)
    return calx_lesion_ref (lesion);
  kept = see (lesion, is_seen_now ? self->date : lesion->seen);
  kept->sentinel = is_marked;
  return kept;
}

CalxSession *
calx_session_with_lesion (CalxSession *self,
                          CalxLesion  *lesion)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (lesion != NULL, NULL);

  new = copy (self);
  g_ptr_array_unref (new->lesions);
  new->lesions = copy_lesions_without (self, lesion->uuid);
  if (calx_lesion_is_open_sentinel (lesion))
    take_sentinel (new->lesions);
  g_ptr_array_add (new->lesions, take_in (self, lesion));
  g_ptr_array_sort (new->lesions, calx_lesion_compare_numbers);
  return new;
}

CalxSession *
calx_session_with_lesion_seen (CalxSession *self,
                               const char  *lesion_uuid)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);

  new = calx_session_ref (self);
  for (guint i = 0; i < self->lesions->len; i++)
    {
      CalxLesion *lesion = g_ptr_array_index (self->lesions, i);
      g_autoptr(CalxLesion) seen = NULL;
      CalxSession *next;

      if (calx_session_has_seen (self, lesion) ||
          (lesion_uuid != NULL ? !g_str_equal (lesion->uuid, lesion_uuid) : lesion->healed))
        continue;
      seen = see (lesion, self->date);
      next = calx_session_with_lesion (new, seen);
      calx_session_unref (new);
      new = next;
    }
  return new;
}

CalxSession *
calx_session_without_lesion (CalxSession *self,
                             const char  *lesion_uuid)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (lesion_uuid != NULL, NULL);

  new = copy (self);
  g_ptr_array_unref (new->lesions);
  new->lesions = copy_lesions_without (self, lesion_uuid);
  return new;
}

/* The treatments with @treatment (nullable) in the place of the one of that uuid, or at the end. */
static GPtrArray *
replace_treatment (GPtrArray     *treatments,
                   const char    *uuid,
                   CalxTreatment *treatment)
{
  GPtrArray *replaced = treatments_new ();
  gboolean is_there = FALSE;

  for (guint i = 0; i < treatments->len; i++)
    {
      CalxTreatment *old = g_ptr_array_index (treatments, i);
      gboolean is_it = g_str_equal (old->uuid, uuid);

      is_there |= is_it;
      if (!is_it)
        g_ptr_array_add (replaced, calx_treatment_ref (old));
      else if (treatment != NULL)
        g_ptr_array_add (replaced, calx_treatment_ref (treatment));
    }
  if (!is_there && treatment != NULL)
    g_ptr_array_add (replaced, calx_treatment_ref (treatment));
  return replaced;
}

CalxSession *
calx_session_with_treatment (CalxSession   *self,
                             CalxTreatment *treatment)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (treatment != NULL, NULL);

  new = copy (self);
  g_ptr_array_unref (new->treatments);
  new->treatments = replace_treatment (self->treatments, treatment->uuid, treatment);
  return new;
}

CalxSession *
calx_session_without_treatment (CalxSession *self,
                                const char  *treatment_uuid)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (treatment_uuid != NULL, NULL);

  new = copy (self);
  g_ptr_array_unref (new->treatments);
  new->treatments = replace_treatment (self->treatments, treatment_uuid, NULL);
  return new;
}

CalxSession *
calx_session_with_checklist (CalxSession   *self,
                             CalxChecklist *checklist)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (checklist != NULL, NULL);

  new = copy (self);
  calx_session_take_checklist (new, calx_checklist_ref (checklist));
  return new;
}

CalxSession *
calx_session_with_version (CalxSession *self,
                           const char  *version_uuid,
                           int          version)
{
  CalxSession *new;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (version_uuid != NULL, NULL);
  g_return_val_if_fail (version >= 0, NULL);

  new = copy (self);
  g_free (new->version_uuid);
  new->version_uuid = g_strdup (version_uuid);
  new->version = version;
  return new;
}

gboolean
calx_session_equal_content (CalxSession *a,
                            CalxSession *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  if (!g_str_equal (a->uuid, b->uuid) || !g_str_equal (a->patient_uuid, b->patient_uuid) ||
      calx_date_compare (a->date, b->date) != 0 || !g_str_equal (a->note, b->note) ||
      !calx_findings_equal (a->findings, b->findings) ||
      !calx_checklist_equal (a->checklist, b->checklist) || a->lesions->len != b->lesions->len ||
      a->treatments->len != b->treatments->len)
    return FALSE;
  for (guint i = 0; i < a->lesions->len; i++)
    if (!calx_lesion_equal (g_ptr_array_index (a->lesions, i), g_ptr_array_index (b->lesions, i)))
      return FALSE;
  for (guint i = 0; i < a->treatments->len; i++)
    if (!calx_treatment_equal (g_ptr_array_index (a->treatments, i), g_ptr_array_index (b->treatments, i)))
      return FALSE;
  return TRUE;
}

/* What is assessed */

static gboolean
has_suspicious_lesion (CalxSession *self)
{
  for (guint i = 0; i < self->lesions->len; i++)
    {
      const CalxLesion *lesion = g_ptr_array_index (self->lesions, i);

      if (!lesion->healed && lesion->diagnosis != CALX_DIAGNOSIS_OTHER)
        return TRUE;
    }
  return FALSE;
}

/* Takes @findings; an input that a clinic's file leaves out is left alone. */
static CalxFindings *
replace (CalxFindings      *findings,
         const char        *input_id,
         const CalxFinding *finding)
{
  g_autoptr(CalxFindings) old = findings;
  const CalxInput *input = calx_inputs_find (calx_findings_get_inputs (findings), input_id);

  if (input == NULL)
    return g_steal_pointer (&old);
  return calx_findings_with (old, input->index, finding);
}

CalxFindings *
calx_session_get_assessable (CalxSession       *self,
                             const CalxPatient *patient)
{
  CalxFindings *findings;
  CalxFinding age;
  CalxFinding sex;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (patient != NULL, NULL);

  age = calx_patient_get_age_finding (patient, self->date);
  sex = calx_patient_get_sex_finding (patient);
  findings = calx_findings_ref (self->findings);
  findings = replace (findings, "age", &age);
  findings = replace (findings, "sex", &sex);
  if (has_suspicious_lesion (self))
    {
      CalxFinding yes = { .state = CALX_FINDING_VALUE, .text = "yes" };

      findings = replace (findings, "lesions", &yes);
    }
  return findings;
}
