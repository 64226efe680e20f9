/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every published patient is entered, saved, reopened and printed. What was entered comes back
 * unchanged, what the case does not report stays unknown, and what no input takes stands in the
 * session's note word for word. */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

#include "calx-format.h"
#include "calx-report.h"
#include "calx-store-patient.h"
#include "calx-store-session.h"

/* What a member of a case is entered as. */
typedef struct
{
  const char *member;
  const char *input_id;
  const char *unit; /* of numbers, as the cases print them */
} Field;

static const Field fields[] = {
  { "bmi_kg_m2", "bmi", "kg/m2" },
  { "weight_kg", "weight", "kg" },
  { "diabetes", "diabetes", NULL },
  { "total_calcium_mg_dl", "calcium_total", "mg/dL" },
  { "corrected_calcium_mg_dl", "calcium_corrected", "mg/dL" },
  { "phosphate_mg_dl", "phosphate", "mg/dL" },
  { "phosphate_status", "phosphate", NULL },
  { "calcium_status", "calcium_total", NULL },
  { "pth_pg_ml", "pth", "pg/mL" },
  { "pth_status", "pth", NULL },
  { "albumin_g_dl", "albumin", "g/dL" },
  { "alp_u_l", "alkaline_phosphatase", "U/L" },
  { "ionized_calcium_mmol_l", "calcium_ionized", "mmol/L" },
  { "creatinine_mg_dl", "creatinine", "mg/dL" },
  { "egfr_ml_min_1_73m2", "egfr", "mL/min/{1.73_m2}" },
  { "vitamin_d_25oh_ng_ml", "vitamin_d_25oh", "ng/mL" },
  { "crp_mg_l", "crp", "mg/L" },
  { "hba1c_percent", "hba1c", "%" },
  { "local_trauma_or_injection", "skin_trauma", NULL },
};

/* Words of a case that say yes to an input. They stand in the note as well: they say more than yes. */
static const struct
{
  const char *member;
  const char *says; /* part of it; "" for whatever it says */
  const char *input_id;
  const char *answer;
} words[] = {
  { "vitamin_k_antagonist", "fluindione", "vitamin_k_antagonist", "yes" },
  { "vitamin_k_antagonist", "acenocoumarol", "vitamin_k_antagonist", "yes" },
  { "corticosteroid", "", "corticosteroid", "yes" },
  { "vitamin_d_analog", "", "vitamin_d", "yes" },
  { "insulin", "yes", "subcutaneous_injections", "yes" },
  { "kidney_transplant", "yes", "exposure_organ_transplant", "yes" },
  { "liver_disease", "alcoholic", "liver_disease", "yes" },
  { "liver_disease", "liver transplant", "exposure_organ_transplant", "yes" },
  { "autoimmune_disease", "sarcoidosis", "sarcoidosis", "yes" },
  { "autoimmune_disease", "granulomatosis with polyangiitis", "autoimmune_disease", "yes" },
  { "autoimmune_disease", "Graves disease", "autoimmune_disease", "yes" },
  { "autoimmune_disease", "rheumatoid arthritis", "rheumatoid_arthritis", "yes" },
  { "malignancy", "", "malignancy", "yes" },
  { "malignancy", "metastatic", "metastatic_cancer", "yes" },
  { "thrombophilia", "lupus anticoagulant positive", "lupus_anticoagulant", "yes" },
  { "biopsy", "positive", "biopsy_result", "positive" },
  { "notes", "calcium gluconate infusion", "exposure_calcium_gluconate", "yes" },
  { "notes", "nadroparin-calcium injections", "exposure_injection_site", "yes" },
  { "notes", "primary hyperparathyroidism", "primary_hyperparathyroidism", "yes" },
  { "notes", "tertiary hyperparathyroidism", "hyperparathyroidism_tertiary", "yes" },
  { "notes", "adynamic bone", "adynamic_bone", "yes" },
  { "notes", "tacrolimus", "immunosuppressant", "yes" },
};

/* Identity and provenance: not entered as findings. */
static const char *const identity[] = { "id", "age_years", "sex", "region_ids_proposed", NULL };

typedef struct
{
  CalxKnowledge *knowledge;
  CalxBody      *body[3];
  CalxStore     *store;
  char          *folder;
  JsonNode      *cases;
  guint          n_said[G_N_ELEMENTS (words)];
} Fixture;

