/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */
#include <string.h>

#include <glib/gstdio.h>

#include "calx-format.h"
#include "calx-knowledge.h"
#include "calx-report.h"

/* 10 mm, in points */
#define LEAST_MARGIN_PT 28.35

static CalxKnowledge *knowledge;
static const CalxDate day = { 2026, 11, 16 };

static CalxSession *
replace (CalxSession *session, CalxSession *next)
{
  calx_session_unref (session);
  return next;
}

static CalxSession *
enter (CalxSession *session, const char *id, const char *text, const char *unit)
{
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = text, .unit = g_intern_string (unit) };

  return replace (session, calx_session_with_finding (session, calx_inputs_find (knowledge->inputs, id)->index, &finding));
}

/* The worked case of spec.md. */
static CalxSession *
worked_case (const CalxPatient *patient)
{
  CalxSession *session = calx_session_new (knowledge->inputs, patient->uuid, day);

  session = enter (session, "setting", "hemodialysis", NULL);
  session = enter (session, "lesions", "no", NULL);
  session = enter (session, "diabetes", "yes", NULL);
  session = enter (session, "bmi", "40", "kg/m2");
  session = enter (session, "calcium_total", "9.6", "mg/dL");
  session = enter (session, "albumin", "2.9", "g/dL");
  session = enter (session, "albumin_method", "bcg", NULL);
  session = enter (session, "phosphate", "6.5", "mg/dL");
  session = enter (session, "pth", "650", "pg/mL");
  session = enter (session, "vitamin_k_antagonist", "yes", NULL);
  return session;
}

/* Those of the published list, in its order. */
static GPtrArray *
list_published (void)
{
  GPtrArray *published = g_ptr_array_new ();

  for (guint i = 0; i < calx_regions_get_n (knowledge->regions); i++)
    {
      const CalxRegion *region = calx_regions_get (knowledge->regions, i);

      if (region->part_of == NULL && !g_str_has_prefix (region->id, "ankle_p_"))
        g_ptr_array_add (published, (gpointer) region);
    }
  return published;
}

static CalxSession *
add_lesions (CalxSession *session, CalxBody *body, int n)
{
  g_autoptr (GPtrArray) regions = list_published ();

  for (int i = 0; i < n; i++)
    {
      const CalxRegion *region = g_ptr_array_index (regions, (guint) (i * 7) % regions->len);
      CalxView view = region->in_view[CALX_VIEW_ANTERIOR] ? CALX_VIEW_ANTERIOR : CALX_VIEW_POSTERIOR;
      g_autoptr (CalxLesion) lesion = NULL;
      double x, y;

      g_assert_true (calx_body_get_region_centre (body, view, region, &x, &y));
      lesion = calx_lesion_new (i + 1, view, x, y, region->id);
      lesion->type = CALX_LESION_TYPE_RETIFORM_PURPURA;
      lesion->ulcerated = CALX_TERNARY_YES;
      lesion->length_mm = 100 + i;
      lesion->width_mm = 90;
      lesion->pain = 10;
      lesion->diagnosis = CALX_DIAGNOSIS_CALCIPHYLAXIS;
      lesion->sentinel = i == 3;
      memset (lesion->bwat, i % 3 == 1 ? CALX_BWAT_NOT_SCORED : 5, CALX_N_BWAT_ITEMS);
      if (i == 2)
        lesion->bwat[7] = CALX_BWAT_NOT_SCORED;
      lesion->signs[CALX_LESION_SIGN_CHALKY] = CALX_TERNARY_YES;
      lesion->signs[CALX_LESION_SIGN_INFECTED] = i % 2 == 0 ? CALX_TERNARY_NO : CALX_TERNARY_YES;
      session = replace (session, calx_session_with_lesion (session, lesion));
    }
  return session;
}

static CalxPatient *
new_patient (const char *family, const char *given)
{
  CalxPatient *patient = calx_patient_new ();

  calx_patient_set (&patient->family_name, family);
  calx_patient_set (&patient->given_name, given);
  calx_patient_set (&patient->record_number, "R-4711");
  patient->sex = CALX_SEX_FEMALE;
  patient->born = (CalxDate){ 1968, 7, 30 };
  return patient;
}

