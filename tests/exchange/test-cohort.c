/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cohort.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "calx-csv.h"

static CalxKnowledge *knowledge;

#define HEADER                                                                                         \
  "patient_id,points,points_min,points_max,band,band_min,band_max,ratio,ratio_low,ratio_high,"        \
  "ratio_min,ratio_max,rate_low,rate_high,unknown,warnings,error\n"
#define WORKED_COLUMNS                                                                                 \
  "patient_id,setting,age [a],sex,diabetes,bmi [kg/m2],calcium_total [mg/dL],albumin [g/dL],"         \
  "albumin_method,phosphate [mg/dL],pth [pg/mL],vitamin_k_antagonist,lesions,previous_calciphylaxis\n"
#define WORKED_RESULT                                                                                  \
  "P1,40,40,40,very_high,very_high,very_high,30.1219,10.3667,87.5231,30.1219,30.1219,12,150,,"

static void
add_column (const char *column,
            gpointer    data)
{
  GString *told = data;

  g_string_append_printf (told, "%s;", column);
}

/* The output, or NULL with @error. */
static char *
score_bytes (const char        *csv,
             gssize             length,
             CalxCohortFormat   format,
             GString           *told,
             guint             *ret_n_bad_rows,
             GError           **error)
{
  g_autoptr(GInputStream) input = NULL;
  g_autoptr(GOutputStream) output = g_memory_output_stream_new_resizable ();
  g_autoptr(GString) ignored = g_string_new (NULL);
  guint n_bad_rows = 0;

  input = g_memory_input_stream_new_from_data (csv, length, NULL);
  if (!calx_cohort_score (knowledge, input, output, format, add_column, told != NULL ? told : ignored,
                          &n_bad_rows, error))
    return NULL;
  if (ret_n_bad_rows != NULL)
    *ret_n_bad_rows = n_bad_rows;
  g_assert_true (g_output_stream_write_all (output, "", 1, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (output, NULL, NULL));
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (output));
}

static char *
score (const char *csv)
{
  g_autoptr(GError) error = NULL;
  char *output = score_bytes (csv, -1, CALX_COHORT_CSV, NULL, NULL, &error);

  g_assert_no_error (error);
  return output;
}

/* The cells of row @row (0: the header) of an output. */
static char **
get_row (const char *output,
         guint       row)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data (output, -1, NULL);
  g_autoptr(CalxCsvReader) reader = calx_csv_reader_new (stream);

  for (guint i = 0;; i++)
    {
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) cells = calx_csv_reader_next (reader, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (cells);
      g_assert_cmpuint (g_strv_length (cells), ==, 17);
      if (i == row)
        return g_steal_pointer (&cells);
    }
}

typedef struct
{
  const char *name;
  const char *header;
  const char *message; /* a pattern */
} HeaderCase;

static const HeaderCase header_cases[] = {
  { "an-empty-file", "", "*empty*" },
  { "a-header-without-patient-id", "setting,sex\n", "*no column patient_id" },
  { "a-header-without-setting", "patient_id,sex\n", "*no column setting" },
  { "a-number-without-its-unit", "patient_id,setting,age\n", "column age: its unit is missing*age [a]*" },
  { "empty-brackets", "patient_id,setting,age []\n", "column age []: age has no unit*" },
  { "a-unit-of-another-analyte", "patient_id,setting,calcium_total [pg/mL]\n",
    "column calcium_total [pg/mL]: calcium_total has no unit*mg/dL, mmol/L" },
  { "a-count-with-a-unit", "patient_id,setting,insulin_injections_per_day [1/d]\n",
    "*insulin_injections_per_day has no unit" },
  { "a-choice-with-a-unit", "patient_id,setting [a]\n", "*setting has no unit" },
  { "a-boolean-with-a-unit", "patient_id,setting,diabetes [a]\n", "*diabetes has no unit" },
  { "an-id-with-a-unit", "patient_id [a],setting\n", "*patient_id has no unit" },
  { "a-date-with-a-unit", "patient_id,setting,date [d]\n", "*date has no unit" },
  { "one-input-in-two-columns", "patient_id,setting,sex,sex\n", "two columns hold sex" },
  { "one-input-in-two-units", "patient_id,setting,pth [pg/mL],pth [pmol/L]\n", "two columns hold pth" },
  { "two-ids", "patient_id,patient_id,setting\n", "two columns hold patient_id" },
  { "two-dates", "patient_id,date,setting,date\n", "two columns hold date" },
  { "broken-quotes", "patient_id,\"setting\"x\n", "line 1, cell 2: text after a closing quote" },
};

