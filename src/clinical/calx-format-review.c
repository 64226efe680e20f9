/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format-review.h"

#include <glib/gi18n-lib.h>

#include "calx-facts.h"
#include "calx-format-treatment.h"
#include "calx-format.h"

/* As many as a line of a narrow pane can name before "and 3 more". */
#define N_NAMED 3

const char *
calx_format_rule_result (CalxRuleResult result)
{
  switch (result)
    {
    case CALX_RULE_MET:
      return _("Met");
    case CALX_RULE_NOT_MET:
      return _("Not met");
    case CALX_RULE_UNKNOWN:
    default:
      return _("Not known");
    }
}

static char *
capitalize (const char *text)
{
  char first[8] = { 0 };

  if (*text == '\0')
    return g_strdup ("");
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first);
  return g_strconcat (first, g_utf8_next_char (text), NULL);
}

/* --- evidence ------------------------------------------------------------------------------- */

/* Calcium corrected is shown in the unit, or in the word, that total calcium was entered in. */
static const CalxFinding *
find_origin (const CalxInput  *input,
             const CalxReview *review)
{
  const char *id = g_str_equal (input->id, "calcium_corrected") ? "calcium_total" : input->id;

  return calx_findings_get_by_id (review->facts.findings, id);
}

static const CalxUnit *
get_computed_unit (const CalxInput  *input,
                   const CalxReview *review)
{
  const char *code = find_origin (input, review)->unit;
  const CalxUnit *unit = code == NULL ? NULL : calx_quantity_find_unit (input->quantity, code);

  return unit != NULL ? unit : &input->quantity->units[0];
}

/* What counts: as entered, or what was computed of what was entered. */
static char *
format_value (const CalxInput  *input,
              const CalxReview *review)
{
  const CalxFinding *finding = calx_findings_get (review->facts.findings, input->index);
  CalxUse how = calx_facts_examine (&review->facts, input, NULL);
  g_autofree char *computed = NULL;
  CalxFact fact;

  if (how == CALX_USE_OK || how == CALX_USE_NO_NUMBER)
    return calx_format_finding (finding, input);
  if (input->kind != CALX_INPUT_NUMBER && calx_facts_get_answer (&review->facts, input) != NULL)
    return g_strdup (_("yes")); /* implied by another answer */
  if (input->kind == CALX_INPUT_NUMBER && calx_facts_get_number (&review->facts, input, &fact))
    {
      computed = calx_format_quantity (fact.value, get_computed_unit (input, review));
      return fact.origin == CALX_ORIGIN_ENTERED ? g_steal_pointer (&computed)
                                                : g_strdup_printf (_("%s, computed"), computed);
    }
  if (how == CALX_USE_EXPIRED)
    {
      computed = calx_format_finding (finding, input);
      return g_strdup_printf (_("%s, too old to count"), computed);
    }
  if (how == CALX_USE_UNKNOWN && calx_facts_get_level (&review->facts, input) != CALX_LEVEL_UNKNOWN)
    return calx_format_finding (find_origin (input, review), input);
  return g_strdup (_("not known"));
}

/* When it was measured, where that is not plainly today. */
static char *
format_day (const CalxInput  *input,
            const CalxReview *review)
{
  const CalxFinding *finding = calx_findings_get (review->facts.findings, input->index);
  CalxDate day = calx_finding_get_measured_date (finding);

  if (finding->state == CALX_FINDING_UNKNOWN || input->source == CALX_INPUT_BY_PATIENT)
    return g_strdup ("");
  if (!calx_date_is_known (day) && input->laboratory)
    day = review->facts.date;
  return calx_date_is_known (day) ? calx_format_date (day) : g_strdup ("");
}

static char *
format_input (const CalxInput  *input,
              const CalxReview *review)
{
  const char *label = _(input->label);
  g_autofree char *value = format_value (input, review);
  g_autofree char *day = format_day (input, review);

  /* TRANSLATORS: a finding and its value: "Serum phosphate: 6.5 mg/dL" */
  return *day != '\0' ? g_strdup_printf (_("%s: %s, %s"), label, value, day)
                      : g_strdup_printf (_("%s: %s"), label, value);
}

