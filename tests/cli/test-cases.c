/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every published patient is entered, saved, reopened and printed. What was entered comes back
 * unchanged, what the case does not report stays unknown, and what no input takes stands in the
 * session's note word for word. */
#include <glib/gstdio.h>

#include "calx-format.h"
#include "calx-report.h"
#include "calx-store-patient.h"
#include "calx-store-session.h"
#include "case-fixture.h"

typedef struct
{
  CalxKnowledge *knowledge;
  CalxBody      *body[3];
  CalxStore     *store;
  char          *folder;
  JsonNode      *cases;
} Fixture;

static void
set_up (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *database = NULL;

  f->knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  for (int sex = 0; sex < 3; sex++)
    {
      f->body[sex] = calx_body_load (calx_figure_standard (sex), f->knowledge->regions, &error);
      g_assert_no_error (error);
    }
  f->folder = g_dir_make_tmp ("calx-cases-XXXXXX", &error);
  g_assert_no_error (error);
  database = g_build_filename (f->folder, "cases.calx", NULL);
  f->store = calx_store_open (database, CALX_STORE_CREATE, f->knowledge, NULL, &error);
  g_assert_no_error (error);
}

static void
reopen (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup (calx_store_get_path (f->store));

  calx_store_close (f->store);
  f->store = calx_store_open (path, 0, f->knowledge, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f)
{
  g_autofree char *path = g_strdup (calx_store_get_path (f->store));

  calx_store_close (f->store);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  for (int sex = 0; sex < 3; sex++)
    calx_body_unref (f->body[sex]);
  calx_knowledge_unref (f->knowledge);
  json_node_unref (f->cases);
  g_free (f->folder);
}

/* In the middle of its region, where the drawing hits it. */
static void
place_on_body (const CalxRegion *region, gpointer data, CalxView *ret_view, double *ret_x, double *ret_y)
{
  CalxBody *body = data;

  *ret_view = region->in_view[CALX_VIEW_ANTERIOR] ? CALX_VIEW_ANTERIOR : CALX_VIEW_POSTERIOR;
  g_assert_true (calx_body_get_region_centre (body, *ret_view, region, ret_x, ret_y));
  g_assert_true (calx_body_hit (body, *ret_view, *ret_x, *ret_y, 0) == region);
}

static CalxPatient *
enter_patient (Fixture *f, JsonObject *c, CalxDate today)
{
  g_autoptr (CalxPatient) patient = case_new_patient (c, today);
  g_autoptr (GError) error = NULL;
  CalxPatient *saved = calx_store_save_patient (f->store, patient, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (saved->age_text, ==, patient->age_text);
  return saved;
}

static void
print (Fixture *f, const CalxPatient *patient, CalxStoredSession *stored)
{
  g_autoptr (CalxReview) review = calx_review_new (f->knowledge, stored->session, patient, NULL);
  g_autoptr (CalxReport) report
    = calx_report_new (patient, stored->session, stored->assessment, review, f->body[patient->sex]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = calx_report_to_pdf (report, &error);
  g_autofree char *text = calx_report_to_text (report);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 5000);
  g_assert_nonnull (strstr (text, patient->given_name));
}

/* Nothing that the case leaves out may have become known. */
static void
assert_rest_unknown (CalxSession *entered, CalxSession *reopened)
{
  CalxFindings *before = calx_session_get_findings (entered);
  CalxFindings *after = calx_session_get_findings (reopened);
  guint n = calx_inputs_get_n (calx_findings_get_inputs (before));

  for (guint i = 0; i < n; i++)
    g_assert_true (calx_finding_equal (calx_findings_get (before, i), calx_findings_get (after, i)));
}

static void
test_case (Fixture *f, JsonObject *c)
{
  CalxDate today = { 2026, 11, 20 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CalxPatient) patient = enter_patient (f, c, today);
  g_autoptr (CalxSession) session = calx_session_new (f->knowledge->inputs, patient->uuid, today);
  g_autoptr (CalxFindings) assessable = NULL;
  g_autoptr (CalxAssessment) assessment = NULL;
  g_autoptr (CalxStoredSession) saved = NULL;
  g_autoptr (CalxStoredSession) stored = NULL;
  g_autoptr (CalxPatient) loaded = NULL;
  g_autofree char *as_shown = NULL;
  g_autofree char *as_stored = NULL;

  session = case_enter_findings (session, c);
  session = case_enter_lesions (session, c, f->knowledge->regions, place_on_body, f->body[patient->sex]);
  assessable = calx_session_get_assessable (session, patient);
  assessment = calx_risk_model_assess (f->knowledge->model, assessable, today);
  saved = calx_store_save_session (f->store, session, assessment, "", &error);
  g_assert_no_error (error);

  reopen (f);
  loaded = calx_store_load_patient (f->store, patient->uuid, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (loaded->age_text, ==, patient->age_text);
  stored = calx_store_load_session (f->store, calx_session_get_uuid (saved->session), 0, &error);
  g_assert_no_error (error);
  g_assert_true (calx_session_equal_content (session, stored->session));
  g_assert_cmpstr (calx_session_get_note (stored->session), ==, calx_session_get_note (session));
  assert_rest_unknown (session, stored->session);

  as_shown = calx_format_result_sentence (assessment);
  as_stored = calx_format_result_sentence (stored->assessment);
  g_assert_cmpstr (as_shown, ==, as_stored);
  print (f, loaded, stored);
}

static void
test_every_published_case (void)
{
  Fixture f = { 0 };
  JsonArray *cases = NULL;

  f.cases = cases_read ();
  if (f.cases == NULL)
    return;
  set_up (&f);
  cases = json_object_get_array_member (json_node_get_object (f.cases), "cases");
  g_assert_cmpuint (json_array_get_length (cases), ==, 62);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *c = json_array_get_object_element (cases, i);

      g_test_message ("%s", json_object_get_string_member (c, "id"));
      test_case (&f, c);
    }
  cases_check_words ();
  tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases/every-published-patient-is-entered-saved-reopened-and-printed", test_every_published_case);
  return g_test_run ();
}
