/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-model-card.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
size_t LLVMFuzzerMutate (uint8_t *data, size_t size, size_t max_size);
size_t LLVMFuzzerCustomMutator (uint8_t *data, size_t size, size_t max_size, unsigned int seed);

#define MAX_TOKENS 1024
#define MAX_DEPTH 32

static CalxInputs *inputs;
static CalxUnits *units;
static CalxFindings *unknown; /* nothing known */
static CalxFindings *known;   /* every input known */

static GBytes *
load (const char *path)
{
  char *contents = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    g_error ("%s cannot be read; run from the project's folder", path);
  return g_bytes_new_take (contents, length);
}

/* A value that lies within the input's limits. */
static CalxFindings *
with_value (CalxFindings    *findings,
            const CalxInput *input)
{
  g_autoptr(CalxFindings) before = findings;
  CalxFinding finding = CALX_FINDING_INIT;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  finding.state = CALX_FINDING_VALUE;
  switch (input->kind)
    {
    case CALX_INPUT_BOOLEAN:
      finding.text = "yes";
      break;
    case CALX_INPUT_CHOICE:
      finding.text = input->choices[0].id;
      break;
    case CALX_INPUT_DATE:
      finding.text = "2020-02-29";
      break;
    case CALX_INPUT_NUMBER:
    default:
      g_ascii_formatd (number, sizeof number, "%.0f", isnan (input->soft_max) ? input->hard_max : input->soft_max);
      finding.text = number;
      finding.unit = input->unitless ? NULL : g_intern_string (input->quantity->units[0].code);
      break;
    }
  return calx_findings_with (before, input->index, &finding);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) units_json = load ("data/units.json");
  g_autoptr(GBytes) inputs_json = load ("data/inputs.json");

  units = calx_units_new (units_json, "units.json", &error);
  g_assert_no_error (error);
  inputs = calx_inputs_new (inputs_json, "inputs.json", units, &error);
  g_assert_no_error (error);
  unknown = calx_findings_new (inputs);
  known = calx_findings_new (inputs);
  for (guint i = 0; i < calx_inputs_get_n (inputs); i++)
    known = with_value (known, calx_inputs_get (inputs, i));
  return 0;
}

/* Whatever a model that was accepted holds, its result is made of numbers. */
static void
check_assessment (CalxRiskModel *model,
                  CalxFindings  *findings)
{
  g_autoptr(CalxAssessment) assessment = calx_risk_model_assess (model, findings, CALX_DATE_NONE);

  g_assert_nonnull (assessment);
  if (!assessment->has_points)
    return;
  g_assert_cmpint (assessment->points_min, <=, assessment->points_max);
  g_assert_true (isfinite (assessment->lp_min) && isfinite (assessment->lp_max));
  g_assert_false (assessment->lp_min > assessment->lp_max);
}