static char *
format_aspect (const CalxEvidence *evidence,
               const CalxLesion   *lesion,
               const CalxReview   *review)
{
  const char *aspect = evidence->aspect;
  gboolean known = calx_evidence_is_known (evidence, &review->facts);
  const CalxRegion *region;
  CalxLesionSign sign;

  if (g_str_equal (aspect, "type"))
    return g_strdup (known ? calx_format_lesion_type (lesion->type) : _("type not known"));
  if (g_str_equal (aspect, "pain"))
    return known ? g_strdup_printf (_("pain %d/10"), lesion->pain) : g_strdup (_("pain not known"));
  if (calx_lesion_sign_from_id (aspect, &sign))
    return calx_format_lesion_sign_of (lesion, sign);
  if (g_str_equal (aspect, "ulceration"))
    return g_strdup (!known                                    ? _("ulceration not known")
                     : lesion->ulcerated == CALX_TERNARY_NO ? _("not ulcerated")
                                                            : _("ulcerated"));
  region = calx_regions_find (review->knowledge->regions, lesion->region_id);
  return region != NULL ? calx_format_region (region) : g_strdup (lesion->region_id);
}

static const char *
name_treatment (const CalxEvidence *evidence,
                const CalxReview   *review)
{
  return _(calx_treatments_find (review->knowledge->treatments, evidence->treatment)->statement.label);
}

static char *
format_treatment_used (const CalxEvidence *evidence,
                       const CalxReview   *review)
{
  const CalxTreatment *treatment = calx_evidence_get_treatment (evidence, &review->facts);

  if (treatment != NULL)
    return calx_format_treatment (review->knowledge->treatments, treatment);
  return g_strdup_printf (_("%s: not known"), name_treatment (evidence, review));
}

/* All aspects of one lesion that were used, as one part. */
static char *
format_lesion (const GArray     *used,
               const CalxLesion *lesion,
               const CalxReview *review)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < used->len; i++)
    {
      const CalxEvidence *evidence = &g_array_index (used, CalxEvidence, i);
      g_autofree char *aspect = NULL;

      if (evidence->aspect == NULL || evidence->lesion_number != lesion->number)
        continue;
      aspect = format_aspect (evidence, lesion, review);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", aspect);
    }
  /* TRANSLATORS: a lesion and what is seen of it: "L1: Plaque, pain 6/10" */
  return g_strdup_printf (_("L%d: %s"), lesion->number, text->str);
}

static gboolean
is_first_of_lesion (const GArray *used,
                    guint         index)
{
  int number = g_array_index (used, CalxEvidence, index).lesion_number;

  for (guint i = 0; i < index; i++)
    if (g_array_index (used, CalxEvidence, i).aspect != NULL &&
        g_array_index (used, CalxEvidence, i).lesion_number == number)
      return FALSE;
  return TRUE;
}

/* The first @n_most of @parts, and how many more there are. */
static char *
join (GPtrArray  *parts,
      guint       n_most,
      const char *separator)
{
  guint n_left = parts->len > n_most ? parts->len - n_most : 0;
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < parts->len - n_left; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? separator : "", (const char *) parts->pdata[i]);
  if (n_left > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n_left),
                            n_left);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
calx_format_evidence (const GArray     *used,
                      const CalxReview *review,
                      guint             n_most)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (used != NULL && review != NULL, NULL);

  for (guint i = 0; i < used->len; i++)
    {
      const CalxEvidence *evidence = &g_array_index (used, CalxEvidence, i);
      const CalxLesion *lesion = calx_evidence_get_lesion (evidence, &review->facts);

      if (evidence->input != NULL)
        g_ptr_array_add (parts, format_input (evidence->input, review));
      else if (evidence->treatment != NULL)
        g_ptr_array_add (parts, format_treatment_used (evidence, review));
      else if (lesion != NULL && is_first_of_lesion (used, i))
        g_ptr_array_add (parts, format_lesion (used, lesion, review));
    }
  return join (parts, n_most, "; ");
}

static char *
name_aspect (const char *aspect,
             const char *lesions)
{
  CalxLesionSign sign;

  /* TRANSLATORS: %s is one or more lesions: "L1, L2" */
  if (g_str_equal (aspect, "type"))
    return g_strdup_printf (_("type of %s"), lesions);
  if (g_str_equal (aspect, "pain"))
    return g_strdup_printf (_("pain of %s"), lesions);
  if (calx_lesion_sign_from_id (aspect, &sign))
    /* TRANSLATORS: what is not known of lesions: "L1, L2: tempo" */
    return g_strdup_printf (_("%s: %s"), lesions, calx_format_lesion_sign (sign));
  if (g_str_equal (aspect, "ulceration"))
    return g_strdup_printf (_("ulceration of %s"), lesions);
  return g_strdup_printf (_("place of %s"), lesions);
}

