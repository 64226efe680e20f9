/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-risk-model.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "calx-json.h"
#include "calx-model-load.h"

static void
clear_setting (gpointer data)
{
  CalxSetting *setting = data;

  g_free (setting->id);
  g_free (setting->label);
  g_free (setting->grade);
  g_free (setting->basis);
  g_free (setting->note);
  g_strfreev (setting->sources);
}

static void
clear_factor (gpointer data)
{
  CalxFactor *factor = data;

  g_free (factor->id);
  g_free (factor->label);
  g_free (factor->grade);
  g_free (factor->basis);
  g_free (factor->caution);
  g_free (factor->option);
  g_free (factor->at_least);
  g_free (factor->true_when);
  g_free (factor->levels);
  for (gsize i = 0; i < factor->n_published; i++)
    {
      g_free (factor->published[i].text);
      g_free (factor->published[i].source);
    }
  g_free (factor->published);
  g_strfreev (factor->target_settings);
  g_strfreev (factor->option_text_only_when);
  g_strfreev (factor->sources);
}

static void
clear_association (gpointer data)
{
  CalxModelAssociation *association = data;

  g_free (association->id);
  g_free (association->label);
  g_clear_pointer (&association->when, calx_rule_free);
  g_strfreev (association->sources);
  g_strfreev (association->already_in);
}

static void
clear_band (gpointer data)
{
  CalxBand *band = data;

  g_free (band->id);
  g_free (band->label);
  g_free (band->text);
}

static void
clear_always_named (gpointer data)
{
  CalxAlwaysNamed *named = data;

  g_clear_pointer (&named->rule, calx_rule_free);
  g_free (named->op);
  g_free (named->status);
}

static void
clear_not_scored (gpointer data)
{
  CalxNotScored *not_scored = data;

  g_free (not_scored->id);
  g_free (not_scored->reason);
  g_strfreev (not_scored->sources);
}

static GArray *
new_table (guint          element_size,
           GDestroyNotify clear)
{
  GArray *table = g_array_new (FALSE, TRUE, element_size);

  g_array_set_clear_func (table, clear);
  return table;
}

CalxRiskModel *
calx_risk_model_new (GBytes      *json,
                     const char  *name,
                     CalxInputs  *inputs,
                     CalxUnits   *units,
                     GError     **error)
{
  g_autoptr(CalxRiskModel) self = NULL;
  g_autoptr(JsonNode) root = NULL;
  CalxReader reader = { NULL };

  g_return_val_if_fail (json != NULL && name != NULL && inputs != NULL && units != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  root = calx_json_parse_bytes (json, name, error);
  if (root == NULL)
    return NULL;
  self = g_new0 (CalxRiskModel, 1);
  self->inputs = calx_inputs_ref (inputs);
  self->units = calx_units_ref (units);
  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, json);
  self->settings = new_table (sizeof (CalxSetting), clear_setting);
  self->factors = new_table (sizeof (CalxFactor), clear_factor);
  self->associations = new_table (sizeof (CalxModelAssociation), clear_association);
  self->bands = new_table (sizeof (CalxBand), clear_band);
  self->always_named = new_table (sizeof (CalxAlwaysNamed), clear_always_named);
  self->not_scored = new_table (sizeof (CalxNotScored), clear_not_scored);
  calx_model_load (self, &reader, root, name);
  if (reader.error != NULL)
    {
      g_propagate_error (error, reader.error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
calx_risk_model_free (CalxRiskModel *self)
{
  if (self == NULL)
    return;
  calx_inputs_unref (self->inputs);
  calx_units_unref (self->units);
  g_free (self->id);
  g_free (self->version);
  g_free (self->date);
  g_free (self->sha256);
  g_free (self->title);
  g_free (self->outcome);
  g_free (self->population);
  g_strfreev (self->not_for);
  g_free (self->validation_status);
  g_free (self->validation_text);
  g_free (self->shrinkage_rule);
  g_free (self->shrinkage_status);
  g_free (self->reference_population);
  g_free (self->every_band);
  g_array_unref (self->settings);
  g_array_unref (self->factors);
  g_array_unref (self->associations);
  g_array_unref (self->bands);
  g_array_unref (self->always_named);
  g_array_unref (self->not_scored);
  g_clear_pointer (&self->sources, calx_sources_unref);
  g_free (self);
}

const char *
calx_risk_model_get_id (CalxRiskModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
calx_risk_model_get_version (CalxRiskModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->version;
}

const char *
calx_risk_model_get_sha256 (CalxRiskModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sha256;
}

CalxSources *
calx_risk_model_get_sources (CalxRiskModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sources;
}

const char *
calx_model_translate (const char *text)
{
  return *text == '\0' ? text : g_dgettext (GETTEXT_PACKAGE, text);
}

const char *
calx_risk_model_get_band_label (CalxRiskModel *self,
                                const char    *band_id)
{
  g_return_val_if_fail (self != NULL && band_id != NULL, NULL);

  for (guint i = 0; i < self->bands->len; i++)
    if (g_str_equal (CALX_BAND (self, i)->id, band_id))
      return calx_model_translate (CALX_BAND (self, i)->label);
  if (g_str_equal (band_id, "lesions"))
    return _("Lesions");
  if (g_str_equal (band_id, "not_compared"))
    return _("Not compared");
  if (g_str_equal (band_id, "not_applicable"))
    return _("Not applicable");
  return NULL;
}
