/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-body-surface.h"

#include "calx-facts.h"

#include <math.h>

#define MM2_PER_M2 1e6

static gboolean
get_in_unit (const CalxFacts *facts,
             const char      *input_id,
             const char      *unit_code,
             double          *ret_value)
{
  const CalxInput *input = calx_inputs_find (calx_findings_get_inputs (facts->findings), input_id);
  const CalxUnit *unit = input != NULL ? calx_quantity_find_unit (input->quantity, unit_code) : NULL;
  CalxFact fact = { 0 };

  if (unit == NULL || !calx_facts_get_number (facts, input, &fact))
    return FALSE;
  *ret_value = calx_unit_from_canonical (unit, fact.value);
  return TRUE;
}

gboolean
calx_body_surface_get_mm2 (CalxFindings *findings,
                           CalxDate      on,
                           double       *ret_mm2)
{
  const CalxFacts facts = { .findings = findings, .date = on };
  double height_cm;
  double weight_kg;

  g_return_val_if_fail (findings != NULL, FALSE);
  g_return_val_if_fail (ret_mm2 != NULL, FALSE);

  if (!get_in_unit (&facts, "height", "cm", &height_cm) || !get_in_unit (&facts, "weight", "kg", &weight_kg))
    return FALSE;
  *ret_mm2 = sqrt (height_cm * weight_kg / 3600.0) * MM2_PER_M2;
  return TRUE;
}
