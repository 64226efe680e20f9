/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-session-item.h"

#include "calx-knowledge.h"

typedef struct
{
  CalxKnowledge *knowledge;
  CalxSession   *session;
} Fixture;

static void
fixture_set_up (Fixture      *f,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  f->knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  f->session = calx_session_new (f->knowledge->inputs, "patient", (CalxDate){ 2026, 11, 20 });
}

static void
fixture_tear_down (Fixture      *f,
                   gconstpointer data)
{
  g_clear_pointer (&f->session, calx_session_unref);
  g_clear_pointer (&f->knowledge, calx_knowledge_unref);
}

/* As the records would hand it back. */
static CalxStoredSession *
make_stored (Fixture     *f,
             CalxSession *session,
             int          version)
{
  CalxStoredSession *stored = g_new0 (CalxStoredSession, 1);
  g_autofree char *uuid = g_strdup_printf ("version-%d", version);

  stored->session = calx_session_with_version (session, uuid, version);
  stored->assessment = calx_risk_model_assess (f->knowledge->model,
                                               calx_session_get_findings (session),
                                               calx_session_get_date (session));
  stored->saved_by = g_strdup ("nurse");
  stored->reason = g_strdup ("");
  return stored;
}

static void
write_note (CalxSessionItem *item,
            const char      *note,
            int              what)
{
  g_autoptr(CalxSession) session =
    calx_session_with_note (calx_session_item_get_session (item), note);

  calx_session_item_edit (item, session, what);
}

static const char *
get_note (CalxSessionItem *item)
{
  return calx_session_get_note (calx_session_item_get_session (item));
}

static void
test_a_session_as_begun_needs_no_draft (Fixture      *f,
                                        gconstpointer data)
{
  g_autoptr(CalxSessionItem) item = calx_session_item_new (NULL, f->session, FALSE);

  g_assert_true (calx_session_item_is_unsaved (item));
  g_assert_false (calx_session_item_needs_draft (item));
  write_note (item, "seen", CALX_EDIT_NOTE);
  g_assert_true (calx_session_item_needs_draft (item));
  calx_session_item_undo (item);
  g_assert_false (calx_session_item_needs_draft (item));
}

static void
test_typing_is_undone_as_one (Fixture      *f,
                              gconstpointer data)
{
  g_autoptr(CalxSessionItem) item = calx_session_item_new (NULL, f->session, FALSE);

  write_note (item, "s", CALX_EDIT_NOTE);
  write_note (item, "se", CALX_EDIT_NOTE);
  write_note (item, "seen", CALX_EDIT_NOTE);
  calx_session_item_undo (item);
  g_assert_cmpstr (get_note (item), ==, "");
  g_assert_false (calx_session_item_can_undo (item));
  calx_session_item_redo (item);
  g_assert_cmpstr (get_note (item), ==, "seen");
  g_assert_false (calx_session_item_can_redo (item));
}

static void
test_lesions_are_undone_one_by_one (Fixture      *f,
                                    gconstpointer data)
{
  g_autoptr(CalxSessionItem) item = calx_session_item_new (NULL, f->session, FALSE);

  write_note (item, "one", CALX_EDIT_LESIONS);
  write_note (item, "two", CALX_EDIT_LESIONS);
  calx_session_item_undo (item);
  g_assert_cmpstr (get_note (item), ==, "one");
  write_note (item, "three", CALX_EDIT_LESIONS);
  g_assert_false (calx_session_item_can_redo (item));
}

static void
test_what_was_typed_while_saving_stays (Fixture      *f,
                                        gconstpointer data)
{
  g_autoptr(CalxSessionItem) item = calx_session_item_new (NULL, f->session, FALSE);
  g_autoptr(CalxSession) submitted = NULL;

  write_note (item, "before", CALX_EDIT_NOTE);
  submitted = calx_session_ref (calx_session_item_get_session (item));
  write_note (item, "before and after", CALX_EDIT_LESIONS);
  calx_session_item_saved (item, submitted, make_stored (f, submitted, 1));

  g_assert_cmpstr (get_note (item), ==, "before and after");
  g_assert_true (calx_session_item_is_unsaved (item));
  g_assert_cmpint (calx_session_get_version (calx_session_item_get_session (item)), ==, 1);
}

static void
test_undo_after_saving_follows_the_saved_version (Fixture      *f,
                                                  gconstpointer data)
{
  g_autoptr(CalxSessionItem) item = calx_session_item_new (NULL, f->session, FALSE);
  g_autoptr(CalxSession) submitted = NULL;

  write_note (item, "seen", CALX_EDIT_NOTE);
  submitted = calx_session_ref (calx_session_item_get_session (item));
  calx_session_item_saved (item, submitted, make_stored (f, submitted, 1));
  g_assert_false (calx_session_item_is_unsaved (item));

  calx_session_item_undo (item);
  g_assert_cmpstr (get_note (item), ==, "");
  g_assert_true (calx_session_item_is_unsaved (item));
  g_assert_cmpint (calx_session_get_version (calx_session_item_get_session (item)), ==, 1);
  g_assert_cmpstr (calx_session_get_version_uuid (calx_session_item_get_session (item)), ==,
                   "version-1");
}

static void
test_a_discarded_draft_can_be_brought_back (Fixture      *f,
                                            gconstpointer data)
{
  g_autoptr(CalxSession) draft = calx_session_with_note (f->session, "typed before the crash");
  CalxStoredSession *stored = make_stored (f, f->session, 1);
  g_autoptr(CalxSessionItem) item = calx_session_item_new (stored, draft, TRUE);

  g_assert_true (calx_session_item_is_restored (item));
  g_assert_true (calx_session_item_needs_draft (item));
  calx_session_item_revert (item);
  g_assert_cmpstr (get_note (item), ==, "");
  g_assert_false (calx_session_item_needs_draft (item));
  calx_session_item_undo (item);
  g_assert_cmpstr (get_note (item), ==, "typed before the crash");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/session-item/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("a-session-as-begun-needs-no-draft", test_a_session_as_begun_needs_no_draft);
  ADD ("typing-is-undone-as-one", test_typing_is_undone_as_one);
  ADD ("lesions-are-undone-one-by-one", test_lesions_are_undone_one_by_one);
  ADD ("what-was-typed-while-saving-stays", test_what_was_typed_while_saving_stays);
  ADD ("undo-after-saving-follows-the-saved-version",
       test_undo_after_saving_follows_the_saved_version);
  ADD ("a-discarded-draft-can-be-brought-back", test_a_discarded_draft_can_be_brought_back);
#undef ADD

  return g_test_run ();
}