/* All lesions of the list whose aspect it is are named with the first; NULL of the others. */
static char *
name_evidence (GPtrArray        *list,
               guint             index,
               const CalxReview *review)
{
  const CalxEvidence *named = list->pdata[index];
  g_autoptr(GString) lesions = g_string_new (NULL);
  guint n = 0;

  if (named->input != NULL)
    return g_strdup (_(named->input->label));
  if (named->treatment != NULL)
    return g_strdup (name_treatment (named, review));
  for (guint i = 0; i < list->len; i++)
    {
      const CalxEvidence *evidence = list->pdata[i];

      if (evidence->aspect == NULL || !g_str_equal (evidence->aspect, named->aspect))
        continue;
      if (i < index)
        return NULL;
      g_string_append_printf (lesions, "%sL%d", lesions->len > 0 ? ", " : "", evidence->lesion_number);
      n++;
    }
  if (n > N_NAMED)
    g_string_printf (lesions, g_dngettext (GETTEXT_PACKAGE, "%u lesion", "%u lesions", n), n);
  return name_aspect (named->aspect, lesions->str);
}

char *
calx_format_missing (const GArray     *used,
                     const CalxReview *review,
                     guint             n_most)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) missing = g_ptr_array_new ();

  g_return_val_if_fail (used != NULL && review != NULL, NULL);

  for (guint i = 0; i < used->len; i++)
    if (!calx_evidence_is_known (&g_array_index (used, CalxEvidence, i), &review->facts))
      g_ptr_array_add (missing, &g_array_index (used, CalxEvidence, i));
  /* A year alone, a value without a number: known, and yet not enough. */
  for (guint i = 0, n_missing = missing->len; n_missing == 0 && i < used->len; i++)
    g_ptr_array_add (missing, &g_array_index (used, CalxEvidence, i));
  for (guint i = 0; i < missing->len; i++)
    {
      char *name = name_evidence (missing, i, review);

      if (name != NULL)
        g_ptr_array_add (parts, name);
    }
  return join (parts, n_most, ", ");
}

/* --- criteria ------------------------------------------------------------------------------- */

const char *
calx_format_clause_group (CalxClauseGroup group)
{
  switch (group)
    {
    case CALX_CLAUSE_MAJOR:
      return _("Major factors");
    case CALX_CLAUSE_MINOR:
      return _("Minor factors");
    case CALX_CLAUSE_LESION:
      return _("Lesions");
    case CALX_CLAUSE_EXCLUSION:
      return _("Exclusions");
    case CALX_CLAUSE_PATHOLOGY:
    default:
      return _("Pathology");
    }
}

static char *
format_cannot_tell (const char       *name,
                    const GArray     *used,
                    const CalxReview *review)
{
  g_autofree char *missing = calx_format_missing (used, review, N_NAMED);

  return g_strdup_printf (_("Cannot tell by %s; not known: %s"), name, missing);
}

char *
calx_format_criteria (const CalxCriteriaResult *result,
                      const CalxReview         *review)
{
  const char *name;
  const CalxVerdict *tier;

  g_return_val_if_fail (result != NULL && review != NULL, NULL);

  name = _(result->set->name);
  if (result->applies->result == CALX_RULE_NOT_MET)
    {
      g_autofree char *begun = capitalize (name);

      return g_strdup_printf (_("%s does not apply"), begun);
    }
  if (result->applies->result == CALX_RULE_UNKNOWN)
    return format_cannot_tell (name, result->applies->used, review);
  tier = calx_criteria_result_get_tier (result);
  if (tier != NULL)
    /* TRANSLATORS: a tier of a set of criteria: "Meets 'suspected' of the consensus" */
    return g_strdup_printf (_("Meets '%s' of %s"), _(tier->statement->label), name);
  for (guint i = 0; i < result->tiers->len; i++)
    {
      tier = result->tiers->pdata[i];
      if (tier->result == CALX_RULE_UNKNOWN)
        return format_cannot_tell (name, tier->used, review);
    }
  return g_strdup_printf (_("Does not meet %s"), name);
}