static void
set_up (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *database = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();

  path = g_build_filename (g_getenv ("CALX_SHARED"), "clinical", "cases.json", NULL);
  f->knowledge = calx_knowledge_load (NULL, &error);
  g_assert_no_error (error);
  for (int sex = 0; sex < 3; sex++)
    {
      f->body[sex] = calx_body_load (sex, f->knowledge->regions, &error);
      g_assert_no_error (error);
    }
  f->folder = g_dir_make_tmp ("calx-cases-XXXXXX", &error);
  g_assert_no_error (error);
  database = g_build_filename (f->folder, "cases.calx", NULL);
  f->store = calx_store_open (database, CALX_STORE_CREATE, f->knowledge, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (json_parser_load_from_file (parser, path, &error));
  g_assert_no_error (error);
  f->cases = json_parser_steal_root (parser);
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

/* A scalar of the case as people would type it; NULL where nothing is reported. */
static char *
as_typed (JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", json_array_get_string_element (array, i));
      return text->len > 0 ? g_strdup (text->str) : NULL;
    }
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return g_strdup (json_node_get_string (node));
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "yes" : "no");
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    default:
      {
        char buffer[G_ASCII_DTOSTR_BUF_SIZE];

        return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", json_node_get_double (node)));
      }
    }
}

/* The finding for a text, or FALSE where the input does not take it. */
static gboolean
to_finding (const CalxInput *input, const Field *field, const char *text, CalxFinding *ret_finding)
{
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = text, .unit = g_intern_string (field->unit) };
  g_autofree char *message = NULL;

  if (input->kind == CALX_INPUT_BOOLEAN)
    finding.state = g_str_equal (text, "no") ? CALX_FINDING_ABSENT : CALX_FINDING_VALUE;
  else if (g_str_has_suffix (field->member, "_status"))
    {
      if (g_str_equal (text, "normal"))
        finding.state = CALX_FINDING_NORMAL;
      else if (g_str_equal (text, "high"))
        finding.state = CALX_FINDING_HIGH;
      else if (g_str_equal (text, "low"))
        finding.state = CALX_FINDING_LOW;
      else
        return FALSE;
    }
  if (finding.state != CALX_FINDING_VALUE)
    finding.text = finding.unit = NULL;
  *ret_finding = finding;
  return calx_finding_check (&finding, input, CALX_DATE_NONE, &message) != CALX_FINDING_ERROR;
}

static const char *
setting_of (JsonObject *c)
{
  const char *modality = json_object_get_string_member_with_default (c, "dialysis_modality", "");
  const char *status = json_object_get_string_member_with_default (c, "ckd_stage_or_status", "");

  if (g_str_equal (modality, "HD"))
    return "hemodialysis";
  if (g_str_equal (modality, "PD"))
    return "peritoneal";
  if (g_str_equal (status, "no kidney failure") || g_str_equal (status, "CKD 3")
      || g_str_has_prefix (status, "acute kidney injury"))
    return "none";
  if (g_strrstr (status, "transplant") != NULL)
    return "transplant";
  if (g_str_equal (status, "CKD 5") || g_str_equal (status, "CKD G4A3") || g_str_equal (status, "pre-dialysis ESRD"))
    return "ckd";
  return NULL; /* on dialysis of a kind that is not reported: unknown */
}

static CalxSession *
replace (CalxSession *session, CalxSession *next)
{
  calx_session_unref (session);
  return next;
}

static CalxSession *
enter_lesions (Fixture *f, CalxSession *session, CalxBody *body, JsonArray *ids)
{
  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      const CalxRegion *region = calx_regions_find (f->knowledge->regions, json_array_get_string_element (ids, i));
      CalxView view = CALX_VIEW_ANTERIOR;
      double x, y;

      g_assert_nonnull (region);
      if (!region->in_view[view])
        view = CALX_VIEW_POSTERIOR;
      g_assert_true (calx_body_get_region_centre (body, view, region, &x, &y));
      g_assert_true (calx_body_hit (body, view, x, y, 0) == region);
      {
        g_autoptr (CalxLesion) lesion = calx_lesion_new ((int) i + 1, view, x, y, region->id);

        session = replace (session, calx_session_with_lesion (session, lesion));
      }
    }
  return session;
}

static CalxSession *
enter_answer (Fixture *f, CalxSession *session, const char *input_id, const char *answer)
{
  const CalxInput *input = calx_inputs_find (f->knowledge->inputs, input_id);
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = answer };
  g_autofree char *message = NULL;

  g_assert_nonnull (input);
  g_assert_cmpint (calx_finding_check (&finding, input, CALX_DATE_NONE, &message), ==, CALX_FINDING_OK);
  return replace (session, calx_session_with_finding (session, input->index, &finding));
}

static CalxSession *
enter_words (Fixture *f, CalxSession *session, const char *member, const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].member, member) && strstr (text, words[i].says) != NULL)
      {
        session = enter_answer (f, session, words[i].input_id, words[i].answer);
        f->n_said[i]++;
      }
  return session;
}

