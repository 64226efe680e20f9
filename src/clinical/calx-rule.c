/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-rule.h"

#include <math.h>

#include "calx-facts.h"
#include "calx-reader.h"

/* Deeper than any rule that a person can read. */
#define MAX_DEPTH 16

typedef enum
{
  RULE_COUNT,   /* at least n of the children: any is 1, all is every one */
  RULE_NOT,
  RULE_ANSWER,  /* an input has this answer */
  RULE_RECORDED,
  RULE_COMPARE, /* a number, or the product of two */
  RULE_YEARS,   /* years since a date */
} RuleKind;

typedef enum
{
  OP_LESS,
  OP_LESS_OR_EQUAL,
  OP_GREATER,
  OP_GREATER_OR_EQUAL,
} RuleOp;

typedef struct
{
  const CalxInput *input;
  const CalxUnit  *unit; /* to convert to before comparing; NULL: a count */
} RuleTerm;

struct _CalxRule
{
  RuleKind         kind;
  GPtrArray       *children; /* CalxRule, of RULE_COUNT and RULE_NOT */
  guint            at_least;
  RuleTerm         terms[2];
  guint            n_terms;
  char            *answer;
  RuleOp           op;
  double           value;
  const CalxInput *limit;       /* the laboratory's own limit, or NULL */
  gboolean         is_upper_limit; /* @value is the default of an upper limit of normal */
};

/* What a loading rule needs on every level. */
typedef struct
{
  CalxReader *reader;
  CalxInputs *inputs;
  int         depth;
} RuleLoad;

static CalxRule *rule_load (RuleLoad   *load,
                            JsonNode   *node,
                            const char *path);

void
calx_rule_free (CalxRule *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->answer);
  g_free (self);
}

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
  const CalxInput *input = calx_inputs_find (load->inputs, id);

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
  self->limit = calx_inputs_find (load->inputs, limit_id);
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
  static const char *const forms[] = { "all", "any", "at_least", "not", "recorded", "is", "op" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    n += json_object_has_member (object, forms[i]);
  if (n != 1)
    calx_reader_fail (load->reader, path, NULL,
                      "must have exactly one of all, any, at_least, not, recorded, is, op");
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
calx_rule_new (JsonNode    *node,
               const char  *path,
               CalxInputs  *inputs,
               CalxUnits   *units,
               GError     **error)
{
  CalxReader reader = { NULL };
  RuleLoad load = { &reader, inputs, 0 };
  CalxRule *self;

  g_return_val_if_fail (node != NULL && path != NULL && inputs != NULL && units != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = rule_load (&load, node, path);
  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      g_clear_pointer (&self, calx_rule_free);
    }
  return self;
}

static CalxRuleResult
from_boolean (gboolean holds)
{
  return holds ? CALX_RULE_MET : CALX_RULE_NOT_MET;
}

static CalxRuleResult
negate (CalxRuleResult result)
{
  switch (result)
    {
    case CALX_RULE_MET:
      return CALX_RULE_NOT_MET;
    case CALX_RULE_NOT_MET:
      return CALX_RULE_MET;
    case CALX_RULE_UNKNOWN:
    default:
      return CALX_RULE_UNKNOWN;
    }
}

/* spec.md: round to 4 decimals before comparing, so that a conversion's last bits decide nothing. */
static double
round_to_4 (double value)
{
  return floor (value * 1e4 + 0.5) / 1e4;
}

static gboolean
compare (RuleOp op,
         double value,
         double threshold)
{
  value = round_to_4 (value);
  threshold = round_to_4 (threshold);
  switch (op)
    {
    case OP_LESS:
      return value < threshold;
    case OP_LESS_OR_EQUAL:
      return value <= threshold;
    case OP_GREATER:
      return value > threshold;
    case OP_GREATER_OR_EQUAL:
    default:
      return value >= threshold;
    }
}

static void
use (GHashTable      *used,
     const CalxInput *input)
{
  if (used != NULL && input != NULL)
    g_hash_table_add (used, GUINT_TO_POINTER (input->index));
}

static gboolean
get_term (const RuleTerm  *term,
          const CalxFacts *facts,
          double          *ret_value)
{
  CalxFact fact;

  if (!calx_facts_get_number (facts, term->input, &fact))
    return FALSE;
  *ret_value = term->unit == NULL ? fact.value : calx_unit_from_canonical (term->unit, fact.value);
  return TRUE;
}

/* "Low", "normal" and "high" are said against the laboratory's own range: they decide a comparison
 * with its upper limit, and no other. "Normal" may be the limit itself. */
static CalxRuleResult
compare_word (const CalxRule  *self,
              const CalxFacts *facts)
{
  const CalxInput *input = self->terms[0].input;
  CalxFindingState state = calx_findings_get (facts->findings, input->index)->state;

  if (!self->is_upper_limit || calx_facts_examine (facts, input, NULL) != CALX_USE_NO_NUMBER)
    return CALX_RULE_UNKNOWN;
  switch (self->op)
    {
    case OP_GREATER:
      return from_boolean (state == CALX_FINDING_HIGH);
    case OP_LESS_OR_EQUAL:
      return from_boolean (state != CALX_FINDING_HIGH);
    case OP_LESS:
      return state == CALX_FINDING_NORMAL ? CALX_RULE_UNKNOWN
                                          : from_boolean (state == CALX_FINDING_LOW);
    case OP_GREATER_OR_EQUAL:
    default:
      return state == CALX_FINDING_NORMAL ? CALX_RULE_UNKNOWN
                                          : from_boolean (state == CALX_FINDING_HIGH);
    }
}

static CalxRuleResult
evaluate_compare (const CalxRule  *self,
                  const CalxFacts *facts,
                  GHashTable      *used)
{
  double value = 1.0;
  double threshold = self->value;

  for (guint i = 0; i < self->n_terms; i++)
    {
      double term;

      use (used, self->terms[i].input);
      if (!get_term (&self->terms[i], facts, &term))
        return self->n_terms == 1 ? compare_word (self, facts) : CALX_RULE_UNKNOWN;
      value *= term;
    }
  if (self->limit != NULL)
    {
      RuleTerm limit = { self->limit, self->terms[0].unit };

      use (used, self->limit);
      get_term (&limit, facts, &threshold);
    }
  return from_boolean (compare (self->op, value, threshold));
}

/* Years with the part since the last anniversary, so that five years to the day are exactly 5. */
static double
get_years (CalxDate from,
           CalxDate to)
{
  int years = calx_date_years (from, to);
  CalxDate anniversary = { from.year + years, from.month, from.day };

  /* 29 February counts on 1 March in a year without one. */
  if (from.month == 2 && from.day == 29 && !g_date_is_leap_year ((GDateYear) anniversary.year))
    anniversary = (CalxDate){ anniversary.year, 3, 1 };
  return years + calx_date_days (anniversary, to) / 366.0;
}

static CalxRuleResult
evaluate_years (const CalxRule  *self,
                const CalxFacts *facts)
{
  CalxDate date;
  CalxDate latest;
  gboolean longest;
  gboolean shortest;

  if (!calx_facts_get_date (facts, self->terms[0].input, &date) || !calx_date_is_known (date) ||
      !calx_date_is_day (facts->date))
    return CALX_RULE_UNKNOWN;
  if (calx_date_compare (calx_date_earliest (date), facts->date) > 0)
    return CALX_RULE_UNKNOWN;
  latest = calx_date_latest (date);
  if (calx_date_compare (latest, facts->date) > 0)
    latest = facts->date;
  longest = compare (self->op, get_years (calx_date_earliest (date), facts->date), self->value);
  shortest = compare (self->op, get_years (latest, facts->date), self->value);
  return longest == shortest ? from_boolean (longest) : CALX_RULE_UNKNOWN;
}

static CalxRuleResult
evaluate_recorded (const CalxRule  *self,
                   const CalxFacts *facts)
{
  const CalxInput *input = self->terms[0].input;
  CalxUse how = calx_facts_examine (facts, input, NULL);
  const char *answer;

  if (how == CALX_USE_NO_NUMBER)
    return CALX_RULE_MET;
  if (how != CALX_USE_OK)
    return CALX_RULE_UNKNOWN;
  if (input->kind != CALX_INPUT_BOOLEAN)
    return from_boolean (calx_findings_get (facts->findings, input->index)->state !=
                         CALX_FINDING_ABSENT);
  answer = calx_facts_get_answer (facts, input);
  return answer == NULL ? CALX_RULE_UNKNOWN : from_boolean (g_str_equal (answer, "yes"));
}

static void
add_all (GHashTable *to,
         GHashTable *from)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (to, key);
}

