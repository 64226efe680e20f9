/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-model-load.h"

#include <math.h>

#define MODEL_FORMAT "calx-model/1"
/* Beyond what any published odds ratio gives; keeps every exp() and every number of points finite. */
#define MAX_LOG_ODDS 100.0

typedef void (*LoadItem) (CalxRiskModel *self,
                          CalxReader    *reader,
                          JsonObject    *object,
                          const char    *path);

int
calx_model_find_setting (CalxRiskModel *self,
                         const char    *id)
{
  for (guint i = 0; i < self->settings->len; i++)
    if (g_str_equal (CALX_SETTING (self, i)->id, id))
      return (int) i;
  return -1;
}

int
calx_model_find_factor (CalxRiskModel *self,
                        const char    *id)
{
  for (guint i = 0; i < self->factors->len; i++)
    if (g_str_equal (CALX_FACTOR (self, i)->id, id))
      return (int) i;
  return -1;
}

char **
calx_model_load_sources (CalxRiskModel *self,
                         CalxReader    *reader,
                         JsonObject    *object,
                         const char    *path)
{
  char **ids = calx_reader_strings (reader, object, path, "sources");

  for (guint i = 0; ids[i] != NULL; i++)
    if (calx_sources_find (self->sources, ids[i]) == NULL)
      calx_reader_fail (reader, path, "sources", "no source is called '%s'", ids[i]);
  return ids;
}

static void
load_list (CalxRiskModel *self,
           CalxReader    *reader,
           JsonObject    *root,
           const char    *name,
           const char    *field,
           gboolean       may_be_empty,
           LoadItem       load_item)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonArray) array = calx_reader_array (reader, root, top, field);
  guint n = json_array_get_length (array);

  if (n == 0 && !may_be_empty)
    calx_reader_fail (reader, top, field, "must not be empty");
  for (guint i = 0; i < n && reader->error == NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s: %s[%u]", name, field, i);
      g_autoptr(JsonObject) object = calx_reader_as_object (reader,
                                                            json_array_get_element (array, i),
                                                            path);

      if (reader->error == NULL)
        load_item (self, reader, object, path);
    }
}

static void
load_rate (CalxReader  *reader,
           JsonObject  *object,
           const char  *path,
           CalxSetting *setting)
{
  g_autofree char *rate_path = g_strconcat (path, ".rate_per_1000_patient_years", NULL);
  g_autoptr(JsonObject) rate = calx_reader_object (reader, object, path,
                                                   "rate_per_1000_patient_years");

  setting->rate = calx_reader_number (reader, rate, rate_path, "value");
  setting->rate_low = calx_reader_number (reader, rate, rate_path, "low");
  setting->rate_high = calx_reader_number (reader, rate, rate_path, "high");
  if (!(setting->rate_low > 0.0))
    calx_reader_fail (reader, rate_path, "low", "must be above 0");
  else if (!(setting->rate_low <= setting->rate) || !(setting->rate <= setting->rate_high))
    calx_reader_fail (reader, rate_path, "value", "must lie between low and high");
  else if (!(setting->rate_high < 1000.0) || setting->rate_low < 1e-6)
    calx_reader_fail (reader, rate_path, "high", "must be possible per 1000 patients in a year");
}