/* Which of the two is a matter of age; the report does not say it. */
static CalxSession *
enter_dermatomyositis (Fixture *f, CalxSession *session, JsonObject *c)
{
  const char *disease = json_object_get_string_member_with_default (c, "autoimmune_disease", "");
  gboolean adult = json_object_get_double_member_with_default (c, "age_years", 0) >= 18;

  if (strstr (disease, "dermatomyositis") == NULL)
    return session;
  return enter_answer (f, session, adult ? "dermatomyositis" : "dermatomyositis_juvenile", "yes");
}

/* Whole months before the session, so that the years on dialysis count. */
static CalxSession *
enter_vintage (Fixture *f, CalxSession *session, JsonObject *c)
{
  JsonNode *node = json_object_get_member (c, "dialysis_vintage_months");
  g_autofree char *start = NULL;
  int months;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return session;
  months = 2026 * 12 + 10 - (int) json_node_get_int (node);
  start = g_strdup_printf ("%04d-%02d", months / 12, months % 12 + 1);
  return enter_answer (f, session, "dialysis_start", start);
}

static CalxSession *
enter_findings (Fixture *f, CalxSession *session, JsonObject *c)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GList) members = json_object_get_members (c);
  const char *setting = setting_of (c);

  if (setting != NULL)
    {
      CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = setting };

      session = replace (session, calx_session_with_finding (session, calx_inputs_find (f->knowledge->inputs, "setting")->index,
                                                             &finding));
    }
  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *text = as_typed (json_object_get_member (c, l->data));
      gboolean taken = text == NULL || g_strv_contains (identity, l->data);

      for (gsize i = 0; !taken && i < G_N_ELEMENTS (fields); i++)
        {
          const CalxInput *input = calx_inputs_find (f->knowledge->inputs, fields[i].input_id);
          CalxFinding finding;

          g_assert_nonnull (input);
          if (!g_str_equal (fields[i].member, l->data) || !to_finding (input, &fields[i], text, &finding)
              || calx_findings_get (calx_session_get_findings (session), input->index)->state != CALX_FINDING_UNKNOWN)
            continue;
          session = replace (session, calx_session_with_finding (session, input->index, &finding));
          taken = TRUE;
        }
      if (!taken)
        session = enter_words (f, session, l->data, text);
      if (!taken)
        g_string_append_printf (note, "%s: %s\n", (char *) l->data, text);
    }
  session = enter_dermatomyositis (f, session, c);
  session = enter_vintage (f, session, c);
  return replace (session, calx_session_with_note (session, note->str));
}

static CalxPatient *
enter_patient (Fixture *f, JsonObject *c, CalxDate today)
{
  g_autoptr (CalxPatient) patient = calx_patient_new ();
  g_autoptr (GError) error = NULL;
  CalxPatient *saved = NULL;
  const char *sex = json_object_get_string_member_with_default (c, "sex", "");
  g_autofree char *age = as_typed (json_object_get_member (c, "age_years"));

  calx_patient_set (&patient->family_name, "Published");
  calx_patient_set (&patient->given_name, json_object_get_string_member (c, "id"));
  calx_patient_set (&patient->record_number, json_object_get_string_member (c, "id"));
  patient->sex = g_str_equal (sex, "F") ? CALX_SEX_FEMALE : g_str_equal (sex, "M") ? CALX_SEX_MALE : CALX_SEX_UNKNOWN;
  calx_patient_set (&patient->age_text, age);
  calx_patient_set (&patient->age_unit, "a");
  patient->age_on = today;
  saved = calx_store_save_patient (f->store, patient, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (saved->age_text, ==, age);
  return saved;
}

static void
print (Fixture *f, const CalxPatient *patient, CalxStoredSession *stored)
{
  g_autoptr (CalxReport) report
    = calx_report_new (patient, stored->session, stored->assessment, f->body[patient->sex]);
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

  session = enter_findings (f, session, c);
  session = enter_lesions (f, session, f->body[patient->sex], json_object_get_array_member (c, "region_ids_proposed"));
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

  if (g_getenv ("CALX_SHARED") == NULL || !g_file_test (g_getenv ("CALX_SHARED"), G_FILE_TEST_IS_DIR))
    {
      g_test_skip ("the published cases are not on this machine");
      return;
    }
  set_up (&f);
  cases = json_object_get_array_member (json_node_get_object (f.cases), "cases");
  g_assert_cmpuint (json_array_get_length (cases), ==, 62);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *c = json_array_get_object_element (cases, i);

      g_test_message ("%s", json_object_get_string_member (c, "id"));
      test_case (&f, c);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (f.n_said[i] == 0)
      g_error ("no case says “%s” of its %s", words[i].says, words[i].member);
  tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases/every-published-patient-is-entered-saved-reopened-and-printed", test_every_published_case);
  return g_test_run ();
}
