/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-fixture.h"

#include <string.h>

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

/* Words of a case that say an answer. They stand in the note as well: they say more than that. */
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
static guint n_said[G_N_ELEMENTS (words)];

typedef struct
{
  const char    *text;
  CalxLesionType type;
} TypeWord;

static const TypeWord type_words[] = {
  { "ulcer", CALX_LESION_TYPE_ULCER },
  { "necrotic ulcer", CALX_LESION_TYPE_ULCER },
  { "eschar", CALX_LESION_TYPE_ESCHAR },
  { "necrosis", CALX_LESION_TYPE_ESCHAR },
  { "dry necrosis", CALX_LESION_TYPE_ESCHAR },
  { "gangrene", CALX_LESION_TYPE_ESCHAR },
  { "dry gangrene", CALX_LESION_TYPE_ESCHAR },
  { "nodule", CALX_LESION_TYPE_NODULE },
  { "subepidermal calcified nodule", CALX_LESION_TYPE_NODULE },
  { "subcutaneous nodule", CALX_LESION_TYPE_SUBCUTANEOUS_NODULE },
  { "plaque", CALX_LESION_TYPE_PLAQUE },
  { "ulcerated plaque", CALX_LESION_TYPE_PLAQUE },
  { "indurated plaque", CALX_LESION_TYPE_PLAQUE },
  { "chalky discharge", CALX_LESION_TYPE_CHALKY_DISCHARGE },
};

/* Identity and provenance: not entered as findings. */
static const char *const identity[] = { "id", "age_years", "sex", "region_ids_proposed", NULL };

JsonNode *
cases_read (void)
{
  const char *shared = g_getenv ("CALX_SHARED");
  g_autofree char *path = shared == NULL ? NULL : g_build_filename (shared, "clinical", "cases.json", NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the published cases are not on this machine");
      return NULL;
    }
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_parser_steal_root (parser);
}

static char *
join (JsonArray *array)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", json_array_get_string_element (array, i));
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
case_as_typed (JsonNode *node)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return join (json_node_get_array (node));
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return g_strdup (json_node_get_string (node));
    case G_TYPE_BOOLEAN:
      return g_strdup (json_node_get_boolean (node) ? "yes" : "no");
    case G_TYPE_INT64:
      return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
    default:
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", json_node_get_double (node)));
    }
}

CalxPatient *
case_new_patient (JsonObject *c,
                  CalxDate    on)
{
  CalxPatient *patient = calx_patient_new ();
  const char *sex = json_object_get_string_member_with_default (c, "sex", "");
  g_autofree char *age = case_as_typed (json_object_get_member (c, "age_years"));

  calx_patient_set (&patient->family_name, "Published");
  calx_patient_set (&patient->given_name, json_object_get_string_member (c, "id"));
  calx_patient_set (&patient->record_number, json_object_get_string_member (c, "id"));
  patient->sex = g_str_equal (sex, "F")   ? CALX_SEX_FEMALE
                 : g_str_equal (sex, "M") ? CALX_SEX_MALE
                                          : CALX_SEX_UNKNOWN;
  calx_patient_set (&patient->age_text, age);
  calx_patient_set (&patient->age_unit, "a");
  patient->age_on = on;
  return patient;
}

/* The finding for a text, or FALSE where the input does not take it. */
static gboolean
to_finding (const CalxInput *input,
            const Field     *field,
            const char      *text,
            CalxFinding     *ret_finding)
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
get_setting (JsonObject *c)
{
  const char *modality = json_object_get_string_member_with_default (c, "dialysis_modality", "");
  const char *status = json_object_get_string_member_with_default (c, "ckd_stage_or_status", "");

  if (g_str_equal (modality, "HD"))
    return "hemodialysis";
  if (g_str_equal (modality, "PD"))
    return "peritoneal";
  if (g_str_equal (status, "no kidney failure") || g_str_equal (status, "CKD 3") ||
      g_str_has_prefix (status, "acute kidney injury"))
    return "none";
  if (g_strrstr (status, "transplant") != NULL)
    return "transplant";
  if (g_str_equal (status, "CKD 5") || g_str_equal (status, "CKD G4A3") ||
      g_str_equal (status, "pre-dialysis ESRD"))
    return "ckd";
  return NULL; /* on dialysis of a kind that is not reported: unknown */
}

static CalxSession *
take (CalxSession *session,
      CalxSession *next)
{
  calx_session_unref (session);
  return next;
}

static const CalxInput *
find_input (CalxSession *session,
            const char  *id)
{
  CalxInputs *inputs = calx_findings_get_inputs (calx_session_get_findings (session));
  const CalxInput *input = calx_inputs_find (inputs, id);

  g_assert_nonnull (input);
  return input;
}

