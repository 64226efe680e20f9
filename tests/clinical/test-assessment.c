/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "calx-json.h"
#include "score-fixture.h"

static const char *const cases[] = {
  "lesions=no", "diabetes=?; insulin_injections_per_day=4", "setting=none", "age=?; setting=?",
  "lesions=yes", "setting=ckd; phosphate=6 mg/dL @2026-01-01", "setting=peritoneal; mechanical_valve=yes",
};

static void
test_a_stored_record_reads_back_the_same (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, cases[i]);
      g_autoptr(JsonNode) node = calx_assessment_to_json (a);
      g_autofree char *text = calx_json_to_canonical (node);
      g_autoptr(GError) error = NULL;
      g_autoptr(JsonNode) again = calx_json_parse (text, "record", &error);
      g_autoptr(CalxAssessment) b = calx_assessment_from_json (again, &error);
      g_autoptr(JsonNode) node_again = NULL;
      g_autofree char *text_again = NULL;

      g_assert_no_error (error);
      node_again = calx_assessment_to_json (b);
      text_again = calx_json_to_canonical (node_again);
      g_assert_cmpstr (text, ==, text_again);
      g_assert_cmpmem (&a->ratio_min, sizeof (double), &b->ratio_min, sizeof (double));
      g_assert_cmpmem (&a->lp_max, sizeof (double), &b->lp_max, sizeof (double));
      g_assert_cmpuint (a->contributions->len, ==, b->contributions->len);
    }
}

static void
test_the_same_findings_give_the_same_bytes (void)
{
  g_autoptr(CalxAssessment) a = score_assess (WORKED_CASE);
  g_autoptr(CalxAssessment) b = score_assess (WORKED_CASE);
  g_autoptr(JsonNode) first = calx_assessment_to_json (a);
  g_autoptr(JsonNode) second = calx_assessment_to_json (b);
  g_autofree char *first_text = calx_json_to_canonical (first);
  g_autofree char *second_text = calx_json_to_canonical (second);

  g_assert_cmpstr (first_text, ==, second_text);
}

static void
test_every_missing_field_is_named (void)
{
  g_autoptr(CalxAssessment) a = score_assess_with (WORKED_CASE, "diabetes=?");
  g_autoptr(JsonNode) node = calx_assessment_to_json (a);
  g_autoptr(GList) names = json_object_get_members (json_node_get_object (node));

  g_assert_nonnull (names);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autoptr(JsonNode) cut = calx_assessment_to_json (a);
      g_autoptr(GError) error = NULL;

      json_object_remove_member (json_node_get_object (cut), l->data);
      g_assert_null (calx_assessment_from_json (cut, &error));
      g_assert_error (error, CALX_DATA_ERROR, CALX_DATA_ERROR_FIELD);
      g_assert_nonnull (strstr (error->message, l->data));
    }
}

static void
test_damaged_records_are_refused (void)
{
  static const char *const texts[][2] = {
    { "[]", "must be an object" },
    { "{}", "format" },
    { "{\"format\":\"calx-assessment/9\"}", "format" },
  };
  g_autoptr(CalxAssessment) a = score_assess (WORKED_CASE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(JsonNode) node = calx_json_parse (texts[i][0], "record", NULL);
      g_autoptr(GError) error = NULL;

      g_assert_null (calx_assessment_from_json (node, &error));
      g_assert_nonnull (strstr (error->message, texts[i][1]));
    }
  for (int kind = -1; kind <= 5; kind++)
    {
      g_autoptr(JsonNode) node = calx_assessment_to_json (a);
      g_autoptr(GError) error = NULL;
      g_autoptr(CalxAssessment) b = NULL;

      json_object_set_int_member (json_node_get_object (node), "kind", kind);
      b = calx_assessment_from_json (node, &error);
      g_assert_true ((b != NULL) == (kind >= 0 && kind <= CALX_ASSESSMENT_NOT_COMPARED));
    }
}

static void
test_sources_are_numbered_in_order_of_mention (void)
{
  g_autoptr(CalxAssessment) a = score_assess (WORKED_CASE);

  g_assert_cmpuint (calx_assessment_get_source_number (a, "floege2015"), ==, 1);
  g_assert_cmpuint (calx_assessment_get_source_number (a, "nobody"), ==, 0);
  g_assert_cmpuint (a->source_ids->len, ==, a->source_cites->len);
  for (guint i = 0; i < a->contributions->len; i++)
    {
      const CalxContribution *c = &g_array_index (a->contributions, CalxContribution, i);

      for (guint j = 0; c->sources[j] != NULL; j++)
        g_assert_cmpuint (calx_assessment_get_source_number (a, c->sources[j]), >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assessment/a-stored-record-reads-back-the-same",
                   test_a_stored_record_reads_back_the_same);
  g_test_add_func ("/assessment/the-same-findings-give-the-same-bytes",
                   test_the_same_findings_give_the_same_bytes);
  g_test_add_func ("/assessment/every-missing-field-is-named", test_every_missing_field_is_named);
  g_test_add_func ("/assessment/damaged-records-are-refused", test_damaged_records_are_refused);
  g_test_add_func ("/assessment/sources-are-numbered-in-order-of-mention",
                   test_sources_are_numbered_in_order_of_mention);
  return g_test_run ();
}
