/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-treatments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "calx-treatments-load.h"

const char *
calx_strength_get_words (CalxStrength strength)
{
  switch (strength)
    {
    case CALX_STRENGTH_RANDOMIZED:
      return _("Randomised trial");
    case CALX_STRENGTH_META_ANALYSIS:
      return _("Meta-analysis");
    case CALX_STRENGTH_OBSERVATIONAL:
      return _("Observational");
    case CALX_STRENGTH_GUIDELINE:
      return _("Guideline");
    case CALX_STRENGTH_CASES:
      return _("Expert opinion or case reports");
    case CALX_STRENGTH_LISTED:
    default:
      return _("Listed in a textbook page, no study named");
    }
}

void
calx_treatments_free (CalxTreatments *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->routes, g_ptr_array_unref);
  g_clear_pointer (&self->indications, g_ptr_array_unref);
  g_clear_pointer (&self->adverse, g_ptr_array_unref);
  g_free (self);
}

guint
calx_treatments_get_n (CalxTreatments *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kinds->len;
}

const CalxTreatmentKind *
calx_treatments_get (CalxTreatments *self,
                     guint           index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->kinds->len, NULL);

  return g_ptr_array_index (self->kinds, index);
}

const CalxTreatmentKind *
calx_treatments_find (CalxTreatments *self,
                      const char     *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const CalxTreatmentKind *kind = g_ptr_array_index (self->kinds, i);

      if (g_str_equal (kind->statement.id, id))
        return kind;
    }
  return NULL;
}

const CalxDrug *
calx_treatment_kind_find_drug (const CalxTreatmentKind *kind,
                               const char              *id)
{
  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  for (guint i = 0; i < kind->drugs->len; i++)
    {
      const CalxDrug *drug = g_ptr_array_index (kind->drugs, i);

      if (g_str_equal (drug->id, id))
        return drug;
    }
  return NULL;
}

const CalxTreatmentTerm *
calx_treatment_terms_find (GPtrArray  *terms,
                           const char *id)
{
  g_return_val_if_fail (terms != NULL && id != NULL, NULL);

  for (guint i = 0; i < terms->len; i++)
    {
      const CalxTreatmentTerm *term = g_ptr_array_index (terms, i);

      if (g_str_equal (term->id, id))
        return term;
    }
  return NULL;
}

GPtrArray *
calx_treatments_get_adverse (CalxTreatments *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->adverse;
}

GPtrArray *
calx_treatments_get_routes (CalxTreatments *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->routes;
}

/* Searching */

/* How well a choice is found: its name begins with the text, a word of it does, it has it somewhere. */
enum
{
  FOUND_BEGIN,
  FOUND_WORD,
  FOUND_INSIDE,
  N_FOUND,
  NOT_FOUND = N_FOUND,
};

static guint
find_in (const char *text,
         const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  const char *at = strstr (folded, wanted);

  if (at == NULL)
    return NOT_FOUND;
  if (at == folded)
    return FOUND_BEGIN;
  while (at != NULL && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
    at = strstr (at + 1, wanted);
  return at != NULL ? FOUND_WORD : FOUND_INSIDE;
}

static guint
rate (const CalxTreatmentChoice *choice,
      const char                *wanted)
{
  const char *label = choice->drug != NULL ? choice->drug->label : choice->kind->statement.label;
  guint found = find_in (g_dgettext (GETTEXT_PACKAGE, label), wanted);

  if (choice->drug != NULL)
    found = MIN (found, find_in (choice->drug->atc, wanted));
  return found;
}

static void
add_choice (GPtrArray               *rated[N_FOUND],
            const CalxTreatmentKind *kind,
            const CalxDrug          *drug,
            const char              *wanted)
{
  CalxTreatmentChoice choice = { kind, drug };
  guint found = rate (&choice, wanted);

  if (found != NOT_FOUND)
    g_ptr_array_add (rated[found], g_memdup2 (&choice, sizeof choice));
}

/* A kind that is called as its drug: the drug says the same, with its code. */
static gboolean
is_a_drug (const CalxTreatmentKind *kind)
{
  return kind->drugs->len == 1 &&
         g_str_equal (((const CalxDrug *) kind->drugs->pdata[0])->label, kind->statement.label);
}

GPtrArray *
calx_treatments_search (CalxTreatments *self,
                        const char     *text)
{
  g_autofree char *stripped = NULL;
  g_autofree char *wanted = NULL;
  GPtrArray *rated[N_FOUND];
  GPtrArray *all;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  wanted = g_utf8_casefold (stripped, -1);
  all = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_FOUND; i++)
    rated[i] = g_ptr_array_new ();
  for (guint i = 0; i < self->kinds->len; i++)
    {
      const CalxTreatmentKind *kind = g_ptr_array_index (self->kinds, i);

      if (*wanted == '\0' || !is_a_drug (kind))
        add_choice (rated, kind, NULL, wanted);
      for (guint j = 0; *wanted != '\0' && j < kind->drugs->len; j++)
        add_choice (rated, kind, g_ptr_array_index (kind->drugs, j), wanted);
    }
  for (guint i = 0; i < N_FOUND; i++)
    g_ptr_array_extend_and_steal (all, rated[i]);
  return all;
}
