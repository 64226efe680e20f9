/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "review-fixture.h"
#include "score-fixture.h"

static CalxTargets *
shipped (void)
{
  return score_knowledge ()->targets;
}

/* Of @entries beside @body, the only cell of @input_id; NULL where the line is not there. */
static CalxTargetState
get_state (const char         *body,
           const char         *input_id,
           const char         *entries,
           CalxClinicSettings *settings,
           char              **ret_range)
{
  g_autoptr(CalxFindings) findings = score_findings (entries);
  CalxFacts facts = { .findings = findings, .date = SCORE_DATE };
  g_autoptr(GPtrArray) lines = NULL;

  if (settings != NULL)
    facts.references = calx_clinic_settings_get_references (settings);
  lines = calx_targets_review (shipped (), &facts, settings);
  for (guint i = 0; i < lines->len; i++)
    {
      const CalxTargetLine *line = lines->pdata[i];

      if (!g_str_equal (line->body->statement.id, body))
        continue;
      for (guint j = 0; j < line->cells->len; j++)
        {
          const CalxTargetCell *cell = line->cells->pdata[j];
          const char *id = cell->target->input == NULL ? "product" : cell->target->input->id;

          if (!g_str_equal (id, input_id))
            continue;
          if (ret_range != NULL)
            *ret_range = g_strdup_printf ("%g to %g %s", cell->low, cell->high, cell->unit->code);
          return cell->state;
        }
    }
  g_error ("%s has no target for %s", body, input_id);
}

#define BELOW CALX_TARGET_BELOW
#define WITHIN CALX_TARGET_WITHIN
#define ABOVE CALX_TARGET_ABOVE

/* Every end of every row, at, below and above it, in the unit of the publication and in the other one as
 * it is displayed. */
