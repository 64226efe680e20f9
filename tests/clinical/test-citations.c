/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-citations.h"

#include "score-fixture.h"

static void
test_the_assessment_keeps_its_numbers (void)
{
  g_autoptr(CalxAssessment) assessment = score_assess (WORKED_CASE);
  g_autoptr(CalxCitations) citations = calx_citations_new (score_knowledge ()->sources, assessment);
  guint n = assessment->source_ids->len;

  g_assert_cmpuint (n, >, 2);
  g_assert_cmpuint (calx_citations_get_n (citations), ==, n);
  for (guint i = 0; i < n; i++)
    {
      char *ids[] = { assessment->source_ids->pdata[i], NULL };
      g_autofree char *number = calx_citations_number (citations, ids);

      g_assert_cmpint (g_ascii_strtoll (number, NULL, 10), ==, i + 1);
      g_assert_cmpstr (calx_citations_get_cite (citations, i), ==, assessment->source_cites->pdata[i]);
    }
  g_assert_cmpuint (calx_citations_get_n (citations), ==, n);
}

static void
test_others_are_numbered_as_they_are_asked_for (void)
{
  CalxSources *sources = score_knowledge ()->sources;
  g_autoptr(CalxCitations) citations = calx_citations_new (sources, NULL);
  char *first = calx_sources_get (sources, 5)->id;
  char *second = calx_sources_get (sources, 2)->id;
  char *nobody = (char *) "no such source";
  g_autofree char *one = calx_citations_number (citations, (char *[]){ first, NULL });
  g_autofree char *two = calx_citations_number (citations, (char *[]){ second, first, nobody, NULL });
  g_autofree char *none = calx_citations_number (citations, (char *[]){ nobody, NULL });

  g_assert_cmpstr (one, ==, "1");
  g_assert_cmpstr (two, ==, "1, 2");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpuint (calx_citations_get_n (citations), ==, 2);
  g_assert_cmpstr (calx_citations_get_cite (citations, 1), ==, calx_sources_get (sources, 2)->cite);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/citations/the-assessment-keeps-its-numbers", test_the_assessment_keeps_its_numbers);
  g_test_add_func ("/citations/others-are-numbered-as-they-are-asked-for",
                   test_others_are_numbered_as_they_are_asked_for);
  return g_test_run ();
}
