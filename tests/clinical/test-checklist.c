/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-checklist.h"

#include "calx-json.h"
#include "calx-session.h"
#include "tables.h"

#define MONDAY ((CalxDate){ 2026, 11, 16 })
#define FRIDAY ((CalxDate){ 2026, 11, 20 })

static CalxChecklist *
with (CalxChecklist   *list,
      const char      *item,
      CalxWorkupStatus status,
      CalxDate         date,
      const char      *result,
      const char      *reason)
{
  CalxWorkupEntry entry = { (char *) item, status, date, (char *) result, (char *) reason };
  CalxChecklist *new = calx_checklist_with (list, &entry);

  calx_checklist_unref (list);
  return new;
}

static CalxChecklist *
make (void)
{
  CalxChecklist *list = calx_checklist_new ();

  list = with (list, "skin_biopsy", CALX_WORKUP_DONE, MONDAY, "left thigh, punch: positive", "");
  list = with (list, "mri", CALX_WORKUP_DECLINED, CALX_DATE_NONE, "", "pacemaker");
  list = with (list, "of_a_newer_file", CALX_WORKUP_ORDERED, MONDAY, "", "");
  return with (list, "ddx_morphea", CALX_WORKUP_EXCLUDED, MONDAY, "", "");
}

static void
test_statuses (void)
{
  CalxWorkupStatus status;

  for (guint i = 0; i < CALX_N_WORKUP_STATUSES; i++)
    {
      g_assert_true (calx_workup_status_from_id (calx_workup_status_to_id ((CalxWorkupStatus) i), &status));
      g_assert_cmpint (status, ==, i);
    }
  g_assert_false (calx_workup_status_from_id ("finished", &status));
}

static void
test_with (void)
{
  g_autoptr(CalxChecklist) list = make ();
  g_autoptr(CalxChecklist) opened = NULL;
  CalxWorkupEntry open = { (char *) "mri", CALX_WORKUP_OPEN, CALX_DATE_NONE, (char *) "", (char *) "" };

  g_assert_cmpuint (calx_checklist_get_n (list), ==, 4);
  g_assert_cmpstr (calx_checklist_get (list, 0)->item, ==, "ddx_morphea");
  g_assert_cmpstr (calx_checklist_find (list, "mri")->reason, ==, "pacemaker");
  g_assert_null (calx_checklist_find (list, "ct"));
  opened = calx_checklist_with (list, &open);
  g_assert_cmpuint (calx_checklist_get_n (opened), ==, 3);
  g_assert_null (calx_checklist_find (opened, "mri"));
  g_assert_nonnull (calx_checklist_find (list, "mri"));
  g_assert_false (calx_checklist_equal (list, opened));
}

static void
test_json (void)
{
  g_autoptr(CalxChecklist) list = make ();
  g_autoptr(JsonNode) node = calx_checklist_to_json (list);
  g_autofree char *text = calx_json_to_canonical (node);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxChecklist) again = calx_checklist_from_json (node, &error);

  g_assert_no_error (error);
  g_assert_true (calx_checklist_equal (list, again));
  g_assert_cmpstr (text, ==,
                   "[{\"item\":\"ddx_morphea\",\"status\":\"excluded\",\"date\":\"2026-11-16\"},"
                   "{\"item\":\"mri\",\"status\":\"declined\",\"reason\":\"pacemaker\"},"
                   "{\"item\":\"of_a_newer_file\",\"status\":\"ordered\",\"date\":\"2026-11-16\"},"
                   "{\"item\":\"skin_biopsy\",\"status\":\"done\",\"date\":\"2026-11-16\","
                   "\"result\":\"left thigh, punch: positive\"}]");
}

static void
assert_refused (const char *json,
                const char *names)
{
  g_autoptr(JsonNode) node = calx_json_parse (json, "test", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxChecklist) list = calx_checklist_from_json (node, &error);

  g_assert_null (list);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, names));
}

static void
test_json_refused (void)
{
  assert_refused ("{}", "checklist");
  assert_refused ("[{\"item\":\"ct\"}]", "checklist[0].status");
  assert_refused ("[{\"item\":\"ct\",\"status\":\"finished\"}]", "finished");
  assert_refused ("[{\"item\":\"\",\"status\":\"done\"}]", "checklist[0].item");
  assert_refused ("[{\"item\":\"ct\",\"status\":\"done\",\"date\":\"2026-02-30\"}]", "2026-02-30");
  assert_refused ("[{\"item\":\"ct\",\"status\":\"done\"},{\"item\":\"ct\",\"status\":\"done\"}]", "twice");
}