static void
test_every_end_at_below_and_above (void)
{
  static const struct
  {
    const char *body, *input, *unit;
    const char *below, *low, *high, *above; /* NULL: no such end */
  } rows[] = {
    { "kdigo2017", "pth", "pg/mL", "129", "130", "585", "586" },
    { "kdigo2017", "pth", "pmol/L", "13.7", "13.8", "62.0", "62.1" },
    { "kdigo2009", "calcium_corrected", "mg/dL", "8.79", "8.80", "10.40", "10.41" },
    { "kdigo2009", "calcium_corrected", "mmol/L", "2.19", "2.20", "2.59", "2.60" },
    { "kdigo2009", "phosphate", "mg/dL", "2.4", "2.5", "4.5", "4.6" },
    { "kdigo2009", "phosphate", "mmol/L", "0.80", "0.81", "1.45", "1.46" },
    { "kdigo2009", "pth", "pg/mL", "129", "130", "585", "586" },
    { "jsdt2012", "calcium_corrected", "mg/dL", "8.39", "8.40", "10.00", "10.01" },
    { "jsdt2012", "calcium_corrected", "mmol/L", "2.09", "2.10", "2.50", "2.51" },
    { "jsdt2012", "phosphate", "mg/dL", "3.4", "3.5", "6.0", "6.1" },
    { "jsdt2012", "phosphate", "mmol/L", "1.12", "1.13", "1.94", "1.95" },
    { "jsdt2012", "pth", "pg/mL", "59", "60", "240", "241" },
    { "jsdt2012", "pth", "pmol/L", "6.3", "6.4", "25.5", "25.6" },
    { "canada2006", "calcium_total", "mg/dL", "8.79", "8.80", "10.40", "10.41" },
    { "canada2006", "calcium_total", "mmol/L", "2.19", "2.20", "2.59", "2.60" },
    { "canada2006", "phosphate", "mg/dL", "2.4", "2.5", "4.5", "4.6" },
    { "canada2006", "pth", "pg/mL", "99", "100", "500", "501" },
    { "canada2006", "pth", "pmol/L", "10.5", "10.6", "53.0", "53.1" },
    { "anz2006", "calcium_corrected", "mg/dL", "8.39", "8.40", "9.50", "9.51" },
    { "anz2006", "calcium_corrected", "mmol/L", "2.09", "2.10", "2.37", "2.38" },
    { "anz2006", "phosphate", "mg/dL", "2.4", "2.5", "5.5", "5.6" },
    { "anz2006", "phosphate", "mmol/L", "0.80", "0.81", "1.78", "1.79" },
    { "anz2006", "pth", "pg/mL", "64", "65", "195", "196" },
    { "anz2006", "pth", "pmol/L", "6.8", "6.9", "20.7", "20.8" },
    { "kdoqi2003", "calcium_corrected", "mg/dL", "8.39", "8.40", "9.50", "9.51" },
    { "kdoqi2003", "phosphate", "mg/dL", "3.4", "3.5", "5.5", "5.6" },
    { "kdoqi2003", "phosphate", "mmol/L", "1.12", "1.13", "1.78", "1.79" },
    { "kdoqi2003", "pth", "pg/mL", "149", "150", "300", "301" },
    { "kdoqi2003", "pth", "pmol/L", "15.8", "15.9", "31.8", "31.9" },
    { "uk2002", "calcium_corrected", "mg/dL", "8.79", "8.80", "10.40", "10.41" },
    { "uk2002", "phosphate", "mg/dL", NULL, NULL, "5.5", "5.6" },
    { "uk2002", "phosphate", "mmol/L", NULL, NULL, "1.80", "1.81" },
    { "uk2002", "pth", "pg/mL", NULL, NULL, "259", "260" },
    { "uk2002", "pth", "pmol/L", NULL, NULL, "27.5", "27.6" },
    { "era_edta2000", "calcium_total", "mg/dL", "8.79", "8.80", "11.00", "11.01" },
    { "era_edta2000", "calcium_total", "mmol/L", "2.19", "2.20", "2.74", "2.75" },
    { "era_edta2000", "phosphate", "mg/dL", "2.3", "2.4", "4.6", "4.7" },
    { "era_edta2000", "phosphate", "mmol/L", "0.76", "0.77", "1.49", "1.50" },
    { "era_edta2000", "pth", "pg/mL", "84", "85", "170", "171" },
    { "era_edta2000", "pth", "pmol/L", "8.9", "9.0", "18.0", "18.1" },
    { "dopps2008", "calcium_total", "mg/dL", "8.59", "8.60", "10.00", "10.01" },
    { "dopps2008", "calcium_total", "mmol/L", "2.14", "2.15", "2.50", "2.51" },
    { "dopps2008", "calcium_corrected", "mg/dL", "7.59", "7.60", "9.50", "9.51" },
    { "dopps2008", "calcium_corrected", "mmol/L", "1.89", "1.90", "2.37", "2.38" },
    { "dopps2008", "phosphate", "mg/dL", "3.5", "3.6", "5.0", "5.1" },
    { "dopps2008", "phosphate", "mmol/L", "1.15", "1.16", "1.61", "1.62" },
    { "dopps2008", "pth", "pg/mL", "100", "101", "300", "301" },
    { "dopps2008", "pth", "pmol/L", "10.6", "10.7", "31.8", "31.9" },
    { "kdoqi_children", "calcium_corrected", "mg/dL", "8.79", "8.80", "9.50", "9.51" },
    { "kdoqi_children", "calcium_corrected", "mmol/L", "2.19", "2.20", "2.37", "2.38" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const struct
      {
        const char *value;
        CalxTargetState expected;
      } tries[] = { { rows[i].below, BELOW }, { rows[i].low, WITHIN }, { rows[i].high, WITHIN }, { rows[i].above, ABOVE } };

      for (gsize j = 0; j < G_N_ELEMENTS (tries); j++)
        {
          g_autofree char *entries = NULL;
          g_autofree char *range = NULL;
          CalxTargetState state;

          if (tries[j].value == NULL)
            continue;
          entries = g_strdup_printf ("age=9 a; %s=%s %s", rows[i].input, tries[j].value, rows[i].unit);
          state = get_state (rows[i].body, rows[i].input, entries, NULL, &range);
          if (state != tries[j].expected)
            g_error ("%s: %s is %d, not %d, of %s", rows[i].body, entries, state, tries[j].expected, range);
        }
    }
}

static void
test_what_is_not_known_is_not_within (void)
{
  g_assert_cmpint (get_state ("kdigo2009", "phosphate", "", NULL, NULL), ==, CALX_TARGET_NOT_KNOWN);
  g_assert_cmpint (get_state ("kdoqi2003", "phosphate", "phosphate=normal", NULL, NULL), ==, CALX_TARGET_NOT_KNOWN);
  g_assert_cmpint (get_state ("kdigo2009", "phosphate", "phosphate=normal", NULL, NULL), ==, WITHIN);
  g_assert_cmpint (get_state ("kdigo2009", "phosphate", "phosphate=high", NULL, NULL), ==, ABOVE);
  g_assert_cmpint (get_state ("kdigo2009", "phosphate", "phosphate=low", NULL, NULL), ==, BELOW);
  g_assert_cmpint (get_state ("kdigo2017", "phosphate", "phosphate=9 mg/dL", NULL, NULL), ==, CALX_TARGET_NO_NUMBER);
  g_assert_cmpint (get_state ("kdigo2017", "calcium_total", "", NULL, NULL), ==, CALX_TARGET_NO_NUMBER);
}

static CalxClinicSettings *
clinic (const char *body,
        const char *high,
        const char *unit)
{
  const CalxInput *pth = calx_inputs_find (score_knowledge ()->inputs, "pth");
  CalxReferenceEntry entry = { "10", high, unit, SCORE_DATE };
  g_autoptr(CalxReferences) none = calx_references_new (score_knowledge ()->inputs);
  g_autoptr(CalxReferences) own = calx_references_with (none, pth, &entry);
  g_autoptr(CalxClinicSettings) fresh = calx_clinic_settings_new (score_knowledge ()->inputs);
  g_autoptr(CalxClinicSettings) chosen = calx_clinic_settings_with_target_body (fresh, body);
  g_autoptr(CalxClinicSettings) si = calx_clinic_settings_with_unit_system (chosen, CALX_UNIT_SYSTEM_SI);

  return calx_clinic_settings_with_references (si, own);
}

/* 2 to 9 times 72 pg/mL, and not times the published 65. */
static void
test_the_laboratorys_own_upper_limit_counts (void)
{
  g_autoptr(CalxClinicSettings) settings = clinic ("", "72", "pg/mL");
  g_autofree char *range = NULL;

  g_assert_cmpint (get_state ("kdigo2017", "pth", "pth=143 pg/mL", settings, &range), ==, BELOW);
  g_assert_cmpstr (range, ==, "144 to 648 pg/mL");
  g_assert_cmpint (get_state ("kdigo2017", "pth", "pth=144 pg/mL", settings, NULL), ==, WITHIN);
  g_assert_cmpint (get_state ("kdigo2017", "pth", "pth=648 pg/mL", settings, NULL), ==, WITHIN);
  g_assert_cmpint (get_state ("kdigo2017", "pth", "pth=649 pg/mL", settings, NULL), ==, ABOVE);
  g_assert_cmpint (get_state ("kdigo2017", "pth", "pth=143 pg/mL", NULL, NULL), ==, WITHIN);
}

static void
test_the_product_of_children (void)
{
  static const struct
  {
    const char *entries;
    CalxTargetState expected;
  } cases[] = {
    { "age=13 a; calcium_corrected=10 mg/dL; phosphate=5.4 mg/dL", WITHIN },
    { "age=13 a; calcium_corrected=10 mg/dL; phosphate=5.5 mg/dL", ABOVE },
    { "age=13 a; calcium_corrected=2.49 mmol/L; phosphate=1.77 mmol/L", WITHIN },
    { "age=13 a; calcium_corrected=2.50 mmol/L; phosphate=1.78 mmol/L", ABOVE },
    { "age=12 a; calcium_corrected=10 mg/dL; phosphate=6.4 mg/dL", WITHIN },
    { "age=12 a; calcium_corrected=10 mg/dL; phosphate=6.5 mg/dL", ABOVE },
    { "age=12 a; phosphate=6.5 mg/dL", CALX_TARGET_NOT_KNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].entries);
      g_assert_cmpint (get_state ("kdoqi_children", "product", cases[i].entries, NULL, NULL), ==, cases[i].expected);
    }
}

