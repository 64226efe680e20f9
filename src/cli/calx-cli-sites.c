/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-cli-sites.h"

#include <glib/gi18n.h>

#include "calx-clinic-map.h"
#include "calx-cli-patients.h"
#include "calx-store-check.h"
#include "calx-store-sites.h"

void
calx_cli_sites_clear (CalxCliSites *self)
{
  g_clear_pointer (&self->subtype, g_free);
  g_clear_pointer (&self->setting, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->to, g_free);
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->figure, g_free);
}

gboolean
calx_cli_sites_are_given (const CalxCliSites *self)
{
  return self->subtype != NULL || self->setting != NULL || self->from != NULL || self->to != NULL ||
         self->state != NULL || self->figure != NULL;
}

static gboolean
refuse (GError     **error,
        const char  *option,
        GString     *choices)
{
  g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("--%s is one of %s"), option, choices->str);
  return FALSE;
}

static void
append_choice (GString    *choices,
               const char *id)
{
  g_string_append_printf (choices, "%s%s", choices->len > 0 ? ", " : "", id);
}

static gboolean
read_subtype (CalxKnowledge   *knowledge,
              const char      *id,
              CalxSiteFilter  *filter,
              GError         **error)
{
  GPtrArray *subtypes = calx_subtypes_get (knowledge->subtypes);
  g_autoptr(GString) choices = g_string_new (NULL);

  for (guint i = 0; id != NULL && i < subtypes->len; i++)
    {
      const CalxSubtype *subtype = g_ptr_array_index (subtypes, i);

      append_choice (choices, subtype->statement.id);
      if (g_str_equal (subtype->statement.id, id))
        filter->subtype = g_strdup (id);
    }
  return id == NULL || filter->subtype != NULL || refuse (error, "subtype", choices);
}

static gboolean
read_setting (CalxKnowledge   *knowledge,
              const char      *id,
              CalxSiteFilter  *filter,
              GError         **error)
{
  const CalxInput *input = calx_inputs_find (knowledge->inputs, "setting");
  g_autoptr(GString) choices = g_string_new (NULL);

  for (gsize i = 0; id != NULL && i < input->n_choices; i++)
    {
      append_choice (choices, input->choices[i].id);
      if (g_str_equal (input->choices[i].id, id))
        filter->setting = g_strdup (id);
    }
  return id == NULL || filter->setting != NULL || refuse (error, "setting", choices);
}

static gboolean
read_day (const char  *option,
          const char  *text,
          CalxDate    *ret_date,
          GError     **error)
{
  if (text == NULL || calx_date_parse_day (text, ret_date))
    return TRUE;
  g_set_error (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("--%s is a day as 2026-11-20"), option);
  return FALSE;
}

static gboolean
read_state (const char      *text,
            CalxSiteFilter  *filter,
            GError         **error)
{
  static const char * const states[] = {
    [CALX_SITES_OPEN] = "open",
    [CALX_SITES_HEALED] = "healed",
    [CALX_SITES_OPEN_AND_HEALED] = "all",
  };
  g_autoptr(GString) choices = g_string_new (NULL);

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (states); i++)
    {
      append_choice (choices, states[i]);
      if (!g_str_equal (states[i], text))
        continue;
      filter->state = i;
      return TRUE;
    }
  return text == NULL || refuse (error, "lesions", choices);
}

static gboolean
read_figure (const char  *id,
             CalxFigure  *ret_figure,
             GError     **error)
{
  g_autoptr(GString) choices = g_string_new (NULL);

  if (id == NULL || calx_figure_from_id (id, ret_figure))
    return TRUE;
  for (guint i = 0; i < CALX_N_FIGURES; i++)
    append_choice (choices, calx_figure_to_id (i));
  return refuse (error, "figure", choices);
}

static gboolean
read_options (CalxKnowledge       *knowledge,
              const CalxCliSites  *sites,
              CalxSiteFilter      *filter,
              CalxFigure          *ret_figure,
              GError             **error)
{
  if (!read_subtype (knowledge, sites->subtype, filter, error) ||
      !read_setting (knowledge, sites->setting, filter, error) ||
      !read_day ("from", sites->from, &filter->from, error) || !read_day ("to", sites->to, &filter->to, error) ||
      !read_state (sites->state, filter, error) || !read_figure (sites->figure, ret_figure, error))
    return FALSE;
  if (!calx_date_is_known (filter->from) || !calx_date_is_known (filter->to) ||
      calx_date_compare (filter->from, filter->to) <= 0)
    return TRUE;
  g_set_error_literal (error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE, _("--from is later than --to"));
  return FALSE;
}

/* That a picture leaves the program stands in the audit before it does. */
static gboolean
draw (CalxStore           *store,
      const CalxCliSites  *sites,
      const char          *output,
      GError             **error)
{
  CalxKnowledge *knowledge = calx_store_get_knowledge (store);
  g_auto(CalxSiteFilter) filter = { 0 };
  g_autoptr(CalxSiteReading) reading = NULL;
  g_autoptr(CalxBody) body = NULL;
  g_autoptr(CalxClinicMap) map = NULL;
  CalxFigure figure = CALX_FIGURE_WOMAN;

  if (!read_options (knowledge, sites, &filter, &figure, error))
    return FALSE;
  body = calx_body_load (figure, knowledge->regions, error);
  if (body == NULL)
    return FALSE;
  reading = calx_site_reading_new (&filter);
  if (!calx_store_read_sites (store, reading, 0, NULL, error) ||
      !calx_store_audit (store, "export", "clinic-map", "", error))
    return FALSE;
  map = calx_clinic_map_new (knowledge, body, &filter, reading->lesions);
  return calx_clinic_map_export (map, calx_date_today (), calx_palette_get (CALX_PALETTE_LIGHT), output, error);
}

CalxCliStatus
calx_cli_draw_all (const char         *database,
                   const char         *model_path,
                   const CalxCliSites *sites,
                   gboolean            usage_ok,
                   const char         *output)
{
  g_autoptr(GError) error = NULL;
  CalxStore *store;
  gboolean done;

  if (!usage_ok)
    g_set_error_literal (&error, CALX_CLI_ERROR, CALX_CLI_ERROR_USAGE,
                         _("--all draws the whole clinic: --patient and --format do not go with it, and its own "
                           "options need it"));
  if (error != NULL || !calx_cli_check_output (output, &error))
    return calx_cli_fail (error);
  store = calx_cli_open_store (database, model_path, 0, &error);
  if (store == NULL)
    return calx_cli_fail (error);
  done = draw (store, sites, output, &error);
  calx_store_close (store);
  return done ? CALX_CLI_OK : calx_cli_fail (error);
}
