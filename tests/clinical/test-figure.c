/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-figure.h"

#include <math.h>
#include <string.h>

#include "tables.h"

static CalxFigures *
load (const char  *text,
      GError     **error)
{
  g_autofree char *sources_text = tables_read ("sources.json");
  g_autoptr(GBytes) sources_json = g_bytes_new (sources_text, strlen (sources_text));
  g_autoptr(CalxSources) sources = calx_sources_new (sources_json, "sources.json", NULL);
  g_autoptr(GBytes) json = g_bytes_new (text, strlen (text));

  return calx_figures_new (json, "figures.json", sources, error);
}

static CalxFigures *
figures (void)
{
  static CalxFigures *loaded = NULL;

  if (loaded == NULL)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = tables_read ("figures.json");

      loaded = load (text, &error);
      g_assert_no_error (error);
    }
  return loaded;
}

static void
test_ids_go_both_ways (void)
{
  CalxFigure figure;

  for (guint i = 0; i < CALX_N_FIGURES; i++)
    {
      g_assert_true (calx_figure_from_id (calx_figure_to_id (i), &figure));
      g_assert_cmpuint (figure, ==, i);
    }
  g_assert_false (calx_figure_from_id ("", &figure));
  g_assert_false (calx_figure_from_id ("large", &figure));
  g_assert_cmpint (calx_figure_standard (CALX_SEX_MALE), ==, CALX_FIGURE_MAN);
  g_assert_cmpint (calx_figure_standard (CALX_SEX_FEMALE), ==, CALX_FIGURE_WOMAN);
  g_assert_cmpint (calx_figure_standard (CALX_SEX_UNKNOWN), ==, CALX_FIGURE_WOMAN);
}

static void
test_every_figure_has_a_stature (void)
{
  g_assert_cmpfloat (calx_figures_get_stature_mm (figures (), CALX_FIGURE_WOMAN), ==, 1619.0);
  g_assert_cmpfloat (calx_figures_get_stature_mm (figures (), CALX_FIGURE_MAN), ==, 1759.0);
  g_assert_cmpfloat (calx_figures_get_stature_mm (figures (), CALX_FIGURE_CHILD), ==, 1155.0);
  g_assert_cmpfloat (calx_figures_get_stature_mm (figures (), CALX_FIGURE_INFANT), ==, 667.0);
  for (guint i = 0; i < CALX_N_FIGURES; i++)
    g_assert_cmpstr (calx_figures_get_label (figures (), i), !=, "");
}