static void
test_the_rows_and_their_order (void)
{
  g_autoptr(CalxClinicSettings) own = clinic ("kdoqi2003", "72", "pg/mL");
  g_autoptr(CalxFindings) adult = score_findings ("age=58 a");
  g_autoptr(CalxFindings) nobody = score_findings ("");
  CalxFacts facts = { .findings = adult, .date = SCORE_DATE };
  g_autoptr(GPtrArray) plain = calx_targets_review (shipped (), &facts, NULL);
  g_autoptr(GPtrArray) chosen = calx_targets_review (shipped (), &facts, own);
  g_autoptr(GPtrArray) unknown = NULL;
  const CalxTargetLine *first = plain->pdata[0];
  guint n_guidelines = 0;
  guint n_current = 0;

  g_assert_cmpstr (first->body->statement.id, ==, "kdigo2017");
  g_assert_true (first->is_chosen);
  first = chosen->pdata[0];
  g_assert_cmpstr (first->body->statement.id, ==, "kdoqi2003");
  first = chosen->pdata[1];
  g_assert_cmpstr (first->body->statement.id, ==, "kdigo2017");
  g_assert_false (first->is_chosen);
  g_assert_cmpuint (plain->len, ==, 9); /* the children's row is not for an adult */
  facts.findings = nobody;
  unknown = calx_targets_review (shipped (), &facts, NULL);
  g_assert_cmpuint (unknown->len, ==, 10);
  for (guint i = 0; i < unknown->len; i++)
    {
      const CalxTargetBody *body = ((CalxTargetLine *) unknown->pdata[i])->body;

      n_guidelines += !body->is_cohort;
      n_current += !body->is_historical;
      if (body->is_historical && !body->is_cohort)
        g_assert_nonnull (strstr (body->statement.note, "Recheck against the current guideline"));
    }
  g_assert_cmpuint (n_guidelines, ==, 9);
  g_assert_cmpuint (n_current, ==, 1);
}