static void
load_setting (CalxRiskModel *self,
              CalxReader    *reader,
              JsonObject    *object,
              const char    *path)
{
  CalxSetting setting = { 0 };

  setting.id = g_strdup (calx_reader_string (reader, object, path, "id"));
  setting.label = g_strdup (calx_reader_string (reader, object, path, "label"));
  setting.grade = g_strdup (calx_reader_string (reader, object, path, "grade"));
  setting.basis = g_strdup (calx_reader_string (reader, object, path, "basis"));
  setting.note = g_strdup (calx_reader_text (reader, object, path, "note"));
  setting.compare = calx_reader_boolean (reader, object, path, "compare");
  if (setting.compare || calx_reader_has (object, "ratio_sd"))
    setting.ratio_sd = calx_reader_number (reader, object, path, "ratio_sd");
  if (setting.ratio_sd < 0.0 || setting.ratio_sd > MAX_LOG_ODDS)
    calx_reader_fail (reader, path, "ratio_sd", "must not be negative, or huge");
  load_rate (reader, object, path, &setting);
  setting.sources = calx_model_load_sources (self, reader, object, path);
  if (calx_model_find_setting (self, setting.id) >= 0)
    calx_reader_fail (reader, path, "id", "'%s' is there twice", setting.id);
  else if (calx_input_find_choice (self->setting_input, setting.id) == NULL ||
           g_str_equal (setting.id, "none"))
    calx_reader_fail (reader, path, "id", "the input 'setting' has no choice '%s'", setting.id);
  g_array_append_val (self->settings, setting);
}

static void
load_factor (CalxRiskModel *self,
             CalxReader    *reader,
             JsonObject    *object,
             const char    *path)
{
  const char *id = calx_reader_string (reader, object, path, "id");

  if (calx_model_find_factor (self, id) >= 0)
    calx_reader_fail (reader, path, "id", "'%s' is there twice", id);
  calx_model_load_factor (self, reader, object, path);
}

static void
load_association (CalxRiskModel *self,
                  CalxReader    *reader,
                  JsonObject    *object,
                  const char    *path)
{
  const CalxRuleScope scope = { .inputs = self->inputs };
  g_autofree char *when_path = g_strconcat (path, ".when", NULL);
  CalxModelAssociation association = { 0 };

  association.id = g_strdup (calx_reader_string (reader, object, path, "id"));
  association.label = g_strdup (calx_reader_string (reader, object, path, "label"));
  association.sources = calx_model_load_sources (self, reader, object, path);
  association.already_in = calx_reader_strings_or_none (reader, object, path, "already_in");
  for (guint i = 0; association.already_in[i] != NULL; i++)
    if (calx_model_find_factor (self, association.already_in[i]) < 0)
      calx_reader_fail (reader, path, "already_in", "no factor is called '%s'",
                        association.already_in[i]);
  for (guint i = 0; i < self->associations->len; i++)
    if (g_str_equal (g_array_index (self->associations, CalxModelAssociation, i).id,
                     association.id))
      calx_reader_fail (reader, path, "id", "'%s' is there twice", association.id);
  if (!json_object_has_member (object, "when"))
    calx_reader_fail (reader, path, "when", "is missing");
  if (reader->error == NULL)
    association.when = calx_rule_new (json_object_get_member (object, "when"), when_path,
                                      &scope, &reader->error);
  g_array_append_val (self->associations, association);
}

static void
load_band (CalxRiskModel *self,
           CalxReader    *reader,
           JsonObject    *object,
           const char    *path)
{
  CalxBand band = { 0 };

  band.id = g_strdup (calx_reader_string (reader, object, path, "id"));
  band.label = g_strdup (calx_reader_string (reader, object, path, "label"));
  band.text = g_strdup (calx_reader_string (reader, object, path, "text"));
  band.from = calx_reader_number (reader, object, path, "from");
  if (self->bands->len == 0 && band.from != 0.0)
    calx_reader_fail (reader, path, "from", "the first band must begin at 0");
  else if (band.from < 0.0 || band.from > 1e6)
    calx_reader_fail (reader, path, "from", "must lie between 0 and 1000000");
  for (guint i = 0; i < self->bands->len; i++)
    {
      if (!(CALX_BAND (self, i)->from < band.from))
        calx_reader_fail (reader, path, "from", "bands must rise");
      if (g_str_equal (CALX_BAND (self, i)->id, band.id))
        calx_reader_fail (reader, path, "id", "'%s' is there twice", band.id);
    }
  if (g_str_equal (band.id, "lesions") || g_str_equal (band.id, "not_compared") ||
      g_str_equal (band.id, "not_applicable"))
    calx_reader_fail (reader, path, "id", "'%s' is not for a model to define", band.id);
  g_array_append_val (self->bands, band);
}

