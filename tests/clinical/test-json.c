/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-json.h"

#include <math.h>

static void
test_the_same_value_gives_the_same_bytes (void)
{
  static const struct
  {
    const char *json, *canonical;
  } cases[] = {
    { "{ \"b\" : 1 , \"a\" : [ true, false, null ] }", "{\"b\":1,\"a\":[true,false,null]}" },
    { "[0.1, 2.0, -0.0, 1e3, 0.30000000000000004, 123456789.125]",
      "[0.1,2,0,1e+03,0.30000000000000004,123456789.125]" },
    { "[9007199254740993, -5]", "[9007199254740993,-5]" },
    { "[\"a\\\"b\\\\c\\nd\\te\\u0001é\"]", "[\"a\\\"b\\\\c\\nd\\te\\u0001é\"]" },
    { "{}", "{}" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = calx_json_parse (cases[i].json, "test", &error);
      g_autoptr(JsonNode) again = NULL;
      g_autofree char *canonical = NULL;
      g_autofree char *twice = NULL;

      g_assert_no_error (error);
      canonical = calx_json_to_canonical (node);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      again = calx_json_parse (canonical, "test", &error);
      g_assert_no_error (error);
      twice = calx_json_to_canonical (again);
      g_assert_cmpstr (twice, ==, canonical);
    }
}

static void
test_every_double_reads_back_the_same (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 20000; i++)
    {
      double value = ldexp (g_rand_double_range (rand, -1.0, 1.0), g_rand_int_range (rand, -60, 60));
      g_autoptr(JsonNode) node = json_node_init_double (json_node_alloc (), value);
      g_autofree char *text = calx_json_to_canonical (node);

      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, value);
    }
}

static void
test_numbers_that_json_lacks_become_null (void)
{
  g_autoptr(JsonNode) node = json_node_init_double (json_node_alloc (), NAN);
  g_autofree char *text = calx_json_to_canonical (node);

  g_assert_cmpstr (text, ==, "null");
}

static void
test_what_is_not_json_is_refused (void)
{
  g_autofree char *deep = g_strnfill (100000, '[');
  const char *const texts[] = { "", "{", "{\"a\":}", "\xff\xfe", "nonsense", deep };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) node = calx_json_parse (texts[i], "file.json", &error);

      g_assert_null (node);
      g_assert_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "file.json: "));
    }
}

static void
test_a_null_byte_is_refused (void)
{
  static const char text[] = "{}\0{}";
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, sizeof text);
  g_autoptr(JsonNode) node = calx_json_parse_bytes (bytes, "file.json", &error);

  g_assert_null (node);
  g_assert_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_SYNTAX);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/the-same-value-gives-the-same-bytes", test_the_same_value_gives_the_same_bytes);
  g_test_add_func ("/json/every-double-reads-back-the-same", test_every_double_reads_back_the_same);
  g_test_add_func ("/json/numbers-that-json-lacks-become-null", test_numbers_that_json_lacks_become_null);
  g_test_add_func ("/json/what-is-not-json-is-refused", test_what_is_not_json_is_refused);
  g_test_add_func ("/json/a-null-byte-is-refused", test_a_null_byte_is_refused);
  return g_test_run ();
}