static void
test_header (gconstpointer data)
{
  const HeaderCase *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) told = g_string_new (NULL);
  g_autofree char *output = score_bytes (c->header, -1, CALX_COHORT_CSV, told, NULL, &error);

  g_assert_null (output);
  g_assert_nonnull (error);
  if (!g_pattern_match_simple (c->message, error->message))
    g_error ("“%s” is not “%s”", error->message, c->message);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpstr (told->str, ==, "");
}

typedef struct
{
  const char *name;
  const char *column; /* of the second column; the third is setting */
  const char *cell;
  const char *error;  /* a pattern */
} CellCase;

static const CellCase bad_cells[] = {
  { "calcium-in-the-wrong-unit", "calcium_total [mg/dL]", "2.4",
    "line 2, column calcium_total [mg/dL], value “2.4”: *below 3 mg/dL*mmol/L*" },
  { "calcium-above", "calcium_total [mg/dL]", "22.01", "*value “22.01”: *above 22 mg/dL*" },
  { "calcium-in-si-above", "calcium_total [mmol/L]", "9.6", "*value “9.6”: *mg/dL*" },
  { "phosphate-below", "phosphate [mg/dL]", "0.29", "*below 0.3 mg/dL*" },
  { "phosphate-above", "phosphate [mg/dL]", "25.1", "*above 25 mg/dL*" },
  { "pth-below", "pth [pg/mL]", "0.4", "*below 0.5 pg/mL*" },
  { "pth-above", "pth [pg/mL]", "10001", "*above 10000 pg/mL*" },
  { "albumin-in-the-wrong-unit", "albumin [g/dL]", "35", "*above 6.5 g/dL*g/L*" },
  { "albumin-below", "albumin [g/dL]", "0.79", "*below 0.8 g/dL*" },
  { "bmi-above", "bmi [kg/m2]", "100.1", "*above 100 kg/m2*" },
  { "bmi-below", "bmi [kg/m2]", "7.9", "*below 8 kg/m2*" },
  { "weight-above", "weight [kg]", "401", "*above 400 kg*" },
  { "height-in-metres", "height [cm]", "1.70", "*below 30 cm*1.70 m*" },
  { "age-above", "age [a]", "121", "*above 120*" },
  { "age-below", "age [a]", "-1", "*below 0*" },
  { "a-weight-gain", "weight_loss_6_months [kg]", "-2", "*below 0 kg*weight gain is a weight loss of 0" },
  { "a-huge-weight-loss", "weight_loss_6_months [kg]", "101", "*above 100 kg*" },
  { "half-an-injection", "insulin_injections_per_day", "2.5", "*not a whole number*" },
  { "too-many-injections", "insulin_injections_per_day", "25", "*above 24*" },
  { "negative-injections", "insulin_injections_per_day", "-1", "*below 0*" },
  { "a-comma", "albumin [g/dL]", "\"2,9\"", "*value “2,9”: a comma; files have a decimal point*" },
  { "letters", "pth [pg/mL]", "abc", "*value “abc”: it is not a number" },
  { "an-exponent", "pth [pg/mL]", "1e2", "*value “1e2”: it is not a number" },
  { "a-plus", "pth [pg/mL]", "+100", "*it is not a number" },
  { "a-sign-alone", "pth [pg/mL]", "-", "*it is not a number" },
  { "a-less-than", "pth [pg/mL]", "<100", "*it is not a number" },
  { "two-points", "pth [pg/mL]", "1.2.3", "*it is not a number" },
  { "hexadecimal", "pth [pg/mL]", "0x10", "*it is not a number" },
  { "infinity", "pth [pg/mL]", "inf", "*it is not a number" },
  { "a-unit-in-the-cell", "pth [pg/mL]", "100 pg/mL", "*it is not a number" },
  { "a-line-end-in-a-number", "pth [pg/mL]", "\"100\n\"", "*it is not a number" },
  { "low-without-a-number", "pth [pg/mL]", "low", "*it is not a number" },
  { "yes-in-capitals", "diabetes", "Yes", "*column diabetes, value “Yes”: it must be yes or no" },
  { "one-for-yes", "diabetes", "1", "*it must be yes or no" },
  { "unknown-as-a-word", "diabetes", "unknown", "*it must be yes or no" },
  { "sex-abbreviated", "sex", "f", "*value “f”: it must be one of female, male" },
  { "a-method-unknown", "albumin_method", "BCG", "*it must be one of bcg, bcp" },
  { "a-date-in-another-order", "date", "31-12-2026", "*column date*written YYYY-MM-DD" },
  { "a-month-without-a-day", "date", "2026-12", "*written YYYY-MM-DD" },
  { "a-day-that-is-not", "date", "2026-02-30", "*written YYYY-MM-DD" },
  { "a-date-without-zeros", "date", "2026-2-3", "*written YYYY-MM-DD" },
  { "a-dialysis-month", "dialysis_start", "2020-01", "*column dialysis_start*written YYYY-MM-DD" },
  { "not-utf8", "diabetes", "y\xe9s", "*column diabetes*not UTF-8 text" },
  { "lesions-as-a-count", "lesions", "2", "*it must be yes or no" },
};

