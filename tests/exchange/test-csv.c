/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-csv.h"

#include <string.h>

/* Hands out one byte a read, so that every boundary of the reader's buffer is crossed. */
#define TEST_TYPE_DRIP (test_drip_get_type ())
G_DECLARE_FINAL_TYPE (TestDrip, test_drip, TEST, DRIP, GFilterInputStream)

struct _TestDrip
{
  GFilterInputStream parent_instance;
};

G_DEFINE_FINAL_TYPE (TestDrip, test_drip, G_TYPE_FILTER_INPUT_STREAM)

static gssize
test_drip_read (GInputStream  *stream,
                void          *buffer,
                gsize          count,
                GCancellable  *cancellable,
                GError       **error)
{
  GInputStream *base = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));

  return g_input_stream_read (base, buffer, MIN (count, 1), cancellable, error);
}

static void
test_drip_class_init (TestDripClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_drip_read;
}

static void
test_drip_init (TestDrip *self)
{
}

static CalxCsvReader *
reader_of (const char *bytes,
           gssize      length,
           gboolean    drip)
{
  g_autoptr(GBytes) copy = g_bytes_new (bytes, length < 0 ? strlen (bytes) : (gsize) length);
  g_autoptr(GInputStream) memory = g_memory_input_stream_new_from_bytes (copy);
  g_autoptr(GInputStream) stream = NULL;

  if (!drip)
    return calx_csv_reader_new (memory);
  stream = g_object_new (TEST_TYPE_DRIP, "base-stream", memory, NULL);
  return calx_csv_reader_new (stream);
}

