/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-assess-notes.h"

#include <glib/gi18n-lib.h>

#include "calx-format.h"

const CalxUnit *
calx_assess_get_entered_unit (const CalxFactor *factor,
                              const CalxFacts  *facts)
{
  const CalxFinding *finding = calx_findings_get (facts->findings, factor->input->index);
  const CalxUnit *unit = NULL;

  if (finding->unit == NULL && g_str_equal (factor->input->id, "calcium_corrected"))
    finding = calx_findings_get_by_id (facts->findings, "calcium_total");
  if (finding->unit != NULL && factor->input->quantity != NULL)
    unit = calx_quantity_find_unit (factor->input->quantity, finding->unit);
  return unit != NULL ? unit : factor->unit;
}

static char *
join_and_free (GPtrArray *parts)
{
  char *text;

  g_ptr_array_add (parts, NULL);
  text = g_strjoinv ("; ", (char **) parts->pdata);
  g_ptr_array_unref (parts);
  return text;
}

static char *
format_entry (const CalxFacts *facts,
              const CalxInput *input)
{
  return calx_format_finding (calx_findings_get (facts->findings, input->index), input);
}

static char *
format_entry_by_id (const CalxFacts *facts,
                    const char      *id)
{
  const CalxInput *input = calx_inputs_find (calx_findings_get_inputs (facts->findings), id);

  return input == NULL ? g_strdup ("") : format_entry (facts, input);
}

static char *
format_days (int days)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day old", "%d days old", (gulong) days),
                          days);
}

static char *
describe_origin (const CalxFacts *facts,
                 CalxOrigin       origin)
{
  g_autofree char *total = NULL;
  g_autofree char *albumin = NULL;

  switch (origin)
    {
    case CALX_ORIGIN_METHOD:
      return g_strdup (_("bromocresol purple: 0.4 g/dL added to compute"));
    case CALX_ORIGIN_CORRECTED:
      total = format_entry_by_id (facts, "calcium_total");
      albumin = format_entry_by_id (facts, "albumin");
      /* TRANSLATORS: both are measured values with units */
      return g_strdup_printf (_("from total calcium %s and albumin %s"), total, albumin);
    case CALX_ORIGIN_COMPUTED:
      return g_strdup (_("computed from weight and height"));
    case CALX_ORIGIN_ENTERED:
    default:
      return NULL;
    }
}

/* Why an entry does not count; NULL where nothing was entered or it counts. */
static char *
describe_refusal (const CalxFacts *facts,
                  const CalxInput *input)
{
  const CalxFinding *finding = calx_findings_get (facts->findings, input->index);
  CalxFact fact = { 0 };
  char *message = NULL;
  g_autofree char *days = NULL;

  switch (calx_facts_examine (facts, input, &fact))
    {
    case CALX_USE_EXPIRED:
      days = format_days (fact.age_days);
      /* TRANSLATORS: %s is "400 days old" */
      return g_strdup_printf (_("%s: too old to count, so it is unknown"), days);
    case CALX_USE_REFUSED:
      calx_finding_check (finding, input, facts->date, &message);
      return message;
    case CALX_USE_NO_NUMBER:
      return g_strdup (_("without a number: unknown to the score"));
    case CALX_USE_UNKNOWN:
    case CALX_USE_OK:
    default:
      return NULL;
    }
}

char *
calx_assess_describe_factor (const CalxFactor       *factor,
                             const CalxFacts        *facts,
                             const CalxFact         *fact,
                             const CalxContribution *contribution)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  gboolean known = contribution->state == CALX_FACTOR_KNOWN;
  char *text = known ? describe_origin (facts, fact->origin)
                     : describe_refusal (facts, factor->input);

  if (text != NULL)
    g_ptr_array_add (parts, text);
  if (known && fact->stale)
    g_ptr_array_add (parts, format_days (fact->age_days));
  if (known && contribution->points < 0)
    g_ptr_array_add (parts, g_strdup (_("below the reference value")));
  if (*factor->at_least != '\0' && (!known || contribution->t > 0.0))
    g_ptr_array_add (parts, g_strdup (calx_model_translate (factor->at_least)));
  return join_and_free (parts);
}

/* Total calcium waits for albumin alone. */
static gboolean
albumin_settles_calcium (const CalxFacts *facts)
{
  CalxInputs *inputs = calx_findings_get_inputs (facts->findings);
  const CalxInput *total = calx_inputs_find (inputs, "calcium_total");
  const CalxInput *albumin = calx_inputs_find (inputs, "albumin");
  const CalxInput *corrected = calx_inputs_find (inputs, "calcium_corrected");
  CalxFact fact;

  return total != NULL && albumin != NULL && corrected != NULL &&
         calx_facts_get_number (facts, total, &fact) &&
         !calx_facts_get_number (facts, albumin, &fact) &&
         !calx_facts_get_number (facts, corrected, &fact) &&
         calx_facts_examine (facts, corrected, NULL) != CALX_USE_REFUSED;
}