static CalxReport *
new_report (const char *family, const char *given, int n_lesions, CalxPaper paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CalxPatient) patient = new_patient (family, given);
  g_autoptr (CalxBody) body = calx_body_load (CALX_FIGURE_WOMAN, knowledge->regions, &error);
  g_autoptr (CalxSession) session = NULL;
  g_autoptr (CalxFindings) findings = NULL;
  g_autoptr (CalxAssessment) assessment = NULL;
  g_autoptr (CalxReview) review = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 20, 12, 31, 0);
  CalxReport *report = NULL;

  g_assert_no_error (error);
  session = add_lesions (worked_case (patient), body, n_lesions);
  findings = calx_session_get_assessable (session, patient);
  assessment = calx_risk_model_assess (knowledge->model, findings, day);
  review = calx_review_new (knowledge, session, patient, NULL);
  report = calx_report_new (patient, session, assessment, review, body);
  calx_report_set_stamp (report, now, "tester");
  calx_patient_set (&report->clinic_name, "Clinic of the test");
  calx_patient_set (&report->assessor, "tester");
  calx_patient_set (&report->record_id, "6f8b2c1e-0000-4000-8000-000000000001");
  report->status = CALX_REPORT_FINAL;
  report->paper = paper;
  return report;
}

/* The text of each page, as poppler reads it. */
static char **
pages_of (const CalxReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("calx-report-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *text = NULL;
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  GStatBuf info;
  int status = 0;

  g_assert_no_error (error);
  g_assert_true (calx_report_save_pdf (report, path, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  if (g_str_has_suffix (text, "\f"))
    text[strlen (text) - 1] = '\0';
  return g_strsplit (text, "\f", -1);
}

static void
assert_has (const char *page, const char *words)
{
  if (strstr (page, words) == NULL)
    g_error ("“%s” is missing in:\n%s", words, page);
}

static void
test_worked_case_is_printed (void)
{
  g_autoptr (CalxReport) report = new_report ("Doe", "Jane", 0, CALX_PAPER_A4);
  g_auto (GStrv) pages = pages_of (report);

  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  assert_has (pages[0], "40 points, Very high: not validated");
  assert_has (pages[0], "more than 10 times the average hemodialysis patient");
  assert_has (pages[0], "has not been validated in any cohort");
  assert_has (pages[0], "10.48 mg/dL");
  assert_has (pages[0], "650 pg/mL");
  assert_has (pages[0], "New painful skin, in any band");
  assert_has (pages[0], "Signature");
  assert_has (pages[0], "Front");
  assert_has (pages[0], "Back");
  assert_has (pages[0], "Lupus anticoagulant");
  assert_has (pages[0], "Not assessed");
  assert_has (pages[0], "2026.1");
  assert_has (pages[0], calx_risk_model_get_sha256 (knowledge->model));
}

/* The widest range of points, with nothing known but the setting, ends before its sources begin. */
static void
test_columns_keep_their_distance (gconstpointer data)
{
  g_autoptr (CalxReport) report = new_report ("Doe", "Jane", 3, GPOINTER_TO_INT (data));
  g_autoptr (CalxPatient) patient = new_patient ("Doe", "Jane");
  g_autoptr (CalxFindings) findings = NULL;
  g_auto (GStrv) pages = NULL;

  calx_session_unref (report->session);
  report->session = enter (calx_session_new (knowledge->inputs, patient->uuid, day), "setting", "hemodialysis", NULL);
  findings = calx_session_get_assessable (report->session, patient);
  calx_assessment_unref (report->assessment);
  report->assessment = calx_risk_model_assess (knowledge->model, findings, day);
  pages = pages_of (report);
  g_assert_true (g_regex_match_simple ("Albumin-corrected[a-z ]* Not known +-3 to \\+4 +\\d", pages[0], 0, 0));
  g_assert_true (g_regex_match_simple ("Serum phosphate +Not known +-1 to \\+3 +\\d", pages[0], 0, 0));
  g_assert_null (strstr (pages[0], "a ray for every two points"));
}

static void
test_signs_of_the_map_are_explained (void)
{
  g_autoptr (CalxReport) report = new_report ("Doe", "Jane", 1, CALX_PAPER_A4);
  g_auto (GStrv) pages = pages_of (report);

  assert_has (pages[0], "a ray for every two points");
  assert_has (pages[0], "Ulcerated");
  assert_has (pages[0], "Retiform purpura");
  /* of what is on it alone */
  g_assert_null (strstr (pages[0], "Chalky discharge"));
}

/* Its lines run together, since a paragraph may break anywhere; but not over two pages. */
static char *
running_text (const CalxReport *report)
{
  g_auto (GStrv) pages = pages_of (report);
  g_autofree char *whole = g_strjoinv (" ", pages);
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", whole, 0, 0);

  return g_strjoinv (" ", words);
}

static void
test_the_scores_of_a_lesion_are_printed (gconstpointer data)
{
  g_autoptr (CalxReport) report = new_report ("Doe", "Jane", 12, GPOINTER_TO_INT (data));
  g_autofree char *page = running_text (report);

  assert_has (page, "L4 Right fingers (sentinel) ");
  assert_has (page, "103 x 90 mm 10/10 40 ");
  assert_has (page, "101 x 90 mm 10/10 Not scored ");
  assert_has (page, "102 x 90 mm 10/10 7 of 8 ");
  assert_has (page, "Seen or felt. chalky discharge: all; not infected: L1, L3, ");
}

/* All that the last visit saw of twelve lesions is on the page, and in words that it is of that day. */
static void
test_what_was_carried_says_of_which_day (gconstpointer data)
{
  g_autoptr (CalxReport) report = new_report ("Doe", "Jane", 12, GPOINTER_TO_INT (data));
  g_autofree char *uuid = NULL;
  g_autofree char *today = running_text (report);
  g_autofree char *all = NULL;
  g_autofree char *others = NULL;
  g_auto (GStrv) pages = NULL;

  g_assert_null (strstr (today, "Not looked at"));
  uuid = g_strdup (((CalxLesion *) g_ptr_array_index (calx_session_get_lesions (report->session), 2))->uuid);
  report->session = replace (report->session, calx_session_new_from (report->session, (CalxDate){ 2026, 11, 27 }));
  all = running_text (report);
  assert_has (all, "Not looked at in this session. as of 16-Nov-2026: all");
  pages = pages_of (report);
  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  report->session = replace (report->session, calx_session_with_lesion_seen (report->session, uuid));
  others = running_text (report);
  assert_has (others, "Not looked at in this session. as of 16-Nov-2026: L1, L2, L4, L5, L6, L7, L8, L9, L10, L11, L12 ");
  g_strfreev (pages);
  pages = pages_of (report);
  g_assert_cmpuint (g_strv_length (pages), ==, 1);
}

static void
test_every_page_says_who_and_which (gconstpointer data)
{
  CalxPaper paper = GPOINTER_TO_INT (data);
  static const int counts[] = { 0, 1, 12, 13, 60 };

  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (CalxReport) report = new_report ("Doe", "Jane", counts[i], paper);
      g_auto (GStrv) pages = pages_of (report);
      guint n_pages = g_strv_length (pages);
      g_autofree char *last = g_strdup_printf ("L%d ", counts[i]);

      if (counts[i] <= 12)
        g_assert_cmpuint (n_pages, ==, 1);
      for (guint page = 0; page < n_pages; page++)
        {
          g_autofree char *number = g_strdup_printf ("Page %u of %u.", page + 1, n_pages);

          assert_has (pages[page], "DOE, Jane");
          assert_has (pages[page], "Born 30-Jul-1968 (58 y)");
          assert_has (pages[page], "R-4711");
          assert_has (pages[page], "Clinic of the test");
          assert_has (pages[page], "Not a medical device; not validated.");
          assert_has (pages[page], number);
        }
      if (counts[i] > 0)
        {
          g_autofree char *whole = g_strjoinv ("", pages);

          assert_has (whole, last);
        }
    }
}

/* What no factor takes is printed all the same, with its unit and its day; a factor not a second time. */
static void
test_other_findings_are_printed (gconstpointer data)
{
  g_autoptr (CalxReport) report = new_report ("Doe", "Jane", 12, GPOINTER_TO_INT (data));
  CalxFinding carried = { .state = CALX_FINDING_VALUE, .text = "1,72", .unit = g_intern_string ("m"),
                          .carried_from = g_intern_string ("6f8b"), .carried_date = { 2026, 10, 12 } };
  CalxFinding high = { .state = CALX_FINDING_HIGH };
  CalxFinding no = { .state = CALX_FINDING_ABSENT };
  g_autofree char *before = running_text (report);
  g_autofree char *after = NULL;

  assert_has (before, "Other findings. On 16-Nov-2026: Total calcium 9.6 mg/dL; ");
  g_assert_null (strstr (before, "; Phosphate 6.5"));
  g_assert_null (strstr (before, "Diabetes yes"));

  report->session = enter (report->session, "weight", "82,5", "kg");
  report->session = enter (report->session, "alkaline_phosphatase", "310", "U/L");
  report->session = enter (report->session, "aluminium", "0.4", "umol/L");
  report->session = enter (report->session, "dialysis_start", "2019-05", NULL);
  report->session = replace (report->session, calx_session_with_finding (
    report->session, calx_inputs_find (knowledge->inputs, "height")->index, &carried));
  report->session = replace (report->session, calx_session_with_finding (
    report->session, calx_inputs_find (knowledge->inputs, "phosphate")->index, &high));
  report->session = replace (report->session, calx_session_with_finding (
    report->session, calx_inputs_find (knowledge->inputs, "malignancy")->index, &no));
  after = running_text (report);
  assert_has (after, "First dialysis on May-2019; Weight (dry weight) 82,5 kg; ");
  assert_has (after, "Phosphate high (no number); Alkaline phosphatase 310 U/L; Aluminium 0.4 umol/L; Cancer no; ");
  assert_has (after, "On 12-Oct-2026: Height 1,72 m.");
}

/* A painful thigh plaque after six years of dialysis, on warfarin, with other diseases excluded. */
static CalxReport *
new_suspected (CalxPaper paper)
{
  CalxReport *report = new_report ("Doe", "Jane", 0, paper);
  g_autoptr (CalxFindings) findings = NULL;
  g_autoptr (CalxLesion) lesion = calx_lesion_new (1, CALX_VIEW_ANTERIOR, 0.05, 0.6, "thigh_a_r");
  g_autoptr (CalxTreatment) treatment = calx_treatment_new ("vitamin_k_antagonist", "warfarin");

  lesion->type = CALX_LESION_TYPE_PLAQUE;
  lesion->pain = 6;
  treatment->start = (CalxDate){ 2024, 11, 0 };
  calx_treatment_set_stop (treatment, day);
  report->session = enter (report->session, "dialysis_start", "2020-10", NULL);
  report->session = enter (report->session, "long_term_warfarin", "yes", NULL);
  report->session = enter (report->session, "mimics_excluded", "yes", NULL);
  report->session = replace (report->session, calx_session_with_lesion (report->session, lesion));
  report->session = replace (report->session, calx_session_with_treatment (report->session, treatment));
  findings = calx_session_get_assessable (report->session, report->patient);
  calx_assessment_unref (report->assessment);
  report->assessment = calx_risk_model_assess (knowledge->model, findings, day);
  calx_review_unref (report->review);
  report->review = calx_review_new (knowledge, report->session, report->patient, NULL);
  return report;
}

static gsize
find_word (const char *page, const char *words)
{
  const char *found = strstr (page, words);

  if (found == NULL)
    g_error ("“%s” is missing in:\n%s", words, page);
  return (gsize) (found - page);
}

/* With open lesions criteria, subtype and prognosis stand before the points. */
static void
test_the_review_is_printed (gconstpointer data)
{
  g_autoptr (CalxReport) report = new_suspected (GPOINTER_TO_INT (data));
  g_autofree char *page = running_text (report);
  gsize points = find_word (page, "40 points: not validated");

  assert_has (page, "Page 1 of 1.");
  g_assert_cmpuint (find_word (page, "Meets 'suspected' of the consensus: Dialysis for more than 5 years; Long-term warfarin"), <, points);
  g_assert_cmpuint (find_word (page, "Calciphylaxis: possible, urgent"), <, points);
  g_assert_cmpuint (find_word (page, "With kidney failure: died within a year: 45 to 85 % ["), <, points);
  assert_has (page, "Early signs.");
  assert_has (page, "Treatment. Warfarin: Nov-2024 to 16-Nov-2026");
  assert_has (page, "Work-up.");
  assert_has (page, "Open: ");
  assert_has (page, "Targets. KDIGO 2017: ");
  /* what is cited stands among the references */
  assert_has (page, "Dialysis calciphylaxis consensus, major and minor factors, table 3");
  assert_has (page, "KDIGO 2017 clinical practice guideline update");
}

static void
test_without_lesions_the_points_stand_first (void)
{
  g_autoptr (CalxReport) report = new_report ("Doe", "Jane", 0, CALX_PAPER_A4);
  g_autofree char *page = running_text (report);

  g_assert_cmpuint (find_word (page, "40 points, Very high"), <, find_word (page, "Criteria, not a diagnosis."));
  g_assert_null (strstr (page, "Published prognosis"));
}

static void
test_the_clipboard_says_criteria_and_subtype (void)
{
  g_autoptr (CalxReport) report = new_suspected (CALX_PAPER_A4);
  g_autofree char *text = calx_report_to_text (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), <=, 25);
  assert_has (text, "Criteria, not a diagnosis: Meets 'suspected' of the consensus.");
  assert_has (text, "Subtype, not a diagnosis: Calciphylaxis: possible, urgent.");
  g_assert_null (strchr (lines[2], '['));
}

/* Draws a page black on white at one pixel a point, and looks for ink outside the printable area. */
static void
assert_margins_are_clean (CalxReportLayout *layout, guint page, CalxPaper paper)
{
  double width_pt, height_pt;
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;

  calx_paper_get_size (paper, &width_pt, &height_pt);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width_pt, (int) height_pt);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  calx_report_layout_draw_page (layout, page, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) height_pt; y++)
    {
      const guint32 *row = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                                         + y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < (int) width_pt; x++)
        if (x < LEAST_MARGIN_PT || y < LEAST_MARGIN_PT || x > width_pt - LEAST_MARGIN_PT || y > height_pt - LEAST_MARGIN_PT)
          g_assert_cmphex (row[x] & 0xffffff, ==, 0xffffff);
    }
  cairo_surface_destroy (surface);
}

