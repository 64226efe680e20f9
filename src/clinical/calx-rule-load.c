/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-rule-private.h"

#include <math.h>
#include <string.h>

#include "calx-reader.h"
#include "calx-treatments.h"

/* Deeper than any rule that a person can read. */
#define MAX_DEPTH 16

/* What a loading rule needs on every level. */
typedef struct
{
  CalxReader          *reader;
  const CalxRuleScope *scope;
  int                  depth;
} RuleLoad;

static CalxRule *rule_load (RuleLoad   *load,
                            JsonNode   *node,
                            const char *path);

static void
rule_free_child (gpointer data)
{
  calx_rule_free (data);
}

static const CalxInput *
load_input (RuleLoad   *load,
            const char *id,
            const char *path,
            const char *field)
{
  const CalxInput *input = calx_inputs_find (load->scope->inputs, id);

  if (input == NULL)
    calx_reader_fail (load->reader, path, field, "no input is called '%s'", id);
  return input;
}

static void
load_children (RuleLoad   *load,
               CalxRule   *self,
               JsonObject *object,
               const char *path,
               const char *field)
{
  g_autoptr(JsonArray) array = calx_reader_array (load->reader, object, path, field);
  guint n = json_array_get_length (array);

  if (n == 0)
    calx_reader_fail (load->reader, path, field, "must not be empty");
  for (guint i = 0; i < n && load->reader->error == NULL; i++)
    {
      g_autofree char *child_path = g_strdup_printf ("%s.%s[%u]", path, field, i);

      g_ptr_array_add (self->children,
                       rule_load (load, json_array_get_element (array, i), child_path));
    }
}

static void
load_count (RuleLoad   *load,
            CalxRule   *self,
            JsonObject *object,
            const char *path)
{
  gboolean at_least = json_object_has_member (object, "at_least");
  gboolean all = json_object_has_member (object, "all");

  self->kind = RULE_COUNT;
  load_children (load, self, object, path, at_least ? "of" : all ? "all" : "any");
  self->at_least = all ? self->children->len : 1;
  if (at_least)
    {
      double wanted = calx_reader_number (load->reader, object, path, "at_least");

      if (wanted < 1.0 || wanted > self->children->len || wanted != floor (wanted))
        calx_reader_fail (load->reader, path, "at_least",
                          "must be a whole number from 1 to the number of rules");
      else
        self->at_least = (guint) wanted;
    }
}

static void
load_answer (RuleLoad   *load,
             CalxRule   *self,
             JsonObject *object,
             const char *path)
{
  const CalxInput *input;

  self->kind = RULE_ANSWER;
  self->answer = g_strdup (calx_reader_string (load->reader, object, path, "is"));
  input = load_input (load, calx_reader_string (load->reader, object, path, "input"), path,
                      "input");
  self->terms[0].input = input;
  self->n_terms = 1;
  if (input == NULL)
    return;
  if (input->kind != CALX_INPUT_BOOLEAN && input->kind != CALX_INPUT_CHOICE)
    calx_reader_fail (load->reader, path, "input", "'%s' has no answers to choose from", input->id);
  else if (input->kind == CALX_INPUT_BOOLEAN ? !g_str_equal (self->answer, "yes") &&
                                                 !g_str_equal (self->answer, "no")
                                             : calx_input_find_choice (input, self->answer) == NULL)
    calx_reader_fail (load->reader, path, "is", "'%s' cannot be '%s'", input->id, self->answer);
}

static void
load_recorded (RuleLoad   *load,
               CalxRule   *self,
               JsonObject *object,
               const char *path)
{
  self->kind = RULE_RECORDED;
  self->terms[0].input = load_input (load,
                                     calx_reader_string (load->reader, object, path, "recorded"),
                                     path, "recorded");
  self->n_terms = 1;
}

static void
load_op (RuleLoad   *load,
         CalxRule   *self,
         const char *text,
         const char *path)
{
  static const char *const ops[] = { "<", "<=", ">", ">=" };

  for (guint i = 0; i < G_N_ELEMENTS (ops); i++)
    if (g_str_equal (text, ops[i]))
      {
        self->op = (RuleOp) i;
        return;
      }
  calx_reader_fail (load->reader, path, "op", "'%s' is not a comparison", text);
}