char *
calx_assess_describe_unknown (const CalxFacts   *facts,
                              const CalxUnknown *unknown)
{
  g_autofree char *range = calx_format_points_range (unknown->points_min, unknown->points_max, TRUE);
  gboolean of_both = g_str_equal (unknown->input_id, "albumin") ||
                     g_str_equal (unknown->input_id, "calcium_corrected");

  if (of_both && albumin_settles_calcium (facts))
    /* TRANSLATORS: %s is a range of points; "both" are albumin and calcium */
    return g_strdup_printf (_("%s points; albumin settles both"), range);
  /* TRANSLATORS: %s is a range of points: "0 to +4" */
  return g_strdup_printf (_("%s points"), range);
}

static char **
list_not_assessed (CalxRiskModel        *model,
                   const CalxFacts      *facts,
                   const CalxAssessment *assessment)
{
  static const char *const skin[] = { "lesions", "previous_calciphylaxis" };
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();

  if (assessment->kind == CALX_ASSESSMENT_NOT_APPLICABLE)
    return g_strv_builder_end (labels);
  for (guint i = 0; i < assessment->contributions->len; i++)
    if (CALX_CONTRIBUTION (assessment, i).state == CALX_FACTOR_NOT_ASSESSED)
      g_strv_builder_add (labels, CALX_CONTRIBUTION (assessment, i).label);
  for (guint i = 0; i < G_N_ELEMENTS (skin); i++)
    {
      const CalxInput *input = calx_inputs_find (model->inputs, skin[i]);

      if (input != NULL && calx_facts_get_answer (facts, input) == NULL)
        g_strv_builder_add (labels, calx_model_translate (input->label));
    }
  return g_strv_builder_end (labels);
}

static char *
describe_named (const CalxFacts       *facts,
                const CalxAlwaysNamed *named)
{
  const char *label = calx_model_translate (named->input->label);
  g_autofree char *value = NULL;
  g_autofree char *limit = NULL;
  g_autofree char *line = NULL;
  CalxFact fact = { 0 };

  if (calx_facts_get_number (facts, named->input, &fact) &&
      (fact.origin == CALX_ORIGIN_CORRECTED || fact.origin == CALX_ORIGIN_COMPUTED))
    value = calx_format_quantity (fact.value, &named->input->quantity->units[0]);
  else
    value = format_entry (facts, named->input);
  if (*named->op == '\0' || named->unit == NULL)
    return g_strdup_printf ("%s: %s", label, value);
  limit = calx_format_quantity (calx_unit_to_canonical (named->unit, named->value), named->unit);
  /* TRANSLATORS: an input, its value, a limit: "Albumin 2.9 g/dL: below 3.0 g/dL" */
  line = g_strdup_printf (*named->op == '<' ? _("%s %s: below %s") : _("%s %s: above %s"), label,
                          value, limit);
  if (*named->status == '\0')
    return g_steal_pointer (&line);
  return g_strdup_printf ("%s (%s)", line, calx_model_translate (named->status));
}

static char **
list_always_named (CalxRiskModel   *model,
                   const CalxFacts *facts)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();

  for (guint i = 0; i < model->always_named->len; i++)
    {
      const CalxAlwaysNamed *named = &g_array_index (model->always_named, CalxAlwaysNamed, i);
      g_autofree char *line = NULL;

      if (calx_rule_evaluate (named->rule, facts, NULL) != CALX_RULE_MET)
        continue;
      line = describe_named (facts, named);
      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

static const CalxContribution *
find_by_input (const CalxAssessment *assessment,
               const char           *input_id)
{
  for (guint i = 0; i < assessment->contributions->len; i++)
    if (g_str_equal (CALX_CONTRIBUTION (assessment, i).input_id, input_id))
      return &CALX_CONTRIBUTION (assessment, i);
  return NULL;
}

static gboolean
raises (const CalxContribution *contribution)
{
  return contribution != NULL && contribution->state == CALX_FACTOR_KNOWN && contribution->c > 0.0;
}

static void
note_method (int           difference,
             GStrvBuilder *notes)
{
  g_autofree char *note = NULL;

  if (difference < 0)
    return;
  if (difference == 0)
    note = g_strdup (_("Albumin method not recorded; with bromocresol purple the points are the same."));
  else
    note = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "Albumin method not recorded; with bromocresol purple %d point lower.",
                   "Albumin method not recorded; with bromocresol purple %d points lower.",
                   (gulong) difference),
      difference);
  g_strv_builder_add (notes, note);
}

