/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every threshold of every file of data/ at, one step of the display below and above, in both unit
 * systems, as it is typed and shown. What is expected comes of the file's own comparison, and of
 * units.json where the threshold itself is no number that the other system shows. */
#include <math.h>
#include <string.h>

#include "calx-format.h"
#include "review-fixture.h"
#include "rule-walk.h"
#include "score-fixture.h"

/* A second factor of products: mg/dL and mmol/L, both plain for phosphate. */
#define SECOND_CONVENTIONAL 5.0
#define SECOND_SI 1.6

typedef struct
{
  const char *code;
  double      multiply;
  double      divide;
  int         decimals;
} Unit;

static JsonObject *
read_units (void)
{
  static JsonParser *parser;

  if (parser == NULL)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "units.json", NULL);
      g_autoptr(GError) error = NULL;

      parser = json_parser_new ();
      json_parser_load_from_file (parser, path, &error);
      g_assert_no_error (error);
    }
  return json_node_get_object (json_parser_get_root (parser));
}

static JsonArray *
find_units (const char *quantity_id)
{
  JsonArray *quantities = json_object_get_array_member (read_units (), "quantities");

  for (guint i = 0; i < json_array_get_length (quantities); i++)
    {
      JsonObject *quantity = json_array_get_object_element (quantities, i);

      if (g_str_equal (json_object_get_string_member (quantity, "id"), quantity_id))
        return json_object_get_array_member (quantity, "units");
    }
  g_error ("no quantity %s", quantity_id);
}

static Unit
read_unit (JsonObject *object)
{
  return (Unit){ json_object_get_string_member (object, "code"),
                 json_object_get_double_member_with_default (object, "multiply", 1.0),
                 json_object_get_double_member_with_default (object, "divide", 1.0),
                 (int) json_object_get_int_member (object, "decimals") };
}

/* By its code, or the one of a system; else the first, which is canonical. A count has none at all. */
static Unit
get_unit (const CalxInput *input,
          const char      *code,
          const char      *system)
{
  JsonArray *units;

  if (input->quantity == NULL || input->unitless)
    return (Unit){ "", 1.0, 1.0, 0 };
  units = find_units (input->quantity->id);
  for (guint i = 0; i < json_array_get_length (units); i++)
    {
      JsonObject *object = json_array_get_object_element (units, i);
      const char *of = json_object_get_string_member (object, "system");

      if (code != NULL   ? g_str_equal (json_object_get_string_member (object, "code"), code)
          : system != NULL ? g_str_equal (of, system) || g_str_equal (of, "both")
                           : i == 0)
        return read_unit (object);
    }
  return read_unit (json_array_get_object_element (units, 0));
}

static double
convert (double      value,
         const Unit *from,
         const Unit *to)
{
  return value / from->divide * from->multiply * to->divide / to->multiply;
}

static gboolean
compare (const char *op,
         double      value,
         double      threshold)
{
  double difference = floor (value * 1e4 + 0.5) - floor (threshold * 1e4 + 0.5);

  return difference == 0.0 ? op[1] == '=' : (op[0] == '>') == (difference > 0.0);
}

static char *
format_entry (const CalxInput *input,
              const Unit      *unit,
              double           value)
{
  return g_strdup_printf ("%s=%.*f %s", input->id, unit->decimals, value, unit->code);
}

static void
check (const WalkedLeaf *leaf,
       const char       *findings,
       gboolean          expected)
{
  g_autoptr(CalxReview) review = review_of (findings, "");
  CalxRuleResult result = calx_rule_evaluate (leaf->rule, &review->facts, NULL);

  if (result == (expected ? CALX_RULE_MET : CALX_RULE_NOT_MET))
    return;
  g_test_message ("%s: %s with %s is %d", leaf->key, leaf->text, findings, result);
  g_test_fail ();
}

/* What is typed is what is shown, character by character. */
static void
check_shown (const CalxInput *input,
             const char      *entry)
{
  g_autoptr(CalxFindings) findings = score_findings (entry);
  g_autofree char *shown = calx_format_finding (calx_findings_get (findings, input->index), input);
  g_auto(GStrv) typed = g_strsplit (strchr (entry, '=') + 1, " ", 2);

  g_assert_true (g_str_has_prefix (shown, typed[0]));
}

static const CalxInput *
find_input (const char *id)
{
  const CalxInput *input = calx_inputs_find (score_knowledge ()->inputs, id);

  g_assert_nonnull (input);
  return input;
}

/* @more is entered beside; @threshold is in @rule_unit. */
static void
check_number (const WalkedLeaf *leaf,
              const CalxInput  *input,
              const char       *op,
              double            threshold,
              const Unit       *rule_unit,
              const char       *more)
{
  static const char *const systems[] = { "conventional", "si" };

  for (guint i = 0; i < G_N_ELEMENTS (systems); i++)
    {
      Unit unit = get_unit (input, NULL, systems[i]);
      double step = pow (10.0, -unit.decimals);
      double at = floor (convert (threshold, rule_unit, &unit) / step + 0.5) * step;

      for (int side = -1; side <= 1; side++)
        {
          g_autofree char *entry = format_entry (input, &unit, at + side * step);
          g_autofree char *findings = g_strconcat (entry, more, NULL);
          gboolean expected = side != 0 ? (op[0] == '>') == (side > 0)
                                        : compare (op, convert (at, &unit, rule_unit), threshold);

          check (leaf, findings, expected);
          check_shown (input, entry);
        }
    }
}