static void
load_always_named (CalxRiskModel *self,
                   CalxReader    *reader,
                   JsonObject    *object,
                   const char    *path)
{
  const CalxRuleScope scope = { .inputs = self->inputs };
  CalxAlwaysNamed named = { 0 };
  g_autoptr(JsonNode) node = json_node_init_object (json_node_alloc (), object);

  named.input = calx_inputs_find (self->inputs, calx_reader_string (reader, object, path, "input"));
  named.status = g_strdup (calx_reader_text (reader, object, path, "status"));
  named.op = g_strdup (calx_reader_text (reader, object, path, "op"));
  if (reader->error == NULL)
    named.rule = calx_rule_new (node, path, &scope, &reader->error);
  if (reader->error == NULL && *named.op != '\0')
    {
      const char *unit = calx_reader_text (reader, object, path, "unit");

      named.value = calx_reader_number (reader, object, path, "value");
      if (named.input->quantity != NULL && *unit != '\0')
        named.unit = calx_quantity_find_unit (named.input->quantity, unit);
    }
  g_array_append_val (self->always_named, named);
}

static void
load_not_scored (CalxRiskModel *self,
                 CalxReader    *reader,
                 JsonObject    *object,
                 const char    *path)
{
  CalxNotScored not_scored = { 0 };

  not_scored.id = g_strdup (calx_reader_string (reader, object, path, "id"));
  not_scored.reason = g_strdup (calx_reader_string (reader, object, path, "reason"));
  not_scored.sources = calx_model_load_sources (self, reader, object, path);
  g_array_append_val (self->not_scored, not_scored);
}

/* Texts and numbers that stand at the top of the file. */
static void
load_head (CalxRiskModel *self,
           CalxReader    *reader,
           JsonObject    *root,
           const char    *top)
{
  g_autofree char *validation_path = g_strconcat (top, " validation", NULL);
  g_autofree char *shrinkage_path = g_strconcat (top, " shrinkage", NULL);
  g_autoptr(JsonObject) validation = NULL;
  g_autoptr(JsonObject) shrinkage = NULL;

  if (!g_str_equal (calx_reader_string (reader, root, top, "format"), MODEL_FORMAT))
    calx_reader_fail (reader, top, "format", "must be '%s'", MODEL_FORMAT);
  validation = calx_reader_object (reader, root, top, "validation");
  shrinkage = calx_reader_object (reader, root, top, "shrinkage");
  self->id = g_strdup (calx_reader_string (reader, root, top, "id"));
  self->version = g_strdup (calx_reader_string (reader, root, top, "version"));
  self->date = g_strdup (calx_reader_string (reader, root, top, "date"));
  self->title = g_strdup (calx_reader_string (reader, root, top, "title"));
  self->outcome = g_strdup (calx_reader_string (reader, root, top, "outcome"));
  self->population = g_strdup (calx_reader_string (reader, root, top, "population"));
  self->not_for = calx_reader_strings (reader, root, top, "not_for");
  self->validation_status = g_strdup (calx_reader_string (reader, validation, validation_path,
                                                          "status"));
  self->validation_text = g_strdup (calx_reader_string (reader, validation, validation_path,
                                                        "text"));
  self->shrinkage_rule = g_strdup (calx_reader_string (reader, shrinkage, shrinkage_path, "rule"));
  self->shrinkage_status = g_strdup (calx_reader_string (reader, shrinkage, shrinkage_path,
                                                         "status"));
  self->reference_population = g_strdup (calx_reader_string (reader, root, top,
                                                             "reference_population"));
  self->every_band = g_strdup (calx_reader_string (reader, root, top, "every_band"));
  self->point_odds_ratio = calx_reader_number (reader, root, top, "point_odds_ratio");
  if (self->point_odds_ratio < 1.01 || self->point_odds_ratio > 100.0)
    calx_reader_fail (reader, top, "point_odds_ratio", "must be above 1 (1.01 to 100)");
  self->display_ratio_up_to = calx_reader_number (reader, root, top, "display_ratio_up_to");
  if (self->display_ratio_up_to <= 0.0 || self->display_ratio_up_to > 1e6)
    calx_reader_fail (reader, top, "display_ratio_up_to", "must be above 0");
}

