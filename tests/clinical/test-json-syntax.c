/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-json.h"
#include "calx-json-syntax.h"
#include "calx-risk-model.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *fault; /* NULL: none */
  guint       line;
} SyntaxCase;

static const SyntaxCase cases[] = {
  { "an-object", "{\"a\": [1, -0.5e+3, true, false, null, \"x\"], \"b\": {}}", NULL, 0 },
  { "blanks-around", " \t\r\n[ ]\n", NULL, 0 },
  { "a-text-alone", "\"a\"", NULL, 0 },
  { "escapes", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"", NULL, 0 },
  { "nothing", "", "a value is missing", 1 },
  { "two-values", "{}{}", "something follows the end", 1 },
  { "an-assignment", "var a = {};", "not a value", 1 },
  { "a-comment", "{\n// a\n}", "a text in double quotes is missing", 2 },
  { "single-quotes", "{'a': 1}", "a text in double quotes is missing", 1 },
  { "a-comma-too-many", "[1,\n]", "not a value", 2 },
  { "a-missing-comma", "[1 2]", "a comma or a closing bracket is missing", 1 },
  { "a-missing-colon", "{\"a\" 1}", "a colon is missing", 1 },
  { "an-open-object", "{\"a\": 1", "a comma or a closing bracket is missing", 1 },
  { "an-open-text", "\"a", "a quote is never closed", 1 },
  { "a-line-end-in-a-text", "\"a\nb\"", "a control character in a text", 1 },
  { "an-escape-that-is-not", "\"\\x\"", "no such escape", 1 },
  { "an-escape-at-the-end", "\"\\", "no such escape", 1 },
  { "three-hexadecimal-digits", "\"\\u00e\"", "four hexadecimal digits are missing", 1 },
  { "a-nul", "\"\\u0000\"", "a NUL character", 1 },
  { "a-low-surrogate-alone", "\"\\ude00\"", "half a surrogate pair", 1 },
  { "a-high-surrogate-alone", "\"\\ud83d\"", "half a surrogate pair", 1 },
  { "two-high-surrogates", "\"\\ud83d\\ud83d\"", "half a surrogate pair", 1 },
  { "a-leading-zero", "[01]", "a comma or a closing bracket is missing", 1 },
  { "a-point-without-digits", "[1.]", "a digit is missing", 1 },
  { "a-sign-alone", "[-]", "a digit is missing", 1 },
  { "a-plus", "[+1]", "not a value", 1 },
  { "an-exponent-without-digits", "[1e]", "a digit is missing", 1 },
  { "not-a-number", "[NaN]", "not a value", 1 },
};

static void
test_syntax (gconstpointer data)
{
  const SyntaxCase *c = data;
  guint line = 0;

  g_assert_cmpstr (calx_json_find_fault (c->text, &line), ==, c->fault);
  g_assert_cmpuint (line, ==, c->line);
}

static void
test_depth (void)
{
  g_autofree char *open = g_strnfill (65, '[');
  g_autofree char *close = g_strnfill (65, ']');
  g_autofree char *too_deep = g_strconcat (open, close, NULL);
  g_autofree char *many = g_strnfill (1000000, '[');
  guint line = 0;

  close[64] = '\0';
  g_assert_cmpstr (calx_json_find_fault (too_deep, &line), ==, "nested too deep");
  g_assert_cmpstr (calx_json_find_fault (many, &line), ==, "nested too deep");
  open[64] = '\0';
  g_free (too_deep);
  too_deep = g_strconcat (open, close, NULL);
  g_assert_null (calx_json_find_fault (too_deep, &line));
}

/* Several values leaked in json-glib; a fuzzer found it. */
static void
test_message (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (calx_json_parse ("{}\n{}", "a.json", &error));
  g_assert_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "a.json: line 2: something follows the end");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/json-syntax/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_syntax);
    }
  g_test_add_func ("/json-syntax/no-file-is-nested-that-deep", test_depth);
  g_test_add_func ("/json-syntax/the-message-names-file-and-line", test_message);
  return g_test_run ();
}