static void
check_reference (const WalkedLeaf *leaf,
                 const CalxInput  *input,
                 const char       *op,
                 const Unit       *unit)
{
  double by_default = json_object_get_double_member (leaf->json, "default");
  g_autofree char *limit_id = g_strconcat (input->id, "_upper_limit", NULL);
  const CalxInput *limit = calx_inputs_find (score_knowledge ()->inputs, limit_id);
  g_autofree char *entry = NULL;
  g_autofree char *more = NULL;

  check_number (leaf, input, op, by_default, unit, "");
  if (limit == NULL)
    return;
  entry = format_entry (limit, unit, by_default + 30.0);
  more = g_strconcat ("; ", entry, NULL);
  check_number (leaf, input, op, by_default + 30.0, unit, more);
}

static void
check_product (const WalkedLeaf *leaf,
               const char       *op)
{
  static const struct
  {
    const char *system;
    double      second;
  } rows[] = { { "conventional", SECOND_CONVENTIONAL }, { "si", SECOND_SI } };
  JsonArray *ids = json_object_get_array_member (leaf->json, "product");
  const CalxInput *first = find_input (json_array_get_string_element (ids, 0));
  const CalxInput *second = find_input (json_array_get_string_element (ids, 1));
  double threshold = json_object_get_double_member (leaf->json, "value");
  Unit first_mg = get_unit (first, "mg/dL", NULL);
  Unit second_mg = get_unit (second, "mg/dL", NULL);

  g_assert_cmpstr (json_object_get_string_member (leaf->json, "unit"), ==, "mg2/dL2");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Unit first_unit = get_unit (first, NULL, rows[i].system);
      Unit second_unit = get_unit (second, NULL, rows[i].system);
      double step = pow (10.0, -first_unit.decimals);
      double other = convert (rows[i].second, &second_unit, &second_mg);
      double at = floor (convert (threshold / other, &first_mg, &first_unit) / step + 0.5) * step;

      for (int side = -1; side <= 1; side++)
        {
          double product = convert (at + side * step, &first_unit, &first_mg) * other;
          g_autofree char *a = format_entry (first, &first_unit, at + side * step);
          g_autofree char *b = format_entry (second, &second_unit, rows[i].second);
          g_autofree char *findings = g_strconcat (a, "; ", b, NULL);

          check (leaf, findings, compare (op, product, threshold));
          g_assert_true (side == 0 || compare (op, product, threshold) == ((op[0] == '>') == (side > 0)));
        }
    }
}

/* So many years to the day; a day less, a day more. */
static void
check_years (const WalkedLeaf *leaf,
             const char       *op)
{
  const CalxInput *input = find_input (json_object_get_string_member (leaf->json, "input"));
  CalxDate on = SCORE_DATE;
  int years = (int) json_object_get_double_member (leaf->json, "value");

  for (int side = -1; side <= 1; side++)
    {
      g_autofree char *findings = g_strdup_printf ("%s=%04d-%02d-%02d", input->id, on.year - years, on.month,
                                                   on.day - side);

      check (leaf, findings, side == 0 ? op[1] == '=' : (op[0] == '>') == (side > 0));
    }
}

/* Both ends of the reference range belong to it. */
static void
check_level (const WalkedLeaf *leaf)
{
  const CalxInput *input = find_input (json_object_get_string_member (leaf->json, "input"));
  const char *level = json_object_get_string_member (leaf->json, "level");
  Unit canonical = get_unit (input, NULL, NULL);

  if (!g_str_equal (level, "low"))
    check_number (leaf, input, g_str_equal (level, "high") ? ">" : "<=", input->reference_high, &canonical, "");
  if (!g_str_equal (level, "high"))
    check_number (leaf, input, g_str_equal (level, "low") ? "<" : ">=", input->reference_low, &canonical, "");
}

static void
check_compare (const WalkedLeaf *leaf,
               const char       *op)
{
  const CalxInput *input = find_input (json_object_get_string_member (leaf->json, "input"));
  const char *code = json_object_get_string_member_with_default (leaf->json, "unit", NULL);
  Unit unit = get_unit (input, code, "conventional");

  if (json_object_has_member (leaf->json, "reference"))
    check_reference (leaf, input, op, &unit);
  else
    check_number (leaf, input, op, json_object_get_double_member (leaf->json, "value"), &unit, "");
}

static gboolean
check_leaf (const WalkedLeaf *leaf)
{
  const char *op = json_object_get_string_member_with_default (leaf->json, "op", "");

  if (json_object_has_member (leaf->json, "level"))
    check_level (leaf);
  else if (g_str_has_prefix (op, "years_since "))
    check_years (leaf, op + strlen ("years_since "));
  else if (json_object_has_member (leaf->json, "product"))
    check_product (leaf, op);
  else if (*op != '\0')
    check_compare (leaf, op);
  else
    return FALSE;
  return TRUE;
}

static void
test_file (gconstpointer data)
{
  g_autoptr(GPtrArray) leaves = rule_walk_leaves (data);
  guint n = 0;

  for (guint i = 0; i < leaves->len; i++)
    n += check_leaf (leaves->pdata[i]);
  g_test_message ("%u thresholds", n);
}

int
main (int   argc,
      char *argv[])
{
  static GPtrArray *files; /* the tests borrow their names */

  g_test_init (&argc, &argv, NULL);
  files = rule_walk_files ();
  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *path = g_strconcat ("/thresholds/", files->pdata[i], NULL);

      g_test_add_data_func (path, files->pdata[i], test_file);
    }
  return g_test_run ();
}