static void
test_bad_cell (gconstpointer data)
{
  const CellCase *c = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *csv = g_strdup_printf ("patient_id,%s,setting\nP1,%s,hemodialysis\nP2,,hemodialysis\n",
                                          c->column, c->cell);
  guint n_bad_rows = 0;
  g_autofree char *output = score_bytes (csv, -1, CALX_COHORT_CSV, NULL, &n_bad_rows, &error);
  g_auto(GStrv) bad = NULL;
  g_auto(GStrv) good = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (n_bad_rows, ==, 1);
  bad = get_row (output, 1);
  g_assert_cmpstr (bad[0], ==, "P1");
  for (int i = 1; i < 16; i++)
    g_assert_cmpstr (bad[i], ==, "");
  if (!g_pattern_match_simple (c->error, bad[16]))
    g_error ("“%s” is not “%s”", bad[16], c->error);
  g_assert_true (g_str_has_prefix (bad[16], "line 2, column "));
  g_assert_true (g_utf8_validate (bad[16], -1, NULL));
  good = get_row (output, 2);
  g_assert_cmpstr (good[0], ==, "P2");
  g_assert_cmpstr (good[16], ==, "");
}

static const CellCase bad_rows[] = {
  { "a-setting-that-is-not", "sex", "P1,,dialysis\n",
    "line 2, column setting, value “dialysis”: it must be one of *hemodialysis*none*" },
  { "too-few-cells", "sex", "P1,male\n", "line 2: too few cells, 2 where the header has 3" },
  { "too-many-cells", "sex", "P1,male,ckd,\n", "line 2: too many cells, 4 where the header has 3" },
  { "an-empty-line", "sex", "\n", "line 2: too few cells, 1 where the header has 3" },
  { "no-patient-id", "sex", ",male,ckd\n", "line 2, column patient_id, value “”: a patient needs an id" },
  { "a-blank-patient-id", "sex", " ,male,ckd\n", "line 2, column patient_id, value “”: *" },
  { "a-patient-id-that-is-not-utf8", "sex", "\xff,male,ckd\n", "line 2, column patient_id*not UTF-8 text" },
  { "broken-quotes", "sex", "P1,ma\"le,ckd\n", "line 2, cell 2: a quote inside*" },
  { "two-faults", "sex", "P1,m,dialysis\n",
    "line 2, column sex, value “m”: *; line 2, column setting, value “dialysis”: *" },
};

static void
test_bad_row (gconstpointer data)
{
  const CellCase *c = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *csv = g_strdup_printf ("patient_id,%s,setting\n%sP2,,hemodialysis\n", c->column, c->cell);
  guint n_bad_rows = 0;
  g_autofree char *output = score_bytes (csv, -1, CALX_COHORT_CSV, NULL, &n_bad_rows, &error);
  g_auto(GStrv) bad = NULL;
  g_auto(GStrv) good = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (n_bad_rows, ==, 1);
  bad = get_row (output, 1);
  if (!g_pattern_match_simple (c->error, bad[16]))
    g_error ("“%s” is not “%s”", bad[16], c->error);
  for (int i = 1; i < 16; i++)
    g_assert_cmpstr (bad[i], ==, "");
  good = get_row (output, 2);
  g_assert_cmpstr (good[0], ==, "P2");
  g_assert_cmpstr (good[16], ==, "");
}