/* The rows as one text: cells between bars, rows with their line, an error by its message. */
static char *
read_all (const char *bytes,
          gssize      length,
          gboolean    drip)
{
  g_autoptr(CalxCsvReader) reader = reader_of (bytes, length, drip);
  g_autoptr(GString) text = g_string_new (NULL);

  for (;;)
    {
      g_autoptr(GError) error = NULL;
      g_auto(GStrv) cells = NULL;
      gsize n_cells = 0;

      cells = calx_csv_reader_next (reader, &n_cells, &error);
      if (cells == NULL && error == NULL)
        break;
      if (cells == NULL)
        {
          g_assert_error (error, CALX_CSV_ERROR, CALX_CSV_ERROR_QUOTES);
          g_string_append_printf (text, "{%s}", error->message);
          continue;
        }
      g_assert_null (error);
      g_assert_cmpuint (g_strv_length (cells), ==, n_cells);
      g_string_append_printf (text, "%u", calx_csv_reader_get_line (reader));
      for (gsize i = 0; i < n_cells; i++)
        g_string_append_printf (text, "|%s", cells[i]);
      g_string_append (text, "/");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gssize      length; /* -1: up to the NUL */
  const char *rows;
} ReadCase;

static const ReadCase read_cases[] = {
  { "an-empty-file-has-no-row", "", -1, "" },
  { "a-mark-alone-has-no-row", "\xef\xbb\xbf", -1, "" },
  { "a-part-of-a-mark-is-text", "\xef\xbb", -1, "1|\xef\xbb/" },
  { "a-mark-is-dropped", "\xef\xbb\xbf" "a,b\n", -1, "1|a|b/" },
  { "only-the-first-mark-is-dropped", "\xef\xbb\xbf\xef\xbb\xbf" "a\n", -1, "1|\xef\xbb\xbf" "a/" },
  { "a-mark-may-stand-before-a-quote", "\xef\xbb\xbf\"a,b\"\n", -1, "1|a,b/" },
  { "the-last-line-needs-no-end", "a,b\nc,d", -1, "1|a|b/2|c|d/" },
  { "crlf-is-a-line-end", "a,b\r\nc,d\r\n", -1, "1|a|b/2|c|d/" },
  { "line-ends-may-be-mixed", "a\r\nb\nc\r\n", -1, "1|a/2|b/3|c/" },
  { "a-lone-cr-is-text", "a\rb,c\r", -1, "1|a\rb|c\r/" },
  { "an-empty-line-is-one-empty-cell", "a\n\nb\n", -1, "1|a/2|/3|b/" },
  { "empty-cells-are-cells", ",,\n", -1, "1|||/" },
  { "a-separator-at-the-end-of-the-file", "a,", -1, "1|a|/" },
  { "quoted-separators", "\"a,b\",\"c\nd\",\"e\r\nf\"\ng\n", -1, "1|a,b|c\nd|e\r\nf/4|g/" },
  { "doubled-quotes", "\"a\"\"b\",\"\"\"\",\"\"\n", -1, "1|a\"b|\"|/" },
  { "a-closing-quote-before-crlf", "\"a\"\r\n\"b\"", -1, "1|a/2|b/" },
  { "blanks-are-kept", " a , b \n", -1, "1| a | b /" },
  { "nul-makes-the-cell-not-utf8", "a\0b,c\n", 6, "1|a\xff" "b|c/" },
  { "a-quote-in-a-bare-cell", "a,b\"c,d\ne\n", -1,
    "{line 1, cell 2: a quote inside a cell that does not begin with one}2|e/" },
  { "text-after-a-closing-quote", "\"a\"b,c\nd\n", -1,
    "{line 1, cell 1: text after a closing quote}2|d/" },
  { "a-lone-cr-after-a-closing-quote", "\"a\"\rb\nc\n", -1,
    "{line 1, cell 1: text after a closing quote}2|c/" },
  { "a-broken-row-is-skipped-to-its-end", "\"a\"\"\"x\nc\n", -1,
    "{line 1, cell 1: text after a closing quote}2|c/" },
  { "a-quote-that-is-never-closed", "a\nb,\"c\nd\n", -1,
    "1|a/{line 2, cell 2: a quote that is never closed}" },
  { "a-lone-quote", "\"", -1, "{line 1, cell 1: a quote that is never closed}" },
};

static void
test_reads (gconstpointer data)
{
  const ReadCase *c = data;

  for (int drip = 0; drip < 2; drip++)
    {
      g_autofree char *rows = read_all (c->bytes, c->length, drip);

      g_assert_cmpstr (rows, ==, c->rows);
    }
}

static void
test_long_rows (void)
{
  g_autofree char *cell = g_strnfill (1024 * 1024 - 1, 'x');
  g_autofree char *fits = g_strconcat (cell, "\n", cell, "\nb\n", NULL);
  g_autofree char *too_long = g_strconcat ("a\n", cell, "x\nb\n", NULL);
  g_autoptr(CalxCsvReader) reader = reader_of (fits, -1, FALSE);
  g_autoptr(CalxCsvReader) other = reader_of (too_long, -1, FALSE);
  g_autoptr(GError) error = NULL;
  gsize n_cells = 0;

  for (int i = 0; i < 3; i++)
    {
      g_auto(GStrv) cells = calx_csv_reader_next (reader, &n_cells, &error);

      g_assert_no_error (error);
      g_assert_nonnull (cells);
    }
  for (int i = 0; i < 2; i++)
    {
      g_auto(GStrv) cells = calx_csv_reader_next (other, &n_cells, &error);

      if (i == 0)
        g_assert_no_error (error);
      else
        g_assert_null (cells);
    }
  g_assert_error (error, CALX_CSV_ERROR, CALX_CSV_ERROR_SIZE);
  g_assert_cmpstr (error->message, ==, "line 2: the row is longer than 1 MiB");
  g_clear_error (&error);
  g_assert_null (calx_csv_reader_next (other, NULL, &error));
  g_assert_no_error (error);
}

static void
test_stream_error (void)
{
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_data ("a\n", 2, NULL);
  g_autoptr(CalxCsvReader) reader = calx_csv_reader_new (stream);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_input_stream_close (stream, NULL, NULL));
  g_assert_null (calx_csv_reader_next (reader, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (calx_csv_reader_next (reader, NULL, &error));
  g_assert_no_error (error);
}

/* What the writer writes, the reader reads, whatever the bytes. */
static void
test_round_trip (void)
{
  static const char alphabet[] = "ab\",\r\n \t\xef\xbb\xbf\xc3\xa4;=";

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr(GString) out = g_string_new (NULL);
      g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
      g_autoptr(CalxCsvReader) reader = NULL;
      g_autoptr(GError) error = NULL;
      int n_rows = g_test_rand_int_range (1, 4);

      for (int i = 0; i < n_rows; i++)
        {
          int n_cells = g_test_rand_int_range (1, 5);
          char **cells = g_new0 (char *, n_cells + 1);

          for (int j = 0; j < n_cells; j++)
            {
              int length = g_test_rand_int_range (0, 7);

              cells[j] = g_malloc0 (length + 1);
              for (int k = 0; k < length; k++)
                cells[j][k] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
            }
          calx_csv_append_row (out, (const char * const *) cells);
          g_ptr_array_add (rows, cells);
        }
      reader = reader_of (out->str, out->len, round % 2 == 0);
      for (int i = 0; i < n_rows; i++)
        {
          g_auto(GStrv) cells = calx_csv_reader_next (reader, NULL, &error);

          g_assert_no_error (error);
          g_assert_nonnull (cells);
          g_assert_true (g_strv_equal ((const char * const *) cells,
                                       (const char * const *) g_ptr_array_index (rows, i)));
        }
      g_assert_null (calx_csv_reader_next (reader, NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_quotes_where_needed (void)
{
  g_autoptr(GString) out = g_string_new (NULL);

  calx_csv_append_row (out, (const char *[]){ "a", "", "b,c", "d\"e", "f g", " h", "1.5", NULL });
  g_assert_cmpstr (out->str, ==, "a,,\"b,c\",\"d\"\"e\",f g,\" h\",1.5\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (read_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/csv/read/", read_cases[i].name, NULL);

      g_test_add_data_func (path, &read_cases[i], test_reads);
    }
  g_test_add_func ("/csv/a-row-over-one-mebibyte-is-refused", test_long_rows);
  g_test_add_func ("/csv/a-stream-that-fails-is-said-once", test_stream_error);
  g_test_add_func ("/csv/what-is-written-is-read", test_round_trip);
  g_test_add_func ("/csv/quotes-only-where-needed", test_quotes_where_needed);
  return g_test_run ();
}