static void
load_threshold (RuleLoad   *load,
                CalxRule   *self,
                JsonObject *object,
                const char *path)
{
  g_autofree char *limit_id = NULL;

  if (!json_object_has_member (object, "reference"))
    {
      self->value = calx_reader_number (load->reader, object, path, "value");
      return;
    }
  if (self->n_terms != 1 ||
      !g_str_equal (calx_reader_string (load->reader, object, path, "reference"), "upper_limit"))
    calx_reader_fail (load->reader, path, "reference", "must be 'upper_limit', of one input");
  self->is_upper_limit = TRUE;
  self->value = calx_reader_number (load->reader, object, path, "default");
  if (self->terms[0].input == NULL)
    return;
  limit_id = g_strconcat (self->terms[0].input->id, "_upper_limit", NULL);
  self->limit = calx_inputs_find (load->scope->inputs, limit_id);
  if (self->limit != NULL && self->limit->quantity != self->terms[0].input->quantity)
    calx_reader_fail (load->reader, path, "reference", "'%s' is another quantity", limit_id);
}

/* The unit of a product is that of one factor on both sides: "mg2/dL2" is mg/dL times mg/dL. */
static char *
get_factor_unit (const char *product_unit)
{
  g_auto(GStrv) parts = g_strsplit (product_unit, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize length = strlen (parts[i]);

      if (length < 2 || parts[i][length - 1] != '2')
        return NULL;
      parts[i][length - 1] = '\0';
    }
  return g_strjoinv ("/", parts);
}

static void
load_term (RuleLoad   *load,
           CalxRule   *self,
           const char *id,
           const char *unit_code,
           const char *path,
           const char *field)
{
  RuleTerm *term = &self->terms[self->n_terms++];

  term->input = load_input (load, id, path, field);
  if (term->input == NULL)
    return;
  if (term->input->kind != CALX_INPUT_NUMBER)
    {
      calx_reader_fail (load->reader, path, field, "'%s' is not a number", id);
      return;
    }
  if (term->input->unitless)
    return;
  term->unit = unit_code == NULL || term->input->quantity == NULL
                 ? NULL
                 : calx_quantity_find_unit (term->input->quantity, unit_code);
  if (term->unit == NULL)
    calx_reader_fail (load->reader, path, "unit", "'%s' has no such unit", id);
}

static void
load_compare (RuleLoad   *load,
              CalxRule   *self,
              JsonObject *object,
              const char *path)
{
  const char *unit = calx_reader_text (load->reader, object, path, "unit");

  self->kind = RULE_COMPARE;
  load_op (load, self, calx_reader_string (load->reader, object, path, "op"), path);
  if (json_object_has_member (object, "product"))
    {
      g_auto(GStrv) ids = calx_reader_strings (load->reader, object, path, "product");
      g_autofree char *factor_unit = get_factor_unit (unit);

      if (g_strv_length (ids) != 2)
        calx_reader_fail (load->reader, path, "product", "must name two inputs");
      else
        for (guint i = 0; i < 2; i++)
          load_term (load, self, ids[i], factor_unit, path, "product");
    }
  else
    load_term (load, self, calx_reader_string (load->reader, object, path, "input"), unit, path,
               "input");
  load_threshold (load, self, object, path);
}

static void
load_years (RuleLoad   *load,
            CalxRule   *self,
            JsonObject *object,
            const char *path)
{
  const char *op = calx_reader_string (load->reader, object, path, "op");
  const CalxInput *input = load_input (load,
                                       calx_reader_string (load->reader, object, path, "input"),
                                       path, "input");

  self->kind = RULE_YEARS;
  load_op (load, self, op + strlen ("years_since "), path);
  self->value = calx_reader_number (load->reader, object, path, "value");
  if (!g_str_equal (calx_reader_string (load->reader, object, path, "unit"), "a"))
    calx_reader_fail (load->reader, path, "unit", "must be 'a', years");
  if (input != NULL && input->kind != CALX_INPUT_DATE)
    calx_reader_fail (load->reader, path, "input", "'%s' is not a date", input->id);
  self->terms[0].input = input;
  self->n_terms = 1;
}