static CalxSession *
enter_answer (CalxSession *session,
              const char  *input_id,
              const char  *answer)
{
  const CalxInput *input = find_input (session, input_id);
  CalxFinding finding = { .state = CALX_FINDING_VALUE, .text = answer };
  g_autofree char *message = NULL;

  g_assert_cmpint (calx_finding_check (&finding, input, CALX_DATE_NONE, &message), ==, CALX_FINDING_OK);
  return take (session, calx_session_with_finding (session, input->index, &finding));
}

/* TRUE where an input took the member whole. */
static gboolean
enter_field (CalxSession **session,
             const char   *member,
             const char   *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const CalxInput *input = find_input (*session, fields[i].input_id);
      CalxFinding finding;

      if (!g_str_equal (fields[i].member, member) || !to_finding (input, &fields[i], text, &finding) ||
          calx_findings_get (calx_session_get_findings (*session), input->index)->state !=
            CALX_FINDING_UNKNOWN)
        continue;
      *session = take (*session, calx_session_with_finding (*session, input->index, &finding));
      return TRUE;
    }
  return FALSE;
}

static void
enter_words (CalxSession **session,
             const char   *member,
             const char   *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].member, member) && strstr (text, words[i].says) != NULL)
      {
        *session = enter_answer (*session, words[i].input_id, words[i].answer);
        n_said[i]++;
      }
}

void
cases_check_words (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (n_said[i] == 0)
      g_error ("no case says “%s” of its %s", words[i].says, words[i].member);
}

/* Which of the two is a matter of age; the report does not say it. */
static CalxSession *
enter_dermatomyositis (CalxSession *session,
                       JsonObject  *c)
{
  const char *disease = json_object_get_string_member_with_default (c, "autoimmune_disease", "");
  gboolean adult = json_object_get_double_member_with_default (c, "age_years", 0) >= 18;

  if (strstr (disease, "dermatomyositis") == NULL)
    return session;
  return enter_answer (session, adult ? "dermatomyositis" : "dermatomyositis_juvenile", "yes");
}

/* Whole months before the session, so that the years on dialysis count. */
static CalxSession *
enter_vintage (CalxSession *session,
               JsonObject  *c)
{
  JsonNode *node = json_object_get_member (c, "dialysis_vintage_months");
  CalxDate date = calx_session_get_date (session);
  g_autofree char *start = NULL;
  int months;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return session;
  months = date.year * 12 + date.month - 1 - (int) json_node_get_int (node);
  start = g_strdup_printf ("%04d-%02d", months / 12, months % 12 + 1);
  return enter_answer (session, "dialysis_start", start);
}

CalxSession *
case_enter_findings (CalxSession *session,
                     JsonObject  *c)
{
  g_autoptr(GString) note = g_string_new (NULL);
  g_autoptr(GList) members = json_object_get_members (c);
  const char *setting = get_setting (c);

  if (setting != NULL)
    session = enter_answer (session, "setting", setting);
  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *text = case_as_typed (json_object_get_member (c, l->data));

      if (text == NULL || g_strv_contains (identity, l->data) || enter_field (&session, l->data, text))
        continue;
      enter_words (&session, l->data, text);
      g_string_append_printf (note, "%s: %s\n", (char *) l->data, text);
    }
  session = enter_dermatomyositis (session, c);
  session = enter_vintage (session, c);
  return take (session, calx_session_with_note (session, note->str));
}

/* The case's types in turn, since it does not say which is where. */
static CalxLesionType
get_type (JsonArray *types,
          guint      index)
{
  guint n = json_array_get_length (types);
  const char *text = n == 0 ? "" : json_array_get_string_element (types, index % n);

  for (gsize i = 0; i < G_N_ELEMENTS (type_words); i++)
    if (g_str_equal (type_words[i].text, text))
      return type_words[i].type;
  return CALX_LESION_TYPE_UNKNOWN;
}

CalxSession *
case_enter_lesions (CalxSession *session,
                    JsonObject  *c,
                    CalxRegions *regions,
                    CasePlace    place,
                    gpointer     data)
{
  JsonArray *ids = json_object_get_array_member (c, "region_ids_proposed");
  JsonArray *types = json_object_get_array_member (c, "lesion_types");

  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      const CalxRegion *region = calx_regions_find (regions, json_array_get_string_element (ids, i));
      CalxView view = CALX_VIEW_ANTERIOR;
      double x = 0.0;
      double y = 0.5;
      g_autoptr(CalxLesion) lesion = NULL;

      g_assert_nonnull (region);
      if (place != NULL)
        place (region, data, &view, &x, &y);
      lesion = calx_lesion_new ((int) i + 1, view, x, y, region->id);
      lesion->type = get_type (types, i);
      session = take (session, calx_session_with_lesion (session, lesion));
    }
  return session;
}