static void
test_longest_names_stay_on_the_paper (gconstpointer data)
{
  CalxPaper paper = GPOINTER_TO_INT (data);
  g_autofree char *family = g_strnfill (60, 'W');
  g_autofree char *given = g_strnfill (60, 'm');
  g_autoptr (CalxReport) report = new_report (family, given, 13, paper);
  g_autoptr (CalxReportLayout) layout = calx_report_layout_new (report);

  for (guint page = 0; page < calx_report_layout_get_n_pages (layout); page++)
    assert_margins_are_clean (layout, page, paper);
}

static void
test_equal_reports_are_equal_bytes (void)
{
  g_autoptr (CalxReport) a = new_report ("Doe", "Jane", 3, CALX_PAPER_A4);
  g_autoptr (CalxReport) b = new_report ("Doe", "Jane", 3, CALX_PAPER_A4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = calx_report_to_pdf (a, &error);
  g_autoptr (GBytes) second = calx_report_to_pdf (b, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_metadata_holds_no_patient (void)
{
  g_autoptr (CalxReport) report = new_report ("Zzcanary", "Quux", 0, CALX_PAPER_A4);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = calx_report_to_pdf (report, &error);
  gsize size;
  const char *bytes = g_bytes_get_data (pdf, &size);

  /* Page streams are deflated: what can be read is the PDF's own words. */
  g_assert_no_error (error);
  g_assert_null (memmem (bytes, size, "canary", 6));
  g_assert_null (memmem (bytes, size, "CANARY", 6));
  g_assert_null (memmem (bytes, size, "Quux", 4));
}

static void
test_clipboard_text_is_short_and_whole (void)
{
  g_autoptr (CalxReport) report = new_report ("Doe", "Jane", 12, CALX_PAPER_A4);
  g_autofree char *text = calx_report_to_text (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), <=, 25);
  g_assert_null (strchr (text, '\t'));
  assert_has (text, "DOE, Jane");
  assert_has (text, "not validated");
  assert_has (text, "6.5 mg/dL");
  assert_has (text, "2026.1");
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  g_test_add_func ("/report/the-worked-case-is-printed", test_worked_case_is_printed);
  g_test_add_data_func ("/report/the-columns-keep-their-distance-on-a4", GINT_TO_POINTER (CALX_PAPER_A4),
                        test_columns_keep_their_distance);
  g_test_add_data_func ("/report/the-columns-keep-their-distance-on-letter", GINT_TO_POINTER (CALX_PAPER_LETTER),
                        test_columns_keep_their_distance);
  g_test_add_func ("/report/the-signs-of-the-map-are-explained", test_signs_of_the_map_are_explained);
  g_test_add_data_func ("/report/every-a4-page-says-who-and-which", GINT_TO_POINTER (CALX_PAPER_A4),
                        test_every_page_says_who_and_which);
  g_test_add_data_func ("/report/every-letter-page-says-who-and-which", GINT_TO_POINTER (CALX_PAPER_LETTER),
                        test_every_page_says_who_and_which);
  g_test_add_data_func ("/report/the-longest-names-stay-on-a4", GINT_TO_POINTER (CALX_PAPER_A4),
                        test_longest_names_stay_on_the_paper);
  g_test_add_data_func ("/report/the-longest-names-stay-on-letter", GINT_TO_POINTER (CALX_PAPER_LETTER),
                        test_longest_names_stay_on_the_paper);
  g_test_add_data_func ("/report/the-scores-of-a-lesion-are-on-the-a4-page", GINT_TO_POINTER (CALX_PAPER_A4),
                        test_the_scores_of_a_lesion_are_printed);
  g_test_add_data_func ("/report/the-scores-of-a-lesion-are-on-the-letter-page", GINT_TO_POINTER (CALX_PAPER_LETTER),
                        test_the_scores_of_a_lesion_are_printed);
  g_test_add_data_func ("/report/what-was-carried-says-so-on-the-a4-page", GINT_TO_POINTER (CALX_PAPER_A4),
                        test_what_was_carried_says_of_which_day);
  g_test_add_data_func ("/report/what-was-carried-says-so-on-the-letter-page", GINT_TO_POINTER (CALX_PAPER_LETTER),
                        test_what_was_carried_says_of_which_day);
  g_test_add_data_func ("/report/other-findings-are-on-the-a4-page", GINT_TO_POINTER (CALX_PAPER_A4),
                        test_other_findings_are_printed);
  g_test_add_data_func ("/report/other-findings-are-on-the-letter-page", GINT_TO_POINTER (CALX_PAPER_LETTER),
                        test_other_findings_are_printed);
  g_test_add_data_func ("/report/the-review-is-on-the-a4-page", GINT_TO_POINTER (CALX_PAPER_A4), test_the_review_is_printed);
  g_test_add_data_func ("/report/the-review-is-on-the-letter-page", GINT_TO_POINTER (CALX_PAPER_LETTER),
                        test_the_review_is_printed);
  g_test_add_func ("/report/without-lesions-the-points-stand-first", test_without_lesions_the_points_stand_first);
  g_test_add_func ("/report/the-clipboard-says-criteria-and-subtype", test_the_clipboard_says_criteria_and_subtype);
  g_test_add_func ("/report/equal-reports-are-equal-bytes", test_equal_reports_are_equal_bytes);
  g_test_add_func ("/report/the-metadata-holds-no-patient", test_metadata_holds_no_patient);
  g_test_add_func ("/report/the-clipboard-text-is-short-and-whole", test_clipboard_text_is_short_and_whole);
  status = g_test_run ();
  calx_knowledge_unref (knowledge);
  return status;
}
