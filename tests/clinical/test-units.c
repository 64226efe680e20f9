/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-units.h"

#include "calx-risk-model.h"
#include "tables.h"

#include <string.h>

/* Values as the specification states them, not as units.json does. */
static void
test_published_conversions_hold (void)
{
  static const struct
  {
    const char *quantity, *unit;
    double value, canonical;
  } cases[] = {
    { "calcium", "mmol/L", 0.2495, 1.0 },   { "calcium", "mmol/L", 2.0 * 0.2495, 2.0 },
    { "phosphate", "mmol/L", 0.3229, 1.0 }, { "albumin", "g/L", 29.0, 2.9 },
    { "pth", "pmol/L", 1.0, 9.43 },         { "pth", "ng/L", 65.0, 65.0 },
    { "age", "mo", 216.0, 18.0 },           { "age", "d", 365.25, 1.0 },
    { "height", "m", 1.7, 170.0 },          { "mass", "lb", 100.0, 45.36 },
    { "aluminium", "umol/L", 0.0371, 1.0 }, { "creatinine", "umol/L", 88.4, 1.0 },
    { "crp", "mg/dL", 0.7, 7.0 },           { "magnesium", "mmol/L", 0.411, 1.0 },
    { "vitamin_d_25oh", "nmol/L", 2.496, 1.0 }, { "ferritin", "pmol/L", 2.247, 1.0 },
    { "calcium_phosphate_product", "mmol2/L2", 0.08056, 1.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CalxQuantity *quantity = calx_units_get_quantity (tables_units (), cases[i].quantity);
      const CalxUnit *unit = calx_quantity_find_unit (quantity, cases[i].unit);

      g_assert_nonnull (unit);
      g_assert_cmpfloat_with_epsilon (calx_unit_to_canonical (unit, cases[i].value), cases[i].canonical,
                                      1e-12);
      g_assert_cmpfloat_with_epsilon (calx_unit_from_canonical (unit, cases[i].canonical), cases[i].value,
                                      1e-12);
    }
}

static void
test_there_and_back_is_the_same (void)
{
  static const char *const ids[] = { "calcium", "phosphate", "albumin", "pth", "aluminium", "mass", "height",
                                     "age", "creatinine", "calcium_phosphate_product" };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const CalxQuantity *quantity = calx_units_get_quantity (tables_units (), ids[i]);

      for (gsize u = 0; u < quantity->n_units; u++)
        for (double value = 0.1; value < 5000.0; value *= 1.7)
          {
            double canonical = calx_unit_to_canonical (&quantity->units[u], value);

            g_assert_cmpfloat_with_epsilon (calx_unit_from_canonical (&quantity->units[u], canonical), value,
                                            value * 1e-14);
          }
    }
}

static void
test_aliases_are_read_and_traps_are_not (void)
{
  const CalxQuantity *calcium = calx_units_get_quantity (tables_units (), "calcium");
  const CalxQuantity *enzyme = calx_units_get_quantity (tables_units (), "enzyme_activity");

  g_assert_cmpstr (calx_quantity_find_unit (calcium, "mg/dl")->code, ==, "mg/dL");
  g_assert_cmpstr (calx_quantity_find_unit (calcium, "mmol/l")->code, ==, "mmol/L");
  g_assert_cmpstr (calx_quantity_find_unit (enzyme, "IU/L")->code, ==, "U/L");
  /* megagram per decilitre, and a valency of two that nobody stated */
  g_assert_null (calx_quantity_find_unit (calcium, "Mg/dl"));
  g_assert_null (calx_quantity_find_unit (calcium, "mEq/L"));
  g_assert_null (calx_quantity_find_unit (calcium, ""));
  g_assert_null (calx_units_get_quantity (tables_units (), "no_such"));
}

static void
test_each_system_has_its_unit (void)
{
  const CalxQuantity *pth = calx_units_get_quantity (tables_units (), "pth");
  const CalxQuantity *enzyme = calx_units_get_quantity (tables_units (), "enzyme_activity");

  g_assert_cmpstr (calx_quantity_get_unit (pth, CALX_UNIT_SYSTEM_SI)->code, ==, "pmol/L");
  g_assert_cmpstr (calx_quantity_get_unit (pth, CALX_UNIT_SYSTEM_CONVENTIONAL)->code, ==, "pg/mL");
  g_assert_cmpstr (calx_quantity_get_unit (enzyme, CALX_UNIT_SYSTEM_SI)->code, ==, "U/L");
}

#define UNITS(body) "{\"format\":\"calx-units/1\",\"quantities\":[" body "]}"
#define QUANTITY(units) UNITS ("{\"id\":\"q\",\"source\":\"s\",\"units\":[" units "]}")
#define UNIT(rest) "{\"code\":\"u\",\"system\":\"si\",\"decimals\":0" rest "}"

static void
test_faults_are_named (void)
{
  static const struct
  {
    const char *json, *message;
  } cases[] = {
    { "", "*units.json*" },
    { "[]", "units.json: must be an object" },
    { "{}", "units.json: format: is missing" },
    { "{\"format\":\"calx-units/2\"}", "units.json: format: *calx-units/2*" },
    { "{\"format\":\"calx-units/1\"}", "units.json: quantities: is missing" },
    { UNITS ("1"), "units.json: quantities[0]: must be an object" },
    { UNITS ("{\"id\":\"q\",\"units\":[]}"), "units.json: quantities[0].source: is missing" },
    { QUANTITY (""), "units.json: quantities[0].units: must not be empty" },
    { QUANTITY ("{}"), "units.json: quantities[0].units[0].code: is missing" },
    { QUANTITY (UNIT (",\"divide\":0") ), "*units[0].divide: must be above 0" },
    { QUANTITY (UNIT (",\"multiply\":-1")), "*units[0].multiply: must be above 0" },
    { QUANTITY (UNIT (",\"multiply\":2")), "*the first one is canonical*" },
    { QUANTITY (UNIT (",\"aliases\":[1]")), "*aliases: must hold texts" },
    { QUANTITY (UNIT ("") "," UNIT ("")), "*stands twice*" },
    { QUANTITY ("{\"code\":\"u\",\"system\":\"metric\",\"decimals\":0}"), "*system: *metric*" },
    { QUANTITY ("{\"code\":\"u\",\"system\":\"si\",\"decimals\":7}"), "*decimals: must be 0 to 6" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) json = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr(CalxUnits) units = calx_units_new (json, "units.json", &error);

      g_assert_null (units);
      g_assert_true (error->domain == CALX_DATA_ERROR);
      if (!g_pattern_match_simple (cases[i].message, error->message))
        g_error ("“%s” is not like “%s”", error->message, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/units/published-conversions-hold", test_published_conversions_hold);
  g_test_add_func ("/units/there-and-back-is-the-same", test_there_and_back_is_the_same);
  g_test_add_func ("/units/aliases-are-read-and-traps-are-not", test_aliases_are_read_and_traps_are_not);
  g_test_add_func ("/units/each-system-has-its-unit", test_each_system_has_its_unit);
  g_test_add_func ("/units/faults-are-named", test_faults_are_named);
  return g_test_run ();
}
