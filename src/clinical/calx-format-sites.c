/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calx-format-sites.h"

#include <glib/gi18n-lib.h>

#include "calx-format.h"

static const char *
translate (const char *text)
{
  return *text == '\0' ? "" : g_dgettext (GETTEXT_PACKAGE, text);
}

static const char *
get_state_words (CalxSiteState state)
{
  switch (state)
    {
    case CALX_SITES_OPEN:
      return _("Open lesions.");
    case CALX_SITES_HEALED:
      return _("Healed lesions.");
    case CALX_SITES_OPEN_AND_HEALED:
    default:
      return _("Open and healed lesions.");
    }
}

static void
append_subtype (GString       *text,
                const char    *id,
                CalxKnowledge *knowledge)
{
  GPtrArray *subtypes = calx_subtypes_get (knowledge->subtypes);

  for (guint i = 0; id != NULL && i < subtypes->len; i++)
    {
      const CalxSubtype *subtype = g_ptr_array_index (subtypes, i);

      if (!g_str_equal (subtype->statement.id, id))
        continue;
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _("Subtype suggested or possible: %s."), translate (subtype->statement.label));
    }
}

static void
append_setting (GString       *text,
                const char    *id,
                CalxKnowledge *knowledge)
{
  const CalxInput *input = calx_inputs_find (knowledge->inputs, "setting");
  const CalxChoice *choice = id != NULL ? calx_input_find_choice (input, id) : NULL;

  if (choice != NULL)
    g_string_append_printf (text, " %s: %s.", translate (input->label), translate (choice->label));
}

static void
append_days (GString              *text,
             const CalxSiteFilter *filter)
{
  g_autofree char *from = calx_format_date (filter->from);
  g_autofree char *to = calx_format_date (filter->to);
  gboolean has_from = calx_date_is_known (filter->from), has_to = calx_date_is_known (filter->to);

  g_string_append_c (text, ' ');
  if (has_from && has_to)
    g_string_append_printf (text, _("Each patient’s newest session from %s to %s."), from, to);
  else if (has_from)
    g_string_append_printf (text, _("Each patient’s newest session, from %s on."), from);
  else if (has_to)
    g_string_append_printf (text, _("Each patient’s newest session up to %s."), to);
  else
    g_string_append (text, _("Each patient’s newest session."));
}

char *
calx_format_site_filter (const CalxSiteFilter *filter,
                         CalxKnowledge        *knowledge)
{
  GString *text;

  g_return_val_if_fail (filter != NULL && knowledge != NULL, NULL);

  text = g_string_new (get_state_words (filter->state));
  append_subtype (text, filter->subtype, knowledge);
  append_setting (text, filter->setting, knowledge);
  append_days (text, filter);
  return g_string_free (text, FALSE);
}

char *
calx_format_site_count (const CalxSiteCount *count)
{
  g_autofree char *lesions = NULL;
  g_autofree char *patients = NULL;

  g_return_val_if_fail (count != NULL, NULL);

  if (count->n_lesions == 0)
    return g_strdup (_("No lesion"));
  lesions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u lesion", "%u lesions", count->n_lesions),
                             count->n_lesions);
  patients = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u patient", "%u patients", count->n_patients),
                              count->n_patients);
  /* TRANSLATORS: "57 lesions of 21 patients" */
  return g_strdup_printf (_("%s of %s"), lesions, patients);
}

char *
calx_format_site_share (const CalxSiteCount *there,
                        const CalxSiteCount *all)
{
  g_return_val_if_fail (there != NULL && all != NULL, NULL);

  if (all->n_patients == 0)
    return g_strdup (_("No patient"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u patient (%.0f %%)", "%u of %u patients (%.0f %%)",
                                       all->n_patients),
                          there->n_patients, all->n_patients, 100.0 * there->n_patients / all->n_patients);
}

char *
calx_format_site_sides (const CalxSiteRow *row)
{
  const char *site_class;

  g_return_val_if_fail (row != NULL, NULL);

  site_class = calx_format_site_class (row->region->site_class);
  if (row->region->side == CALX_SIDE_MIDLINE)
    return g_strdup (site_class);
  /* TRANSLATORS: a class of places, and lesions on each side of the body: "central; 3 right, 1 left" */
  return g_strdup_printf (_("%s; %u right, %u left"), site_class, row->n_on_side[CALX_SIDE_RIGHT],
                          row->n_on_side[CALX_SIDE_LEFT]);
}

char *
calx_format_published_site (const CalxPrognosisSite *site)
{
  g_return_val_if_fail (site != NULL, NULL);

  /* TRANSLATORS: a place, how often, in whom, of how many: "Calves: 80 % (Cases in Winnipeg, n = 36)" */
  return g_strdup_printf (_("%s: %s (%s, n = %s)"), translate (site->statement.label), translate (site->statement.text),
                          translate (site->population), translate (site->n));
}

char *
calx_format_published_source (const CalxPrognosisSite *site,
                              CalxSources             *sources)
{
  g_autoptr(GString) text = g_string_new (NULL);
  const char *basis;

  g_return_val_if_fail (site != NULL && sources != NULL, NULL);

  for (gsize i = 0; site->statement.sources[i] != NULL; i++)
    {
      const CalxSource *source = calx_sources_find (sources, site->statement.sources[i]);

      if (source != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", source->cite);
    }
  basis = calx_basis_get_words (site->statement.basis);
  if (*basis != '\0')
    g_string_append_printf (text, " (%s)", basis);
  return g_strdup (text->str);
}