static void
load_level (RuleLoad   *load,
            CalxRule   *self,
            JsonObject *object,
            const char *path)
{
  static const char *const levels[] = { "low", "normal", "high" };
  const char *text = calx_reader_string (load->reader, object, path, "level");
  const CalxInput *input = load_input (load,
                                       calx_reader_string (load->reader, object, path, "input"),
                                       path, "input");

  self->kind = RULE_LEVEL;
  self->terms[0].input = input;
  self->n_terms = 1;
  if (input != NULL && !input->laboratory)
    calx_reader_fail (load->reader, path, "input", "'%s' is not a laboratory value", input->id);
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_equal (text, levels[i]))
      self->level = (CalxRangeLevel) (CALX_LEVEL_LOW + i);
  if (self->level == CALX_LEVEL_UNKNOWN)
    calx_reader_fail (load->reader, path, "level", "must be low, normal or high, not '%s'", text);
}

static void
load_named (RuleLoad   *load,
            CalxRule   *self,
            JsonObject *object,
            const char *path)
{
  const char *id = calx_reader_string (load->reader, object, path, "rule");

  self->kind = RULE_NAMED;
  if (load->scope->rules != NULL)
    self->named = g_hash_table_lookup (load->scope->rules, id);
  if (self->named == NULL)
    calx_reader_fail (load->reader, path, "rule", "no rule before this one is called '%s'", id);
}

static void
load_lesion_types (RuleLoad   *load,
                   RuleLesion *lesion,
                   JsonObject *object,
                   const char *path)
{
  g_auto(GStrv) ids = calx_reader_strings_or_none (load->reader, object, path, "type");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CalxLesionType type;

      if (calx_lesion_type_from_id (ids[i], &type) && type != CALX_LESION_TYPE_UNKNOWN)
        lesion->types |= 1u << type;
      else
        calx_reader_fail (load->reader, path, "type", "no type of lesion is called '%s'", ids[i]);
    }
}

static void
load_lesion_classes (RuleLoad   *load,
                     RuleLesion *lesion,
                     JsonObject *object,
                     const char *path)
{
  g_auto(GStrv) ids = calx_reader_strings_or_none (load->reader, object, path, "class");

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint before = lesion->classes;

      for (guint j = 0; j < CALX_N_SITE_CLASSES; j++)
        if (g_str_equal (ids[i], calx_site_class_to_id ((CalxSiteClass) j)))
          lesion->classes |= 1u << j;
      if (lesion->classes == before)
        calx_reader_fail (load->reader, path, "class", "no class of sites is called '%s'", ids[i]);
    }
}

static gboolean
has_region (CalxRegions *regions,
            const char  *beginning)
{
  g_autofree char *prefix = g_strconcat (beginning, "_", NULL);

  for (guint i = 0; i < calx_regions_get_n (regions); i++)
    {
      const char *id = calx_regions_get (regions, i)->id;

      if (g_str_equal (id, beginning) || g_str_has_prefix (id, prefix))
        return TRUE;
    }
  return FALSE;
}

static void
load_lesion_regions (RuleLoad   *load,
                     RuleLesion *lesion,
                     JsonObject *object,
                     const char *path)
{
  if (!calx_reader_has (object, "region"))
    return;
  lesion->regions = calx_reader_strings (load->reader, object, path, "region");
  for (guint i = 0; lesion->regions[i] != NULL; i++)
    if (!has_region (load->scope->regions, lesion->regions[i]))
      calx_reader_fail (load->reader, path, "region", "no region begins with '%s'",
                        lesion->regions[i]);
}