typedef struct
{
  const char *name;
  const char *row;    /* the cells of WORKED_COLUMNS */
  const char *result; /* the line, up to its warnings */
} ResultCase;

static const ResultCase results[] = {
  { "the-worked-case", "P1,hemodialysis,58,female,yes,40,9.6,2.9,bcg,6.5,650,yes,,",
    WORKED_RESULT },
  { "without-warfarin", "P1,hemodialysis,58,female,yes,40,9.6,2.9,bcg,6.5,650,no,,",
    "P1,34,34,34,very_high,very_high,very_high,10.0367," },
  { "with-diabetes-unknown", "P1,hemodialysis,58,female,,40,9.6,2.9,bcg,6.5,650,yes,,",
    "P1,,36,40,,very_high,very_high,,,,15.0632,30.1219,,,diabetes," },
  { "with-age-unknown", "P1,hemodialysis,,female,,40,9.6,2.9,bcg,6.5,650,yes,,",
    "P1,,,,,,,,,,,,,,age diabetes," },
  { "with-setting-unknown", "P1,,58,female,yes,40,9.6,2.9,bcg,6.5,650,yes,,",
    "P1,,,,,,,,,,,,,,setting," },
  { "with-both-unknown", "P1,,,female,yes,40,9.6,2.9,bcg,6.5,650,yes,,",
    "P1,,,,,,,,,,,,,,age setting," },
  { "with-age-unknown-and-lesions", "P1,hemodialysis,,female,yes,40,9.6,2.9,bcg,6.5,650,yes,yes,",
    "P1,,,,,,,,,,,,,,age," },
  { "without-kidney-disease", "P1,none,58,female,,40,9.6,2.9,bcg,6.5,650,yes,yes,",
    "P1,,,,not_applicable,not_applicable,not_applicable,,,,,,,,," },
  { "without-kidney-disease-or-age", "P1,none,,female,,40,9.6,2.9,bcg,6.5,650,yes,yes,",
    "P1,,,,not_applicable,not_applicable,not_applicable,,,,,,,,," },
  { "a-child", "P1,hemodialysis,17.9,female,,40,9.6,2.9,bcg,6.5,650,yes,,",
    "P1,,,,not_applicable,not_applicable,not_applicable,,,,,,,,," },
  { "with-lesions", "P1,hemodialysis,58,female,yes,40,9.6,2.9,bcg,6.5,650,yes,yes,",
    "P1,40,40,40,lesions,lesions,lesions,,,,,,,,," },
  { "with-lesions-and-diabetes-unknown", "P1,hemodialysis,58,female,,40,9.6,2.9,bcg,6.5,650,yes,yes,",
    "P1,,36,40,lesions,lesions,lesions,,,,,,,,diabetes," },
  { "with-previous-calciphylaxis", "P1,hemodialysis,58,female,yes,40,9.6,2.9,bcg,6.5,650,yes,no,yes",
    "P1,40,40,40,lesions,lesions,lesions,,,,,,,,," },
  { "without-dialysis", "P1,ckd,58,female,yes,40,9.6,2.9,bcg,6.5,650,yes,,",
    "P1,25,25,25,not_compared,not_compared,not_compared,,,,,,,,," },
  { "with-a-transplant-and-diabetes-unknown", "P1,transplant,58,female,,40,9.6,2.9,bcg,6.5,650,yes,,",
    "P1,,21,25,not_compared,not_compared,not_compared,,,,,,,,diabetes," },
  { "blanks-at-the-ends", " P1 ,\themodialysis, 58 , female ,yes,40 ,9.6,2.9,bcg,6.5,650,yes, , ",
    WORKED_RESULT },
};

static void
test_result (gconstpointer data)
{
  const ResultCase *c = data;
  g_autofree char *csv = g_strconcat (WORKED_COLUMNS, c->row, "\n", NULL);
  g_autofree char *output = score (csv);

  g_assert_true (g_str_has_prefix (output, HEADER));
  if (!g_str_has_prefix (output + strlen (HEADER), c->result))
    g_assert_cmpstr (output + strlen (HEADER), ==, c->result);
  g_assert_true (g_str_has_suffix (output, ",\n"));
}