char *
calx_format_criteria_counts (const CalxCriteriaResult *result)
{
  guint n[3] = { 0 };

  g_return_val_if_fail (result != NULL, NULL);

  for (guint i = 0; i < result->clauses->len; i++)
    n[((const CalxVerdict *) result->clauses->pdata[i])->result]++;
  return g_strdup_printf (_("%u met, %u not met, %u not known"), n[CALX_RULE_MET], n[CALX_RULE_NOT_MET],
                          n[CALX_RULE_UNKNOWN]);
}

/* --- subtypes ------------------------------------------------------------------------------- */

char *
calx_format_certainty (const CalxSuggestion *suggestion,
                       const CalxReview     *review)
{
  g_return_val_if_fail (suggestion != NULL && review != NULL, NULL);

  switch (suggestion->certainty)
    {
    case CALX_SUGGESTION_SUGGESTED:
      return g_strdup (suggestion->subtype->urgent ? _("Suggested, urgent") : _("Suggested"));
    case CALX_SUGGESTION_POSSIBLE:
      return g_strdup (suggestion->subtype->urgent ? _("Possible, urgent") : _("Possible"));
    case CALX_SUGGESTION_CANNOT_TELL:
    default:
      break;
    }
  if (suggestion->decided == NULL)
    return g_strdup (_("Cannot tell"));
  else
    {
      g_autofree char *missing = calx_format_missing (suggestion->decided->used, review, N_NAMED);

      return g_strdup_printf (_("Cannot tell; not known: %s"), missing);
    }
}

char *
calx_format_suggestion (const CalxSuggestion *suggestion)
{
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (suggestion != NULL, NULL);

  text = g_string_new (_(suggestion->subtype->statement.label));
  for (guint i = 0; suggestion->parts != NULL && i < suggestion->parts->len; i++)
    {
      const CalxSubtype *part = suggestion->parts->pdata[i];

      g_string_append_printf (text, "%s%s", i == 0 ? ": " : ", ", _(part->statement.label));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
calx_format_suggestion_headline (const CalxSuggestion *suggestion,
                                 const CalxReview     *review)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (suggestion != NULL && review != NULL, NULL);

  name = calx_format_suggestion (suggestion);
  switch (suggestion->certainty)
    {
    case CALX_SUGGESTION_SUGGESTED:
      return g_strdup_printf (suggestion->subtype->urgent ? _("%s: suggested, urgent") : _("%s: suggested"), name);
    case CALX_SUGGESTION_POSSIBLE:
      return g_strdup_printf (suggestion->subtype->urgent ? _("%s: possible, urgent") : _("%s: possible"), name);
    case CALX_SUGGESTION_CANNOT_TELL:
    default:
      return g_strdup_printf (_("%s: cannot tell"), name);
    }
}

char *
calx_format_codes (const CalxSubtype *subtype)
{
  g_autoptr(GString) text = g_string_new (NULL);

  g_return_val_if_fail (subtype != NULL, NULL);

  for (guint i = 0; subtype->codes != NULL && i < subtype->codes->len; i++)
    {
      const CalxSubtypeCode *code = subtype->codes->pdata[i];

      g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", code->system, code->code);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- early signs ---------------------------------------------------------------------------- */

char *
calx_format_early_signs (const CalxReview *review)
{
  guint n_asked = 0;
  g_autoptr(GPtrArray) present = g_ptr_array_new ();
  g_autofree char *asked = NULL;
  g_autofree char *names = NULL;

  g_return_val_if_fail (review != NULL, NULL);

  for (guint i = 0; i < review->early_signs->len; i++)
    {
      const CalxVerdict *sign = review->early_signs->pdata[i];

      n_asked += sign->result != CALX_RULE_UNKNOWN;
      if (sign->result == CALX_RULE_MET)
        g_ptr_array_add (present, (char *) _(sign->statement->label));
    }
  asked = g_strdup_printf (_("%u of %u asked"), n_asked, review->early_signs->len);
  if (present->len == 0)
    return n_asked == 0 ? g_steal_pointer (&asked) : g_strdup_printf (_("%s, none present"), asked);
  names = join (present, present->len, ", ");
  return g_strdup_printf (_("%s; present: %s"), asked, names);
}