static void
test_cohorts_warn_at_their_limits (void)
{
  static const struct
  {
    guint warning;
    const char *entries;
    CalxRuleResult expected;
  } cases[] = {
    { 0, "calcium_corrected=10.19 mg/dL", CALX_RULE_NOT_MET }, { 0, "calcium_corrected=10.20 mg/dL", CALX_RULE_MET },
    { 0, "calcium_corrected=10.21 mg/dL", CALX_RULE_MET },     { 0, "calcium_corrected=2.53 mmol/L", CALX_RULE_NOT_MET },
    { 0, "calcium_corrected=2.54 mmol/L", CALX_RULE_MET },     { 0, "", CALX_RULE_UNKNOWN },
    { 0, "calcium_total=10.2 mg/dL; albumin=4.0 g/dL", CALX_RULE_MET },
    { 0, "calcium_total=2.54 mmol/L; albumin=40 g/L", CALX_RULE_MET },
    { 1, "phosphate=6.3 mg/dL", CALX_RULE_NOT_MET },           { 1, "phosphate=6.4 mg/dL", CALX_RULE_MET },
    { 1, "phosphate=2.06 mmol/L", CALX_RULE_NOT_MET },         { 1, "phosphate=2.07 mmol/L", CALX_RULE_MET },
    { 1, "phosphate=high", CALX_RULE_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CalxFindings) findings = score_findings (cases[i].entries);
      CalxFacts facts = { .findings = findings, .date = SCORE_DATE };
      g_autoptr(GPtrArray) lines = calx_targets_review_warnings (shipped (), &facts, NULL);
      const CalxTargetWarningLine *line = lines->pdata[cases[i].warning];

      g_test_message ("%s", cases[i].entries);
      g_assert_cmpint (line->result, ==, cases[i].expected);
      g_assert_nonnull (strstr (line->warning->statement.text, "not of calciphylaxis"));
    }
}