/* Those children that came out as the whole did are what decided, or what would have to be known. */
static CalxRuleResult
evaluate_count (const CalxRule  *self,
                const CalxFacts *facts,
                GHashTable      *used)
{
  guint n_met = 0;
  guint n_possible = 0;
  CalxRuleResult result;

  for (guint i = 0; i < self->children->len; i++)
    {
      CalxRuleResult child = calx_rule_evaluate (self->children->pdata[i], facts, NULL);

      n_met += child == CALX_RULE_MET;
      n_possible += child != CALX_RULE_NOT_MET;
    }
  result = n_met >= self->at_least        ? CALX_RULE_MET
           : n_possible < self->at_least ? CALX_RULE_NOT_MET
                                         : CALX_RULE_UNKNOWN;
  for (guint i = 0; used != NULL && i < self->children->len; i++)
    {
      g_autoptr(GHashTable) child_used = g_hash_table_new (NULL, NULL);

      if (calx_rule_evaluate (self->children->pdata[i], facts, child_used) == result)
        add_all (used, child_used);
    }
  return result;
}

CalxRuleResult
calx_rule_evaluate (const CalxRule  *self,
                    const CalxFacts *facts,
                    GHashTable      *used)
{
  const char *answer;

  g_return_val_if_fail (self != NULL && facts != NULL, CALX_RULE_UNKNOWN);

  switch (self->kind)
    {
    case RULE_COUNT:
      return evaluate_count (self, facts, used);
    case RULE_NOT:
      return negate (calx_rule_evaluate (self->children->pdata[0], facts, used));
    case RULE_ANSWER:
      use (used, self->terms[0].input);
      answer = calx_facts_get_answer (facts, self->terms[0].input);
      return answer == NULL ? CALX_RULE_UNKNOWN : from_boolean (g_str_equal (answer, self->answer));
    case RULE_RECORDED:
      use (used, self->terms[0].input);
      return evaluate_recorded (self, facts);
    case RULE_YEARS:
      use (used, self->terms[0].input);
      return evaluate_years (self, facts);
    case RULE_COMPARE:
    default:
      return evaluate_compare (self, facts, used);
    }
}