/* The mark, the line ends, quotes and the order of columns change nothing. */
static void
test_spellings (void)
{
  static const char * const same[] = {
    "patient_id,setting,age [a],sex\nP1,hemodialysis,58,male\nP2,ckd,60,female\n",
    "patient_id,setting,age [a],sex\nP1,hemodialysis,58,male\nP2,ckd,60,female",
    "\xef\xbb\xbfpatient_id,setting,age [a],sex\nP1,hemodialysis,58,male\nP2,ckd,60,female\n",
    "patient_id,setting,age [a],sex\r\nP1,hemodialysis,58,male\r\nP2,ckd,60,female\r\n",
    "\xef\xbb\xbf\"patient_id\",\"setting\",\"age [a]\",\"sex\"\r\n\"P1\",\"hemodialysis\",\"58\",\"male\"\r\n"
    "P2,ckd,60,female\r\n",
    "sex,age[a],setting,patient_id\nmale,58,hemodialysis,P1\nfemale,60,ckd,P2\n",
    "sex , age [ a ],setting, patient_id\nmale,58.0,hemodialysis,P1\nfemale,60,ckd,P2\n",
    "patient_id,setting,age [mo],sex,height [cm],diabetes\nP1,hemodialysis,696,male,,\nP2,ckd,720,female,,\n",
  };
  g_autofree char *first = score (same[0]);

  for (gsize i = 1; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *other = score (same[i]);

      g_assert_cmpstr (other, ==, first);
    }
}

static void
test_unknown_columns (void)
{
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  guint n_bad_rows = 0;
  g_autofree char *output = score_bytes ("patient_id,shoe size,setting,Sex,shoe size,,\xe9,points\n"
                                         "P1,44,none,x,45,,\xff,\n",
                                         -1, CALX_COHORT_CSV, told, &n_bad_rows, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_bad_rows, ==, 0);
  g_assert_cmpstr (told->str, ==, "shoe size;Sex;;\xef\xbf\xbd;points;");
  g_assert_cmpstr (output, ==, HEADER "P1,,,,not_applicable,not_applicable,not_applicable,,,,,,,,,,\n");
}

/* A file without a header has a patient where the names would be: none of it is told. */
static void
test_no_header (void)
{
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *output = score_bytes ("Doe,Jane,hemodialysis\n", -1, CALX_COHORT_CSV, told, NULL, &error);

  g_assert_null (output);
  g_assert_nonnull (error);
  g_assert_cmpstr (told->str, ==, "");
  g_assert_null (strstr (error->message, "Doe"));
}

static void
test_warnings (void)
{
  g_autofree char *output = score ("patient_id,setting,phosphate [mg/dL],pth [pg/mL],calcium_total [mg/dL]\n"
                                   "P1,hemodialysis,0.6,15,9\n"
                                   "P2,hemodialysis,2.4,70,9\n"
                                   "P3,hemodialysis,2.5,70.1,9\n");
  g_auto(GStrv) low = get_row (output, 1);
  g_auto(GStrv) high = get_row (output, 2);
  g_auto(GStrv) none = get_row (output, 3);

  g_assert_true (g_pattern_match_simple ("phosphate [mg/dL]: *mmol/L?; pth [pg/mL]: *pmol/L?", low[15]));
  g_assert_true (g_pattern_match_simple ("phosphate [mg/dL]: *mmol/L?; pth [pg/mL]: *pmol/L?", high[15]));
  g_assert_cmpstr (none[15], ==, "");
}

static void
test_computed_bmi (void)
{
  g_autofree char *output = score ("patient_id,setting,weight [kg],height [cm],bmi [kg/m2]\n"
                                   "P1,hemodialysis,300,100,\n"
                                   "P2,hemodialysis,300,100,40\n"
                                   "P3,hemodialysis,300,,\n");
  g_auto(GStrv) refused = get_row (output, 1);
  g_auto(GStrv) entered = get_row (output, 2);
  g_auto(GStrv) unknown = get_row (output, 3);

  g_assert_true (g_pattern_match_simple ("line 2, columns weight [kg] and height [cm], values “300” and “100”: "
                                         "*300.0 kg/m2*8 to 100*", refused[16]));
  g_assert_cmpstr (entered[16], ==, "");
  g_assert_cmpstr (unknown[16], ==, "");
}

static JsonObject *
parse_line (const char *line)
{
  g_autoptr(JsonNode) node = json_from_string (line, NULL);

  g_assert_nonnull (node);
  return json_node_dup_object (node);
}