#define HEAD "{\"format\":\"calx-targets/1\",\"text\":\"t\",\"warnings\":[],\"bodies\":["
#define BODY "{\"id\":\"a\",\"label\":\"A\",\"kind\":\"guideline\",\"historical\":true,\"sources\":[\"project\"],\"targets\":"

static void
test_faults_are_named (void)
{
  static const char *const cases[][2] = {
    { "{\"format\":\"calx-targets/2\",\"text\":\"t\"}", "targets.json: format" },
    { HEAD "]}", "targets.json: bodies: must not be empty" },
    { HEAD "{\"id\":\"a\",\"label\":\"A\",\"kind\":\"guideline\",\"historical\":true,\"sources\":[],\"targets\":[]}]}",
      "targets.json: bodies[0].sources: must not be empty" },
    { HEAD BODY "[]}]}", "targets.json: bodies[0].targets: must not be empty" },
    { HEAD BODY "[{\"input\":\"pth\"}]}]}", "targets.json: bodies[0].targets[0]: says nothing" },
    { HEAD BODY "[{\"input\":\"weight\",\"low\":1,\"unit\":\"kg\"}]}]}",
      "targets.json: bodies[0].targets[0].input: no laboratory value is called 'weight'" },
    { HEAD BODY "[{\"input\":\"pth\",\"low\":1,\"unit\":\"mg/dL\"}]}]}",
      "targets.json: bodies[0].targets[0].unit: 'mg/dL' is not a unit of it" },
    { HEAD BODY "[{\"input\":\"pth\",\"low\":9,\"high\":2,\"unit\":\"pg/mL\"}]}]}",
      "targets.json: bodies[0].targets[0].low: is not below the upper end" },
    { HEAD BODY "[{\"input\":\"pth\",\"below\":9,\"high\":2,\"unit\":\"pg/mL\"}]}]}",
      "targets.json: bodies[0].targets[0].high: stands beside below" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CalxKnowledge *knowledge = score_knowledge ();
      g_autoptr(GBytes) json = g_bytes_new_static (cases[i][0], strlen (cases[i][0]));
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxTargets) targets = calx_targets_new (json, "targets.json", knowledge->inputs, knowledge->units,
                                                         knowledge->sources, &error);

      g_assert_null (targets);
      score_assert_fault (error, cases[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/targets/every-end-at-below-and-above", test_every_end_at_below_and_above);
  g_test_add_func ("/targets/what-is-not-known-is-not-within", test_what_is_not_known_is_not_within);
  g_test_add_func ("/targets/the-laboratorys-own-upper-limit-counts", test_the_laboratorys_own_upper_limit_counts);
  g_test_add_func ("/targets/the-product-of-children", test_the_product_of_children);
  g_test_add_func ("/targets/the-rows-and-their-order", test_the_rows_and_their_order);
  g_test_add_func ("/targets/cohorts-warn-at-their-limits", test_cohorts_warn_at_their_limits);
  g_test_add_func ("/targets/faults-are-named", test_faults_are_named);
  return g_test_run ();
}