static void
check_card (CalxRiskModel *model)
{
  g_autoptr(CalxCompendium) card = calx_compendium_new (NULL);
  g_autofree char *text = NULL;

  calx_risk_model_add_card (model, card);
  text = calx_compendium_print (card);
  g_assert_nonnull (text);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr(GBytes) json = g_bytes_new_static (data, size);
  g_autoptr(CalxRiskModel) model = NULL;
  g_autoptr(GError) error = NULL;

  model = calx_risk_model_new (json, "model.json", inputs, units, &error);
  if (model == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  g_assert_no_error (error);
  check_assessment (model, known);
  /* The rest for some, which the input itself chooses: reading is what is tested most. */
  if (size % 4 == 0)
    {
      check_assessment (model, unknown);
      check_card (model);
    }
  return 0;
}

/* --- Mutations that know JSON: bytes alone would seldom get past the parser -------------------- */

typedef struct
{
  size_t start;
  size_t end;
} Span;

/* The end of the string that begins at @i. */
static size_t
skip_string (const uint8_t *data,
             size_t         size,
             size_t         i)
{
  for (i++; i < size && data[i] != '"'; i++)
    if (data[i] == '\\')
      i++;
  return MIN (i + 1, size);
}

static gboolean
is_blank (uint8_t byte)
{
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* Neither part of a word or number nor the beginning of something. */
static gboolean
is_between (uint8_t byte)
{
  return byte == ',' || byte == ':' || is_blank (byte);
}

/* Every value and every member's name, in one pass. */
static guint
find_values (const uint8_t *data,
             size_t         size,
             Span          *ret_spans)
{
  guint open[MAX_DEPTH];
  guint depth = 0;
  guint n = 0;
  size_t i = 0;

  while (i < size && n < MAX_TOKENS)
    {
      size_t start = i;

      if (is_between (data[i]))
        {
          i++;
          continue;
        }
      if (data[i] == '}' || data[i] == ']')
        {
          i++;
          if (depth > 0)
            ret_spans[open[--depth]].end = i;
          continue;
        }
      if (data[i] == '"')
        i = skip_string (data, size, i);
      else if (data[i] == '{' || data[i] == '[')
        {
          if (depth < MAX_DEPTH)
            open[depth++] = n;
          i++;
        }
      else
        while (i < size && !is_between (data[i]) && data[i] != '}' && data[i] != ']')
          i++;
      ret_spans[n].start = start;
      ret_spans[n].end = i;
      n++;
    }
  return n;
}

static size_t
replace (uint8_t       *data,
         size_t         size,
         size_t         max_size,
         const Span    *at,
         const uint8_t *with,
         size_t         n_with)
{
  size_t rest = size - at->end;

  if (at->start + n_with + rest > max_size)
    return size;
  memmove (data + at->start + n_with, data + at->end, rest);
  memcpy (data + at->start, with, n_with);
  return at->start + n_with + rest;
}

/* Puts something else, or nothing, in the place of one value. */
static size_t
mutate_value (uint8_t    *data,
              size_t      size,
              size_t      max_size,
              const Span *spans,
              guint       n_spans,
              GRand      *rand)
{
  static const char * const others[] = {
    "null", "true", "false", "0", "-1", "1", "0.5", "1e308", "1e-308", "-1e999", "99999999999999999999",
    "\"\"", "\"none\"", "\"sex\"", "\"\\u0000\"", "[]", "{}", "[1,0]", "[0,0]", "{\"all\":[]}",
  };
  const Span *at = &spans[g_rand_int_range (rand, 0, n_spans)];
  const Span *other = &spans[g_rand_int_range (rand, 0, n_spans)];
  g_autofree uint8_t *copy = NULL;
  Span cut = *at;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0: /* a value of this file */
      copy = g_memdup2 (data + other->start, other->end - other->start);
      return replace (data, size, max_size, at, copy, other->end - other->start);
    case 1: /* nothing, and the comma after it; a name goes with its value */
      if (cut.end < size && data[cut.end] == ':' && at + 1 < spans + n_spans)
        cut.end = at[1].end;
      if (cut.end < size && data[cut.end] == ',')
        cut.end++;
      return replace (data, size, max_size, &cut, data, 0);
    case 2: /* twice */
      copy = g_malloc (at->end - at->start + 1);
      memcpy (copy, data + at->start, at->end - at->start);
      copy[at->end - at->start] = ',';
      cut.end = cut.start;
      return replace (data, size, max_size, &cut, copy, at->end - at->start + 1);
    default:
      {
        const char *text = others[g_rand_int_range (rand, 0, G_N_ELEMENTS (others))];

        return replace (data, size, max_size, at, (const uint8_t *) text, strlen (text));
      }
    }
}

size_t
LLVMFuzzerCustomMutator (uint8_t      *data,
                         size_t        size,
                         size_t        max_size,
                         unsigned int  seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autofree Span *spans = NULL;
  int n_edits = g_rand_int_range (rand, 1, 4);

  if (g_rand_int_range (rand, 0, 4) == 0)
    return LLVMFuzzerMutate (data, size, max_size);
  spans = g_new (Span, MAX_TOKENS);
  for (int i = 0; i < n_edits; i++)
    {
      guint n_spans = find_values (data, size, spans);

      if (n_spans == 0)
        return LLVMFuzzerMutate (data, size, max_size);
      size = mutate_value (data, size, max_size, spans, n_spans, rand);
    }
  return size > 0 ? size : LLVMFuzzerMutate (data, size, max_size);
}