/* spec.md, Beside the score: double counting is named where it happens. */
static void
note_double_counting (const CalxFacts      *facts,
                      const CalxAssessment *assessment,
                      GStrvBuilder         *notes)
{
  const CalxContribution *albumin = find_by_input (assessment, "albumin");
  const CalxContribution *calcium = find_by_input (assessment, "calcium_corrected");
  const CalxInput *corrected = calx_inputs_find (calx_findings_get_inputs (facts->findings),
                                                 "calcium_corrected");
  CalxFact fact = { 0 };

  if (!raises (albumin))
    return;
  if (calcium != NULL && calcium->state == CALX_FACTOR_KNOWN && corrected != NULL &&
      calx_facts_get_number (facts, corrected, &fact) && fact.origin == CALX_ORIGIN_CORRECTED)
    g_strv_builder_add (notes,
                        _("Double counting: a low albumin also raises the corrected calcium."));
  if (raises (find_by_input (assessment, "weight_loss_6_months")))
    g_strv_builder_add (notes, _("Double counting: low albumin and weight loss may both reflect illness."));
}

/* Entries that are old, do not count, or were refused, whatever reads them. */
static void
note_entries (CalxRiskModel   *model,
              const CalxFacts *facts,
              GStrvBuilder    *notes)
{
  for (guint i = 0; i < calx_inputs_get_n (model->inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (model->inputs, i);
      CalxFact fact = { 0 };
      CalxUse use = calx_facts_examine (facts, input, &fact);
      g_autofree char *what = NULL;
      g_autofree char *value = NULL;
      g_autofree char *note = NULL;

      if (use == CALX_USE_EXPIRED || use == CALX_USE_REFUSED)
        what = describe_refusal (facts, input);
      else if (fact.stale)
        what = format_days (fact.age_days);
      if (what == NULL)
        continue;
      value = format_entry (facts, input);
      /* a refusal names its entry itself */
      note = use == CALX_USE_REFUSED
               ? g_steal_pointer (&what)
               : g_strdup_printf ("%s %s: %s", calx_model_translate (input->label), value, what);
      g_strv_builder_add (notes, note);
    }
}

static char **
list_notes (CalxRiskModel        *model,
            const CalxFacts      *facts,
            int                   method_difference,
            const CalxAssessment *assessment)
{
  g_autoptr(GStrvBuilder) notes = g_strv_builder_new ();
  g_autofree char *bmi = NULL;

  note_method (method_difference, notes);
  if (assessment->has_points)
    note_double_counting (facts, assessment, notes);
  note_entries (model, facts, notes);
  if (!calx_facts_check_bmi (facts, &bmi))
    g_strv_builder_add (notes, bmi);
  return g_strv_builder_end (notes);
}

void
calx_assess_write_lists (CalxRiskModel   *model,
                         const CalxFacts *facts,
                         int              method_difference,
                         CalxAssessment  *assessment)
{
  g_strfreev (assessment->not_assessed);
  g_strfreev (assessment->always_named);
  g_strfreev (assessment->notes);
  assessment->not_assessed = list_not_assessed (model, facts, assessment);
  assessment->always_named = list_always_named (model, facts);
  assessment->notes = list_notes (model, facts, method_difference, assessment);
}

static void
add_sources (CalxRiskModel   *model,
             char           **ids,
             CalxAssessment  *assessment)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CalxSource *source = calx_sources_find (model->sources, ids[i]);

      if (source == NULL || calx_assessment_get_source_number (assessment, ids[i]) > 0)
        continue;
      g_ptr_array_add (assessment->source_ids, g_strdup (source->id));
      g_ptr_array_add (assessment->source_cites, g_strdup (source->cite));
    }
}

void
calx_assess_list_sources (CalxRiskModel     *model,
                          const CalxSetting *setting,
                          CalxAssessment    *assessment)
{
  if (setting != NULL && assessment->has_points)
    add_sources (model, setting->sources, assessment);
  for (guint i = 0; i < assessment->contributions->len; i++)
    add_sources (model, CALX_CONTRIBUTION (assessment, i).sources, assessment);
  for (guint i = 0; i < assessment->associations->len; i++)
    {
      const CalxAssociationResult *association = &g_array_index (assessment->associations,
                                                                 CalxAssociationResult, i);

      if (association->result == CALX_RULE_MET)
        add_sources (model, association->sources, assessment);
    }
}
