/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-store-sites.h"

#include "records-fixture.h"

/* The lesions of the whole clinic, for its map. */

static CalxSiteReading *
read_sites (Fixture *f, const CalxSiteFilter *filter)
{
  g_autoptr(CalxSiteReading) reading = calx_site_reading_new (filter);
  g_autoptr(GError) error = NULL;

  g_assert_true (calx_store_read_sites (f->store, reading, 0, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (reading->complete);
  return g_steal_pointer (&reading);
}

static void
assert_found (Fixture *f, const CalxSiteFilter *filter, guint n_lesions, guint n_patients)
{
  g_autoptr(CalxSiteReading) reading = read_sites (f, filter);

  g_assert_cmpuint (reading->lesions->len, ==, n_lesions);
  g_assert_cmpuint (reading->n_patients, ==, n_patients);
}

static void
add_session (Fixture *f, const CalxPatient *patient, CalxSession *session)
{
  g_autoptr(CalxSession) own = session;
  g_autoptr(CalxSession) saved = fixture_add_session (f, patient, own);

  g_assert_nonnull (saved);
}

/* Of three patients one has no lesion, one has two, and one had three, of which by 20 January one healed
 * and one, painful, turned black: calciphylaxis is suggested. */
static void
make_clinic (Fixture *f)
{
  g_autoptr(CalxPatient) none = fixture_add_patient (f, "Nolan", "Nora", "1");
  g_autoptr(CalxPatient) two = fixture_add_patient (f, "Twain", "Tess", "2");
  g_autoptr(CalxPatient) three = fixture_add_patient (f, "Thorn", "Tia", "3");
  g_autoptr(CalxSession) first = fixture_session (three->uuid, 10, 3);
  g_autoptr(CalxSession) stored = fixture_add_session (f, three, first);
  g_autoptr(CalxSession) second = calx_session_new_from (stored, (CalxDate){ 2026, 1, 20 });
  g_autoptr(CalxLesion) healed = calx_lesion_copy (g_ptr_array_index (calx_session_get_lesions (second), 0));
  g_autoptr(CalxLesion) black = calx_lesion_copy (g_ptr_array_index (calx_session_get_lesions (second), 1));
  g_autoptr(CalxSession) third = NULL;

  healed->healed = TRUE;
  black->type = CALX_LESION_TYPE_ESCHAR;
  third = calx_session_with_lesion (second, healed);
  add_session (f, none, fixture_session (none->uuid, 5, 0));
  add_session (f, two, fixture_session (two->uuid, 12, 2));
  add_session (f, three, calx_session_with_lesion (third, black));
}

static void
test_an_empty_clinic_has_none (Fixture *f, gconstpointer data)
{
  CalxSiteFilter filter = { .state = CALX_SITES_OPEN_AND_HEALED };
  g_autoptr(CalxSiteReading) reading = read_sites (f, &filter);

  g_assert_cmpuint (reading->lesions->len, ==, 0);
  g_assert_cmpuint (reading->n_sessions, ==, 0);
}

static void
test_each_patient_counts_with_the_newest_session (Fixture *f, gconstpointer data)
{
  CalxSiteFilter filter = { .state = CALX_SITES_OPEN };
  g_autoptr(CalxSiteReading) reading = NULL;

  make_clinic (f);
  assert_found (f, &filter, 4, 2);
  filter.state = CALX_SITES_HEALED;
  assert_found (f, &filter, 1, 1);
  filter.state = CALX_SITES_OPEN_AND_HEALED;
  reading = read_sites (f, &filter);
  g_assert_cmpuint (reading->lesions->len, ==, 5);
  g_assert_cmpuint (reading->n_sessions, ==, 3);
  for (guint i = 0; i < reading->lesions->len; i++)
    {
      const CalxSiteLesion *lesion = &g_array_index (reading->lesions, CalxSiteLesion, i);

      g_assert_cmpstr (lesion->region->id, ==, "calf_l");
      g_assert_cmpint (lesion->view, ==, CALX_VIEW_POSTERIOR);
      g_assert_cmpint (lesion->figure, ==, CALX_FIGURE_WOMAN);
      g_assert_cmpfloat (lesion->y, ==, 0.8);
      g_assert_cmpuint (lesion->patient, <, 2);
    }
}

static void
test_days_choose_the_newest_session_between_them (Fixture *f, gconstpointer data)
{
  CalxSiteFilter filter = { .state = CALX_SITES_OPEN };

  make_clinic (f);
  filter.to = (CalxDate){ 2026, 1, 11 };
  assert_found (f, &filter, 3, 1); /* before one of them healed; the other patient came on the 12th */
  filter.from = (CalxDate){ 2026, 1, 11 };
  filter.to = (CalxDate){ 2026, 1, 12 };
  assert_found (f, &filter, 2, 1);
  filter.from = (CalxDate){ 2026, 1, 12 };
  filter.to = CALX_DATE_NONE;
  assert_found (f, &filter, 4, 2);
  filter.to = (CalxDate){ 2026, 1, 0 };
  assert_found (f, &filter, 4, 2); /* a month ends with its last day */
  filter.from = (CalxDate){ 2026, 2, 1 };
  filter.to = CALX_DATE_NONE;
  assert_found (f, &filter, 0, 0);
}

static void
test_setting_and_subtype_choose_patients (Fixture *f, gconstpointer data)
{
  CalxSiteFilter filter = { .state = CALX_SITES_OPEN };

  make_clinic (f);
  filter.setting = (char *) "hemodialysis";
  assert_found (f, &filter, 4, 2);
  filter.setting = (char *) "transplant";
  assert_found (f, &filter, 0, 0);
  filter.setting = NULL;
  filter.subtype = (char *) "calciphylaxis";
  assert_found (f, &filter, 2, 1);
  filter.subtype = (char *) "dystrophic";
  assert_found (f, &filter, 0, 0);
  filter.subtype = (char *) "calciphylaxis";
  filter.setting = (char *) "transplant";
  assert_found (f, &filter, 0, 0);
}

static void
test_slices_give_what_one_reading_gives (Fixture *f, gconstpointer data)
{
  CalxSiteFilter filter = { .state = CALX_SITES_OPEN_AND_HEALED };
  g_autoptr(CalxSiteReading) reading = calx_site_reading_new (&filter);
  g_autoptr(CalxSiteReading) whole = NULL;
  g_autoptr(GError) error = NULL;
  guint n_slices = 0;

  make_clinic (f);
  whole = read_sites (f, &filter);
  for (; !reading->complete && n_slices < 100; n_slices++)
    {
      g_assert_true (calx_store_read_sites (f->store, reading, 1, NULL, &error));
      g_assert_no_error (error);
    }
  g_assert_cmpuint (n_slices, >=, 3);
  g_assert_cmpuint (reading->n_patients, ==, whole->n_patients);
  g_assert_cmpuint (reading->n_sessions, ==, whole->n_sessions);
  g_assert_cmpuint (reading->lesions->len, ==, whole->lesions->len);
  g_assert_cmpmem (reading->lesions->data, reading->lesions->len * sizeof (CalxSiteLesion),
                   whole->lesions->data, whole->lesions->len * sizeof (CalxSiteLesion));
}

static void
test_a_reading_can_be_cancelled (Fixture *f, gconstpointer data)
{
  CalxSiteFilter filter = { .state = CALX_SITES_OPEN };
  g_autoptr(CalxSiteReading) reading = calx_site_reading_new (&filter);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  make_clinic (f);
  g_cancellable_cancel (cancellable);
  g_assert_false (calx_store_read_sites (f->store, reading, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (reading->complete);
}

/* A session of which a lesion is lost is not shown as if it were whole. */
static void
test_a_lost_lesion_is_an_error (Fixture *f, gconstpointer data)
{
  CalxSiteFilter filter = { .state = CALX_SITES_OPEN };
  g_autoptr(CalxSiteReading) reading = calx_site_reading_new (&filter);
  g_autoptr(GError) error = NULL;

  make_clinic (f);
  fixture_close (f);
  fixture_tamper (f->path, "DROP TRIGGER lesion_state_is_kept; DELETE FROM lesion_state WHERE number = 2");
  fixture_open (f);
  g_assert_false (calx_store_read_sites (f->store, reading, 0, NULL, &error));
  g_assert_error (error, CALX_STORE_ERROR, CALX_STORE_ERROR_CONTENT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/sites/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("an-empty-clinic-has-none", test_an_empty_clinic_has_none);
  ADD ("each-patient-counts-with-the-newest-session", test_each_patient_counts_with_the_newest_session);
  ADD ("days-choose-the-newest-session-between-them", test_days_choose_the_newest_session_between_them);
  ADD ("setting-and-subtype-choose-patients", test_setting_and_subtype_choose_patients);
  ADD ("slices-give-what-one-reading-gives", test_slices_give_what_one_reading_gives);
  ADD ("a-reading-can-be-cancelled", test_a_reading_can_be_cancelled);
  ADD ("a-lost-lesion-is-an-error", test_a_lost_lesion_is_an_error);
#undef ADD
  return g_test_run ();
}