static guint
load_setting_name (CalxRiskModel *self,
                   CalxReader    *reader,
                   JsonObject    *root,
                   const char    *top,
                   const char    *field)
{
  const char *id = calx_reader_string (reader, root, top, field);
  int index = calx_model_find_setting (self, id);

  if (index < 0)
    calx_reader_fail (reader, top, field, "no setting is called '%s'", id);
  return (guint) MAX (index, 0);
}

/* The inputs that the order of "Does it apply?" asks for, whatever the model. */
static void
find_inputs (CalxRiskModel *self,
             CalxReader    *reader,
             const char    *top)
{
  self->age_input = calx_inputs_find (self->inputs, "age");
  self->setting_input = calx_inputs_find (self->inputs, "setting");
  if (self->age_input == NULL || self->age_input->kind != CALX_INPUT_NUMBER)
    calx_reader_fail (reader, top, NULL, "the inputs have no number 'age'");
  if (self->setting_input == NULL || self->setting_input->kind != CALX_INPUT_CHOICE)
    calx_reader_fail (reader, top, NULL, "the inputs have no choice 'setting'");
}

/* Whatever the form offers, the model must know. */
static void
check_settings (CalxRiskModel *self,
                CalxReader    *reader,
                const char    *top)
{
  for (gsize i = 0; i < self->setting_input->n_choices; i++)
    {
      const char *id = self->setting_input->choices[i].id;

      if (!g_str_equal (id, "none") && calx_model_find_setting (self, id) < 0)
        calx_reader_fail (reader, top, "settings", "'%s' is missing", id);
    }
}

/* Contributions are bounded, so that every ratio is a finite number; then M is computed, once. */
static void
compute_mean (CalxRiskModel *self,
              CalxReader    *reader,
              const char    *top)
{
  double total = 0.0;

  for (guint i = 0; i < self->factors->len; i++)
    {
      double low;
      double high;

      calx_factor_get_extremes (CALX_FACTOR (self, i), &low, &high);
      total += fmax (fabs (low), fabs (high));
    }
  if (!(total <= MAX_LOG_ODDS))
    {
      calx_reader_fail (reader, top, "factors", "together larger than any published effect");
      return;
    }
  self->mean = 1.0;
  for (guint i = 0; i < self->factors->len; i++)
    self->mean *= calx_factor_get_mean (CALX_FACTOR (self, i));
  if (!isfinite (self->mean) || !(self->mean > 0.0))
    calx_reader_fail (reader, top, "factors", "the mean of the reference population is no number");
}

void
calx_model_load (CalxRiskModel *self,
                 CalxReader    *reader,
                 JsonNode      *root_node,
                 const char    *name)
{
  g_autofree char *top = g_strconcat (name, ":", NULL);
  g_autoptr(JsonObject) root = calx_reader_as_object (reader, root_node, name);

  load_head (self, reader, root, top);
  find_inputs (self, reader, top);
  if (reader->error != NULL)
    return;
  self->sources = calx_sources_load (reader, root, name);
  load_list (self, reader, root, name, "settings", FALSE, load_setting);
  if (reader->error != NULL)
    return;
  check_settings (self, reader, top);
  self->reference_setting = load_setting_name (self, reader, root, top, "reference_setting");
  self->points_zero_setting = load_setting_name (self, reader, root, top, "points_zero_setting");
  load_list (self, reader, root, name, "factors", FALSE, load_factor);
  load_list (self, reader, root, name, "associations", TRUE, load_association);
  load_list (self, reader, root, name, "bands", FALSE, load_band);
  load_list (self, reader, root, name, "always_named", TRUE, load_always_named);
  load_list (self, reader, root, name, "not_scored", TRUE, load_not_scored);
  if (reader->error == NULL)
    compute_mean (self, reader, top);
}
