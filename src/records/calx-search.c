/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-search.h"

#include <string.h>

#include "calx-sql-statement.h"

/* Letters that have no decomposition, after case folding. */
static const struct
{
  gunichar letter;
  const char *spelt;
} spellings[] = {
  { 0x0142, "l" },  /* ł */
  { 0x00f8, "o" },  /* ø */
  { 0x0111, "d" },  /* đ */
  { 0x00f0, "d" },  /* ð */
  { 0x00df, "ss" }, /* ß */
  { 0x00e6, "ae" }, /* æ */
  { 0x0153, "oe" }, /* œ */
  { 0x00fe, "th" }, /* þ */
  { 0x0127, "h" },  /* ħ */
  { 0x0131, "i" },  /* ı */
};

static void
append_letter (GString *into, gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (spellings[i].letter == letter)
      {
        g_string_append (into, spellings[i].spelt);
        return;
      }
  g_string_append_unichar (into, letter);
}

/* Decomposed, folded, stripped of marks and spelt out; signs and blanks still there. */
static char *
fold_letters (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *decomposed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = g_utf8_casefold (decomposed, -1);
  g_autofree char *again = g_utf8_normalize (folded, -1, G_NORMALIZE_NFKD);
  GString *result = g_string_new (NULL);

  for (const char *p = again; *p; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (letter);

      if (type != G_UNICODE_NON_SPACING_MARK && type != G_UNICODE_ENCLOSING_MARK)
        append_letter (result, letter);
    }
  return g_string_free (result, FALSE);
}

static gboolean
is_word_letter (gunichar letter)
{
  return g_unichar_isalnum (letter) || g_unichar_ismark (letter);
}

static gboolean
is_apostrophe (gunichar letter)
{
  return letter == '\'' || letter == '`' || letter == 0x2019 || letter == 0x2018 || letter == 0x02bc
         || letter == 0x00b4;
}

char *
calx_search_fold (const char *text)
{
  g_autofree char *letters = fold_letters (text);
  GString *result = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = letters; *p; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (is_apostrophe (letter))
        continue;
      if (!is_word_letter (letter))
        {
          gap = TRUE;
          continue;
        }
      if (gap && result->len > 0)
        g_string_append_c (result, ' ');
      gap = FALSE;
      g_string_append_unichar (result, letter);
    }
  return g_string_free (result, FALSE);
}

/* Without any sign or blank. */
static char *
join (const char *folded)
{
  GString *result = g_string_new (NULL);

  for (const char *p = folded; *p; p++)
    if (*p != ' ')
      g_string_append_c (result, *p);
  return g_string_free (result, FALSE);
}

static char **
split_blanks (const char *text)
{
  GPtrArray *parts = g_ptr_array_new ();
  const char *p = text;

  while (*p)
    {
      const char *begin;

      while (*p && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      begin = p;
      while (*p && !g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > begin)
        g_ptr_array_add (parts, g_strndup (begin, p - begin));
    }
  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_free (parts, FALSE);
}

char *
calx_search_words (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto(GStrv) parts = split_blanks (valid);
  GString *words = g_string_new (NULL);

  for (gsize i = 0; parts[i]; i++)
    {
      g_autofree char *folded = calx_search_fold (parts[i]);
      g_autofree char *joined = join (folded);

      if (joined[0] == '\0')
        continue;
      g_string_append_printf (words, " %s", folded);
      if (!g_str_equal (joined, folded))
        g_string_append_printf (words, " %s", joined);
    }
  return g_string_free (words, FALSE);
}

char *
calx_search_date (CalxDate date)
{
  static const char *const months[]
      = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  const char *month;

  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04d", date.year);
  month = months[date.month - 1];
  if (date.day == 0)
    return g_strdup_printf ("%04d-%02d %02d.%04d %02d/%04d %s-%04d", date.year, date.month,
                            date.month, date.year, date.month, date.year, month, date.year);
  return g_strdup_printf ("%04d-%02d-%02d %02d.%02d.%04d %d.%d.%04d %02d/%02d/%04d %02d/%02d/%04d "
                          "%02d-%s-%04d %04d%02d%02d",
                          date.year, date.month, date.day, date.day, date.month, date.year,
                          date.day, date.month, date.year, date.day, date.month, date.year,
                          date.month, date.day, date.year, date.day, month, date.year, date.year,
                          date.month, date.day);
}

struct _CalxSearchQuery
{
  GPtrArray *words; /* " " and the joined word; "" where the word is signs alone */
  GPtrArray *dates; /* the word as typed, case folded; the same order */
  guint longest;
};

CalxSearchQuery *
calx_search_query_new (const char *text)
{
  CalxSearchQuery *self = g_new0 (CalxSearchQuery, 1);
  g_autofree char *valid = g_utf8_make_valid (text ? text : "", -1);
  g_auto(GStrv) parts = split_blanks (valid);

  self->words = g_ptr_array_new_with_free_func (g_free);
  self->dates = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; parts[i]; i++)
    {
      g_autofree char *folded = calx_search_fold (parts[i]);
      g_autofree char *joined = join (folded);

      if (joined[0] == '\0')
        continue;
      g_ptr_array_add (self->words, g_strconcat (" ", joined, NULL));
      g_ptr_array_add (self->dates, fold_letters (parts[i]));
      if (strlen (joined) >= strlen (g_ptr_array_index (self->words, self->longest)))
        self->longest = self->words->len - 1;
    }
  return self;
}

