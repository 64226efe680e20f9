/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What criteria and subtype rules say of every published patient: the case's own subtype, or what would
 * have to be known; and of no calciphylaxis anything else with certainty. */
#include <string.h>

#include "calx-format-review.h"
#include "case-fixture.h"
#include "score-fixture.h"

static CalxReview *
review_case (JsonObject *c)
{
  g_autoptr(CalxPatient) patient = case_new_patient (c, SCORE_DATE);
  g_autoptr(CalxSession) session = calx_session_new (score_knowledge ()->inputs, patient->uuid, SCORE_DATE);

  session = case_enter_findings (session, c);
  session = case_enter_lesions (session, c, score_knowledge ()->regions, NULL, NULL);
  return calx_review_new (score_knowledge (), session, patient, NULL);
}

static const CalxSuggestion *
find (CalxReview *review,
      const char *subtype_id)
{
  for (guint i = 0; i < review->subtypes->len; i++)
    {
      const CalxSuggestion *suggestion = review->subtypes->pdata[i];

      if (g_str_equal (suggestion->subtype->statement.id, subtype_id))
        return suggestion;
    }
  return NULL;
}

static void
fail_case (JsonObject *c,
           const char *subtype_id,
           const char *why)
{
  g_test_message ("%s: %s %s", json_object_get_string_member (c, "id"), subtype_id, why);
  g_test_fail ();
}

/* D01 is a control: severe hyperparathyroidism, and no lesions. */
static gboolean
is_control (JsonObject *c)
{
  return g_str_has_prefix (json_object_get_string_member (c, "subtype"), "none");
}

/* Suggested, or what would have to be known is named. */
static void
check_own_subtype (JsonObject *c,
                   CalxReview *review)
{
  const char *own = json_object_get_string_member (c, "subtype");
  const CalxSuggestion *suggestion = find (review, own);
  g_autofree char *missing = NULL;

  if (suggestion == NULL)
    {
      fail_case (c, own, "is ruled out");
      return;
    }
  if (suggestion->certainty != CALX_SUGGESTION_CANNOT_TELL)
    return;
  missing = calx_format_missing (suggestion->decided->used, review, 3);
  if (*missing == '\0')
    fail_case (c, own, "cannot be told, and nothing is missing");
}

static void
check_others (JsonObject *c,
              CalxReview *review)
{
  const char *own = json_object_get_string_member (c, "subtype");

  for (guint i = 0; i < review->subtypes->len; i++)
    {
      const CalxSuggestion *suggestion = review->subtypes->pdata[i];
      const char *id = suggestion->subtype->statement.id;

      if (suggestion->certainty == CALX_SUGGESTION_SUGGESTED && !g_str_equal (id, own))
        fail_case (c, id, "is suggested, and is not what it was");
      if (suggestion->certainty == CALX_SUGGESTION_POSSIBLE && is_control (c))
        fail_case (c, id, "is possible of a control");
    }
}

/* Nothing of a tier without the table's population, and what is not met is met by nobody else. */
static void
check_criteria (JsonObject *c,
                CalxReview *review)
{
  for (guint i = 0; i < review->criteria->len; i++)
    {
      const CalxCriteriaResult *result = review->criteria->pdata[i];
      g_autofree char *said = calx_format_criteria (result, review);

      g_test_message ("%s: %s", json_object_get_string_member (c, "id"), said);
      if (result->applies->result != CALX_RULE_MET && calx_criteria_result_get_tier (result) != NULL)
        fail_case (c, result->set->statement.id, "has a tier and does not apply");
      g_assert_cmpuint (result->clauses->len, ==, result->set->clauses->len);
    }
}

static void
for_each_case (void (*check) (JsonObject *, CalxReview *))
{
  g_autoptr(JsonNode) root = cases_read ();
  JsonArray *cases;

  if (root == NULL)
    return;
  cases = json_object_get_array_member (json_node_get_object (root), "cases");
  g_assert_cmpuint (json_array_get_length (cases), ==, 62);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *c = json_array_get_object_element (cases, i);
      g_autoptr(CalxReview) review = review_case (c);

      check (c, review);
    }
}

static void
check_subtype (JsonObject *c,
               CalxReview *review)
{
  if (!is_control (c))
    check_own_subtype (c, review);
  check_others (c, review);
}

static void
test_subtypes (void)
{
  for_each_case (check_subtype);
}

static void
test_criteria (void)
{
  for_each_case (check_criteria);
}

static guint n_own;

static void
count_own (JsonObject *c,
           CalxReview *review)
{
  const CalxSuggestion *own = find (review, json_object_get_string_member (c, "subtype"));

  n_own += own != NULL && own->certainty != CALX_SUGGESTION_CANNOT_TELL;
}

/* The cases report little, and pain hardly ever: so many say enough. */
static void
test_some_are_told (void)
{
  n_own = 0;
  for_each_case (count_own);
  if (n_own > 0)
    g_assert_cmpuint (n_own, ==, 17);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/published-cases/subtypes", test_subtypes);
  g_test_add_func ("/published-cases/criteria", test_criteria);
  g_test_add_func ("/published-cases/some-are-told", test_some_are_told);
  return g_test_run ();
}
