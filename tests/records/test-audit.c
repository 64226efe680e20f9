/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records-fixture.h"

#include <string.h>

#include "calx-audit.h"

#define N_ROWS 200

static void
test_every_change_leaves_a_row (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxSession) session = fixture_session (patient->uuid, 5, 1);
  g_autoptr(CalxSession) saved = fixture_add_session (f, patient, session);
  g_autoptr(GError) error = NULL;
  g_autofree char *actions = NULL;
  g_autofree char *head = NULL;
  g_autofree char *expected = NULL;

  g_assert_true (calx_store_audit (f->store, "print", calx_session_get_version_uuid (saved),
                                   "page 1 of 1", &error));
  g_assert_true (calx_store_set_setting (f->store, "clinic_name", "A", &error));
  g_assert_no_error (error);
  actions = fixture_ask (f->path, "SELECT group_concat(action) FROM audit WHERE person = 'nurse'");
  g_assert_cmpstr (actions, ==, "patient.create,session.create,print,setting.change");
  head = calx_store_get_audit_head (f->store, &error);
  expected
      = fixture_ask (f->path, "SELECT seq || ':' || hash FROM audit ORDER BY seq DESC LIMIT 1");
  g_assert_cmpstr (head, ==, expected);
  fixture_assert_whole (f->store);
}

static void
test_first_head_is_zero (Fixture *f, gconstpointer data)
{
  g_autofree char *head = calx_store_get_audit_head (f->store, NULL);

  g_assert_true (g_str_has_prefix (head, "0:0000"));
}

static void
test_failed_save_leaves_no_row (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");
  g_autoptr(CalxPatient) second = fixture_patient ("Other", "One", "1");
  g_autofree char *count = NULL;

  g_assert_null (calx_store_save_patient (f->store, second, NULL));
  count = fixture_ask (f->path, "SELECT count(*) FROM audit");
  g_assert_cmpstr (count, ==, "1");
}

static guint
count_faults (Fixture *f)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  guint n_rows = 0;

  g_assert_true (calx_audit_verify (f->store, faults, &n_rows, &error));
  g_assert_no_error (error);
  return faults->len;
}

/* Every tampering but cutting the end is found: what is changed, removed, inserted or swapped. */
static void
test_tampering_is_found (Fixture *f, gconstpointer data)
{
  static const char *const columns[]
      = { "at", "person", "action", "object", "detail_digest", "previous_hash", "hash" };

  for (int i = 0; i < N_ROWS; i++)
    {
      g_autofree char *object = g_strdup_printf ("object-%d", i);

      g_assert_true (calx_store_audit (f->store, i % 2 ? "open" : "print", object, "detail", NULL));
    }
  fixture_tamper (f->path, "DROP TRIGGER audit_stays; DROP TRIGGER audit_is_kept; "
                           "DROP TRIGGER audit_detail_stays; DROP TRIGGER audit_detail_is_kept; "
                           "CREATE TABLE kept AS SELECT * FROM audit; "
                           "CREATE TABLE kept_detail AS SELECT * FROM audit_detail");
  g_assert_cmpuint (count_faults (f), ==, 0);
  for (int i = 0; i < 300 / FIXTURE_PART_OF_RUNS; i++)
    {
      int a = g_rand_int_range (f->random, 1, N_ROWS); /* never the last one */
      int b = a == N_ROWS - 1 ? 1 : a + 1;
      g_autofree char *sql = NULL;

      switch (i % 5)
        {
        case 0:
          sql = g_strdup_printf ("UPDATE audit SET %s = %s || '1' WHERE seq = %d",
                                 columns[g_rand_int_range (f->random, 0, G_N_ELEMENTS (columns))],
                                 "at", a);
          break;
        case 1:
          sql = g_strdup_printf (
              "DELETE FROM audit_detail WHERE audit_seq = %d; DELETE FROM audit WHERE seq = %d", a,
              a);
          break;
        case 2:
          sql = g_strdup_printf ("UPDATE audit SET seq = 9999 WHERE seq = %d; UPDATE audit SET seq "
                                 "= %d WHERE seq = %d; "
                                 "UPDATE audit SET seq = %d WHERE seq = 9999",
                                 a, a, b, b);
          break;
        case 3:
          sql = g_strdup (
              "INSERT INTO audit SELECT max(seq) + 1, 1, 'x', 'x', 'x', 'x', 'x', 'x' FROM audit");
          break;
        default:
          sql = g_strdup_printf ("UPDATE audit_detail SET detail = 'other' WHERE audit_seq = %d",
                                 a);
          break;
        }
      fixture_tamper (f->path, sql);
      if (count_faults (f) == 0)
        g_error ("not found: %s", sql);
      fixture_tamper (f->path,
                      "PRAGMA foreign_keys = OFF; DELETE FROM audit; DELETE FROM audit_detail; "
                      "INSERT INTO audit SELECT * FROM kept; INSERT INTO audit_detail SELECT * "
                      "FROM kept_detail");
    }
  g_assert_cmpuint (count_faults (f), ==, 0);
}

/* An erased detail leaves the chain whole. */
static void
test_erased_detail_keeps_the_chain (Fixture *f, gconstpointer data)
{
  g_autoptr(CalxPatient) patient = fixture_add_patient (f, "Muster", "Erika", "1");

  fixture_tamper (f->path, "DROP TRIGGER audit_detail_is_kept; DELETE FROM audit_detail");
  g_assert_cmpuint (count_faults (f), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test)                                                                            \
  g_test_add ("/records/audit/" name, Fixture, NULL, fixture_set_up, test, fixture_tear_down)
  ADD ("every-change-leaves-a-row", test_every_change_leaves_a_row);
  ADD ("first-head-is-zero", test_first_head_is_zero);
  ADD ("failed-save-leaves-no-row", test_failed_save_leaves_no_row);
  ADD ("tampering-is-found", test_tampering_is_found);
  ADD ("erased-detail-keeps-the-chain", test_erased_detail_keeps_the_chain);
  return g_test_run ();
}