static void
test_json (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *output = score_bytes (WORKED_COLUMNS
                                         "P1,hemodialysis,58,female,yes,40,9.6,2.9,bcg,6.5,650,yes,,\n"
                                         "P2,hemodialysis,58,f,yes,40,9.6,2.9,bcg,6.5,650,yes,,\n"
                                         "P3,,58,female,yes,40,9.6,2.9,bcg,6.5,650,yes,,\n",
                                         -1, CALX_COHORT_JSON, NULL, NULL, &error);
  g_auto(GStrv) lines = g_strsplit (output, "\n", -1);
  g_autoptr(JsonObject) scored = NULL;
  g_autoptr(JsonObject) wrong = NULL;
  g_autoptr(JsonObject) unknown = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  scored = parse_line (lines[0]);
  wrong = parse_line (lines[1]);
  unknown = parse_line (lines[2]);

  g_assert_cmpstr (json_object_get_string_member (scored, "patient_id"), ==, "P1");
  g_assert_cmpint (json_object_get_int_member (scored, "points"), ==, 40);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (scored, "ratio"), 30.1219, 5e-5);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (scored, "contributions")), ==, 11);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (scored, "unknown")), ==, 0);
  g_assert_cmpuint (json_object_get_size (wrong), ==, 2);
  g_assert_true (g_str_has_prefix (json_object_get_string_member (wrong, "error"), "line 3, column sex"));
  g_assert_true (json_object_get_null_member (unknown, "points"));
  g_assert_true (json_object_get_null_member (unknown, "points_min"));
  g_assert_true (json_object_get_null_member (unknown, "band"));
}

static void
test_text (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *output = score_bytes (WORKED_COLUMNS
                                         "P1,hemodialysis,58,female,yes,40,9.6,2.9,bcg,6.5,650,yes,,\n"
                                         "P2,hemodialysis,58,f,yes,40,9.6,2.9,bcg,6.5,650,yes,,\n",
                                         -1, CALX_COHORT_TEXT, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (output, "P1: "));
  g_assert_nonnull (strstr (output, "40 points"));
  g_assert_nonnull (strstr (output, "not validated"));
  g_assert_nonnull (strstr (output, "P2: not scored: line 3, column sex"));
}

/* An output that cannot be written is an error, not a short file. */
static void
test_full_output (void)
{
  g_autoptr(GInputStream) input = g_memory_input_stream_new_from_data ("patient_id,setting\nP1,none\n", -1, NULL);
  char room[8];
  g_autoptr(GOutputStream) output = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr(GString) told = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  g_assert_false (calx_cohort_score (knowledge, input, output, CALX_COHORT_CSV, add_column, told, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

static void
add_cases (const char    *folder,
           gconstpointer  cases,
           gsize          size,
           gsize          n,
           GTestDataFunc  test)
{
  for (gsize i = 0; i < n; i++)
    {
      const char *const *c = (const char *const *) ((const char *) cases + i * size);
      g_autofree char *path = g_strdup_printf ("/cohort/%s/%s", folder, c[0]);

      g_test_add_data_func (path, c, test);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);

  add_cases ("header", header_cases, sizeof header_cases[0], G_N_ELEMENTS (header_cases), test_header);
  add_cases ("bad-cell", bad_cells, sizeof bad_cells[0], G_N_ELEMENTS (bad_cells), test_bad_cell);
  add_cases ("bad-row", bad_rows, sizeof bad_rows[0], G_N_ELEMENTS (bad_rows), test_bad_row);
  add_cases ("result", results, sizeof results[0], G_N_ELEMENTS (results), test_result);
  g_test_add_func ("/cohort/spelling-changes-nothing", test_spellings);
  g_test_add_func ("/cohort/an-unknown-column-is-told-once", test_unknown_columns);
  g_test_add_func ("/cohort/a-file-without-header-tells-nothing", test_no_header);
  g_test_add_func ("/cohort/soft-limits-ask-about-the-unit", test_warnings);
  g_test_add_func ("/cohort/a-computed-bmi-obeys-the-limits", test_computed_bmi);
  g_test_add_func ("/cohort/json-is-one-object-a-line", test_json);
  g_test_add_func ("/cohort/text-is-for-people", test_text);
  g_test_add_func ("/cohort/an-output-that-fails-is-an-error", test_full_output);
  status = g_test_run ();
  calx_knowledge_unref (knowledge);
  return status;
}