static CalxTernary
load_wish (RuleLoad   *load,
           JsonObject *object,
           const char *path,
           const char *field)
{
  if (!calx_reader_has (object, field))
    return CALX_TERNARY_UNKNOWN;
  return calx_reader_boolean (load->reader, object, path, field) ? CALX_TERNARY_YES : CALX_TERNARY_NO;
}

static void
load_sign_values (RuleLoad       *load,
                  RuleLesion     *lesion,
                  CalxLesionSign  sign,
                  JsonObject     *object,
                  const char     *path)
{
  const char *field = calx_lesion_sign_to_id (sign);
  g_auto(GStrv) ids = calx_reader_strings_or_none (load->reader, object, path, field);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint value;

      if (calx_lesion_sign_value_from_id (sign, ids[i], &value))
        lesion->signs[sign] |= 1u << value;
      else
        calx_reader_fail (load->reader, path, field, "'%s' is not among its values", ids[i]);
    }
}

static void
load_lesion_signs (RuleLoad   *load,
                   RuleLesion *lesion,
                   JsonObject *object,
                   const char *path)
{
  for (guint sign = 0; sign < CALX_N_LESION_SIGNS; sign++)
    {
      CalxTernary wish;

      if (!calx_lesion_sign_is_ternary (sign))
        {
          load_sign_values (load, lesion, sign, object, path);
          continue;
        }
      wish = load_wish (load, object, path, calx_lesion_sign_to_id (sign));
      if (wish != CALX_TERNARY_UNKNOWN)
        lesion->signs[sign] = 1u << wish;
    }
}

static void
check_lesion_fields (RuleLoad   *load,
                     JsonObject *object,
                     const char *path)
{
  static const char *const fields[] = {
    "type", "class", "region", "ulcerated", "painful", "not_chalky", "not_another", "both_sides", NULL,
  };
  g_autoptr(GList) members = json_object_get_members (object);
  CalxLesionSign sign;

  for (GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (fields, l->data) && !calx_lesion_sign_from_id (l->data, &sign))
      calx_reader_fail (load->reader, path, l->data, "is not asked of lesions");
}

static void
load_lesion (RuleLoad   *load,
             CalxRule   *self,
             JsonObject *object,
             const char *path)
{
  g_autofree char *lesion_path = g_strconcat (path, ".lesion", NULL);
  g_autoptr(JsonObject) wanted = calx_reader_object (load->reader, object, path, "lesion");
  double count = 1.0;

  self->kind = RULE_LESION;
  if (load->scope->regions == NULL)
    {
      calx_reader_fail (load->reader, path, "lesion", "lesions are not known to this file");
      return;
    }
  self->regions = calx_regions_ref (load->scope->regions);
  check_lesion_fields (load, wanted, lesion_path);
  load_lesion_types (load, &self->lesion, wanted, lesion_path);
  load_lesion_classes (load, &self->lesion, wanted, lesion_path);
  load_lesion_regions (load, &self->lesion, wanted, lesion_path);
  self->lesion.ulcerated = load_wish (load, wanted, lesion_path, "ulcerated");
  self->lesion.painful = load_wish (load, wanted, lesion_path, "painful");
  load_lesion_signs (load, &self->lesion, wanted, lesion_path);
  self->lesion.not_chalky = load_wish (load, wanted, lesion_path, "not_chalky") == CALX_TERNARY_YES;
  self->lesion.not_another = load_wish (load, wanted, lesion_path, "not_another") == CALX_TERNARY_YES;
  self->lesion.both_sides = load_wish (load, wanted, lesion_path, "both_sides") == CALX_TERNARY_YES;
  if (calx_reader_has (object, "count"))
    count = calx_reader_number (load->reader, object, path, "count");
  if (count < 1.0 || count > 1000.0 || count != floor (count))
    calx_reader_fail (load->reader, path, "count", "must be a whole number from 1");
  else
    self->lesion.count = (guint) count;
}