/* Both sides of each limit; and what is not known is an adult of ordinary build. */
static void
test_who_is_drawn_how (void)
{
  static const struct
  {
    CalxSex sex;
    double age_years, bmi;
    CalxFigure figure;
  } cases[] = {
    { CALX_SEX_FEMALE, 60, 29.9, CALX_FIGURE_WOMAN },      { CALX_SEX_FEMALE, 60, 30.0, CALX_FIGURE_WOMAN_LARGE },
    { CALX_SEX_MALE, 60, 29.9, CALX_FIGURE_MAN },          { CALX_SEX_MALE, 60, 30.0, CALX_FIGURE_MAN_LARGE },
    { CALX_SEX_MALE, 12, 18, CALX_FIGURE_MAN },            { CALX_SEX_MALE, 11, 18, CALX_FIGURE_CHILD },
    { CALX_SEX_FEMALE, 11, 35, CALX_FIGURE_CHILD },        { CALX_SEX_FEMALE, 2, 16, CALX_FIGURE_CHILD },
    { CALX_SEX_FEMALE, 1, 16, CALX_FIGURE_INFANT },        { CALX_SEX_UNKNOWN, 0, NAN, CALX_FIGURE_INFANT },
    { CALX_SEX_UNKNOWN, NAN, NAN, CALX_FIGURE_WOMAN },     { CALX_SEX_UNKNOWN, NAN, 41, CALX_FIGURE_WOMAN_LARGE },
    { CALX_SEX_MALE, NAN, NAN, CALX_FIGURE_MAN },          { CALX_SEX_MALE, NAN, 41, CALX_FIGURE_MAN_LARGE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (calx_figure_to_id (calx_figure_choose (figures (), cases[i].sex, cases[i].age_years, cases[i].bmi)),
                     ==, calx_figure_to_id (cases[i].figure));
}

static CalxFindings *
enter (CalxFindings *findings,
       const char   *input_id,
       const char   *text,
       const char   *unit)
{
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = text, .unit = unit };
  CalxFindings *with = calx_findings_with (findings, tables_input (input_id)->index, &finding);

  calx_findings_unref (findings);
  return with;
}

static void
test_a_patient_is_drawn_by_age_and_measures (void)
{
  const CalxDate today = { 2026, 11, 16 };
  g_autoptr(CalxPatient) patient = calx_patient_new ();
  g_autoptr(CalxFindings) findings = calx_findings_new (tables_inputs ());

  g_assert_cmpint (calx_figure_choose_for (figures (), NULL, findings, today), ==, CALX_FIGURE_WOMAN);
  patient->sex = CALX_SEX_MALE;
  g_assert_cmpint (calx_figure_choose_for (figures (), patient, findings, today), ==, CALX_FIGURE_MAN);
  g_assert_cmpfloat (calx_figure_get_scale_mm (figures (), CALX_FIGURE_MAN, findings), ==, 1759.0);
  g_assert_cmpfloat (calx_figure_get_scale_mm (figures (), CALX_FIGURE_MAN, NULL), ==, 1759.0);
  findings = enter (g_steal_pointer (&findings), "weight", "100", "kg");
  findings = enter (g_steal_pointer (&findings), "height", "1.7", "m");
  g_assert_cmpint (calx_figure_choose_for (figures (), patient, findings, today), ==, CALX_FIGURE_MAN_LARGE);
  g_assert_cmpfloat_with_epsilon (calx_figure_get_scale_mm (figures (), CALX_FIGURE_MAN_LARGE, findings), 1700.0, 1e-9);
  patient->born = (CalxDate){ 2025, 3, 0 };
  g_assert_cmpint (calx_figure_choose_for (figures (), patient, findings, today), ==, CALX_FIGURE_INFANT);
}

static void
test_faults_are_named (void)
{
  static const struct
  {
    const char *find, *put, *message;
  } cases[] = {
    { "\"stature_mm\": 1759, \"sources\": [\"fryar2016\"]", "\"stature_mm\": 1759, \"sources\": []", "*figures[1]*sources*" },
    { "\"stature_mm\": 1759", "\"stature_mm\": 0", "*figures[1]*stature_mm*must be above 0*" },
    { "\"id\": \"man\", \"label\": \"Man\"", "\"id\": \"woman\", \"label\": \"Man\"", "*figures[1]*is there twice*" },
    { "\"id\": \"infant\", \"label\": \"Infant\"", "\"id\": \"baby\", \"label\": \"Infant\"", "*there is no figure 'baby'*" },
    { "\"deonis2007\"", "\"nobody\"", "*no source is called 'nobody'*" },
    { "\"sex\": \"male\", \"bmi_from\"", "\"sex\": \"man\", \"bmi_from\"", "*rules[2]*sex*" },
    { "\"figure\": \"woman\", \"sources\"", "\"figure\": \"woman\", \"bmi_from\": 1, \"sources\"", "*rules*must hold for everyone*" },
  };
  g_autofree char *whole = tables_read ("figures.json");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GString) text = g_string_new (whole);
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (g_string_replace (text, cases[i].find, cases[i].put, 1), ==, 1);
      g_assert_null (load (text->str, &error));
      g_test_message ("%s", error->message);
      g_assert_true (g_pattern_match_simple (cases[i].message, error->message));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/ids-go-both-ways", test_ids_go_both_ways);
  g_test_add_func ("/figure/every-figure-has-a-stature", test_every_figure_has_a_stature);
  g_test_add_func ("/figure/who-is-drawn-how", test_who_is_drawn_how);
  g_test_add_func ("/figure/a-patient-is-drawn-by-age-and-measures", test_a_patient_is_drawn_by_age_and_measures);
  g_test_add_func ("/figure/faults-are-named", test_faults_are_named);
  return g_test_run ();
}
