/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The same value in another unit is the same patient: no result changes. */
#include <math.h>

#include "score-fixture.h"

/* The sanitized program is many times slower: it does the same on less. */
#define N_VALUES (g_getenv ("CALX_SANITIZED") != NULL ? 100 : 1000)
#define TOLERANCE 1e-9

/* Weight and height reach the score only where no body mass index was entered; calcium and albumin
 * only where no corrected calcium was. */
#define BASE WORKED_CASE "; bmi=?; weight=100 kg; height=170 cm; alkaline_phosphatase=200 U/L"

static CalxAssessment *
assess_in (const CalxInput *input,
           double           canonical,
           const CalxUnit  *unit)
{
  g_autoptr(CalxFindings) base = score_findings (BASE);
  g_autoptr(CalxFindings) findings = NULL;
  g_autofree char *text = g_strdup_printf ("%.15f", calx_unit_from_canonical (unit, canonical));
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = text, .unit = unit->code };
  double back;

  findings = calx_findings_with (base, input->index, &finding);
  g_assert_true (calx_finding_get_number (calx_findings_get (findings, input->index), input, &back));
  score_assert_near (back / canonical, 1.0, 1e-12);
  return calx_risk_model_assess (score_knowledge ()->model, findings, SCORE_DATE);
}

/* Ratios over several magnitudes: what they may differ by is of their size. */
static void
assert_same_number (double a,
                    double b)
{
  g_assert_true (isnan (a) == isnan (b));
  if (!isnan (a))
    score_assert_near (a, b, TOLERANCE * fmax (1.0, fabs (a)));
}

static void
assert_same_result (CalxAssessment *a,
                    CalxAssessment *b)
{
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->has_points, ==, b->has_points);
  g_assert_cmpint (a->points_min, ==, b->points_min);
  g_assert_cmpint (a->points_max, ==, b->points_max);
  g_assert_cmpstr (a->band_min, ==, b->band_min);
  g_assert_cmpstr (a->band_max, ==, b->band_max);
  assert_same_number (a->lp_min, b->lp_min);
  assert_same_number (a->lp_max, b->lp_max);
  assert_same_number (a->sd, b->sd);
  assert_same_number (a->ratio_min, b->ratio_min);
  assert_same_number (a->ratio_max, b->ratio_max);
  assert_same_number (a->ratio_low, b->ratio_low);
  assert_same_number (a->ratio_high, b->ratio_high);
  assert_same_number (a->rate_low, b->rate_low);
  assert_same_number (a->rate_high, b->rate_high);
  g_assert_cmpuint (a->associations->len, ==, b->associations->len);
  for (guint i = 0; i < a->associations->len; i++)
    g_assert_cmpint (g_array_index (a->associations, CalxAssociationResult, i).result, ==,
                     g_array_index (b->associations, CalxAssociationResult, i).result);
}

static void
test_no_unit_changes_a_result (gconstpointer data)
{
  const CalxInput *input = data;
  const CalxQuantity *quantity = input->quantity;
  double min = fmax (input->hard_min, 1e-3);

  for (int i = 0; i < N_VALUES; i++)
    {
      double canonical = g_test_rand_double_range (min, input->hard_max);
      g_autoptr(CalxAssessment) in_first = assess_in (input, canonical, &quantity->units[0]);

      for (gsize k = 1; k < quantity->n_units; k++)
        {
          g_autoptr(CalxAssessment) in_other = assess_in (input, canonical, &quantity->units[k]);

          assert_same_result (in_first, in_other);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  CalxInputs *inputs;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);
  inputs = score_knowledge ()->inputs;
  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    {
      const CalxInput *input = calx_inputs_get (inputs, i);
      g_autofree char *name = g_strdup_printf ("/unit-switching/no-unit-changes-a-result/%s", input->id);

      if (input->quantity == NULL || input->quantity->n_units < 2)
        continue;
      g_test_add_data_func (name, input, test_no_unit_changes_a_result);
      n++;
    }
  g_assert_cmpuint (n, >=, 8);
  return g_test_run ();
}