void
calx_search_query_free (CalxSearchQuery *self)
{
  if (!self)
    return;
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->dates);
  g_free (self);
}

const char *
calx_search_query_get_word (const CalxSearchQuery *self)
{
  return self->words->len > 0 ? g_ptr_array_index (self->words, self->longest) : "";
}

const char *
calx_search_query_get_date (const CalxSearchQuery *self)
{
  return self->dates->len > 0 ? g_ptr_array_index (self->dates, self->longest) : "";
}

gboolean
calx_search_query_matches (const CalxSearchQuery *self, const char *words, const char *born)
{
  for (guint i = 0; i < self->words->len; i++)
    if (!strstr (words, g_ptr_array_index (self->words, i))
        && !strstr (born, g_ptr_array_index (self->dates, i)))
      return FALSE;
  return TRUE;
}

/* Letters to insert, remove, replace or swap with the next one (restricted), up to @limit; more:
 * limit + 1. */
static guint
distance (const gunichar *a, glong n_a, const gunichar *b, glong n_b, guint limit)
{
  g_autofree guint *rows = g_new (guint, 3 * (n_b + 1));
  guint *before = rows, *last = rows + (n_b + 1), *row = rows + 2 * (n_b + 1);

  if (ABS (n_a - n_b) > (glong) limit)
    return limit + 1;
  for (glong j = 0; j <= n_b; j++)
    last[j] = (guint) j;
  for (glong i = 1; i <= n_a; i++)
    {
      guint *spare = before;

      row[0] = (guint) i;
      for (glong j = 1; j <= n_b; j++)
        {
          guint best = last[j - 1] + (a[i - 1] != b[j - 1]);

          best = MIN (best, MIN (last[j], row[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = MIN (best, before[j - 2] + 1);
          row[j] = best;
        }
      before = last;
      last = row;
      row = spare;
    }
  return MIN (last[n_b], limit + 1);
}

gboolean
calx_search_names_are_alike (const char *a, const char *b)
{
  g_autofree gunichar *letters_a = NULL;
  g_autofree gunichar *letters_b = NULL;
  glong n_a, n_b;
  guint limit;

  if (g_str_has_prefix (a, b) || g_str_has_prefix (b, a))
    return TRUE;
  letters_a = g_utf8_to_ucs4_fast (a, -1, &n_a);
  letters_b = g_utf8_to_ucs4_fast (b, -1, &n_b);
  limit = MIN (n_a, n_b) < 4 ? 0 : MIN (n_a, n_b) < 8 ? 1 : 2;
  return limit > 0 && distance (letters_a, n_a, letters_b, n_b, limit) <= limit;
}

typedef struct
{
  char *family;
  char *given;
  char *words;
  char *born;
} Entry;

static void
entry_clear (Entry *entry)
{
  g_free (entry->family);
  g_free (entry->given);
  g_free (entry->words);
  g_free (entry->born);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

static void
entry_init (Entry *entry, const CalxPatient *patient)
{
  g_autofree char *all
      = g_strjoin (" ", patient->family_name, patient->given_name, patient->record_number, NULL);

  entry->family = calx_search_fold (patient->family_name);
  entry->given = calx_search_fold (patient->given_name);
  entry->words = calx_search_words (all);
  entry->born = calx_search_date (patient->born);
}

gboolean
calx_search_save (CalxStore *store, const CalxPatient *patient, GError **error)
{
  g_auto(Entry) entry = { 0 };
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_SEARCH_SAVE, error);

  if (!statement)
    return FALSE;
  entry_init (&entry, patient);
  calx_sql_statement_bind_text (statement, 1, patient->uuid);
  calx_sql_statement_bind_text (statement, 2, entry.family);
  calx_sql_statement_bind_text (statement, 3, entry.given);
  calx_sql_statement_bind_text (statement, 4, entry.words);
  calx_sql_statement_bind_text (statement, 5, entry.born);
  return calx_sql_statement_run (statement, error);
}

gboolean
calx_search_check (CalxStore *store, const CalxPatient *patient, gboolean *ret_same, GError **error)
{
  g_auto(Entry) entry = { 0 };
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_SEARCH_LOAD, error);
  CalxStep step;

  if (!statement)
    return FALSE;
  calx_sql_statement_bind_text (statement, 1, patient->uuid);
  step = calx_sql_statement_step (statement, error);
  if (step == CALX_STEP_ERROR)
    return FALSE;
  entry_init (&entry, patient);
  *ret_same = step == CALX_STEP_ROW
              && g_str_equal (entry.family, calx_sql_statement_get_text (statement, 0))
              && g_str_equal (entry.given, calx_sql_statement_get_text (statement, 1))
              && g_str_equal (entry.words, calx_sql_statement_get_text (statement, 2))
              && g_str_equal (entry.born, calx_sql_statement_get_text (statement, 3));
  return TRUE;
}