static void
assert_checked (CalxWorkupStatus status,
                CalxDate         date,
                const char      *reason,
                const char      *names)
{
  CalxWorkupEntry entry = { (char *) "ct", status, date, (char *) "", (char *) reason };
  g_autofree char *message = NULL;

  g_assert_true (calx_workup_entry_check (&entry, "CT", MONDAY, &message) == (names == NULL));
  if (names != NULL)
    {
      g_assert_nonnull (strstr (message, "CT"));
      g_assert_nonnull (strstr (message, names));
    }
}

static void
test_check (void)
{
  assert_checked (CALX_WORKUP_DONE, MONDAY, "", NULL);
  assert_checked (CALX_WORKUP_DONE, CALX_DATE_NONE, "", NULL);
  assert_checked (CALX_WORKUP_DONE, FRIDAY, "", "2026-11-20");
  assert_checked (CALX_WORKUP_ORDERED, FRIDAY, "", "2026-11-16");
  assert_checked (CALX_WORKUP_DECLINED, MONDAY, "", "reason");
  assert_checked (CALX_WORKUP_DECLINED, MONDAY, "too ill", NULL);
}

static CalxSession *
make_session (CalxDate date)
{
  g_autoptr(CalxSession) empty = calx_session_new (tables_inputs (), "00000000-0000-4000-8000-0000000000aa", date);
  g_autoptr(CalxChecklist) list = make ();

  return calx_session_with_checklist (empty, list);
}

static void
test_in_a_session (void)
{
  g_autoptr(CalxSession) session = make_session (MONDAY);
  g_autoptr(CalxChecklist) none = calx_checklist_new ();
  g_autoptr(CalxSession) without = calx_session_with_checklist (session, none);
  g_autoptr(JsonNode) node = calx_session_to_json (session);
  g_autoptr(GError) error = NULL;
  g_autoptr(CalxSession) again = calx_session_from_json (tables_inputs (), tables_regions (), node, &error);

  g_assert_no_error (error);
  g_assert_true (calx_session_equal_content (session, again));
  g_assert_false (calx_session_equal_content (session, without));
  g_assert_cmpuint (calx_checklist_get_n (calx_session_get_checklist (again)), ==, 4);
}

/* The next session begins with all of it; what had no date has that of the session it comes from. */
static void
test_carried (void)
{
  g_autoptr(CalxSession) session = make_session (MONDAY);
  g_autoptr(CalxSession) next = calx_session_new_from (session, FRIDAY);
  CalxChecklist *list = calx_session_get_checklist (next);

  g_assert_cmpuint (calx_checklist_get_n (list), ==, 4);
  g_assert_cmpint (calx_date_compare (calx_checklist_find (list, "skin_biopsy")->date, MONDAY), ==, 0);
  g_assert_cmpint (calx_date_compare (calx_checklist_find (list, "mri")->date, MONDAY), ==, 0);
  g_assert_nonnull (calx_checklist_find (list, "of_a_newer_file"));
}

/* Moved before the session that it carried from: what it carried goes, what was entered stays. */
static void
test_carried_anew (void)
{
  g_autoptr(CalxSession) first = make_session (MONDAY);
  g_autoptr(CalxSession) next = calx_session_new_from (first, FRIDAY);
  g_autoptr(CalxChecklist) edited = with (calx_checklist_ref (calx_session_get_checklist (next)), "ct",
                                          CALX_WORKUP_ORDERED, FRIDAY, "", "");
  g_autoptr(CalxSession) entered = NULL;
  g_autoptr(CalxSession) moved = NULL;
  g_autoptr(CalxSession) back = NULL;

  edited = with (g_steal_pointer (&edited), "skin_biopsy", CALX_WORKUP_OPEN, CALX_DATE_NONE, "", "");
  entered = calx_session_with_checklist (next, edited);
  moved = calx_session_carry_anew (entered, first, NULL, (CalxDate){ 2026, 11, 2 });
  g_assert_cmpuint (calx_checklist_get_n (calx_session_get_checklist (moved)), ==, 1);
  g_assert_nonnull (calx_checklist_find (calx_session_get_checklist (moved), "ct"));
  back = calx_session_carry_anew (entered, first, first, FRIDAY);
  g_assert_true (calx_checklist_equal (calx_session_get_checklist (back), edited));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checklist/statuses", test_statuses);
  g_test_add_func ("/checklist/with", test_with);
  g_test_add_func ("/checklist/json", test_json);
  g_test_add_func ("/checklist/json-refused", test_json_refused);
  g_test_add_func ("/checklist/check", test_check);
  g_test_add_func ("/checklist/in-a-session", test_in_a_session);
  g_test_add_func ("/checklist/carried", test_carried);
  g_test_add_func ("/checklist/carried-anew", test_carried_anew);
  return g_test_run ();
}
