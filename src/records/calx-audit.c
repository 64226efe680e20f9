/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-audit.h"

#include <glib/gi18n-lib.h>

#include "calx-sql-statement.h"

/* What the first row names as the hash before it. */
#define FIRST_HASH "0000000000000000000000000000000000000000000000000000000000000000"
#define SALT_BYTES 16

/* Each part with its length before it, so that no two rows give the same bytes. */
static void
add_part (GChecksum *checksum, const char *part)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (part));

  g_checksum_update (checksum, (const guchar *) length, -1);
  g_checksum_update (checksum, (const guchar *) part, strlen (part));
}

static char *
digest_parts (const char *const *parts)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (gsize i = 0; parts[i]; i++)
    add_part (checksum, parts[i]);
  return g_strdup (g_checksum_get_string (checksum));
}

static char *
digest_row (gint64 seq,
            gint64 at,
            const char *person,
            const char *action,
            const char *object,
            const char *detail_digest,
            const char *previous_hash)
{
  g_autofree char *seq_text = g_strdup_printf ("%" G_GINT64_FORMAT, seq);
  g_autofree char *at_text = g_strdup_printf ("%" G_GINT64_FORMAT, at);

  return digest_parts ((const char *[]){ seq_text, at_text, person, action, object, detail_digest,
                                         previous_hash, NULL });
}

static gboolean
read_head (CalxStore *store, gint64 *ret_seq, char **ret_hash, GError **error)
{
  g_autoptr(CalxSqlStatement) statement
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_AUDIT_HEAD, error);
  CalxStep step = statement ? calx_sql_statement_step (statement, error) : CALX_STEP_ERROR;

  if (step == CALX_STEP_ERROR)
    return FALSE;
  *ret_seq = step == CALX_STEP_ROW ? calx_sql_statement_get_int64 (statement, 0) : 0;
  *ret_hash
      = g_strdup (step == CALX_STEP_ROW ? calx_sql_statement_get_text (statement, 1) : FIRST_HASH);
  return TRUE;
}

gboolean
calx_audit_append (
    CalxStore *store, const char *action, const char *object, const char *detail, GError **error)
{
  CalxDatabase *database = calx_store_get_database (store);
  g_autoptr(CalxSqlStatement) row = NULL;
  g_autoptr(CalxSqlStatement) row_detail = NULL;
  g_autofree char *previous_hash = NULL;
  g_autofree char *salt = calx_store_new_salt (store, SALT_BYTES);
  g_autofree char *detail_digest = digest_parts ((const char *[]){ salt, detail, NULL });
  g_autofree char *hash = NULL;
  const char *person = calx_store_get_who (store);
  gint64 at = calx_store_get_now_us (store);
  gint64 seq;

  if (!read_head (store, &seq, &previous_hash, error))
    return FALSE;
  seq++;
  hash = digest_row (seq, at, person, action, object, detail_digest, previous_hash);

  row = calx_sql_statement_new (database, CALX_SQL_AUDIT_INSERT, error);
  if (!row)
    return FALSE;
  calx_sql_statement_bind_int64 (row, 1, seq);
  calx_sql_statement_bind_int64 (row, 2, at);
  calx_sql_statement_bind_text (row, 3, person);
  calx_sql_statement_bind_text (row, 4, action);
  calx_sql_statement_bind_text (row, 5, object);
  calx_sql_statement_bind_text (row, 6, detail_digest);
  calx_sql_statement_bind_text (row, 7, previous_hash);
  calx_sql_statement_bind_text (row, 8, hash);
  if (!calx_sql_statement_run (row, error))
    return FALSE;

  row_detail = calx_sql_statement_new (database, CALX_SQL_AUDIT_DETAIL_INSERT, error);
  if (!row_detail)
    return FALSE;
  calx_sql_statement_bind_int64 (row_detail, 1, seq);
  calx_sql_statement_bind_text (row_detail, 2, salt);
  calx_sql_statement_bind_text (row_detail, 3, detail);
  return calx_sql_statement_run (row_detail, error);
}

char *
calx_audit_get_head (CalxStore *store, GError **error)
{
  g_autofree char *hash = NULL;
  gint64 seq;

  if (!read_head (store, &seq, &hash, error))
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%s", seq, hash);
}

/* One row against what it says of itself and against the row before it. */
static void
verify_row (CalxSqlStatement *row, gint64 expected_seq, const char *expected_hash, GPtrArray *faults)
{
  gint64 seq = calx_sql_statement_get_int64 (row, 0);
  const char *digest = calx_sql_statement_get_text (row, 5);
  const char *previous_hash = calx_sql_statement_get_text (row, 6);
  g_autofree char *hash = digest_row (
      seq, calx_sql_statement_get_int64 (row, 1), calx_sql_statement_get_text (row, 2),
      calx_sql_statement_get_text (row, 3), calx_sql_statement_get_text (row, 4), digest, previous_hash);

  if (seq != expected_seq)
    g_ptr_array_add (
        faults, g_strdup_printf (_ ("Audit row %" G_GINT64_FORMAT " is missing"), expected_seq));
  else if (!g_str_equal (previous_hash, expected_hash))
    g_ptr_array_add (faults, g_strdup_printf (_ ("Audit row %" G_GINT64_FORMAT
                                                 " does not follow from the row before it"),
                                              seq));
  if (!g_str_equal (hash, calx_sql_statement_get_text (row, 7)))
    g_ptr_array_add (faults,
                     g_strdup_printf (_ ("Audit row %" G_GINT64_FORMAT " was changed"), seq));
  if (!calx_sql_statement_is_null (row, 8))
    {
      g_autofree char *again = digest_parts ((const char *[]){
          calx_sql_statement_get_text (row, 8), calx_sql_statement_get_text (row, 9), NULL });

      if (!g_str_equal (again, digest))
        g_ptr_array_add (
            faults,
            g_strdup_printf (_ ("The detail of audit row %" G_GINT64_FORMAT " was changed"), seq));
    }
}

gboolean
calx_audit_verify (CalxStore *store, GPtrArray *faults, guint *ret_n_rows, GError **error)
{
  g_autoptr(CalxSqlStatement) row
      = calx_sql_statement_new (calx_store_get_database (store), CALX_SQL_AUDIT_LIST, error);
  g_autofree char *hash = g_strdup (FIRST_HASH);
  gint64 seq = 0;
  guint n_rows = 0;
  CalxStep step;

  if (!row)
    return FALSE;
  while ((step = calx_sql_statement_step (row, error)) == CALX_STEP_ROW)
    {
      verify_row (row, seq + 1, hash, faults);
      seq = calx_sql_statement_get_int64 (row, 0);
      g_free (hash);
      hash = g_strdup (calx_sql_statement_get_text (row, 7));
      n_rows++;
    }
  if (step == CALX_STEP_ERROR)
    return FALSE;
  *ret_n_rows = n_rows;
  return TRUE;
}