static void
load_treatment (RuleLoad   *load,
                CalxRule   *self,
                JsonObject *object,
                const char *path)
{
  static const char *const statuses[] = { "current", "stopped", "ever", NULL };
  const char *status = calx_reader_string (load->reader, object, path, "status");

  self->kind = RULE_TREATMENT;
  self->treatments = calx_reader_strings (load->reader, object, path, "treatment");
  if (load->scope->treatments == NULL)
    calx_reader_fail (load->reader, path, "treatment", "treatments are not known to this file");
  else if (self->treatments[0] == NULL)
    calx_reader_fail (load->reader, path, "treatment", "must not be empty");
  else if (!g_strv_contains (statuses, status))
    calx_reader_fail (load->reader, path, "status", "must be current, stopped or ever, not '%s'", status);
  for (guint i = 0; load->reader->error == NULL && self->treatments[i] != NULL; i++)
    if (calx_treatments_find (load->scope->treatments, self->treatments[i]) == NULL)
      calx_reader_fail (load->reader, path, "treatment", "no treatment is called '%s'", self->treatments[i]);
  while (load->reader->error == NULL && !g_str_equal (statuses[self->treatment_status], status))
    self->treatment_status++;
}

static gboolean
is_years_rule (JsonObject *object)
{
  JsonNode *op = json_object_get_member (object, "op");

  return op != NULL && JSON_NODE_HOLDS_VALUE (op) &&
         json_node_get_value_type (op) == G_TYPE_STRING &&
         g_str_has_prefix (json_node_get_string (op), "years_since ");
}

/* One rule says one thing: "all" beside "any" would leave one of them unread. */
static void
check_one_form (RuleLoad   *load,
                JsonObject *object,
                const char *path)
{
  static const char *const forms[] = {
    "all", "any", "at_least", "not", "recorded", "is", "op", "level", "lesion", "rule",
    "treatment",
  };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    n += json_object_has_member (object, forms[i]);
  if (n != 1)
    calx_reader_fail (load->reader, path, NULL,
                      "must have exactly one of all, any, at_least, not, recorded, is, op, level, lesion, "
                      "rule, treatment");
}

static CalxRule *
rule_load (RuleLoad   *load,
           JsonNode   *node,
           const char *path)
{
  g_autoptr(JsonObject) object = calx_reader_as_object (load->reader, node, path);
  CalxRule *self = g_new0 (CalxRule, 1);

  self->children = g_ptr_array_new_with_free_func (rule_free_child);
  check_one_form (load, object, path);
  if (++load->depth > MAX_DEPTH)
    calx_reader_fail (load->reader, path, NULL, "nested too deep");
  else if (json_object_has_member (object, "all") || json_object_has_member (object, "any") ||
           json_object_has_member (object, "at_least"))
    load_count (load, self, object, path);
  else if (json_object_has_member (object, "not"))
    {
      g_autofree char *child_path = g_strconcat (path, ".not", NULL);

      self->kind = RULE_NOT;
      g_ptr_array_add (self->children,
                       rule_load (load, json_object_get_member (object, "not"), child_path));
    }
  else if (json_object_has_member (object, "level"))
    load_level (load, self, object, path);
  else if (json_object_has_member (object, "lesion"))
    load_lesion (load, self, object, path);
  else if (json_object_has_member (object, "treatment"))
    load_treatment (load, self, object, path);
  else if (json_object_has_member (object, "rule"))
    load_named (load, self, object, path);
  else if (json_object_has_member (object, "recorded"))
    load_recorded (load, self, object, path);
  else if (json_object_has_member (object, "is"))
    load_answer (load, self, object, path);
  else if (is_years_rule (object))
    load_years (load, self, object, path);
  else
    load_compare (load, self, object, path);
  load->depth--;
  return self;
}

CalxRule *
calx_rule_new (JsonNode            *node,
               const char          *path,
               const CalxRuleScope *scope,
               GError             **error)
{
  CalxReader reader = { NULL };
  RuleLoad load = { &reader, scope, 0 };
  CalxRule *self;

  g_return_val_if_fail (node != NULL && path != NULL && scope != NULL, NULL);
  g_return_val_if_fail (scope->inputs != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = rule_load (&load, node, path);
  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      g_clear_pointer (&self, calx_rule_free);
    }
  return self;
}
